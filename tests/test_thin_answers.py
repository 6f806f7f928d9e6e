"""Answers with little in them say why, questions that nothing can fit are refused, and articles are a step away."""

import json
import subprocess
import sys

from tests.commands import ocdb, recorded


def err(*arguments: str) -> str:
    """Return what a question that is refused is answered."""
    answer = ocdb(*arguments, database=recorded())
    assert answer.code in (2, 4), arguments
    return answer.err


def table(*arguments: str) -> str:
    """Return an answer as people read it."""
    answer = ocdb(*arguments, "-f", "table", database=recorded())
    assert answer.code == 0, answer.err
    return answer.out


def test_an_area_says_what_lies_in_it_and_never_that_nobody_searched_it() -> None:
    for command in (("jobs",), ("losses",), ("pledges",), ("delivery",), ("list", "sites"), ("conflicts",)):
        out = table(*command, "Africa")
        assert "Africa: the continent as GeoNames has it" in out, command
        assert "What is said of it as a whole is included." in out, command
        assert "no search" not in out, command
    assert "This is what is said of Africa as a whole." in table("show", "Africa")


def test_a_country_that_nobody_has_read_is_named_wherever_it_is_asked_for() -> None:
    tunisia = "Tunisia: 69 articles are known, none of which has been read yet"
    for command in (("show",), ("conflicts",), ("delivery",), ("chart",), ("timeline",), ("pledges",), ("losses",)):
        assert tunisia in table(*command, "TN"), command
    assert tunisia in table("list", "sites", "TN,MA")
    read = "Morocco: 46 of 357 known articles have been read"  # one of them without a date
    for asked in ("list sites MA", "list sites --place Fès", "jobs MA", "losses Oriental"):
        assert read in table(*asked.split()), asked
    assert "known articles" not in table("list", "sites", "FR")  # all are read
    assert "articles read so far" in table("losses")


def test_a_list_of_which_nothing_is_shown_says_how_much_there_is() -> None:
    lines = table("list", "sites", "TG", "--limit", "0").splitlines()
    assert lines[0] == "3 sites: Togo"
    assert "Showing 0 of 3; see --limit" in lines
    for command in (("timeline",), ("list", "events"), ("pledges",), ("search", "a"), ("review",)):
        assert "Showing 2 of " in table(*command, "--limit", "2"), command
    assert "Showing" not in table("list", "events", "--limit", "100000")


def test_a_name_of_two_countries_asks_which() -> None:
    assert err("jobs", "Congo").splitlines()[0] == (
        "ocdb: Congo may be CD (Congo - Kinshasa) or CG (Congo - Brazzaville)"
    )
    assert "Corée may be KP (North Korea) or KR (South Korea)" in err("jobs", "Corée")


def test_what_nothing_can_fit_is_refused() -> None:
    for command in (("pledges",), ("losses",), ("timeline",), ("list", "events")):
        message = err(*command, "--since", "2020", "--until", "2010")
        assert message.startswith("ocdb: --since 2020 is later than --until 2010\n"), command
    assert err("pledges", "--overdue", "--verdict", "delivered").startswith("ocdb: --overdue doesn't fit --verdict")
    for empty in (("jobs", ""), ("search", ""), ("show", " "), ("jobs", "--country", ","), ("--db", "", "jobs"),
                  ("list", "sites", "--columns", ""), ("pledges", "--since="), ("jobs", "--as-of", "")):  # fmt: skip
        answer = ocdb(*empty)
        assert (answer.code, answer.out) == (2, ""), empty
        assert " is empty\n  Give it a value or leave it out;" in answer.err, empty


def test_suggestions_are_near_misses_by_name_and_each_thing_once() -> None:
    near: dict[tuple[str, ...], str] = {
        ("show", "Webhelp SAS"): "Webhelp",
        ("jobs", "Marok"): "Maroc",
        ("show", "vipp-interstis-lome-2020-50"): "vipp-interstis-lome-2020-500",
    }
    for question, name in near.items():
        assert f"  Did you mean {name}" in err(*question), question
    assert "  Did you mean Côte d’Ivoire" in err("jobs", "Ivoire")
    assert "Did you mean" not in err("jobs", "--operator", "webhelp " * 50)  # a page of words is near to no name
    for strange in (("show", "total-call"), ("compare", "Togo", "Nowhere")):
        assert f"Try: ocdb search WORDS; another database is asked with --db. The database is {recorded()}." in (
            err(*strange)
        ), strange
    assert err("list", "events", "--by", "x") == "ocdb: there is no option --by\n  For help: ocdb list -h\n"
    assert err("jobs", "--country") == "ocdb: the option --country needs a value\n  For help: ocdb jobs -h\n"


def test_names_are_written_with_commas_and_articles_by_their_address() -> None:
    ids = ("--columns", "id")
    several = ocdb("list", "sites", "--operator", "Eca groupe,Saccom", *ids, database=recorded()).lines
    assert {line.partition("-oujda")[0] for line in several[1:]} == {"eca-groupe", "saccom"}
    whole = "Ministère de l'Industrie, du Commerce et des Nouvelles Technologies"
    assert ocdb("list", "events", whole, *ids, database=recorded()).code == 0
    kinds = ocdb("list", "events", "--kind", "closure,opening", "--columns", "kind", database=recorded())
    assert {row[0] for row in kinds.rows} == {"closure", "opening"}
    for address in ("https://cio-mag.com/?p=22927", "http://www.cio-mag.com/?p=22927#top"):
        found = json.loads(ocdb("show", address, "-f", "json", database=recorded()).out)
        assert found["record"]["id"] == "ciomag-2020-01-30-vipp-interstis"
        assert ocdb("list", "pledges", "--source", address, database=recorded()).rows


def test_a_hint_keeps_what_was_asked_for() -> None:
    closed = table("list", "events", "--kind", "closure", "--country", "MA")
    assert "on record: ocdb list sites --country MA --status closed" in closed
    invested = table("list", "investments", "--operator", "Notoriety")
    assert "1 event has an investor but no amount: ocdb list events --operator notoriety --kind agreement" in invested
    assert "Webhelp, France: Stands for the ten sites in France" in table("list", "sites", "--operator", "Webhelp")


def test_promises_of_a_larger_area_are_counted_for_people_and_listed_as_data() -> None:
    out = table("jobs", "--place", "Oujda", "--left-out")
    assert "Left out, for a larger area: Morocco: 13, Oriental: 3; see -f json" in out
    assert "axa-morocco" not in out
    data = json.loads(ocdb("jobs", "--place", "Oujda", "-f", "json", database=recorded()).out)
    assert sum(line["reason"] == "for_the_whole_of" for line in data["left_out"]) == 16


def test_the_ledger_and_delivery_show_the_articles_behind_each_promise() -> None:
    for command in ("pledges", "delivery", "jobs"):
        out = table(command, "--country", "TG", "--sources")
        assert "https://www.alwihdainfo.com/" in out, command
        data = json.loads(ocdb(command, "TG", "--sources", "-f", "json", database=recorded()).out)
        supported = {claim for article in data["sources"] for claim in article["supports"].split("; ")}
        assert "vipp-interstis-lome-2020-500-by-april-2023" in supported, command
    assert "Articles: 11; see --sources" in table("pledges", "TG")


def test_a_dossier_in_a_pipe_takes_no_lines_of_a_million_columns() -> None:
    assert max(map(len, table("show", "TN").splitlines())) < 200


def test_the_package_runs_as_a_module() -> None:
    ran = subprocess.run([sys.executable, "-m", "ocdb", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("ocdb ")


# --- names without an option --------------------------------------------------------------------------------------


def test_a_name_that_a_question_cannot_be_narrowed_by_is_refused_and_never_ignored() -> None:
    totals = ("jobs", "losses", "delivery", "chart", "conflicts", "review")
    for command in (*totals, "coverage", "evidence"):
        takes = "countries, places, operators" if command in totals else "countries"
        assert err(command, "Cina Lawson") == (
            f"ocdb: {command} can't be narrowed by Cina Lawson (person)\n"
            f"  It takes: {takes}. All about that name: ocdb show cina-lawson\n"
        )
        for form in ("tsv", "json"):
            answer = ocdb(command, "APIEX", "-f", form, database=recorded())
            assert (answer.code, answer.out) == (2, ""), (command, form)
    assert err("coverage", "Webhelp").startswith("ocdb: coverage can't be narrowed by Webhelp (operator)\n")
    assert "500 jobs" in table("pledges", "Cina Lawson")


def test_the_help_of_a_name_says_what_the_question_takes() -> None:
    for command, kinds in {
        "jobs": "Countries, places or operators;", "review": "Countries, places or operators;",
        "coverage": "Countries; as by --country.", "pledges": "Countries, places, operators, institutions or people;",
    }.items():  # fmt: skip
        assert kinds in " ".join(ocdb(command, "-h").out.split()), command


# --- names that exclude each other --------------------------------------------------------------------------------


def test_a_place_that_is_in_no_country_that_was_asked_for_is_refused() -> None:
    message = "ocdb: Lomé (Togo) isn't in Morocco\n  Leave out the country or the place.\n"
    for command in (("list", "sites"), ("list", "pledges"), ("pledges",), ("jobs",), ("losses",), ("delivery",),
                    ("chart",), ("review",), ("list", "places")):  # fmt: skip
        for scope in (("Lomé", "Maroc"), ("--country", "MA", "--place", "Lomé"), ("Oujda,Lomé,MA",)):
            assert err(*command, *scope) == message, command
    assert err("list", "sites", "Lomé", "Maroc", "-f", "json", "--on", "2020") == message
    assert err("jobs", "Lomé", "MA,TN").splitlines()[0] == "ocdb: Lomé (Togo) isn't in Morocco, Tunisia"


def test_a_place_in_one_of_several_countries_or_beside_an_area_is_asked_for() -> None:
    assert "3 sites" in table("list", "sites", "Lomé", "TG,MA")
    assert "Africa (58 countries), Lomé" in table("list", "sites", "Lomé", "Africa")


def test_an_event_may_lead_from_a_place_to_another_country() -> None:
    moved = ocdb("list", "events", "--place", "ma-rabat", "--country", "FR", "--columns", "id", database=recorded())
    assert (moved.code, moved.lines) == (0, ["id", "axa-rabat-transfer-2009"])
    for command in (("timeline",), ("list", "events"), ("conflicts",)):
        assert "Lomé (Togo) isn't in Morocco" in table(*command, "Lomé", "Maroc"), command


def test_an_article_is_found_by_its_address_however_it_was_come_to() -> None:
    rows = json.loads(ocdb("list", "sources", "TG", "-f", "json", database=recorded()).out)
    slug, address = next((row["id"], row["url"]) for row in rows if row["url"] and "?" not in row["url"])
    page = address.partition("://")[2].removeprefix("www.").rstrip("/")
    host, slash, path = page.partition("/")
    for form in (page, f"www.{page}/", f"http://{page}", f"https://{host.upper()}{slash}{path}", f"{page}#top",
                 f"https://{page}?utm_source=x&utm_medium=y", f"{page}/?utm_source=x#z"):  # fmt: skip
        for question in (("show", form), ("list", "sources", "--source", form)):
            answer = ocdb(*question, "-f", "json", database=recorded())
            assert answer.code == 0, (form, answer.err)
            assert f'"id": "{slug}"' in answer.out, form
    for other in (f"{page}?p=1", f"{page}x", host):
        assert ocdb("show", other, database=recorded()).code == 4, other
