"""The record itself: what every fixture that travels with ocdb keeps to, beyond what the checks ask of any file."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.load.reading import read_corpus
from tests.commands import ocdb
from tests.travelling import ROOT, everything_travels

# All that is curated, not only what tests ask of.
FIXTURES = ROOT / "fixtures"
NEARLY = re.compile(r"\b(nearly|almost|close to|just under|near(?! the)\b)", re.IGNORECASE)
PLANS = re.compile(r"\b(is|are) (about )?to\b|\bwants? to\b|\bhas (chosen|decided|announced)\b", re.IGNORECASE)
NO_SUBJECT = re.compile(r"^(It|They|He|She|Those|That|This|These|The (company|minister|president|firm|group|centre)) ")
PEOPLE = ("jobs", "headcount")
LEFT = ("figure-tenfold", "same-claim", "position-elsewhen")
OTHER_WORDS = {
    "touring show": "roadshow",
    "online trade": "e-commerce",
    "over IP": "VoIP",
    "computer help": "IT support",
}


@cache
def _files() -> list[tuple[str, dict[str, Any]]]:
    # A loader in C, where there is one; both give strings only.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    paths = sorted(Path(FIXTURES).rglob("*.yaml"))
    return [(path.name, yaml.load(path.read_text("utf-8"), Loader=loader)) for path in paths]  # noqa: S506


def _records(*lists: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, content in _files():
        for key in lists or content:
            for record in content.get(key, []) if isinstance(content.get(key), list) else []:
                yield f"{name}: {record.get('id') or record.get('claim')}", record


@cache
def _corpus() -> Corpus:
    with everything_travels():
        return read_corpus()


def _notes(record: dict[str, Any]) -> str:
    return " ".join(_english(value) for key, value in record.items() if key.endswith(("note", "because", "summary")))


def _english(text: str | dict[str, str]) -> str:
    """Return what a curator wrote in English, alone or beside the French."""
    return text["en"] if isinstance(text, dict) else text


def test_it_has_no_error_and_no_warning_but_such_as_a_curator_leaves() -> None:
    # A figure that is far from the others, or a claim that looks like another one, may be right: its note says so.
    assert [warning for warning in _corpus().problems if warning.code not in LEFT] == []  # an error raises


def test_every_file_leads_an_editor_to_the_schema_which_is_as_ocdb_prints_it() -> None:
    for path in FIXTURES.glob("*/*.yaml"):
        assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../ocdb.schema.json\n"), path
    with everything_travels():
        assert json.loads((FIXTURES / "ocdb.schema.json").read_text("utf-8")) == json.loads(ocdb("schema").out)


def test_every_pledge_says_how_firm_it_is() -> None:
    silent = [where for where, pledge in _records("pledges") if "firmness" not in pledge]
    assert not silent, "write firmness:, also where it is the default"


def test_a_number_that_was_nearly_reached_isnt_about_that_number() -> None:
    bent = [
        where
        for where, record in _records()
        if "about" in (record.get("figure") or record.get("amount") or "") and NEARLY.search(_notes(record))
    ]
    assert not bent, "write {nearly: ...}, or say in other words what is near"


def test_the_summary_of_an_event_is_still_true_once_it_has_happened() -> None:
    bent = [where for where, event in _records("events") if PLANS.search(_english(event["summary"]))]
    assert not bent, "name the event, and leave its time to status and date"


def test_a_statement_stands_alone() -> None:
    dangling = [where for where, said in _records("statements") if NO_SUBJECT.search(_english(said["summary"]))]
    assert not dangling, "name who or what it is about"


def test_the_record_speaks_the_words_of_the_trade() -> None:
    odd = [
        f"{where}: write {right}"
        for where, record in _records()
        for wrong, right in OTHER_WORDS.items()
        if wrong in _notes(record)
    ]
    assert not odd


def test_a_title_doesnt_repeat_the_organisation() -> None:
    names = {party.record.id: party.record.name for party in _corpus().of("operator", "institution")}
    twice = [
        where
        for where, role in _records("positions")
        if _english(role["title"]).endswith(f" of {names.get(role.get('organisation', ''))}")
    ]
    assert not twice, "the organisation stands in its own field"


def test_a_level_starts_from_what_its_own_article_tells() -> None:
    missing = []
    for name, content in _files():
        there = {
            (str(report["operators"]), report["at"], _of(report, "as_of"))
            for report in content.get("reports", [])
            if report["measure"] in PEOPLE and report["kind"] == "held" and "operators" in report
        }
        missing += [
            f"{name}: {pledge['id']}"
            for pledge in content.get("pledges", [])
            if "baseline" not in pledge and pledge["measure"] in PEOPLE and pledge.get("reading") != "additional"
            if (str(pledge.get("operators")), pledge["at"], _of(pledge, "announced")) in there
        ]
    assert not missing, "write baseline: the report of how many were there, or none where the site is new"


def test_a_level_is_no_part_of_a_later_one() -> None:
    """Baselines tell two levels of one employer apart; part_of isn't bent to keep them from being added."""
    pledges = {entry.record.id: entry for entry in _corpus().of("pledge")}
    bent = [
        f"{entry.record.id} in {whole}"
        for entry in pledges.values()
        for whole in entry.record.part_of
        if "additional" not in (entry.record.reading, pledges[whole].record.reading)
        and entry.record.operators == pledges[whole].record.operators
        and _year(pledges[whole]) > _year(entry)
    ]
    assert not bent


def _of(record: dict[str, Any], field: str) -> str:
    """Return the year of a date."""
    return str(record.get(field))[:4]


def _year(entry: Entry) -> int:
    return int((re.search(r"[0-9]{4}", entry.record.announced or "") or ["0"])[0])
