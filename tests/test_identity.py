"""Identity: one company under all its names, who followed it, judgements, and who held which position when."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.answers.dossier import dossier
from ocdb.answers.kin import kin
from ocdb.answers.scopes import Asked
from ocdb.answers.totals import grouped
from ocdb.answers.totals import totals as answer
from ocdb.errors import NotFoundError
from ocdb.load.derived.ledger import judge
from ocdb.load.derived.promises import Reading
from ocdb.load.derived.totals import totals
from ocdb.load.loaded import Loaded
from ocdb.load.run import load
from ocdb.opening.reader import open_reader
from ocdb.rules.kinship import Kinship, Succession
from ocdb.rules.reasons import Reason
from ocdb.schema import metadata
from ocdb.store import database
from ocdb.store.reader.rows import Reader
from tests.cases import each
from tests.commands import fresh, loaded_text, ocdb

# --- the rule -----------------------------------------------------------------------------------------------------


def succession(text: str) -> Succession:
    """Read ``alpha -rename-> beta``, with a status behind it where it isn't completed."""
    predecessor, kind, successor, *status = text.replace("->", "").replace("-", "").split()
    return Succession(f"{predecessor}-{successor}", kind, status[0] if status else "completed", predecessor, successor)


def taken(operator: str, *successions: str) -> dict[str, str]:
    """Return whom a question about an operator takes in, by slug, as relation and way."""
    found = Kinship(map(succession, successions)).relatives(operator)
    return {one.operator: " ".join((one.relation, *one.successions)) for one in found}


def test_an_operator_without_successions_is_itself() -> None:
    assert taken("a") == {"a": "same"}


def test_a_rename_leads_both_ways_at_any_depth() -> None:
    renames = ("a -rename-> b", "b -rename-> c")
    assert taken("a", *renames) == {"a": "same", "b": "same a-b", "c": "same a-b b-c"}
    assert taken("c", *renames) == {"a": "same b-c a-b", "b": "same b-c", "c": "same"}


@pytest.mark.parametrize("kind", ["merger", "acquisition"])
def test_a_merger_or_an_acquisition_leads_forward_only_and_to_a_successor(kind: str) -> None:
    assert taken("a", f"a -{kind}-> b") == {"a": "same", "b": "successor a-b"}
    assert taken("b", f"a -{kind}-> b") == {"b": "same"}


@each("kind", ["rename", "merger", "acquisition"])
@pytest.mark.parametrize("status", ["announced", "abandoned"])
def test_what_was_not_completed_leads_nowhere(kind: str, status: str) -> None:
    assert taken("a", f"a -{kind}-> b {status}") == {"a": "same"}
    assert taken("b", f"a -{kind}-> b {status}") == {"b": "same"}


def test_successors_are_followed_at_any_depth_with_all_their_names() -> None:
    chain = ("a -rename-> b", "b -merger-> d", "c -rename-> d", "d -acquisition-> e", "e -merger-> f announced")
    assert taken("a", *chain) == {
        "a": "same",
        "b": "same a-b",
        "c": "successor a-b b-d c-d",
        "d": "successor a-b b-d",
        "e": "successor a-b b-d d-e",
    }


def test_who_went_into_the_same_company_is_no_kin() -> None:
    assert taken("a", "a -merger-> c", "b -merger-> c") == {"a": "same", "c": "successor a-c"}


def test_what_is_reached_both_ways_is_the_same() -> None:
    assert taken("a", "a -merger-> b", "a -rename-> b2", "b2 -rename-> b")["b"] == "same a-b2 b2-b"


def test_circles_end() -> None:
    assert set(taken("a", "a -rename-> b", "b -rename-> a")) == {"a", "b"}
    assert taken("b", "a -merger-> b", "b -merger-> c", "c -merger-> a") == {
        "a": "successor b-c c-a",
        "b": "same",
        "c": "successor b-c",
    }
    assert taken("a", "a -rename-> a") == {"a": "same"}


def test_the_present_name_is_where_the_renames_end() -> None:
    found = Kinship(map(succession, ("a -rename-> b", "b -rename-> c", "c -merger-> d")))
    assert [found.newest(key) for key in "abcd"] == ["c", "c", "c", "d"]
    circle = Kinship(map(succession, ("b -rename-> c", "c -rename-> b")))
    assert [circle.newest(key) for key in "bc"] == ["b", "b"]


def steps(operator: str, *successions: str) -> tuple[list[str], list[str]]:
    """Return what comes before and after an operator, each as number and slug."""
    found = Kinship(map(succession, successions))
    both = (found.preceding(operator), found.following(operator))
    before, after = ([f"{step.number} {step.succession.id}" for step in listed] for listed in both)
    return before, after


def test_the_line_before_and_after_tells_every_status_and_follows_what_was_completed() -> None:
    line = (
        "a -merger-> b",
        "b -merger-> c announced",
        "c -merger-> d",
        "z -acquisition-> a abandoned",
        "y -merger-> z",
    )
    assert steps("b", *line) == (["1 a-b", "2 z-a"], ["1 b-c"])
    assert steps("c", *line) == (["1 b-c"], ["1 c-d"])


def test_the_line_of_a_company_is_that_of_all_its_names() -> None:
    line = ("old -rename-> new", "x -merger-> old", "new -merger-> y", "y1 -rename-> y", "y1 -acquisition-> z")
    assert steps("old", *line) == (["1 x-old"], ["1 new-y", "1 old-new", "2 y1-z"])
    assert steps("new", *line) == (["1 old-new", "1 x-old"], ["1 new-y", "2 y1-z"])


def test_the_line_of_a_circle_ends() -> None:
    circle = ("a -rename-> b", "b -merger-> c", "c -acquisition-> a")
    assert steps("a", *circle) == (["1 c-a", "2 b-c", "3 a-b"], ["1 a-b", "1 b-c", "2 c-a"])


KEYS = st.sampled_from("abcdef")
SUCCESSIONS = st.lists(
    st.builds(
        lambda kind, status, ends: Succession(f"{kind}-{ends[0]}-{ends[1]}-{status}", kind, status, *ends),
        st.sampled_from(["rename", "merger", "acquisition"]),
        st.sampled_from(["announced", "completed", "abandoned"]),
        st.tuples(KEYS, KEYS),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(SUCCESSIONS)
def test_all_names_of_a_company_take_in_the_same_operators(successions: list[Succession]) -> None:
    found = Kinship(successions)
    for key in "abcdef":
        relations = {one.operator: one.relation for one in found.relatives(key)}
        assert relations[key] == "same"
        for other in found.same(key):
            assert {one.operator: one.relation for one in found.relatives(other)} == relations
            assert found.newest(other) == found.newest(key)


@given(SUCCESSIONS)
def test_every_way_leads_from_the_one_to_the_other(successions: list[Succession]) -> None:
    ends = {one.id: one for one in successions}
    for relative in Kinship(successions).relatives("a"):
        here = "a"
        for slug in relative.successions:
            step = ends[slug]
            assert step.status == "completed"
            assert here in ((step.predecessor, step.successor) if step.kind == "rename" else (step.predecessor,))
            here = step.successor if here == step.predecessor else step.predecessor
        assert here == relative.operator


# --- a rename changes no total ------------------------------------------------------------------------------------

COUNTRIES = ("MA", "TG")


def pledge(number: int, drawn: tuple[Any, ...]) -> dict[str, Any]:
    low, measure, basis, country, unnamed, reading = drawn
    return blank(
        "job_pledge", id=f"p{number}", measure=measure, basis=basis, low=low, high=low, bound="exact", reading=reading,
        directness="unstated", firmness="announcement", unnamed_operators=unnamed, country_id=country,
        baseline_none=False,
    )  # fmt: skip


def blank(table: str, **given: Any) -> dict[str, Any]:
    """Return a row of a table in which only some fields are set."""
    return dict.fromkeys(metadata.tables[table].columns.keys()) | given


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Draw rows of operators, of pledges with their links, and of successions."""
    figures = st.tuples(
        st.integers(1, 900), st.sampled_from(["jobs", "seats"]), st.sampled_from(["operator", "government"]),
        st.sampled_from(COUNTRIES), st.integers(0, 1), st.sampled_from(["additional", "total", "unclear"]),
    )  # fmt: skip
    pledges = [pledge(number, drawn) for number, drawn in enumerate(draw(st.lists(figures, min_size=1, max_size=6)))]
    employers = [
        {"claim_id": one["id"], "party_id": key, "role": "employer"}
        for one in pledges
        for key in sorted(draw(st.sets(st.sampled_from("abc"), max_size=3)))
    ]
    pairs = [(one["id"], other["id"]) for one in pledges for other in pledges if one["id"] > other["id"]]
    linked = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    kinds = st.sampled_from(["part_of", "revises"])
    return {
        "operator": [{"id": key} for key in "abcz"],
        "job_pledge": pledges,
        "claim": [blank("claim", id=one["id"], kind="pledge") for one in pledges],
        "claim_party": employers,
        "claim_link": [{"claim_id": one, "kind": draw(kinds), "other_id": other} for one, other in linked],
        "succession": [
            row(f"s{number}", *draw(st.tuples(st.sampled_from(["rename", "merger"]), *[st.sampled_from("abc")] * 2)))
            for number in range(draw(st.integers(0, 2)))
        ],
    }


def row(key: str, kind: str, predecessor: str, successor: str, status: str = "completed") -> dict[str, Any]:
    ends = {"predecessor_id": predecessor, "successor_id": successor}
    return blank("succession", id=key, kind=kind, status=status, **ends)


def reckoned(rows: dict[str, list[dict[str, Any]]]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """Return the totals by scope, basis and line."""
    reading = Reading(rows)
    return {
        (total["scope_kind"], total["scope"], total["due_by"], total["basis"], total["line"]): (
            total["low"], total["high"], total["bound"], total["pledges"],
        )
        for table, total in totals(judge(reading), reading.kinship, {})
        if table == "total"
    }  # fmt: skip


@given(worlds(), st.sampled_from("abc"), st.sampled_from(["forward", "backward"]))
def test_a_rename_to_a_slug_without_claims_changes_no_total_and_both_slugs_have_the_same(
    rows: dict[str, list[dict[str, Any]]], key: str, direction: str
) -> None:
    before = reckoned(rows)
    ends = (key, "z") if direction == "forward" else ("z", key)
    after = reckoned(rows | {"succession": [*rows["succession"], row("called", "rename", *ends)]})
    of_z = {scope: after.pop(scope) for scope in list(after) if scope[:2] == ("operator", "z")}
    assert after == before
    assert of_z == {
        ("operator", "z", *scope[2:]): total for scope, total in before.items() if scope[:2] == ("operator", key)
    }


@given(worlds(), st.sampled_from(["announced", "abandoned"]))
def test_a_rename_that_is_not_completed_changes_nothing_at_all(
    rows: dict[str, list[dict[str, Any]]], status: str
) -> None:
    rename = row("called", "rename", "a", "b", status)
    assert reckoned(rows | {"succession": [*rows["succession"], rename]}) == reckoned(rows)


# --- a world ------------------------------------------------------------------------------------------------------

WORLD = """
source: {id: echo-2020, publisher: Écho, language: fr, published: 2020-02-01, paragraphs: 9}

places:
- {id: tg-town, kind: city, name: Ville-Neuve, country: TG}

operators:
- id: alpha
  name: Alpha
  home_country: FR
  names:
  - {name: Alphacall, kind: former, used: ../2005}
  - {name: Alpha SA, kind: legal, used: 2005/2016}
  identifiers: {wikidata: Q1}
- {id: alpha-neo, name: Neo, names: [{name: Neo Group, kind: legal, used: 2016/..}]}
- {id: beta, name: Bêta}
- {id: gamma, name: Gamma}
- {id: delta, name: Delta}
- {id: zeta, name: Zeta}
- {id: zeta-neo, name: Zeta Neo}
- id: bravo
  name: Bravo
  founded: 2001
  note: Of Marseille.
  names:
  - {name: Bravo SARL, kind: legal}
  - {name: Alpha SA, kind: variant}
  identifiers: {wikidata: Q2}

institutions:
- {id: fund, name: Fund, kind: fund, names: [{name: FND, kind: acronym}]}
- {id: fonds, name: Le Fonds, kind: fund, at: MA}

officials:
- {id: awa, name: Awa}
- {id: bako, name: Bako}
- {id: coco, name: Coco}
- {id: dodo, name: Dodo}

successions:
- {id: alpha-renamed, cite: 1, kind: rename, status: completed, predecessor: alpha, successor: alpha-neo, date: 2016}
- {id: alpha-into-beta, cite: 2, kind: merger, status: completed, predecessor: alpha-neo, successor: beta,
   date: 2019-05}
- {id: beta-by-gamma, cite: 3, kind: acquisition, status: announced, predecessor: beta, successor: gamma}
- {id: zeta-renamed, cite: 3, kind: rename, status: announced, predecessor: zeta, successor: zeta-neo}
- {id: zeta-sold, cite: 3, kind: acquisition, status: announced, predecessor: zeta, successor: gamma}
- {id: delta-by-alpha, cite: 4, kind: acquisition, status: completed, predecessor: delta, successor: alpha, date: 2012}

developments:
- {id: zeta-renamed-done, cite: 6, concerns: zeta-renamed, status: completed, date: 2019-12}
- {id: zeta-sold-not, cite: 6, concerns: zeta-sold, status: abandoned}

ownerships:
- {id: fund-owns, cite: [4, 5], owned: alpha, owner: fund, status: completed, share: {at_least: 50}, held: 2010/..}
- {id: alpha-owns, cite: 5, owned: gamma, owner: alpha, status: announced}

pledges:
- {id: alpha-500, cite: 1, operators: alpha, at: TG, figure: 500, measure: jobs, reading: additional, basis: operator}
- {id: neo-300, cite: 1, operators: alpha-neo, at: TG, figure: 300, measure: jobs, reading: additional, basis: operator}
- {id: both-40, cite: 2, operators: [alpha, alpha-neo], at: TG, figure: 40, measure: jobs, reading: additional,
   basis: operator}
- {id: beta-1000, cite: 2, operators: beta, at: TG, figure: 1000, measure: jobs, reading: additional, basis: operator}
- {id: bravo-7, cite: 2, operators: [bravo, alpha], at: TG, figure: 7, measure: jobs, reading: additional,
   basis: operator, said_by: awa}

positions:
- {id: awa-head, cite: 1, official: awa, organisation: fund, title: Head, held: 2015/2018}
- {id: awa-chair, cite: 1, official: awa, organisation: alpha, title: Chair, held: 2017/..}
- {id: bako-head, cite: 1, official: bako, organisation: fund, title: Head, held: ../2014}
- {id: bako-adviser, cite: 1, official: bako, title: Adviser}
- {id: coco-head, cite: 1, official: coco, organisation: fund, title: Deputy, held: 2016-06/2016-09}

events:
- {id: fair-2016, cite: 1, kind: trade_show, status: happened, summary: A fair was held., date: 2016-07-01,
   parties: {speaker: [awa, coco], participant: awa}, said_by: bako}
- {id: fair-2017, cite: 1, kind: trade_show, status: happened, summary: Another fair was held., date: 2017-06,
   parties: {speaker: [awa, bako, dodo]}}
- {id: fair-year, cite: 1, kind: trade_show, status: happened, summary: A third fair was held., date: 2016,
   parties: {speaker: coco}}
- {id: fair-undated, cite: 1, kind: trade_show, status: happened, summary: A fourth fair was held.,
   parties: {speaker: coco}}
"""
JUDGED = """
judgements:
- {id: one-alpha, same: [alpha, bravo], judged: 2021-05, reason: The register of companies has one number for both.}
- {id: one-fund, same: [fund, fonds], judged: 2021-06, reason: The articles name one director.}
- {id: one-awa, same: [dodo, awa], judged: 2021-06, reason: The second name is a mistake of hearing.}
"""
WITHDRAWN = JUDGED.replace(".}", "., withdrawn: 2021-07, withdrawn_reason: Misread.}")


class Desk:
    """A file of fixtures, and the database that it is loaded into."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.file = folder / "echo.yaml"

    def load(self, text: str) -> Loaded:
        self.file.write_text(text, "utf-8")
        return database.connect(self.url, lambda connection: load(connection, [self.file]))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(open_reader(self.url)) as reader:
            return reader.rows(sql).rows

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return the rows of all tables but the judgements' own, sorted."""
        engine = database.engine(self.url)
        with engine.connect() as connection:
            found = {
                table.name: sorted(map(tuple, connection.execute(table.select())), key=str)
                for table in metadata.sorted_tables
                if table.name not in ("judgement", "judgement_party", "stamp")
            }
        engine.dispose()
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a desk with a new database."""
    return Desk(f"sqlite:///{fresh(tmp_path)}", tmp_path)


@pytest.fixture
def either_desk(empty_url: str, tmp_path: Path) -> Desk:
    """Give a desk with a new database, on each engine."""
    return Desk(empty_url, tmp_path)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of the world; tests only read it."""
    folder = tmp_path_factory.mktemp("identity")
    Desk(f"sqlite:///{fresh(folder)}", folder).load(WORLD)
    return folder / "ocdb.sqlite"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of the world with its judgements; tests only read it."""
    folder = tmp_path_factory.mktemp("judged")
    Desk(f"sqlite:///{fresh(folder)}", folder).load(WORLD + JUDGED)
    return folder / "ocdb.sqlite"


@pytest.fixture
def reader(world: Path) -> Iterator[Reader]:
    """Give a reader of the world."""
    with closing(open_reader(f"sqlite:///{world}")) as found:
        yield found


# --- whom a question takes in ---------------------------------------------------------------------------------------

ALPHA = (
    "Alpha (alpha): with Neo (alpha-neo), its later name (rename, 2016); "
    "without Bêta (beta), which followed it (rename, 2016, then merger, May 2019): --with-successors includes it; "
    "without Delta (delta), which went into Alpha (alpha) (acquisition, 2012): add --operator delta"
)


def test_the_tables_of_kin_and_totals_are_what_the_rules_give_on_both_engines(either_desk: Desk) -> None:
    desk = either_desk
    desk.load(WORLD)
    sql = "SELECT operator, other, other_name, relation, successions FROM v_operator_kin WHERE operator LIKE 'alpha%'"
    assert sorted(desk.rows(sql)) == [
        ("alpha", "alpha", "Alpha", "same", None),
        ("alpha", "alpha-neo", "Neo", "same", "alpha-renamed"),
        ("alpha", "beta", "Bêta", "successor", "alpha-renamed; alpha-into-beta"),
        ("alpha-neo", "alpha", "Alpha", "same", "alpha-renamed"),
        ("alpha-neo", "alpha-neo", "Neo", "same", None),
        ("alpha-neo", "beta", "Bêta", "successor", "alpha-into-beta"),
    ]
    with closing(open_reader(desk.url)) as reader:
        stored = reader.rows("SELECT operator, other, relation FROM v_operator_kin").rows
        for (key,) in reader.rows("SELECT id FROM v_operators").rows:
            mine = {row[1] for row in stored if row[0] == key}
            assert set(kin(reader, [key], with_successors=True).keys) == mine
            assert set(kin(reader, [key]).keys) == {row[1] for row in stored if row[0] == key and row[2] == "same"}
        assert kin(reader, ["alpha"]).told == (ALPHA,)
        totals = "SELECT scope, low, pledges FROM v_totals WHERE scope_kind = 'operator' ORDER BY scope"
        assert desk.rows(totals) == [("alpha", 840, 3), ("alpha-neo", 840, 3), ("beta", 1000, 1)]
        for scope, low, _ in desk.rows(totals):
            assert [total.low for total in answer(reader, Asked(operator=[scope])).result.totals] == [low]


def test_no_operator_takes_in_nobody(reader: Reader) -> None:
    found = kin(reader, [])
    assert (found.keys, found.told) == ((), ())


def test_several_operators_take_in_each_its_own_and_none_is_called_left_out_that_is_in(reader: Reader) -> None:
    found = kin(reader, ["Neo", "beta", "delta"])
    assert found.keys == ("alpha", "alpha-neo", "beta", "delta")
    assert [line.partition(":")[0] for line in found.told] == ["Neo (alpha-neo)", "Bêta (beta)", "Delta (delta)"]
    assert set(re.findall(r"without ([^:,]*)", " ".join(found.told))) == {"Gamma (gamma)"}


def test_with_successors_says_who_was_taken_in_and_what_leads_no_further(reader: Reader) -> None:
    found = kin(reader, ["Alphacall"], with_successors=True)
    assert found.keys == ("alpha", "alpha-neo", "beta")
    (line,) = found.told
    assert line == (
        "Alpha (alpha): with Neo (alpha-neo), its later name (rename, 2016); "
        "with Bêta (beta), which followed it (rename, 2016, then merger, May 2019); "
        "without Gamma (gamma): acquisition, announced; "
        "without Delta (delta), which went into Alpha (alpha) (acquisition, 2012): add --operator delta"
    )


def test_nothing_is_said_of_an_operator_that_is_alone(reader: Reader) -> None:
    found = kin(reader, ["bravo"])
    assert (found.keys, found.told) == (("bravo",), ())


def test_developments_complete_a_rename_and_call_a_sale_off(reader: Reader) -> None:
    found = kin(reader, ["zeta"], with_successors=True)
    assert found.keys == ("zeta", "zeta-neo")
    (line,) = found.told
    assert line == (
        "Zeta (zeta): with Zeta Neo (zeta-neo), its later name (rename, December 2019); "
        "without Gamma (gamma): acquisition, abandoned"
    )


@pytest.mark.parametrize(
    ("word", "error", "message"),
    [("alpa", NotFoundError, "there is no operator alpa"), ("Fund", NotFoundError, "there is no operator Fund")],
)
def test_a_name_that_no_operator_bears_is_refused(
    reader: Reader, word: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}$"):
        kin(reader, [word])


# --- totals and lists -----------------------------------------------------------------------------------------------


@each("word", ["alpha", "alpha-neo", "Alphacall", "NEO GROUP"])
def test_the_jobs_of_an_operator_are_those_under_all_its_names(reader: Reader, word: str) -> None:
    found = answer(reader, Asked(operator=[word]))
    assert found.scope["operator"] == ["alpha", "alpha-neo"]
    assert [(total.line, total.low, total.pledges) for total in found.result.totals] == [("new_jobs", 840, 3)]
    reasons = {one.id: reason for one, reason in found.result.left_out}
    assert reasons == {"bravo-7": Reason.of("joint", operators=("bravo",))}


def test_with_successors_the_jobs_of_those_who_followed_count_too(reader: Reader) -> None:
    found = answer(reader, Asked(operator=["alpha"], with_successors=True))
    assert found.scope["operator"] == ["alpha", "alpha-neo", "beta"]
    assert [total.low for total in found.result.totals] == [1840]
    assert [total.low for total in answer(reader, Asked(operator=["beta"], with_successors=True)).result.totals] == [
        1000
    ]


def test_a_total_by_operator_has_one_line_a_company_under_its_present_slug(reader: Reader) -> None:
    found = grouped(reader, Asked(), "operator").rows
    assert [row[:4] for row in found] == [
        ("alpha-neo", "Neo", "new_jobs", 840),
        ("beta", "Bêta", "new_jobs", 1000),
        (None, "all", "new_jobs", 1847),
    ]


# --- judgements -----------------------------------------------------------------------------------------------------


def test_a_judgement_makes_one_and_taken_back_leaves_no_trace_but_itself(either_desk: Desk) -> None:
    desk = either_desk
    desk.load(WORLD)
    before = desk.everything()
    assert desk.load(WORLD + JUDGED).changes.removed["operator"] == [("bravo",)]
    assert desk.everything() != before
    desk.load(WORLD + WITHDRAWN)
    assert desk.everything() == before
    assert desk.rows("SELECT judgement, party, withdrawn FROM v_judgements WHERE position = 2 ORDER BY judgement") == [
        ("one-alpha", "bravo", "2021-07"),
        ("one-awa", "awa", "2021-07"),
        ("one-fund", "fonds", "2021-07"),
    ]


def test_nothing_but_the_judgement_and_the_tombstone_names_a_slug_that_was_given_up(judged: Path) -> None:
    desk = Desk(f"sqlite:///{judged}", judged.parent)
    everything = desk.everything()
    for name in ("party_name", "search_entry"):  # their other columns have the name again, folded
        everything[name] = [row[:1] for row in everything[name]]
    for slug in ("bravo", "fonds", "awa"):
        assert [name for name, rows in everything.items() if any(slug in row for row in rows)] == ["retired_slug"]
    sql = "SELECT id, successor, reason FROM v_retired WHERE id = 'bravo'"
    reason = "Judged to be the same as alpha (one-alpha): The register of companies has one number for both."
    assert desk.rows(sql) == [("bravo", "alpha", reason)]


def test_the_one_that_stays_has_the_names_and_identifiers_of_the_others_and_what_only_they_tell(judged: Path) -> None:
    desk = Desk(f"sqlite:///{judged}", judged.parent)
    assert sorted(desk.rows("SELECT name, name_kind, used FROM v_names WHERE entity = 'alpha'")) == [
        ("Alpha", "brand", None),
        ("Alpha SA", "legal", "2005/2016"),
        ("Alphacall", "former", "../2005"),
        ("Bravo", "brand", None),
        ("Bravo SARL", "legal", None),
    ]
    assert sorted(desk.rows("SELECT scheme, value FROM v_identifiers WHERE party = 'alpha'")) == [
        ("wikidata", "Q1"),
        ("wikidata", "Q2"),
    ]
    sql = "SELECT name, home_country, founded, note FROM v_operators WHERE id = 'alpha'"
    assert desk.rows(sql) == [("Alpha", "FR", "2001", "Of Marseille.")]
    assert desk.rows("SELECT name, country FROM v_institutions WHERE id = 'fund'") == [("Fund", "MA")]


def test_claims_name_the_one_that_stays_once(judged: Path) -> None:
    desk = Desk(f"sqlite:///{judged}", judged.parent)
    sql = "SELECT operator, said_by, summary FROM v_pledges WHERE id = 'bravo-7'"
    assert desk.rows(sql) == [("alpha", "dodo", "Alpha: 7 jobs in Togo")]
    assert desk.rows("SELECT DISTINCT official FROM v_positions WHERE id LIKE 'awa-%'") == [("dodo",)]
    roles = "SELECT party, role FROM v_claim_parties WHERE claim = 'fair-2017'"
    assert sorted(desk.rows(roles)) == [("bako", "speaker"), ("dodo", "speaker")]
    assert desk.rows("SELECT low FROM v_totals WHERE scope = 'alpha-neo'") == [(847,)]


def test_a_succession_within_what_is_judged_one_leads_nowhere(desk: Desk) -> None:
    desk.load(
        f"{WORLD}\njudgements:\n- {{id: one, same: [alpha, alpha-neo], judged: 2021, reason: It was never renamed.}}"
    )
    sql = "SELECT other, relation FROM v_operator_kin WHERE operator = 'alpha' ORDER BY other"
    assert desk.rows(sql) == [("alpha", "same"), ("beta", "successor")]


def test_a_succession_within_what_is_judged_one_is_in_no_list_and_keeps_its_sources(desk: Desk) -> None:
    judged = "judgements:\n- {id: one, same: [alpha, alpha-neo], judged: 2021, reason: It was never renamed.}"
    listed = "SELECT id FROM v_successions WHERE id = 'alpha-renamed'"
    timed = "SELECT id FROM v_timeline WHERE claim = 'alpha-renamed'"
    desk.load(WORLD)
    assert desk.rows(listed) == desk.rows(timed) == [("alpha-renamed",)]
    desk.load(f"{WORLD}\n{judged}")
    assert desk.rows(listed) == desk.rows(timed) == []
    with closing(open_reader(desk.url)) as reader:
        found = dossier(reader, "alpha-renamed")
    assert (found.kind, found.record["summary"]) == ("succession", "Rename of Alpha to Alpha")
    assert len(found.sections["citations"].rows.rows) == 1


def test_a_slug_retired_before_leads_to_the_one_that_stays(desk: Desk) -> None:
    desk.load(f"{WORLD}{JUDGED}\nretired:\n- {{id: bravissimo, successor: bravo, reason: It was misspelt.}}\n")
    assert desk.rows("SELECT successor FROM v_retired WHERE id = 'bravissimo'") == [("alpha",)]


@each("word", ["bravo", "Bravo SARL", "alpha"])
def test_the_old_slug_and_the_old_names_keep_working(judged: Path, word: str) -> None:
    assert json.loads(ocdb("show", word, "-f", "json", database=judged).out)["record"]["id"] == "alpha"
    answer = ocdb("list", "pledges", "--operator", word, "--columns", "id", database=judged)
    assert answer.lines[1:] == ["alpha-500", "both-40", "bravo-7", "neo-300"]
    assert answer.err.startswith("Alpha (alpha): with bravo, judged to be the same (one-alpha); with Neo (alpha-neo)")


def test_an_old_slug_goes_before_a_name_that_reads_alike(tmp_path: Path) -> None:
    desk = Desk(f"sqlite:///{fresh(tmp_path)}", tmp_path)
    text = WORLD.replace("- {id: gamma, name: Gamma}", "- {id: gamma, name: BRAVO}")
    desk.load(text.replace("  name: Bravo\n", "  name: Bravissimo\n") + JUDGED)
    with closing(open_reader(desk.url)) as reader:
        assert kin(reader, ["bravo"]).keys == ("alpha", "alpha-neo")
        assert kin(reader, ["Bravo!"[:5]]).keys == ("gamma",)


# --- who somebody is: in the dossier --------------------------------------------------------------------------------


def few(records: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(record[name] for name in names) for record in records]


def test_a_dossier_tells_names_parents_and_what_came_before_and_after(reader: Reader) -> None:
    found = dossier(reader, "Alphacall")
    assert (found.kind, found.record["id"], found.record["name"]) == ("operator", "alpha", "Alpha")
    assert found.slugs == ("alpha", "alpha-neo")
    assert few(found.names.records(), "slug", "name", "kind", "used") == [
        ("alpha", "Alphacall", "former", "../2005"),
        ("alpha", "Alpha SA", "legal", "2005/2016"),
        ("alpha-neo", "Neo Group", "legal", "2016/.."),
        ("alpha", "Alpha", "brand", None),
        ("alpha-neo", "Neo", "brand", None),
    ]
    share = ("share_low", "share_high", "share_bound")
    assert few(found.chains["parents"], "owner_name", *share, "held", "status", "sources") == [
        ("Fund", 50, None, "at_least", "2010/..", "completed", 1)
    ]
    assert few(found.chains["owns"], "owned_name", *share, "status") == [("Gamma", None, None, None, "announced")]
    columns = ("step", "kind", "status", "predecessor", "successor", "date")
    assert few(found.chains["predecessors"], *columns) == [(1, "acquisition", "completed", "delta", "alpha", "2012")]
    assert few(found.chains["successors"], *columns) == [
        (1, "rename", "completed", "alpha", "alpha-neo", "2016"),
        (1, "merger", "completed", "alpha-neo", "beta", "2019-05"),
        (2, "acquisition", "announced", "beta", "gamma", None),
    ]
    assert "judgements" not in found.chains


def test_a_dossier_cites_each_claim_with_its_developments(reader: Reader) -> None:
    (owned,) = dossier(reader, "alpha").chains["parents"]
    assert few(owned["citations"], "claim", "source", "paragraph", "stance") == [
        ("fund-owns", "echo-2020", 4, "supports"),
        ("fund-owns", "echo-2020", 5, "supports"),
    ]
    renamed = dossier(reader, "zeta").chains["successors"][0]
    assert few(renamed["citations"], "claim", "paragraph") == [("zeta-renamed", 3), ("zeta-renamed-done", 6)]
    assert (renamed["status"], renamed["date"], renamed["sources"]) == ("completed", "2019-12", 1)


def test_a_dossier_counts_sources_and_voices_as_lists_do_also_where_a_later_source_tells_the_state() -> None:
    head = "{publisher: P, language: en, published: 2020, id:"
    merged = loaded_text(
        f"source: {head} first}}\noperators: [{{id: alpha, name: Alpha}}, {{id: beta, name: Beta}}]\nsuccessions:\n"
        "- {id: merger, cite: 1, kind: merger, status: announced, predecessor: alpha, successor: beta}\n",
        f"source: {head} copy, syndicated_from: first}}\ncitations: [{{claim: merger, cite: 2}}]\n",
        f"source: {head} later}}\ndevelopments: [{{id: off, cite: 3, concerns: merger, status: abandoned}}]\n",
    )
    (told,) = json.loads(ocdb("show", "alpha", "-f", "json", database=merged).out)["successors"]
    (row,) = json.loads(ocdb("list", "successions", "-f", "json", database=merged).out)
    assert (told["status"], told["sources"], told["voices"]) == (row["status"], row["sources"], row["voices"])
    assert (told["status"], told["sources"], told["voices"]) == ("abandoned", 2, 1)
    assert few(told["citations"], "claim", "source") == [("merger", "copy"), ("merger", "first"), ("off", "later")]


def test_a_dossier_tells_the_positions_of_an_official_over_time(reader: Reader) -> None:
    found = dossier(reader, "bako")
    assert few(found.sections["positions"].rows.records(), "title", "organisation_name", "held") == [
        ("Head", "Fund", "../2014"),
        ("Adviser", None, None),
    ]
    assert found.chains == {}


def test_a_dossier_tells_the_names_of_an_institution_and_what_it_owns(reader: Reader) -> None:
    found = dossier(reader, "fund")
    assert few(found.names.records(), "name", "kind") == [("FND", "acronym"), ("Fund", "brand")]
    assert few(found.chains["owns"], "owned_name") == [("Alpha",)]


def test_a_dossier_tells_judgements_from_either_side(desk: Desk) -> None:
    desk.load(
        WORLD + JUDGED.replace("one director.}", "one director., withdrawn: 2022, withdrawn_reason: They are two.}")
    )
    with closing(open_reader(desk.url)) as reader:
        found = dossier(reader, "bravo")
        assert (found.record["id"], found.slugs) == ("alpha", ("alpha", "alpha-neo", "bravo"))
        assert few(found.chains["judgements"], "judgement", "same") == [("one-alpha", ["alpha", "bravo"])]
        apart = dossier(reader, "fonds")
        assert (apart.record["id"], apart.slugs) == ("fonds", ("fonds",))
        assert few(apart.chains["judgements"], "judgement", "withdrawn", "withdrawn_reason") == [
            ("one-fund", "2022", "They are two.")
        ]


# --- positions at the time of an event ------------------------------------------------------------------------------


def held(event: str, database: Path) -> list[tuple[Any, ...]]:
    whole = json.loads(ocdb("show", event, "-f", "json", database=database).out)
    return few(whole["positions"], "official", "role", "title", "held", "then")


def test_an_event_names_the_positions_held_at_that_time(world: Path) -> None:
    assert held("fair-2016", world) == [
        ("awa", "participant; speaker", "Head", "2015/2018", "held_then"),
        ("bako", "said_by", "Adviser", None, "position_undated"),
        ("coco", "speaker", "Deputy", "2016-06/2016-09", "held_then"),
    ]


def test_of_several_positions_none_is_picked_and_one_without_any_is_said_to_have_none(world: Path) -> None:
    assert held("fair-2017", world) == [
        ("awa", "speaker", "Head", "2015/2018", "one_of_several"),
        ("awa", "speaker", "Chair", "2017/..", "one_of_several"),
        ("bako", "speaker", "Adviser", None, "position_undated"),
        ("dodo", "speaker", None, None, "no_position"),
    ]


def test_dates_that_only_overlap_make_no_certainty(world: Path) -> None:
    assert held("fair-year", world) == [("coco", "speaker", "Deputy", "2016-06/2016-09", "perhaps")]
    assert held("fair-undated", world) == [("coco", "speaker", "Deputy", "2016-06/2016-09", "event_undated")]


def test_one_whose_positions_were_all_at_other_times_has_none_then(tmp_path: Path) -> None:
    desk = Desk(f"sqlite:///{fresh(tmp_path)}", tmp_path)
    desk.load(WORLD.replace("date: 2016,\n   parties: {speaker: coco}", "date: 2016-10,\n   parties: {speaker: coco}"))
    assert held("fair-year", tmp_path / "ocdb.sqlite") == [("coco", "speaker", None, None, "none_then")]


def test_an_event_without_officials_has_no_section_of_positions(tmp_path: Path) -> None:
    desk = Desk(f"sqlite:///{fresh(tmp_path)}", tmp_path)
    desk.load(WORLD.replace("summary: A fourth fair was held.,\n   parties: {speaker: coco}}", "summary: None came.}"))
    whole = json.loads(ocdb("show", "fair-undated", "-f", "json", database=tmp_path / "ocdb.sqlite").out)
    assert "positions" not in whole


# --- the command line -----------------------------------------------------------------------------------------------


def test_a_list_takes_in_all_names_and_says_so_on_standard_error(world: Path) -> None:
    answer = ocdb("list", "pledges", "--operator", "alpha", "--columns", "id", database=world)
    assert answer.lines[1:] == ["alpha-500", "both-40", "bravo-7", "neo-300"]
    assert answer.err == ALPHA + "\n"
    assert ocdb("list", "pledges", "--operator", "alpha", "--as-named", database=world).err == answer.err


def test_a_list_takes_in_successors_when_asked(world: Path) -> None:
    answer = ocdb("list", "pledges", "--operator", "alpha", "--with-successors", "--columns", "id", database=world)
    assert answer.lines[1:] == ["alpha-500", "beta-1000", "both-40", "bravo-7", "neo-300"]
    assert "with Bêta (beta), which followed it (rename, 2016, then merger, May 2019)" in answer.err


def test_a_timeline_takes_in_the_same(world: Path) -> None:
    answer = ocdb("timeline", "--operator", "Neo", "--columns", "claim", database=world)
    assert answer.lines[1:] == ["delta-by-alpha", "alpha-renamed", "alpha-into-beta"]
    assert answer.err.startswith("Neo (alpha-neo): with Alpha (alpha), its former name (rename, 2016); without Bêta")


def test_jobs_say_in_a_field_whom_they_take_in(world: Path) -> None:
    answer = ocdb("jobs", "--operator", "alpha", "-f", "json", database=world)
    whole = json.loads(answer.out)
    assert (whole["scope"]["operator"], whole["taken_in"]) == (["alpha", "alpha-neo"], [ALPHA])
    assert answer.err.splitlines()[-1] == ALPHA
    assert json.loads(ocdb("jobs", "-f", "json", database=world).out)["taken_in"] == []
    more = json.loads(ocdb("jobs", "--operator", "alpha", "--with-successors", "-f", "json", database=world).out)
    assert [tuple(one.values())[:5] for one in more["totals"]] == [("new_jobs", 1840, 1840, "exact", 4)]


def test_a_dossier_of_one_name_holds_the_claims_of_all_and_says_so(world: Path) -> None:
    answer = ocdb("show", "alpha-neo", "-f", "json", database=world)
    assert [one["id"] for one in json.loads(answer.out)["pledges"]] == ["alpha-500", "both-40", "bravo-7", "neo-300"]
    assert answer.err.startswith("Neo (alpha-neo): with Alpha (alpha), its former name (rename, 2016)")


def test_a_dossier_takes_in_successors_when_asked_and_says_so(world: Path) -> None:
    alone, whole = (ocdb("show", "alpha", "-f", "json", *more, database=world) for more in ((), ("--with-successors",)))
    assert [one["id"] for one in json.loads(alone.out)["pledges"]] == ["alpha-500", "both-40", "bravo-7", "neo-300"]
    assert [one["id"] for one in json.loads(whole.out)["pledges"]] == [
        "alpha-500", "beta-1000", "both-40", "bravo-7", "neo-300",
    ]  # fmt: skip
    assert json.loads(whole.out)["record"]["id"] == "alpha"
    assert json.loads(whole.out)["taken_in"] == whole.err.splitlines()
    assert "with Bêta (beta), which followed it (rename, 2016, then merger, May 2019)" in whole.err


def test_a_dossier_with_successors_names_the_operator_of_each_line(world: Path) -> None:
    def headings(*more: str) -> str:
        lines = ocdb("show", "alpha", *more, "-f", "md", database=world).lines
        return lines[lines.index(next(line for line in lines if line.startswith("### Promises"))) + 2]

    assert headings("--with-successors").startswith("| Promised by | Promise |")


def test_a_dossier_names_the_operators_of_a_joint_promise_and_of_one_under_another_name(world: Path) -> None:
    def operators(name: str) -> set[str]:
        lines = ocdb("show", name, "-f", "md", database=world).lines
        first = lines.index(next(line for line in lines if line.startswith("### Promises"))) + 2
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[first : lines.index("", first)]]
        return {row[0] for row in rows[2:]}

    assert operators("alpha") == {"Alpha", "Alpha, Neo", "Bravo, Alpha", "Neo"}
    assert operators("beta") == {"1,000 jobs"}


def test_only_an_operator_has_successors(world: Path) -> None:
    answer = ocdb("show", "awa", "--with-successors", database=world)
    what = "ocdb: --with-successors doesn't fit awa: person\n"
    assert (answer.code, answer.err) == (2, f"{what}  Only operators have successors. Leave it out.\n")


def test_on_a_terminal_a_dossier_tells_who_somebody_is(judged: Path) -> None:
    lines = list(filter(None, ocdb("show", "neo", columns=110, database=judged).table))
    assert lines[: lines.index("Promises and their outcomes (4)")] == [
        "Neo (operator)",
        "Name      Neo",
        "Sites     0",
        "Promises  2",
        "Articles  1",
        "Key       alpha-neo",
        "Names (7)",
        "Name        Kind         Used         Key",
        "Alphacall   former name  by 2005      alpha",
        "Alpha SA    legal name   2005 \N{EN DASH} 2016  alpha",
        "Neo Group   legal name   since 2016   alpha-neo",
        "Alpha       brand                     alpha",
        "Bravo       brand                     alpha",
        "Bravo SARL  legal name                alpha",
        "Neo         brand                     alpha-neo",
        "Owned by (1)",
        "Company  Owner         Share  Status     Held        Key",
        "Alpha    Fund   at least 50%  completed  since 2010  fund-owns",
        "Owns (1)",
        "Company  Owner  Status     Key",
        "Gamma    Alpha  announced  alpha-owns",
        "Predecessors (2)",
        "From   To     How          Status     Date  Key",
        "Delta  Alpha  acquisition  completed  2012  delta-by-alpha",
        "Alpha  Neo    rename       completed  2016  alpha-renamed",
        "Successors (2)",
        "From  To     How          Status     Date      Key",
        "Neo   Bêta   merger       completed  May 2019  alpha-into-beta",
        "Bêta  Gamma  acquisition  announced            beta-by-gamma",
        "Judged identical (1)",
        "Same as       Judged    Because                                             Key",
        "alpha, bravo  May 2021  The register of companies has one number for both.  one-alpha",
    ]


def test_a_dossier_has_all_who_tells_in_json(world: Path) -> None:
    whole = json.loads(ocdb("show", "alpha", "-f", "json", database=world).out)
    assert list(whole)[:7] == ["kind", "record", "names", "parents", "owns", "predecessors", "successors"]
    assert (whole["kind"], whole["slugs"]) == ("operator", ["alpha", "alpha-neo"])
    assert {"pledges", "successions", "ownerships", "citations"} <= set(whole)


def test_a_dossier_takes_one_line_a_fact_in_a_pipe(world: Path) -> None:
    lines = ocdb("show", "bako", database=world).lines
    assert lines[:3] == ["section\tid\tfield\tvalue", "record\tbako\tid\tbako", "record\tbako\tname\tBako"]
    assert "positions\tbako-head\theld\t../2014" in lines


def test_before_the_sources_of_a_rename_it_is_not_known(world: Path) -> None:
    answer = ocdb("list", "pledges", "--operator", "alpha", "--as-of", "2019", "--columns", "id", database=world)
    assert answer.lines[1:] == []
