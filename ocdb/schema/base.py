"""What all tables share: the naming convention of constraints and the types of recurring columns."""

import datetime as dt
from typing import Annotated

from sqlalchemy import BigInteger, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

# Without names, SQLite can't drop a constraint later (design, section 9).
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Rows that are nothing but their key are kept in the order of the key, and not twice.
KEY_ONLY = {"sqlite_with_rowid": False}

Slug = Annotated[str, mapped_column(String(120))]
Code = Annotated[str, mapped_column(String(40))]
Name = Annotated[str, mapped_column(String(300))]
Prose = Annotated[str, mapped_column(Text)]
Whole = Annotated[int, mapped_column(BigInteger)]

# A date is written once, as EDTF; its first and last day stand beside it, indexed (design, section 6).
Edtf = Annotated[str, mapped_column(String(60))]
FirstDay = Annotated[dt.date, mapped_column(index=True, comment="first day of that date; empty: open or unknown")]
LastDay = Annotated[dt.date, mapped_column(index=True, comment="last day of that date; empty: open or unknown")]
HowKnown = Annotated[str, mapped_column(String(40), ForeignKey("date_basis.id"), comment="how that date is known")]
Reasoning = Annotated[str, mapped_column(Text, comment="how that date was reckoned or inferred")]


def by_code_point(length: int) -> String:
    """Return the type of a text that is compared by code points on every engine: what begins alike is side by side."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


Folded = Annotated[
    str, mapped_column(by_code_point(300), index=True, comment="the name without case and accents, for look-ups")
]
Note = Annotated[str, mapped_column(Text, comment="the curator's remarks, doubts and reasoning")]
# What curators write has a column a language; where they wrote in one only, both hold the same.
French = Annotated[str, mapped_column(Text, comment="the same in French, or as written where it has no French")]

ClaimKey = Annotated[
    str, mapped_column(String(120), ForeignKey("claim.id"), primary_key=True, comment="slug of the claim")
]
PartyKey = Annotated[
    str, mapped_column(String(120), ForeignKey("party.id"), primary_key=True, comment="slug of the party")
]
CountryRef = Annotated[
    str,
    mapped_column(String(40), ForeignKey("country.id"), index=True, comment="country, ISO 3166-1 alpha-2"),
]
PlaceRef = Annotated[
    str, mapped_column(String(120), ForeignKey("place.id"), index=True, comment="the closest place known")
]
SiteRef = Annotated[str, mapped_column(String(120), ForeignKey("site.id"), index=True, comment="the site concerned")]
EventRef = Annotated[
    str,
    mapped_column(String(120), ForeignKey("event.id"), index=True, comment="the event that it belongs to"),
]
BoundRef = Annotated[str, mapped_column(String(40), ForeignKey("bound.id"), comment="how exact the figure is")]

# A figure is one number or two: which of them a bound leaves open (design, section 4).
BOUND_FITS = (
    "(bound IN ('exact', 'about', 'nearly') AND low IS NOT NULL AND high IS NOT NULL AND low = high)"
    " OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL)"
    " OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL)"
    " OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)"
)


class Base(DeclarativeBase):
    """The declarative base of all models."""

    metadata = MetaData(naming_convention=NAMING)
