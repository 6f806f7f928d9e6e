"""A claim that a draft proposes, and what all proposals share: slugs, hints and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.writing import in_both
from ocdb.words.language import N_, _

QUOTED = 5  # words at most: a hint where to look, never a sentence


@dataclass(frozen=True)
class Proposal:
    """A claim as it would stand in a fixture, with comments to its curator."""

    key: str
    record: dict[str, Any]
    comments: list[str] = field(default_factory=list)


def hint(paragraph: str, start: int, end: int) -> str:
    """Return a few words of a passage, so that it can be found: never more than five."""
    rest = re.split(r"[.,;:!?»«”“\"]", paragraph[end:], maxsplit=1)[0]
    return " ".join(f"{paragraph[start:end]}{rest}".split()[:QUOTED])


def cited(paragraph: int, text: str) -> str:
    """Return a comment on a paragraph: ``paragraph 3: 500 jobs``."""
    return _("paragraph {paragraph}: {text}").format(paragraph=paragraph, text=text)


def said_when_published(found: Findings, name: str, note: str) -> Iterator[tuple[str, Any]]:
    """Yield the publication as the date of a field, inferred, with a note, a marked message."""
    if found.published:
        yield name, found.published.edtf
        yield f"{name}_basis", "inferred"
        yield f"{name}_note", in_both(note)


def dated(horizon: Horizon | None, found: Findings, name: str) -> Iterator[tuple[str, Any]]:
    """Yield a horizon as the date of a field, with its basis and how it was calculated."""
    if horizon and horizon.edtf:
        yield name, horizon.edtf
        yield f"{name}_basis", horizon.basis
        if horizon.basis != "stated" and found.published:
            note = N_("The year is calculated from the publication of {date}.")
            if horizon.basis == "relative":
                note = N_("Calculated from the publication of {date}.")
            yield f"{name}_note", in_both(note, date=found.published.edtf)
