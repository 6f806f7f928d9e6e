"""The page of a record: what it is, what became of it, and behind each statement the article that makes it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers import delivery, jobs, losses
from ocdb.answers.answer import Answer, Section
from ocdb.answers.cascade import Step, cascade
from ocdb.answers.chain import chain
from ocdb.answers.citing import cite
from ocdb.answers.columns import spoken
from ocdb.answers.dossier import COUNTRIES, ENTITIES
from ocdb.answers.dossier_answer import called, show
from ocdb.answers.dossier_tables import columns
from ocdb.answers.editions import edition
from ocdb.answers.names import AFRICA, covered
from ocdb.answers.scopes import Asked
from ocdb.render.citation.text import write
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.web.addresses import Address
from ocdb.web.figures import yearly
from ocdb.web.linking import BASELINE, Links
from ocdb.web.page import Page
from ocdb.web.schema import described
from ocdb.web.tables import CITED, PART, References, Table, cut, keys_of, table, tables
from ocdb.words.language import _

# Of these there are totals.
SCOPES = {"operator": "operator", "country": "country", "area": "country", "place": "place"}
# What stands elsewhere on the page: the record above, citations as numbers, promises in the ledger.
ELSEWHERE = ("record", "name", "citations", "sources", "pledges", "verdicts", "conflict")
# What tells of owners and names stands below what a record did.
KIN = ("parents", "owns", "predecessors", "successors", "judgements")
# The pages that have all that lies in an area of Africa, of which its own lists what is said of it as a whole.
WITHIN = ("pledges", "losses", "timeline", "sites", "events", "reports", "sources")
# These have a feed of their own.
FED = ("operator", "country")


def record(reader: Reader, key: str) -> Page:
    """Return the page of a record.

    Args:
        reader: the database.
        key: of the record; a retired one, or a name, leads to the page of what it means now.

    Raises:
        NotFoundError: nothing bears that key.
        UsageError: several bear that name.
    """
    return of(reader, show(reader, key, whole=True, newest=PART))


def of(reader: Reader, answer: Answer) -> Page:
    """Return the page of a record of which what it shows is asked already, in the language that is spoken."""
    data = answer.data or {}
    kind, own = str(data["kind"]), data["record"]
    added = [*_totals(reader, kind, own["id"])] if kind in SCOPES else []
    values = {
        "kind": kind,
        "name": called(answer.wording, kind, own),
        "names": [] if kind in COUNTRIES else [one for one in data["names"] if one["name"] != own.get("name")],
        "lead": [each.title for each in added],
        "cascade": _cascade(reader, kind, own["id"]),
        "claim": kind not in ENTITIES,
        "notes": answer.notes,
        "within": WITHIN if kind == "area" and own["id"] in covered(reader, [AFRICA]) else (),
        "chart": ("chart", *yearly(own["id"])) if kind in COUNTRIES else (),
        "citation": _citation(reader, kind, own["id"], answer.title),
    } | _tables(reader, kind, own["id"], answer, added)
    return Page(
        (kind, own["id"]),
        answer.title,
        "record.html",
        values,
        _description(answer, added),
        data=True,
        key=own["id"],
        schema=described(kind, data),
        searched=True,
        feed=f"{kind}/{own['id']}" if kind in FED else "",
    )


def _tables(reader: Reader, kind: str, key: str, answer: Answer, added: Sequence[Answer]) -> dict[str, Any]:
    """Return the tables of a page, and the articles that the numbers in them stand for."""
    sections = {section.name: section for section in answer.sections}
    shown = [one for one in answer.sections if one.shown and one.name not in ELSEWHERE]
    shown.sort(key=lambda one: one.name in KIN)
    chained = _chain(reader, key) if kind == "pledge" else ()
    links = Links()
    links.learn(reader, [*answer.sections, *chained, *(one for each in added for one in each.sections)])
    rival = [sections["conflict"]] if "conflict" in sections and kind not in ENTITIES else []
    verdict = [one for one in shown if kind == "pledge" and one.name == "ledger"]
    others = [one for one in shown if one not in verdict]
    behind = [*chained, *rival, *shown, *(one for each in added for one in each.sections)]
    baseline = (answer.data or {})["record"].get(BASELINE) or ""
    references = References.of(_citations(reader, kind, {key, baseline, *keys_of(behind)}))
    return {
        "subject": references.behind(key),
        "behind": {BASELINE: references.behind(baseline)},
        "record": table(sections["record"], answer.wording, links),
        "verdict": next(tables(answer, verdict, links), None),
        "tables": [*tables(answer, [*chained, *rival, *others], links, references, narrow=kind in ENTITIES)],
        "totals": [
            one for place, each in enumerate(added) for one in _tables_of(each, f"total-{place}", links, references)
        ],
        "sources": [*references.articles.values()],
    }


def _citations(reader: Reader, kind: str, keys: set[str]) -> Rows:
    """Return the rows of v_citations behind what a page shows; an article needs none."""
    return Rows((), []) if kind == "source" else among(reader, CITED, keys)


def _chain(reader: Reader, pledge: str) -> Sequence[Section]:
    """Return the promises that one hangs together with, where it doesn't stand alone."""
    found = chain(reader, pledge)
    title = _("The whole chain: versions, tranches and rival figures")
    return [Section("chain", title, found.rows, columns("ledger"))] if len(found.rows.rows) > 1 else []


def _totals(reader: Reader, kind: str, key: str) -> Iterator[Answer]:
    """Yield what was promised, what came of it, and what was lost."""
    asked = Asked(**{SCOPES[kind]: [key]})  # type: ignore[arg-type]
    yield _cut(jobs.jobs(reader, asked))
    rates = delivery.answer(reader, asked, "year")
    if rates.sections[0].rows.rows:
        yield _cut(rates)
    lost = losses.losses(reader, asked)
    if any(section.rows.rows for section in lost.sections if section.name in ("total", "others")):
        yield _cut(lost)


def _cut(answer: Answer) -> Answer:
    return replace(answer, sections=tuple(cut(section) for section in answer.sections))


def _tables_of(answer: Answer, name: str, links: Links, references: References) -> Iterator[Table]:
    """Yield the tables behind a total: what counts, what is left out and why; articles have numbers instead."""
    sections = [one for one in answer.sections if one.name not in ("source", "sources", "report")]
    titles = {"total": answer.title, "group": _("By the year in which promises were due")}
    for section in sections:
        if section.columns:
            title = titles.get(section.name, section.title)
            own = f"{name}-{section.name}"
            if found := table(section, answer.wording, links, references, title=title, name=own):
                yield found


def _cascade(reader: Reader, kind: str, key: str) -> list[Step]:
    return cascade(reader, Asked(**{SCOPES[kind]: [key]})) if kind in SCOPES else []  # type: ignore[arg-type]


def _citation(reader: Reader, kind: str, key: str, title: str) -> str:
    """Return how to cite what a page is about: a claim with its articles, an article, else the edition."""
    if kind in ENTITIES and kind != "source":
        return f"{title}. {write([edition(reader)])}".strip()
    return write([cite(reader, key)]).strip()


def _description(answer: Answer, added: Sequence[Answer]) -> str:
    record_ = (answer.data or {})["record"]
    told = [each.title for each in added] or [spoken(record_, "note"), answer.title]
    return next(filter(None, told))


def address_of(reader: Reader, key: str) -> Address | None:
    """Return the address of a claim of any kind; None where there is none."""
    found = reader.rows("SELECT kind FROM v_claims WHERE id = :key", {"key": key}).rows
    return (found[0][0], key) if found else None
