"""Charts and the map in pages: drawn on the server, coloured by the style sheet, with the numbers as a table below."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from ocdb.answers.chart import Chart
from ocdb.answers.chart import chart as chart_of
from ocdb.answers.chart_of_losses import chart_of_losses
from ocdb.answers.filters import Filters
from ocdb.answers.map import STATUSES, Map, map_of, years
from ocdb.answers.names import AFRICA, areas_among
from ocdb.answers.scopes import Asked
from ocdb.errors import NotFoundError, UsageError
from ocdb.render.chart.picture import svg, vega
from ocdb.render.map.svg import svg as map_svg
from ocdb.render.objects import whole
from ocdb.render.style import Where
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.addresses import Address
from ocdb.web.facets import Choice
from ocdb.web.linking import Links
from ocdb.web.page import Page, page_name
from ocdb.web.tables import table
from ocdb.words.language import _

# What charts have a bar for each of.
GROUPS = ("year", "country", "operator")
LOSSES = "losses"
# What is drawn for: wide screens and narrow ones.
PLACES: tuple[Where, ...] = ("page", "column")
Link = Callable[..., str]


def chart(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return a chart with its numbers: by year, country or operator.

    A country or an area after that narrows it, as in ``("chart", "year", "MA")``, else it is of all Africa; losses
    stand under ``("chart", "losses", ...)``.
    """
    found, rest = charted(reader, rest), _shortest(rest)
    links = Links()
    answer = found.answer()
    links.learn(reader, answer.sections)
    values = {
        "figure": drawn(found),
        "specifications": _specifications(found),
        "table": table(answer.sections[0], found.wording, links, title=_("The same as a table")),
        "caption": found.caption,
        "alone": ("embed", *rest),
        "facets": [(_("What"), _subjects(rest)), (_("By"), _groups(rest))],
    }
    return Page(("chart", *rest), found.title, "chart.html", values, found.title, data=True)


def _subjects(rest: Sequence[str]) -> list[Choice]:
    """Return what can be drawn for the same groups."""
    lost = rest[0] == LOSSES
    groups = rest[1:] if lost else rest
    return [
        Choice(page_name("pledges"), ("chart", *groups), None, not lost),
        Choice(page_name("losses"), ("chart", LOSSES, *groups), None, lost),
    ]


def _groups(rest: Sequence[str]) -> list[Choice]:
    """Return by what the same can be drawn."""
    first, (by, *country) = ((LOSSES,), rest[1:]) if rest[0] == LOSSES else ((), rest)
    names = {"year": _("year"), "country": _("country"), "operator": _("operator")}
    some = [name for name in GROUPS if name != "country" or not country or areas_among(country)]
    return [Choice(names[name], ("chart", *first, name, *country), None, name == by) for name in some]


def embed(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return a chart alone, with its source, for a frame of another site."""
    found, rest = charted(reader, rest), _shortest(rest)
    values = {"figure": drawn(found), "caption": (found.title, *found.caption), "chart": ("chart", *rest)}
    return Page(("embed", *rest), found.title, "embed.html", values, found.title, listed=False, framed=True)


def _shortest(rest: Sequence[str]) -> Sequence[str]:
    """Return the address of a chart without its area, where that is the one that charts are of."""
    return rest[:-1] if rest[-1] == AFRICA else rest


def yearly(country: str | None, *, losses: bool = False) -> Address:
    """Return the address of the chart by year of a country or an area, else of Africa, without its first word."""
    return (*([LOSSES] if losses else []), "year", *([country] if country and country != AFRICA else []))


def charted(reader: Reader, rest: Sequence[str]) -> Chart:
    """Return the chart of an address, without its first word.

    Raises:
        NotFoundError: there is no such chart.
    """
    draw, keys = (chart_of_losses, rest[1:]) if [*rest[:1]] == [LOSSES] else (chart_of, rest)
    if not 1 <= len(keys) <= 2 or keys[0] not in GROUPS:  # noqa: PLR2004  a group and a country
        raise NotFoundError(_("there is no such page"))
    countries = list(keys[1:])
    if countries and not reader.rows("SELECT 1 FROM v_countries WHERE id = :key", {"key": countries[0]}).rows:
        raise NotFoundError(_("there is no such page"))
    return draw(reader, Asked(country=countries or [AFRICA]), keys[0])


def drawn(found: Chart) -> Markup:
    """Return a chart as SVG for wide and narrow screens; nothing where there is nothing to draw, or nothing draws."""
    if not found.bars:
        return Markup()
    try:
        return _both(lambda where: svg(found, "page", where))
    except UsageError:  # without vl-convert the table below has the numbers
        return Markup()


def _both(draw: Callable[[Where], str]) -> Markup:
    """Return a drawing for wide screens and one for narrow ones, of which the style sheet shows one."""
    drawings = [f'<div class="figure-{where}">{draw(where)}</div>' for where in PLACES]
    return Markup("\n".join(drawings))  # noqa: S704  texts are escaped where they are drawn


def by_year(reader: Reader, country: str | None = None, *, losses: bool = False) -> Markup:
    """Return what was promised for each year and what reports show of it, or what was lost, as SVG."""
    return drawn(charted(reader, yearly(country, losses=losses)))


def _specifications(found: Chart) -> dict[Where, Markup]:
    """Return what makes a chart interactive, on wide and on narrow screens, as JSON that no element can end."""
    if not found.bars:
        return {}
    try:
        texts = {where: "".join(whole(vega(found, "page", where))) for where in PLACES}
    except UsageError:
        return {}
    return {where: Markup(text.replace("<", "\\u003c")) for where, text in texts.items()}  # noqa: S704


def map_page(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the map of sites or events, as of the latest source or of a year: ``("map", "sites", "2012")``."""
    kind, year, span = _of_map(reader, rest)
    found = map_of(reader, kind, Filters(), year)
    links = Links()
    answer = found.answer()
    section = answer.sections[0]
    links.learn(reader, [section])
    values = {
        "figure": lambda link: placed(found, link),
        "facets": [(_("What"), _kinds(kind)), (_("When"), _years(kind, year, span))],
        "table": table(section, found.wording, links, title=_("The same as a table")),
        "notes": found.notes,
        "intro": found.title,
    }
    return Page(("map", *rest), page_name("map"), "map.html", values, found.title, listed=not year, data=True)


def _of_map(reader: Reader, rest: Sequence[str]) -> tuple[str, str | None, range]:
    """Return of what kind a map is, of which year it is, and of which there are maps."""
    kind, *more = rest or ("sites",)
    if kind not in STATUSES or len(more) > 1 or tuple(rest) == ("sites",):
        raise NotFoundError(_("there is no such page"))
    year, span = more[0] if more else None, years(reader, kind)
    if year is not None and year not in map(str, span):
        raise NotFoundError(_("there is no such page"))
    return kind, year, span


def mapped(reader: Reader, rest: Sequence[str]) -> Map:
    """Return the map of an address, without its first word.

    Raises:
        NotFoundError: there is no such map.
    """
    kind, year, _span = _of_map(reader, rest)
    return map_of(reader, kind, Filters(), year)


def placed(found: Map, link: Link) -> Markup:
    """Return a map as SVG, whose circles lead to the pages of their places."""

    def draw(where: Where) -> str:
        return map_svg(found, "page", where, lambda circle: link("place", circle.spots[0].key), shapes=where == "page")

    return _both(draw)


def _kinds(chosen: str) -> list[Choice]:
    return [
        Choice(page_name(kind), ("map",) if kind == "sites" else ("map", kind), None, kind == chosen)
        for kind in sorted(STATUSES, key=lambda kind: fold(page_name(kind)))
    ]


def _years(kind: str, chosen: str | None, span: range) -> list[Choice]:
    """Return the years of a map, and that of today."""
    latest = ("map",) if kind == "sites" else ("map", kind)
    return [
        Choice(_("the latest"), latest, None, chosen is None),
        *(Choice(str(year), ("map", kind, str(year)), None, str(year) == chosen) for year in reversed(span)),
    ]
