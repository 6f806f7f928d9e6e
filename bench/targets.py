"""The targets, as ratios, seconds, megabytes and exponents, and what a run has of them."""

import math
import re
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bench.programs import OTHERS, OURS, SHELL, questions

Numbers = Mapping[str, Any]
FILTERED, LOADED = 0.3, 1.1  # exponents


@dataclass(frozen=True)
class Line:
    """A target: what, the most that it may be, and what was measured; None where it wasn't.

    Attributes:
        claims: in a world of how many; 0 where the target is about all sizes, or about the real data.
    """

    what: str
    most: float
    measured: float | None
    claims: int = 0

    @property
    def met(self) -> bool:
        """Return whether it was reached."""
        return self.measured is not None and self.measured <= self.most


def lines(numbers: Numbers) -> Iterator[Line]:
    """Yield all targets in the order of the issue that set them."""
    yield from _startup(numbers)
    yield from _questions(numbers)
    yield from _loads(numbers)
    yield from _streams(numbers)
    yield from _growth(numbers)
    for size, costs in _part(numbers, "parquet"):
        told = costs["totals"]
        yield Line(f"{int(size):,} claims: totals that DuckDB adds up otherwise", 0, told["ocdb"] - told["same"])
    for name, costs in _part(numbers, "as-of"):
        for asked, each in costs.items():
            passed = _value(each, OURS, _timed(numbers, f"as-of {name}"))
            yield Line(f"{asked} --as-of 2020, {name} claims: seconds", 5, passed)


def sizes(numbers: Numbers) -> list[int]:
    """Return the sizes at which questions were asked."""
    return sorted(int(size) for size, _costs in _part(numbers, "questions"))


def growth(numbers: Numbers, question: str, what: str) -> dict[int, float]:
    """Return what a question cost ocdb at each size: processor time or memory; infinite where it took too long."""
    found = {size: _value(numbers[f"questions {size}"].get(question, {}), OURS, what) for size in sizes(numbers)}
    return {size: value for size, value in found.items() if value}


def exponent(points: Mapping[int, float]) -> float | None:
    """Return the slope of a line through points on paper with logarithmic axes; None for fewer than two.

    It is infinite where one of them is: what ends in no time grows without bounds.
    """
    if len(points) < 2:  # noqa: PLR2004  a line
        return None
    if math.inf in points.values():
        return math.inf
    logs = [math.log(size) for size in points], [math.log(value) for value in points.values()]
    return statistics.linear_regression(*logs).slope


def _part(numbers: Numbers, kind: str) -> Iterator[tuple[str, Any]]:
    yield from ((name.partition(" ")[2], value) for name, value in numbers.items() if name.partition(" ")[0] == kind)


def _value(costs: Any, program: str, what: str = "processor") -> float | None:
    """Return what a program cost; of one that took too long, the time that it had: it would have cost more."""
    cost = costs.get(program)
    if isinstance(cost, str) and cost.startswith("over ") and what != "memory":
        return math.inf if program == OURS else float(cost.split()[1])
    return float(cost[what]) if isinstance(cost, dict) else None


def _timed(numbers: Numbers, part: str) -> str:
    """Return which time counts of a part: where other programs took turns with ours, more passed than it takes."""
    return "processor" if part in numbers.get("busy", ()) else "elapsed"


def _ratio(mine: float | None, theirs: float | None) -> float | None:
    return mine / theirs if mine is not None and theirs else None


def _startup(numbers: Numbers) -> Iterator[Line]:
    for row in numbers.get("startup", {}).get("table", ())[2:]:
        what, program, *_times, ratio = (cell.strip() for cell in row.strip("|").split("|"))
        if program == OURS:
            small = re.match(r"--help|completion|sql", what)
            yield Line(f"start: {what}, of sqlite-utils", 0.6 if small else 0.8, float(ratio))


def _questions(numbers: Numbers) -> Iterator[Line]:
    # A server works in processes of its own: there the time that passes counts.
    for kind, shell, start, what in (
        ("questions", SHELL, "list sites", "processor"),
        ("server", "psql", "on a server", "elapsed"),
    ):
        started = _value({OURS: numbers.get("startup", {}).get(start)}, OURS, what) or 0.0
        for size, asked in _part(numbers, kind):
            for question in questions():
                costs = asked.get(question.name)
                if costs and not question.streamed:
                    theirs, own = _value(costs, shell, what), _value(costs, OURS, what)
                    where = question.name + (" on PostgreSQL" if kind == "server" else "")
                    best = theirs + started if theirs is not None else None
                    yield Line(f"{where}: of {shell} and a start", 1.5, _ratio(own, best), int(size))
                    for other in OTHERS if question.filtered and kind == "questions" else ():
                        yield Line(f"{where}: of {other}", 1, _ratio(own, _value(costs, other)), int(size))


def _loads(numbers: Numbers) -> Iterator[Line]:
    loads = numbers.get("loads", {})
    what = _timed(numbers, "loads")
    for name, costs in loads.items():
        own = _value(costs, OURS, what)
        if name.startswith("load") and "YAML" in name:
            yield Line(f"{name}: of CSafeLoader alone", 2, _ratio(own, _value(costs, "CSafeLoader", what)))
        elif name.startswith(("reload, one", "recheck, one")):
            yield Line(f"{name}: seconds", 1.5, own)
        elif name.startswith(("reload", "recheck")):
            yield Line(f"{name}: seconds", 1, own)
        elif name.startswith("load,"):
            other = "COPY" if "PostgreSQL" in name else "executemany"
            timed = "elapsed" if "PostgreSQL" in name else what  # a server works in processes of its own
            yield Line(f"{name}: of {other}", 3, _ratio(_value(costs, OURS, timed), _value(costs, other, timed)))
            yield Line(f"{name}: megabytes", 500, _value(costs, OURS, "memory"))
    points = {
        grown: {
            int(name.split()[1]): value
            for name, costs in loads.items()
            if "JSON" in name and name.startswith("load") and (value := _value(costs, OURS, grown))
        }
        for grown in ("processor", "memory")
    }
    for grown, found in points.items():
        yield Line(f"growth of loads, exponent of {grown}", LOADED, exponent(found))


def _streams(numbers: Numbers) -> Iterator[Line]:
    for size, forms in _part(numbers, "streams"):
        for form, costs in forms.items():
            own, where = _value(costs, OURS), f"{int(size):,} claims as {form}"
            yield Line(f"{where}: megabytes", 100, _value(costs, OURS, "memory"))
            yield Line(f"{where}: of sqlite-utils", 1, _ratio(own, _value(costs, "sqlite-utils")))
            yield Line(f"{where}: of {SHELL}", 2, _ratio(own, _value(costs, SHELL)))


def _growth(numbers: Numbers) -> Iterator[Line]:
    for question in questions():
        for what in ("processor", "memory") if question.filtered else ():
            yield Line(
                f"growth of {question.name}, exponent of {what}",
                FILTERED,
                exponent(growth(numbers, question.name, what)),
            )
