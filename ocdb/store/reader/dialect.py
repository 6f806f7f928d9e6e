"""Our statements as a server takes them: they are written for SQLite."""

import re

_ASKED = re.compile(r"(?<!\bNOT )\bIN\s*\((?=\s*SELECT\b)")


def for_server(sql: str) -> str:
    """Return a statement as PostgreSQL takes it, with the same rows.

    The order of code points has another name there. And what ``IN (SELECT ...)`` finds becomes an array: it is made
    first, and rows are then looked up by an index. Left as a join, a view of more tables than the planner moves about
    (join_collapse_limit) would be read whole first.
    """
    for asked in reversed(list(_ASKED.finditer(sql))):
        last = _closing(sql, asked.end())
        sql = f"{sql[: asked.start()]}= ANY (ARRAY({sql[asked.end() : last]})){sql[last + 1 :]}"
    return sql.replace("COLLATE BINARY", 'COLLATE "C"')


def _closing(sql: str, start: int) -> int:
    """Return where the bracket closes that opens before a place outside of texts."""
    depth, quoted = 1, False
    for place in range(start, len(sql)):
        letter = sql[place]
        if letter == "'":
            quoted = not quoted
        elif not quoted:
            depth += (letter == "(") - (letter == ")")
        if not depth:
            return place
    return len(sql)  # a bracket that stays open is for the server to refuse
