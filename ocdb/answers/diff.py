"""What differs between two snapshots: records added, changed field by field, and removed, with their tombstones.

What belongs to a record (its names, citations, roles ...) and comes or goes with it isn't told a second time.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from ocdb.answers import answer as answers
from ocdb.answers.answer import Cell, Column
from ocdb.answers.columns import key as column_of_keys
from ocdb.answers.columns import spoken
from ocdb.answers.snapshot import KINDS, RECORDS, Record, Snapshot
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Rows
from ocdb.words.language import N_, _, language, pgettext
from ocdb.words.nouns import plural

VANISHED = N_("vanished without a tombstone")
# What an added or removed record is shown as: the first of these that it has.
TITLES = ("summary", "name", "title", "label_en", "value", "outlet", "publisher", "successor")
# The columns of claims that ocdb makes where the curator wrote nothing, and the kinds whose names stand in them.
MADE = ("summary", "summary_fr", "name", "name_fr")
NAMED = ("operators", "institutions", "officials", "places", "countries")
_CHANGES = {"added": N_("added"), "changed": N_("changed"), "removed": N_("removed")}
# The kinds that are no lists of their own elsewhere.
_PARTS = {
    "identifiers": N_("Identifiers"), "claim_parties": N_("Participants"), "claim_places": N_("Places of an event"),
    "links": N_("Links"), "coverage": N_("Coverage"), "publishers": N_("Publishers"),
    "searches": N_("Searches"), "searched_for": N_("Searches for what came of promises"),
    "countries": N_("Countries"), "currencies": N_("Currencies"),
    "codes": N_("Codes"), "retired": N_("Retired keys"),
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A difference; an added or removed record has no field, and its title as the new or the old value."""

    change: str
    kind: str
    id: str
    field: str | None = None
    old: Any = None
    new: Any = None
    note: str | None = None


@dataclass(frozen=True)
class _Context:
    """What the comparison of a kind must know of the others.

    Attributes:
        moved: owners that were added or removed, and the retired slugs that a removed record tells.
        renamed: puts new names for old ones into a text.
        kinds: the kind of each record that is there now, by slug.
        graves: the retired slugs of the newer side.
        ancestors: the records of the older side that were retired in favour of a slug.
    """

    moved: set[str]
    renamed: Callable[[str], str]
    kinds: dict[str, str]
    graves: dict[str, Record]
    ancestors: dict[str, list[str]]


def incomparable(before: Snapshot, after: Snapshot) -> list[str]:
    """Return the kinds and columns that only one of two databases has, as ``v_coverage`` or ``v_sites.address``."""
    kinds = before.columns.keys() ^ after.columns.keys()
    both = before.columns.keys() & after.columns.keys()
    columns = {f"v_{kind}.{name}" for kind in both for name in {*before.columns[kind]} ^ {*after.columns[kind]}}
    return sorted({f"v_{kind}" for kind in kinds} | columns)


def compare(before: Snapshot, after: Snapshot, kinds: Sequence[str] = ()) -> list[Change]:
    """Return the differences in the order of KINDS, of ids and of columns; titles and notes as they are spoken.

    Args:
        before: the older rows.
        after: the newer rows.
        kinds: of which to tell; by default all.
    """
    context = _context(before, after)
    wanted = [kind for kind in KINDS if (kind in kinds or not kinds) and kind in before.rows and kind in after.rows]
    return [change for kind in wanted for change in _of_kind(kind, before, after, context)]


def counts(changes: Sequence[Change]) -> dict[str, int]:
    """Return how many records and parts were added, changed and removed, and how many vanished untold."""
    rows = Counter(change for change, _, _ in {(one.change, one.kind, one.id) for one in changes})
    vanished = sum(one.note == _(VANISHED) for one in changes)
    return {**{name: rows[name] for name in ("added", "changed", "removed")}, "vanished": vanished}


def summary(found: dict[str, int]) -> str:
    """Return the counts in a line: ``2 added, 1 changed, 1 removed, 1 of them not retired``."""
    if not any(found.values()):
        return _("no differences")
    text = _("{added} added, {changed} changed, {removed} removed").format_map(found)
    if not found["vanished"]:
        return text
    return _("{changes}, {count} of them not retired").format(changes=text, count=found["vanished"])


def as_rows(changes: Sequence[Change]) -> Rows:
    """Return the changes as rows: change, kind, id, field, old, new, note."""
    return Rows(tuple(one.name for one in fields(Change)), [astuple(change) for change in changes])


def columns() -> tuple[Column, ...]:
    """Return the columns in which people read the changes; fields and their values are as data have them."""
    return (
        Column("change", _("Change"), lambda record, _wording: Cell(_change(record["change"]))),
        Column("kind", _("Kind"), lambda record, _wording: Cell(_kind(record["kind"]))),
        _plain("field", _("Field")),
        _plain("old", pgettext("value", "Old")),
        _plain("new", pgettext("value", "New")),
        Column("note", _("Note"), lambda record, _wording: Cell(record["note"] or ""), below=True),
        column_of_keys(),
    )


def _change(name: str) -> str:
    return _(_CHANGES[name])


def _kind(name: str) -> str:
    return _(_PARTS[name]) if name in _PARTS else plural(name)


def _plain(name: str, heading: str) -> Column:
    def cell(record: answers.Record, _wording: Wording) -> Cell:
        value = record[name]
        value = int(value) if isinstance(value, float) and value.is_integer() else value
        return Cell("" if value is None else str(value))

    return Column(name, heading, cell)


# --- one kind ---------------------------------------------------------------------------------------------------


def _of_kind(kind: str, before: Snapshot, after: Snapshot, context: _Context) -> Iterator[Change]:
    old, new = before.rows[kind], after.rows[kind]
    columns = [column for column in before.columns[kind] if column in after.columns[kind]]
    for key in sorted(old.keys() | new.keys()):
        if key in old and key in new:
            yield from _fields(kind, old[key], new[key], columns, context)
        elif not _told(kind, old.get(key) or new[key], context):
            if key in new:
                yield Change("added", kind, key, new=_title(new[key]), note=_origin(kind, key, context))
            else:
                yield Change("removed", kind, key, old=_title(old[key]), note=_tombstone(kind, key, context))


def _fields(kind: str, old: Record, new: Record, columns: Sequence[str], context: _Context) -> Iterator[Change]:
    """Yield the fields that differ, but not a summary or a name of a site that only follows somebody's new name.

    The French of a text is told only where it differs alone: beside another English text, or of what ocdb makes where
    the curator wrote nothing beside any other field, it only follows.
    """
    made = MADE if "claim" in KINDS[kind].families else ()
    changes = [
        Change("changed", kind, new["id"], column, old[column], new[column])
        for column in columns
        if old[column] != new[column]
        and not (column in made and old[column] and context.renamed(old[column]) == new[column])
    ]
    differing = {change.field for change in changes}
    for change in changes:
        english = str(change.field).removesuffix("_fr")
        follows = english != change.field and (
            english in differing or (change.field in made and differing != {change.field})
        )
        if not follows:
            yield change


def _told(kind: str, row: Record, context: _Context) -> bool:
    """Return whether a row came or went with all its owners, which tell it."""
    owners = KINDS[kind].owners
    return owners is not None and context.moved.issuperset(owners(row))


def _title(row: Record) -> Any:
    title = next((name for name in TITLES if row.get(name) is not None), None)
    if title == "label_en" and language() == "fr":
        title = "label_fr"
    return spoken(row, title) if title and isinstance(row[title], str) else title and row[title]


def _tombstone(kind: str, slug: str, context: _Context) -> str | None:
    """Return what became of a removed record: its new kind, its successor and the reason, or that nobody says."""
    if kind not in RECORDS:
        return None
    if slug in context.kinds:
        return _("now one of {kind}").format(kind=context.kinds[slug])
    grave = context.graves.get(slug)
    if not grave:
        return _(VANISHED)
    if grave["successor"]:
        return _("retired, now {key}: {reason}").format(key=grave["successor"], reason=grave["reason"])
    return _("retired: {reason}").format(reason=grave["reason"])


def _origin(kind: str, slug: str, context: _Context) -> str | None:
    """Return which records an added one succeeds."""
    ancestors = context.ancestors.get(slug) if kind in RECORDS else None
    return _("successor of {keys}").format(keys=", ".join(ancestors)) if ancestors else None


# --- what concerns all kinds ------------------------------------------------------------------------------------


def _context(before: Snapshot, after: Snapshot) -> _Context:
    known = {key for kind in RECORDS for key in before.rows.get(kind, {})}
    graves = after.rows.get("retired", {})
    ancestors = defaultdict(list)
    for key, grave in sorted(graves.items()):
        if key in known:
            ancestors[grave["successor"]].append(key)
    kinds = {key: kind for kind in RECORDS for key in after.rows.get(kind, {})}
    return _Context(_moved(before, after), _renamed(before, after), kinds, graves, ancestors)


def _moved(before: Snapshot, after: Snapshot) -> set[str]:
    found = set()
    for kind in RECORDS:
        old, new = before.rows.get(kind, {}).keys(), after.rows.get(kind, {}).keys()
        found |= {f"{family}:{key}" for key in old ^ new for family in KINDS[kind].families}
        found |= {f"retired:{key}" for key in old - new}
    return found


def _renamed(before: Snapshot, after: Snapshot) -> Callable[[str], str]:
    names = {
        row["name"]: after.rows[kind][key]["name"]
        for kind in NAMED
        for key, row in before.rows.get(kind, {}).items()
        if key in after.rows.get(kind, {}) and after.rows[kind][key]["name"] != row["name"]
    }
    longest_first = sorted(names, key=len, reverse=True)

    def rename(text: str) -> str:
        for old in longest_first:
            text = text.replace(old, names[old])
        return text

    return rename
