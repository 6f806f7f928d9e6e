"""What developers and the continuous integration install is locked: scripts/lock tells when that doesn't fit."""

import shutil
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = run_path(str(ROOT / "scripts" / "lock"))
AUDIT = run_path(str(ROOT / "scripts" / "audit"))
HASH = "--hash=sha256:" + "0" * 64


def wrong(root: Path) -> list[str]:
    return list(LOCK["wrong"](root))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of what is locked."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def test_the_locks_fit() -> None:
    command = [sys.executable, "scripts/lock", "--check"]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (finished.returncode, finished.stderr) == (0, "")


def test_a_copy_fits_too(root: Path) -> None:
    assert wrong(root) == []


def test_a_new_dependency_is_noticed(root: Path) -> None:
    path = root / "pyproject.toml"
    path.write_text(path.read_text("utf-8").replace("dependencies = [\n", 'dependencies = [\n    "New_Thing>=1",\n', 1))
    assert wrong(root) == [
        "requirements/dev.txt doesn't fit pyproject.toml",
        "requirements/dev.txt doesn't pin new-thing",
    ]


def test_a_changed_bound_is_noticed_and_another_order_is_none(root: Path) -> None:
    path = root / "pyproject.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"alembic>=1.14",\n', "", 1).replace('"rich>=', '"alembic>=1.14",\n"rich>=', 1))
    assert wrong(root) == []
    path.write_text(text.replace('"alembic>=1.14"', '"alembic>=1.15"', 1))
    assert wrong(root) == ["requirements/dev.txt doesn't fit pyproject.toml"]


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("thing==1.0\n", "requirements/tools.txt has no hash for thing"),
        (f"thing @ https://example.org/thing.whl {HASH}\n", "names a place to install from"),
        ("--index-url https://example.org/simple\n", "names a place to install from"),
        ("--find-links /wheels\n", "names a place to install from"),
    ],
)
def test_a_pin_without_a_hash_and_a_place_are_noticed(added: str, told: str, root: Path) -> None:
    with (root / "requirements" / "tools.txt").open("a", encoding="utf-8") as file:
        file.write(added)
    (line,) = wrong(root)
    assert told in line


def test_a_lock_that_is_not_there_is_noticed(root: Path) -> None:
    (root / "requirements" / "tools.txt").unlink()
    assert wrong(root)[0] == "requirements/tools.txt doesn't fit requirements/tools.in"


def test_a_known_flaw_is_told_with_the_release_that_mends_it() -> None:
    found = [
        {"name": "good", "version": "1", "vulns": []},
        {"name": "bad", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1", "3"]}]},
        {"name": "worse", "version": "3", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]},
        {"name": "unknown", "skip_reason": "not found"},
    ]
    assert AUDIT["told"](found) == ["bad 2: PYSEC-1, mended in 2.1, 3", "worse 3: PYSEC-2, mended in no release"]
