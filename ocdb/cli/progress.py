"""How far a long load or check is: a bar on the terminal, and nothing in a pipe."""

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ocdb.words.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from ocdb.curation.progress import Progress, Stage

# What takes less needs no bar; and how often it is drawn.
PATIENCE = 1.0
PAUSE = 0.1
_STAGES: "dict[Stage, str]" = {"files": N_("Reading files"), "checks": N_("Checking"), "pages": N_("Making pages")}


@contextmanager
def progress() -> "Iterator[Progress]":
    """Yield what to tell how far the work is: it draws a bar on standard error, once the work has taken a second."""
    shown = _Shown()
    try:
        yield shown.tell
    finally:
        shown.end()


class _Shown:
    """A bar that appears late, vanishes when the work is done, and is drawn by whoever tells of the progress."""

    def __init__(self) -> None:
        self.begun = self.drawn = time.monotonic()
        self.seen = sys.stderr.isatty()
        self.bar: Bar | None = None
        self.tasks: dict[Stage, TaskID] = {}

    def tell(self, stage: "Stage", done: int, count: int) -> None:
        """Draw how much of a stage is done."""
        now = time.monotonic()
        if not self.seen or now - self.begun < PATIENCE or (now - self.drawn < PAUSE and done < count):
            return
        self.drawn = now
        bar = self.bar = self.bar or _bar()
        if stage not in self.tasks:
            self.tasks[stage] = bar.add_task(_(_STAGES[stage]), total=count)
        bar.update(self.tasks[stage], completed=done, total=count, refresh=True)

    def end(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.stop()


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # No thread draws it: there may be processes to start.
    bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.start()
    return bar
