"""The page of coverage: countries by year, so that an absence can be told from what nobody looked for."""

from collections.abc import Sequence

from ocdb.answers.coverage import NOT_SEARCHED, answer, looked_by_year
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.page import Page, page_name

FIRST = 2000


def coverage(reader: Reader, _rest: Sequence[str], _query: object) -> Page:
    """Return where somebody looked, and how much of what is known has been read, by country and year."""
    whole = answer(reader, [])
    found = looked_by_year(reader)
    dated = sorted({year for own in found.values() for year in own if year})
    # The newest first: a telephone shows what was looked for lately.
    years = [*range(dated[-1], min(FIRST, dated[0]) - 1, -1)] if dated else []
    wording = Wording(reader)
    names = sorted(((wording.country(key), key) for key in found), key=lambda pair: fold(pair[0]))
    rows = [
        (key, name, [found[key].get(year, NOT_SEARCHED) for year in years], found[key].get(None)) for name, key in names
    ]
    africa = "SELECT id FROM v_countries WHERE in_africa = 1"
    others = sorted((wording.country(key) for (key,) in reader.rows(africa).rows if key not in found), key=fold)
    values = {
        "intro": whole.title,
        "years": years,
        "rows": rows,
        "undated": any(row[3] for row in rows),
        "never": others,
        "searches": reader.rows("SELECT DISTINCT outlet, searched, words FROM v_coverage ORDER BY 1, 2, 3").records(),
    }
    return Page(("coverage",), page_name("coverage"), "coverage.html", values, whole.title, data=True)
