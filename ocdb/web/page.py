"""A page as a value, and how it becomes HTML: in the language that is spoken, with links that are relative."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ocdb import release
from ocdb.answers.diff import Change
from ocdb.export.everything import Downloads
from ocdb.export.formats import FORMATS
from ocdb.text import visible
from ocdb.web.addresses import FILES, Address, data_path, feed_path, path, relative
from ocdb.web.cells import articles, cell, marks, rows
from ocdb.web.formats import file_name, file_path, offered
from ocdb.web.schema import data_set
from ocdb.words.dates import in_words
from ocdb.words.figures import memory, number
from ocdb.words.language import LANGUAGES, N_, Language, _, language, ngettext, pgettext
from ocdb.words.nouns import kind_name

# By language how much differs from an older edition, in a line, and what was corrected.
Changes = Mapping[Language, tuple[str, Sequence[Change]]]
STATIC = Path(__file__).with_name("static")
# What every page leads to, in this order: what readers ask first, then what the record rests on.
MENU = ("pledges", "losses", "sites", "map", "timeline", "compare", "coverage", "method", "downloads")
# What they are called.
_NAMES = {
    "pledges": N_("Promises"),
    "losses": N_("Job losses"),
    "sites": N_("Sites"),
    "map": N_("Map"),
    "timeline": N_("Timeline"),
    "compare": N_("Compare"),
    "search": N_("Search"),
    "coverage": N_("Coverage"),
    "conflicts": N_("Conflicts"),
    "evidence": N_("Evidence"),
    "method": N_("Method"),
    "downloads": N_("Data"),
    "corrections": N_("Corrections"),
    "api": N_("JSON interface"),
    "operators": N_("Operators"),
    "institutions": N_("Institutions"),
    "officials": N_("People"),
    "places": N_("Places"),
    "events": N_("Events"),
    "reports": N_("Reported figures"),
    "sources": N_("Articles"),
    "country": N_("Countries"),
}
# Nothing comes from elsewhere, nothing is inline: what a record says can't become code.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'"
)
# Where a browser searches the files itself, it may compile the program that does it.
SEARCHING = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


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
        searched: whether the search of the files finds it: a record, or a text.
        feed: the name of its own feed; empty where it has none.
        changed: the day on which it last changed, in ISO 8601; empty where that isn't known.
        policy: what a browser may load for it.
        files: the formats in which what it shows can be taken away, beside JSON and CSV.
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
    searched: bool = False
    feed: str = ""
    changed: str = ""
    policy: str = POLICY
    files: Sequence[str] = ()

    def showing(self, **values: Any) -> "Page":
        """Return the page with more for its template to draw."""
        return replace(self, values={**self.values, **values})

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
        changes: what was corrected since an older edition; empty where there is none to compare with.
        older: the database of that edition, for a server, which compares when somebody asks.
        downloads: the files that can be loaded; None where there are none.
    """

    edition: str
    day: str
    address: str = ""
    contact: str = ""
    live: bool = False
    tables: bool = False
    changes: Changes = field(default_factory=dict)
    older: Path | None = None
    downloads: Downloads | None = None


def html(
    page: Page, site: Site, place: str | None = None, *, led_to: set[Address] | None = None, root: str = ""
) -> str:
    """Return a page as HTML, in the language that is spoken.

    Args:
        page: what it shows.
        site: what it shares with the others.
        place: the path from which its links start, where that isn't its own: an error stands under any address.
        led_to: takes the addresses that it leads to.
        root: what its links begin with, where they can't be relative.
    """
    here = page.path if place is None else place
    up = root or relative(here, "")
    seen = set() if led_to is None else led_to

    def link(*address: str) -> str:
        seen.add(address)
        return up + path(address, language())

    first = page.address[0] if page.address else ""
    around = around_pages(language(), up, first if first in MENU else "", site.edition, site.day, tables=site.tables)
    seen |= around.led_to
    values: dict[str, Any] = {
        "page": page,
        "site": site,
        "language": language(),
        "link": link,
        "path": lambda *address: path(address, language()),
        "file": lambda name: up + name,
        "data": lambda suffix: up + data_path(page.address, suffix),
        "others": [*_others(page, up)],
        "here": here,
        "taken": lambda form, *address: up + file_path(address or page.address, form, language()),
        "offers": lambda *address: offered(address, live=site.live),
        "feed": feed_path,
        "menu": around.menu,
        "foot": around.foot,
        "files_of": FILES,
    }
    return drawn(page.template, values | dict(page.values))


@dataclass(frozen=True)
class Around:
    """What stands around all pages of one depth: their menu and their foot, and the addresses that these lead to."""

    menu: Markup
    foot: Markup
    led_to: frozenset[Address]


@lru_cache(maxsize=256)
def around_pages(spoken: Language, up: str, current: str, edition: str, day: str, *, tables: bool) -> Around:
    """Return what stands around the pages of a site, in the language that is spoken: by far most pages share it.

    Args:
        spoken: that language.
        up: what links begin with.
        current: the page of the menu that is shown; empty where it is none of them.
        edition: as `Site` has it.
        day: as `Site` has it.
        tables: as `Site` has it.
    """
    seen: set[Address] = set()

    def link(*address: str) -> str:
        seen.add(address)
        return up + path(address, spoken)

    values = {
        "language": spoken, "link": link, "file": lambda name: up + name, "feed": feed_path, "menu": MENU,
        "release": release, "current": current, "edition": edition, "day": day, "tables": tables,
    }  # fmt: skip
    menu, foot = (Markup(drawn(template, values)) for template in ("menu.html", "foot.html"))  # noqa: S704
    return Around(menu, foot, frozenset(seen))


def drawn(template: str, values: Mapping[str, Any]) -> str:
    """Return a template with some values in it, each escaped."""
    return _environment().get_template(template).render(values)


def _others(page: Page, up: str) -> Iterator[tuple[Language, str, str]]:
    """Yield each language with what it calls itself, and the way to the same page in it."""
    for wanted in LANGUAGES:
        name = {"en": "English", "fr": "Français"}[wanted]
        yield wanted, name, up + path(page.address, wanted)


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
        "data_set": data_set,
        "format_title": lambda form: _(FORMATS[form].title),
        "memory": memory,
        "page_name": page_name,
        "file_name": file_name,
        "drawn_cell": cell,
        "drawn_rows": rows,
        "drawn_marks": marks,
        "drawn_articles": articles,
        "day_in_words": in_words,
    }


def page_name(name: str) -> str:
    """Return what a page of the menu is called, in the language that is spoken."""
    return _(_NAMES[name])
