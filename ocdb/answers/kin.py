"""Whom a question about an operator takes in: the slugs, and a line an operator that says who and why.

Every question with operators calls `kin`, so that all of them mean the same companies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocdb.answers.names import resolve
from ocdb.rules.kinship import Kinship, Relative, Succession
from ocdb.store.reader.rows import Reader

OPTION = "--with-successors"
ALONE = "alone; no other slug, merger or acquisition is on record"


@dataclass(frozen=True)
class Kin:
    """Whom a question takes in.

    Attributes:
        keys: the slugs of the operators, sorted; none where no operator was asked for.
        told: for each operator that was asked for a line: who is taken in with it and who isn't, and why.
        asked: the slugs that the words of the question mean.
        alone: those of which nothing is on record but their own slug.
    """

    keys: tuple[str, ...]
    told: tuple[str, ...]
    asked: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()


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
    asked = dict.fromkeys(resolve(reader, ["operator"], word) for word in words)
    if not asked:
        return Kin((), ())
    kinship = read_kinship(reader)
    wanted = ("same", "successor") if with_successors else ("same",)
    relatives = {key: kinship.relatives(key) for key in asked}
    keys = {one.operator for found in relatives.values() for one in found if one.relation in wanted}
    teller = _Teller(reader, kinship, keys)
    parts = {key: teller.parts(key, found) for key, found in relatives.items()}
    told = tuple(f"{teller.named(key)}: {'; '.join(found) or ALONE}" for key, found in parts.items())
    return Kin(tuple(sorted(keys)), told, tuple(asked), frozenset(key for key, found in parts.items() if not found))


def read_kinship(reader: Reader) -> Kinship:
    """Return how the operators of a database hang together."""
    rows = reader.rows("SELECT id, kind, status, predecessor, successor FROM v_successions").rows
    return Kinship(Succession(*row) for row in rows)


class _Teller:
    """Words who was taken in and who wasn't."""

    def __init__(self, reader: Reader, kinship: Kinship, keys: set[str]) -> None:
        self.kinship = kinship
        self.keys = keys
        self.names = dict(reader.rows("SELECT id, name FROM v_operators").rows)
        self.dates = dict(reader.rows("SELECT id, date FROM v_successions").rows)
        judged = "SELECT judgement, party FROM v_judgements WHERE withdrawn IS NULL ORDER BY position"
        self.judged: dict[str, list[str]] = {}
        for judgement, party in reader.rows(judged).rows:
            self.judged.setdefault(judgement, []).append(party)

    def parts(self, key: str, relatives: list[Relative]) -> list[str]:
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
                yield f"with {', '.join(others)}, judged to be one with it ({judgement})"

    def _named_otherwise(self, key: str, one: Relative) -> str:
        later = {step.succession.successor for step in self.kinship.following(key) if step.succession.renames}
        former = {step.succession.predecessor for step in self.kinship.preceding(key) if step.succession.renames}
        which = "later" if one.operator in later else "former" if one.operator in former else "other"
        return f"with {self.named(one.operator)}, its {which} name ({self._way(one)})"

    def _followed(self, one: Relative) -> str:
        taken = one.operator in self.keys
        how = f"{self.named(one.operator)}, which followed it ({self._way(one)})"
        return f"with {how}" if taken else f"without {how}: {OPTION} takes it in"

    def _beside(self, mine: set[str]) -> Iterator[str]:
        """Say who isn't taken in by either option: nothing leads backwards, nor through what isn't completed."""
        for one in self.kinship.successions:
            for own, other in ((one.predecessor, one.successor), (one.successor, one.predecessor)):
                if own not in mine or other in self.keys:
                    continue
                if not one.completed:
                    yield f"without {self.named(other)}: {self._dated(one)}, {one.status}"
                elif own == one.successor:
                    into = f"which went into {self.named(own)} ({self._dated(one)})"
                    yield f"without {self.named(other)}, {into}: add --operator {other}"

    def _way(self, one: Relative) -> str:
        steps = {succession.id: succession for succession in self.kinship.successions}
        return ", then ".join(self._dated(steps[slug]) for slug in one.successions)

    def _dated(self, one: Succession) -> str:
        return f"{one.kind} {self.dates[one.id]}" if self.dates[one.id] else one.kind

    def named(self, key: str) -> str:
        """Return the name of an operator, with its slug where that is another."""
        name = self.names[key]
        return key if name == key else f"{name} ({key})"
