"""Claims in a line of words: the summary that a curator needn't write."""

from typing import Any

from ocdb.words.figures import figure

# Measures of statistics that are in per cent.
_PER_CENT = {"completion", "share"}


def summary(kind: str, record: Any, names: dict[str, str], told: dict[str, str]) -> str:
    """Return a claim in a line, from its fields.

    Args:
        kind: kind of claim, as in ``pledge``.
        record: the claim as curated.
        names: what to call parties, places, countries and code lists' members, by slug.
        told: the summaries of the claims that others are about, by slug.
    """
    if record.summary:
        return str(record.summary)
    if kind == "verdict":
        return f"{told.get(record.pledge, record.pledge)}: {record.outcome.replace('_', ' ')}"
    if kind == "development":
        return f"{told.get(record.concerns, record.concerns)}: {_development(record, names)}"
    return " ".join(_WRITERS[kind](record, names).split())


def _amount(record: Any) -> str:
    return figure(record.figure.low, record.figure.high, record.figure.bound)


def _measure(record: Any) -> str:
    return {"headcount": "staff"}.get(record.measure, str(record.measure))


def _who(slugs: list[str], names: dict[str, str], otherwise: str = "") -> str:
    return ", ".join(names.get(slug, slug) for slug in slugs) or otherwise


def _subjects(record: Any, names: dict[str, str]) -> str:
    return _who([slug for slugs in record.parties.values() for slug in slugs], names)


def _lead(text: str) -> str:
    return f"{text}: " if text else ""


def _where(record: Any, names: dict[str, str]) -> str:
    return f"in {names.get(record.at, record.at)}" if record.at else ""


def _site(record: Any, names: dict[str, str]) -> str:
    operator = names.get(record.operator, "unnamed operator") if record.operator else "unnamed operator"
    # Without the status: later sources change it, and views add today's.
    return f"{record.name or 'Site'} of {operator} {_where(record, names)}"


def _pledge(record: Any, names: dict[str, str]) -> str:
    who = _who(record.operators, names) or _subjects(record, names)
    due = f"by {record.due}" if record.due else ""
    return f"{_lead(who)}{_amount(record)} {_measure(record)} {_where(record, names)} {due}"


def _loss(record: Any, names: dict[str, str]) -> str:
    # Without the status: later sources change it, and views tell today's in a column of its own.
    what = {"headcount": "jobs"}.get(record.measure, record.measure)
    cause = "" if record.cause == "unclear" else f"({record.cause.replace('_', ' ')})"
    return f"{_lead(_who(record.operators, names))}loss of {_amount(record)} {what} {_where(record, names)} {cause}"


def _report(record: Any, names: dict[str, str]) -> str:
    who = _who(record.operators, names)
    return f"{_lead(who)}{_amount(record)} {_measure(record)} {record.kind} {_where(record, names)}"


def _investment(record: Any, names: dict[str, str]) -> str:
    amount = figure(record.amount.low, record.amount.high, record.amount.bound)
    return f"{_lead(_subjects(record, names))}{amount} {record.currency} for {record.kind} {_where(record, names)}"


def _statistic(record: Any, names: dict[str, str]) -> str:
    per = f"a {record.period}" if record.period else ""
    measure = record.measure.replace("_", " ")
    unit = record.currency or ("%" if record.measure in _PER_CENT else "")
    return f"{_lead(_subjects(record, names))}{_amount(record)} {unit} {measure} {per} {_where(record, names)}"


def _position(record: Any, names: dict[str, str]) -> str:
    of = f", {names.get(record.organisation, record.organisation)}" if record.organisation else ""
    return f"{names.get(record.official, record.official)}: {record.title}{of}"


def _succession(record: Any, names: dict[str, str]) -> str:
    before, after = names.get(record.predecessor, record.predecessor), names.get(record.successor, record.successor)
    # Without the status: later sources change it, and views tell today's in a column of its own.
    return f"{record.kind} of {before} into {after}"


def _ownership(record: Any, names: dict[str, str]) -> str:
    share = f" ({figure(record.share.low, record.share.high, record.share.bound)} %)" if record.share else ""
    status = "" if record.status == "completed" else f", {record.status}"
    return f"{names.get(record.owned, record.owned)} belongs to {names.get(record.owner, record.owner)}{share}{status}"


def _development(record: Any, names: dict[str, str]) -> str:
    operator = f", run by {names.get(record.operator, record.operator)}" if record.operator else ""
    date = f" {record.date}" if record.date else ""
    return f"{record.status}{date}{operator}"


_WRITERS = {
    "site": _site,
    "pledge": _pledge,
    "loss": _loss,
    "report": _report,
    "investment": _investment,
    "statistic": _statistic,
    "position": _position,
    "succession": _succession,
    "ownership": _ownership,
}
