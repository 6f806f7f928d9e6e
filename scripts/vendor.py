"""Fetch the programs of others that pages load in a browser into ocdb/web/static/vendor, at the releases named here.

python -m scripts.vendor              fetch them, and fail where a file isn't the one whose SHA-256 is in README.md
python -m scripts.vendor --renew      the same after a change of a release below, and write the README.md anew
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.npm import files_of, sha256

FOLDER = Path(__file__).resolve().parent.parent / "ocdb" / "web" / "static" / "vendor"
README = FOLDER / "README.md"


@dataclass(frozen=True)
class Package:
    """A package of npm at a release, and what is taken from it: paths in it, and what they are called here."""

    name: str
    version: str
    files: dict[str, str]


PACKAGES = (
    Package("vega", "6.4.0", {"build/vega.min.js": "vega.min.js", "LICENSE": "vega.LICENSE"}),
    Package(
        "vega-interpreter",
        "2.3.2",
        {"build/vega-interpreter.js": "vega-interpreter.js", "LICENSE": "vega-interpreter.LICENSE"},
    ),
    # vega.min.js contains parts of it.
    Package("d3", "7.9.0", {"LICENSE": "d3.LICENSE"}),
)
# A browser finds no module by the name of its package: the interpreter is given what it needs of vega-util by a file.
IMPORT = b"from 'vega-util'", b"from './vega-util.js'"
MAP = re.compile(rb"//# sourceMappingURL=\S+\n?")
HEAD = """# Programs of others

Written by `python -m scripts.vendor --renew`, which fetches these files from npm. Pages load them only when a reader
asks for an interactive chart. To renew one, change its release in `scripts/vendor.py`, and run that.

`vega-interpreter.js` imports `./vega-util.js` instead of `vega-util`, since a browser knows no packages; that file, our
own, hands it what `vega.min.js` has. References to source maps, which aren't here, are left out. Nothing else is
changed.

| file | package | path there | SHA-256 of the file here |
| --- | --- | --- | --- |
"""


def main(arguments: list[str]) -> int:
    """Fetch the files; return 1 where one isn't what README.md says."""
    fetched: dict[str, bytes] = {}
    for package in PACKAGES:
        contents = files_of(package.name, package.version, *package.files)
        fetched |= dict(zip(package.files.values(), map(adapted, contents), strict=True))
    table = HEAD + "".join(rows(fetched))
    if arguments != ["--renew"] and README.read_text("utf-8") != table:
        print("these aren't the files of README.md; if they should be, run with --renew", file=sys.stderr)
        return 1
    for name, content in fetched.items():
        (FOLDER / name).write_bytes(content)
    README.write_text(table, "utf-8")
    return 0


def adapted(content: bytes) -> bytes:
    """Return a file as a browser can load it."""
    return MAP.sub(b"", content.replace(*IMPORT))


def rows(fetched: dict[str, bytes]) -> list[str]:
    """Return the table of the files, a line each."""
    return [
        f"| `{name}` | [{package.name} {package.version}](https://www.npmjs.com/package/{package.name}) | `{path}` |"
        f" `{sha256(fetched[name])}` |\n"
        for package in PACKAGES
        for path, name in package.files.items()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
