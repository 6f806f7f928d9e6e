"""What a check finds: a value with its place in a file, never an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ocdb.words.figures import number
from ocdb.words.language import N_, _, ngettext
from ocdb.words.suggestions import did_you_mean

# The codes of problems of reading and of shape, with what must hold; those of the checks stand with the checks.
SHAPE_CODES = {
    "unreadable-file": "A file can be read: it is an ordinary one, written in UTF-8, and not too large.",
    "link-outside": "A symbolic link stays inside the directory that is read.",
    "no-files": "A directory holds at least one file of YAML or JSON lines.",
    "empty-file": "A file holds something.",
    "broken-yaml": "A file is YAML.",
    "broken-json": "A line of a file of JSON lines is a JSON object, nested no more deeply than YAML may be.",
    "yaml-feature": "Of YAML only plain values, lists and mappings are used: no anchor, alias or tag, no deep nesting.",
    "duplicate-key": "A key stands once in its mapping.",
    "wrong-shape": "A file is a mapping of lists, and a list holds records.",
    "unknown-key": "A file has only the keys that ocdb knows.",
    "no-source": "A file with claims names the source that states them.",
    "missing-field": "A record has all the fields that it needs.",
    "unknown-field": "A record has only the fields of its kind.",
    "bad-slug": "A slug is made of small letters, digits and hyphens.",
    "wrong-value": "A value fits its field: a number, a date, a text.",
    "duplicate-slug": "Two records don't bear the same slug.",
}
# Where a value stands in its file: the keys and numbers that lead to it.
Path_ = tuple[str | int, ...]
_SEVERITIES = {"error": N_("error"), "warning": N_("warning")}
# So many mistyped words get a suggestion: to compare one with 100,000 slugs takes 2 s.
MOST_SUGGESTED = 20
# Characters of a word that may be a mistyped one, and of a message.
LONGEST_WORD = 120
LONGEST_MESSAGE = 500


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place of one file; they sort by file and line.

    Attributes:
        file: the file as the user named it.
        line: from 1.
        column: from 1.
        field: the path of the field in the file, as in ``pledges[2].due``; empty for the whole file.
        message: what is wrong.
        remedy: what to do.
        code: the check that found it; docs/reference/checks.md describes it under this name.
        severity: an error stops a load, a warning doesn't.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    remedy: str
    code: str = "wrong-value"
    severity: str = "error"

    def __str__(self) -> str:
        """Return the problem in a line: place, severity, code, field, what is wrong, what to do."""
        field = f"{self.field}: " if self.field else ""
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {severity_name(self.severity)} {self.code}: {field}{self.message}. {self.remedy}"


def dotted(path: Path_) -> str:
    """Return a path as people write it: ``pledges[2].due``, counting from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def severity_name(severity: str) -> str:
    """Return what a severity is called: ``error``."""
    return _(_SEVERITIES[severity])


def counted(problems: Iterable["Problem"]) -> str:
    """Return how many problems there are: ``1 error, 2 warnings``."""
    severities = [problem.severity for problem in problems]
    errors = severities.count("error")
    warnings = len(severities) - errors
    parts = (
        ngettext("{count} error", "{count} errors", errors).format(count=number(errors)),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=number(warnings)),
    )
    return ", ".join(parts)


def shortened(text: str) -> str:
    """Return a text that fits into a message: the file may hold words of any length."""
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}..."


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the known words nearest to a mistyped one."""
    close = get_close_matches(word, list(known), n=3, cutoff=0.6) if len(word) <= LONGEST_WORD else []
    return did_you_mean(close)


class Suggestions:
    """Remedies for the mistyped words of a check; only the first few of them are looked for."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], str] = {}

    def nearest(self, word: str, what: str, known: Iterable[str]) -> str:
        """Return a remedy as `nearest` does, or nothing for one word too many; what it is to name tells words apart."""
        if (word, what) not in self._made and len(self._made) < MOST_SUGGESTED:
            self._made[word, what] = nearest(word, known)
        return self._made.get((word, what), "")
