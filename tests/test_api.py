"""`ocdb.open()`: the answers of the command line as plain values and frames, in Python."""

import datetime as dt
import inspect
import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import ocdb
from ocdb.api.database import Database
from ocdb.render.frames import to_arrow, to_pandas, to_polars
from ocdb.store.reader.rows import Rows
from tests.cases import each
from tests.commands import empty, five_articles
from tests.commands import ocdb as command


def opened(**how: Any) -> Database:
    return ocdb.open(five_articles(), **how)


# Each question with the command that asks the same.
ALIKE: list[tuple[str, tuple[str, ...], dict[str, Any], list[str]]] = [
    ("jobs", ("Togo",), {"by": "year"}, ["jobs", "Togo", "--by", "year"]),
    ("jobs", (), {"operator": ["Webhelp"], "due_by": 2021}, ["jobs", "--operator", "Webhelp", "--due-by", "2021"]),
    ("losses", (), {"basis": "analyst", "sources": True}, ["losses", "--basis", "analyst", "--sources"]),
    ("delivery", (), {"by": "operator"}, ["delivery", "--by", "operator"]),
    ("ledger", ("TG",), {"verdict": "no_evidence"}, ["pledges", "TG", "--verdict", "no_evidence"]),
    ("list", ("sites",), {"country": "TG,MA"}, ["list", "sites", "--country", "TG,MA"]),
    ("list", ("sites",), {"on": dt.date(2021, 1, 1)}, ["list", "sites", "--on", "2021-01-01"]),
    ("list", ("pledges",), {"sort": ["-low", "id"], "limit": 3, "columns": "id,low"},
     ["list", "pledges", "--sort=-low,id", "--limit", "3", "--columns", "id,low"]),
    ("timeline", (), {"since": 2020, "country": ("TG",)}, ["timeline", "--since", "2020", "--country", "TG"]),
    ("show", ("Webhelp",), {}, ["show", "Webhelp"]),
    ("search", ("oujda",), {"limit": 2}, ["search", "oujda", "--limit", "2"]),
    ("compare", ("Morocco", "Togo"), {}, ["compare", "Morocco", "Togo"]),
    ("conflicts", (), {"open": True}, ["conflicts", "--open"]),
    ("coverage", ("MA",), {}, ["coverage", "MA"]),
    ("evidence", ("MA",), {}, ["evidence", "MA"]),
    ("review", (), {"months": 36, "limit": 2}, ["review", "--months", "36", "--limit", "2"]),
    ("views", ("v_sites",), {}, ["db", "views", "v_sites"]),
    ("sql", ("SELECT id FROM v_pledges WHERE low > :low ORDER BY id",), {"low": 400},
     ["sql", "SELECT id FROM v_pledges WHERE low > :low ORDER BY id", "-p", "low=400"]),
]  # fmt: skip


@each(("name", "given", "keywords", "typed"), ALIKE)
def test_a_question_has_the_data_of_its_command(
    name: str, given: tuple[str, ...], keywords: dict[str, Any], typed: list[str]
) -> None:
    with opened() as db:
        answer: ocdb.Answer = getattr(db, name)(*given, **keywords)
    printed = command(*typed, "-f", "json", database=five_articles())
    assert answer.data == json.loads(printed.out)
    lines = command(*typed, "-f", "tsv", database=five_articles()).lines
    assert list(answer.columns) == lines[0].split("\t")
    assert len(answer) == len(lines) - 1
    for note in answer.notes:  # but for what Python calls otherwise
        assert note in printed.err or "--" in printed.err


def test_a_question_names_its_keywords_and_refuses_others() -> None:
    with opened() as db:
        assert {"due_by", "operator", "with_successors"} <= set(inspect.signature(db.jobs).parameters)
        assert (db.jobs.__name__, (db.jobs.__doc__ or "")[:11]) == ("jobs", "Add up prom")
        with pytest.raises(TypeError, match=r"jobs\(\) has no keyword contry\. Did you mean country"):
            db.jobs(contry="TG")  # type: ignore[call-arg]


WRONG: list[tuple[str, tuple[Any, ...], dict[str, Any], type[Exception], str, str]] = [
    ("jobs", (), {"country": []}, ocdb.UsageError, "country is empty", "Give it a value or leave it out."),
    ("jobs", (), {"operator": 5}, ocdb.UsageError, "operator: 5 isn't text", "Write a name, or a list of names."),
    ("jobs", (), {"due_by": "soon"}, ocdb.UsageError, "due_by: soon isn't a date",
     "Write 2020, 2020-07 or 2020-07-10."),
    ("jobs", ("Webhlp",), {}, ocdb.NotFoundError, "there is no record Webhlp", "Did you mean Webhelp?"),
    ("list", ("sites",), {"limit": "5"}, ocdb.UsageError, "limit: '5' isn't a whole number",
     "Write a number from 0 to 1000000000."),
    ("list", ("reports",), {"on": 2012}, ocdb.UsageError, "on doesn't fit reports",
     "Only sites have a state on a day: ocdb list sites --on DATE."),
    ("sql", ("DELETE FROM claim",), {}, ocdb.SqlError, "the statement would do more than read (not authorized)",
     "ocdb sql only reads: write SELECT."),
    ("sql", ("SELECT :x",), {}, ocdb.SqlError, "the parameter :x has no value", "Give it: x=VALUE"),
    ("sql", ("SELECT :x",), {"x": [1]}, ocdb.UsageError, "the parameter :x can't be a list",
     "Give a text, a number or a date; for several values write several parameters."),
    ("sql", ("SELECT 1",), {"timeout": -1}, ocdb.UsageError, "timeout: -1 isn't a number of seconds",
     "Write it as in 30 or 0.5, or unset it."),
    ("sql", ("SELECT 1",), {"memory": "much"}, ocdb.UsageError, "memory: 'much' isn't a whole number",
     "Write a number from 1 to 1000000."),
    ("cite", (), {"style": "apa"}, ocdb.UsageError, "style has no value apa",
     "The values are text, bibtex, csl-json, ris."),
]  # fmt: skip


@each(("name", "given", "keywords", "kind", "message", "hint"), WRONG)
def test_an_error_says_what_is_wrong_and_its_traceback_what_to_do(
    name: str, given: tuple[Any, ...], keywords: dict[str, Any], kind: type[ocdb.OcdbError], message: str, hint: str
) -> None:
    with opened(lang="en") as db, pytest.raises(kind) as raised:
        getattr(db, name)(*given, **keywords)
    assert (str(raised.value), raised.value.hint, raised.value.__notes__) == (message, hint, [hint])


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(ocdb.DatabaseError, match="doesn't exist"):
        ocdb.open(tmp_path / "none.sqlite", lang="en")
    with pytest.raises(ocdb.UsageError, match="lang has no value de"):
        opened(lang="de")
    with pytest.raises(ocdb.UsageError, match="as_of: x isn't a date"):
        opened(as_of="x", lang="en")
    db = opened(lang="en")
    db.close()
    db.close()
    with pytest.raises(ocdb.DatabaseError, match="the database is closed"):
        db.jobs()


def test_no_error_shows_a_password() -> None:
    with pytest.raises(ocdb.DatabaseError) as raised:
        ocdb.open("postgresql:reader:hunter2hunter2@host/ocdb", lang="en")
    assert "hunter2" not in f"{raised.value} {raised.value.hint} {raised.value.__notes__}"


def test_an_answer_stays_when_the_database_is_closed() -> None:
    with opened(lang="fr") as db:
        answer = db.jobs("Togo")
    assert answer.title.startswith("Togo, promesses des opérateurs")
    assert "nouveaux emplois" in str(answer)
    assert "<table>" in answer._repr_html_()
    assert repr(answer).endswith("1 rows>")
    assert answer.parts == ("taken_in", "denied", "totals", "counted", "left_out", "reports")
    assert [row["line"] for row in answer] == ["new_jobs"]


def test_a_day_in_the_past_knows_what_could_be_known_then() -> None:
    with opened(as_of="2010", lang="en") as db:
        assert db.jobs("Togo").notes[0] == "as of 31 December 2010: 2 of 5 sources"
        assert db.sql("SELECT count(*) AS n FROM v_sources").rows == [{"n": 2}]
        assert len(db.list("sources")) == 2


def test_each_question_sees_what_was_loaded_when_it_was_asked(tmp_path: Path) -> None:
    file = tmp_path / "own.sqlite"
    file.write_bytes(five_articles().read_bytes())
    with ocdb.open(file) as db:
        before = db.list("sources")
        Path(shutil.copy(empty(), tmp_path / "new.sqlite")).replace(file)
        assert (len(before), len(db.list("sources")), len(db.sql("SELECT id FROM v_sources"))) == (5, 0, 0)


def test_several_threads_may_ask_at_once() -> None:
    titles: list[str] = []
    with opened() as db:
        threads = [threading.Thread(target=lambda: titles.append(db.jobs("Togo").title)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(titles) == 4
    assert len(set(titles)) == 1


def test_the_passages_and_citations_of_an_answer_can_be_asked_for() -> None:
    with opened() as db:
        answer = db.jobs("Togo")
        assert answer.claims == ("vipp-interstis-lome-2020-500",)
        passages = db.citations(answer)
        assert {row["claim"] for row in passages} == {*answer.claims}
        assert all(row["source"] and row["publisher"] for row in passages)
        assert db.cite(*answer.claims, style="bibtex").startswith("@misc{vipp-interstis-lome-2020-500,")


def test_passages_of_what_nobody_stated_are_no_empty_answer() -> None:
    with opened(lang="en") as db, pytest.raises(ocdb.NotFoundError, match="there is nothing called zzzzqqq"):
        db.citations("zzzzqqq")


def test_a_server_gives_the_same_values(loaded_postgresql: str) -> None:
    with opened(lang="en") as ours, ocdb.open(loaded_postgresql, lang="en") as theirs:
        for one, other in ((ours.jobs("Togo"), theirs.jobs("Togo")), (ours.list("sites"), theirs.list("sites"))):
            assert (one.title, one.notes, one.data, one.claims) == (other.title, other.notes, other.data, other.claims)
            assert one.to_pandas().equals(other.to_pandas())
        statement = "SELECT id, low FROM v_pledges WHERE low > :low ORDER BY id"
        assert ours.sql(statement, low=400).rows == theirs.sql(statement, low=400).rows


# --- frames ---------------------------------------------------------------------------------------------------------

ROWS = Rows(
    ("id", "due", "due_from", "low", "rate", "mixed", "raw"),
    [("a", "2020~", "2020-01-01", 5, 1.5, 1, b"x"), ("b", "2021-02-03", None, None, 2, "two", None)],
)


def test_frames_keep_whole_numbers_whole_and_days_days() -> None:
    pandas = to_pandas(ROWS)
    assert [str(kind) for kind in pandas.dtypes] == [
        "string", "string", "datetime64[s]", "Int64", "Float64", "string", "object",
    ]  # fmt: skip
    assert pandas["low"].isna().tolist() == [False, True]
    polars = to_polars(ROWS)
    assert [str(kind) for kind in polars.dtypes] == ["String", "String", "Date", "Int64", "Float64", "String", "Binary"]
    arrow = to_arrow(ROWS)
    assert [str(field.type) for field in arrow.schema] == [
        "string", "string", "date32[day]", "int64", "double", "string", "binary",
    ]  # fmt: skip
    assert arrow.to_pylist() == polars.to_dicts() == [
        {"id": "a", "due": "2020~", "due_from": dt.date(2020, 1, 1), "low": 5, "rate": 1.5, "mixed": "1", "raw": b"x"},
        {"id": "b", "due": "2021-02-03", "due_from": None, "low": None, "rate": 2.0, "mixed": "two", "raw": None},
    ]  # fmt: skip


def test_a_frame_may_be_a_part_of_an_answer_or_empty() -> None:
    with opened() as db:
        answer = db.jobs("Togo")
        assert answer.to_pandas("left_out")["reason"].notna().all()
        assert answer.to_polars("denied").shape == (0, 0)
        assert answer.to_arrow().num_rows == 1
        assert list(db.list("losses", country="TG").to_pandas().columns)
        with pytest.raises(ocdb.UsageError, match="the answer has no part reported"):
            answer.to_pandas("reported")


def test_a_notebook_shows_no_markup_of_the_data() -> None:
    with opened() as db:
        shown = db.sql("SELECT '<script>alert(1)</script>' AS text, '[red]' AS other")._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


# --- imports --------------------------------------------------------------------------------------------------------


def test_to_import_ocdb_costs_nothing_until_something_is_asked_for() -> None:
    code = "import sys, ocdb; print({name for name in sys.modules if name.startswith('ocdb')}, 'typing' in sys.modules)"
    answer = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "{'ocdb'} False\n"
    with pytest.raises(AttributeError, match="module 'ocdb' has no attribute 'opne'"):
        ocdb.opne  # type: ignore[attr-defined]  # noqa: B018


def test_type_checkers_and_programs_see_the_same_names() -> None:
    stub = Path(ocdb.__file__).with_suffix(".pyi").read_text("utf-8")
    told = {line.split(" as ")[1].split()[0] for line in stub.splitlines() if " as " in line}
    assert told == set(ocdb._EXPORTED)  # type: ignore[attr-defined]  # noqa: SLF001
    assert told <= set(dir(ocdb))
