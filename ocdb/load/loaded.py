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
        unconfirmed: how many claims were left out, since nobody has confirmed them or what they are about.
        changes: what was added, changed and removed.
    """

    sources: int
    claims: int
    warnings: int
    unconfirmed: int
    changes: Changes
