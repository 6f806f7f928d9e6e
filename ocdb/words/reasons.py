"""Reasons in words: why a promise doesn't count, why it has its verdict, what a report shows, why a site is open.

Tables and data formats hold a code with its parameters (ocdb.rules.reasons); only what people read comes from here.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ocdb.words.figures import figure

Details = Mapping[str, Any]

# Why a pledge doesn't count in a total.
_LEFT_OUT = {
    "for_the_whole_of": "for the whole of {place}",
    "other_basis": "basis is {basis}, not {asked}",
    "not_firm": "a {firmness}, which promises nothing",
    "no_due_date": "no due date",
    "due_later": "due later, by {day}",
    "cancelled": "cancelled",
    "revised_by": "revised by {pledge}",
    "conflict_lost": "in conflict with {pledge}, which is preferred",
    "conflict_open": "in a conflict that is open",
    "part_of": "part of {pledge}",
    "part_of_happened": "part of {pledge}, which happened",
    "no_date": "no date",
    "earlier": "earlier, by {day}",
    "later": "later, from {day}",
    "only_partly_in_time": "only partly in that time",
    "part_of_cancelled": "part of {pledge}, which was cancelled",
    "part_of_revised": "part of {pledge}, which was revised",
    "another_version_of": "another version of {pledge}",
    "shares_a_part_with": "shares a part with {pledge}",
    "same_people": "tells of the same people as {pledge}",
    "may_be_the_same": "may tell of the same people as {pledge}",
}
# Why a report shows nothing of a promise.
_NOTHING = {
    "baseline": "the baseline: so many were there before",
    "contradicted": "contradicted, and not the figure that is preferred",
    "other_measure": "counts {measure}, the promise {promised}",
    "created_so_far": "counts what was created so far, since nobody knows when",
    "created_is_no_level": "counts jobs created, which shows nothing of how many are there in all",
    "about_something_else": "about something else",
    "no_baseline": "how many were there before isn't known, and the promise is of jobs on top of them",
    "counts_both": "counts direct and indirect jobs together",
    "promise_undated": "when the promise was made isn't known",
    "report_undated": "the report has no date",
    "before_the_promise": "of a time before the promise, or of the same",
}
# Why a verdict is as it is.
_VERDICTS = {
    "no_report": "no report",
    "no_bearing": "no report bears on it",
    "at_most_is_no_level": "a promise of at most so many can't be reached",
    "said_so": "{claim} says so",
    "said_partly": "{claim} says that only a part was there once it was due",
    "superseded_by": "{pledge} took its place",
    "newer_version": "a newer version of the promise",
    "binds_nobody": "a {firmness}, which binds nobody; no report",
    "site_given_up": "the opening of its site was given up",
}
# Why a site is in its state.
_STATES = {
    "reported_open": "reported open by {day}",
    "reported_closed": "reported closed by {day}",
    "reported_unknown": "nothing told of whether it operates on {day}",
    "opening_given_up": "opening given up",
    "closure_given_up": "closure given up",
    "passes_to": "passes from {before} to {after}",
    "run_by": "run by {operator}",
}
_PATTERNS = _LEFT_OUT | _NOTHING | _VERDICTS | _STATES
# What evidence says of a state, where its code isn't the word itself.
_SAYS = {"became": "has become"}


def sentence(code: str, details: Details) -> str:
    """Return a reason in words; a code without words of its own is returned as it is."""
    pattern = _PATTERNS.get(code)
    if pattern:
        return pattern.format_map(details)
    writer = _WRITERS.get(code)
    return writer(details) if writer else code


def sentences(reasons: Iterable[Mapping[str, Any]]) -> str:
    """Return several reasons in words, each given as its ``reason`` and ``details``."""
    return "; ".join(sentence(one["reason"], one["details"]) for one in reasons)


def worded(columns: tuple[str, ...], row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row with its reason in words, where it has one, or with all of them, where the details list several."""
    if "reason" not in columns or "reason_details" not in columns:
        return row
    at, beside = columns.index("reason"), columns.index("reason_details")
    if row[at] is None:
        return row
    details = json.loads(row[beside]) if row[beside] else {}
    text = sentences(details) if isinstance(details, list) else sentence(row[at], details)
    return (*row[:at], text, *row[at + 1 :])


def _joint(details: Details) -> str:
    unnamed = f"{details['unnamed']} unnamed" if "unnamed" in details else ""
    return f"joint with {', '.join(filter(None, [*details.get('operators', ()), unnamed]))}"


def _report(details: Details) -> str:
    """Return a report as ``about 150 headcount in 2017-03``."""
    amount = figure(details.get("low"), details.get("high"), details["bound"])
    kind = "" if details["kind"] == "held" else f" {details['kind']}"
    return f"{amount} {details['measure']}{kind}{_when(details)}"


def _when(details: Details) -> str:
    """Return the time of a report, no more precise than it is."""
    first, last = details.get("first"), details.get("last")
    if not first or not last:
        return f" by {last}" if last else f" from {first}" if first else ""
    if first == last:
        return f" on {first}"
    if (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return f" in {first[:4]}" if first[:4] == last[:4] else f" in {first[:4]} to {last[:4]}"
    return f" in {first[:7]}" if first[:7] == last[:7] else f" between {first} and {last}"


def _reported(details: Details) -> str:
    successor = f", under {', '.join(details['operators'])}" if details.get("successor") else ""
    return f"{_report(details)}{successor}"


def _of_part(details: Details) -> str:
    where = details.get("site") or details["place"]
    return f"{_report(details)}, in {where} alone"


def _of_more(details: Details) -> str:
    employers = ", ".join(details.get("operators", ["all employers"]))
    return f"{_report(details)} in all of {details['place']}, for {employers}"


def _neither_way(details: Details) -> str:
    return f"{sentence(details['shows'], details)}: neither reaches it nor shows a miss"


def _together(details: Details) -> str:
    return f"{details['parts']} parts together at least {details['low']}{_when(details)}"


def _directness(details: Details) -> str:
    words = {"both": "direct and indirect", "unstated": "direct"}
    counted, promised = (words.get(details[name], details[name]) for name in ("counted", "promised"))
    return f"counts {counted} jobs, the promise {promised} ones"


def _closed(details: Details) -> str:
    return f"no report; its site had closed{' by ' + details['day'] if 'day' in details else ''}"


# --- states of sites ----------------------------------------------------------------------------------------------


def _planned(verb: str) -> Callable[[Details], str]:
    return lambda details: f"to {verb} {details.get('date', 'at a time that no source tells')}"


def _was(verb: str, more: str = "") -> Callable[[Details], str]:
    return lambda details: f"was {_planned(verb)(details)}{more}"


def _past(verb: str) -> Callable[[Details], str]:
    return lambda details: f"{verb} {details['date']}" if "date" in details else f"{verb} by {details['day']}"


def _shown(details: Details) -> list[str]:
    """Return each opening or closure that a reason is about: by one date or by several of them."""
    several: list[Details] = [{"date": date} for date in details.get("dates", ())]
    return [sentence(details["shows"], one) for one in several or [details]]


def _day_unknown(details: Details) -> str:
    return f"{', '.join(_shown(details))}, which day isn't known"


def _since_unknown(details: Details) -> str:
    return f"{', '.join(_shown(details))}, nothing tells since when"


def _dates_exclude_each_other(details: Details) -> str:
    pairs = zip(_shown(details), details["claims"], strict=True)
    return "contradictory: " + ", ".join(f"{what} according to {claim}" for what, claim in pairs)


def _open_and_closed(details: Details) -> str:
    said = (f"{status} according to {claim}" for status in ("closed", "open") for claim in details[status])
    return f"contradictory on {details['day']}: {', '.join(said)}"


def _two_operators(details: Details) -> str:
    return f"contradictory on {details['day']}: run {' and '.join(f'by {one}' for one in details['operators'])}"


def _no_source_says_when(details: Details) -> str:
    each = zip(details["says"], details["statuses"], details["claims"], strict=True)
    said = (f"{_SAYS.get(says, says)} {status} by {claim}" for says, status, claim in each)
    return f"no source tells when: {', '.join(said)}"


_WRITERS: dict[str, Callable[[Details], str]] = {
    "joint": _joint,
    "other_directness": _directness,
    "reported": _reported,
    "reported_of_part": _of_part,
    "reported_of_more": _of_more,
    "parts_together": _together,
    "neither_way": _neither_way,
    "says": lambda details: f"a source says {details['outcome']}",
    "site_closed": _closed,
    "happened": lambda details: f"happened: {', '.join(details['losses'])}",
    "to_open": _planned("open"),
    "to_close": _planned("close"),
    "was_to_open": _was("open"),
    "was_to_close": _was("close"),
    "was_to_open_no_news": _was("open", ", no later news"),
    "was_to_close_no_news": _was("close", ", no later news"),
    "opened": _past("opened"),
    "closed": _past("closed"),
    "day_unknown": _day_unknown,
    "since_unknown": _since_unknown,
    "dates_exclude_each_other": _dates_exclude_each_other,
    "open_and_closed": _open_and_closed,
    "two_operators": _two_operators,
    "no_source_says_when": _no_source_says_when,
}
CODES = frozenset([*_PATTERNS, *_WRITERS])
