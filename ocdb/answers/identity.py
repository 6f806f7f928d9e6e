"""Who somebody is: names over time, parents, what came before and after, judgements, positions; with their sources."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.answers.kin import read_kinship
from ocdb.rules.kinship import Step
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import fold

Record = dict[str, Any]
NAMES = """
    SELECT entity AS slug, name, name_kind AS kind, used, used_from, used_to, note, note_fr
    FROM v_names WHERE kind = :kind AND entity IN ({keys})
"""
JUDGEMENTS = """
    SELECT judgement, position, party, judged, reason, withdrawn, withdrawn_reason
    FROM v_judgements
    WHERE judgement IN (SELECT judgement FROM v_judgements WHERE party IN ({keys}))
"""
PASSAGES = """
    SELECT claim, source, publisher, title, published, paragraph, stance FROM v_citations WHERE claim IN ({keys})
"""


@dataclass(frozen=True)
class Identity:
    """Who an operator, institution or official is, and was.

    Attributes:
        slugs: all that mean it: its own, those of its other names, those that are judged to be one with it; sorted.
        sections: lists of records, by name. Each that a source states has the numbers of its sources and voices, as
            in lists, and citations: the passages behind it and behind its developments. In the order of time, open
            begins first and undated ones last; successions step by step.
    """

    slugs: tuple[str, ...]
    sections: dict[str, list[Record]]


def identity(reader: Reader, kind: str, key: str) -> Identity:
    """Return who the operator, institution or official with a key is."""
    return _Asked(reader, kind, key).identity()


class _Asked:
    """Reads what is known of a party."""

    def __init__(self, reader: Reader, kind: str, key: str) -> None:
        self.reader = reader
        self.kind = kind
        self.key = key
        self.kinship = read_kinship(reader, [key] if kind == "operator" else [])
        self.same = self.kinship.same(key) if kind == "operator" else frozenset([key])

    def identity(self) -> Identity:
        """Return who it is."""
        judgements = self._judgements()
        one = {slug for judgement in judgements if not judgement["withdrawn"] for slug in judgement["same"]}
        sections = {"names": self._names(), **self._by_kind(), "judgements": judgements}
        return Identity(tuple(sorted(self.same | one)), sections)

    def _by_kind(self) -> dict[str, list[Record]]:
        if self.kind == "official":
            return {"positions": self._positions()}
        owns = {"owns": self._ownerships("owner")}
        if self.kind == "institution":
            return owns
        return {
            "parents": self._ownerships("owned"),
            **owns,
            "predecessors": self._successions(self.kinship.preceding(self.key)),
            "successors": self._successions(self.kinship.following(self.key)),
        }

    def _names(self) -> list[Record]:
        found = self._about(NAMES, self.same, kind=self.kind)
        return _in_time(found, "used", lambda row: (fold(row["name"]), row["name"], row["slug"]))

    def _positions(self) -> list[Record]:
        sql = """
            SELECT
                id, title, organisation, organisation_name, held, held_from, held_to, held_basis, sources, voices, note
            FROM v_positions
            WHERE official IN ({keys})
        """
        return _in_time(self._cited(self._about(sql, [self.key])), "held")

    def _ownerships(self, own: str) -> list[Record]:
        """Return the ownerships in which it is the one that owns, or that is owned."""
        sql = f"""
            SELECT
                id, owner, owner_name, owned, owned_name, status, share_low, share_high, share_bound,
                held, held_from, held_to, held_basis, sources, voices, note
            FROM v_ownerships
            WHERE {own} IN ({{keys}})
        """
        return _in_time(self._cited(self._about(sql, self.same)), "held")

    def _successions(self, steps: Sequence[Step]) -> list[Record]:
        sql = """
            SELECT
                id, kind, status, predecessor, predecessor_name, successor, successor_name,
                date, date_from, date_to, date_basis, sources, voices, note
            FROM v_successions
            WHERE id IN ({keys})
        """
        rows = {row["id"]: row for row in self._about(sql, (step.succession.id for step in steps))}
        found = _in_time([{"step": step.number, **rows[step.succession.id]} for step in steps], "date")
        return self._cited(sorted(found, key=lambda row: row["step"]))

    def _judgements(self) -> list[Record]:
        found: dict[str, Record] = {}
        rows = self._about(JUDGEMENTS, self.same)
        # A judgement is found once with each of its parties that was asked for in another batch.
        for row in sorted(rows, key=lambda row: (row["judgement"], row["position"])):
            party, _position = row.pop("party"), row.pop("position")
            same = found.setdefault(row["judgement"], {"same": [], **row})["same"]
            same += [party] if party not in same else []
        return list(found.values())

    def _cited(self, rows: Iterable[Record]) -> list[Record]:
        """Return claims with the passages behind them, those of their developments included."""
        rows = list(rows)
        if not rows:
            return []
        subjects = {row["id"]: row["id"] for row in rows}
        news = "SELECT id, concerns FROM v_developments WHERE concerns IN ({keys})"
        subjects |= {row["id"]: row["concerns"] for row in self._about(news, list(subjects))}
        passages = defaultdict(list)
        for passage in self._about(PASSAGES, subjects):
            passages[subjects[passage["claim"]]].append(passage)
        for found in passages.values():
            found.sort(key=lambda one: (one["published"] or "~", one["source"], one["claim"], one["paragraph"] or 0))
        return [row | {"citations": passages[row["id"]]} for row in rows]

    def _about(self, sql: str, keys: Iterable[str], **parameters: str) -> list[Record]:
        return among(self.reader, sql, keys, **parameters).records()


def _in_time(rows: list[Record], date: str, then: Callable[[Record], Any] = lambda row: row["id"]) -> list[Record]:
    """Return records by the first day of a date, those of open begin before them, those without a date last."""

    def order(row: Record) -> tuple[Any, ...]:
        return row[date] is None, row[f"{date}_from"] or "", row[f"{date}_to"] or "~", then(row)

    return sorted(rows, key=order)
