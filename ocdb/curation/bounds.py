"""Figures that are written with words, as articles print them, and how a fixture writes them."""

import re

from ocdb.text import fold

# What stands before a number, in English and French, without case and accents, by the bound that says the same.
_WORDS = {
    "at_least": "over|more than|at least|upwards of|a minimum of|plus de|plus d|au moins|un minimum de|minimum",
    "nearly": "nearly|almost|close to|just under|pres de|presque|quasi|quelque peu moins de",
    "about": "about|around|approximately|roughly|some|circa|ca|environ|autour de|quelques?|a peu pres",
    "at_most": "up to|at most|no more than|as many as|a maximum of|max|jusqu a|au plus|au maximum|maximum|pas plus de",
}
_NUMBER = r"(\d+(?:[ .,]\d{3})*)"
_BOUNDED = {bound: re.compile(rf"(?:{words}) {_NUMBER}") for bound, words in _WORDS.items()}
_AFTER = {"at_least": re.compile(rf"{_NUMBER} ?(?:or more|ou plus|et plus|au moins)")}
_RANGE = re.compile(rf"(?:between |entre |from |de )?{_NUMBER} ?(?:-|to|and|a|et|ou|or) ?{_NUMBER}")
_DASH = re.compile(r"(?<=\d)\s*[-\N{EN DASH}]\s*(?=\d)")
LONGEST = 60


def bounded(text: str) -> str:
    """Return a figure as fixtures write it: ``{at_least: 1000}`` for over 1000; empty for what isn't understood."""
    if len(text) > LONGEST:
        return ""
    words = fold(_DASH.sub(" to ", text).replace("+", " or more"))
    for bound, pattern in (*_BOUNDED.items(), *_AFTER.items()):
        if found := pattern.fullmatch(words):
            return f"{{{bound}: {_digits(found[1])}}}"
    if (found := _RANGE.fullmatch(words)) and int(_digits(found[1])) < int(_digits(found[2])):
        return f"{{range: [{_digits(found[1])}, {_digits(found[2])}]}}"
    return ""


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
