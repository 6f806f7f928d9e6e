"""Where somebody looked: by country and year, so that an absence can be read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.columns import count, country, spoken
from ocdb.answers.names import apart, areas_among, countries_in, countries_of, covered, resolve
from ocdb.answers.searched import followed
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext, pgettext
from ocdb.words.surface import at_a_prompt

# Of an answer with fewer rows it is said what else may be on record, or how much was read in all.
THIN = 5

_ARTICLES = ("The ", "Le ", "La ", "Les ", "L’")


def by_year(reader: Reader, countries: Sequence[str] = ()) -> Rows:
    """Return the rows of v_coverage_years, sorted by country and year.

    Raises:
        NotFoundError: a country that isn't there.
    """
    keys = _asked(reader, countries)
    sql = "SELECT * FROM v_coverage_years"
    rows = among(reader, f"{sql} WHERE country IN ({{keys}})", keys) if keys else reader.rows(sql)
    return rows.ordered("country", "year")


def _asked(reader: Reader, words: Sequence[str]) -> list[str]:
    """Return the countries of some names, with all that lies in the areas among them."""
    return covered(reader, [resolve(reader, ["country"], word) for word in apart(reader, ["country"], words)])


def answer(reader: Reader, countries: Sequence[str]) -> Answer:
    """Return the coverage as an answer: a line a country, and a line a year of those that were named.

    Data in one table have the same rows, JSON has both.
    """
    wording = Wording(reader)
    years = _with_known(by_year(reader, countries))
    whole = _by_country(years)
    keys = _asked(reader, countries)
    follow = followed(reader, keys)
    title = (
        _("Articles read and known, by country and year of publication")
        if years.rows
        else _("No searches were made there")
    )
    figures = (count(pgettext("articles", "Read"), "read"), count(pgettext("articles", "Known"), "known"))
    further = _("By year: name the countries, as in ocdb coverage Morocco, or use -f json")
    return Answer(
        title,
        (
            Section(
                "country", _("By country"), whole,
                (country(), *figures, _searched(), _years()), notes=() if countries else (further,),
            ),
            Section("year", _("By year"), years, (country(), _year(), *figures, _searched()),
                    shown=bool(countries)),
            follow,
        ),
        wording,
        data={"countries": whole.records(), "years": years.records(), "follow": follow.rows.records()},
        rows=years if countries else whole,
    )  # fmt: skip


def _with_known(years: Rows) -> Rows:
    """Return the rows of the years with how many articles were read, and how many are known, those included."""
    rows = [(*row, record["sources"], _known(record)) for row, record in zip(years.rows, years.records(), strict=True)]
    return Rows((*years.columns, "read", "known"), rows)


def _known(record: Record) -> int:
    """Return how many articles of a year are known; an undated one is among those that a search found in some year."""
    known: int = max(record["found"] or 0, record["sources"]) if record["year"] else 0
    return known


def _by_country(years: Rows) -> Rows:
    """Return a row a country: articles read and known, how it was searched, and the years; the most articles first."""
    rows = []
    for country_, group in groupby(years.records(), key=itemgetter("country")):
        records = list(group)
        methods = {record["method"] for record in records if record["method"]}
        dated = [record["year"] for record in records if record["year"]]
        ends = "/".join(dict.fromkeys(str(year) for year in (*dated[:1], *dated[-1:])))
        read, known = sum(record["sources"] for record in records), sum(map(_known, records))
        name = records[0]["country_name"]
        rows.append((country_, name, read, max(known, read), "; ".join(sorted(methods)) or None, ends))
    columns = ("country", "country_name", "read", "known", "method", "years")
    return Rows(columns, sorted(rows, key=lambda row: (-row[3], row[0])))


def _year() -> Column:
    return Column("year", _("Year"), lambda record, _wording: Cell(str(record["year"] or _("undated"))))


def _years() -> Column:
    return Column("years", _("Years"), lambda record, _wording: Cell(record["years"].replace("/", " \N{EN DASH} ")))


def _searched() -> Column:
    """Return the column of how was searched: an absence means something only after a systematic search."""

    def cell(record: Record, wording: Wording) -> Cell:
        return Cell(wording.label(record["method"], "coverage_method") if record["method"] else _("not searched"))

    return Column("method", _("Searched"), cell)


def unread(reader: Reader, wording: Wording, asked: Sequence[str], places: Sequence[str] = ()) -> list[str]:
    """Return for each country how much of what is known has been read, where it isn't all: unread isn't nothing.

    Of an area larger than a country it is said which countries lie in it: the table of coverage has them one by one.

    Args:
        reader: the database.
        wording: what countries are called.
        asked: countries and areas.
        places: within countries that are meant too.
    """
    areas = areas_among(asked)
    inside = covered(reader, areas)
    around = [country for _place, country in sorted(countries_of(reader, places).items())]
    countries = [key for key in dict.fromkeys([*asked, *around]) if key not in inside]
    known = read_and_known(reader, countries)
    whole = [_covering(reader, wording, area) for area in areas]
    return [*whole, *(_unread(wording.country(key), *known[key]) for key in countries if _in_part(*known[key]))]


def _covering(reader: Reader, wording: Wording, area: str) -> str:
    """Return what lies in an area, by whose definition; the countries one by one where nobody says by whose."""
    countries = countries_in(reader, area)
    if not countries:
        text = _("{area}: only what is said of it as a whole; countries are asked for by name, as in MA,TN")
        return text.format(area=wording.country(area))
    (record,) = reader.rows(
        "SELECT definition, definition_fr FROM v_countries WHERE id = :area", {"area": area}
    ).records()
    definition = spoken(record, "definition") or f"{', '.join(map(wording.country, countries))}."
    if definition.startswith(_ARTICLES):  # it stands within a sentence
        definition = f"{definition[0].lower()}{definition[1:]}"
    text = _("{area}: {definition} What is said of it as a whole is included.")
    if at_a_prompt():
        text = _("{note} Coverage: {command}").format(note=text, command="ocdb coverage {key}")
    return text.format(area=wording.country(area), definition=definition, key=area)


def _in_part(read: int, known: int) -> bool:
    return read < known or not known


def read_in_all(reader: Reader) -> str:
    """Return how many articles an answer about all countries rests on."""
    count = on_record(reader, "sources")
    read = ngettext("From {count} article read so far", "From {count} articles read so far", count)
    text = _("{note}; see ocdb coverage") if at_a_prompt() else "{note}"
    return text.format(note=read.format(count=number(count)))


def read_and_known(reader: Reader, countries: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return for each country how many articles about it were read, and how many are known, the read ones included."""
    keys = {f"country{number}": key for number, key in enumerate(countries)}
    marks = ", ".join(f":{name}" for name in keys) or "NULL"
    years = "SELECT country, year, sources, found FROM v_coverage_years"
    records = reader.rows(f"{years} WHERE country IN ({marks})", keys).records()
    counted = {}
    for country_ in countries:
        own = [record for record in records if record["country"] == country_]
        read = sum(record["sources"] for record in own)
        counted[country_] = read, max(sum(map(_known, own)), read)
    return counted


@dataclass(frozen=True)
class Looked:
    """Whether somebody looked for articles about a country, and what came of it.

    Attributes:
        state: ``read``, ``unread`` (articles are known, and none was read), ``nothing`` (none was found), or
            ``not_searched``.
        read: how many articles were read.
        known: how many are known, those included.
    """

    state: str
    read: int
    known: int


def looked(reader: Reader) -> dict[str, Looked]:
    """Return for each country about which somebody looked for articles, or read one, what came of it, by its code."""
    whole = _by_country(_with_known(by_year(reader)))
    return {record["country"]: _came(record["read"], record["known"]) for record in whole.records()}


def looked_by_year(reader: Reader) -> dict[str, dict[int | None, Looked]]:
    """Return the same for each year of publication, by country and year; undated articles stand under None."""
    found: dict[str, dict[int | None, Looked]] = defaultdict(dict)
    for record in _with_known(by_year(reader)).records():
        found[record["country"]][record["year"]] = _came(record["read"], max(record["known"], record["read"]))
    return found


def _came(read: int, known: int) -> Looked:
    return Looked("read" if read else "unread" if known else "nothing", read, known)


NOT_SEARCHED = Looked("not_searched", 0, 0)


def _unread(country: str, read: int, known: int) -> str:
    if not known:
        return _("{country}: no search for articles has been made yet").format(country=country)
    if not read:
        text = ngettext(
            "{country}: {count} article is known, and it hasn't been read yet",
            "{country}: {count} articles are known, none of which has been read yet",
            known,
        )
        return text.format(country=country, count=number(known))
    text = ngettext(
        "{country}: {read} of {count} known article has been read",
        "{country}: {read} of {count} known articles have been read",
        known,
    )
    return text.format(country=country, read=number(read), count=number(known))


def on_record(reader: Reader, what: str) -> int:
    """Return how many sites, pledges, reports or sources there are in all."""
    rows = reader.rows(f"SELECT {what} FROM v_on_record WHERE kind = 'all' AND key = 'all'").rows
    return int(rows[0][0]) if rows else 0
