"""Which revisions of the tables this ocdb knows, and the refusal of a database of another one."""

from ocdb.errors import DatabaseError
from ocdb.settings import resource


def known() -> list[str]:
    """Return the revisions that travel with ocdb, oldest first.

    They are read from the names of the files, which begin with them: importing Alembic takes longer than a question.
    """
    return sorted(path.name.partition("_")[0] for path in (resource("migrations") / "versions").glob("[0-9]*.py"))


def refuse_other(found: str) -> None:
    """Refuse a database that isn't at the newest revision.

    Raises:
        DatabaseError: it is of an older ocdb, or of a newer one.
    """
    *_, newest = revisions = known()
    if found not in revisions:
        message = f"the database is at revision {found}, which this ocdb doesn't know"
        raise DatabaseError(message, "Install a newer ocdb.")
    if found != newest:
        message = f"the database is at revision {found}, this ocdb needs {newest}"
        raise DatabaseError(message, "Run: ocdb db upgrade")
