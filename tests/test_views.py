"""The views: complete, documented, and the same answers on SQLite and PostgreSQL."""

import datetime as dt
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, inspect

from ocdb.load.derived import prepared
from ocdb.schema import metadata
from ocdb.schema.codes import CODE_LISTS
from ocdb.settings import views as directory
from ocdb.store import database, installed_views, views
from tests import commands
from tests.conftest import ENGINES

Row = dict[str, Any]

ISSUED = {
    "v_operators", "v_institutions", "v_officials", "v_places", "v_publishers", "v_searches", "v_searched_for",
    "v_sites", "v_events", "v_pledges", "v_reports", "v_statistics", "v_investments", "v_sources", "v_citations",
    "v_timeline", "v_losses", "v_loss_totals",
}  # fmt: skip
FURTHER = {
    "v_claim_parties", "v_claim_places", "v_claim_sites", "v_claims", "v_codes", "v_conflicts", "v_countries",
    "v_country_within", "v_coverage", "v_coverage_years", "v_currencies", "v_delivery", "v_delivery_over_time",
    "v_denied", "v_developments", "v_identifiers", "v_judgements", "v_ledger", "v_ledger_evidence", "v_left_out",
    "v_links", "v_names", "v_on_record", "v_operator_kin", "v_order", "v_ownerships", "v_parties", "v_place_within",
    "v_positions", "v_rests_on", "v_retired", "v_said_by", "v_search", "v_site_period_reasons", "v_site_periods",
    "v_stamp", "v_statements", "v_states", "v_successions", "v_support", "v_totals", "v_verdicts",
}  # fmt: skip

# --- the files ----------------------------------------------------------------------------------------------------


def test_every_view_of_the_public_interface_is_there() -> None:
    assert set(views.names()) == ISSUED | FURTHER


def test_each_file_begins_with_a_comment_and_makes_the_view_that_it_is_named_after() -> None:
    for path in directory().iterdir():
        sql = path.read_text("utf-8")
        assert re.match(r"-- \w[^\n]+[.:;\w]\n", sql), path.name
        assert re.findall(r"^CREATE VIEW (\w+) AS$", sql, re.MULTILINE) == [path.stem]


def test_a_view_comes_after_those_that_it_reads() -> None:
    order = views.names()
    assert order.index("v_timeline") > max(order.index(name) for name in ("v_events", "v_pledges", "v_sites"))
    assert order.index("v_places") > max(order.index(name) for name in ("v_place_within", "v_claim_places"))


def test_a_view_is_described_by_the_comments_of_its_file() -> None:
    described = {view.name: view for view in views.documented()}
    assert described["v_currencies"] == views.View(
        "v_currencies",
        "Currencies of ISO 4217, in use and former, one row a currency.",
        (
            views.Column("id", "ISO 4217 code"),
            views.Column("name", "name in English (Unicode CLDR)"),
            views.Column("name_fr", "name in French (Unicode CLDR)"),
            views.Column("until", "year in which it ceased to be money; empty: it is in use"),
        ),
    )
    assert described["v_officials"].description == (
        "Officials: named persons in a public or company role, one row a person. Their positions begin with the latest:"
        " first those without an end, then by their end, last those without a date."
    )


def test_every_table_is_read_by_a_view() -> None:
    sql = " ".join(path.read_text("utf-8") for path in directory().iterdir())
    read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", sql))
    # What a load makes of these is read: who takes part, who is quoted, where events are.
    assert set(metadata.tables) - read == {"claim_party", "claim_speaker", "event_place"}


# --- a small world ------------------------------------------------------------------------------------------------

COUNTRIES: list[Row] = [
    {"id": "MA", "alpha3": "MAR", "name_en": "Morocco", "name_fr": "Maroc", "in_africa": True, "kind": "country"},
    {"id": "TG", "alpha3": "TGO", "name_en": "Togo", "name_fr": "Togo", "in_africa": True, "kind": "country"},
    {"id": "FR", "alpha3": "FRA", "name_en": "France", "name_fr": "France", "in_africa": False, "kind": "country"},
    {"id": "africa", "kind": "area", "name_en": "Africa", "name_fr": "Afrique", "in_africa": False},
]
PLACES: list[Row] = [
    {"id": "ma-souss", "kind": "region", "name": "Souss", "label": "Souss", "country_id": "MA"},
    {"id": "ma-agadir", "kind": "city", "name": "Agadir", "label": "Agadir", "country_id": "MA"}
    | {"parent_id": "ma-souss"},
    {"id": "ma-dakhla", "kind": "district", "name": "Dakhla", "label": "Dakhla, Agadir", "country_id": "MA"}
    | {"parent_id": "ma-agadir"},
    {"id": "tg-lome", "kind": "city", "name": "Lomé", "label": "Lomé", "country_id": "TG"},
]
PARTIES: list[Row] = [
    {"id": "vipp", "kind": "operator", "name": "VIPP"},
    {"id": "webhelp", "kind": "operator", "name": "Webhelp"},
    {"id": "saccom", "kind": "operator", "name": "Saccom"},
    {"id": "cri", "kind": "institution", "name": "CRI"},
    {"id": "awa", "kind": "official", "name": "Awa"},
]
NAMES = {"vipp": ["VIPP", "élan", "Vip", "VIPP SA"], "awa": ["Awa"]}


def day(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, number)


def year(name: str, number: int) -> Row:
    """Write a date that is a whole year into its four columns."""
    bounds = {f"{name}_from": day(number, 1, 1), f"{name}_to": day(number, 12, 31)}
    return {name: str(number), f"{name}_basis": "stated"} | bounds


def pledge(key: str, low: int | None, high: int | None, bound: str, country: str, **more: Any) -> Row:
    typed = {"measure": "jobs", "reading": "total", "basis": "operator", "directness": "direct", "baseline_none": False}
    promised = {"unnamed_operators": 0, "firmness": "announcement"}
    figure = {"low": low, "high": high, "bound": bound}
    return {"id": key, **typed, **figure, **promised, "country_id": country, **more}


# As a load stores it.
STATUS = {"old-9": "revised", "said-7": "disputed", "dropped-50": "cancelled"}
CLAIMS: dict[str, list[Row]] = {
    "site": [
        {"id": "lome", "operator_id": "vipp", "country_id": "TG", "place_id": "tg-lome", "status": "planned"}
        | year("opened", 2020),
        {"id": "agadir", "country_id": "MA", "place_id": "ma-agadir", "status": "open"} | year("closed", 2013),
        {"id": "dakhla", "name": "Oasis", "operator_id": "webhelp", "country_id": "MA", "place_id": "ma-dakhla"}
        | {"status": "closed"}
        | year("opened", 2011)
        | year("closed", 2012),
        {"id": "togo", "operator_id": "saccom", "country_id": "TG", "status": "unknown"},
    ],
    "event": [
        {"id": "dakhla-opening", "kind": "opening", "status": "planned", "site_id": "dakhla"} | year("date", 2011),
        {"id": "move", "kind": "relocation", "status": "happened"},
    ],
    "job_pledge": [
        pledge("lome-500", 500, 500, "exact", "TG", place_id="tg-lome", **year("announced", 2020), **year("due", 2023)),
        pledge("lome-100", 100, 100, "about", "TG", place_id="tg-lome", **year("due", 2021)),
        pledge("joint-3000", 3000, None, "at_least", "MA", unnamed_operators=2),
        pledge("old-9", None, 9, "at_most", "MA"),
        pledge("new-300", 300, 400, "range", "MA"),
        pledge("said-7", 7, 7, "exact", "MA"),
        pledge("said-8", 8, 8, "exact", "MA"),
        pledge("dropped-50", 50, 50, "exact", "MA"),
    ],
    "verdict": [
        {"id": "dropped-50-late", "pledge_id": "dropped-50", "outcome": "partly_delivered"} | year("as_of", 2013),
        {"id": "dropped-50-gone", "pledge_id": "dropped-50", "outcome": "cancelled"} | year("as_of", 2014),
    ],
    "job_report": [
        {
            key: value
            for key, value in pledge("at-work", 11, 11, "exact", "MA").items()
            if key not in ("unnamed_operators", "firmness")
        }
        | {"kind": "held"}
        | year("as_of", 2012),
    ],
    "investment": [
        {"id": "park", "kind": "site", "status": "planned", "low": 4280000, "high": 4280000, "bound": "about"}
        | {"currency_id": "MAD", "country_id": "MA"}
        | year("date", 2012),
    ],
    "statistic": [
        {"id": "rate", "measure": "new_sites", "low": 4.28, "high": 4.28, "bound": "about", "country_id": "MA"},
        {"id": "calls", "measure": "contacts", "low": 10.0, "high": 60.5, "bound": "range"},
    ],
    "position": [
        {"id": "awa-head", "official_id": "awa", "organisation_id": "cri", "title": "Head", "title_fr": "Chef"}
        | year("held", 2012),
        {"id": "awa-member", "official_id": "awa", "title": "Member", "title_fr": "Membre"},
        {
            "id": "awa-chair",
            "official_id": "awa",
            "organisation_id": "vipp",
            "title": "Chair",
            "title_fr": "Président",
            "held": "2010/..",
        }
        | {"held_from": day(2010, 1, 1)},
    ],
    "succession": [
        {"id": "merger", "kind": "merger", "status": "completed", "predecessor_id": "vipp", "successor_id": "webhelp"}
        | year("date", 2016),
    ],
    "statement": [{"id": "first", "topic": "distinction", "country_id": "TG"}],
}
MORE: dict[str, Row] = {"said-8": {"preferred_because": "It is the later one."}}
SOURCES = [{"id": "echo", "publisher": "Écho", "language": "fr"}, {"id": "news", "publisher": "News", "language": "en"}]

WORLD: dict[str, list[Row]] = {
    "country": COUNTRIES,
    "currency": [{"id": "MAD", "label_en": "Moroccan dirham", "label_fr": "dirham marocain"}],
    "place": PLACES,
    "party": PARTIES,
    "operator": [{"id": key} for key in ("vipp", "webhelp", "saccom")],
    "institution": [{"id": "cri", "kind": "ministry"}],
    "official": [{"id": "awa"}],
    "party_name": [
        {"party_id": party, "name": name, "kind": "brand", "folded": name.lower()}
        for party, names in NAMES.items()
        for name in names
    ],
    "claim": [
        {"id": row["id"], "kind": table.removeprefix("job_"), "summary": f"About {row['id']}"}
        | {"summary_fr": f"De {row['id']}"}
        | MORE.get(row["id"], {})
        for table, rows in CLAIMS.items()
        for row in rows
    ],
    **CLAIMS,
    "event_place": [
        {"event_id": "dakhla-opening", "role": "at", "position": 1, "country_id": "MA", "place_id": "ma-dakhla"},
        {"event_id": "dakhla-opening", "role": "at", "position": 2, "country_id": "MA", "place_id": "ma-agadir"},
        {"event_id": "move", "role": "from", "position": 1, "country_id": "FR"},
        {"event_id": "move", "role": "to", "position": 1, "country_id": "TG", "place_id": "tg-lome"},
    ],
    "claim_party": [
        {"claim_id": claim, "role": role, "party_id": party, "position": position}
        for claim, role, party, position in (
            ("lome-500", "employer", "vipp", 1),
            ("lome-100", "employer", "vipp", 1),
            ("joint-3000", "employer", "webhelp", 1),
            ("joint-3000", "employer", "saccom", 2),
            ("joint-3000", "promisor", "cri", 3),
            ("new-300", "partner", "saccom", 1),
            ("dakhla-opening", "subject", "webhelp", 1),
            ("dakhla-opening", "host", "cri", 2),
            ("dakhla-opening", "speaker", "webhelp", 3),
        )
    ],
    "claim_speaker": [
        {"claim_id": claim, "party_id": party, "position": position}
        for claim, party, position in (("first", "awa", 1), ("move", "cri", 2), ("move", "awa", 3), ("move", "vipp", 1))
    ],
    "claim_link": [
        {"claim_id": "lome-100", "kind": "part_of", "other_id": "lome-500"},
        {"claim_id": "new-300", "kind": "revises", "other_id": "old-9"},
        {"claim_id": "said-7", "kind": "conflicts_with", "other_id": "said-8"},
        {"claim_id": "first", "kind": "conflicts_with", "other_id": "lome-500"},
    ],
    "source": [*SOURCES],
    "source_author": [
        {"source_id": "echo", "position": 1, "name": "Zoé"},
        {"source_id": "echo", "position": 2, "name": "Abel"},
    ],
    "citation": [
        {"id": f"{claim} {source} {paragraph}", "claim_id": claim, "source_id": source, "paragraph": paragraph}
        | {"stance": stance}
        for claim, source, paragraph, stance in (
            ("lome", "echo", 1, "supports"),
            ("lome", "echo", 2, "supports"),
            ("lome", "news", 1, "supports"),
            ("dakhla", "news", 2, "supports"),
            ("agadir", "news", 3, "contradicts"),
        )
    ],
    "total": [
        {"id": "place:tg-lome:operator:jobs", "scope_kind": "place", "scope": "tg-lome", "basis": "operator"}
        | {"line": "levels", "low": 500, "high": 500, "bound": "exact", "pledges": 1}
        | {"commitment": 0, "announcement": 500, "ambition": 0, "forecast": 0, "capacity": 0},
    ],
    "ledger": [
        {"pledge_id": one["id"], "verdict_basis": "computed"}
        | dict.fromkeys(("while_open", "once_due"), "cancelled" if one["id"] == "dropped-50" else "no_evidence")
        | {"once_due_basis": "computed", "reason": "no_report", "open_reason": "no_report", "line": "levels"}
        | {"status": STATUS.get(one["id"], "standing"), "counts": True, "adds_low": one["low"]}
        for one in CLAIMS["job_pledge"]
    ],
}


def codes() -> dict[str, set[str]]:
    """Return the codes that the rows use, by list; a list that none uses gets one too."""
    used = defaultdict(set, {name: {"unused"} for name in CODE_LISTS})
    for table, rows in WORLD.items():
        for key in metadata.tables[table].foreign_keys:
            if key.column.table.name in CODE_LISTS:
                used[key.column.table.name] |= {row[key.parent.name] for row in rows if row.get(key.parent.name)}
    return used


def fill(connection: Connection) -> None:
    labels = {"label_en": "label", "label_fr": "libellé", "definition": "Definition."}
    listed = {
        name: [{"id": code, "position": position, **labels} for position, code in enumerate(sorted(found), 1)]
        for name, found in codes().items()
    }
    for kind in listed["event_kind"]:
        kind["category"] = "unused"
    blank = {table.name: dict.fromkeys(table.columns.keys()) for table in metadata.sorted_tables}
    whole = {table: [blank[table] | row for row in found] for table, found in (listed | WORLD).items()}
    whole |= prepared(whole)
    for table in metadata.sorted_tables:
        for row in whole.get(table.name, []):
            connection.execute(table.insert(), row)


# --- two engines --------------------------------------------------------------------------------------------------


def connected(engine: str, request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Give a connection, in a transaction, to a new database with tables and views."""
    folder = request.getfixturevalue("tmp_path_factory").mktemp("views")
    sqlite = f"sqlite:///{shutil.copy(commands.empty(), folder / 'ocdb.sqlite')}"
    made = database.engine(sqlite if engine == "sqlite" else request.getfixturevalue("new_empty_database")())
    with made.connect() as connection:
        yield connection
    made.dispose()


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Give a database without rows."""
    yield from connected(request.param, request)


@pytest.fixture(scope="module", params=ENGINES)
def world(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Give a database with the rows of the small world; tests only read it."""
    for connection in connected(request.param, request):
        fill(connection)
        yield connection


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    """Return rows with their dates as text, as SQLite has them; sorted here, as each server sorts text its own way."""
    found = connection.exec_driver_sql(sql)
    plain = [tuple(value.isoformat() if isinstance(value, dt.date) else value for value in row) for row in found]
    return sorted(plain, key=lambda row: [str(value) for value in row])


def test_each_view_runs_on_empty_tables_and_its_columns_are_documented_in_their_order(empty: Connection) -> None:
    for view in views.documented():
        found = empty.exec_driver_sql(f"SELECT * FROM {view.name}")
        assert tuple(found.keys()) == tuple(column.name for column in view.columns), view.name
        assert view.columns[0].name == "id"
        assert view.description
        assert [column.name for column in view.columns if not column.description.strip()] == []
        assert found.all() == []


def test_dropping_takes_the_views_of_an_older_release_too_and_leaves_those_of_others(
    empty: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed_views, "RETIRED", ("v_former",))
    empty.exec_driver_sql("CREATE VIEW v_former AS SELECT id FROM v_sites")
    empty.exec_driver_sql("CREATE VIEW v_mine AS SELECT id FROM site")
    installed_views.drop(empty)
    assert inspect(empty).get_view_names() == ["v_mine"]
    views.create(empty)
    assert set(inspect(empty).get_view_names()) == {"v_mine", *views.names()}


def test_views_that_were_dropped_come_back_with_a_rollback(empty: Connection) -> None:
    empty.commit()
    installed_views.drop(empty)
    empty.rollback()
    assert set(inspect(empty).get_view_names()) == set(views.names())


def test_postgresql_tells_what_a_view_and_its_columns_are(new_database: Callable[[], str]) -> None:
    engine = database.engine(new_database())
    with engine.connect() as connection:
        metadata.create_all(connection)
        views.create(connection)
        view = rows(connection, "SELECT obj_description('v_sites'::regclass)")
        column = rows(connection, "SELECT col_description('v_sites'::regclass, 1)")
    engine.dispose()
    assert view[0][0].startswith("Sites: centres that operators run or plan, one row a site, as the latest source")
    assert column == [("slug of the site",)]


# --- what the views answer ----------------------------------------------------------------------------------------


def test_the_first_column_tells_the_rows_of_a_view_apart(world: Connection) -> None:
    for name in views.names():
        assert rows(world, f"SELECT id FROM {name} GROUP BY id HAVING COUNT(*) > 1") == [], name


def test_a_site_is_called_by_its_name_or_by_operator_and_place(world: Connection) -> None:
    sql = "SELECT id, name, operator, operator_name, country_name, place, place_name, sources FROM v_sites"
    assert rows(world, sql) == [
        ("agadir", "Unnamed operator, Agadir", None, None, "Morocco", "ma-agadir", "Agadir", 0),
        ("dakhla", "Oasis", "webhelp", "Webhelp", "Morocco", "ma-dakhla", "Dakhla, Agadir", 1),
        ("lome", "VIPP, Lomé", "vipp", "VIPP", "Togo", "tg-lome", "Lomé", 2),
        ("togo", "Saccom, Togo", "saccom", "Saccom", "Togo", None, None, 0),
    ]


def test_a_date_stands_as_written_with_its_first_and_last_day(world: Connection) -> None:
    sql = "SELECT opened, opened_from, opened_to, opened_basis, closed, closed_from FROM v_sites WHERE id = 'lome'"
    assert rows(world, sql) == [("2020", "2020-01-01", "2020-12-31", "stated", None, None)]


def test_a_pledge_is_cancelled_revised_disputed_or_standing(world: Connection) -> None:
    sql = "SELECT id, figure, status, outcome, part_of, revises, conflicts_with FROM v_pledges"
    assert rows(world, sql) == [
        ("dropped-50", "50", "cancelled", "cancelled", None, None, None),
        ("joint-3000", "at least 3000", "standing", "no_evidence", None, None, None),
        ("lome-100", "about 100", "standing", "no_evidence", "lome-500", None, None),
        ("lome-500", "500", "standing", "no_evidence", None, None, "first"),
        ("new-300", "300 to 400", "standing", "no_evidence", None, "old-9", None),
        ("old-9", "at most 9", "revised", "no_evidence", None, None, None),
        ("said-7", "7", "disputed", "no_evidence", None, None, "said-8"),
        ("said-8", "8", "standing", "no_evidence", None, None, "said-7"),
    ]


def test_the_operators_of_a_joint_pledge_stand_in_the_curator_s_order(world: Connection) -> None:
    sql = """
        SELECT id, operator, operator_name, unnamed_operators, institution, institution_name, low, high
        FROM v_pledges
        WHERE id IN ('joint-3000', 'new-300')
    """
    assert rows(world, sql) == [
        ("joint-3000", "webhelp; saccom", "Webhelp; Saccom", 2, "cri", "CRI", 3000, None),
        ("new-300", None, None, 0, None, None, 300, 400),
    ]


def test_a_party_in_two_roles_takes_part_in_an_event_once(world: Connection) -> None:
    sql = "SELECT operator, operator_name, institution, official FROM v_events WHERE id = 'dakhla-opening'"
    assert rows(world, sql) == [("webhelp", "Webhelp", "cri", None)]


def test_an_event_is_where_it_takes_place_or_else_where_it_leads_to(world: Connection) -> None:
    sql = "SELECT country, country_name, place, place_name, from_place_name, to_place FROM v_events"
    assert rows(world, sql) == [
        ("MA", "Morocco", "ma-dakhla; ma-agadir", "Dakhla, Agadir; Agadir", None, None),
        ("TG", "Togo", "tg-lome", "Lomé", "France", "tg-lome"),
    ]


def test_a_place_lies_within_itself_and_all_that_contain_it(world: Connection) -> None:
    assert rows(world, "SELECT place, within FROM v_place_within") == [
        ("ma-agadir", "ma-agadir"),
        ("ma-agadir", "ma-souss"),
        ("ma-dakhla", "ma-agadir"),
        ("ma-dakhla", "ma-dakhla"),
        ("ma-dakhla", "ma-souss"),
        ("ma-souss", "ma-souss"),
        ("tg-lome", "tg-lome"),
    ]


def test_a_place_and_a_country_count_what_lies_in_them(world: Connection) -> None:
    assert rows(world, "SELECT id, parent_name, sites, sources FROM v_places") == [
        ("ma-agadir", "Souss", 2, 1),
        ("ma-dakhla", "Agadir", 1, 1),
        ("ma-souss", None, 2, 1),
        ("tg-lome", None, 1, 2),
    ]
    assert rows(world, "SELECT id, name, in_africa, sites, pledges, sources FROM v_countries") == [
        ("FR", "France", 0, 0, 0, 0),
        ("MA", "Morocco", 1, 2, 6, 1),
        ("TG", "Togo", 1, 2, 2, 2),
        ("africa", "Africa", 0, 0, 0, 0),
    ]
    assert rows(world, "SELECT id, label FROM v_countries WHERE kind = 'area'") == [("africa", "Africa (area)")]


def test_an_operator_counts_its_sites_its_pledges_and_the_sources_that_tell_of_it(world: Connection) -> None:
    assert rows(world, "SELECT id, sites, pledges, sources FROM v_operators") == [
        ("saccom", 1, 1, 0),
        ("vipp", 1, 2, 2),
        ("webhelp", 1, 1, 1),
    ]


def test_other_names_are_sorted_alike_whatever_the_locale_of_the_server(world: Connection) -> None:
    if world.dialect.name == "postgresql":
        (definition,) = rows(world, "SELECT pg_get_viewdef('v_operators'::regclass)")
        assert 'COLLATE "C"' in definition[0]
    assert rows(world, "SELECT other_names FROM v_operators WHERE id = 'vipp'") == [("VIPP SA; Vip; élan",)]


def test_the_latest_position_of_an_official_is_the_one_without_an_end(world: Connection) -> None:
    sql = "SELECT positions, organisation, organisation_name FROM v_officials"
    assert rows(world, sql) == [("Chair, VIPP; Head, CRI; Member", "vipp", "VIPP")]


def test_a_statistic_is_written_without_needless_zeros(world: Connection) -> None:
    assert rows(world, "SELECT id, figure, low, high, country FROM v_statistics") == [
        ("calls", "10 to 60.5", 10, 60.5, None),
        ("rate", "about 4.28", 4.28, 4.28, "MA"),
    ]


def test_the_timeline_tells_plans_from_facts_and_tells_no_opening_twice(world: Connection) -> None:
    sql = "SELECT id, date, date_from, status, kind, operator, country, place FROM v_timeline"
    assert rows(world, sql) == [
        ("agadir closed", "2013", "2013-01-01", "planned", "site_closing", None, "MA", "ma-agadir"),
        ("at-work", "2012", "2012-01-01", "reported", "report", None, "MA", None),
        ("dakhla closed", "2012", "2012-01-01", "happened", "site_closing", "webhelp", "MA", "ma-dakhla"),
        ("dakhla-opening", "2011", "2011-01-01", "planned", "opening", "webhelp", "MA", "ma-dakhla; ma-agadir"),
        ("dropped-50-gone", "2014", "2014-01-01", "reported", "verdict", None, "MA", None),
        ("dropped-50-late", "2013", "2013-01-01", "reported", "verdict", None, "MA", None),
        ("lome opened", "2020", "2020-01-01", "planned", "site_opening", "vipp", "TG", "tg-lome"),
        ("lome-100 due", "2021", "2021-01-01", "due", "pledge_due", "vipp", "TG", "tg-lome"),
        ("lome-500", "2020", "2020-01-01", "promised", "pledge", "vipp", "TG", "tg-lome"),
        ("lome-500 due", "2023", "2023-01-01", "due", "pledge_due", "vipp", "TG", "tg-lome"),
        ("merger", "2016", "2016-01-01", "happened", "succession", "vipp; webhelp", None, None),
        ("move", None, None, "happened", "relocation", None, "TG", "tg-lome"),
        ("park", "2012", "2012-01-01", "planned", "investment", None, "MA", None),
    ]


def test_every_party_of_a_claim_is_found_whatever_table_names_it(world: Connection) -> None:
    sql = "SELECT claim, claim_kind, party, party_kind, role FROM v_claim_parties"
    assert rows(world, sql) == [
        ("awa-chair", "position", "awa", "official", "official"),
        ("awa-chair", "position", "vipp", "operator", "organisation"),
        ("awa-head", "position", "awa", "official", "official"),
        ("awa-head", "position", "cri", "institution", "organisation"),
        ("awa-member", "position", "awa", "official", "official"),
        ("dakhla", "site", "webhelp", "operator", "operator"),
        ("dakhla-opening", "event", "cri", "institution", "host"),
        ("dakhla-opening", "event", "webhelp", "operator", "speaker"),
        ("dakhla-opening", "event", "webhelp", "operator", "subject"),
        ("first", "statement", "awa", "official", "said_by"),
        ("joint-3000", "pledge", "cri", "institution", "promisor"),
        ("joint-3000", "pledge", "saccom", "operator", "employer"),
        ("joint-3000", "pledge", "webhelp", "operator", "employer"),
        ("lome", "site", "vipp", "operator", "operator"),
        ("lome-100", "pledge", "vipp", "operator", "employer"),
        ("lome-500", "pledge", "vipp", "operator", "employer"),
        ("merger", "succession", "vipp", "operator", "predecessor"),
        ("merger", "succession", "webhelp", "operator", "successor"),
        ("move", "event", "awa", "official", "said_by"),
        ("move", "event", "cri", "institution", "said_by"),
        ("move", "event", "vipp", "operator", "said_by"),
        ("new-300", "pledge", "saccom", "operator", "partner"),
        ("togo", "site", "saccom", "operator", "operator"),
    ]


def test_those_who_are_quoted_stand_in_the_curator_s_order(world: Connection) -> None:
    wanted = [("first", "awa", "Awa"), ("move", "vipp; cri; awa", "VIPP; CRI; Awa")]
    assert rows(world, "SELECT id, said_by, said_by_name FROM v_said_by WHERE said_by IS NOT NULL") == wanted
    for view in ("v_claims", "v_events", "v_statements"):
        found = rows(world, f"SELECT id, said_by, said_by_name FROM {view} WHERE said_by IS NOT NULL")
        assert found == [
            row for row in wanted if (row[0], view) not in (("first", "v_events"), ("move", "v_statements"))
        ]


def test_a_verdict_is_where_its_pledge_is_and_an_event_also_where_it_leads_from(world: Connection) -> None:
    sql = "SELECT claim, role, country, place FROM v_claim_places WHERE claim_kind IN ('event', 'verdict')"
    assert rows(world, sql) == [
        ("dakhla-opening", "at", "MA", "ma-agadir"),
        ("dakhla-opening", "at", "MA", "ma-dakhla"),
        ("dropped-50-gone", "at", "MA", None),
        ("dropped-50-late", "at", "MA", None),
        ("move", "from", "FR", None),
        ("move", "to", "TG", "tg-lome"),
    ]


def test_a_conflict_is_found_from_both_sides(world: Connection) -> None:
    assert rows(world, "SELECT claim, kind, other FROM v_links") == [
        ("first", "conflicts_with", "lome-500"),
        ("lome-100", "part_of", "lome-500"),
        ("lome-500", "conflicts_with", "first"),
        ("new-300", "revises", "old-9"),
        ("said-7", "conflicts_with", "said-8"),
        ("said-8", "conflicts_with", "said-7"),
    ]


def test_a_source_names_its_authors_in_the_printed_order_and_counts_its_claims(world: Connection) -> None:
    assert rows(world, "SELECT id, authors, claims FROM v_sources") == [
        ("echo", "Zoé; Abel", 1),
        ("news", None, 3),
    ]


def test_a_total_bears_the_name_of_its_scope(world: Connection) -> None:
    assert rows(world, "SELECT scope, scope_name, low FROM v_totals") == [("tg-lome", "Lomé", 500)]


def test_all_code_lists_are_in_one_view(world: Connection) -> None:
    assert {row[0] for row in rows(world, "SELECT list FROM v_codes")} == set(CODE_LISTS)
    sql = "SELECT id, list, code, label_fr, position FROM v_codes WHERE list = 'stance'"
    assert rows(world, sql) == [
        ("stance:contradicts", "stance", "contradicts", "libellé", 1),
        ("stance:supports", "stance", "supports", "libellé", 2),
        ("stance:unused", "stance", "unused", "libellé", 3),
    ]
