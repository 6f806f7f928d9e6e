"""Answers as workbooks: typed, linked, safe against formulas, and with what was asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from ocdb.answers.answer import Answer, Section, of_rows
from ocdb.answers.columns import count, counted, key, sized, source, text
from ocdb.answers.wording import Wording
from ocdb.render.xlsx import LONGEST_NAME, workbook
from ocdb.store.reader.rows import Rows
from tests.cases import each
from tests.commands import ocdb, recorded


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    book = openpyxl.load_workbook(path)
    yield book
    book.close()


def written(answer: Answer, path: Path) -> Path:
    path.write_bytes(workbook(answer, "ocdb list sites"))
    return path


def test_a_list_as_a_workbook_has_what_people_see_the_data_and_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "sites.xlsx"
    answer = ocdb("list", "sites", "--country", "TG", "-o", path)
    assert (answer.code, answer.out) == (0, "")
    with opened(path) as book:
        assert book.sheetnames == ["Sites", "Articles", "Sites data", "Articles data", "About"]
        people, articles, data, _articles, about = book.worksheets
        assert [cell.value for cell in people[1]] == ["Operator", "Where", "Status", "Opening", "Key"]
        assert [cell.value for cell in people[2]] == [
            "VIPP Interstis",
            "Lomé",
            "planned, unconfirmed",
            "1 April 2020",
            "vipp-interstis-lome",
        ]
        assert people.freeze_panes == "A2"
        assert people.auto_filter.ref == "A1:E2"
        assert [cell.value for cell in articles[1]][-2:] == ["Supports", "Key"]
        assert articles["F2"].value == "vipp-interstis-lome"
        assert {row[4].hyperlink.target == row[4].value for row in articles.iter_rows(min_row=2)} == {True}
        fields = dict(zip((cell.value for cell in data[1]), (cell.value for cell in data[2]), strict=True))
        assert (fields["id"], fields["sources"]) == ("vipp-interstis-lome", 1)
        assert fields["opened_from"].date().isoformat() == "2020-04-01"
        facts = {row[0].value: row[1].value for row in about.iter_rows(min_row=2)}
        assert facts["Answer"] == "1 site: Togo"
        assert facts["Edition"].startswith("version ")
        assert facts["Licence"] == "CC-BY-4.0"
        assert "list sites --country TG" in facts["Question"]


def test_a_figure_that_is_one_number_is_a_number_with_its_unit_and_what_is_not_stays_text(tmp_path: Path) -> None:
    figures = {
        (1500, 1500, "exact"): (1500, '#,##0" seats"'), (300, 400, "range"): ("300 to 400 seats", "General"),
        (400, 400, "about"): ("about 400 seats", "General"),
        (3000, None, "at_least"): ("at least 3,000 seats", "General"),
    }  # fmt: skip
    rows = Rows(("low", "high", "bound", "measure"), [(*figure, "seats") for figure in figures])
    answer = of_rows(rows, columns=(counted("Promise"), sized("Adds", bound=None)))
    with opened(written(answer, tmp_path / "a.xlsx")) as book:
        sheet = book.worksheets[0]
        for place, expected in enumerate(figures.values(), 2):
            assert (sheet.cell(place, 1).value, sheet.cell(place, 1).number_format) == expected
        assert (sheet["B2"].value, sheet["B2"].number_format, sheet["B3"].value) == (1500, "#,##0", "300 to 400")


def test_the_sheets_of_a_dossier_have_whole_names(tmp_path: Path) -> None:
    for language, ending in (("en", " data"), ("fr", " (données)")):
        path = tmp_path / f"{language}.xlsx"
        assert ocdb("--lang", language, "show", "Webhelp", "-o", path).code == 0
        with opened(path) as book:
            names = book.sheetnames[:-1]
        assert names[len(names) // 2 :] == [f"{name}{ending}" for name in names[: len(names) // 2]]


def test_a_workbook_keeps_no_password_of_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "found.xlsx"
    assert ocdb("search", "postgresql://u:secret@h/d", "-o", path).code == 0
    with opened(path) as book:
        asked = [str(row[1].value) for row in book["About"].iter_rows(min_row=2) if row[0].value == "Question"]
    assert "postgresql://u:***@h/d" in asked[0]


def test_an_answer_of_several_parts_has_a_sheet_for_each_also_for_what_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "jobs.xlsx"
    assert ocdb("--lang", "fr", "jobs", "--country", "TG", "-o", path).code == 0
    with opened(path) as book:
        assert len(book.sheetnames) > 5
        assert book.sheetnames[-1] == "À propos"


@each(
    "value",
    ["=1+1", " =1+1", "\N{FULLWIDTH EQUALS SIGN}1", "@SUM(A1)", "+1", "-1+1", "{=1}", "\t=1", "https://x.example/"],
)
def test_no_value_becomes_a_formula_or_a_link_by_its_look(value: str, tmp_path: Path) -> None:
    answer = of_rows(Rows(("id",), [(value,)]), columns=(text("Name", "id"),))
    with opened(written(answer, tmp_path / "a.xlsx")) as book:
        for sheet in book.worksheets[:2]:
            cell = sheet["A2"]
            assert cell.data_type == "s", cell.value
            assert cell.hyperlink is None


def test_numbers_are_numbers_and_only_addresses_of_the_web_are_links(tmp_path: Path) -> None:
    rows = Rows(
        ("id", "n", "title", "url"),
        [("a", 1234, "T", "https://example.org/é"), ("b", None, "U", "javascript:alert(1)")],
    )
    answer = of_rows(rows, columns=(count("Number", "n"), source(), key()))
    with opened(written(answer, tmp_path / "a.xlsx")) as book:
        sheet = book.worksheets[0]
        assert sheet["A2"].value == 1234
        assert sheet["B2"].hyperlink.target.startswith("https://example.org/")
        assert sheet["B3"].hyperlink is None
        assert sheet["B3"].value == "U"


def test_names_of_sheets_are_taken_by_excel_and_differ(tmp_path: Path) -> None:
    rows = Rows(("id",), [("a",)])
    titles = ("A" * 40, "A" * 40, "a:b/c?d*e[f]'g", "", "History")
    sections = tuple(Section("part", title, rows) for title in titles)
    with opened(written(Answer("", sections, Wording()), tmp_path / "a.xlsx")) as book:
        assert len(set(map(str.lower, book.sheetnames))) == len(titles) + 1
        assert max(map(len, book.sheetnames)) <= LONGEST_NAME


def test_control_characters_and_a_text_that_is_too_long_are_no_error(tmp_path: Path) -> None:
    answer = of_rows(Rows(("id\x00",), [("a\x00\x1b" + "x" * 40_000,)]))
    with opened(written(answer, tmp_path / "a.xlsx")) as book:
        assert str(book.worksheets[0]["A2"].value).startswith(r"a\x00\x1bx")


def test_a_workbook_needs_a_file_and_a_file_its_format(tmp_path: Path) -> None:
    answer = ocdb("list", "sites", "-f", "xlsx")
    assert (answer.code, answer.lines) == (2, [])
    for name in ("sites.ods", "sites.html", "sites.parquet"):
        answer = ocdb("list", "sites", "-o", tmp_path / name)
        assert answer.code == 2, name
        assert ".xlsx" in answer.err
    assert ocdb("list", "sites", "-f", "csv", "-o", tmp_path / "sites.xlsx").code == 2
    assert list(tmp_path.iterdir()) == []


def test_csv_for_excel_has_a_mark_on_request(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    assert ocdb("list", "sites", "--bom", "-o", path).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert ocdb("list", "sites", "--bom", "-f", "json").code == 2


def test_a_workbook_has_each_list_of_a_dossier_once_with_all_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "intelcia.xlsx"
    assert ocdb("show", "Intelcia", "-o", path, database=recorded()).code == 0
    with opened(path) as book:
        names = set(book.sheetnames)
        assert {"Outcomes of promises", "Owned by", "Owns", "Predecessors"} <= names
        twice = {"Promises", "Holdings", "Take-overs and mergers"}
        assert names & {*twice, *(f"{name} data" for name in twice)} == set()
        data = book["Outcomes of promises data"]
        # What the list of promises knows beside their outcomes.
        assert {"verdict", "baseline", "firmness"} <= {cell.value for cell in data[1]}
        fields = [cell.value for cell in data[1]]
        firmness = [row[fields.index("firmness")].value for row in data.iter_rows(min_row=2)]
        assert None not in firmness
        keys = {row[0].value for row in data.iter_rows(min_row=2)}
    found = json.loads(ocdb("show", "Intelcia", "-f", "json", database=recorded()).out)
    assert {pledge["id"] for pledge in found["pledges"]} == keys
    assert {"ledger", "ownerships", "parents", "owns"} <= found.keys()
