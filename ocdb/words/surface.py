"""Where people read an answer: at a prompt, where a note may name a command, or on a page, where it can't be typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_prompted: ContextVar[bool] = ContextVar("prompted", default=True)


def at_a_prompt() -> bool:
    """Return whether people can type a command where they read this."""
    return _prompted.get()


@contextmanager
def on_a_page() -> Iterator[None]:
    """Write for a page until the block ends."""
    before = _prompted.set(False)
    try:
        yield
    finally:
        _prompted.reset(before)
