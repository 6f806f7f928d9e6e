"""`ocdb show`: the dossier of one thing; `ocdb search`: finding it."""

import json
import re
import shlex
from typing import Any

import pytest

from tests.cases import each
from tests.commands import flat, ocdb, recorded
from tests.own import odd


def shown(name: str) -> dict[str, Any]:
    """Return a dossier in JSON."""
    answer = ocdb("show", name, "-f", "json")
    assert (answer.code, answer.complaints) == (0, "")
    found: dict[str, Any] = json.loads(answer.out)
    return found


# --- whatever it is -----------------------------------------------------------------------------------------------


@each(
    ("name", "kind", "key"),
    [
        ("webhelp", "operator", "webhelp"),
        ("WEBHELP", "operator", "webhelp"),
        ("groupe Saccom", "operator", "saccom"),
        ("siccam", "institution", "siccam"),
        ("Salon international des centres de contact et d'appel au Maroc", "institution", "siccam"),
        ("MPEN", "institution", "togo-mpen"),
        ("Cina Lawson", "official", "cina-lawson"),
        ("Charles-Emmmanuel Berc", "official", "charles-emmanuel-berc"),
        ("TG", "country", "TG"),
        ("tgo", "country", "TG"),
        ("Togo", "country", "TG"),
        ("Côte d'Ivoire", "country", "CI"),
        ("Ivory Coast", "country", "CI"),
        ("Oujda", "place", "ma-oujda"),
        ("oujda-shore", "place", "ma-oujda-shore"),
        ("lome", "place", "tg-lome"),
        ("vipp-interstis-lome", "site", "vipp-interstis-lome"),
        ("siccam-2020-trophies", "event", "siccam-2020-trophies"),
        ("vipp-interstis-lome-2020-500", "pledge", "vipp-interstis-lome-2020-500"),
        ("keyyo-abbeville-2009-11", "report", "keyyo-abbeville-2009-11"),
        ("drarga-pepiniere-cost", "investment", "drarga-pepiniere-cost"),
        ("morocco-vacancies-2009", "statistic", "morocco-vacancies-2009"),
        ("lawson-togo-minister", "position", "lawson-togo-minister"),
        ("vipp-interstis-first-offshore-africa", "statement", "vipp-interstis-first-offshore-africa"),
        ("ciomag-2020-01-30-vipp-interstis", "source", "ciomag-2020-01-30-vipp-interstis"),
        (
            "Tanger abrite les Régionales de la relation clients",
            "source",
            "liberation-2009-01-21-regionales-tanger",
        ),
        (
            "tanger abrite les regionales de la relation CLIENTS",
            "source",
            "liberation-2009-01-21-regionales-tanger",
        ),
    ],
)
def test_a_thing_is_shown_by_slug_name_or_title(name: str, kind: str, key: str) -> None:
    found = shown(name)
    assert (found["kind"], found["record"]["id"]) == (kind, key)


def test_a_slug_goes_before_a_name() -> None:
    answer = ocdb("show", "namesake-1", "-f", "json", database=odd())
    assert json.loads(answer.out)["record"]["name"] == "Namesake"


def test_a_name_that_several_bear_lists_their_slugs() -> None:
    answer = ocdb("show", "namesake", database=odd())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "ocdb: namesake may be namesake-1 or namesake-2\n  Use one of these.\n"


def test_an_unknown_name_suggests_the_nearest() -> None:
    answer = ocdb("show", "Webhepl")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("ocdb: there is nothing called Webhepl\n  Did you mean Webhelp")


def test_a_name_that_resembles_nothing_leads_to_the_search() -> None:
    answer = ocdb("show", "qqqqqq")
    assert answer.code == 4
    hint = "Try: ocdb search WORDS; another database is asked with --db. The database is "
    assert answer.err.startswith(f"ocdb: there is nothing called qqqqqq\n  {hint}")


def test_a_retired_slug_leads_to_its_successor() -> None:
    answer = ocdb("show", "odd-old-slug", "-f", "json", database=odd())
    assert json.loads(answer.out)["record"]["id"] == "odd-operator"


def test_a_retired_slug_without_a_successor_is_not_found() -> None:
    assert ocdb("show", "odd-gone", database=odd()).code == 4


# --- what a dossier holds -----------------------------------------------------------------------------------------


def test_an_operator_has_all_that_is_said_of_it() -> None:
    found = shown("Webhelp")
    assert list(found) == [
        "kind", "record", "names", "ledger", "sites", "events", "pledges", "statistics", "statements", "sources",
        "citations", "slugs",
    ]  # fmt: skip
    assert list(flat(found["sites"], "id", "status")) == [
        ("webhelp-france", "open"),
        ("webhelp-agadir-dakhla", "planned"),
        ("webhelp-fes", "open"),
        ("webhelp-rabat", "open"),
        ("webhelp-romania", "open"),
    ]
    assert list(flat(found["pledges"], "figure", "measure")) == [("nearly 400", "seats")]
    assert {citation["source"] for citation in found["citations"]} == {"aujourdhui-2011-webhelp-agadir"}


def test_the_record_has_all_columns_of_its_view() -> None:
    (row,) = json.loads(ocdb("sql", "SELECT * FROM v_operators WHERE id = 'webhelp'", "-f", "json").out)
    assert shown("webhelp")["record"] == row


def test_names_are_told_with_their_kinds() -> None:
    assert list(flat(shown("charles-emmanuel-berc")["names"], "slug", "name", "kind")) == [
        ("charles-emmanuel-berc", "Charles-Emmmanuel Berc", "misspelling"),  # in the order of time
        ("charles-emmanuel-berc", "Charles-Emmanuel Berc", "legal"),
    ]


def test_an_official_has_positions_and_what_that_person_said() -> None:
    found = shown("Céline Lazard")
    assert list(flat(found["positions"], "title", "organisation")) == [("Marketing director", "keyyo")]
    assert [statement["id"] for statement in found["statements"]] == ["keyyo-reason-costs", "keyyo-reason-quality"]
    assert [investment["id"] for investment in found["investments"]] == ["keyyo-relocation-cost"]


def test_an_institution_has_the_events_that_it_takes_part_in() -> None:
    assert [event["id"] for event in shown("CRI de Tanger")["events"]] == ["regionales-relation-clients-2009-tanger"]


def test_a_country_has_its_sites_and_pledges() -> None:
    found = shown("Togo")
    assert [site["id"] for site in found["sites"]] == ["vipp-interstis-lome"]
    assert len(found["pledges"]) == 4
    assert "reports" not in found


def test_a_place_has_what_lies_within_it() -> None:
    assert [site["id"] for site in shown("Oujda")["sites"]][-1] == "saccom-oujda-shore"


def test_a_site_has_its_events_and_pledges() -> None:
    found = shown("webhelp-agadir-dakhla")
    assert list(found) == ["kind", "record", "names", "periods", "events", "pledges", "citations"]
    assert [event["id"] for event in found["events"]] == [
        "webhelp-agadir-contract",
        "webhelp-agadir-language-tests",
        "webhelp-agadir-recruitment",
        "webhelp-agadir-opening",
    ]
    assert [pledge["id"] for pledge in found["pledges"]] == ["webhelp-agadir-2011-400"]


def test_a_claim_has_the_passages_that_state_it() -> None:
    found = shown("vipp-interstis-lome-2020-25")
    assert list(flat(found["citations"], "source", "paragraph", "stance")) == [
        ("ciomag-2020-01-30-vipp-interstis", 11, "supports"),
    ]
    found = shown("oujda-2020-3000")
    assert list(flat(found["citations"], "source", "paragraph", "stance")) == [
        ("orientalmarocain-2020-07-siccam-oujda", 2, "supports"),
        ("orientalmarocain-2020-07-siccam-oujda", 3, "supports"),
    ]


def test_two_claims_in_conflict_name_each_other() -> None:
    assert shown("vipp-interstis-first-offshore-africa")["record"]["conflicts_with"] == (
        "morocco-first-offshore-africa-1999"
    )
    assert shown("morocco-first-offshore-africa-1999")["record"]["conflicts_with"] == (
        "vipp-interstis-first-offshore-africa"
    )


def test_a_source_has_its_bibliography_and_all_claims_that_it_states() -> None:
    found = shown("liberation-2009-01-21-regionales-tanger")
    record = found["record"]
    assert (record["publisher"], record["published"], record["language"]) == ("Libération (Maroc)", "2009-01-21", "fr")
    assert len(record["sha256"]) == 64
    assert {citation["claim"] for citation in found["citations"]} >= {
        "morocco-new-sites-2009",
        "morocco-vacancies-2009",
    }


def test_nothing_of_an_article_is_left_without_a_passage() -> None:
    for (source,) in ocdb("sql", "SELECT id FROM v_sources").rows:
        found = shown(source)
        claims = {
            row["id"]
            for name, rows in found.items()
            if name not in ("kind", "record", "names", "conflict", "sources", "citations")
            for row in rows
        }
        assert claims <= {citation["claim"] for citation in found["citations"]}


# --- formats ------------------------------------------------------------------------------------------------------


def table(*arguments: str, columns: int = 80) -> list[str]:
    """Return what people see on a terminal."""
    return ocdb(*arguments, columns=columns).table


def test_on_a_terminal_a_claim_is_its_record_and_the_passages_with_the_key_of_their_article() -> None:
    assert table("show", "keyyo-abbeville-2009-11", columns=100) == [
        "Keyyo: 11 jobs created in Abbeville (reported figure)",
        "Operator     Keyyo",
        "Figure       11 jobs",
        "Kind         created",
        "Where        Abbeville, France",
        "As of        by May 2009?",
        "Key          keyyo-abbeville-2009-11",
        "Reading      additional",
        "Counted by   operator",
        "On the date  Created by the move, which was done when the article appeared.",
        "Note         In the article's own voice. How many jobs Casablanca lost isn't said.",
        "",
        "Citations (1)",
        "Publisher   Published                        Title                               Paragraph  Stance",
        "Silicon.fr  between October 2008 and May     A contre courant : quand les                7  supports",
        "            2009?                            centres d'appels sont rapatriés...",
        "  silicon-2009-centres-rapatries",
    ]


def test_on_a_terminal_a_promise_shows_how_its_figure_is_meant_and_what_became_of_it() -> None:
    lines = [" ".join(line.split()) for line in table("show", "vipp-interstis-lome-2020-25")]
    assert lines[0] == "VIPP Interstis: 25 staff in Lomé by 1 April 2020 (promise)"
    for line in (
        "Reading in all",
        "Baseline none: nobody worked there before",
        "Firmness announcement",
        "Part of vipp-interstis-lome-2020-100",
        "On the announcement Reported with the press conference of that day.",
        "no evidence calculated no report",
    ):
        assert line in lines


def test_on_a_terminal_a_list_does_not_repeat_whom_the_dossier_is_about() -> None:
    lines = table("show", "Webhelp")
    assert lines[0] == "Webhelp (operator)"
    assert lines[lines.index("Sites (5)") + 1].split() == ["Where", "Status", "Opening"]
    promises = lines.index("Promises and their outcomes (1)")
    assert lines[promises + 1].split() == ["Promise", "Where", "Promised", "on", "Verdict", "Evidence"]
    assert not [line for line in lines if line.startswith("Promises (")]
    assert lines[-1] == "Citations (21): ocdb list citations --operator webhelp"


@pytest.mark.slow
def test_a_dossier_shows_a_few_rows_of_a_long_list_and_a_command_that_prints_the_others() -> None:
    for word in ("Intelcia", "Webhelp"):
        short = ocdb("show", word, "-f", "table", database=recorded()).lines
        commands = [line.partition(": ")[2] for line in short if re.match(r"[\d,]+ more: ocdb ", line)]
        assert commands, word
        every = ocdb("show", word, "--all", "-f", "table", database=recorded())
        assert not re.search(r"\d more: ", every.out), word
        for command in commands:
            answer = ocdb(*shlex.split(command)[1:], "-f", "table", database=recorded())
            assert (answer.code, bool(answer.lines)) == (0, True), command
        data = json.loads(ocdb("show", word, "-f", "json", database=recorded()).out)
        assert data == json.loads(ocdb("show", word, "--all", "-f", "json", database=recorded()).out)
    events = json.loads(ocdb("list", "events", "--country", "MA", "-f", "json", database=recorded()).out)
    shown = ocdb("show", "Morocco", "-f", "table", database=recorded()).out
    assert f"Events ({len(events)}): the latest" in shown
    assert max(events, key=lambda event: event["date_from"] or "")["id"] in shown


def test_the_addresses_of_the_articles_are_printed_whole_and_titles_are_no_keys() -> None:
    for word in ("Intelcia", "intelcia-douala-opening-2016"):
        shown = ocdb("show", word, "--sources", columns=80, database=recorded()).out
        data = json.loads(ocdb("show", word, "-f", "json", database=recorded()).out)
        articles = [*data.get("sources", ()), *data["citations"]]
        assert articles
        for article in articles:
            assert article["url"] in shown, (word, article["url"])
            assert (article["title"] or article["publisher"]).split()[0] in shown


def test_what_is_only_pointed_to_on_a_terminal_stands_in_data() -> None:
    whole = ocdb("show", "Webhelp")
    assert (whole.code, whole.err) == (0, "")
    assert {row[0] for row in whole.rows} >= {"record", "name", "ledger", "pledges", "citations"}
    listed = ocdb("list", "citations", "--operator", "webhelp", "-f", "json")
    assert len(json.loads(listed.out)) == 21


@each(
    "name",
    ["Webhelp", "Cina Lawson", "siccam", "Morocco", "Oujda", "silicon-2009-centres-rapatries", "oujda-2020-3000"],
)
@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_longer_than_the_terminal_is_wide(name: str, width: int) -> None:
    assert max(map(len, ocdb("show", name, columns=width).lines)) <= width


def test_in_a_pipe_a_dossier_is_one_fact_a_line() -> None:
    answer = ocdb("show", "Intelcia")
    assert answer.lines[0] == "section\tid\tfield\tvalue"
    assert answer.rows[:2] == [["record", "intelcia", "id", "intelcia"], ["record", "intelcia", "name", "Intelcia"]]
    assert ["sites", "intelcia-oujda", "opened", "2020-08"] in answer.rows


def test_markdown_has_a_heading_a_section() -> None:
    answer = ocdb("show", "Eca groupe", "-f", "md")
    assert [line for line in answer.lines if line.startswith("#")] == [
        "## Eca groupe (operator)", "### Names (2)", "### Promises and their outcomes (1)", "### Sites (1)",
        "### Articles (1)",
    ]  # fmt: skip
    assert answer.err == "Citations (4): ocdb list citations --operator eca-groupe\n"


# --- search -------------------------------------------------------------------------------------------------------


FOUND = "kind\tid\ttitle\ttitle_fr\ttext\ttext_fr\tlabels"


def found(*words: str) -> list[str]:
    """Return the slugs that a search finds, the best first."""
    answer = ocdb("search", *words)
    more = "" if len(answer.rows) < 20 else r"Showing 20 of [2-9]\d; see --limit\n"
    assert (answer.code, bool(re.fullmatch(more, answer.err))) == (0, True), answer.err
    return [row[1] for row in answer.rows]


def test_who_bears_the_name_comes_before_what_is_said_of_it() -> None:
    assert found("keyyo")[:2] == ["keyyo", "keyyo-abbeville"]
    assert found("oujda", "shore")[0] == "ma-oujda-shore"
    assert found("lomé")[0] == "tg-lome"


def test_a_title_goes_before_a_note() -> None:
    answer = ocdb("search", "namesake", database=odd())
    assert [row[1] for row in answer.rows] == ["namesake-1", "namesake-2", "pipe"]


def test_the_same_name_goes_before_a_longer_one() -> None:
    assert found("oujda")[:2] == ["ma-oujda", "ma-oujda-shore"]


def test_another_name_is_as_good_as_the_main_one() -> None:
    assert found("Tangier")[0] == "ma-tanger"
    assert found("Fez")[0] == "ma-fes"


def test_accents_and_case_do_not_matter() -> None:
    assert found("TETOUAN") == found("Tétouan") == found("tétouan")
    assert found("TETOUAN")[0] == "ma-tetouan"


def test_all_words_must_occur_in_any_order() -> None:
    slugs = found("lawson", "postes")
    assert slugs == found("postes", "lawson") == ["lawson-togo-minister"]


def test_several_words_in_one_argument_are_several_words() -> None:
    assert found("offshoring oriental") == found("offshoring", "oriental")


def test_a_misspelt_name_that_an_article_prints_is_found() -> None:
    assert found("emmmanuel") == ["charles-emmanuel-berc"]


def test_a_part_of_a_word_is_found_after_whole_words() -> None:
    slugs = found("market")
    assert slugs.index("morocco-local-market-2009") < slugs.index("phone-marketing")


@each(
    ("words", "expected"),
    [
        (["%"], ["percent"]),
        (["0%"], ["percent"]),
        (["100%", "call"], ["percent"]),
        (["call_center", "100"], ["percent"]),
    ],
)
def test_wildcards_of_like_are_letters_like_others(words: list[str], expected: list[str]) -> None:
    assert [row[1] for row in ocdb("search", *words, database=odd()).rows] == expected


@each("word", ["_", "!", "z%a", "__", "'", "\\", "' OR 1=1 --"])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(word: str) -> None:
    answer = ocdb("search", "--", word)
    assert (answer.code, answer.err, answer.out) == (0, f"No results for {word}\n", f"{FOUND}\n")


def test_the_best_come_first_when_there_are_more_than_the_limit() -> None:
    answer = ocdb("search", "webhelp", "--limit", "1")
    assert answer.rows == [["operator", "webhelp", "Webhelp", "Webhelp", "Webhelp Maroc", "Webhelp Maroc", ""]]
    assert answer.lines[0] == FOUND
    assert len(ocdb("search", "morocco").rows) == 20


def test_on_a_terminal_kind_slug_and_title_are_shown() -> None:
    assert table("search", "keyyo", "--limit", "3") == [
        "17 records for keyyo",
        "Kind      Title                        Key",
        "operator  Keyyo                        keyyo",
        "site      Site of Keyyo in Abbeville   keyyo-abbeville",
        "site      Site of Keyyo in Casablanca  keyyo-casablanca",
        "",
        "Showing 3 of 17; see --limit",
    ]


def test_in_json_the_text_beside_the_title_is_there_too() -> None:
    (record,) = json.loads(ocdb("search", "MPEN", "-f", "json", "--limit", "1").out)
    assert (record["kind"], record["id"]) == ("institution", "togo-mpen")
    assert record["text"].startswith("MPEN")
