"""How much of the record can be verified: which citations count, in which state, by country and publisher."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from ocdb.opening.reader import open_reader
from ocdb.web.app import application
from ocdb.web.page import Site
from ocdb.web.readers import Readers
from tests.commands import five_articles, loaded_text, ocdb

SOURCE = "source: {{id: {slug}, publisher: {publisher}, language: en, published: 2020{more}}}\n"
HASHED = ", sha256: {digit}, paragraphs: 9, extent: {extent}"
CLAIMS = """statements:
- {id: seen, cite: [1, 2], topic: market, summary: Seen, at: TG}
- {id: begun, cite: [], topic: market, summary: Begun, at: TG}
- {id: counted, cite: 3, topic: market, summary: Counted, at: BJ}
- {id: lost, cite: [], topic: market, summary: Lost, at: BJ}
- {id: nowhere, cite: [], topic: market, summary: Nowhere}
"""


@cache
def world() -> Path:
    """Return a database with an article of each kind of evidence."""

    def source(slug: str, publisher: str, extent: str = "") -> str:
        more = HASHED.format(digit=("a" if extent == "whole" else "b") * 64, extent=extent) if extent else ""
        return SOURCE.format(slug=slug, publisher=publisher, more=more)

    return loaded_text(
        source("plain", "Herald") + CLAIMS,
        source("whole", "Courier", "whole") + "citations: [{claim: seen, cite: [4, 5]}]\n",
        source("part", "Herald", "beginning") + "citations: [{claim: begun, cite: 1}, {claim: seen, cite: 2}]\n",
    )


def asked(*arguments: str) -> Any:
    return json.loads(ocdb("evidence", *arguments, "-f", "json", database=world()).out)


def counts(row: dict[str, Any]) -> tuple[int | None, ...]:
    return tuple(row[name] for name in ("count", "whole", "beginning", "unhashed", "none", "rate"))


def test_a_claim_has_the_best_evidence_of_its_citations_however_many_paragraphs_they_name() -> None:
    claims, citations = asked()["all"]
    assert counts(claims) == (5, 1, 1, 1, 2, 40)
    assert counts(citations) == (8, 1, 2, 2, 3, 38)


def test_claims_count_in_each_country_and_citations_with_each_publisher() -> None:
    found = asked()
    assert {row["country"]: counts(row) for row in found["countries"]} == {
        "TG": (2, 1, 1, 0, 0, 100),
        "BJ": (2, 0, 0, 1, 1, 0),
    }
    assert [(row["publisher"], row["articles"], *counts(row)) for row in found["publishers"]] == [
        ("Herald", 2, 7, 0, 2, 2, 3, 29),
        ("Courier", 1, 1, 1, 0, 0, 0, 100),
    ]


def test_a_country_narrows_all_of_it() -> None:
    found = asked("Benin")
    assert [counts(row)[0] for row in found["all"]] == [2, 2]
    assert [row["publisher"] for row in found["publishers"]] == ["Herald"]
    assert ocdb("evidence", "Chad", "-f", "md", database=world()).out.startswith("## No claims are on record there\n")


def test_people_read_it_in_both_languages() -> None:
    english = ocdb("evidence", "-f", "md", database=world()).out
    assert "2 of 5 claims can be verified (40 %)" in english
    assert "| Claims | 5 | 1 | 1 | 1 | 2 | 40 |" in english
    french = ocdb("--lang", "fr", "evidence", "Togo", "-f", "md", database=world()).out
    assert "2 informations sur 2 sont v\u00e9rifiables" in french


def test_neither_all_nor_none_is_said_of_a_part() -> None:
    from ocdb.answers.evidence import share  # noqa: PLC0415

    assert [share(*pair) for pair in ((0, 0), (0, 9), (1, 999), (998, 999), (9, 9))] == [None, 0, 1, 99, 100]


@pytest.mark.parametrize("path", ["en/evidence/", "en/evidence/MA/", "fr/preuves/"])
def test_the_site_has_a_page_of_it(path: str) -> None:
    client = TestClient(application(Readers(lambda: open_reader(five_articles())), Site("", "2026-11-30", live=True)))
    reply = client.get(f"/{path}")
    assert reply.status_code == 200
    assert "Silicon.fr" in reply.text
