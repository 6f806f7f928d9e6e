"""Makes the entries of the search index: names, titles, summaries and notes."""

from collections.abc import Iterable, Iterator

from ocdb.load.derived.collecting import collect
from ocdb.load.row import Row, Rows
from ocdb.text import fold


def search_entries(rows: Rows) -> Iterator[Row]:
    """Yield an entry for each party, place, source and claim; a claim is also found by whom its sources quote."""
    names = collect(rows, "party_name", "party_id", "name")
    for party in rows.get("party", ()):
        yield _entry(party["kind"], party["id"], party["name"], [party["note"]], sorted(names[party["id"]]))
    names = collect(rows, "place_name", "place_id", "name")
    for place in rows.get("place", ()):
        yield _entry("place", place["id"], place["label"], [place["note"]], sorted(names[place["id"]]))
    for source in rows.get("source", ()):
        yield _entry("source", source["id"], source["title"] or source["id"], [source["publisher"], source["note"]])
    called = {party["id"]: party["name"] for party in rows.get("party", ())}
    speakers = collect(rows, "claim_speaker", "claim_id", "party_id")
    for claim in rows.get("claim", ()):
        texts = [claim["preferred_because"], claim["note"], *(called[slug] for slug in speakers[claim["id"]])]
        yield _entry(claim["kind"], claim["id"], claim["summary"], texts)


def _entry(kind: str, key: str, title: str, texts: Iterable[str | None], names: Iterable[str] = ()) -> Row:
    """Return an entry; its other names are shown with the texts, and found like the title."""
    text = " ".join(dict.fromkeys(text for text in (*names, *texts) if text and text != title))
    titles = dict.fromkeys(fold(text) for text in (title, key, *names))
    return {
        "id": key,
        "kind": kind,
        "title": title,
        "text": text,
        "folded_title": " ".join(titles),
        "folded_text": fold(text),
    }
