"""What it means that SQLite refuses a user's own statement, with the nearest table or column."""

import re
import sqlite3
from pathlib import Path

from ocdb.errors import OcdbError, SqlError
from ocdb.store.searching import is_part
from ocdb.store.sqlite import explain, is_about_the_file, not_ours
from ocdb.store.statements.limits import too_large, too_slow
from ocdb.text import fold
from ocdb.words.language import N_, _
from ocdb.words.suggestions import suggest

ONLY_READS = N_("ocdb sql only reads: write SELECT.")
LIST_TABLES = N_("The views are listed by: ocdb db views")
_VERBS = "ALTER|ATTACH|CREATE|DELETE|DETACH|DROP|INSERT|REINDEX|REPLACE|TRUNCATE|UPDATE|VACUUM"
_STAMPED = "SELECT 1 FROM sqlite_master WHERE name = 'v_stamp'"


def explained(error: Exception, connection: sqlite3.Connection, sql: str, seconds: float, megabytes: int) -> OcdbError:
    """Return what an error of SQLite, or of its module, means for the user.

    Args:
        error: the error.
        connection: to the database, without guards.
        sql: the statement.
        seconds: what it might take.
        megabytes: what its answer might take.
    """
    reason = str(error)
    if "database or disk is full" in reason:  # the temporary tables, which are in memory
        return too_large(megabytes)
    if reason == "interrupted":
        return too_slow(seconds)
    if isinstance(error, sqlite3.Error) and is_about_the_file(error):
        return explain(error, _path(connection))
    if "no such table" in reason and not connection.execute(_STAMPED).fetchone():
        return not_ours(_path(connection), reason)
    return _mistake(reason, connection, sql)


def without_value(parameter: str) -> SqlError:
    """Return the refusal of a statement that names a parameter which wasn't given."""
    return SqlError(
        _("the parameter :{parameter} has no value").format(parameter=parameter),
        _("Give it: -p {parameter}=VALUE").format(parameter=parameter),
    )


def without_rows() -> SqlError:
    """Return the refusal of a statement that has no columns."""
    return SqlError(_("this statement returns no rows"), _(ONLY_READS))


def _path(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _mistake(reason: str, connection: sqlite3.Connection, sql: str) -> SqlError:
    """Return what is wrong with the statement itself."""
    if "not authorized" in reason or "prohibited" in reason or _writes(sql):
        return SqlError(_("the statement would do more than read ({reason})").format(reason=reason), _(ONLY_READS))
    if table := re.search(r"vtable constructor failed: (\S+)", reason):
        return SqlError(_("the table {table} isn't allowed").format(table=table[1]), _(LIST_TABLES))
    if "one statement at a time" in reason:
        return SqlError(_("there is more than one statement"), _("Run them one by one."))
    if missing := re.search(r"binding parameter :?(\w+)|supply a value for binding (\d+)", reason):
        return without_value(missing[1] or missing[2])
    if unknown := re.search(r"no such (table|column): (.+)", reason):
        return _unknown(unknown[1], unknown[2], connection, sql)
    return SqlError(reason, "")


def _writes(sql: str) -> bool:
    """Return whether a statement is meant to write: SQLite may miss what it names before it asks whether that may be.

    After WITH the verb stands anywhere; a name or a text may be called like one, so that only its place tells.
    """
    bare = re.sub(r"--[^\n]*|/\*.*?\*/", " ", sql, flags=re.DOTALL).strip()
    begin = r"WITH\b.*\)\s*" if bare[:4].upper() == "WITH" else ""
    return bool(re.match(rf"{begin}({_VERBS})\b", bare, re.IGNORECASE | re.DOTALL))


def _unknown(what: str, name: str, connection: sqlite3.Connection, sql: str) -> SqlError:
    known = _tables(connection) if what == "table" else _columns(connection, sql)
    nearest = suggest(name.rpartition(".")[2], {fold(each): each for each in known})
    if what == "table":
        return SqlError(_("there is no table {name}").format(name=name), nearest or _(LIST_TABLES))
    if name.rpartition(".")[2].lower() == "source" and "sources" in known:
        claims = _("The articles of a claim: ... WHERE id IN (SELECT claim FROM v_citations WHERE source = 'SLUG')")
        return SqlError(_("there is no column {name}").format(name=name), claims)
    columns = _("The columns are {names}.").format(names=", ".join(known)) if known else _(LIST_TABLES)
    return SqlError(_("there is no column {name}").format(name=name), nearest or columns)


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the views, then the tables that somebody may want to read."""
    sql = "SELECT name FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC, name"
    return [name for (name,) in connection.execute(sql) if not is_part(name)]


def _columns(connection: sqlite3.Connection, sql: str) -> list[str]:
    """Return the columns of the tables and views that a statement reads."""
    read = r"\b(?:FROM|JOIN)\s+\"?{}\b"  # a column may be called like a table
    mentioned = [name for name in _tables(connection) if re.search(read.format(re.escape(name)), sql, re.IGNORECASE)]
    columns = [row[1] for name in mentioned for row in connection.execute(f'PRAGMA table_info("{name}")')]
    return list(dict.fromkeys(columns))
