"""What happened or is planned, and where."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import (
    Base,
    ClaimKey,
    Code,
    CountryRef,
    Edtf,
    FirstDay,
    French,
    HowKnown,
    LastDay,
    Name,
    PlaceRef,
    Reasoning,
    SiteRef,
    Slug,
)


class Event(Base):
    """Something that happened or is planned at a time."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "kind", "id"),
        {"comment": "Openings, closures, relocations, agreements, trade shows, awards ..."},
    )

    id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("event_kind.id"), comment="kind of event")
    status: Mapped[Code] = mapped_column(
        ForeignKey("event_status.id"), comment="planned, happened or cancelled, as of the latest source"
    )
    name: Mapped[Name | None] = mapped_column(comment="name of the event, where it bears one")
    site_id: Mapped[SiteRef | None]
    part_of_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("event.id"), index=True, comment="the larger event during which it took place"
    )
    date: Mapped[Edtf | None] = mapped_column(comment="when (EDTF)")
    date_from: Mapped[FirstDay | None]
    date_to: Mapped[LastDay | None]
    date_basis: Mapped[HowKnown | None]
    date_note: Mapped[Reasoning | None]
    date_note_fr: Mapped[French | None]


class EventPlace(Base):
    """A place of an event, in a role."""

    __tablename__ = "event_place"
    __table_args__ = {"comment": "Where an event takes place, leads from or leads to"}

    event_id: Mapped[Slug] = mapped_column(ForeignKey("event.id"), primary_key=True, comment="the event")
    role: Mapped[Code] = mapped_column(ForeignKey("place_role.id"), primary_key=True, comment="at, from or to")
    position: Mapped[int] = mapped_column(primary_key=True, comment="place in the list, from 1")
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
