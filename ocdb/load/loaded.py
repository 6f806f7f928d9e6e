"""What a load found in the files and did to the database."""

from dataclasses import dataclass

from ocdb.load.apply import Changes


@dataclass(frozen=True)
class Loaded:
    """What a load found in the files and did to the database.

    Attributes:
        sources: how many articles are in the files.
        claims: how many claims.
        warnings: how many problems that don't stop a load.
        changes: what was added, changed and removed.
    """

    sources: int
    claims: int
    warnings: int
    changes: Changes
