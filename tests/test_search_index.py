"""The index of a search finds what reading every entry finds, in the same order, whatever is loaded and asked."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, update

from ocdb.answers.search import search
from ocdb.load.run import load
from ocdb.opening.reader import open_reader
from ocdb.schema import metadata
from ocdb.store import database, migrating, searching
from ocdb.store.reader import letters
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.text import fold, storable
from tests.cases import each
from tests.commands import fresh, ocdb, recorded
from tests.plans import Statement, recording, whole_on_sqlite, work

ENTRIES = metadata.tables["search_entry"]
# What some part of it may take for something else: wildcards, quotes, signs of FTS5, what folds to other letters.
LETTERS = "abcéœ™ 'à-%_!*^+\"\\:()0\x01\x85\ufffd\uffff\U0010ffff😀ß\x00\ud800İ"
KINDS = ("operator", "source", "pledge")
Texts = tuple[str, str, str]
TEXTS = st.tuples(st.sampled_from(KINDS), st.text(LETTERS, max_size=12), st.text(LETTERS, max_size=30))
# What stands there already, what becomes of it, and what comes.
WORLDS = st.tuples(st.lists(TEXTS, max_size=8), st.lists(st.one_of(st.none(), TEXTS), max_size=6), st.lists(TEXTS))
ASKED = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=3)


def entry(number: int, texts: Texts) -> dict[str, Any]:
    kind, title, text = (storable(one) for one in texts)
    row = {"id": f"e-{number}", "kind": kind, "title": title, "title_fr": text, "text": text, "text_fr": title}
    return {**row, "labels": "", "folded_title": fold(title), "folded_text": fold(text)}


def write(url: str, world: tuple[Sequence[Texts], Sequence[Texts | None], Sequence[Texts]]) -> None:
    """Write entries with the index gone, as a first load does; then change, remove and add some, as a reload does."""
    first, changed, added = world
    entries = [entry(number, texts) for number, texts in enumerate(first)]

    def fill(connection: Connection) -> None:
        with connection.begin():
            connection.execute(delete(ENTRIES))
            searching.drop(connection)
            if entries:
                connection.execute(insert(ENTRIES), entries)
            searching.install(connection)
        with connection.begin():
            for number, texts in enumerate(changed):
                this = ENTRIES.c.id == f"e-{number}"
                values = entry(number, texts) if texts else {}
                connection.execute(update(ENTRIES).where(this).values(values) if texts else delete(ENTRIES).where(this))
            for number, texts in enumerate(added, 100):
                connection.execute(insert(ENTRIES), entry(number, texts))

    database.connect(url, fill)


@contextmanager
def reading_every_entry() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteReader, "narrowed", lambda _self, _words: ("1 = 1", {}))
        yield


def found(url: str, words: Sequence[str], limit: int | None = None) -> tuple[list[tuple[Any, ...]], int]:
    with closing(open_reader(url)) as reader:
        rows, count = search(reader, words, limit)
        return rows.rows, count


def holding(url: str, words: Sequence[str]) -> set[tuple[str, str]]:
    """Return kind and slug of the entries that have all words, as Python finds them.

    SQLite takes U+FFFF, which is no letter, for the sign of one that is missing, wherever it compares.
    """

    def plain(text: str) -> str:
        return text.replace("\uffff", "\ufffd") if url.startswith("sqlite") else text

    asked = [plain(storable(word)) for phrase in words for word in fold(phrase).split()]
    with closing(open_reader(url)) as reader:
        every = reader.rows("SELECT kind, id, folded_title, folded_text FROM v_search").rows
    texts = {(kind, key): (plain(title), plain(text)) for kind, key, title, text in every}
    return {key for key, some in texts.items() if asked and all(any(word in text for text in some) for word in asked)}


def compared(url: str, words: Sequence[str]) -> None:
    """Hold what is found against what reading every entry finds, and each limit against the whole."""
    rows, count = found(url, words)
    with reading_every_entry():
        assert found(url, words) == (rows, count)
    named = {(row[0], row[1]) for row in rows if row[0] not in ("country", "area")}
    assert (named, count) == (holding(url, words), len(rows))
    for limit in (0, 1, 2, len(rows) + 1):
        assert found(url, words, limit) == (rows[:limit], count)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORLDS, ASKED, st.data())
def test_the_index_finds_what_reading_every_entry_finds(
    empty_url: str, world: Any, words: list[str], data: Any
) -> None:
    write(empty_url, world)
    compared(empty_url, words)
    texts = [text for part in world for one in part if one for text in one[1:] if text]
    if texts:  # words that are there
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text) - 1))
        compared(empty_url, [text[start : start + data.draw(st.integers(1, 9))]])


@each(
    "words",
    [
        ["webhelp"], ["bhel"], ["we"], ["e"], ["webhelp", "ma"], ["100%"], ["call_"], ["tétouan", "CENTRE"],
        ["l'", "de"], ["centre"], ["plan social"], ["a" * 300], ["web" + "help" * 60], ["\0"],
        [f"w{number}" for number in range(80)], ["maroc"], ["webhelp\0"], ["\ud800ab"], ['"web'], ["web*"], ["OR"],
        ["NEAR(web"], ["web AND help"], ["^web"],
    ],
)  # fmt: skip
def test_what_is_asked_of_a_record_is_found_as_before(words: list[str]) -> None:
    compared(f"sqlite:///{recorded()}", words)


def statements(*words: str) -> Mapping[str, Statement]:
    """Return the statements of a search in the record that read entries."""
    heard: dict[str, Statement] = {}
    with recording(heard):
        assert ocdb("search", *words, database=recorded()).code == 0
    return {shape: statement for shape, statement in heard.items() if "v_search" in shape}


def test_a_search_looks_up_the_entries_that_may_fit() -> None:
    for words in (["webhelp"], ["ebhel", "ma"], ["intelcia", "2015"]):
        (statement,) = statements(*words).values()
        with closing(sqlite3.connect(recorded())) as connection:
            assert whole_on_sqlite(connection, statement) == set(), words


def test_a_search_works_no_more_where_more_is_on_record(tmp_path: Path) -> None:
    (statement,) = statements("webhelp").values()
    path = Path(shutil.copy(recorded(), tmp_path / "many.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        once = work(connection, statement)
        known = connection.execute(*statement).fetchall()
        columns = [column.name for column in ENTRIES.columns if column.name not in ("id", "kind")]
        others = ", ".join(["'other words'"] * len(columns))
        sql = f"INSERT INTO search_entry (id, kind, {', '.join(columns)})"
        connection.execute(f"{sql} SELECT 'zz-' || id, kind, {others} FROM search_entry")
        assert connection.execute(*statement).fetchall() == known
        assert work(connection, statement) <= 1.02 * once + 5


def test_where_most_entries_may_fit_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    (few,) = statements("webhelp").values()
    monkeypatch.setattr(letters, "FEW", 1)
    (rare,), (common,) = (statements(word).values() for word in ("webhelp", "appels"))
    assert "MATCH" in few[0]
    assert "MATCH" in rare[0]
    assert "MATCH" not in common[0]


def test_another_order_of_the_file_finds_the_same(tmp_path: Path) -> None:
    """VACUUM may number rows anew, and a dump does: the index has numbers of its own."""
    path = tmp_path / "vacuumed.sqlite"
    shutil.copy(recorded(), path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM search_entry WHERE kind = 'official'")
        connection.execute("VACUUM")
    compared(f"sqlite:///{path}", ["webhelp"])
    assert found(f"sqlite:///{path}", ["webhelp"])[1] > 20


# --- where the index can't be ----------------------------------------------------------------------------------------


def standing(path: Path) -> set[str]:
    """Return what of the index is in a file."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT name FROM sqlite_master WHERE name LIKE 'search!_index%' ESCAPE '!'"
        return {name for (name,) in connection.execute(sql)}


@pytest.fixture
def unable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this SQLite be one without the tokenizer, as before 3.34."""
    monkeypatch.setattr(searching, "able", lambda: False)


@pytest.mark.usefixtures("unable")
def test_an_sqlite_without_the_tokenizer_loads_and_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "without.sqlite"
    database.connect(path, load)
    assert standing(path) == set()
    assert found(f"sqlite:///{path}", ["webhelp"]) == found(f"sqlite:///{recorded()}", ["webhelp"])
    answer = ocdb("search", "webhelp", database=path)
    assert answer.out == ocdb("search", "webhelp", database=recorded()).out


def test_such_an_sqlite_lets_go_of_an_index_and_the_next_load_by_another_makes_it_anew(tmp_path: Path) -> None:
    path = Path(shutil.copy(recorded(), tmp_path / "ocdb.sqlite"))
    whole = standing(path)
    assert whole == {*searching.TABLES, *searching.TRIGGERS} | {
        name for name in whole if name.startswith("sqlite_autoindex")
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "able", lambda: False)
        database.connect(path, load)
        assert not standing(path) & {*searching.TRIGGERS}
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE search_entry SET folded_text = folded_text || ' zyxwv' WHERE id = 'webhelp'")
        assert found(f"sqlite:///{path}", ["zyxwv"])[1] == 1
    assert found(f"sqlite:///{path}", ["zyxwv"])[1] == 1  # what nobody followed isn't asked
    database.connect(path, load)
    assert standing(path) == whole
    assert found(f"sqlite:///{path}", ["zyxwv"])[1] == 0
    compared(f"sqlite:///{path}", ["webhelp"])


def test_the_check_of_the_engine_is_what_it_says() -> None:
    program = (
        "import sqlite3; sqlite3.connect(':memory:').execute(\"CREATE VIRTUAL TABLE t USING fts5(a, tokenize='{}')\")"
    )
    runs = {
        name: subprocess.run([sys.executable, "-c", program.format(name)], capture_output=True, check=False).returncode
        for name in ("trigram", "nonsense")
    }
    assert (runs["trigram"] == 0, runs["nonsense"]) == (searching.able(), 1)


def test_a_database_without_the_index_gets_it_by_an_upgrade(tmp_path: Path) -> None:
    path = Path(shutil.copy(recorded(), tmp_path / "ocdb.sqlite"))
    whole = standing(path)

    def spoil(connection: Connection) -> None:
        with connection.begin():
            connection.exec_driver_sql("DROP TRIGGER search_index_changed")

    database.connect(path, spoil)
    database.connect(path, migrating.upgrade)
    assert standing(path) == whole
    compared(f"sqlite:///{path}", ["webhelp"])


def test_what_no_index_of_letters_serves_is_read() -> None:
    assert letters.letters(["ma", "l", "de"]) == ""
    assert letters.letters(["webh", "ma"]) == '"web" "ebh"'
    assert letters.letters(['a"b']) == '"a""b"'
    assert letters.letters(["x" * 300]) == '"xxx"'
    assert letters.letters([chr(200 + number) * 3 for number in range(200)]).count(" ") == letters.MOST - 1


def test_tables_of_the_index_are_no_records(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    assert standing(path) >= {*searching.TABLES}
    assert [name for name in metadata.tables if searching.is_part(name)] == []


# --- PostgreSQL: by pg_trgm, which the server that comes along for tests lacks; OCDB_TEST_URL names another ----------


def asked_of_server(url: str, sql: str) -> list[tuple[Any, ...]]:
    return database.connect(url, lambda connection: [tuple(row) for row in connection.exec_driver_sql(sql)])


def test_a_server_has_the_index_where_it_has_the_extension(new_recorded_database: Callable[[], str]) -> None:
    url = new_recorded_database()
    ((available,),) = asked_of_server(url, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
    ((index,),) = asked_of_server(url, f"SELECT to_regclass('{searching.ON_SERVER}')::text")
    assert (index == searching.ON_SERVER) == bool(available)
    assert found(url, ["webhelp"]) == found(f"sqlite:///{recorded()}", ["webhelp"])


def remove(connection: Connection, role: str) -> None:
    with connection.begin():
        connection.exec_driver_sql(f"DROP OWNED BY {role}")
        connection.exec_driver_sql(f"DROP ROLE {role}")


def test_a_role_that_may_make_no_extension_gets_all_but_the_index(new_database: Callable[[], str]) -> None:
    url = new_database()
    name = f"ocdb_test_{uuid4().hex[:8]}"

    def as_role(connection: Connection) -> str | None:
        connection.exec_driver_sql(f"CREATE ROLE {name}")
        connection.exec_driver_sql(f"GRANT CREATE, USAGE ON SCHEMA public TO {name}")
        connection.exec_driver_sql(f"SET SESSION AUTHORIZATION {name}")
        connection.commit()
        load(connection)
        sql = f"SELECT to_regclass('{searching.ON_SERVER}')::text"
        index: str | None = connection.exec_driver_sql(sql).scalar()
        connection.rollback()
        return index

    try:
        assert database.connect(url, as_role) is None
        assert found(url, ["webhelp"]) == found(f"sqlite:///{recorded()}", ["webhelp"])
        # Whoever may is all that is wanting: the next load has it.
        database.connect(url, load)
        ((available,),) = asked_of_server(url, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
        ((index,),) = asked_of_server(url, f"SELECT to_regclass('{searching.ON_SERVER}')::text")
        assert (index is not None) == bool(available)
    finally:
        database.connect(url, lambda connection: remove(connection, name))
