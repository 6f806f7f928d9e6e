"""`ocdb serve`: what it says at the start, how it ends, the readers that it keeps, and the tables beside the pages."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

import ocdb.web as ocdb_web
from ocdb.answers.filters import Filters
from ocdb.answers.listings import KINDS
from ocdb.answers.lists import list_records
from ocdb.errors import DatabaseError
from ocdb.opening.reader import open_reader
from ocdb.store import database, migrating
from ocdb.web.readers import MOST, Readers
from ocdb.web.tables import PART
from tests.commands import five_articles, ocdb, recorded
from tests.sites import asking


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = ocdb("serve", "--port", taken.getsockname()[1])
    assert answer.code == 2
    assert "Address already in use\n" in answer.err
    assert "--port" in answer.err


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--host", "no.such.host.invalid", "no.such.host.invalid"),
        ("--host", "192.0.2.1", "192.0.2.1"),
        ("--host", "a" * 300, "name of a machine"),
        ("--address", "example.org", "isn't the address of a site"),
        ("--address", "https://a@b/", "isn't the address of a site"),
        ("--contact", "nobody", "isn't an e-mail address"),
        ("--port", "70000", "--port"),
    ],
)
def test_what_it_cant_serve_by_is_told(option: str, value: str, told: str) -> None:
    answer = ocdb("serve", option, value)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_a_database_that_isnt_there_is_told_before_anybody_asks(tmp_path: Path) -> None:
    answer = ocdb("serve", "--port", "0", database=tmp_path / "none.sqlite")
    assert answer.code == 3
    assert "doesn't exist" in answer.err


def test_without_its_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "ocdb.web.serving", raising=False)
    monkeypatch.delattr(ocdb_web, "serving", raising=False)
    answer = ocdb("serve")
    assert answer.code == 2
    assert "pip install 'ocdb-africa[web]'" in answer.err


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_its_address_answers_and_ends(ending: signal.Signals) -> None:
    everywhere = "0.0.0.0"  # noqa: S104
    command = [sys.executable, "-m", "ocdb", "--db", str(five_articles()), "serve", "--host", everywhere, "--port", "0"]
    environment = {**os.environ, "OCDB_LANG": "en"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        warning, ready = process.stderr.readline(), process.stderr.readline()
        assert "without TLS" in warning
        address = ready.split()[0].replace(everywhere, "127.0.0.1")
        with urllib.request.urlopen(f"{address}en/") as page:  # noqa: S310
            assert b"</html>" in page.read()
        process.send_signal(ending)
        assert process.wait(20) in (0, -signal.SIGTERM)
        assert "Traceback" not in process.stderr.read()


# --- readers ------------------------------------------------------------------------------------------------------


def test_a_reader_is_kept_and_sees_the_file_that_took_the_place_of_another(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "site.sqlite"))
    opened = []
    readers = Readers(lambda: opened.append(1) or open_reader(path))  # type: ignore[func-returns-value]
    for _turn in range(3):
        with readers.one() as reader:
            assert reader.rows("SELECT count(*) FROM v_claims").rows[0][0]
    assert len(opened) == 1
    new = tmp_path / "new"
    database.connect(new, migrating.upgrade)
    new.replace(path)
    with readers.one() as reader:
        assert reader.rows("SELECT count(*) FROM v_claims").rows == [(0,)]
    assert len(opened) == 1
    with pytest.raises(DatabaseError), readers.one() as reader:
        reader.rows("SELECT nothing")
    with readers.one():
        assert len(opened) == 2  # one that failed isn't used again
    readers.close()


def test_no_more_readers_are_kept_than_pages_are_made_at_once() -> None:
    readers = Readers(lambda: open_reader(five_articles()))
    several = [readers.one() for _each in range(MOST + 3)]
    for one in several:
        one.__enter__()
    for one in several:
        one.__exit__(None, None, None)
    assert len(readers._idle) == MOST  # noqa: SLF001
    readers.close()


# --- tables -------------------------------------------------------------------------------------------------------


def test_the_tables_show_the_views_with_what_they_mean_and_lead_to_the_pages(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "site.sqlite"))
    with asking(path, tables=True) as client:
        first = client.get("/tables/").text
        assert "/tables/ocdb/v_sites" in first
        assert "v_stamp" not in first
        page = client.get("/tables/ocdb/v_pledges?country__exact=TG").text
        assert '<html lang="en">' in page
        assert 'href="/en/claim/vipp-interstis-lome-2020-500/"' in page
        assert 'href="/en/country/TG/"' in page
        assert client.get("/en/claim/vipp-interstis-lome-2020-500/").status_code in (200, 302)
        assert client.get("/tables/ocdb").headers["location"] == "./"
        assert client.get("/tables/ocdb/v_sites/").headers["location"] == "../v_sites"
        assert client.get("/tables/ocdb/v_sites?_facet=country&_facet=nothing").status_code == 200
        assert client.get("/tables/ocdb/v_sites.csv?_size=1").text.startswith("id,name,")


@pytest.mark.slow
def test_after_a_load_the_tables_show_the_new_file(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "site.sqlite"))
    counted = "/tables/ocdb.json?sql=select+count(*)+as+n+from+v_claims&_shape=array"
    with asking(path, tables=True) as client:
        assert client.get(counted).json()[0]["n"] > 0
        new = tmp_path / "new"
        database.connect(new, migrating.upgrade)
        new.replace(path)
        assert client.get(counted).json() == [{"n": 0}]


def test_under_another_root_links_and_the_interface_keep_to_it() -> None:
    with asking(five_articles(), tables=True, address="https://example.org/ocdb/") as client:
        page = client.get("/tables/ocdb/v_sites").text
        assert 'href="/ocdb/static/style.css"' in page
        assert 'action="/ocdb/tables/ocdb/v_sites"' in page
        answer = client.get("/api/v1/list/events?limit=1").json()
        assert answer["next"].startswith("https://example.org/ocdb/api/v1/list/events?")


def renewed(connection: Connection) -> None:
    with connection.begin():
        connection.exec_driver_sql("UPDATE claim SET summary = 'new'")
        connection.exec_driver_sql("UPDATE stamp SET value = 'new' WHERE id = 'files'")


def test_a_server_is_shown_as_the_file_is(loaded_postgresql: str, new_loaded_database: Callable[[], str]) -> None:
    urls = ("/en/", "/fr/operateur/webhelp/", "/api/v1/jobs?country=TG", "/tables/ocdb/v_pledges.json?_shape=array")
    answers = []
    for where in (five_articles(), loaded_postgresql):
        with asking(where, tables=True) as client:
            answers.append([client.get(url).text for url in urls])
    ours, theirs = answers
    assert theirs[:3] == ours[:3]
    assert json.loads(theirs[3]) == json.loads(ours[3])
    url = new_loaded_database()
    with asking(url) as client:
        before = client.get("/api/v1/list/claims?limit=1000").json()["data"]
        database.connect(url, renewed)
        after = client.get("/api/v1/list/claims?limit=1000").json()["data"]
    assert {record["summary"] for record in after} == {"new"} != {record["summary"] for record in before}


# --- the newest rows ----------------------------------------------------------------------------------------------


def test_the_newest_rows_of_a_list_are_those_that_its_order_puts_last() -> None:
    with closing(open_reader(recorded())) as reader:
        whole = list_records(reader, "timeline")
        # What has no date stands last in a list, and isn't new.
        date = whole.rows.columns.index("date")
        dated = [row for row in whole.rows.rows if row[date] is not None]
        assert list_records(reader, "timeline", newest=50).rows.rows == dated[-50:]
        assert len(whole.rows.rows) > len(dated)
        assert list_records(reader, "timeline", newest=len(dated)).rows.rows == dated
        for kind in KINDS:
            found = list_records(reader, kind, Filters(), newest=3)
            assert found.total == (len(list_records(reader, kind).rows.rows)), kind
            assert len(found.rows.rows) == min(3, found.total), kind


def test_a_page_says_how_many_rows_it_leaves_out_and_its_data_have_all() -> None:
    with asking(recorded()) as client:
        page = client.get("/en/country/MA/").text
        data = client.get("/data/country/MA.json").json()
    assert len(data["events"]) > PART
    assert f"The newest {PART} of {len(data['events'])}; the data of this page have all." in page
