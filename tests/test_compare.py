"""Countries and operators side by side."""

import json

from tests.commands import ocdb, recorded


def compared(*names: str) -> dict[tuple[str, str], dict[str, object]]:
    answer = ocdb("compare", *names, "-f", "json", database=recorded())
    assert answer.code == 0, answer.err
    return {(row.pop("part"), row.pop("line")): row for row in json.loads(answer.out)}


def test_countries_stand_side_by_side_with_the_numbers_of_the_other_questions() -> None:
    lines = compared("Morocco", "TN")
    jobs = json.loads(ocdb("jobs", "Morocco", "-f", "json", database=recorded()).out)
    assert lines["promised", "new_jobs"] == {"MA": jobs["totals"][0]["low"], "TN": None}
    sites = json.loads(ocdb("list", "sites", "MA", "--status", "open", "-f", "json", database=recorded()).out)
    assert lines["sites", "sites_open"]["MA"] == len(sites)
    pledges = json.loads(ocdb("pledges", "MA", "--basis", "operator", "-f", "json", database=recorded()).out)
    assert lines["promises", "promises"]["MA"] == len(pledges)
    assert lines["articles", "articles_known"]["TN"] == 69
    assert lines["articles", "articles"]["TN"] == 0


def test_people_see_names_and_that_a_gap_is_no_zero() -> None:
    answer = ocdb("compare", "Webhelp", "Intelcia", columns=80, database=recorded())
    assert answer.lines[0] == "Webhelp, Intelcia, side by side"
    assert "nothing is on record in the articles that were read" in answer.out


def test_lines_stand_in_a_fixed_order_and_what_was_not_read_is_no_zero() -> None:
    lines = compared("TG,MA", "Tunisia")
    kinds = ["sites", "promised", "promises", "verdicts", "delivery", "lost", "events", "articles"]
    assert list(dict.fromkeys(part for part, _line in lines)) == kinds
    assert next(iter(lines)) == ("sites", "sites_open")
    assert lines["sites", "sites_closed"] == {"TG": 0, "MA": 5, "TN": None}
    assert lines["promised", "seats"]["TG"] is None
    assert [*compared("MA", "TG")] == [*compared("TG", "MA")]


def test_places_can_be_compared() -> None:
    assert compared("Oujda", "Fès")["articles", "articles"]["ma-fes"]


def test_what_cant_be_compared_is_an_error_that_says_so() -> None:
    for names in (
        ["Morocco"],
        ["Morocco", "Webhelp"],
        ["Morocco", "MA"],
        ["Cina Lawson", "Ada"],
        ["Morocco", "Atlantis"],
    ):
        answer = ocdb("compare", *names)
        assert answer.code != 0, names
        assert len(answer.err.splitlines()) == 2, answer.err
