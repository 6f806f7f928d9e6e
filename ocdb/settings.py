"""Where things are: the data that travels with the package, and the database; what day it is; how long to wait."""

import os
import sys
from datetime import date
from pathlib import Path

from ocdb.words.language import _

_PACKAGE = Path(__file__).parent
EARLIEST = date(1000, 1, 1)
LONGEST_SECONDS = 86_400  # a day


def today() -> date:
    """Return the day that the rules take for today: OCDB_TODAY, as in 2026-11-22, or the day of this machine.

    Raises:
        UsageError: OCDB_TODAY is no day, or too early a one.
    """
    asked = os.environ.get("OCDB_TODAY")
    try:
        day = date.fromisoformat(asked) if asked else date.today()  # noqa: DTZ011  the day of the user's calendar
    except ValueError as error:
        from ocdb.errors import UsageError  # noqa: PLC0415  only for a wrong one

        raise UsageError(
            _("OCDB_TODAY: {value} isn't a day").format(value=asked), _("Write it as in 2026-11-22, or unset it.")
        ) from error
    return clock(day, "OCDB_TODAY")


def clock(day: date, name: str) -> date:
    """Return a day that the rules may take for today: they count back from it, and no calendar begins before year 1.

    Raises:
        UsageError: it is too early.
    """
    if day >= EARLIEST:
        return day
    from ocdb.errors import UsageError  # noqa: PLC0415  only for a wrong one

    raise UsageError(
        _("{name}: {day} is too early").format(name=name, day=day.isoformat()),
        _("The earliest day is {earliest}.").format(earliest=EARLIEST.isoformat()),
    )


def lock_seconds() -> float:
    """Return how long a load or an upgrade waits for another one: OCDB_LOCK_TIMEOUT, else 60 seconds.

    Raises:
        UsageError: it is no number of seconds.
    """
    return _seconds("OCDB_LOCK_TIMEOUT", 60.0)


def connect_seconds() -> float:
    """Return how long a server may take to answer at first: OCDB_CONNECT_TIMEOUT, else 10 seconds.

    Raises:
        UsageError: it is no number of seconds.
    """
    return _seconds("OCDB_CONNECT_TIMEOUT", 10.0)


def statement_seconds() -> float | None:
    """Return how long a server may work on a question: OCDB_STATEMENT_TIMEOUT, None where it isn't set; 0 is for ever.

    Raises:
        UsageError: it is no number of seconds.
    """
    name = "OCDB_STATEMENT_TIMEOUT"
    return _seconds(name, 0) if os.environ.get(name) else None


def replica_seconds() -> float:
    """Return how far a replica may be behind before an answer says so: OCDB_REPLICA_LAG, else 30 seconds.

    Raises:
        UsageError: it is no number of seconds.
    """
    return _seconds("OCDB_REPLICA_LAG", 30.0)


def _seconds(name: str, default: float) -> float:
    asked = os.environ.get(name)
    try:
        found = float(asked) if asked else default
    except ValueError:
        found = -1
    if not 0 <= found <= LONGEST_SECONDS:
        from ocdb.errors import UsageError  # noqa: PLC0415  only for a wrong one

        raise UsageError(
            _("{name}: {value} isn't a number of seconds").format(name=name, value=asked),
            _("Write it as in 30 or 0.5, or unset it."),
        )
    return found


def resource(name: str) -> Path:
    """Return a directory that travels with ocdb: migrations, seeds or fixtures.

    In an installed wheel it lies in the package, in a checkout beside it.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def views() -> Path:
    """Return the directory of the views' SQL."""
    return _PACKAGE / "sql" / "views"


def embedded_path() -> Path:
    """Return where the embedded database lives: in the user's data directory."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        # As the library has it: its import would take a twentieth of a question.
        base = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
        if os.path.isabs(base) and base.strip() == base:  # noqa: PTH117
            return Path(base, "ocdb", "ocdb.sqlite")
    from platformdirs import user_data_path  # noqa: PLC0415  only where nothing else was named

    return user_data_path("ocdb", appauthor=False) / "ocdb.sqlite"


def cache_path() -> Path:
    """Return the directory of what may be thrown away and made again: in the user's cache directory."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
        if os.path.isabs(base) and base.strip() == base:  # noqa: PTH117
            return Path(base, "ocdb")
    from platformdirs import user_cache_path  # noqa: PLC0415  as above

    return user_cache_path("ocdb", appauthor=False)


def read_only_uri(path: Path) -> str:
    """Return the URI that opens an SQLite file so that no statement can write to it."""
    return f"{path.absolute().as_uri()}?mode=ro"


def data_fingerprint() -> str:
    """Return a text that changes when the data or the views that travel with ocdb change.

    It is made of names, sizes and times of change, not of contents: it is asked for at every start.
    """
    from ocdb import __version__  # noqa: PLC0415

    languages = Path(__file__).with_name("words") / "locale"  # summaries are made in each of them
    directories = (resource("seeds"), resource("fixtures"), resource("migrations") / "versions", views(), languages)
    return " ".join([__version__, *(_state(one, (".yaml", ".sql", ".py", ".mo")) for one in directories)])


def code_fingerprint() -> str:
    """Return a text that changes when the code of ocdb changes."""
    return _state(Path(__file__).parent, (".py",))


def _state(directory: Path, suffixes: tuple[str, ...]) -> str:
    """Return how many files there are in a directory, their size in all and the last change of one."""
    newest, size, count = 0, 0, 0
    folders = [str(directory)]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(suffixes):
                    stat = entry.stat()
                    newest, size, count = max(newest, stat.st_mtime_ns), size + stat.st_size, count + 1
                elif entry.is_dir() and not entry.name.startswith("__"):
                    folders.append(entry.path)
    return f"{count}.{size}.{newest}"
