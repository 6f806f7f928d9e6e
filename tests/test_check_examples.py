"""Each check has a good and a bad example below docs/checks: the good one passes, the bad one is told as this check."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ocdb.curation.checks import CHECKS, check
from ocdb.curation.corpus import gather
from ocdb.curation.problems import SHAPE_CODES, Problem
from ocdb.load.reading import read_corpus
from ocdb.settings import resource
from tests.cases import each

# An example is checked together with what travels with ocdb: the five articles are enough, and quick to read.
pytestmark = pytest.mark.usefixtures("five_travel")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "checks"
CODES = [*SHAPE_CODES, *CHECKS]
MARK = "# <-"


def _not_utf8(directory: Path) -> None:
    (directory / "bad.yaml").write_bytes("operators: [é]\n".encode("latin-1"))


def _link_outside(directory: Path) -> None:
    (directory / "bad.yaml").symlink_to(EXAMPLES / "unknown-slug.good.yaml")


def _no_files(directory: Path) -> None:
    (directory / "notes.txt").write_text("Nothing to read.\n", "utf-8")


def _broken_line(directory: Path) -> None:
    (directory / "bad.jsonl").write_text('{"source": }\n', "utf-8")


# The codes that no text of a YAML file shows, with what makes their bad example.
MADE: dict[str, Callable[[Path], None]] = {
    "unreadable-file": _not_utf8,
    "link-outside": _link_outside,
    "no-files": _no_files,
    "broken-json": _broken_line,
}
WRITTEN = [code for code in CODES if code not in MADE]
# What an example stands beside: the five articles are enough.
pytestmark = pytest.mark.usefixtures("five_travel")


@cache
def problems(path: Path) -> list[Problem]:
    """Return what `ocdb check` finds; several tests ask about the same examples."""
    return check(gather([path], around=[resource("seeds"), resource("fixtures")]))


def severity(code: str) -> str:
    return CHECKS[code].severity if code in CHECKS else "error"


@each("code", WRITTEN)
def test_the_good_example_of_a_check_has_no_problem(code: str) -> None:
    assert problems(EXAMPLES / f"{code}.good.yaml") == []


@each("code", WRITTEN)
def test_the_good_example_of_a_check_loads_together_with_the_seeds(code: str) -> None:
    assert read_corpus([EXAMPLES / f"{code}.good.yaml"]).problems == []


@each("code", WRITTEN)
def test_the_bad_example_of_a_check_has_one_problem_of_this_code_at_the_marked_line(code: str) -> None:
    path = EXAMPLES / f"{code}.bad.yaml"
    (marked,) = (number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if MARK in line)
    found = [(one.code, one.severity, one.line) for one in problems(path)]
    assert found == [(code, severity(code), marked)]


@pytest.mark.parametrize("code", MADE)
def test_what_no_text_shows_is_told_under_its_code_too(code: str, tmp_path: Path) -> None:
    MADE[code](tmp_path)
    assert [(one.code, one.severity) for one in problems(tmp_path)] == [(code, "error")]


def test_every_code_has_its_two_examples_and_no_example_is_left_over() -> None:
    wanted = {f"{code}.{kind}.yaml" for code in WRITTEN for kind in ("good", "bad")}
    assert {path.name for path in EXAMPLES.iterdir()} == wanted


def test_every_code_that_reading_uses_says_what_must_hold() -> None:
    sources = [
        ROOT / "ocdb" / "curation" / name
        for name in (
            "reading.py",
            "yaml_text.py",
            "json_lines.py",
            "shaping.py",
            "wrong.py",
            "corpus.py",
            "problems.py",
        )
    ]
    text = "".join(path.read_text("utf-8") for path in sources)
    assert set(SHAPE_CODES) == set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', text)) - {"utf-8"}


def test_every_check_says_in_a_sentence_what_must_hold() -> None:
    for one in CHECKS.values():
        first = (one.find.__doc__ or "").splitlines()[0]
        assert first.endswith("."), one.code


def test_every_example_says_first_that_it_is_invented() -> None:
    assert all(path.read_text("utf-8").startswith("# Invented: ") for path in EXAMPLES.iterdir())


@each(
    ("code", "message", "remedy"),
    [
        ("unknown-slug", "there is no operator exempla", "Did you mean exemplia?"),
        ("unknown-code", "job isn't in the code list measure", "Did you mean jobs?"),
        ("unknown-field", "pledge has no such field", "Did you mean reading?"),
        ("duplicate-key", "this key appears twice", "Keep one of them."),
        (
            "wrong-value",
            '"3 500" isn\'t a number; write it without spaces or commas, as in 3500 or 4.28',
            "Correct it.",
        ),
        (
            "wrong-weekday",
            "2019-03-05 was a Tuesday, not a Monday",
            "Find out which of the two the article means.",
        ),
        (
            "due-before-announced",
            "due is 2012-06, but announced is 2019-03-04",
            "One of the two dates is wrong.",
        ),
        (
            "tranches-cross",
            "150 by 2021, but exemplia-lome-2019-200 has 200 by 2020",
            "Levels grow: check figures, dates and reading.",
        ),
        (
            "circle",
            "these links form a circle: exemplia-lome-2019-500 -> exemplia-lome-2019-200 -> exemplia-lome-2019-500",
            "Remove one of them.",
        ),
        (
            "outside-the-country",
            "62.0, 1.3 is outside of this country: Togo (5 to 13, -1 to 3)",
            "Check the digits, the signs, and which of the two is which.",
        ),
    ],
)
def test_a_message_says_what_is_wrong_and_what_to_do(code: str, message: str, remedy: str) -> None:
    (problem,) = problems(EXAMPLES / f"{code}.bad.yaml")
    assert (problem.message, problem.remedy) == (message, remedy)


def test_the_page_of_checks_shows_every_code_with_its_examples_and_what_check_prints() -> None:
    text = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")  # which `make documents` holds up to date
    assert all(f"| [`{code}`](#{code}) | {severity(code)} | " in text for code in CODES)
    assert all((EXAMPLES / f"{code}.bad.yaml").read_text("utf-8") in text for code in WRITTEN)
    assert (
        "\nunknown-code.bad.yaml:17:3: error unknown-code: pledges[1].measure: job isn't in the code list measure."
        in text
    )
    assert str(ROOT) not in text
