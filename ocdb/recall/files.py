"""What is in some files, for whoever wants to know whether they are as they were, and nothing else about them."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from ocdb.recall.listing import Listing, listing
from ocdb.recall.memory import MANY, remembering


def listed(names: Sequence[str], purpose: Sequence[str]) -> Listing | None:
    """Return files by their names, in their order; None where one of them can't be read.

    Of many only those are read that may have changed since they were last asked for.

    Args:
        names: of the files.
        purpose: what they are asked for.
    """
    if len(names) >= MANY:
        with suppress(sqlite3.DatabaseError), remembering(purpose) as memory:
            if memory:
                before = memory.seen()
                if (files := listing(names, before)) is not None:
                    memory.see(files, before)
                return files
    return listing(names, {})
