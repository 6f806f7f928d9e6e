"""The page of coverage: countries by year, so that an absence can be told from what nobody looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from ocdb.answers.coverage import answer, by_year
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.page import Page, page_name

FIRST = 2000


@dataclass(frozen=True)
class Year:
    """A country in a year: how many articles were read, how many are known, and what that means.

    Attributes:
        state: unsearched (nobody looked), empty (looked, and found nothing), unread, part or whole.
    """

    read: int
    known: int
    state: str


def coverage(reader: Reader, _rest: Sequence[str], _query: object) -> Page:
    """Return where somebody looked, and how much of what is known has been read, by country and year."""
    whole = answer(reader, [])
    records = by_year(reader).records()
    years = sorted({record["year"] for record in records if record["year"]})
    years = [*range(min([FIRST, *years]), years[-1] + 1)] if years else []
    found: dict[str, dict[int | None, Year]] = {}
    for record in records:
        read, known = record["sources"], max(record["found"] or 0, record["sources"])
        found.setdefault(record["country"], {})[record["year"]] = Year(
            read, known, _state(read, known, searched=bool(record["searches"]))
        )
    wording = Wording(reader)
    names = sorted(((wording.country(key), key) for key in found), key=lambda pair: fold(pair[0]))
    never = Year(0, 0, "unsearched")
    rows = [(key, name, [found[key].get(year, never) for year in years], found[key].get(None)) for name, key in names]
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


def _state(read: int, known: int, *, searched: bool) -> str:
    if not known:
        return "empty" if searched else "unsearched"
    return "whole" if read == known else "part" if read else "unread"
