"""What answers that add up have in common: the scope in words, names of groups, the articles behind what counts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section, joined
from ocdb.answers.columns import names, spoken
from ocdb.answers.later import LaterData, LaterRows, many
from ocdb.answers.names import meant
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.dates import deadline, span
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.reasons import short

if TYPE_CHECKING:
    from ocdb.rules.reasons import Reason

# What articles are asked for: some claims, some with later news of them, or those about somebody or some place. Each
# with what it takes to come from a citation to the key.
_CLAIM = ("", "cited.claim")
_IN_PLACE = "JOIN v_claim_places AS about ON about.claim = cited.claim"
_ABOUT = {
    "claim": (_CLAIM,),
    "record": (_CLAIM, ("JOIN v_developments AS about ON about.id = cited.claim", "about.concerns")),
    "party": (("JOIN v_claim_parties AS about ON about.claim = cited.claim", "about.party"),),
    "place": ((f"{_IN_PLACE} JOIN v_place_within AS around ON around.place = about.place", "around.within"),),
}
# A list of what counts is printed without being asked for where it isn't longer than this.
SCREENFUL = 15


def scope_in_words(wording: Wording, scope: Record, asked: Iterable[str], *more: str) -> str:
    """Return a scope: ``Morocco, Webhelp, promised by operators, by the end of 2011``; an area with what it covers.

    Args:
        wording: what countries, places and operators are called.
        scope: what was asked, as data.
        asked: the operators that were asked for, without whom they take in.
        more: what else it is limited to, in words.
    """
    named = {"country": scope["country"], "place": scope["place"], "operator": asked, "source": scope["source"]}
    parts = [meant(wording, kind, key) for kind, keys in named.items() for key in keys]
    parts += [*more]
    if scope.get("due_by"):
        parts.append(_("due {by}").format(by=deadline(scope["due_by"])))
    parts.append(span(scope.get("since"), scope.get("until")))
    return capital(", ".join(filter(None, parts)))


def capital(text: str) -> str:
    """Return a text with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def group(by: str) -> Column:
    """Return the column of a group by its name; the whole comes last."""

    def cell(record: Record, wording: Wording) -> Cell:
        key = record[by]
        if key is None:
            return Cell(_("all"))
        if by == "year":
            return Cell(str(key))
        return Cell(wording.label(key, "basis") if by == "basis" else wording.name(by, key))

    headings = {
        "operator": _("Operator"), "country": _("Country"), "place": _("Place"), "year": _("Year"),
        "basis": _("By whom"),
    }  # fmt: skip
    return Column(by, headings[by], cell)


def sources_of(reader: Reader, keys: Sequence[str], kind: str = "claim") -> Section:
    """Return the articles that support some claims, by date, each with the keys of those that it supports.

    Args:
        reader: the database.
        keys: of the claims; of what they are about, where `kind` says so.
        kind: of _ABOUT.
    """
    supported = _supported(reader, keys, kind)
    return _articles(reader, len(supported), lambda: supported)


def later_sources(reader: Reader, count: int, keys: Callable[[], Sequence[str]]) -> Section:
    """Return the articles that support some claims, of which it is known how many they are."""
    return _articles(reader, count, lambda: _supported(reader, keys(), "claim"))


def _supported(reader: Reader, keys: Sequence[str], kind: str) -> dict[str, list[str]]:
    """Return the articles that support some claims, each with the keys of those that it supports."""
    pairs: set[tuple[str, str]] = set()
    for join, about in _ABOUT[kind]:
        sql = f"SELECT cited.source, {about} FROM v_citations AS cited {join} WHERE cited.stance = 'supports'"
        pairs.update(among(reader, f"{sql} AND {about} IN ({{keys}})", keys).rows)
    supported = defaultdict(list)
    for source, key in sorted(pairs):
        supported[source].append(key)
    return supported


def _articles(reader: Reader, count: int, read_supported: Callable[[], dict[str, list[str]]]) -> Section:
    def read() -> Rows:
        supported = read_supported()
        rows = among(reader, _ARTICLES, supported).ordered("published_from", "id")
        return Rows((*rows.columns, "supports"), [(*row, "; ".join(supported[row[0]])) for row in rows.rows])

    articles = LaterRows(count, read)
    *shown, last = columns("articles", without=("claims",))
    title = titled(_("Articles"), articles)
    return Section("source", title, articles, (*shown, names(_("Supports"), "supports"), last), shown=False)


_ARTICLES = "SELECT * FROM v_sources WHERE id IN ({keys})"


def behind_promises(reader: Reader, pledges: Callable[[], Sequence[str]], count: int | None = None) -> Section:
    """Return the articles that support some promises, or what decided their verdicts.

    Args:
        reader: the database.
        pledges: gives the promises.
        count: how many articles these are, where that is known.
    """
    sql = "SELECT claim FROM v_ledger_evidence WHERE bearing = 'decides' AND pledge IN ({keys})"

    def keys() -> list[str]:
        some = pledges()
        return sorted({*some, *(claim for (claim,) in among(reader, sql, some).rows)})

    return sources_of(reader, keys()) if count is None else later_sources(reader, count, keys)


def articles_told(sources: Section) -> Iterator[str]:
    """Yield how many articles are behind an answer that doesn't show them, and the option that does."""
    if not sources.shown and (count := many(sources.rows)):
        yield _("Articles: {count}; see --sources").format(count=number(count))


def screenful(rows: Rows) -> Rows | None:
    """Return no rows in the place of more than a screen has room for; None where people see them all."""
    return None if 0 < many(rows) <= SCREENFUL else Rows((), [])


def with_parts(answer: Answer, by: str | None, wanted: Sequence[str], left_out: Counter[str]) -> Answer:
    """Return an answer that adds up with some of its parts shown, and with what is said of the others.

    A table of data has the parts that are asked for, else a line a total or a group; JSON has the articles where they
    are.

    Args:
        answer: its sections are ``total``, perhaps ``group``, those behind them, and the articles last.
        by: what it is grouped by.
        wanted: the names of the sections that are asked for.
        left_out: how many don't count, by the code of the reason.
    """
    whole = answer.showing(wanted)
    articles = whole.sections[-1]
    data = LaterData(lambda: {**(whole.data or {}), **({"sources": articles.rows.records()} if articles.shown else {})})
    tables = wanted or ("group" if by else "total",)
    return replace(
        whole,
        more=tuple(_hidden(whole.sections, left_out)),
        data=data,
        rows=joined([section for section in whole.sections if section.name in tables]),
    )


def _hidden(sections: Sequence[Section], left_out: Counter[str]) -> Iterator[str]:
    """Yield what isn't printed, and the option that prints it."""
    hidden = {one.name: one for one in sections if not one.shown and many(one.rows)}
    if counted := hidden.get("counted"):
        yield counted.further
    if "left_out" in hidden:
        yield _("Left out: {why}; see --left-out").format(why=why_left_out(left_out))
    if reported := hidden.get("report"):
        yield _("Reported figures: {count}; see --reports").format(count=number(many(reported.rows)))
    yield from articles_told(sections[-1])


def titled(title: str, rows: Rows) -> str:
    """Return the title of a list, which says so where there is nothing in it."""
    return title if many(rows) else _("{title}: none").format(title=title)


def why_left_out(reasons: Counter[str]) -> str:
    """Return how many are left out for each kind of reason: ``12 (part of another: 8, due later: 4)``.

    Args:
        reasons: how many for the code of each.
    """
    counts: Counter[str] = Counter()
    for code, count in reasons.items():
        counts[short(code)] += count
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    each = ", ".join(_("{line}: {count}").format(line=text, count=number(many)) for text, many in ordered)
    return f"{number(counts.total())} ({each})" if counts else "0"


def with_reason(
    records: Callable[[Sequence[str]], Rows], count: int, left_out: Callable[[], Sequence[tuple[str, "Reason"]]]
) -> Rows:
    """Return records that are left out, each with its reason as a code and its parameters.

    Args:
        records: reads them by their keys.
        count: how many they are.
        left_out: gives the keys and the reasons.
    """

    def read() -> Rows:
        some = left_out()
        rows = records([key for key, _reason in some])
        listed = [(*row, why.code, why.stored) for row, (_key, why) in zip(rows.rows, some, strict=True)]
        return Rows((*rows.columns, "reason", "reason_details"), listed)

    return LaterRows(count, read)


def reason_data(why: "Reason") -> dict[str, Any]:
    """Return a reason as JSON has it: its code, and its parameters as an object."""
    return {"reason": why.code, "reason_details": dict(why.details)}


def summaries(heading: str) -> Column:
    """Return a column of what a record says in a line, in the language that is spoken."""
    return Column("summary", heading, lambda record, _wording: Cell(spoken(record, "summary")))
