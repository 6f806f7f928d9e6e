"""Files that nobody should have written: `ocdb check` and `ocdb load` say so in a line, at once, and change nothing."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ocdb.curation import yaml_text
from ocdb.curation.reading import MAX_BYTES, files, find, unreachable
from ocdb.curation.yaml_text import MAX_VALUES
from tests.cases import each
from tests.commands import Answer, ocdb

# What is checked is checked together with what travels with ocdb: the five articles are enough, and quick to read.
pytestmark = pytest.mark.usefixtures("five_travel")

SOURCE = """\
source:
  id: herald-2019-03-04
  publisher: The Invented Herald
  language: en
  published: 2019-03-04
"""
STATEMENT = """\
statements:
- id: exemplia-services
  cite: 2
  topic: services
  summary:
    en: Exemplia answers calls for shops.
    fr: Exemplia répond aux appels pour des magasins.
"""
PLEDGE = """\
operators:
- {id: exemplia, name: Exemplia}
pledges:
- id: exemplia-lome-2019-3500
  cite: 2
  operators: exemplia
  at: tg-lome
  figure: 3500
  measure: jobs
  basis: operator
  due: 2021-06
"""
# So many values are too many: to read as many as may be takes a second each time.
FEW = 10_000
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
LONG = "x" * 4_900_000


def text(content: str) -> Callable[[Path], None]:
    return data(content.encode())


def data(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        (path / "f.yaml").write_bytes(content)

    return write


def _link_out(path: Path) -> None:
    (path / "outside.yaml").write_text(SOURCE, "utf-8")
    (path / "f").mkdir()
    (path / "f" / "f.yaml").symlink_to(path / "outside.yaml")


def _folder_out(path: Path) -> None:
    (path / "outside").mkdir()
    (path / "f").mkdir()
    (path / "f" / "more").symlink_to(path / "outside", target_is_directory=True)


def _loop(path: Path) -> None:
    (path / "f.yaml").symlink_to(path / "g.yaml")
    (path / "g.yaml").symlink_to(path / "f.yaml")


# What is bad, what makes it, and what is told: the last line before "nothing was loaded", without the directory.
BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "broken YAML": (
        text("source:\n  title: A: B\n"),
        (
            "f.yaml:2:11: error broken-yaml: this isn't YAML: mapping values are not allowed in this context. "
            "Check indentation, colons and quotes here."
        ),
    ),
    "a tab": (
        text("source:\n\tid: a\n"),
        (
            "f.yaml:2:1: error broken-yaml: this isn't YAML: while scanning for the next token found character that "
            "cannot start any token. Check indentation, colons and quotes here."
        ),
    ),
    "Latin-1": (
        data((SOURCE + "  title: Centre à Lomé\n").encode("latin-1")),
        "f.yaml:6:1: error unreadable-file: it isn't in UTF-8 (byte 120). Save it as UTF-8.",
    ),
    "UTF-16 with its mark": (
        data(SOURCE.encode("utf-16")),
        "f.yaml:1:1: error unreadable-file: it isn't in UTF-8 (byte 0). Save it as UTF-8.",
    ),
    "UTF-16 without its mark": (
        data(SOURCE.encode("utf-16-le")),
        "f.yaml:1:2: error broken-yaml: this isn't YAML: control characters are not allowed. Remove that character.",
    ),
    "a million lines": (
        text("- a\n" * 1_000_000),
        (
            f"f.yaml:{FEW - 1}:3: error unreadable-file: there are more than {FEW:,} values up to here. "
            "Split it: one file for each source."
        ),
    ),
    "ten megabytes in one word": (
        text(f"source: {{id: a, note: {'x' * 10_000_000}}}\n"),
        (
            f"f.yaml:1:1: error unreadable-file: it is larger than {MAX_BYTES:,} bytes. "
            "Split it: one file for each source."
        ),
    ),
    "a bomb of aliases": (
        text(BOMB),
        "f.yaml:1:5: error yaml-feature: there is an anchor or an alias. Write it out.",
    ),
    "deep nesting": (
        text("source: " + "[" * 100_000),
        "f.yaml:1:38: error yaml-feature: it is nested too deeply. Flatten it.",
    ),
    "two documents": (
        text(f"---\n{SOURCE}---\n{SOURCE}"),
        (
            "f.yaml:7:1: error broken-yaml: this isn't YAML: expected a single document in the stream but found "
            "another document. Check indentation, colons and quotes here."
        ),
    ),
    "a control character": (
        text(SOURCE + "  title: A \x1b[31mred one\n"),
        "f.yaml:6:12: error broken-yaml: this isn't YAML: control characters are not allowed. Remove that character.",
    ),
    "an empty file": (text(""), "f.yaml:1:1: error empty-file: it is empty. Fill it in, or remove it."),
    "nothing but remarks": (
        text("# To be written.\n"),
        "f.yaml:1:1: error empty-file: it is empty. Fill it in, or remove it.",
    ),
    "a list": (
        text("- id: a\n"),
        (
            "f.yaml:1:1: error wrong-shape: a file is a mapping with the keys source, defaults, codes, citations, "
            "sites, events, pledges, verdicts, losses, reports, investments, statistics, positions, successions, "
            "ownerships, developments, statements, operators, institutions, officials, places, publishers, countries, "
            "areas, currencies, retired, judgements, coverage, searches, expected. "
            "Begin with source: or with a register."
        ),
    ),
    "a code list that isn't there": (
        text("codes:\n  mesure:\n  - {id: a, label_en: A, label_fr: A, definition: Invented.}\n"),
        "f.yaml:2:3: error unknown-key: codes.mesure: there is no such code list. Did you mean measure?",
    ),
    "a number with a space": (
        text(SOURCE + PLEDGE.replace("figure: 3500", "figure: 3 500")),
        (
            'f.yaml:13:3: error wrong-value: pledges[1].figure: "3 500" isn\'t a number; '
            "write it without spaces or commas, as in 3500 or 4.28. Correct it."
        ),
    ),
    "a number with a no-break space": (
        text(SOURCE + PLEDGE.replace("figure: 3500", "figure: {about: 3\u202f500}")),
        (
            'f.yaml:13:3: error wrong-value: pledges[1].figure: "3\u202f500" isn\'t a number; '
            "write it without spaces or commas, as in 3500 or 4.28. Correct it."
        ),
    ),
    "a number with a point for the thousands": (
        text(SOURCE + PLEDGE.replace("figure: 3500", "figure: 3.500")),
        (
            'f.yaml:13:3: error wrong-value: pledges[1].figure: "3.500" may be thousands or a fraction; '
            "write 3500 or 3.5000. Correct it."
        ),
    ),
    "a month that isn't there": (
        text(SOURCE + PLEDGE.replace("due: 2021-06", "due: 2011-13")),
        (
            'f.yaml:16:3: error wrong-value: pledges[1].due: "2011-13" isn\'t a date. '
            "Write it as 2011, 2011-10, 2011-10-05, 2011-10?, 2011-10-05/2011-10-07 or ../2011-10."
        ),
    ),
    "a day that isn't there": (
        text(SOURCE + PLEDGE.replace("due: 2021-06", "due: 2011-02-30")),
        "f.yaml:16:3: error wrong-value: pledges[1].due: the calendar has no 2011-02-30. Correct it.",
    ),
    "an empty value": (
        text(SOURCE + STATEMENT.replace("cite: 2", "cite:")),
        (
            "f.yaml:8:3: error wrong-value: statements[1].cite: this must be a list. "
            "Give a value, or leave the key out: an absent key means unknown."
        ),
    ),
    "a paragraph beyond what can be stored": (
        text(SOURCE + STATEMENT.replace("cite: 2", "cite: 99999999999999999999")),
        ("f.yaml:8:3: error wrong-value: statements[1].cite[1]: this must be at most 2147483647. Correct it."),
    ),
    "a symbolic link out of the directory": (
        _link_out,
        (
            "f/f.yaml:1:1: error link-outside: a symbolic link leads out of the directory, and isn't followed. "
            "Put the file itself here, or name its directory, too."
        ),
    ),
    "a symbolic link to a directory outside": (
        _folder_out,
        (
            "f/more:1:1: error link-outside: a symbolic link leads out of the directory, and isn't followed. "
            "Put the file itself here, or name its directory, too."
        ),
    ),
    "a pipe": (
        lambda path: os.mkfifo(path / "f.yaml"),
        "f.yaml:1:1: error unreadable-file: it isn't an ordinary file. Name a file, or a directory of files.",
    ),
    "a link that leads nowhere": (
        lambda path: path.joinpath("f.yaml").symlink_to(path / "gone.yaml"),
        (
            "f.yaml:1:1: error unreadable-file: it can't be read: No such file or directory. "
            "Check the path and your rights."
        ),
    ),
    "links in a circle": (
        _loop,
        (
            "f.yaml:1:1: error unreadable-file: it can't be read: Too many levels of symbolic links. "
            "Check the path and your rights."
        ),
    ),
    "no YAML": (
        lambda path: path.joinpath("f.txt").touch(),
        ":1:1: error no-files: there are no YAML files here. Name a directory of fixtures.",
    ),
}


def run(verb: str, path: Path, *more: str, database: Path | None = None) -> Answer:
    """Run a command on a path; it must end soon, without a traceback."""
    begin = time.process_time()
    answer = ocdb(verb, path, *more, database=database)
    assert time.process_time() - begin < 20
    assert "Traceback" not in answer.err
    assert "unexpected" not in answer.err
    return answer


def target(path: Path) -> Path:
    """Return what is named: the directory of which the links lead out, else the directory of the test."""
    return path / "f" if (path / "f").is_dir() else path


# A load reads as a check does: the quick tests try it with one of each kind, the slow ones with all.
LOADED = {"broken YAML", "Latin-1", "a million lines", "a list", "a month that isn't there", "a pipe", "no YAML"}


@pytest.mark.parametrize("tried", [LOADED, pytest.param({*BAD}, marks=pytest.mark.slow)], ids=["some", "all"])
@each("what", BAD)  # all on one copy, which none of them may change
def test_check_and_load_say_what_is_wrong_and_change_nothing_with(
    what: str, tried: set[str], tmp_path: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, told = BAD[what]
    monkeypatch.setattr(yaml_text, "MAX_VALUES", FEW)
    home = tmp_path / "input"
    home.mkdir()
    make(home)
    checked = run("check", target(home))
    line = f"{home}{'' if told.startswith(':') else '/'}{told}"
    assert (checked.code, line in checked.lines) == (5, True), checked.out
    if what not in tried:
        return
    before = copied.read_bytes()
    answer = run("load", target(home), database=copied)
    assert (answer.code, answer.out) == (5, "")
    assert line in answer.err
    assert answer.err.rstrip().endswith("nothing was loaded")
    assert copied.read_bytes() == before


@each(
    "content",
    [
        SOURCE + STATEMENT,
        "\ufeff" + SOURCE + STATEMENT,
        (SOURCE + STATEMENT).replace("\n", "\r\n"),
        (SOURCE + STATEMENT).replace("\n", "\r"),
        "---\n" + SOURCE + STATEMENT + "...\n",
        SOURCE + STATEMENT.replace("topic: services", '"topic"\t: "serv\\x69ces"  \t# A remark.'),
    ],
)
def test_what_editors_leave_behind_is_no_problem(content: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(content.encode())
    answer = run("check", tmp_path)
    assert (answer.code, answer.out, answer.err) == (0, "", "0 errors, 0 warnings\n")


@pytest.mark.slow
def test_of_many_values_the_first_too_many_is_told(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("- a\n" * MAX_VALUES, "utf-8")
    assert "f.yaml:199999:3: error unreadable-file: there are more than 200,000 values" in run("check", tmp_path).out


@pytest.mark.slow
def test_a_file_just_below_the_limits_is_checked_in_seconds(tmp_path: Path) -> None:
    report = (
        "- {{id: exemplia-{0}, cite: 1, operators: exemplia, at: tg-lome, kind: held, figure: {0}, measure: jobs, "
        "basis: operator, note: {1}}}\n"
    )
    reports = "".join(report.format(number, "x" * 400) for number in range(1, MAX_VALUES // 22))
    whole = SOURCE + "operators:\n- {id: exemplia, name: Exemplia}\nreports:\n" + reports
    assert 0.9 * MAX_BYTES < len(whole) < MAX_BYTES
    (tmp_path / "f.yaml").write_text(whole, "utf-8")
    answer = run("check", tmp_path)
    assert answer.code == 0


@pytest.mark.slow
@each(
    "content",
    [
        SOURCE.replace("herald-2019-03-04", LONG),
        SOURCE + STATEMENT.replace("services\n", f"{LONG}\n", 1),
        SOURCE + STATEMENT.replace("cite: 2", f"cite: {LONG}"),
        SOURCE + PLEDGE.replace("3500\n", f"{LONG}\n"),
        SOURCE + PLEDGE.replace("2021-06", LONG),
        SOURCE + PLEDGE.replace("operators: exemplia", f"operators: {LONG}"),
        SOURCE + PLEDGE.replace("measure: jobs", f"measure: {LONG}"),
        SOURCE + f"  '{LONG}': 1\n",
        SOURCE + f"'{LONG}': 1\n",
    ],
)
def test_a_word_of_megabytes_is_told_in_a_line_that_can_be_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(content, "utf-8")
    answer = run("check", tmp_path)
    assert answer.code == 5
    assert all(len(line) < 2000 for line in answer.lines)


def test_escape_sequences_in_a_file_reach_neither_terminal_nor_annotation_nor_json(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(SOURCE + '"\\e[31m\\u009b\\u202e%\\n::error::": 1\n', "utf-8")
    for form in ("text", "json", "github"):
        answer = run("check", tmp_path, "-f", form)
        assert answer.code == 5
        assert not set(answer.out) & set("\x1b\u009b\u202e")
    assert not any(line.startswith("::error::") for line in answer.lines)


# --- directories ----------------------------------------------------------------------------------------------------


def test_a_link_that_stays_in_the_directory_is_followed_and_read_once(tmp_path: Path) -> None:
    (tmp_path / ".held").mkdir()
    (tmp_path / ".held" / "f.yaml").write_text(SOURCE, "utf-8")
    (tmp_path / "a.yaml").symlink_to(tmp_path / ".held" / "f.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / ".held" / "f.yaml")
    answer = run("check", tmp_path)
    assert (answer.code, answer.out) == (0, "")


def test_a_link_to_the_directory_above_makes_no_circle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "f.yaml").write_text(SOURCE, "utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert files(tmp_path) == [tmp_path / "a" / "f.yaml"]


def test_a_named_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    _link_out(tmp_path)
    assert run("check", tmp_path / "f" / "f.yaml").code == 0
    (tmp_path / "g").symlink_to(tmp_path / "f", target_is_directory=True)
    assert "link-outside" in run("check", tmp_path / "g").out


def test_a_directory_with_the_name_of_a_file_is_a_directory(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    (tmp_path / "d.yaml" / "f.YAML").write_text("a: b: c\n", "utf-8")
    assert "d.yaml/f.YAML:1:5: error broken-yaml" in run("check", tmp_path).out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("verb", ["check", "load"])
def test_a_directory_without_rights_is_told(verb: str, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "f.yaml").write_text(SOURCE, "utf-8")
    answer = run(verb, tmp_path)
    (tmp_path / "locked").chmod(0o700)
    assert answer.code == 5
    assert "locked:1:1: error unreadable-file: it can't be read: Permission denied." in answer.out + answer.err


def test_what_may_not_be_read_is_a_problem_and_the_rest_is_found() -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "locked").mkdir(mode=0)
        (home / "f.yaml").touch()
        home.chmod(0o755)
        user = os.geteuid()
        try:
            if user == 0:
                os.seteuid(65534)  # nobody: rights don't bind root
            paths, problems = find(home)
            (gone,) = unreachable([home / "locked" / "f.yaml"])
        finally:
            os.seteuid(user)
        assert paths == [home / "f.yaml"]
        assert [(one.file, one.code, one.message) for one in problems] == [
            (str(home / "locked"), "unreadable-file", "it can't be read: Permission denied")
        ]
        assert gone == f"{home / 'locked' / 'f.yaml'} can't be read: Permission denied"


@pytest.mark.parametrize(("verb", "code"), [("check", 2), ("load", 5)])
@each(
    ("below", "told"),
    [
        ("gone", "ocdb: {} doesn't exist"),
        ("f.yaml/gone", "ocdb: {} can't be read: Not a directory"),
        ("x" * 300, "ocdb: {} can't be read: File name too long"),
    ],
)
def test_a_path_that_cannot_be_reached_is_told(verb: str, code: int, below: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(SOURCE, "utf-8")
    answer = run(verb, tmp_path / below)
    assert (answer.code, answer.err.splitlines()[0]) == (code, told.format(tmp_path / below))


def test_a_device_that_never_ends_is_not_read() -> None:
    answer = run("check", Path("/dev/zero"))
    assert (answer.code, answer.lines) == (
        5,
        [
            "/dev/zero:1:1: error unreadable-file: it isn't an ordinary file. Name a file, or a directory of files.",
        ],
    )


def test_what_only_looks_like_an_ordinary_file_is_not_waited_for() -> None:
    kernel = Path("/proc/kmsg")  # there is always more to come
    if not kernel.exists():
        pytest.skip("this system has no such file")
    for arguments in (("check", kernel), ("load", kernel)):
        answer = ocdb(*arguments)
        assert answer.code == 5
        assert "/proc/kmsg:1:1: error unreadable-file: " in answer.out + answer.err


# --- both engines -----------------------------------------------------------------------------------------------------

# What an engine refuses, check refuses before: found by scripts/fuzz on PostgreSQL, where an integer has 32 bits and a
# column a length. What is bad, what makes it, and what is told.
BEYOND: dict[str, tuple[str, str]] = {
    "a paragraph": (
        SOURCE + STATEMENT.replace("cite: 2", "cite: 2147483648"),
        "statements[1].cite[1]: this must be at most 2147483647. Correct it.",
    ),
    "a number of paragraphs": (
        SOURCE + "  paragraphs: 2147483648\n" + STATEMENT,
        "source.paragraphs: this must be at most 2147483647. Correct it.",
    ),
    "a number of unnamed operators": (
        SOURCE + PLEDGE.replace("cite: 2", "cite: 2\n  unnamed_operators: 2147483648"),
        "pledges[1].unnamed_operators: this must be at most 2147483647. Correct it.",
    ),
    "an identifier of GeoNames": (
        "places:\n- {id: tg-x, kind: city, name: X, country: TG, geonames_id: 2147483648}\n",
        "places[1].geonames_id: this must be at most 2147483647. Correct it.",
    ),
    "a number of articles": (
        (
            "coverage:\n- {id: tg-x, country: TG, outlet: X, method: sample, searched: 2020, "
            "found: {2020: 2147483648}}\n"
        ),
        "coverage[1].found.2020: this must be at most 2147483647. Correct it.",
    ),
    "a name that grows without accents": (
        "operators:\n- {id: exemplia, name: " + "\ufdfa" * 20 + "}\n",
        (
            "operators[1].name: without case and accents this name has 360 characters, but 300 is "
            "the maximum. Correct it."
        ),
    ),
    "a further name that grows without accents": (
        "operators:\n- {id: exemplia, name: X, names: [{kind: former, name: " + "\u0149" * 300 + "}]}\n",
        (
            "operators[1].names[1].name: without case and accents this name has 599 characters, but "
            "300 is the maximum. "
            "Correct it."
        ),
    ),
    "a code of two countries": (
        "countries:\n- {id: QQ, alpha3: FRA, name_en: Exemplia, name_fr: Exemplie, in_africa: false}\n",
        "countries[1].alpha3: FRA is the code of FR. Look it up in ISO 3166-1.",
    ),
}


@each("what", BEYOND)
def test_what_an_engine_cannot_hold_is_refused_before(what: str, tmp_path: Path) -> None:
    content, told = BEYOND[what]
    (tmp_path / "f.yaml").write_text(content, "utf-8")
    checked = run("check", tmp_path / "f.yaml")
    assert checked.code == 5
    assert any(line.endswith(told) for line in checked.lines), checked.out
    loaded = ocdb("load", tmp_path / "f.yaml", database=tmp_path / "new.sqlite")
    assert (loaded.code, told in loaded.err) == (5, True)
    assert not (tmp_path / "new.sqlite").exists()


def test_the_largest_that_fits_is_loaded_on_both_engines(empty_url: str, tmp_path: Path) -> None:
    most = PLEDGE.replace("cite: 2", "cite: 2147483647\n  unnamed_operators: 2147483647").replace(
        "3500\n", f"{10**15}\n"
    )
    names = "{id: exemplia, name: " + "\ufdfa" * 16 + "}"
    (tmp_path / "f.yaml").write_text(SOURCE + most.replace("{id: exemplia, name: Exemplia}", names), "utf-8")
    loaded = ocdb("load", tmp_path / "f.yaml", database=empty_url)
    assert (loaded.code, loaded.err) == (0, "")
    told = ocdb("sql", "SELECT paragraph FROM v_citations", database=empty_url)
    assert told.rows == [["2147483647"]]
