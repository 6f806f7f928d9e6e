"""Countries or operators side by side: sites, promises, what came of them, losses, and how much was read."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.coverage import read_and_known
from ocdb.answers.delivery import delivery
from ocdb.answers.dossier import identify
from ocdb.answers.filters import Filters
from ocdb.answers.ledger import ledger
from ocdb.answers.lists import list_records
from ocdb.answers.loss_totals import lost
from ocdb.answers.totals import Asked, totals
from ocdb.answers.wording import Wording
from ocdb.errors import UsageError
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import figure, number
from ocdb.words.language import N_, _
from ocdb.words.lines import line_name
from ocdb.words.nouns import kind_name

COMPARABLE = ("country", "operator")
FEWEST = 2
# The lines of a comparison that aren't lines of a total or verdicts.
_NAMES = {
    "sites_open": N_("Open sites"),
    "sites_planned": N_("Planned sites"),
    "sites_closed": N_("Closed sites"),
    "sites_unknown": N_("Sites of unknown state"),
    "promises": N_("Promises"),
    "known": N_("Promises due, with a known outcome"),
    "due": N_("Promises that were due"),
    "events": N_("Events"),
    "articles": N_("Articles read"),
    "articles_known": N_("Articles known"),
}


def compare(reader: Reader, words: Sequence[str]) -> Answer:
    """Return countries, or operators, side by side: a line a number, a column each.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: fewer than two, or others than countries or operators, or both of them.
    """
    kind, keys = _sides(reader, words)
    wording = Wording(reader)
    sides = [_side(reader, kind, key) for key in keys]
    names = [wording.name(kind, key) for key in keys]
    order = list(dict.fromkeys(line for side in sides for line in side))
    lines = [(part, name, *(side.get((part, name), (None, ""))[0] for side in sides)) for part, name in order]
    rows = Rows(("part", "line", *keys), lines)
    texts = {line: [side.get(line, (None, ""))[1] for side in sides] for line in order}
    columns = [Column("line", _("What"), _label)]
    columns += [_column(key, name, place, texts) for place, (key, name) in enumerate(zip(keys, names, strict=True))]
    title = _("{names}, side by side").format(names=", ".join(names))
    note = _("A missing number isn't zero: nothing is on record. Promises are those of operators.")
    return Answer(title, (Section("line", "", rows, tuple(columns)),), wording, (note,))


def _label(record: Record, wording: Wording) -> Cell:
    return Cell(_name(wording, record))


def _sides(reader: Reader, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind of what is compared, and the keys."""
    found = [identify(reader, word) for word in words]
    kinds = {"country" if kind == "area" else kind for kind, _key in found}
    if len(found) < FEWEST:
        raise UsageError(_("a comparison needs at least two names"), _("For example: ocdb compare Morocco Tunisia"))
    if len(kinds) > 1 or not kinds <= set(COMPARABLE):
        named = ", ".join(f"{key} ({kind_name(kind)})" for kind, key in found)
        raise UsageError(
            _("can't compare {names}").format(names=named),
            _("Name countries, or operators."),
        )
    return kinds.pop(), list(dict.fromkeys(key for _kind, key in found))


def _column(key: str, name: str, place: int, texts: dict[tuple[str, str], list[str]]) -> Column:
    return Column(key, name, lambda record, _w: Cell(texts[record["part"], record["line"]][place]), right=True)


def _side(reader: Reader, kind: str, key: str) -> dict[tuple[str, str], tuple[Any, str]]:
    """Return the numbers of one side, each as data and in words, by part and line."""
    filters = Filters(**{kind: [key]})  # type: ignore[arg-type]
    asked = Asked(**{kind: [key]})  # type: ignore[arg-type]
    side: dict[tuple[str, str], tuple[Any, str]] = {}
    states = Counter(record["status"] for record in list_records(reader, "sites", filters).rows.records())
    side |= {("sites", f"sites_{state}"): _plain(count) for state, count in sorted(states.items())}
    for total in totals(reader, asked).result.totals:
        side["promised", total.line] = (total.low, figure(total.low, total.high, total.bound))
    lines = ledger(reader, filters).rows.records()
    side["promises", "promises"] = _plain(len(lines))
    verdicts = Counter(line["verdict"] for line in lines)
    side |= {("verdicts", verdict): _plain(count) for verdict, count in sorted(verdicts.items())}
    whole = delivery(reader, asked, "country").whole
    if whole:
        side["promises", "due"] = _plain(sum(line["pledges"] for line in whole))
        side["promises", "known"] = _plain(sum(line["known"] for line in whole))
    for line in lost(reader, asked).result.lines:
        side["lost", line.line] = (line.low, figure(line.low, line.high, line.bound))
    side["events", "events"] = _plain(len(list_records(reader, "events", filters).rows.rows))
    if kind == "country":
        read, known = read_and_known(reader, [key])[key]
        side |= {("articles", "articles"): _plain(read), ("articles", "articles_known"): _plain(known)}
    else:
        side["articles", "articles"] = _plain(len(list_records(reader, "sources", filters).rows.rows))
    return side


def _plain(count: int) -> tuple[int, str]:
    return count, number(count)


def _name(wording: Wording, record: Record) -> str:
    part, line = record["part"], record["line"]
    if line in _NAMES:
        return _(_NAMES[line])
    if part == "verdicts":
        return _("Promises: {verdict}").format(verdict=wording.label(line, "outcome"))
    name = line_name(line)
    return _("Promised: {line}").format(line=name) if part == "promised" else name[0].upper() + name[1:]
