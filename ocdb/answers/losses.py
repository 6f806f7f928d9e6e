"""Jobs lost in a scope, as an answer: totals that count no job twice, and what they rest on."""

from collections.abc import Iterator, Sequence
from typing import Any

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
from ocdb.answers.answer import Answer, Cell, Column, Section
from ocdb.answers.captions import denied_told
from ocdb.answers.columns import count, counted, date, key, label, place, planned, reason, sized, where, whose
from ocdb.answers.coverage import THIN, read_in_all, unread
from ocdb.answers.later import LaterData, LaterRows
from ocdb.answers.loss_totals import TOTAL, Lost, grouped, lost, total_row
from ocdb.answers.names import is_country
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.rules.losses import HAPPENED
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.lines import counted_by, line_amount, line_name
from ocdb.words.surface import at_a_prompt

# What can be asked for beside the totals.
PARTS = {"counted": "counted", "left_out": "left_out", "sources": "source"}


def losses(
    reader: Reader,
    asked: Asked,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
    parts: Sequence[str] = (),
) -> Answer:
    """Return the jobs that were lost in a scope, as an answer: `lost` says what is given; data are as of `jobs`.

    Args:
        reader: the database.
        asked: the scope in the user's words.
        since: a date from which on the losses must lie.
        until: a date up to whose last day they must lie.
        by: whether there is a line for each operator, country, place or year, too.
        parts: of PARTS, what is printed beside the totals.
    """
    answer = lost(reader, asked, since, until)
    wording = Wording(reader)
    groups = grouped(answer, by) if by else None
    if by and groups:
        wording.learn(by, (row[0] for row in groups.rows))
    whole = Answer(
        headline(wording, answer),
        (*_totals(answer, by), *_groups(groups, by), *_counted_by_others(answer, by), *_behind(reader, answer, by)),
        wording,
        (*_others(wording, answer), *remarks(wording, answer, groups)),
        LaterData(lambda: _whole(answer, groups)),
    )
    return with_parts(whole, by, [PARTS[part] for part in parts], answer.behind.left_out)


def headline(wording: Wording, answer: Lost) -> str:
    """Return scope and totals in a sentence: ``Morocco: 68 jobs lost; at least 300 jobs to be lost``.

    What others counted as lost follows the operators' own figures, which are often the smaller ones.
    """
    basis = counted_by(answer.scope["basis"])
    scope = scope_in_words(wording, answer.scope, answer.kin.asked, basis) or _("Job losses")
    told = _("{scope}: {amount}").format(scope=scope, amount=amounts(answer))
    others = [] if basis else [*_lost_by_others(wording, answer)]
    return _("{told}; counted by others: {others}").format(told=told, others=", ".join(others)) if others else told


def _lost_by_others(wording: Wording, answer: Lost) -> Iterator[str]:
    """Yield how many jobs others counted as lost: ``at least 1,807 jobs lost (analyst)``."""
    for basis in answer.others():
        for line in answer.lines_of(basis):
            if line.line == HAPPENED:
                amount = line_amount(line.line, line.low, line.high, line.bound)
                yield _("{amount} ({basis})").format(amount=amount, basis=wording.label(basis, "basis"))


def amounts(answer: Lost) -> str:
    """Return totals in words: ``68 jobs lost; at least 300 jobs to be lost``."""
    lines = [line_amount(line.line, line.low, line.high, line.bound) for line in answer.lines]
    return _("; ").join(lines) or _("no job losses that count")


def _totals(answer: Lost, by: str | None) -> list[Section]:
    rows = Rows(TOTAL, [total_row(line) for line in answer.lines])
    return [Section("total", "", rows, (_line(), *_figures()), shown=by is None)]


_BY_OTHERS = ("basis", *TOTAL)


def _by_others(answer: Lost) -> Rows:
    """Return the totals of the figures of others in the same scope, a row a basis and line."""
    rows = [(basis, *total_row(line)) for basis in answer.others() for line in answer.lines_of(basis)]
    return Rows(_BY_OTHERS, rows)


def _counted_by_others(answer: Lost, by: str | None) -> list[Section]:
    """Return what others counted: it stands beside the totals, and is never added to them."""
    whose_ = label(_("Counted by"), "basis", "basis")
    rows = _by_others(answer)
    title = _("Counted by others, not added to the totals")
    return [Section("others", title, rows, (whose_, _line(), *_figures()), shown=by is None)] if rows.rows else []


def _line() -> Column:
    return Column("line", _("Line"), lambda record, _words: Cell(line_name(record["line"]) if record["line"] else ""))


def _figures() -> tuple[Column, ...]:
    return sized(_("Total")), count(_("Job losses"), "losses")


def _groups(groups: Rows | None, by: str | None) -> list[Section]:
    if not groups or not by:
        return []
    title = {
        "operator": _("By operator"), "country": _("By country"), "place": _("By place"), "year": _("By year"),
    }  # fmt: skip
    return [Section("group", title[by], groups, columns_by(by))]


def columns_by(by: str) -> tuple[Column, ...]:
    """Return in which columns people read the totals of groups."""
    return (group(by), _line(), *_figures())


def _behind(reader: Reader, answer: Lost, by: str | None) -> list[Section]:
    """Return what the totals rest on: what counts, what is left out and why, and the articles."""
    behind = answer.behind
    counts = LaterRows(behind.counted, lambda: answer.records(answer.counted()))
    left_out = with_reason(answer.records, behind.left_out.total(), answer.left_out)
    there = place() if is_country(answer.scope["country"]) else where()
    loss = (whose(_("Operator")), counted(_("Loss")), there)
    more = (
        label(_("Cause"), "cause", "loss_cause"),
        planned("event_status"),
        date(_("Date"), "date"),
    )
    rest = sized(_("Still planned"), "rest_low", "rest_high", "rest_bound")
    return [
        Section(
            "counted", titled(_("What counts"), counts), counts, (*loss, *more, rest, key()),
            shown=by is None,
            brief=screenful(counts),
            further=_counting(behind.counted) if behind.counted else "",
        ),
        Section("left_out", titled(_("Left out"), left_out), left_out, (*loss, reason(_("Why")), key()), shown=False),
        later_sources(reader, behind.articles, answer.counted),
    ]  # fmt: skip


def _counting(many: int) -> str:
    """Return how many losses count, and the option that lists them."""
    return _("Job losses counted: {count}; see --counted").format(count=number(many))


def _others(wording: Wording, answer: Lost) -> Iterator[str]:
    """Yield how many losses count where the figures of others are asked for; a page shows them."""
    for basis, many in answer.others().items() if at_a_prompt() else ():
        text = _("Figures by others ({basis}): {count}; see --basis {code}")
        yield text.format(basis=wording.label(basis, "basis"), count=number(many), code=basis)


def remarks(wording: Wording, answer: Lost, groups: Rows | None) -> list[str]:
    """Return that groups don't add up, what coverage knows, whom operators take in, and what a source denies."""
    notes = [_("The lines may not add up to the total")] if groups and groups.rows[2:] else []
    reader = answer.reader
    notes += unread(reader, wording, answer.scope["country"], answer.scope["place"])
    if not answer.scope["country"] and not answer.scope["place"] and answer.behind.counted < THIN:
        notes.append(read_in_all(reader))
    return [*notes, *answer.kin.told, *denied_told(wording, answer.behind.denied)]


def _whole(answer: Lost, groups: Rows | None) -> dict[str, Any]:
    """Return the answer as one object; the groups are in it where they are asked for."""
    reasons = dict(answer.left_out())
    left_out = answer.records([*reasons]).records()
    whole = {
        "scope": answer.scope,
        "taken_in": list(answer.kin.english),
        "denied": list(answer.behind.denied),
        "totals": [dict(zip(TOTAL, total_row(line), strict=True)) for line in answer.lines],
        "others": _by_others(answer).records(),
        "counted": answer.records(answer.counted()).records(),
        "left_out": [record | reason_data(reasons[record["id"]]) for record in left_out],
    }
    return whole | ({"groups": groups.records()} if groups else {})
