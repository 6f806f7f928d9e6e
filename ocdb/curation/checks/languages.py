"""Checks that what readers see exists in both languages."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.fields import Words
from ocdb.curation.problems import Problem
from ocdb.words.language import N_, _

# Notes may stay in one language: few read them.
_BOTH = ("summary", "preferred_because", "title")
_LACKS = {"French": N_("this has no French"), "English": N_("this has no English")}


@check("one-language", "warning")
def what_readers_see_is_in_both_languages(corpus: Corpus) -> Iterator[Problem]:
    """A summary, a reason to prefer a claim and the title of a position are written in English and in French."""
    for entry in corpus.of(*CLAIMS):
        for name in _BOTH:
            text = entry.record.value(name)
            if isinstance(text, Words) and text.lacks:
                yield entry.problem((name,), _(_LACKS[text.lacks]), _("Write both: {en: ..., fr: ...}."))
