"""Whose a figure is: the operator whose jobs it counts, or nobody in particular, as a trade's."""

from collections.abc import Sequence

from ocdb.intake.draft import lexicon, words_of_owners
from ocdb.intake.draft.around import at, gap
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.mentions import Mention
from ocdb.intake.draft.tense import distance

_MAIN = 80  # letters that the operator of the article may stand farther from a figure than another
_LARGE = 15_000  # jobs that are a trade's where the sentence names no operator
_FAR = 100  # letters from a figure at which another's statement isn't about an operator
_BEHIND = 60  # letters behind a number within which a word makes it a trade's
_LINK = 40  # letters before a name within which a word makes it a client's or a speaker's


def operators_of(figure: Figure, found: Findings) -> list[str]:
    """Return the operator of a figure; a trade's, a government's or a builder's figure is nobody's in particular."""
    where = at(figure)
    inside = [one for one in found.of("operator") if where.holds(one) and not _is_aside(one, found)]
    nearest = min(inside, key=lambda one: gap(where, one) - _MAIN * (one.key == found.main_operator), default=None)
    if of_a_trade(figure, found, nearest):
        return []
    speaker = found.speakers.of(figure.paragraph, figure.sentence, figure.start)
    others = speaker is not None and speaker.basis != "operator" and not lexicon.ITSELF.search(_before(figure, found))
    if nearest and not (others and gap(where, nearest) > _FAR):
        return _together(nearest, inside, found)
    if figure.kind in ("statistic", "investment") or others:
        return []
    if speaker and speaker.body and words_of_owners.OURS.search(_before(figure, found)):
        return [speaker.body]
    before = [one for one in found.of("operator") if one.paragraph == where.paragraph and one.start < where.start]
    listed = [one.key for one in before if not _is_aside(one, found)]
    operator = listed[-1] if listed and found.main_operator not in listed else found.main_operator
    return [operator] if operator else []


def _together(one: Mention, inside: Sequence[Mention], found: Findings) -> list[str]:
    """Return an operator with those before whom an "and" joins to it: their figure is a joint one."""
    letters, joint = found.letters[one.paragraph - 1], [one]
    for other in reversed(inside):
        gap_between = letters[other.end : joint[-1].start] if other.end <= joint[-1].start else ""
        if words_of_owners.JOINED.fullmatch(gap_between) and (len(joint) > 1 or "," not in gap_between):
            joint.append(other)
    return list(dict.fromkeys(other.key for other in reversed(joint)))


def of_a_trade(figure: Figure, found: Findings, nearest: Mention | None = None) -> bool:
    """Return whether a figure is that of a trade or a country: by the subject before it, or by the words behind it."""
    before = _before(figure, found)
    subject = distance((words_of_owners.TRADE,), before, len(before))
    if subject is not None and not _is_own(before):
        return nearest is None or gap(at(figure), nearest) > subject
    if nearest or lexicon.ITSELF.search(before):
        return False
    if figure.value[0] is not None and figure.value[0] >= _LARGE:
        return True
    letters = found.letters[figure.paragraph - 1]
    behind = letters[figure.end : min(figure.sentence[1], figure.end + _BEHIND)]
    return bool(words_of_owners.IN_TRADE.search(behind))


def _is_own(before: str) -> bool:
    """Return whether the last word for a trade before a number is only a place in it: a leader in its sector."""
    last = list(words_of_owners.TRADE.finditer(before))[-1]
    return bool(words_of_owners.WITHIN.search(before[: last.start()]))


def _before(figure: Figure, found: Findings) -> str:
    return found.letters[figure.paragraph - 1][figure.sentence[0] : figure.start]


def _is_aside(one: Mention, found: Findings) -> bool:
    """Return whether a name is that of a client, or of who is asked: such as X, for X, according to X."""
    before = found.letters[one.paragraph - 1][max(0, one.start - _LINK) : one.start]
    return bool(words_of_owners.ASIDE.search(before))
