"""Makes a world smaller as long as the same stays false: the press prints less and less."""

from collections.abc import Iterator
from dataclasses import replace

from scripts.worlds.article import Article, Developed, Followed, Item, Press, Repeated, Report, Said
from scripts.worlds.curating import fixtures
from scripts.worlds.judging import violations
from scripts.worlds.loading import load
from scripts.worlds.lost import Loss
from scripts.worlds.making import Made
from scripts.worlds.promised import Promise
from scripts.worlds.verdicts import Violation


def shrink(made: Made, wanted: Violation, *, strict: bool = False) -> Made:
    """Return the world with as little printed as still shows that the same is false of the same subject."""
    smaller = True
    while smaller:
        smaller = False
        for item in list(made.press.items()):
            less = without(made, item)
            if less and _still(less, wanted, strict=strict):
                made, smaller = less, True
    return made


def _still(made: Made, wanted: Violation, *, strict: bool) -> bool:
    loaded = load(fixtures(made.world, made.press))
    if loaded.errors:  # what is left out was needed
        return False
    judged = violations(made, loaded, strict=strict)
    return any((one.kind, one.subject) == (wanted.kind, wanted.subject) for one in judged)


def without(made: Made, item: Item) -> Made | None:
    """Return a world whose press leaves an item out, with what needs it; None where that would be a lie."""
    if not any(item is one for one in made.press.items()) or not _may_go(made.press, item):
        return None
    gone = [item, *_needing(made.press, item)]
    articles = {
        day: Article(article.day, article.published, [one for one in article.items if not _among(one, gone)])
        for day, article in made.press.articles.items()
    }
    kept = {day: article for day, article in articles.items() if article.items}
    return replace(made, press=Press(kept, made.press.project))


def _among(item: Item, items: list[Item]) -> bool:
    return any(item is one for one in items)


def _may_go(press: Press, item: Item) -> bool:
    """Return whether the rest stays true without an item: names, take-overs, sales and denials must be known."""
    match item:
        case Followed():
            return "-never-" in item.key
        case Developed():
            return not item.operator and "-becomes-" not in item.concerns
        case Repeated():
            return item.stance == "supports"
        case Report():
            return not any(one.rival == item.key and item.key in press.reports() for one in press.reports().values())
    return True


def _needing(press: Press, item: Item) -> Iterator[Item]:
    """Yield what refers to an item."""
    key = getattr(item, "key", "")
    for other in press.items():
        match other:
            case Promise() | Loss() if key and key in (other.wrong_of, other.whole):
                yield other
                yield from _needing(press, other)
            case Said() if other.promise == key:
                yield other
            case Repeated() if other.claim == key:
                yield other
            case Developed() if other.concerns == key:
                yield other
