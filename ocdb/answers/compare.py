"""Countries, operators or places side by side: sites, promises, what came of them, losses, and how much was read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.adding import capital
from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.columns import numbered, sized_
from ocdb.answers.coverage import read_and_known
from ocdb.answers.dossier import identify
from ocdb.answers.filters import Filters, codes, conditions_of, with_kin
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import count_records
from ocdb.answers.loss_totals import lost
from ocdb.answers.names import PARTIES, apart, covered
from ocdb.answers.rates import delivery
from ocdb.answers.scopes import Asked
from ocdb.answers.totals import totals
from ocdb.answers.wording import Wording
from ocdb.errors import UsageError
from ocdb.rules.lines import LINES as PROMISED
from ocdb.rules.losses import LINES as LOST
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.language import N_, _, pgettext
from ocdb.words.lines import line_name
from ocdb.words.nouns import kind_name
from ocdb.words.surface import at_a_prompt

COMPARABLE = ("country", "operator", "place")
FEWEST = 2
SITES = ("open", "planned", "closed", "unknown")
# The lines that aren't lines of a total or verdicts.
_NAMES = {
    "sites_open": N_("Open sites"),
    "sites_planned": N_("Planned sites"),
    "sites_closed": N_("Closed sites"),
    "sites_unknown": N_("Sites of unknown state"),
    "promises": N_("Promises of operators"),
    "due": N_("Delivery: promises due, each counted once"),
    "known": N_("Delivery: of which with a known outcome"),
    "events": N_("Events"),
    "articles": N_("Articles read"),
    "articles_known": N_("Articles known"),
}
Lines = dict[tuple[str, str], tuple[Any, Cell]]


def compare(reader: Reader, words: Sequence[str]) -> Answer:
    """Return countries, operators or places side by side: a line a number, a column each.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: fewer than two, or of several kinds, or of another one.
    """
    kind, keys = _sides(reader, words)
    wording = Wording(reader)
    sides = [_side(reader, kind, key) for key in keys]
    names = [wording.name(kind, key) for key in keys]
    order = [line for line in _order(reader) if any(side[line][0] for side in sides if line in side)]
    lines = [(part, name, *(_shown(side, (part, name))[0] for side in sides)) for part, name in order]
    rows = Rows(("part", "line", *keys), lines)
    cells = {line: [_shown(side, line)[1] for side in sides] for line in order}
    columns = [Column("line", _("What"), _label)]
    columns += [_column(key, name, place, cells) for place, (key, name) in enumerate(zip(keys, names, strict=True))]
    title = _("{names}, side by side").format(names=", ".join(names))
    notes = (
        _("0 and none: nothing is on record in the articles that were read. –: no article has been read yet."),
        _("Promises and job losses are operators’ own figures, without those of governments, federations and analysts.")
        + (" " + _("ocdb delivery says how much of what was promised came.") if at_a_prompt() else ""),
    )
    return Answer(title, (Section("line", "", rows, tuple(columns)),), wording, notes)


def _order(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield part and name of all lines, in the order in which they stand."""
    yield from (("sites", f"sites_{state}") for state in SITES)
    yield from (("promised", line) for line in PROMISED)
    yield "promises", "promises"
    yield from (("verdicts", texts[0]) for texts in codes(reader, LISTINGS["ledger"], "status"))
    yield from (("delivery", name) for name in ("due", "known"))
    yield from (("lost", line) for line in LOST.values())
    yield "events", "events"
    yield from (("articles", name) for name in ("articles", "articles_known"))


def _shown(side: Lines, line: tuple[str, str]) -> tuple[Any, Cell]:
    """Return a number of a side, as data and for people: without one, whether anything was read that might give it."""
    if line in side:
        return side[line]
    if not side["articles", "articles"][0]:
        return None, Cell("–")
    return (None, Cell(pgettext("comparison", "none"))) if line[0] in ("promised", "lost") else _plain(0)


def _label(record: Record, wording: Wording) -> Cell:
    return Cell(_name(wording, record))


def _sides(reader: Reader, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind of what is compared, and the keys."""
    found = [identify(reader, word) for word in apart(reader, (*PARTIES, "country", "place"), words)]
    kinds = {"country" if kind == "area" else kind for kind, _key in found}
    if len(set(found)) < FEWEST:
        raise UsageError(
            _("a comparison needs at least two different names"), _("For example: ocdb compare Morocco Tunisia")
        )
    if len(kinds) > 1 or not kinds <= set(COMPARABLE):
        named = ", ".join(f"{key} ({kind_name(kind)})" for kind, key in found)
        raise UsageError(
            _("can't compare {names}").format(names=named),
            _("Name countries, or operators, or places: at least two of one kind."),
        )
    return kinds.pop(), list(dict.fromkeys(key for _kind, key in found))


def _column(key: str, name: str, place: int, cells: dict[tuple[str, str], list[Cell]]) -> Column:
    return Column(key, name, lambda record, _w: cells[record["part"], record["line"]][place], right=True)


def _side(reader: Reader, kind: str, key: str) -> Lines:
    """Return the numbers of one side that are on record, each as data and for people, by part and line."""
    filters = with_kin(reader, Filters(**{kind: [key]}))  # type: ignore[arg-type]
    asked = Asked(**{kind: [key]})  # type: ignore[arg-type]
    states = Counter(status for (status,) in _listed(reader, "sites", filters, "status"))
    side: Lines = {("sites", f"sites_{state}"): _plain(count) for state, count in states.items()}
    for total in totals(reader, asked).totals:
        side["promised", total.line] = (total.low, sized_(total.low, total.high, total.bound))
    verdicts = _verdicts(reader, filters)
    side |= {("verdicts", verdict): _plain(count) for verdict, count in verdicts.items()}
    whole = delivery(reader, asked, "country").whole
    for name, column in (("due", "pledges"), ("known", "known")):
        side |= {("delivery", name): _plain(sum(line[column] for line in whole))} if whole else {}
    for line in lost(reader, asked).lines:
        side["lost", line.line] = (line.low, sized_(line.low, line.high, line.bound))
    read = count_records(reader, "sources", filters)
    if kind == "country":
        articles = read_and_known(reader, covered(reader, [key])).values()
        side["articles", "articles_known"] = _plain(read + sum(known - own for own, known in articles))
    side["articles", "articles"] = _plain(read)
    events = count_records(reader, "events", filters)
    counts = {("promises", "promises"): verdicts.total(), ("events", "events"): events}
    return side | {line: _plain(count) for line, count in counts.items() if count}


def _verdicts(reader: Reader, filters: Filters) -> Counter[str]:
    """Return how many promises of operators have each verdict, on the reader's day."""
    day = reader.today.isoformat()
    columns = ("due_to", "once_due", "while_open")
    lines = _listed(reader, "ledger", replace(filters, basis=["operator"]), *columns)
    return Counter(once_due if due_to and due_to < day else while_open for due_to, once_due, while_open in lines)


def _listed(reader: Reader, kind: str, filters: Filters, *columns: str) -> list[tuple[Any, ...]]:
    """Return some columns of the records of a kind that fit some filters."""
    listing = LISTINGS[kind]
    conditions, parameters = conditions_of(reader, kind, listing, filters)
    return reader.rows(
        f"SELECT {', '.join(columns)} FROM {listing.view} WHERE {' AND '.join(conditions)}", parameters
    ).rows


def _plain(count: int) -> tuple[int, Cell]:
    return count, numbered(count)


def _name(wording: Wording, record: Record) -> str:
    part, line = record["part"], record["line"]
    if line in _NAMES:
        return _(_NAMES[line])
    if part == "verdicts":
        return _("Promises: {verdict}").format(verdict=wording.label(line, "outcome"))
    name = line_name(line)
    return _("Promised: {line}").format(line=name) if part == "promised" else capital(name)
