"""How each scenario tells what came out: a row of docs/reliability.md."""

from collections import Counter
from dataclasses import dataclass, field


class Broken(Exception):  # noqa: N818  it names what happened
    """A promise that didn't hold."""


@dataclass
class Result:
    """What was tried, how often, and what came out.

    Attributes:
        tried: in a few words.
        engine: on which.
        arguments: of `make reliability` that repeat it.
        outcomes: how often each came out.
        notes: figures beside them.
    """

    tried: str
    engine: str
    arguments: str
    outcomes: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def times(self) -> int:
        """Return how often it was tried."""
        return sum(self.outcomes.values())

    def fault(self, name: str, error: Exception) -> None:
        """Keep what went wrong, not at any length."""
        self.faults.append(f"{name}: {type(error).__name__}: {error}"[:500])

    def row(self) -> str:
        """Return a row of a Markdown table."""
        outcomes = [f"{count:,} {what}" for what, count in self.outcomes.most_common()]
        faults = [f"**{len(self.faults)} faults**"] if self.faults else []
        told = "; ".join([*faults, *outcomes, *self.notes])
        command = f"make reliability ARGS='{self.arguments}'"
        return f"| {self.tried} | {self.times:,} | {self.engine} | {told} | `{command}` |"


HEADER = "| what was tried | times | engine | what came out | command |\n| --- | --- | --- | --- | --- |"
