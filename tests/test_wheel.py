"""The built wheel, installed alone and outside of the checkout, has all its files and answers a question."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Folder of the checkout, folder in the wheel, and the files that must travel from the one to the other.
TRAVELLERS = (
    ("migrations", "ocdb/migrations", "*.py"),
    ("seeds", "ocdb/seeds", "*.yaml"),
    ("fixtures", "ocdb/fixtures", "*.yaml"),
    ("ocdb/sql/views", "ocdb/sql/views", "*.sql"),
    ("ocdb/words/locale", "ocdb/words/locale", "*.mo"),
)


@pytest.mark.slow
def test_the_wheel_installed_alone_answers_in_both_languages(tmp_path: Path) -> None:
    run(tmp_path, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT)
    (wheel,) = (tmp_path / "dist").glob("ocdb_africa-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        present = set(archive.namelist())
    for folder, inside, pattern in TRAVELLERS:
        files = {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in (ROOT / folder).rglob(pattern)}
        assert files, folder
        assert sorted(files - present) == [], folder

    run(tmp_path, sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", tmp_path / "venv")
    run(tmp_path, *pip, "install", "--quiet", wheel)

    def ask(*arguments: str) -> str:
        return run(tmp_path, tmp_path / "venv" / "bin" / "ocdb", *arguments)

    assert json.loads(ask("list", "sites", "--country", "TG", "-f", "json"))
    totals = json.loads(ask("jobs", "--country", "TG", "--operator", "vipp-interstis", "-f", "json"))["totals"]
    assert ("new_jobs", 1000) in [(total["line"], total["low"]) for total in totals]
    assert ask("--lang", "fr", "jobs", "Togo", "-f", "table").startswith("Togo, promesses des opérateurs")
    assert ask("jobs", "Togo", "-o", "jobs.xlsx") == ""


def run(home: Path, *command: str | Path) -> str:
    """Return what a command prints, run as a new user would, without this project's own variables."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("OCDB_", "PYTHON")) and name != "VIRTUAL_ENV"
    }
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    finished = subprocess.run(command, cwd=home, env=inherited | own, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout
