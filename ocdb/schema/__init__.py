"""The tables: SQLAlchemy models and nothing else. No YAML, no queries."""

from ocdb.schema import claims, codes, derived, events, figures, parties, places, sources
from ocdb.schema.base import Base

metadata = Base.metadata

__all__ = [
    "Base",
    "claims",
    "codes",
    "derived",
    "events",
    "figures",
    "metadata",
    "parties",
    "places",
    "sources",
]
