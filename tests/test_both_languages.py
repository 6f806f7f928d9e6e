"""What readers of either language type, and what a reader of French reads."""

import json

import pytest

from ocdb.words.choices import BASES
from tests.commands import ocdb, recorded


@pytest.mark.slow
def test_kinds_groups_bases_and_states_are_understood_in_both_languages_whatever_is_spoken() -> None:
    same: dict[tuple[str, ...], list[tuple[str, ...]]] = {
        ("list", "operators"): [("list", "opérateurs"), ("list", "operateur"), ("list", "Operator")],
        ("list", "pledges"): [("list", "promesses"), ("list", "promise"), ("list", "PROMESSE")],
        ("list", "losses"): [("list", "pertes"), ("list", "loss")],
        ("jobs", "--by", "country"): [("jobs", "--by", "pays"), ("jobs", "--by", "countries")],
        ("jobs", "--by", "operator"): [("jobs", "--by", "opérateurs")],
        ("jobs", "--by", "year"): [("jobs", "--by", "année")],
        ("jobs", "--basis", "government"): [("jobs", "--basis", word) for word in ("gouvernement", "pouvoirs publics")],
        ("pledges", "--verdict", "missed"): [("pledges", "--verdict", word) for word in ("manqué", "non tenues")],
        ("list", "sites", "--status", "closed"): [("list", "sites", "--status", "fermées")],
        ("list", "sites", "--sort", "operator_name"): [("list", "sites", "--sort", "Opérateur")],
        ("pledges", "--sort", "operator_name"): [("pledges", "--sort", "opérateur")],
        ("review", "--kind", "silent_site"): [("review", "--kind", "sites sans nouvelles")],
    }  # fmt: skip
    for words, others in same.items():
        for language in ("en", "fr"):
            wanted = ocdb("--lang", language, *words, "-f", "json", database=recorded())
            for other in others:
                answer = ocdb("--lang", language, *other, "-f", "json", database=recorded())
                assert (answer.code, answer.out) == (wanted.code, wanted.out), (language, other, answer.err)


def test_suggestions_are_in_the_language_that_is_spoken() -> None:
    for language, word, said in (("fr", "promese", "promesses"), ("en", "promese", "pledges")):
        assert said in ocdb("--lang", language, "list", word).err
    assert "opérateur, pays, lieu, année" in ocdb("--lang", "fr", "jobs", "--by", "zzz").err


def test_places_names_and_work_are_in_the_language_that_is_spoken() -> None:
    for language, command, said in (
        ("fr", ("list", "sites", "ZA"), "Le Cap"),
        ("en", ("list", "sites", "ZA"), "Cape Town"),
        ("en", ("list", "sites", "--place", "Tanger"), "Tangier, Morocco"),
        ("fr", ("review", "--kind", "overdue_pledge"), "salariés"),
    ):
        answer = ocdb("--lang", language, *command, "-f", "table", database=recorded())
        assert said in answer.out, command
    name = ocdb("show", "Fred Sabbah", "-f", "table", database=recorded()).out
    assert "full name" in name
    assert "legal name" not in name
    rows = json.loads(ocdb("--lang", "fr", "list", "sites", "ZA", "-f", "json", database=recorded()).out)
    assert "Le Cap" not in {row["place_name"] for row in rows}


def test_a_command_that_there_was_says_what_answers_its_question() -> None:
    assert "ocdb show NAME" in ocdb("who").err


def test_a_value_is_offered_by_the_word_that_tables_have_for_it() -> None:
    labels = {
        row["code"]: row["label_fr"]
        for row in json.loads(ocdb("sql", "SELECT code, label_fr FROM v_codes WHERE list = 'basis'", "-f", "json",
                                   database=recorded()).out)
    }  # fmt: skip
    assert {code: texts[1] for code, texts in BASES.items()} == labels
    hint = ocdb("--lang", "fr", "jobs", "--basis", "zzz").err
    assert "opérateur, pouvoirs publics, fédération, analyste" in hint


def test_verdicts_of_what_is_overdue_are_told_in_the_words_that_are_spoken() -> None:
    for language, verdict, values in (
        ("en", "delivered", "no_evidence, missed"),
        ("fr", "tenue", "sans information, non tenue"),
    ):
        message = ocdb("--lang", language, "pledges", "--overdue", "--verdict", "delivered", database=recorded()).err
        first, second = message.splitlines()
        assert first.endswith(f"--verdict {verdict}"), first
        assert values in second, second
