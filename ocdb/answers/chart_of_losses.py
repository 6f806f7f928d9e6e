"""What a chart of job losses shows: those that happened and those that are planned, by year, country or operator."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ocdb.answers.adding import capital, scope_in_words
from ocdb.answers.captions import day_told
from ocdb.answers.chart import Chart, Stripe
from ocdb.answers.editions import edition
from ocdb.answers.loss_totals import Lost, grouped, lost
from ocdb.answers.losses import columns_by, headline, remarks
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.rules.losses import LINES
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import figure
from ocdb.words.language import N_, _
from ocdb.words.lines import counted_by, line_name

# What is drawn together, by the state of the losses, and how the bar of each is called.
SERIES = {"happened": "lost", "planned": "planned"}
# What each line of the totals counts, and the state of the losses in it.
_PARTS = {line: parts for parts, line in LINES.items()}
UNITS = {
    "jobs": N_("jobs lost or to be lost, each counted once"),
    "seats": N_("seats (workstations) lost or to be lost, never converted to jobs"),
    "trainees": N_("trainees dismissed or to be dismissed"),
}
_TITLES = {
    "year": N_("Job losses on record, by year"),
    "country": N_("Job losses on record, by country"),
    "operator": N_("Job losses on record, by operator"),
}
_APART = {
    "year": N_("Losses stand under the last day on which they may have happened; those without a date, or over a new"
               " year’s day, stand under none. Years of which none is on record aren’t drawn."),
    "operator": N_("Joint losses stand under none of their operators."),
}  # fmt: skip


@dataclass(frozen=True)
class LossBar:
    """What was lost in a group, and what is to be lost.

    Attributes:
        name: of the operator or country, or the year.
        stripes: a bar for each line of which something counts; at least one.
    """

    name: str
    stripes: tuple[Stripe, ...]

    @property
    def most(self) -> int:
        """Return its larger number."""
        return max(stripe.low or stripe.high or 0 for stripe in self.stripes)


def chart_of_losses(reader: Reader, asked: Asked, by: str, unit: str = "jobs") -> Chart:
    """Return the chart of the jobs that were lost or are to be lost.

    Args:
        reader: the database, and what day it is there.
        asked: the scope, in the user's words.
        by: ``year``, ``country`` or ``operator``.
        unit: a member of UNITS; seats are never drawn together with jobs.

    Raises:
        NotFoundError: a name that nobody bears.
    """
    answer = lost(reader, asked)
    wording = Wording(reader)
    groups = grouped(answer, by)
    records = [record for record in groups.records() if _unit(record["line"]) == unit]
    bars = _bars(wording, [record for record in records if record[by] is not None], by)
    rows = Rows(groups.columns, [tuple(record.values()) for record in records])
    series = [name for name in SERIES.values() if any(one.name == name for bar in bars for one in bar.stripes)]
    left_out = _left_out(groups, by, unit)
    return Chart(
        _(_TITLES[by]) if bars else headline(wording, answer),
        tuple(_subtitle(wording, answer, unit if bars else None)),
        (*_notes(reader, wording, answer, groups, by, left_out),),
        unit,
        tuple(bars),
        rows,
        answer.scope | {"by": by, "line": unit},
        left_out,
        answer.behind.denied,
        told=answer.kin.told,
        columns=columns_by(by),
        wording=wording,
        edition=edition(reader),
        series=tuple(series) or ("lost",),
    )


def _unit(line: str) -> str:
    """Return what a line of the totals counts."""
    counted, _state = _PARTS[line]
    return "jobs" if counted == "new_jobs" else counted


def _bars(wording: Wording, records: list[dict[str, Any]], by: str) -> list[LossBar]:
    """Return the years of which a loss is on record, in their order; else the largest loss first.

    Other years are left out: that nothing is on record of them says little, and they would be most of the chart.
    """
    wording.learn(by, (record[by] for record in records))
    stripes: dict[str, list[Stripe]] = {}
    for record in records:
        said = figure(record["low"], record["high"], record["bound"])
        stripe = Stripe(SERIES[_PARTS[record["line"]][1]], record["low"] or 0, record["high"], said)
        stripes.setdefault(record[by], []).append(stripe)
    if by == "year":
        return [LossBar(year, tuple(stripes[year])) for year in sorted(stripes)]
    bars = [LossBar(wording.name(by, key), tuple(some)) for key, some in stripes.items()]
    return sorted(bars, key=lambda bar: (-bar.most, bar.name))


def _left_out(groups: Rows, by: str, unit: str) -> dict[str, int]:
    """Return how many losses aren't drawn as they are counted otherwise, by what they count."""
    others: dict[str, int] = {}
    for record in groups.records():
        if record[by] is None and _unit(record["line"]) != unit:
            others[record["line"]] = record["losses"]
    return others


def _subtitle(wording: Wording, answer: Lost, unit: str | None) -> Iterator[str]:
    basis = counted_by(answer.scope["basis"]) or _("figures of operators")
    scope = scope_in_words(wording, answer.scope, answer.kin.asked, basis)
    yield _("Scope: {scope}.").format(scope=capital(scope))
    if unit:
        yield _("Unit: {unit}.").format(unit=_(UNITS[unit]))


def _notes(
    reader: Reader, wording: Wording, answer: Lost, groups: Rows, by: str, left_out: dict[str, int]
) -> Iterator[str]:
    yield headline(wording, answer) + "."
    yield from (_(text) for text in filter(None, [_APART.get(by)]))
    if left_out:
        names = _("; ").join(f"{line_name(line)} ({count})" for line, count in left_out.items())
        yield _("Not drawn: {lines}.").format(lines=names)
    yield from (f"{note.rstrip('.')}." for note in remarks(wording, answer, groups))
    yield day_told(reader)
