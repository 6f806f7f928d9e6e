"""Take pictures of each kind of page, in both languages and themes and at three widths, to be looked at.

make screenshots                                into build/screenshots, with an index.html that shows them all
make screenshots ARGS='--only home operator'    some kinds
make screenshots ARGS=--docs                    those few that docs/site.md shows, into docs/images
"""

import argparse
import itertools
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from ocdb.web.addresses import path
from ocdb.words.language import LANGUAGES, Language
from tests.browsing import KINDS, browser, chromium, serving, watched

ROOT = Path(__file__).resolve().parent.parent
THEMES, WIDTHS = ("light", "dark"), (390, 768, 1280)
# Long pages are cut here, in pixels.
LONGEST = 6000
# What the documents show: kind, language, theme, width, and the height that is cut out.
SHOWN: tuple[tuple[str, Language, str, int, int], ...] = (
    ("home", "en", "light", 1280, 1000),
    ("operator", "fr", "light", 1280, 1000),
    ("promise", "en", "dark", 1280, 1000),
    ("map", "fr", "light", 1280, 1000),
    ("promises", "fr", "dark", 390, 900),
)
# No picture of the documents is larger, in bytes: the first of these qualities that keeps to it is taken.
LARGEST, QUALITIES = 150_000, (80, 70, 60, 50)


def take(
    chrome: Browser,
    address: str,
    kind: str,
    language: Language,
    theme: str,
    width: int,
    most: int = LONGEST,
    largest: int | None = None,
) -> bytes:
    """Return a picture of a page, as JPEG.

    Args:
        chrome: the browser.
        address: of the server.
        kind: of KINDS.
        language: of the page.
        theme: ``light`` or ``dark``.
        width: of the window, in pixels.
        most: the height at which a long page is cut, in pixels.
        largest: how large the picture may be, in bytes.

    Raises:
        ValueError: it is larger even at the lowest quality.
    """
    options = {"color_scheme": theme, "viewport": {"width": width, "height": 1000}}
    with watched(chrome, address, **options) as page:
        page.goto(path(KINDS[kind], language))
        height = min(page.evaluate("document.documentElement.scrollHeight"), most)
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        for quality in QUALITIES:
            picture = page.screenshot(type="jpeg", quality=quality, full_page=True, clip=clip)  # type: ignore[arg-type]
            if largest is None or len(picture) <= largest:
                return picture
    raise ValueError(
        f"{kind}, {language}: {len(picture)} bytes at quality {quality}; cut it lower than {height} pixels"
    )


@contextmanager
def _loaded(folder: Path) -> Iterator[str]:
    """Serve the record that travels with ocdb, and give the address."""
    database = folder / "ocdb.sqlite"
    subprocess.run([sys.executable, "-m", "ocdb", "--db", database, "load"], check=True, cwd=ROOT)
    with serving(database) as address:
        yield address


def _every(kinds: Sequence[str]) -> Iterator[tuple[str, Language, str, int]]:
    for kind in kinds:
        yield from itertools.product([kind], LANGUAGES, THEMES, WIDTHS)


def _index(folder: Path, names: Sequence[str]) -> None:
    pictures = "".join(
        f'<figure><img src="{name}" loading="lazy"><figcaption>{name}</figcaption></figure>' for name in names
    )
    style = "body{font:14px sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}img{max-width:400px}"
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{pictures}", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; return 0, or 1 where there is no browser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=[*KINDS], default=[*KINDS], metavar="KIND")
    parser.add_argument("--docs", action="store_true", help="only what the documents show")
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "screenshots", metavar="DIR")
    given = parser.parse_args(arguments)
    if not chromium():
        print("no Chromium is installed: on Debian and Ubuntu, apt-get install chromium", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder, _loaded(Path(folder)) as address, browser() as chrome:
        if given.docs:
            for kind, language, theme, width, height in SHOWN:
                name = f"site-{kind}-{language}.jpg"
                picture = take(chrome, address, kind, language, theme, width, height, LARGEST)
                (ROOT / "docs" / "images" / name).write_bytes(picture)
            return 0
        given.to.mkdir(parents=True, exist_ok=True)
        names = []
        for kind, language, theme, width in _every(given.only):
            names.append(f"{kind}-{language}-{theme}-{width}.jpg")
            (given.to / names[-1]).write_bytes(take(chrome, address, kind, language, theme, width))
        _index(given.to, names)
    print(f"{len(names)} pictures: {given.to / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
