"""Judges many worlds on several processors, and prints what is false, with the smallest world that shows it."""

import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context

from scripts.worlds.before import Result, per_cent, read
from scripts.worlds.judging import Judged, judge
from scripts.worlds.making import Made, make
from scripts.worlds.shrinking import shrink
from scripts.worlds.verdicts import SILENT, Violation

CHUNK = 50


@dataclass
class Tally:
    """What came of all worlds so far.

    Attributes:
        smallest: by kind the world with the fewest claims in which something of it is false.
    """

    verdicts: Counter[str] = field(default_factory=Counter)
    power: Counter[tuple[str, str]] = field(default_factory=Counter)
    width: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    about: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    smallest: dict[str, tuple[int, int, Violation]] = field(default_factory=dict)

    def add(self, judged: Judged) -> None:
        """Add a world."""
        self.verdicts += judged.verdicts
        self.power += judged.power
        self.width += judged.width
        for violation in judged.violations:
            self.kinds[violation.kind] += 1
            self.about[violation.kind][violation.about] += 1
            best = self.smallest.get(violation.kind)
            if not best or judged.size < best[0]:
                self.smallest[violation.kind] = (judged.size, judged.number, violation)

    def result(self, rules: str, seed: int, count: int) -> Result:
        """Return it as it is stored and printed."""
        proved: Counter[str] = Counter()
        decided: Counter[str] = Counter()
        for (shown, verdict), number in self.power.items():
            if shown:
                proved[shown] += number
                decided[shown] += number if verdict not in SILENT else 0
        plain = (dict(sorted(counts.items())) for counts in (self.verdicts, proved, decided, self.kinds, self.width))
        return Result(rules, seed, count, *plain)


def run(seed: int, numbers: range, jobs: int, *, strict: bool = False) -> Tally:
    """Return what came of some worlds."""
    tally = Tally()
    work = partial(judge, seed, strict=strict)
    if jobs == 1:
        for number in numbers:
            tally.add(work(number))
        return tally
    with get_context("fork").Pool(jobs) as pool:
        for judged in pool.imap_unordered(work, numbers, CHUNK):
            tally.add(judged)
    return tally


def smallest(seed: int, number: int, kind: str, *, strict: bool = False) -> tuple[Made, Violation] | None:
    """Return a world with as little printed as shows that something of a kind is false, or None where nothing is."""
    wanted = next((one for one in judge(seed, number, strict=strict).violations if one.kind == kind), None)
    return (shrink(make(seed, number), wanted, strict=strict), wanted) if wanted else None


def commit() -> str:
    """Return the commit that is checked out."""
    command = ["git", "log", "-1", "--format=%h %s", "--", "ocdb"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def told(result: Result) -> Iterator[str]:
    """Yield the lines of a result, beside the stored one of older rules."""
    before = read() or Result("none", 0, 0)
    yield f"{result.count} worlds of seed {result.seed}; rules of {result.rules}; before: {before.rules}"
    yield ""
    yield f"{'verdict':<28}{'per cent':>10}{'before':>10}"
    old, new = per_cent(before.verdicts), per_cent(result.verdicts)
    for verdict in sorted(old | new):
        yield f"{verdict:<28}{new.get(verdict, 0):>10}{old.get(verdict, 0):>10}"
    yield ""
    yield f"{'proved by a direct report':<28}{'promises':>10}{'decided':>10}{'before':>10}"
    for shown in sorted(result.proved):
        share = 100 * result.decided.get(shown, 0) / result.proved[shown]
        past = 100 * before.decided.get(shown, 0) / before.proved[shown] if shown in before.proved else 0
        yield f"{shown:<28}{result.proved[shown]:>10}{share:>9.1f}%{past:>9.1f}%"
    yield ""
    yield f"{'totals, in % of the truth':<28}{'per cent':>10}{'before':>10}"
    for name in ("low", "high", "open"):
        shares = [100 * one.width.get(name, 0) / one.width.get("true", 1) for one in (result, before)]
        yield f"{name:<28}{shares[0]:>10.1f}{shares[1]:>10.1f}"
    yield ""
    yield f"{'false, in 1000 worlds':<36}{'times':>10}{'before':>10}"
    for kind in sorted(before.violations | result.violations):
        times = [1000 * one.violations.get(kind, 0) / (one.count or 1) for one in (result, before)]
        yield f"{kind:<36}{times[0]:>10.1f}{times[1]:>10.1f}"
