"""Checks of links between claims: no circles, conflicts that are settled, and newer versions that are there."""

from collections import defaultdict
from collections.abc import Iterator

from ocdb.curation.checks.alike import groups
from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, COUNTED, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.dates import parse
from ocdb.rules.groups import linked
from ocdb.words.language import N_, _
from ocdb.words.nouns import kind_name

# Claims about two companies: the fields of both, and what to say where they are one.
OF_TWO = (
    ("succession", "predecessor", "successor", N_("{party} can't succeed itself")),
    ("ownership", "owned", "owner", N_("{party} can't own itself")),
)


@check("circle", reach="links")
def links_make_no_circle(corpus: Corpus) -> Iterator[Problem]:
    """No record is part of, revises or lies in itself, at any depth; none contradicts, succeeds or owns itself."""
    counted = [(kind, name) for kind in COUNTED for name in ("part_of", "revises")]
    for kind, name in (*counted, ("event", "part_of"), ("place", "parent")):
        for circle in _circles(_graph(corpus, kind, name)):
            entries = [entry for key in circle if (entry := corpus.find([kind], key))]
            told = _told(corpus, entries)
            start = entries.index(told)
            turned = [*circle[start:], *circle[:start], circle[start]]
            message = _("these links form a circle: {circle}").format(circle=" -> ".join(turned))
            yield told.problem((name,), message, _("Remove one of them."))
    for entry in corpus.of(*CLAIMS):
        if entry.record.id in entry.record.conflicts_with:
            message = _("this is in conflict with itself")
            yield entry.problem(("conflicts_with",), message, _("Name the other claim."))
    yield from _with_oneself(corpus)


def _with_oneself(corpus: Corpus) -> Iterator[Problem]:
    """Yield the claims about two companies that are one, by their slugs or by a judgement; a rename may be of one."""
    standing = (entry.record for entry in corpus.of("judgement") if not entry.record.withdrawn)
    judged = {slug: judgement.same[0] for judgement in standing for slug in judgement.same}
    for kind, first, second, itself in OF_TWO:
        for entry in corpus.of(kind):
            party, other = getattr(entry.record, first), getattr(entry.record, second)
            if party == other:
                remedy = _("Correct {field}, or remove this.").format(field=second)
                yield entry.problem((second,), _(itself).format(party=party), remedy)
            elif judged.get(party, party) == judged.get(other, other) and entry.record.value("kind") != "rename":
                message = _("{party} and {other} are judged to be one company").format(party=party, other=other)
                yield entry.problem((second,), message, _("Withdraw the judgement, or remove this."))


def _told(corpus: Corpus, entries: list[Entry]) -> Entry:
    """Return at which of some entries their problem is told: the first one in a file that was asked about."""
    return next((entry for entry in entries if corpus.asked(entry)), entries[0])


def _graph(corpus: Corpus, kind: str, name: str) -> dict[str, list[str]]:
    values = {entry.record.id: getattr(entry.record, name) or [] for entry in corpus.of(kind)}
    return {key: [value] if isinstance(value, str) else value for key, value in values.items()}


def _circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield circles, each without its end, until none is left; a link leads from a key to what is listed under it."""
    done: set[str] = set()
    for start, first in graph.items():
        way = {} if start in done else {start: iter(first)}
        while way:
            here, links = next(reversed(way.items()))
            onwards = next((key for key in links if key in graph and key not in done), None)
            if onwards is None:
                done.add(here)
                del way[here]
            elif onwards in way:
                circle = _unwound(way, onwards)
                done.update(circle)
                yield circle
            else:
                way[onwards] = iter(graph[onwards])


def _unwound(way: dict[str, Iterator[str]], start: str) -> list[str]:
    """Return the end of a way, from a start that it came back to, and take it from there."""
    circle = [way.popitem()[0]]
    while circle[-1] != start:
        circle.append(way.popitem()[0])
    return circle[::-1]


@check("unsettled-conflict", reach="links")
def conflicts_are_settled(corpus: Corpus) -> Iterator[Problem]:
    """Of the pledges, and of the losses, that contradict each other one is preferred, with a reason."""
    for group in _conflicts(corpus):
        preferred = [entry for entry in group if entry.record.preferred_because]
        if len(preferred) != 1:
            message = _("these are in conflict, but none of them is preferred: {claims}")
            if preferred:
                message = _("these are in conflict, but {count} of them are preferred: {claims}")
            claims = ", ".join(entry.record.id for entry in group)
            told = _told(corpus, sorted(group, key=lambda entry: not entry.record.conflicts_with))
            message = message.format(claims=claims, count=len(preferred))
            yield told.problem(("conflicts_with",), message, _("Give preferred_because: to the one that counts."))


@check("denied-pledge", "warning", reach="links")
def denials_of_pledges_are_settled(corpus: Corpus) -> Iterator[Problem]:
    """A pledge or loss that a source denies is preferred, with a reason, or in conflict with what that source says."""
    rivals = {entry.record.id for group in _conflicts(corpus) for entry in group}
    for entry in corpus.citations:
        denied = corpus.find(COUNTED, entry.record.claim) if entry.record.stance == "contradicts" else None
        if denied and denied.record.id not in rivals and not denied.record.preferred_because:
            message = _("this denies {claim}, which still counts in totals").format(claim=denied.record.id)
            remedy = _("Give it preferred_because:, or record what this source says as a claim in conflict with it.")
            yield entry.problem(("claim",), message, remedy)


@check("preferred-to-nothing", "warning")
def the_preferred_has_a_conflict(corpus: Corpus) -> Iterator[Problem]:
    """A claim that is preferred stands in a conflict, with another claim or with a source that contradicts it."""
    for entry in corpus.of(*CLAIMS):
        alone = not entry.record.conflicts_with and entry.record.id not in corpus.contested
        if entry.record.preferred_because and alone:
            message = _("nothing conflicts with it")
            yield entry.problem(("preferred_because",), message, _("Add conflicts_with:, or remove it."))


@check("kinds-in-conflict", "warning")
def claims_conflict_with_their_like(corpus: Corpus) -> Iterator[Problem]:
    """Claims that contradict each other are of one kind."""
    for entry in corpus.of(*CLAIMS):
        for key in entry.record.conflicts_with:
            other = corpus.find(CLAIMS, key)
            if other and other.kind != entry.kind:
                message = _("this and {claim} are of different kinds: {kind}, {other_kind}")
                details = {"claim": key, "kind": kind_name(entry.kind), "other_kind": kind_name(other.kind)}
                remedy = _("Link claims that answer the same question.")
                yield entry.problem(("conflicts_with",), message.format_map(details), remedy)


@check("superseded-by-nothing", "warning")
def the_superseded_has_a_newer_version(corpus: Corpus) -> Iterator[Problem]:
    """A pledge that a source calls superseded has a newer version: a pledge that revises it."""
    for entry in corpus.of("verdict"):
        if entry.record.outcome == "superseded" and entry.record.pledge not in corpus.revised:
            message = _("no pledge revises {pledge}, which still counts in totals").format(pledge=entry.record.pledge)
            yield entry.problem(("outcome",), message, _("Add the newer version, with revises:."))


@check("missed-before-due")
def what_is_not_due_is_not_missed(corpus: Corpus) -> Iterator[Problem]:
    """A source finds a pledge missed once it is due: nobody knows before that day."""
    for entry in corpus.of("verdict"):
        pledge = corpus.find(["pledge"], entry.record.pledge)
        if entry.record.outcome != "missed" or not (pledge and pledge.record.due and entry.record.as_of):
            continue
        due, found = parse(pledge.record.due).last, parse(entry.record.as_of).last
        if due and found and found < due:
            message = _("{pledge} is due by {day} only").format(pledge=entry.record.pledge, day=pledge.record.due)
            remedy = _("Choose partly_delivered or no_evidence, or correct the date.")
            yield entry.problem(("outcome",), message, remedy)


@check("two-revisions", "warning", reach="links")
def a_promise_has_one_newest_version(corpus: Corpus) -> Iterator[Problem]:
    """The pledges that revise one and the same pledge stand in a row: only one of them is its newest version."""
    newer: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.of("pledge"):
        for old in entry.record.revises:
            newer[old].append(entry)
    for old, versions in newer.items():
        newest = _newest(corpus, old, versions) if len(versions) > 1 else []
        for told, first, others in groups(corpus, ((entry, newest[0]) for entry in newest[1:])):
            message = _("{pledge} revises {old}, too, and no link says which is newer")
            message = message.format(pledge=first.record.id, old=old) + others
            remedy = _("Let the newer one revise the older one; shares of one new figure are part_of a pledge of it.")
            yield told.problem(("revises",), message, remedy)


def _newest(corpus: Corpus, old: str, versions: list[Entry]) -> list[Entry]:
    """Return the versions of an old pledge that no other one revises; of rivals, and of a whole and its parts, one."""
    left = {entry.record.id: entry for entry in versions}
    waiting = [key for entry in versions for key in entry.record.revises]
    seen = {old}  # what is older than the old one is no version of it
    while waiting and len(left) > 1:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            left.pop(key, None)
            entry = corpus.find(["pledge"], key)
            waiting += entry.record.revises if entry else []
    joined = ((key, other) for key, entry in left.items() for other in _beside(entry) if other in left)
    others = {key for group in linked(joined) for key in group[1:]}
    return [entry for key, entry in left.items() if key not in others]


def _beside(entry: Entry) -> list[str]:
    return [*entry.record.conflicts_with, *entry.record.part_of]


def _conflicts(corpus: Corpus) -> list[list[Entry]]:
    """Return the groups of pledges, and of losses, that contradict each other, directly or through a third, by slug."""
    found = []
    for kind in COUNTED:
        counted = {entry.record.id: entry for entry in corpus.of(kind)}
        pairs = [(key, other) for key, entry in counted.items() for other in entry.record.conflicts_with]
        groups = linked((key, other) for key, other in pairs if other in counted and other != key)
        found += [[counted[key] for key in group] for group in groups]
    return found
