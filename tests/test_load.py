"""Loading: everything is checked first, then what changed is replaced in one transaction, or nothing at all."""

import datetime as dt
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ocdb.answers.kin import read_kinship
from ocdb.answers.names import covered
from ocdb.answers.promised import read_pledges
from ocdb.answers.totals import TOTAL, total_row
from ocdb.errors import DatabaseError, FixtureError
from ocdb.load.apply import PruneError
from ocdb.load.loaded import Changes, Loaded
from ocdb.load.reading import BrokenFixturesError
from ocdb.load.run import load
from ocdb.load.standing import fingerprint_of, seen, standing
from ocdb.rules.scope import Scope
from ocdb.rules.totals import roll_up
from ocdb.store import database, replacing, views
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.text import fold

HASH = "a" * 64
SOURCE = f"""\
source:
  id: echo-2020
  publisher: Écho
  title: Un centre à Ville-Neuve
  authors: [Zoé Abel, Abel Zoé]
  language: fr
  published: 2020-02-01
  published_basis: stated
  sha256: {HASH}
  paragraphs: 9
  extent: whole
"""
# Each record before the one of its kind that it refers to.
REGISTERS = """
places:
- {id: tg-quarter, kind: district, name: Quartier, country: TG, parent: tg-town}
- {id: tg-town, kind: city, name: Ville-Neuve, country: TG, parent: tg-north}
- {id: tg-north, kind: region, name: Nord, country: TG}

operators:
- {id: alpha, name: Alpha, names: [{name: Alpha Société, kind: legal}]}
- {id: beta, name: Bêta}
"""
CLAIMS = """
sites:
- {id: alpha-town, cite: 2, operator: alpha, at: tg-town, status: planned, address: Tour A}

events:
- {id: town-opening, cite: [2, 3], kind: opening, status: planned, summary: Alpha is to open., at: tg-quarter,
   part_of: town-week, date: 2020-10, date_basis: stated}
- {id: town-week, cite: 3, kind: trade_show, status: planned, summary: A week of fairs is to be held., at: tg-town,
   date: 2020-10, date_basis: stated}

pledges:
- {id: alpha-2020-100, cite: 4, operators: alpha, at: tg-quarter, figure: 100, measure: headcount, basis: operator,
   due: 2021, due_basis: stated, part_of: alpha-2020-500}
- {id: alpha-2020-500, cite: 4, operators: alpha, at: tg-town, figure: 500, measure: jobs, basis: operator,
   due: 2023, due_basis: stated, revises: alpha-2019-700}
- {id: alpha-2019-700, cite: 4, operators: alpha, at: tg-town, figure: 700, measure: jobs, basis: operator,
   due: 2022, due_basis: stated}
- {id: joint-2020-3000, cite: 5, operators: [beta, alpha], unnamed_operators: 2, at: TG, figure: {at_least: 3000},
   measure: jobs, basis: operator}
- {id: beta-2020-1000, cite: 5, operators: beta, at: TG, figure: 1000, measure: jobs, basis: operator,
   part_of: joint-2020-3000}
- {id: beta-2020-400, cite: 6, operators: beta, at: tg-north, figure: {about: 400}, measure: seats, basis: operator}
- {id: beta-2020-40, cite: 6, operators: beta, at: MA, figure: {range: [30, 40]}, measure: hires, basis: operator,
   due: 2021-06, due_basis: stated, conflicts_with: beta-2020-60, preferred_because: It is the later one.}
- {id: beta-2020-60, cite: 6, operators: beta, at: MA, figure: 60, measure: hires, basis: operator}
- {id: togo-2020-9000, cite: 7, at: TG, figure: {at_most: 9000}, measure: jobs, basis: government,
   due: 2025, due_basis: stated}
- {id: alpha-2020-9, cite: 7, operators: alpha, at: tg-town, figure: 9, measure: trainees, basis: operator}

verdicts:
- {id: alpha-2020-9-cancelled, cite: 8, pledge: alpha-2020-9, outcome: cancelled}
"""
WORLD = SOURCE + REGISTERS + CLAIMS


class Desk:
    """A curator's directory of fixtures, and the database that it is loaded into."""

    def __init__(self, folder: Path) -> None:
        self.fixtures = folder / "fixtures"
        self.fixtures.mkdir()
        self.path = folder / "ocdb.sqlite"

    def load(self, text: str = WORLD, *, prune: bool = False) -> Loaded:
        (self.fixtures / "echo.yaml").write_text(text, "utf-8")
        url = f"sqlite:///{self.path}"
        return database.connect(url, lambda connection: load(connection, [self.fixtures], prune=prune))

    def counts(self, text: str, *, prune: bool = False) -> dict[str, tuple[int, int, int]]:
        """Return how many rows a load of a text that differs from the world adds, changes and removes, by table."""
        assert text != WORLD
        changes = self.load(text, prune=prune).changes
        return {table: (added, changed, removed) for table, added, changed, removed in changes.counts()}

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()

    def dump(self) -> list[str]:
        """Return the whole database as SQL, views included."""
        with closing(sqlite3.connect(self.path)) as connection:
            return list(connection.iterdump())


@pytest.fixture
def empty(tmp_path: Path) -> Desk:
    """Give a desk without a database."""
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of the world, to be copied."""
    desk = Desk(tmp_path_factory.mktemp("world"))
    desk.load()
    return desk.path


@pytest.fixture
def desk(empty: Desk, world: Path) -> Desk:
    """Give a desk whose world was loaded once."""
    shutil.copy(world, empty.path)
    return empty


# --- the same again -----------------------------------------------------------------------------------------------


def test_a_first_load_makes_the_tables_and_tells_what_it_read(empty: Desk) -> None:
    loaded = empty.load()
    assert (loaded.sources, loaded.claims) == (1, 14)
    assert loaded.changes
    assert loaded.changes.changed == loaded.changes.removed == {}
    assert loaded.changes.added["source"] == [("echo-2020",)]


def test_loading_twice_changes_nothing(desk: Desk) -> None:
    desk.load()
    before = desk.dump()
    again = desk.load()
    assert not again.changes
    assert again.changes.counts() == []
    assert desk.dump() == before


@pytest.mark.usefixtures("five_travel")
def test_the_packaged_fixtures_loaded_twice_change_nothing(copied: Path) -> None:
    assert not database.connect(f"sqlite:///{copied}", load).changes


def test_the_order_of_the_lists_in_a_file_changes_nothing(desk: Desk) -> None:
    start, *lists = WORLD.split("\n\n")
    assert not desk.load("\n\n".join([start, *reversed(lists)]) + "\n").changes


def test_a_record_may_stand_before_the_one_that_it_refers_to(desk: Desk) -> None:
    assert desk.rows("SELECT place, within FROM v_place_within WHERE place = 'tg-quarter' ORDER BY within") == [
        ("tg-quarter", "tg-north"),
        ("tg-quarter", "tg-quarter"),
        ("tg-quarter", "tg-town"),
    ]
    assert desk.rows("SELECT id, part_of_id FROM event ORDER BY id") == [
        ("town-opening", "town-week"),
        ("town-week", None),
    ]


# --- what changed -------------------------------------------------------------------------------------------------


def test_a_changed_field_is_one_changed_row(desk: Desk) -> None:
    assert desk.counts(WORLD.replace("address: Tour A", "address: Tour B")) == {"site": (0, 1, 0)}
    assert desk.rows("SELECT address FROM v_sites WHERE id = 'alpha-town'") == [("Tour B",)]


def test_a_changed_figure_changes_its_summary_and_its_totals_too(desk: Desk) -> None:
    assert desk.counts(WORLD.replace("figure: {about: 400}", "figure: {about: 450}")) == {
        "search_entry": (0, 1, 0),
        "total": (0, 8, 0),  # of everything, its operator, its place, Togo and the four areas in which that lies
        "ledger": (0, 1, 0),
        "claim": (0, 1, 0),
        "fact": (0, 1, 0),
        "job_pledge": (0, 1, 0),
    }


def test_an_added_claim_is_added_and_touches_no_other(desk: Desk) -> None:
    statement = "\nstatements:\n- {id: alpha-first, cite: 9, topic: distinction, summary: Alpha is called the first.}\n"
    assert desk.counts(WORLD + statement) == {
        "search_entry": (1, 0, 0),
        "claim": (1, 0, 0),
        "citation": (1, 0, 0),
        "statement": (1, 0, 0),
        "fact": (1, 0, 0),
    }


def test_a_claim_may_change_its_kind(desk: Desk) -> None:
    kept, _, _ = WORLD.partition("\nverdicts:")
    text = kept + "\nstatements:\n- {id: alpha-2020-9-cancelled, cite: 8, topic: market, summary: It is over.}\n"
    counts = desk.counts(text)
    assert (counts["claim"], counts["verdict"], counts["statement"]) == ((0, 1, 0), (0, 0, 1), (1, 0, 0))


def test_a_place_may_move_to_a_new_parent(desk: Desk) -> None:
    text = WORLD.replace("parent: tg-north}", "parent: tg-centre}").replace(
        "- {id: tg-north,", "- {id: tg-centre, kind: region, name: Centre, country: TG}\n- {id: tg-north,"
    )
    desk.load(text)
    assert desk.rows("SELECT parent FROM v_places WHERE id = 'tg-town'") == [("tg-centre",)]


# --- what would vanish --------------------------------------------------------------------------------------------

WITHOUT_SITE = WORLD.replace(WORLD[WORLD.index("sites:") : WORLD.index("events:")], "")


def test_a_claim_that_would_vanish_is_refused_and_nothing_is_written(desk: Desk) -> None:
    before = desk.dump()
    with pytest.raises(PruneError) as refused:
        desk.load(WITHOUT_SITE.replace("Un centre", "Deux centres"))
    assert str(refused.value) == "1 record of the database is not in these files: claim alpha-town"
    assert refused.value.hint == "Nothing was changed. To remove them, load again with --prune."
    assert desk.dump() == before


def test_a_claim_that_is_to_vanish_goes_with_all_that_hangs_on_it(desk: Desk) -> None:
    assert desk.counts(WITHOUT_SITE, prune=True) == {
        "search_entry": (0, 0, 1),
        "claim": (0, 0, 1),
        "site": (0, 0, 1),
        "site_period": (0, 0, 1),
        "site_period_reason": (0, 0, 1),
        "citation": (0, 0, 1),
        "at_site": (0, 0, 1),
        "fact": (0, 0, 1),
        "involved": (0, 0, 1),
        "located": (0, 0, 1),
        "on_record": (0, 5, 0),
    }


def test_a_citation_that_vanishes_needs_no_prune_since_its_claim_stays(desk: Desk) -> None:
    assert desk.counts(WORLD.replace("cite: [2, 3]", "cite: 2")) == {"citation": (0, 0, 1)}


def test_a_name_a_link_and_a_party_that_vanish_need_no_prune(desk: Desk) -> None:
    text = WORLD.replace("names: [{name: Alpha Société, kind: legal}]", "names: []")
    text = text.replace("operators: [beta, alpha]", "operators: [beta]")
    removed = {table: gone for table, (_, _, gone) in desk.counts(text).items() if gone}
    # What was left out of the totals of alpha, as a joint promise, doesn't concern it any more; nor may
    # it be of alpha's people in Togo, in the four areas around that, and in all.
    assert removed == {"party_name": 1, "claim_party": 1, "involved": 1, "left_out": 7}


def test_parents_and_children_vanish_together(desk: Desk) -> None:
    text = SOURCE + "\nplaces:\n- {id: tg-north, kind: region, name: Nord, country: TG}\n"
    assert desk.load(text, prune=True).changes.removed["place"] == [("tg-town",), ("tg-quarter",)]
    assert desk.rows("SELECT count(*) FROM claim") == [(0,)]


def test_a_message_names_the_first_ten_that_would_vanish(desk: Desk) -> None:
    with pytest.raises(PruneError) as refused:
        desk.load(SOURCE)
    assert re.fullmatch(r"19 records of .*: claim \S+(, claim \S+){9}, and 9 more", str(refused.value))


def test_a_source_may_get_another_slug_and_keep_its_hash(desk: Desk) -> None:
    text = WORLD.replace("id: echo-2020\n", "id: echo-2020-02-01\n")
    with pytest.raises(PruneError, match="source echo-2020"):
        desk.load(text)
    assert desk.counts(text, prune=True)["source"] == (1, 0, 1)
    columns = "id, sha256, extent, claims"
    assert desk.rows(f"SELECT {columns} FROM v_sources") == [("echo-2020-02-01", HASH, "whole", 14)]


def test_two_sources_may_exchange_their_hashes(desk: Desk) -> None:
    other = "source: {{id: news, publisher: News, language: en, sha256: {}, paragraphs: 3, extent: whole}}\n".format
    (desk.fixtures / "news.yaml").write_text(other("b" * 64))
    desk.load()
    (desk.fixtures / "news.yaml").write_text(other(HASH))
    assert desk.counts(WORLD.replace(HASH, "b" * 64)) == {"source": (0, 2, 0)}


# --- what is broken -----------------------------------------------------------------------------------------------


def test_a_broken_file_changes_nothing_and_names_file_line_field_problem_and_remedy(desk: Desk) -> None:
    before = desk.dump()
    with pytest.raises(BrokenFixturesError) as refused:
        desk.load(WORLD.replace("kind: opening", "kind: openning").replace("Un centre", "Deux centres"))
    (problem,) = refused.value.problems
    assert (problem.file, problem.line, problem.field) == (str(desk.fixtures / "echo.yaml"), 26, "events[1].kind")
    assert problem.message == "openning isn't in the code list event_kind"
    assert problem.remedy == "Did you mean opening or founding?"
    assert str(refused.value).endswith("\n1 problem; nothing was loaded")
    assert refused.value.exit_code == 5
    assert desk.dump() == before


def test_all_problems_are_told_at_once_sorted_by_line(empty: Desk) -> None:
    with pytest.raises(BrokenFixturesError) as refused:
        empty.load(WORLD.replace("status: planned, address", "status: plannned, address").replace("at: MA", "at: MX9"))
    assert [(problem.line, problem.field) for problem in refused.value.problems] == [
        (23, "sites[1].status"),
        (43, "pledges[7].at"),
        (45, "pledges[8].at"),
    ]
    assert empty.dump() == ["BEGIN TRANSACTION;", "COMMIT;"]


def test_claims_without_a_source_are_refused(empty: Desk) -> None:
    with pytest.raises(BrokenFixturesError) as refused:
        empty.load(REGISTERS + "\nsites:\n- {id: alpha-town, cite: 2, operator: alpha, at: tg-town, status: planned}\n")
    assert [(problem.field, problem.message, problem.remedy) for problem in refused.value.problems] == [
        ("sites", "no source states this", "Add source: to the file.")
    ]


def test_a_directory_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"nowhere doesn't exist$"):
        database.connect(f"sqlite:///{tmp_path}/x", lambda connection: load(connection, [tmp_path / "nowhere"]))


def test_a_load_that_fails_in_the_middle_leaves_the_database_as_it_was(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path)) as connection:
        connection.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON statement BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    before = desk.dump()
    statement = "\nstatements:\n- {id: alpha-first, cite: 9, topic: distinction, summary: Alpha is called the first.}\n"
    with pytest.raises(DatabaseError, match=r"^the database refuses: the disk is full$"):
        desk.load(WITHOUT_SITE + statement, prune=True)
    assert desk.dump() == before
    assert {name for (name,) in desk.rows("SELECT name FROM sqlite_master WHERE type = 'view'")} == set(views.names())


def test_tables_of_another_revision_are_refused(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    with pytest.raises(DatabaseError, match="made by a preview of ocdb, before its first release") as refused:
        desk.load()
    assert refused.value.hint.startswith("Nothing was changed. Load into a new file")


# --- the rows -----------------------------------------------------------------------------------------------------


def test_a_joint_pledge_has_its_employers_in_the_curator_s_order(desk: Desk) -> None:
    sql = "SELECT operator, unnamed_operators, figure, low, high FROM v_pledges WHERE id = 'joint-2020-3000'"
    assert desk.rows(sql) == [("beta; alpha", 2, "at least 3000", 3000, None)]


def test_a_claim_is_cited_once_a_paragraph(desk: Desk) -> None:
    assert desk.rows("SELECT id, source, paragraph FROM v_citations WHERE claim = 'town-opening' ORDER BY id") == [
        ("town-opening@echo-2020:2", "echo-2020", 2),
        ("town-opening@echo-2020:3", "echo-2020", 3),
    ]


def test_a_place_gives_its_country_and_a_country_stands_for_itself(desk: Desk) -> None:
    sql = "SELECT country, place FROM v_pledges WHERE id IN ('alpha-2020-500', 'joint-2020-3000') ORDER BY id"
    assert desk.rows(sql) == [("TG", "tg-town"), ("TG", None)]


def test_authors_keep_their_printed_order(desk: Desk) -> None:
    assert desk.rows("SELECT authors FROM v_sources") == [("Zoé Abel; Abel Zoé",)]


def test_the_search_index_is_folded(desk: Desk) -> None:
    authors = "Écho; Zoé Abel; Abel Zoé", "un centre a ville neuve echo 2020", "echo zoe abel abel zoe"
    sql = "SELECT id, title, text, folded_title, folded_text FROM v_search WHERE id IN ('echo-2020', 'beta')"
    assert sorted(desk.rows(sql)) == [
        ("beta", "Bêta", "", "beta", ""),
        ("echo-2020", "Un centre à Ville-Neuve", *authors),
    ]
    folded = "SELECT folded_title, folded_text FROM v_search"
    assert all(text == fold(text) for row in desk.rows(folded) for text in row)


def test_a_party_is_found_by_each_of_its_names(desk: Desk) -> None:
    ((title,),) = desk.rows("SELECT folded_title FROM v_search WHERE id = 'alpha'")
    assert title == "alpha alpha societe"


def test_every_record_is_found_by_search(desk: Desk) -> None:
    records = "SELECT id FROM party UNION ALL SELECT id FROM place UNION ALL SELECT id FROM source"
    assert desk.rows(f"SELECT id FROM ({records} UNION ALL SELECT id FROM claim) EXCEPT SELECT id FROM v_search") == []


def test_a_database_knows_what_it_was_loaded_from(desk: Desk, loaded: Path) -> None:
    desk.load()
    assert desk.rows("SELECT value FROM v_stamp WHERE id = 'origin'") == [(str(desk.fixtures.resolve()),)]
    assert SqliteReader(loaded).rows("SELECT value FROM v_stamp WHERE id = 'origin'").rows == [("package",)]


# --- the loaded totals --------------------------------------------------------------------------------------------


def reckoned(reader: SqliteReader) -> Iterator[tuple[Any, ...]]:
    """Yield every total that the rule gives: for all, each country, area, place and operator, each basis and year."""
    rows = reader.rows("SELECT * FROM v_pledges").records()
    pledges = read_pledges(reader, rows)
    kinship = read_kinship(reader)
    scopes: dict[tuple[str, str | None], dict[str, frozenset[str]]] = {("all", None): {}}
    for pledge in pledges:
        scopes["country", pledge.country] = {"countries": frozenset({pledge.country})}
        for area in ("africa", "maghreb", "french-speaking-africa", "north-africa", "sub-saharan-africa", "world"):
            if pledge.country in (there := frozenset(covered(reader, [area]))):
                scopes["area", area] = {"countries": there}
        scopes |= {("place", place): {"places": frozenset({place})} for place in pledge.places}
        for operator in pledge.operators:
            same = kinship.same(operator)
            scopes |= {("operator", name): {"operators": same} for name in same}
    years = {pledge.due_to.year for pledge in pledges if pledge.due_to}
    for (kind, key), only in scopes.items():
        for basis in ("operator", "government", "federation", "analyst"):
            for due_by in (None, *(dt.date(year, 12, 31) for year in years)):
                for total in roll_up(pledges, Scope(**only, due_by=due_by, basis=basis)).totals:
                    day = due_by.isoformat() if due_by else None
                    yield kind, key, day, basis, *total_row(total)


TOTALS = f"SELECT scope_kind, scope, due_by, basis, {', '.join(TOTAL)} FROM v_totals"


@pytest.mark.parametrize("which", ["own", "packaged"])
def test_every_loaded_total_is_what_the_rule_gives_for_its_scope(which: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue("desk").path if which == "own" else request.getfixturevalue("loaded")
    reader = SqliteReader(path)
    wanted = set(reckoned(reader))
    found = reader.rows(TOTALS).rows
    assert len(found) > 20
    assert set(found) <= wanted
    # A year in which nothing of the scope falls due has no row: its total is that of the year before.
    told = {(row[:2], row[3:5]) for row in found}
    assert {(row[:2], row[3:5]) for row in wanted} == told
    assert {row for row in wanted if row[2] is None} == {row for row in found if row[2] is None}


def test_the_totals_of_the_small_world_are_these(desk: Desk) -> None:
    sql = f"{TOTALS} WHERE due_by IS NULL AND scope_kind {{}} 'area' ORDER BY id"
    assert [(kind, scope, basis, *total[:4]) for kind, scope, _, basis, *total in desk.rows(sql.format("<>"))] == [
        ("all", None, "government", "levels", 0, 9000, "at_most"),
        ("all", None, "operator", "hires", 30, 40, "range"),
        # Alpha's 500 in the town may be of the 3,000 in the country.
        ("all", None, "operator", "levels", 3000, None, "at_least"),
        ("all", None, "operator", "seats", 360, 440, "about"),
        ("country", "MA", "operator", "hires", 30, 40, "range"),
        ("country", "TG", "government", "levels", 0, 9000, "at_most"),
        ("country", "TG", "operator", "levels", 3000, None, "at_least"),
        ("country", "TG", "operator", "seats", 360, 440, "about"),
        ("operator", "alpha", "operator", "levels", 500, 500, "exact"),
        ("operator", "beta", "operator", "hires", 30, 40, "range"),
        ("operator", "beta", "operator", "levels", 1000, 1000, "exact"),
        ("operator", "beta", "operator", "seats", 360, 440, "about"),
        ("place", "tg-north", "operator", "levels", 500, 500, "exact"),
        ("place", "tg-north", "operator", "seats", 360, 440, "about"),
        ("place", "tg-quarter", "operator", "levels", 100, 100, "exact"),
        ("place", "tg-town", "operator", "levels", 500, 500, "exact"),
    ]
    areas = [(scope, basis, *total[:2]) for _kind, scope, _, basis, *total in desk.rows(sql.format("="))]
    of_togo = [("government", "levels", 0), ("operator", "levels", 3000), ("operator", "seats", 360)]
    of_all = [of_togo[0], ("operator", "hires", 30), *of_togo[1:]]
    there = {"africa": of_all, "french-speaking-africa": of_all, "maghreb": [of_all[1]], "north-africa": [of_all[1]]}
    there |= {"sub-saharan-africa": of_togo, "world": of_all}
    assert areas == [(area, *total) for area, totals in there.items() for total in totals]


def test_a_total_of_a_year_is_what_is_due_by_its_end(desk: Desk) -> None:
    sql = "SELECT due_by, low FROM v_totals WHERE scope = 'alpha' AND basis = 'operator' ORDER BY due_by NULLS FIRST"
    # The 700 of 2022 are revised, also where the revision is due later.
    assert desk.rows(sql) == [(None, 500), ("2021-12-31", 100), ("2022-12-31", 100), ("2023-12-31", 500)]


@pytest.mark.usefixtures("five_travel")
def test_a_file_with_tables_of_others_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(DatabaseError, match="this database contains tables of other programs: accounts"):
        database.connect(f"sqlite:///{path}", load)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("accounts",)]


# --- nothing to do ------------------------------------------------------------------------------------------------


def test_files_that_stand_are_known_by_their_content_the_day_and_the_views(tmp_path: Path, monkeypatch: Any) -> None:
    file, path = tmp_path / "one.yaml", tmp_path / "ocdb.sqlite"
    file.write_text(WORLD, "utf-8")

    def found_by(*named: Path) -> Loaded | None:
        return standing(path, named, seen(named))

    assert found_by(file) is None
    loaded = replacing.change(path, lambda connection: load(connection, [file]))
    found = found_by(file)
    assert found == Loaded(loaded.sources, loaded.claims, loaded.warnings, 0, Changes())
    assert found_by(file, file) is None
    file.write_text(WORLD + "\n", "utf-8")
    assert found_by(file) is None
    file.write_text(WORLD, "utf-8")
    assert found_by(file) == found
    monkeypatch.setenv("OCDB_TODAY", "2031-01-01")
    assert found_by(file) is None
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP VIEW v_stamp")
    assert found_by(file) is None


def test_what_cannot_be_read_does_not_stand(tmp_path: Path) -> None:
    path = tmp_path / "ocdb.sqlite"
    path.write_text("no database", "utf-8")
    assert standing(path, [], seen([])) is None
    assert fingerprint_of([], seen([tmp_path / "missing.yaml"])) == ""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert fingerprint_of([], seen([tmp_path])) == ""
