"""Pages that answer a question: losses, comparison, search, conflicts, evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ocdb.answers import conflicts as conflicts_
from ocdb.answers import evidence as evidence_
from ocdb.answers import loss_totals
from ocdb.answers import losses as losses_
from ocdb.answers import search as search_
from ocdb.answers.answer import Answer, Section
from ocdb.answers.closures import by_year_and_country
from ocdb.answers.compare import compare as compared
from ocdb.answers.filters import Filters
from ocdb.answers.names import AFRICA
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError, OcdbError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.facets import narrowed, on_record, where
from ocdb.web.figures import by_year, yearly
from ocdb.web.linking import Links
from ocdb.web.page import SEARCHING, Page, page_name
from ocdb.web.paging import titled
from ocdb.web.tables import CITED, PARTS, References, cut, keys_of, table
from ocdb.words.language import _
from ocdb.words.nouns import of_first

Query = Mapping[str, list[str]]
# So many hits are shown, and so long may a question be.
HITS, LONGEST = 100, 300
# The section of which a page shows every row: it has one a year and country.
WHOLE = "closures"
# Each pair of the countries with the most articles is compared, so that a pair is an address.
COMPARED = 12


def losses(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return what was lost: totals that count no job twice, what is behind them, and by year; of a country or area."""
    country = _country(reader, rest)
    asked = Asked(country=[country]) if country else Asked()
    whole = losses_.losses(reader, asked)
    by = losses_.losses(reader, asked, by="year") if whole.sections[0].rows.rows else None
    groups = [one for one in by.sections if one.name == "group"] if by else []
    behind = [one for one in whole.sections[1:] if one.name != "source"]  # its articles are numbered
    sections = [*whole.sections[:1], *groups, by_year_and_country(reader, asked.country), *behind]
    if not country:
        there, everywhere = (loss_totals.lost(reader, Asked(country=country)) for country in ([AFRICA], []))
        told = losses_.headline(whole.wording, there), losses_.amounts(everywhere)
        whole = replace(
            whole, title=_("{africa}. All on record, elsewhere too: {amounts}").format(africa=told[0], amounts=told[1])
        )
    found = _page(reader, "losses", country, whole, sections)
    return found.showing(figure=by_year(reader, country, losses=True), chart=yearly(country, losses=True))


def conflicts(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return where sources contradict each other, conflict by conflict."""
    country = _country(reader, rest)
    whole = conflicts_.answer(reader, Filters(country=[country] if country else []))
    return _page(reader, "conflicts", country, whole, whole.sections)


def evidence(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return how much of the record can be verified, by country and publisher."""
    country = _country(reader, rest)
    whole = evidence_.answer(reader, [country] if country else [])
    return _page(reader, "evidence", country, whole, whole.sections)


def compare(reader: Reader, rest: Sequence[str], query: Query) -> Page:
    """Return countries, operators or places side by side; without any the pairs of countries to choose from."""
    asked = [word for word in query.get("of", []) if word.strip()][:6]
    wording = Wording(reader)
    pairs = sorted(((wording.country(key), key) for key in comparable(reader)), key=lambda pair: fold(pair[0]))
    names = {key: name for name, key in pairs}
    values = {"countries": pairs, "asked": asked, "problem": ""}
    if not rest and not asked:
        return Page(("compare",), page_name("compare"), "compare.html", values | {"table": None, "notes": ()})
    if rest and len(rest) != 2:  # noqa: PLR2004  a pair
        raise NotFoundError(_("there is no such page"))
    try:
        whole = compared(reader, rest or asked)
    except OcdbError as error:
        if rest:
            raise
        values |= {"problem": f"{error}.", "table": None, "notes": ()}
        return Page(("compare",), page_name("compare"), "compare.html", values, listed=False)
    found = table(whole.sections[0], whole.wording, Links())
    values |= {"table": found, "notes": whole.notes, "asked": [names.get(word, word) for word in rest or asked]}
    return Page(("compare", *rest), whole.title, "compare.html", values, listed=bool(rest))


def comparable(reader: Reader) -> list[str]:
    """Return the African countries with the most articles, sorted by code: each two of them have a page."""
    sql = "SELECT id, sources FROM v_countries WHERE in_africa = 1 AND sources > 0"
    found = sorted(reader.rows(sql).rows, key=lambda row: (-row[1], row[0]))[:COMPARED]
    return sorted(key for key, _sources in found)


def search(reader: Reader, rest: Sequence[str], query: Query) -> Page:
    """Return what is found for the words of a question."""
    if rest:
        raise NotFoundError(_("there is no such page"))
    words = " ".join(query.get("q", [])).strip()[:LONGEST]
    found, title, near = None, page_name("search"), []
    if words:
        whole = search_.answer(reader, words.split(), HITS)
        section = whole.sections[0]
        links = Links()
        links.learn(reader, [section])
        found, title = table(section, whole.wording, links, title=whole.title), whole.title
        near = [] if found else search_.suggestions(reader, words.split())
    values = {"words": words, "table": found, "near": near}
    return Page(("search",), title, "search.html", values, listed=not words, policy=SEARCHING)


def _page(reader: Reader, name: str, country: str | None, answer: Answer, sections: Sequence[Section]) -> Page:
    # What denies a claim stands below its conflict, and is none of its own.
    starts = [place for place, one in enumerate(sections) if one.name != "denial"]
    notes = [*answer.notes, *([of_first(PARTS, len(starts))] if len(starts) > PARTS else [])]
    sections = [
        section if section.name == WHOLE else cut(section)
        for section in sections[: starts[PARTS] if len(starts) > PARTS else None]
    ]
    links = Links()
    links.learn(reader, sections)
    references = References.of(among(reader, CITED, keys_of(sections)))
    found = [
        table(one, answer.wording, links, references, title=_titled(one, links), name=f"{one.name}-{place}")
        for place, one in enumerate(sections)
    ]
    values = {
        "intro": answer.title,
        "figure": "",
        "facets": where(reader, name, country, on_record(reader, "sources")),
        "tables": [one for one in found if one],
        "notes": notes,
        "sources": [*references.articles.values()],
    }
    return Page(
        narrowed(name, country), titled(reader, name, country), "question.html", values, answer.title, data=True
    )


def _titled(section: Section, links: Links) -> str:
    """Return the title of a section; of a conflict what its first claim says."""
    if section.name != "conflict":
        return section.title
    return links.summaries[section.rows.records()[0]["id"]]


def _country(reader: Reader, rest: Sequence[str]) -> str | None:
    if not rest:
        return None
    if len(rest) > 1 or not reader.rows("SELECT 1 FROM v_countries WHERE id = :key", {"key": rest[0]}).rows:
        raise NotFoundError(_("there is no such page"))
    return rest[0]
