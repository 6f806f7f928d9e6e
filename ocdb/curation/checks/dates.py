"""Checks of dates: weekdays, order, plans and facts, positions."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import overlap, span
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Path_, Problem
from ocdb.dates import WEEKDAYS, Span, parse, weekday
from ocdb.words.language import N_, _
from ocdb.words.suggestions import either

# A claim of this kind with this status, or of this kind at all, tells of what is past at this date.
PAST = {
    "event": ("date", ("happened",)),
    "loss": ("date", ("happened",)),
    "investment": ("date", ("happened",)),
    "site": ("opened", ("open", "closed")),
    "succession": ("date", ("completed",)),
    "report": ("as_of", ()),
}
DATED = ("announced", "due", "date", "opened", "closed", "as_of", "held")
HORIZON = 30  # years
PAST_AFTER = 31  # days by which a plan may lie before the article that tells of it
WEEKDAY_NAMES = {
    "monday": N_("Monday"),
    "tuesday": N_("Tuesday"),
    "wednesday": N_("Wednesday"),
    "thursday": N_("Thursday"),
    "friday": N_("Friday"),
    "saturday": N_("Saturday"),
    "sunday": N_("Sunday"),
}


@check("undated-present-name", "warning")
def present_names_begin_where_former_ones_end(corpus: Corpus) -> Iterator[Problem]:
    """An operator with a dated former name says since when it bears its present one."""
    for entry in corpus.of("operator"):
        record = entry.record
        former = next((other for other in record.names if other.kind == "former" and other.used), None)
        begins = any(parse(other.used).first for other in record.names if other.name == record.name and other.used)
        if former and not begins:
            message = _("the present name has no date, although {name} was in use {used}")
            remedy = _("List it, as precisely as the source: {example}")
            example = f"names: [{{name: {record.name}, kind: brand, used: 2023/..}}]"
            text = message.format(name=former.name, used=former.used)
            yield entry.problem(("name",), text, remedy.format(example=example))


@check("wrong-weekday")
def weekdays_fit(corpus: Corpus) -> Iterator[Problem]:
    """A weekday that the article prints is that of the date."""
    for entry in corpus.of("event", "source"):
        name = "date" if entry.kind == "event" else "published"
        wanted, date = getattr(entry.record, f"{name}_weekday"), span(entry, name)
        found = _weekdays(date) if wanted and date else []
        if found and wanted not in found:
            days = either(_(WEEKDAY_NAMES[day]) for day in found)
            message = _("{date} was a {days}, not a {weekday}")
            message = message.format(date=date.edtf if date else "", days=days, weekday=_(WEEKDAY_NAMES[wanted]))
            yield entry.problem((name,), message, _("Find out which of the two the article means."))


def _weekdays(date: Span) -> list[str]:
    """Return the weekdays on which the days of a date fall; none where an end is open."""
    if not (date.first and date.last):
        return []
    count = min((date.last - date.first).days + 1, len(WEEKDAYS))
    return [weekday(date.first + timedelta(days)) for days in range(count)]


@check("past-plan", "warning")
def plans_lie_ahead_of_their_article(corpus: Corpus) -> Iterator[Problem]:
    """What an article plans doesn't lie well before the article: then it tells of what happened, or of a past plan."""
    for entry in corpus.of("event", "site", "loss", "investment"):
        name = "opened" if entry.kind == "site" else "date"
        planned = span(entry, name) if entry.record.status == "planned" else None
        source = corpus.find(["source"], entry.source or "")
        published = span(source, "published") if source else None
        if not (planned and planned.last and published and published.first):
            continue
        if planned.last < published.first - timedelta(PAST_AFTER):
            message = _("{field}: planned for {date}, but the article appeared later ({published})")
            message = message.format(field=name, date=planned.edtf, published=published.edtf)
            remedy = _("Say happened or cancelled where the article does; otherwise correct a date.")
            yield entry.problem(("status",), message, remedy)


@check("due-before-announced")
def nothing_is_due_before_it_was_announced(corpus: Corpus) -> Iterator[Problem]:
    """Nothing is due before it was announced; no loss is planned for a time before."""
    yield from _ordered(corpus.of("pledge"), "announced", "due")
    planned = (entry for entry in corpus.of("loss") if entry.record.status == "planned")
    yield from _ordered(planned, "announced", "date")


@check("closed-before-opened")
def nothing_closed_before_it_opened(corpus: Corpus) -> Iterator[Problem]:
    """Nothing closed before it opened."""
    yield from _ordered(corpus.of("site"), "opened", "closed")


def _ordered(entries: Iterable[Entry], begin: str, end: str) -> Iterator[Problem]:
    for entry in entries:
        first, last = span(entry, begin), span(entry, end)
        if first and last and first.first and last.last and last.last < first.first:
            message = _("{field} is {date}, but {other} is {earlier}")
            message = message.format(field=end, date=last.edtf, other=begin, earlier=first.edtf)
            yield entry.problem((end,), message, _("One of the two dates is wrong."))


@check("far-away", "warning")
def dates_are_near_their_article(corpus: Corpus) -> Iterator[Problem]:
    """No claim is dated more than 30 years after the article that states it."""
    for entry in corpus.of(*CLAIMS):
        published = _published(corpus, entry)
        for name in DATED if published and published.last else ():
            date = span(entry, name)
            late = date.last.year - published.last.year if date and date.last and published and published.last else 0
            if date and late > HORIZON:
                message = _("{field} is {date}, {count} years after the article")
                message = message.format(field=name, date=date.edtf, count=late)
                yield entry.problem((name,), message, _("Check the digits; if they are right, leave it."))


@check("happened-before-it-could")
def plans_are_no_facts(corpus: Corpus) -> Iterator[Problem]:
    """What happened is stated by an article that appeared at that time or later; earlier ones state plans."""
    for entry in corpus.of(*PAST):
        name, date = _past(entry)
        published = _published(corpus, entry)
        if not (date and date.first and published and published.last) or date.first <= published.last:
            continue
        if not _told_later(corpus, entry, date):
            message = _("{field} is {date}, but the article appeared {published}")
            message = message.format(field=name, date=date.edtf, published=published.edtf)
            if entry.kind == "report":
                yield entry.problem((name,), message, _("A figure about the future is a pledge."))
            else:
                remedy = _("It was a plan: change the status, until a later source says otherwise.")
                yield entry.problem(("status",), message, remedy)


def _past(entry: Entry) -> tuple[str, Span | None]:
    """Return which date of a claim is told as past, and that date; None where none is."""
    name, statuses = PAST[entry.kind]
    status = entry.record.value("status")
    name = "closed" if status == "closed" else name
    return name, span(entry, name) if not statuses or status in statuses else None


def _told_later(corpus: Corpus, entry: Entry, date: Span) -> bool:
    """Return whether another article that appeared at that time or later supports a claim too."""
    citations = (other for other in corpus.citing.get(entry.record.id, ()) if other.record.stance == "supports")
    published = (_published(corpus, other) for other in citations)
    return any(one and one.last and date.first and one.last >= date.first for one in published)


@check("position-elsewhen", "warning")
def positions_cover_the_date(corpus: Corpus) -> Iterator[Problem]:
    """An official in a claim held a position at its time, as far as the positions on record show."""
    for entry in corpus.of(*CLAIMS):
        own, published = span(entry, "date") or span(entry, "announced"), _published(corpus, entry)
        for path, official in _officials(corpus, entry):
            # Who acts does so at the time of the claim; who is quoted spoke then, or to the article.
            times = [time for time in (own, published) if time][: None if path[0] == "said_by" else 1]
            held = _held(corpus, official) if times else ()
            if held and not any(overlap(position, time) for position in held for time in times):
                message = _("no position of {official} on record covers {date}")
                remedy = _("Add the position that the article names, or correct the date.")
                yield entry.problem(path, message.format(official=official, date=times[0].edtf), remedy)


def _held(corpus: Corpus, official: str) -> list[Span]:
    """Return when an official held positions; none where one of them is undated: it may cover any date."""
    held = [span(position, "held") for position in corpus.positions.get(official, ())]
    return [one for one in held if one] if all(held) else []


def _officials(corpus: Corpus, entry: Entry) -> Iterator[tuple[Path_, str]]:
    """Yield the officials who speak or act in a claim, with where they are named."""
    named: list[tuple[Path_, str]] = [(("said_by", index), slug) for index, slug in enumerate(entry.record.said_by)]
    named += [
        (("parties", role, index), slug)
        for role, slugs in entry.record.parties.items()
        for index, slug in enumerate(slugs)
    ]
    yield from ((path, slug) for path, slug in named if corpus.find(["official"], slug))


def _published(corpus: Corpus, entry: Entry) -> Span | None:
    source = corpus.find(["source"], entry.source or "")
    return span(source, "published") if source else None
