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


class Search(Base):
    """A look for articles by some words."""

    __tablename__ = "search"
    __table_args__ = {"comment": "Looks for articles by some words, and what came of each"}

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug of the search")
    searched: Mapped[Edtf] = mapped_column(comment="when it was made (EDTF)")
    searched_from: Mapped[FirstDay | None]
    searched_to: Mapped[LastDay | None]
    words: Mapped[Prose] = mapped_column(comment="the words that were searched for")
    outlet: Mapped[Name] = mapped_column(comment="the outlet, archive or corpus that was searched")
    languages: Mapped[Prose | None] = mapped_column(comment="languages of the words, joined by '; '")
    hits: Mapped[int | None] = mapped_column(comment="how many pages were found, read or not; empty: not counted")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class SearchCountry(Base):
    """A country that a search was about."""

    __tablename__ = "search_country"
    __table_args__ = {"comment": "The countries that searches were about"}

    search_id: Mapped[Slug] = mapped_column(ForeignKey("search.id"), primary_key=True, comment="the search")
    country_id: Mapped[CountryRef] = mapped_column(primary_key=True)


class SearchSource(Base):
    """An article that came of a search."""

    __tablename__ = "search_source"
    __table_args__ = {"comment": "The articles that came of searches"}

    search_id: Mapped[Slug] = mapped_column(ForeignKey("search.id"), primary_key=True, comment="the search")
    source_id: Mapped[Slug] = mapped_column(
        ForeignKey("source.id"), primary_key=True, index=True, comment="the article"
    )


class SearchPledge(Base):
    """A promise of which a search was to show what became."""

    __tablename__ = "search_pledge"
    __table_args__ = {"comment": "The promises of which searches were to show what became"}

    search_id: Mapped[Slug] = mapped_column(ForeignKey("search.id"), primary_key=True, comment="the search")
    claim_id: Mapped[Slug] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True, comment="the promise")
