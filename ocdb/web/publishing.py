"""What whoever publishes a site says of it: its address, whom to write to, and which edition came before."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ocdb.answers.editions import edition
from ocdb.answers.later import LaterData
from ocdb.errors import UsageError
from ocdb.export.everything import downloads, fingerprint
from ocdb.opening.reader import open_reader
from ocdb.render.citation.text import edition_in_words
from ocdb.store.reader.rows import Reader
from ocdb.web.corrections import between
from ocdb.web.page import Changes, Site
from ocdb.words.language import _

_SITE = re.compile(r"https?://[^\s/?#@\"'<>]+(/[^\s?#\"'<>]*)?")
_MAIL = re.compile(r"[^\s@?&#\"'<>,;:%]+@[^\s@?&#\"'<>,;:%]+")


def site_at(address: str, contact: str, *, live: bool = False, tables: bool = False, files: Path | None = None) -> Site:
    """Return what the pages of a site share, but for what the data say.

    Args:
        address: that the site stands under; empty where it isn't known.
        contact: to whom errors are reported; empty for nobody.
        live: whether a server answers, and not files.
        tables: whether the table browser stands beside the pages.
        files: a directory that was exported with every format, for those who want all of the data.

    Raises:
        UsageError: one of them isn't what it should be.
    """
    if address and not _SITE.fullmatch(address):
        message = _("--address: {value} isn't the address of a site").format(value=address)
        raise UsageError(message, _("Write it as in https://data.example.org/."))
    if contact and not _MAIL.fullmatch(contact):
        message = _("--contact: {value} isn't an e-mail address").format(value=contact)
        raise UsageError(message, _("Write it as in info@example.org."))
    lasting = address and address.rstrip("/") + "/"
    found = downloads(files) if files else None
    return Site("", "", address=lasting, contact=contact, live=live, tables=tables, downloads=found)


def shared(site: Site, reader: Reader) -> Site:
    """Return what all pages share: the edition in the language that is spoken, and the day, where no other is named.

    Files of other data than the reader's aren't offered.
    """
    words = site.edition or edition_in_words(edition(reader))
    files = site.downloads if site.downloads and site.downloads.data == fingerprint(reader) else None
    older = site.older
    changes = LaterData(lambda: changes_since(older, reader)) if older else site.changes
    return replace(site, edition=words, day=site.day or reader.today.isoformat(), changes=changes, downloads=files)


def changes_since(older: Path, reader: Reader) -> Changes:
    """Return what an edition corrects of an older one.

    Raises:
        DatabaseError: there is no such database, or it can't be read.
    """
    with closing(open_reader(older)) as before:
        return between(before, reader)
