"""What the options of questions mean: of the command line, of Python's keywords and of tools for language models."""

import re

from ocdb.words.language import N_, _

# By the option; where it means something else for a question, by that and the option.
TEXTS = {
    "as_of": N_("What could be known on that day, from the sources published by then."),
    "by": N_("A line for each of these."),
    "category": N_("Of events: gain, loss, move, labour, deal ..."),
    "columns": N_("Columns to print, separated by commas; by default a table shows a selection."),
    "counted": N_("Show everything that counts, however long the list."),
    "country": N_("Code or name: TG, TGO, Togo, Ivory Coast; or an area with all that lies in it: Africa."),
    "due_by": N_("Only what is promised by the end of this date."),
    "institution": N_("Slug or name of an institution."),
    "kind": N_("As in opening; for pledges and statistics the measure, for losses the cause."),
    "kind_of_record": N_("What to list, as in sites."),
    "left_out": N_("Show what is left out, and why."),
    "limit": N_("Maximum number of rows to print."),
    "months": N_("How many months a site or an undated plan may go without news."),
    "name": N_("Slug, name or title."),
    "names": N_("Countries, places, operators, institutions or people; as by their options."),
    "official": N_("Slug or name of a person."),
    "on": N_("Sites as they were on that day: state, operator, evidence."),
    "open": N_("Only those of which no claim is preferred."),
    "operator": N_("Slug, or any name it has ever had; case and accents don't matter."),
    "overdue": N_("Only what is past its due date and not known to be kept or given up; no forecast, no capacity."),
    "phrase": N_("Words that must all occur."),
    "place": N_("Region, city, district or park, with everything in it."),
    "possible": N_("With --since and --until: also what could be in that time."),
    "publisher": N_("Who published an article, in any spelling."),
    "reports": N_("Show what was reported in the same scope."),
    "sector": N_("Of promises and reported figures without an employer: bpo, call_centres ..."),
    "since": N_("What is dated on or after: 2020, 2020-07 or 2020-07-10."),
    "site": N_("Slug or name of a site."),
    "sort": N_("Columns to sort by, separated by commas; -column reverses the order."),
    "source": N_("Slug of an article."),
    "sources": N_("Show the articles that the answer rests on, with their addresses."),
    "status": N_("As in planned, happened, open."),
    "until": N_("What is dated on or before."),
    "verdict": N_("As in missed, delivered, no_evidence."),
    "with_successors": N_(
        "Include successors by merger or acquisition; by default, only the operator under all its names."
    ),
    "compare.names": N_("Countries, operators or places."),
    "conflicts.kind": N_("Kind of claim, as in pledge or report."),
    "conflicts.names": N_("Countries, places or operators; as by their options."),
    "coverage.names": N_("Countries; as by --country."),
    "delivery.basis": N_("Whose promises: operators' by default, or targets; with --by basis each."),
    "jobs.basis": N_("Whose promises to count: those of operators, or the targets of others."),
    "jobs.by": N_("Also show a total for each of these."),
    "ledger.basis": N_("Whose promises: operators', or targets."),
    "losses.basis": N_("Whose figures: the operators' own, or those of others."),
    "losses.since": N_("Only what lies wholly on or after this date."),
    "losses.until": N_("Only what lies wholly up to the end of this date."),
    "review.kind": N_("As in overdue_pledge, silent_site."),
}
# Those that share a text with another question.
_AS = {
    "delivery.names": "conflicts.names", "jobs.names": "conflicts.names", "losses.by": "jobs.by",
    "evidence.names": "coverage.names", "losses.names": "conflicts.names", "review.names": "conflicts.names",
}  # fmt: skip
# What bounds a user's own statement.
_BOUNDS = ("timeout", "memory")
# A command stays as it is typed, to the end of its line.
_OPTION = r"\bocdb .*|(?<![\w-])(?:--([a-z]+(?:-[a-z]+)*)\b|-p (?=\w+=))"


def text(question: str, option: str) -> str:
    """Return what an option of a question means, in the language that is spoken."""
    own = f"{question}.{option}"
    return _(TEXTS.get(_AS.get(own, own)) or TEXTS[option])


def as_keywords(message: str) -> str:
    """Return a message for whoever writes options as keywords: ``due_by`` for ``--due-by``."""

    def keyword(found: re.Match[str]) -> str:
        if found[0] == "-p ":
            return ""
        name = (found[1] or "").replace("-", "_")
        return name if name in TEXTS or name in _BOUNDS else found[0]

    return re.sub(_OPTION, keyword, message)
