"""What whoever publishes a site says of it: its address, whom to write to, and which edition came before."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from ocdb.answers.editions import edition
from ocdb.errors import UsageError
from ocdb.opening.reader import open_reader
from ocdb.render.citation.text import edition_in_words
from ocdb.store.reader.rows import Reader
from ocdb.web.corrections import between
from ocdb.web.page import Changes, Site
from ocdb.words.language import _

# What stands in the address of a mail without an escape.
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")
_PATH = re.compile(r"[\w/.~%\-]*", re.ASCII)


def shared(site: Site, reader: Reader) -> Site:
    """Return what all pages share: the edition in the language that is spoken, and the day, where no other is named."""
    words = site.edition or edition_in_words(edition(reader))
    return replace(site, edition=words, day=site.day or reader.today.isoformat())


def public(address: str) -> str:
    """Return the address of a site with a slash at its end.

    Raises:
        UsageError: a browser can't go there, or nothing can stand below it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    good = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc) and _PATH.fullmatch(parts.path)
    if not good or parts.query or parts.fragment or "?" in address or "#" in address:
        message = _("--address: {value} isn't the address of a site").format(value=address)
        raise UsageError(message, _("Write it as in https://example.org/ or https://example.org/ocdb/."))
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"


def mail(address: str) -> str:
    """Return the address that errors are reported to.

    Raises:
        UsageError: it is none of a mail.
    """
    if not _MAIL.fullmatch(address):
        message = _("--contact: {value} isn't an e-mail address").format(value=address)
        raise UsageError(message, _("Write it as in desk@example.org."))
    return address


def changes_since(older: Path, reader: Reader) -> Changes:
    """Return what an edition corrects of an older one.

    Raises:
        DatabaseError: there is no such database, or it can't be read.
    """
    with closing(open_reader(older)) as before:
        return between(before, reader)
