"""`ocdb export`: what is in it, what is to be read first, what filters leave, and what is never lost."""

import csv
import json
import resource as limits
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest

from ocdb.answers.filters import Filters
from ocdb.cli.export import Form
from ocdb.export.content import content
from ocdb.export.fields import fields
from ocdb.export.formats import ALL, FORMATS, NAMES, chosen
from ocdb.export.tables import LEFT_OUT, NAMED, TABLES
from ocdb.opening.reader import open_reader
from ocdb.render.xlsx import LONGEST_NAME
from ocdb.store import views
from ocdb.store.reader.server import ServerReader
from tests.cases import each
from tests.commands import five_articles, loaded_text, ocdb, recorded
from tests.own import ODD, odd

TARGETS = {
    "sqlite": "out.sqlite", "csv": "out", "xlsx": "out.xlsx", "parquet": "out.parquet", "datapackage": "package",
    "geojson": "out.geojson", "jsonld": "out.jsonld", "ftm": "out.ftm.json",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the directory that one works in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(*arguments: str | Path, database: Path | str | None = None) -> str:
    """Export; return what was printed."""
    answer = ocdb("export", *arguments, database=database)
    assert answer.code == 0, answer.err
    return answer.out


def rows_of(folder: str, table: str) -> list[dict[str, str]]:
    with (Path(folder) / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- what is in it ------------------------------------------------------------------------------------------------


def test_every_view_is_exported_or_left_out_by_name() -> None:
    assert {table.view for table in TABLES} | {*LEFT_OUT} == {view.name for view in views.documented()}
    assert not {table.view for table in TABLES} & {*LEFT_OUT}


def test_every_table_has_a_key_and_refers_to_tables_that_there_are() -> None:
    for table in TABLES:
        names = [field.name for field in fields(table)]
        assert names[0] == "id", table.name
        assert {table.by, *table.references, *table.follows} <= {*names}, table.name
        assert {*table.references.values(), *table.sources} <= {*NAMED}, table.name
        assert len(table.name) <= LONGEST_NAME


def test_the_formats_are_those_of_the_command() -> None:
    assert set(get_args(Form)) == set(NAMES) == {*FORMATS, ALL}
    assert set(FORMATS) == set(TARGETS)


def test_columns_have_the_types_that_postgresql_gives_them(loaded_postgresql: str) -> None:
    theirs = {"string": {"text", "character varying"}, "integer": {"integer", "bigint"}, "date": {"date"}}
    theirs |= {"number": {"double precision"}}
    sql = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name LIKE 'v\\_%'"
    with closing(ServerReader(loaded_postgresql)) as reader:
        types = {(view, column): kind for view, column, kind in reader.rows(sql).rows}
    ours = [(table.view, field) for table in TABLES for field in fields(table)]
    wrong = {
        (view, field.name): (field.type, types[view, field.name])
        for view, field in ours
        if types[view, field.name] not in theirs[field.type]
    }
    assert wrong == {}


# --- what is to be read first -------------------------------------------------------------------------------------


def test_each_export_says_in_both_languages_what_it_is(desk: Path) -> None:
    told = exported("out", "-f", "csv", "--country", "Togo", "--since", "2020")
    assert told.startswith("out: ")
    readme = (desk / "out" / "README.md").read_text("utf-8")
    for text in (
        "# ocdb: the open database of offshoring and call centres in Africa",
        "# ocdb\xa0: la base de données ouverte",
        "**Filters:** Togo, since 2020",
        "**Filtres\xa0:** Togo, depuis 2020",
        "**Licence:** CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/",
        "**How to cite:** The ocdb maintainers, ocdb",
        "A plan isn't a fact.",
        "Un projet n’est pas un fait.",
        "claims without a date aren't in it",
        "**Coverage:** Togo: ",
    ):
        assert text in readme
    assert "{" not in readme


def test_an_export_is_the_same_whatever_the_language(desk: Path) -> None:
    exported("one", "-f", "csv", "--operator", "Webhelp")
    told = exported("two", "-f", "csv", "--operator", "Webhelp", "--lang", "fr")
    assert told.startswith("two\xa0: ")
    assert whole(desk / "one") == whole(desk / "two")


def test_both_engines_give_the_same_bytes(new_loaded_database: Callable[[], str], tmp_path: Path) -> None:
    for name, database in (("ours", five_articles()), ("theirs", new_loaded_database())):
        (tmp_path / name).mkdir()
        for form, target in TARGETS.items():
            exported(tmp_path / name / target, "-f", form, database=database)
        exported(tmp_path / name / "some", "-f", "csv", "--country", "MA", "--until", "2011", database=database)
    assert whole(tmp_path / "ours").keys() == whole(tmp_path / "theirs").keys()
    differing = [name for name, text in whole(tmp_path / "ours").items() if text != whole(tmp_path / "theirs")[name]]
    assert differing == []


# --- filters ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@each(
    "asked",
    [
        ["--country", "TG"],
        ["--operator", "Webhelp", "--with-successors"],
        ["--since", "2012", "--until", "2014"],
        ["--since", "2012", "--until", "2014", "--possible"],
        ["--place", "Agadir", "--institution", "CRI Agadir"],
        ["--source", "ciomag-2020-01-30-vipp-interstis"],
        ["--country", "MA", "--as-of", "2012"],
        ["--since", "1900", "--until", "1901"],
    ],
)
def test_what_filters_leave_refers_to_nothing_that_is_left_out(asked: list[str], tmp_path: Path) -> None:
    exported(tmp_path / "some.sqlite", *asked, database=recorded())
    with closing(sqlite3.connect(tmp_path / "some.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        bare = "SELECT id FROM claims WHERE id NOT IN (SELECT claim FROM citations)"
        assert database.execute(bare).fetchall() == []
        unused = "SELECT id FROM sources WHERE id NOT IN (SELECT source FROM citations)"
        assert database.execute(unused).fetchall() == []
        kinds = "SELECT count(*) FROM claims WHERE kind = 'pledge'"
        pledges = "SELECT count(*) FROM pledges"
        assert database.execute(kinds).fetchall() == database.execute(pledges).fetchall()


@pytest.mark.usefixtures("desk")
def test_an_export_of_a_country_has_the_claims_of_its_lists_and_what_these_refer_to() -> None:
    exported("tg", "-f", "csv", "--country", "TG", database=recorded())
    listed = ocdb("list", "claims", "--country", "TG", "--columns", "id", database=recorded())
    there = {row["id"] for row in rows_of("tg", "claims")}
    assert {key for (key,) in listed.rows} <= there
    assert {row["scope"] for row in rows_of("tg", "totals")} == {"TG"}
    assert {row["claim"] for row in rows_of("tg", "citations")} == there
    assert len(rows_of("tg", "sources")) < 30


@pytest.mark.usefixtures("desk")
def test_a_time_chooses_what_the_list_of_each_kind_dates_in_it() -> None:
    span = ["--since", "2011", "--until", "2011"]
    exported("then", "-f", "csv", *span, database=recorded())
    for kind in ("events", "pledges", "reports"):
        listed = ocdb("list", kind, *span, "--columns", "id", database=recorded())
        assert {key for (key,) in listed.rows} <= {row["id"] for row in rows_of("then", kind)}, kind


@pytest.mark.usefixtures("desk")
def test_without_filters_nothing_is_left_out() -> None:
    exported("all", "-f", "csv")
    with closing(open_reader(five_articles())) as reader, content(reader, Filters()) as everything:
        for table in TABLES:
            assert len(rows_of("all", table.name)) == everything.count(table.name), table.name


def test_a_name_that_nobody_bears_is_told(desk: Path) -> None:
    answer = ocdb("export", "out.sqlite", "--operator", "Webhepl")
    assert (answer.code, answer.err.splitlines()[0]) == (4, "ocdb: there is no operator Webhepl")
    assert list(desk.iterdir()) == []


# --- what is never lost -------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_same_export_is_the_same_bytes_and_replaces_an_earlier_one_where_that_is_asked_for(desk: Path) -> None:
    some = ("--country", "TG")  # all of it takes four times as long
    for form, target in TARGETS.items():
        exported(target, "-f", form, *some)
        refused = ocdb("export", target, "-f", form)
        assert (refused.code, refused.err.splitlines()[0]) == (2, f"ocdb: {target} already exists")
        before = whole(desk)
        exported(target, "-f", form, *some, "--force")
        assert whole(desk) == before, form
    assert not list(desk.glob(".ocdb-*"))


def test_the_file_beside_one_is_guarded_as_well(desk: Path) -> None:
    (desk / "out.metadata.json").write_text("mine", "utf-8")
    refused = ocdb("export", "out.sqlite")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "ocdb: out.metadata.json already exists")


def test_a_database_is_never_replaced_by_an_export(desk: Path) -> None:
    shutil.copy(five_articles(), "my.sqlite")
    before = Path("my.sqlite").read_bytes()
    for database in (five_articles(), desk / "my.sqlite"):
        refused = ocdb("export", "my.sqlite", "--force", database=database)
        assert refused.code == 2
        assert "my.sqlite is a database or a part of one, and would be lost" in refused.err
    assert Path("my.sqlite").read_bytes() == before


def test_a_directory_with_other_files_is_never_replaced(desk: Path) -> None:
    exported("out", "-f", "csv")
    (desk / "out" / "thesis.docx").write_text("mine", "utf-8")
    refused = ocdb("export", "out", "-f", "csv", "--force")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "ocdb: out holds thesis.docx, which would be lost")


@each(
    "arguments, told",
    [
        (["out"], "the name out doesn't say which format it is to have"),
        (["out.json"], "the name out.json doesn't say which format it is to have"),
        (["out.xlsx", "-f", "csv"], "out.xlsx doesn't fit the format csv"),
        (["out.txt", "-f", "xlsx"], "out.txt doesn't fit the format xlsx"),
        (["nowhere/out.sqlite"], "nowhere/out.sqlite can't be written: No such file or directory"),
        (["-", "-f", "csv"], "an export can't be printed; name a file or a directory"),
        (["folder", "-f", "sqlite"], "folder isn't a file"),
        (["file.csv", "--force"], "file.csv isn't a directory"),
        (["/dev/full", "-f", "jsonld", "--force"], "/dev/full isn't a file"),
        (["out.csv", "--kind", "site"], "there is no option --kind"),
    ],
)
def test_a_target_that_cannot_be_written_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.csv").write_text("mine", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        answer = ocdb("export", *arguments)
    assert answer.code == 2
    assert told in answer.err
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file.csv"}


def test_the_end_of_a_name_says_the_format() -> None:
    named = {"a.db": "sqlite", "a.FTM.json": "ftm", "b.parquet": "parquet", "c.csv": "csv"}
    assert {name: chosen(None, Path(name)) for name in named} == named


@pytest.mark.slow
@each("form", NAMES)
def test_a_full_disk_leaves_what_was_there(form: str, tmp_path: Path) -> None:
    def little_room() -> None:
        limits.setrlimit(limits.RLIMIT_FSIZE, (2000, 2000))

    target = (TARGETS | {ALL: "everything"})[form]
    command = [sys.executable, "-c", "from ocdb.cli.main import main; main()", "--db", str(five_articles())]
    finished = subprocess.run(
        [*command, "export", target, "-f", form],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=little_room,
    )
    assert finished.returncode == 2
    assert finished.stderr.startswith(f"ocdb: {target} can't be written: ")
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_says_what_to_install(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = ocdb("export", "out.parquet")
    assert (answer.code, answer.err.splitlines()) == (
        2,
        [
            "ocdb: Parquet needs pyarrow, which isn't installed",
            "  Install it with: pip install 'ocdb-africa[parquet]' - or choose another format with -f.",
        ],
    )
    assert list(desk.iterdir()) == []


# --- hostile texts ------------------------------------------------------------------------------------------------

HOSTILE = """
source: {id: s-2020, publisher: "=HYPERLINK(\\"http://x\\")", title: "+1\\u202E", language: fr, published: 2020-05}
operators:
- {id: formula, name: "=1+1"}
- {id: longest, name: LONG}
sites:
- {id: formula-lome, cite: 1, operator: formula, at: tg-lome, status: open, note: "a; =2\\e[31m"}
- {id: longest-lome, cite: 1, operator: longest, at: tg-lome, status: planned}
"""


@pytest.mark.slow
def test_hostile_texts_do_no_harm_in_any_format(desk: Path) -> None:
    database = loaded_text(ODD, HOSTILE.replace("LONG", "x" * 300))
    for form, target in TARGETS.items():
        exported(target, "-f", form, database=database)
    assert '\'=HYPERLINK("http://x")' in {row["publisher"] for row in rows_of("out", "sources")}
    (note,) = (row["note"] for row in rows_of("out", "sites") if row["id"] == "formula-lome")
    assert note == "a;' =2\\x1b[31m"
    with closing(sqlite3.connect("out.sqlite")) as kept:
        assert kept.execute("SELECT note FROM sites WHERE id = 'formula-lome'").fetchone() == ("a; =2\x1b[31m",)
    for path in desk.rglob("*"):
        if path.suffix in (".json", ".jsonld", ".geojson", ".md", ".csv"):
            assert "\x1b" not in path.read_text("utf-8"), path
            assert "\u202e" not in path.read_text("utf-8"), path
    assert json.loads(Path("out.geojson").read_text("utf-8"))["features"][0]["properties"]["operator_name"] == "=1+1"


@pytest.mark.slow
@pytest.mark.usefixtures("desk")
def test_what_concerns_an_odd_name_is_exported_in_each_format() -> None:
    for form, target in TARGETS.items():
        exported(f"some-{target}", "-f", form, "--operator", "Odd Société", database=odd())
    assert {row["id"] for row in rows_of("some-out", "operators")} == {"odd-operator"}
