"""The questions for records: lists, the timeline, one record with all that is said of it, and finding it."""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ocdb.answers.answer import Answer
from ocdb.answers.filters import Filters
from ocdb.answers.questions.asked import (
    PLACED,
    Date,
    Listed,
    Names,
    Scope,
    Shaped,
    date,
    filters,
    listed,
    named,
    shape,
    whole,
    words,
)
from ocdb.errors import UsageError
from ocdb.rules.scope import BASES
from ocdb.store.reader.rows import Reader
from ocdb.words.choices import one_of, record_kind
from ocdb.words.language import _


def list_(reader: Reader, kind_of_record: str, *names: str, on: Date | None = None, **given: Unpack[Listed]) -> Answer:
    """List the records of a kind that fit all filters.

    Kinds are operators, institutions, officials, places, sites, events, pledges, losses, reports, statistics,
    investments, positions, successions, ownerships, developments, verdicts, statements, claims, sources and citations.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: there is no such kind, or a filter, a column or a date doesn't fit it.
    """
    kind = record_kind(*words("kind", kind_of_record))
    return list_of(reader, kind, filters_of_list(reader, kind, names, given, on), given)


def list_of(reader: Reader, kind: str, asked: Filters, given: Mapping[str, Any]) -> Answer:
    """Return a list of a kind, or the timeline, narrowed as `filters_of_list` says."""
    if asked.on:
        from ocdb.answers.sites import sites_on

        return sites_on(reader, asked, **shape(given))
    from ocdb.answers.lists import listing

    return listing(reader, kind, asked, **shape(given))


def filters_of_list(
    reader: Reader, kind: str, names: Sequence[str], given: Mapping[str, Any], on: Date | None = None
) -> Filters:
    """Return what narrows a list of a kind, or the timeline."""
    if on is None:
        return filters(reader, kind if kind == "timeline" else f"list {kind}", names, given)
    if kind != "sites":
        raise UsageError(
            _("--on doesn't fit {kind}").format(kind=kind),
            _("Only sites have a state on a day: ocdb list sites --on DATE."),
        )
    return filters(reader, f"list {kind}", names, given, on=[str(date("on", on))])


def timeline(reader: Reader, *names: str, **given: Unpack[Listed]) -> Answer:
    """Give in chronological order what was planned, promised and reported, and what happened.

    The status of a line tells plans (planned, promised, due) from facts (happened, reported).

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter, a column or a date doesn't fit.
    """
    return list_of(reader, "timeline", filters_of_list(reader, "timeline", names, given), given)


def ledger(
    reader: Reader,
    *names: str,
    verdict: Names | None = None,
    overdue: bool = False,
    basis: str | None = None,
    sources: bool = False,
    **given: Unpack[Shaped],
) -> Answer:
    """Tell what became of each promise: who promised what, due when, the verdict, and what decided it.

    A verdict is sourced where a source gives it, else computed by rules. Silence is no_evidence, never missed.

    Raises:
        NotFoundError: a filter or a verdict names nothing that is there.
        UsageError: a filter, a column or a date doesn't fit.
    """
    from ocdb.answers.ledger import answer

    whose = [one_of("--basis", "BASES", BASES, basis)] if basis is not None else []
    asked = filters(reader, "pledges", names, given, basis=whose)
    verdicts = words("verdict", verdict)
    return answer(reader, asked, verdicts=verdicts, overdue=overdue, sources=sources, **shape(given))


def show(reader: Reader, name: str, *, with_successors: bool = False) -> Answer:
    """Give all that is known about an operator, institution, official, place, country, source or claim.

    Raises:
        NotFoundError: nothing bears that name.
        UsageError: several do.
    """
    from ocdb.answers.dossier_answer import show as ask

    (word,) = words("name", name)
    return ask(reader, word, with_successors=with_successors)


def search(reader: Reader, *phrase: str, limit: int | None = 20) -> Answer:
    """Find names, titles, summaries and notes that contain all the words, best matches first.

    Raises:
        UsageError: there are no words.
    """
    from ocdb.answers.search import answer

    return answer(reader, words("words", phrase), whole("limit", limit, 0))


def compare(reader: Reader, *names: str) -> Answer:
    """Put countries, operators or places side by side: sites, promises, what became of them, losses, articles read.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: fewer than two, or of several kinds.
    """
    from ocdb.answers.compare import compare as ask

    return ask(reader, words("name", names) if names else [])


# --- for those who follow up --------------------------------------------------------------------------------------


def conflicts(
    reader: Reader,
    *names: str,
    open: bool = False,  # noqa: A002  as the option
    kind: Names | None = None,
    **given: Unpack[Scope],
) -> Answer:
    """Show claims that disagree side by side, with their sources, and which one is preferred and why.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a name that several bear.
    """
    from ocdb.answers.conflicts import answer

    asked = filters(reader, "conflicts", names, {**given, "kind": kind}, PLACED)
    return answer(reader, asked, only_open=open)


def coverage(reader: Reader, *names: str, country: Names | None = None) -> Answer:
    """Show the coverage: what was searched, found and read, by country and year.

    An absence means something only after a systematic search.

    Raises:
        NotFoundError: a country that nobody knows.
        UsageError: a name of something else.
    """
    from ocdb.answers.coverage import answer

    return answer(reader, named(reader, "coverage", names, {"country": country}, ("country",))["country"])


def evidence(reader: Reader, *names: str, country: Names | None = None) -> Answer:
    """Show which share of the claims and citations can be verified against a text, by country and publisher.

    Verifiable is a citation with a paragraph of a text whose hash is kept, of the whole article or of its beginning.

    Raises:
        NotFoundError: a country that nobody knows.
        UsageError: a name of something else.
    """
    from ocdb.answers.evidence import answer

    return answer(reader, named(reader, "evidence", names, {"country": country}, ("country",))["country"])


def review(
    reader: Reader,
    *names: str,
    kind: Names | None = None,
    months: int = 24,
    limit: int | None = None,
    columns: Names | None = None,
    **given: Unpack[Scope],
) -> Answer:
    """List what needs a curator's attention: what is overdue, passed, without news, unsettled or missing.

    Raises:
        NotFoundError: a filter or a kind names nothing that is there.
        UsageError: a name that several bear, or a column that there isn't.
    """
    from ocdb.answers.review import answer

    return answer(
        reader,
        filters(reader, "review", names, given, PLACED),
        kinds=words("kind", kind),
        months=whole("months", months, 1, 1200) or months,
        limit=whole("limit", limit, 0),
        columns=listed("columns", columns),
    )
