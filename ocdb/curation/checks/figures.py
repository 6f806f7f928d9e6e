"""Checks of figures: tranches fit into their whole, and no figure is far from its neighbours."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ocdb.curation.checks.places import near
from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import span
from ocdb.curation.corpus import COUNTED, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.words.language import _, ngettext

TENFOLD = 10
# With fewer neighbours a large figure is just a large figure.
FEWEST_NEIGHBOURS = 3


@check("tranche-larger-than-whole")
def tranches_fit_into_the_whole(corpus: Corpus) -> Iterator[Problem]:
    """A tranche is no larger than the pledge that it is part of, nor a part of a loss larger than the whole."""
    for part, whole in _parts(corpus, *COUNTED):
        figure, limit = part.record.figure.low, whole.record.figure.high
        if _comparable(part, whole) and figure is not None and limit is not None and figure > limit:
            message = _("{figure} is more than the {limit} of {whole}")
            message = message.format(figure=figure, limit=limit, whole=whole.record.id)
            yield part.problem(("figure",), message, _("Check both figures, or remove the link."))


@check("tranche-after-whole")
def tranches_are_due_before_the_whole(corpus: Corpus) -> Iterator[Problem]:
    """A tranche is due no later than the pledge that it is part of."""
    for part, whole in _parts(corpus, "pledge"):
        due, last = span(part, "due"), span(whole, "due")
        if due and last and due.first and last.last and due.first > last.last:
            message = _("it is due {date}, after {whole} ({last})")
            message = message.format(date=due.edtf, whole=whole.record.id, last=last.edtf)
            yield part.problem(("due",), message, _("Check both dates, or the link."))


@check("tranches-cross", reach="links")
def tranches_of_one_whole_grow(corpus: Corpus) -> Iterator[Problem]:
    """Of two tranches of one operator at one place in one whole, the one due later isn't smaller: levels don't fall."""
    siblings: dict[Any, list[Entry]] = defaultdict(list)
    for part, whole in _parts(corpus, "pledge"):
        if part.record.reading == "total":
            operators = tuple(sorted(part.record.operators))
            siblings[whole.record.id, operators, part.record.at, part.record.measure].append(part)
    for group in siblings.values():
        for later, earlier in [fall for fall in _falls(group) if any(map(corpus.asked, fall))][:1]:
            levels = [(later, later.record.figure.high), (earlier, earlier.record.figure.low)]
            (told, own), (other, level) = levels if corpus.asked(later) else levels[::-1]
            details = {"other": other.record.id, "other_figure": level, "other_due": other.record.due}
            message = _("{figure} by {due}, but {other} has {other_figure} by {other_due}")
            message = message.format(figure=own, due=told.record.due, **details)
            yield told.problem(("figure",), message, _("Levels grow: check figures, dates and reading."))


def _falls(group: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each level that is less than one that is surely due before, with the highest such, in the order of time."""
    days = []
    for entry in group:
        due, figure = span(entry, "due"), entry.record.figure
        if due and due.first and figure.high is not None:
            days.append((due.first, 0, entry))
        if due and due.last and figure.low is not None:
            days.append((due.last, 1, entry))  # one that ends on a day is not before one that begins on it
    highest: Entry | None = None
    for _day, ends, entry in sorted(days, key=lambda one: one[:2]):
        if ends:
            highest = max(highest or entry, entry, key=lambda one: one.record.figure.low)
        elif highest and entry.record.figure.high < highest.record.figure.low:
            yield entry, highest


@check("tranche-elsewhere", "warning")
def tranches_belong_to_the_whole(corpus: Corpus) -> Iterator[Problem]:
    """A tranche lies where its whole does, and at another site its operators are among those that the whole names."""
    for part, whole in _parts(corpus, *COUNTED):
        if not near(corpus, part.record.at, whole.record.at):
            message = _("{whole} is about {place}, but this is about {other}")
            message = message.format(whole=whole.record.id, place=whole.record.at, other=part.record.at)
            yield part.problem(("at",), message, _("Correct the place, or remove the link."))
        others = [slug for slug in part.record.operators if slug not in whole.record.operators]
        same_site = part.record.site and part.record.site == whole.record.site  # a site may pass to another operator
        if others and whole.record.operators and not (whole.record.unnamed_operators or same_site):
            message = _("{operator} takes no part in {whole}").format(operator=others[0], whole=whole.record.id)
            yield part.problem(("operators",), message, _("Add it to the whole, or remove the link."))


@check("figure-tenfold", "warning", reach="likes")
def figures_are_near_their_neighbours(corpus: Corpus) -> Iterator[Problem]:
    """A figure isn't ten times, or a tenth of, each of the others of its measure for its operator or place."""
    groups: dict[tuple[str, str, str, bool], list[Entry]] = defaultdict(list)
    for entry in corpus.of(*COUNTED, "report"):
        for place in neighbourhoods(corpus, entry):
            groups[place].append(entry)
    for (kind, key, measure, wide), group in groups.items():
        if corpus.whole((kind, key, measure, wide)):
            yield from _outliers(key, measure, group)


def neighbourhoods(corpus: Corpus, entry: Entry) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the groups of figures among which one stands: their kind, operator or place, measure, and how wide."""
    if entry.kind in (*COUNTED, "report"):
        # A whole continent has no neighbours among cities and countries.
        wide = corpus.find(["area"], entry.record.at) is not None
        yield from (
            (entry.kind, key, entry.record.measure, wide) for key in entry.record.operators or [entry.record.at]
        )


@check("sector-beside-employer")
def sectors_name_no_employer(corpus: Corpus) -> Iterator[Problem]:
    """A figure with a sector names no employer, counts none without a name, and is of no single site."""
    for entry in corpus.of("pledge", "report"):
        whose = _employers(entry.record) if entry.record.sector else ""
        if whose:
            message = _("sector says what a figure counts that names no employer, but this one is of {whose}")
            remedy = _("Remove sector; or remove the employers, where the figure is of the whole sector.")
            yield entry.problem(("sector",), message.format(whose=whose), remedy)


def _employers(record: Any) -> str:
    """Return whose figure a pledge or a report is: the employers or the site; an empty text where neither is known."""
    unnamed = record.value("unnamed_operators") or 0
    more = [ngettext("{count} unnamed employer", "{count} unnamed employers", unnamed).format(count=unnamed)]
    return ", ".join([*record.operators, *(more if unnamed else []), *([record.site] if record.site else [])])


@check("statistic-currency")
def statistics_of_money_have_a_currency(corpus: Corpus) -> Iterator[Problem]:
    """A statistic of money names its currency and is in whole units of it; no other statistic has a currency."""
    measures = corpus.codes.get("statistic_measure", {})
    for entry in corpus.of("statistic"):
        measure, currency = measures.get(entry.record.measure), entry.record.currency
        if measure and measure.record.money and not currency:
            message = _("{measure} is an amount of money, but has no currency").format(measure=entry.record.measure)
            yield entry.problem(("currency",), message, _("Add it, as in currency: MAD."))
        elif measure and currency and not measure.record.money:
            message = _("{measure} isn't an amount of money").format(measure=entry.record.measure)
            yield entry.problem(("currency",), message, _("Remove the currency, or choose a measure of money."))
        elif currency and any(end is not None and end != int(end) for end in _ends(entry)):
            remedy = _("Write it in whole units of the currency: 4500000, not 4.5.")
            yield entry.problem(("figure",), _("an amount of money is a whole number"), remedy)


@check("former-currency", "warning")
def money_is_dated_while_it_was_money(corpus: Corpus) -> Iterator[Problem]:
    """An amount of money isn't dated after the last year of its currency."""
    for kind, name in (("investment", "date"), ("statistic", "as_of")):
        for entry in corpus.of(kind):
            currency, date = corpus.find(["currency"], entry.record.currency or ""), span(entry, name)
            until = currency.record.until if currency else None
            if until and date and date.first and date.first.year > until:
                message = _("{currency} ended in {year}, but this is dated {date}")
                message = message.format(currency=entry.record.currency, year=until, date=date.edtf)
                remedy = _("Choose the currency of that time, or correct the date.")
                yield entry.problem(("currency",), message, remedy)


def _ends(entry: Entry) -> tuple[Decimal | None, Decimal | None]:
    return entry.record.figure.low, entry.record.figure.high


def _outliers(key: str, measure: str, group: list[Entry]) -> Iterator[Problem]:
    sized = [(entry.record.figure.low or entry.record.figure.high, entry) for entry in group]
    known = sorted(((size, entry) for size, entry in sized if size), key=lambda one: one[0])
    if len(known) <= FEWEST_NEIGHBOURS:
        return
    # Only the smallest and the largest can be far from all others.
    for (size, entry), (neighbour, _other) in ((known[0], known[1]), (known[-1], known[-2])):
        if max(size, neighbour) >= TENFOLD * min(size, neighbour):
            message = _("{figure} ({measure}) differs tenfold from all {count} other figures of {key}")
            message = message.format(figure=size, measure=measure, count=len(known) - 1, key=key)
            remedy = _("Check the digits and what is counted; if it is right, leave it.")
            yield entry.problem(("figure",), message, remedy)


def _comparable(part: Entry, whole: Entry) -> bool:
    """Return whether two figures count the same: an increase may be smaller than the level that it leads to."""
    readings = {entry.record.value("reading") for entry in (part, whole)}
    return part.record.measure == whole.record.measure and readings != {"additional", "total"}


def _parts(corpus: Corpus, *kinds: str) -> Iterator[tuple[Entry, Entry]]:
    """Yield each claim of some kinds with each of its kind that it is part of."""
    for entry in corpus.of(*kinds):
        for key in entry.record.part_of:
            whole = corpus.find([entry.kind], key)
            if whole:
                yield entry, whole
