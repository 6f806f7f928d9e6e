"""`ocdb check` and what `ocdb load` makes of its findings: output, formats, exit codes, suggestions."""

import json
import os
from pathlib import Path

import pytest

from ocdb.settings import resource
from tests.cases import each
from tests.commands import Answer, fresh, ocdb
from tests.travelling import FIVE_ARTICLES, only_five_travel

SOURCE = """\
source:
  id: herald-2019-03-04
  publisher: The Invented Herald
  language: en
  published: 2019-03-04
"""
WARNED = SOURCE + "places:\n- {id: tg-agadir, kind: city, name: Agadir, country: TG}\n"
WRONG = (
    SOURCE.replace("language: en", "langage: en") + "places:\n- {id: tg-agadir, kind: cty, name: Agadir, country: TG}\n"
)
TOLD = """\
b.yaml:1:1: error missing-field: source.language: this field is missing. Add it.
b.yaml:4:3: error unknown-field: source.langage: source has no such field. Did you mean language?
b.yaml:7:19: error unknown-code: places[1].kind: cty isn't in the code list place_kind. Did you mean city?
b.yaml:7:30: warning place-twice: places[1].name: ma-agadir (MA) has the name agadir, too. \
If the article means that one, use it; otherwise leave this.
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")
    return name


def only(text: str) -> str:
    """Return the one problem of a file, from its code on."""
    with only_five_travel():  # quick to read
        (line,) = ocdb("check", written("one.yaml", text)).lines
    return line.partition(" error ")[2] or line.partition(" warning ")[2]


# --- output and exit codes ------------------------------------------------------------------------------------------


@each("names", [[], ["seeds"], ["fixtures"], ["seeds", "fixtures"]])
def test_what_travels_with_ocdb_has_no_problem_named_in_whatever_way(names: list[str]) -> None:
    paths = [resource(name) for name in names]
    answer = ocdb("check", *paths)
    # Of the record that the tests ask a conflict may lack its other side.
    left = [line for line in answer.lines if " warning preferred-to-nothing: " in line]
    told = f"0 errors, {len(left)} warning{'' if len(left) == 1 else 's'}\n"
    assert (answer.code, answer.lines, answer.err) == (0, left, told)


def test_a_problem_is_a_line_with_place_severity_code_field_what_is_wrong_and_what_to_do() -> None:
    answer = ocdb("check", written("b.yaml", WRONG))
    assert answer.out == TOLD
    assert answer.err == "ocdb: 3 errors, 1 warning\n  Errors stop a load, warnings don't.\n"
    assert answer.code == 5


def test_warnings_alone_are_no_failure() -> None:
    answer = ocdb("check", written("b.yaml", WARNED))
    assert (answer.code, answer.err) == (0, "0 errors, 1 warning\n")
    assert answer.out.startswith("b.yaml:7:31: warning place-twice: ")


def test_a_path_that_is_not_there_is_a_wrong_use() -> None:
    answer = ocdb("check", written("b.yaml", WARNED), "nowhere")
    expected = (2, "", "ocdb: nowhere doesn't exist\n  Name files or directories that exist.\n")
    assert (answer.code, answer.out, answer.err) == expected


def test_json_has_every_part_of_a_problem() -> None:
    answer = ocdb("check", written("b.yaml", WRONG), "-f", "json")
    found = json.loads(answer.out)
    assert answer.code == 5
    assert len(found) == 4
    assert found[2] == {
        "file": "b.yaml",
        "line": 7,
        "column": 19,
        "field": "places[1].kind",
        "message": "cty isn't in the code list place_kind",
        "remedy": "Did you mean city?",
        "code": "unknown-code",
        "severity": "error",
    }


def test_json_without_a_problem_is_an_empty_list() -> None:
    assert json.loads(ocdb("check", written("b.yaml", SOURCE), "-f", "json").out) == []


def test_github_gets_annotations_that_it_shows_at_the_line() -> None:
    answer = ocdb("check", written("in a, b:/50%.yaml", WRONG), "-f", "github")
    assert answer.code == 5
    assert answer.lines[2] == (
        "::error file=in a%2C b%3A/50%25.yaml,line=7,col=19,title=unknown-code"
        "::places[1].kind: cty isn't in the code list place_kind. Did you mean city?"
    )
    assert answer.lines[3].startswith("::warning file=in a%2C b%3A/50%25.yaml,line=7,col=30,title=place-twice::")


def test_an_unknown_format_is_a_wrong_use() -> None:
    assert ocdb("check", "-f", "xml").code == 2


def package(monkeypatch: pytest.MonkeyPatch, directory: Path) -> None:
    """Let a directory be that of the package."""
    for name in ("migrations/versions", "sql/views"):
        (directory / name).mkdir(parents=True)
    monkeypatch.setattr("ocdb.settings._PACKAGE", directory)


def test_files_of_the_working_directory_are_shown_from_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("seeds", "fixtures"):
        written(f"data/{name}/b.yaml", WRONG.replace("herald", name).replace("tg-agadir", f"tg-{name}"))
    package(monkeypatch, tmp_path / "data")
    files = {line.split(":")[0] for line in ocdb("check", database="").lines}
    assert files == {"data/seeds/b.yaml", "data/fixtures/b.yaml"}


# --- several files --------------------------------------------------------------------------------------------------


def test_the_problems_of_all_files_are_told_at_once_and_sorted() -> None:
    written("d/z.yaml", WRONG)
    written("d/a/broken.yaml", "source:\n  title: A: B\n")
    written("d/b.yaml", "")
    written("d/m.yaml", SOURCE.replace("herald-2019-03-04", "Herald").replace("2019-03-04", "2011-13"))
    places = [line.split(" ")[0] for line in ocdb("check", "d").lines]
    assert places == [
        "d/a/broken.yaml:2:11:",
        "d/b.yaml:1:1:",
        "d/m.yaml:2:3:",
        "d/m.yaml:5:3:",
        "d/z.yaml:1:1:",
        "d/z.yaml:4:3:",
        "d/z.yaml:7:19:",
        "d/z.yaml:7:30:",
    ]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    written("d/b.yaml", SOURCE)
    assert ocdb("check", "d", "d/b.yaml", os.path.join("d", "..", "d")).code == 0  # noqa: PTH118  Path has no such ..


@pytest.mark.parametrize(
    "operators",
    [
        "operators:\n- id: exemplia\n  name: Exemplia: the call centre\n",
        "operators:\n- {id: 'exemplia', name: Exemplia, name: Example}\n",
        "operators:\n- {id: exemplia, nme: Exemplia}\n",
    ],
    ids=["no YAML", "a key twice", "a field that isn't there"],
)
def test_what_refers_to_a_record_in_a_broken_file_is_not_wrong_for_that(operators: str) -> None:
    written("d/a.yaml", operators)
    written("d/b.yaml", SOURCE + "sites:\n- {id: one, cite: 1, operator: exemplia, at: tg-lome, status: open}\n")
    assert all(line.startswith("d/a.yaml:") for line in ocdb("check", "d").lines)


# --- together with the data that travel with ocdb -------------------------------------------------------------------


def test_a_file_is_checked_together_with_the_data_that_travel_with_ocdb() -> None:
    text = SOURCE + "citations:\n- {claim: vipp-interstis-lome-2020-500, cite: 3}\n"
    assert ocdb("check", written("b.yaml", text)).code == 0


def test_a_file_replaces_the_source_of_the_same_slug_that_travels_with_ocdb() -> None:
    text = FIVE_ARTICLES[0].read_text("utf-8")
    assert ocdb("check", written("mine.yaml", text)).out == ""
    changed = text.replace("date_weekday: thursday", "date_weekday: friday")
    (line,) = ocdb("check", written("mine.yaml", changed)).lines
    assert "2020-01-30 was a Thursday, not a Friday" in line


def test_an_edited_copy_of_a_register_replaces_the_one_that_travels_with_ocdb(tmp_path: Path) -> None:
    text = (resource("seeds") / "operators.yaml").read_text("utf-8")
    register = written("seeds/operators.yaml", text.replace("name: Keyyo", "name: Keyyo SA"))
    (line,) = ocdb("check", register).lines
    assert " warning replaced-record: operators[" in line
    assert f"this replaces keyyo in {resource('seeds')}/operators.yaml:" in line
    database = fresh(tmp_path)
    assert ocdb("load", register, database=database).code == 0
    assert "Keyyo SA" in ocdb("list", "operators", "--columns", "name", database=database).lines


def test_a_code_that_is_said_anew_keeps_its_place_in_the_list(tmp_path: Path) -> None:
    sql = "SELECT code, label_en FROM v_codes WHERE list = 'topic' ORDER BY position LIMIT 2"
    first, second = ocdb("sql", sql).rows
    text = f"codes:\n  topic:\n  - {{id: {second[0]}, label_en: anew, label_fr: x, definition: x}}\n"
    assert loaded(text, database := fresh(tmp_path)).code == 0
    assert ocdb("sql", sql, database=database).rows == [first, [second[0], "anew"]]


def test_what_travels_with_ocdb_is_not_told_beside_a_file_that_was_asked_about(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written("data/fixtures/wrong.yaml", WRONG)
    (tmp_path / "data" / "seeds").symlink_to(resource("seeds"))
    package(monkeypatch, tmp_path / "data")
    answer = ocdb("check", written("b.yaml", SOURCE.replace("herald", "other")), database="")
    assert (answer.code, answer.out) == (0, "")


@each(
    ("records", "told"),
    [
        (
            "operators:\n- {id: keyyo, name: Another}\n",
            "duplicate-slug: operators[1].id: keyyo exists already, in ",
        ),
        (
            "statements:\n- {id: vipp-interstis-lome-2020-500, cite: 1, topic: market, summary: Another one.}\n",
            "duplicate-slug: statements[1].id: vipp-interstis-lome-2020-500 exists already, in ",
        ),
        (
            "operators:\n- {id: key-yo, name: KEY YO}\n",
            "near-names: operators[1].name: its name is similar to that of keyyo (Keyyo). ",
        ),
        (
            (
                "pledges:\n- {id: mine, cite: 1, operators: vipp-interstis, at: tg-lome, figure: {about: 500},"
                " measure: hires, basis: operator, announced: 2020-01}\n"
            ),
            "same-claim: pledges[1].id: this looks like vipp-interstis-lome-2020-500 in ",
        ),
        (
            (
                "pledges:\n- {id: a-mine, cite: 1, operators: vipp-interstis, at: tg-lome, figure: 600, measure: jobs,"
                " basis: operator, conflicts_with: webhelp-agadir-2011-400}\n"
            ),
            "unsettled-conflict: pledges[1].conflicts_with: these are in conflict, but none of them is preferred: ",
        ),
    ],
)
def test_a_clash_with_what_travels_with_ocdb_is_told_at_the_file_that_was_asked_about(records: str, told: str) -> None:
    assert only(SOURCE + records).startswith(told)


def test_an_error_that_a_file_brings_about_in_what_travels_with_ocdb_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pledge = "{id: two, cite: 1, at: TG, site: own-site, figure: 9, measure: jobs, basis: operator}"
    written("data/fixtures/one.yaml", f"{SOURCE}pledges:\n- {pledge}\n")
    written("data/fixtures/two.yaml", WRONG.replace("herald", "two"))
    (tmp_path / "data" / "seeds").symlink_to(resource("seeds"))
    package(monkeypatch, tmp_path / "data")
    site = SOURCE.replace("herald", "own") + SITE.replace("id: one", "id: own-site").replace("tg-lome", "AT")
    for place, expected in (("tg-lome", []), ("ma-agadir", ["site-elsewhere"])):
        answer = ocdb("check", written("own.yaml", site.replace("AT", place)), "-f", "json", database="")
        assert [one["code"] for one in json.loads(answer.out)] == expected


# --- suggestions ----------------------------------------------------------------------------------------------------

SITE = "sites:\n- {id: one, cite: 1, operator: vipp-interstis, at: tg-lome, status: open}\n"


@each(
    ("right", "wrong", "told"),
    [
        ("vipp-interstis", "vip-interstis", "there is no operator vip-interstis. Did you mean vipp-interstis?"),
        ("tg-lome", "tg-lomé", "there is no place, country or area tg-lomé. Did you mean tg-lome?"),
        (
            "vipp-interstis",
            "togo-mpen",
            "there is no operator togo-mpen. That is the slug of another kind of record: institution.",
        ),
        ("vipp-interstis", "zzz", "there is no operator zzz. Add it, or name another one."),
        ("open", "opne", "opne isn't in the code list site_status. Did you mean open?"),
        ("open", "zzz", "zzz isn't in the code list site_status. The codes are planned, open, closed, unknown."),
        ("status:", "statut:", "site has no such field. Did you mean status?"),
        ("sites:", "site:", "there is no such key. Did you mean sites?"),
    ],
)
def test_a_mistyped_word_is_told_with_the_nearest_one(right: str, wrong: str, told: str) -> None:
    answer = ocdb("check", written("one.yaml", SOURCE + SITE.replace(right, wrong)))
    assert any(line.endswith(told) for line in answer.lines), answer.out


def test_a_retired_slug_is_told_with_its_successor() -> None:
    retired = "retired:\n- {id: vipp, successor: vipp-interstis, reason: Too short.}\n"
    told = only(SOURCE + retired + SITE.replace("operator: vipp-interstis", "operator: vipp"))
    assert told == "unknown-slug: sites[1].operator: there is no operator vipp. It was retired; use vipp-interstis."


# --- load -----------------------------------------------------------------------------------------------------------


def loaded(text: str, database: Path) -> Answer:
    return ocdb("load", written("one.yaml", text), database=database)


def test_files_that_need_what_travels_with_ocdb_are_refused_with_what_to_name(tmp_path: Path) -> None:
    text = SOURCE + "citations:\n- {claim: vipp-interstis-lome-2020-500, cite: 3}\n"
    with only_five_travel():
        fixtures = resource("fixtures")
        refused = loaded(text, tmp_path / "new.sqlite")
        assert ocdb("load", fixtures, "one.yaml", database=fresh(tmp_path)).code == 0
    hint = f"These files refer to fixtures that come with ocdb. Name those too: ocdb load {fixtures} one.yaml"
    assert refused.code == 5
    assert refused.err.splitlines()[1:] == ["  1 problem; nothing was loaded", f"  {hint}"]


def test_load_refuses_errors_and_tells_them_without_the_warnings(tmp_path: Path) -> None:
    answer = loaded(WRONG, tmp_path / "new.sqlite")
    assert (answer.code, answer.out) == (5, "")
    assert [line.split(": ")[1 + (number == 0)] for number, line in enumerate(answer.err.splitlines()[:-1])] == [
        "error missing-field",
        "error unknown-field",
        "error unknown-code",
    ]
    assert answer.err.endswith("3 problems; nothing was loaded\n")
    assert not (tmp_path / "new.sqlite").exists()


def test_load_takes_warnings(tmp_path: Path) -> None:
    answer = loaded(WARNED, fresh(tmp_path))
    assert answer.code == 0
    assert answer.out.startswith("0 claims from 1 article")
