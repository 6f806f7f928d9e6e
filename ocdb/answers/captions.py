"""What stands beside numbers of promises, so that they tell what they rest on: scope, timing, and what is left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from ocdb.answers.totals import group_name
from ocdb.store.reader.rows import Reader
from ocdb.words.lines import NAMES

WHOSE = {"operator": "operators", "government": "governments", "federation": "federations", "analyst": "analysts"}

# Why promises aren't in the numbers, where it isn't that they stand on another line.
_LEFT_OUT = {"not_due": "not due yet", "no_due_date": "without a due date"}
# Why the groups aren't parts of a whole.
APART = {
    "year": "A tranche stands in the year in which it was due, and the promise that holds it in its own",
    "operator": "A joint promise stands at none of its operators",
}


def scope_told(reader: Reader, scope: Mapping[str, Any]) -> str:
    """Return a scope in words: ``promises of operators; country Senegal; due before 2016-01-01``."""
    parts = [f"promises of {WHOSE[scope['basis']]}" if scope["basis"] else "promises of each basis"]
    parts += [
        f"{name} {', '.join(group_name(reader, name, key) for key in scope[name])}"
        for name in ("operator", "country", "place")
        if scope[name]
    ]
    parts += [f"source {', '.join(scope['source'])}"] if scope["source"] else []
    return "; ".join([*parts, f"due before {reader.today.isoformat()}"])


def coverage_told(lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the rates of lines of delivery, each a range with what it rests on."""
    for line in lines:
        if line["pledges"]:
            known = f"something is known of {line['known']} of {promises(line['pledges'])}"
            yield f"{sentence_case(NAMES[line['line']])}: {range_told(line)}; {known}."


def range_told(line: Mapping[str, Any]) -> str:
    """Return how much of what was promised came, in per cent: ``11 to 100 % came``."""
    # From the amounts: a rate that is rounded already would be rounded twice.
    parts = ((line["kept"], line["promised"]), (line["kept_high"], line["promised_known"]))
    low, high = (f"{100 * part / whole:.0f}" if whole else None for part, whole in parts)
    if high is None:
        return "how much came isn't known"
    return f"{high} % came" if low in (high, None) else f"{low} to {high} % came"


def sentence_case(words: str) -> str:
    """Return words with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


def timing_told(lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield how many of the known promises were kept in time, given up or missed by nobody knows how much."""
    names = ("known", "in_time", "late", "reached", "cancelled", "no_figure")
    known, in_time, late, reached, given_up, no_figure = (sum(line[name] for line in lines) for name in names)
    if known > given_up:
        kept = f"{in_time or 'none'} {_verb(in_time or 1, 'was', 'were')} kept by the due day"
        later = f", {late} only after it" if late else ""
        either = f", {reached} in time or late, nobody says which" if reached else ""
        yield f"In time: of {promises(known, 'known')} {kept}{later}{either}."
    if given_up:
        yield f"Given up: {promises(given_up)}, which {_verb(given_up, 'counts', 'count')} as not kept."
    if no_figure:
        told = f"{promises(no_figure)} missed, nobody says by how much"
        yield f"Without a figure: {told}; {_verb(no_figure, 'it is', 'they are')} in no rate, and zero in its floor."


def apart_told(by: str, what: str) -> Iterator[str]:
    """Yield why the lines or bars of a grouping aren't parts of the whole, where they aren't."""
    if by in APART:
        yield f"{APART[by]}, so the {what} need not add up to the whole."


def denied_told(pledges: Collection[str]) -> Iterator[str]:
    """Yield which promises count although a source denies them, where there are any."""
    if pledges:
        them = _verb(len(pledges), "it", "them")
        yield f"Denied by a source: {', '.join(sorted(pledges))}; totals count {them}. See ocdb conflicts."


def left_out_told(left_out: Mapping[str, int]) -> Iterator[str]:
    """Yield how many promises aren't in the numbers, by reason or their line, where there are any."""
    reasons = [
        f"{promises(count)} {_LEFT_OUT.get(reason) or f'of {NAMES[reason]}'}"
        for reason, count in left_out.items()
        if count
    ]
    if reasons:
        yield f"Not in it: {', '.join(reasons)}."


def promises(count: int, which: str = "") -> str:
    """Return how many promises: ``1 promise``, ``2 known promises``."""
    return f"{count} {which + ' ' if which else ''}{_verb(count, 'promise', 'promises')}"


def _verb(count: int, one: str, more: str) -> str:
    return one if count == 1 else more
