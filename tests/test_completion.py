"""Completion: the database's own operators, places, kinds and slugs as candidates, and silence where there is none."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import each
from tests.commands import five_articles, ocdb
from tests.own import odd


def completed(line: str, shell: str = "bash", database: Path | None = None) -> list[str]:
    """Return the candidates for the last word of a command line, by the protocol of Typer's scripts."""
    words = f"ocdb --db {database or five_articles()} {line}"
    asked = {
        "bash": {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": words},
        "fish": {"_TYPER_COMPLETE_ARGS": words, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    answer = ocdb(database="", env={"_OCDB_COMPLETE": f"complete_{shell}", **asked})
    assert (answer.code, answer.err) == (0, "")
    return [line for line in answer.lines if line]


@each(
    ("line", "candidates"),
    [
        ("li", ["list"]),
        ("list s", ["sites", "statistics", "successions", "statements", "sources"]),
        ("list sites --country ", ["BJ", "CM", "FR", "JM", "MA", "PT", "RO", "TG", "US", "africa",
          "french-speaking-africa", "maghreb", "north-africa", "sub-saharan-africa", "world"]),
        ("list sites --country TG", ["TG", "TGO"]),
        ("list sites --country Tog", ["Togo", "Togolese Republic"]),
        ("list sites --country Maro", ["Maroc"]),
        ("list sites --operator webh", ["webhelp"]),
        ("list sites --operator Webh", ["Webhelp", "Webhelp Maroc"]),
        ("list sites --operator phone-", ["phone-assistance", "phone-group", "phone-marketing"]),
        ("list sites --place ma-ag", ["ma-agadir", "ma-agadir-dakhla", "ma-agadir-offshoring"]),
        ("list sites --place Tanger", ["Tanger", "Tanger-Tétouan", "Tanger-Tétouan-Al Hoceïma"]),
        ("list events --institution cri-", ["cri-agadir", "cri-oriental", "cri-tanger"]),
        ("list events --official ci", ["cina-lawson"]),
        ("list events --source l", ["liberation-2009-01-21-regionales-tanger"]),
        ("list sites --status ", ["planned", "open", "closed", "unknown"]),
        ("list events --status ", ["planned", "happened", "cancelled"]),
        ("list pledges --kind ", ["jobs", "headcount", "hires", "seats", "trainees"]),
        ("list pledges --status ", ["standing", "superseded", "disputed", "cancelled"]),
        ("list events --kind a", ["agreement", "award"]),
        ("list sites --kind ", []),
        ("timeline --status a", ["abandoned", "announced"]),
        ("timeline --kind l", ["loss", "loss_announced"]),
        ("timeline --kind p", ["press_conference", "project", "pledge", "pledge_due"]),
        ("jobs --by ", ["operator", "country", "place", "year"]),
        ("jobs --basis ", ["operator", "government", "federation", "analyst"]),
        ("jobs --operator sac", ["saccom"]),
        ("list sites -f js", ["json", "jsonl"]),
        ("show vipp-interstis-lome-2", [
            "vipp-interstis-lome-2020-100", "vipp-interstis-lome-2020-25", "vipp-interstis-lome-2020-500",
        ]),
        ("show cina", ["cina-lawson"]),
        ("show Cina", ["Cina Lawson"]),
        ("jobs Maroc", ["Maroc"]),
        ("list sites --operator VIPP", ["VIPP Interstis"]),
        ("list sites --operator zzz", []),
        ("list sites --country mor", ["Morocco"]),
        ("list sites --country Sé", ["Sénégal"]),
        ("list sites --place tetouan", ["Tetouan", "Tetouanshore"]),
        ("list sites --operator=webh", ["webhelp"]),
        ("pledges --verdict pa", ["partly_delivered"]),
        ("pledges --verdict partiel", ["partiellement tenue"]),
        ("list sites --columns id,st", ["id,status"]),
        ("pledges --sort id,-due_t", ["id,-due_to"]),
        ("compare MA,TG", ["MA,TG", "MA,TGO"]),
        ("compare MA,TN,Tog", ["MA,TN,Togo", "MA,TN,Togolese Republic"]),
        ("jobs Webhelp,Maro", ["Webhelp,Maroc"]),
        ("list sites --country MA,Tog", ["MA,Togo", "MA,Togolese Republic"]),
        ("list sites --operator webhelp,key", ["webhelp,keyyo"]),
        ("coverage Webh", []),
        ("jobs cina-l", []),
        ("pledges cina-l", ["cina-lawson"]),
        ("db views v_pl", ["v_place_within", "v_places", "v_pledges"]),
    ],
)  # fmt: skip
def test_the_names_of_the_database_are_candidates(line: str, candidates: list[str]) -> None:
    assert completed(line) == candidates


def test_zsh_gets_each_candidate_with_what_it_means() -> None:
    (line,) = completed("list sites --operator webh", "zsh")
    assert line == """_arguments '*: :(("webhelp":"Webhelp"))'"""


def test_fish_gets_each_candidate_with_what_it_means() -> None:
    assert completed("list sites --country TG", "fish") == ["TG\tTogo", "TGO\tTG"]


def test_markup_and_control_characters_in_a_name_are_text() -> None:
    text = "\n".join(completed("list sites --operator ", "zsh", odd()))
    assert "[red]Rouge[/red] [link=x]" in text.replace("\\", "")
    assert not {letter for letter in text if letter < " " and letter != "\n"}
    assert not set(text) & set("\x9b\u202e\u2066")


def test_a_path_is_completed_where_one_is_meant_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "webhelp.txt").touch()
    (tmp_path / "web").mkdir()
    monkeypatch.chdir(tmp_path)
    assert completed("list sites -o we") == ["web/", "webhelp.txt"]
    assert completed("check we") == ["web/", "webhelp.txt"]
    assert completed("list sites --status we") == []


BASH = """
eval "$(ocdb --completion bash)"
COMP_WORDS=(ocdb --db {database} list sites {words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_ocdb_completion
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def in_bash(words: str, directory: Path) -> str:
    """Return what a bash with our script completes, a line a candidate."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", BASH.format(database=five_articles(), words=words)],
        cwd=directory,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_help_that_takes_several_lines_gives_no_candidates(tmp_path: Path) -> None:
    for words in ("--", "--country mor"):
        values = in_bash(words, tmp_path).split()
        assert values, words
        assert {value for value in values if not value.startswith(("--", "Mor"))} == set()


def test_what_is_on_record_comes_first_and_no_more_than_one_reads() -> None:
    values = completed("list sites ")
    assert values[:5] == ["BJ", "CM", "FR", "JM", "MA"]
    assert len(values) <= 100
    assert len(completed("show ")) <= 100


@pytest.mark.slow
@each(
    "words, candidates",
    [
        ("--operator VIPP", [r"VIPP\ Interstis"]),
        ("--operator '\"VIPP'", ["VIPP Interstis"]),
        ("--place L", [r"L\'Oriental", r"Lomé"]),
        ("--country MA,Tog", ["MA,Togo"]),
        ("--status zzz", [""]),
    ],
)
def test_the_script_of_bash_quotes_what_it_completes_and_offers_no_files(
    words: str, candidates: list[str], tmp_path: Path
) -> None:
    (tmp_path / "zzz.txt").touch()
    offered = in_bash(words, tmp_path)
    assert set(candidates) <= set(offered.split("\n"))
    assert "zzz" not in offered


def test_where_there_is_no_database_completion_is_silent_and_makes_none(tmp_path: Path) -> None:
    assert completed("list sites --operator ", database=tmp_path / "nothing.sqlite") == []
    asked = {"_OCDB_COMPLETE": "complete_bash", "COMP_WORDS": "ocdb list sites --operator ", "COMP_CWORD": "4"}
    answer = ocdb(database="", env={**asked, "XDG_DATA_HOME": str(tmp_path)})
    assert (answer.code, answer.out.strip(), answer.err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_where_the_file_is_no_database_completion_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear Sir or Madam, " * 100, "utf-8")
    assert completed("list sites --operator ", database=path) == []


def test_the_environment_names_the_database_of_completion_too() -> None:
    asked = {"_OCDB_COMPLETE": "complete_bash", "COMP_WORDS": "ocdb jobs --operator key", "COMP_CWORD": "3"}
    answer = ocdb(database="", env={**asked, "OCDB_DATABASE_URL": str(five_articles())})
    assert answer.out.split() == ["keyyo"]


@each("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell_can_be_had(shell: str) -> None:
    answer = ocdb("--completion", shell, database="")
    assert (answer.code, answer.err) == (0, "")
    assert "_OCDB_COMPLETE=complete_fish" in answer.out
    assert "default" not in answer.out


def test_a_real_process_answers_the_script_of_bash() -> None:
    line = f"ocdb --db {shlex.quote(str(five_articles()))} list sites --operator webh"
    env = {"_OCDB_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "6"}
    finished = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'ocdb'; from ocdb.cli.main import main; main()"],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (finished.returncode, finished.stdout.split(), finished.stderr) == (0, ["webhelp"], "")
