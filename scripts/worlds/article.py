"""What the press prints: articles with promises, reports, verdicts, successions, and what became of sites."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from scripts.worlds.lost import Loss
from scripts.worlds.printed import Figure, Printed
from scripts.worlds.promised import Promise
from scripts.worlds.truth import Scope


@dataclass
class Report:
    """A figure of the present or the past.

    Attributes:
        scope: whom it is about, by their companies; of a site it is about all who work there.
        names: the slugs that it prints; empty where it prints none.
        kind: ``held``, ``created`` or ``lost``.
        day: the true day of which it tells, or the last one of a time.
        since: the first day of that time; None for ``held``, and where it begins with the world.
        undated: whether nothing says when it is of.
        wrong: whether it is false; then another article prints the right figure, or denies it.
        rival: the key of the report with the right figure.
        preferred: whether a curator could decide between the two.
    """

    key: str
    scope: Scope
    names: tuple[str, ...]
    kind: str
    measure: str
    number: int
    figure: Figure
    day: date
    since: date | None = None
    as_of: Printed | None = None
    directness: str = "unstated"
    undated: bool = False
    wrong: bool = False
    rival: str = ""
    preferred: bool = True


@dataclass(frozen=True)
class Said:
    """What a source says to have become of a promise."""

    key: str
    promise: str
    outcome: str
    as_of: Printed | None
    wrong: bool = False


@dataclass(frozen=True)
class Followed:
    """A succession as the press has it; an announced one may be completed or abandoned later."""

    key: str
    kind: str
    status: str
    before: str
    after: str
    as_of: Printed | None


@dataclass(frozen=True)
class Developed:
    """What became of a site or of a succession, and who runs the site from then on."""

    key: str
    concerns: str
    status: str
    as_of: Printed | None
    operator: str = ""


@dataclass(frozen=True)
class Opened:
    """An event at which a site opened, or is to open."""

    key: str
    site: str
    status: str
    as_of: Printed | None


@dataclass(frozen=True)
class Repeated:
    """A second citation of a claim, or a denial of it."""

    claim: str
    stance: str = "supports"


Item = Promise | Report | Loss | Said | Followed | Developed | Opened | Repeated


@dataclass
class Article:
    """An article.

    Attributes:
        day: the true day on which it appeared.
        published: that day as printed; None where the article bears no date.
    """

    day: date
    published: Printed | None
    items: list[Item] = field(default_factory=list)


@dataclass
class Press:
    """All articles by day; ``project`` has all promises by key, printed or not."""

    articles: dict[date, Article] = field(default_factory=dict)
    project: dict[str, Promise] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """Yield what is printed, in the order of time."""
        for _, article in sorted(self.articles.items()):
            yield from article.items

    def promises(self) -> dict[str, Promise]:
        """Return the promises by key, as far as they are printed."""
        return {item.key: item for item in self.items() if isinstance(item, Promise)}

    def whole(self, promise: Promise) -> Promise | None:
        """Return the nearest printed promise that one is a part of."""
        return self._nearest(promise, "whole")

    def older(self, promise: Promise) -> Promise | None:
        """Return the nearest printed version that one replaces."""
        return self._nearest(promise, "older")

    def _nearest(self, promise: Promise, link: str) -> Promise | None:
        printed, key = self.promises(), getattr(promise, link)
        while key and key not in printed:
            key = getattr(self.project[key], link)
        return printed.get(key)

    def losses(self) -> dict[str, Loss]:
        """Return the losses by key."""
        return {item.key: item for item in self.items() if isinstance(item, Loss)}

    def reports(self) -> dict[str, Report]:
        """Return the reports by key."""
        return {item.key: item for item in self.items() if isinstance(item, Report)}
