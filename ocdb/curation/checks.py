"""What must hold between records: references, dates, tranches, conflicts. Each check yields what it finds."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import chain

from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus, Entry, references
from ocdb.curation.problems import Problem, nearest
from ocdb.curation.records import OneOf
from ocdb.dates import Span, parse, weekday

FAMILIES = {"party": PARTIES, "claim": CLAIMS}


def check(corpus: Corpus) -> list[Problem]:
    """Return all problems of a corpus, those of reading and shape included, sorted by file and line."""
    return sorted(chain(corpus.problems, *(find(corpus) for find in CHECKS)))


def references_lead_somewhere(corpus: Corpus) -> Iterator[Problem]:
    """Each slug and each code names a record that is there."""
    for entry in chain(*(entries.values() for entries in corpus.entries.values()), corpus.citations):
        for path, mark, word in references(entry.record):
            if isinstance(mark, OneOf):
                known = corpus.codes.get(mark.code_list, {})
                if word not in known and word not in corpus.broken:
                    remedy = nearest(word, known) or f"The codes are {', '.join(known)}."
                    yield entry.problem(path, f"{word} is no code of {mark.code_list}", remedy)
                continue
            kinds = tuple(chain(*(FAMILIES.get(kind, (kind,)) for kind in mark.kinds)))
            if word not in corpus.broken and not corpus.find(kinds, word):
                remedy = nearest(word, (key for kind in kinds for key in corpus.entries.get(kind, {})))
                wanted = " or ".join(mark.kinds)
                yield entry.problem(
                    path, f"there is no {wanted} {word}", remedy or f"Add it, or name another {wanted}."
                )


def claims_are_cited(corpus: Corpus) -> Iterator[Problem]:
    """A claim names the paragraphs that state it, where the text was held, and they exist."""
    for entry in chain(corpus.of(*CLAIMS), corpus.citations):
        source = corpus.find(["source"], entry.source or "")
        if not source:
            continue
        if not entry.record.cite and source.record.sha256:
            yield entry.problem(("cite",), "no paragraph is cited", "Give the number of the non-empty line, from 1.")
        beyond = [number for number in entry.record.cite if number > (source.record.paragraphs or number)]
        if beyond:
            message = f"paragraph {beyond[0]} is cited, the text has {source.record.paragraphs}"
            yield entry.problem(("cite",), message, "Count the non-empty lines, from 1.")


def hashed_texts_have_a_length(corpus: Corpus) -> Iterator[Problem]:
    """A source whose text was held says how many paragraphs it has."""
    for entry in corpus.of("source"):
        if entry.record.sha256 and not entry.record.paragraphs:
            yield entry.problem(("sha256",), "the number of paragraphs is missing", "Add paragraphs: with that number.")


def texts_are_read_once(corpus: Corpus) -> Iterator[Problem]:
    """No two sources have the same text."""
    seen: dict[str, str] = {}
    for entry in corpus.of("source"):
        digest = entry.record.sha256
        if digest and seen.setdefault(digest, entry.record.id) != entry.record.id:
            message = f"this is the text of {seen[digest]}"
            yield entry.problem(("sha256",), message, "Keep one of the two sources, or hash the right text.")


def weekdays_fit(corpus: Corpus) -> Iterator[Problem]:
    """A weekday that the article names is that of the date."""
    for entry in corpus.of("event", "source"):
        name = "date" if entry.kind == "event" else "published"
        wanted, span = getattr(entry.record, f"{name}_weekday"), _span(entry, name)
        if wanted and span and span.first and span.first == span.last and weekday(span.first) != wanted:
            message = f"{span.edtf} was a {weekday(span.first).capitalize()}, not a {wanted.capitalize()}"
            yield entry.problem((name,), message, "Find out which of the two the article means.")


def nothing_ends_before_it_begins(corpus: Corpus) -> Iterator[Problem]:
    """Nothing is due before it was announced, and nothing closed before it opened."""
    for kind, begin, end, word in (("pledge", "announced", "due", "due"), ("site", "opened", "closed", "closed")):
        for entry in corpus.of(kind):
            first, last = _span(entry, begin), _span(entry, end)
            if first and last and first.first and last.last and last.last < first.first:
                message = f"{word} {last.edtf}, but {begin} {first.edtf}"
                yield entry.problem((end,), message, "One of the two dates is wrong.")


def plans_are_no_facts(corpus: Corpus) -> Iterator[Problem]:
    """What an article states before its date is planned; only a later source makes it happened."""
    for entry in corpus.of("event", "investment"):
        source, date = corpus.find(["source"], entry.source or ""), _span(entry, "date")
        published = _span(source, "published") if source else None
        if entry.record.status != "happened" or not (date and date.first and published and published.last):
            continue
        later = any(
            (other := corpus.find(["source"], citation.source or ""))
            and (seen := _span(other, "published"))
            and seen.last
            and seen.last >= date.first
            for citation in corpus.citations
            if citation.record.claim == entry.record.id
        )
        if date.first > published.last and not later:
            message = f"it happened {date.edtf}, but the article appeared {published.edtf}"
            yield entry.problem(("status",), message, "Write planned, until a later source says otherwise.")


def links_make_no_circle(corpus: Corpus) -> Iterator[Problem]:
    """No pledge is part of itself or revises itself, and no place lies in itself, at any depth."""
    for kind, name in (("pledge", "part_of"), ("pledge", "revises"), ("event", "part_of"), ("place", "parent")):
        graph = {}
        for entry in corpus.of(kind):
            value = getattr(entry.record, name)
            graph[entry.record.id] = [value] if isinstance(value, str) else value or []
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1]
            entry = corpus.entries[kind][circle[0]]
            yield entry.problem((name,), f"this goes in a circle: {' -> '.join(circle)}", "Remove one of these links.")


def parents_lie_in_the_same_country(corpus: Corpus) -> Iterator[Problem]:
    """A place and the place that it lies in are in one country."""
    for entry in corpus.of("place"):
        parent = corpus.find(["place"], entry.record.parent or "")
        if parent and parent.record.country != entry.record.country:
            message = f"{parent.record.id} lies in {parent.record.country}, not in {entry.record.country}"
            yield entry.problem(("parent",), message, "Correct the parent or the country.")


def tranches_fit_into_the_whole(corpus: Corpus) -> Iterator[Problem]:
    """A tranche is no larger than the pledge that it is part of."""
    for entry in corpus.of("pledge"):
        for key in entry.record.part_of:
            whole = corpus.find(["pledge"], key)
            if not whole or whole.record.measure != entry.record.measure:
                continue
            part, limit = entry.record.figure.low, whole.record.figure.high
            if part is not None and limit is not None and part > limit:
                yield entry.problem(("figure",), f"{part} is more than the {limit} of {key}", "Check both figures.")


def conflicts_are_settled(corpus: Corpus) -> Iterator[Problem]:
    """Of the pledges that contradict each other, one is preferred, with a reason."""
    for group in _conflicts(corpus):
        preferred = [entry for entry in group if entry.record.preferred_because]
        if len(preferred) != 1:
            found = f"{len(preferred)} of them are preferred" if preferred else "none of them is preferred"
            message = f"{', '.join(entry.record.id for entry in group)} are in conflict, and {found}"
            yield group[0].problem(("conflicts_with",), message, "Give preferred_because: to the one that counts.")


def retired_slugs_are_retired(corpus: Corpus) -> Iterator[Problem]:
    """A retired slug is borne by nobody, and its successor exists."""
    living = {key for kind, entries in corpus.entries.items() if kind != "retired" for key in entries}
    for entry in corpus.of("retired"):
        if entry.record.id in living:
            yield entry.problem(("id",), f"{entry.record.id} is still in use", "Retire it, or use it: not both.")
        if entry.record.successor and entry.record.successor not in living:
            remedy = nearest(entry.record.successor, living) or "Leave it out where there is none."
            yield entry.problem(("successor",), f"there is no {entry.record.successor}", remedy)


def drafts_are_confirmed(corpus: Corpus) -> Iterator[Problem]:
    """No record still bears the mark that `ocdb draft` gives it."""
    for entry in corpus.of("source", *CLAIMS):
        if entry.record.unconfirmed:
            message = "this record is a draft; check it and remove the mark"
            yield entry.problem(("unconfirmed",), message, "Hold it against the article, then delete the line.")


CHECKS = (
    drafts_are_confirmed,
    references_lead_somewhere,
    claims_are_cited,
    hashed_texts_have_a_length,
    texts_are_read_once,
    weekdays_fit,
    nothing_ends_before_it_begins,
    plans_are_no_facts,
    links_make_no_circle,
    parents_lie_in_the_same_country,
    tranches_fit_into_the_whole,
    conflicts_are_settled,
    retired_slugs_are_retired,
)


def _span(entry: Entry, name: str) -> Span | None:
    text = getattr(entry.record, name)
    return parse(text) if text else None


def _conflicts(corpus: Corpus) -> list[list[Entry]]:
    """Return the groups of pledges that contradict each other, directly or through a third."""
    pledges = corpus.entries.get("pledge", {})
    groups: list[set[str]] = []
    for entry in pledges.values():
        others = {key for key in entry.record.conflicts_with if key in pledges}
        if others:
            group = {entry.record.id, *others}
            for other in [known for known in groups if known & group]:
                groups.remove(other)
                group |= other
            groups.append(group)
    return [[pledges[key] for key in sorted(group)] for group in groups]
