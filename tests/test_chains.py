"""The stories that run over several articles, as questions and answers: what ocdb is for, on the packaged data.

Each row is a question on the command line, the place in its JSON that answers it, and the answer. The day is fixed, so
that a promise doesn't become due under the test.
"""

import json
from functools import cache
from typing import Any

from tests.cases import each
from tests.commands import ocdb, recorded

DAY = "2026-11-22"


@cache
def ask(question: str, today: str) -> Any:
    answer = ocdb(*question.split("|"), "-f", "json", database=recorded(), env={"OCDB_TODAY": today})
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def verdict(pledge: str, *more: str) -> tuple[str, str, str | None]:
    """Return the verdict on a pledge, whether it is sourced or computed, and what decided it."""
    question = "|".join(("show", pledge, *more))
    (line,) = ask(question, DAY)["ledger"]
    return line["verdict"], line["verdict_basis"], line["decided_by"]


# --- what became of each promise ----------------------------------------------------------------------------------

PROMISES = {
    # AXA, 2006: 1,500 jobs on top of 130 in Morocco by 2012; about 1,600 in December of that year, which neither
    # reaches it nor shows a miss; more than enough in 2018.
    ("axa-morocco-2006-1500", "2013"): ("no_evidence", "computed", "axa-rabat-2012-1600"),
    ("axa-morocco-2006-1500", None): ("reached", "computed", "axa-services-rabat-2018-2500"),
    ("axa-morocco-2006-1500", "2012-12-04"): ("not_due", "computed", None),
    # Intelcia in Douala, 2016: 500 by the end of the year; 650 were there late in the year.
    ("intelcia-douala-2016-500", "2016"): ("partly_delivered", "computed", "intelcia-douala-400-2016"),
    ("intelcia-douala-2016-500", "2017-01"): ("no_evidence", "computed", "intelcia-douala-400-2016"),
    ("intelcia-douala-2016-500", "2017-03"): ("exceeded", "computed", "intelcia-cameroon-650-2016"),
    # VIPP Interstis in Benin: 1,000 by June 2019; more than 1,100 half a year later, so nobody knows whether in time.
    ("vipp-interstis-benin-2019-1000", "2019-04-30"): ("not_due", "computed", None),
    ("vipp-interstis-benin-2019-1000", "2020-01"): ("reached", "computed", "vipp-interstis-benin-2020-1100"),
    # VIPP Interstis in Togo: 500 by 2023; nobody tells. Silence is no miss.
    ("vipp-interstis-lome-2020-500", None): ("no_evidence", "computed", None),
    ("vipp-interstis-lome-2020-500", "2022-12-31"): ("not_due", "computed", None),
    # Intelcia in Dreux: 700 by the end of 2019; at least 540 were together on one site in March 2020.
    ("intelcia-dreux-2019-700", None): ("no_evidence", "computed", None),
    # Phone Marketing in Dreux, 2009: 400 without a date, so never exceeded; 550 there ten years later,
    # under another operator: reached, and nobody can call that delivered.
    ("phone-marketing-dreux-2009-400", "2019"): ("reached", "computed", "intelcia-dreux-2019-550"),
    ("phone-marketing-dreux-2009-400", "2010"): ("no_evidence", "computed", None),
    # TeleTech in Cape Town: the head of the trade body says in 2010 that the firm left. That misses no seats of 2012.
    ("teletech-cape-town-2007-2500", None): ("cancelled", "sourced", "teletech-cape-town-2007-2500-given-up"),
    ("teletech-south-africa-2007-3500", None): ("no_evidence", "computed", None),
    # Amazon in Cape Town: the 600 of 2010 became another promise in 2011.
    ("amazon-cape-town-2010-600", None): ("superseded", "computed", "amazon-cape-town-2011-600"),
    ("amazon-cape-town-2010-600", "2010-12-31"): ("not_due", "computed", None),
    # Webhelp in Morocco, 2015: 10,000 in all; about as many in 2019.
    ("webhelp-morocco-2015-10000", "2016"): ("no_evidence", "computed", None),
    # Webhelp in Agadir: 400 seats. The 1,000 people of 2015 are no seats.
    ("webhelp-agadir-2011-400", None): ("no_evidence", "computed", None),
    # Dell: 2,200 by 2010; more than 1,800 in June of that year, and nobody tells of its end.
    ("dell-casanearshore-2008-2200", None): ("no_evidence", "computed", "dell-casanearshore-2010-more-than-1800"),
    ("dell-casanearshore-2008-2200", "2010-12-30"): (
        "partly_delivered",
        "computed",
        "dell-casanearshore-2010-more-than-1800",
    ),
    # The memorandum of 2022: 5,050 of four firms by 2026, not due for another month.
    ("morocco-mou-2022-5050", None): ("not_due", "computed", None),
}


@each(("pledge", "day"), PROMISES)
def test_what_became_of_a_promise(pledge: str, day: str | None) -> None:
    more = ("--as-of", day) if day else ()
    assert verdict(pledge, *more) == PROMISES[pledge, day]


# --- who is who ---------------------------------------------------------------------------------------------------


def successions(question: str) -> list[tuple[str, str, str]]:
    """Return predecessors and successors: the other one, kind and status."""
    found = ask(question, DAY)
    before = [(one["predecessor"], one["kind"], one["status"]) for one in found.get("predecessors", ())]
    return before + [(one["successor"], one["kind"], one["status"]) for one in found.get("successors", ())]


IDENTITIES = {
    # Majorel and Sitel announced a merger in June 2022 and called it off in September.
    "show|Majorel": [
        ("phone-group", "merger", "completed"),
        ("arvato-crm", "merger", "completed"),
        ("foundever", "merger", "abandoned"),
        ("teleperformance", "acquisition", "completed"),
    ],
    "show|Majorel|--as-of|2022-07": [
        ("phone-group", "merger", "completed"),
        ("arvato-crm", "merger", "completed"),
        ("foundever", "merger", "announced"),
    ],
    # Webhelp was bought by Concentrix: announced in March 2023, completed in September.
    "show|Webhelp": [("concentrix", "acquisition", "completed")],
    "show|Webhelp|--as-of|2023-06": [("concentrix", "acquisition", "announced")],
    # Sitel is called Foundever since 2023: one operator, one slug.
    "show|Sitel Group": [("majorel", "merger", "abandoned")],
}


@each("question", IDENTITIES)
def test_who_came_before_and_after(question: str) -> None:
    assert successions(question) == IDENTITIES[question]


def test_an_operator_that_changed_its_name_is_found_by_both() -> None:
    record = ask("show|Sitel", DAY)["record"]
    assert (record["id"], record["name"]) == ("foundever", "Foundever")
    assert ask("jobs|--operator|Sitel", DAY)["totals"] == ask("jobs|--operator|Foundever", DAY)["totals"]


def test_asking_for_webhelp_says_what_is_known_of_its_later_name() -> None:
    named, following = ask("jobs|--operator|Webhelp", DAY), ask("jobs|--operator|Webhelp|--with-successors", DAY)
    (told,) = named["taken_in"]
    assert told == (
        "Webhelp (webhelp): without Concentrix (concentrix), which followed it (acquisition, 25 September 2023): "
        "--with-successors includes it"
    )
    assert following["taken_in"] == [
        "Webhelp (webhelp): with Concentrix (concentrix), which followed it (acquisition, 25 September 2023)"
    ]


def test_a_company_that_belongs_to_another_one_goes_on_under_its_name() -> None:
    assert [one["owner"] for one in ask("show|Intelcia", DAY)["parents"]] == ["altice"]
    assert [one["owner"] for one in ask("show|Webcad", DAY)["parents"]] == ["webhelp"]


# --- sites over time ----------------------------------------------------------------------------------------------

SITES = {
    # Webhelp in Agadir: to open in October 2011; at work by October 2012, nobody tells since when.
    ("webhelp-agadir-dakhla", "2011-09-30"): ("planned", "webhelp"),
    ("webhelp-agadir-dakhla", "2012-01-01"): ("unknown", "webhelp"),
    ("webhelp-agadir-dakhla", "2013"): ("open", "webhelp"),
    # The centre of Dreux opened in 2009, and was Intelcia's by 2019.
    ("phone-marketing-dreux", "2010"): ("open", "phone-marketing"),
    ("phone-marketing-dreux", "2020"): ("open", "intelcia"),
    # TeleTech in Cape Town had closed by the end of September 2010.
    ("teletech-cape-town", "2011"): ("closed", "teletech"),
    # Keyyo left Casablanca in 2009.
    ("keyyo-casablanca", "2010"): ("closed", "keyyo"),
}


@each(("site", "day"), SITES)
def test_the_state_of_a_site_on_a_day(site: str, day: str) -> None:
    (found,) = ask(f"list|sites|--site|{site}|--on|{day}", DAY)
    assert (found["status"], found["operator"]) == SITES[site, day]


def test_an_opening_that_was_put_off_shows_as_it_was_known_then() -> None:
    def opening(*more: str) -> tuple[str, str]:
        (found,) = (one for one in ask("|".join(("list", "events", "--operator", "Intelcia", "--place", "Oujda",
                                                "--kind", "opening", *more)), DAY))  # fmt: skip
        return found["status"], found["date"]

    assert opening("--as-of", "2020-08") == ("planned", "2020-08")
    assert opening() == ("happened", "2020")


# --- conflicts, copies and joint figures --------------------------------------------------------------------------


def test_two_outlets_print_different_figures_of_one_centre() -> None:
    (group,) = ask("conflicts|--operator|Safaricom|--kind|pledge", DAY)["groups"]
    assert [(one["id"], one["status"]) for one in group["claims"]] == [
        ("safaricom-eldoret-2019-800", "preferred"),
        ("safaricom-eldoret-2018-1000", "set_aside"),
        ("safaricom-eldoret-2019-more-than-800", "set_aside"),
    ]
    totals = ask("jobs|--operator|Safaricom|--place|ke-eldoret", DAY)
    assert "safaricom-eldoret-2019-800" in [one["id"] for one in totals["counted"]]
    assert "safaricom-eldoret-2018-1000" not in [one["id"] for one in totals["counted"]]


def test_three_outlets_make_three_figures_of_the_first_day_in_togo() -> None:
    groups = ask("conflicts|--operator|VIPP Interstis|--kind|pledge", DAY)["groups"]
    (group,) = (one for one in groups if one["conflict"] == "vipp-interstis-lome-2020-20")
    assert {one["figure"]: one["status"] for one in group["claims"]} == {
        "25": "preferred",
        "about 20": "set_aside",
        "about 100": "set_aside",
    }


def test_copies_of_one_text_are_one_voice() -> None:
    found = ask("show|morocco-mou-2022-5050", DAY)["record"]
    assert (found["sources"], found["voices"]) == (3, 1)


def test_a_joint_figure_counts_once_for_the_country_and_for_none_of_its_firms() -> None:
    country = ask("jobs|--country|MA|--basis|government|--source|mcinet-2022-04-20-mou", DAY)
    assert [one["id"] for one in country["counted"]] == ["morocco-mou-2022-5050"]
    firm = ask("jobs|--operator|Cnexia", DAY)
    assert [one["id"] for one in firm["counted"]] == ["cnexia-fes-2022-1750"]
    left_out = {one["id"]: (one["reason"], one["reason_details"]) for one in firm["left_out"]}
    assert left_out["morocco-mou-2022-5050"] == ("other_basis", {"asked": "operator", "basis": "government"})


def test_nothing_is_known_before_the_first_source() -> None:
    for kind in ("sources", "claims", "operators", "pledges", "successions"):
        assert ask(f"list|{kind}|--as-of|1990", DAY) == []


def test_as_of_today_is_no_as_of() -> None:
    assert ask(f"pledges|--as-of|{DAY}", DAY) == ask("pledges", DAY)
