"""Curates a press without error: turns its articles into fixtures, as YAML would give them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from scripts.worlds.article import Article, Developed, Followed, Item, Opened, Press, Repeated, Report, Said
from scripts.worlds.lost import Loss, fixture
from scripts.worlds.months import month_of
from scripts.worlds.promised import Promise
from scripts.worlds.truth import World

Record = dict[str, Any]
KEYS = {
    Promise: "pledges",
    Report: "reports",
    Loss: "losses",
    Said: "verdicts",
    Followed: "successions",
    Developed: "developments",
    Opened: "events",
}


def fixtures(world: World, press: Press) -> list[Record]:
    """Return the register of the world, and a file for each article."""
    curator = _Curator(world, press)
    return [curator.register(), *(curator.file(article) for _, article in sorted(press.articles.items()))]


class _Curator:
    """Knows the whole press, for the links between articles."""

    def __init__(self, world: World, press: Press) -> None:
        self.world = world
        self.press = press
        self.promises = press.promises()
        self.reports = press.reports()
        self.losses = press.losses()
        self.rivals = {one.wrong_of for one in self.promises.values()} - {""}
        self.sites: set[str] = set()

    def register(self) -> Record:
        """Return the operators under all their slugs, and the places."""
        companies = self.world.companies.values()
        operators = [{"id": slug, "name": f"Worlds {slug}"} for company in companies for slug in company.slugs]
        places = [
            {"id": place.key, "kind": place.kind, "name": f"Worlds {place.key}", "country": place.country}
            | ({"parent": place.parent} if place.parent and place.parent != place.country else {})
            for place in self.world.places.values()
            if not place.large
        ]
        return {"operators": operators, "places": places}

    def file(self, article: Article) -> Record:
        """Return what one article states."""
        file: Record = {"source": {"id": f"press-{article.day}", "publisher": "Press", "language": "en"}}
        if article.published:
            file["source"]["published"] = article.published.text
        for item in article.items:
            site = getattr(getattr(item, "scope", item), "site", None)
            if site and site not in self.sites:
                self.sites.add(site)
                file.setdefault("sites", []).append(self._site(site, article.day))
            if isinstance(item, Repeated):
                citation = {"claim": item.claim, "cite": [], "stance": item.stance}
                file.setdefault("citations", []).append(citation)
            else:
                file.setdefault(KEYS[type(item)], []).append(self._record(item, article.day))
        return file

    def _site(self, key: str, day: date) -> Record:
        site, month = self.world.sites[key], month_of(day)
        planned = site.opened is None or site.opened > month
        status = "planned" if planned else "closed" if site.closed <= month else "open"
        operator = self.world.companies[site.holders[month]].name(month)
        record = {"id": key, "cite": [], "operator": operator, "at": site.place, "status": status}
        return record | ({"opened": site.printed_opened} if site.printed_opened else {})

    def _employers(self, loss: Loss, day: date) -> list[str]:
        companies = sorted(loss.scope.companies or ())
        return [self.world.companies[key].name(month_of(day)) for key in companies]

    def _record(self, item: Item, day: date) -> Record:
        match item:
            case Promise():
                return dict(self._pledge(item))
            case Report():
                return dict(self._report(item))
            case Loss():
                return dict(fixture(item, named=self._employers(item, day), printed=self.losses))
            case Followed():
                ends = {"predecessor": item.before, "successor": item.after}
                return {"id": item.key, "cite": [], "kind": item.kind, "status": item.status} | ends | _dated(item)
            case Developed() | Opened():
                return self._event(item) if isinstance(item, Opened) else self._development(item)
        assert isinstance(item, Said)  # noqa: S101  for the type checker
        return {"id": item.key, "cite": [], "pledge": item.promise, "outcome": item.outcome} | _dated(item, "as_of")

    def _event(self, item: Opened) -> Record:
        event = {"id": item.key, "cite": [], "kind": "opening", "status": item.status, "site": item.site}
        event |= {"summary": f"Opening of {item.site}", "at": [self.world.sites[item.site].place]}
        return event | _dated(item)

    def _development(self, item: Developed) -> Record:
        record = {"id": item.key, "cite": [], "concerns": item.concerns, "status": item.status}
        record |= {"operator": item.operator} if item.operator else {}
        return record | _dated(item)

    # --- figures ---

    def _pledge(self, promise: Promise) -> Iterator[tuple[str, Any]]:
        yield from {"id": promise.key, "cite": [], "at": promise.scope.place}.items()
        yield from self._common(promise)
        month = month_of(promise.announced)
        yield "operators", [self.world.companies[key].name(month) for key in sorted(promise.scope.companies or ())]
        if promise.unnamed:
            yield "unnamed_operators", len(promise.unnamed)
        yield "firmness", promise.firmness
        if promise.printed_baseline == "none" or promise.printed_baseline in self.reports:
            yield "baseline", promise.printed_baseline
        if promise.printed_announced:
            yield "announced", promise.printed_announced.text
        if promise.printed_due:
            yield "due", promise.printed_due.text
        yield from self._links(promise)

    def _links(self, promise: Promise) -> Iterator[tuple[str, Any]]:
        whole = self.press.whole(promise)
        if whole and not self._listed(promise, whole):
            yield "part_of", [whole.key]
        if parts := [one.key for one in self.promises.values() if self._listed(one, promise)]:
            yield "contains", parts
        older = [key for key in promise.printed_older if key in self.promises]
        nearest = self.press.older(promise)
        if older or nearest:
            yield "revises", older or [nearest.key if nearest else ""]
        if promise.wrong_of in self.promises:
            yield "conflicts_with", [promise.wrong_of]
        if promise.key in self.rivals:
            yield "preferred_because", "The company says so itself."

    def _listed(self, part: Promise, whole: Promise) -> bool:
        return part.listed_by_whole and part.whole == whole.key

    def _common(self, item: Promise | Report) -> Iterator[tuple[str, Any]]:
        yield from {"figure": item.figure.written(), "measure": item.measure}.items()
        yield "basis", item.basis if isinstance(item, Promise) else "operator"
        if item.scope.site:
            yield "site", item.scope.site
        if item.directness != "unstated":
            yield "directness", item.directness
        if item.scope.sector:
            yield "sector", item.scope.sector
        if isinstance(item, Promise):
            yield "reading", item.reading

    def _report(self, report: Report) -> Iterator[tuple[str, Any]]:
        yield from {"id": report.key, "cite": [], "at": report.scope.place, "kind": report.kind}.items()
        yield from self._common(report)
        yield "operators", list(report.names)
        yield "reading", "total" if report.kind == "held" else "additional"
        if report.as_of:
            yield "as_of", report.as_of.text
        if report.rival in self.reports:
            yield "conflicts_with", [report.rival]
        rivals = [one for one in self.reports.values() if one.rival == report.key]
        if rivals and report.preferred:
            yield "preferred_because", "It is the company's own."


def _dated(item: Followed | Developed | Opened | Said, name: str = "date") -> Record:
    return {name: item.as_of.text} if item.as_of else {}
