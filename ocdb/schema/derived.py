"""What a load reckons from the claims, and its stamp.

Totals of promises and of losses, the ledger of promises, periods of sites, kinship of operators, groups of conflicts,
the search index.
"""

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import Base, BoundRef, Code, Name, Prose, Slug, Whole


class Total(Base):
    """A total of pledges in a scope, by the rule that counts no job twice."""

    __tablename__ = "total"
    __table_args__ = {"comment": "Totals of pledges in the common scopes, reckoned at each load (docs/totals.md)"}

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="scope, due date, basis and measure in one")
    scope_kind: Mapped[Code] = mapped_column(index=True, comment="all, country, place or operator")
    scope: Mapped[Slug | None] = mapped_column(index=True, comment="code or slug of the scope; empty for all")
    due_by: Mapped[dt.date | None] = mapped_column(comment="only pledges due by this day; empty for all")
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose pledges")
    measure: Mapped[Code] = mapped_column(ForeignKey("measure.id"), comment="jobs, seats or trainees")
    low: Mapped[Whole] = mapped_column(comment="lower end of the total")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty where a part is open")
    bound: Mapped[BoundRef]
    pledges: Mapped[int] = mapped_column(comment="number of pledges that count")


class LossTotal(Base):
    """A total of losses in a scope, by the rule that counts no job twice."""

    __tablename__ = "loss_total"
    __table_args__ = {"comment": "Totals of losses in the common scopes, derived at each load (docs/losses.md)"}

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="scope, basis, year and line in one")
    scope_kind: Mapped[Code] = mapped_column(index=True, comment="all, country, place or operator")
    scope: Mapped[Slug | None] = mapped_column(index=True, comment="code or slug of the scope; empty for all")
    year: Mapped[int | None] = mapped_column(comment="only losses of this year; empty for all")
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose figures")
    line: Mapped[Code] = mapped_column(comment="happened or planned, for seats and trainees with that word before")
    low: Mapped[Whole] = mapped_column(comment="lower end of the total")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty where a part is open")
    bound: Mapped[BoundRef]
    losses: Mapped[int] = mapped_column(comment="number of losses that count")


class Ledger(Base):
    """What became of a pledge."""

    __tablename__ = "ledger"
    __table_args__ = {"comment": "What became of each pledge, reckoned at each load (docs/ledger.md)"}

    pledge_id: Mapped[Slug] = mapped_column(ForeignKey("job_pledge.id"), primary_key=True, comment="the pledge")
    while_open: Mapped[Code] = mapped_column(ForeignKey("outcome.id"), comment="verdict up to the day it is due")
    once_due: Mapped[Code] = mapped_column(ForeignKey("outcome.id"), comment="verdict once that day has passed")
    verdict_basis: Mapped[Code] = mapped_column(comment="sourced: a source gives the verdict; computed: a rule does")
    shown: Mapped[Whole | None] = mapped_column(
        comment="what was there by the due day, at least, as far as reports tell"
    )
    timing: Mapped[Code | None] = mapped_column(comment="of what was reached: by_due, late or unknown")
    reason: Mapped[Prose] = mapped_column(comment="why that is the verdict, in a line")
    counts: Mapped[bool] = mapped_column(comment="whether it counts in the total of its country and basis")


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
    bearing: Mapped[Code] = mapped_column(comment="decides, shows or nothing")
    low: Mapped[Whole | None] = mapped_column(comment="what it shows to be there, at least; empty: nothing")
    high: Mapped[Whole | None] = mapped_column(comment="what it shows to be there, at most; empty: open")
    reason: Mapped[Prose] = mapped_column(comment="what it shows, or why it shows nothing")


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
    reason: Mapped[Prose] = mapped_column(comment="why that is its state then, in a line")
    last_evidence: Mapped[dt.date | None] = mapped_column(
        comment="last day of the time in which the latest source behind it appeared"
    )


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


class SearchEntry(Base):
    """What `ocdb search` finds."""

    __tablename__ = "search_entry"
    __table_args__ = {"comment": "Names, titles, summaries and notes, folded for search"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug of the record")
    kind: Mapped[Code] = mapped_column(primary_key=True, comment="kind of record")
    title: Mapped[Prose] = mapped_column(comment="name, title or summary")
    text: Mapped[Prose] = mapped_column(comment="everything else that is searched")
    folded_title: Mapped[Prose] = mapped_column(comment="the title without case and accents")
    folded_text: Mapped[Prose] = mapped_column(comment="the text without case and accents")


class Stamp(Base):
    """What was loaded."""

    __tablename__ = "stamp"
    __table_args__ = {"comment": "What the database was made from: version of ocdb, state of the data"}

    id: Mapped[Name] = mapped_column(primary_key=True, comment="what the value tells")
    value: Mapped[Prose] = mapped_column(comment="the value")
