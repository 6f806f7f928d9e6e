"""All that is known of one thing: its own record, its names, what claims say of it, and the passages behind them."""

from dataclasses import dataclass, replace
from typing import Any

from ocdb.errors import NotFoundError
from ocdb.read.lists import LISTINGS, Filters, Listed, list_records
from ocdb.read.names import Named, ambiguous, find, suggest
from ocdb.read.reader import Reader, Rows
from ocdb.text import fold

PARTIES = ("operator", "institution", "official")
VIEWS = {
    "operator": "v_operators",
    "institution": "v_institutions",
    "official": "v_officials",
    "country": "v_countries",
    "place": "v_places",
    "source": "v_sources",
    "site": "v_sites",
    "event": "v_events",
    "pledge": "v_pledges",
    "report": "v_reports",
    "investment": "v_investments",
    "statistic": "v_statistics",
    "position": "v_positions",
    "succession": "v_successions",
    "statement": "v_statements",
    "verdict": "v_verdicts",
    "ownership": "v_ownerships",
    "development": "v_developments",
}
SECTIONS = (
    "sites",
    "events",
    "pledges",
    "reports",
    "investments",
    "statistics",
    "positions",
    "successions",
    "ownerships",
    "developments",
    "statements",
    "citations",
)
# The column of the sections that would repeat on every line what the dossier is about.
SUBJECT = {"operator": "operator_name", "official": "official_name", "country": "country", "source": "source"}

# What has a slug: who and where, then what is claimed, then articles, then what a retired slug became.
EXACT = """
    SELECT DISTINCT 1, kind, entity FROM v_names WHERE entity = :word
    UNION SELECT 2, kind, id FROM v_claims WHERE id = :word
    UNION SELECT 3, 'source', id FROM v_sources WHERE id = :word
    UNION SELECT 4, 'retired', successor FROM v_retired WHERE id = :word AND successor IS NOT NULL
"""


@dataclass(frozen=True)
class Dossier:
    """All that is known of one thing.

    Attributes:
        kind: operator, institution, official, country, place, source, or a kind of claim.
        record: its row, all columns of its view.
        names: its names with their kinds; empty for sources and claims.
        sections: lists of what is said of it, those without rows left out, citations last.
    """

    kind: str
    record: dict[str, Any]
    names: Rows
    sections: dict[str, Listed]


def show(reader: Reader, word: str) -> Dossier:
    """Return the dossier of what a slug or a name means.

    Raises:
        NotFoundError: nothing bears it; the message names the nearest.
        UsageError: several bear it.
    """
    kind, key = identify(reader, word)
    record = reader.rows(f"SELECT * FROM {VIEWS[kind]} WHERE id = :key", {"key": key}).records()[0]
    sql = "SELECT name, name_kind AS kind FROM v_names WHERE entity = :key AND kind = :kind"
    names = reader.rows(sql, {"key": key, "kind": kind})
    names = Rows(names.columns, sorted(names.rows, key=lambda row: (fold(row[0]), row[0])))
    return Dossier(kind, record, names, _sections(reader, kind, key))


def identify(reader: Reader, word: str) -> tuple[str, str]:
    """Return kind and key of what a slug or a name means; slugs go before names, names before titles."""
    exact = reader.rows(EXACT, {"word": word}).rows
    if exact:
        _, kind, key = min(exact)
        return identify(reader, key) if kind == "retired" else (kind, key)
    found = find(reader, (*PARTIES, "country", "place"), word) or _by_title(reader, word)
    if len(found) > 1:
        raise ambiguous(word, [named.key for named in found])
    return found[0].kind, found[0].key


def _by_title(reader: Reader, word: str) -> list[Named]:
    """Return what has a title or summary that folds alike.

    Raises:
        NotFoundError: nothing has; the message names the nearest of all names and slugs.
    """
    rows = reader.rows("SELECT kind, id, title FROM v_search").rows
    found = [Named(*row) for row in rows if fold(row[2]) == fold(word)]
    if found:
        return found
    known = {fold(key): key for _, key, _ in rows}
    known |= {row[0]: row[1] for row in reader.rows("SELECT folded, name FROM v_names").rows}
    raise NotFoundError(f"there is nothing called {word}", suggest(word, known) or "Try: ocdb search WORDS")


def _sections(reader: Reader, kind: str, key: str) -> dict[str, Listed]:
    """Return the lists of a dossier that have rows."""
    if kind in (*PARTIES, "country", "place", "source"):
        narrowed: dict[str, Any] = {kind: [key]}
        filters = Filters(**narrowed)
        found = {name: _without(_known(kind, name), list_records(reader, name, filters)) for name in SECTIONS}
    else:
        found = {"citations": _citations(reader, key)}
        if kind == "site":
            found = {name: _of_site(reader, name, key) for name in ("events", "pledges", "reports")} | found
    return {name: listed for name, listed in found.items() if listed.rows.rows}


def _known(kind: str, section: str) -> tuple[str, ...]:
    """Return the columns that would tell again what the dossier is about, or what stands in a section above."""
    return (SUBJECT.get(kind, ""), "summary" if section == "citations" else "")


def _without(known: tuple[str, ...], listed: Listed) -> Listed:
    return replace(listed, shown=tuple(name for name in listed.shown if name not in known))


def _citations(reader: Reader, claim: str) -> Listed:
    listing = LISTINGS["citations"]
    rows = reader.rows(f"SELECT * FROM {listing.view} WHERE claim = :claim ORDER BY id", {"claim": claim})
    return Listed(rows, ("source", "publisher", "title", "published", "paragraph", "stance"))


def _of_site(reader: Reader, name: str, site: str) -> Listed:
    listing = LISTINGS[name]
    rows = reader.rows(f"SELECT * FROM {listing.view} WHERE site = :site ORDER BY id", {"site": site})
    return Listed(rows, listing.shown)
