"""What a question is narrowed to, as keys, for a database that is made for it alone."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from ocdb.answers.listings import NAMED
from ocdb.answers.names import apart, covered, resolve
from ocdb.errors import OcdbError
from ocdb.store.reader.rows import Reader


def keys_of(reader: Reader, words: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the keys of names, by filter; nothing where one isn't clear: the question will say so.

    Only names are read, nothing of claims.

    Args:
        reader: the database.
        words: names by filter, of NAMED.
    """
    with suppress(OcdbError):
        found = {
            name: [resolve(reader, [name], word) for word in apart(reader, [name], [*words[name]])]
            for name in NAMED
            if words.get(name)
        }
        return found | ({"country": covered(reader, found["country"])} if "country" in found else {})
    return {}
