"""A loss of jobs: in truth, as printed, and as a curator writes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.worlds.printed import Figure, Printed
from scripts.worlds.promised import Piece
from scripts.worlds.truth import Scope


@dataclass
class Loss:
    """A loss in truth, with what the press makes of it.

    Attributes:
        cut: all that is said of the same jobs is one cut.
        pieces: which jobs of the cut it is of.
        status: as the article that states it has it.
        became: ``happened`` or ``cancelled`` where a later article says so.
        whole, older, wrong_of: as with promises.
    """

    key: str
    cut: str
    scope: Scope
    measure: str
    number: int
    pieces: tuple[Piece, ...]
    status: str
    unnamed: frozenset[str] = frozenset()
    basis: str = "operator"
    cause: str = "unclear"
    became: str = ""
    whole: str = ""
    older: str = ""
    wrong_of: str = ""
    figure: Figure = field(default=Figure(0, 0, "exact"))
    date: Printed | None = None
    directness: str = "unstated"

    @property
    def state(self) -> str:
        """Return the state that the latest article gives."""
        return self.became or self.status


def fixture(loss: Loss, *, named: list[str], printed: Mapping[str, Loss]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a loss as a curator writes them; links lead to what is printed."""
    yield from {"id": loss.key, "cite": [], "at": loss.scope.place, "operators": named}.items()
    yield from {"cause": loss.cause, "status": loss.status, "figure": loss.figure.written()}.items()
    yield from {"measure": loss.measure, "basis": loss.basis}.items()
    if loss.date:
        yield "date", loss.date.text
    for name, key in (("part_of", loss.whole), ("revises", loss.older), ("conflicts_with", loss.wrong_of)):
        if key in printed:
            yield name, [key]
    if any(other.wrong_of == loss.key for other in printed.values()):
        yield "preferred_because", "The company says so itself."
