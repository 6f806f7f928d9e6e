"""Whom a question about an operator takes in: the slugs, and a line an operator that says who and why.

Every question with operators calls `kin`, so that all of them mean the same companies.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocdb.answers.names import apart, resolve
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.words.dates import in_words
from ocdb.words.language import _, speaking
from ocdb.words.surface import at_a_prompt

if TYPE_CHECKING:
    from ocdb.rules.kinship import Kinship, Relative, Succession

OPTION = "--with-successors"
_SUCCESSIONS = "SELECT id, kind, status, predecessor, successor FROM v_successions"


@dataclass(frozen=True)
class Kin:
    """Whom a question takes in.

    Attributes:
        keys: the slugs of the operators, sorted; none where no operator was asked for.
        told: for each operator that was asked for, and isn't alone, a line: who is taken in with it, who
            isn't, and why.
        asked: the slugs that the words of the question mean.
        english: the same lines in English, for data, which don't change with the language.
    """

    keys: tuple[str, ...]
    told: tuple[str, ...]
    asked: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


NOBODY = Kin((), ())


def kin(reader: Reader, words: Sequence[str], *, with_successors: bool = False) -> Kin:
    """Return whom a question about some operators takes in: each under any of its names.

    Args:
        reader: the database.
        words: slugs or names.
        with_successors: whether those who followed them, by completed mergers and acquisitions, are taken in too.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear.
    """
    asked = dict.fromkeys(resolve(reader, ["operator"], word) for word in apart(reader, ["operator"], words))
    if not asked:
        return Kin((), ())
    kinship = read_kinship(reader, asked)
    wanted = ("same", "successor") if with_successors else ("same",)
    relatives = {key: kinship.relatives(key) for key in asked}
    keys = {one.operator for found in relatives.values() for one in found if one.relation in wanted}
    teller = _Teller(reader, kinship, keys)
    told = teller.lines(relatives)
    with speaking("en"):
        english = teller.lines(relatives)
    return Kin(tuple(sorted(keys)), told, tuple(asked), english)


def read_kinship(reader: Reader, operators: Iterable[str] | None = None) -> "Kinship":
    """Return how the operators of a database hang together, or only some of them with all that they are linked with."""
    from ocdb.rules.kinship import Kinship, Succession  # noqa: PLC0415  only where an operator is asked for

    if operators is None:
        return Kinship(Succession(*row) for row in reader.rows(_SUCCESSIONS).rows)
    seen = new = {*operators}
    found: dict[str, Succession] = {}
    while new:
        steps = [
            Succession(*row)
            for end in ("predecessor", "successor")
            for row in among(reader, f"{_SUCCESSIONS} WHERE {end} IN ({{keys}})", new).rows
        ]
        found |= {one.id: one for one in steps}
        new = {end for one in steps for end in (one.predecessor, one.successor)} - seen
        seen = seen | new
    return Kinship(found.values())


def newest(reader: Reader, operators: Iterable[str]) -> dict[str, str]:
    """Return the present slug of each of some operators."""
    some = {*operators}
    kinship = read_kinship(reader, some)
    return {key: kinship.newest(key) for key in some}


class _Teller:
    """Words who was taken in and who wasn't."""

    def __init__(self, reader: Reader, kinship: "Kinship", keys: set[str]) -> None:
        self.wording = Wording(reader)
        self.kinship = kinship
        self.keys = keys
        steps = kinship.successions
        named = {*keys, *(end for one in steps for end in (one.predecessor, one.successor))}
        self.names = dict(among(reader, "SELECT id, name FROM v_operators WHERE id IN ({keys})", named).rows)
        dates = "SELECT id, date FROM v_successions WHERE id IN ({keys})"
        self.dates = dict(among(reader, dates, (one.id for one in steps)).rows)
        judged = """
            SELECT position, judgement, party FROM v_judgements WHERE withdrawn IS NULL AND judgement IN (
                SELECT judgement FROM v_judgements WHERE party IN ({keys})
            )
        """
        self.judged: dict[str, list[str]] = {}
        for _position, judgement, party in sorted({*among(reader, judged, named).rows}):
            self.judged.setdefault(judgement, []).append(party)

    def lines(self, relatives: "Mapping[str, list[Relative]]") -> tuple[str, ...]:
        """Return a line for each operator that was asked for and isn't alone."""
        parts = {key: self.parts(key, found) for key, found in relatives.items()}
        return tuple(
            _("{operator}: {relatives}").format(operator=self.named(key), relatives=_("; ").join(found))
            for key, found in parts.items()
            if found
        )

    def parts(self, key: str, relatives: "list[Relative]") -> list[str]:
        """Return what is to say of an operator that was asked for; nothing where it is alone."""
        names = {one.operator for one in relatives if one.relation == "same"}
        mine = {one.operator for one in relatives} & self.keys
        return [
            *self._judged_one(names),
            *(self._named_otherwise(key, one) for one in relatives if one.operator in names - {key}),
            *(self._followed(one) for one in relatives if one.relation == "successor"),
            *self._beside(mine),
        ]

    def _judged_one(self, names: set[str]) -> Iterator[str]:
        for judgement, (first, *others) in sorted(self.judged.items()):
            if first in names:
                text = _("with {operators}, judged to be the same ({judgement})")
                named = others if at_a_prompt() else map(self.named, others)
                yield text.format(operators=", ".join(named), judgement=judgement)

    def _named_otherwise(self, key: str, one: "Relative") -> str:
        later = {step.succession.successor for step in self.kinship.following(key) if step.succession.renames}
        former = {step.succession.predecessor for step in self.kinship.preceding(key) if step.succession.renames}
        if one.operator in later:
            text = _("with {operator}, its later name ({how})")
        elif one.operator in former:
            text = _("with {operator}, its former name ({how})")
        else:
            text = _("with {operator}, another of its names ({how})")
        return text.format(operator=self.named(one.operator), how=self._way(one))

    def _followed(self, one: "Relative") -> str:
        taken = one.operator in self.keys
        text = _("with {operator}, which followed it ({how})")
        if not taken:
            text = _("without {operator}, which followed it ({how})")
        if not taken and at_a_prompt():
            text = _("without {operator}, which followed it ({how}): {option} includes it")
        return text.format(operator=self.named(one.operator), how=self._way(one), option=OPTION)

    def _beside(self, mine: set[str]) -> Iterator[str]:
        """Say who isn't taken in by either option: nothing leads backwards, nor through what isn't completed."""
        for one in self.kinship.successions:
            for own, other in ((one.predecessor, one.successor), (one.successor, one.predecessor)):
                if own not in mine or other in self.keys:
                    continue
                if not one.completed:
                    text = _("without {operator}: {how}, {status}")
                    status = self.wording.label(one.status, "succession_status")
                    yield text.format(operator=self.named(other), how=self._dated(one), status=status)
                elif own == one.successor:
                    text = _("without {operator}, which went into {own} ({how})")
                    if at_a_prompt():
                        text = _("without {operator}, which went into {own} ({how}): add --operator {key}")
                    yield text.format(operator=self.named(other), own=self.named(own), how=self._dated(one), key=other)

    def _way(self, one: "Relative") -> str:
        steps = {succession.id: succession for succession in self.kinship.successions}
        return _(", then ").join(self._dated(steps[slug]) for slug in one.successions)

    def _dated(self, one: "Succession") -> str:
        kind = self.wording.label(one.kind, "succession_kind")
        return f"{kind}, {in_words(self.dates[one.id])}" if self.dates[one.id] else kind

    def named(self, key: str) -> str:
        """Return the name of an operator; at a prompt, where it can be typed, with its slug where that is another."""
        name = self.names.get(key, key)
        return name if name == key or not at_a_prompt() else f"{name} ({key})"
