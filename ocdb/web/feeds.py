"""Feeds: what articles newly state, what is newly overdue, and what was corrected, as Atom in both languages.

Days come from the data: a record is as new as the first article that states it, a promise is overdue since its due day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from ocdb import release
from ocdb.answers.adding import capital
from ocdb.answers.columns import spoken
from ocdb.answers.editions import edition
from ocdb.answers.filters import Filters
from ocdb.answers.ledger import ledger
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.web.addresses import Address, feed_path, path, relative
from ocdb.web.corrections import titled
from ocdb.web.facets import EVERY
from ocdb.web.page import Site, drawn, page_name
from ocdb.web.tracker import OVERDUE
from ocdb.words.dates import in_words
from ocdb.words.language import LANGUAGES, Language, _, language
from ocdb.words.nouns import kind_name

KIND = "application/atom+xml; charset=utf-8"
# The feeds of all that is on record; operators and countries have theirs beside them.
WHOLE = ("new", "overdue", "corrections")
# So many entries stand in a feed.
MOST = 50
# The name of the distribution lasts, whatever address a site stands under.
TAG = f"tag:{release.DISTRIBUTION},2026:"
# What is news of an operator or of a country; the first alone is news of everything.
NEWS = ("event", "pledge", "loss", "report")
_OF = {
    "operator": "claim IN (SELECT claim FROM v_claim_parties WHERE party = :key)",
    "country": "claim IN (SELECT claim FROM v_claim_places WHERE country = :key)",
}
_FIRST = """
    SELECT claim, MIN(COALESCE(published_to, published_from)) AS day
    FROM v_citations
    WHERE stance = 'supports' AND claim_kind IN ({kinds}) AND {which}
    GROUP BY claim
"""
_CITED = """
    SELECT claim, claim_kind, summary, summary_fr, publisher, published, COALESCE(published_to, published_from) AS day
    FROM v_citations
    WHERE stance = 'supports' AND claim IN ({keys})
"""


# When that happened of which there is news; a promise says itself by when.
_WHEN = (
    "SELECT id, date FROM v_events WHERE id IN ({keys})",
    "SELECT id, date FROM v_losses WHERE id IN ({keys})",
    "SELECT id, as_of FROM v_reports WHERE id IN ({keys})",
)


@dataclass(frozen=True)
class Entry:
    """What is new: the last part of its id, a title and a line more, its days in ISO 8601, and where it leads."""

    id: str
    title: str
    note: str
    kind: str
    published: str
    updated: str
    address: Address


def feed(reader: Reader, name: str, site: Site) -> str:
    """Return a feed as XML, in the language that is spoken, the newest first.

    Args:
        reader: the database.
        name: of WHOLE, or as in operator/webhelp and country/MA.
        site: whose feed it is.

    Raises:
        NotFoundError: there is no such feed.
    """
    title, about, entries = _told(reader, name, site)
    here = feed_path(name, language())
    start = site.address or relative(here, "")
    values = {
        "language": language(),
        "id": f"{TAG}feed/{language()}/{name}",
        "title": title,
        "days": _days(name),
        "updated": max((entry.updated for entry in entries), default=_edited(reader)),
        "own": site.address and site.address + here,
        "page": start + path(about, language()),
        "author": release.AUTHOR,
        "entries": [(f"{TAG}{language()}/{one.id}", start + path(one.address, language()), one) for one in entries],
    }
    return drawn("feed.xml", values)


def named(rest: str) -> tuple[Language, str] | None:
    """Return language and name of a feed by its path below feeds/, None of what is no such path."""
    spoken_, _slash, name = rest.removesuffix(".atom").partition("/")
    wanted = next((one for one in LANGUAGES if one == spoken_), None)
    return (wanted, unquote(name)) if wanted and rest.endswith(".atom") else None


def _told(reader: Reader, name: str, site: Site) -> tuple[str, Address, Sequence[Entry]]:
    """Return the title of a feed, the page that it is about, and its entries."""
    if name == "new":
        return _("ocdb: what is new"), ("timeline",), _news(reader, NEWS[:1], "1 = 1")
    if name == "overdue":
        return _("ocdb: overdue promises"), ("pledges", EVERY, OVERDUE), [*_overdue(reader)]
    if name == "corrections":
        return f"ocdb: {page_name('corrections')}", ("corrections",), [*_corrected(reader, site)]
    kind, _slash, key = name.partition("/")
    view = {"operator": "v_operators", "country": "v_countries"}.get(kind)
    if view and reader.rows(f"SELECT 1 FROM {view} WHERE id = :key", {"key": key}).rows:
        title = f"ocdb: {Wording(reader).name(kind, key)}"
        return title, (kind, key), _news(reader, NEWS, _OF[kind], key=key)
    raise NotFoundError(_("there is no such page"))


def _news(reader: Reader, kinds: Sequence[str], which: str, **parameters: str) -> list[Entry]:
    """Return what articles stated last for the first time."""
    sql = _FIRST.replace("{kinds}", ", ".join(f"'{kind}'" for kind in kinds)).replace("{which}", which)
    dated = sorted((row for row in reader.rows(sql, parameters).rows if row[1]), key=lambda row: row[0])
    newest = [claim for claim, _day in sorted(dated, key=lambda row: row[1], reverse=True)[:MOST]]
    cited: dict[str, list[dict[str, str]]] = {}
    for row in among(reader, _CITED, newest).ordered("day", "publisher").records():
        cited.setdefault(row["claim"], []).append(row)
    when = {key: date for view in _WHEN for key, date in among(reader, view, newest).rows if date}
    return [_entry(key, cited[key], in_words(when.get(key))) for key in newest]


def _days(name: str) -> str:
    """Return of what day the entries of a feed are: readers take it for the day of what happened."""
    if name == "overdue":
        return _("An entry bears the day by which the promise was due.")
    if name == "corrections":
        return _("An entry bears the day of the edition that corrects it.")
    return _("An entry bears the day of the article that states it first; its text says when it happened.")


def _entry(key: str, articles: Sequence[dict[str, str]], when: str) -> Entry:
    first = articles[0]
    days = [row["day"] for row in articles if row["day"]]
    told = {", ".join(filter(None, (row["publisher"], in_words(row["published"]) if row["published"] else ""))): None
            for row in articles}  # fmt: skip
    kind = first["claim_kind"]
    note = _("; ").join(told)
    if when:
        note = _("{date} (according to {articles})").format(date=capital(when), articles=note)
    return Entry(f"{kind}/{key}", spoken(first, "summary"), note, kind_name(kind), min(days), max(days), (kind, key))


def _overdue(reader: Reader) -> Iterator[Entry]:
    """Yield the promises that are past their day and not known to be kept, those due last first."""
    rows = ledger(reader, Filters(), overdue=True).rows.records()
    rows.sort(key=lambda row: row["id"])
    rows.sort(key=lambda row: row["due_to"], reverse=True)
    wording, shown = Wording(reader), {column.name: column for column in columns("ledger")}
    for row in rows[:MOST]:
        told = [shown[name].cell(row, wording).text for name in ("verdict", "reason")]
        yield Entry(
            f"overdue/{row['id']}", spoken(row, "summary"), ": ".join(filter(None, told)), kind_name("pledge"),
            row["due_to"], row["due_to"], ("pledge", row["id"]),
        )  # fmt: skip


def _corrected(reader: Reader, site: Site) -> Iterator[Entry]:
    """Yield the records that this edition corrects, of the day of the edition, by key."""
    _line, changes = site.changes.get(language(), ("", ()))
    titles = titled(reader, changes)
    told: dict[str, list[str]] = {}
    for change in changes:
        text = f"{change.field}: {change.old} → {change.new}" if change.field else change.note or ""
        told.setdefault(change.id, []).append(text)
    version, day = edition(reader).version, _edited(reader)
    for key in sorted(told)[:MOST]:
        kind, title = titles.get(key, ("", key))
        address = (kind, key) if kind else ("corrections",)
        called = kind_name(kind) if kind else ""
        yield Entry(f"correction/{version}/{key}", title, "; ".join(filter(None, told[key])), called, day, day, address)


def _edited(reader: Reader) -> str:
    """Return the day of the edition; of data that nobody released that of the program that reads them."""
    return edition(reader).date or release.DATE
