"""What a load reckons from the claims, and its stamp.

Totals of promises and of losses, the ledger of promises, periods of sites, kinship of operators, groups of conflicts,
the search index.
"""

import datetime as dt

from sqlalchemy import Double, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import Base, BoundRef, Code, Name, Prose, Slug, Whole, by_code_point


class Total(Base):
    """A total of pledges in a scope, by the rule that counts no job twice."""

    __tablename__ = "total"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "Totals of pledges in the common scopes, reckoned at each load (docs/totals.md)"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="scope, due date, basis and measure in one")
    scope_kind: Mapped[Code] = mapped_column(comment="all, country, area, place or operator")
    scope: Mapped[Slug | None] = mapped_column(index=True, comment="code or slug of the scope; empty for all")
    due_by: Mapped[dt.date | None] = mapped_column(comment="only pledges due by this day; empty for all")
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose pledges")
    line: Mapped[Code] = mapped_column(comment="new_jobs, levels, hires, seats or trainees; never added to each other")
    low: Mapped[Whole] = mapped_column(comment="promised for certain, at least")
    high: Mapped[Whole | None] = mapped_column(comment="promised at most; empty where a part is open")
    bound: Mapped[BoundRef]
    pledges: Mapped[int] = mapped_column(comment="number of pledges that count")
    commitment: Mapped[Whole] = mapped_column(comment="how much of low is committed to")
    announcement: Mapped[Whole] = mapped_column(comment="how much of low is announced")
    ambition: Mapped[Whole] = mapped_column(comment="how much of low is aimed at")
    forecast: Mapped[Whole] = mapped_column(comment="how much of low is foreseen; none of operators")
    capacity: Mapped[Whole] = mapped_column(comment="how much of low there is room for; none of operators")


class Delivery(Base):
    """How much came of the promises in a scope that were due."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "Rates of delivery in the common scopes, for each span of days between due days (docs/ledger.md)"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="scope, basis, line and first day in one")
    scope_kind: Mapped[Code] = mapped_column(comment="all, country, area, operator, year or area_year")
    scope: Mapped[Slug | None] = mapped_column(index=True, comment="code or slug of the scope, or the year, or both")
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose pledges")
    from_day: Mapped[dt.date] = mapped_column(index=True, comment="first day on which this holds")
    to_day: Mapped[dt.date | None] = mapped_column(index=True, comment="last day; empty: it lasts")
    line: Mapped[Code] = mapped_column(comment="new_jobs, levels, hires, seats or trainees; never added to each other")
    pledges: Mapped[int] = mapped_column(comment="number of promises that were due and count")
    known: Mapped[int] = mapped_column(comment="of how many of them it is known what came")
    in_time: Mapped[int] = mapped_column(comment="how many were kept by the due day")
    late: Mapped[int] = mapped_column(comment="how many were kept only after it")
    reached: Mapped[int] = mapped_column(comment="how many were kept, nobody knows whether in time")
    missed: Mapped[int] = mapped_column(comment="how many weren't kept")
    cancelled: Mapped[int] = mapped_column(comment="how many were given up")
    no_figure: Mapped[int] = mapped_column(comment="how many were missed, nobody says by how much")
    promised: Mapped[Whole] = mapped_column(comment="promised for certain, at least")
    promised_high: Mapped[Whole | None] = mapped_column(comment="promised at most; empty: open")
    bound: Mapped[BoundRef]
    promised_known: Mapped[Whole] = mapped_column(comment="the same of the promises behind rate_high")
    reported: Mapped[Whole | None] = mapped_column(comment="what was there of it, at least; empty: no figure")
    kept: Mapped[Whole] = mapped_column(comment="how much of what was promised came, at least")
    kept_high: Mapped[Whole] = mapped_column(comment="the same at most, of the promises behind rate_high")
    rate_low: Mapped[float | None] = mapped_column(Double, comment="per cent, if nothing came of the silent ones")
    rate_high: Mapped[float | None] = mapped_column(Double, comment="per cent, of those of which something is known")
    coverage: Mapped[float | None] = mapped_column(Double, comment="of how many in a hundred something is known")


class LossTotal(Base):
    """A total of losses in a scope, by the rule that counts no job twice."""

    __tablename__ = "loss_total"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "Totals of losses in the common scopes, derived at each load (docs/losses.md)"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="scope, basis, year and line in one")
    scope_kind: Mapped[Code] = mapped_column(comment="all, country, area, place or operator")
    scope: Mapped[Slug | None] = mapped_column(index=True, comment="code or slug of the scope; empty for all")
    year: Mapped[int | None] = mapped_column(comment="only losses of this year; empty for all")
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose figures")
    line: Mapped[Code] = mapped_column(comment="happened or planned, for seats and trainees with that word before")
    low: Mapped[Whole] = mapped_column(comment="lower end of the total")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty where a part is open")
    bound: Mapped[BoundRef]
    losses: Mapped[int] = mapped_column(comment="number of losses that count")


class Behind:
    """The columns that `rests_on`, `left_out` and `denied` share: which totals they are about, and on which days.

    They come before those of each.
    """

    kind: Mapped[Code] = mapped_column(comment="pledge, loss or delivery: totals of what")
    scope_kind: Mapped[Code] = mapped_column(comment="all, country, area or operator; of delivery what is grouped by")
    scope: Mapped[Slug | None] = mapped_column(comment="code or slug of the scope; empty for all")
    basis: Mapped[Code | None] = mapped_column(ForeignKey("basis.id"), comment="whose figures; empty: of each")
    from_day: Mapped[dt.date | None] = mapped_column(comment="first day on which this holds; empty: it always did")
    to_day: Mapped[dt.date | None] = mapped_column(comment="last day; empty: it lasts")


class RestsOn(Behind, Base):
    """How much stands behind the totals of a scope."""

    __tablename__ = "rests_on"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "How many claims and articles the totals of a scope rest on, derived at each load"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="kind, scope, basis and first day in one")
    claims: Mapped[int] = mapped_column(comment="number of pledges or losses that count", sort_order=1)
    articles: Mapped[int] = mapped_column(comment="number of sources behind them", sort_order=1)


class LeftOut(Behind, Base):
    """How much is left out of the totals of a scope, for one reason."""

    __tablename__ = "left_out"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "How many claims are left out of the totals of a scope, by reason, derived at each load"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="kind, scope, basis and reason in one")
    line: Mapped[Code | None] = mapped_column(comment="of delivery the line on which they stand", sort_order=1)
    reason: Mapped[Code] = mapped_column(comment="why they are left out: a code", sort_order=1)
    claims: Mapped[int] = mapped_column(comment="number of pledges or losses", sort_order=1)


class Denied(Behind, Base):
    """A claim that counts although a source denies it."""

    __tablename__ = "denied"
    __table_args__ = (
        Index(None, "scope_kind", "scope"),
        {"comment": "Claims in the totals of a scope that a source denies, derived at each load"},
    )

    id: Mapped[str] = mapped_column(String(400), primary_key=True, comment="kind, scope, basis, claim and day in one")
    claim_id: Mapped[Slug] = mapped_column(ForeignKey("claim.id"), index=True, comment="the claim", sort_order=1)


class Ledger(Base):
    """What became of a pledge."""

    __tablename__ = "ledger"
    __table_args__ = {"comment": "What became of each pledge, reckoned at each load (docs/ledger.md)"}

    pledge_id: Mapped[Slug] = mapped_column(ForeignKey("job_pledge.id"), primary_key=True, comment="the pledge")
    while_open: Mapped[Code] = mapped_column(ForeignKey("outcome.id"), comment="verdict up to the day it is due")
    once_due: Mapped[Code] = mapped_column(ForeignKey("outcome.id"), comment="verdict once that day has passed")
    verdict_basis: Mapped[Code] = mapped_column(comment="of while_open: sourced by a source, or computed by a rule")
    once_due_basis: Mapped[Code] = mapped_column(comment="the same of once_due")
    shown: Mapped[Whole | None] = mapped_column(
        comment="how much of the promised quantity was there by the due day, at least, as far as reports tell"
    )
    shown_high: Mapped[Whole | None] = mapped_column(
        comment="how much of it was there at most, where reports show a miss"
    )
    reason: Mapped[Code] = mapped_column(comment="why that is the verdict once it is due: a code")
    reason_details: Mapped[Prose | None] = mapped_column(comment="the parameters of that reason, as JSON")
    open_reason: Mapped[Code] = mapped_column(comment="why that is the verdict while it isn't due: a code")
    open_reason_details: Mapped[Prose | None] = mapped_column(comment="the parameters of that reason, as JSON")
    status: Mapped[Code] = mapped_column(comment="how it stands: standing, cancelled, revised or disputed")
    counts: Mapped[bool] = mapped_column(comment="whether it counts in the total of its country and basis")
    line: Mapped[Code] = mapped_column(comment="the line of a total on which it stands")
    adds_low: Mapped[Whole | None] = mapped_column(comment="how much it adds to its line for certain, at least")
    adds_high: Mapped[Whole | None] = mapped_column(comment="how much it adds to its line at most; empty: open")
    baseline_low: Mapped[Whole | None] = mapped_column(comment="lower end of how many were there when it was made")
    baseline_high: Mapped[Whole | None] = mapped_column(comment="upper end of the same")
    baseline_bound: Mapped[BoundRef | None]
    baseline_from: Mapped[dt.date | None] = mapped_column(comment="first day of the time when those were counted")
    made_from: Mapped[dt.date | None] = mapped_column(comment="first day of the time when it was made, doubt included")
    made_to: Mapped[dt.date | None] = mapped_column(comment="last day of that time")


class LedgerEvidence(Base):
    """What was looked at for a pledge's verdict."""

    __tablename__ = "ledger_evidence"
    __table_args__ = {
        "comment": "Reports, verdicts and other pledges that were looked at for a verdict, and what they show"
    }

    pledge_id: Mapped[Slug] = mapped_column(ForeignKey("job_pledge.id"), primary_key=True, comment="the pledge")
    claim_id: Mapped[Slug] = mapped_column(
        ForeignKey("claim.id"), primary_key=True, index=True, comment="the report, verdict or other pledge"
    )
    bearing: Mapped[Code] = mapped_column(comment="decides, shows, baseline or nothing")
    low: Mapped[Whole | None] = mapped_column(comment="so much of what was promised is there, at least; empty: nothing")
    high: Mapped[Whole | None] = mapped_column(comment="so much of it is there at most; empty: open")
    since: Mapped[dt.date | None] = mapped_column(comment="first day of the time that it is of, doubt included")
    until: Mapped[dt.date | None] = mapped_column(comment="last day of that time")
    reason: Mapped[Code] = mapped_column(comment="what it shows, or why it shows nothing: a code")
    reason_details: Mapped[Prose | None] = mapped_column(comment="the parameters of that reason, as JSON")


class SitePeriod(Base):
    """A time during which a site was in one state."""

    __tablename__ = "site_period"
    __table_args__ = {"comment": "States of sites over time, without gaps or overlaps, reckoned at each load"}

    site_id: Mapped[Slug] = mapped_column(ForeignKey("site.id"), primary_key=True, comment="the site")
    position: Mapped[int] = mapped_column(primary_key=True, comment="place in the order of time, from 1")
    status: Mapped[Code] = mapped_column(ForeignKey("site_status.id"), comment="state during that time")
    operator_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("operator.id"), index=True, comment="who runs it then; empty where no source says"
    )
    first_day: Mapped[dt.date | None] = mapped_column(index=True, comment="first day; empty: the beginning is open")
    last_day: Mapped[dt.date | None] = mapped_column(index=True, comment="last day; empty: it lasts")
    evidence: Mapped[Prose] = mapped_column(comment="slugs of the claims behind it, joined by '; '")
    last_evidence: Mapped[dt.date | None] = mapped_column(
        comment="last day of the time in which the latest source behind it appeared"
    )


class SitePeriodReason(Base):
    """A reason why a site was in its state during a period."""

    __tablename__ = "site_period_reason"
    __table_args__ = {"comment": "Why sites are in their state during their periods, one row a reason"}

    site_id: Mapped[Slug] = mapped_column(ForeignKey("site.id"), primary_key=True, comment="the site")
    position: Mapped[int] = mapped_column(primary_key=True, comment="the period, by its place in the order of time")
    number: Mapped[int] = mapped_column(primary_key=True, comment="place among the reasons of the period, from 1")
    reason: Mapped[Code] = mapped_column(comment="a reason: a code")
    reason_details: Mapped[Prose | None] = mapped_column(comment="the parameters of that reason, as JSON")


class OperatorKin(Base):
    """An operator that another one continues."""

    __tablename__ = "operator_kin"
    __table_args__ = {"comment": "Which operators a question about an operator takes in, and through which successions"}

    operator_id: Mapped[Slug] = mapped_column(ForeignKey("operator.id"), primary_key=True, comment="who is asked about")
    other_id: Mapped[Slug] = mapped_column(
        ForeignKey("operator.id"), primary_key=True, index=True, comment="who is taken in, itself included"
    )
    relation: Mapped[Code] = mapped_column(comment="same: itself, under any of its names; successor: who followed it")
    successions: Mapped[Prose | None] = mapped_column(comment="slugs of the successions between them, joined by '; '")


class ConflictMember(Base):
    """A claim in a group of claims that disagree."""

    __tablename__ = "conflict_member"
    __table_args__ = {"comment": "Claims that disagree with each other, or with what a source says, by group"}

    claim_id: Mapped[Slug] = mapped_column(ForeignKey("claim.id"), primary_key=True, comment="the claim")
    conflict_id: Mapped[Slug] = mapped_column(index=True, comment="the first slug of the group")
    settled: Mapped[bool] = mapped_column(comment="whether a claim of the group is preferred")


class SearchEntry(Base):
    """What `ocdb search` finds."""

    __tablename__ = "search_entry"
    __table_args__ = {"comment": "Names, titles, summaries, notes and labels of codes, folded for search"}

    # Completion asks for the slugs that begin as typed.
    id: Mapped[str] = mapped_column(by_code_point(120), primary_key=True, comment="slug of the record")
    kind: Mapped[Code] = mapped_column(primary_key=True, comment="kind of record")
    title: Mapped[Prose] = mapped_column(comment="name, title or summary")
    title_fr: Mapped[Prose] = mapped_column(comment="the same in French, or as written where it has no French")
    text: Mapped[Prose] = mapped_column(comment="other names, notes, reasons, authors, and whom the sources quote")
    text_fr: Mapped[Prose] = mapped_column(comment="the same in French, or as written where it has no French")
    labels: Mapped[Prose] = mapped_column(comment="its kinds, in both languages, with other words for them")
    folded_title: Mapped[Prose] = mapped_column(comment="slug, titles and other names without case and accents")
    folded_text: Mapped[Prose] = mapped_column(comment="texts and labels without case and accents")


class Stamp(Base):
    """What was loaded."""

    __tablename__ = "stamp"
    __table_args__ = {"comment": "What the database was made from: version of ocdb, state of the data"}

    id: Mapped[Name] = mapped_column(primary_key=True, comment="what the value tells")
    value: Mapped[Prose] = mapped_column(comment="the value")
