"""What a load reckons from the claims: totals of pledges, the search index, and the stamp of the load."""

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
