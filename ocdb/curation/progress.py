"""How far a long work is, told to whoever shows it."""

from collections.abc import Callable
from typing import Literal

Stage = Literal["files", "checks", "pages"]
# Is called with the stage, how much of it is done, and how much there is to do.
Progress = Callable[[Stage, int, int], None]


def unseen(_stage: Stage, _done: int, _all: int) -> None:
    """Show nothing."""
