"""The tables: SQLAlchemy models and nothing else. No YAML, no queries."""

from ocdb.schema import claims, codes, coverage, derived, events, facts, figures, parties, places, sources
from ocdb.schema.base import Base

metadata = Base.metadata

__all__ = [
    "Base",
    "claims",
    "codes",
    "coverage",
    "derived",
    "events",
    "facts",
    "figures",
    "metadata",
    "parties",
    "places",
    "sources",
]
