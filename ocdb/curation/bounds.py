"""Figures as people type them, and how a fixture writes them."""

from ocdb.curation.numerals import find_numbers


def bounded(text: str) -> str:
    """Return a figure as fixtures write it: ``{at_least: 1000}`` for over 1000; empty where there is none, or more."""
    numbers = find_numbers(text)
    values = ", ".join(str(number.value) for number in numbers)
    match [number.bound for number in numbers]:
        case ["range", "range"]:
            return f"{{range: [{values}]}}"
        case ["at_least" | "nearly" | "about" | "at_most" as bound]:
            return f"{{{bound}: {values}}}"
    return ""
