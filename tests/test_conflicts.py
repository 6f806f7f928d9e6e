"""Conflicts and voices: claims that disagree side by side, which one is preferred, and how many texts stand behind."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.answers.conflicts import Conflicts, conflicts
from ocdb.answers.filters import Filters
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.load.derived.conflicts import conflict_members
from ocdb.opening.reader import open_reader
from ocdb.rules.groups import linked
from ocdb.settings import resource
from ocdb.store.reader.rows import Reader
from ocdb.store.views import documented
from tests.cases import each
from tests.commands import Answer, flat, loaded, loaded_text, ocdb, same_on_both
from tests.test_completion import completed

# An agency tells it first; a daily prints the agency's text; a weekly has reporters of its own.
AGENCY = """
source: {id: agency-2020, publisher: Agence Exemple, language: fr, published: 2020-02-01}
places:
- {id: tg-town, kind: city, name: Ville-Neuve, country: TG}
operators:
- {id: alpha, name: Alpha}
- {id: beta, name: Bêta}
officials:
- {id: ada, name: Ada}
sites:
- {id: alpha-town, cite: 1, operator: alpha, at: tg-town, status: open}
- {id: beta-town, cite: 1, operator: beta, at: tg-town, status: open, preferred_because: The daily saw the wrong house.}
pledges:
- {id: alpha-2020-500, cite: 2, operators: alpha, at: tg-town, figure: {about: 500}, measure: jobs, basis: operator,
   said_by: ada, announced: 2020-02, conflicts_with: alpha-2020-450,
   preferred_because: The weekly left out the night shift.}
statistics:
- {id: togo-calls-4, cite: 3, measure: duration, at: TG, figure: 4.5}
investments:
- {id: town-park-9, cite: 4, kind: site, status: planned, amount: {at_least: 9000000}, currency: XOF, at: TG}
"""
DAILY = """
source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2020-02-02, syndicated_from: agency-2020}
citations:
- {claim: alpha-2020-500, cite: 2}
"""
WEEKLY = """
source: {id: weekly-2020, publisher: The Weekly, language: en, published: 2020-02}
pledges:
- {id: alpha-2020-450, cite: 5, operators: alpha, at: tg-town, figure: 450, measure: jobs, basis: operator}
statistics:
- {id: togo-calls-10, cite: 6, measure: duration, at: TG, figure: {range: [10, 12.5]}, conflicts_with: togo-calls-4}
citations:
- {claim: alpha-town, cite: 7, stance: contradicts, note: It found the doors shut.}
- {claim: beta-town, cite: 8, stance: contradicts}
"""
# Two outlets print one text that nobody holds, a third disagrees with them, and a fourth with the third.
REPORTS = {
    "echo-2021": ("Écho", "2021-03-01", "wire-2021", "beta-2021-90", 90, ""),
    "star-2021": ("Star", "2021-03-02", "wire-2021", "", 0, ""),
    "post-2021": ("Post", "2021-03-03", "", "beta-2021-120", 120, "beta-2021-90"),
    "sun-2021": ("Sun", "", "", "beta-2021-150", 150, "beta-2021-120"),
}


@cache
def two_dates() -> Path:
    """Return a database of conflicts, most of them about a date, one of each kind that has one."""
    return loaded_text(TWO_DATES)


def report_file(key: str) -> str:
    publisher, published, first, report, figure, against = REPORTS[key]
    more = f", published: {published}" if published else ""
    more += f", syndicated_from: {first}" if first else ""
    head = f"source: {{id: {key}, publisher: {publisher}, language: en{more}}}\n"
    if not report:
        return head + "citations:\n- {claim: beta-2021-90, cite: 1}\n"
    link = f", conflicts_with: {against}" if against else ""
    fields = f"id: {report}, cite: 1, kind: held, operators: beta, at: MA, figure: {figure}, measure: headcount"
    return f"{head}reports:\n- {{{fields}, basis: operator{link}}}\n"


FILES = {"agency": AGENCY, "daily": DAILY, "weekly": WEEKLY} | {key: report_file(key) for key in REPORTS}


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the fixtures of the small world."""
    return write(tmp_path_factory.mktemp("conflicts") / "fixtures", FILES)


@pytest.fixture(scope="module")
def asked(folder: Path) -> Path:
    """Give an SQLite database of them."""
    return loaded(folder, name="conflicts")


@pytest.fixture
def reader(asked: Path) -> Iterator[Reader]:
    """Give a reader of it."""
    found = open_reader(f"sqlite:///{asked}")
    yield found
    found.close()


def test_postgresql_finds_the_same_conflicts_and_voices(
    new_database_of: Callable[[Sequence[Path]], str], folder: Path, asked: Path
) -> None:
    views = ("v_claims", "v_pledges", "v_reports", "v_links", "v_citations", "v_support", "v_totals", "v_sources")
    same_on_both(
        asked,
        new_database_of([folder]),
        *("conflicts", "conflicts -f json", "conflicts --as-of 2015 -f json", "list claims -f json", "jobs -f json"),
        views=views,
    )


def rows(reader: Reader, sql: str) -> list[tuple[Any, ...]]:
    return sorted(reader.rows(sql).rows, key=lambda row: [str(value) for value in row])


# --- voices -------------------------------------------------------------------------------------------------------


def test_copies_of_one_text_are_one_voice_whether_or_not_that_text_is_held(reader: Reader) -> None:
    assert rows(reader, "SELECT id, sources, voices, contradicted FROM v_support") == [
        ("alpha-2020-450", 1, 1, 0),
        ("alpha-2020-500", 2, 1, 0),
        ("alpha-town", 1, 1, 1),
        ("beta-2021-120", 1, 1, 0),
        ("beta-2021-150", 1, 1, 0),
        ("beta-2021-90", 2, 1, 0),
        ("beta-town", 1, 1, 1),
        ("togo-calls-10", 1, 1, 0),
        ("togo-calls-4", 1, 1, 0),
        ("town-park-9", 1, 1, 0),
    ]


def test_a_source_of_its_own_is_a_voice_beside_a_copy(tmp_path: Path) -> None:
    own = "source: {id: own-2020, publisher: Own, language: en}\ncitations:\n- {claim: alpha-2020-500, cite: 1}\n"
    path = loaded(write(tmp_path / "more", FILES | {"own": own}))
    answer = ocdb("sql", "SELECT sources, voices FROM v_pledges WHERE id = 'alpha-2020-500'", database=path)
    assert answer.rows == [["3", "2"]]


def test_several_passages_of_one_source_are_one_source_and_one_voice(tmp_path: Path) -> None:
    path = loaded(write(tmp_path / "more", FILES | {"daily": DAILY.replace("cite: 2", "cite: [2, 3, 4]")}))
    answer = ocdb("sql", "SELECT sources, voices FROM v_claims WHERE id = 'alpha-2020-500'", database=path)
    assert answer.rows == [["2", "1"]]


def test_a_source_speaks_with_its_own_voice_or_with_that_of_the_text_that_it_copies(reader: Reader) -> None:
    assert rows(reader, "SELECT id, syndicated_from, voice FROM v_sources WHERE published_from < '2021-03-03'") == [
        ("agency-2020", None, "agency-2020"),
        ("daily-2020", "agency-2020", "agency-2020"),
        ("echo-2021", "wire-2021", "wire-2021"),
        ("star-2021", "wire-2021", "wire-2021"),
        ("weekly-2020", None, "weekly-2020"),
    ]


def test_every_view_of_claims_counts_voices_right_beside_sources() -> None:
    columns = {view.name: [column.name for column in view.columns] for view in documented()}
    counting = {name for name, found in columns.items() if "voices" in found}
    assert counting >= {
        "v_claims", "v_conflicts", "v_developments", "v_events", "v_investments", "v_ownerships", "v_pledges",
        "v_positions", "v_reports", "v_sites", "v_statements", "v_statistics", "v_successions", "v_support",
        "v_timeline", "v_verdicts",
    }  # fmt: skip
    for name in counting:
        assert columns[name].index("voices") == columns[name].index("sources") + 1


def test_every_view_of_claims_counts_as_v_support_does(reader: Reader) -> None:
    counted = {key: counts for key, *counts in reader.rows("SELECT id, sources, voices FROM v_support").rows}
    for view, key in (("v_claims", "id"), ("v_pledges", "id"), ("v_reports", "id"), ("v_timeline", "claim")):
        found = reader.rows(f"SELECT {key}, sources, voices FROM {view}").rows
        assert found
        assert {claim: counts for claim, *counts in found}.items() <= counted.items()


def test_a_new_copy_is_one_difference(folder: Path, tmp_path: Path) -> None:
    before = write(tmp_path / "before", FILES | {"daily": DAILY.replace(", syndicated_from: agency-2020", "")})
    answer = ocdb("diff", before, folder, database="")
    assert [row[:4] for row in answer.rows] == [["changed", "sources", "daily-2020", "syndicated_from"]]


# --- groups -------------------------------------------------------------------------------------------------------


@each(
    ("pairs", "groups"),
    [
        ([], []),
        ([("a", "a")], [["a"]]),
        ([("b", "a")], [["a", "b"]]),
        ([("a", "b"), ("b", "a")], [["a", "b"]]),
        ([("c", "b"), ("d", "e"), ("b", "a")], [["a", "b", "c"], ["d", "e"]]),
        ([("a", "b"), ("c", "d"), ("d", "a"), ("a", "a")], [["a", "b", "c", "d"]]),
    ],
)
def test_what_is_linked_at_any_distance_is_one_group(pairs: list[tuple[str, str]], groups: list[list[str]]) -> None:
    assert linked(pairs) == groups


PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


@given(PAIRS)
def test_each_thing_is_in_one_group_with_all_that_it_is_linked_with(pairs: list[tuple[str, str]]) -> None:
    groups = linked(pairs)
    assert sorted(chain(*groups)) == sorted({key for pair in pairs for key in pair})
    assert all(any(one in group and other in group for group in groups) for one, other in pairs)


@given(PAIRS, st.randoms())
def test_neither_the_order_of_links_nor_their_direction_matters(pairs: list[tuple[str, str]], random: Any) -> None:
    other = [pair[::-1] for pair in pairs]
    random.shuffle(other)
    assert linked(other) == linked(pairs)


@given(PAIRS)
def test_two_groups_have_no_link_between_them(pairs: list[tuple[str, str]]) -> None:
    for group in linked(pairs):
        assert linked(pair for pair in pairs if pair[0] in group) == [group]


def test_links_of_other_kinds_and_support_make_no_conflict() -> None:
    link = {"claim_id": "a", "kind": "revises", "other_id": "b"}
    citation = {"claim_id": "a", "source_id": "s", "stance": "supports"}
    assert list(conflict_members({"claim_link": [link], "citation": [citation]})) == []
    assert list(conflict_members({})) == []


def test_a_denied_claim_joins_the_group_in_which_it_stands() -> None:
    link = {"claim_id": "b", "kind": "conflicts_with", "other_id": "a"}
    denials = [{"claim_id": key, "source_id": "s", "stance": "contradicts"} for key in ("b", "b", "c")]
    assert list(conflict_members({"claim_link": [link], "citation": denials})) == [
        {"claim_id": "a", "conflict_id": "a", "settled": False},
        {"claim_id": "b", "conflict_id": "a", "settled": False},
        {"claim_id": "c", "conflict_id": "c", "settled": False},
    ]


# --- the view -----------------------------------------------------------------------------------------------------

TWO_DATES = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]
officials: [{id: ada, name: Ada}]
sites:
- {id: s-1, cite: 1, operator: alpha, at: TG, status: open, opened: 2008-05, conflicts_with: s-2}
- {id: s-2, cite: 1, operator: alpha, at: TG, status: open, opened: 2009, conflicts_with: s-3}
- {id: s-3, cite: 1, operator: alpha, at: TG, status: closed, closed: 2010-02}
events:
- {id: e-1, cite: 1, kind: award, status: happened, at: TG, date: 2009-01,
   summary: Alpha gets an award., conflicts_with: e-2}
- {id: e-2, cite: 1, kind: award, status: happened, at: TG, date: 2009-02~,
   summary: Alpha gets an award.}
pledges:
- {id: p-1, cite: 1, operators: alpha, at: TG, figure: 9, measure: jobs, basis: operator, announced: 2010, due: 2011,
   conflicts_with: p-2, preferred_because: It is.}
- {id: p-2, cite: 1, operators: alpha, at: TG, figure: 9, measure: jobs, basis: operator, announced: 2010}
reports:
- {id: r-1, cite: 1, kind: held, operators: alpha, at: TG, figure: 5, measure: headcount, basis: operator,
   as_of: 2009-07-01, conflicts_with: r-2}
- {id: r-2, cite: 1, kind: held, operators: alpha, at: TG, figure: 6, measure: headcount, basis: operator,
   as_of: 2009-07-01}
investments:
- {id: i-1, cite: 1, kind: site, status: planned, amount: 90, currency: XOF, at: TG, date: 2012, conflicts_with: i-2}
- {id: i-2, cite: 1, kind: site, status: planned, amount: 95, currency: XOF, at: TG, date: 2013}
positions:
- {id: o-1, cite: 1, official: ada, organisation: alpha, title: Head, held: 2007/2009, conflicts_with: o-2}
- {id: o-2, cite: 1, official: ada, organisation: alpha, title: Head, held: 2008/..}
successions:
- {id: c-1, cite: 1, kind: merger, status: completed, predecessor: alpha, successor: beta, date: 2009-12,
   conflicts_with: c-2}
- {id: c-2, cite: 1, kind: merger, status: completed, predecessor: alpha, successor: beta, date: 2010-01}
statements:
- {id: t-1, cite: 1, topic: services, at: TG, summary: It sells., conflicts_with: t-2}
- {id: t-2, cite: 1, topic: services, at: TG, summary: It sells nothing.}
"""


def test_the_date_that_a_claim_tells_stands_in_its_conflict_as_it_was_written() -> None:
    answer = ocdb("sql", "SELECT id, date FROM v_conflicts ORDER BY id", database=two_dates())
    assert dict(answer.rows) == {
        "c-1": "2009-12", "c-2": "2010-01",
        "e-1": "2009-01", "e-2": "2009-02~",
        "i-1": "2012", "i-2": "2013",
        "o-1": "2007/2009", "o-2": "2008/..",
        "p-1": "2011", "p-2": "",
        "r-1": "2009-07-01", "r-2": "2009-07-01",
        "s-1": "2008-05", "s-2": "2009", "s-3": "2010-02",
        "t-1": "", "t-2": "",
    }  # fmt: skip


def test_two_dates_of_one_event_stand_below_one_another_on_a_terminal() -> None:
    answer = ocdb("conflicts", "--kind", "event", database=two_dates(), columns=80)
    assert answer.table == [
        "1 conflict, open: event",
        "                                                                Independent",
        "Status    Claim                 Date                 Publisher        texts  Key",
        "disputed  Alpha gets an award.  January 2009         Herald               1  e-1",
        "disputed  Alpha gets an award.  about February 2009  Herald               1  e-2",
    ]


def test_review_tells_claims_that_sound_alike_apart_by_their_dates() -> None:
    answer = ocdb("review", "--kind", "open_conflict", "--columns", "id,what", database=two_dates())
    assert dict(answer.rows) == {
        "c-1": "Merger of Alpha into Beta (December 2009) / Merger of Alpha into Beta (January 2010)",
        "e-1": "Alpha gets an award. (January 2009) / Alpha gets an award. (about February 2009)",
        "i-1": "90 XOF in Togo (site) (2012) / 95 XOF in Togo (site) (2013)",
        "o-1": "Ada: Head, Alpha (between 2007 and 2009) / Ada: Head, Alpha (2008 or later)",
        "r-1": "Alpha: 5 staff in Togo / Alpha: 6 staff in Togo",
        "s-1": "Site of Alpha in Togo (open) (May 2008) / Site of Alpha in Togo (open) (2009) /"
        " Site of Alpha in Togo (closed) (February 2010)",
        "t-1": "It sells. / It sells nothing.",
    }


def test_a_claim_is_preferred_set_aside_contradicted_or_open(reader: Reader) -> None:
    assert rows(reader, "SELECT conflict, id, kind, status, settled, preferred_because FROM v_conflicts") == [
        ("alpha-2020-450", "alpha-2020-450", "pledge", "set_aside", 1, None),
        ("alpha-2020-450", "alpha-2020-500", "pledge", "preferred", 1, "The weekly left out the night shift."),
        ("alpha-town", "alpha-town", "site", "contradicted", 0, None),
        ("beta-2021-120", "beta-2021-120", "report", "open", 0, None),
        ("beta-2021-120", "beta-2021-150", "report", "open", 0, None),
        ("beta-2021-120", "beta-2021-90", "report", "open", 0, None),
        ("beta-town", "beta-town", "site", "preferred", 1, "The daily saw the wrong house."),
        ("togo-calls-10", "togo-calls-10", "statistic", "open", 0, None),
        ("togo-calls-10", "togo-calls-4", "statistic", "open", 0, None),
    ]


def test_who_printed_a_claim_stands_beside_it_the_first_one_first(reader: Reader) -> None:
    sql = "SELECT id, said_by_name, published, publisher, source, sources, voices FROM v_conflicts"
    assert rows(reader, f"{sql} WHERE kind IN ('pledge', 'report')") == [
        ("alpha-2020-450", None, "2020-02", "The Weekly", "weekly-2020", 1, 1),
        ("alpha-2020-500", "Ada", "2020-02-01", "Agence Exemple; Le Quotidien", "agency-2020; daily-2020", 2, 1),
        ("beta-2021-120", None, "2021-03-03", "Post", "post-2021", 1, 1),
        ("beta-2021-150", None, None, "Sun", "sun-2021", 1, 1),
        ("beta-2021-90", None, "2021-03-01", "Écho; Star", "echo-2021; star-2021", 2, 1),
    ]


def test_figures_stand_as_people_write_them_with_what_they_count(reader: Reader) -> None:
    assert rows(reader, "SELECT id, figure, measure, operator_name, country FROM v_conflicts") == [
        ("alpha-2020-450", "450", "jobs", "Alpha", "TG"),
        ("alpha-2020-500", "about 500", "jobs", "Alpha", "TG"),
        ("alpha-town", None, None, "Alpha", "TG"),
        ("beta-2021-120", "120", "headcount", "Bêta", "MA"),
        ("beta-2021-150", "150", "headcount", "Bêta", "MA"),
        ("beta-2021-90", "90", "headcount", "Bêta", "MA"),
        ("beta-town", None, None, "Bêta", "TG"),
        ("togo-calls-10", "10 to 12.5", "duration", None, "TG"),
        ("togo-calls-4", "4.5", "duration", None, "TG"),
    ]


def test_a_figure_is_the_same_as_in_the_view_of_its_kind(reader: Reader) -> None:
    for view in ("v_pledges", "v_reports", "v_statistics"):
        sql = f"SELECT v_conflicts.figure, own.figure FROM v_conflicts JOIN {view} AS own ON own.id = v_conflicts.id"
        found = reader.rows(sql).rows
        assert found
        assert [ours for ours, _ in found] == [theirs for _, theirs in found]


def test_the_source_that_denies_a_claim_is_named(reader: Reader) -> None:
    assert rows(reader, "SELECT id, contradicted_by, contradicted FROM v_conflicts WHERE kind = 'site'") == [
        ("alpha-town", "weekly-2020", 1),
        ("beta-town", "weekly-2020", 1),
    ]


# --- the question -------------------------------------------------------------------------------------------------


def ids(found: Conflicts) -> list[tuple[str, bool, list[str]]]:
    return [(one.id, one.settled, [row["id"] for row in one.claims.records()]) for one in found.groups()]


def test_open_conflicts_come_first_and_the_preferred_claim_before_the_others(reader: Reader) -> None:
    assert ids(conflicts(reader)) == [
        ("alpha-town", False, ["alpha-town"]),
        ("beta-2021-120", False, ["beta-2021-90", "beta-2021-120", "beta-2021-150"]),
        ("togo-calls-10", False, ["togo-calls-10", "togo-calls-4"]),
        ("alpha-2020-450", True, ["alpha-2020-500", "alpha-2020-450"]),
        ("beta-town", True, ["beta-town"]),
    ]


@each(
    ("filters", "expected"),
    [
        ({"country": ["MA"]}, ["beta-2021-120"]),
        ({"place": ["tg-town"]}, ["alpha-town", "alpha-2020-450", "beta-town"]),
        ({"operator": ["Bêta"]}, ["beta-2021-120", "beta-town"]),
        ({"kind": ["pledge"]}, ["alpha-2020-450"]),
        ({"kind": ["site", "statistic"]}, ["alpha-town", "togo-calls-10", "beta-town"]),
        ({"source": ["daily-2020"]}, ["alpha-2020-450"]),
        ({"source": ["sun-2021"]}, ["beta-2021-120"]),
        ({"source": ["weekly-2020"], "kind": ["site"]}, ["alpha-town", "beta-town"]),
        ({"country": ["FR"]}, []),
    ],
)
def test_a_conflict_is_found_whole_where_one_of_its_claims_fits(
    reader: Reader, filters: dict[str, Any], expected: list[str]
) -> None:
    narrowed = ids(conflicts(reader, Filters(**filters)))
    assert [key for key, _, _ in narrowed] == expected
    assert [one for one in ids(conflicts(reader)) if one in narrowed] == narrowed


def test_only_open_leaves_out_what_is_settled(reader: Reader) -> None:
    assert [key for key, _, _ in ids(conflicts(reader, only_open=True))] == [
        "alpha-town", "beta-2021-120", "togo-calls-10",
    ]  # fmt: skip


# --- the command --------------------------------------------------------------------------------------------------


def told(path: Path, *arguments: str, columns: int | None = None) -> Answer:
    answer = ocdb("conflicts", *arguments, database=path, columns=columns)
    assert (answer.code, answer.complaints) == (0, "")
    return answer


def test_on_a_terminal_the_claims_stand_below_one_another_with_what_was_preferred_and_why(asked: Path) -> None:
    assert told(asked, "--kind", "pledge", columns=80).table == [
        "1 conflict, settled: job pledge",
        "                                                                     Independent",
        "Status     Claim                                 Publisher                 texts",
        "preferred  Alpha: about 500 jobs in Ville-Neuve  Agence Exemple, Le            1",
        "                                                 Quotidien",
        "  alpha-2020-500",
        "set aside  Alpha: 450 jobs in Ville-Neuve        The Weekly                    1",
        "  alpha-2020-450",
        "Preferred because: The weekly left out the night shift.",
    ]


def test_what_denies_a_claim_stands_below_it(asked: Path) -> None:
    lines = told(asked, "--open", "--kind", "site", columns=120).table
    assert lines[0] == "1 conflict, open: site"
    assert lines[-3:] == [
        "Denied by 1 article",
        "Publisher   Published      Title                      Paragraph  Note                      Key",
        "The Weekly  February 2020  The Weekly, February 2020          7  It found the doors shut.  weekly-2020",
    ]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_longer_than_the_terminal_is_wide(asked: Path, width: int) -> None:
    assert max(map(len, told(asked, columns=width).lines)) <= width


def test_in_a_pipe_there_is_a_line_a_claim_with_all_columns_of_the_view(asked: Path) -> None:
    answer = told(asked, "--open", "--country", "MA")
    columns = answer.lines[0].split("\t")
    view = {view.name: [column.name for column in view.columns] for view in documented()}["v_conflicts"]
    assert columns == view
    assert [row[:4] for row in answer.rows] == [
        ["beta-2021-90", "beta-2021-120", "report", "open"],
        ["beta-2021-120", "beta-2021-120", "report", "open"],
        ["beta-2021-150", "beta-2021-120", "report", "open"],
    ]


def test_in_json_it_is_one_object_of_groups_with_the_passages_that_deny_a_claim(asked: Path) -> None:
    whole = json.loads(told(asked, "--kind", "site", "-f", "json").out)
    assert list(whole) == ["groups"]
    assert list(flat(whole["groups"], "conflict", "settled")) == [("alpha-town", False), ("beta-town", True)]
    first = whole["groups"][0]
    assert list(flat(first["claims"], "id", "status", "contradicted_by")) == [
        ("alpha-town", "contradicted", "weekly-2020")
    ]
    assert list(flat(first["denials"], "claim", "source", "paragraph", "note")) == [
        ("alpha-town", "weekly-2020", 7, "It found the doors shut.")
    ]


def test_in_markdown_a_conflict_has_its_heading(asked: Path) -> None:
    headings = [line for line in told(asked, "-f", "md", "--open").lines if line.startswith("#")]
    assert headings == [
        "## 3 conflicts (3 open)",
        "### alpha-town: 1 site, open",
        "### Denied by 1 article",
        "### beta-2021-120: 3 reports, open",
        "### togo-calls-10: 2 other figures, open",
    ]


NONE = "No sources contradict each other: France\n"
UNREAD = "France: no search for articles has been made yet\n"


@each(
    ("form", "out", "err"),
    [
        ("json", '{\n  "groups": []\n}\n', NONE + UNREAD),
        ("table", f"{NONE}\n{UNREAD}", ""),
        ("md", f"## {NONE}\n", UNREAD),
    ],
)
def test_where_nothing_disagrees_it_says_so(asked: Path, form: str, out: str, err: str) -> None:
    answer = ocdb("conflicts", "--country", "FR", "-f", form, database=asked)
    assert (answer.code, answer.out, answer.err) == (0, out, err)


def test_an_empty_answer_in_a_pipe_has_its_header(asked: Path) -> None:
    answer = ocdb("conflicts", "--country", "FR", database=asked)
    assert (len(answer.lines), answer.err) == (1, NONE + UNREAD)


def test_a_kind_that_is_none_is_refused_with_a_suggestion(asked: Path) -> None:
    answer = ocdb("conflicts", "--kind", "pledeg", database=asked)
    assert (answer.code, answer.out) == (4, "")
    assert "--kind has no value pledeg" in answer.err
    assert "pledge" in answer.err


def test_its_kinds_are_completed(asked: Path) -> None:
    assert completed("conflicts --kind p", database=asked) == ["pledge", "position"]


def test_before_the_second_article_there_was_no_conflict(asked: Path) -> None:
    answer = ocdb("conflicts", "--kind", "pledge", "--as-of", "2020-02-15", "-f", "json", database=asked)
    assert (answer.code, json.loads(answer.out)) == (0, {"groups": []})


# --- in a dossier -------------------------------------------------------------------------------------------------


def shown(path: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ocdb("show", name, "-f", "json", database=path).out)
    return found


def test_a_claim_shows_its_voices_and_the_conflict_in_which_it_stands(asked: Path) -> None:
    found = shown(asked, "alpha-2020-450")
    names = list(found["record"])
    assert names[names.index("sources") + 1] == "voices"
    assert list(flat(found["conflict"], "id", "status", "sources", "voices")) == [
        ("alpha-2020-500", "preferred", 2, 1),
        ("alpha-2020-450", "set_aside", 1, 1),
    ]


def test_a_source_shows_its_voice_and_the_conflicts_of_all_its_claims(asked: Path) -> None:
    found = shown(asked, "daily-2020")
    assert (found["record"]["syndicated_from"], found["record"]["voice"]) == ("agency-2020", "agency-2020")
    assert list(flat(found["conflict"], "conflict", "id")) == [
        ("alpha-2020-450", "alpha-2020-500"),
        ("alpha-2020-450", "alpha-2020-450"),
    ]
    assert {row["conflict"] for row in shown(asked, "weekly-2020")["conflict"]} == {
        "alpha-2020-450", "alpha-town", "beta-town", "togo-calls-10",
    }  # fmt: skip


def test_a_claim_that_nobody_disputes_shows_no_conflict(asked: Path) -> None:
    assert "conflict" not in shown(asked, "town-park-9")


# --- the check ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stance", "codes"), [("contradicts", []), ("supports", ["preferred-to-nothing"])])
def test_a_claim_may_be_preferred_to_a_source_that_denies_it(tmp_path: Path, stance: str, codes: list[str]) -> None:
    weekly = WEEKLY.replace(
        "{claim: beta-town, cite: 8, stance: contradicts}", f"{{claim: beta-town, cite: 8, stance: {stance}}}"
    )
    files = write(tmp_path / "checked", FILES | {"weekly": weekly})
    found = check(gather([files], around=[resource("seeds")]))
    assert [problem.code for problem in found if problem.code == "preferred-to-nothing"] == codes


def test_denials_that_are_copies_of_one_text_are_one_voice() -> None:
    source = "source: {{id: {0}, publisher: {0}, language: fr, published: 2020-04{1}}}\n"
    promise = (
        "operators:\n- {id: alpha, name: Alpha}\npledges:\n"
        "- {id: alpha-500, cite: [], operators: alpha, at: TG, figure: 500, measure: jobs, basis: operator}\n"
    )
    denial = "citations:\n- {claim: alpha-500, cite: [], stance: contradicts}\n"
    copies = (source.format(slug, ", syndicated_from: wire-2020") + denial for slug in ("echo-2020", "star-2020"))
    own = loaded_text(source.format("agency-2020", "") + promise, *copies)
    answer = ocdb("conflicts", "-f", "md", database=own)
    assert "### Denied by 2 articles, 1 independent text" in answer.lines
    (group,) = json.loads(ocdb("conflicts", "-f", "json", database=own).out)["groups"]
    assert [row["denying_voices"] for row in group["claims"]] == [1]
