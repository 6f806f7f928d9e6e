"""Who: operators, institutions and officials. Each is a party, so that names and roles need one table."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import Base, Code, Edtf, FirstDay, Folded, French, LastDay, Name, Note, PartyKey, Prose, Slug


class Party(Base):
    """Anybody who takes part: an operator, an institution or an official."""

    __tablename__ = "party"
    __table_args__ = (
        CheckConstraint("kind IN ('operator', 'institution', 'official')", name="kind"),
        {"comment": "Operators, institutions and officials together; slugs are unique across the three"},
    )

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug, as in webhelp")
    kind: Mapped[Code] = mapped_column(comment="operator, institution or official")
    name: Mapped[Name] = mapped_column(comment="the name that lists show")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class PartyName(Base):
    """A name that a party bears or bore."""

    __tablename__ = "party_name"
    __table_args__ = {"comment": "Dated names of parties: legal, brand, former, acronym, misspelling"}

    party_id: Mapped[PartyKey]
    name: Mapped[Name] = mapped_column(primary_key=True, comment="the name as written")
    kind: Mapped[Code] = mapped_column(ForeignKey("name_kind.id"), comment="kind of name")
    folded: Mapped[Folded]
    used: Mapped[Edtf | None] = mapped_column(comment="when the name was in use (EDTF)")
    used_from: Mapped[FirstDay | None]
    used_to: Mapped[LastDay | None]
    note: Mapped[Prose | None] = mapped_column(comment="where the name was seen")
    note_fr: Mapped[French | None]


class PartyIdentifier(Base):
    """What an outside register calls a party."""

    __tablename__ = "party_identifier"
    __table_args__ = {"comment": "Identifiers of parties in outside registers"}

    party_id: Mapped[PartyKey]
    scheme: Mapped[Code] = mapped_column(
        ForeignKey("identifier_scheme.id"), primary_key=True, comment="the register that gave it"
    )
    value: Mapped[Name] = mapped_column(primary_key=True, comment="the identifier")


class Operator(Base):
    """A company that runs call centres or other outsourced services, or that runs its own."""

    __tablename__ = "operator"
    __table_args__ = {"comment": "Companies that run call centres or other outsourced services"}

    id: Mapped[PartyKey]
    home_country_id: Mapped[str | None] = mapped_column(
        String(2), ForeignKey("country.id"), index=True, comment="country of its head office"
    )
    founded: Mapped[Edtf | None] = mapped_column(comment="when it was founded (EDTF)")
    founded_from: Mapped[FirstDay | None]
    founded_to: Mapped[LastDay | None]


class Institution(Base):
    """Any other body that takes part."""

    __tablename__ = "institution"
    __table_args__ = {"comment": "Ministries, investment centres, agencies, trade shows, funds, associations, clubs"}

    id: Mapped[PartyKey]
    kind: Mapped[Code] = mapped_column(ForeignKey("institution_kind.id"), comment="kind of institution")
    country_id: Mapped[str | None] = mapped_column(
        String(40), ForeignKey("country.id"), index=True, comment="country in which it works"
    )
    place_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("place.id"), index=True, comment="place for which it is competent"
    )


class Official(Base):
    """A named person in a public or company role; the roles are positions."""

    __tablename__ = "official"
    __table_args__ = {"comment": "Named persons; their roles are in the table position"}

    id: Mapped[PartyKey]


class RetiredSlug(Base):
    """A slug that is no longer used."""

    __tablename__ = "retired_slug"
    __table_args__ = {"comment": "Slugs that are no longer in use, so that old links and notes stay findable"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="the old slug")
    successor: Mapped[Slug | None] = mapped_column(comment="the slug to use instead, of whatever kind")
    reason: Mapped[Prose] = mapped_column(comment="why it was retired")
    reason_fr: Mapped[French]


class Judgement(Base):
    """That several slugs mean one party."""

    __tablename__ = "judgement"
    __table_args__ = {"comment": "Judgements that several slugs mean one party; one that was withdrawn has no effect"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug of the judgement")
    judged: Mapped[Edtf] = mapped_column(comment="when it was judged (EDTF)")
    judged_from: Mapped[FirstDay | None]
    judged_to: Mapped[LastDay | None]
    reason: Mapped[Prose] = mapped_column(comment="why they are one")
    reason_fr: Mapped[French]
    withdrawn: Mapped[Edtf | None] = mapped_column(comment="when it was taken back (EDTF)")
    withdrawn_from: Mapped[FirstDay | None]
    withdrawn_to: Mapped[LastDay | None]
    withdrawn_reason: Mapped[Prose | None] = mapped_column(comment="why it was taken back")
    withdrawn_reason_fr: Mapped[French | None]


class JudgementParty(Base):
    """A slug in a judgement."""

    __tablename__ = "judgement_party"
    __table_args__ = {"comment": "The slugs that a judgement holds to mean one party; the first stays"}

    judgement_id: Mapped[Slug] = mapped_column(
        ForeignKey("judgement.id"), primary_key=True, comment="slug of the judgement"
    )
    position: Mapped[int] = mapped_column(primary_key=True, comment="place in the list, from 1")
    party: Mapped[Slug] = mapped_column(index=True, comment="a slug that means this party, in use or not")
