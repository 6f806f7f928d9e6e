"""Pages of text: the method, what can be taken away."""

from collections.abc import Mapping, Sequence

from ocdb.answers.coverage import read_in_all
from ocdb.answers.editions import edition
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.page import Page, page_name
from ocdb.words.language import _

Query = Mapping[str, list[str]]


def method(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return the rules in plain words."""
    _alone(rest)
    values = {"read": read_in_all(reader), "outcome": lambda code: Wording(reader).label(code, "outcome")}
    return Page(("method",), page_name("method"), "method.html", values, searched=True)


def downloads(reader: Reader, rest: Sequence[str], _query: Query) -> Page:
    """Return what can be taken away, and under which licence."""
    _alone(rest)
    return Page(("downloads",), page_name("downloads"), "downloads.html", {"held": edition(reader)}, searched=True)


def _alone(rest: Sequence[str]) -> None:
    if rest:
        raise NotFoundError(_("there is no such page"))
