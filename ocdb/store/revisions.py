"""Which revisions of the tables this ocdb knows, and the refusal of a database of another one."""

from collections.abc import Sequence

from ocdb.errors import DatabaseError
from ocdb.settings import resource

SHOWN = 5


def known() -> list[str]:
    """Return the revisions that travel with ocdb, oldest first.

    They are read from the names of the files, which begin with them: importing Alembic takes longer than a question.
    """
    return sorted(path.name.partition("_")[0] for path in (resource("migrations") / "versions").glob("[0-9]*.py"))


def single(found: Sequence[str]) -> str | None:
    """Return the revision that stands in a database's table of revisions; None where it is empty.

    Raises:
        DatabaseError: there are several, as no ocdb writes them.
    """
    if len(found) > 1:
        shown = ", ".join(sorted(found)[:SHOWN])
        message = f"the table alembic_version has {len(found)} rows ({shown}), and must have one"
        raise DatabaseError(message, "Remove what doesn't belong there, or make the database anew: ocdb db rebuild")
    return found[0] if found else None


def refuse_unknown(found: str) -> None:
    """Refuse a database at a revision that this ocdb doesn't know.

    Raises:
        DatabaseError: it is of a preview, made before the first release, or of a newer ocdb.
    """
    revisions = known()
    if found in revisions:
        return
    if found < revisions[0]:
        message = f"this database was made by a preview of ocdb, before its first release (revision {found})"
        raise DatabaseError(message, "Nothing was changed. Load anew, into a new file or database: ocdb load")
    raise DatabaseError(f"the database is at revision {found}, which this ocdb doesn't know", "Install a newer ocdb.")


def refuse_other(found: str) -> None:
    """Refuse a database that isn't at the newest revision.

    Raises:
        DatabaseError: it is of an older ocdb, or of a newer one.
    """
    refuse_unknown(found)
    newest = known()[-1]
    if found != newest:
        message = f"the database is at revision {found}, this ocdb needs {newest}"
        raise DatabaseError(message, "Run: ocdb db upgrade")
