"""What stands around the pages: the way in, pointers to what moved, what isn't there, and what robots read."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from ocdb.web.addresses import HOME, Address, path, relative
from ocdb.web.page import STATIC, Page, Site, drawn, html
from ocdb.words.language import LANGUAGES, _, both, language, speaking

# A sitemap may list 50,000 addresses; ours has two a line of the site.
LISTED = 20_000


def moved(here: str, target: Address, site: Site) -> str:
    """Return a small page that leads on to another address, in the language that is spoken."""
    to = path(target, language())
    return drawn("moved.html", {"site": site, "links": [(language(), relative(here, to), _("The page"))], "to": to})


def entry(site: Site) -> str:
    """Return the first page of all, which leads to a language without scripts: to English, or to the one chosen."""
    names = zip(LANGUAGES, ("English", "Français"), strict=True)
    links = [(wanted, path(HOME, wanted), name) for wanted, name in names]
    return drawn("moved.html", {"site": site, "links": links, "to": path(HOME, "en")})


def absent(site: Site) -> str:
    """Return what a web server shows for an address that leads nowhere; its links are relative to nothing."""
    root = urlsplit(site.address).path or "/"
    with speaking("en"):
        title = " · ".join(text[:1].upper() + text[1:] for text in both("there is no such page"))
        page = Page(HOME, title, "error.html", {"hint": ""}, listed=False)
        return html(page, site, root=root)


def static() -> Iterator[tuple[str, bytes]]:
    """Yield our own files, with their names on the site."""
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            yield f"static/{file.relative_to(STATIC).as_posix()}", file.read_bytes()


def robots(site: Site) -> str:
    """Return what robots may read: all pages; where they are is said if the address is known."""
    return "User-agent: *\nDisallow:\n" + (f"Sitemap: {site.address}sitemap.xml\n" if site.address else "")


def sitemaps(site: Site, listed: Mapping[Address, str]) -> Iterator[tuple[str, str]]:
    """Yield the sitemap, or its parts and an index of them, with their names.

    Args:
        site: whose address is known.
        listed: the addresses that search engines may list, with the day of the last change or an empty text.
    """
    addresses = sorted(listed)
    parts = [addresses[start : start + LISTED] for start in range(0, len(addresses), LISTED)]
    if len(parts) == 1:
        yield "sitemap.xml", _sitemap(site, parts[0], listed)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap(site, part, listed)
    yield "sitemap.xml", drawn("sitemaps.xml", {"urls": [site.address + name for name in names]})


def _sitemap(site: Site, addresses: Sequence[Address], listed: Mapping[Address, str]) -> str:
    pages = [
        (site.address + path(address, wanted), [(code, site.address + path(address, code)) for code in LANGUAGES], day)
        for address in addresses
        for wanted in LANGUAGES
        for day in [listed[address]]
    ]
    return drawn("sitemap.xml", {"pages": pages})
