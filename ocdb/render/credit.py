"""Where the numbers of a picture come from, which it says itself, as it travels without its page."""

from ocdb.answers.works import Edition
from ocdb.release import TITLE
from ocdb.render.citation.notes import licence
from ocdb.render.citation.text import edition_in_words
from ocdb.words.language import _


def source(edition: Edition) -> str:
    """Return where numbers come from, and under which licence they may be used."""
    text = _("Source: {title}, {edition}. Licence: {licence}.")
    unbroken = licence().replace(" ", "\N{NO-BREAK SPACE}")
    return text.format(title=_(TITLE), edition=edition_in_words(edition), licence=unbroken)
