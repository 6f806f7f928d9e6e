"""The site as files: links that exist, the bytes of the server, builds that write what changed, others' directories."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from unittest.mock import patch
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from filelock import FileLock
from starlette.testclient import TestClient

from ocdb.errors import UsageError
from ocdb.opening.reader import open_reader
from ocdb.settings import resource, views
from ocdb.web.app import application
from ocdb.web.build import Built, build
from ocdb.web.folder import BEGUN, LOCK, MANIFEST, Folder, is_name, opened
from ocdb.web.making import Made, Maker, Order
from ocdb.web.page import Site
from ocdb.web.publishing import changes_since, site_at
from ocdb.web.readers import Readers
from tests.cases import each
from tests.commands import loaded, ocdb, recorded
from tests.own import ODD

SITE = site_at("https://example.org/ocdb/", "desk@example.org")
ATOM = "{http://www.w3.org/2005/Atom}"
# A few parties of each kind are enough: each has a dozen files, which every build makes.
FEW = re.sub(r"^- \{id: (escape|eight-bit|bidi|lines|pipe|comma|wide|long|percent),.*\n", "", ODD, flags=re.MULTILINE)
DAY = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
MORE = """
events:
- id: odd-opening
  cite: 1
  kind: opening
  status: happened
  summary: Odd Société opens in Dabou.
  at: ci-dabou
  date: 2020-04
  parties: {subject: odd-operator}
"""


def world(folder: Path, text: str) -> Path:
    """Return a database of one fixture, with codes and countries but without the parties and places of the seeds."""
    package = folder / "package"
    (package / "seeds").mkdir(parents=True)
    for name in ("codes", "countries", "currencies"):
        shutil.copy(resource("seeds") / f"{name}.yaml", package / "seeds")
    (package / "fixtures").mkdir()
    (package / "sql").symlink_to(views().parent)
    (package / "migrations").symlink_to(resource("migrations"))
    (package / "fixtures" / "odd.yaml").write_text(text, "utf-8")
    with patch("ocdb.settings._PACKAGE", package):
        return loaded(package / "fixtures", name="world")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world(tmp_path_factory.mktemp("world"), FEW + MORE)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which a site was taken away, and a name corrected."""
    text = FEW.replace("name: Namesake}", "name: Nom corrigé}", 1)
    return world(tmp_path_factory.mktemp("changed"), text + MORE)


@pytest.fixture(scope="module")
def made(database: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """The site, which tests only read, and what its build told."""
    folder = tmp_path_factory.mktemp("site")
    return folder, build(database, folder, SITE)


@pytest.fixture
def site(made: tuple[Path, Built], tmp_path: Path) -> Path:
    """A copy of the site, to be changed."""
    return Path(shutil.copytree(made[0], tmp_path / "copy"))


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def xml(path: Path) -> ET.Element:
    return ET.fromstring(path.read_bytes())  # noqa: S314  written by ourselves


def links(text: str) -> set[str]:
    return {unescape(link) for link in re.findall(r'(?:href|src|action|data-base)="([^"]*)"', text)}


def test_every_link_leads_to_a_file_and_every_file_is_in_the_manifest(made: tuple[Path, Built]) -> None:
    folder, built = made
    assert built.dead == []
    every = files(folder)
    assert built.files.keys() | {MANIFEST} == every.keys()
    lost = set()
    for name, content in every.items():
        for link in links(content.decode()) if name.endswith((".html", ".atom", ".xml")) else ():
            there = urlsplit(urljoin(f"{SITE.address}{name}", link))
            if there.netloc == "example.org" and link != "#":
                target = unquote(there.path).removeprefix("/ocdb/")
                target += "index.html" if not target or target.endswith("/") else ""
                lost |= {target} - every.keys()
    # The search is a folder to its own program.
    assert lost - {"pagefind/index.html"} == set()


@pytest.mark.slow
def test_pages_data_and_feeds_are_those_of_the_server_to_the_byte(made: tuple[Path, Built], database: Path) -> None:
    client = TestClient(application(Readers(lambda: open_reader(database)), SITE))
    compared = [name for name in made[1].files if name.startswith(("en/", "fr/", "data/", "feeds/"))]
    pointers = 0
    for name in compared[::3]:
        path, content = name.removesuffix("index.html"), (made[0] / name).read_bytes()
        answer = client.get(f"/{path}", follow_redirects=False)
        if answer.status_code == 200:
            assert answer.content == content, name
        else:
            pointers += 1
            assert answer.headers["location"].strip("/").rpartition("/")[2] in content.decode(), name
    assert len(compared) > 200
    assert pointers


@pytest.mark.slow
def test_a_second_build_writes_nothing_and_another_database_only_what_differs(
    site: Path, database: Path, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(site)
    with patch.object(Folder, "stands", lambda _folder: False):
        again = build(database, site, SITE)
    assert (again.written, again.removed) == (0, 0)
    assert files(site) == before
    assert not (site / BEGUN).exists()

    with closing(open_reader(changed)) as reader:
        changes = changes_since(database, reader)
    monkeypatch.setenv("OCDB_TODAY", "2026-12-01")
    later = build(changed, site, replace(SITE, changes=changes))
    assert later.files.keys() | {MANIFEST} == files(site).keys()
    page = (site / "en/operator/namesake-1/index.html").read_text("utf-8")
    assert "Nom corrigé" in page
    assert "Last changed: 1 December 2026" in page
    assert "Last changed" not in (site / "en/operator/namesake-2/index.html").read_text("utf-8")
    told = json.loads((site / MANIFEST).read_bytes())["marks"]
    assert told["data/operator/namesake-1"][1] == "2026-12-01"
    assert told["data/operator/namesake-2"][1] == ""
    assert (site / "data/operator/namesake-2.json").read_bytes() == before["data/operator/namesake-2.json"]
    assert "../../en/operator/namesake-1/" in (site / "en/corrections/index.html").read_text("utf-8")
    feed = xml(site / "feeds/fr/corrections.atom")
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Nom corrigé"]


def test_a_site_is_made_again_only_where_something_differs_from_what_it_was_made_of(
    site: Path, made: tuple[Path, Built], database: Path, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again(of: Path = database, said: Site = SITE) -> Built | None:
        """Return what a build did; None where it would have made something."""
        copy = shutil.copytree(site, site.with_name(f"copy-{len([*site.parent.iterdir()])}"))
        with patch.object(Maker, "make", side_effect=LookupError), suppress(LookupError):
            return build(of, copy, said)
        return None

    built = again()
    assert built
    assert (built.files, built.pages, built.written, built.removed) == (made[1].files, made[1].pages, 0, 0)
    assert again(changed) is None
    assert again(said=replace(SITE, contact="")) is None
    with monkeypatch.context() as patched:
        patched.setenv("OCDB_TODAY", "2027-01-01")
        assert again() is None
    (site / "static/style.css").write_text("half")
    assert again() is None


@pytest.mark.slow
def test_an_interrupted_build_is_healed_by_the_next(site: Path, database: Path, changed: Path) -> None:
    chunks = iter(range(3))
    whole = Maker.make

    def some(maker: Maker, orders: Sequence[Order]) -> list[Made]:
        if next(chunks, None) is None:
            raise UsageError("interrupted")
        return whole(maker, orders)

    (site / "en/operator/namesake-1/index.html").write_text("half")
    (site / "static/style.css").unlink()
    with patch.object(Maker, "make", some), pytest.raises(UsageError, match="interrupted"):
        build(changed, site, SITE)
    (site / "en/operator/.old.html.new").write_text("half")
    (site / "en/operator/old.html").write_text("of a page that is gone since")
    with (site / BEGUN).open("a") as journal:
        journal.write("en/operator/old.html\n")
    built = build(database, site, SITE)
    assert built.files.keys() | {MANIFEST} == files(site).keys()
    assert "half" not in (site / "en/operator/namesake-1/index.html").read_text("utf-8")


def test_a_directory_of_others_is_left_alone(made: tuple[Path, Built], database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    damaged, linked = (Path(shutil.copytree(made[0], tmp_path / name)) for name in ("damaged", "linked"))
    (damaged / MANIFEST).write_text('{"format": 1, "files": [')
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(linked / "en")
    (linked / "en").symlink_to(outside)
    for directory, problem in (
        (tmp_path / "file", "isn't a directory"),
        (tmp_path / "full", "isn't empty"),
        (damaged, "is damaged"),
        (linked, "leads out of"),
    ):
        with pytest.raises(UsageError, match=problem):
            build(database, directory, SITE)
    assert files(tmp_path / "full") == {"mine.txt": b"mine"}
    assert files(outside) == {}
    with FileLock(damaged / LOCK), pytest.raises(UsageError, match="another ocdb"), opened(damaged):
        pass


def test_a_manifest_can_have_no_file_removed_outside_of_its_directory(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text("mine")
    manifest = json.loads((site / MANIFEST).read_bytes())
    manifest["files"] |= dict.fromkeys(("../mine.txt", ".git/config", "/etc/passwd", "data/../../mine.txt"), "")
    (site / MANIFEST).write_text(json.dumps(manifest))
    with opened(site) as folder:
        assert folder.finish({}, {}) == len(manifest["files"]) - 4
    assert {*files(tmp_path)} == {"mine.txt", "copy/.git/config", f"copy/{MANIFEST}"}


@each("name, good", [("en/index.html", True), ("", False), ("a//b", False), ("../a", False), ("a\\b", False),
                     ("a" * 300, False), (".git/config", False), ("C:/a", False), ("a\nb", False)])  # fmt: skip
def test_the_name_of_a_file_leads_nowhere_else(name: str, good: bool) -> None:
    assert is_name(name) is good


def test_feeds_are_valid_atom(made: tuple[Path, Built]) -> None:
    ids, entries = [], 0
    for name in sorted(name for name in made[1].files if name.endswith(".atom")):
        feed = xml(made[0] / name)
        assert feed.tag == f"{ATOM}feed", name
        assert [one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"] == [
            SITE.address + name
        ]
        assert feed.findtext(f"{ATOM}author/{ATOM}name"), name
        found = feed.findall(f"{ATOM}entry")
        entries += len(found)
        own = [one.findtext(f"{ATOM}id") for one in found]
        assert len({*own}) == len(own), name
        ids.append(feed.findtext(f"{ATOM}id"))
        for one in (feed, *found):
            assert re.fullmatch(r"tag:ocdb-africa,2026:[a-z]+/\S+", one.findtext(f"{ATOM}id") or ""), name
            assert one.findtext(f"{ATOM}title"), name
            assert DAY.fullmatch(one.findtext(f"{ATOM}updated") or ""), name
            assert any(link.get("rel") == "alternate" for link in one.findall(f"{ATOM}link")), name
        days = [one.findtext(f"{ATOM}published") or "" for one in found]
        assert days == sorted(days, reverse=True), name
    assert len({*ids}) == len(ids) > 6
    assert entries > 6
    overdue = xml(made[0] / "feeds/fr/overdue.atom")
    assert [one.findtext(f"{ATOM}updated") for one in overdue.iter(f"{ATOM}entry")] == ["2022-12-31T00:00:00Z"]


def test_around_the_pages_stands_what_leads_to_them(made: tuple[Path, Built]) -> None:
    folder = made[0]
    assert "url=en/" in (folder / "index.html").read_text()
    assert {"en/", "fr/"} <= links((folder / "index.html").read_text())
    absent = (folder / "404.html").read_text("utf-8")
    assert all(link.startswith(("/ocdb/", "https://", "#", "mailto:")) for link in links(absent))
    assert f"Sitemap: {SITE.address}sitemap.xml" in (folder / "robots.txt").read_text()
    listed = xml(folder / "sitemap.xml")
    urls = {one.text for one in listed.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {SITE.address + "fr/operateur/odd-operator/", SITE.address + "en/"} <= urls
    retired = (folder / "en/operator/odd-old-slug/index.html").read_text()
    assert "url=../../../en/operator/odd-operator/" in retired
    assert "url=../../../fr/site/odd-dabou/" in (folder / "fr/information/odd-dabou/index.html").read_text()


@each(
    "given, right",
    [
        ("https://example.org", "https://example.org/"),
        ("http://localhost:80/a/b/", "http://localhost:80/a/b/"),
        ("ftp://example.org", ""),
        ("https://", ""),
        ("https://u:p@example.org/", ""),
        ("https://example.org/?a", ""),
        ("https://example.org/<b>", ""),
        ("javascript:a", ""),
    ],
)
def test_the_address_of_a_site_is_one_that_pages_can_stand_below(given: str, right: str) -> None:
    if right:
        assert site_at(given, "").address == right
    else:
        with pytest.raises(UsageError, match="isn't the address"):
            site_at(given, "")


@pytest.mark.slow
def test_the_command_builds_a_site_and_names_what_it_cannot_do(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "public"
    answer = ocdb("site", target, "--contact", "desk@example.org", database=database)
    assert answer.code == 0
    assert "files\n" in answer.out
    assert "mailto:desk@example.org" in (target / "fr/operateur/odd-operator/index.html").read_text("utf-8")
    assert not (target / "sitemap.xml").exists()
    assert ocdb("site", tmp_path, database=database).code == 2
    answer = ocdb("site", target, "--contact", "desk@example.org?bcc=x@example.org", database=database)
    assert (answer.code, "isn't an e-mail address" in answer.err) == (2, True)
    assert ocdb("site", target, "--since", tmp_path / "none.sqlite", database=database).code == 3


@pytest.mark.slow
def test_many_processes_write_the_same_files(database: Path, made: tuple[Path, Built], tmp_path: Path) -> None:
    build(database, tmp_path / "site", SITE, processes=2)
    ours, theirs = files(tmp_path / "site"), files(made[0])
    # Of the same pages pagefind makes one index or another.
    pages = [name for name in theirs if not name.startswith("pagefind/") and name != MANIFEST]
    assert {name: ours[name] for name in pages} == {name: theirs[name] for name in pages}


KILLED = """
import sys
from pathlib import Path
from ocdb.web.build import build
from ocdb.web.publishing import site_at

if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), site_at("", ""), processes=2)
"""


@pytest.mark.slow
def test_a_killed_build_leaves_no_processes_and_is_healed(database: Path, tmp_path: Path) -> None:
    program, target = tmp_path / "program.py", tmp_path / "site"
    program.write_text(KILLED)
    command = [sys.executable, str(program), str(database), str(target)]
    variables = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=variables) as main:
        while not (target / "en").exists():
            assert main.poll() is None
            time.sleep(0.02)
        main.kill()
        assert main.stderr
        main.stderr.read()  # ends when the last of its processes does
    assert (target / BEGUN).exists()
    built = build(database, target, SITE)
    assert built.files.keys() | {MANIFEST} == files(target).keys()


@pytest.mark.slow
def test_a_browser_searches_the_files_in_both_languages_within_the_policy(tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    browser = shutil.which("chromium")
    if not browser:
        pytest.skip("no chromium")
    build(recorded(), tmp_path / "ocdb", replace(SITE, address=""))
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_given: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: handler(*given, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    said: list[str] = []
    with playwright.sync_playwright() as driver:
        opened_ = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened_.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for path, words in (("en/search", "Webhelp"), ("fr/recherche", "délocalisation")):
            page.goto(f"http://127.0.0.1:{server.server_port}/ocdb/{path}/?q={words}")
            page.locator(".hits li a").first.wait_for()
            page.locator(".hits li a").first.click()
            page.wait_for_url(f"**/ocdb/{path[:2]}/**/")
            assert page.locator("h1").count() == 1
        opened_.close()
    server.shutdown()
    server.server_close()
    assert said == []
