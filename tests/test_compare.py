"""Countries and operators side by side."""

import json

from tests.commands import ocdb, packaged


def compared(*names: str) -> dict[tuple[str, str], dict[str, object]]:
    answer = ocdb("compare", *names, "-f", "json", database=packaged())
    assert answer.code == 0, answer.err
    return {(row.pop("part"), row.pop("line")): row for row in json.loads(answer.out)}


def test_countries_stand_side_by_side_with_the_numbers_of_the_other_questions() -> None:
    lines = compared("Morocco", "TN")
    jobs = json.loads(ocdb("jobs", "Morocco", "-f", "json", database=packaged()).out)
    assert lines["promised", "new_jobs"] == {"MA": jobs["totals"][0]["low"], "TN": None}
    sites = json.loads(ocdb("list", "sites", "MA", "--status", "open", "-f", "json", database=packaged()).out)
    assert lines["sites", "sites_open"]["MA"] == len(sites)
    pledges = json.loads(ocdb("pledges", "MA", "-f", "json", database=packaged()).out)
    assert lines["promises", "promises"]["MA"] == len(pledges)
    assert lines["articles", "articles_known"]["TN"] == 69
    assert lines["articles", "articles"]["TN"] == 0


def test_people_see_names_and_that_a_gap_is_no_zero() -> None:
    answer = ocdb("compare", "Webhelp", "Intelcia", columns=80, database=packaged())
    assert answer.lines[0] == "Webhelp, Intelcia, side by side"
    assert "isn't zero" in answer.out


def test_what_cant_be_compared_is_an_error_that_says_so() -> None:
    for names in (["Morocco"], ["Morocco", "Webhelp"], ["Oujda", "Agadir"], ["Morocco", "Atlantis"]):
        answer = ocdb("compare", *names)
        assert answer.code != 0, names
        assert len(answer.err.splitlines()) == 2, answer.err
