"""Where somebody looked: by country and year, so that an absence can be read."""

from collections.abc import Sequence

from ocdb.answers.names import resolve
from ocdb.store.reader.rows import Reader, Rows


def by_year(reader: Reader, countries: Sequence[str] = ()) -> Rows:
    """Return the rows of v_coverage_years, sorted by country and year.

    Raises:
        NotFoundError: a country that isn't there.
    """
    keys = [resolve(reader, ["country"], word) for word in countries]
    marks = ", ".join(f":country{number}" for number in range(len(keys)))
    where = f"WHERE country IN ({marks})" if keys else ""
    rows = reader.rows(
        f"SELECT * FROM v_coverage_years {where}", {f"country{number}": key for number, key in enumerate(keys)}
    )
    return rows.ordered("country", "year")


def grid(rows: Rows, most: int) -> tuple[Rows, list[str]]:
    """Return one row a year and one column a country: articles read and found, as in 2/17, or - for not searched.

    The columns bear the names of the countries. Those with the most articles come first; those beyond the most columns
    are returned beside.
    """
    records = rows.records()
    weight: dict[str, int] = {}
    cells = {}
    names = {record["country"]: record["country_name"] for record in records}
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
