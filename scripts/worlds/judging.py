"""Judges a world: loads what was curated of it, and holds everything that the load says against the truth."""

from collections import Counter
from dataclasses import dataclass, field

from scripts.worlds.curating import fixtures
from scripts.worlds.loading import Loaded, load
from scripts.worlds.loss_totals import false_losses
from scripts.worlds.making import Made, make
from scripts.worlds.power import shown
from scripts.worlds.rates import false_quantities, false_rates
from scripts.worlds.totals import false_totals, width
from scripts.worlds.verdicts import Violation, false_evidence, false_verdicts


@dataclass
class Judged:
    """What was false of a world, and what was said of its promises.

    Attributes:
        size: how many claims were curated.
        verdicts: how many promises have which verdict once they are due.
        power: the same, by the verdict that a report proves that is about nothing but the promise.
        width: what was promised in all, and between which ends the totals have it.
    """

    number: int
    size: int
    violations: list[Violation] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    power: Counter[tuple[str, str]] = field(default_factory=Counter)
    width: Counter[str] = field(default_factory=Counter)


def judge(seed: int, number: int, *, strict: bool = False) -> Judged:
    """Return what is false of a world."""
    made = make(seed, number)
    loaded = load(fixtures(made.world, made.press))
    judged = Judged(number, size(made), list(violations(made, loaded, strict=strict)))
    if loaded.errors:
        return judged
    judged.width = width(made, loaded.rows)
    promises = made.press.promises()
    for row in loaded.rows["ledger"]:
        judged.verdicts[row["once_due"]] += 1
        judged.power[shown(made, promises[row["pledge_id"]]), row["once_due"]] += 1
    return judged


def violations(made: Made, loaded: Loaded, *, strict: bool = False) -> list[Violation]:
    """Return all that is false; where fixtures can't be loaded, why."""
    if loaded.errors:
        return [Violation(f"curation {error.code}", "", error.field, error.message) for error in loaded.errors]
    verdicts = [*false_verdicts(made, loaded.rows), *false_evidence(made, loaded.rows)]
    quantities = [*false_quantities(made, loaded.rows), *false_rates(made, loaded.rows)]
    quantities += false_losses(made, loaded.rows)
    return [*verdicts, *quantities, *false_totals(made, loaded.rows, strict=strict)]


def size(made: Made) -> int:
    """Return how many claims and citations the press prints."""
    return sum(1 for _ in made.press.items())
