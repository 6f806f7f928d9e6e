"""The search of the files: Pagefind reads the pages that are to be found, and writes an index for each language."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from ocdb import release
from ocdb.errors import OcdbError, UsageError
from ocdb.store.temporary import directory
from ocdb.text import shortened
from ocdb.web.addresses import path
from ocdb.words.language import LANGUAGES, _

# Looks of its own, which our page doesn't use.
_UNUSED = ("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight")
# Where a page looks for it.
PLACE = "pagefind"


def program() -> Path:
    """Return the program that makes the index.

    Raises:
        UsageError: it isn't installed.
    """
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415  of an extra

        found: Path = get_executable()
    except (ImportError, FileNotFoundError) as error:
        message = _("the search of a site needs pagefind, which isn't installed")
        raise UsageError(message, _("Install it with: {command}").format(command=release.install("web"))) from error
    return found


def index(site: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index over the pages in a directory, with their names on the site.

    Args:
        site: the directory.
        names: with which the addresses of pages begin that are to be found; the program would read all others, too.

    Raises:
        OcdbError: the program fails.
    """
    folders = (path((name,), wanted).rstrip("/") for name in sorted(names) for wanted in LANGUAGES)
    which = f"{{{','.join(folders)}}}/**/*.html"
    with directory() as folder:
        command = [str(program()), "--silent", "--site", str(site), "--output-path", str(folder / PLACE)]
        command += ["--glob", which]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        if done.returncode:
            reason = shortened(" ".join((done.stderr or done.stdout).split()), 300) or str(done.returncode)
            raise OcdbError(_("the search can't be made: {reason}").format(reason=reason))
        for file in sorted((folder / PLACE).rglob("*")):
            if file.is_file() and not file.name.startswith(_UNUSED):
                yield file.relative_to(folder).as_posix(), file.read_bytes()
