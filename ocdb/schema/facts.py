"""What lists and filters ask of claims, prepared at each load: a row a claim, whom, where and what it is about."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import KEY_ONLY, Base, ClaimKey, Code, Edtf, Prose, Slug


class Fact(Base):
    """What a claim's row in a list needs beside the table of its kind."""

    __tablename__ = "fact"
    __table_args__ = (
        Index(None, "kind", "sort_key"),
        {"comment": "Each claim with what its lists show of other tables, derived at each load"},
    )

    claim_id: Mapped[ClaimKey]
    kind: Mapped[Code] = mapped_column(comment="kind of claim")
    sort_key: Mapped[bytes] = mapped_column(comment="orders the claims of a kind as its list has them")
    figure: Mapped[Prose | None] = mapped_column(comment="its figure as people write it: about 400")
    measure: Mapped[Code | None] = mapped_column(comment="what the figure counts; of an investment the currency")
    currency: Mapped[str | None] = mapped_column(String(3), comment="of an amount of money: ISO 4217 code")
    date: Mapped[Edtf | None] = mapped_column(comment="when, as it claims: of a pledge when it is due (EDTF)")
    operator: Mapped[Prose | None] = mapped_column(comment="slugs of the operators in it, joined by '; '")
    operator_name: Mapped[Prose | None] = mapped_column(comment="names of those operators")
    institution: Mapped[Prose | None] = mapped_column(comment="slugs of the institutions in it, joined by '; '")
    institution_name: Mapped[Prose | None] = mapped_column(comment="names of those institutions")
    official: Mapped[Prose | None] = mapped_column(comment="slugs of the officials in it, joined by '; '")
    official_name: Mapped[Prose | None] = mapped_column(comment="names of those officials")
    country: Mapped[Prose | None] = mapped_column(comment="countries or areas where it is, joined by '; '")
    country_name: Mapped[Prose | None] = mapped_column(comment="names of those in English")
    place: Mapped[Prose | None] = mapped_column(comment="slugs of the closest places known, joined by '; '")
    place_name: Mapped[Prose | None] = mapped_column(comment="names of those places")
    from_place: Mapped[Prose | None] = mapped_column(comment="places that it leads from, or countries, joined by '; '")
    from_place_name: Mapped[Prose | None] = mapped_column(comment="names of what it leads from")
    to_place: Mapped[Prose | None] = mapped_column(comment="places that it leads to, or countries, joined by '; '")
    to_place_name: Mapped[Prose | None] = mapped_column(comment="names of what it leads to")
    said_by: Mapped[Prose | None] = mapped_column(comment="slugs of whom the sources quote for it, joined by '; '")
    said_by_name: Mapped[Prose | None] = mapped_column(comment="names of those whom the sources quote")
    part_of: Mapped[Prose | None] = mapped_column(comment="slugs of the claims that it is a part of, joined by '; '")
    revises: Mapped[Prose | None] = mapped_column(comment="slugs of the claims that it replaces, joined by '; '")
    conflicts_with: Mapped[Prose | None] = mapped_column(comment="slugs of the claims in conflict with it")
    sources: Mapped[int] = mapped_column(comment="number of sources that support it")
    voices: Mapped[int] = mapped_column(comment="number of independent texts among them")
    contradicted: Mapped[int] = mapped_column(comment="number of sources that deny it")
    denying_voices: Mapped[int] = mapped_column(comment="number of independent texts among those")


class State(Base):
    """The latest state of what developments concern."""

    __tablename__ = "state"
    __table_args__ = {"comment": "The latest state of what developments concern, derived at each load"}

    claim_id: Mapped[ClaimKey]
    status: Mapped[Code] = mapped_column(comment="its latest state")
    operator_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("operator.id"), comment="of a site: the operator that it passed to last"
    )
    told_id: Mapped[Slug] = mapped_column(ForeignKey("development.id"), comment="the development that tells the state")
    dated_id: Mapped[Slug | None] = mapped_column(ForeignKey("development.id"), comment="the one that dates it")
    opening_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("development.id"), comment="of a site: the development that dates its opening, done or planned"
    )
    closing_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("development.id"), comment="of a site: the development that dates its closure"
    )


class TimelineEntry(Base):
    """Something that has a date, or an event whose date no source gives."""

    __tablename__ = "timeline_entry"
    __table_args__ = {"comment": "Everything that has a date, derived at each load (v_timeline)"}

    id: Mapped[str] = mapped_column(String(140), primary_key=True, comment="slug of the claim, with a word for some")
    claim_id: Mapped[Slug] = mapped_column(ForeignKey("claim.id"), index=True, comment="slug of the claim")
    date: Mapped[Edtf | None] = mapped_column(comment="when (EDTF)")
    date_from: Mapped[dt.date | None] = mapped_column(comment="first day of that date; empty: open or unknown")
    date_to: Mapped[dt.date | None] = mapped_column(comment="last day of that date; empty: open or unknown")
    date_basis: Mapped[Code | None] = mapped_column(comment="how that date is known")
    status: Mapped[Code] = mapped_column(comment="planned, happened, promised, due, reported ...")
    kind: Mapped[Code] = mapped_column(comment="kind of event, or of another dated thing")
    category: Mapped[Code | None] = mapped_column(comment="category of the event; gain or loss of other things")
    operator_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("operator.id"), comment="whose it was then, where that is another one than now"
    )


class Involved(Base):
    """A party that occurs in a claim."""

    __tablename__ = "involved"
    __table_args__ = {"comment": "Who occurs in which claim, in which role, derived at each load", **KEY_ONLY}

    claim_id: Mapped[ClaimKey]
    party_id: Mapped[Slug] = mapped_column(
        ForeignKey("party.id"), primary_key=True, index=True, comment="the party that occurs in it"
    )
    role: Mapped[Code] = mapped_column(primary_key=True, comment="its role")


class Located(Base):
    """A place or country that a claim is about."""

    __tablename__ = "located"
    __table_args__ = {"comment": "Where each claim is about, derived at each load", **KEY_ONLY}

    claim_id: Mapped[ClaimKey]
    role: Mapped[Code] = mapped_column(primary_key=True, comment="at; for an event also from and to")
    spot: Mapped[Slug] = mapped_column(primary_key=True, comment="the place, or the country where that is all")
    country_id: Mapped[str] = mapped_column(
        String(40), ForeignKey("country.id"), index=True, comment="country, ISO 3166-1 alpha-2"
    )
    place_id: Mapped[Slug | None] = mapped_column(ForeignKey("place.id"), index=True, comment="the closest place known")


class AtSite(Base):
    """A site that a claim is about."""

    __tablename__ = "at_site"
    __table_args__ = {"comment": "Which site each claim is about, derived at each load", **KEY_ONLY}

    claim_id: Mapped[ClaimKey]
    site_id: Mapped[Slug] = mapped_column(
        ForeignKey("site.id"), primary_key=True, index=True, comment="the site that it is about"
    )


class PlaceWithin(Base):
    """A place that lies in another one."""

    __tablename__ = "place_within"
    __table_args__ = {"comment": "Each place with itself and all that contain it, derived at each load", **KEY_ONLY}

    place_id: Mapped[Slug] = mapped_column(ForeignKey("place.id"), primary_key=True, comment="the place")
    within_id: Mapped[Slug] = mapped_column(
        ForeignKey("place.id"), primary_key=True, index=True, comment="a place that contains it, or itself"
    )


class OnRecord(Base):
    """How much is on record of a party, place or country."""

    __tablename__ = "on_record"
    __table_args__ = {
        "comment": "How much is on record of parties and places, derived at each load",
        **KEY_ONLY,
    }

    kind: Mapped[Code] = mapped_column(primary_key=True, comment="kind of party, place, country, or all")
    key: Mapped[Slug] = mapped_column(primary_key=True, comment="its slug, or the code of the country; all for all")
    sites: Mapped[int] = mapped_column(comment="sites of an operator, or at the place or a place within it")
    pledges: Mapped[int] = mapped_column(comment="job pledges that name an operator as an employer, or for a country")
    reports: Mapped[int] = mapped_column(comment="job reports in which it occurs, or that are about it")
    sources: Mapped[int] = mapped_column(comment="sources that support claims in which it occurs; of all each source")


class CountryRead(Base):
    """How many articles about a country were read, of a year."""

    __tablename__ = "country_read"
    __table_args__ = {"comment": "How many articles stand behind the claims about a country, derived at each load"}

    id: Mapped[str] = mapped_column(String(50), primary_key=True, comment="country and year in one")
    country_id: Mapped[str] = mapped_column(
        String(40), ForeignKey("country.id"), index=True, comment="country, ISO 3166-1 alpha-2"
    )
    year: Mapped[int | None] = mapped_column(comment="year of publication; empty: undated")
    sources: Mapped[int] = mapped_column(comment="number of articles")
