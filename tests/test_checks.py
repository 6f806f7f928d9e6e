"""The checks beyond their examples: what is close to a problem and isn't one, and what hides one."""

from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.curation.checks import CHECKS, check
from ocdb.curation.checks.names import NEAR
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.document import Document
from ocdb.curation.entry import Entry
from ocdb.curation.problems import MOST_SUGGESTED
from ocdb.curation.registers import Operator
from ocdb.rules.groups import linked
from ocdb.settings import resource
from tests.cases import each
from tests.commands import loaded_text, ocdb

HEAD = """\
operators:
- {id: exemplia, name: Exemplia}
- {id: inventel, name: Inventel}
officials:
- {id: ada-example, name: Ada Example}
"""


def source(slug: str = "herald", published: str = "2019-03-04", more: str = "") -> str:
    return f"source: {{id: {slug}, publisher: The Invented Herald, language: en, published: {published}{more}}}\n"


def found(tmp_path: Path, *texts: str) -> list[tuple[str, str]]:
    """Return the code and the field of each problem of some files, whose texts are in one language."""
    directory = tmp_path / "checked"
    directory.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (directory / f"{number}.yaml").write_text(text, "utf-8")
    problems = check(gather([directory], around=[resource("seeds")]))
    return [(one.code, one.field) for one in problems if one.code != "one-language"]


def pledge(slug: str, figure: object, **more: object) -> str:
    given = {"at": "tg-lome", "measure": "jobs", "basis": "operator", "operators": "exemplia", **more}
    fields = "".join(f", {name}: {value}" for name, value in given.items())
    return f"- {{id: {slug}, cite: 1, figure: {figure}{fields}}}\n"


def pledges(*lines: str) -> str:
    return source() + HEAD + "pledges:\n" + "".join(lines)


def claim(key: str, **fields: object) -> str:
    given = "".join(f", {name}: {value}" for name, value in fields.items())
    return f"{key}:\n- {{id: one, cite: 1{given}}}\n"


# --- dates ----------------------------------------------------------------------------------------------------------


@each(
    ("published", "day", "codes"),
    [
        ("2019-03-04", "monday", []),
        ("2019-03-04?", "tuesday", ["wrong-weekday"]),
        ("2019-03-04/2019-03-05", "tuesday", []),
        ("2019-03-04/2019-03-05", "friday", ["wrong-weekday"]),
        ("2019-03", "friday", []),
        ("../2019-03-04", "friday", []),
    ],
)
def test_a_weekday_must_be_among_those_that_the_date_allows(
    published: str, day: str, codes: list[str], tmp_path: Path
) -> None:
    text = source(published=published, more=f", published_weekday: {day}")
    assert [code for code, _ in found(tmp_path, text)] == codes


PAST: dict[str, tuple[str, dict[str, object], str]] = {
    "event": ("events", {"kind": "opening", "status": "happened", "summary": "It opens.", "date": "2019-10"}, "status"),
    "open site": ("sites", {"at": "TG", "operator": "exemplia", "status": "open", "opened": "2019-10"}, "status"),
    "closed site": ("sites", {"at": "TG", "operator": "exemplia", "status": "closed", "closed": "2019-10"}, "status"),
    "report": (
        "reports",
        {"at": "TG", "kind": "held", "figure": 9, "measure": "jobs", "basis": "operator", "as_of": "2019-10"},
        "as_of",
    ),
    "succession": (
        "successions",
        {
            "kind": "merger",
            "status": "completed",
            "predecessor": "exemplia",
            "successor": "inventel",
            "date": "2019-10",
        },
        "status",
    ),
}


@each("what", PAST)
def test_what_an_article_tells_of_the_future_is_a_plan(what: str, tmp_path: Path) -> None:
    key, fields, field = PAST[what]
    text = source() + HEAD + claim(key, **fields)
    assert found(tmp_path, text) == [("happened-before-it-could", f"{key}[1].{field}")]


@pytest.mark.parametrize(("stance", "count"), [("supports", 0), ("contradicts", 1)])
def test_a_later_article_makes_a_plan_a_fact_if_it_supports_it(stance: str, count: int, tmp_path: Path) -> None:
    key, fields, _ = PAST["event"]
    later = source("later", "2020-01") + f"citations:\n- {{claim: one, cite: 1, stance: {stance}}}\n"
    assert len(found(tmp_path, source() + HEAD + claim(key, **fields), later)) == count


POSITION = (
    "positions:\n- {id: ada, cite: 1, official: ada-example, organisation: exemplia, title: Director, held: HELD}\n"
)


@each(
    ("held", "announced", "warned"),
    [
        ("2019", "2019-03", False),
        ("2012", "2012-05", False),  # the article recalls what she said then
        ("2012", "2014", True),
        ("2012/..", "2014", False),
    ],
)
def test_who_is_quoted_held_a_position_when_it_was_announced_or_when_the_article_appeared(
    held: str, announced: str, warned: bool, tmp_path: Path
) -> None:
    text = pledges(pledge("one", 5, said_by="ada-example", announced=announced)) + POSITION.replace("HELD", held)
    assert found(tmp_path, text) == ([("position-elsewhen", "pledges[1].said_by[1]")] if warned else [])


def test_each_of_those_who_are_quoted_held_a_position_then(tmp_path: Path) -> None:
    text = pledges(pledge("one", 5, said_by="[exemplia, ada-example]", announced="2014"))
    assert found(tmp_path, text + POSITION.replace("HELD", "2012")) == [("position-elsewhen", "pledges[1].said_by[2]")]


def test_an_official_with_an_undated_position_may_have_held_it_at_any_time(tmp_path: Path) -> None:
    dated = POSITION.replace("HELD", "2012")
    undated = dated.replace("positions:\n", "").replace("id: ada", "id: ada-2").replace(", held: 2012", "")
    text = pledges(pledge("one", 5, said_by="ada-example")) + dated
    assert found(tmp_path, text) == [("position-elsewhen", "pledges[1].said_by[1]")]
    assert found(tmp_path, text + undated) == []


def test_who_takes_part_in_an_event_held_a_position_at_its_time(tmp_path: Path) -> None:
    event = claim(
        "events", kind="meeting", status="happened", summary="They meet.", date=2014, parties="{speaker: ada-example}"
    )
    text = source() + HEAD + event + POSITION.replace("HELD", "2019-03-04")
    assert found(tmp_path, text) == [("position-elsewhen", "events[1].parties.speaker[1]")]


# --- sectors ------------------------------------------------------------------------------------------------------


@each(
    ("more", "whose"),
    [
        ({"operators": "[]"}, ""),
        ({"operators": "[]", "at": "TG"}, ""),
        ({}, "exemplia"),
        ({"operators": "[exemplia, inventel]", "unnamed_operators": 2}, "exemplia, inventel, 2 unnamed employers"),
        ({"operators": "[]", "unnamed_operators": 1}, "1 unnamed employer"),
        ({"operators": "[]", "site": "lome"}, "lome"),
    ],
)
def test_a_sector_stands_only_beside_a_figure_of_no_employer(
    more: dict[str, object], whose: str, tmp_path: Path
) -> None:
    site = "sites:\n- {id: lome, cite: 1, at: tg-lome, status: open}\n"
    (tmp_path / "one.yaml").write_text(pledges(pledge("one", 5, sector="call_centres", **more)) + site, "utf-8")
    problems = check(gather([tmp_path], around=[resource("seeds")]))
    assert [(one.code, one.field, one.line, one.message) for one in problems] == [
        (
            "sector-beside-employer",
            "pledges[1].sector",
            8,
            f"sector says what a figure counts that names no employer, but this one is of {whose}",
        )
        for _ in filter(None, [whose])
    ]


def test_a_sector_is_one_of_the_code_list_and_a_loss_has_none(tmp_path: Path) -> None:
    text = pledges(pledge("one", 5, sector="telephony", operators="[]"))
    assert found(tmp_path, text) == [("unknown-code", "pledges[1].sector")]
    loss = claim("losses", status="planned", figure=5, measure="jobs", basis="operator", at="TG", sector="bpo")
    assert found(tmp_path, source() + loss) == [("unknown-field", "losses[1].sector")]


# --- figures --------------------------------------------------------------------------------------------------------


@each(
    ("part", "codes"),
    [
        ({"figure": 500}, []),
        ({"figure": 501}, ["tranche-larger-than-whole"]),
        ({"figure": "{at_least: 501}"}, ["tranche-larger-than-whole"]),
        ({"figure": "{at_most: 900}"}, []),
        ({"figure": 900, "measure": "seats"}, []),
        ({"figure": 900, "reading": "total"}, []),  # with those who are there already
        ({"figure": 100, "due": "2022-02"}, ["tranche-after-whole"]),
        ({"figure": 100, "due": 2021}, []),
        ({"figure": 100, "at": "TG"}, []),
        ({"figure": 100, "at": "ma-fes"}, ["tranche-elsewhere"]),
        ({"figure": 100, "operators": "inventel"}, ["tranche-elsewhere"]),
        ({"figure": 100, "operators": "[exemplia, inventel]"}, ["tranche-elsewhere"]),
    ],
)
def test_a_tranche_fits_into_its_whole(part: dict[str, object], codes: list[str], tmp_path: Path) -> None:
    whole = pledge("whole", 500, reading="additional", due=2021)
    more = {"reading": "additional", "part_of": "whole"} | part
    text = pledges(whole, pledge("part", more.pop("figure"), **more))
    assert [code for code, _ in found(tmp_path, text)] == codes


def test_a_whole_with_unnamed_operators_has_room_for_any(tmp_path: Path) -> None:
    whole = pledge("whole", 500, unnamed_operators=2)
    assert found(tmp_path, pledges(whole, pledge("part", 100, operators="inventel", part_of="whole"))) == []


@each(
    ("first", "second", "crossed"),
    [
        ({"due": 2020}, {"due": 2021}, True),
        ({"due": 2020}, {"due": "2020-06"}, False),  # which of them comes first isn't sure
        ({"due": 2020}, {"due": 2021, "at": "TG"}, False),
        ({"due": 2020}, {"due": 2021, "operators": "[]"}, False),
        ({"due": 2020, "reading": "additional"}, {"due": 2021, "reading": "additional"}, False),
        ({"due": 2020}, {}, False),
    ],
)
def test_levels_of_one_operator_at_one_place_do_not_fall(
    first: dict[str, object], second: dict[str, object], crossed: bool, tmp_path: Path
) -> None:
    common: dict[str, object] = {"part_of": "whole", "reading": "total"}
    lines = (pledge("whole", 900), pledge("one", 300, **common | first), pledge("two", 200, **common | second))
    assert found(tmp_path, pledges(*lines)) == ([("tranches-cross", "pledges[3].figure")] if crossed else [])


@each(
    ("figures", "wrong"),
    [
        ([120, 200, 300, 3000], [4]),
        ([120, 200, 300, 2999], []),
        ([12, 120, 200, 300], [1]),
        ([13, 120, 200, 300], []),
        ([1, 100, 5000], []),  # too few neighbours
        ([120, 3000, 300, 3100], []),
    ],
)
def test_a_figure_is_ten_times_away_from_all_its_neighbours_or_from_none(
    figures: list[int], wrong: list[int], tmp_path: Path
) -> None:
    lines = (pledge(f"in-{2020 + number}", figure, due=2020 + number) for number, figure in enumerate(figures))
    assert found(tmp_path, pledges(*lines)) == [("figure-tenfold", f"pledges[{number}].figure") for number in wrong]


def test_a_figure_for_an_area_has_no_neighbours_in_a_city(tmp_path: Path) -> None:
    lines = [pledge(f"in-{figure}", figure) for figure in (120, 200, 300)]
    assert found(tmp_path, pledges(*lines, pledge("everywhere", 48000, at="world"))) == []


# --- places ---------------------------------------------------------------------------------------------------------

SITE = "sites:\n- {id: centre, cite: 1, operator: exemplia, at: tg-lome, status: open}\n"


@each(
    ("places", "fits"),
    [
        ("at: tg-lome", True),
        ("at: TG", True),
        ("at: [ma-fes, tg-maritime]", True),
        ("at: MA", False),
        ("from: ma-fes, to: tg-lome", True),
        ("from: ma-fes, to: ma-rabat", False),
        ("name: Nowhere", True),
    ],
)
def test_a_claim_about_a_site_names_its_place_or_one_around_or_in_it(places: str, fits: bool, tmp_path: Path) -> None:
    event = (
        "events:\n- {id: one, cite: 1, kind: relocation, status: happened, summary: It moves., site: centre, PLACES}\n"
    )
    event = event.replace("PLACES", places)
    codes = [code for code, _ in found(tmp_path, source() + HEAD + SITE + event)]
    assert codes == ([] if fits else ["site-elsewhere"])


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("{id: tg-one, kind: city, name: One, country: TG, latitude: 6.2}", "latitude"),
        ("{id: tg-one, kind: city, name: One, country: TG, longitude: 1.2}", "longitude"),
        ("{id: tg-one, kind: city, name: One, country: TG, latitude: 1.2, longitude: 6.2}", "latitude"),
    ],
)
def test_coordinates_are_two_and_in_their_order(place: str, field: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"places:\n- {place}\n") == [("outside-the-country", f"places[1].{field}")]


@each(
    ("place", "warned"),
    [
        ("{id: tg-oujda, kind: park, name: Oujda, country: TG}", True),
        ("{id: ma-ujda, kind: city, name: OUJDA, country: MA}", True),
        ("{id: ma-oujda-region, kind: region, name: Oujda, country: MA}", False),
        ("{id: ma-other, kind: city, name: Other, country: MA, names: [{name: oujda, kind: variant}]}", True),
    ],
)
def test_a_city_that_is_known_in_another_country_or_under_another_slug_is_told(
    place: str, warned: bool, tmp_path: Path
) -> None:
    assert found(tmp_path, f"places:\n- {place}\n") == ([("place-twice", "places[1].name")] if warned else [])


# --- links ----------------------------------------------------------------------------------------------------------


def test_every_circle_is_told_once(tmp_path: Path) -> None:
    links = {"a": "b", "b": "a", "c": "d", "d": "e", "e": "c", "f": "f", "g": "a"}
    lines = (pledge(one, 5, part_of=other, due=2020 + ord(one)) for one, other in links.items())
    codes = [(code, field) for code, field in found(tmp_path, pledges(*lines)) if code == "circle"]
    assert codes == [
        ("circle", "pledges[1].part_of"),
        ("circle", "pledges[3].part_of"),
        ("circle", "pledges[6].part_of"),
    ]


def test_a_claim_in_conflict_with_itself_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, pledges(pledge("one", 5, conflicts_with="one"))) == [("circle", "pledges[1].conflicts_with")]


def test_of_three_pledges_in_conflict_one_is_preferred(tmp_path: Path) -> None:
    one, two = pledge("one", 5), pledge("two", 6, conflicts_with="one")
    three = pledge("three", 7, conflicts_with="two", preferred_because="The latest.")
    assert found(tmp_path, pledges(one, two, three)) == []
    assert found(tmp_path, pledges(one, two, three, pledge("four", 8, conflicts_with="three", preferred_because="No.")))


def revised(**links: str) -> str:
    """Return a promise and newer versions of it, each with what it revises and other links."""
    lines = (pledge(slug, 400 + n, due=2020 + n, **_links(links[slug])) for n, slug in enumerate(sorted(links)))
    return pledges(pledge("a", 100, due=2019), *lines)


def _links(written: str) -> dict[str, object]:
    return {name: other for name, _, other in (part.partition("=") for part in written.split())}


VERSIONS: list[tuple[dict[str, str], list[int]]] = [
    ({"b": "revises=a"}, []),
    ({"b": "revises=a", "c": "revises=b", "d": "revises=c"}, []),
    ({"b": "revises=a", "c": "revises=[a,b]"}, []),
    ({"b": "revises=a", "c": "revises=a"}, [3]),
    ({"b": "revises=a", "c": "revises=a", "d": "revises=a"}, [3]),  # once for all of them
    ({"b": "revises=a", "c": "revises=a", "d": "revises=[b,c]"}, [3]),  # b and c still stand side by side
    ({"b": "revises=a", "c": "revises=b", "d": "revises=[a,c]"}, []),
    ({"b": "revises=a", "c": "revises=a conflicts_with=b"}, []),
    ({"b": "revises=a", "c": "revises=a part_of=b"}, []),
]


def test_the_versions_of_a_promise_stand_in_a_row(tmp_path: Path) -> None:
    for links, warned in VERSIONS:
        told = [field for code, field in found(tmp_path, revised(**links)) if code == "two-revisions"]
        assert told == [f"pledges[{number}].revises" for number in warned], links


# --- likeness -------------------------------------------------------------------------------------------------------


def second(text: str) -> str:
    return source("second", "2019-04") + text


@each(
    ("other", "alike"),
    [
        (pledge("two", 300, due=2021), True),
        (pledge("two", "{about: 300}", due="2021-06"), True),
        (pledge("two", 300), True),  # the second article gives no date
        (pledge("two", 300, at="TG", measure="hires"), True),
        (pledge("two", 300, due=2024), False),
        (pledge("two", 300, at="ma-fes"), False),
        (pledge("two", 300, basis="government"), False),
        (pledge("two", 300, measure="seats"), False),
        (pledge("two", 310), False),
        (pledge("two", 300, revises="one"), False),
        (pledge("two", 300, operators="[exemplia, inventel]"), False),
    ],
)
def test_a_pledge_of_a_second_article_that_looks_like_that_of_the_first_is_told(
    other: str, alike: bool, tmp_path: Path
) -> None:
    first = pledges(pledge("one", 300, due=2021, announced="2019-03"))
    assert found(tmp_path, first, second("pledges:\n" + other)) == ([("same-claim", "pledges[1].id")] if alike else [])


@each(
    ("other", "alike"),
    [
        ("status: open", True),
        ("status: open, opened: 2015", True),
        ("status: open, name: Inventel Tower", True),
        ("status: open, address: 2 Invented Street", False),
        ("status: open, opened: 2018", False),
    ],
)
def test_a_site_of_a_second_article_is_the_same_unless_something_tells_them_apart(
    other: str, alike: bool, tmp_path: Path
) -> None:
    first = source() + HEAD + SITE.replace("status: open", "status: open, opened: 2015, address: 1 Invented Street")
    text = second(f"sites:\n- {{id: two, cite: 1, operator: exemplia, at: tg-lome, {other}}}\n")
    assert found(tmp_path, first, text) == ([("same-claim", "sites[1].id")] if alike else [])


def test_one_article_tells_two_sites_of_an_operator_apart_by_less(tmp_path: Path) -> None:
    two = SITE.splitlines()[1].replace("id: centre", "id: two").replace("open}", "open, address: 2 Invented Street}")
    assert found(tmp_path, source() + HEAD + SITE + two + "\n") == []
    assert found(tmp_path, source() + HEAD + SITE + two.split(", address")[0] + "}\n") == [
        ("same-claim", "sites[2].id")
    ]


@pytest.mark.parametrize(("published", "alike"), [("2019-04", True), ("2021", False)])
def test_undated_events_are_the_same_only_where_the_articles_are_of_one_year(
    published: str, alike: bool, tmp_path: Path
) -> None:
    event = claim("events", kind="recruitment", status="happened", summary="They hire.", parties="{subject: exemplia}")
    texts = (source() + HEAD + event, source("second", published) + event.replace("id: one", "id: two"))
    assert found(tmp_path, *texts) == ([("same-claim", "events[1].id")] if alike else [])


def test_many_claims_that_look_alike_are_told_once_and_soon(tmp_path: Path) -> None:
    """Each held against each other they took two minutes."""
    first = pledges(*(pledge(f"a-{number}", 300, due=2021) for number in range(700)))
    other = second("pledges:\n" + "".join(pledge(f"b-{number}", 300, due="2021-06") for number in range(700)))
    (tmp_path / "0.yaml").write_text(first, "utf-8")
    (tmp_path / "1.yaml").write_text(other, "utf-8")
    (problem,) = check(gather([tmp_path], around=[resource("seeds")]))
    assert (problem.code, problem.field) == ("same-claim", "pledges[2].id")
    looks = f"this looks like a-0 in {tmp_path / '0.yaml'}; also a-2, a-3, a-4, a-5, a-6, and 1,393 more"
    assert problem.message == looks


def test_many_places_of_one_name_are_told_once(tmp_path: Path) -> None:
    places = "".join(f"- {{id: tg-{number}, kind: city, name: One, country: TG}}\n" for number in range(700))
    assert found(tmp_path, f"places:\n{places}") == [("place-twice", "places[2].name")]


def test_many_mistyped_slugs_are_told_soon(tmp_path: Path) -> None:
    """Only the first few get a suggestion: to look for one goes through all that are known."""
    operators = "".join(f"- {{id: e-{number:x}, name: {number * 7919:x}q}}\n" for number in range(1, 700))
    lines = "".join(pledge(f"p-{number}", 9, operators=f"e-{number}z", due=2021) for number in range(700))
    texts = [f"operators:\n{operators}", source() + "pledges:\n" + lines]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    unknown = [one for one in check(gather([tmp_path], around=[resource("seeds")])) if one.code == "unknown-slug"]
    assert len(unknown) == 700
    assert sum(one.remedy.startswith("Did you mean") for one in unknown) == MOST_SUGGESTED


@each(
    ("name", "near"),
    [
        ("EXEMPLIA", True),
        ("Groupe Exemplia", True),
        ("Exem Plia Sarl", True),
        ("Exemplias", True),
        ("Éxempliä", True),
        ("Exemplia Contact", False),
        ("Simplia", False),
    ],
)
def test_an_operator_with_a_name_near_that_of_another_is_told(name: str, near: bool, tmp_path: Path) -> None:
    text = HEAD.replace("name: Inventel", f"name: {name}")
    assert found(tmp_path, text) == ([("near-names", "operators[2].name")] if near else [])


def test_names_that_a_succession_explains_and_acronyms_are_not_near(tmp_path: Path) -> None:
    renamed = HEAD.replace("name: Inventel", "name: Exemplias")
    succession = claim("successions", kind="rename", status="completed", predecessor="exemplia", successor="inventel")
    assert found(tmp_path, source() + renamed + succession) == []
    acronyms = HEAD.replace("Exemplia}", "Exemplia, names: [{name: OS, kind: acronym}]}")
    acronyms = acronyms.replace("Inventel}", "Inventel, names: [{name: OS, kind: acronym}]}")
    assert found(tmp_path, acronyms) == []


# --- none at all, and never ------------------------------------------------------------------------------------------


def test_none_is_promised_spent_or_owned_and_a_report_of_none_is_a_fact(tmp_path: Path) -> None:
    promised = pledge("one", "{}")
    reported = claim("reports", at="TG", kind="held", figure="{}", measure="headcount", basis="operator")
    spent = claim("investments", kind="capital", status="planned", amount="{}", currency="MAD", at="TG")
    counted = claim("statistics", figure="{}", measure="vacancies")
    owned = claim("ownerships", owned="exemplia", owner="inventel", status="completed", share="{}")
    something = {"5": True, "{at_most: 5}": True, "{range: [1, 5]}": True}
    nothing = {"{about: 0}": False, "{at_least: 0}": False, "{at_most: 0}": False, "{range: [0, 5]}": False}
    for text, field, exactly_none in (
        (f"pledges:\n{promised}", "pledges[1].figure", False),
        (reported, "reports[1].figure", True),
        (spent, "investments[1].amount", False),
        (counted, "statistics[1].figure", True),
        (owned, "ownerships[1].share", False),
    ):
        for figure, allowed in (something | nothing | {"0": exactly_none}).items():
            problems = found(tmp_path, source() + HEAD + text.replace("{}", figure))
            wrong = [problem for problem in problems if problem[0] == "wrong-value"]
            assert wrong == ([] if allowed else [("wrong-value", field)]), (field, figure)


def test_a_report_of_none_is_loaded_as_such() -> None:
    text = claim("reports", at="TG", kind="held", figure=0, measure="headcount", basis="operator", as_of=2018)
    database = loaded_text(source() + HEAD + text)
    answer = ocdb("sql", "SELECT low, high, bound, figure FROM v_reports", database=database)
    assert answer.rows == [["0", "0", "exact", "0"]]


def test_a_share_is_at_most_all_of_it(tmp_path: Path) -> None:
    for share, allowed in {"100": True, "{at_least: 50}": True, "160": False, "{range: [90, 101]}": False}.items():
        text = claim("ownerships", owned="exemplia", owner="inventel", status="completed", share=share)
        assert bool(found(tmp_path, source() + HEAD + text)) != allowed, share


def test_nobody_succeeds_or_owns_oneself(tmp_path: Path) -> None:
    succession = claim("successions", kind="merger", status="announced", predecessor="exemplia", successor="exemplia")
    ownership = claim("ownerships", owned="exemplia", owner="exemplia", status="completed")
    assert found(tmp_path, source() + HEAD + succession) == [("circle", "successions[1].successor")]
    assert found(tmp_path, source() + HEAD + ownership) == [("circle", "ownerships[1].owner")]
    judgement = "judgements:\n- {id: j, same: [exemplia, inventel], judged: 2020, reason: They are one.}\n"
    for withdrawn in (False, True):
        judged = judgement.replace(
            ".}", ".}" if not withdrawn else "., withdrawn: 2021, withdrawn_reason: They aren't.}"
        )
        text = source() + HEAD + ownership.replace("owner: exemplia", "owner: inventel") + judged
        assert found(tmp_path, text) == ([] if withdrawn else [("circle", "ownerships[1].owner")])
    renamed = succession.replace("merger", "rename").replace("successor: exemplia", "successor: inventel")
    assert found(tmp_path, source() + HEAD + renamed + judgement) == []


def test_a_date_lies_in_the_time_of_which_articles_tell(tmp_path: Path) -> None:
    for due, problems in (
        ("2049", []),
        ("2050", [("far-away", "pledges[1].due")]),
        ("2199-12-31", [("far-away", "pledges[1].due")]),
        ("2200", [("wrong-value", "pledges[1].due")]),
        ("9999", [("wrong-value", "pledges[1].due")]),
        ("2020/9999", [("wrong-value", "pledges[1].due")]),
        ("../9999-12-31", [("wrong-value", "pledges[1].due")]),
    ):
        assert found(tmp_path, pledges(pledge("one", 5, due=due))) == problems, due
    for published in ("1499", "0001-01-01", "9999"):
        assert found(tmp_path, source(published=published)) == [("wrong-value", "source.published")], published
    undated = pledges(pledge("one", 5, due="2150")).replace(", published: 2019-03-04", "")
    assert found(tmp_path, undated) == []


def _near_by_pairs(names: list[str]) -> list[list[str]]:
    """Return the groups of operators with near names, each held against each."""
    pairs = combinations(sorted(enumerate(names), key=lambda one: (len(one[1]), one[1])), 2)
    return linked(
        (f"o{one}", f"o{other}")
        for (one, shorter), (other, longer) in pairs
        if len(shorter) >= NEAR * len(longer) and SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= NEAR
    )


@st.composite
def near_names(draw: st.DrawFn) -> list[str]:
    """Return a name, and others in which some letters of it are missing, or more have come."""
    name = draw(st.text("abcdefghijkl", min_size=4, max_size=40))
    names = [name]
    for _ in range(draw(st.integers(0, 3))):
        letters = list(name)
        for _ in range(draw(st.integers(0, len(name) // 4))):
            place = draw(st.integers(0, len(letters)))
            letters[place : place + draw(st.integers(0, 1))] = draw(st.sampled_from(["", "x"]))
        names.append("".join(letters) or "x")
    return names


@given(near_names())
def test_the_index_of_names_finds_the_near_ones_that_all_pairs_show(names: list[str]) -> None:
    files = Document("own.yaml")
    corpus = Corpus(
        entries={
            "operator": {
                f"o{number}": Entry("operator", Operator(id=f"o{number}", name=name), files, ())
                for number, name in enumerate(names)
            }
        }
    )
    assert len(list(CHECKS["near-names"].find(corpus))) == len(_near_by_pairs(names))
