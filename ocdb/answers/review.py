"""The curator's work list: what should be looked after by now, and what to search for next (docs/review.md)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.columns import count, date, key, summary, text
from ocdb.answers.elsewhere import refuse_elsewhere
from ocdb.answers.filters import Filters, whom_told, with_kin
from ocdb.answers.later import LaterRows, many
from ocdb.answers.lists import select
from ocdb.answers.review_work import FINDERS, Desk, Work
from ocdb.answers.search_words import Searches, Topic, joined
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.choices import chosen
from ocdb.words.figures import number
from ocdb.words.language import N_, _, both, ngettext
from ocdb.words.nouns import cut

COLUMNS = ("kind", "id", "record", "what", "since", "operator", "country", "place", "search_fr", "search_en", "what_fr")
# What each kind of work is.
KINDS = {
    "overdue_pledge": N_("overdue promises without evidence"),
    "missing_development": N_("plans that other claims show to have happened"),
    "passed_plan": N_("plans whose date has passed"),
    "silent_plan": N_("plans without a date and without news"),
    "silent_site": N_("sites without news"),
    "open_conflict": N_("unsettled conflicts"),
    "undated_source": N_("articles without a date"),
    "unhashed_source": N_("articles without a hash of their text"),
}
# After every other day.
LAST = "9999-12-31"


@dataclass(frozen=True)
class Review:
    """A work list.

    Attributes:
        rows: an entry a row with the columns that were asked for; by kind, in each the oldest first, undated last, and
            after all others what somebody searched for lately and in vain, the longest ago first.
        counts: how many entries there are by kind, also where a limit left some out.
        told: for each operator that was asked for a line that says whom it takes in, and why.
    """

    rows: Rows
    counts: Counter[str]
    told: tuple[str, ...] = ()


def review(
    reader: Reader,
    filters: Filters | None = None,
    *,
    kinds: Sequence[str] = (),
    months: int = 24,
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Review:
    """Return what a curator should look after by the reader's day.

    Args:
        reader: the database, and what day it is there.
        filters: country, operator, place and source, as of any list.
        kinds: keys of FINDERS; all by default.
        months: how long nothing may be heard of a site, or of a plan without a date.
        limit: the most entries to return.
        columns: the columns to return, in this order; all by default.

    Raises:
        NotFoundError: a filter or a kind names nothing that is there.
        UsageError: there is no such column, or a place that is in no country that was asked for.
    """
    filters = filters or Filters()
    refuse_elsewhere(reader, filters.country, filters.place)
    desk = Desk(reader, with_kin(reader, filters), months)
    order = list(FINDERS)
    kinds = [chosen("--kind", kind, choices()) for kind in kinds]
    found = [work for kind, find in FINDERS.items() if not kinds or kind in kinds for work in find(desk)]
    found.sort(key=lambda work: (order.index(work.kind), work.searched or "", work.since or LAST, work.id))
    wanted = select(COLUMNS, [], columns or COLUMNS, "entries").columns

    def read() -> Rows:
        some = found[:limit]
        searches = Searches(reader, (work.topic.claim for work in some if isinstance(work.topic, Topic)))
        return select(COLUMNS, [_row(work, searches) for work in some], wanted, "entries")

    rows = LaterRows(len(found[:limit]), read)
    return Review(rows, Counter(work.kind for work in found), whom_told(desk.filters))


def choices() -> list[tuple[str, ...]]:
    """Return the kinds of work, each with what it is in both languages."""
    return [(kind, *both(KINDS[kind])) for kind in FINDERS]


def answer(
    reader: Reader,
    filters: Filters,
    *,
    kinds: Sequence[str] = (),
    months: int = 24,
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Answer:
    """Return the work list as an answer: `review` says what may be asked.

    People who name no kind of work and no limit see how much there is of each; data formats have every entry.
    """
    found = review(reader, filters, kinds=kinds, months=months, limit=limit, columns=columns)
    counts = Rows(("kind", "count"), list(found.counts.items()))
    total = found.counts.total()
    items = ngettext("{count} item for curators to review", "{count} items for curators to review", total)
    title = items.format(count=number(total)) if total else _("Nothing to review")
    overview = not kinds and limit is None and not columns
    sections = (
        Section("kind", "", counts, _overview(), shown=overview),
        Section("entry", "", found.rows, () if columns else _entries(one_kind=len(kinds) == 1), shown=not overview),
    )
    notes = (*cut(many(found.rows), total), *found.told)
    more = [_("ocdb review --kind {kind} lists the items of one kind").format(kind=kind) for kind in found.counts][:1]
    return Answer(title, sections, Wording(reader), notes, rows=found.rows, more=tuple(more if overview else ()))


def _overview() -> tuple[Column, ...]:
    return (
        count(_("Items"), "count"),
        Column("what", _("What"), _what),
        text(_("Kind"), "kind"),
    )


def _what(record: Record, _wording: Wording) -> Cell:
    text_ = KINDS[record["kind"]]
    return Cell(_(text_))


def _entries(*, one_kind: bool) -> tuple[Column, ...]:
    """Return the columns of entries; of one kind only it needn't be said."""
    return (
        *(() if one_kind else (text(_("Kind"), "kind"),)), summary(_("What"), "what"), date(_("Since"), "since"),
        text(_("Words to search for"), "search_fr"), text(_("Search words in English"), "search_en"), key(),
    )  # fmt: skip


def _row(work: Work, searches: Searches) -> tuple[Any, ...]:
    english, french = work.what
    about: tuple[Any, ...] = (None, None, None)
    words: tuple[str, ...] = (work.topic, work.topic) if isinstance(work.topic, str) else ()
    if not isinstance(work.topic, str):
        claim = work.topic.claim
        about = tuple(map(joined, (searches.operators(claim), searches.countries(claim), searches.places(claim))))
        words = tuple(searches.about(work.topic))
    return (work.kind, work.id, work.record, english, work.since, *about, *words, french)
