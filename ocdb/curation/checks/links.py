"""Checks of links between claims: no circles, conflicts that are settled, and newer versions that are there."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, Corpus, Entry
from ocdb.curation.problems import Problem
from ocdb.rules.groups import linked

# Claims about two companies: the fields of both, and what the one does to the other.
OF_TWO = (("succession", "predecessor", "successor", "succeed"), ("ownership", "owned", "owner", "own"))


@check("circle")
def links_make_no_circle(corpus: Corpus) -> Iterator[Problem]:
    """No record is part of, revises or lies in itself, at any depth; none contradicts, succeeds or owns itself."""
    for kind, name in (("pledge", "part_of"), ("pledge", "revises"), ("event", "part_of"), ("place", "parent")):
        for circle in _circles(_graph(corpus, kind, name)):
            entries = [corpus.entries[kind][key] for key in circle]
            told = _told(corpus, entries)
            start = entries.index(told)
            turned = [*circle[start:], *circle[:start], circle[start]]
            message = f"this goes in a circle: {' -> '.join(turned)}"
            yield told.problem((name,), message, "Remove one of these links.")
    for entry in corpus.of(*CLAIMS):
        if entry.record.id in entry.record.conflicts_with:
            yield entry.problem(("conflicts_with",), "this is in conflict with itself", "Name the other claim.")
    yield from _with_oneself(corpus)


def _with_oneself(corpus: Corpus) -> Iterator[Problem]:
    """Yield the claims about two companies that are one, by their slugs or by a judgement; a rename may be of one."""
    standing = (entry.record for entry in corpus.of("judgement") if not entry.record.withdrawn)
    judged = {slug: judgement.same[0] for judgement in standing for slug in judgement.same}
    for kind, first, second, verb in OF_TWO:
        for entry in corpus.of(kind):
            party, other = getattr(entry.record, first), getattr(entry.record, second)
            if party == other:
                yield entry.problem((second,), f"{party} can't {verb} itself", f"Name the {second}, or remove this.")
            elif judged.get(party, party) == judged.get(other, other) and getattr(entry.record, "kind", "") != "rename":
                message = f"{party} and {other} are judged to be one, which can't {verb} itself"
                yield entry.problem((second,), message, "Take the judgement back, or remove this.")


def _told(corpus: Corpus, entries: list[Entry]) -> Entry:
    """Return at which of some entries their problem is told: the first one in a file that was asked about."""
    return next((entry for entry in entries if corpus.asked(entry)), entries[0])


def _graph(corpus: Corpus, kind: str, name: str) -> dict[str, list[str]]:
    values = {entry.record.id: getattr(entry.record, name) or [] for entry in corpus.of(kind)}
    return {key: [value] if isinstance(value, str) else value for key, value in values.items()}


def _circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield circles, each without its end, until none is left; a link leads from a key to what is listed under it."""
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]  # graphlib tells it the other way round, with its start at both ends
            yield circle
            graph = {key: values for key, values in graph.items() if key not in circle}
        else:
            return


@check("unsettled-conflict")
def conflicts_are_settled(corpus: Corpus) -> Iterator[Problem]:
    """Of the pledges that contradict each other one is preferred, with a reason."""
    for group in _conflicts(corpus):
        preferred = [entry for entry in group if entry.record.preferred_because]
        if len(preferred) != 1:
            found = f"{len(preferred)} of them are preferred" if preferred else "none of them is preferred"
            message = f"{', '.join(entry.record.id for entry in group)} are in conflict, and {found}"
            told = _told(corpus, sorted(group, key=lambda entry: not entry.record.conflicts_with))
            yield told.problem(("conflicts_with",), message, "Give preferred_because: to the one that counts.")


@check("denied-pledge", "warning")
def denials_of_pledges_are_settled(corpus: Corpus) -> Iterator[Problem]:
    """A pledge that a source denies is preferred, with a reason, or stands in conflict with what that source says."""
    rivals = {entry.record.id for group in _conflicts(corpus) for entry in group}
    for entry in corpus.citations:
        denied = corpus.find(["pledge"], entry.record.claim) if entry.record.stance == "contradicts" else None
        if denied and denied.record.id not in rivals and not denied.record.preferred_because:
            message = f"this denies {denied.record.id}, which goes on counting in totals"
            remedy = "Give it preferred_because:, or record what this source says as a pledge in conflict with it."
            yield entry.problem(("claim",), message, remedy)


@check("preferred-to-nothing", "warning")
def the_preferred_has_a_conflict(corpus: Corpus) -> Iterator[Problem]:
    """A claim that is preferred stands in a conflict, with another claim or with a source that contradicts it."""
    entries = list(corpus.of(*CLAIMS))
    contested = {key for entry in entries for key in entry.record.conflicts_with}
    contested |= {entry.record.claim for entry in corpus.citations if entry.record.stance == "contradicts"}
    for entry in entries:
        if entry.record.preferred_because and not entry.record.conflicts_with and entry.record.id not in contested:
            yield entry.problem(
                ("preferred_because",), "nothing conflicts with it", "Add conflicts_with:, or remove it."
            )


@check("kinds-in-conflict", "warning")
def claims_conflict_with_their_like(corpus: Corpus) -> Iterator[Problem]:
    """Claims that contradict each other are of one kind."""
    for entry in corpus.of(*CLAIMS):
        for key in entry.record.conflicts_with:
            other = corpus.find(CLAIMS, key)
            if other and other.kind != entry.kind:
                message = f"this is a {entry.kind}, {key} is a {other.kind}"
                yield entry.problem(("conflicts_with",), message, "Link claims that answer the same question.")


@check("superseded-by-nothing", "warning")
def the_superseded_has_a_newer_version(corpus: Corpus) -> Iterator[Problem]:
    """A pledge that a source calls superseded has a newer version: a pledge that revises it."""
    revised = {key for entry in corpus.of("pledge") for key in entry.record.revises}
    for entry in corpus.of("verdict"):
        if entry.record.outcome == "superseded" and entry.record.pledge not in revised:
            message = f"no pledge revises {entry.record.pledge}, which goes on counting in totals"
            yield entry.problem(("outcome",), message, "Add the newer version, with revises:.")


def _conflicts(corpus: Corpus) -> list[list[Entry]]:
    """Return the groups of pledges that contradict each other, directly or through a third, by slug."""
    pledges = corpus.entries.get("pledge", {})
    pairs = [(key, other) for key, entry in pledges.items() for other in entry.record.conflicts_with]
    groups = linked((key, other) for key, other in pairs if other in pledges and other != key)
    return [[pledges[key] for key in group] for group in groups]
