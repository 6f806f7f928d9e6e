"""Takes fixtures on the way of a load, without a database: records, checks, rows, derived tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ocdb.curation.checks import check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.document import Document
from ocdb.curation.problems import Problem
from ocdb.curation.shaping import shape
from ocdb.load.derived import derived
from ocdb.load.row import Rows
from ocdb.load.rows import rows
from ocdb.settings import resource
from scripts.worlds.curating import Record
from scripts.worlds.growing import AREA, COUNTRIES


@dataclass(frozen=True)
class Loaded:
    """What a load makes of fixtures: rows by table, and what is wrong in them; with an error nothing is derived."""

    rows: Rows
    errors: list[Problem]


def load(files: Sequence[Record], *, checked: bool = True) -> Loaded:
    """Return what a load makes of fixtures; the codes and countries are those of the seeds."""
    corpus = _of(files)
    errors = [problem for problem in check(corpus) if problem.severity == "error"] if checked else []
    found = rows(corpus)
    return Loaded(found if errors else found | derived(found), errors)


def _of(files: Sequence[Record]) -> Corpus:
    corpus = Corpus(codes=_seeds().codes, entries={kind: dict(found) for kind, found in _seeds().entries.items()})
    for number, file in enumerate(files):
        corpus.add(shape(Document(f"world-{number}.yaml", file)))
    corpus.join_parts()
    return corpus


@cache
def _seeds() -> Corpus:
    """Return the code lists, and the countries and the area of the worlds."""
    seeds = gather([resource("seeds") / "codes.yaml", resource("seeds") / "countries.yaml"])
    countries = {key: entry for key, entry in seeds.entries["country"].items() if key in COUNTRIES}
    area = seeds.entries["area"][AREA]
    there = area.record.model_copy(update={"countries": [key for key in area.record.countries if key in countries]})
    return Corpus(codes=seeds.codes, entries={"country": countries, "area": {AREA: replace(area, record=there)}})
