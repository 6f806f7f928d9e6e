"""Jobs promised in a scope, as an answer: totals that count no job twice, and what they rest on."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ocdb.answers.adding import (
    group,
    later_sources,
    reason_data,
    scope_in_words,
    screenful,
    titled,
    with_parts,
    with_reason,
)
from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.captions import apart_told, denied_told
from ocdb.answers.columns import count, counted, date, key, place, reason, single, sized, where, whose
from ocdb.answers.coverage import unread
from ocdb.answers.later import LaterData, LaterRows
from ocdb.answers.names import is_country
from ocdb.answers.scopes import Asked
from ocdb.answers.tables import columns
from ocdb.answers.totals import TOTAL, Totals, grouped, total_row, totals
from ocdb.answers.wording import Wording
from ocdb.rules.lines import FIRMNESS
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.dates import deadline
from ocdb.words.figures import figure, number
from ocdb.words.language import _
from ocdb.words.lines import line_amount, line_name, promised_by

if TYPE_CHECKING:
    from ocdb.rules.reasons import Reason

# What can be asked for beside the totals.
PARTS = {"counted": "counted", "left_out": "left_out", "reports": "report", "sources": "source"}

# Why a promise is left out whose area merely contains the place that was asked for.
WIDER = "for_the_whole_of"


def jobs(reader: Reader, asked: Asked, by: str | None = None, parts: Sequence[str] = ()) -> Answer:
    """Return the promised jobs of a scope.

    A table of data has a row a line of the totals, or of the groups; where parts are asked for it has those instead,
    with all fields of their records. JSON and workbooks have it all.

    Args:
        reader: the database.
        asked: the scope in the user's words.
        by: whether there is a line for each operator, country, place or year, too.
        parts: of PARTS, what is printed beside the totals.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a basis or a date that is none.
    """
    answer = totals(reader, asked)
    wording = Wording(reader)
    groups = grouped(reader, asked, by, answer) if by else None
    if by and groups:
        wording.learn(by, (row[0] for row in groups.rows))
    whole = Answer(
        _headline(wording, answer),
        (*_totals(answer, by), *_groups(groups, by, answer.scope["due_by"]), *_behind(reader, wording, answer, by)),
        wording,
        tuple(_notes(reader, wording, answer, groups)),
        LaterData(lambda: _whole(answer, groups)),
    )
    return with_parts(whole, by, [PARTS[part] for part in parts], answer.behind.left_out)


def _headline(wording: Wording, answer: Totals) -> str:
    """Return scope and totals in a sentence: ``Togo, promised by operators: 1,050 new jobs``."""
    scope = scope_in_words(wording, answer.scope, answer.kin.asked, promised_by(answer.scope["basis"]))
    amounts = [line_amount(total.line, total.low, total.high, total.bound) for total in answer.totals]
    if not amounts:
        return _("{scope}: nothing that counts").format(scope=scope)
    first, *others = amounts
    if not others:
        return _("{scope}: {amount}").format(scope=scope, amount=first)
    return _("{scope}: {amount}; and, counted separately, {others}").format(
        scope=scope, amount=first, others=_("; ").join(others)
    )


def _totals(answer: Totals, by: str | None) -> list[Section]:
    rows = Rows(TOTAL, [total_row(total) for total in answer.totals])
    # The last lines of the groups are those of the whole.
    return [Section("total", "", rows, (_line(), *_figures(rows)), shown=by is None)]


def _line() -> Column:
    return Column(
        "line",
        _("Line"),
        lambda record, _words: Cell(line_name(record["line"]) if record["line"] else _("nothing that counts")),
    )


def _figures(rows: Rows) -> tuple[Column, ...]:
    """Return the columns of totals: how many, in how many promises, and how firm, where there is something of it."""
    firm = [name for name in FIRMNESS if any(row[rows.columns.index(name)] for row in rows.rows)]
    return (
        sized(_("Total")), count(_("Promises"), "pledges"), *(_firmness(name) for name in firm if len(firm) > 1),
    )  # fmt: skip


def _firmness(name: str) -> Column:
    headings = {
        "commitment": _("of which committed"), "announcement": _("announced"), "ambition": _("aimed at"),
        "forecast": _("forecast"), "capacity": _("capacity"),
    }  # fmt: skip

    def cell(record: Record, _wording: Wording) -> Cell:
        low = record[name]
        if not low:
            return Cell("")
        # How much of a range, or of what is about a number, is of each firmness, is known for its low end alone.
        whole = single(record["low"], record["high"], record["bound"]) is not None
        return Cell(figure(low, low, "exact"), value=low) if whole else Cell(figure(low, None, "at_least"))

    return Column(name, headings[name], cell, right=True)


def _groups(groups: Rows | None, by: str | None, due_by: str | None) -> list[Section]:
    if not groups or not by:
        return []
    title = {
        "operator": _("By operator"), "country": _("By country"), "place": _("By place"),
        "year": _("By the end of the year"),
    }  # fmt: skip
    key_ = _by_the_end(due_by) if by == "year" else group(by)
    return [Section("group", title[by], groups, (key_, _line(), *_figures(groups)))]


def _by_the_end(due_by: str | None) -> Column:
    """Return the column of a year: what is due by its end, or by the earlier day that was asked for."""

    def cell(record: Record, _wording: Wording) -> Cell:
        last = record["year"] and min(f"{record['year']}-12-31", due_by or "9999")
        return Cell(deadline(last) if last else _("all"))

    return Column("year", _("Due"), cell)


def _behind(reader: Reader, wording: Wording, answer: Totals, by: str | None) -> list[Section]:
    """Return what the totals rest on: what counts, what is left out and why, what was reported, and the articles."""
    behind = answer.behind
    counts = LaterRows(behind.counted, lambda: answer.records(answer.counted()))
    # What is for a larger area is left out of places alone.
    wider = [one for one in answer.left_out() if one[1].code == WIDER] if behind.left_out[WIDER] else []
    left_out = with_reason(
        answer.records,
        behind.left_out.total() - len(wider),
        lambda: [one for one in answer.left_out() if one[1].code != WIDER],
    )
    there = place() if is_country(answer.scope["country"]) else where()
    promise = (whose(_("Promised by")), counted(_("Promise")), there)
    reports = answer.reports
    return [
        Section(
            "counted", titled(_("What counts"), counts), counts,
            (*promise, sized(_("Adds"), "adds_low", "adds_high", None), date(_("Due"), "due"), key()),
            shown=by is None,
            brief=screenful(counts),
            further=_counting(behind.counted) if behind.counted else "",
        ),
        Section(
            "left_out", titled(_("Left out"), left_out), left_out, (*promise, reason(_("Why")), key()), shown=False
        ),
        _wider(wording, with_reason(answer.records, len(wider), lambda: wider), wider),
        Section("report", titled(_("Reported"), reports), reports, columns("reports"), shown=False),
        later_sources(reader, behind.articles, answer.counted),
    ]  # fmt: skip


def _wider(wording: Wording, rows: Rows, left_out: Sequence[tuple[str, "Reason"]]) -> Section:
    """Return the promises for an area that merely contains the place: people read how many, and data have them."""
    counts = Counter(str(dict(why.details)["place"]) for _pledge, why in left_out)
    areas = ", ".join(
        _("{line}: {count}").format(line=wording.name("place", place), count=number(many))
        for place, many in counts.most_common()
    )
    text = _("Left out, for a larger area: {areas}; see -f json").format(areas=areas) if areas else ""
    title = titled(_("Left out, for a larger area"), rows)
    return Section("left_out", title, rows, shown=False, brief=Rows((), []), further=text, capped=True)


def _counting(many: int) -> str:
    """Return how many promises count, and the option that lists them."""
    return _("Promises counted: {count}; see --counted").format(count=number(many))


def _notes(reader: Reader, wording: Wording, answer: Totals, groups: Rows | None) -> list[str]:
    """Return why groups don't add up, what coverage knows, whom operators take in, and what a source denies."""
    by = groups.columns[0] if groups else None
    notes = [*apart_told("due_by" if by == "year" else by)] if groups and by and groups.rows else []
    notes += unread(reader, wording, answer.scope["country"], answer.scope["place"])
    return [*notes, *answer.kin.told, *denied_told(wording, answer.behind.denied)]


def _whole(answer: Totals, groups: Rows | None) -> dict[str, Any]:
    """Return the answer as one object; the groups are in it where they are asked for."""
    reasons = dict(answer.left_out())
    left_out = answer.records([*reasons]).records()
    whole = {
        "scope": answer.scope,
        "taken_in": list(answer.kin.english),
        "denied": list(answer.behind.denied),
        "totals": [dict(zip(TOTAL, total_row(total), strict=True)) for total in answer.totals],
        "counted": answer.records(answer.counted()).records(),
        "left_out": [record | reason_data(reasons[record["id"]]) for record in left_out],
        "reports": answer.reports.records(),
    }
    return whole | ({"groups": groups.records()} if groups else {})
