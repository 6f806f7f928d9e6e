"""As of a day: what could be known then, from sources published by that day, on both engines."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import list_records
from ocdb.curation.corpus import gather
from ocdb.load.as_of import AsOfReader, Known
from ocdb.load.derived import OF_CLAIMS as DERIVED_OF_CLAIMS
from ocdb.load.derived import derived
from ocdb.load.known import cut
from ocdb.load.references import DERIVED
from ocdb.load.row import Rows
from ocdb.load.rows import rows as rows_of
from ocdb.load.run import load
from ocdb.load.stored import OF_CLAIMS, OF_SOURCES, REGISTERS, read_tables
from ocdb.load.writing import insert
from ocdb.opening.reader import open_reader
from ocdb.schema import metadata
from ocdb.schema.codes import CODE_LISTS
from ocdb.settings import resource
from ocdb.store import database, temporary, views
from ocdb.store.reader.sqlite import SqliteReader
from tests.cases import each
from tests.commands import Answer, loaded, loaded_text, ocdb, recorded, same_on_both
from tests.travelling import ROOT, articles

TODAY = "2026-11-22"

# --- a small world ------------------------------------------------------------------------------------------------

ECHO_2015 = """
source: {id: echo-2015, publisher: Écho, title: Un centre, language: fr, published: 2015-03-10}
places:
- {id: tg-ville, kind: city, name: Ville-Neuve, country: TG}
operators:
- id: alpha
  name: Omega
  names:
  - {name: Omega, kind: brand, used: 2019/..}
  - {name: Alpha, kind: former, used: ../2018}
  - {name: Alpha SA, kind: legal}
- {id: beta, name: Bêta, identifiers: {wikidata: Q42}}
institutions:
- {id: ministry, kind: ministry, name: Ministère, at: TG}
sites:
- {id: alpha-ville, cite: [], operator: alpha, at: tg-ville, status: planned}
events:
- {id: ville-opening, cite: [], kind: opening, status: planned, summary: The centre is to open., at: tg-ville,
   date: 2016-10, date_basis: stated, site: alpha-ville}
- {id: fair, cite: [], kind: trade_show, status: happened, summary: A fair was held., at: tg-ville,
   site: beta-hall, date: 2015-02, date_basis: stated, parties: {host: ministry}}
pledges:
- {id: alpha-2015-500, cite: [], operators: alpha, at: tg-ville, figure: 500, measure: jobs, basis: operator,
   announced: 2015-03-01, announced_basis: stated, due: 2018, due_basis: stated, site: alpha-ville}
- {id: beta-2015-40, cite: [], operators: beta, at: TG, figure: 40, measure: seats, basis: operator,
   conflicts_with: beta-2017-60, preferred_because: It is the first one.}
"""
NEWS_2017 = """
source: {id: news-2017, publisher: News, title: News of a centre, language: en, published: 2017}
sites:
- {id: beta-hall, cite: [], operator: beta, at: tg-ville, status: open}
developments:
- {id: ville-opening-2016, cite: [], concerns: ville-opening, status: happened, date: 2016-11, date_basis: stated}
- {id: alpha-ville-open-2016, cite: [], concerns: alpha-ville, status: open, date: 2016-11, date_basis: stated}
pledges:
- {id: alpha-2017-300, cite: [], operators: alpha, at: tg-ville, figure: 300, measure: jobs, basis: operator,
   announced: 2017, announced_basis: stated, due: 2018, due_basis: stated, revises: alpha-2015-500, site: alpha-ville}
- {id: beta-2017-60, cite: [], operators: beta, at: TG, figure: 60, measure: seats, basis: operator}
citations:
- {claim: alpha-2015-500, cite: []}
"""
LATE_2020 = """
source: {id: late-2020, publisher: Late, title: The end, language: en, published: 2020-05-05}
operators:
- {id: gamma, name: Gamma}
officials:
- {id: awa, name: Awa}
coverage:
- {id: search-2019, country: TG, outlet: Écho, method: systematic, searched: 2019-06, found: {2015: 3}}
- {id: search-2016, country: TG, outlet: News, method: sample, searched: 2016-06, found: {2015: 1}}
verdicts:
- {id: alpha-2017-300-cancelled, cite: [], pledge: alpha-2017-300, outcome: cancelled, as_of: 2020, as_of_basis: stated}
successions:
- {id: alpha-gamma, cite: [], kind: merger, status: completed, predecessor: alpha, successor: gamma, date: 2020-04,
   date_basis: stated}
positions:
- {id: awa-head, cite: [], official: awa, organisation: gamma, title: Head}
statements:
- {id: ministry-late, cite: [], topic: policy, summary: The ministry looks on., at: TG, parties: {subject: ministry}}
citations:
- {claim: fair, stance: contradicts, cite: []}
"""
UNDATED = """
source: {id: undated, publisher: Nobody knows, language: en}
operators:
- {id: delta, name: Delta}
pledges:
- {id: delta-9, cite: [], operators: delta, at: TG, figure: 9, measure: jobs, basis: operator}
"""
FILES = {"echo": ECHO_2015, "news": NEWS_2017, "late": LATE_2020, "undated": UNDATED}


@cache
def small() -> Path:
    """Return an SQLite database of the small world; tests only read it."""
    return loaded_text(*FILES.values())


@pytest.fixture(scope="module")
def on_postgresql(new_empty_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the URL of a PostgreSQL database of the small world; tests only read it."""
    url, folder = new_empty_database(), tmp_path_factory.mktemp("world")
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    database.connect(url, lambda connection: load(connection, [folder]))
    return url


@pytest.fixture
def world() -> str:
    """Give the URL of a database of the small world; tests only read it."""
    return f"sqlite:///{small()}"


def test_postgresql_gives_the_same_answers_as_of_a_day(on_postgresql: str) -> None:
    # Of the same rows, as a test below has it, the same small database is made: here it is asked through the door.
    days = {
        "2016": ("list pledges", "jobs"),
        "2020-05-05": ("list operators", "timeline"),
        TODAY: ("pledges", "coverage"),  # the whole, on its own engine
    }
    questions = [f"{question} --as-of {day} -f json" for day, asked in days.items() for question in asked]
    same_on_both(small(), on_postgresql, *questions, env={"OCDB_TODAY": TODAY})


def ask(url: str, *arguments: str, today: str = TODAY) -> Answer:
    return ocdb(*arguments, database=url, env={"OCDB_TODAY": today})


def told(url: str, *arguments: str) -> list[dict[str, Any]]:
    """Return the records that a question is answered with."""
    answer = ask(url, *arguments, "-f", "json")
    assert answer.code == 0, answer.err
    found: list[dict[str, Any]] = json.loads(answer.out)
    return found


def known(url: str, kind: str, day: str, *columns: str) -> list[tuple[Any, ...]]:
    """Return some columns of a list as of a day; by default the slugs."""
    return [tuple(row[name] for name in columns or ("id",)) for row in told(url, "list", kind, "--as-of", day)]


# --- what is known when -------------------------------------------------------------------------------------------


def test_a_pledge_that_was_revised_later_stands_with_its_old_figure(world: str) -> None:
    assert known(world, "pledges", "2016", "id", "figure", "status") == [
        ("alpha-2015-500", "500", "standing"),
        ("beta-2015-40", "40", "standing"),
    ]
    assert known(world, "pledges", "2017", "id", "figure", "status") == [
        ("alpha-2015-500", "500", "revised"),
        ("alpha-2017-300", "300", "standing"),
        ("beta-2015-40", "40", "standing"),
        ("beta-2017-60", "60", "disputed"),
    ]


@each(
    ("day", "totals"),
    [
        ("2015-03-09", {}),
        ("2015-03-10", {"new_jobs": 500, "seats": 40}),  # nobody was there yet
        ("2017", {"levels": 300, "seats": 40}),
        ("2020-05-04", {"levels": 300, "seats": 40}),
        ("2020-05-05", {"seats": 40}),
    ],
)
def test_a_total_counts_what_stood_on_that_day(world: str, day: str, totals: dict[str, int]) -> None:
    whole = json.loads(ask(world, "jobs", "--country", "TG", "--as-of", day, "-f", "json").out)
    assert {total["line"]: total["low"] for total in whole["totals"]} == totals


def test_a_verdict_of_a_later_source_isnt_known_yet(world: str) -> None:
    assert known(world, "verdicts", "2020-05-04") == []
    assert known(world, "verdicts", "2020-05-05") == [("alpha-2017-300-cancelled",)]


def test_a_plan_that_happened_later_is_a_plan(world: str) -> None:
    sql = "SELECT id, status, date FROM v_events WHERE id = 'ville-opening'"
    assert told(world, "sql", sql, "--as-of", "2016") == [
        {"id": "ville-opening", "status": "planned", "date": "2016-10"},
    ]
    assert told(world, "sql", sql, "--as-of", "2017") == [
        {"id": "ville-opening", "status": "happened", "date": "2016-11"},
    ]
    assert known(world, "developments", "2016") == []
    assert known(world, "developments", "2017") == [("alpha-ville-open-2016",), ("ville-opening-2016",)]


def test_a_site_that_opened_later_is_planned(world: str) -> None:
    sql = "SELECT id, status FROM v_sites ORDER BY id"
    assert told(world, "sql", sql, "--as-of", "2016") == [{"id": "alpha-ville", "status": "planned"}]
    assert told(world, "sql", sql, "--as-of", "2017") == [
        {"id": "alpha-ville", "status": "open"},
        {"id": "beta-hall", "status": "open"},
    ]


def test_an_uncertain_date_counts_by_its_last_day(world: str) -> None:
    assert known(world, "sources", "2017-12-30") == [("echo-2015",)]
    assert known(world, "sources", "2017-12-31") == [("echo-2015",), ("news-2017",)]


def test_a_year_or_a_month_means_its_last_day(world: str) -> None:
    assert known(world, "sources", "2020-04") == [("echo-2015",), ("news-2017",)]
    assert known(world, "sources", "2020-05") == [("echo-2015",), ("news-2017",), ("late-2020",)]


def test_a_source_without_a_date_is_known_today_and_not_a_day_earlier(world: str) -> None:
    assert ("undated",) not in known(world, "sources", "2026-11-21")
    assert ("delta",) not in known(world, "operators", "2026-11-21")
    assert ("undated",) in known(world, "sources", "2026-11-22")


def test_who_wasnt_mentioned_yet_isnt_there(world: str) -> None:
    assert known(world, "operators", "2016") == [("alpha",), ("beta",)]
    assert known(world, "institutions", "2016") == [("ministry",)]
    assert known(world, "officials", "2016") == []
    assert known(world, "operators", "2020-05-05") == [("beta",), ("gamma",), ("alpha",)]
    assert known(world, "officials", "2020-05-05") == [("awa",)]


def test_lists_show_the_name_of_that_time_and_no_later_one(world: str) -> None:
    assert known(world, "operators", "2016", "name") == [("Alpha",), ("Bêta",)]
    assert known(world, "operators", "2018-12-31", "name") == [("Alpha",), ("Bêta",)]
    assert known(world, "operators", "2019-01-01", "name") == [("Bêta",), ("Omega",)]
    names = "SELECT name FROM v_names WHERE entity = 'alpha' ORDER BY name"
    assert told(world, "sql", names, "--as-of", "2016") == [{"name": "Alpha"}, {"name": "Alpha SA"}]


@each(
    ("day", "verdict"),
    [("2018-12-31", "not_due"), ("2019-01-01", "no_evidence"), ("2020-05-05", "cancelled")],
)
def test_the_day_is_today_for_a_verdict_on_the_command_line_and_in_sql(world: str, day: str, verdict: str) -> None:
    lines = told(world, "pledges", "--operator", "alpha", "--as-of", day, "--columns", "id,verdict")
    assert {"id": "alpha-2017-300", "verdict": verdict} in lines
    sql = "SELECT verdict FROM v_ledger WHERE id = 'alpha-2017-300'"
    assert told(world, "sql", sql, "--as-of", day) == [{"verdict": verdict}]


def test_identifiers_stay_with_a_known_party(world: str) -> None:
    sql = "SELECT party, value FROM v_identifiers"
    assert told(world, "sql", sql, "--as-of", "2016") == [{"party": "beta", "value": "Q42"}]
    assert told(world, "sql", sql, "--as-of", "2014") == []


def test_a_reference_to_a_claim_that_isnt_known_yet_is_empty(world: str) -> None:
    assert known(world, "events", "2016", "id", "site") == [("fair", None), ("ville-opening", "alpha-ville")]
    assert known(world, "events", "2017", "id", "site") == [("fair", "beta-hall"), ("ville-opening", "alpha-ville")]


def test_a_preferred_claim_isnt_preferred_before_another_one_disagrees(world: str) -> None:
    columns = ("id", "conflicts_with", "preferred_because", "preferred_because_fr")
    preferred = ("beta-2015-40", "beta-2017-60", "It is the first one.", "It is the first one.")
    assert ("beta-2015-40", None, None, None) in known(world, "pledges", "2016", *columns)
    assert preferred in known(world, "pledges", "2017", *columns)


def test_a_contradiction_of_a_later_source_isnt_known_yet(world: str) -> None:
    sql = "SELECT source FROM v_citations WHERE claim = 'fair' ORDER BY source"
    assert told(world, "sql", sql, "--as-of", "2018") == [{"source": "echo-2015"}]
    assert told(world, "sql", sql, "--as-of", "2021") == [{"source": "echo-2015"}, {"source": "late-2020"}]


def test_sources_are_counted_as_they_were(world: str) -> None:
    assert ("alpha-2015-500", 1) in known(world, "pledges", "2016", "id", "sources")
    assert ("alpha-2015-500", 2) in known(world, "pledges", "2017", "id", "sources")


def test_searches_for_articles_that_were_made_later_are_left_out(world: str) -> None:
    for day, method in (("2018", "sample"), ("2019-06", "systematic")):
        found: Any = told(world, "coverage", "--as-of", day)
        assert [row["method"] for row in found["years"] if row["searches"]] == [method]


def test_search_finds_only_what_was_known(world: str) -> None:
    assert [row["id"] for row in told(world, "search", "gamma", "--as-of", "2020-05-04")] == []
    assert told(world, "search", "gamma", "--as-of", "2020-05-05")[0]["id"] == "gamma"


def test_a_timeline_ends_with_what_was_known(world: str) -> None:
    found = told(world, "timeline", "--operator", "alpha", "--as-of", "2016")
    assert {row["claim"] for row in found} == {"alpha-2015-500"}


def test_show_tells_what_was_known_of_it(world: str) -> None:
    shown = json.loads(ask(world, "show", "alpha", "--as-of", "2016", "-f", "json").out)
    assert shown["record"]["name"] == "Alpha"
    assert [row["id"] for row in shown["pledges"]] == ["alpha-2015-500"]
    assert "successions" not in shown


def test_places_and_countries_are_always_known(world: str) -> None:
    assert ("tg-ville",) in known(world, "places", "1990")


# --- what is told beside ------------------------------------------------------------------------------------------


def test_it_is_told_on_how_many_sources_an_answer_rests(world: str) -> None:
    assert ask(world, "list", "sites", "--as-of", "2016").err == (
        "as of 31 December 2016: 1 of 4 sources; 1 without a date is left out\n"
    )
    assert ask(world, "list", "sites", "--as-of", TODAY).err == "as of 22 November 2026: 4 of 4 sources\n"


def test_a_day_to_come_is_today(world: str) -> None:
    whole, later = ask(world, "list", "sources"), ask(world, "list", "sources", "--as-of", "2999")
    assert (later.out, later.err) == (whole.out, "as of 22 November 2026: 4 of 4 sources\n")
    assert ask(world, "list", "sources", "--as-of", "2026").err == "as of 22 November 2026: 4 of 4 sources\n"


def test_today_is_the_day_that_the_environment_names(world: str) -> None:
    answer = ask(world, "list", "sites", "--as-of", "2016", today="2016-01-01")
    assert answer.err == "as of 1 January 2016: 4 of 4 sources\n"
    wrong = ask(world, "list", "sites", "--as-of", "2016", today="soon")
    assert (wrong.code, wrong.err) == (
        2,
        "ocdb: OCDB_TODAY: soon isn't a day\n  Write it as in 2026-11-22, or unset it.\n",
    )


def test_no_question_goes_back_to_before_its_calendar_begins(world: str) -> None:
    for question in (("delivery",), ("review",), ("chart",), ("jobs",), ("pledges",), ("list", "sites")):
        for early in ("0001-01-01", "0999-12-31"):
            clock = ask(world, *question, today=early)
            told = f"OCDB_TODAY: {early} is too early\n  The earliest day is 1000-01-01.\n"
            assert (clock.code, clock.out, clock.err) == (2, "", f"ocdb: {told}"), question
            then = ask(world, *question, "--as-of", early)
            assert (then.code, then.out, then.err) == (2, "", f"ocdb: {told.replace('OCDB_TODAY', '--as-of')}"), (
                question
            )
        for edge in ("1000-01-01", "9999-12-31"):
            assert ask(world, *question, today=edge).code == 0, (question, edge)
        assert ask(world, *question, "--as-of", "1000").code == 0, question


@each("text", ["yesterday", "2016-13", "2016-02-30"])
def test_a_date_that_is_none_is_told(world: str, text: str) -> None:
    answer = ask(world, "list", "sites", "--as-of", text)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"ocdb: --as-of: {text} isn't a date\n  Write 2020, 2020-07 or 2020-07-10.\n"


def test_a_date_with_an_open_end_is_told(world: str) -> None:
    answer = ask(world, "list", "sites", "--as-of", "2016/..")
    assert (answer.code, answer.err.splitlines()[0]) == (2, "ocdb: --as-of: 2016/.. has an open end")


def test_a_name_that_is_known_only_later_may_be_meant(world: str) -> None:
    answer = ask(world, "list", "sites", "--operator", "gamma", "--as-of", "2016")
    assert answer.code == 4
    assert answer.err.splitlines()[1] == "ocdb: there is no operator gamma"
    assert answer.err.endswith("It may be known only later: leave out --as-of.\n")
    assert "--as-of" not in ask(world, "list", "sites", "--operator", "nobody").err


def test_the_stamp_tells_the_day(world: str) -> None:
    sql = "SELECT value FROM v_stamp WHERE id = 'as_of'"
    assert told(world, "sql", sql, "--as-of", "2016") == [{"value": "2016-12-31"}]
    assert told(world, "sql", sql) == []


def test_ones_own_sql_still_only_reads(world: str) -> None:
    answer = ask(world, "sql", "DELETE FROM claim", "--as-of", "2016")
    assert answer.code == 6


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = str(small())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert ask(world, "list", "sites", "--as-of", "2016").code == 0
    assert ask(world, "list", "sites", "--operator", "gamma", "--as-of", "2016").code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_may_not_be_written_is_asked(tmp_path: Path) -> None:
    path = Path(shutil.copy(small(), tmp_path / "ocdb.sqlite"))
    path.chmod(0o444)
    before = path.read_bytes()
    assert ask(str(path), "list", "sources", "--as-of", "2016").code == 0
    assert path.read_bytes() == before


# --- the whole and nothing ----------------------------------------------------------------------------------------

LISTS = tuple(kind for kind in LISTINGS if kind not in ("timeline", "ledger"))


def listed(reader: Any) -> dict[str, list[tuple[Any, ...]]]:
    return {kind: list_records(reader, kind).rows.rows for kind in LISTINGS}


def test_as_of_today_every_question_is_answered_as_without(world: str) -> None:
    for question in (("list", "pledges"), ("list", "operators"), ("timeline",), ("jobs",), ("show", "alpha")):
        assert ask(world, *question, "--as-of", TODAY).out == ask(world, *question).out


def test_before_any_source_nothing_is_known_but_the_registers(world: str) -> None:
    with cut_reader(world, date(2015, 3, 9)) as reader:
        for kind, rows in listed(reader).items():
            assert bool(rows) == (kind == "places"), kind


def test_before_any_source_there_are_no_totals_and_no_names_of_parties(world: str) -> None:
    assert told(world, "sql", "SELECT * FROM v_totals", "--as-of", "2014") == []
    sql = "SELECT id FROM v_names WHERE kind NOT IN ('area', 'place', 'country')"
    assert told(world, "sql", sql, "--as-of", "2014") == []
    assert told(world, "sql", "SELECT id FROM v_search WHERE kind <> 'place'", "--as-of", "2014") == []


def test_both_engines_give_the_same_rows(on_postgresql: str) -> None:
    ours, theirs = tables(f"sqlite:///{small()}"), tables(on_postgresql)
    assert theirs == ours
    assert ours["claim"]


def test_what_is_reckoned_anew_from_the_tables_is_what_the_load_reckoned(world: str) -> None:
    reader = open_reader(world)
    for table, rows in derived(tables(world)).items():
        columns = ", ".join(f'"{column.name}"' for column in metadata.tables[table].columns)
        stored = reader.rows(f"SELECT {columns} FROM {table}").records()
        assert sorted(map(plain, rows)) == sorted(map(plain, stored)), table
    reader.close()


def plain(row: dict[str, Any]) -> str:
    """Return a row as text, with truth values as the numbers that SQLite has for them."""
    return str({name: str(int(row[name]) if isinstance(row[name], bool) else row[name]) for name in sorted(row)})


def tables(url: str) -> Rows:
    with closing(open_reader(url)) as reader:
        return read_tables(reader, (*REGISTERS, *OF_SOURCES, *OF_CLAIMS))


@contextmanager
def cut_reader(url: str, day: date) -> Iterator[AsOfReader]:
    """Give a reader of what could be known on a day."""
    with (
        TemporaryDirectory() as folder,
        closing(open_reader(url)) as whole,
        closing(AsOfReader(Path(folder) / "then.sqlite", whole, day)) as reader,
    ):
        yield reader


@each("day", [date(2014, 1, 1), date(2016, 12, 31), date(2017, 12, 31), date(2020, 5, 5)])
def test_no_reference_leads_nowhere_in_the_database_of_a_day(world: str, day: date) -> None:
    with cut_reader(world, day) as reader:
        reader.file("SELECT * FROM sqlite_master")  # nothing checked it while it was written
        assert set(metadata.tables) <= reader.tables.made
        assert reader.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_table_is_made_when_it_is_read_first(world: str) -> None:
    with cut_reader(world, date(2016, 12, 31)) as reader:
        assert reader.tables.made == set()
        reader.rows("SELECT id FROM v_retired")
        assert reader.tables.made == {"retired_slug"}
        reader.file("select ID from V_SITES, claim_link")
        assert {"site", "fact", "claim_link"} <= reader.tables.made
        assert "ledger" not in reader.tables.made


@pytest.mark.slow
def test_tables_are_read_at_one_moment_whatever_others_write_meanwhile(empty_url: str) -> None:
    with closing(open_reader(empty_url)) as reader, reader.moment():
        assert reader.rows("SELECT count(*) FROM v_stamp").rows == [(0,)]
        other = database.engine(empty_url)
        with suppress(OperationalError), other.connect() as connection, connection.begin():
            connection.exec_driver_sql("INSERT INTO stamp (id, value) VALUES ('meanwhile', 'written')")
        other.dispose()
        assert reader.rows("SELECT count(*) FROM v_stamp").rows == [(0,)]


# --- questions that are narrowed -------------------------------------------------------------------------------------

# The tables that have a row for a claim or a promise, or for a site: by the column that holds its slug.
OF_EACH = {**DERIVED_OF_CLAIMS, "claim": "id", "citation": "claim_id", "claim_link": "claim_id"}
NARROWED: tuple[dict[str, list[str]], ...] = (
    {"country": ["TG"]},
    {"country": ["SN", "africa"]},
    {"place": ["ma-oujda"]},
    {"operator": ["webhelp"]},
    {"operator": ["majorel"], "country": ["MA"]},
    {"official": ["patrice-talon"], "country": ["BJ"]},
)


def test_a_narrowed_question_finds_what_is_derived_of_all_claims() -> None:
    with closing(open_reader(f"sqlite:///{recorded()}")) as reader:
        assert list(differences(reader, NARROWED, date(2019, 12, 31))) == []


def differences(reader: Any, narrowed: Sequence[dict[str, list[str]]], day: date) -> Iterator[tuple[Any, ...]]:
    """Yield filters with a table that is otherwise for all claims than for those that they are thought to need."""
    every = Known(reader, day)
    whole = {table: every.table(table) for table in (*OF_EACH, "total", "delivery", "loss_total", "country_read")}
    for filters in narrowed:
        some = Known(reader, day)
        some.filters = dict(filters)
        claims = {row["id"] for row in some.table("claim")}
        assert 0 < len(claims) < len(whole["claim"]), filters
        for table, key in OF_EACH.items():
            yield from differing(filters, table, some, [row for row in whole[table] if row[key] in claims])
        yield from differing(filters, "country_read", some, whole["country_read"])
        for kind, keys in filters.items():
            for table in ("total", "delivery", "loss_total"):
                found, wanted = (
                    [row for row in rows if row["scope_kind"] == kind and row["scope"] in keys]
                    for rows in (some.table(table), whole[table])
                )
                if found != wanted and len(filters) == 1:
                    yield filters, table


def differing(filters: Any, table: str, some: Known, wanted: list[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    if content({table: some.table(table)}) != content({table: wanted}):
        yield filters, table


# --- small random worlds ------------------------------------------------------------------------------------------

DAYS = [date(2010, 1, 1), date(2012, 6, 30), date(2015, 3, 10), date(2020, 12, 31)]
KEYS = [f"c{number}" for number in range(7)]
PARTIES = [f"p{number}" for number in range(4)]
SOURCES = [f"s{number}" for number in range(4)]
FIGURE = {"low": 10, "high": 10, "bound": "exact"}
TYPED: dict[str, Any] = {"measure": "jobs", "reading": "total", "basis": "operator", "directness": "unstated"}
TYPED |= {"baseline_none": False, "firmness": "announcement"}


@cache
def registers() -> Rows:
    """Return the code lists and a country."""
    seeds = rows_of(gather([resource("seeds")]))
    return {name: seeds[name] for name in CODE_LISTS} | {
        "country": [row for row in seeds["country"] if row["id"] == "TG"]
    }


def row(table: str, **given: Any) -> dict[str, Any]:
    return dict.fromkeys(metadata.tables[table].columns.keys()) | given


def claim_row(draw: st.DrawFn, kind: str, key: str, before: dict[str, list[str]]) -> dict[str, Any] | None:
    """Return the row of a claim in the table of its kind; None where there is nothing that it could be about."""

    def one(of: str) -> str | None:
        return draw(st.sampled_from([None, *before[of]]))

    if kind == "site":
        return row("site", id=key, country_id="TG", status="planned", operator_id=one("party"))
    if kind == "event":
        links = {"site_id": one("site"), "part_of_id": one("event")}
        return row("event", id=key, kind="opening", status="planned", **links)
    if kind == "job_pledge":
        links = {"site_id": one("site"), "event_id": one("event")}
        return row("job_pledge", id=key, country_id="TG", unnamed_operators=0, **FIGURE, **TYPED, **links)
    if kind == "verdict":
        pledge = one("job_pledge")
        return row("verdict", id=key, pledge_id=pledge, outcome="cancelled") if pledge else None
    subject = one("event")
    return row("development", id=key, concerns_id=subject, status="happened") if subject else None


@st.composite
def worlds(draw: st.DrawFn) -> Rows:
    """Draw a world of a few sources, parties and claims, whose references hold."""
    rows: Rows = {table.name: [] for table in metadata.sorted_tables if table.name not in DERIVED} | dict(registers())
    published = draw(st.lists(st.sampled_from([None, *DAYS]), min_size=4, max_size=4))
    rows["source"] = [
        row("source", id=key, publisher=key, language="en", published=str(day), published_from=day, published_to=day)
        for key, day in zip(SOURCES, published, strict=True)
    ]
    rows["party"] = [row("party", id=key, kind="operator", name=key) for key in PARTIES]
    rows["operator"] = [row("operator", id=key) for key in PARTIES]
    used = st.sampled_from([None, *DAYS])
    rows["party_name"] = [
        row("party_name", party_id=key, name=name, kind="brand", folded=name, used_from=draw(used))
        for key in PARTIES
        for name in (key, f"{key} before")
    ]
    before: dict[str, list[str]] = {"party": PARTIES, "site": [], "event": [], "job_pledge": []}
    kinds = st.sampled_from(["site", "event", "job_pledge", "verdict", "development"])
    for key in KEYS[: draw(st.integers(0, len(KEYS)))]:
        kind = draw(kinds)
        if found := claim_row(draw, kind, key, before):
            rows[kind].append(found)
            before.setdefault(kind, []).append(key)
            said_by = draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=2))
            rows["claim_speaker"] += [
                row("claim_speaker", claim_id=key, party_id=party, position=number)
                for number, party in enumerate(said_by, 1)
            ]
            why = draw(st.sampled_from([None, "Because."]))
            code = kind.removeprefix("job_")
            rows["claim"].append(row("claim", id=key, kind=code, summary=key, summary_fr=key, preferred_because=why))
    keys = [claim["id"] for claim in rows["claim"]]
    if keys:
        citations = st.tuples(
            st.sampled_from(keys), st.sampled_from(SOURCES), st.sampled_from(["supports", "contradicts"])
        )
        rows["citation"] = [
            row("citation", id=f"{claim}@{source}", claim_id=claim, source_id=source, stance=stance)
            for claim, source, stance in draw(st.lists(citations, unique_by=lambda found: found[:2], max_size=14))
        ]
        involved = st.tuples(st.sampled_from(keys), st.sampled_from(PARTIES))
        rows["claim_party"] = [
            row("claim_party", claim_id=claim, party_id=party, role="employer", position=number)
            for number, (claim, party) in enumerate(draw(st.lists(involved, unique=True, max_size=6)), 1)
        ]
        links = st.tuples(st.sampled_from(["part_of", "revises", "conflicts_with"]), *[st.sampled_from(keys)] * 2)
        rows["claim_link"] = [
            row("claim_link", claim_id=max(ends), kind=kind, other_id=min(ends))  # none leads in a circle
            for kind, *ends in draw(st.lists(links, unique_by=lambda found: (found[0], *sorted(found[1:])), max_size=8))
            if ends[0] != ends[1]
        ]
    return rows


DAY = st.sampled_from([date(2009, 12, 31), *DAYS, date(2016, 1, 1)])


def content(rows: Rows) -> dict[str, list[str]]:
    return {table: sorted(map(plain, found)) for table, found in rows.items()}


@given(worlds(), DAY)
def test_in_a_cut_nothing_dangles_and_every_claim_has_a_source_of_that_time(rows: Rows, day: date) -> None:
    before = content(rows)
    found = cut(rows, day)
    assert content(rows) == before  # nothing that it was given is changed
    _dangles_nowhere(found)
    assert all(row["published_to"] <= day for row in found["source"])
    supported = {row["claim_id"] for row in found["citation"] if row["stance"] == "supports"}
    assert {row["id"] for row in found["claim"]} <= supported
    mentioned = {row["party_id"] for row in found["claim_party"]} | {row["party_id"] for row in found["claim_speaker"]}
    mentioned |= {row["operator_id"] for row in found["site"]}
    assert {row["id"] for row in found["party"]} == mentioned - {None}


def _dangles_nowhere(found: Rows) -> None:
    keys = {table: {row["id"] for row in listed if "id" in row} for table, listed in found.items()}
    for table, listed in found.items():
        for key in metadata.tables[table].foreign_keys:
            values = {row[key.parent.name] for row in listed} - {None}
            assert values <= keys[key.column.table.name], (table, key.parent.name)
    for table in ("site", "event", "job_pledge", "verdict", "development"):
        kind = table.removeprefix("job_")
        assert keys[table] == {row["id"] for row in found["claim"] if row["kind"] == kind}


@given(worlds(), DAY, DAY)
def test_what_is_known_at_a_day_is_known_later_and_is_the_same_seen_from_there(
    rows: Rows, one: date, other: date
) -> None:
    earlier, later = sorted((one, other))
    direct, known_later = cut(rows, earlier), cut(rows, later)
    for table in ("source", "citation", "claim", "party", "operator", "claim_party", "claim_speaker"):
        key = [column.name for column in metadata.tables[table].primary_key]
        keys_then, keys_later = (
            {tuple(row[name] for name in key) for row in found[table]} for found in (direct, known_later)
        )
        assert keys_then <= keys_later, table
    by_way = cut(known_later, earlier)
    # Which name of a party is shown may differ: one that only the later day left out isn't there to choose.
    names = {"party", "party_name"}
    assert content({name: direct[name] for name in direct.keys() - names}) == content(
        {name: by_way[name] for name in by_way.keys() - names}
    )


@pytest.mark.slow
@given(worlds())
@settings(max_examples=8)
def test_as_of_the_day_of_the_last_source_every_list_is_that_of_the_whole(rows: Rows) -> None:
    whole = cut(rows, DAYS[-1])  # a world whose sources are dated, with nothing that rests on none of them
    last = max((row["published_to"] for row in whole["source"]), default=DAYS[0])
    whole = {table: found for table, found in whole.items() if table != "party_name"} | {"party_name": []}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.sqlite"
        temporary.make(path, lambda connection: written(connection, whole | derived(whole), last))
        with closing(SqliteReader(path, last)) as reader, cut_reader(f"sqlite:///{path}", last) as then:
            assert listed(then) == listed(reader)
            every = "SELECT * FROM v_totals ORDER BY id"
            assert then.rows(every) == reader.rows(every)


def written(connection: Connection, rows: Rows, day: date) -> None:
    """Write rows into a new database, with the views as of a day."""
    for name, found in rows.items():
        if found:
            insert(connection, metadata.tables[name], found)
    views.create(connection, today=day)


# --- links, names -------------------------------------------------------------------------------------------------


def pledges_known(links: list[tuple[str, str, str]], later: set[str], **preferred: str) -> Rows:
    """Return what is known of pledges a to d with some links in 2015, those of later sources left out."""
    rows: Rows = {"source": [], "claim": [], "job_pledge": [], "citation": [], "claim_link": []}
    for key in "abcd":
        day = DAYS[3] if key in later else DAYS[0]
        rows["source"].append(row("source", id=key, published_to=day))
        rows["claim"].append(row("claim", id=key, kind="pledge", preferred_because=preferred.get(key)))
        rows["job_pledge"].append(row("job_pledge", id=key))
        rows["citation"].append(row("citation", id=key, claim_id=key, source_id=key, stance="supports"))
    for one, kind, other in links:
        rows["claim_link"].append(row("claim_link", claim_id=one, kind=kind, other_id=other))
    return cut(rows, DAYS[2])


def links_known(links: list[tuple[str, str, str]], later: set[str]) -> list[tuple[str, str, str]]:
    found = pledges_known(links, later)["claim_link"]
    return sorted((link["claim_id"], link["kind"], link["other_id"]) for link in found)


def test_a_tranche_of_a_part_that_isnt_known_yet_is_a_tranche_of_the_whole() -> None:
    chain = [("a", "part_of", "b"), ("b", "part_of", "c"), ("c", "part_of", "d")]
    assert links_known(chain, {"b"}) == [("a", "part_of", "c"), ("c", "part_of", "d")]
    assert links_known(chain, {"b", "c"}) == [("a", "part_of", "d")]
    assert links_known(chain, {"a", "d"}) == [("b", "part_of", "c")]


def test_a_link_of_one_kind_doesnt_lead_on_to_one_of_another() -> None:
    assert links_known([("a", "part_of", "b"), ("b", "revises", "c")], {"b"}) == []


def test_claims_in_conflict_with_one_that_isnt_known_yet_are_in_conflict_whoever_said_so() -> None:
    assert links_known([("a", "conflicts_with", "b"), ("c", "conflicts_with", "b")], {"b"}) == [
        ("a", "conflicts_with", "c")
    ]
    assert links_known([("c", "conflicts_with", "b"), ("b", "conflicts_with", "a")], {"b"}) == [
        ("a", "conflicts_with", "c")
    ]


def test_a_conflict_that_is_stated_isnt_told_twice() -> None:
    stated = [("c", "conflicts_with", "a"), ("a", "conflicts_with", "b"), ("b", "conflicts_with", "c")]
    assert links_known(stated, {"b"}) == [("c", "conflicts_with", "a")]


def test_the_preferred_one_of_three_stays_preferred_while_one_disagrees() -> None:
    links = [("a", "conflicts_with", "b"), ("a", "conflicts_with", "c")]
    assert [row["preferred_because"] for row in pledges_known(links, {"b"}, a="Why.")["claim"]] == ["Why.", None, None]
    assert [row["preferred_because"] for row in pledges_known(links, {"b", "c"}, a="Why.")["claim"]] == [None, None]


def shown_name(*names: tuple[str, str, int | None, int | None], main: str = "Main", year: int = 2015) -> str:
    """Return the name that lists show in a year, of names with kind, first and last year of use."""
    rows: Rows = {
        "source": [row("source", id="s", published_to=DAYS[0])],
        "claim": [row("claim", id="c")],
        "claim_speaker": [row("claim_speaker", claim_id="c", party_id="p")],
        "citation": [row("citation", id="c", claim_id="c", source_id="s", stance="supports")],
        "party": [row("party", id="p", name=main)],
        "party_name": [
            row("party_name", party_id="p", name=name, kind=kind)
            | {"used_from": first and date(first, 1, 1), "used_to": last and date(last, 12, 31)}
            for name, kind, first, last in names
        ],
    }
    return str(cut(rows, date(year, 12, 31))["party"][0]["name"])


def test_one_without_a_name_yet_is_called_by_that_of_today_and_by_no_later_one() -> None:
    assert shown_name(("Main", "brand", 2016, None), ("Zeta", "legal", 2017, None)) == "Main"


@cache
def with_everis() -> Path:
    """Return a database of the record, and of the articles that tell when everis Maroc was called so."""
    everis = ("ma/tangiertimes-2016-everis-tetouan.yaml", "ma/therollingnotes-2018-04-17-everis.yaml")
    return loaded(*(ROOT / "fixtures" / name for name in (*articles(), *everis)))


@pytest.mark.slow
@each(
    ("word", "day", "name"),
    [
        ("Foundever", "2022-06-30", "Sitel Group"),
        ("Foundever", "2024", "Foundever"),
        ("everis Maroc", "2017-06", "everis Maroc"),
        ("NTT DATA Morocco", "2017-06", "everis Maroc"),
        ("everis Maroc", "2022-06-30", "NTT DATA Morocco"),
        ("Majorel", "2018-12", "Majorel"),
    ],
)
def test_a_dossier_is_headed_by_the_name_of_that_time_by_whichever_name_it_is_asked_for(
    word: str, day: str, name: str
) -> None:
    answer = ocdb("show", word, "--as-of", day, "-f", "json", database=with_everis())
    found = json.loads(answer.out)
    assert found["record"]["name"] == name
    assert [one["name"] for one in found["names"] if one["name"] == "Majorel Group Luxembourg"] == []


def test_the_name_of_today_is_shown_where_it_was_borne() -> None:
    assert shown_name(("Main", "brand", None, None), ("Old", "former", 2010, 2014)) == "Main"
    assert shown_name(("Main", "brand", 2015, None), ("Old", "former", None, 2014)) == "Main"


def test_before_it_the_last_name_that_came_into_use_is_shown() -> None:
    assert (
        shown_name(("Main", "brand", 2016, None), ("Old", "former", 2001, 2009), ("Mid", "former", 2010, 2015)) == "Mid"
    )
    assert (
        shown_name(("Main", "brand", 2016, None), ("Old", "former", None, 2015), ("O", "acronym", 2010, None)) == "Old"
    )


def test_a_party_that_bore_none_of_its_names_yet_keeps_them() -> None:
    assert shown_name(("Main", "brand", 2016, None)) == "Main"
    assert shown_name() == "Main"
