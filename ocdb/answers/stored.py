"""Totals that the load has added up already, of all, of each country, area, operator and place, and what is behind."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ocdb.answers.kin import newest, read_kinship
from ocdb.rules.scope import Scope
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader

# The scope of everything.
ALL = ("all", None)
# The lines of each group, in their order.
Groups = dict[str, list[tuple[Any, ...]]]


def narrowed(scope: Scope, by: str, keys: frozenset[str]) -> Scope:
    """Return a scope limited to some operators, countries or places instead of those that were asked for."""
    if by == "operator":
        return replace(scope, operators=keys)
    if by == "country":
        return replace(scope, countries=keys, named=frozenset())
    return replace(scope, places=keys, around=frozenset())


def limits(scope: Scope, by: str) -> frozenset[str]:
    """Return the operators, countries or places to which a scope is limited."""
    return {"operator": scope.operators, "country": scope.countries, "place": scope.places}.get(by, frozenset())


def unlimited(scope: Scope, but: str = "") -> bool:
    """Return whether nothing limits a scope to some promises, but perhaps to operators, countries or places."""
    return (narrowed(scope, but, frozenset()) if but else scope) == Scope(basis=scope.basis)


@dataclass(frozen=True)
class Store:
    """A view of stored totals.

    Attributes:
        view: its name.
        columns: of a total, ``line`` first.
        lines: their order.
        year: the column that tells the totals of a year from those of all years.
    """

    view: str
    columns: tuple[str, ...]
    lines: tuple[str, ...]
    year: str

    def groups(self, reader: Reader, basis: str, by: str, keys: Iterable[str] | None = None) -> Groups:
        """Return the totals of each operator, country or place of which something counts, or of some of them.

        An operator's stand under each of its names; here they are under the present one alone.
        """
        sql = f"{self._select('scope')} AND {self.year} IS NULL"
        asked = {"kind": by, "basis": basis}
        some = keys is not None
        rows = among(reader, f"{sql} AND scope IN ({{keys}})", keys or (), **asked) if some else reader.rows(sql, asked)
        present = newest(reader, (row[0] for row in rows.rows)) if by == "operator" else {}
        return self._grouped(row for row in rows.rows if present.get(row[0], row[0]) == row[0])

    def whole(self, reader: Reader, basis: str, kind: str, key: str | None) -> list[tuple[Any, ...]]:
        """Return the totals of one scope: of all, or of a country, operator or place."""
        of_key, only = _of(key)
        sql = f"{self._select('scope')}{of_key} AND {self.year} IS NULL"
        rows = reader.rows(sql, {"kind": kind, "basis": basis} | only)
        return [line for lines in self._grouped(rows.rows).values() for line in lines]

    def years(self, reader: Reader, basis: str, kind: str, key: str | None) -> Groups:
        """Return the totals of each year of a scope: of all, or of a country, operator or place."""
        sql = f"{self._select(self.year)} AND {self.year} IS NOT NULL"
        asked = {"kind": kind, "basis": basis}
        of_key, only = _of(key)
        rows = reader.rows(sql + of_key, asked | only).rows
        return self._grouped((str(row[0])[:4], *row[1:]) for row in rows)

    def _select(self, group: str) -> str:
        columns = ", ".join((group, *self.columns))
        return f"SELECT {columns} FROM {self.view} WHERE scope_kind = :kind AND basis = :basis"

    def _grouped(self, rows: Iterable[tuple[Any, ...]]) -> Groups:
        groups: Groups = defaultdict(list)
        for key, *line in sorted(rows, key=lambda row: self.lines.index(row[1])):
            groups[key].append(tuple(line))
        return dict(groups)


def _of(key: str | None) -> tuple[str, dict[str, str]]:
    """Return the condition that narrows stored rows to one scope of their kind, and its parameter."""
    return (" AND scope IS NULL", {}) if key is None else (" AND scope = :key", {"key": key})


@dataclass(frozen=True)
class Behind:
    """What stands behind the totals of a scope, in numbers.

    Attributes:
        counted: how many promises or losses count.
        articles: how many articles support these.
        left_out: how many others concern the scope, by the code of the reason why they don't count.
        denied: those that count although a source denies them, sorted.
    """

    counted: int
    articles: int
    left_out: Counter[str]
    denied: tuple[str, ...]


NOTHING = Behind(0, 0, Counter(), ())


def behind(reader: Reader, kind: str, basis: str, scope_kind: str, key: str | None) -> Behind | None:
    """Return what a load stored of what stands behind the totals of a scope; None where it stored nothing.

    Args:
        reader: the database.
        kind: pledge or loss.
        basis: whose figures.
        scope_kind: all, country, area or operator.
        key: of the country, area or operator.
    """
    of_key, only = _of(key)
    where = f"WHERE kind = :kind AND scope_kind = :scope_kind AND basis = :basis{of_key}"
    asked = {"kind": kind, "scope_kind": scope_kind, "basis": basis} | only
    counted = reader.rows(f"SELECT claims, articles FROM v_rests_on {where}", asked).rows
    left_out = reader.rows(f"SELECT reason, claims FROM v_left_out {where}", asked).rows
    if not counted and not left_out:
        return None
    denied = reader.rows(f"SELECT claim FROM v_denied {where}", asked).rows if counted else []
    claims, articles = counted[0] if counted else (0, 0)
    return Behind(claims, articles, Counter(dict(left_out)), tuple(sorted(claim for (claim,) in denied)))


def stored_scope(reader: Reader, scope: Scope) -> tuple[str, str | None] | None:
    """Return kind and key under which the totals of a scope are stored; None where they aren't."""
    if unlimited(scope):
        return ALL
    if area := one_area(scope):
        return "area", area
    for kind in ("operator", "country", "place"):
        keys = sorted(limits(scope, kind))
        if keys and unlimited(scope, kind):
            one = _one_company(reader, keys) if kind == "operator" else len(keys) == 1
            return (kind, keys[0]) if one else None
    return None


def one_area(scope: Scope) -> str:
    """Return the area that a scope is limited to, with all that lies in it; nothing where it is limited otherwise."""
    named = [*scope.named]
    return named[0] if len(named) == 1 and unlimited(scope, "country") else ""


def _one_company(reader: Reader, keys: list[str]) -> bool:
    """Return whether some operators are the names of one."""
    sql = "SELECT other FROM v_operator_kin WHERE operator = :key AND relation = 'same'"
    return keys == sorted(other for (other,) in reader.rows(sql, {"key": keys[0]}).rows)


def every_name(reader: Reader, by: str, keys: Iterable[str]) -> frozenset[str]:
    """Return the keys of groups; those of operators with all their names."""
    if by != "operator":
        return frozenset(keys)
    kinship = read_kinship(reader, keys)
    return frozenset(name for key in keys for name in kinship.same(key))
