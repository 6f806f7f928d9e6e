"""All that is known of one thing: its own record, its names, what claims say of it, and the passages behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.answers.filters import Filters, article, with_kin
from ocdb.answers.identity import identity
from ocdb.answers.kin import NOBODY, Kin, kin
from ocdb.answers.ledger import evidence, ledger, ledger_line
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import Listed, list_records
from ocdb.answers.names import PARTIES, Named, ambiguous, find, missing, nearest
from ocdb.answers.positions import positions_held
from ocdb.answers.searched import searches_for
from ocdb.errors import UsageError
from ocdb.kinds import CLAIMS, STATES
from ocdb.store.reader.remembering import once
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.nouns import kind_name
from ocdb.words.suggestions import NEAREST, did_you_mean

VIEWS = {
    "operator": "v_operators",
    "institution": "v_institutions",
    "official": "v_officials",
    "country": "v_countries",
    "area": "v_countries",
    "place": "v_places",
    "source": "v_sources",
} | {kind.name: kind.view for kind in CLAIMS}
PLURALS = {
    "operator": "operators", "institution": "institutions", "official": "officials", "country": "countries",
    "area": "countries", "place": "places", "source": "sources",
} | {kind.name: kind.plural for kind in CLAIMS}  # fmt: skip
CLAIM_NAMES = {kind.name for kind in CLAIMS}
COUNTRIES = ("country", "area")
# Titles are looked up by so many letters of their beginning: engines take no pattern of a whole page.
BEGIN = 200
# Of these all claims about them are listed; of a claim what concerns it.
ENTITIES = (*PARTIES, *COUNTRIES, "place", "source")
SECTIONS = (*(kind.plural for kind in CLAIMS), "sources", "citations")
# What later sources may have made something else of, beside sites.
DEVELOPING = tuple(kind for kind in STATES if kind != "site")
# What is listed of a site, beside its periods.
OF_SITE = ("events", "developments", "pledges", "verdicts", "losses", "reports", "investments", "statistics")
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
        kind: operator, institution, official, country, area, place, source, or a kind of claim.
        record: its row, all columns of its view.
        names: its names with their kinds; empty for sources and claims.
        slugs: of a party all that mean it.
        chains: of a party its owners, what came before and after it, and judgements, with the passages behind each.
        sections: lists of what is said of it, those without rows left out, citations last.
        kin: of an operator whom it takes in, and whom not.
    """

    kind: str
    record: dict[str, Any]
    names: Rows
    slugs: tuple[str, ...]
    chains: dict[str, list[dict[str, Any]]]
    sections: dict[str, Listed]
    kin: Kin = NOBODY


def dossier(reader: Reader, word: str, *, with_successors: bool = False, newest: int | None = None) -> Dossier:
    """Return the dossier of what a slug or a name means.

    Args:
        reader: the database.
        word: slug, name or title.
        with_successors: of an operator: whether the sections take in those who followed it, and not only all its names.
        newest: of a party, a place or an article: the most rows of each list; all by default.

    Raises:
        NotFoundError: nothing bears it; the message names the nearest.
        UsageError: several bear it, or it is no operator and can't have successors.
    """
    kind, key = identify(reader, word)
    if with_successors and kind != "operator":
        raise UsageError(
            _("--with-successors doesn't fit {key}: {kind}").format(key=key, kind=kind_name(kind)),
            _("Only operators have successors. Leave it out."),
        )
    record = _record(reader, VIEWS[kind], key) or _record(reader, "v_claims", key)
    if kind in CLAIM_NAMES:
        record |= {name: _record(reader, "v_claims", key)[name] for name in ("made_by", "confirmed_by")}
    whom = kin(reader, [key], with_successors=with_successors) if kind == "operator" else NOBODY
    asked = ("sections", kind, key, with_successors, newest)
    # Rows are the same in each language, and of what is said beside a list a dossier says its own.
    sections = once(reader, asked, lambda: _sections(reader, kind, key, with_successors, newest), lasting=False)
    if kind in PARTIES:
        who = once(reader, ("identity", kind, key), lambda: identity(reader, kind, key), lasting=False)
        chains = {
            name: records for name, records in who.sections.items() if records and name not in ("names", "positions")
        }
        return Dossier(kind, record, _as_rows(who.sections["names"]), who.slugs, chains, sections, whom)
    fields = "entity AS slug, name, name_kind AS kind, used, note, note_fr"
    sql = f"SELECT {fields} FROM v_names WHERE entity = :key AND kind = :kind"
    names = reader.rows(sql, {"key": key, "kind": kind})
    names = Rows(names.columns, sorted(names.rows, key=lambda row: (fold(row[1]), row[1])))
    return Dossier(kind, record, names, (), {}, sections, whom)


def _as_rows(records: list[dict[str, Any]]) -> Rows:
    return Rows(tuple(records[0]), [tuple(record.values()) for record in records]) if records else Rows(("slug",), [])


def _record(reader: Reader, view: str, key: str) -> dict[str, Any]:
    """Return a row of a view; nothing where it has none, as of a succession between what is judged to be one."""
    rows = reader.rows(f"SELECT * FROM {view} WHERE id = :key", {"key": key}).records()
    return rows[0] if rows else {}


def identify(reader: Reader, word: str) -> tuple[str, str]:
    """Return kind and key of what a slug or a name means; slugs go before names, names before titles."""
    exact = reader.rows(EXACT, {"word": article(reader, word) or word}).rows
    if exact:
        _, kind, key = min(exact)
        return identify(reader, key) if kind == "retired" else (kind, key)
    found = find(reader, (*PARTIES, "country", "place"), word) or _by_title(reader, word)
    if len(found) > 1:
        raise ambiguous(reader, word, found)
    return found[0].kind, found[0].key


def _by_title(reader: Reader, word: str) -> list[Named]:
    """Return what has a title or summary that folds alike.

    Raises:
        NotFoundError: nothing has; the message names the nearest of all names and slugs.
    """
    titled = "SELECT kind, id, title FROM v_search WHERE folded_title LIKE :begin"
    begin = f"{fold(word)[:BEGIN]}%"  # with a wildcard in it more is found, and left out by the next line
    found = [Named(*row) for row in reader.rows(titled, {"begin": begin}).rows if fold(row[2]) == fold(word)]
    if found:
        return found
    raise missing(
        _("there is nothing called {word}").format(word=word),
        _nearest_slug(word, [key for (key,) in reader.rows("SELECT id FROM v_search").rows])
        or nearest(reader, (*PARTIES, "place"), word)
        or nearest(reader, ["country"], word),
    )


def _nearest_slug(word: str, keys: Sequence[str]) -> str:
    """Return a hint with the slugs that a word is a slip of: they are long, and half of one is none."""
    from difflib import get_close_matches  # noqa: PLC0415  only for a word that isn't known

    return did_you_mean(get_close_matches(word.strip().lower(), keys, n=NEAREST, cutoff=0.9))


def _sections(reader: Reader, kind: str, key: str, with_successors: bool, newest: int | None) -> dict[str, Listed]:
    """Return the lists of a dossier that have rows."""
    if kind in ENTITIES:
        narrowed: dict[str, Any] = {"country" if kind == "area" else kind: [key]}
        # All that lies in an area would be the record once more: questions that are narrowed by it have that.
        filters = with_kin(reader, Filters(**narrowed, with_successors=with_successors, as_a_whole=True))
        found = {name: list_records(reader, name, filters, newest=newest) for name in SECTIONS}
        found = {"ledger": ledger(reader, filters, newest=newest)} | found
        if kind == "source":
            cited = "id IN (SELECT claim FROM v_citations WHERE source = :key)"
            found = {"conflict": _conflict(reader, cited, key)} | found
    else:
        conflict = _conflict(reader, "id = :key", key)
        found = {"parties": _parties(reader, key), "conflict": conflict, "citations": _citations(reader, key)}
        if kind == "event":
            found = {"positions": Listed("positions then", positions_held(reader, key))} | found
        if kind in DEVELOPING:
            found = {"developments": _developments(reader, key)} | found
        if kind == "pledge":
            looked = Listed("searches", searches_for(reader, [key]))
            found = {"ledger": ledger_line(reader, key), "evidence": evidence(reader, key), "searches": looked} | found
        if kind == "site":
            about = {name: list_records(reader, name, Filters(site=[key])) for name in OF_SITE}
            found = {"periods": _periods(reader, key)} | about | found
    return {name: listed for name, listed in found.items() if listed.rows.rows}


def _citations(reader: Reader, claim: str) -> Listed:
    """Return the passages behind a claim, and behind what later sources say of it."""
    listing = LISTINGS["citations"]
    told = "claim = :claim OR claim IN (SELECT id FROM v_developments WHERE concerns = :claim)"
    rows = reader.rows(f"SELECT * FROM {listing.view} WHERE {told}", {"claim": claim})
    return Listed("citations", rows.ordered("id"))


def _parties(reader: Reader, claim: str) -> Listed:
    """Return who takes part in a claim in a role that its own record doesn't tell."""
    sql = """
        SELECT * FROM v_claim_parties
        WHERE claim = :claim AND role IN (SELECT code FROM v_codes WHERE list = 'role')
    """
    return Listed("parties", reader.rows(sql, {"claim": claim}).ordered("role", "id"))


def _developments(reader: Reader, claim: str) -> Listed:
    """Return what later sources say of a claim, in the order of time."""
    rows = reader.rows("SELECT * FROM v_developments WHERE concerns = :claim", {"claim": claim})
    return Listed("developments", rows.ordered("date_from", "id"))


def _conflict(reader: Reader, fitting: str, key: str) -> Listed:
    """Return all claims of the conflicts in which the fitting ones stand: by conflict, the preferred first."""
    whole = f"SELECT * FROM v_conflicts WHERE conflict IN (SELECT conflict FROM v_conflicts WHERE {fitting})"
    found = reader.rows(whole, {"key": key})
    return Listed("conflict", found.ordered("conflict", "status", "id"))


def _periods(reader: Reader, site: str) -> Listed:
    """Return the states of a site in the order of time."""
    rows = reader.rows("SELECT * FROM v_site_periods WHERE site = :site ORDER BY position", {"site": site})
    return Listed("periods", rows)
