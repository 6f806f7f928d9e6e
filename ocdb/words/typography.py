"""French typography: curators write plain spaces and apostrophes, readers see those that a printer sets."""

import re

_NARROW, _WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
_AFTER_DIGITS = tuple(f"{digit} " for digit in range(10))
# What a text has where a rule applies to it, the rule, and what stands there then: most texts have none of the first.
_RULES = (
    (("'",), re.compile(r"(?<=\w)'(?=\w)"), "\N{RIGHT SINGLE QUOTATION MARK}"),
    ((" ;", " !", " ?", " %"), re.compile(r" (?=[;!?]|%(?!\w))"), _NARROW),  # an address may have %20
    ((" :", " »"), re.compile(r" (?=[:»])"), _WIDE),
    (("« ",), re.compile(r"(?<=«) "), _WIDE),
    (_AFTER_DIGITS, re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), _NARROW),
    (_AFTER_DIGITS, re.compile(r"(?<=\d) (?=(?:millions?|milliards?|euros?|dirhams?|[A-Z]{3})\b)"), _WIDE),
)


def french(text: str) -> str:
    """Return a French text with the spaces that no line breaks at, and curved apostrophes."""
    for signs, pattern, written in _RULES:
        for sign in signs:
            if sign in text:
                text = pattern.sub(written, text)
                break
    return text


def typed(text: str) -> str:
    """Return a French text with plain spaces, as a curator types it: ``french`` sets the others again."""
    return text.replace(_NARROW, " ").replace(_WIDE, " ")
