"""From curated records to rows: the only part that knows both YAML and tables."""

from ocdb.load.apply import Changes, PruneError
from ocdb.load.run import BrokenFixturesError, Loaded, load, read_corpus

__all__ = ["BrokenFixturesError", "Changes", "Loaded", "PruneError", "load", "read_corpus"]
