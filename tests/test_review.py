"""`ocdb review`: what waits for a curator, since when, and what to search for, on both engines."""

import json
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocdb.answers.search_words import article, either
from tests.cases import each
from tests.commands import Answer, loaded, ocdb, same_on_both

TODAY = {"OCDB_TODAY": "2016-01-01"}
EARLY = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01,
  sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, paragraphs: 20, extent: whole}
operators:
- id: renamed
  name: Renamed
  names:
  - {name: Old Brand, kind: former, used: 2001/2005}
  - {name: Renamed SA, kind: legal}
  - {name: Renammed, kind: misspelling}
- {id: new-name, name: New Name}
- {id: other, name: Other}
sites:
- {id: renamed-tanger, cite: 1, operator: renamed, at: ma-tanger, status: open}
- {id: other-togo, cite: 1, operator: other, at: TG, status: closed}
- {id: other-plan, cite: 1, operator: other, at: TG, status: planned, opened: 2011-06}
- {id: other-some-day, cite: 1, operator: other, at: SN, status: planned}
- {id: other-staffed, cite: 1, operator: other, at: BJ, status: planned, opened: 2011}
- {id: other-inaugurated, cite: 1, operator: other, at: tg-lome, status: planned, opened: 2011-07}
- {id: other-next-year, cite: 1, operator: other, at: CI, status: planned, opened: 2017}
pledges:
- {id: renamed-100, cite: 2, operators: renamed, at: ma-tanger, figure: 100, measure: jobs, basis: operator,
   announced: 2010-03-01, due: 2012}
- {id: renamed-90-seats, cite: 2, operators: renamed, at: ma-tanger, figure: 90, measure: seats, basis: operator,
   announced: 2010-03-01, due: 2011}
- {id: renamed-30, cite: 2, operators: renamed, at: ma-tanger, figure: 30, measure: trainees, basis: operator,
   announced: 2004, due: 2009}
- {id: renamed-later, cite: 2, operators: renamed, at: ma-tanger, figure: 500, measure: jobs, basis: operator,
   announced: 2010-03-01, due: 2016-01-01}
- {id: togo-700, cite: 2, at: TG, figure: 700, measure: jobs, basis: government, announced: 2010-03-01, due: 2013}
- {id: togo-some-day, cite: 2, at: TG, figure: 800, measure: jobs, basis: government, announced: 2010-03-01}
events:
- {id: lome-opening, cite: 3, kind: opening, status: planned, at: tg-lome, site: other-inaugurated, date: 2011-07,
   summary: Other is to open., parties: {subject: other}}
- {id: lome-show, cite: 3, kind: trade_show, status: planned, at: tg-lome, date: 2010-05, summary: A show is planned.}
- {id: past-show, cite: 3, kind: trade_show, status: happened, at: tg-lome, date: 2010-01, summary: A show.}
investments:
- {id: togo-money, cite: 4, kind: site, status: planned, amount: 9000000, currency: XOF, at: TG, date: 2012}
successions:
- {id: other-merger, cite: 5, kind: merger, status: announced, predecessor: other, successor: renamed, date: 2010-12}
- {id: renamed-anew, cite: 5, kind: rename, status: completed, predecessor: renamed, successor: new-name, date: 2010-02}
statements:
- {id: first-here, cite: 6, topic: distinction, at: TG, summary: The first was here.}
"""
LATE = """
source: {id: press-2014, publisher: La Presse, title: "Le \\"premier\\" centre", language: fr, published: 2014-01-01}
sites:
- {id: late-dakar, cite: [], operator: other, at: sn-dakar, status: open}
reports:
- {id: staffed-40, cite: [], operators: other, at: BJ, site: other-staffed, kind: held, figure: 40, measure: headcount,
   basis: operator, as_of: 2013-05}
statements:
- {id: first-there, cite: [], topic: distinction, at: SN, summary: The first was there., conflicts_with: first-here}
"""
UNDATED = """
source: {id: web-page, publisher: A Page, url: "https://example.org/page", language: fr}
statements:
- {id: nobody-knows, cite: [], topic: services, at: TG, summary: Somebody answers calls.}
"""
FILES = {"early": EARLY, "late": LATE, "undated": UNDATED}


def _write(folder: Path) -> list[Path]:
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return [folder / f"{name}.yaml" for name in FILES]


@cache
def world() -> Path:
    """Return a database of the three sources."""
    return loaded(*_write(Path(tempfile.mkdtemp(prefix="ocdb-review-"))), name="review")


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Give `ocdb review` on that world."""
    return lambda *given, **more: ocdb("review", *given, database=world(), env=TODAY | more.pop("env", {}), **more)


def test_postgresql_has_the_same_work(new_database_of: Callable[[Sequence[Path]], str], tmp_path: Path) -> None:
    questions = ("review", "review -f json", "review --months 36 -f json", "review --as-of 2015 -f json")
    same_on_both(world(), new_database_of(_write(tmp_path)), *questions, env=TODAY)


def quick(*arguments: str, day: str = "2016-01-01") -> Answer:
    return ocdb("review", *arguments, database=world(), env={"OCDB_TODAY": day})


def pairs(answer: Answer) -> list[tuple[str, str]]:
    assert answer.code == 0, answer.err
    return [(row[0], row[1]) for row in answer.rows]


def ids(answer: Answer) -> list[str]:
    return [key for _, key in pairs(answer)]


def entry(key: str, *arguments: str) -> dict[str, Any]:
    (found,) = (one for one in json.loads(quick(*arguments, "-f", "json").out) if one["id"] == key)
    return dict(found)


# --- what is listed -----------------------------------------------------------------------------------------------


def test_entries_stand_by_kind_and_what_waits_longest_first(ask: Callable[..., Answer]) -> None:
    assert [(row[0], row[1], row[4]) for row in ask().rows] == [
        ("overdue_pledge", "renamed-30", "2009-12-31"),
        ("overdue_pledge", "renamed-90-seats", "2011-12-31"),
        ("overdue_pledge", "renamed-100", "2012-12-31"),
        ("overdue_pledge", "togo-700", "2013-12-31"),
        ("missing_development", "other-staffed", "2013-05-31"),
        ("passed_plan", "lome-show", "2010-05-31"),
        ("passed_plan", "other-merger", "2010-12-31"),
        ("passed_plan", "other-plan", "2011-06-30"),
        ("passed_plan", "lome-opening", "2011-07-31"),
        ("passed_plan", "togo-money", "2012-12-31"),
        ("silent_plan", "other-some-day", "2010-03-01"),
        ("silent_plan", "togo-some-day", "2010-03-01"),
        ("silent_site", "renamed-tanger", "2010-03-01"),
        ("open_conflict", "first-here", "2014-01-01"),
        ("undated_source", "web-page", ""),
        ("unhashed_source", "press-2014", "2014-01-01"),
        ("unhashed_source", "web-page", ""),
    ]


def test_people_see_first_how_much_there_is_of_each_kind(ask: Callable[..., Answer]) -> None:
    lines = ask(columns=90).lines
    assert lines[0] == "17 items for curators to review"
    assert [(line.split()[0], line.split()[-1]) for line in lines[3:-2]] == [
        ("4", "overdue_pledge"),
        ("1", "missing_development"),
        ("5", "passed_plan"),
        ("2", "silent_plan"),
        ("1", "silent_site"),
        ("1", "open_conflict"),
        ("1", "undated_source"),
        ("2", "unhashed_source"),
    ]
    assert lines[-1] == "ocdb review --kind overdue_pledge lists the items of one kind"
    assert ask().err == ""


def test_a_limit_cuts_the_list_and_not_the_count(ask: Callable[..., Answer]) -> None:
    answer = ask("--kind", "passed_plan", "--limit", "2")
    assert ids(answer) == ["lome-show", "other-merger"]
    assert answer.err == "Showing 2 of 5; see --limit\n"


def test_kinds_are_alternatives(ask: Callable[..., Answer]) -> None:
    answer = ask("--kind", "silent_site", "--kind", "open_conflict")
    assert ids(answer) == ["renamed-tanger", "first-here"]


def test_a_kind_that_is_none_is_told_with_the_nearest() -> None:
    answer = quick("--kind", "silent_sight")
    assert (answer.code, answer.err) == (
        4,
        "ocdb: --kind has no value silent_sight\n  Did you mean silent_site or silent_plan?\n",
    )


def test_filters_narrow_claims_and_sources_alike(ask: Callable[..., Answer]) -> None:
    assert ids(ask("--country", "MA")) == ["renamed-30", "renamed-90-seats", "renamed-100", "renamed-tanger"]
    assert ids(ask("--place", "Lomé")) == ["lome-show", "lome-opening"]
    assert pairs(ask("--source", "web-page")) == [("undated_source", "web-page"), ("unhashed_source", "web-page")]


def test_an_operator_is_asked_for_under_any_of_its_names_and_the_answer_says_so(ask: Callable[..., Answer]) -> None:
    answer = ask("--operator", "New Name", "--kind", "overdue_pledge")
    assert ids(answer) == ["renamed-30", "renamed-90-seats", "renamed-100"]
    assert "with Renamed (renamed), its former name" in answer.err


def test_nothing_to_do_is_told(ask: Callable[..., Answer]) -> None:
    answer = ask("--country", "FR")
    assert (answer.rows, answer.err) == ([], "Nothing to review\n")


def test_columns_are_chosen(ask: Callable[..., Answer]) -> None:
    assert ask("--columns", "id,since", "--limit", "1").out == "id\tsince\nrenamed-30\t2009-12-31\n"
    wrong = quick("--columns", "sinse")
    assert (wrong.code, wrong.err) == (2, "ocdb: entries have no column sinse\n  Did you mean since?\n")


def test_on_a_terminal_an_entry_is_told_with_its_searches() -> None:
    answer = ocdb("review", "--kind", "silent_site", database=world(), columns=80, env=TODAY)
    assert answer.lines[0] == "1 item for curators to review"
    assert answer.lines[1].split() == [
        "What",
        "Since",
        "Words",
        "to",
        "search",
        "for",
        "Search",
        "words",
        "in",
        "English",
    ]
    assert answer.lines[-1] == "  renamed-tanger"
    assert "fermeture)" in answer.out


# --- when ---------------------------------------------------------------------------------------------------------


def test_a_promise_is_overdue_from_the_day_after_it_was_due() -> None:
    def overdue(day: str) -> bool:
        return "renamed-later" in ids(quick("--kind", "overdue_pledge", day=day))

    assert [overdue("2016-01-01"), overdue("2016-01-02")] == [False, True]


def test_a_plan_has_passed_from_the_day_after_its_last_day() -> None:
    def passed(day: str) -> bool:
        return "other-plan" in ids(quick("--kind", "passed_plan", day=day))

    assert [passed("2011-06-30"), passed("2011-07-01")] == [False, True]


def test_what_was_given_up_or_came_about_is_no_plan_that_has_passed(tmp_path: Path) -> None:
    site = "- {{id: {0}, cite: [], operator: renamed, at: TG, status: {1}}}\n"
    opening = "- {id: off-opening, cite: [], kind: opening, status: planned, summary: Opening., site: off, at: TG}"
    closed = "concerns: anew, status: closed, date: 2012-01-20"
    reopened = "concerns: anew, status: open, date: 2013-01-02"
    (tmp_path / "plans.yaml").write_text(
        "source: {id: plans-2010, publisher: Plans, language: en, published: 2010}\noperators:\n"
        "- {id: renamed, name: Renamed}\nsites:\n"
        f"{site.format('off', 'planned, opened: 2011')}{site.format('anew', 'open')}events:\n{opening}\n",
        "utf-8",
    )
    (tmp_path / "later.yaml").write_text(
        "source: {id: later-2013, publisher: Later, language: en, published: 2013-02}\ndevelopments:\n"
        "- {id: off-off, cite: [], concerns: off-opening, status: cancelled}\n"
        f"- {{id: anew-closed, cite: [], {closed}}}\n- {{id: anew-open, cite: [], {reopened}}}\n",
        "utf-8",
    )
    answer = ocdb("review", "--kind", "passed_plan", database=loaded(tmp_path), env=TODAY)
    assert pairs(answer) == []


def test_news_of_exactly_so_many_months_ago_still_counts() -> None:
    def silent(day: str, months: str = "24") -> bool:
        return "late-dakar" in ids(quick("--kind", "silent_site", "--months", months, day=day))

    assert [silent("2016-01-01"), silent("2016-01-02")] == [False, True]
    assert [silent("2014-02-01", "1"), silent("2014-02-02", "1")] == [False, True]


def test_months_are_at_least_one() -> None:
    assert quick("--months", "0").code == 2


def test_as_of_a_day_it_is_the_list_of_that_day(ask: Callable[..., Answer]) -> None:
    answer = ask("--as-of", "2012-06-30")
    assert pairs(answer) == [
        ("overdue_pledge", "renamed-30"),
        ("overdue_pledge", "renamed-90-seats"),
        ("passed_plan", "lome-show"),
        ("passed_plan", "other-merger"),
        ("passed_plan", "other-plan"),
        ("passed_plan", "lome-opening"),
        ("passed_plan", "other-staffed"),
        ("silent_plan", "other-some-day"),
        ("silent_plan", "togo-some-day"),
        ("silent_site", "renamed-tanger"),
    ]


def test_news_of_a_site_is_the_latest_source_of_any_claim_about_it(tmp_path: Path) -> None:
    news = """
source: {id: news-2015, publisher: News, language: en, published: 2015-06}
reports:
- {id: tanger-9, cite: [], operators: renamed, at: ma-tanger, site: renamed-tanger, kind: held, figure: 9,
   measure: seats, basis: operator, as_of: 2009}
"""
    (tmp_path / "news.yaml").write_text(news, "utf-8")
    found = ocdb(
        "review", "--kind", "silent_site", database=loaded(*_write(tmp_path), tmp_path / "news.yaml"), env=TODAY
    )
    assert ids(found) == []


def test_a_development_takes_a_plan_off_the_list(tmp_path: Path) -> None:
    news = """
source: {id: news-2015, publisher: News, language: en, published: 2015-06}
developments:
- {id: plan-open, cite: [], concerns: other-plan, status: open, date: 2011-08}
- {id: show-off, cite: [], concerns: lome-show, status: cancelled}
- {id: merger-off, cite: [], concerns: other-merger, status: abandoned}
- {id: lome-open, cite: [], concerns: other-inaugurated, status: open}
- {id: money-later, cite: [], concerns: togo-money, status: planned, date: 2018}
"""
    (tmp_path / "news.yaml").write_text(news, "utf-8")
    found = ocdb("review", "--operator", "other", database=loaded(*_write(tmp_path), tmp_path / "news.yaml"), env=TODAY)
    assert [one for one in pairs(found) if "source" not in one[0]] == [
        ("missing_development", "lome-opening"),  # its site is open
        ("missing_development", "other-staffed"),
        ("silent_plan", "other-some-day"),
    ]


# --- what to search for -------------------------------------------------------------------------------------------


@each(
    ("key", "french", "english"),
    [
        # Old Brand was given up before the promise was made; the company has a new name since.
        (
            "renamed-100",
            '"New Name" (Tanger OR Tangier) Maroc emplois créés',
            '"New Name" (Tanger OR Tangier) Morocco jobs created',
        ),
        # In 2004 it bore all of them but the latest, and later that one. Nobody else prints a misspelling.
        (
            "renamed-30",
            '(Renamed OR "Old Brand" OR "Renamed SA" OR "New Name") (Tanger OR Tangier) Maroc formation stagiaires',
            '(Renamed OR "Old Brand" OR "Renamed SA" OR "New Name") (Tanger OR Tangier) Morocco training trainees',
        ),
        ("togo-700", "centre d'appels Togo emplois créés", "call centre Togo jobs created"),
        ("lome-opening", "Other Lomé Togo ouverture", "Other Lomé Togo opening"),
        ("other-plan", "Other Togo ouverture centre d'appels", "Other Togo call centre opening"),
        (
            "togo-money",
            "Togo investissement centre d'appels",
            "Togo investment call centre",
        ),
        ("first-here", "Togo centre d'appels", "Togo call centre"),
        ("press-2014", '"Le premier centre" "La Presse"', '"Le premier centre" "La Presse"'),
    ],
)
def test_the_searches_of_an_entry(key: str, french: str, english: str) -> None:
    found = entry(key)
    assert (found["search_fr"], found["search_en"]) == (french, english)


def test_a_merger_is_searched_for_under_both_names() -> None:
    assert entry("other-merger")["search_en"] == 'Other "New Name" merger'


def test_names_are_alternatives_each_once_however_it_is_written() -> None:
    assert either(["Fès", "Fez", "Fes"]) == "(Fès OR Fez)"
    assert either(["Two Words", "A+B", "One"]) == '("Two Words" OR "A+B" OR One)'
    assert either(["One"]) == "One"
    assert either([]) == ""


def test_an_article_without_a_title_is_searched_for_by_its_address() -> None:
    assert article("A Page", None, "https://example.org/page") == '"https://example.org/page" "A Page"'
    assert article("Page", None, None) == "Page"


def test_every_code_of_a_matter_has_words_in_both_languages() -> None:
    lists = ("measure", "event_kind", "investment_kind", "succession_kind", "site_status")
    marks = ", ".join(f"'{name}'" for name in lists)
    sql = f"SELECT count(*) FROM v_codes WHERE list IN ({marks}) AND (label_fr IS NULL OR label_en IS NULL)"
    assert ocdb("sql", sql, database=world()).rows == [["0"]]
