"""The main text and the publisher's data of an HTML page, by trafilatura; dates only as the page declares them."""

import html
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from ocdb.errors import FixtureError, UsageError
from ocdb.intake.draft.imprint import Imprint
from ocdb.release import install
from ocdb.words.language import _

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_CDATA = re.compile(r"(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>")
_TITLES = ("og:title", "dc.title", "citation_title", "twitter:title")
_DATES = ("article:published_time", "datepublished", "citation_publication_date", "dc.date", "dc.date.issued", "date")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author")


def read_page(content: str, name: str) -> tuple[str, Imprint]:
    """Return the main text of a page and what it declares about itself.

    Raises:
        UsageError: trafilatura isn't installed.
        FixtureError: the page has no main text.
    """
    try:
        import lxml.html  # noqa: PLC0415  an extra of its own
        import trafilatura  # noqa: PLC0415
    except ImportError as error:
        hint = _("Install it with: {command} - or provide the plain text.").format(command=install("draft"))
        message = _("{file} is an HTML page, and trafilatura isn't installed").format(file=name)
        raise UsageError(message, hint) from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", content)  # lxml takes no text that declares its encoding
    found = trafilatura.bare_extraction(body, include_comments=False, include_tables=True, with_metadata=True)
    text = getattr(found, "text", None)
    if not found or not text or not text.strip():
        message = _("no main text was found in {file}").format(file=name)
        raise FixtureError(message, _("Copy the article out of the page, and provide plain text."))
    return text, _imprint(lxml.html.document_fromstring(body), found)


def _imprint(tree: Any, found: Any) -> Imprint:
    """Return the page's own data, JSON-LD before meta elements, and what trafilatura makes of it where they lack."""
    meta, linked = dict(_meta(tree)), _linked(tree)
    language = (tree.get("lang") or meta.get("og:locale") or linked.get("inLanguage") or found.language or "")[:2]
    return Imprint(
        publisher=_named(linked.get("publisher")) or meta.get("og:site_name") or found.sitename,
        title=_text(linked.get("headline")) or _first(meta, _TITLES) or found.title,
        authors=_authors(linked.get("author")) or _split(_first(meta, _AUTHORS) or found.author),
        url=_canonical(tree) or meta.get("og:url") or found.url,
        language=language.lower() if re.fullmatch(r"[A-Za-z]{2}", language) else None,
        # trafilatura's date may be guessed from the text, and depends on today's: never asked for.
        published=_day(linked.get("datePublished")) or _day(_first(meta, _DATES)),
    )


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    for element in reversed(tree.xpath("//meta[@content]")):  # the first of a name wins
        for attribute in ("property", "name", "itemprop"):
            name, content = element.get(attribute), element.get("content").strip()
            if name and content:
                yield name.lower(), content


def _linked(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD object of the article, the one that bears the page's title or address where several do."""
    own = {_text(tree.findtext(".//h1")), _text(dict(_meta(tree)).get("og:title")), _canonical(tree)} - {None}
    listed = list(_articles(tree))
    return next((item for item in listed if own & _marks(item)), listed[0] if listed else {})


def _marks(item: dict[str, Any]) -> set[str | None]:
    """Return by what an object can be known as that of the page: its headline and its addresses."""
    page = item.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, dict) else page
    return {_text(one) for one in (item.get("headline"), item.get("url"), item.get("@id"), address)} - {None}


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(_CDATA.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if _ARTICLE.search(str(item.get("@type"))) and (item.get("datePublished") or item.get("headline")):
                yield item


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph", []))


def _canonical(tree: Any) -> str | None:
    return next((str(link) for link in tree.xpath('//link[@rel="canonical"]/@href') if link.startswith("http")), None)


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_named, value)), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(name for item in listed if (name := _named(item)) and not name.startswith("http"))


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(name for part in (text or "").split(";") if (name := part.strip()) and not name.startswith("http"))


def _day(value: Any) -> str | None:
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    return found[0] if found else None
