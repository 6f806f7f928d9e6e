"""The state of a database: where, which revision, what was loaded, how many rows."""

from pathlib import Path
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, of_rows
from ocdb.answers.columns import numbered
from ocdb.answers.wording import Wording
from ocdb.opening.embedded import is_fresh
from ocdb.opening.reader import open_reader
from ocdb.store.address import Address, located
from ocdb.store.reader.replica import lag
from ocdb.store.reader.rows import Rows
from ocdb.words.language import N_, _
from ocdb.words.nouns import plural

_FACTS = {
    "engine": N_("Engine"), "place": N_("Location"), "state": N_("State"), "replica": N_("Replica"),
    "revision": N_("Revision"), "loaded by": N_("Loaded by"), "loaded from": N_("Loaded from"),
}  # fmt: skip
_VALUES = (
    N_("not made yet; the first question makes it"), N_("has what was loaded last"), N_("nobody yet"),
    N_("fresh"), N_("older than the data; the next question refreshes it"),
)  # fmt: skip
COUNTED = (
    "sources",
    "claims",
    "operators",
    "institutions",
    "officials",
    "places",
    "sites",
    "events",
    "pledges",
    "losses",
)


def status(address: Address, *, embedded: bool, replica: bool = False) -> dict[str, Any]:
    """Return facts about a database, in the order to print them; of a replica also whether it is behind.

    Raises:
        DatabaseError: it isn't there, or holds no tables of ocdb.
    """
    place = located(address)
    path = place if isinstance(place, Path) else None
    facts: dict[str, Any] = _place(place)
    if path and embedded and not path.exists():
        return facts | {"state": "not made yet; the first question makes it"}
    reader = open_reader(place)
    try:
        if replica:
            facts["replica"] = lag(reader) or "has what was loaded last"
        stamp = dict(reader.rows("SELECT id, value FROM v_stamp").rows)
        facts["revision"] = reader.rows("SELECT version_num FROM alembic_version").rows[0][0]
        facts["loaded by"] = f"ocdb {stamp['version']}" if "version" in stamp else "nobody yet"
        facts["loaded from"] = stamp.get("origin", "").replace("\n", ", ")
        if path and embedded and stamp.get("origin") == "package":
            facts["state"] = "fresh" if is_fresh(path) else "older than the data; the next question refreshes it"
        for name in COUNTED:
            facts[name] = reader.rows(f"SELECT count(*) FROM v_{name}").rows[0][0]
    finally:
        reader.close()
    return facts


def answer(facts: dict[str, Any]) -> Answer:
    """Return facts about a database as an answer."""
    columns = (Column("fact", _("What"), _fact), Column("value", _("Value"), _value))
    return of_rows(Rows(("fact", "value"), list(facts.items())), columns=columns)


def _fact(record: Record, _wording: Wording) -> Cell:
    fact = record["fact"]
    return Cell(_(_FACTS[fact]) if fact in _FACTS else plural(fact))


def _value(record: Record, _wording: Wording) -> Cell:
    value = record["value"]
    if isinstance(value, int):
        return numbered(value)
    return Cell(_(value) if value in _VALUES else str(value or ""))


def _place(place: Address) -> dict[str, str | None]:
    """Return the engine, and the file or the host."""
    if isinstance(place, Path):
        return {"engine": "SQLite", "place": str(place)}
    from ocdb.store.database import parsed  # noqa: PLC0415  SQLAlchemy, for servers only

    url = parsed(place)
    return {"engine": url.get_backend_name(), "place": url.host}
