"""Names: folding, finding, resolving, suggesting; text that is safe to show."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from ocdb.answers.listings import NAMED
from ocdb.answers.names import Named, apart, find, resolve
from ocdb.errors import NotFoundError, UsageError
from ocdb.opening.reader import open_reader
from ocdb.store.reader.rows import Reader
from ocdb.text import fold, json_escaped, size, visible
from ocdb.words.suggestions import suggest
from tests.cases import each
from tests.commands import five_articles, ocdb, recorded
from tests.own import odd


@pytest.fixture
def articles() -> Iterator[Reader]:
    reader = open_reader(f"sqlite:///{five_articles()}")
    yield reader
    reader.close()


@pytest.fixture
def own() -> Iterator[Reader]:
    reader = open_reader(f"sqlite:///{odd()}")
    yield reader
    reader.close()


# --- folding ------------------------------------------------------------------------------------------------------


@each(
    ("text", "folded"),
    [
        ("Côte d'Ivoire", "cote d ivoire"),
        ("COTE D’IVOIRE", "cote d ivoire"),
        ("cote-d`ivoire", "cote d ivoire"),
        ("  Fès  ", "fes"),
        ("Fe\u0300s", "fes"),
        ("Tanger-Tétouan-Al Hoceïma", "tanger tetouan al hoceima"),
        ("Cœur", "coeur"),
        ("Straße", "strasse"),
        ("S.A.R.L. «Appels»", "s a r l appels"),
        ("Call_Center", "call center"),
        ("الدار البيضاء", "الدار البيضاء"),
        ("Webhelp™ №2", "webhelptm no2"),
        ("Ａ１", "a1"),  # noqa: RUF001
        ("", ""),
        ("-", ""),
    ],
)
def test_names_that_differ_in_case_accents_and_punctuation_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    assert fold(fold("L'Économie numérique")) == fold("L'Économie numérique") == "l economie numerique"


# --- finding ------------------------------------------------------------------------------------------------------


def test_a_slug_is_found_as_it_is_written(articles: Reader) -> None:
    assert find(articles, ["operator"], "webhelp") == [Named("operator", "webhelp", "Webhelp")]


def test_a_name_of_one_kind_is_not_found_among_another(articles: Reader) -> None:
    assert find(articles, ["official"], "webhelp") == []


def test_a_name_that_several_bear_finds_them_all_in_order(articles: Reader) -> None:
    assert [named.key for named in find(articles, ["institution"], "centre regional d'investissement")] == [
        "cri-agadir",
        "cri-tanger",
    ]


def test_what_a_name_means_is_its_key(articles: Reader) -> None:
    assert resolve(articles, ["country"], "République togolaise") == "TG"
    assert resolve(articles, ["place"], "Casa-shore") == "ma-casa-shore"
    assert resolve(articles, ["official"], "celine lazard") == "celine-lazard"


def test_a_retired_slug_means_its_successor(own: Reader) -> None:
    assert resolve(own, ["operator"], "odd-old-slug") == "odd-operator"


def test_a_retired_slug_of_another_kind_is_not_found(own: Reader) -> None:
    with pytest.raises(NotFoundError, match="there is no place odd-old-slug"):
        resolve(own, ["place"], "odd-old-slug")


def test_a_name_that_several_bear_cannot_be_resolved(own: Reader) -> None:
    with pytest.raises(UsageError, match="Namesake may be namesake-1 or namesake-2") as error:
        resolve(own, ["operator"], "Namesake")
    assert error.value.hint == "Use one of these."


def test_a_name_that_nobody_bears_suggests_the_nearest(articles: Reader) -> None:
    with pytest.raises(NotFoundError, match="there is no place Casablanka") as error:
        resolve(articles, ["place"], "Casablanka")
    assert error.value.hint == "Did you mean Casablanca?"


@each("word", ["'", "\\", "%", "_", "' OR '1'='1", "[red]", "\x1b[31m", "😀", "x" * 10_000])
def test_no_word_of_a_user_breaks_the_search_for_it(articles: Reader, word: str) -> None:
    assert find(articles, ["operator"], word) == []


# --- suggesting ---------------------------------------------------------------------------------------------------


@each(
    ("word", "hint"),
    [
        ("webhepl", "Did you mean Webhelp?"),
        ("WEBHLP", "Did you mean Webhelp?"),
        ("Center", "Did you mean Call Center One?"),
        ("call center", "Did you mean Call Center One?"),
        ("zzz", ""),
        ("on", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_words_are_suggested(word: str, hint: str) -> None:
    known = {"webhelp": "Webhelp", "call center one": "Call Center One", "intelcia": "Intelcia"}
    assert suggest(word, known) == hint


def test_three_words_are_suggested_at_most() -> None:
    known = {f"centre {letter}": letter.upper() for letter in "abcdef"}
    assert suggest("centre", known).count(" or ") == 2


def test_a_word_is_suggested_once() -> None:
    assert suggest("saccom", {"saccon": "Saccom", "saccor": "Saccom"}) == "Did you mean Saccom?"


# --- showing ------------------------------------------------------------------------------------------------------


@each(
    ("text", "shown"),
    [
        ("plain é ü 電", "plain é ü 電"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b31mred", r"\x9b31mred"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("a\tb\nc\rd", r"a\tb\nc\rd"),
        ("abc\u202edef", r"abc\u202edef"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("\u061cب", r"\u061cب"),
        ("a\u200bb", r"a\u200bb"),
        ("a\xadb", r"a\xadb"),
        ("line\u2028break", r"line\u2028break"),
        ("\ufefftext", r"\ufefftext"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("\x00\x7f", r"\x00\x7f"),
        ("[red]no markup[/red]", "[red]no markup[/red]"),
    ],
)
def test_control_characters_and_what_turns_a_line_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_json_escapes_them_without_changing_the_value() -> None:
    assert json_escaped('{\n  "a": "\u202e\x9b\U000e0041é"\n}') == ('{\n  "a": "\\u202e\\u009b\\udb40\\udc41é"\n}')


@each(
    ("text", "columns"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("電話", 4), ("Ａ", 2), ("", 0), ("ب", 1)],  # noqa: RUF001
)
def test_the_size_of_a_text_is_the_columns_that_it_takes_on_a_terminal(text: str, columns: int) -> None:
    assert size(text) == columns


# --- several names with commas ------------------------------------------------------------------------------------

MINISTRY = "Ministère de l'Industrie, du Commerce et des Nouvelles Technologies"


@each(
    ("text", "names"),
    [
        ("Webhelp,Maroc", ["Webhelp", "Maroc"]),
        ("Maroc, Webhelp", ["Maroc", "Webhelp"]),
        (MINISTRY, [MINISTRY]),
        (MINISTRY.upper(), [MINISTRY.upper()]),
        (f"Togo,{MINISTRY},Webhelp", ["Togo", MINISTRY, "Webhelp"]),
        ("Korea, Republic of", ["Korea, Republic of"]),
        ("MA,,TN,", ["MA", "TN"]),
        ("Webhelp Maroc", ["Webhelp Maroc"]),
    ],
)
def test_a_comma_stands_between_names_unless_a_name_on_record_has_it(text: str, names: list[str]) -> None:
    with closing(open_reader(f"sqlite:///{recorded()}")) as reader:
        assert apart(reader, NAMED, [text]) == names


def test_whoever_is_named_after_a_comma_narrows_the_answer() -> None:
    for command in (("timeline",), ("jobs",), ("list", "events"), ("losses",)):
        once = ocdb(*command, "Webhelp,Maroc", database=recorded())
        assert once.out == ocdb(*command, "Webhelp", "Maroc", database=recorded()).out, command
    assert ocdb("compare", "Korea, Republic of,MA", "-f", "tsv", database=recorded()).lines[0] == "part\tline\tKR\tMA"
