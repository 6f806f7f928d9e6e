"""What stands beside numbers of promises, so that they show what they rest on: scope, timing, and what is left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from ocdb.answers.adding import capital, scope_in_words
from ocdb.answers.coverage import on_record
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.words.dates import in_words
from ocdb.words.figures import number
from ocdb.words.language import N_, _, ngettext
from ocdb.words.lines import line_name, promised_by
from ocdb.words.surface import at_a_prompt

Line = Mapping[str, Any]
# Why promises aren't in the numbers, where it isn't that they stand on another line.
_LEFT_OUT = {"not_due": N_("not yet due: {count}"), "no_due_date": N_("without a due date: {count}")}
# Why the groups aren't parts of a whole.
_APART = {
    "year": N_("A tranche is listed under the year in which it was due and the whole promise under its own, so the"
               " groups may not add up to the total."),
    "due_by": N_("Each line has all that is due by then, so the lines don't add up to the whole."),
    "place": N_("A place includes the places in it, so the groups may not add up to the total."),
    "operator": N_("A joint promise is listed under none of its operators, so the groups may not add up to the total."),
}  # fmt: skip


def scope_of_delivery(reader: Reader, wording: Wording, scope: Line, asked: Sequence[str]) -> str:
    """Return a scope in words: ``Senegal, promised by operators, due before 1 January 2016``."""
    whose = promised_by(scope["basis"]) if scope["basis"] else _("promised by anyone")
    before = _("due before {date}").format(date=in_words(reader.today.isoformat()))
    return capital(scope_in_words(wording, dict(scope) | {"due_by": None}, asked, whose, before))


def coverage_told(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the rates of lines of delivery, each a range with what it rests on."""
    for line in lines:
        if line["pledges"]:
            known = ngettext(
                "outcome known for {known} of {count} promise",
                "outcome known for {known} of {count} promises",
                line["pledges"],
            )
            words = known.format(known=number(line["known"]), count=number(line["pledges"]))
            name = capital(line_name(line["line"]))
            yield _("{line}: {range}; {known}.").format(line=name, range=range_told(line), known=words)


def range_told(line: Line) -> str:
    """Return how much of what was promised came, in per cent: ``11 to 100% came``."""
    # From the amounts: a rate that is rounded already would be rounded twice.
    parts = ((line["kept"], line["promised"]), (line["kept_high"], line["promised_known"]))
    low, high = (_per_cent(part, whole) if whole else None for part, whole in parts)
    if high is None:
        return _("the delivery rate isn't known")
    if low in (high, None):
        return _("{per_cent}% delivered").format(per_cent=high)
    return _("{low} to {high}% delivered").format(low=low, high=high)


def _per_cent(part: int, whole: int) -> str:
    """Return a share in whole per cent; what is less than the whole is never rounded to 100."""
    return str(min(round(100 * part / whole), 99 if part < whole else 100))


def timing_told(lines: Sequence[Line]) -> Iterator[str]:
    """Yield how many of the known promises were kept in time, given up or missed by nobody knows how much."""
    names = ("known", "in_time", "late", "reached", "cancelled", "no_figure")
    known, in_time, late, reached, given_up, no_figure = (sum(line[name] for line in lines) for name in names)
    if known > given_up:
        parts = [_("{count} kept in time").format(count=number(in_time))]
        parts += [_("{count} kept late").format(count=number(late))] if late else []
        parts += (
            [_("{count} kept, in time or late (no source says which)").format(count=number(reached))] if reached else []
        )
        of = ngettext(
            "Of {known} promise with a known outcome: {parts}.",
            "Of {known} promises with a known outcome: {parts}.",
            known,
        )
        yield of.format(known=number(known), parts=", ".join(parts))
    if given_up:
        yield _("Given up, counted as not kept: {count}.").format(count=number(given_up))
    if no_figure:
        text = _(
            "Missed, but no source says by how much: {count}; in the rates, from nothing to just short of the promise."
        )
        yield text.format(count=number(no_figure))


def apart_told(by: str) -> Iterator[str]:
    """Yield why the lines or bars of a grouping aren't parts of the whole, where they aren't."""
    if by in _APART:
        yield _(_APART[by])


def denied_told(wording: Wording, pledges: Collection[str]) -> Iterator[str]:
    """Yield which promises count although a source denies them, where there are any."""
    if pledges:
        text = _("Counted although a source denies them: {keys}.")
        text = _("Counted although a source denies them: {keys}. See ocdb conflicts.") if at_a_prompt() else text
        wording.learn("claim", pledges)
        yield text.format(keys=_("; ").join(wording.name("claim", key) for key in sorted(pledges)))


def left_out_told(left_out: Mapping[str, int]) -> Iterator[str]:
    """Yield how many promises aren't in the numbers, by reason or their line, where there are any."""
    reasons = [
        _(_LEFT_OUT[reason]).format(count=number(count))
        if reason in _LEFT_OUT
        else _("{line}: {count}").format(line=line_name(reason), count=number(count))
        for reason, count in left_out.items()
        if count
    ]
    if reasons:
        yield _("Promises not included: {reasons}.").format(reasons=_("; ").join(reasons))


def day_told(reader: Reader) -> str:
    """Return the day, how many articles were asked, and that later ones were left out where they were."""
    count = on_record(reader, "sources")
    articles = ngettext("{count} article", "{count} articles", count).format(count=number(count))
    then = reader.rows("SELECT value FROM v_stamp WHERE id = 'as_of'").rows
    text = _("Day: {day}, from {articles} published by then.") if then else _("Day: {day}, from {articles}.")
    return text.format(day=in_words(reader.today.isoformat()), articles=articles)
