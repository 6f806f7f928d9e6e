"""The programs that are asked the same, each as the command line that a user would write."""

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from bench.measure import Command

HERE = Path(__file__).parent
OCDB = str(Path(sys.executable).parent / "ocdb")
# Beside the development packages, in an environment with the group `bench` of pyproject.toml: sqlite-utils imports
# pandas where that is installed, and then takes three times as long.
BENCH = Path(os.environ.get("OCDB_BENCH_VENV", Path(sys.executable).parent.parent)) / "bin"
SQLITE_UTILS = str(BENCH / "sqlite-utils")
OURS, SHELL = "ocdb", "sqlite3"
OTHERS = ("sqlite-utils", "datasette", "duckdb")


@dataclass(frozen=True)
class Question:
    """What is asked, and the best SQL by hand for the same answer.

    Attributes:
        filtered: whether the answer stays the same in a world of any size.
        same_rows: whether ocdb prints the rows of the SQL, not more sections of other shapes.
        streamed: whether the answer is the whole world.
    """

    name: str
    ask: tuple[str, ...]
    complete: str
    sql: str
    filtered: bool
    same_rows: bool
    streamed: bool


@cache
def questions() -> list[Question]:
    """Return all questions, in the order of bench/questions.yaml."""
    data = yaml.safe_load((HERE / "questions.yaml").read_text(encoding="utf-8"))
    return [_question(entry, data["parts"]) for entry in data["questions"]]


def _question(entry: dict[str, Any], parts: dict[str, str]) -> Question:
    ask = entry.get("ask", "")
    return Question(
        entry["name"],
        tuple(ask.split() if isinstance(ask, str) else ask),
        entry.get("complete", ""),
        entry["sql"].format(**parts),
        entry.get("filtered", False),
        entry.get("rows", True),
        entry.get("streamed", False),
    )


def ours(question: Question, database: str, *options: str) -> Command:
    """Return the command of ocdb for a question, on a file or a server."""
    if question.complete:
        asked = {"_OCDB_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        asked |= {"_TYPER_COMPLETE_ARGS": question.complete, "OCDB_DATABASE_URL": database, "COLUMNS": "9999"}
        return Command(OURS, [OCDB], asked)
    return Command(OURS, [OCDB, "--lang", "en", "--db", database, *question.ask, *options], {})


def on_file(sql: str, database: Path) -> list[Command]:
    """Return the commands of the other programs for a query of an SQLite file."""
    address = f"/{database.stem}.json?_shape=array&sql={quote(sql)}"
    limits = [word for name in ("sql_time_limit_ms", "max_returned_rows") for word in ("--setting", name, "100000000")]
    python = str(BENCH / "python")
    return [
        Command(SHELL, [SHELL, "-readonly", "-csv", "-header", str(database), sql], {}),
        Command("sqlite-utils", [SQLITE_UTILS, "query", str(database), sql], {}),
        Command("datasette", [str(BENCH / "datasette"), str(database), "--get", address, *limits], {}),
        Command("duckdb", [python, "-m", "bench.duck", str(database), sql], {"PYTHONPATH": str(HERE.parent)}),
    ]


def on_server(sql: str, psql: str, url: str) -> Command:
    """Return the command of psql for a query of a server."""
    plain = url.replace("+psycopg", "")
    return Command(
        "psql", [psql, "--csv", "--no-psqlrc", "--quiet", plain, "-c", sql.replace("group_concat(", "string_agg(")], {}
    )
