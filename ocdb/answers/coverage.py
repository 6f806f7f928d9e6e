"""Where somebody looked: by country and year, so that an absence can be read."""

from collections.abc import Container, Sequence

from ocdb.answers.answer import Answer, Cell, Column, Section
from ocdb.answers.names import apart, resolve
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

# An answer with fewer rows says what coverage knows: little on record may mean that little was read.
THIN = 5


def by_year(reader: Reader, countries: Sequence[str] = ()) -> Rows:
    """Return the rows of v_coverage_years, sorted by country and year.

    Raises:
        NotFoundError: a country that isn't there.
    """
    keys = [resolve(reader, ["country"], word) for word in apart(reader, ["country"], countries)]
    marks = ", ".join(f":country{number}" for number in range(len(keys)))
    where = f"WHERE country IN ({marks})" if keys else ""
    rows = reader.rows(
        f"SELECT * FROM v_coverage_years {where}", {f"country{number}": key for number, key in enumerate(keys)}
    )
    return rows.ordered("country", "year")


def grid(rows: Rows, most: int, wording: Wording) -> tuple[Rows, list[str]]:
    """Return one row a year and one column a country: articles read and found, as in 2/17, or - for not searched.

    The columns bear the names of the countries. Those with the most articles come first; those beyond the most columns
    are returned beside.
    """
    records = rows.records()
    weight: dict[str, int] = {}
    cells = {}
    names = {record["country"]: wording.country(record["country"]) for record in records}
    for record in records:
        weight[record["country"]] = weight.get(record["country"], 0) + (record["found"] or 0) + record["sources"]
        found = "-" if record["found"] is None else record["found"]
        cells[record["year"], record["country"]] = f"{record['sources']}/{found}"
    countries = sorted(weight, key=lambda country: (-weight[country], country))
    countries, others = countries[:most], sorted(countries[most:])
    years = sorted({record["year"] for record in records if record["country"] in countries})
    table = Rows(
        ("year", *(names[country] for country in countries)),
        [(str(year), *(cells.get((year, country), "-") for country in countries)) for year in years],
    )
    return table, others


def answer(reader: Reader, countries: Sequence[str], most: int) -> Answer:
    """Return the coverage as an answer: a line a year and a column a country for people, for data a row for each."""
    wording = Wording(reader)
    rows = by_year(reader, countries)
    shown, others = grid(rows, most, wording)
    title = _("Articles read and found, by country and year of publication; - means that the year wasn't searched")
    if not rows.rows:
        title = _("No searches were made there")
    note = _("{count} more countries: name them with --country, or use -f csv").format(count=number(len(others)))
    columns = tuple(_country(name, place) for place, name in enumerate(shown.columns))
    return Answer(title, (Section("year", "", shown, columns),), wording, rows=rows, more=(note,) if others else ())


def _country(name: str, place: int) -> Column:
    return Column(
        name,
        _("Year") if place == 0 else name,
        lambda record, _wording: Cell(record[name]),
        right=place > 0,
    )


def unread(reader: Reader, wording: Wording, asked: Sequence[str], but: Container[str] = ()) -> list[str]:
    """Return for each country how much of what is known has been read, a line each: unread isn't nothing.

    Of an area larger than a country there is nothing to search for: its line says what is asked for by its name.

    Args:
        reader: the database.
        wording: what countries are called.
        asked: countries and areas.
        but: countries of which enough is on record.
    """
    areas = {key for (key,) in reader.rows("SELECT id FROM v_countries WHERE kind = 'area'").rows}
    countries = [key for key in asked if key not in areas and key not in but]
    known = read_and_known(reader, countries)
    text = _("{area}: only what is said of it as a whole; countries are asked for by name, as in MA,TN")
    whole = [text.format(area=wording.country(key)) for key in asked if key in areas]
    return [*whole, *(_unread(wording.country(country), *known[country]) for country in countries)]


def read_in_all(reader: Reader) -> str:
    """Return how many articles an answer about all countries rests on."""
    count = reader.rows("SELECT count(*) FROM v_sources").rows[0][0]
    text = ngettext(
        "From {count} article read so far; see ocdb coverage",
        "From {count} articles read so far; see ocdb coverage",
        count,
    )
    return text.format(count=number(count))


def read_and_known(reader: Reader, countries: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return for each country how many articles about it were read, and how many are known, the read ones included."""
    keys = {f"country{number}": key for number, key in enumerate(countries)}
    marks = ", ".join(f":{name}" for name in keys) or "NULL"
    years = "SELECT country, sources, found FROM v_coverage_years"
    counted: dict[str, tuple[int, int]] = dict.fromkeys(countries, (0, 0))
    for country, read, found in reader.rows(f"{years} WHERE country IN ({marks})", keys).rows:
        before = counted[country]
        counted[country] = before[0] + read, before[1] + max(found or 0, read)
    return counted


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
