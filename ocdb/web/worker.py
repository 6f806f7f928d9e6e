"""A process that makes pages for another one, from a reader of its own."""

import os
import signal
from collections.abc import Sequence
from datetime import date
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from ocdb.opening.reader import open_reader
from ocdb.render.chart.picture import keep
from ocdb.store.address import Address as Database
from ocdb.store.reader.remembering import Remembering
from ocdb.web.folder import Writer
from ocdb.web.making import Made, Maker, Order
from ocdb.web.page import Site
from ocdb.words.language import Language, speak

_maker: Maker | None = None


def begin(database: Database, day: date, site: Site, root: Path, drawings: Path, spoken: Language) -> None:
    """Prepare this process: it lives until the other one lets it end, and is interrupted by nobody else."""
    global _maker  # noqa: PLW0603  a process has one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_other, daemon=True).start()
    speak(spoken)
    keep(drawings)
    _maker = Maker(Remembering(open_reader(database, day)), site, Writer(root))


def _end_with_the_other() -> None:
    """End this process with the one that it works for: one that is killed says nothing, and work is awaited."""
    if other := parent_process():
        other.join()
        os._exit(1)


def make(orders: Sequence[Order]) -> list[Made]:
    """Return what was made of some addresses."""
    assert _maker  # noqa: S101  set by `begin`
    return _maker.make(orders)
