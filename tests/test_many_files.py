"""Many files: processes of their own read them, and what comes out is what one process reads."""

import subprocess
import sys
from pathlib import Path

import pytest

from ocdb.cli import progress as bars
from ocdb.curation import reading_all, workers
from ocdb.curation.checks import CHECKS, check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.reading import files
from ocdb.errors import FixtureError
from ocdb.settings import resource
from ocdb.words.language import speaking
from tests.commands import ocdb

SEEDS = [resource("seeds")]


def written(corpus: Corpus) -> list[object]:
    """Return all that a corpus holds."""
    records = [entry for entries in corpus.entries.values() for entry in entries.values()]
    return [
        [(one.kind, one.record, one.document.file, one.path, one.source) for one in [*records, *corpus.citations]],
        corpus.problems,
        corpus.broken,
        corpus.around,
    ]


def test_what_processes_read_is_what_one_process_reads() -> None:
    alone, together = (gather([resource("fixtures")], around=SEEDS, silent=False, processes=count) for count in (1, 3))
    assert written(alone) == written(together)
    assert check(alone) == check(together)


@pytest.mark.slow
def test_what_is_wrong_is_told_alike_and_in_the_language_of_the_user(tmp_path: Path) -> None:
    examples = sorted(Path("docs/checks").resolve().glob("*.bad.yaml"))
    for number, content in enumerate((b"\xff", b"a: [", b"a: &x 1", b"- " * 40, b"", b"id: lost\n\t")):
        (tmp_path / f"{number}.yaml").write_bytes(content)
    (tmp_path / "lines.jsonl").write_text('{"source": }\n', "utf-8")
    for spoken in ("en", "fr"):
        with speaking(spoken):
            alone, together = (check(gather([*examples, tmp_path], around=SEEDS, processes=count)) for count in (1, 2))
            assert alone == together
            assert len(alone) > len(examples)


@pytest.mark.slow
def test_more_files_than_are_asked_for_at_once_stay_in_their_order(tmp_path: Path) -> None:
    text = files(resource("fixtures"))[0].read_text("utf-8")
    for number in range(700):
        (tmp_path / f"{number:03}.yaml").write_text(f"operators: [{{id: o-{number}, name: N{number}}}]\n", "utf-8")
    (tmp_path / "350.z.jsonl").write_text('{"operators": [{"id": "between", "name": "B"}]}\n', "utf-8")
    (tmp_path / "999.yaml").write_text(text, "utf-8")
    corpus = gather([tmp_path], processes=2)
    slugs = [entry.record.id for entry in corpus.of("operator")]
    assert slugs == sorted(slugs, key=lambda slug: 350.5 if slug == "between" else int(slug[2:]))
    assert slugs.index("between") == 351


def test_few_files_and_a_single_core_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(workers.MANY + 1):
        (tmp_path / f"{number}.yaml").write_text("{}\n", "utf-8")
    assert reading_all.Reading(workers.MANY - 1, lambda *_: None, None).processes == 1
    assert reading_all.Reading(workers.MANY, lambda *_: None, None).processes == workers.cores()
    monkeypatch.setattr(reading_all, "cores", lambda: 1)
    monkeypatch.setattr(workers, "_Process", None)
    assert gather([tmp_path]).problems == []


def test_a_process_that_dies_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_START", "import sys; sys.stdin.buffer.read(1); sys.exit(7)")
    with pytest.raises(FixtureError, match=r"can't be read: the program that reads it stopped \(7\)"):
        gather([resource("fixtures")], processes=2)


def test_a_process_that_dies_in_the_midst_of_an_answer_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_START", "import sys; sys.stdout.buffer.write(bytes(7) + b'\\x09abc')")
    with pytest.raises(FixtureError, match="the program that reads it stopped"):
        gather([resource("fixtures")], processes=1 + 1)


def test_the_processes_end_with_the_one_that_started_them() -> None:
    program = (
        "import os, signal; from ocdb.curation import workers; print(workers._Process().process.pid, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    ended = f"import os, time\nwhile os.path.exists('/proc/{int(killed.stdout)}/fd/0'): time.sleep(0.01)"
    subprocess.run([sys.executable, "-c", ended], timeout=60, check=True)


def test_progress_tells_of_each_file_and_each_check() -> None:
    told: list[tuple[str, int, int]] = []
    corpus = gather([resource("fixtures")], around=SEEDS, progress=lambda *one: told.append(one))
    check(corpus, lambda *one: told.append(one))
    count, checks = len(files(resource("fixtures"))) + len(files(resource("seeds"))), len(CHECKS)
    assert told == [
        *(("files", done, count) for done in range(1, count + 1)),
        *(("checks", done, checks) for done in range(1, checks + 1)),
    ]


class Terminal:
    """A terminal that keeps what is written on it."""

    def __init__(self, seen: bool) -> None:
        self.seen, self.text = seen, ""

    def isatty(self) -> bool:
        return self.seen

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("seen", "patience", "shown"), [(True, 0.0, True), (True, 60.0, False), (False, 0.0, False)])
def test_a_bar_appears_on_a_terminal_after_a_while(
    seen: bool, patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(seen)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(bars, "PATIENCE", patience)
    monkeypatch.setattr(bars, "PAUSE", 0.0)
    with bars.progress() as tell:
        for done in range(1, 4):
            tell("files", done, 3)
        tell("checks", 1, 1)
    assert ("Reading files" in terminal.text and "3/3" in terminal.text and "Checking" in terminal.text) == shown
    assert bool(terminal.text) == shown


def test_nothing_of_a_bar_stands_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "PATIENCE", 0.0)
    answer = ocdb("check", resource("fixtures"))
    assert answer.code == 0
    assert "Reading" not in answer.out + answer.err
