"""How the command line tells what went wrong: one line, a next step, an exit code, and no traceback."""

import os
import subprocess
import sys
from pathlib import Path

from ocdb import __version__
from tests.cases import each
from tests.commands import five_articles, ocdb

COMMANDS = ("list", "jobs", "show", "timeline", "search", "sql", "shell", "load", "db")


def process(*arguments: str | Path, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run a real process."""
    return subprocess.run(
        [sys.executable, "-c", "from ocdb.cli.main import main; main()", *arguments],
        env=os.environ,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


@each(
    ("arguments", "code"),
    [
        (("list", "sites"), 0),
        (("list", "sites", "--country", "CI"), 0),
        (("jobs", "--operator", "intelcia"), 0),
        (("list", "nothing"), 2),
        (("list", "sites", "--kind", "open"), 2),
        (("list", "sites", "--nothing"), 2),
        (("list", "sites", "--limit", "-1"), 2),
        (("list", "sites", "--limit", "many"), 2),
        (("nothing",), 2),
        (("show",), 2),
        (("search",), 2),
        (("--db", "nowhere.sqlite", "list", "sites"), 3),
        (("show", "zzzzzz"), 4),
        (("list", "sites", "--operator", "zzzzzz"), 4),
        (("db", "views", "zzzzzz"), 4),
        (("load", "nowhere"), 5),
        (("sql", "SELECT"), 6),
        (("sql", "DROP TABLE claim"), 6),
    ],
)
def test_the_exit_code_tells_what_went_wrong(arguments: tuple[str, ...], code: int) -> None:
    answer = ocdb(*arguments)
    assert answer.code == code
    assert "Traceback" not in answer.err
    if code:
        assert (answer.out, bool(answer.err)) == ("", True)


def test_an_error_is_a_line_and_its_next_step_is_indented() -> None:
    assert ocdb("list", "sites", "--columns", "idd").err == ("ocdb: sites have no column idd\n  Did you mean id?\n")


def test_a_usage_error_says_where_help_is() -> None:
    answer = ocdb("list", "sites", "--contry", "TG")
    assert (answer.code, answer.err.splitlines()[0]) == (2, "ocdb: there is no option --contry")
    assert "--country" in answer.err
    assert (
        ocdb("list", "sites", "--limit", "x").err == "ocdb: --limit: x isn't a whole number\n  For help: ocdb list -h\n"
    )


def test_the_options_of_ocdb_itself_may_follow_the_command() -> None:
    assert ocdb("list", "sites", "--lang", "fr", "--country", "TG", columns=80).out.startswith("1 site\xa0: Togo")
    answer = ocdb("list", "sites", "--lang=fr", "--db", "no.db", database="")
    assert answer.err.startswith(f"ocdb: la base {Path('no.db').resolve()} n’existe pas\n")
    assert ocdb("search", "--", "--lang").code == 0


def test_the_version_is_printed() -> None:
    answer = ocdb("--version")
    assert (answer.code, answer.out, answer.err) == (0, f"ocdb {__version__}\n", "")


def test_without_arguments_help_is_printed() -> None:
    answer = ocdb(database="")
    assert answer.code == 2
    assert "Who promised how many jobs, where and by when" in answer.out + answer.err


@each("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    for flag in ("-h", "--help"):
        answer = ocdb(name, flag, database="")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith(f"Usage: ocdb {name} ")
        assert max(map(len, answer.lines)) <= 80


def test_with_debug_an_error_shows_where_it_came_from() -> None:
    finished = process("--debug", "--db", five_articles(), "list", "sites", "--columns", "idd")
    assert finished.returncode == 1
    assert finished.stderr.startswith("Traceback (most recent call last):\n")
    assert finished.stderr.endswith("ocdb.errors.UsageError: sites have no column idd\n")


def test_without_debug_a_real_process_shows_none() -> None:
    finished = process("--db", five_articles(), "list", "sites", "--columns", "idd")
    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr == "ocdb: sites have no column idd\n  Did you mean id?\n"


def test_data_go_to_standard_output_and_hints_to_standard_error() -> None:
    answer = ocdb("list", "sites", "--since", "2020", "--columns", "id")
    assert answer.out.startswith("id\n")
    assert "more without a date" in answer.err
    assert "more without a date" not in answer.out


def test_a_reader_of_the_pipe_that_goes_away_leaves_no_traceback() -> None:
    read, write = os.pipe()
    os.close(read)
    finished = process("--db", five_articles(), "list", "citations", stdout=write)
    os.close(write)
    assert finished.returncode == 1
    assert finished.stderr == ""
