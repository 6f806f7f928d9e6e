"""What curators write exists in English and in French: the format, what is stored, what is made from fields, search."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.settings import resource
from ocdb.words.language import LANGUAGES, speaking
from ocdb.words.places import in_country, in_place
from ocdb.words.summaries import _line
from tests.commands import loaded_text, ocdb, recorded

SOURCE = """\
source: {id: herald, publisher: The Invented Herald, authors: [Zoé Plume], language: en, published: 2019-03-04}
operators:
- {id: exemplia, name: Exemplia, note: {en: Once small., fr: Petite autrefois.}}
- {id: intelix, name: Intelix}
officials: [{id: ada, name: Ada Example}]
"""
CLAIMS = """\
events:
- {id: strike, cite: 1, kind: strike, status: happened, at: ma-agadir, date: 2019-02, parties: {subject: exemplia},
   summary: {en: Walk-out at Exemplia., fr: Débrayage chez Exemplia.}, note: {fr: Selon un témoin.}}
- {id: cuts, cite: 1, kind: dismissal, status: happened, at: TG, summary: Exemplia lets people go.}
sites:
- {id: site, cite: 2, operator: intelix, at: MA, status: open}
pledges:
- {id: promise, cite: 3, operators: exemplia, figure: {at_least: 1400}, measure: jobs, basis: operator, at: ma-agadir,
   due: 2009-06, conflicts_with: other, preferred_because: {en: The later., fr: La plus récente.}}
- {id: other, cite: 3, operators: exemplia, figure: 500, measure: jobs, basis: operator, at: TG}
losses:
- {id: loss, cite: 4, operators: exemplia, figure: {about: 400}, measure: headcount, basis: operator, at: US,
   cause: dismissal, status: happened}
statistics:
- {id: turnover, cite: 5, parties: {subject: exemplia}, figure: {about: 4000000}, measure: turnover, currency: EUR,
   period: year}
positions:
- {id: head, cite: 6, official: ada, organisation: exemplia, title: {en: Director, fr: Directrice}}
successions:
- {id: bought, cite: 7, kind: acquisition, status: completed, predecessor: intelix, successor: exemplia}
developments:
- {id: shut, cite: 8, concerns: site, status: closed, date: 2018-05}
"""
# Summaries that were written, and those that are made, in French with its own signs around them.
SUMMARIES = {
    "strike": ("Walk-out at Exemplia.", "Débrayage chez Exemplia."),
    "cuts": ("Exemplia lets people go.", "Exemplia lets people go."),
    "site": ("Site of Intelix in Morocco", "Site Intelix au Maroc"),
    "promise": (
        "Exemplia: at least 1,400 jobs in Agadir by June 2009",
        "Exemplia : au moins 1\u202f400 emplois à Agadir d’ici juin 2009",
    ),
    "other": ("Exemplia: 500 jobs in Togo", "Exemplia : 500 emplois au Togo"),
    "loss": (
        "Exemplia: loss of about 400 jobs in the United States (dismissal)",
        "Exemplia : perte d’environ 400 emplois aux États-Unis (licenciement)",
    ),
    "turnover": (
        "Exemplia: about 4,000,000 EUR turnover a year",
        "Exemplia : chiffre d’affaires d’environ 4\u202f000\u202f000 EUR par an",
    ),
    "head": ("Ada Example: Director, Exemplia", "Ada Example : directrice, Exemplia"),
    "bought": ("Acquisition of Intelix by Exemplia", "Rachat d’Intelix par Exemplia"),
    "shut": ("Site of Intelix in Morocco: closed (May 2018)", "Site Intelix au Maroc : fermé (mai 2018)"),
}


@cache
def world() -> Path:
    return loaded_text(SOURCE + CLAIMS)


def asked(sql: str) -> list[list[str]]:
    return ocdb("sql", sql, database=world()).rows


def found(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    problems = check(gather([tmp_path], around=[resource("seeds")]))
    return [(one.code, one.field, one.message) for one in problems]


# --- what is stored -----------------------------------------------------------------------------------------------


def test_a_claim_has_a_summary_in_both_languages_written_or_made() -> None:
    told = {key: (english, french.replace("\xa0", " ")) for key, english, french in asked(
        "SELECT id, summary, summary_fr FROM v_claims"
    )}  # fmt: skip
    assert told == SUMMARIES


def test_what_was_written_in_one_language_stands_in_both_columns() -> None:
    assert asked("SELECT note, note_fr FROM v_events WHERE id = 'strike'") == [["Selon un témoin."] * 2]
    assert asked("SELECT note, note_fr FROM v_operators WHERE id = 'exemplia'") == [
        ["Once small.", "Petite autrefois."]
    ]


def test_views_have_the_french_of_every_text_beside_it() -> None:
    columns = ocdb("sql", "SELECT id, preferred_because, preferred_because_fr FROM v_pledges", database=world()).rows
    assert ["promise", "The later.", "La plus récente."] in columns
    assert asked("SELECT what, what_fr FROM v_timeline WHERE claim = 'strike'") == [list(SUMMARIES["strike"])]
    assert asked("SELECT title, title_fr FROM v_positions") == [["Director", "Directrice"]]
    assert asked("SELECT positions_fr FROM v_officials WHERE id = 'ada'") == [["Directrice, Exemplia"]]
    summary, french = asked("SELECT summary, summary_fr FROM v_sites")[0]
    assert (summary, french) == ("Site of Intelix in Morocco (closed)", "Site Intelix au Maroc (fermé)")


# --- search -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("débrayage", "strike"),
        ("walk-out", "strike"),
        ("grève", "strike"),
        ("strikes", "strike"),
        ("licenciement", "cuts"),
        ("layoff", "cuts"),
        ("plan social", "cuts"),
        ("témoin", "strike"),
        ("centre d'appels offshore", "site"),
        ("directrice", "head"),
        ("récente", "promise"),
        ("plume", "herald"),
    ],
)
def test_search_finds_in_both_languages_by_the_labels_of_codes_and_by_authors(words: str, slug: str) -> None:
    assert slug in [row[1] for row in ocdb("search", words, database=world()).rows]


def test_a_hit_shows_where_it_is_in_the_language_of_the_reader_and_phrases_come_first() -> None:
    answer = ocdb("search", "plan social", "-f", "table", "--lang", "fr", database=recorded(), columns=200).out
    hits = [line for line in answer.splitlines() if line.endswith("plan social")]
    assert [line.split("  ")[0] for line in hits] == [
        "4 fiches pour plan social",
        *["perte d’emplois"] * 2,
    ]
    rows = ocdb("search", "plan social", database=recorded()).rows
    assert [row[0] for row in rows] == ["loss", "loss", "statement", "pledge"]


# --- the format ---------------------------------------------------------------------------------------------------


STATEMENT = "statements: [{{id: one, cite: 1, topic: market, summary: {summary}{more}}}]\n"


@pytest.mark.parametrize(
    ("summary", "problems"),
    [
        ("{en: It is so., fr: C'est ainsi.}", []),
        ("It is so.", [("one-language", "statements[1].summary", "this has no French")]),
        ("{fr: C'est ainsi.}", [("one-language", "statements[1].summary", "this has no English")]),
        ("12", [("wrong-value", "statements[1].summary", "this must be a text")]),
        ("{en: 12}", [("wrong-value", "statements[1].summary.en", "this must be a text")]),
        (
            "{de: So ist es.}",
            [
                (
                    "wrong-value",
                    "statements[1].summary",
                    "a text is written alone, in English, or as {en: ..., fr: ...}",
                )
            ],
        ),
        ('""', [("wrong-value", "statements[1].summary", "this text is empty")]),
    ],
)
def test_a_text_is_one_of_english_or_has_its_languages(
    summary: str, problems: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert found(tmp_path, SOURCE + STATEMENT.format(summary=summary, more=", note: Just so.")) == problems


# --- words --------------------------------------------------------------------------------------------------------


def said(work: Callable[..., str], *given: Any) -> tuple[str, ...]:
    told = []
    for language in LANGUAGES:
        with speaking(language):
            told.append(work(*given))
    return tuple(told)


def test_places_stand_behind_their_prepositions() -> None:
    with speaking("fr"):
        found = [
            in_country(*one) for one in (("MA", "Maroc"), ("TN", "Tunisie"), ("US", "États-Unis"), ("MG", "Madagascar"))
        ]
        assert found == ["au Maroc", "en Tunisie", "aux États-Unis", "à Madagascar"]
        assert in_country("XX", "Nulle-Part") == "(Nulle-Part)"
        assert [in_place("city", name) for name in ("Agadir", "Le Caire")] == ["à Agadir", "au Caire"]
    assert said(in_place, "region", "Souss-Massa") == ("in Souss-Massa", "(Souss-Massa)")
    assert in_country("GB", "United Kingdom") == "in the United Kingdom"


def test_nothing_is_left_of_what_is_empty_and_de_is_elided_in_french() -> None:
    assert _line("{who}: {figure} {where} ({cause})", who="", figure="9", where="", cause="") == "9"
    with speaking("fr"):
        assert [_line("Rachat de {name}", name=name) for name in ("Orange", "Webhelp", "Écho")] == [
            "Rachat d’Orange",
            "Rachat de Webhelp",
            "Rachat d’Écho",
        ]
