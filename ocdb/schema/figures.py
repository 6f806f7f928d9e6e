"""How many and how much: pledges, verdicts on them, losses, reports, investments and statistics."""

from sqlalchemy import CheckConstraint, Double, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import (
    BOUND_FITS,
    Base,
    BoundRef,
    ClaimKey,
    Code,
    CountryRef,
    Edtf,
    EventRef,
    FirstDay,
    French,
    HowKnown,
    LastDay,
    PlaceRef,
    Reasoning,
    SiteRef,
    Slug,
    Whole,
)


class JobPledge(Base):
    """A figure about the future that somebody committed to, targeted or projected."""

    __tablename__ = "job_pledge"
    __table_args__ = (
        CheckConstraint(BOUND_FITS, name="bound_fits"),
        CheckConstraint("low >= 0 OR low IS NULL", name="low"),
        CheckConstraint("unnamed_operators >= 0", name="unnamed_operators"),
        {"comment": "Promised, targeted or projected job figures"},
    )

    id: Mapped[ClaimKey]
    measure: Mapped[Code] = mapped_column(ForeignKey("measure.id"), comment="what is counted")
    reading: Mapped[Code] = mapped_column(ForeignKey("reading.id"), comment="on top of what is there, or in all")
    baseline_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("job_report.id"), index=True, comment="the report of how many were there before"
    )
    baseline_none: Mapped[bool] = mapped_column(comment="whether nobody was there before")
    firmness: Mapped[Code] = mapped_column(ForeignKey("firmness.id"), comment="from commitment to capacity")
    low: Mapped[Whole | None] = mapped_column(comment="lower end, in units of the measure; empty for at_most")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty for at_least")
    bound: Mapped[BoundRef]
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose figure it is")
    directness: Mapped[Code] = mapped_column(ForeignKey("directness.id"), comment="direct or indirect jobs")
    sector: Mapped[Code | None] = mapped_column(
        ForeignKey("sector.id"),
        comment="what it counts where it names no employer; empty: no source says",
        sort_order=1,  # last, where the revision that came with it puts it
    )
    unnamed_operators: Mapped[int] = mapped_column(comment="operators in the figure that the source doesn't name")
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
    site_id: Mapped[SiteRef | None]
    event_id: Mapped[EventRef | None]
    announced: Mapped[Edtf | None] = mapped_column(comment="when it was made (EDTF)")
    announced_from: Mapped[FirstDay | None]
    announced_to: Mapped[LastDay | None]
    announced_basis: Mapped[HowKnown | None]
    announced_note: Mapped[Reasoning | None]
    announced_note_fr: Mapped[French | None]
    due: Mapped[Edtf | None] = mapped_column(comment="by when it is to be kept (EDTF)")
    due_from: Mapped[FirstDay | None]
    due_to: Mapped[LastDay | None]
    due_basis: Mapped[HowKnown | None]
    due_note: Mapped[Reasoning | None]
    due_note_fr: Mapped[French | None]


class Verdict(Base):
    """What a source shows to have become of a pledge."""

    __tablename__ = "verdict"
    __table_args__ = {"comment": "Sourced verdicts on pledges; computed ones are not stored"}

    id: Mapped[ClaimKey]
    pledge_id: Mapped[Slug] = mapped_column(ForeignKey("job_pledge.id"), index=True, comment="the pledge")
    outcome: Mapped[Code] = mapped_column(ForeignKey("outcome.id"), comment="what became of it")
    as_of: Mapped[Edtf | None] = mapped_column(comment="on which date that held (EDTF)")
    as_of_from: Mapped[FirstDay | None]
    as_of_to: Mapped[LastDay | None]
    as_of_basis: Mapped[HowKnown | None]
    as_of_note: Mapped[Reasoning | None]
    as_of_note_fr: Mapped[French | None]


class JobLoss(Base):
    """Jobs that end or are to end."""

    __tablename__ = "job_loss"
    __table_args__ = (
        CheckConstraint(BOUND_FITS, name="bound_fits"),
        CheckConstraint("low >= 0 OR low IS NULL", name="low"),
        CheckConstraint("unnamed_operators >= 0", name="unnamed_operators"),
        {"comment": "Job losses, planned or happened: dismissals, closures, cuts"},
    )

    id: Mapped[ClaimKey]
    cause: Mapped[Code] = mapped_column(ForeignKey("loss_cause.id"), comment="how the jobs end")
    status: Mapped[Code] = mapped_column(
        ForeignKey("event_status.id"), comment="planned, happened or cancelled, as its own source says"
    )
    measure: Mapped[Code] = mapped_column(ForeignKey("measure.id"), comment="what is counted")
    low: Mapped[Whole | None] = mapped_column(comment="lower end, in units of the measure; empty for at_most")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty for at_least")
    bound: Mapped[BoundRef]
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose figure it is")
    directness: Mapped[Code] = mapped_column(ForeignKey("directness.id"), comment="direct or indirect jobs")
    unnamed_operators: Mapped[int] = mapped_column(comment="operators in the figure that the source doesn't name")
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
    site_id: Mapped[SiteRef | None]
    event_id: Mapped[EventRef | None]
    date: Mapped[Edtf | None] = mapped_column(comment="when the jobs ended or are to end (EDTF)")
    date_from: Mapped[FirstDay | None]
    date_to: Mapped[LastDay | None]
    date_basis: Mapped[HowKnown | None]
    date_note: Mapped[Reasoning | None]
    date_note_fr: Mapped[French | None]
    announced: Mapped[Edtf | None] = mapped_column(comment="when it was made known (EDTF)")
    announced_from: Mapped[FirstDay | None]
    announced_to: Mapped[LastDay | None]
    announced_basis: Mapped[HowKnown | None]
    announced_note: Mapped[Reasoning | None]
    announced_note_fr: Mapped[French | None]


class JobReport(Base):
    """A figure about the present or the past."""

    __tablename__ = "job_report"
    __table_args__ = (
        CheckConstraint(BOUND_FITS, name="bound_fits"),
        CheckConstraint("low >= 0 OR low IS NULL", name="low"),
        {"comment": "Job figures about the present or the past: held or created"},
    )

    id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("report_kind.id"), comment="held or created")
    measure: Mapped[Code] = mapped_column(ForeignKey("measure.id"), comment="what is counted")
    reading: Mapped[Code] = mapped_column(ForeignKey("reading.id"), comment="on top of what is there, or in all")
    baseline_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("job_report.id"), index=True, comment="the report of how many were there before"
    )
    baseline_none: Mapped[bool] = mapped_column(comment="whether nobody was there before")
    low: Mapped[Whole | None] = mapped_column(comment="lower end, in units of the measure; empty for at_most")
    high: Mapped[Whole | None] = mapped_column(comment="upper end; empty for at_least")
    bound: Mapped[BoundRef]
    basis: Mapped[Code] = mapped_column(ForeignKey("basis.id"), comment="whose figure it is")
    directness: Mapped[Code] = mapped_column(ForeignKey("directness.id"), comment="direct or indirect jobs")
    sector: Mapped[Code | None] = mapped_column(
        ForeignKey("sector.id"),
        comment="what it counts where it names no employer; empty: no source says",
        sort_order=1,  # last, where the revision that came with it puts it
    )
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
    site_id: Mapped[SiteRef | None]
    as_of: Mapped[Edtf | None] = mapped_column(comment="on which date or during which time it held (EDTF)")
    as_of_from: Mapped[FirstDay | None]
    as_of_to: Mapped[LastDay | None]
    as_of_basis: Mapped[HowKnown | None]
    as_of_note: Mapped[Reasoning | None]
    as_of_note_fr: Mapped[French | None]


class Investment(Base):
    """An amount of money spent or to be spent."""

    __tablename__ = "investment"
    __table_args__ = (
        CheckConstraint(BOUND_FITS, name="bound_fits"),
        {"comment": "Amounts of money, in whole units of their currency"},
    )

    id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("investment_kind.id"), comment="what the money is for")
    status: Mapped[Code] = mapped_column(
        ForeignKey("event_status.id"), comment="planned, happened or cancelled, as of the latest source"
    )
    low: Mapped[Whole | None] = mapped_column(comment="lower end, in whole units of the currency")
    high: Mapped[Whole | None] = mapped_column(comment="upper end, in whole units of the currency")
    bound: Mapped[BoundRef]
    currency_id: Mapped[str] = mapped_column(String(3), ForeignKey("currency.id"), comment="ISO 4217 code")
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
    site_id: Mapped[SiteRef | None]
    event_id: Mapped[EventRef | None]
    date: Mapped[Edtf | None] = mapped_column(comment="when it is spent (EDTF)")
    date_from: Mapped[FirstDay | None]
    date_to: Mapped[LastDay | None]
    date_basis: Mapped[HowKnown | None]
    date_note: Mapped[Reasoning | None]
    date_note_fr: Mapped[French | None]


class Statistic(Base):
    """A market figure that counts no jobs of one employer."""

    __tablename__ = "statistic"
    __table_args__ = (
        CheckConstraint(BOUND_FITS, name="bound_fits"),
        {"comment": "Market figures: sites a year, vacancies a week, contacts a year, completion, premises"},
    )

    id: Mapped[ClaimKey]
    measure: Mapped[Code] = mapped_column(ForeignKey("statistic_measure.id"), comment="what is counted, in which unit")
    low: Mapped[float | None] = mapped_column(Double, comment="lower end; empty for at_most")
    high: Mapped[float | None] = mapped_column(Double, comment="upper end; empty for at_least")
    bound: Mapped[BoundRef]
    currency_id: Mapped[str | None] = mapped_column(
        String(3), ForeignKey("currency.id"), comment="of money: ISO 4217 code; low and high are in whole units of it"
    )
    period: Mapped[Code | None] = mapped_column(ForeignKey("period.id"), comment="for a rate: the time it refers to")
    country_id: Mapped[CountryRef | None]
    place_id: Mapped[PlaceRef | None]
    site_id: Mapped[SiteRef | None]
    event_id: Mapped[EventRef | None]
    as_of: Mapped[Edtf | None] = mapped_column(comment="on which date or during which time it held (EDTF)")
    as_of_from: Mapped[FirstDay | None]
    as_of_to: Mapped[LastDay | None]
    as_of_basis: Mapped[HowKnown | None]
    as_of_note: Mapped[Reasoning | None]
    as_of_note_fr: Mapped[French | None]
