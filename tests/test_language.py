"""Everything that people are told is in their language: no message is unmarked, none lacks its French."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ocdb as package
from scripts.catalogue import faults
from tests.commands import ocdb

ROOT = Path(package.__file__).parent
# What takes a message, and how many of its first arguments are messages.
SPEAKERS = {
    "UsageError": 2, "DatabaseError": 2, "NotFoundError": 2, "FixtureError": 2, "SqlError": 2, "OcdbError": 2,
    "SheetError": 2, "UnfitError": 2, "PruneError": 2, "BadParameter": 1, "hint": 9, "report": 9,
}  # fmt: skip
# Variables that are handed to them.
MESSAGES = {"message", "hint", "remedy", "reason", "note"}
# Two lower-case letters in a row are a word, but in the name of an option.
WORD = re.compile(r"(?<![-\w])[a-z]{2,}")
# English words that are no French ones, and stand in no command.
ENGLISH = re.compile(
    r"\b(the|there|is|isn't|aren't|doesn't|are|has|have|of|with|you|your|and|this|that|what)\b", re.IGNORECASE
)
FRENCH = ({"OCDB_LANG": "fr"}, {"LANG": "fr_FR.UTF-8"}, {"LANG": "en_GB.UTF-8", "LC_ALL": "fr_TN"})
# What goes wrong in each way: an option, a value, a command, a file, a name, a statement, an article.
MISTAKES = (
    ("list", "sites", "--limit", "x"),
    ("list", "sites", "--limit", "-1"),
    ("list", "sites", "--contry", "TG"),
    ("list", "sites", "--possible=3"),
    ("list", "sites", "--on"),
    ("list", "stes"),
    ("list",),
    ("lst",),
    ("--debug",),
    ("shell", "now"),
    ("jobs", "--by", "month"),
    ("jobs", "--operator", "Webhlep"),
    ("jobs", "--country", "Marocco"),
    ("jobs", "--as-of", "soon"),
    ("list", "sites", "--columns", "idd"),
    ("list", "places", "--kind", "citty"),
    ("show", "Intelciaa"),
    ("sql", "SELECT * FROM v_site"),
    ("sql", "DELETE FROM site"),
    ("sql", "SELECT 1", "--timeout", "0"),
    ("sql", "--file", "nowhere.sql"),
    ("draft", "nowhere.txt"),
    ("import", "nowhere.csv"),
    ("check", "nowhere"),
    ("diff", "nowhere", "nowhere"),
    ("verify", "--texts", "nowhere"),
    ("new", "source", "Press 2021"),
    ("--db", "nowhere.sqlite", "jobs"),
)


def test_every_message_has_its_french() -> None:
    assert list(faults()) == []


def test_no_message_is_unmarked() -> None:
    found = [f"{path.relative_to(ROOT)}: {text}" for path in sorted(ROOT.rglob("*.py")) for text in _unmarked(path)]
    assert found == []


def _unmarked(path: Path) -> Iterator[str]:
    """Yield the literals that a file hands to somebody who speaks."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for argument in node.args[: SPEAKERS.get(called, 0)]:
                yield from _literals(argument)
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") in MESSAGES for target in node.targets):
            yield from _literals(node.value)


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts with words in them that an expression may be."""
    if isinstance(node, ast.IfExp):
        yield from (text for branch in (node.body, node.orelse) for text in _literals(branch))
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in _literals(value))
    elif isinstance(node, ast.JoinedStr):
        parts = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        if WORD.search(parts):
            yield ast.unparse(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
        yield node.value


@pytest.mark.parametrize("env", FRENCH)
def test_mistakes_are_told_in_french(env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in MISTAKES:
        answer = ocdb(*arguments, env=env)
        assert answer.code > 1, arguments
        assert answer.err.startswith("ocdb: "), arguments
        assert _english(answer.err) == [], (arguments, answer.err)


def test_an_option_says_the_language_as_well_and_before_everything_else() -> None:
    for lang in (("--lang", "fr"), ("--lang=fr",)):
        assert ocdb(*lang, "lst", env={"LANG": "en_GB.UTF-8"}).err == ocdb("lst", env={"OCDB_LANG": "fr"}).err
    assert _english(ocdb("--lang", "en", "lst", env={"LANG": "fr_FR.UTF-8"}).err) != []


def test_help_is_in_french() -> None:
    for command in ((), ("list",), ("load",), ("sql",), ("import",), ("db",), ("db", "views"), ("new", "source")):
        helped = ocdb(*command, "--help", env={"LANG": "fr_FR.UTF-8"})
        prose = [line for line in helped.out.splitlines() if not line.strip().startswith(("ocdb", "echo", "sqlite3"))]
        assert _english("\n".join(prose)) == [], command
        assert _english(ocdb(*command, "--help").out) != [], command


def test_other_languages_are_answered_in_english() -> None:
    english = ocdb("lst").err
    assert english == "ocdb: there is no command lst\n  Did you mean list?\n"
    for env in ({"LANG": "C"}, {"LANG": "de_DE.UTF-8"}, {"LANG": "fr_FR.UTF-8", "OCDB_LANG": "en"}):
        assert ocdb("lst", env=env).err == english


def test_data_do_not_change_with_the_language(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("source: {id: A}\n", "utf-8")
    answers = [ocdb("check", broken, "-f", "json", env={"LANG": lang}).out for lang in ("C", "fr_FR.UTF-8")]
    assert answers[0] == answers[1]


def _english(text: str) -> list[str]:
    """Return the English words of a text; names of options, and what stands in brackets or after a sign, are none."""
    return ENGLISH.findall(re.sub(r"--?[\w-]+|<[^>]*>|\w*_\w*", "", text))
