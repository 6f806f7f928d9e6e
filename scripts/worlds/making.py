"""Makes a world with its press, of a seed and a number."""

from dataclasses import dataclass
from random import Random

from scripts.worlds.article import Item, Press, Repeated, Report
from scripts.worlds.following import Following, first_mentions
from scripts.worlds.growing import Ground
from scripts.worlds.losing import Losing
from scripts.worlds.pledging import Pledging
from scripts.worlds.promised import Promise
from scripts.worlds.promising import Promising
from scripts.worlds.reporting import Reporting
from scripts.worlds.sectors import Sectors
from scripts.worlds.truth import World


@dataclass
class Made:
    """A world, its promises, and what the press prints of both."""

    seed: int
    number: int
    world: World
    promises: list[Promise]
    press: Press


def make(seed: int, number: int) -> Made:
    """Return a world; seed and number alone decide about it."""
    chance = Random(f"{seed} {number}")
    ground = Ground(chance)
    ground.settle()
    ground.found()
    promising = Promising(ground)
    promising.promise()
    ground.hand_over(promising.busy)
    ground.shake(promising.busy)
    ground.live()
    press = Press(project={promise.key: promise for promise in promising.promises})
    printed = _print(chance, ground.world, promising.promises, press)
    # With a chance of its own: what is printed of employers stays the same, whatever is printed of sectors.
    sectors = Sectors(Random(f"{seed} {number} sectors"), ground.world, press, printed)
    promises = [*promising.promises, *sectors.tell(promising.promises)]
    _undate(press)
    return Made(seed, number, ground.world, promises, press)


def _print(chance: Random, world: World, promises: list[Promise], press: Press) -> int:
    """Print what employers promise and do; return how many reports there are."""
    reporting = Reporting(chance, world, press)
    pledging = Pledging(chance, world, promises, reporting)
    following = Following(chance, world, reporting)
    pledging.count()
    pledging.print()
    for promise in promises:
        reporting.follow(promise)
        following.judge(promise, promises)
    reporting.chatter()
    Losing(chance, world, reporting).cut()
    following.tell_successions()
    following.tell_sites(set(first_mentions(reporting)))
    following.date_openings()
    return reporting.count


def _undate(press: Press) -> None:
    """Mark what nothing dates; that of an article without a date no other article repeats: it would date it."""
    undated = set()
    for article in press.articles.values():
        for item in article.items if not article.published else ():
            undated.add(getattr(item, "key", ""))
            if isinstance(item, Promise):
                item.undated = item.printed_announced is None
            if isinstance(item, Report):
                item.undated = item.as_of is None
    for article in press.articles.values():
        article.items = [item for item in article.items if not _dates(item, undated)]


def _dates(item: Item, undated: set[str]) -> bool:
    return isinstance(item, Repeated) and item.stance == "supports" and item.claim in undated
