"""A release: which version follows another, what changed, files that can be loaded, and the page that offers them."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from ocdb import release
from ocdb.answers.diff import Change
from ocdb.errors import UsageError
from ocdb.export.everything import downloads
from ocdb.export.formats import FORMATS, LIST
from ocdb.opening.reader import open_reader
from ocdb.store.reader.rows import Reader
from ocdb.web import publishing
from ocdb.web.app import application
from ocdb.web.page import Changes
from ocdb.web.publishing import site_at
from ocdb.web.readers import Readers
from scripts.release import main, needed, problem
from tests.cases import each
from tests.commands import five_articles, ocdb

LISTED = Change("changed", "codes", "measure:seats", "definition_en", "a", "b")
ADDED, CORRECTED = Change("added", "pledges", "a"), Change("changed", "pledges", "a", "due", "2011", "2012")


@each("changes, odd, level", [
    ([], [], None),
    ([CORRECTED], [], "patch"),
    ([CORRECTED, ADDED], [], "minor"),
    ([ADDED, LISTED], [], "major"),
    ([], ["v_sites.address"], "major"),
])  # fmt: skip
def test_what_changed_says_which_part_of_the_version_rises(
    changes: list[Change], odd: list[str], level: str | None
) -> None:
    assert needed(changes, odd) == level


def test_a_version_may_rise_more_than_it_must_and_not_less() -> None:
    assert (
        problem("0.1.0", "0.1.1", "patch")
        == problem("0.1.9", "0.2.0", "minor")
        == problem("0.1.0", "1.0.0", "minor")
        == ""
    )
    assert "version 0.2.0 at least" in problem("0.1.0", "0.1.1", "minor")
    assert "version 1.0.0 at least" in problem("0.9.0", "0.10.0", "major")
    assert "nothing to release" in problem("0.1.0", "0.1.1", None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a directory with every format, of the five articles."""
    made = tmp_path_factory.mktemp("downloads") / "data"
    answer = ocdb("export", made, "-f", "all", database=five_articles())
    assert answer.code == 0, answer.err
    return made


@pytest.mark.slow
def test_every_format_is_there_as_one_file_with_its_hash_and_twice_the_same(folder: Path, tmp_path: Path) -> None:
    found = downloads(folder)
    assert [file.form for file in found.files if file.form] == [*FORMATS]
    assert {file.name for file in found.files} == {path.name for path in folder.iterdir()} - {LIST}
    with ZipFile(folder / "ocdb-datapackage.zip") as archive:
        assert "ocdb-datapackage/datapackage.json" in archive.namelist()
        assert archive.testzip() is None
    assert ocdb("export", tmp_path / "again", "-f", "all", database=five_articles()).code == 0
    assert (tmp_path / "again" / LIST).read_text() == (folder / LIST).read_text()
    # It may be replaced, since all in it is known; not where something else lies in it.
    assert ocdb("export", tmp_path / "again", "-f", "all", "--force", database=five_articles()).code == 0
    (tmp_path / "again" / "notes.txt").write_text("mine")
    refused = ocdb("export", tmp_path / "again", "-f", "all", "--force", database=five_articles())
    assert (refused.code, "notes.txt, which would be lost" in refused.err) == (2, True)


@pytest.mark.slow
def test_what_is_no_export_or_was_changed_is_not_offered(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="isn't an export of every format"):
        downloads(tmp_path)
    changed = shutil.copytree(folder, tmp_path / "changed")
    (changed / "ocdb.geojson").write_text("{}")
    with pytest.raises(UsageError, match="isn't as it was exported"):
        downloads(changed)
    led = json.loads((folder / LIST).read_text())
    led["files"][0]["name"] = "../secret"
    (changed / LIST).write_text(json.dumps(led))
    with pytest.raises(UsageError, match="isn't as it was exported"):
        downloads(changed)


@pytest.mark.slow
def test_the_page_of_data_offers_the_files_of_the_same_data_alone(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "live.sqlite"
    shutil.copy(five_articles(), database)
    site = site_at("https://example.org/ocdb/", "", live=True, files=folder)
    client = TestClient(application(Readers(lambda: open_reader(database)), site))
    shown = client.get("/en/downloads/").text
    assert 'href="../../files/ocdb.sqlite"' in shown
    assert "https://example.org/ocdb/files/ocdb.xlsx" in shown  # in the words of schema.org
    answer = client.get("/files/ocdb.xlsx")
    assert (answer.status_code, answer.content) == (200, (folder / "ocdb.xlsx").read_bytes())
    assert client.get("/files/..%2fdata%2focdb.xlsx").status_code == client.get(f"/files/{LIST}").status_code == 404
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE stamp SET value = 'other' WHERE id = 'files'")
    client = TestClient(application(Readers(lambda: open_reader(database)), site))
    assert "ocdb.sqlite" not in client.get("/fr/donnees/").text
    assert client.get("/files/ocdb.xlsx").status_code == 404


@pytest.mark.slow
def test_a_site_of_other_data_refuses_the_files(folder: Path, tmp_path: Path) -> None:
    other = shutil.copy(five_articles(), tmp_path / "other.sqlite")
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE stamp SET value = 'other' WHERE id = 'files'")
    refused = ocdb("site", tmp_path / "public", "--downloads", folder, database=Path(other))
    assert (refused.code, "was exported from other data" in refused.err) == (2, True)


def test_a_server_compares_with_an_older_edition_only_for_what_was_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def compared(older: Path, _reader: Reader) -> Changes:
        asked.append(older)
        return {"en": ("Two things differ.", ())}

    monkeypatch.setattr(publishing, "changes_since", compared)
    older = tmp_path / "older.sqlite"
    site = replace(site_at("", "", live=True), older=older)
    client = TestClient(application(Readers(lambda: open_reader(five_articles())), site))
    assert client.get("/en/operator/webhelp/").status_code == 200
    assert asked == []
    assert client.get("/en/corrections/").status_code == 200
    assert asked == [older]


@pytest.mark.slow
def test_a_release_has_data_site_sums_and_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parent.parent
    names = ("fr/silicon-2009-centres-rapatries.yaml", "ma/aujourdhui-2011-webhelp-agadir.yaml")
    some = [str(root / "fixtures" / name) for name in names]
    first = tmp_path / "first"
    assert main([str(first), "--no-wheel", "--fixtures", *some[:1]]) == 0
    made = first / f"ocdb-{release.VERSION}"
    assert {path.name for path in made.iterdir()} == {"SHA256SUMS", "data", "database.sqlite", "site"}
    assert (made / "site" / "files" / "ocdb.xlsx").read_bytes() == (made / "data" / "ocdb.xlsx").read_bytes()
    assert "data/ocdb.xlsx" in (made / "SHA256SUMS").read_text()
    # The same version again can't hold new data; a newer one can, and says what is new.
    previous = ["--no-wheel", "--previous", str(made), "--fixtures", *some[:2]]
    assert main([str(tmp_path / "second"), *previous]) == 1
    assert [*(tmp_path / "second").iterdir()] == []
    monkeypatch.setattr(release, "VERSION", "99.0.0")
    assert main([str(tmp_path / "third"), *previous]) == 0
    assert "| added |" in (tmp_path / "third" / "ocdb-99.0.0" / "CHANGES.en.md").read_text()
