"""The documents: what they show is what ocdb prints, what they name is there, and nothing is missing."""

import doctest
import os
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ocdb import release
from ocdb.store import views
from scripts import make_docs
from scripts.make_screenshot import ROOT, run_in_terminal
from tests.cases import each
from tests.commands import five_articles, ocdb
from tests.travelling import only_five_travel

COMMANDS = make_docs.command_names()
GENERATED = ("docs/reference/", "docs/sql.md")
HAND_WRITTEN = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")]
    if not path.relative_to(ROOT).as_posix().startswith(GENERATED) or path.name == "exit-codes.md"
}
MARKDOWN = {path.relative_to(ROOT).as_posix(): path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]}
# What only a shell understands.
SHELL = re.compile(r"[|$<>;&]")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
# Programs that examples need and that not every machine has.
NEEDS = {"sqlite3 ": "sqlite3", "pdftotext ": "pdftotext"}
# What an example mustn't find, because it writes it.
WRITES = {
    "--text article.txt": "article.txt",
    "--text articles/article.txt": "articles/article.txt",
    "-o press-2021-05-oujda.yaml": "press-2021-05-oujda.yaml",
    "-o mapping.yaml": "mapping.yaml",
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the home of a user, with all that the examples read in its folder `given`."""
    home = tmp_path_factory.mktemp("home")
    with only_five_travel():
        make_docs.furnish(home)
    embedded = home / "data" / "ocdb" / "ocdb.sqlite"
    embedded.parent.mkdir(parents=True)
    shutil.copy(five_articles(), embedded)
    given = (home / "desk").rename(home / "given")
    (given / "my-fixtures").mkdir()
    for name in ("my-fixtures/press.yaml", "press-2021-05-oujda.yaml"):
        shutil.copy(given / "press.yaml", given / name)
    for name in ("mine.sqlite", "last-year.sqlite", "ocdb.sqlite"):
        shutil.copy(embedded, given / name)
    (given / "question.sql").write_text("SELECT id FROM v_sites", encoding="utf-8")
    page = f"<html><body><article><p>{make_docs.ARTICLE}</p></article></body></html>"
    (given / "page.html").write_text(page, encoding="utf-8")
    imported = ROOT / "docs" / "examples" / "import"
    sheet = (imported / "announcements.csv").read_text("utf-8").splitlines(keepends=True)
    (given / "announcements.csv").write_text("".join(sheet[:4]), encoding="utf-8")  # its later rows are to be refused
    shutil.copy(imported / "mapping.yaml", given)
    return home


@pytest.fixture
def home(prepared: Path) -> Path:
    """Give that home, as it was before the last test."""
    shutil.rmtree(prepared / "desk", ignore_errors=True)
    shutil.copytree(prepared / "given", prepared / "desk")
    shutil.copy(prepared / "given" / "ocdb.sqlite", prepared / "data" / "ocdb")
    return prepared


# --- generated ----------------------------------------------------------------------------------------------------

# Written without a command and without a database; `make documents` holds the others.
QUICK = (
    "docs/index.md",
    "docs/mcp.md",
    *(f"docs/reference/{name}.md" for name in ("views", "tables", "codes", "fixtures")),
)


@each("path", QUICK)
def test_a_document_is_up_to_date(path: str, tmp_path: Path) -> None:
    assert make_docs.documents()[path](tmp_path) == (ROOT / path).read_text("utf-8"), "run: make docs"


def test_what_a_command_prints_in_a_page_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_docs, "ROOT", tmp_path)
    (tmp_path / "page.md").write_text("# Page\n\n```console\n$ echo one\nold\n\n$ echo two\n```\n", "utf-8")
    assert make_docs.refreshed("page.md", tmp_path) == "# Page\n\n```console\n$ echo one\none\n\n$ echo two\n```\n"


def test_the_examples_in_python_give_what_is_shown() -> None:
    for path, text in HAND_WRITTEN.items():
        if path == "docs/python.md":
            continue  # written anew from all that travels: `make documents` holds it
        source = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
        examples = doctest.DocTestParser().get_doctest(source, {}, path, path, 0)
        assert doctest.DocTestRunner().run(examples).failed == 0, path


# --- complete -----------------------------------------------------------------------------------------------------


def examples() -> list[tuple[str, str]]:
    """Return command and example of all help texts."""
    pages = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8").split("\n## ")[1:]
    found = []
    for one in pages:
        lines = re.search(r"^  Examples:\n((?:    .*\n)+)", one, re.MULTILINE)
        found += [(one.partition("\n")[0], line.strip()) for line in (lines[1].splitlines() if lines else [])]
    return found


def is_group(name: str) -> bool:
    return any(other.startswith(f"{name} ") for other in COMMANDS) and name != "ocdb"


@each("name", [name for name in COMMANDS if not is_group(name)])
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    assert name in {command for command, _ in examples()}


@pytest.mark.usefixtures("five_travel")
@pytest.mark.parametrize(
    "example",  # the first of each command at once; a shell starts another ocdb, with which all fixtures travel
    [
        pytest.param(one, marks=[pytest.mark.slow] if SHELL.search(one) or name == before else [])
        for (before, _), (name, one) in pairwise([("", ""), *examples()])
    ],
)
def test_the_examples_of_a_help_text_run(example: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "postgresql://" in example:
        pytest.skip("needs a server")
    if example == "ocdb shell":
        pytest.skip("tests/test_cli_database.py opens it")
    if re.search(r"\bocdb( --db \S+)? (serve|mcp|site)\b", example):
        pytest.skip("tests/test_serve.py, test_mcp.py and test_site.py wait for it")
    if ".xlsx" in example:
        pytest.skip("needs a workbook")
    for beginning, program in NEEDS.items():
        if example.startswith(beginning) and not shutil.which(program):
            pytest.skip(f"needs {program}")
    for option, file in WRITES.items():
        if option in example:
            (home / "desk" / file).unlink()
    if SHELL.search(example):
        run_in_terminal(example, home)
        return
    monkeypatch.chdir(home / "desk")
    answer = ocdb(*shlex.split(example)[1:], database="", env={"XDG_DATA_HOME": str(home / "data")})
    assert answer.code == 0, answer.err


@each("name", [name for name in COMMANDS if not is_group(name)])
def test_every_command_is_mentioned_where_people_read_on(name: str) -> None:
    assert any(re.search(rf"\b{name}\b", " ".join(text.split())) for text in HAND_WRITTEN.values())


def test_every_view_is_documented_with_all_its_columns() -> None:
    page = (ROOT / "docs" / "reference" / "views.md").read_text("utf-8")
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == sorted(views.names())
    for view in views.documented():
        assert all(f"| `{column.name}` | {column.description}".rstrip() in page for column in view.columns)


# --- links --------------------------------------------------------------------------------------------------------


def anchor(heading: str) -> str:
    """Return the anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    text = FENCED.sub("", path.read_text("utf-8"))
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


@each("name", MARKDOWN)
def test_links_lead_somewhere(name: str) -> None:
    path = MARKDOWN[name]
    for link in LINK.findall(FENCED.sub("", path.read_text("utf-8"))):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, _, part = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        assert not part or part in anchors(target), link


def test_every_page_is_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    missing = [page for page in pages if f"({page})" not in index and page != "index.md"]
    assert missing == [], "add a line to docs/index.md"


# --- the name of what is installed --------------------------------------------------------------------------------

# On PyPI `ocdb` is another project: docs/adr/0017. The second is an extra, wherever it is named.
ANOTHER_PROJECT = re.compile(r"pip3? install [^\n&;|#`]*?(?<![\w./-])ocdb(?![\w/-])|(?<![\w.-])ocdb\[(?:\w|')")
TEXTS = {".md", ".py", ".toml", ".txt", ".in", ".cff", ".yaml", ".yml", ".sql", ".ini", ""}
NO_SOURCES = {".git", ".venv", "build", "dist", "__pycache__"}


def texts() -> Iterator[Path]:
    """Yield the texts of the repository that people wrote."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NO_SOURCES and not name.endswith("_cache")]
        yield from (path for name in names if (path := Path(folder, name)).suffix in TEXTS and path.stat().st_size)


def test_no_text_tells_a_user_to_install_the_other_project_of_this_name() -> None:
    for told in ("pip install ocdb", "pip install -U 'ocdb[chart]'", "ocdb[postgresql]", "pip3 install x ocdb"):
        assert ANOTHER_PROJECT.search(told), told
    for told in ("pip install 'ocdb-africa[chart]'", "pip install . && ocdb load", "pip install '.[draft]'"):
        assert not ANOTHER_PROJECT.search(told), told
    itself = Path(__file__)
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts()
        if path != itself
        for match in [ANOTHER_PROJECT.search(path.read_text("utf-8", errors="replace"))]
        if match and path.name != "0017-the-name-of-the-distribution.md"
    }
    assert found == set()


def test_the_hints_name_what_pyproject_builds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == release.DISTRIBUTION
    assert release.install("chart") == "pip install 'ocdb-africa[chart]'"
    assert project["scripts"] == {"ocdb": "ocdb.cli.main:main"}


def test_no_generated_page_has_a_path_of_the_machine_that_made_it() -> None:
    absolute = re.compile(r"(?<![\w.:/~$<}-])/(?:\w[\w.-]*/)+[\w.-]+:\d+")
    assert absolute.search("this replaces market of /home/someone/seeds/codes.yaml:928")
    pages = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "reference").glob("*.md")}
    assert {name: match[0] for name, text in pages.items() if (match := absolute.search(text))} == {}
