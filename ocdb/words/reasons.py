"""Reasons in words: why a promise doesn't count, why it has its verdict, what a report shows, why a site is open.

Tables and data formats hold a code with its parameters (ocdb.rules.reasons); only what people read comes from here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ocdb.words.dates import in_words
from ocdb.words.figures import amount, number
from ocdb.words.language import N_, NN_, _, ngettext
from ocdb.words.states import state

Details = Mapping[str, Any]
# Says what a code is called: given the code, and the lists that may have it.
Label = Callable[..., str]

# Why a pledge doesn't count in a total.
_LEFT_OUT = {
    "for_the_whole_of": N_("for the whole of {place}"),
    "other_basis": N_("a figure of another basis: {basis}"),
    "not_firm": N_("{firmness}: promises nothing"),
    "no_due_date": N_("no due date"),
    "due_later": N_("due later: {day}"),
    "cancelled": N_("cancelled"),
    "revised_by": N_("revised by {pledge}"),
    "conflict_lost": N_("contradicts {pledge}, which is preferred"),
    "conflict_open": N_("in an open conflict"),
    "part_of": N_("part of {pledge}"),
    "part_of_happened": N_("part of {pledge}, which happened"),
    "no_date": N_("no date"),
    "earlier": N_("earlier: {day}"),
    "later": N_("later: {day}"),
    "only_partly_in_time": N_("only partly in that time"),
    "part_of_cancelled": N_("part of {pledge}, which was cancelled"),
    "part_of_revised": N_("part of {pledge}, which was revised"),
    "another_version_of": N_("another version of {pledge}"),
    "shares_a_part_with": N_("shares a part with {pledge}"),
    "same_people": N_("is about the same people as {pledge}"),
    "may_be_the_same": N_("may be about the same people as {pledge}"),
}
# Why a report shows nothing of a promise.
_NOTHING = {
    "baseline": N_("the baseline: this many were there before the promise"),
    "contradicted": N_("contradicted, and not the preferred figure"),
    "other_measure": N_("counts {measure}, the promise {promised}"),
    "created_so_far": N_("counts jobs created so far, from an unknown start date"),
    "created_after_due": N_("counts jobs created only after the target was due"),
    "created_beyond_due": N_("counts jobs created after the target was due, too"),
    "long_after_due": N_("more than five years after the target was due"),
    "created_is_no_level": N_("counts jobs created, which doesn't show the total"),
    "about_something_else": N_("about something else"),
    "no_baseline": N_("the baseline isn't known, and the promise is of additional jobs"),
    "counts_both": N_("counts direct and indirect jobs together"),
    "promise_undated": N_("when the promise was made isn't known"),
    "report_undated": N_("the report has no date"),
    "before_the_promise": N_("dated before the promise, or the same day"),
}
# How much later something was there.
_YEARS = {
    "years_after_due": NN_("{report}, {years} year after the due day", "{report}, {years} years after the due day"),
    "years_after_promise": NN_("{report}, {years} year after the promise", "{report}, {years} years after the promise"),
}
# Why a verdict is as it is.
_VERDICTS = {
    "no_report": N_("no report"),
    "no_bearing": N_("no relevant report"),
    "at_most_is_no_level": N_("a promise of at most a number sets no level to reach"),
    "said_so": N_("a source says so: {claim}"),
    "said_partly": N_("{claim} says that only part of it was there by the due date"),
    "superseded_by": N_("replaced by {pledge}"),
    "newer_version": N_("a newer version of the promise"),
    "binds_nobody": N_("{firmness}: binds nobody; no report"),
    "site_given_up": N_("its site was never opened: the plan was abandoned"),
}
# Why a site is in its state, and in the same order of times what happened or was planned.
_STATES = {
    "reported_open": N_("reported open by {day}"),
    "reported_closed": N_("reported closed by {day}"),
    "reported_unknown": N_("no source says whether it was in operation on {day}"),
    "opening_given_up": N_("opening given up"),
    "closure_given_up": N_("closure given up"),
    "passes_to": N_("passes from {before} to {after}"),
    "run_by": N_("run by {operator}"),
    "to_open": N_("to open {date}"),
    "to_close": N_("to close {date}"),
    "was_to_open": N_("was to open {date}"),
    "was_to_close": N_("was to close {date}"),
    "was_to_open_no_news": N_("was to open {date}, no later news"),
    "was_to_close_no_news": N_("was to close {date}, no later news"),
    "opened": N_("opened {date}"),
    "closed": N_("closed {date}"),
}
# The same where no source gives the date.
_UNDATED = {
    "to_open": N_("to open, no source says when"),
    "to_close": N_("to close, no source says when"),
    "was_to_open": N_("was to open, no source says when"),
    "was_to_close": N_("was to close, no source says when"),
    "was_to_open_no_news": N_("was to open, no source says when, and no later news"),
    "was_to_close_no_news": N_("was to close, no source says when, and no later news"),
    "opened": N_("opened by {day}"),
    "closed": N_("closed by {day}"),
}
# Kinds of reason as a list of what is left out counts them.
_SHORT = {
    "for_the_whole_of": N_("for a larger area"),
    "joint": N_("joint with others"),
    "other_basis": N_("by another party"),
    "not_firm": N_("forecasts or capacity"),
    "no_due_date": N_("without a due date"),
    "due_later": N_("due later"),
    "cancelled": N_("cancelled"),
    "revised_by": N_("revised"),
    "conflict_lost": N_("set aside in a conflict"),
    "conflict_open": N_("in an open conflict"),
    "part_of": N_("part of another"),
    "same_people": N_("about the same people"),
    "may_be_the_same": N_("perhaps about the same people"),
    "another_version_of": N_("another version"),
    "shares_a_part_with": N_("sharing a part with another"),
    "part_of_happened": N_("happened already"),
    "happened": N_("happened already"),
    "no_date": N_("without a date"),
    "earlier": N_("earlier"),
    "later": N_("later"),
    "only_partly_in_time": N_("only partly in that time"),
    "part_of_cancelled": N_("part of a cancelled record"),
    "part_of_revised": N_("part of a revised record"),
}
_PATTERNS = _LEFT_OUT | _NOTHING | _VERDICTS | _STATES
# The parameters that are dates, and those that are codes of a list or keys of a thing.
_DATES = ("day", "date")
_LISTS = {
    "basis": "basis", "asked": "basis", "firmness": "firmness", "measure": "measure", "promised": "measure",
    "place": "place", "site": "site", "operator": "operator", "before": "operator", "after": "operator",
    "pledge": "claim", "claim": "claim",
}  # fmt: skip
# The parameters that are keys of claims.
_CLAIMS = ("pledge", "claim", "claims", "losses", "closed", "open")


def _plain(code: str, *lists: str) -> str:
    """Return what a code is called without the database: keys as they are."""
    return code if {"name", "claim"} & {*lists} else state(code)


def claims_in(details: Details | Iterable[Details]) -> list[str]:
    """Return the keys of the claims that a reason, or several as `sentences` takes them, is about."""
    if not isinstance(details, Mapping):
        return [key for one in details for key in claims_in(one["details"])]
    values = [details[name] for name in _CLAIMS if name in details]
    return [key for value in values for key in ([value] if isinstance(value, str) else value)]


def sentence(code: str, details: Details, label: Label = _plain) -> str:
    """Return a reason in words; a code without words of its own is returned as it is.

    Args:
        code: of the reason.
        details: its parameters.
        label: says what the codes among them are called.
    """
    writer = _WRITERS.get(code)
    if writer:
        return _later(writer(details, label), details)
    undated = code in _UNDATED and "date" not in details
    pattern = _UNDATED[code] if undated else _PATTERNS.get(code)
    return _(pattern).format_map(_worded(details, label)) if pattern else code


def sentences(reasons: Iterable[Mapping[str, Any]], label: Label = _plain) -> str:
    """Return several reasons in words, each given as its ``reason`` and ``details``."""
    return _("; ").join(sentence(one["reason"], one["details"], label) for one in reasons)


def short(code: str) -> str:
    """Return a kind of reason in a word or two, as a list of what is left out counts them."""
    return _(_SHORT[code]) if code in _SHORT else state(code)


def _later(text: str, details: Details) -> str:
    """Return what was there with how long after the promise, or its due day, that was, where it was years."""
    for name, (one, several) in _YEARS.items():
        if name in details:
            return ngettext(one, several, details[name]).format(report=text, years=details[name])
    return text


def _worded(details: Details, label: Label) -> dict[str, Any]:
    """Return parameters as people read them."""
    words = dict(details)
    words |= {name: in_words(details[name]) for name in _DATES if name in details}
    return words | {name: label(details[name], listed) for name, listed in _LISTS.items() if name in details}


def _operators(details: Details, label: Label) -> list[str]:
    return [label(operator, "operator") for operator in details.get("operators", ())]


def _joint(details: Details, label: Label) -> str:
    unnamed = _("{count} unnamed").format(count=details["unnamed"]) if "unnamed" in details else ""
    return _("joint with {operators}").format(operators=", ".join(filter(None, [*_operators(details, label), unnamed])))


def _report(details: Details, label: Label) -> str:
    """Return a report as ``about 150 staff (March 2017)``; one that counts a sector says so: it is no employer's."""
    if "sector" not in details:
        return _dated(details, label)
    return _("{report}, for the whole sector ({sector})").format(
        report=_dated(details, label), sector=label(details["sector"], "sector")
    )


def _dated(details: Details, label: Label) -> str:
    text = amount(details.get("low"), details.get("high"), details["bound"], details["measure"])
    if details["kind"] != "held":
        text = _("{figure} {kind}").format(figure=text, kind=label(details["kind"], "report_kind"))
    when = _when(details)
    return _("{report} ({when})").format(report=text, when=when) if when else text


def _when(details: Details) -> str:
    """Return the time of a report, no more precise than it is."""
    first, last = details.get("first"), details.get("last")
    if not first or not last:
        return in_words(f"../{last}") if last else in_words(f"{first}/..") if first else ""
    if first[:7] == last[:7] and first != last:
        return in_words(first[:7])
    if (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return in_words(first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}")
    return in_words(first if first == last else f"{first}/{last}")


def _reported(details: Details, label: Label) -> str:
    if not details.get("successor"):
        return _report(details, label)
    return _("{report}, under {operators}").format(
        report=_report(details, label), operators=", ".join(_operators(details, label))
    )


def _of_part(details: Details, label: Label) -> str:
    if "place" not in details:  # one of all sectors of the same place
        return _("{report}, for one sector alone ({sector})").format(
            report=_dated(details, label), sector=label(details["sector"], "sector")
        )
    kind = "site" if details.get("site") else "place"
    return _("{report}, in {place} alone").format(report=_report(details, label), place=label(details[kind], kind))


def _of_more(details: Details, label: Label) -> str:
    if "sector" in details:
        return _("{report} in all of {place}").format(
            report=_report(details, label), place=label(details["place"], "place")
        )
    employers = ", ".join(_operators(details, label)) or _("all employers")
    return _("{report} in all of {place}, for {employers}").format(
        report=_report(details, label), place=label(details["place"], "place"), employers=employers
    )


def _neither_way(details: Details, label: Label) -> str:
    report = sentence(details["shows"], details, label)
    return _("{report}: inconclusive").format(report=report)


def _together(details: Details, label: Label) -> str:
    text = _("{count} parts adding up to at least {figure}").format(
        count=details["parts"], figure=number(details["low"])
    )
    if "sector" in details:
        text = _("{report}, of the sector ({sector})").format(report=text, sector=label(details["sector"], "sector"))
    when = _when(details)
    return _("{report} ({when})").format(report=text, when=when) if when else text


def _other_sector(details: Details, label: Label) -> str:
    counted, promised = (label(details[name], "sector") if name in details else "" for name in ("counted", "promised"))
    if not promised and not counted:
        return _("doesn't say which sector it counts, nor does the promise")
    if not promised:
        return _("counts one sector alone: {counted}").format(counted=counted)
    if not counted:
        return _("doesn't say which sector it counts; promised for {promised}").format(promised=promised)
    return _("counts another sector: {counted}, promised for {promised}").format(counted=counted, promised=promised)


def _directness(details: Details, label: Label) -> str:
    # An employer's jobs are direct ones where nobody says otherwise.
    codes = (details[name] for name in ("counted", "promised"))
    counted, promised = (label("direct" if code == "unstated" else code, "directness") for code in codes)
    return _("not the same kind of jobs: reported {counted}, promised {promised}").format(
        counted=counted, promised=promised
    )


def _closed(details: Details, _label: Label) -> str:
    if "day" not in details:
        return _("no report; its site had closed")
    return _("no report; its site had closed by {day}").format(day=in_words(details["day"]))


# --- states of sites ----------------------------------------------------------------------------------------------


def _shown(details: Details, label: Label) -> list[str]:
    """Return each opening or closure that a reason is about: by one date or by several of them."""
    several: list[Details] = [{"date": date} for date in details.get("dates", ())]
    return [sentence(details["shows"], one, label) for one in several or [details]]


def _day_unknown(details: Details, label: Label) -> str:
    return _("{what}, the day isn't known").format(what=", ".join(_shown(details, label)))


def _since_unknown(details: Details, label: Label) -> str:
    return _("{what}, no source says since when").format(what=", ".join(_shown(details, label)))


def _dates_exclude_each_other(details: Details, label: Label) -> str:
    pairs = zip(_shown(details, label), details["claims"], strict=True)
    each = [_("{what} according to {claim}").format(what=what, claim=label(claim, "claim")) for what, claim in pairs]
    return _("contradictory: {what}").format(what=", ".join(each))


def _open_and_closed(details: Details, label: Label) -> str:
    each = [
        _("{what} according to {claim}").format(what=label(status, "site_status"), claim=label(claim, "claim"))
        for status in ("closed", "open")
        for claim in details[status]
    ]
    return _("contradictory on {day}: {what}").format(day=in_words(details["day"]), what=", ".join(each))


def _two_operators(details: Details, label: Label) -> str:
    operators = [_("run by {operator}").format(operator=operator) for operator in _operators(details, label)]
    return _("contradictory on {day}: {what}").format(day=in_words(details["day"]), what=", ".join(operators))


def _no_source_says_when(details: Details, label: Label) -> str:
    each = [
        _("{what} according to {claim}").format(
            what=_said(says, label(status, "site_status")), claim=label(claim, "claim")
        )
        for says, status, claim in zip(details["says"], details["statuses"], details["claims"], strict=True)
    ]
    return _("no source says when: {what}").format(what=", ".join(each))


def _said(says: str, status: str) -> str:
    """Return what evidence says of a state: is open, has become open, plans open."""
    patterns = {
        "is": N_("is {status}"),
        "became": N_("has become {status}"),
        "plans": N_("is to be {status}"),
        "drops": N_("is no longer to be {status}"),
    }
    return _(patterns[says]).format(status=status) if says in patterns else f"{state(says)} {status}"


_WRITERS: dict[str, Callable[[Details, Label], str]] = {
    "joint": _joint,
    "other_directness": _directness,
    "other_sector": _other_sector,
    "reported": _reported,
    "reported_of_part": _of_part,
    "reported_of_more": _of_more,
    "parts_together": _together,
    "neither_way": _neither_way,
    "says": lambda details, label: _("a source says: {outcome}").format(outcome=label(details["outcome"], "outcome")),
    "site_closed": _closed,
    "happened": lambda details, label: _("happened: {losses}").format(
        losses=_("; ").join(label(key, "claim") for key in details["losses"])
    ),
    "day_unknown": _day_unknown,
    "since_unknown": _since_unknown,
    "dates_exclude_each_other": _dates_exclude_each_other,
    "open_and_closed": _open_and_closed,
    "two_operators": _two_operators,
    "no_source_says_when": _no_source_says_when,
}
CODES = frozenset([*_PATTERNS, *_WRITERS])
