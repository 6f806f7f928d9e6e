"""Memory: when to look for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Look for no garbage meanwhile.

    Of records and rows none makes a circle, and nearly all are needed to the end: to look again and again took a fifth
    of the time to gather them, and two fifths of the time to derive totals from a hundred thousand claims.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
