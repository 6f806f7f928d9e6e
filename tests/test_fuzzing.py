"""A short run of the fuzzing of check and load; `make fuzz` is the long one (docs/reliability.md)."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.fuzzing.world import Worlds

ROOT = Path(__file__).resolve().parent.parent


def fuzz(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    command = [sys.executable, "scripts/fuzz", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_of_mutated_fixtures_only_clear_errors_come() -> None:
    finished = fuzz("--count", "200", "--loads", "5", "--seed", "5", "--sqlite", "--jobs", "2")
    assert (finished.returncode, finished.stdout.splitlines()[-1].count(" 0 with faults")) == (0, 1), finished.stdout


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(tmp_path_factory.mktemp("home"), seed=1)


@pytest.mark.slow
def test_seed_and_number_decide_about_a_file(worlds: Worlds, tmp_path: Path) -> None:
    again = Worlds(tmp_path, seed=1)
    assert [worlds.case(number) for number in range(0, 400, 7)] == [again.case(number) for number in range(0, 400, 7)]


@pytest.mark.slow
def test_other_numbers_make_other_files(worlds: Worlds) -> None:
    contents = {worlds.case(number).content for number in range(100)}
    assert len(contents) > 95


@pytest.mark.slow
def test_a_tree_has_the_file_with_the_records_that_it_needs(worlds: Worlds) -> None:
    base = "fixtures/tg/ciomag-2020-01-30-vipp-interstis.yaml"
    worlds.enter(base)
    assert (worlds.home / base).read_bytes() == (ROOT / base).read_bytes()
    assert "\n- id: vipp-interstis\n" in "\n" + (worlds.home / "seeds" / "operators.yaml").read_text("utf-8")
    assert len((worlds.home / "seeds" / "countries.yaml").read_text("utf-8")) < 10_000
