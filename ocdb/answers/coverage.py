"""Where somebody looked: by country and year, so that an absence can be read."""

from collections.abc import Sequence

from ocdb.answers.answer import Answer, Cell, Column, Section
from ocdb.answers.filters import apart
from ocdb.answers.names import resolve
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext


def by_year(reader: Reader, countries: Sequence[str] = ()) -> Rows:
    """Return the rows of v_coverage_years, sorted by country and year.

    Raises:
        NotFoundError: a country that isn't there.
    """
    keys = [resolve(reader, ["country"], word) for word in apart(reader, "country", countries)]
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
    title = _("Articles read and found, by country and year of publication; - is a year that nobody searched")
    if not rows.rows:
        title = _("Nothing was searched there")
    note = _("{count} more countries: name them with --country, or take -f csv").format(count=number(len(others)))
    columns = tuple(_country(name, place) for place, name in enumerate(shown.columns))
    return Answer(title, (Section("year", "", shown, columns),), wording, rows=rows, more=(note,) if others else ())


def _country(name: str, place: int) -> Column:
    return Column(
        name,
        _("Year") if place == 0 else name,
        lambda record, _wording: Cell(record[name]),
        right=place > 0,
    )


def unread(reader: Reader, wording: Wording, countries: Sequence[str]) -> list[str]:
    """Return for each country how much of what is known has been read, a line each: unread isn't nothing."""
    known = read_and_known(reader, countries)
    return [_unread(wording.country(country), *known[country]) for country in countries]


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
        return _("{country}: nobody has searched for articles yet").format(country=country)
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
