"""What differs between two databases or directories of fixtures, and how it is told."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ocdb.answers.snapshot import FOLLOWING, KINDS
from ocdb.load import writing
from ocdb.load.preview import build
from ocdb.schema import metadata
from ocdb.settings import resource
from ocdb.store.views import documented
from tests.commands import Answer, five_articles, loaded, loaded_text, ocdb

COLUMNS = ("change", "kind", "id", "field", "old", "new", "note")
Given = Callable[[str, str], tuple[Path, Path]]

SOURCE = "source: {id: gazette-2021, publisher: La Gazette, title: Lomé, language: fr, published: 2021-03}\n"
BEFORE = f"""{SOURCE}
operators:
- {{id: tessalit, name: Tessalit}}
- {{id: ouragan, name: Ouragan}}
sites:
- {{id: tessalit-lome, cite: 1, operator: tessalit, at: tg-lome, status: planned}}
- {{id: ouragan-lome, cite: 2, operator: ouragan, at: tg-lome, status: planned}}
pledges:
- {{id: tessalit-500, cite: 3, operators: tessalit, at: tg-lome, figure: 500, measure: jobs, basis: operator,
   announced: 2021-03, summary: Tessalit is to create jobs in Lomé.}}
"""


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Give a function that makes two directories of fixtures."""

    def make(before: str, after: str) -> tuple[Path, Path]:
        for name, text in (("before", before), ("after", after)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "fixture.yaml").write_text(text, "utf-8")
        return tmp_path / "before", tmp_path / "after"

    return make


def states(before: str, after: str) -> tuple[Path, Path]:
    """Return two databases of fixtures: most tests begin from the same one, and reading it is quicker than loading."""
    return _of(before), _of(after)


@cache
def _of(text: str) -> Path:
    return loaded_text(text)


def diff(*arguments: str | Path) -> Answer:
    return ocdb("diff", *arguments, database="")


def told(before: Path, after: Path, *options: str) -> list[tuple[Any, ...]]:
    answer = diff(before, after, "-f", "json", *options)
    assert answer.code == 0
    return [tuple(record[name] for name in COLUMNS) for record in json.loads(answer.out)]


def test_the_same_files_do_not_differ(given: Given) -> None:
    answer = diff(*given(BEFORE, f"# A comment is no difference.\n{BEFORE}"))
    assert (answer.code, answer.out, answer.err) == (0, "\t".join(COLUMNS) + "\n", "no differences\n")


def test_a_changed_field_is_told_with_its_old_and_new_value() -> None:
    after = BEFORE.replace("figure: 500", "figure: {about: 400}").replace("2021-03, summary", "2021-03~, summary")
    assert told(*states(BEFORE, after)) == [
        ("changed", "pledges", "tessalit-500", "figure", "500", "about 400", None),
        ("changed", "pledges", "tessalit-500", "announced", "2021-03", "2021-03~", None),
    ]


def test_the_french_of_a_text_is_told_where_it_differs_alone() -> None:
    french = BEFORE.replace("Tessalit is to create jobs in Lomé.}", "{en: It creates jobs., fr: %s}}")
    (alone,) = told(*states(french % "Des emplois à Lomé.", french % "Tessalit crée des emplois."))
    assert alone == (
        "changed", "pledges", "tessalit-500", "summary_fr", "Des emplois à Lomé.", "Tessalit crée des emplois.", None,
    )  # fmt: skip


def test_an_added_claim_brings_its_citations_without_their_being_told() -> None:
    added = "- {id: tessalit-kara, cite: [4, 5], operator: tessalit, at: TG, status: open}\npledges:"
    assert told(*states(BEFORE, BEFORE.replace("pledges:", added))) == [
        ("added", "sites", "tessalit-kara", None, None, "Site of Tessalit in Togo (open)", None),
    ]


def test_a_new_passage_for_an_old_claim_is_told() -> None:
    after = BEFORE.replace("cite: 3", "cite: [3, 7]")
    assert told(*states(BEFORE, after)) == [
        ("added", "citations", "tessalit-500@gazette-2021:7", None, None, None, None),
    ]


def test_a_record_that_is_gone_without_having_been_retired_has_vanished() -> None:
    before, after = states(BEFORE, BEFORE.replace("- {id: ouragan-lome", "# {id: ouragan-lome"))
    assert told(before, after) == [
        (
            "removed", "sites", "ouragan-lome", None,
            "Site of Ouragan in Lomé (planned)", None, "vanished without a tombstone",
        ),
    ]  # fmt: skip
    assert diff(before, after).err == "0 added, 0 changed, 1 removed, 1 of them not retired\n"


def test_a_retired_slug_has_a_tombstone_and_its_successor_an_origin() -> None:
    retired = "retired:\n- {id: ouragan-lome, successor: ouragan-tg, reason: Not only in Lomé.}\n"
    retired += "- {id: ouragan, reason: Never existed.}\n"
    after = retired + BEFORE.replace("- {id: ouragan, name: Ouragan}\n", "")
    after = after.replace(
        "{id: ouragan-lome, cite: 2, operator: ouragan, at: tg-lome", "{id: ouragan-tg, cite: 2, at: TG"
    )
    before, now = states(BEFORE, after)
    assert told(before, now) == [
        ("removed", "operators", "ouragan", None, "Ouragan", None, "retired: Never existed."),
        (
            "removed", "sites", "ouragan-lome", None,
            "Site of Ouragan in Lomé (planned)", None, "retired, now ouragan-tg: Not only in Lomé.",
        ),
        (
            "added", "sites", "ouragan-tg", None,
            None, "Site of an operator that isn't named in Togo (planned)", "successor of ouragan-lome",
        ),
    ]  # fmt: skip
    assert diff(before, now).err == "1 added, 0 changed, 2 removed\n"


def test_a_slug_that_became_another_kind_of_claim_has_not_vanished() -> None:
    site = "- {id: ouragan-lome, cite: 2, operator: ouragan, at: tg-lome, status: planned}\n"
    event = "events:\n- {id: ouragan-lome, cite: 2, kind: opening, status: planned, at: tg-lome, summary: Opens.}\n"
    changes = told(*states(BEFORE, BEFORE.replace(site, "") + event))
    assert changes == [
        ("removed", "sites", "ouragan-lome", None, "Site of Ouragan in Lomé (planned)", None, "now one of events"),
        ("added", "events", "ouragan-lome", None, None, "Opens.", None),
    ]


def test_a_rename_does_not_change_the_summaries_that_follow_it() -> None:
    after = BEFORE.replace("name: Tessalit}", "name: Tessalit Plus, names: [{name: Tessalit, kind: former}]}")
    assert told(*states(BEFORE, after)) == [
        ("changed", "operators", "tessalit", "name", "Tessalit", "Tessalit Plus", None),
        ("changed", "names", "operator tessalit Tessalit", "name_kind", "brand", "former", None),
        ("added", "names", "operator tessalit Tessalit Plus", None, None, "Tessalit Plus", None),
    ]


def test_a_link_is_told_for_an_old_claim_and_a_new_one_and_changes_nothing_else_of_them() -> None:
    new = """
- {id: tessalit-600, cite: 4, operators: tessalit, at: tg-lome, figure: 600, measure: jobs, basis: operator,
   announced: 2021-03, summary: Tessalit is to create more jobs in Lomé., revises: tessalit-500}
"""
    assert told(*states(BEFORE, BEFORE.rstrip() + new)) == [
        ("added", "pledges", "tessalit-600", None, None, "Tessalit is to create more jobs in Lomé.", None),
        ("added", "links", "tessalit-600 revises tessalit-500", None, None, None, None),
    ]


def test_roles_and_places_of_an_event_are_told_one_by_one() -> None:
    event = "events:\n- {id: e, cite: 1, kind: opening, status: planned, summary: Opens., at: tg-lome%s}\n"
    before = BEFORE + event % ", parties: {subject: tessalit}"
    after = BEFORE + event.replace("at: tg-lome", "at: [tg-lome, TG]") % ", parties: {subject: [tessalit, ouragan]}"
    assert told(*states(before, after)) == [
        ("added", "claim_parties", "e ouragan subject", None, None, None, None),
        ("added", "claim_places", "e at TG", None, None, None, None),
    ]


def test_only_the_asked_kinds_are_told() -> None:
    after = BEFORE.replace("status: planned", "status: open").replace("figure: 500", "figure: 600")
    before, after_ = states(BEFORE, after)
    assert {change[1] for change in told(before, after_)} == {"sites", "pledges"}
    assert told(before, after_, "--kind", "pledges", "--kind", "events") == [
        ("changed", "pledges", "tessalit-500", "figure", "500", "600", None),
    ]


def test_an_unknown_kind_is_an_error_with_a_suggestion() -> None:
    answer = diff("a", "b", "--kind", "pledge")
    assert (answer.code, answer.err) == (4, "ocdb: --kind has no value pledge\n  Did you mean pledges?\n")


def test_with_exit_code_differences_are_told_to_the_shell() -> None:
    before, after = states(BEFORE, BEFORE.replace("figure: 500", "figure: 600"))
    assert [diff(before, before, "--exit-code").code, diff(before, after, "--exit-code").code] == [0, 1]


def test_in_a_pipe_it_is_tsv() -> None:
    before, after = states(BEFORE, BEFORE.replace("figure: 500", "figure: 600"))
    answer = diff(before, after)
    assert answer.lines == ["\t".join(COLUMNS), "changed\tpledges\ttessalit-500\tfigure\t500\t600\t"]
    assert answer.err == "0 added, 1 changed, 0 removed\n"


# --- what is compared with what -----------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_file_and_a_database_are_compared_alike(given: Given) -> None:
    before, after = given(BEFORE, BEFORE.replace("figure: 500", "figure: 600"))
    expected = [("changed", "pledges", "tessalit-500", "figure", "500", "600", None)]
    assert told(loaded(before), after) == expected
    assert told(before / "fixture.yaml", loaded(after)) == expected


@pytest.mark.slow
@pytest.mark.usefixtures("five_travel")
def test_a_tree_with_seeds_brings_its_own_registers(tmp_path: Path) -> None:
    for name in ("seeds", "fixtures"):
        shutil.copytree(resource(name), tmp_path / name)
    operators = tmp_path / "seeds" / "operators.yaml"
    text = operators.read_text("utf-8")
    operators.write_text(text.replace("name: Webhelp\n", "name: Webhelp Maroc\n", 1), "utf-8")
    assert ("changed", "operators", "webhelp", "name", "Webhelp", "Webhelp Maroc", None) in told(
        five_articles(), tmp_path
    )


@pytest.mark.usefixtures("five_travel")
def test_the_fixtures_of_the_package_and_a_postgresql_database_of_them_do_not_differ(loaded_postgresql: str) -> None:
    url = loaded_postgresql.replace("postgresql+psycopg://", "postgresql://")
    answer = diff(resource("fixtures"), url)
    assert (answer.code, answer.err) == (0, "no differences\n")


def test_a_side_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    answer = diff(tmp_path / "nothing", tmp_path)
    assert (answer.code, answer.err) == (
        2,
        f"ocdb: {tmp_path}/nothing doesn't exist\n  Name a database, its URL, or a directory of fixtures.\n",
    )


def test_fixtures_with_problems_are_not_compared(given: Given) -> None:
    answer = diff(*given(BEFORE, BEFORE.replace("at: tg-lome", "at: tg-lomee")))
    assert answer.code == 5
    assert "there is no place, country or area tg-lomee" in answer.err


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database")
    answer = diff(tmp_path / "notes.txt", five_articles())
    assert answer.code == 3
    assert answer.err.startswith(f"ocdb: {tmp_path}/notes.txt isn't an SQLite database\n")


def test_what_an_older_database_does_not_have_is_named_and_not_compared(tmp_path: Path) -> None:
    older = Path(shutil.copy(five_articles(), tmp_path / "older.sqlite"))
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("DROP VIEW v_verdicts")
        connection.execute("DROP VIEW v_currencies")
        connection.execute("CREATE VIEW v_currencies AS SELECT id, label_en AS name, until FROM currency")
    answer = diff(older, five_articles())
    assert (answer.code, answer.lines[1:]) == (0, [])
    assert answer.err == (
        "only one side has v_currencies.name_fr, v_verdicts: not compared; "
        "ocdb db upgrade brings an older database up to date\n"
        "no differences\n"
    )


# Views that only follow from others.
NOT_COMPARED = {
    "claim_sites", "claims", "conflicts", "coverage_years", "ledger", "ledger_evidence", "operator_kin", "parties",
    "order",
    "delivery_over_time", "denied", "left_out", "on_record", "rests_on", "country_within", "place_within", "delivery",
    "loss_totals", "said_by", "search", "site_period_reasons", "site_periods", "stamp",
    "states", "support", "timeline", "totals",
}  # fmt: skip


def test_every_view_is_compared_or_known_to_follow_from_others() -> None:
    assert {view.name.removeprefix("v_") for view in documented()} == {*KINDS} | NOT_COMPARED


def test_what_a_kind_leaves_out_are_columns_of_its_view() -> None:
    columns = {view.name.removeprefix("v_"): {column.name for column in view.columns} for view in documented()}
    unknown = {f"{kind}.{name}" for kind, how in KINDS.items() for name in {*how.left_out} - columns[kind]}
    # What all kinds of claims share, those without such a column too.
    assert {name.partition(".")[2] for name in unknown} <= {
        "institution", "official", "operator", "part_of", "revises", "conflicts_with"
    }  # fmt: skip


def test_the_columns_that_follow_from_another_are_left_out_and_no_others() -> None:
    for view in documented():
        columns = [column.name for column in view.columns]
        dropped = [one for one in columns for end in FOLLOWING if one.endswith(end) and one[: -len(end)] in columns]
        assert "credited_to" not in dropped
        assert "from_place" not in dropped


def test_people_read_a_difference_in_their_language_and_data_do_not_change() -> None:
    before = _of(BEFORE)
    after = _of(
        BEFORE.replace("figure: 500", "figure: 400").replace(
            "- {id: ouragan-lome, cite: 2, operator: ouragan, at: tg-lome, status: planned}\n", ""
        )
    )
    english = diff(before, after, "-f", "table").lines
    assert english[0].split() == ["Change", "Kind", "Field", "Old", "New", "Note", "Key"]
    assert english[2].split("  ")[0] == "removed"
    french = diff("--lang", "fr", before, after, "-f", "table")
    assert "Site Ouragan à Lomé (prévu)" in french.out
    assert "Site of Ouragan" not in french.out
    for form in ("tsv", "json"):
        asked = before, after, "-f", form
        assert diff("--lang", "fr", *asked).out == diff(*asked).out


def test_a_database_for_one_answer_makes_its_indexes_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(writing, "MANY", 1)
    build(tmp_path / "preview.sqlite", resource("fixtures"))
    with closing(sqlite3.connect(tmp_path / "preview.sqlite")) as connection:
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {str(index.name) for table in metadata.sorted_tables for index in table.indexes} <= found
