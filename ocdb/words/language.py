"""The language that people are spoken to in: English messages in the code, French ones in a gettext catalogue.

A message is written in English where it is used, as ``_("no sites match")``; `scripts/catalogue.py` collects them all,
and a test fails where one has no French. The language belongs to the thread or task that set it, so that a server can
answer two readers at once. English needs no catalogue and pays for none.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from gettext import GNUTranslations

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
CATALOGUES = Path(__file__).with_name("locale")

_spoken: ContextVar[Language] = ContextVar("language", default="en")


def language() -> Language:
    """Return the language that is spoken now."""
    return _spoken.get()


@contextmanager
def speaking(wanted: Language) -> Iterator[None]:
    """Speak a language until the block ends."""
    before = _spoken.set(wanted)
    try:
        yield
    finally:
        _spoken.reset(before)


def speak(wanted: Language) -> None:
    """Speak a language from now on."""
    _spoken.set(wanted)


def preferred(asked: str | None = None) -> Language:
    """Return the language to speak: the one asked for, that of OCDB_LANG, else that of the locale.

    Of a locale the first two letters count; another language than ours is answered in English.
    """
    variables = ("OCDB_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = asked or next((value for name in variables if (value := os.environ.get(name))), "en")
    return "fr" if wanted[:2].lower() == "fr" else "en"


def _(message: str) -> str:
    """Return a message in the language that is spoken now."""
    return _french().gettext(message) if _spoken.get() == "fr" else message


def both(message: str) -> tuple[str, ...]:
    """Return a message in each language."""
    return tuple(message if wanted == "en" else _french().gettext(message) for wanted in LANGUAGES)


def ngettext(singular: str, plural: str, number: float) -> str:
    """Return the message that fits a number, in the language that is spoken now."""
    if _spoken.get() == "fr":
        return _french().ngettext(singular, plural, int(number))
    return singular if number == 1 else plural


def pgettext(context: str, message: str) -> str:
    """Return a message whose French depends on where it stands."""
    return _french().pgettext(context, message) if _spoken.get() == "fr" else message


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802
    """Return both forms of a message, marked so that their French is asked for: `ngettext` chooses between them."""
    return singular, plural


def N_(message: str) -> str:  # noqa: N802  as gettext's users write it
    """Return a message as it is, marked so that its French is asked for: `_` translates it where it is shown."""
    return message


@cache
def _french() -> "GNUTranslations":
    from gettext import GNUTranslations  # noqa: PLC0415  for French only

    with (CATALOGUES / "fr" / "LC_MESSAGES" / "ocdb.mo").open("rb") as file:
        return GNUTranslations(file)
