"""Which revisions of the tables this ocdb knows, and the refusal of a database of another one."""

from collections.abc import Sequence

from ocdb.errors import DatabaseError
from ocdb.settings import resource
from ocdb.words.language import _

SHOWN = 5


class OldRevisionError(DatabaseError):
    """A database that an older ocdb made."""


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
        message = _("the table alembic_version has {count} rows ({values}) instead of one")
        hint = _("Remove what doesn't belong there, or build the database again: ocdb db rebuild")
        raise DatabaseError(message.format(count=len(found), values=shown), hint)
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
        message = _("this database was made by a preview of ocdb, before its first release (revision {found})")
        hint = _("Nothing was changed. Load into a new file or database: ocdb load")
        raise DatabaseError(message.format(found=found), hint)
    message = _("the database is at revision {found}, which this version of ocdb doesn't know")
    raise DatabaseError(message.format(found=found), _("Install a newer ocdb."))


def refuse_other(found: str) -> None:
    """Refuse a database that isn't at the newest revision.

    Raises:
        DatabaseError: it is of an older ocdb, or of a newer one.
    """
    refuse_unknown(found)
    newest = known()[-1]
    if found != newest:
        message = _("the database is at revision {found}, but this version of ocdb needs {needed}")
        raise OldRevisionError(message.format(found=found, needed=newest), _("Run: ocdb db upgrade"))
