"""Where a database is: a file, which is a path, or a server, which is a URL. No path is ever pasted into a URL."""

import os
import re
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.words.language import N_, _

# A path is a file's; a text is the URL of a server, or what a user wrote.
Address = Path | str

SCHEMES = ("sqlite", "postgresql", "postgres", "postgresql+psycopg")
WRITE_A_URL = N_("Write a path, or postgresql://user@host/name.")
WRITE_A_PATH = N_("Write a path, or sqlite:///PATH with %3F for ? and %25 for %.")
# A URL without its slashes, and what libpq calls a connection string: as a path they would be shown.
# Looked for once a word, from its beginning: a text may be a word of a hundred thousand letters.
_PERHAPS_A_URL = r"(?<![^\s/]):*+[^\s/:]++:[^\s/]*@|\b(?:host|hostaddr|user|dbname|password|passfile)\s*="


def located(address: Address) -> Address:
    """Return the full path of a file, or the URL of a server with the driver that ocdb uses.

    Args:
        address: a path, or what a user wrote: a path or a URL.

    Raises:
        DatabaseError: it would be a database in memory, gone with the command, or it isn't clear what is meant.
    """
    if isinstance(address, Path):
        return address.absolute()
    scheme, slashes, rest = address.partition("://")
    if not slashes:
        return _file(address)
    if scheme not in SCHEMES:
        raise DatabaseError(_("this is no database URL: ocdb works on SQLite and PostgreSQL"), _(WRITE_A_URL))
    return _file_of_url(rest) if scheme == "sqlite" else _server(scheme, rest)


def _file(text: str) -> Path:
    if re.match(r"(postgres(ql)?|sqlite)(\+\w+)?:(?!//)", text):  # no file: it may bear a password
        raise DatabaseError(_("this is no database URL: two slashes follow the colon"), _(WRITE_A_URL))
    surely = text.startswith(("./", "../", "~/")) or os.path.exists(text)  # noqa: PTH110  Path.exists raises more
    if re.search(_PERHAPS_A_URL, text) and not surely:
        raise DatabaseError(
            _("this is neither a path nor a database URL"),
            _("Write a path with ./ before it, or postgresql://user@host/name."),
        )
    # Unlike Path.expanduser it leaves the name of a user whom nobody knows as it is, as a shell does.
    return Path(os.path.expanduser(text)).absolute()  # noqa: PTH111


def _file_of_url(rest: str) -> Path:
    """Return the file that follows ``sqlite://``: one slash and its path, with percent escapes."""
    from urllib.parse import unquote  # noqa: PLC0415  for a URL only

    slash, path = rest[:1], unquote(rest[1:], errors="surrogateescape")
    if slash != "/" or not path.strip("/"):
        raise DatabaseError(_("this URL names no file"), _(WRITE_A_PATH))
    if "?" in rest:
        raise DatabaseError(_("the URL of a file takes no options after a question mark"), _(WRITE_A_PATH))
    return Path(path).absolute()


def _server(scheme: str, rest: str) -> str:
    known = rest.partition("?")[0]
    if known.count("@") > 1:  # what follows the first would be taken for the host, and be shown
        raise DatabaseError(
            _("this URL has more than one @"), _("In a password write %40 for @, %2F for / and %3A for :.")
        )
    if known.startswith("/") and "@" in known:
        raise DatabaseError(_("this URL has one slash too many before its host"), _(WRITE_A_URL))
    # SQLAlchemy takes plain postgresql:// for another driver than ours.
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else f"{scheme}://{rest}"
