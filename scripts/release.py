"""Build a release: the wheel, the exports, the site and what changed, under one version of the data.

    make release                                        the first
    make release PREVIOUS=../ocdb-0.1.0                 with what changed since an earlier one
    make release ARGS='--address https://example.org/'  with the address that the site will stand under

The version is major.minor.patch. It says what a reader of the last one has to expect: a new major version, that the
same words or columns mean something else; a new minor one, that there are new data; a new patch, corrections alone.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.version import Version

from ocdb import release
from ocdb.answers.answer import of_rows
from ocdb.answers.diff import Change, as_rows, columns, compare, counts, incomparable, summary
from ocdb.answers.editions import edition
from ocdb.answers.snapshot import snapshot
from ocdb.export.everything import digest
from ocdb.opening.reader import open_reader
from ocdb.render.markdown import draw
from ocdb.words.language import LANGUAGES, Language, speaking

ROOT = Path(__file__).resolve().parent.parent
# What a release has of the database; the next one is compared with it.
DATABASE = "database.sqlite"
LEVELS = ("major", "minor", "patch")


def needed(changes: Sequence[Change], odd: Sequence[str]) -> str | None:
    """Return which part of the version has to rise at least: one of LEVELS; None where nothing changed.

    Whether a rule changed, so that the same numbers mean something else, no program sees.

    Args:
        changes: as `ocdb.answers.diff.compare` returns them.
        odd: kinds and columns that only one side has.
    """
    if odd or any(change.kind == "codes" and change.change != "added" for change in changes):
        return "major"
    if any(change.change == "added" for change in changes):
        return "minor"
    return "patch" if changes else None


def problem(before: str, now: str, level: str | None) -> str:
    """Return why a version can't follow another; nothing where it can."""
    if level is None:
        return f"nothing changed since {before}: there is nothing to release"
    old, new = Version(before), Version(now)
    least = {
        "major": Version(f"{old.major + 1}.0.0"),
        "minor": Version(f"{old.major}.{old.minor + 1}.0"),
        "patch": Version(f"{old.major}.{old.minor}.{old.micro + 1}"),
    }[level]
    if new >= least:
        return ""
    return f"the changes since {before} ask for version {least} at least ({level}), and this is {now}"


def changes_since(previous: Path, database: Path) -> tuple[dict[Language, str], str]:
    """Return what changed since a release, as a document in each language, and why this one can't follow it."""
    documents: dict[Language, str] = {}
    with closing(open_reader(previous)) as older, closing(open_reader(database)) as newer:
        before, after = snapshot(older), snapshot(newer)
        odd, version = incomparable(before, after), edition(older).version
        for wanted in LANGUAGES:
            with speaking(wanted):
                changes = compare(before, after)
                answer = of_rows(as_rows(changes), f"{version} → {release.VERSION}", [], columns())
                told = "".join(draw(answer))
                documents[wanted] = f"{told}\n{summary(counts(changes))}\n"
    return documents, problem(version, release.VERSION, needed(changes, odd))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build a release; return 0, or 1 where the version doesn't fit what changed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path, nargs="?", default=ROOT / "build" / "release")
    parser.add_argument("--previous", type=Path, help="the directory of the release before")
    parser.add_argument("--address", default="", help="where the site will stand")
    parser.add_argument("--contact", default="", help="to whom errors are reported")
    parser.add_argument("--fixtures", type=Path, nargs="*", default=[], help="others than those of this checkout")
    parser.add_argument("--no-wheel", action="store_true", help="leave the wheel out")
    given = parser.parse_args(arguments)
    folder: Path = given.directory / f"ocdb-{release.VERSION}"
    if folder.exists():
        print(f"{folder} is there already: remove it, or name another directory", file=sys.stderr)
        return 1
    given.directory.mkdir(parents=True, exist_ok=True)
    # Built beside its place: what is refused or breaks off leaves nothing there that looks like a release.
    with TemporaryDirectory(dir=given.directory, prefix=".building-") as building:
        whole = Path(building) / folder.name
        whole.mkdir()
        why_not = build(given, whole)
        if not why_not:
            whole.rename(folder)
    if why_not:
        print(why_not, "Set it in ocdb/__init__.py, ocdb/release.py and CITATION.cff.", sep="\n", file=sys.stderr)
        return 1
    print(f"{folder}: version {release.VERSION} of {release.DATE}")
    return 0


def build(given: argparse.Namespace, folder: Path) -> str:
    """Build a release in an empty directory; return why its version can't follow the last one, nothing where it can."""
    database = folder / DATABASE
    _run("ocdb", "--db", database, "load", *given.fixtures)
    older = [given.previous / DATABASE] if given.previous else []
    for previous in older:
        documents, why_not = changes_since(previous, database)
        if why_not:
            return why_not
        for name, document in documents.items():
            (folder / f"CHANGES.{name}.md").write_text(document, "utf-8")
    if not given.no_wheel:
        _run("build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    _run("ocdb", "--db", database, "export", folder / "data", "-f", "all")
    options = [option for pair in _options(given, folder, older) for option in pair]
    _run("ocdb", "--db", database, "site", folder / "site", *options)
    (folder / "SHA256SUMS").write_text("".join(_sums(folder)), "utf-8")
    return ""


def _options(given: argparse.Namespace, folder: Path, older: list[Path]) -> Iterator[tuple[str, str | Path]]:
    yield "--downloads", folder / "data"
    for name in ("address", "contact"):
        if getattr(given, name):
            yield f"--{name}", getattr(given, name)
    yield from (("--since", previous) for previous in older)


def _run(module: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True, cwd=ROOT)


def _sums(folder: Path) -> Iterator[str]:
    """Yield a line for each file but those of the site, which has its own list."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith("site/"):
            yield f"{digest(path)}  {name}\n"


if __name__ == "__main__":
    sys.exit(main())
