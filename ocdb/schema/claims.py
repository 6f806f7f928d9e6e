"""What a source states: the claim that all kinds share, the parties in it, and the links between claims."""

from sqlalchemy import CheckConstraint, Double, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import (
    BOUND_FITS,
    Base,
    BoundRef,
    ClaimKey,
    Code,
    CountryRef,
    Edtf,
    FirstDay,
    French,
    HowKnown,
    LastDay,
    Name,
    Note,
    PlaceRef,
    Prose,
    Reasoning,
    Slug,
)


class Claim(Base):
    """Anything that a source states. Each kind has a table of its own, with the same key."""

    __tablename__ = "claim"
    __table_args__ = (
        Index(None, "kind", "id"),
        {"comment": "Everything that a source states; one table a kind holds the rest of each row"},
    )

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug, as in vipp-interstis-lome-2020-500")
    kind: Mapped[Code] = mapped_column(ForeignKey("claim_kind.id"), comment="kind of claim")
    summary: Mapped[Prose] = mapped_column(comment="the claim in a line, in our own words")
    summary_fr: Mapped[Prose] = mapped_column(comment="the same in French")
    preferred_because: Mapped[Prose | None] = mapped_column(
        comment="of several claims in conflict this one is preferred, for this reason"
    )
    preferred_because_fr: Mapped[French | None]
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]
    made_by: Mapped[Code | None] = mapped_column(
        ForeignKey("maker.id"), comment="how it came to be written; empty: not recorded"
    )
    confirmed_by: Mapped[Prose | None] = mapped_column(
        comment="who compared it with the article, joined by '; '; empty: not recorded"
    )


class ClaimParty(Base):
    """A party in a claim."""

    __tablename__ = "claim_party"
    __table_args__ = {"comment": "Parties of a claim, each in a role, in the curator's order"}

    claim_id: Mapped[ClaimKey]
    party_id: Mapped[Slug] = mapped_column(
        ForeignKey("party.id"), primary_key=True, index=True, comment="operator, institution or official"
    )
    role: Mapped[Code] = mapped_column(ForeignKey("role.id"), primary_key=True, comment="what it does in the claim")
    position: Mapped[int] = mapped_column(comment="place in the list, from 1")


class ClaimSpeaker(Base):
    """A party that the source quotes for a claim."""

    __tablename__ = "claim_speaker"
    __table_args__ = {"comment": "Whom the sources quote for a claim, in the curator's order"}

    claim_id: Mapped[ClaimKey]
    party_id: Mapped[Slug] = mapped_column(
        ForeignKey("party.id"), primary_key=True, index=True, comment="official, institution or operator"
    )
    position: Mapped[int] = mapped_column(comment="place in the list, from 1")


class ClaimLink(Base):
    """A relation between two claims."""

    __tablename__ = "claim_link"
    __table_args__ = (
        CheckConstraint("claim_id <> other_id", name="two_claims"),
        {"comment": "Relations between claims: part_of and revises point up, conflicts_with goes both ways"},
    )

    claim_id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("link_kind.id"), primary_key=True, comment="kind of relation")
    other_id: Mapped[Slug] = mapped_column(
        ForeignKey("claim.id"), primary_key=True, index=True, comment="the claim that it relates to"
    )


class Site(Base):
    """A centre that an operator runs or plans at a place."""

    __tablename__ = "site"
    __table_args__ = {"comment": "Centres that operators run or plan; one without a name is a normal record"}

    id: Mapped[ClaimKey]
    name: Mapped[Name | None] = mapped_column(comment="name of the site, where it bears one")
    operator_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("operator.id"), index=True, comment="who runs it; empty where the source doesn't say"
    )
    country_id: Mapped[CountryRef]
    place_id: Mapped[PlaceRef | None]
    address: Mapped[Name | None] = mapped_column(comment="building or street, where the source gives it")
    status: Mapped[Code] = mapped_column(ForeignKey("site_status.id"), comment="state, as of the latest source")
    opened: Mapped[Edtf | None] = mapped_column(comment="when it opened or is to open (EDTF)")
    opened_from: Mapped[FirstDay | None]
    opened_to: Mapped[LastDay | None]
    opened_basis: Mapped[HowKnown | None]
    opened_note: Mapped[Reasoning | None]
    opened_note_fr: Mapped[French | None]
    closed: Mapped[Edtf | None] = mapped_column(comment="when it closed or is to close (EDTF)")
    closed_from: Mapped[FirstDay | None]
    closed_to: Mapped[LastDay | None]
    closed_basis: Mapped[HowKnown | None]
    closed_note: Mapped[Reasoning | None]
    closed_note_fr: Mapped[French | None]


class Position(Base):
    """A role that an official held at an organisation."""

    __tablename__ = "position"
    __table_args__ = {"comment": "Roles that officials held, and when"}

    id: Mapped[ClaimKey]
    official_id: Mapped[Slug] = mapped_column(ForeignKey("official.id"), index=True, comment="the person")
    organisation_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("party.id"), index=True, comment="operator or institution"
    )
    title: Mapped[Name] = mapped_column(comment="the role, in English")
    title_fr: Mapped[Name] = mapped_column(comment="the same in French, or as written where it has no French")
    held: Mapped[Edtf | None] = mapped_column(comment="when it was held, as far as the sources show (EDTF)")
    held_from: Mapped[FirstDay | None]
    held_to: Mapped[LastDay | None]
    held_basis: Mapped[HowKnown | None]
    held_note: Mapped[Reasoning | None]
    held_note_fr: Mapped[French | None]


class Succession(Base):
    """A rename, merger or acquisition between operators."""

    __tablename__ = "succession"
    __table_args__ = {"comment": "Renames, mergers and acquisitions between operators"}

    id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("succession_kind.id"), comment="rename, merger, acquisition ...")
    status: Mapped[Code] = mapped_column(ForeignKey("succession_status.id"), comment="announced, completed, abandoned")
    predecessor_id: Mapped[Slug] = mapped_column(ForeignKey("operator.id"), index=True, comment="who was there before")
    successor_id: Mapped[Slug] = mapped_column(ForeignKey("operator.id"), index=True, comment="who follows")
    date: Mapped[Edtf | None] = mapped_column(comment="when it took effect or is to (EDTF)")
    date_from: Mapped[FirstDay | None]
    date_to: Mapped[LastDay | None]
    date_basis: Mapped[HowKnown | None]
    date_note: Mapped[Reasoning | None]
    date_note_fr: Mapped[French | None]


class Ownership(Base):
    """That a company belongs to another one and goes on under its own name."""

    __tablename__ = "ownership"
    __table_args__ = (
        CheckConstraint(BOUND_FITS.replace("(bound", "bound IS NULL OR (bound", 1), name="bound_fits"),
        {"comment": "Which operator belongs to whom, wholly or in part, and goes on under its own name"},
    )

    id: Mapped[ClaimKey]
    owned_id: Mapped[Slug] = mapped_column(ForeignKey("operator.id"), index=True, comment="who belongs to another")
    owner_id: Mapped[Slug] = mapped_column(ForeignKey("party.id"), index=True, comment="the operator or fund that owns")
    status: Mapped[Code] = mapped_column(ForeignKey("succession_status.id"), comment="announced, completed, abandoned")
    low: Mapped[float | None] = mapped_column(Double, comment="lower end of the share, per cent; empty for at_most")
    high: Mapped[float | None] = mapped_column(Double, comment="upper end of the share, per cent; empty for at_least")
    bound: Mapped[BoundRef | None]
    held: Mapped[Edtf | None] = mapped_column(comment="since when, or from when to when (EDTF)")
    held_from: Mapped[FirstDay | None]
    held_to: Mapped[LastDay | None]
    held_basis: Mapped[HowKnown | None]
    held_note: Mapped[Reasoning | None]
    held_note_fr: Mapped[French | None]


class Development(Base):
    """What a later source says of something that is on record."""

    __tablename__ = "development"
    __table_args__ = {
        "comment": "New states of sites, events, losses, investments and successions, each from a later source"
    }

    id: Mapped[ClaimKey]
    concerns_id: Mapped[Slug] = mapped_column(
        ForeignKey("claim.id"), index=True, comment="the site, event, loss, investment or succession"
    )
    status: Mapped[Code] = mapped_column(comment="its state then, of the code list that fits what it concerns")
    operator_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("operator.id"),
        index=True,
        comment="of a site: who runs it from then on; empty where nothing changes",
    )
    date: Mapped[Edtf | None] = mapped_column(comment="when it came into that state (EDTF)")
    date_from: Mapped[FirstDay | None]
    date_to: Mapped[LastDay | None]
    date_basis: Mapped[HowKnown | None]
    date_note: Mapped[Reasoning | None]
    date_note_fr: Mapped[French | None]


class Statement(Base):
    """A fact without a table of its own; its summary is the fact."""

    __tablename__ = "statement"
    __table_args__ = {"comment": "Facts that no other table holds: reasons, services, rankings, policies"}

    id: Mapped[ClaimKey]
    topic: Mapped[Code] = mapped_column(ForeignKey("topic.id"), comment="subject")
    country_id: Mapped[CountryRef | None]
    place_id: Mapped[PlaceRef | None]
