"""Pages of text: the method, what can be taken away."""

from collections.abc import Mapping, Sequence

from ocdb.answers.coverage import read_in_all
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.page import Page, page_name
from ocdb.words.dates import in_words
from ocdb.words.language import _

Query = Mapping[str, list[str]]


def method(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return the rules in plain words."""
    _alone(rest)
    outcomes = reader.rows("SELECT * FROM v_codes WHERE list = 'outcome' ORDER BY position").records()
    firmness = reader.rows("SELECT * FROM v_codes WHERE list = 'firmness' ORDER BY position").records()
    values = {"outcomes": outcomes, "firmness": firmness, "read": read_in_all(reader)}
    return Page(("method",), page_name("method"), "method.html", values, searched=True)


def downloads(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return what can be taken away, and under which licence."""
    _alone(rest)
    views = reader.rows("SELECT list, count(*) AS codes FROM v_codes GROUP BY list").records()
    return Page(("downloads",), page_name("downloads"), "downloads.html", {"lists": views}, searched=True)


def _alone(rest: Sequence[str]) -> None:
    if rest:
        raise NotFoundError(_("there is no such page"))


def edition_in_words(edition: Edition) -> str:
    """Return which data a site shows, for the foot of its pages."""
    if not edition.released:
        return _("Data of one’s own, read by ocdb {version}").format(version=edition.version)
    if not edition.date:
        return _("Release {version}").format(version=edition.version)
    return _("Release {version} of {day}").format(version=edition.version, day=in_words(edition.date))
