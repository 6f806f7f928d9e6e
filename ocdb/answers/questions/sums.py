"""The questions that add up: jobs promised, jobs lost, and how much of what was promised came."""

from collections.abc import Mapping
from typing import Any, Literal, Unpack

from ocdb.answers.answer import Answer
from ocdb.answers.questions.asked import Date, Scope, date, scope
from ocdb.rules.scope import BASES
from ocdb.store.reader.rows import Reader
from ocdb.words.choices import one_of

Basis = Literal["operator", "government", "federation", "analyst"]
Group = Literal["operator", "country", "place", "year"]
GroupOfDelivery = Literal["operator", "country", "year", "basis"]
GROUPS = ("operator", "country", "place", "year")
GROUPS_OF_DELIVERY = ("operator", "country", "year", "basis")


def jobs(
    reader: Reader,
    *names: str,
    due_by: Date | None = None,
    basis: Basis = "operator",
    by: Group | None = None,
    counted: bool = False,
    left_out: bool = False,
    reports: bool = False,
    sources: bool = False,
    **given: Unpack[Scope],
) -> Answer:
    """Add up promised jobs in a scope without counting any twice.

    New jobs, levels (people already there may be included), hires, seats and trainees are lines that must never be
    added to each other. A promise is no fact: what became of it is another question. The data have the totals, what
    counts, what is left out and why, and what was reported in the same scope.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear, or a date or a choice that is none.
    """
    from ocdb.answers.jobs import PARTS
    from ocdb.answers.jobs import jobs as ask

    wanted = {"counted": counted, "left_out": left_out, "reports": reports, "sources": sources}
    asked = scope(reader, "jobs", names, given, basis=one_of("--basis", "BASES", BASES, basis), due_by=due_by)
    return ask(reader, asked, _group(by, GROUPS), _parts(PARTS, wanted))


def losses(
    reader: Reader,
    *names: str,
    since: Date | None = None,
    until: Date | None = None,
    basis: Basis = "operator",
    by: Group | None = None,
    counted: bool = False,
    left_out: bool = False,
    sources: bool = False,
    **given: Unpack[Scope],
) -> Answer:
    """Add up jobs that were lost, or are to be lost, in a scope without counting any twice.

    What happened and what is planned are two lines that must never be added to each other, nor taken off a promise.
    The data have the totals, what counts, and what is left out and why.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear, or a date or a choice that is none.
    """
    from ocdb.answers.losses import PARTS
    from ocdb.answers.losses import losses as ask

    wanted = {"counted": counted, "left_out": left_out, "sources": sources}
    asked = scope(reader, "losses", names, given, basis=one_of("--basis", "BASES", BASES, basis))
    between = date("since", since), date("until", until)
    return ask(reader, asked, *between, _group(by, GROUPS), _parts(PARTS, wanted))


def delivery(
    reader: Reader,
    *names: str,
    by: GroupOfDelivery = "country",
    basis: Basis | None = None,
    sources: bool = False,
    **given: Unpack[Scope],
) -> Answer:
    """Compare what was promised with what was reported, for promises that are due.

    A rate is a range, from rate_low, if nothing came of the promises of which nothing is known, to rate_high. Quote it
    with how many promises it rests on, and of how many of them something is known.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear, or a choice that is none.
    """
    from ocdb.answers.delivery import answer

    whose = one_of("--basis", "BASES", BASES, basis) if basis else None
    asked = scope(reader, "delivery", names, given, basis=whose)
    return answer(reader, asked, one_of("--by", "GROUPS", GROUPS_OF_DELIVERY, by), sources=sources)


def _group(by: str | None, groups: tuple[str, ...]) -> str | None:
    return one_of("--by", "GROUPS", groups, by) if by is not None else None


def _parts(known: Mapping[str, Any], wanted: Mapping[str, bool]) -> list[str]:
    return [part for part in known if wanted[part]]
