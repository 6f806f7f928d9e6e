"""Gathers values of rows under a key."""

from collections import defaultdict

from ocdb.load.row import Rows


def collect(rows: Rows, table: str, key: str, value: str, **only: str) -> dict[str, list[str]]:
    """Return the values of a column, by another one, of the rows that have the wanted values in further ones."""
    chosen = list(rows.get(table, ()))
    for name, wanted in only.items():
        chosen = [row for row in chosen if row[name] == wanted]
    found = defaultdict(list)
    for row in chosen:
        found[row[key]].append(row[value])
    return found
