"""Checks of judgements that several slugs mean one party."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import span
from ocdb.curation.corpus import PARTIES, Corpus
from ocdb.curation.problems import Problem
from ocdb.words.language import _
from ocdb.words.nouns import kind_name


@check("judged-across-kinds", reach="registers")
def the_judged_are_of_one_kind(corpus: Corpus) -> Iterator[Problem]:
    """What is judged to be one is of one kind: operators, institutions or officials."""
    for entry in corpus.of("judgement"):
        found = [(slug, one.kind) for slug in entry.record.same if (one := corpus.find(PARTIES, slug))]
        for slug, kind in found[1:]:
            first, wanted = found[0]
            if kind != wanted:
                message = _("these are of different kinds: {party} ({kind}), {other} ({other_kind})")
                details = {"party": slug, "kind": kind_name(kind), "other": first, "other_kind": kind_name(wanted)}
                yield entry.problem(("same",), message.format_map(details), _("Judge parties of one kind to be one."))


@check("judged-twice", reach="registers")
def a_slug_is_judged_once(corpus: Corpus) -> Iterator[Problem]:
    """A slug stands once in the judgements that hold: one that lists all its names says the same as two."""
    places: dict[str, str] = {}
    for entry in corpus.of("judgement"):
        if entry.record.withdrawn:
            continue
        for index, slug in enumerate(entry.record.same):
            if slug in places:
                message = _("{slug} is in {judgement} already").format(slug=slug, judgement=places[slug])
                yield entry.problem(("same", index), message, _("List all its slugs in one judgement."))
            places[slug] = entry.record.id


@check("taken-back-without-reason", reach="registers")
def judgements_are_taken_back_with_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """A judgement that is taken back says when and why."""
    for entry in corpus.of("judgement"):
        one = entry.record
        if bool(one.withdrawn) != bool(one.withdrawn_reason):
            missing = "withdrawn_reason" if one.withdrawn else "withdrawn"
            given = "withdrawn" if one.withdrawn else "withdrawn_reason"
            message = _("{field} is missing").format(field=missing)
            yield entry.problem((given,), message, _("Say when it was withdrawn, and why."))


@check("taken-back-before-judged", reach="registers")
def judgements_are_taken_back_later(corpus: Corpus) -> Iterator[Problem]:
    """A judgement is not taken back before it was made."""
    for entry in corpus.of("judgement"):
        judged, withdrawn = span(entry, "judged"), span(entry, "withdrawn")
        if judged and withdrawn and judged.first and withdrawn.last and withdrawn.last < judged.first:
            message = _("{field} is {date}, but {other} is {earlier}")
            message = message.format(field="withdrawn", date=withdrawn.edtf, other="judged", earlier=judged.edtf)
            yield entry.problem(("withdrawn",), message, _("One of the two dates is wrong."))
