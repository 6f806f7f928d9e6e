"""Holds the totals of losses against the distinct jobs that went, or are still to go."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ocdb.load.row import Row, Rows
from scripts.worlds.distinct import size
from scripts.worlds.growing import AREA
from scripts.worlds.lost import Loss
from scripts.worlds.making import Made
from scripts.worlds.verdicts import Violation

LINES = ("happened", "planned", "seats_happened", "seats_planned")


@dataclass(frozen=True)
class Asked:
    """A scope of losses, and the year in which they lie; None for all."""

    kind: str
    key: str | None
    year: int | None


def false_losses(made: Made, rows: Rows) -> Iterator[Violation]:
    """Yield the totals of operators' losses that don't hold the distinct jobs."""
    if "loss_total" not in rows:  # rules of before there were any
        return
    stored: dict[Asked, dict[str, Row]] = defaultdict(dict)
    for row in rows["loss_total"]:
        if row["basis"] == "operator":
            stored[Asked(row["scope_kind"], row["scope"], row["year"])][row["line"]] = row
    truth = _Truth(made)
    for asked in truth.questions(stored):
        for line in LINES:
            row = stored[asked].get(line, {"low": 0, "high": 0})
            low, high = truth.answer(asked, line)
            wrong = "low" if row["low"] > high else "high" if row["high"] is not None and row["high"] < low else ""
            if wrong:
                detail = f"{row['low']} to {row['high']}, truly {low} to {high}"
                about = f"{asked.kind}{' in a year' if asked.year else ''}"
                yield Violation(
                    f"losses {wrong} {line}", about, f"{asked.kind} {asked.key} {asked.year} {line}", detail
                )


class _Truth:
    """What was truly lost, as far as the press prints it."""

    def __init__(self, made: Made) -> None:
        self.world = made.world
        self.losses = made.press.losses()

    def questions(self, stored: Iterable[Asked]) -> list[Asked]:
        """Return the common scopes, and those that are stored."""
        slugs = [slug for company in self.world.companies.values() for slug in company.slugs]
        scopes: list[tuple[str, str | None]] = [("all", None), ("area", AREA), *(("operator", slug) for slug in slugs)]
        scopes += [("country" if place.large else "place", key) for key, place in self.world.places.items()]
        return sorted({*stored, *(Asked(kind, key, None) for kind, key in scopes)}, key=repr)

    def answer(self, asked: Asked, line: str) -> tuple[int, int]:
        """Return how many distinct jobs were lost, or are to be, at the least and at the most."""
        inside = [one for one in self.losses.values() if one.basis == "operator" and self._in(one, asked)]
        fitting = [one for one in inside if line.startswith("seats_") == (one.measure == "seats")]
        state = line.removeprefix("seats_")
        standing = [one for one in fitting if one.state == state and not self._gone(one)]
        sure = [one for one in standing if self._surely_in(one, asked)]
        return self._count(sure, state), self._count(standing, state)

    def _count(self, losses: list[Loss], state: str) -> int:
        """Return how many jobs some losses are of; what has gone, whoever says so, is planned no more."""
        pieces = [piece for one in losses for piece in one.pieces]
        if state == "happened":
            return size(pieces)
        gone = [
            piece
            for one in self.losses.values()
            if one.state == "happened" and not self._gone(one)
            for piece in one.pieces
        ]
        return size([*pieces, *gone]) - size(gone)

    def _in(self, loss: Loss, asked: Asked) -> bool:
        if asked.kind == "operator":
            company = next(key for key, one in self.world.companies.items() if asked.key in one.slugs)
            return loss.scope.companies == frozenset([company])
        return asked.kind in ("all", "area") or self.world.within(loss.scope.place, str(asked.key))

    def _surely_in(self, loss: Loss, asked: Asked) -> bool:
        """Return whether a loss is surely of an area as a whole, and in a year: no later article dates it anew."""
        place = self.world.places.get(str(asked.key))
        if asked.kind == "country" and place and place.kind == "area" and loss.scope.place != place.key:
            return False
        if not asked.year:
            return True
        first, last = (loss.date.first, loss.date.last) if loss.date and not loss.became else (None, None)
        return bool(first and last and first.year == last.year == asked.year)

    def _gone(self, loss: Loss) -> bool:
        """Return whether a loss stands no more: it is wrong, dropped, replaced, or part of a plan that ended."""
        replaced = any(other.older == loss.key for other in self.losses.values())
        whole = self.losses.get(loss.whole)
        ended = bool(whole and loss.state == "planned" and (whole.state != "planned" or self._gone(whole)))
        return bool(loss.wrong_of in self.losses or loss.state == "cancelled" or replaced or ended)
