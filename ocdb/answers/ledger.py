"""The ledger as asked for: what became of each promise, on the day that the reader takes for today."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ocdb.answers.adding import articles_told, behind_promises
from ocdb.answers.answer import Answer
from ocdb.answers.captions import denied_told
from ocdb.answers.filters import Filters, codes, with_kin
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import Listed, answered, list_records, select
from ocdb.answers.names import split
from ocdb.answers.wording import Wording
from ocdb.dates import over
from ocdb.errors import UsageError
from ocdb.rules.lines import FIRM
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.choices import chosen, code_of, shown
from ocdb.words.figures import number
from ocdb.words.language import _

# What is past its day and isn't known to be kept, given up or replaced.
OPEN_AFTER_DUE = ("no_evidence", "missed")
STANDING = "standing"
# What a row of the ledger needs to have for its standing.
_NARROWED = """
    SELECT id, country, sector, due, due_to, firmness,
        while_open, while_open_basis, while_open_reason, while_open_details,
        once_due, once_due_basis, once_due_reason, once_due_details
    FROM v_ledger
"""
# The columns that a pledge's own record doesn't have.
VERDICT = ("verdict", "verdict_basis", "shown", "decided_by", "reason", "reason_details")


def ledger(
    reader: Reader,
    filters: Filters | None = None,
    *,
    verdicts: Sequence[str] = (),
    overdue: bool = False,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
    newest: int | None = None,
) -> Listed:
    """Return the rows of v_ledger that fit, with the verdicts of the reader's day; those due first come first.

    Args:
        reader: the database, and what day it is there.
        filters: as of any list; --since and --until look at the due date.
        verdicts: codes of the list outcome, or their labels; any of them.
        overdue: only what is past its due date and not known to be kept, given up or replaced, and wasn't set aside; no
            forecast and no capacity.
        sort: columns to sort by; a leading ``-`` turns the order.
        limit: the most rows to return.
        columns: the columns to return, in this order; all by default.
        newest: the most rows, of those announced last; with no verdict, order and limit.

    Raises:
        NotFoundError: a filter or a verdict names nothing that is there.
        UsageError: a column or a date that is none.
    """
    filters = filters or Filters()
    wanted = _verdicts(reader, verdicts)
    if overdue and wanted and not {*wanted} & {*OPEN_AFTER_DUE}:
        raise _never_overdue(reader, wanted)
    found = list_records(reader, "ledger", filters, sort=sort, newest=newest)
    lines = _fitting(reader, found.rows, wanted, overdue)
    rows = [tuple(line[name] for name in found.rows.columns) for line in lines][:limit]
    wanted_rows = select(found.rows.columns, rows, columns or found.rows.columns, "pledges")
    denied = denied_told(
        Wording(reader), [line["id"] for line in lines[:limit] if line["denied"] and line["status"] == STANDING]
    )
    undated = _undated(reader, filters, wanted, overdue) if found.undated else 0
    return Listed("ledger", wanted_rows, undated, (*found.told, *denied), max(len(lines), found.total if newest else 0))


def answer(
    reader: Reader,
    filters: Filters,
    *,
    verdicts: Sequence[str] = (),
    overdue: bool = False,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
    sources: bool = False,
) -> Answer:
    """Return the ledger as an answer, with how many promises have each verdict; `ledger` says what may be given.

    With `sources` the articles behind its lines are shown too, and JSON is an object of both.
    """
    filters = with_kin(reader, filters)
    listed = ledger(reader, filters, verdicts=verdicts, overdue=overdue, sort=sort, limit=limit, columns=columns)
    labels = [Wording(reader).label(verdict, "outcome") for verdict in _verdicts(reader, verdicts)]
    more = [*labels, *([_("overdue")] if overdue else [])]
    whole = answered(reader, listed, filters, as_asked=bool(columns), more=more)
    lines = listed if not columns and limit is None else ledger(reader, filters, verdicts=verdicts, overdue=overdue)
    counts = Counter(line["verdict"] for line in lines.rows.records())
    order = [texts[0] for texts in codes(reader, LISTINGS["ledger"], "status")]
    each = [
        _("{verdict} {count}").format(verdict=whole.wording.label(verdict, "outcome"), count=number(counts[verdict]))
        for verdict in sorted(counts, key=order.index)
    ]
    if each:
        whole = replace(whole, title=_("{title} ({verdicts})").format(title=whole.title, verdicts=_("; ").join(each)))
    return _with_articles(reader, whole, [line["id"] for line in lines.rows.records()][:limit], shown=sources)


def _with_articles(reader: Reader, whole: Answer, pledges: Sequence[str], *, shown: bool) -> Answer:
    """Return the ledger with the articles behind its lines."""
    articles = replace(behind_promises(reader, lambda: pledges), shown=shown)
    sections = (*whole.sections, articles)
    data = {"pledges": whole.sections[0].rows.records(), "sources": articles.rows.records()} if shown else None
    return replace(whole, sections=sections, more=tuple(articles_told(articles)), data=data)


def _fitting(reader: Reader, rows: Rows, verdicts: Sequence[str], overdue: bool) -> list[dict[str, Any]]:
    """Return the lines of the reader's day that have one of the verdicts, where any is asked for."""
    lines = [on_day(line, reader.today.isoformat()) for line in rows.records()]
    # What lost a conflict isn't waited for.
    wording = Wording(reader)
    return [
        line
        for line in lines
        if (not verdicts or line["verdict"] in verdicts) and (not overdue or _is_overdue(line, wording))
    ]


def _is_overdue(line: Mapping[str, Any], wording: Wording) -> bool:
    """Return whether a line of the reader's day is past its due date and not known to be kept, and is waited for."""
    return line["overdue"] and line["verdict"] in OPEN_AFTER_DUE and not wording.is_set_aside(line["id"])


@dataclass(frozen=True)
class Standing:
    """What readers narrow the ledger by, of one promise: where, its verdict, whether it is overdue, and the sector."""

    country: str | None
    verdict: str
    overdue: bool
    sector: str | None


def standings(reader: Reader, lines: Iterable[Mapping[str, Any]] | None = None) -> list[Standing]:
    """Return by what readers narrow some rows of v_ledger, else all of them, on the reader's day."""
    wording, day = Wording(reader), reader.today.isoformat()
    rows = reader.rows(_NARROWED).records() if lines is None else lines
    today = [on_day(dict(line), day) for line in rows]
    return [Standing(one["country"], one["verdict"], _is_overdue(one, wording), one["sector"]) for one in today]


def _undated(reader: Reader, filters: Filters, verdicts: Sequence[str], overdue: bool) -> int:
    """Return how many lines fit but for having no due date: a verdict has a day, so SQL alone can't count them."""
    every = list_records(reader, "ledger", replace(filters, since=None, until=None)).rows
    return sum(line["due"] is None for line in _fitting(reader, every, verdicts, overdue))


def ledger_line(reader: Reader, pledge: str) -> Listed:
    """Return what became of one pledge: its verdict on the reader's day, and what that rests on."""
    rows = reader.rows("SELECT * FROM v_ledger WHERE id = :pledge", {"pledge": pledge})
    lines = [on_day(line, reader.today.isoformat()) for line in rows.records()]
    values = [tuple(line[name] for name in rows.columns) for line in lines]
    return Listed("verdict", select(rows.columns, values, VERDICT, "v_ledger"))


def on_day(line: dict[str, Any], day: str) -> dict[str, Any]:
    """Return a row of v_ledger with the verdict of a day (ISO 8601), whether its day is surely past, and it overdue."""
    past = line["due_to"] is not None and line["due_to"] < day
    time = "once_due" if past else "while_open"
    # Where that date is about or uncertain, it may not be over yet.
    gone = past and (over(line["due"]) or dt.date.max).isoformat() < day
    return line | {
        "verdict": line[time],
        "verdict_basis": line[f"{time}_basis"],
        "reason": line[f"{time}_reason"],
        "reason_details": line[f"{time}_details"],
        # Whoever forecasts, or has room for so many, owes nothing on a day.
        "overdue": gone and line["firmness"] in FIRM,
    }


def evidence(reader: Reader, pledge: str) -> Listed:
    """Return what was looked at for the verdict on a pledge, what decided it first, then in the order of time."""
    rows = reader.rows("SELECT * FROM v_ledger_evidence WHERE pledge = :pledge", {"pledge": pledge})
    order = {"decides": 0, "shows": 1, "baseline": 2, "nothing": 3}
    records = sorted(rows.records(), key=lambda one: (order[one["bearing"]], one["as_of_from"] or "", one["claim"]))
    found = Rows(rows.columns, [tuple(record.values()) for record in records])
    return Listed("evidence", found)


def _never_overdue(reader: Reader, wanted: Sequence[str]) -> UsageError:
    """Return the error for --overdue beside verdicts that nothing overdue has, in the words that --verdict takes."""
    words = {texts[0]: shown(texts) for texts in codes(reader, LISTINGS["ledger"], "status")}
    return UsageError(
        _("--overdue doesn't fit --verdict {verdict}").format(verdict=", ".join(words[one] for one in wanted)),
        _("What is overdue has one of these verdicts: {values}.").format(
            values=", ".join(words[one] for one in OPEN_AFTER_DUE)
        ),
    )


def _verdicts(reader: Reader, words: Sequence[str]) -> list[str]:
    """Return the codes that words stand for, also those that are written with commas."""
    known = codes(reader, LISTINGS["ledger"], "status")
    apart = split(words, lambda word: code_of(word, known) is not None)
    return [chosen("--verdict", word, known) for word in apart]
