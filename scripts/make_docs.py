"""Write the documents that follow from the code and the data; with --check only tell which are out of date.

What a command prints in a ```console block of a README or of a page below docs/ is written anew as well: a line with
`$ ` is a command, and what follows is what a terminal of 80 columns shows. A command without output in the text is run
all the same, and its output isn't shown. So is what Python shows in the ```pycon blocks of docs/python.md, and the list
of tools in docs/mcp.md.
"""

import doctest
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any

from ocdb.answers.answer import of_rows
from ocdb.cli.main import program
from ocdb.curation.corpus import gather
from ocdb.curation.json_schema import json_schema
from ocdb.mcp.tools import tools
from ocdb.render.answers import drawn
from ocdb.settings import resource
from ocdb.store.reader.rows import Rows
from ocdb.store.statements.isolated import query
from scripts import reference_pages
from scripts.checks_page import checks_page
from scripts.make_screenshot import PICTURE, ROOT, environment, picture, run_in_terminal
from scripts.reference_pages import page

# A document takes the home of a user whose embedded database is there.
Document = Callable[[Path], str]

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYCON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOOLS = re.compile(r"(<!-- tools -->\n).*(<!-- /tools -->)", re.DOTALL)
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(\$ .*(?:\n> .*)*)\n", re.MULTILINE)
DECISIONS = "Each page says what was decided, why, and what would change our mind.\n\n"
# So many rows of an answer stand in the cookbook; who asks sees them all.
MOST_ROWS = 20
# An article that nobody wrote: the commands of the documents read it.
ARTICLE = (
    "ExampleCall opens in Lomé\n\n"
    "ExampleCall will create 200 jobs in Lomé by the end of 2022, its director Kossi Exemple said.\n"
)


def documents() -> dict[str, Document]:
    """Return the function that writes each document, by path from the root of the project."""
    generated: dict[str, Document] = {
        "docs/reference/commands.md": commands,
        "docs/reference/views.md": lambda _: reference_pages.views(),
        "docs/reference/tables.md": lambda _: reference_pages.tables(),
        "docs/reference/api.md": lambda _: reference_pages.interface(),
        "docs/reference/codes.md": lambda _: reference_pages.codes(),
        "docs/reference/checks.md": lambda _: checks_page(),
        "docs/reference/fixtures.md": lambda _: reference_pages.fixtures(),
        "docs/sql.md": cookbook,
        "docs/index.md": lambda _: index(),
        "docs/mcp.md": lambda _: tool_page(),
        "docs/python.md": python_page,
        "fixtures/ocdb.schema.json": lambda _: schema(),
        str(PICTURE.relative_to(ROOT)): picture,
    }
    return generated | {path: partial(refreshed, path) for path in written() if path not in generated}


def schema() -> str:
    """Return the JSON Schema that fixtures name for the editors of their curators, as `ocdb schema` prints it."""
    return json.dumps(json_schema(gather([resource("seeds")])), ensure_ascii=False, indent=2) + "\n"


def written() -> list[str]:
    """Return the paths of the Markdown files that people write and that show what commands print."""
    paths = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    return [str(path.relative_to(ROOT)) for path in paths if CONSOLE.search(path.read_text("utf-8"))]


# --- commands ---------------------------------------------------------------------------------------------------


def command_names() -> list[str]:
    """Return all commands as a user types them, groups before what is in them."""

    def walk(name: str, command: Any) -> Iterator[str]:
        yield name
        for below, child in getattr(command, "commands", {}).items():
            yield from walk(f"{name} {below}", child)

    return list(walk("ocdb", program().whole()))


def help_page(name: str, home: Path) -> str:
    """Return the help of a command, as a terminal of 80 columns shows it."""
    return run_in_terminal(f"{name} --help", home).strip()


def commands(home: Path) -> str:
    """Return the page with the help of every command."""
    introduction = (
        "The help of every command, as `--help` prints it. What the exit codes mean: [exit codes](exit-codes.md)."
    )
    parts = (f"## {name}\n\n```text\n{help_page(name, home)}\n```" for name in command_names())
    return page("Commands", introduction, parts)


# --- SQL --------------------------------------------------------------------------------------------------------


def cookbook(home: Path) -> str:
    """Return the page with the questions of docs/sql and their answers."""
    introduction = (
        "Questions to the [views](reference/views.md), each with its answer from the articles that this version holds. "
        "The queries stand in `docs/sql/`; each runs with `ocdb sql --file FILE` or in any SQL client, on SQLite and "
        "on PostgreSQL. Dates are EDTF; their first and last day stand beside them in `_from` and `_to`."
    )
    database = home / "data" / "ocdb" / "ocdb.sqlite"
    parts = [_answered(path, database) for path in sorted((ROOT / "docs" / "sql").glob("*.sql"))]
    return page("SQL cookbook", introduction, parts)


def _answered(path: Path, database: Path) -> str:
    """Return a question with its SQL and its answer; the file's first comment is the title, further ones a remark."""
    lines = path.read_text("utf-8").strip().splitlines()
    comments = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    sql = "\n".join(line for line in lines if not line.startswith("-- "))
    rows = query(database, sql, {})
    more = len(rows.rows) - MOST_ROWS
    rows = Rows(rows.columns, rows.rows[:MOST_ROWS])
    answer = "".join(drawn(of_rows(rows), "md")).strip() if rows.rows else "No rows yet."
    answer += f"\n\nand {more} more." if more > 0 else ""
    parts = [f"## {comments[0]}", " ".join(comments[1:]), f"`docs/sql/{path.name}`", f"```sql\n{sql}\n```", answer]
    return "\n\n".join(part for part in parts if part)


# --- programs -----------------------------------------------------------------------------------------------------

# Runs examples, a list of sources in JSON, in one namespace; prints what Python would show of each, as such a list.
_RUNNER = """
import contextlib, io, json, sys
space = {"__name__": "__main__"}
shown = []
for source in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(source, "<page>", "single"), space)
    shown.append(printed.getvalue())
json.dump(shown, sys.stdout)
"""


def python_page(home: Path) -> str:
    """Return the page of the Python interface, with what its examples show written anew."""
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    parser = doctest.DocTestParser()
    blocks = [parser.parse(block) for block in PYCON.findall(text)]
    sources = [part.source for block in blocks for part in block if isinstance(part, doctest.Example)]
    command = [sys.executable, "-c", _RUNNER]
    ran = subprocess.run(
        command, input=json.dumps(sources), env=environment(home), cwd=ROOT, capture_output=True, text=True, check=True
    )
    shown = iter(json.loads(ran.stdout))
    anew = iter(["".join(_shown(part, shown) for part in block) for block in blocks])
    return PYCON.sub(lambda _block: f"```pycon\n{next(anew)}```", text)


def _shown(part: str | doctest.Example, shown: Iterator[str]) -> str:
    """Return an example as it is typed, with what Python shows of it; what stands between two stays."""
    if isinstance(part, str):
        return part
    first, *others = part.source.splitlines()
    typed = "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in others)])
    return typed + re.sub(r"^\s*$\n", "<BLANKLINE>\n", next(shown), flags=re.MULTILINE)


def tool_page() -> str:
    """Return the page of `ocdb mcp`, with the list of its tools written anew."""
    lines = [
        f"- `{tool.name}` ({', '.join(tool.takes.model_fields)}): {_first(tool.description)}\n" for tool in tools()
    ]
    return TOOLS.sub(
        lambda found: f"{found[1]}{''.join(lines)}{found[2]}", (ROOT / "docs" / "mcp.md").read_text("utf-8")
    )


def _first(description: str) -> str:
    return description.partition("\n\n")[0].strip()


# --- index ------------------------------------------------------------------------------------------------------


def index() -> str:
    """Return the index, with the list of decisions at its end written anew."""
    head, sign, _ = (ROOT / "docs" / "index.md").read_text("utf-8").partition(DECISIONS)
    pages = sorted((ROOT / "docs" / "adr").glob("*.md"))
    titles = (path.read_text("utf-8").splitlines()[0].lstrip("# 0123456789.") for path in pages)
    lines = (f"- {path.name[:4]}: [{title}](adr/{path.name})\n" for path, title in zip(pages, titles, strict=True))
    return f"{head}{sign}{''.join(lines)}"


# --- what commands print ----------------------------------------------------------------------------------------


def refreshed(path: str, home: Path) -> str:
    """Return a Markdown file with the output of its commands written anew."""
    text = (ROOT / path).read_text("utf-8")
    return CONSOLE.sub(lambda block: f"```console\n{_rerun(block[1], home)}```", text)


def _rerun(block: str, home: Path) -> str:
    """Return the commands of a block, each followed by what it prints; blank lines between them stay."""
    parts = COMMAND.split(block)[1:]
    lines = []
    for typed, shown in zip(parts[::2], parts[1::2], strict=True):
        printed = run_in_terminal(typed.removeprefix("$ ").replace("\n> ", "\n"), home)
        lines += [typed, *([printed.rstrip()] if shown.strip() else []), *([""] if shown.endswith("\n\n") else [])]
    return "".join(f"{line}\n" for line in lines)


def stale(home: Path) -> dict[str, str]:
    """Return the documents that are out of date, by path, as they should be; they are made beside each other."""
    paths = list(documents())
    with ProcessPoolExecutor() as pool:
        wanted = dict(zip(paths, pool.map(_anew, paths, repeat(home)), strict=True))
    return {path: text for path, text in wanted.items() if not _is(ROOT / path, text)}


def _anew(path: str, home: Path) -> str:
    """Return a document as it should be; what its commands write into a home, they write into a copy."""
    with tempfile.TemporaryDirectory(prefix="ocdb-docs-") as directory:
        own = Path(shutil.copytree(home, Path(directory) / "home"))
        return documents()[path](own)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def prepare(home: Path) -> None:
    """Make the home of a user: an embedded database, and what the commands of the documents read."""
    furnish(home)
    run_in_terminal("ocdb db rebuild --yes", home)


def furnish(home: Path) -> None:
    """Put what the commands of the documents read into a home.

    In its folder `desk` stand the fixtures, the examples, press.yaml of docs/curating.md, an article and its draft.
    """
    work = home / "desk"
    work.mkdir(parents=True)
    shutil.copytree(resource("fixtures"), work / "fixtures")
    example = YAML.search((ROOT / "docs" / "curating.md").read_text("utf-8"))
    (work / "press.yaml").write_text(example[1] if example else "", encoding="utf-8")
    for one in (ROOT / "docs" / "examples").glob("*.yaml"):
        shutil.copy(one, work)
    (work / "articles").mkdir()
    for name in ("article.txt", "articles/article.txt"):
        (work / name).write_text(ARTICLE, encoding="utf-8")
    run_in_terminal(
        "ocdb draft article.txt --published 2021-05-04 --publisher 'The Invented Herald' -o lome.yaml", home
    )


def main() -> None:
    """Write what is out of date, or with --check name it and exit with 1."""
    with tempfile.TemporaryDirectory(prefix="ocdb-docs-") as home:
        prepare(Path(home))
        found = stale(Path(home))
    if "--check" in sys.argv[1:]:
        sys.exit(f"out of date: {', '.join(found)}; run: make docs" if found else 0)
    for path, text in found.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
