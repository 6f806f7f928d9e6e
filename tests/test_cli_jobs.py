"""`ocdb jobs`: totals that count no job twice, what was left out and why, and the reports beside."""

import csv
import json
from typing import Any

from ocdb.answers.adding import SCREENFUL
from tests.cases import each
from tests.commands import flat, loaded_text, ocdb
from tests.own import ODD, odd

SLUG = "vipp-interstis-lome-2020"
TRANCHE = ("part_of", {"pledge": f"{SLUG}-500"})
TARGET = ("other_basis", {"asked": "operator", "basis": "government"})
JOINT = ("joint", {"operators": ["saccom", "eca-groupe"], "unnamed": 2})
LEVELS = "jobs in total, which may include people already there"
RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
PLEDGE = """
- id: odd-more-{number}
  cite: 1
  operators: odd-operator
  at: ci-dabou
  figure: {number}
  reading: additional
  measure: jobs
  basis: operator
  announced: 2020
"""
LINE = ["line", "low", "high", "bound", "pledges", "commitment", "announcement", "ambition", "forecast", "capacity"]


def jobs(*arguments: str) -> dict[str, Any]:
    """Return the answer in JSON."""
    answer = ocdb("jobs", *arguments, "-f", "json")
    assert answer.code == 0
    assert "--left-out" not in answer.err, "JSON has what is left out"
    found: dict[str, Any] = json.loads(answer.out)
    return found


def totals(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    return list(flat(found["totals"], "line", "low", "high", "bound"))


def counted(found: dict[str, Any]) -> list[str]:
    return [pledge["id"] for pledge in found["counted"]]


def left_out(found: dict[str, Any]) -> dict[str, tuple[str, dict[str, Any]]]:
    return {pledge["id"]: (pledge["reason"], pledge["reason_details"]) for pledge in found["left_out"]}


# --- the headline -------------------------------------------------------------------------------------------------


@each(
    ("arguments", "headline"),
    [
        (
            (),
            f"Promised by operators: 900 new jobs; and, counted separately, at least 3,000 {LEVELS}; nearly 400 seats",
        ),
        (("--country", "Togo"), "Togo, promised by operators: 500 new jobs"),
        (
            ("--country", "TG", "--due-by", "2021-12-31"),
            "Togo, promised by operators, due by 31 December 2021: 100 new jobs",
        ),
        (
            ("--country", "TG", "--due-by", "2021-03"),
            "Togo, promised by operators, due by 31 March 2021: 100 new jobs",
        ),
        (("--country", "TG", "--basis", "government"), "Togo, targets of governments: 5,000 new jobs"),
        (("--operator", "webhelp"), "Webhelp, promised by operators: nearly 400 seats"),
        (("--place", "ma-oujda-shore"), "Oujda Shore, Oujda, promised by operators: 1,000 new jobs"),
        (("--operator", "Intelcia"), "Intelcia, promised by operators: nothing that counts"),
        (("--basis", "federation"), "Targets of federations: nothing that counts"),
        (("--basis", "analyst"), "Forecasts of analysts: nothing that counts"),
        (
            ("--operator", "webhelp", "--operator", "keyyo", "--country", "MA"),
            "Morocco, Webhelp, Keyyo, promised by operators: nearly 400 seats",
        ),
    ],
)
def test_the_first_line_says_the_scope_and_the_totals(arguments: tuple[str, ...], headline: str) -> None:
    answer = ocdb("jobs", *arguments, "-f", "table")
    assert (answer.code, answer.lines[0], answer.complaints) == (0, headline, "")


# --- the rule, on the five articles -------------------------------------------------------------------------------


def test_tranches_of_one_promise_count_once() -> None:
    found = jobs("--country", "TG")
    assert totals(found) == [("new_jobs", 500, 500, "exact")]
    assert counted(found) == ["vipp-interstis-lome-2020-500"]
    assert left_out(found) == {
        "togo-outsourcing-2020-5000": TARGET,
        "vipp-interstis-lome-2020-100": TRANCHE,
        "vipp-interstis-lome-2020-25": TRANCHE,
    }


def test_by_the_end_of_2021_the_tranche_that_is_due_counts() -> None:
    found = jobs("--country", "TG", "--due-by", "2021-12-31")
    assert totals(found) == [("new_jobs", 100, 100, "exact")]
    assert left_out(found)[f"{SLUG}-500"] == ("due_later", {"day": "2023-01-31"})
    assert left_out(found)[f"{SLUG}-25"] == ("part_of", {"pledge": f"{SLUG}-100"})


@each(("due_by", "low"), [("2020-04-01", 25), ("2020", 25), ("2021-03", 100), ("2021-03-30", 25), ("2023-01-31", 500)])
def test_a_tranche_counts_from_the_last_day_of_its_due_date(due_by: str, low: int) -> None:
    assert totals(jobs("--country", "TG", "--due-by", due_by)) == [("new_jobs", low, low, "exact")]


def test_before_anything_is_due_nothing_counts() -> None:
    assert totals(jobs("--country", "TG", "--due-by", "2020-03-31")) == []


def test_a_pledge_without_a_due_date_is_left_out_of_a_total_by_a_date() -> None:
    found = jobs("--operator", "Webhelp", "--due-by", "2030")
    assert (totals(found), left_out(found)) == ([], {"webhelp-agadir-2011-400": ("no_due_date", {})})


def test_a_target_of_the_government_is_no_promise_of_an_operator() -> None:
    found = jobs("--country", "TG", "--basis", "government")
    assert totals(found) == [("new_jobs", 5000, 5000, "exact")]
    assert counted(found) == ["togo-outsourcing-2020-5000"]
    own = ("other_basis", {"asked": "government", "basis": "operator"})
    assert left_out(found) == dict.fromkeys([f"{SLUG}-100", f"{SLUG}-25", f"{SLUG}-500"], own)


def test_seats_are_given_as_seats_and_never_as_jobs() -> None:
    found = jobs("--operator", "Webhelp")
    assert totals(found) == [("seats", 360, 399, "nearly")]
    assert (counted(found), left_out(found)) == (["webhelp-agadir-2011-400"], {})


def test_levels_and_seats_stand_on_lines_of_their_own() -> None:
    assert totals(jobs("--country", "Morocco")) == [
        ("levels", 3000, None, "at_least"),
        ("seats", 360, 399, "nearly"),
    ]


def test_a_joint_figure_counts_once_for_the_place_with_one_firms_share_in_it() -> None:
    found = jobs("--place", "Oujda")
    assert totals(found) == [("levels", 3000, None, "at_least")]
    assert left_out(found) == {"saccom-oujda-2020-1000": ("part_of", {"pledge": "oujda-2020-3000"})}


def test_for_one_firm_only_its_own_share_counts_and_the_joint_figure_is_left_out() -> None:
    found = jobs("--operator", "Saccom")
    assert totals(found) == [("new_jobs", 1000, 1000, "exact")]
    assert left_out(found) == {"oujda-2020-3000": ("joint", {"operators": ["notoriety", "eca-groupe"], "unnamed": 2})}


def test_all_named_firms_together_are_still_not_all_of_the_joint_figure() -> None:
    found = jobs("--operator", "saccom", "--operator", "notoriety", "--operator", "eca-groupe")
    assert counted(found) == ["saccom-oujda-2020-1000"]
    assert left_out(found) == {"oujda-2020-3000": ("joint", {"unnamed": 2})}


def test_a_firm_with_nothing_but_a_joint_figure_has_nothing_that_counts() -> None:
    found = jobs("--operator", "Notoriety")
    assert (totals(found), counted(found)) == ([], [])
    assert left_out(found) == {"oujda-2020-3000": JOINT}


def test_in_the_park_of_one_firm_only_its_share_counts() -> None:
    assert totals(jobs("--place", "Oujda Shore")) == [("new_jobs", 1000, 1000, "exact")]


def test_a_region_holds_the_promises_of_its_cities() -> None:
    assert counted(jobs("--place", "Souss-Massa")) == ["webhelp-agadir-2011-400"]


def test_a_promise_for_a_whole_country_is_none_for_its_capital() -> None:
    found = jobs("--place", "Lomé", "--basis", "government")
    assert (counted(found), left_out(found)["togo-outsourcing-2020-5000"]) == (
        [],
        ("for_the_whole_of", {"place": "TG"}),
    )


def test_a_promise_for_a_city_counts_in_the_city_and_in_its_country() -> None:
    assert counted(jobs("--place", "Lomé")) == counted(jobs("--country", "TG")) == [f"{SLUG}-500"]


def test_several_operators_are_one_scope() -> None:
    found = jobs("--operator", "saccom", "--operator", "Webhelp")
    assert totals(found) == [("new_jobs", 1000, 1000, "exact"), ("seats", 360, 399, "nearly")]


def test_a_source_narrows_to_the_promises_that_it_reports() -> None:
    found = jobs("--source", "silicon-2009-centres-rapatries")
    assert (totals(found), counted(found)) == (
        [("new_jobs", 400, 400, "exact")],
        ["phone-marketing-dreux-2009-400"],
    )


def test_the_whole_of_the_five_articles() -> None:
    found = jobs()
    assert totals(found) == [
        ("new_jobs", 900, 900, "exact"),
        ("levels", 3000, None, "at_least"),
        ("seats", 360, 399, "nearly"),
    ]
    assert counted(found) == [
        "oujda-2020-3000",
        "phone-marketing-dreux-2009-400",
        "vipp-interstis-lome-2020-500",
        "webhelp-agadir-2011-400",
    ]
    assert left_out(found) == {
        "saccom-oujda-2020-1000": ("part_of", {"pledge": "oujda-2020-3000"}),
        "souss-massa-2011-3500": TARGET,
        "togo-outsourcing-2020-5000": TARGET,
        "vipp-interstis-lome-2020-100": TRANCHE,
        "vipp-interstis-lome-2020-25": TRANCHE,
    }


def test_a_range_keeps_both_its_ends() -> None:
    answer = ocdb("jobs", "-f", "json", database=odd())
    assert totals(json.loads(answer.out)) == [("levels", 300, 400, "range")]
    assert ocdb("jobs", "-f", "table", database=odd()).lines[0] == f"Promised by operators: 300 to 400 {LEVELS}"


# --- reports ------------------------------------------------------------------------------------------------------


def test_what_was_reported_stands_beside_and_is_not_added() -> None:
    found = jobs("--operator", "Keyyo")
    assert totals(found) == []
    assert list(flat(found["reports"], "id", "low", "kind", "place")) == [
        ("keyyo-abbeville-2009-11", 11, "created", "fr-abbeville")
    ]


def test_reports_keep_to_the_scope() -> None:
    assert jobs("--country", "TG")["reports"] == []
    assert [report["id"] for report in jobs("--country", "FR")["reports"]] == ["keyyo-abbeville-2009-11"]


# --- the object ---------------------------------------------------------------------------------------------------


def test_the_json_object_has_scope_totals_counted_left_out_and_reports() -> None:
    assert list(jobs("--country", "TG")) == ["scope", "taken_in", "denied", "totals", "counted", "left_out", "reports"]


def test_the_scope_stands_under_the_keys_that_the_names_resolved_to() -> None:
    found = jobs(
        "--operator", "VIPP INTERSTIS", "--country", "Togolese Republic", "--place", "Lome", "--due-by", "2021",
        "--source", "ciomag-2020-01-30-vipp-interstis",
    )  # fmt: skip
    assert found["scope"] == {
        "operator": ["vipp-interstis"],
        "country": ["TG"],
        "place": ["tg-lome"],
        "source": ["ciomag-2020-01-30-vipp-interstis"],
        "due_by": "2021-12-31",
        "basis": "operator",
    }


def test_a_total_has_its_line_two_ends_how_many_count_and_how_much_is_of_each_firmness() -> None:
    found = jobs()["totals"]
    assert [list(one) for one in found] == [LINE] * 3
    assert list(flat(found, *LINE[4:])) == [(2, 0, 900, 0, 0, 0), (1, 0, 3000, 0, 0, 0), (1, 0, 360, 0, 0, 0)]


def test_each_pledge_left_out_has_its_row_of_the_view_and_the_reason() -> None:
    (pledge,) = jobs("--operator", "Notoriety")["left_out"]
    (row,) = json.loads(ocdb("list", "pledges", "--operator", "Notoriety", "-f", "json").out)
    assert pledge == row | {"reason": JOINT[0], "reason_details": JOINT[1]}


def test_a_number_of_the_command_line_is_a_number_of_the_views() -> None:
    rows = ocdb(
        "sql",
        "SELECT scope, line, low, high, bound FROM v_totals WHERE scope_kind = 'country' AND basis = 'operator'"
        " AND due_by IS NULL ORDER BY scope, line",
    ).rows
    assert rows == [
        [key, line, str(low), str(high or ""), bound]
        for key in ("FR", "MA", "TG")
        for line, low, high, bound in totals(jobs("--country", key))
    ]
    assert len(rows) == 4


# --- groups -------------------------------------------------------------------------------------------------------


@each(
    ("arguments", "expected"),
    [
        (
            ("--by", "country"),
            [
                ("FR", "France", "new_jobs", 400, 400, "exact", 1),
                ("MA", "Morocco", "levels", 3000, None, "at_least", 1),
                ("MA", "Morocco", "seats", 360, 399, "nearly", 1),
                ("TG", "Togo", "new_jobs", 500, 500, "exact", 1),
                (None, "all", "new_jobs", 900, 900, "exact", 2),
                (None, "all", "levels", 3000, None, "at_least", 1),
                (None, "all", "seats", 360, 399, "nearly", 1),
            ],
        ),
        (
            ("--by", "operator", "--country", "MA"),
            [
                ("saccom", "Saccom", "new_jobs", 1000, 1000, "exact", 1),
                ("webhelp", "Webhelp", "seats", 360, 399, "nearly", 1),
                (None, "all", "levels", 3000, None, "at_least", 1),
                (None, "all", "seats", 360, 399, "nearly", 1),
            ],
        ),
        (
            ("--by", "place", "--operator", "saccom"),
            [
                ("ma-oriental", "Oriental", "new_jobs", 1000, 1000, "exact", 1),
                ("ma-oujda", "Oujda", "new_jobs", 1000, 1000, "exact", 1),
                ("ma-oujda-shore", "Oujda Shore, Oujda", "new_jobs", 1000, 1000, "exact", 1),
                (None, "all", "new_jobs", 1000, 1000, "exact", 1),
            ],
        ),
        (
            ("--by", "year", "--country", "TG"),
            [
                ("2020", "due by the end of 2020", "new_jobs", 25, 25, "exact", 1),
                ("2021", "due by the end of 2021", "new_jobs", 100, 100, "exact", 1),
                ("2023", "due by the end of 2023", "new_jobs", 500, 500, "exact", 1),
                (None, "all", "new_jobs", 500, 500, "exact", 1),
            ],
        ),
        (
            ("--by", "year", "--country", "TG", "--due-by", "2021-06"),
            [
                ("2020", "due by the end of 2020", "new_jobs", 25, 25, "exact", 1),
                ("2021", "due by 2021-06-30", "new_jobs", 100, 100, "exact", 1),
                (None, "all", "new_jobs", 100, 100, "exact", 1),
            ],
        ),
        (
            ("--by", "country", "--basis", "government"),
            [
                ("MA", "Morocco", "new_jobs", 3500, 3500, "exact", 1),
                ("TG", "Togo", "new_jobs", 5000, 5000, "exact", 1),
                (None, "all", "new_jobs", 8500, 8500, "exact", 2),
            ],
        ),
    ],
)
def test_each_group_is_a_scope_of_its_own(arguments: tuple[str, ...], expected: list[tuple[Any, ...]]) -> None:
    found = jobs(*arguments)["groups"]
    assert [tuple(line.values())[:7] for line in found] == expected
    assert all(sum(tuple(line.values())[7:]) == line["low"] for line in found)


def test_an_answer_without_a_promise_is_said_beside_the_data() -> None:
    answer = ocdb("jobs", "--by", "operator", "--as-of", "1990")
    assert (answer.code, answer.rows) == (0, [])
    assert answer.err.splitlines()[1:] == ["Promised by operators: nothing that counts"]


def test_people_read_what_a_group_is_and_why_groups_do_not_add_up() -> None:
    for by, heading, group, apart in (
        ("country", "Country", "Togo", ""),
        ("operator", "Operator", "VIPP Interstis", "A joint promise is listed under none of its operators"),
        ("place", "Place", "Lomé", "A place includes the places in it"),
        ("year", "Due", "by 31 December 2020", "Each line has all that is due by then"),
    ):
        answer = ocdb("jobs", "--by", by, "--country", "TG", "-f", "table")
        assert [line for line in answer.lines[1:3] if line.startswith(f"{heading} ")], by
        assert [line for line in answer.lines[3:] if line.startswith(f"{group} ")], by
        assert [line for line in answer.lines[3:] if line.startswith("all ")], by
        assert apart in answer.out, by
    due = ocdb("jobs", "--by", "year", "--country", "TG", "--due-by", "2021-06", "-f", "table").lines
    assert [line.split("  ")[0] for line in due if "new jobs " in line] == [
        "by 31 December 2020",
        "by 30 June 2021",
        "all",
    ]


def test_groups_have_the_key_its_name_and_the_total() -> None:
    assert list(jobs("--by", "place")["groups"][0]) == ["place", "place_name", *LINE]


# --- formats ------------------------------------------------------------------------------------------------------


def test_on_a_terminal_the_totals_and_what_counts_follow_and_notes_say_what_else_there_is() -> None:
    assert ocdb("jobs", "--operator", "saccom", columns=80).out == (
        "Saccom, promised by operators: 1,000 new jobs\n"
        "Line      Total  Promises\n"
        f"{RULE * 25}\n"
        "new jobs  1,000         1\n"
        "\n"
        "What counts\n"
        "Promised\n"
        "by        Promise     Where                         Adds  Key\n"
        f"{RULE * 80}\n"
        "Saccom    1,000 jobs  Oujda Shore, Oujda, Morocco  1,000  saccom-oujda-2020-1000\n"
        "\n"
        "Left out: 1 (joint with others: 1); see --left-out\n"
        "Articles: 1; see --sources\n"
    )


def test_what_is_left_out_says_whose_it_is_and_why() -> None:
    answer = ocdb("jobs", "--country", "TG", "--left-out", "--reports", "-f", "table")
    lines = [line.split("  ")[0] + "|" + line.split("  ")[-2].strip() for line in answer.lines if "  " in line]
    assert lines[-3:] == [
        "Gouvernement togolais|a figure of another basis: government",
        "VIPP Interstis|part of vipp-interstis-lome-2020-500",
        "VIPP Interstis|part of vipp-interstis-lome-2020-500",
    ]
    assert answer.lines[-3:] == ["", "Articles: 1; see --sources", "Togo: 1 of 22 known articles have been read"]
    joint = ocdb("jobs", "--operator", "Notoriety", "--left-out", "-f", "table").out
    assert "Notoriety, Saccom, Eca groupe, 2 unnamed  at least 3,000 jobs" in joint
    assert "joint with Saccom, Eca groupe, 2 unnamed" in joint


def test_a_reason_names_places_countries_and_operators() -> None:
    answer = ocdb("jobs", "--place", "Lomé", "--basis", "government", "--left-out", "-f", "table")
    assert "Left out, for a larger area: Togo: 1; see -f json" in answer.lines
    assert "a figure of another basis: operator" in answer.out


def test_a_long_list_of_what_counts_is_counted_for_people_and_whole_in_data() -> None:
    many = f"{ODD}\n" + "\n".join(PLEDGE.format(number=number) for number in range(1, SCREENFUL + 1))
    database = loaded_text(many)
    answer = ocdb("jobs", "-f", "table", database=database)
    assert f"Promises counted: {SCREENFUL + 1}; see --counted" in answer.lines
    assert "odd-more-1" not in answer.out
    assert "odd-more-1" in ocdb("jobs", "--counted", "-f", "table", database=database).out
    assert len(ocdb("jobs", "--counted", database=database).rows) == SCREENFUL + 1
    grouped = ocdb("jobs", "--by", "operator", database=database)
    assert grouped.err.splitlines()[0] == f"Promises counted: {SCREENFUL + 1}; see --counted"


@each("by", ["operator", "country", "place", "year"])
def test_no_line_is_longer_than_the_terminal_is_wide(by: str) -> None:
    many = ("--source", "silicon-2009-centres-rapatries", "--source", "ciomag-2020-01-30-vipp-interstis")
    for arguments in ((), many):
        answer = ocdb("jobs", "--by", by, *arguments, columns=80)
        assert max(map(len, answer.lines)) <= 80


def test_in_a_pipe_there_is_a_line_a_total_or_what_was_asked_for_instead() -> None:
    answer = ocdb("jobs", "--country", "TG")
    assert answer.lines[0].split("\t") == LINE
    assert [row[:3] for row in answer.rows] == [["new_jobs", "500", "500"]]
    left = csv.DictReader(ocdb("jobs", "--country", "TG", "--left-out").lines, delimiter="\t")
    assert [(row["id"], row["reason"]) for row in left] == [
        ("togo-outsourcing-2020-5000", TARGET[0]), (f"{SLUG}-100", TRANCHE[0]), (f"{SLUG}-25", TRANCHE[0]),
    ]  # fmt: skip
    both = list(csv.DictReader(ocdb("jobs", "--country", "TG", "--counted", "--left-out", "-f", "csv").lines))
    assert [row["section"] for row in both] == ["counted", *["left_out"] * 3]
    # Of several parts only the columns in which something stands.
    assert all(any(row[name] for row in both) for name in both[0])


def test_data_that_lack_a_part_say_beside_them_which_option_prints_it() -> None:
    beside = [
        "Left out: 5 (part of another: 3, by another party: 2); see --left-out",
        "Reported figures: 1; see --reports",
        "Articles: 4; see --sources",
    ]
    assert ocdb("jobs").err.splitlines() == beside
    assert ocdb("jobs", "--reports").err.splitlines() == [beside[0], beside[2]]
    assert ocdb("jobs", "-f", "json").err == ""


def test_markdown_has_a_heading_a_section() -> None:
    assert ocdb("jobs", "--operator", "Webhelp", "-f", "md").out == (
        "## Webhelp, promised by operators: nearly 400 seats\n"
        "\n"
        "| Line | Total | Promises |\n"
        "| --- | --: | --: |\n"
        "| seats | nearly 400 | 1 |\n"
        "\n"
        "### What counts\n"
        "\n"
        "| Promised by | Promise | Where | Adds | Key |\n"
        "| --- | --- | --- | --: | --- |\n"
        "| Webhelp | nearly 400 seats | Dakhla, Agadir, Morocco | 360 to 399 | webhelp-agadir-2011-400 |\n"
    )
    nothing = ocdb("jobs", "--operator", "Notoriety", "--reports", "-f", "md").out
    assert nothing == "## Notoriety, promised by operators: nothing that counts\n\n### Reported: none\n\n"


# --- wrong questions ----------------------------------------------------------------------------------------------


@each(
    ("arguments", "code", "message"),
    [
        (("--operator", "keyo"), 4, "ocdb: there is no operator keyo\n  Did you mean Keyyo?\n"),
        (("--due-by", "soon"), 2, "ocdb: --due-by: soon isn't a date\n  Write 2020, 2020-07 or 2020-07-10.\n"),
        (("--due-by", "../2020"), 2, "ocdb: --due-by: ../2020 has an open end\n  Write 2020, 2020-07 or 2020-07-10.\n"),
        (("--source", "x"), 4, "ocdb: there is no source x\n  List them: ocdb list sources\n"),
    ],
)
def test_a_question_that_cannot_be_understood_says_what_to_write(
    arguments: tuple[str, ...], code: int, message: str
) -> None:
    answer = ocdb("jobs", *arguments)
    assert (answer.code, answer.out, answer.err) == (code, "", message)


def test_an_unknown_basis_or_grouping_is_a_usage_error() -> None:
    for arguments, choices in (
        (("--basis", "union"), "The values are operator, government, federation, analyst"),
        (("--by", "month"), "The values are operator, country, place, year"),
    ):
        answer = ocdb("jobs", *arguments)
        assert answer.code == 2
        assert choices in answer.err
