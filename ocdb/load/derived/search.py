"""Makes the entries of the search index: names, titles, summaries, notes and labels of codes, in both languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ocdb import kinds
from ocdb.load.derived.collecting import collect
from ocdb.load.references import references
from ocdb.load.row import Row, Rows
from ocdb.text import fold
from ocdb.words.articles import article_name
from ocdb.words.language import LANGUAGES, speaking

# The code lists whose labels say what a record is about; not those of how exact, how sure or of what state.
_TELLING = frozenset({
    "claim_kind", "event_kind", "institution_kind", "investment_kind", "loss_cause", "measure", "outcome",
    "statistic_measure", "succession_kind", "topic",
})  # fmt: skip


def search_entries(rows: Rows) -> Iterator[Row]:
    """Yield an entry for each party, place, source and claim."""
    yield from entries_of_registers(rows)
    yield from entries_of_articles(rows)


def entries_of_registers(rows: Rows) -> Iterator[Row]:
    """Yield an entry for each party and place."""
    labels = _labels(rows, ("institution",))
    names = collect(rows, "party_name", "party_id", "name")
    for party in rows.get("party", ()):
        known = sorted(names[party["id"]])
        yield _entry(party, party["kind"], party["name"], labels=labels[party["id"]], names=known)
    names = collect(rows, "place_name", "place_id", "name")
    for place in rows.get("place", ()):
        yield _entry(place, "place", place["label"], names=sorted(names[place["id"]]))


def entries_of_articles(rows: Rows) -> Iterator[Row]:
    """Yield an entry for each source and claim; a claim is also found by whom its sources quote."""
    labels = _labels(rows, ("claim", *(kind.table for kind in kinds.CLAIMS)))
    authors = collect(rows, "source_author", "source_id", "name")
    for source in rows.get("source", ()):
        more = [source["publisher"], *authors[source["id"]]]
        yield _entry(source, "source", *_titles(source), more=more)
    called = {party["id"]: party["name"] for party in rows.get("party", ())}
    speakers = collect(rows, "claim_speaker", "claim_id", "party_id")
    for claim in rows.get("claim", ()):
        more = [called[slug] for slug in speakers[claim["id"]]]
        titles = (claim["summary"], claim["summary_fr"])
        yield _entry(claim, claim["kind"], *titles, labels=labels[claim["id"]], more=more)


def _labels(rows: Rows, tables: Iterable[str]) -> dict[str, list[str]]:
    """Return the labels of the codes of each record of some tables, in both languages, with other words for them."""
    words = {
        (table, code["id"]): [code["label_en"], code["label_fr"], *(code["also"] or "").split("; ")]
        for table in _TELLING
        for code in rows.get(table, ())
    }
    found: dict[str, list[str]] = defaultdict(list)
    for table in dict.fromkeys(tables):
        for column, code_list in _coded(table):
            for row in rows.get(table, ()):
                found[row["id"]] += words.get((code_list, row[column]), ())
    return found


@cache
def _coded(table: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a table that hold codes of those lists."""
    return tuple((one.column, one.table) for one in references(table) if one.table in _TELLING)


def _titles(source: Row) -> tuple[str, ...]:
    """Return what people call an article, in each language."""
    titles = []
    for language in LANGUAGES:
        with speaking(language):
            titles.append(article_name(source["title"], source["publisher"], source["published"]))
    return tuple(titles)


def _entry(
    row: Row,
    kind: str,
    title: str,
    french: str | None = None,
    *,
    labels: Iterable[str] = (),
    names: Iterable[str] = (),
    more: Iterable[str] = (),
) -> Row:
    """Return an entry; its other names are shown with the texts, and found like the title."""
    key, title_fr = row["id"], french or title
    text, text_fr = (
        _passage(_once(names, title), (row.get(f"preferred_because{end}"), row[f"note{end}"]), _once(more, title))
        for end in ("", "_fr")
    )
    told = "; ".join(_once(labels, ""))
    return {
        "id": key,
        "kind": kind,
        "title": title,
        "title_fr": title_fr,
        "text": text,
        "text_fr": text_fr,
        "labels": told,
        "folded_title": " ".join(dict.fromkeys(fold(one) for one in (title, title_fr, key, *names))),
        "folded_text": " ".join(dict.fromkeys(map(fold, filter(None, (_plain(text), _plain(text_fr), told))))),
    }


def _once(texts: Iterable[str | None], title: str) -> list[str]:
    """Return texts, each once, without one that is the title."""
    return list(dict.fromkeys(text for text in texts if text and text != title))


def _passage(names: Sequence[str], sentences: Iterable[str | None], more: Sequence[str]) -> str:
    """Return other names, sentences and further names as people read them: names apart, or two would read as one."""
    told = " ".join([*filter(None, sentences), *filter(None, ["; ".join(name for name in more if name not in names)])])
    return "; ".join(filter(None, [*names, told]))


def _plain(text: str) -> str:
    """Return a passage without what parts its names: words are found as they are."""
    return text.replace("; ", " ")
