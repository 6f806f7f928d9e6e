"""How much of what was promised came: a range, never without what it rests on."""

from dataclasses import replace
from typing import Any

from ocdb.answers.adding import articles_told, behind_promises, group
from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.captions import (
    apart_told,
    coverage_told,
    denied_told,
    left_out_told,
    scope_of_delivery,
    timing_told,
)
from ocdb.answers.columns import count, numbered, sized, sized_
from ocdb.answers.coverage import unread
from ocdb.answers.rates import delivery
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.words.language import _
from ocdb.words.lines import line_name


def answer(reader: Reader, asked: Asked, by: str, *, sources: bool = False) -> Answer:
    """Return how much of what was promised came, as an answer: `delivery` says what may be asked.

    With `sources` the articles behind the promises are shown too.
    """
    found = delivery(reader, asked, by)
    wording = Wording(reader)
    wording.learn(by, (row[0] for row in found.rows.rows))
    scope = scope_of_delivery(reader, wording, found.scope, found.kin.asked)
    whole = found.whole
    # Of bases there is no whole: the table has the rate of each.
    title, *others = [*coverage_told([] if by == "basis" else whole), ""]
    left_out = {"not_due": found.not_due.total(), "no_due_date": found.undated.total()}
    notes = (
        *filter(None, others),
        *timing_told(whole),
        *(apart_told(by) if whole else ()),
        *left_out_told(left_out),
        *denied_told(wording, set().union(*found.denied.values())),
        *unread(reader, wording, found.scope["country"], found.scope["place"]),
        *found.kin.told,
    )
    data: dict[str, Any] = {
        "scope": found.scope,
        "groups": found.rows.records(),
        "not_due": found.not_due.total(),
        "undated": found.undated.total(),
        "denied": sorted(set().union(*found.denied.values())),
    }
    sentence = scope if whole else _("{scope}: no promise was due").format(scope=scope)
    if title:
        sentence = _("{scope}. {rate}").format(scope=scope, rate=title)
    section = Section("group", "", found.rows, columns_by(by))
    articles = replace(behind_promises(reader, found.counted, found.articles), shown=sources)
    data |= {"sources": articles.rows.records()} if sources else {}
    return Answer(sentence, (section, articles), wording, notes, data, more=tuple(articles_told(articles)))


def columns_by(by: str) -> tuple[Column, ...]:
    """Return the columns in which people read the rows of a grouping."""
    return (
        group(by),
        Column("line", _("Line"), lambda record, _words: Cell(line_name(record["line"]))),
        count(_("Promises"), "pledges"),
        count(_("Known"), "known"),
        Column("reached", _("Kept"), _reached, right=True),
        count(_("of them late"), "late", wide=True, zero=False),
        count(_("Missed"), "missed"),
        count(_("Given up"), "cancelled", zero=False),
        sized(_("Promised"), "promised", "promised_high"),
        Column("kept", _("Came"), _came, right=True),
        Column("rate_low", _("Rate in %"), _rate, right=True),
    )


def _reached(record: Record, _wording: Wording) -> Cell:
    """Return how many promises were kept: by the due day, after it, or one of both."""
    return numbered(record["in_time"] + record["late"] + record["reached"])


def _came(record: Record, _wording: Wording) -> Cell:
    """Return how much came of the promises of which something is known; silence isn't zero."""
    return sized_(record["kept"], record["kept_high"]) if record["promised_known"] else Cell("")


def _rate(record: Record, _wording: Wording) -> Cell:
    """Return the range of the rate, in per cent."""
    return sized_(record["rate_low"], record["rate_high"]) if record["rate_high"] is not None else Cell("")
