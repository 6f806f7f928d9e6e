"""Where a trial lives: a tree with a link to the package, which takes the data beside it for those that travel."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# So many trials of one file follow each other: another file needs another world.
BLOCK = 20
LINKED = ("ocdb", "migrations")


def found_home(home: Path) -> None:
    """Make the tree without its data."""
    home.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        (home / name).symlink_to(ROOT / name)
