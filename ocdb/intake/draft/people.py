"""People and the titles that they bear in a text: who, as what, of which body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ocdb.intake.draft import words_of_parties
from ocdb.intake.draft.mentions import Mention
from ocdb.intake.draft.roles import Role, Title

_LED = 110  # letters at most between a title and the name behind it: the minister of ..., NAME
_FOLLOWED = 60  # and between a name and the title behind it: NAME, who heads ...
_APPOSED = re.compile(r"\s*(?:[,(\u2013-]|(?:who\s)?(?:is|was)\b|(?:qui\s)?(?:est|etait)\b|as\b|comme\b|en tant que\b)")
_HONORIFIC = re.compile(r"\b(?:m|mr|mme|mrs|ms|mlle|dr|pr|prof|hon|honourable|monsieur|madame|eng|engr|ing|sir)\b\.?")
_OF = re.compile(
    r"\s*(?:,|\(|-)?\s*(?:d'|(?:de|du|des|of|at|for|chez|au sein|with|aupres|from)\b)[^.;:]{0,70}$|\s*[,(]?\s*$"
)
_BODY = 120  # letters between a title and its body


@dataclass(frozen=True)
class Held:
    """A title that a text gives a person: the person's mention, the title, and the key of a body that is near."""

    person: Mention
    role: Role
    body: str | None


def title_of(letters: str, start: int, end: int, titles: Iterable[Title]) -> Title | None:
    """Return the title of a name in a paragraph: the nearest that the words between them tie to it."""
    tied = []
    for title in titles:
        if title.end <= start:
            gap = _HONORIFIC.sub("", letters[title.end : start])
            fits = len(gap) <= _LED and not _parts(gap)
        else:
            gap = letters[end : title.start]
            apposed = _APPOSED.match(gap)
            rest = gap[apposed.end() :] if apposed else gap
            fits = (bool(apposed) or not gap.strip("' s")) and len(gap) <= _FOLLOWED and not _parts(rest)
        if fits and end > start:
            tied.append((len(gap.strip()), title))
    return min(tied, key=lambda one: one[0])[1] if tied else None


def _parts(gap: str) -> bool:
    """Return whether words between a name and a title part them: the end of a sentence, or a verb."""
    return bool(re.search(r"[.;:!?]\s", gap) or words_of_parties.VERBS.search(gap))


def held(person: Mention, letters: str, titles: Sequence[Title], bodies: Sequence[Mention]) -> Held | None:
    """Return the title of a person in a paragraph and its body; None where no title is tied to the name.

    Args:
        person: the mention.
        letters: the paragraph, in small letters without accents.
        titles: the titles in it.
        bodies: the operators and institutions in it.
    """
    title = title_of(letters, person.start, person.end, titles)
    if not title:
        return None
    behind = [
        one
        for one in bodies
        if one.start >= title.end
        and _OF.match(letters[title.end : one.start])
        and not _parts(letters[title.end : one.start])
    ]
    before = [one for one in bodies if one.end <= title.start and title.start - one.end <= _BODY]
    near = min(behind, key=lambda one: one.start, default=None) or max(before, key=lambda one: one.end, default=None)
    return Held(person, title.role, near.key if near else None)
