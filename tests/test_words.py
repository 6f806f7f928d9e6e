"""Dates, figures and reasons as people write them, in English and in French."""

from pathlib import Path

import pytest

from ocdb.words import dates, figures
from ocdb.words.dates import deadline, in_words, lasting
from ocdb.words.language import preferred, speaking
from ocdb.words.lines import line_amount
from ocdb.words.nouns import counted, nothing
from ocdb.words.reasons import CODES, sentence
from ocdb.words.typography import french
from tests.cases import each

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@each(
    "edtf, english, french_",
    [
        ("2012", "2012", "2012"),
        ("2009-06", "June 2009", "juin 2009"),
        ("2009-07-01", "1 July 2009", "1er juillet 2009"),
        ("2012~", "about 2012", "vers 2012"),
        ("2012-05-03~", "about 3 May 2012", "vers le 3 mai 2012"),
        ("2011-06?", "June 2011?", f"juin 2011{NARROW}?"),
        ("../2009-06", "by June 2009", "au plus tard en juin 2009"),
        ("../2009-05-04", "by 4 May 2009", "au plus tard le 4 mai 2009"),
        ("2009-06/..", "June 2009 or later", "juin 2009 ou plus tard"),
        ("2020-07-11/2020-07-31", "between 11 and 31 July 2020", "entre le 11 et le 31 juillet 2020"),
        ("2008-11/2009-02", "between November 2008 and February 2009", "entre novembre 2008 et février 2009"),
        ("2011-10-01/2011-10-10?", "early October 2011?", f"début octobre 2011{NARROW}?"),
        ("2011-10-11/2011-10-20", "mid-October 2011", "mi-octobre 2011"),
        ("2012-02-21/2012-02-29", "late February 2012", "fin février 2012"),
        ("2012-02-21/2012-02-28", "between 21 and 28 February 2012", "entre le 21 et le 28 février 2012"),
        ("", "", ""),
    ],
)
def test_a_date_is_as_precise_as_its_source(edtf: str, english: str, french_: str) -> None:
    assert in_words(edtf) == english
    with speaking("fr"):
        assert in_words(edtf) == french_


def test_a_deadline_and_a_time_that_lasts_have_their_own_words() -> None:
    assert [deadline("2009-06"), deadline("2012~"), deadline("2009-07-01")] == [
        "by June 2009",
        "by about 2012",
        "by 1 July 2009",
    ]
    assert [lasting("2007-03/.."), lasting("2007/2010")] == ["since March 2007", "2007 – 2010"]
    with speaking("fr"):
        assert deadline("2009-06") == "d’ici juin 2009"
        assert deadline("2012~") == "d’ici 2012 environ"
        assert lasting("2007-03-22/..") == "depuis le 22 mars 2007"


@each(
    "figure, english, french_",
    [
        ((1, 1, "exact"), "1 job", "1 emploi"),
        ((1500, 1500, "exact"), "1,500 jobs", f"1{NARROW}500 emplois"),
        ((400, 400, "about"), "about 400 jobs", "environ 400 emplois"),
        ((360, 399, "nearly"), "nearly 400 jobs", "près de 400 emplois"),
        ((3000, None, "at_least"), "at least 3,000 jobs", f"au moins 3{NARROW}000 emplois"),
        ((None, 800, "at_most"), "at most 800 jobs", "au plus 800 emplois"),
        ((300, 400, "range"), "300 to 400 jobs", "300 à 400 emplois"),
    ],
)
def test_a_figure_keeps_its_bound(figure: tuple[int | None, int | None, str], english: str, french_: str) -> None:
    assert figures.amount(*figure, "jobs") == english
    with speaking("fr"):
        assert figures.amount(*figure, "jobs") == french_


def test_numbers_are_grouped_as_each_language_does() -> None:
    assert [figures.number(value) for value in (None, 0, 999, 1000, 1234567, 91.31)] == [
        "",
        "0",
        "999",
        "1,000",
        "1,234,567",
        "91.31",
    ]
    with speaking("fr"):
        assert figures.number(91.31) == "91,31"
        assert figures.number(1234567) == f"1{NARROW}234{NARROW}567"


def test_what_has_to_be_said_beside_a_total_is_said() -> None:
    assert "may" in line_amount("levels", 3000, None, "at_least")
    assert counted("sites", 1) == "1 site"
    assert nothing("sites", "Togo") == "No sites are on record: Togo"
    with speaking("fr"):
        assert counted("sites", 0) == "0 site"
        assert counted("sites", 2) == "2 sites"


def test_every_reason_without_parameters_has_words_in_both_languages() -> None:
    for code in sorted(CODES):
        try:
            english = sentence(code, {})
        except KeyError:  # it needs its parameters
            continue
        with speaking("fr"):
            assert sentence(code, {}) not in ("", code, english), code


def test_french_typography_is_set_for_curators() -> None:
    written = "L'annonce : « 1 500 emplois » ; c'est tout ! Vrai ? 70 % de 12 000 EUR"
    assert french(written) == (
        f"L’annonce{WIDE}: «{WIDE}1{NARROW}500 emplois{WIDE}»{NARROW}; c’est tout{NARROW}! Vrai{NARROW}? "
        f"70{NARROW}% de 12{NARROW}000{WIDE}EUR"
    )


@each(
    "variables, language",
    [
        ({}, "en"),
        ({"LANG": "fr_MA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "OCDB_LANG": "en"}, "en"),
    ],
)
def test_the_language_follows_the_user_and_then_the_locale(variables: dict[str, str], language: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("OCDB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
            patch.delenv(name, raising=False)
        for name, value in variables.items():
            patch.setenv(name, value)
        assert preferred() == language
        assert preferred("fr") == "fr"


def test_dates_and_figures_have_no_words_of_their_own() -> None:
    for module in (dates, figures):
        assert not {letter for letter in Path(str(module.__file__)).read_text("utf-8") if letter in "éèêàùç"}, module
