"""What a search asks the index of letters by threes: which entries may have some words in them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from ocdb.store.reader.rows import bound
from ocdb.store.searching import stands

# More of them narrow a search no further.
MOST_OF_A_WORD, MOST = 20, 100
# Where one in so many entries may fit, all are read: in their order that is as fast. But a few are never too many.
PART, FEW = 8, 1_000
# The condition on v_search, and its parameter.
MAY_HAVE = (
    "(id, kind) IN (SELECT id, kind FROM search_index_entry WHERE number IN"
    " (SELECT rowid FROM search_index WHERE search_index MATCH :letters))"
)
_LAST = "SELECT coalesce(max(number), 0) FROM search_index_entry"
_COUNTED = "SELECT count(*) FROM (SELECT rowid FROM search_index WHERE search_index MATCH :letters LIMIT :most)"


def narrowed(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, str]:
    """Return the parameter of MAY_HAVE, which all entries that have some words in them fulfil.

    Nothing where a search had better read every entry: words have no three letters, most entries have them, or there is
    no index that this SQLite can ask.
    """
    asked = letters(words)
    try:
        if not asked or not stands(connection):
            return {}
        with closing(connection.execute(_LAST)) as cursor:
            most = max(FEW, cursor.fetchone()[0] // PART)
        with closing(connection.execute(_COUNTED, bound({"letters": asked, "most": most}))) as cursor:
            return {"letters": asked} if cursor.fetchone()[0] < most else {}
    except sqlite3.OperationalError:  # whatever is wrong, the question says it, or does without the index
        return {}


def letters(words: Sequence[str]) -> str:
    """Return what FTS5 is asked for some words: the letters of each by threes, which all must be there."""
    threes = [word[start : start + 3] for word in words for start in range(len(word) - 2)[:MOST_OF_A_WORD]]
    return " ".join('"{}"'.format(three.replace('"', '""')) for three in [*dict.fromkeys(threes)][:MOST])
