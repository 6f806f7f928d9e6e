"""Claims that a draft proposes, each with its paragraph and with the decisions that it leaves to the curator."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ocdb.intake.draft.around import creation_of, horizon_of, is_to_come, place_of
from ocdb.intake.draft.events import events
from ocdb.intake.draft.figure import JOBS, Figure
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.money import in_country
from ocdb.intake.draft.owners import of_a_trade, operators_of
from ocdb.intake.draft.positions import positions
from ocdb.intake.draft.proposals import Proposal, cited, dated, hint, said_when_published
from ocdb.intake.draft.sites import sites
from ocdb.intake.sheets.slugs import free
from ocdb.intake.writing import in_both
from ocdb.kinds import CLAIMS
from ocdb.text import slug
from ocdb.words.language import N_, _

_APPEARED = N_("When the article appeared; it may have been announced before.")
_UP_TO = N_("Up to the article.")
_NAMES = 5  # unknown names at most that a comment lists
_KEYS = {kind.name: kind.plural for kind in CLAIMS}
# How firm a promise is whose words don't say it, by whose it is: a ministry's is a target, a study's or nobody's a
# forecast.
_FIRMNESS = {"government": "ambition", "federation": "forecast", "analyst": "forecast", None: "forecast"}
_DECIDE = {
    "pledge": N_("decide: on top or the level reached (reading)? whose figure (basis)? by when (due)? part of which?"),
    "loss": N_(
        "decide: how do the jobs end (cause)? planned or happened (status)? whose figure (basis)? part of which?"
    ),
    "report": N_("decide: held or created (kind)? on top or in all (reading)? whose (basis)? of which day (as_of)?"),
    "investment": N_("decide: for what (kind)? planned or spent (status)? whose money?"),
    "statistic": N_("decide: of whom or of which event (parties, event)? of which time (as_of)?"),
}


def propose(found: Findings) -> list[Proposal]:
    """Return the claims that an article seems to make, by kind and in the order of the text; ids are unique."""
    proposals = [*sites(found), *events(found), *_figures(found), *positions(found)]
    taken: set[str] = set()
    claims = [_with_own_id(one, taken) for one in proposals]
    return [*_records(claims, found), *claims]


def _records(claims: list[Proposal], found: Findings) -> Iterator[Proposal]:
    """Yield the records that no register has and that claims refer to: stubs for the curator."""
    named = {word for one in claims for word in _words(one.record)}
    for key, newcomer in found.newcomers.items():
        if key in named:
            where = cited(newcomer.mentions[0].paragraph, _("in no register; check the spelling, and what it is"))
            yield Proposal(f"{newcomer.kind}s", newcomer.record, [where])


def _words(value: Any) -> Iterator[str]:
    """Yield the words of a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words(inner)


def _with_own_id(proposal: Proposal, taken: set[str]) -> Proposal:
    key = free(proposal.record["id"], taken.__contains__)
    taken.add(key)
    return replace(proposal, record={**proposal.record, "id": key})


def _figures(found: Findings) -> Iterator[Proposal]:
    for figures in _merged([one for one in found.figures if one.kind], found):
        # Of two that a text gives, as 500 and about 500, the one with a bound says more.
        figure = next((one for one in figures if one.bound != "exact"), figures[0])
        assert figure.kind  # noqa: S101  the others were left out
        yield Proposal(_KEYS[figure.kind], dict(_record(figure, figures, found)), list(_comments(figure, found)))


def _merged(figures: list[Figure], found: Findings) -> list[list[Figure]]:
    """Return figures that a text repeats together: the same measure and number, in another sentence."""
    groups: list[list[Figure]] = []
    for figure in figures:
        for group in groups:
            same = (group[0].kind, group[0].measure, group[0].value) == (figure.kind, figure.measure, figure.value)
            apart = all((one.paragraph, one.sentence) != (figure.paragraph, figure.sentence) for one in group)
            if same and apart and _place(group[0], found) == _place(figure, found):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return groups


def _place(figure: Figure, found: Findings) -> str | None:
    jobs = figure.kind in ("pledge", "loss", "report")
    return place_of(figure, found, wide=jobs and not operators_of(figure, found) and of_a_trade(figure, found))


def _record(figure: Figure, all_of_it: list[Figure], found: Findings) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a claim in the order in which fixtures have them."""
    cite = sorted({one.paragraph for one in all_of_it})
    operators = operators_of(figure, found)
    where = _place(figure, found)
    yield "id", _id(figure, operators, where, found)
    yield "cite", cite[0] if len(cite) == 1 else cite
    match figure.kind:
        case "investment":
            yield from _investment(figure, where, found)
        case "statistic":
            yield from _statistic(figure, where, found)
        case _:
            yield from _jobs(figure, operators, where, found)
    yield from _times(figure, found)
    if operators and figure.kind in ("statistic", "investment"):
        yield "parties", {"subject" if figure.kind == "statistic" else "investor": operators[0]}


def _jobs(figure: Figure, operators: list[str], where: str | None, found: Findings) -> Iterator[tuple[str, Any]]:
    if operators:
        yield "operators", operators[0] if len(operators) == 1 else operators
    if where:
        yield "at", where
    if figure.kind == "report":
        yield "kind", figure.report
    if figure.kind == "loss":
        yield "cause", figure.cause
        yield "status", _status(figure, found)
    yield "figure", _figure(figure)
    yield "measure", figure.measure
    if figure.kind != "loss":
        yield "reading", figure.reading
    basis = _basis(figure, operators, found)
    if figure.kind == "pledge":
        yield "firmness", figure.firmness or _FIRMNESS.get(basis, "announcement")
    if basis:
        yield "basis", basis
    speaker = found.speakers.of(figure.paragraph, figure.sentence, figure.start)
    if speaker and speaker.key and speaker.key != speaker.body:
        yield "said_by", speaker.key
    if figure.directness != "unstated":
        yield "directness", figure.directness


def _basis(figure: Figure, operators: list[str], found: Findings) -> str | None:
    """Return whose figure it is: its speaker's, else its operator's; a goal is that of the article's only voice.

    None where neither operator nor speaker is named: the words don't tell whose it is.
    """
    speaker = found.speakers.of(figure.paragraph, figure.sentence, figure.start)
    if speaker and (speaker.key or speaker.basis == "operator" or not operators):
        return speaker.basis
    if operators:
        return "operator"
    return found.speakers.heard[0] if figure.kind == "pledge" and len(found.speakers.heard) == 1 else None


def _status(figure: Figure, found: Findings) -> str:
    return "planned" if figure.planned or is_to_come(horizon_of(figure, found), found) else "happened"


def _investment(figure: Figure, where: str | None, found: Findings) -> Iterator[tuple[str, Any]]:
    yield "kind", figure.investment
    yield "status", _status(figure, found)
    yield "amount", _figure(figure)
    currency = _currency(figure.currency, where, found)
    if currency:
        yield "currency", currency
    if where:
        yield "at", where


def _statistic(figure: Figure, where: str | None, found: Findings) -> Iterator[tuple[str, Any]]:
    yield "figure", _figure(figure)
    yield "measure", figure.measure
    currency = _currency(figure.currency, where, found)
    if currency:
        yield "currency", currency
    if figure.period:
        yield "period", figure.period
    if where:
        yield "at", where


def _times(figure: Figure, found: Findings) -> Iterator[tuple[str, Any]]:
    """Yield when a pledge was announced and is due, and the day of a report or a statistic."""
    horizon = horizon_of(figure, found)
    if figure.kind == "pledge":
        yield from said_when_published(found, "announced", _APPEARED)
        yield from dated(horizon, found, "due")
    elif figure.kind in ("investment", "loss"):
        yield from dated(horizon, found, "date")
        if figure.kind == "loss" and _status(figure, found) == "planned":
            yield from said_when_published(found, "announced", _APPEARED)
    elif figure.measure not in ("duration", "awards", "stages", "event_areas", "participants"):
        horizon = None if horizon and is_to_come(horizon, found) else horizon
        created = creation_of(figure, found)
        if created:
            yield from (("as_of", created), ("as_of_basis", "inferred"), ("as_of_note", in_both(_UP_TO)))
        elif horizon:
            yield from dated(horizon, found, "as_of")
        else:
            yield from said_when_published(found, "as_of", N_("The present of the article."))


def _comments(figure: Figure, found: Findings) -> Iterator[str]:
    assert figure.kind  # noqa: S101  the others were left out
    text = found.paragraphs[figure.paragraph - 1]
    yield cited(figure.paragraph, hint(text, figure.start, figure.end))
    yield _(_DECIDE[figure.kind])
    horizon = horizon_of(figure, found, vague=True)
    if horizon and not horizon.edtf:
        words = hint(text[: horizon.end], horizon.start, horizon.end)
        message = _("no date follows from: {words}")
        if not (found.published or horizon.vague):
            message = _("no date follows from: {words} (add --published)")
        yield message.format(words=words)
    others = {one.key for one in found.of("operator") if one.paragraph == figure.paragraph} - set(
        operators_of(figure, found)
    )
    if others and figure.kind in ("pledge", "loss", "report"):
        yield _("operators in the same paragraph: {operators}").format(operators=", ".join(sorted(others)))
    unknown = [one.name for one in found.candidates if figure.paragraph in one.paragraphs][:_NAMES]
    if unknown and not operators_of(figure, found) and figure.kind != "statistic":
        yield _("in the same paragraph, and in no register: {names}").format(names=", ".join(unknown))
    if not _place(figure, found) and figure.kind != "statistic":
        yield _("at: missing; the article names no known place")
    if figure.kind in ("pledge", "loss", "report") and not _basis(figure, operators_of(figure, found), found):
        yield _("basis: missing; the article doesn't say whose figure it is (the press's own is analyst)")
    if figure.currency and not _currency(figure.currency, _place(figure, found), found):
        yield _("currency: missing; the article says {currency}").format(currency=figure.currency)
    if figure.kind == "loss" and figure.planned:
        yield _("jobs at risk aren't a loss until somebody says that they will go: write a statement instead")


def _figure(figure: Figure) -> Any:
    low, high = _plain(figure.low), _plain(figure.high)
    match figure.bound:
        case "exact":
            return low
        case "range":
            return {"range": [low, high]}
        case "at_most":
            return {"at_most": high}
    return {figure.bound: low}


def _plain(number: Decimal | None) -> int | str | None:
    if number is None:
        return None
    return int(number) if number == int(number) else format(number.normalize(), "f")


def _id(figure: Figure, operators: list[str], where: str | None, found: Findings) -> str:
    first = found.published.first if found.published else None
    number = slug(str(figure.value[0] if figure.value[0] is not None else ""))
    what = "" if figure.measure in JOBS else slug((figure.measure or "").replace("_", "-"))
    parts = [operators[0] if operators else "", slug(where or ""), str(first.year) if first else "", what, number]
    if operators and where and where.startswith(f"{operators[0]}-"):
        parts[1] = ""
    return "-".join(part for part in parts if part) or "figure"


def _currency(code: str | None, where: str | None, found: Findings) -> str | None:
    """Return the code of a currency; of a name that several countries share, that of the country."""
    return in_country(code, found.country_of(where))
