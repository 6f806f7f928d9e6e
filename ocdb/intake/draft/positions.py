"""The positions of the people whom a text names with their titles."""

from collections.abc import Iterator
from typing import Any

from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.people import Held, held
from ocdb.intake.draft.proposals import Proposal, said_when_published
from ocdb.intake.draft.roles import titles
from ocdb.text import slug
from ocdb.words.language import N_, _

_SHOWN = N_("The date of the article, which shows the person in that role.")


def positions(found: Findings) -> Iterator[Proposal]:
    """Yield a position for each person to whom the text gives a title, as first said, with a body that is near."""
    seen: set[str] = set()
    for person in found.of("official"):
        letters = found.letters[person.paragraph - 1]
        bodies = [one for one in found.of("operator", "institution") if one.paragraph == person.paragraph]
        position = held(person, letters, titles(letters), bodies)
        if position and person.key not in seen:
            seen.add(person.key)
            yield Proposal(
                "positions", dict(_record(position, found)), [_("decide: this organisation? the exact title?")]
            )


def _record(position: Held, found: Findings) -> Iterator[tuple[str, Any]]:
    person, role = position.person, position.role
    body = position.body or (None if role.public else found.most_frequent("operator"))
    yield "id", f"{person.key}-{slug(role.en)}"
    yield "cite", person.paragraph
    yield "official", person.key
    if body:
        yield "organisation", body
    yield "title", {"en": role.en, "fr": role.fr}
    yield from said_when_published(found, "held", _SHOWN)
