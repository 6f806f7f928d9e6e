"""Sites that a sentence tells of: an operator, a place and a word of opening."""

from collections.abc import Iterator

from ocdb.intake.draft import words_of_events
from ocdb.intake.draft.around import is_to_come, rank
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.proposals import Proposal, cited, dated
from ocdb.intake.draft.sentences import sentences
from ocdb.intake.draft.tense import looks_ahead
from ocdb.text import slug
from ocdb.words.language import _


def sites(found: Findings) -> Iterator[Proposal]:
    """Yield a site for each operator and place that a sentence ties by a word of opening."""
    seen: list[tuple[str, str]] = []
    for number, letters in enumerate(found.letters, 1):
        for span in sentences(found.paragraphs[number - 1]):
            word = words_of_events.OPENS.search(letters, *span)
            pair = _tied(number, span, word.start(), found) if word else None
            if word and pair and not any(_is_same_site(pair, other, found) for other in seen):
                seen.append(pair)
                yield _site(pair, number, span, word.start(), found)


def _is_same_site(pair: tuple[str, str], other: tuple[str, str], found: Findings) -> bool:
    """Return whether two operators are one, and one of their places lies in the other."""
    return pair[0] == other[0] and (pair[1] in _chain(other[1], found) or other[1] in _chain(pair[1], found))


def _chain(where: str, found: Findings) -> list[str]:
    """Return a place and the places that it lies in, its country left out."""
    chain = [where]
    while (entry := found.names.corpus.find(["place"], chain[-1])) and entry.record.parent:
        chain.append(entry.record.parent)
    return chain


def _tied(number: int, span: tuple[int, int], at: int, found: Findings) -> tuple[str, str] | None:
    inside = [one for one in found.mentions if one.paragraph == number and span[0] <= one.start < span[1]]
    operators = [one for one in inside if one.kind == "operator"]
    places = [one for one in inside if one.kind in ("place", "country")]
    if not operators or not places:
        return None
    operator = min(operators, key=lambda one: abs(one.start - at))
    place = min(places, key=lambda one: (rank(one, found), abs(one.start - at)))
    return operator.key, place.key


def _site(pair: tuple[str, str], number: int, span: tuple[int, int], at: int, found: Findings) -> Proposal:
    operator, place = pair
    dates = [one for one in found.horizons if one.paragraph == number and span[0] <= one.start < span[1] and one.edtf]
    date = dates[0] if dates else None
    ahead = looks_ahead(found.letters[number - 1][slice(*span)], at - span[0]) or is_to_come(date, found)
    site = {"id": f"{operator}-{slug(place)}", "cite": number, "operator": operator, "at": place}
    site |= {"status": "planned" if ahead else "unknown", **dict(dated(date, found, "opened"))}
    comments = [
        cited(number, _("a word of opening near both names")),
        _("decide: plan or fact? this place? this date?"),
    ]
    return Proposal("sites", site, comments)
