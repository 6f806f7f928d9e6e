"""How much of what was promised came: a range, never without what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from ocdb.answers.adding import articles_told, behind_promises, group
from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.captions import (
    apart_told,
    coverage_told,
    denied_told,
    left_out_told,
    scope_of_delivery,
    timing_told,
)
from ocdb.answers.columns import count, numbered, sized, sized_
from ocdb.answers.coverage import unread
from ocdb.answers.kin import Kin
from ocdb.answers.names import group_names
from ocdb.answers.promised import pledges_of
from ocdb.answers.totals import BASES, Asked, described, scope_of
from ocdb.answers.wording import Wording
from ocdb.rules.delivery import Rate, Verdict, cohort, rates
from ocdb.rules.ledger import KNOWN
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.totals import RollUp, Scope, roll_up
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.language import _
from ocdb.words.lines import line_name

# The groups that a pledge belongs to, by what is asked for.
KEYS: dict[str, Callable[[Pledge], Sequence[str]]] = {
    "operator": lambda pledge: pledge.operators,
    "country": lambda pledge: [pledge.country],
    "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to else [],
    "basis": lambda pledge: [pledge.basis],
}
COLUMNS = tuple(field.name for field in fields(Rate))


@dataclass(frozen=True)
class Delivery:
    """How much of what was promised came.

    Attributes:
        scope: what was asked, under the keys that slugs resolved to, and the day; no basis where it is of each.
        kin: whom the operators that were asked for take in.
        rows: a row a group and line, the whole last: key and name of the group, then COLUMNS. Amounts are in units of
            the line, rates and coverage in per cent, empty where nothing divides. Reported is empty where nobody gives
            a figure, which isn't zero.
        not_due: how many promises of the scope aren't due yet, by line.
        undated: how many have no due date, by line.
        denied: the promises in it that a source denies, by line.
        counted: the promises in it, by slug.
    """

    scope: dict[str, Any]
    kin: Kin
    rows: Rows
    not_due: Counter[str]
    undated: Counter[str]
    denied: dict[str, set[str]]
    counted: dict[str, Pledge]

    @property
    def whole(self) -> list[dict[str, Any]]:
        """Return the lines of the whole, or of the bases, of which there is no whole."""
        by = self.scope["by"]
        return [line for line in self.rows.records() if by == "basis" or line[by] is None]


def answer(reader: Reader, asked: Asked, by: str, *, sources: bool = False) -> Answer:
    """Return how much of what was promised came, as an answer: `delivery` says what may be asked.

    With `sources` the articles behind the promises are shown too.
    """
    found = delivery(reader, asked, by)
    wording = Wording(reader)
    wording.learn(by, (row[0] for row in found.rows.rows))
    scope = scope_of_delivery(reader, wording, found.scope, found.kin.asked)
    whole = found.whole
    # Of bases there is no whole: the table has the rate of each.
    title, *others = [*coverage_told([] if by == "basis" else whole), ""]
    left_out = {"not_due": found.not_due.total(), "no_due_date": found.undated.total()}
    notes = (
        *filter(None, others),
        *timing_told(whole),
        *(apart_told(by) if whole else ()),
        *left_out_told(left_out),
        *denied_told(set().union(*found.denied.values())),
        *unread(reader, wording, found.scope["country"], found.scope["place"]),
        *found.kin.told,
    )
    data: dict[str, Any] = {
        "scope": found.scope,
        "groups": found.rows.records(),
        "not_due": found.not_due.total(),
        "undated": found.undated.total(),
        "denied": sorted(set().union(*found.denied.values())),
    }
    sentence = scope if whole else _("{scope}: no promise was due").format(scope=scope)
    if title:
        sentence = _("{scope}. {rate}").format(scope=scope, rate=title)
    section = Section("group", "", found.rows, columns_by(by))
    articles = replace(behind_promises(reader, sorted(found.counted)), shown=sources)
    data |= {"sources": articles.rows.records()} if sources else {}
    return Answer(sentence, (section, articles), wording, notes, data, more=tuple(articles_told(articles)))


def columns_by(by: str) -> tuple[Column, ...]:
    """Return the columns in which people read the rows of a grouping."""
    return (
        group(by),
        Column("line", _("Line"), lambda record, _words: Cell(line_name(record["line"]))),
        count(_("Promises"), "pledges"),
        count(_("Known"), "known"),
        Column("reached", _("Kept"), _reached, right=True),
        count(_("of them late"), "late", wide=True, zero=False),
        count(_("Missed"), "missed"),
        count(_("Given up"), "cancelled", zero=False),
        sized(_("Promised"), "promised", "promised_high"),
        Column("kept", _("Came"), _came, right=True),
        Column("rate_low", _("Rate in %"), _rate, right=True),
    )


def _reached(record: Record, _wording: Wording) -> Cell:
    """Return how many promises were kept: by the due day, after it, or one of both."""
    return numbered(record["in_time"] + record["late"] + record["reached"])


def _came(record: Record, _wording: Wording) -> Cell:
    """Return how much came of the promises of which something is known; silence isn't zero."""
    return sized_(record["kept"], record["kept_high"]) if record["promised_known"] else Cell("")


def _rate(record: Record, _wording: Wording) -> Cell:
    """Return the range of the rate, in per cent."""
    return sized_(record["rate_low"], record["rate_high"]) if record["rate_high"] is not None else Cell("")


@dataclass(frozen=True)
class _Cohort:
    """The promises that can be judged, how they hang together, and what became of each."""

    pledges: list[Pledge]
    promises: Promises
    verdicts: dict[str, Verdict]

    def total(self, scope: Scope, pledges: Sequence[Pledge] | None = None) -> RollUp:
        """Return what counts in a scope, of all promises or of some."""
        return roll_up(self.pledges if pledges is None else pledges, scope, self.promises)


def delivery(reader: Reader, asked: Asked, by: str) -> Delivery:
    """Return how much of what was due by the reader's day came, by operator, country, year or basis.

    Each group is a scope of its own under the rule of totals, of promises that are due: what counts there is compared
    with what reports show. A cancelled promise counts as one that wasn't kept; one that was revised before it was due
    doesn't count, its newer version does. By year means due in that year. By basis takes each basis, or the one that
    was asked for. Only what concerns the scope is read, and what that is linked with. The common scopes are stored too
    (v_delivery), by the same functions.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    limits, kin = scope_of(reader, asked)
    scope = replace(limits, due_by=reader.today - timedelta(days=1))
    judged = _judged(reader, scope)
    bases = frozenset(BASES) if by == "basis" and not asked.basis else frozenset([scope.basis])
    groups = list(_groups(reader, judged, scope, by, bases))
    undue, undated = _not_judged(judged, [replace(scope, due_by=None, basis=basis) for basis in bases], reader.today)
    answered = described(scope) | {"by": by} | ({"basis": None} if len(bases) > 1 else {})
    rows = [(key, name, *_cells(rate)) for key, name, found in groups for rate in rates(found, judged.verdicts)]
    denied: dict[str, set[str]] = defaultdict(set)
    for pledge in (pledge for *_key, found in groups for pledge in found.denied):
        denied[pledge.line].add(pledge.id)
    table = Rows((by, f"{by}_name", *COLUMNS), rows)
    counted = {pledge.id: pledge for *_key, found in groups for pledge in found.counted}
    return Delivery(answered, kin, table, undue, undated, dict(denied), counted)


def _groups(
    reader: Reader, judged: _Cohort, scope: Scope, by: str, bases: frozenset[str]
) -> "list[tuple[str | None, str, RollUp]]":
    """Return key, name and total of each group, and of the whole: figures of different bases are never added."""
    asked_for = {"operator": scope.operators, "country": scope.countries, "basis": bases}.get(by)
    own: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in judged.pledges:
        for key in KEYS[by](pledge):
            if not asked_for or key in asked_for:
                own[key].append(pledge)
    parts = {key: judged.total(_narrowed(scope, by, key), some) for key, some in own.items()}
    names = group_names(reader, by, (key for key, part in parts.items() if part.counted))
    groups: list[tuple[str | None, str, RollUp]] = [(key, names[key], parts[key]) for key in sorted(names)]
    return groups if by == "basis" else [*groups, (None, "all", judged.total(scope))]


def _not_judged(judged: _Cohort, scopes: list[Scope], day: date) -> tuple[Counter[str], Counter[str]]:
    """Return how many promises aren't due yet, and how many have no due date, by line."""
    counted = [pledge for scope in scopes for pledge in judged.total(scope).counted]
    undue = Counter(pledge.line for pledge in counted if pledge.due_to and pledge.due_to >= day)
    return undue, Counter(pledge.line for pledge in counted if not pledge.due_to)


def _cells(rate: Rate) -> tuple[Any, ...]:
    return tuple(getattr(rate, name) for name in COLUMNS)


def _narrowed(scope: Scope, by: str, key: str) -> Scope:
    only = frozenset([key])
    changes: dict[str, dict[str, Any]] = {
        "operator": {"operators": only},
        "country": {"countries": only},
        "year": {},
        "basis": {"basis": key},
    }
    return replace(scope, **changes[by])


# --- what became of each promise ----------------------------------------------------------------------------------


def _judged(reader: Reader, scope: Scope) -> _Cohort:
    """Return the promises of a scope that can be judged, with their verdicts once due, and what they are linked with.

    What shows how much was there is read only of those that are due and of which something is known.
    """
    pledges = pledges_of(reader, replace(scope, around=frozenset()))
    due = {pledge.id: pledge.due_to.isoformat() for pledge in pledges if pledge.due_to and pledge.due_to < reader.today}
    verdicts = {
        key: Verdict(outcome, basis, shown, shown_high=shown_high)
        for key, outcome, basis, shown, shown_high in among(reader, _VERDICTS, (one.id for one in pledges)).rows
    }
    showing: dict[str, set[str]] = defaultdict(set)
    known = [key for key in due if verdicts[key].outcome in KNOWN]
    for pledge, claim, kind, bearing, until in among(reader, _SHOWN, known).rows:
        if kind == "report" and (bearing == "decides" or (until and until <= due[pledge])):
            showing[pledge].add(claim)
    verdicts |= {key: replace(verdicts[key], reports=frozenset(claims)) for key, claims in showing.items()}
    return _Cohort(*cohort(pledges, verdicts), verdicts)


# Which of these are reports isn't asked in SQL: an engine may go through all reports of the database first.
_SHOWN = (
    "SELECT pledge, claim, claim_kind, bearing, until FROM v_ledger_evidence"
    " WHERE low IS NOT NULL AND pledge IN ({keys})"
)
_VERDICTS = "SELECT id, once_due, once_due_basis, shown, shown_high FROM v_ledger WHERE id IN ({keys})"
