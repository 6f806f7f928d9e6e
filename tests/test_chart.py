"""`ocdb chart`: what was promised and reported as bars, on both engines; as a picture; and as the numbers behind."""

import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.answers.chart import Bar, Chart
from ocdb.render.chart import picture
from ocdb.render.chart.picture import svg, vega
from ocdb.render.chart.spec import spec
from ocdb.render.chart.terminal import draw
from ocdb.render.chart.words import alternative
from ocdb.render.style import LAYOUTS, THEMES, Where, colours
from ocdb.render.style import width as extent
from ocdb.render.svg import described
from ocdb.store.reader.rows import Rows
from ocdb.text import size
from ocdb.words.language import speaking
from tests.cases import each
from tests.commands import Answer, Stream, loaded, ocdb, same_on_both

NOTHING_DUE = "No promise was due on this line: trainees."
OTHERS = "Try: --line new_jobs\n"
TODAY = {"OCDB_TODAY": "2016-01-01"}
PROMISES = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators:
- {id: kept, name: Kept}
- {id: silent, name: "Silent [red]$x$"}
- {id: given-up, name: Given Up}
sites:
- {id: kept-lome, cite: 1, operator: kept, at: tg-lome, status: planned}
pledges:
- {id: kept-400, cite: 1, operators: kept, at: tg-lome, site: kept-lome, figure: {about: 400}, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2010}
- {id: silent-300, cite: 1, operators: silent, at: TG, figure: {at_least: 300}, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2012}
- {id: silent-800, cite: 1, operators: silent, at: SN, figure: 800, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2013}
- {id: given-up-100, cite: 1, operators: given-up, at: BJ, figure: 100, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2013}
- {id: joint-50, cite: 1, operators: [kept, silent], at: SN, figure: 50, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2013}
- {id: silent-seats, cite: 1, operators: silent, at: SN, figure: 60, measure: seats, basis: operator,
   announced: 2010-03-01, due: 2014}
- {id: silent-today, cite: 1, operators: silent, at: SN, figure: 900, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2016-01-01}
- {id: silent-some-day, cite: 1, operators: silent, at: SN, figure: 70, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01}
- {id: silent-seats-some-day, cite: 1, operators: silent, at: SN, figure: 70, measure: seats, basis: operator,
   announced: 2010-03-01}
- {id: benin-at-most, cite: 1, at: BJ, figure: {at_most: 70}, measure: jobs,
   reading: additional, basis: government, announced: 2010-03-01, due: 2012}
"""
OUTCOMES = """
source: {id: herald-2013, publisher: Herald, language: en, published: 2013-02-01}
reports:
- {id: kept-450, cite: 1, operators: kept, at: tg-lome, site: kept-lome, kind: held, figure: 450, measure: headcount,
   reading: total, basis: operator, as_of: 2010-10}
verdicts:
- {id: given-up-verdict, cite: 1, pledge: given-up-100, outcome: cancelled, as_of: 2013-02-01}
"""


def _write(folder: Path) -> list[Path]:
    for name, text in (("promises", PROMISES), ("outcomes", OUTCOMES)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return [folder / "promises.yaml", folder / "outcomes.yaml"]


@cache
def world() -> Path:
    """Return a database of the two sources."""
    return loaded(*_write(Path(tempfile.mkdtemp(prefix="ocdb-chart-"))), name="chart")


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Give the command line on that world."""
    return lambda *arguments, **more: ocdb(*arguments, database=world(), env=TODAY | more.pop("env", {}), **more)


def test_postgresql_draws_the_same(new_database_of: Callable[[Sequence[Path]], str], tmp_path: Path) -> None:
    by = [f"chart --by {one} -f {form}" for one in ("country", "operator", "year") for form in ("json", "table")]
    same_on_both(world(), new_database_of(_write(tmp_path)), *by, "chart --by year --as-of 2013", env=TODAY)


def drawn(*arguments: str, columns: int | None = 80, encoding: str = "utf-8") -> list[str]:
    answer = ocdb("chart", *arguments, database=world(), columns=columns, env=TODAY, encoding=encoding)
    assert answer.code == 0, answer.err
    return answer.lines


# --- in a terminal ------------------------------------------------------------------------------------------------


def test_a_chart_has_a_pair_of_bars_a_group_and_says_scope_unit_coverage_and_day(ask: Callable[..., Answer]) -> None:
    assert ask("chart", "--by", "country", columns=80).lines == [
        "New jobs promised and reported, by country",
        "",
        "Senegal promised ████████████████████████████████████████████ 850",
        "        reported no evidence",
        "Togo    promised ██████████████████████████████████▏          at least 660",
        "        reported ███████████████████████▎                     450 (1 of 2 known)",
        "Benin   promised █████▏                                       100",
        "        reported given up",
        "",
        "Scope: Promised by operators, due before 1 January 2016.",
        "Unit: new jobs; of a level, what it adds to the people already there. A bar",
        "shows the low end of a figure.",
        "Reported: at least what was there by the due date, or else what the first later",
        "report shows.",
        "Total promised: at least 1,610; reported: 450.",
        "New jobs: 22 to 78% delivered; outcome known for 2 of 5 promises.",
        "What was reported beyond a promise isn't in the rate.",
        "Of 2 promises with a known outcome: 1 kept in time.",
        "Given up, counted as not kept: 1.",
        "Promises not included: not yet due: 1; without a due date: 1; seats: 1.",
        "Day: 1 January 2016, from 2 articles.",
    ]


def test_years_stand_in_their_order_and_none_is_left_out(ask: Callable[..., Answer]) -> None:
    assert ask("chart", columns=60).lines[:10] == [
        "New jobs promised and reported, by year in which promises",
        "were due",
        "",
        "2010 promised ███████████▋                    about 400",
        "     reported ██████████████▋                 450",
        "2011          nothing due",
        "2012 promised █████████▊                      at least 300",
        "     reported no evidence",
        "2013 promised ███████████████████████████████ 950",
        "     reported given up                        (1 of 3 known)",
    ]


def test_bars_of_operators_say_that_joint_promises_stand_at_none_of_them() -> None:
    lines = drawn("--by", "operator")
    assert [line.split(" promised ")[0].strip() for line in lines if " promised █" in line] == [
        "Silent [red]$x$",
        "Kept",
        "Given Up",
    ]
    text = " ".join(lines)
    assert "A joint promise is listed under none of its operators, so the groups may not add up to the total." in text


def test_an_operator_that_was_asked_for_is_the_only_one_drawn(ask: Callable[..., Answer]) -> None:
    assert [row[0] for row in ask("chart", "--by", "operator", "--operator", "Kept").rows] == ["kept", ""]


def test_a_country_that_was_asked_for_is_the_only_one_drawn_and_named_in_the_scope(ask: Callable[..., Answer]) -> None:
    answer = ask("chart", "--by", "country", "--country", "SN", columns=80)
    assert sum("promised █" in line for line in answer.lines) == 1
    assert "Scope: Senegal, promised by operators, due before 1 January 2016." in answer.lines


def test_lines_are_never_drawn_together() -> None:
    lines = drawn("--by", "country", "--line", "seats")
    assert lines[0] == "Seats promised and reported, by country"
    assert [line for line in lines if "promised █" in line] == [f"Senegal promised {'█' * 60} 60"]
    assert "Unit: seats (workstations), never converted to jobs. A bar shows the low end of" in lines
    assert "Promises not included: without a due date: 1; new jobs: 5." in lines


def test_a_figure_without_a_low_end_has_its_label_and_no_bar() -> None:
    assert drawn("--by", "country", "--basis", "government")[2:4] == [
        f"Benin promised {' ' * 54} at most 70",
        "      reported no evidence",
    ]


def test_a_promise_that_is_due_today_is_not_due_yet(ask: Callable[..., Answer]) -> None:
    def left_out(day: str) -> dict[str, int]:
        answer = ask("chart", "-f", "json", env={"OCDB_TODAY": day})
        return dict(json.loads(answer.out)["left_out"])

    assert left_out("2016-01-01")["not_due"] == 1
    assert "not_due" not in left_out("2016-01-02")


def test_as_of_a_day_the_caption_says_that_later_sources_were_left_out(ask: Callable[..., Answer]) -> None:
    answer = ask("chart", "--as-of", "2012-06-30", columns=80)
    assert answer.lines[2:4] == [f"2010 promised {'█' * 56} about 400", "     reported no evidence"]
    assert answer.lines[-1] == "Day: 30 June 2012, from 1 article published by then."


def test_without_blocks_bars_are_made_of_plain_characters() -> None:
    lines = drawn("--by", "country", columns=60, encoding="ascii")
    assert lines[2:8] == [
        "Senegal promised ######################## 850",
        "        reported no evidence",
        "Togo    promised ###################      at least 660",
        "        reported =============            450 (1 of 2 known)",
        "Benin   promised ###                      100",
        "        reported given up",
    ]
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_a_terminal_that_lacks_some_of_the_blocks_gets_none(encoding: str) -> None:
    answer = ocdb("chart", database=world(), columns=80, env=TODAY, encoding=encoding)
    assert (answer.code, "#" in answer.out) == (0, True)


def test_nothing_due_is_a_caption_without_bars_and_a_hint() -> None:
    answer = ocdb("chart", "--line", "trainees", database=world(), columns=80, env=TODAY)
    assert answer.lines[:3] == [NOTHING_DUE, "", "Scope: Promised by operators, due before 1 January 2016."]
    assert not any(line.startswith(("Unit:", "Reported:")) for line in answer.lines)
    assert answer.err == OTHERS
    data = ocdb("chart", "--line", "trainees", "-f", "tsv", database=world(), env=TODAY)
    assert data.err.splitlines()[0] == NOTHING_DUE
    assert data.err.count(NOTHING_DUE) == 1


def test_colours_are_left_out_where_nobody_wants_them() -> None:
    assert "\x1b" not in "".join(drawn())


def test_in_colours_the_two_bars_differ() -> None:
    chart = Chart("A title", ("A caption.",), (), "new_jobs", (Bar("One", 2, "2", 1, 1, 1),), Rows((), []), {}, {})
    with redirect_stdout(Stream(terminal=True)):
        lines = draw(chart, 40).splitlines()
    assert "\x1b[34" in lines[2]
    assert "\x1b[32" in lines[3]


names = st.text(alphabet="aé電\u0301 -_/[\t", min_size=1, max_size=60)
amounts = st.integers(min_value=0, max_value=10**9)


@given(
    st.lists(st.tuples(names, amounts, st.none() | amounts), min_size=1, max_size=6),
    st.integers(min_value=60, max_value=200),
    st.booleans(),
)
def test_no_line_is_wider_than_the_terminal(
    groups: list[tuple[str, int, int | None]], width: int, blocks: bool
) -> None:
    bars = tuple(Bar(name, promised, f"at least {promised}", reported, 2, 1) for name, promised, reported in groups)
    chart = Chart("A title", ("A caption.",), (), "new_jobs", bars, Rows((), []), {}, {})
    assert max(map(size, draw(chart, width, blocks=blocks).splitlines())) <= width


# --- as numbers ---------------------------------------------------------------------------------------------------


def test_in_a_pipe_the_numbers_behind_the_bars_are_printed(ask: Callable[..., Answer]) -> None:
    answer = ask("chart", "--by", "country")
    assert answer.lines[0].split("\t")[:5] == ["country", "country_name", "line", "pledges", "known"]
    promised = answer.lines[0].split("\t").index("promised")
    assert [(row[0], row[promised], row[promised + 1], row[promised + 2]) for row in answer.rows] == [
        ("BJ", "100", "100", "exact"),
        ("SN", "850", "850", "exact"),
        ("TG", "660", "", "at_least"),
        ("", "1610", "", "at_least"),
    ]
    assert answer.err.splitlines()[0] == "Scope: Promised by operators, due before 1 January 2016."


def test_people_read_the_numbers_behind_the_bars_as_those_of_delivery(ask: Callable[..., Answer]) -> None:
    lines = ask("chart", "--by", "country", "-f", "md").lines
    assert lines[2].split(" | ")[:4] == ["| Country", "Line", "Promises", "Known"]
    assert "| Togo | new jobs | 2 | 1 | 1 | 0 |  | at least 660 | 360 | 54.5 to 100 |" in lines


def test_json_has_the_scope_and_the_caption_stands_beside_it(ask: Callable[..., Answer]) -> None:
    answer = ask("chart", "--by", "country", "-f", "json")
    found = json.loads(answer.out)
    assert found["scope"]["line"] == "new_jobs"
    assert found["left_out"] == {"not_due": 1, "no_due_date": 1, "seats": 1}
    assert answer.err.splitlines()[0] == "Scope: Promised by operators, due before 1 January 2016."
    assert [group["country"] for group in found["groups"]] == ["BJ", "SN", "TG", None]


def test_bars_in_a_pipe_on_demand() -> None:
    assert any("promised █" in line for line in drawn("-f", "table", columns=None))


# --- as a picture -------------------------------------------------------------------------------------------------


def painted(file: Path, *arguments: str) -> bytes:
    answer = ocdb("chart", *arguments, "-o", file, database=world(), env=TODAY)
    assert (answer.code, answer.out) == (0, ""), answer.err
    return file.read_bytes()


def words(svg: bytes) -> list[str]:
    """Return the lines of text in a picture."""
    texts = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314  our own
    return [line for text in texts for line in text.itertext()]


def test_a_drawing_that_is_kept_is_drawn_once_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_kept", None)
    picture.keep(tmp_path)
    specification = json.dumps({"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a"}}})
    picture.drawing.cache_clear()
    drawn = picture.drawing(specification)
    picture.drawing.cache_clear()  # as in another process
    monkeypatch.setattr(picture, "vl_convert", lambda: pytest.fail("it is drawn again"))
    assert picture.drawing(specification) == drawn
    assert [file.read_text("utf-8") for file in tmp_path.iterdir()] == [drawn]
    picture.drawing.cache_clear()


@pytest.mark.slow
def test_two_runs_paint_the_same_bytes(tmp_path: Path) -> None:
    for name in ("chart.svg", "chart.png"):
        first, second = (painted(tmp_path / f"{number}-{name}", "--by", "country") for number in (1, 2))
        assert first == second


def test_a_picture_says_what_a_terminal_says(tmp_path: Path) -> None:
    found = words(painted(tmp_path / "chart.svg", "--by", "country"))
    for expected in (
        "New jobs promised and reported, by country",
        "Scope: Promised by operators, due before 1 January 2016.",
        "Unit: new jobs; of a level, what it adds to the people already there.",
        "Senegal",
        "no evidence",
        "at least 660",
        "450 (1 of 2 known)",
        "given up",
        "promised",
        "or more",
        "reported, at least",
        "New jobs: 22 to 78% delivered; outcome known for 2 of 5 promises.",
        "Day: 1 January 2016, from 2 articles.",
        "Licence: CC\xa0BY\xa04.0.",
    ):
        assert expected in found


def test_a_picture_is_one_image_to_those_who_hear_it_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    svg = ET.fromstring(painted(tmp_path / "chart.svg", "--by", "year", "--lang", "fr"))  # noqa: S314  our own
    title, description = (" ".join((svg[place].text or "").split()) for place in (0, 1))
    assert title == "Nouveaux emplois : promesses et chiffres constatés, par année d’échéance"
    assert "2010, promis : environ 400 ; 2010, constaté : 450. 2011, promis : aucune échéance." in description
    names = f"{svg[0].get('id')} {svg[1].get('id')}"
    assert {name: svg.get(name) for name in ("role", "aria-labelledby")} == {"role": "img", "aria-labelledby": names}
    spoken = {name for element in svg.iter() if element is not svg for name in element.attrib}
    assert not {name for name in spoken if name == "role" or name.startswith("aria-") or name == "style"}
    found = " ".join(words(ET.tostring(svg)))
    for expected in ("promis", "constaté", "aucune échéance", "la base de données ouverte"):
        assert expected in found
    for english in ("promised", "reported", "nothing due", "open database"):
        assert english not in found


def test_a_name_is_no_formula_and_no_markup(tmp_path: Path) -> None:
    assert "Silent [red]$x$" in words(painted(tmp_path / "chart.svg", "--by", "operator"))


def test_the_ending_tells_the_format_in_either_case(tmp_path: Path) -> None:
    assert painted(tmp_path / "chart.PNG", "--theme", "dark", "--width", "column").startswith(b"\x89PNG\r\n")


def test_nothing_due_is_painted_too(tmp_path: Path) -> None:
    answer = ocdb("chart", "--line", "trainees", "-o", tmp_path / "chart.svg", database=world(), env=TODAY)
    assert answer.err == f"{NOTHING_DUE}\n{OTHERS}"
    assert "nothing was due" in words((tmp_path / "chart.svg").read_bytes())


# Names of several lines, a zero, figures that are open at either end, and one that is only a range.
HARD = (
    Bar("A company with a name so long that no two lines of a narrow column can hold it, and then some",
        12000, "at least 12,000", 15800, 4, 2),
    Bar("Zero", 0, "0", 0, 1, 1, high=0),
    Bar("Small", 0, "at most 70", None, 1, 0, high=70),
    Bar("Wide", 300, "300 to 12,500", None, 3, 1, high=12500),
)  # fmt: skip


def world_of(*bars: Bar) -> Chart:
    return Chart("A title " * 20, ("A scope " * 30,), ("A note " * 60,), "new_jobs", bars, Rows((), []), {}, {})


def layers(where: Where = "page") -> list[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Return name, mark and data of each layer."""
    drawn = spec(world_of(*HARD), where=where)["layer"]
    return [(layer["name"], layer["mark"], layer["data"]["values"]) for layer in drawn]


def test_a_range_is_drawn_from_its_low_to_its_high_end_and_an_open_one_ends_in_an_arrow() -> None:
    drawn = {name: values for name, _mark, values in layers()}
    ends = {name: [(one["group"], one["low"], one["high"]) for one in drawn[name]] for name in ("promised", "range")}
    assert ends == {"promised": [(0, 0, 12000), (3, 0, 300)], "range": [(2, 0, 70), (3, 300, 12500)]}
    assert [one["group"] for one in drawn["open"]] == [0]
    assert [one["text"] for one in drawn["silent"]] == ["no evidence", "no figure (1 of 3 known)"]


@each("where", LAYOUTS)
def test_every_text_of_a_picture_is_inside_it(where: Where) -> None:
    room = spec(world_of(*HARD), where=where)["width"]
    assert room < LAYOUTS[where].width
    for _name, mark, values in layers(where):
        size, bold = mark.get("fontSize", LAYOUTS[where].size), mark.get("fontWeight") == "bold"
        for text in values:
            lines = text.get("text", [])
            for line in [lines] if isinstance(lines, str) else lines:
                assert text["x"] + extent(line, size, bold=bold) <= room + 1, line


@each("where", LAYOUTS)
def test_signs_for_texts_change_nothing_of_a_picture(where: Where) -> None:
    named = ("'1", "'2 and 'more'", '<b>A & "B"</b>', "12")
    for bars in (HARD, (), [replace(HARD[0], name=name) for name in named]):
        chart = world_of(*bars)
        drawn = picture.drawing(json.dumps(spec(chart, where=where)))
        assert svg(chart, where=where) == described(drawn, chart.title, alternative(chart), where)


def test_a_theme_changes_colours_and_nothing_else_and_a_page_has_its_own() -> None:
    light, dark, page = (json.dumps(spec(world_of(*HARD), theme)) for theme in THEMES)
    colour = re.compile(r"#[0-9a-f]{6}|var\(--figure-[a-z]+\)")
    assert colour.sub("", light) == colour.sub("", dark) == colour.sub("", page)
    assert light != dark
    assert not re.search("#[0-9a-f]{6}", page)


def test_what_a_page_makes_interactive_has_its_data_in_it_and_speaks_the_language() -> None:
    with speaking("fr"):
        compiled = vega(world_of(*HARD))
    told = [row["told"] for data in compiled["data"] for row in data.get("values", []) if "told" in row]
    assert told[2:4] == ["Zero, promis\xa0: 0", "Zero, constaté\xa0: 0"]
    assert not [data for data in compiled["data"] if "url" in data]


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    file = tmp_path / "missing" / "chart.png"
    answer = ocdb("chart", "-o", file, database=world(), env=TODAY)
    assert (answer.code, answer.err) == (
        2,
        f"ocdb: {file} can't be written: No such file or directory\n  Name another file with -o.\n",
    )


def test_a_format_that_is_no_picture_is_told(tmp_path: Path) -> None:
    answer = ocdb("chart", "-o", tmp_path / "chart.pdf", database=world(), env=TODAY)
    assert (answer.code, answer.err) == (
        2,
        "ocdb: a picture can't be written as .pdf\n  Name a file that ends in .svg or .png.\n",
    )


def test_a_picture_needs_vl_convert_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    answer = ocdb("chart", "-o", tmp_path / "chart.svg", database=world(), env=TODAY)
    assert (answer.code, answer.err) == (
        2,
        (
            "ocdb: a picture needs vl-convert-python, which isn't installed\n"
            "  Install it with: pip install 'ocdb-africa[chart]' - or leave out -o for bars in the terminal.\n"
        ),
    )


def test_a_chart_in_the_terminal_needs_no_vl_convert(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert drawn()


def test_the_themes_of_the_style_sheet_have_the_same_colours() -> None:
    assert colours("light").keys() == colours("dark").keys() == colours("page").keys()
    assert all(colours("light")[name] != colours("dark")[name] for name in colours("light"))
