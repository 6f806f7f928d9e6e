"""Who may import whom: from a file's path you can say what it does, and what it knows."""

import ast
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import ocdb
from ocdb.settings import data_fingerprint
from tests.cases import each
from tests.commands import recorded
from tests.travelling import everything_travels

PACKAGE = Path(ocdb.__file__).parent
# From top to bottom: a room imports what stands below it, never what stands above or beside it.
ROOMS = (
    "__main__", "cli", "web", "mcp", "api", "export", "render", "answers", "intake", "opening", "load", "recall",
    "curation", "store", "schema", "words", "rules", "kinds",
)  # fmt: skip
# The ground floor, which every room may stand on; it speaks itself, by a module that imports nothing of ours.
SPEECH = "ocdb.words.language"
# What options mean: constants, for help texts and for programs.
MEANING = "ocdb.words.options"
GROUND = {"dates", "errors", "memory", "ocdb", "release", "settings", "text"}
# Lines of a file; of a function without its head, its docstring included.
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
# What only some commands need, and what a question must not pay for: SQLAlchemy alone takes 130 ms.
SLOW = {
    "alembic", "asyncio", "dateutil", "edtf", "filelock", "hypothesis", "jinja2", "openpyxl",
    "platformdirs", "psycopg", "pyarrow", "pydantic", "pydantic_core", "rich", "sqlalchemy", "starlette",
    "uvicorn", "vl_convert", "xlsxwriter", "yaml",
}  # fmt: skip


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def part(name: str) -> str:
    """Return the part of the package that a module of ours belongs to: ``read`` for ``ocdb.answers.lists``."""
    return name.split(".")[1] if "." in name else "ocdb"


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the full names of what a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports name their module in full"
        for alias in node.names:
            # `from ocdb import views` names a module, `from ocdb import __version__` doesn't.
            yield node.module or "" if alias.name.startswith("_") else f"{node.module}.{alias.name}"


PATHS = {module(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def sources() -> dict[str, ast.Module]:
    """Return the syntax tree of each module."""
    return {name: ast.parse(path.read_text("utf-8")) for name, path in PATHS.items()}


@cache
def imports() -> dict[str, set[str]]:
    """Return what each module imports, anywhere."""
    return {name: {one for node in ast.walk(tree) for one in imported(node)} for name, tree in sources().items()}


def tops(names: set[str]) -> set[str]:
    """Return the top-level packages of what is imported."""
    return {name.partition(".")[0] for name in names}


def importers(package: str) -> set[str]:
    """Return the parts of ocdb that import a package, or a part of ocdb itself, somewhere."""
    found = set()
    for name, names in imports().items():
        if any(one == package or one.startswith(f"{package}.") for one in names):
            found.add(part(name))
    return found


def ours(name: str) -> set[str]:
    """Return the rooms that a module imports from."""
    return {part(one) for one in imports()[name] if one.split(".")[0] == "ocdb" and not one.startswith(SPEECH)}


def test_every_module_has_its_room() -> None:
    assert {part(name) for name in sources()} == {*ROOMS, *GROUND}


def test_a_room_imports_only_from_the_rooms_below_it_and_from_the_ground_floor() -> None:
    allowed = {room: {room, *ROOMS[place + 1 :], *GROUND} for place, room in enumerate(ROOMS)}
    above = {name: ours(name) - allowed.get(part(name), GROUND) for name in sources()}
    assert {name: rooms for name, rooms in above.items() if rooms} == {}


def test_only_the_command_line_takes_in_articles_and_spreadsheets() -> None:
    assert importers("ocdb.intake") == {"cli", "intake"}


def test_no_two_modules_import_each_other_not_even_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for name, names in imports().items():
        graph[name] = {module for one in names if (module := _module(one)) and module != name}
    assert list(TopologicalSorter(graph).static_order())


def _module(imported_name: str) -> str:
    """Return the module of ours that a full name belongs to; empty for another's."""
    return next((name for name in (imported_name, imported_name.rpartition(".")[0]) if name in sources()), "")


def test_no_file_is_longer_than_400_lines_and_no_function_than_40() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in PATHS.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}
    functions = {
        f"{name}.{node.name}": (node.end_lineno or 0) - node.body[0].lineno + 1
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: length for name, length in functions.items() if length > LONGEST_FUNCTION} == {}


def test_nothing_imports_the_command_line() -> None:
    assert importers("ocdb.cli") == {"__main__", "cli"}


def test_the_tables_know_nothing_of_yaml_or_of_curators() -> None:
    names = set().union(*(names for name, names in imports().items() if part(name) == "schema"))
    assert tops(names) - set(sys.stdlib_module_names) == {"ocdb", "sqlalchemy"}
    assert {part(one) for one in names if one.startswith("ocdb")} == {"schema"}


def test_curation_knows_nothing_of_sql() -> None:
    names = set().union(*(names for name, names in imports().items() if part(name) == "curation"))
    assert tops(names) & {"sqlalchemy", "alembic", "sqlite3", "psycopg"} == set()


def test_only_load_knows_both_curated_records_and_tables() -> None:
    assert importers("ocdb.curation") & importers("ocdb.schema") == {"load"}


def test_only_curation_reads_yaml_and_only_intake_writes_it() -> None:
    assert importers("yaml") == {"curation", "intake"}


def test_the_rules_are_pure_functions() -> None:
    names = set().union(*(names for name, names in imports().items() if part(name) == "rules"))
    assert tops(names) - {"ocdb"} <= set(sys.stdlib_module_names) - {"sqlite3", "os", "time"}


def head(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports as soon as it is imported itself; what only a type checker sees is left out."""
    for statement in tree.body:
        if not (isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"):
            for node in ast.walk(statement):
                if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                    yield from imported(node)


@each("name", [name for name in PATHS if part(name) == "cli"])
def test_a_module_of_the_command_line_imports_typer_and_the_standard_library_at_its_head_and_no_more(
    name: str,
) -> None:
    others = {one for one in head(sources()[name]) if one.split(".")[0] not in sys.stdlib_module_names}
    assert {one for one in others if not one.startswith(("typer", "ocdb.cli.", SPEECH, MEANING))} == set()


def test_what_options_mean_is_no_burden_to_those_who_read_it() -> None:
    assert {one for one in imports()[MEANING] if one.split(".")[0] not in sys.stdlib_module_names} <= {
        f"{SPEECH}.N_",
        f"{SPEECH}._",
        SPEECH,
    }


# Asks the questions that it is given, a line each, and tells after each what has been imported so far.
WRAPPER = """
import shlex, sys
from ocdb.cli.main import main
for line in sys.argv[1:]:
    sys.argv = ["ocdb", *shlex.split(line)]
    try:
        main()
    except SystemExit as stop:
        assert not stop.code, line
    print(line, *sorted({name.partition(".")[0] for name in sys.modules}), sep="\\t", file=sys.stderr)
"""


def imports_of(*questions: list[str]) -> dict[str, set[str]]:
    """Return what has been imported after each question, of several that one process answers."""
    command = [sys.executable, "-c", WRAPPER, *map(shlex.join, questions)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout
    told = [line.split("\t") for line in answer.stderr.splitlines() if "\t" in line]
    assert len(told) == len(questions)
    return {question: set(modules) for question, *modules in told}


def test_a_question_imports_nothing_slow(loaded: Path) -> None:
    questions = [
        ["list", "sites", "--country", "TG"],
        ["list", "pledges", "--operator", "Webhelp", "--since", "2011", "-f", "json"],
        ["jobs", "--country", "Togo", "--due-by", "2021-12-31"],
        ["losses", "--basis", "analyst"],
        ["show", "Webhelp"],
        ["compare", "Webhelp", "Phone marketing"],
        ["timeline", "--country", "TG"],
        ["chart", "--by", "country"],
        ["map", "Togo"],
        ["conflicts"],
        ["search", "oujda"],
        ["sql", "SELECT count(*) FROM v_sites"],
        ["db", "path"],
    ]
    told = imports_of(*(["--db", str(loaded), *question] for question in questions))
    assert {question: modules & SLOW for question, modules in told.items() if modules & SLOW} == {}


def test_a_question_to_a_server_imports_its_driver_only(loaded_url: str) -> None:
    (modules,) = imports_of(["--db", loaded_url, "jobs", "--operator", "Webhelp"]).values()
    driver = {"psycopg", "asyncio", "sqlalchemy"} if loaded_url.startswith("postgresql") else set()
    assert modules & SLOW == driver


@pytest.mark.slow
def test_a_load_with_nothing_to_do_imports_nothing_slow(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("operators: [{id: alpha, name: Alpha}]\n", "utf-8")
    load = ["--db", str(tmp_path / "ocdb.sqlite"), "load", str(file)]
    first, again = (next(iter(imports_of(load).values())) for _time in range(2))
    assert "sqlalchemy" in first
    assert again & (SLOW - {"yaml"}) == set()  # what finds files reads them, too


def test_the_embedded_database_is_asked_without_what_only_its_making_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ocdb").mkdir()
    embedded = Path(shutil.copy(recorded(), tmp_path / "ocdb" / "ocdb.sqlite"))
    with everything_travels(), closing(sqlite3.connect(embedded)) as connection, connection:  # as the process finds it
        connection.execute("UPDATE stamp SET value = ? WHERE id = 'fingerprint'", [data_fingerprint()])
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (modules,) = imports_of(["list", "sites", "--country", "TG"]).values()
    assert modules & (SLOW - {"platformdirs"}) == set()
