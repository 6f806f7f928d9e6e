"""Who said so: articles, and the passages in them that a claim rests on."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import (
    Base,
    Code,
    Edtf,
    FirstDay,
    French,
    HowKnown,
    LastDay,
    Name,
    Note,
    Prose,
    Reasoning,
    Slug,
    by_code_point,
)


class Publisher(Base):
    """An outlet or a body that publishes articles."""

    __tablename__ = "publisher"
    __table_args__ = {"comment": "The register of publishers: press, agencies, companies, governments"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug of the publisher")
    name: Mapped[Name] = mapped_column(comment="the name by which all its spellings are stored")
    country_id: Mapped[str | None] = mapped_column(
        String(40), ForeignKey("country.id"), index=True, comment="country where it appears; empty: none or unknown"
    )
    kind: Mapped[Code | None] = mapped_column(ForeignKey("publisher_kind.id"), comment="kind; empty: unknown")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class PublisherName(Base):
    """A spelling of a publisher."""

    __tablename__ = "publisher_name"
    __table_args__ = {"comment": "Spellings by which sources call a publisher, its name included"}

    publisher_id: Mapped[Slug] = mapped_column(ForeignKey("publisher.id"), primary_key=True, comment="the publisher")
    folded: Mapped[Name] = mapped_column(
        by_code_point(300), primary_key=True, index=True, comment="the spelling without case and accents"
    )
    name: Mapped[Name] = mapped_column(comment="the spelling")


class Source(Base):
    """An article."""

    __tablename__ = "source"
    __table_args__ = {"comment": "Articles: bibliographic data and the hash of the text, never the text itself"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug: publisher, date and subject")
    publisher: Mapped[Name] = mapped_column(
        index=True, comment="the outlet that published it, by its name in the register"
    )
    publisher_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("publisher.id"), index=True, comment="its record in the register; empty: it has none"
    )
    title: Mapped[Prose | None] = mapped_column(comment="title, exactly as printed")
    url: Mapped[Prose | None] = mapped_column(comment="address")
    language: Mapped[str] = mapped_column(String(8), comment="language of the text, ISO 639-1")
    published: Mapped[Edtf | None] = mapped_column(comment="date of publication (EDTF)")
    published_from: Mapped[FirstDay | None]
    published_to: Mapped[LastDay | None]
    published_basis: Mapped[HowKnown | None]
    published_note: Mapped[Reasoning | None]
    published_note_fr: Mapped[French | None]
    credited_to: Mapped[Name | None] = mapped_column(comment="the outlet that the article itself names as its origin")
    syndicated_from: Mapped[Slug | None] = mapped_column(
        comment="the text that it is a copy of: another source, or a text that wasn't held; copies are one voice"
    )
    sha256: Mapped[str | None] = mapped_column(
        String(64),
        unique=True,
        comment="SHA-256 of the normalised text, where it was held (docs/evidence.md)",
    )
    paragraphs: Mapped[int | None] = mapped_column(comment="number of paragraphs of that text")
    extent: Mapped[Code | None] = mapped_column(
        ForeignKey("extent.id"), comment="how much of the article was read: whole or beginning; empty: not said"
    )
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class SourceAuthor(Base):
    """An author of an article."""

    __tablename__ = "source_author"
    __table_args__ = {"comment": "Authors of articles, in the printed order"}

    source_id: Mapped[Slug] = mapped_column(ForeignKey("source.id"), primary_key=True, comment="the article")
    position: Mapped[int] = mapped_column(primary_key=True, comment="place in the list of authors, from 1")
    name: Mapped[Name] = mapped_column(comment="name as printed")


class Citation(Base):
    """A passage that supports or contradicts a claim."""

    __tablename__ = "citation"
    __table_args__ = (
        CheckConstraint("paragraph >= 1", name="paragraph"),
        {"comment": "Which source, which paragraph, and whether it supports or contradicts the claim"},
    )

    id: Mapped[str] = mapped_column(String(260), primary_key=True, comment="claim, source and paragraph in one")
    claim_id: Mapped[Slug] = mapped_column(ForeignKey("claim.id"), index=True, comment="the claim")
    source_id: Mapped[Slug] = mapped_column(ForeignKey("source.id"), index=True, comment="the article")
    paragraph: Mapped[int | None] = mapped_column(
        comment="number of the non-empty line, from 1; empty where the text was not held"
    )
    stance: Mapped[Code] = mapped_column(ForeignKey("stance.id"), comment="supports or contradicts")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]
