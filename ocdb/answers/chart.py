"""What a chart shows: promised and reported figures of one measure by year, country or operator, and its caption."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ocdb.answers.adding import capital
from ocdb.answers.answer import Answer, Column, Section
from ocdb.answers.captions import (
    apart_told,
    coverage_told,
    day_told,
    denied_told,
    left_out_told,
    scope_of_delivery,
    timing_told,
)
from ocdb.answers.coverage import unread
from ocdb.answers.delivery import columns_by
from ocdb.answers.editions import edition
from ocdb.answers.rates import Delivery, delivery
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.answers.works import Edition
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import figure, number
from ocdb.words.language import N_, _
from ocdb.words.lines import line_name

# What a bar counts, by line.
UNITS = {
    "new_jobs": N_("new jobs; of a level, what it adds to the people already there"),
    "levels": N_("jobs in total, which may include people already there"),
    "hires": N_("hires, some of which replace people who leave"),
    "seats": N_("seats (workstations), never converted to jobs"),
    "trainees": N_("trainees, who aren't employed yet"),
}
_TITLES = {
    "year": N_("{line} promised and reported, by year in which promises were due"),
    "country": N_("{line} promised and reported, by country"),
    "operator": N_("{line} promised and reported, by operator"),
}
NOTHING_DUE = N_("No promise was due on this line: {line}.")


@dataclass(frozen=True)
class Stripe:
    """One of the bars of a group.

    Attributes:
        name: which of the bars: ``promised``, ``reported``, ``lost`` or ``planned``.
        low: its low end; None where there is no figure, which isn't zero.
        high: its high end; None where it is open, as in "at least 3,000".
        text: the figure, or the words for why there is none.
        remark: what has to be said of it; empty where there is nothing to say.
    """

    name: str
    low: int | None
    high: int | None
    text: str
    remark: str = ""

    @property
    def told(self) -> str:
        """Return what stands beside it: ``450``, ``450 (1 of 2 known)``, ``no evidence``."""
        return f"{self.text} {self.remark}".rstrip()


class Group(Protocol):
    """A group of a chart: a year, a country or an operator, with its bars."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def stripes(self) -> Sequence[Stripe]:
        """Return its bars, in the order of the chart; none of a year in which no promise was due."""


@dataclass(frozen=True)
class Bar:
    """What was promised in a group, and what reports show of it, in units of the measure.

    Attributes:
        name: of the operator or country, or the year.
        promised: the low end of what was promised; 0 where only a high end is known.
        figure: what was promised as people write it: ``at least 3000``.
        reported: what came of it, at least; None where nobody gives a figure, which isn't zero.
        pledges: how many promises are behind it; none for a year in which none was due.
        known: of how many of them something is known.
        given_up: how many of those were given up.
        high: the high end of what was promised; None where it is open, as in "at least 3,000".
    """

    name: str
    promised: int = 0
    figure: str = ""
    reported: int | None = None
    pledges: int = 0
    known: int = 0
    given_up: int = 0
    high: int | None = None

    @property
    def amount(self) -> str:
        """Return what was reported: a number, or the words for why there is none."""
        if self.reported is not None:
            return number(self.reported)
        if not self.known:
            return _("no evidence")
        return _("given up") if self.given_up == self.known else _("no figure")

    @property
    def coverage(self) -> str:
        """Return of how many promises something is known, where it isn't all of them or none: ``(1 of 2 known)``."""
        if not 0 < self.known < self.pledges:
            return ""
        return _("({known} of {count} known)").format(known=number(self.known), count=number(self.pledges))

    @property
    def stripes(self) -> tuple[Stripe, ...]:
        """Return both bars; none of a group in which nothing was due."""
        if not self.pledges:
            return ()
        promised = Stripe("promised", self.promised, self.high, self.figure)
        return promised, Stripe("reported", self.reported, self.reported, self.amount, self.coverage)


@dataclass(frozen=True)
class Chart:
    """A chart, before anybody draws it.

    Attributes:
        title: what is drawn, or that there is nothing to draw.
        subtitle: the scope, and where there is something to draw the unit, a line each.
        notes: what the bars rest on, what isn't drawn, day and articles, a line each.
        line: what all bars count, a member of UNITS.
        bars: the years in their order, those without promises included; else the largest promise first.
        rows: the numbers behind the bars, as `ocdb.answers.delivery` or `losses` gives them, the whole last.
        scope: what was asked, under the keys that slugs resolved to.
        left_out: how many promises aren't drawn, by reason.
        denied: the promises drawn that a source denies.
        others: the lines of the totals on which promises were due that aren't drawn.
        told: for each operator that was asked for a line that says whom it takes in, and why.
        columns: in which people read the rows, while the reader is open.
        wording: what codes in them are called.
        edition: which data they are.
        series: the names of the bars of a group.
    """

    title: str
    subtitle: tuple[str, ...]
    notes: tuple[str, ...]
    line: str
    bars: tuple[Group, ...]
    rows: Rows
    scope: dict[str, Any]
    left_out: dict[str, int]
    denied: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    wording: Wording = field(default_factory=Wording)
    edition: Edition = field(default_factory=lambda: edition(None))
    series: tuple[str, ...] = ("promised", "reported")

    @property
    def caption(self) -> tuple[str, ...]:
        """Return all that stands beside the bars, a line each."""
        return self.subtitle + self.notes

    def answer(self) -> Answer:
        """Return the numbers behind the bars as an answer, for data formats and for the table beside a picture."""
        whole = {
            "scope": self.scope, "groups": self.rows.records(), "left_out": self.left_out, "denied": self.denied,
        }  # fmt: skip
        section = Section("group", "", self.rows, self.columns)
        return Answer(self.title, (section,), self.wording, self.caption, whole)


def chart(reader: Reader, asked: Asked, by: str, line: str = "new_jobs") -> Chart:
    """Return the chart of what was promised for the time before the reader's day, and of what reports show of it.

    Args:
        reader: the database, and what day it is there.
        asked: the scope, in the user's words.
        by: ``year`` (in which promises are due), ``country`` or ``operator``.
        line: a member of UNITS; lines are never drawn together.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    found = delivery(reader, asked, by)
    records = [record for record in found.rows.records() if record["line"] == line]
    wording = Wording(reader)
    wording.learn(by, (record[by] for record in records))
    parts = [record for record in records if record[by] is not None]
    bars = [_bar(record[by] if by == "year" else wording.name(by, record[by]), record) for record in parts]
    bars = list(_every_year(bars)) if by == "year" else sorted(bars, key=lambda bar: (-bar.promised, bar.name))
    whole = next((record for record in records if record[by] is None), None)
    left_out = _left_out(found, by, line)
    columns = found.rows.columns
    return Chart(
        _(_TITLES[by] if bars else NOTHING_DUE).format(line=capital(line_name(line)) if bars else line_name(line)),
        tuple(_subtitle(reader, wording, found, line if whole else None)),
        tuple(_notes(reader, wording, found, line, whole, left_out)),
        line,
        tuple(bars),
        Rows(columns, [tuple(record[name] for name in columns) for record in records]),
        found.scope | {"line": line},
        left_out,
        tuple(sorted(found.denied.get(line, ()))),
        tuple(other for other in _others(found, by) if other != line),
        found.kin.told,
        columns_by(by),
        wording,
        edition(reader),
    )


def _bar(name: str, line: dict[str, Any]) -> Bar:
    return Bar(
        name,
        line["promised"],
        figure(line["promised"], line["promised_high"], line["bound"]),
        line["reported"],
        line["pledges"],
        line["known"],
        line["cancelled"],
        line["promised_high"],
    )


def _every_year(bars: list[Bar]) -> Iterator[Bar]:
    """Yield the years from the first to the last: an axis of time leaves none out."""
    known = {int(bar.name): bar for bar in bars}
    for year in range(min(known, default=0), max(known, default=-1) + 1):
        yield known.get(year, Bar(str(year)))


def _left_out(found: Delivery, by: str, line: str) -> dict[str, int]:
    """Return how many promises of the scope aren't drawn, by reason or their line; those without any are left out."""
    others = _others(found, by)
    reasons = {
        "not_due": found.not_due[line],
        "no_due_date": found.undated[line],
        **{other: count for other, count in others.items() if other != line},
    }
    return {reason: count for reason, count in reasons.items() if count}


def _others(found: Delivery, by: str) -> dict[str, int]:
    """Return how many promises were due on each line."""
    return {record["line"]: record["pledges"] for record in found.rows.records() if record[by] is None}


def _subtitle(reader: Reader, wording: Wording, found: Delivery, line: str | None) -> Iterator[str]:
    yield _("Scope: {scope}.").format(scope=scope_of_delivery(reader, wording, found.scope, found.kin.asked))
    if line:
        yield _("Unit: {unit}.").format(unit=_(UNITS[line]))


def _notes(
    reader: Reader,
    wording: Wording,
    found: Delivery,
    line: str,
    whole: dict[str, Any] | None,
    left_out: dict[str, int],
) -> Iterator[str]:
    if whole:
        yield _("Reported: at least what was there by the due date, or else what the first later report shows.")
        bar = _bar("", whole)
        yield _("Total promised: {promised}; reported: {reported}.").format(promised=bar.figure, reported=bar.amount)
        yield from coverage_told([whole])
        if (whole["reported"] or 0) > (whole["kept"] or 0):
            yield _("What was reported beyond a promise isn't in the rate.")
        yield from timing_told([whole])
        yield from apart_told(found.scope["by"])
    yield from left_out_told(left_out)
    yield from denied_told(wording, found.denied.get(line, ()))
    yield from unread(reader, wording, found.scope["country"], found.scope["place"])
    yield day_told(reader)
