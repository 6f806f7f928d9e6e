"""The shares of verdicts under the rules of an older commit, stored to be printed beside those of the present ones."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

STORED = Path(__file__).parent / "before.json"


@dataclass
class Result:
    """What came of a run.

    Attributes:
        rules: the commit whose rules ran.
        proved: of how many promises a report about nothing but them proves what became of them.
        width: how many jobs, seats and trainees are promised, and between which ends the totals have them.
        decided: of how many of those the rules say so, or something else that is no silence.
    """

    rules: str
    seed: int
    count: int
    verdicts: dict[str, int] = field(default_factory=dict)
    proved: dict[str, int] = field(default_factory=dict)
    decided: dict[str, int] = field(default_factory=dict)
    violations: dict[str, int] = field(default_factory=dict)
    width: dict[str, int] = field(default_factory=dict)


def read() -> Result | None:
    """Return the stored result, or None where there is none."""
    return Result(**json.loads(STORED.read_text("utf-8"))) if STORED.exists() else None


def write(result: Result) -> None:
    """Store a result, but for what older checks of fixtures didn't know."""
    kept = {kind: times for kind, times in result.violations.items() if not kind.startswith("curation")}
    result = replace(result, violations=kept)
    STORED.write_text(json.dumps(asdict(result), indent=1) + "\n", "utf-8")


def per_cent(counts: dict[str, int]) -> dict[str, float]:
    """Return counts in per cent of their sum, with one decimal."""
    total = sum(counts.values()) or 1
    return {key: round(100 * number / total, 1) for key, number in Counter(counts).items()}
