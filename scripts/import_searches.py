"""Brings curators' logs of searches into the register, fixtures/searches.yaml.

    python -m scripts.import_searches LOG.jsonl
    python -m scripts.import_searches --where "stored public pages" log.jsonl

A log has a line of JSON a search: {"words": ..., "on": ..., "languages": [...], "countries": [...], "hits": 9,
"used": [...], "for": [...]}. A search that is in the register already, by day, words and place, takes what the log says
now, so that the logs may be imported again when more of their sources and promises are on record. What isn't is left
out and named; where no source that a search led to is on record yet, its promises are left out as well, since nobody
could tell it from a search that found nothing.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.ordering import order
from ocdb.curation.reading import read
from ocdb.intake.sheets.slugs import free
from ocdb.intake.writing import dump
from ocdb.text import fold, slug

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "fixtures" / "searches.yaml"
COMMENT = (
    "Searches by words, many of them for what came of a promise: a search that found nothing is a finding too. Made "
    "by scripts/import_searches.py from the logs of curators; `ocdb coverage`, `ocdb review` and `ocdb show PLEDGE` "
    "tell of them."
)
LONGEST = 60

Search = dict[str, Any]


def merged(known: Iterable[Search], logged: Iterable[Search], corpus: Corpus) -> tuple[list[Search], list[str]]:
    """Return all searches, by day and key, and what of the logs is left out since no record bears its slug."""
    found = {_same(search): search for search in known}
    keys = {search["id"] for search in found.values()}
    left_out: list[str] = []
    for search in logged:
        own = dict(search)
        for name, kinds in (("used", ("source",)), ("for", ("pledge",)), ("countries", ("country", "area"))):
            slugs = [_living(corpus, slug, kinds) for slug in own.get(name) or ()]
            left_out += [slug for slug in own.get(name) or () if not _living(corpus, slug, kinds)]
            own[name] = [*dict.fromkeys(slug for slug in slugs if slug)]
        if search.get("used") and not own["used"]:
            own["for"] = []
        before = found.get(_same(own))
        own["id"] = before["id"] if before else _key(own, keys)
        keys.add(own["id"])
        found[_same(own)] = {name: own[name] for name in order("search") if own.get(name) not in (None, [])}
    return sorted(found.values(), key=lambda one: (str(one["on"]), one["id"])), left_out


def _same(search: Search) -> tuple[str, str, str]:
    return str(search["on"]), fold(search["words"]), fold(search["where"])


def _living(corpus: Corpus, slug: str, kinds: Iterable[str]) -> str:
    """Return a slug, or the one that took its place; nothing where there is none of these kinds."""
    retired = corpus.find(["retired"], slug)
    slug = (retired.record.successor or "") if retired else slug
    return slug if corpus.find(kinds, slug) else ""


def _key(search: Search, taken: set[str]) -> str:
    words = slug(search["words"])[:LONGEST].strip("-") or "-".join(search.get("countries", [])).lower() or "words"
    return free(f"search-{search['on']}-{words}", taken.__contains__)


def logged(paths: Iterable[Path], where: str) -> Iterator[Search]:
    """Yield the searches of some logs.

    Raises:
        ValueError: a line is none.
    """
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip():
                search = json.loads(line)
                if not isinstance(search, dict) or not {"on", "words"} <= search.keys():
                    raise ValueError(f"{path}:{number}: a search has words and a day")
                yield {"where": where} | {name: search[name] for name in order("search") if name in search}


def main() -> None:
    """Import the logs that are named."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("logs", nargs="+", type=Path)
    parser.add_argument(
        "--where", default="stored public pages", help="what was searched, where the log doesn't say it"
    )
    parser.add_argument("--register", type=Path, default=REGISTER)
    given = parser.parse_args()
    known = read(given.register).data["searches"] if given.register.is_file() else []
    corpus = gather([ROOT / "seeds", ROOT / "fixtures"])
    searches, left_out = merged(known, logged(given.logs, given.where), corpus)
    given.register.write_text(dump({"searches": searches}, COMMENT), "utf-8")
    sys.stdout.write(f"{len(searches)} searches in {given.register}\n")
    if left_out:
        sys.stderr.write(f"not on record, and left out: {', '.join(dict.fromkeys(left_out))}\n")


if __name__ == "__main__":
    main()
