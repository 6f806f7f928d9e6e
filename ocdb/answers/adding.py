"""What answers that add up have in common: the scope in words, names of groups, the articles behind what counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section, joined
from ocdb.answers.columns import names, spoken
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.rules.reasons import Reason
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.dates import deadline, span
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.reasons import short

# Which claims the articles are asked for: some, some with later news of them, or those about somebody or some place.
_ABOUT = {
    "claim": "SELECT claim, claim AS key FROM v_citations",
    "record": "SELECT claim, claim AS key FROM v_citations UNION SELECT id, concerns FROM v_developments",
    "party": "SELECT claim, party AS key FROM v_claim_parties",
    "place": "SELECT claim, within AS key FROM v_claim_places AS l JOIN v_place_within AS w ON w.place = l.place",
}
# A list of what counts is printed without being asked for where it isn't longer than this.
SCREENFUL = 15


def scope_in_words(wording: Wording, scope: Record, asked: Iterable[str], *more: str) -> str:
    """Return a scope: ``Morocco, Webhelp, promised by operators, by the end of 2011``.

    Args:
        wording: what countries, places and operators are called.
        scope: what was asked, as data.
        asked: the operators that were asked for, without whom they take in.
        more: what else it is limited to, in words.
    """
    named = {"country": scope["country"], "place": scope["place"], "operator": asked, "source": scope["source"]}
    parts = [wording.name(kind, key) for kind, keys in named.items() for key in keys]
    parts += [*more]
    if scope.get("due_by"):
        parts.append(_("due {by}").format(by=deadline(scope["due_by"])))
    parts.append(span(scope.get("since"), scope.get("until")))
    return capital(", ".join(filter(None, parts)))


def capital(text: str) -> str:
    """Return a text with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def group(by: str) -> Column:
    """Return the column of a group by its name; the whole comes last."""

    def cell(record: Record, wording: Wording) -> Cell:
        key = record[by]
        if key is None:
            return Cell(_("all"))
        if by == "year":
            return Cell(str(key))
        return Cell(wording.label(key, "basis") if by == "basis" else wording.name(by, key))

    headings = {
        "operator": _("Operator"), "country": _("Country"), "place": _("Place"), "year": _("Year"),
        "basis": _("By whom"),
    }  # fmt: skip
    return Column(by, headings[by], cell)


def sources_of(reader: Reader, keys: Sequence[str], kind: str = "claim") -> Section:
    """Return the articles that support some claims, by date, each with the keys of those that it supports.

    Args:
        reader: the database.
        keys: of the claims; of what they are about, where `kind` says so.
        kind: of _ABOUT.
    """
    named = {f"key{place}": key for place, key in enumerate(keys)}
    wanted = ", ".join(f":{name}" for name in named) or "NULL"
    supported = defaultdict(list)
    pairs = f"""
        SELECT DISTINCT cited.source, about.key
        FROM v_citations AS cited JOIN ({_ABOUT[kind]}) AS about ON about.claim = cited.claim
        WHERE cited.stance = 'supports' AND about.key IN ({wanted})
    """
    for source, key in sorted(reader.rows(pairs, named).rows):
        supported[source].append(key)
    articles = {f"source{place}": source for place, source in enumerate(supported)}
    marks = ", ".join(f":{name}" for name in articles) or "NULL"
    rows = reader.rows(f"SELECT * FROM v_sources WHERE id IN ({marks})", articles).ordered("published_from", "id")
    whole = Rows((*rows.columns, "supports"), [(*row, "; ".join(supported[row[0]])) for row in rows.rows])
    title = titled(_("Articles"), whole)
    *shown, last = columns("articles", without=("claims",))
    return Section("source", title, whole, (*shown, names(_("Supports"), "supports"), last), shown=False)


def behind_promises(reader: Reader, pledges: Sequence[str]) -> Section:
    """Return the articles that support some promises, or what decided their verdicts."""
    decided = reader.rows("SELECT pledge, claim FROM v_ledger_evidence WHERE bearing = 'decides'").rows
    known = set(pledges)
    return sources_of(reader, [*pledges, *sorted({claim for pledge, claim in decided if pledge in known} - known)])


def articles_told(sources: Section) -> Iterator[str]:
    """Yield how many articles are behind an answer that doesn't show them, and the option that does."""
    if not sources.shown and sources.rows.rows:
        yield _("Articles: {count}; see --sources").format(count=number(len(sources.rows.rows)))


def screenful(rows: Rows) -> Rows | None:
    """Return no rows in the place of more than a screen has room for; None where people see them all."""
    return None if 0 < len(rows.rows) <= SCREENFUL else Rows(rows.columns, [])


def with_parts(answer: Answer, by: str | None, wanted: Sequence[str], left_out: Iterable[Reason]) -> Answer:
    """Return an answer that adds up with some of its parts shown, and with what is said of the others.

    A table of data has the parts that are asked for, else a line a total or a group; JSON has the articles where they
    are.

    Args:
        answer: its sections are ``total``, perhaps ``group``, those behind them, and the articles last.
        by: what it is grouped by.
        wanted: the names of the sections that are asked for.
        left_out: why something doesn't count, once for each.
    """
    whole = answer.showing(wanted)
    articles = whole.sections[-1]
    data: dict[str, Any] = {**(whole.data or {}), **({"sources": articles.rows.records()} if articles.shown else {})}
    tables = wanted or ("group" if by else "total",)
    return replace(
        whole,
        more=tuple(_hidden(whole.sections, left_out)),
        data=data,
        rows=joined([section for section in whole.sections if section.name in tables]),
    )


def _hidden(sections: Sequence[Section], left_out: Iterable[Reason]) -> Iterator[str]:
    """Yield what isn't printed, and the option that prints it."""
    hidden = {one.name: one for one in sections if not one.shown and one.rows.rows}
    if counted := hidden.get("counted"):
        yield counted.further
    if "left_out" in hidden:
        yield _("Left out: {why}; see --left-out").format(why=why_left_out(left_out))
    if reported := hidden.get("report"):
        yield _("Reported figures: {count}; see --reports").format(count=number(len(reported.rows.rows)))
    yield from articles_told(sections[-1])


def titled(title: str, rows: Rows) -> str:
    """Return the title of a list, which says so where there is nothing in it."""
    return title if rows.rows else _("{title}: none").format(title=title)


def why_left_out(reasons: Iterable[Reason]) -> str:
    """Return how many are left out for each kind of reason: ``12 (part of another: 8, due later: 4)``."""
    counts = Counter(short(reason.code) for reason in reasons)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    each = ", ".join(_("{line}: {count}").format(line=text, count=number(many)) for text, many in ordered)
    return f"{number(counts.total())} ({each})" if counts else "0"


def with_reason(rows: dict[str, dict[str, Any]], left_out: Iterable[tuple[str, Reason]]) -> Rows:
    """Return records that are left out, each with its reason as a code and its parameters."""
    names = tuple(next(iter(rows.values()), {"id": None}))
    listed = [(*rows[key].values(), reason.code, reason.stored) for key, reason in left_out]
    return Rows((*names, "reason", "reason_details"), listed)


def summaries(heading: str) -> Column:
    """Return a column of what a record says in a line, in the language that is spoken."""
    return Column("summary", heading, lambda record, _wording: Cell(spoken(record, "summary")))
