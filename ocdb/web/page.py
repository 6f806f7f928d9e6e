"""A page as a value, and how it becomes HTML: in the language that is spoken, with links that are relative."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ocdb import release
from ocdb.answers.answer import Cell
from ocdb.text import visible
from ocdb.web.addresses import Address, data_path, path, relative
from ocdb.words.dates import in_words
from ocdb.words.figures import number
from ocdb.words.language import LANGUAGES, Language, _, language, ngettext, pgettext
from ocdb.words.nouns import kind_name

STATIC = Path(__file__).with_name("static")
# What every page leads to, in this order: what readers ask first, then what the record rests on.
MENU = ("pledges", "losses", "sites", "map", "timeline", "compare", "coverage", "method", "downloads")
# Nothing comes from elsewhere, nothing is inline: what a record says can't become code.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'"
)


@dataclass(frozen=True)
class Page:
    """A page in a language.

    Attributes:
        address: where it stands, the same in both languages.
        title: what it is about.
        template: draws its body.
        values: what the template draws.
        description: a sentence for search engines and previews; nothing by default.
        data: whether the same stands as JSON and CSV beside it.
        key: the record that an error would be reported of.
        listed: whether search engines may list it: not what only narrows another page.
        framed: whether other sites may show it in a frame of their own.
        schema: what it is in the words of schema.org, as JSON.
    """

    address: Address
    title: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    data: bool = False
    key: str = ""
    listed: bool = True
    framed: bool = False
    schema: str = ""

    @property
    def path(self) -> str:
        """Return the path of the page in the language that is spoken."""
        return path(self.address, language())


@dataclass(frozen=True)
class Site:
    """What all pages of a site share.

    Attributes:
        edition: which data it shows, in words.
        day: the day that verdicts are of, in ISO 8601.
        address: the address that the site stands under, with a slash at its end; empty where it isn't known.
        contact: the e-mail address to which errors are reported; empty where there is none.
        live: whether a server answers, and not files.
        tables: whether the table browser stands beside the pages.
    """

    edition: str
    day: str
    address: str = ""
    contact: str = ""
    live: bool = False
    tables: bool = False


def html(page: Page, site: Site, place: str | None = None) -> str:
    """Return a page as HTML, in the language that is spoken.

    Args:
        page: the page.
        site: that it is of.
        place: the path from which its links start, where that isn't its own: an error stands under any address.
    """
    here = page.path if place is None else place
    values: dict[str, Any] = {
        "page": page,
        "site": site,
        "language": language(),
        "link": lambda *address: relative(here, path(address, language())),
        "file": lambda name: relative(here, name),
        "data": lambda suffix: relative(here, data_path(page.address, suffix)),
        "others": [*_others(page, here)],
        "here": here,
        "policy": POLICY,
        "menu": MENU,
        "release": release,
    }
    return _environment().get_template(page.template).render(values | dict(page.values))


def _others(page: Page, here: str) -> Iterator[tuple[Language, str, str]]:
    """Yield each language with what it calls itself, and the way to the same page in it."""
    for wanted in LANGUAGES:
        name = {"en": "English", "fr": "Français"}[wanted]
        yield wanted, name, relative(here, path(page.address, wanted))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ocdb.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals |= globals_of_templates()
    environment.filters["visible"] = visible
    environment.filters["anchor"] = lambda name: "s-" + "".join(letter if letter.isalnum() else "-" for letter in name)
    return environment


def globals_of_templates() -> dict[str, Any]:
    """Return what every template may call."""
    return {
        "_": _,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "number": number,
        "kind_name": kind_name,
        "page_name": page_name,
        "day_in_words": in_words,
        "address": lambda url: Cell("", link=url or "").address,
    }


def page_name(name: str) -> str:
    """Return what a page of the menu is called, in the language that is spoken."""
    return {
        "pledges": _("Promises"),
        "losses": _("Job losses"),
        "sites": _("Sites"),
        "map": _("Map"),
        "timeline": _("Timeline"),
        "compare": _("Compare"),
        "search": _("Search"),
        "coverage": _("Coverage"),
        "conflicts": _("Conflicts"),
        "method": _("Method"),
        "downloads": _("Data"),
        "corrections": _("Corrections"),
        "api": _("JSON interface"),
        "operators": _("Operators"),
        "institutions": _("Institutions"),
        "officials": _("People"),
        "places": _("Places"),
        "events": _("Events"),
        "reports": _("Reported figures"),
        "sources": _("Articles"),
        "country": _("Countries"),
    }[name]
