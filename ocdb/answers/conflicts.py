"""Claims that disagree, conflict by conflict: always the whole of it, so that every side is seen."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ocdb.answers.answer import Answer, Section
from ocdb.answers.columns import spoken
from ocdb.answers.dossier_tables import columns, passages
from ocdb.answers.elsewhere import elsewhere
from ocdb.answers.filters import Filters, in_a_line
from ocdb.answers.lists import in_list_order, list_records, read_of
from ocdb.answers.wording import Wording
from ocdb.kinds import CLAIMS
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext
from ocdb.words.nouns import counted, nothing

PLURALS = {kind.name: kind.plural for kind in CLAIMS}


@dataclass(frozen=True)
class Conflict:
    """Claims that disagree with each other, directly or through others, or one that a source denies.

    Attributes:
        id: the first slug of its claims.
        settled: whether one of them is preferred.
        claims: rows of v_conflicts: the preferred one first, then by the day on which they were first published.
        denials: rows of v_citations: the passages that contradict one of them.
    """

    id: str
    settled: bool
    claims: Rows
    denials: Rows


@dataclass(frozen=True)
class Conflicts:
    """The conflicts that fit a question: the open ones first, each by its slug.

    Attributes:
        claims: rows of v_conflicts, conflict by conflict.
        denials: rows of v_citations: the passages that contradict one of these claims, by source and paragraph.
        told: for each operator that was asked for a line that says whom it takes in, and why.
    """

    claims: Rows
    denials: Rows
    told: tuple[str, ...] = ()

    def groups(self) -> list[Conflict]:
        """Return the conflicts one by one."""
        column, settled = self.claims.columns.index("conflict"), self.claims.columns.index("settled")
        own, denying = self.claims.columns.index("id"), self.denials.columns.index("claim")
        denials: dict[str, list[tuple[int, tuple[Any, ...]]]] = defaultdict(list)
        for place, row in enumerate(self.denials.rows):
            denials[row[denying]].append((place, row))
        groups: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self.claims.rows:
            groups[row[column]].append(row)
        found = []
        for key, rows in groups.items():
            denied = sorted(line for claim in {row[own] for row in rows} for line in denials.get(claim, ()))
            passages = Rows(self.denials.columns, [row for _place, row in denied])
            found.append(Conflict(key, bool(rows[-1][settled]), Rows(self.claims.columns, rows), passages))
        return found


def conflicts(reader: Reader, filters: Filters | None = None, *, only_open: bool = False) -> Conflicts:
    """Return the conflicts in which a claim fits all filters.

    Args:
        reader: the database.
        filters: country, place, operator, source (whether it supports or contradicts) and kind of claim.
        only_open: whether to leave out those of which a claim is preferred.

    Raises:
        NotFoundError: a filter names nothing that is there.
    """
    fitting = list_records(reader, "conflicts", filters)
    wanted = {record["conflict"] for record in fitting.rows.records() if not (only_open and record["settled"])}
    claims = among(reader, "SELECT * FROM v_conflicts WHERE conflict IN ({keys})", wanted)
    claims = in_list_order(claims, "conflicts")
    denied = "SELECT * FROM v_citations WHERE stance = 'contradicts' AND claim IN ({keys})"
    denials = among(reader, denied, _values(claims, "id"))
    return Conflicts(claims, denials.ordered("source", "paragraph", "claim"), fitting.told)


def answer(reader: Reader, filters: Filters, *, only_open: bool = False) -> Answer:
    """Return the conflicts as an answer: `conflicts` says what may be asked."""
    found = conflicts(reader, filters, only_open=only_open)
    wording = Wording(reader)
    groups = found.groups()
    scope = in_a_line(reader, wording, "conflicts", filters)
    what = ngettext("{count} conflict", "{count} conflicts", len(groups)).format(count=number(len(groups)))
    still = sum(not group.settled for group in groups)
    title = nothing("conflicts", scope)
    if groups:
        title = _("{what} ({open} open)").format(what=what, open=number(still))
        title = title if groups[1:] else _("{what}, {state}").format(what=what, state=_state(groups[0]))
        title = _("{what}: {scope}").format(what=title, scope=scope) if scope else title
    data = {"groups": [_as_data(group) for group in groups]}
    sections = tuple(section for group in groups for section in _sections(group))
    nowhere = "" if groups else elsewhere(reader, filters.country, filters.place)
    notes = (*found.told, *filter(None, [nowhere]), *read_of(reader, wording, "conflicts", filters))
    rests_on = "claim", tuple(sorted(_values(found.claims, "id")))
    return Answer(title, sections, wording, notes, data, found.claims, rests_on=rests_on)


def _as_data(group: Conflict) -> dict[str, Any]:
    return {
        "conflict": group.id,
        "settled": group.settled,
        "claims": group.claims.records(),
        "denials": group.denials.records(),
    }


def _sections(group: Conflict) -> Iterator[Section]:
    kinds = {record["kind"] for record in group.claims.records()}
    plural = PLURALS[kinds.pop()] if len(kinds) == 1 else "claims"
    claims = counted(plural, len(group.claims.rows))
    title = _("{conflict}: {claims}, {state}").format(conflict=group.id, claims=claims, state=_state(group))
    because = tuple(
        _("Preferred because: {reason}").format(reason=spoken(record, "preferred_because"))
        for record in group.claims.records()
        if record["preferred_because"]
    )
    yield Section("conflict", title, group.claims, columns("conflicts", without=("preferred_because",)), notes=because)
    if group.denials.rows:
        several = len(group.claims.rows) > 1
        passages_ = (column for column in passages(several=several) if column.name != "stance")
        yield Section("denial", _denied(group), group.denials, tuple(passages_))


def _state(group: Conflict) -> str:
    return _("settled") if group.settled else _("open")


def _denied(group: Conflict) -> str:
    """Return how many articles deny a claim, and how many independent texts they are where they are fewer."""
    articles = len(_values(group.denials, "source"))
    title = ngettext("Denied by {count} article", "Denied by {count} articles", articles)
    title = title.format(count=number(articles))
    voices = max(record["denying_voices"] for record in group.claims.records())
    if group.claims.rows[1:] or voices >= articles:
        return title
    independent = ngettext("{count} independent text", "{count} independent texts", voices)
    return _("{what}, {more}").format(what=title, more=independent.format(count=number(voices)))


def _values(rows: Rows, column: str) -> set[Any]:
    return {record[column] for record in rows.records()}
