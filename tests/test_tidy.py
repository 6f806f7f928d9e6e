"""Fixtures in short: what claims inherit, the keys and speakers that are filled in, the style, comments that stay."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocdb.curation.bounds import bounded
from ocdb.curation.comments import comments_of
from ocdb.curation.corpus import gather
from ocdb.curation.document import Document
from ocdb.curation.reading import parse, read
from ocdb.curation.shaping import shape
from ocdb.curation.template import short
from ocdb.intake.tidying.run import Tidying, meaning
from ocdb.settings import resource
from tests.cases import each
from tests.commands import ocdb
from tests.travelling import ROOT

SOURCE = "source: {id: press-2020, publisher: Cio Mag, language: fr, published: 2020-01-30, published_basis: stated}\n"
DEFAULTS = """defaults:
  operator: webhelp
  at: MA
  basis: operator
  announced: 2020-01
  announced_basis: inferred
  announced_note: {en: Its month., fr: Son mois.}
"""


def tidied(folder: Path, text: str) -> str:
    """Return a file after ocdb tidy, which must leave it alone the second time."""
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    answer = ocdb("tidy", path, database="")
    assert answer.code == 0, answer.err
    after = path.read_text("utf-8")
    again = ocdb("tidy", "--check", path, database="")
    assert (again.code, again.out) == (0, ""), again.err
    return after


def records(text: str) -> dict[str, Any]:
    shaped = shape(parse(text, Document("own.yaml")))
    assert [str(one) for one in shaped.problems] == []
    return {entry.record.id: entry.record for entry in shaped.entries if entry.kind != "source"}


# --- defaults -----------------------------------------------------------------------------------------------------


def test_claims_inherit_what_they_leave_out() -> None:
    found = records(
        SOURCE + DEFAULTS + "pledges:\n- {id: a, cite: [], figure: 5, measure: jobs}\n"
        "sites:\n- {id: b, cite: [], status: open}\n"
        "statements:\n- {id: c, cite: [], topic: market, summary: So., at: TG}\n"
    )
    pledge = found["a"]
    assert (pledge.operators, pledge.at, pledge.basis) == (["webhelp"], "MA", "operator")
    assert (pledge.announced, pledge.announced_basis, pledge.announced_note.fr) == ("2020-01", "inferred", "Son mois.")
    assert (found["b"].operator, found["b"].at, found["c"].at) == ("webhelp", "MA", "TG")


def test_what_is_there_says_otherwise_and_a_date_comes_with_how_it_is_known_or_not_at_all() -> None:
    found = records(
        SOURCE + DEFAULTS + "pledges:\n"
        "- {id: a, cite: [], figure: 5, measure: jobs, operators: [], announced: 2019}\n"
        "- {id: b, cite: [], figure: 5, measure: jobs, announced: null}\n"
        "statements:\n- {id: c, cite: [], topic: market, summary: So., at: null}\n"
        "developments:\n- {id: d, cite: [], concerns: x, status: closed}\n"
    )
    assert (found["a"].operators, found["a"].announced, found["a"].announced_basis) == ([], "2019", None)
    assert (found["b"].announced, found["b"].announced_basis) == (None, None)
    assert (found["c"].at, found["d"].operator) == (None, None)


def test_defaults_take_no_field_that_would_be_nonsense() -> None:
    problems = shape(parse(SOURCE + "defaults: {figure: 5, opertor: x}\n", Document("own.yaml"))).problems
    assert [(one.field, one.code) for one in problems] == [
        ("defaults.figure", "unknown-key"),
        ("defaults.opertor", "unknown-key"),
    ]
    assert "Did you mean operator" in problems[1].remedy


# --- what is filled in --------------------------------------------------------------------------------------------

WITHOUT_KEYS = """pledges:
- {cite: [], figure: {about: 400}, measure: jobs, at: ma-agadir}
- {cite: [], figure: {about: 400}, measure: seats, at: ma-agadir}
- {cite: [], figure: {range: [20, 30]}, measure: jobs}
reports:
- {cite: [], kind: held, figure: 400, measure: headcount, at: ma-agadir, as_of: 2020}
sites:
- {cite: [], status: open, at: ma-tetouan}
statistics:
- {cite: [], figure: 4.28, measure: duration, at: MA}
"""


def test_keys_are_made_of_operator_place_year_and_figure_and_nobody_else_bears_them(tmp_path: Path) -> None:
    after = tidied(tmp_path, SOURCE + DEFAULTS + WITHOUT_KEYS)
    assert sorted(records(after)) == [
        "webhelp-agadir-2020-400",
        "webhelp-agadir-2020-400-headcount",
        "webhelp-agadir-2020-400-seats",
        "webhelp-morocco-2020-20",
        "webhelp-morocco-duration-2020-4-28",
        "webhelp-tetouan",
    ]
    assert "figure: 4.28\n" in after


def test_a_key_that_another_file_bears_is_not_made_again(tmp_path: Path) -> None:
    other = "sites:\n- {id: webhelp-tetouan, cite: [], status: open, at: ma-tetouan}\n"
    (tmp_path / "other.yaml").write_text(SOURCE.replace("press-2020", "other-2020") + other, "utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(SOURCE + DEFAULTS + "sites:\n- {cite: [], status: open, at: ma-tetouan}\n", "utf-8")
    assert f"{path}: webhelp-tetouan-site\n" in ocdb("tidy", tmp_path, database="").out


def test_a_speaker_becomes_an_official_with_a_position_at_the_date_of_the_article(tmp_path: Path) -> None:
    claims = """pledges:
- {cite: 4, figure: 5, measure: jobs, said_by: {name: Afi Mensah, title: {en: Head, fr: Patronne}, of: webhelp}}
- {cite: 5, figure: 6, measure: jobs, said_by: [{name: afi mensah}, {name: Cina Lawson}]}
"""
    found = records(tidied(tmp_path, SOURCE + DEFAULTS + claims))
    assert found["webhelp-morocco-2020-5"].said_by == ["afi-mensah"]
    assert found["webhelp-morocco-2020-6"].said_by == ["afi-mensah", "cina-lawson"]
    assert found["afi-mensah"].name == "Afi Mensah"
    position = found["afi-mensah-webhelp-2020"]
    assert (position.official, position.organisation, position.cite) == ("afi-mensah", "webhelp", [4])
    assert (position.held, position.held_basis) == ("2020-01-30", "inferred")
    assert position.held_note.en == "The day of the article."
    assert "cina-lawson" not in found


def test_a_position_that_is_on_record_for_that_time_is_not_made_again(tmp_path: Path) -> None:
    known = gather([resource("seeds"), resource("fixtures")]).positions["cina-lawson"][0].record
    day = "2020-01-30"
    speaker = f"{{name: Cina Lawson, title: {{en: Minister, fr: Ministre}}, of: {known.organisation}}}"
    text = SOURCE.replace(day, known.held) + "statements:\n- {cite: 1, topic: market, summary: So., said_by: %s}\n"
    assert [key for key in records(tidied(tmp_path, text % speaker)) if key.startswith("cina-lawson-")] == [
        "cina-lawson-market-" + known.held[:4]
    ]


@each("wrong", ["said_by: {title: {en: X}}", "said_by: {name: X, role: Y}"])
def test_a_speaker_without_a_name_is_refused(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(SOURCE + f"statements:\n- {{id: a, cite: [], topic: market, summary: So., {wrong}}}\n", "utf-8")
    answer = ocdb("tidy", path, database="")
    line = len(SOURCE.splitlines()) + 2
    wrong_at = f"{path}:{line}:50: error wrong-value: statements[1].said_by: a speaker has a name"
    assert (answer.code, wrong_at in answer.err) == (5, True), answer.err


@each(
    "wrong",
    [
        "officials:\nstatements: 3\n",
        "positions: {a: 1}\nstatements: []\n",
        "defaults: [a]\n",
        "statements:\n- 3\n",
        "statements:\n- {cite: [], topic: market, summary: So., said_by: {name: X}}\n- no\n",
    ],
)
def test_a_file_of_another_shape_is_told_and_stays_and_the_others_are_tidied(wrong: str, tmp_path: Path) -> None:
    bent, other = tmp_path / "bent.yaml", tmp_path / "other.yaml"
    bent.write_text(SOURCE + wrong, "utf-8")
    other.write_text("operators:\n- {name: Aha, id: aha}\n", "utf-8")
    answer = ocdb("tidy", tmp_path, database="")
    assert (answer.code, answer.out) == (5, f"{other}\n"), answer.err
    assert f"{bent}:" in answer.err
    assert "error wrong-shape" in answer.err
    assert bent.read_text("utf-8") == SOURCE + wrong


def test_empty_registers_take_what_is_new(tmp_path: Path) -> None:
    claims = "statements:\n- {cite: [], topic: market, summary: So., said_by: {name: X Y, title: {en: A, fr: B}}}\n"
    found = records(tidied(tmp_path, f"{SOURCE}officials:\npositions:\n{claims}"))
    assert found["x-y"].name == "X Y"
    assert found["x-y-2020"].official == "x-y"


def test_a_name_without_a_latin_letter_has_a_key_too(tmp_path: Path) -> None:
    claims = "statements:\n- {cite: [], topic: market, summary: So., said_by: {name: \u96fb}}\n"
    assert records(tidied(tmp_path, SOURCE + claims))["official"].name == "\u96fb"


def test_check_says_what_tidy_would_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    claims = "pledges:\n- {cite: [], figure: 5, measure: jobs, said_by: {name: X}}\n"
    path.write_text(SOURCE + DEFAULTS + claims, "utf-8")
    found = json.loads(ocdb("check", path, "-f", "json", database="").out)
    assert [(one["field"], one["message"]) for one in found] == [
        ("pledges[1].id", "this claim has no key yet"),
        ("pledges[1].said_by[1]", "this speaker isn't a slug yet"),
    ]
    assert all("ocdb tidy" in one["remedy"] for one in found)


# --- the style ----------------------------------------------------------------------------------------------------

UNTIDY = """# What it is about.

# More of it.
sites:   # two of them
# The second in the article.
- {cite: 5, at: TG, id: b, status: open, note: {fr: "Oui.", en: "Yes."}}  # a beside
- id: a
  status: open   # for sure
  cite: 2
  # where
  at: tg-lome
  # the end of a
source:
  language: fr
  publisher: "Cio Mag"
  id: press-2020
  # about the source
# The end.
"""
TIDY = """# What it is about.

# More of it.
source:
  id: press-2020
  # about the source
  publisher: Cio Mag
  language: fr

sites:  # two of them
- id: a
  cite: 2
  # where
  at: tg-lome
  # the end of a
  status: open  # for sure

# The second in the article.
- id: b
  cite: 5  # a beside
  at: TG
  status: open
  note:
    en: Yes.
    fr: Oui.
# The end.
"""


def test_parts_records_and_fields_come_into_their_order_and_comments_stay_with_them(tmp_path: Path) -> None:
    assert tidied(tmp_path, UNTIDY) == TIDY


def test_check_changes_nothing_and_exits_5_where_a_file_is_not_tidy(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(UNTIDY, "utf-8")
    answer = ocdb("tidy", "--check", tmp_path, database="")
    assert (answer.code, answer.out) == (5, f"{path}\n")
    assert answer.err == "ocdb: 1 file isn't tidy\n  Run ocdb tidy, and look at what it changes.\n"
    assert path.read_text("utf-8") == UNTIDY


def test_what_is_no_yaml_stays_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("source: {id: a\n", "utf-8")
    answer = ocdb("tidy", path, database="")
    assert (answer.code, "broken-yaml" in answer.err) == (5, True)


CURATED = sorted((ROOT / "fixtures").rglob("*.yaml"))


@pytest.mark.parametrize("every", [100, pytest.param(1, marks=pytest.mark.slow)])
def test_the_fixtures_keep_meaning_and_comments_and_are_tidy_after_it(every: int, tmp_path: Path) -> None:
    paths = CURATED[::every]
    copies = [tmp_path / str(number) / path.name for number, path in enumerate(paths)]
    for path, copy, first in zip(paths, copies, Tidying(paths, []).tidied(), strict=True):
        copy.parent.mkdir()
        copy.write_text(first.after, "utf-8")
        assert first.made == (), path
        assert meaning(read(copy).data) == meaning(read(path).data), path
        assert comments_of(first.after).every() == comments_of(path.read_text("utf-8")).every(), path
    assert [second.path for second in Tidying(copies, []).tidied() if second.changed] == []


NAMES = st.sampled_from(["at", "note", "figure", "summary", "due"])
scalars = st.sampled_from(["a", "b: c", "400", "4.28", "it's", "# no", "long words " * 15]) | st.integers(0, 3000)
marks = st.sampled_from(["", "  # beside", "  # b: c"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.lists(st.tuples(NAMES, scalars, marks), unique_by=lambda one: one[0]))
def test_no_comment_is_lost_and_no_value_changes(fields: list[tuple[str, Any, str]], tmp_path: Path) -> None:
    lines = [f"  # above {name}\n  {name}: {json.dumps(value)}{mark}\n" for name, value, mark in fields]
    path = tmp_path / "own.yaml"
    path.write_text("pledges:\n- id: a  # key\n" + "".join(lines), "utf-8")
    (one,) = Tidying([path], []).tidied()
    assert parse(one.after, Document("again")).data == read(path).data


# --- what helps while one types -----------------------------------------------------------------------------------

WRITTEN = {
    "over 1000": "{at_least: 1000}",
    "plus de 1 000": "{at_least: 1000}",
    "1000+": "{at_least: 1000}",
    "nearly 1,000": "{nearly: 1000}",
    "près de 400": "{nearly: 400}",
    "presque 400": "{nearly: 400}",
    "about 400": "{about: 400}",
    "environ 400": "{about: 400}",
    "up to 900": "{at_most: 900}",
    "jusqu'à 900": "{at_most: 900}",
    "300-400": "{range: [300, 400]}",
    "entre 300 et 400": "{range: [300, 400]}",
    "3500": "",
    "3 500": "",
    "many": "",
}


@each(("text", "figure"), WRITTEN.items())
def test_a_figure_in_words_has_its_own_form(text: str, figure: str) -> None:
    assert bounded(text) == figure


def messages(folder: Path, claims: str) -> list[str]:
    path = folder / "own.yaml"
    path.write_text(SOURCE + claims, "utf-8")
    found = json.loads(ocdb("check", path, "-f", "json", database="").out)
    return [f"{one['field']}: {one['message']}. {one['remedy']}" for one in found]


def test_messages_name_the_field_and_what_was_meant(tmp_path: Path) -> None:
    report = "reports:\n- {{id: r, cite: [], kind: held, figure: {}, measure: jobs, basis: operator, at: {}}}\n"
    assert messages(tmp_path, report.format("over 1000", "NG")) == [
        'reports[1].figure: "over 1000" isn\'t a number; write {at_least: 1000}. Correct it.'
    ]
    assert messages(tmp_path, report.format("5", "Nigeria")) == [
        "reports[1].at: there is no place, country or area Nigeria. Did you mean NG?"
    ]
    assert messages(tmp_path, report.format("5", "Lomé")) == [
        "reports[1].at: there is no place, country or area Lomé. Did you mean tg-lome?"
    ]


@pytest.mark.parametrize(("date", "told"), [("2019-11", 1), ("2020-01", 0), ("2021", 0)])
def test_a_plan_well_before_its_article_is_odd(date: str, told: int, tmp_path: Path) -> None:
    event = "events:\n- {id: e, cite: [], kind: opening, status: planned, summary: {en: A., fr: B.}, at: TG, "
    found = messages(tmp_path, event + f"date: {date}, date_basis: stated}}\n")
    assert len(found) == told
    assert all("planned for" in one for one in found)


def test_the_template_is_what_one_article_needs() -> None:
    text = short("press-2021-lome", gather([resource("seeds")]))
    document = parse(text, Document("press.yaml"))
    assert document.data == {"source": {"id": "press-2021-lome", "publisher": None, "language": None}}
    assert len(text.splitlines()) < 100
    assert "# pledges:\n# - cite:" in text
    printed = ocdb("new", "source", "press-2021-lome", "--all").out
    assert len(printed.splitlines()) > 200
