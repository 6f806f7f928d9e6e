"""What was corrected: where this edition says otherwise than an older one, record by record."""

from collections.abc import Sequence

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.batches import among
from ocdb.answers.columns import spoken
from ocdb.answers.diff import Change, as_rows, columns, compare, counts, summary
from ocdb.answers.snapshot import RECORDS, snapshot
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.linking import Links
from ocdb.web.page import Changes, Page, page_name
from ocdb.web.tables import Table, table
from ocdb.words.figures import number
from ocdb.words.language import LANGUAGES, _, language, ngettext, speaking

# More than these are no corrections, but another collection.
MOST = 1000
_TITLES = "SELECT kind, id, title, title_fr FROM v_search WHERE id IN ({keys})"


def between(older: Reader, newer: Reader) -> Changes:
    """Return by language how much differs between two editions, in a line, and what the newer one corrects.

    What it only adds corrects nothing, and is only counted.

    Raises:
        DatabaseError: one of them holds no tables of ocdb.
    """
    before, after = snapshot(older), snapshot(newer)
    found = {}
    for wanted in LANGUAGES:
        with speaking(wanted):
            every = compare(before, after)
            corrected = [change for change in every if change.change != "added" and change.kind in RECORDS]
            found[wanted] = (summary(counts(every)), corrected)
    return found


def corrections(reader: Reader, rest: Sequence[str], changes: Changes) -> Page:
    """Return what was corrected since the edition that this one was compared with; without one that it is the first.

    Args:
        reader: the database.
        rest: of the address, which has none.
        changes: as `between` returns them; empty without an older edition.
    """
    if rest:
        raise NotFoundError(_("there is no such page"))
    title, every = changes.get(language(), ("", ()))
    notes = []
    if more := len(every[MOST:]):
        text = ngettext("{count} more isn’t shown.", "{count} more aren’t shown.", more)
        notes.append(text.format(count=number(more)))
    found = _table(reader, every[:MOST])
    values = {"compared": bool(changes), "intro": title, "table": found, "notes": notes}
    return Page(("corrections",), page_name("corrections"), "corrections.html", values)


def _table(reader: Reader, changes: Sequence[Change]) -> Table | None:
    links, titles = Links(), titled(reader, changes)
    links.kinds |= {key: kind for key, (kind, _title) in titles.items()}

    def what(record: Record, _wording: Wording) -> Cell:
        return Cell(titles.get(record["id"], ("", record["old"] if not record["field"] else record["id"]))[1])

    shown = [Column("what", _("What"), what), *(one for one in columns() if one.name != "kind")]
    section = Section("corrected", _("What was corrected"), as_rows(changes), tuple(shown))
    return table(section, Wording(reader), links)


def titled(reader: Reader, changes: Sequence[Change]) -> dict[str, tuple[str, str]]:
    """Return of the records that are still there their kind and what they are called, by key."""
    rows = among(reader, _TITLES, {change.id for change in changes}).records()
    return {row["id"]: (row["kind"], spoken(row, "title")) for row in rows}
