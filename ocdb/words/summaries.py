"""Claims in a line of words: the summary that a curator needn't write, in the language that is spoken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ocdb import kinds
from ocdb.words.dates import deadline, in_words
from ocdb.words.figures import amount, figure
from ocdb.words.language import N_, _, language

# Measures of statistics that are in per cent.
_PER_CENT = {"completion", "share"}
# Those whose label doesn't follow the number as a thing that is counted.
_NOT_COUNTED = {"duration", "client_size"}
_SUCCESSIONS = {
    "rename": N_("Rename of {before} to {after}"),
    "merger": N_("Merger of {before} into {after}"),
    "acquisition": N_("Acquisition of {before} by {after}"),
}
_LOSSES = {
    "planned": N_("{who}: planned loss of {figure} {where} ({cause})"),
    "happened": N_("{who}: loss of {figure} {where} ({cause})"),
    "cancelled": N_("{who}: loss of {figure} {where} ({cause}), which did not come about"),
}
_VOWEL = re.compile(r"[aeiouàâäéèêëîïôöùûœæ]", re.IGNORECASE)
_DE = re.compile(r"\bde \{(\w+)\}")
# Where nothing stands in a place that may stay empty.
_GAPS = (
    (re.compile(r" \(\)"), ""),
    (re.compile(r"^\s?: "), ""),
    (re.compile(r"[^\S\u202f\xa0]+"), " "),
    (re.compile(r" (?=,)"), ""),
)


@dataclass
class Glossary:
    """What summaries call things, in one language.

    Attributes:
        names: of parties, by slug.
        where: places, countries and areas with their preposition, as in ``in Agadir``, by slug.
        labels: of codes, by code list and code.
        told: the kinds and summaries of the claims so far, by slug: others may be about them.
    """

    names: Mapping[str, str]
    where: Mapping[str, str]
    labels: Mapping[tuple[str, str], str]
    told: dict[str, tuple[str, str]] = field(default_factory=dict)

    def name(self, slug: str) -> str:
        """Return the name of a party."""
        return self.names.get(slug, slug)

    def listed(self, slugs: list[str]) -> str:
        """Return the names of parties."""
        return ", ".join(map(self.name, slugs))

    def at(self, slug: str | None) -> str:
        """Return where something is, or an empty text."""
        return self.where.get(slug, slug) if slug else ""

    def label(self, code_list: str, code: str) -> str:
        """Return the label of a code."""
        return self.labels.get((code_list, code), code.replace("_", " "))


def summary(kind: str, record: Any, glossary: Glossary) -> str:
    """Return a claim in a line, from its fields, in the language that is spoken.

    Args:
        kind: kind of claim, as in ``pledge``.
        record: the claim as curated.
        glossary: what to call things.
    """
    return _WRITERS[kind](record, glossary)


def _line(pattern: str, **values: str) -> str:
    """Return a message filled in, without what belongs to an empty value; French elides "de" before a vowel."""
    if language() == "fr":
        pattern = _DE.sub(
            lambda of: f"d\N{RIGHT SINGLE QUOTATION MARK}{{{of[1]}}}" if _VOWEL.match(values[of[1]]) else of[0], pattern
        )
    text = pattern.format(**values)
    for gap, filling in _GAPS:
        text = gap.sub(filling, text)
    return text.strip()


def _subjects(record: Any, glossary: Glossary) -> str:
    return glossary.listed([slug for slugs in record.parties.values() for slug in slugs])


def _figure(record: Any) -> str:
    return amount(record.figure.low, record.figure.high, record.figure.bound, record.measure)


def _site(record: Any, glossary: Glossary) -> str:
    # Without the status: later sources change it, and views add today's.
    operator = glossary.name(record.operator) if record.operator else ""
    if record.name:
        pattern = _("{name}, site of {operator} {where}") if operator else _("{name}, site {where}")
    else:
        pattern = _("Site of {operator} {where}") if operator else _("Site of an operator that isn't named {where}")
    return _line(pattern, name=record.name or "", operator=operator, where=glossary.at(record.at))


def _pledge(record: Any, glossary: Glossary) -> str:
    who = glossary.listed(record.operators) or _subjects(record, glossary)
    by = deadline(record.due)
    return _line(
        _("{who}: {figure} {where} ({sector}) {by}"),
        who=who,
        figure=_figure(record),
        where=glossary.at(record.at),
        sector=_sector(record, glossary),
        by=by,
    )


def _sector(record: Any, glossary: Glossary) -> str:
    return glossary.label("sector", record.sector) if record.sector else ""


def _loss(record: Any, glossary: Glossary) -> str:
    measure = {"headcount": "jobs"}.get(record.measure, record.measure)
    return _line(
        _(_LOSSES[record.status]),
        who=glossary.listed(record.operators),
        figure=amount(record.figure.low, record.figure.high, record.figure.bound, measure),
        where=glossary.at(record.at),
        cause="" if record.cause == "unclear" else glossary.label("loss_cause", record.cause),
    )


def _report(record: Any, glossary: Glossary) -> str:
    created = record.kind == "created" and record.measure != "hires"  # people are hired, jobs created
    pattern = _("{who}: {figure} created {where} ({sector})") if created else _("{who}: {figure} {where} ({sector})")
    return _line(
        pattern,
        who=glossary.listed(record.operators),
        figure=_figure(record),
        where=glossary.at(record.at),
        sector=_sector(record, glossary),
    )


def _investment(record: Any, glossary: Glossary) -> str:
    return _line(
        _("{who}: {figure} {currency} {where} ({purpose})"),
        who=_subjects(record, glossary),
        figure=figure(record.amount.low, record.amount.high, record.amount.bound),
        currency=record.currency,
        where=glossary.at(record.at),
        purpose=glossary.label("investment_kind", record.kind),
    )


def _statistic(record: Any, glossary: Glossary) -> str:
    unit = record.currency or ("%" if record.measure in _PER_CENT else "")
    return _line(
        _(_statistic_pattern(record.measure, unit)),
        who=_subjects(record, glossary),
        figure=figure(record.figure.low, record.figure.high, record.figure.bound),
        unit=unit,
        measure=glossary.label("statistic_measure", record.measure),
        per=glossary.label("period", record.period) if record.period else "",
        where=glossary.at(record.at),
    )


def _statistic_pattern(measure: str, unit: str) -> str:
    if measure in _NOT_COUNTED:
        return N_("{who}: {figure} ({measure}) {per} {where}")
    if unit == "%":
        return N_("{who}: {figure}% {measure} {per} {where}")
    return (
        N_("{who}: {figure} {unit} {measure} {per} {where}") if unit else N_("{who}: {figure} {measure} {per} {where}")
    )


def _position(record: Any, glossary: Glossary) -> str:
    title = record.title.english
    if language() == "fr":  # which begins a title with a small letter inside a sentence, but for an acronym
        title = record.title.french
        title = title[:1].lower() + title[1:] if title[1:2].islower() else title
    pattern = _("{official}: {title}, {organisation}") if record.organisation else _("{official}: {title}")
    return _line(
        pattern,
        official=glossary.name(record.official),
        title=title,
        organisation=glossary.name(record.organisation or ""),
    )


def _succession(record: Any, glossary: Glossary) -> str:
    # Without the status: later sources change it, and views tell today's in a column of its own.
    before, after = glossary.name(record.predecessor), glossary.name(record.successor)
    pattern = _(_SUCCESSIONS.get(record.kind, N_("{before} followed by {after}")))
    return _line(pattern, before=before, after=after)


def _ownership(record: Any, glossary: Glossary) -> str:
    share = ""
    if record.share:
        per_cent = figure(record.share.low, record.share.high, record.share.bound)
        share = _("{share}%").format(share=per_cent)
    status = "" if record.status == "completed" else glossary.label("succession_status", record.status)
    pattern = (
        _("{owned} belongs to {owner} ({share}): {status}") if status else _("{owned} belongs to {owner} ({share})")
    )
    return _line(
        pattern, owned=glossary.name(record.owned), owner=glossary.name(record.owner), share=share, status=status
    )


def _verdict(record: Any, glossary: Glossary) -> str:
    told = glossary.told.get(record.pledge, ("", record.pledge))[1]
    return _line(_("{claim}: {outcome}"), claim=told.rstrip("."), outcome=glossary.label("outcome", record.outcome))


def _development(record: Any, glossary: Glossary) -> str:
    kind, told = glossary.told.get(record.concerns, ("", record.concerns))
    run = _("{claim}: {status} {date}, run by {operator}") if record.operator else _("{claim}: {status} {date}")
    return _line(
        run,
        claim=told.rstrip("."),
        status=glossary.label(kinds.STATES.get(kind, ""), record.status),
        date=f"({in_words(record.date)})" if record.date else "",
        operator=glossary.name(record.operator or ""),
    )


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
    "verdict": _verdict,
    "development": _development,
}
