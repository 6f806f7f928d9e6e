"""Where somebody looked: which countries, years and outlets were searched, so that an absence can be read."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import Base, Code, CountryRef, Edtf, FirstDay, French, LastDay, Name, Note, Prose, Slug


class Coverage(Base):
    """A search for articles about a country."""

    __tablename__ = "coverage"
    __table_args__ = {"comment": "Searches for articles: country, outlets, method, when"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug of the search")
    country_id: Mapped[CountryRef]
    outlet: Mapped[Name] = mapped_column(comment="the outlet or archive that was searched")
    method: Mapped[Code] = mapped_column(ForeignKey("coverage_method.id"), comment="how thoroughly")
    searched: Mapped[Edtf] = mapped_column(comment="when the search was made (EDTF)")
    searched_from: Mapped[FirstDay | None]
    searched_to: Mapped[LastDay | None]
    words: Mapped[Prose | None] = mapped_column(comment="the words that were searched for")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class CoverageYear(Base):
    """What a search found for one year."""

    __tablename__ = "coverage_year"
    __table_args__ = (
        CheckConstraint("found >= 0", name="found"),
        {"comment": "Articles found by a search, by year of publication; a year that wasn't searched has no row"},
    )

    coverage_id: Mapped[Slug] = mapped_column(ForeignKey("coverage.id"), primary_key=True, comment="the search")
    year: Mapped[int] = mapped_column(primary_key=True, index=True, comment="year of publication")
    found: Mapped[int] = mapped_column(comment="articles on the subject that were found, read or not")
