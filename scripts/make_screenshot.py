"""Make the picture of the README: real answers of ocdb in a terminal of 80 columns, drawn by Rich.

The commands run in a pseudo-terminal, so the picture shows what a user sees. It refers to no font on the web.
"""

import fcntl
import html
import io
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from ocdb.release import DATE

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "ocdb-jobs.svg"
COMMANDS = (
    "ocdb pledges --operator AXA --operator Intelcia --country MA --country FR --until 2019",
    "ocdb jobs --operator Majorel",
)
LINES, COLUMNS = 50, 80
HOME = "/home/you"  # what the home of a run is called in what is shown

# Rich's own template asks a web server for a font.
FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
FAMILY = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"
THEME = TerminalTheme((24, 26, 31), (220, 223, 228), [(90, 98, 112)] * 8)


def run_in_terminal(command: str, home: Path, *, colour: bool = False) -> str:
    """Return what a shell command prints in a terminal of 80 columns, standard error included.

    Args:
        command: what a user would type.
        home: the user's home; the embedded database lives below it, and the command runs in its folder `desk`.
        colour: whether the escape sequences for bold and colours are kept.

    Raises:
        subprocess.CalledProcessError: the command, or the last one of several, failed.
    """
    (home / "desk").mkdir(parents=True, exist_ok=True)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    arguments = ["/bin/sh", "-c", command]
    with subprocess.Popen(
        arguments, cwd=home / "desk", env=environment(home, colour=colour), stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        printed = _read_all(ours)
    os.close(ours)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, printed)
    return printed.replace("\r\n", "\n").replace(str(home), HOME)


def environment(home: Path, *, colour: bool = False) -> dict[str, str]:
    """Return the environment of a user with that home, in which `ocdb` is the one of the running Python."""
    foreign = ("OCDB_", "PYTHON", "XDG_", "LC_", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    own = {"PATH": programs, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "LC_ALL": "C.UTF-8"}
    own["OCDB_TODAY"] = DATE  # a promise that becomes due must put no page out of date
    own["OCDB_PAGER"] = "cat"  # nobody is there to turn the pages
    return kept | own | {"TERM": "xterm-256color"} | ({} if colour else {"NO_COLOR": "1"})


# A bar that a slow machine draws, and takes away again: between hiding the cursor and showing it.
_VANISHED = re.compile(r"\x1b\[\?25l.*?\x1b\[\?25h(?:\r|\x1b\[1A|\x1b\[2K)*", re.DOTALL)


def _read_all(descriptor: int) -> str:
    chunks = []
    try:
        while chunk := os.read(descriptor, 65536):
            chunks.append(chunk)
    except OSError:  # how Linux says that the other end of a terminal is closed
        pass
    return _VANISHED.sub("", b"".join(chunks).decode())


def screen(home: Path) -> Text:
    """Return what the terminal shows after the commands."""
    shown = Text()
    for number, command in enumerate(COMMANDS):
        shown.append("\n" if number else "")
        shown.append(f"$ {command}\n", style="bold #7ec699")
        shown.append_text(Text.from_ansi(run_in_terminal(command, home, colour=True)))
        shown.append("\n")
    return shown


def draw(shown: Text) -> str:
    """Return the picture of a terminal as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(shown, end="")
    drawn = console.export_svg(title="ocdb", theme=THEME, unique_id="ocdb")
    return FONTS.sub("", drawn).replace("Fira Code, monospace", FAMILY)


def words(svg: str) -> str:
    """Return the words of a picture, without spaces: releases of Rich differ in the drawing, not in them."""
    found = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return re.sub(r"\s", "", html.unescape("".join(found)))


def picture(home: Path) -> str:
    """Return the picture as it should be: the one that is there, where its words are those of the terminal."""
    drawn = draw(screen(home))
    present = PICTURE.read_text("utf-8") if PICTURE.is_file() else ""
    return present if words(present) == words(drawn) else drawn


def main() -> None:
    """Draw the picture anew."""
    with tempfile.TemporaryDirectory(prefix="ocdb-screenshot-") as home:
        run_in_terminal("ocdb db rebuild --yes", Path(home))
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_text(draw(screen(Path(home))), encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
