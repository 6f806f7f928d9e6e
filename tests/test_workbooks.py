"""Workbooks: what a cell is by what it shows, what hides behind it, and what no file may cost."""

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocdb.intake.sheets import child, workbook, xlsx
from ocdb.intake.sheets.formats import WHOLE, read
from ocdb.intake.sheets.sheets import Day, Labelled, SheetError, Unusable, Value, shown
from tests.commands import ocdb
from tests.imports import COLUMNS, GOOD, HEADER, PLEDGE, SOURCE, active, book, made, only, refusals, run

# The checks read what travels with ocdb too: the five articles are enough, and last.
pytestmark = pytest.mark.usefixtures("five_travel")

SHEET = "xl/worksheets/sheet1.xml"
EPOCH = openpyxl.utils.datetime.WINDOWS_EPOCH


@pytest.fixture(autouse=True)
def _work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(tmp_path)
    Path("map.yaml").write_text(SOURCE + PLEDGE, "utf-8")
    if "own_process" not in request.fixturenames:
        monkeypatch.setattr(subprocess, "run", _in_this_process)
        monkeypatch.setattr(child, "_bound", lambda _request: None)
        monkeypatch.setitem(sys.modules, "numpy", sys.modules.get("numpy"))  # which the child hides


@pytest.fixture
def own_process() -> None:
    """Let a process of its own read the workbook, as it does for users."""


def _in_this_process(command: list[str], *, input: bytes, **_others: Any) -> "subprocess.CompletedProcess[bytes]":  # noqa: A002
    """Answer as the process that reads a workbook does: its start takes longer than most of what is tested."""
    out = io.TextIOWrapper(io.BytesIO())
    with patch.object(sys, "stdin", io.StringIO(input.decode())), patch.object(sys, "stdout", out):
        child.main()
    assert isinstance(out.buffer, io.BytesIO)
    return subprocess.CompletedProcess(command, 0, out.buffer.getvalue(), b"")


def values(path: str, sheet: str | None = None) -> list[list[Value]]:
    """Return the cells of a sheet, read in this process."""
    request = workbook.Request(path, sheet, 100_000, 0, 0)
    return [list(row.values) for row in xlsx.read(request).rows]


def edited(
    path: str, parts: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED, rows: tuple[list[Any], ...] = ()
) -> None:
    """Write a workbook whose parts are replaced, or changed where the old and the new text stand around an arrow."""
    file = io.BytesIO()
    book(COLUMNS, *rows).save(file)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w", method) as new:
        for name in old.namelist():
            before, arrow, after = parts.get(name, b"").partition(b" => ")
            text = old.read(name)
            assert not arrow or before in text, text
            new.writestr(name, text.replace(before, after) if arrow else before or text)


def sheet_of(rows: bytes) -> bytes:
    """Return the XML of a sheet with rows below the header."""
    head = b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % name.encode() for name in COLUMNS)
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="%s"><sheetData><row>%s</row>%s</sheetData></worksheet>' % (space, head, rows)


def imported(path: str = "sheet.xlsx", *options: str) -> Any:
    return ocdb("import", path, "--map", "map.yaml", *options, database="")


# --- cells --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("own_process")
def test_a_workbook_gives_the_same_fixture_as_its_csv() -> None:
    text = run(HEADER + GOOD).out.replace("sheet.csv", "sheet.xlsx").replace("2013-08", "2013-08-15")
    assert run(book(COLUMNS, ["Webhelp", "Agadir", 400, date(2013, 8, 15)])).out == text


def test_a_cell_without_a_value_to_trust_is_refused() -> None:
    unsaid = "Say in the mapping how dates are written, as in dates: DD/MM/YYYY"
    cases: list[tuple[Any, str, str]] = [
        ("=A9", "General", "its formula has no stored result. Open the file in a spreadsheet and save it."),
        ("#N/A", "General", "it contains the error #N/A. Correct the formula, or write the value."),
        (date(2013, 8, 15), "d-mmm", "it is a date whose year isn't shown. Write the whole date, with its year."),
        (time(4, 5), "h:mm", "it is a time. Write the whole date, with its year."),
        (60, "yyyy-mm-dd", "it is shown as a date, but isn't one. Write the date again."),
        (40770, "General", f"the mapping doesn't say how to read this date. {unsaid}"),
        (40770, '"avant "yyyy', "its number format adds avant to the date. Write it as a text, as in 2012~."),
    ]
    file = book(COLUMNS)
    for row, (value, code, _) in enumerate(cases, 2):
        active(file).append(["Webhelp", "Agadir", row, value])
        active(file).cell(row, 4).number_format = code
    told = refusals(run(file))
    for line, (_, code, reason) in zip(told, cases, strict=True):
        assert line.endswith(reason), code


def test_a_date_cell_is_as_precise_as_it_is_shown() -> None:
    codes = {"DD/MM/YYYY": "2013-08-15", "mmm-yy": "2013-08", "yyyy": 2013, "[$-40C]mmmm yyyy;@": "2013-08"}
    file = book(COLUMNS)
    for row, code in enumerate(codes, 2):
        active(file).append(["Webhelp", "Agadir", row, date(2013, 8, 15)])
        active(file).cell(row, 4).number_format = code
    assert [one["announced"] for one in made(run(file))] == list(codes.values())


def test_what_a_number_format_shows_beside_a_figure_counts() -> None:
    codes = {'"environ "0': {"about": 300}, '"> "0': {"at_least": 300}, '0"+"': {"at_least": 300}, "#,##0": 300}
    refused = {
        '0"k"': '"300k": k beside the number isn\'t understood',
        '0.0,"k"': '"300": its number format shows it in thousands',
        '0.0,,"M"': '"300": its number format shows it in millions',
        '# ##0" milliers"': '"300 milliers": milliers beside the number isn\'t understood',
        "0%": '"30000%": % beside the number isn\'t understood',
        ";;;": '"300": its number format hides it',
    }
    file = book(COLUMNS)
    for row, code in enumerate([*codes, *refused], 2):
        active(file).append(["Webhelp", "Agadir", 300, 2010 + row])
        active(file).cell(row, 3).number_format = code
    answer = run(file)
    for line, reason in zip(refusals(answer), refused.values(), strict=True):
        assert f"Combien (C): {reason}" in line
    assert answer.out.count("figure: 300\n") == 1
    assert answer.out.count("figure: {about: 300}\n") == 1
    assert answer.out.count("figure: {at_least: 300}\n") == 2


def test_a_unit_of_a_number_format_may_be_said() -> None:
    for code, value, unit, wanted in (
        ("0%", 0.65, '"%"', 65),
        ('0" milliers"', 12, "milliers, times: 1000", 12_000),
        ('"MAD "#,##0', 12, "mad", 12),
        ('"environ "0.0,,"M"', 12, "M", None),
        ("0.00%", 0.1234, '"%", numbers: {thousands: .}', "12.34"),
    ):
        file = book(COLUMNS, ["Webhelp", "Agadir", value, 2013])
        active(file)["C2"].number_format = code
        fields = f"{{measure: {{constant: completion}}, as_of: Quand, figure: {{column: Combien, unit: {unit}}}}}"
        answer = run(file, f"{SOURCE}records: [{{record: statistic, id: s, fields: {fields}}}]")
        if wanted is None:
            assert "shows it in millions" in only(answer)
        else:
            assert str(made(answer, "statistics")[0]["figure"]) == str(wanted), code


def test_a_number_is_what_its_format_shows() -> None:
    cases: list[tuple[float, str, Value | str]] = [
        (5, "General", Decimal(5)),
        (2.50, "0.00", Decimal("2.5")),
        (0.1 + 0.2, "General", Decimal("0.3")),
        (5, "[Red]0;[Blue]-0", Decimal(5)),
        (-5, "[Red]0;[Blue]-0", Decimal(-5)),
        (-5, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', Decimal(-5)),
        (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "-"),
        (5, "+0;-0", Decimal(5)),
        (5, "# ##0", Decimal(5)),
        (5, "0.00E+00", Decimal(5)),
        (5, "# ?/?", Decimal(5)),
        (5, "#,##0 [$MAD-380C]", Labelled("", Decimal(5), " MAD")),
        (0.654, "0.0%", Labelled("", Decimal("65.4"), "%")),
        (5, '0" days"', Labelled("", Decimal(5), " days")),
        (5, r"\~0", Labelled("~", Decimal(5), "")),
        (7000, '[>=1000]0.0,"k";0', "its number format shows it in thousands"),
        (700, '[>=1000]0.0,"k";0', Decimal(700)),
        (0, '0;-0;"aucun"', "aucun"),
        (0, '_-* #,##0\\ "€"_-;\\-* #,##0\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', "- €"),
        (0, "0;-0;;@", None),
        (1, '"oui";;"non"', "oui"),
        (4, "0;-0;;@", Decimal(4)),
        (5000, '[<1E3]0;0"k"', "its number format isn't understood"),
        (-3, "[>5]0;[>2]0", "its number format isn't understood"),
        (5, "[" * 256, "its number format isn't understood"),
        (1e300, "0", "it isn't a number that can be stored"),
        (float("inf"), "0", "it isn't a number that can be stored"),
        (41501, "dd/mm/yyyy", Day("2013-08-15")),
        (41501.5, "d mmmm yyyy hh:mm", Day("2013-08-15")),
        (41501, "dddd d mmmm yyyy", Day("2013-08-15")),
        (41501, "dddd mmmm yyyy", Day("2013-08")),
        (41501, 'd" de "mmmm" de "yyyy', Day("2013-08-15")),
        (41501, r"yyyy\-mm\-dd\Thh:mm:ss\Z", Day("2013-08-15")),
        (41501, 'yyyy"年"m"月"', Day("2013-08")),
        (41501, "yyyy", Day("2013")),
        (41501, 'yyyy"~"', "its number format adds ~ to the date"),
        (41501, "dd/mm", "it is a date whose year isn't shown"),
        (0.5, "[h]:mm:ss", "it is a time"),
        (3e9, "yyyy", "it is shown as a date, but isn't one"),
        (-3, "yyyy", "it is shown as a date, but isn't one"),
    ]
    for number, code, wanted in cases:
        found = read(number, code, EPOCH)
        assert (found.reason if isinstance(found, Unusable) else found) == wanted, code


def test_a_number_too_small_to_store_is_no_zero() -> None:
    row = b'<row><c t="inlineStr"><is><t>Webhelp</t></is></c><c/><c><v>%s</v></c></row>'
    edited("sheet.xlsx", {SHEET: sheet_of(row % b"1E-9999999")})
    assert (
        only(imported()) == 'Combien (C): "1E-9999999": it isn\'t a number that can be stored. Write the number again.'
    )
    for zero in (b"0", b"0.0", b"-0E-5"):
        edited("zero.xlsx", {SHEET: sheet_of(row % zero)})
        assert values("zero.xlsx")[1][2] == 0, zero


def test_the_stored_result_of_a_formula_is_used() -> None:
    edited("sheet.xlsx", {SHEET: b"<v>400</v> => <f>A9*2</f><v>400</v>"}, rows=(["Webhelp", "Agadir", 400, 2013],))
    assert made(imported())[0]["figure"] == 400


def test_merged_cells_are_refused_where_they_hide_a_value() -> None:
    file = book(COLUMNS, ["Webhelp", "Agadir", 1, 2013], [None, "Agadir", 2, 2013])
    active(file).merge_cells("A2:A3")
    assert only(run(file)) == (
        "Qui (A): A3 is part of the merged cells A2:A3. Unmerge them, and write the value into each row."
    )


def test_hidden_sheets_and_rows_are_read_and_said() -> None:
    file = book(["nothing"])
    hidden = file.create_sheet("Caché")
    hidden.sheet_state = "hidden"
    for row in (COLUMNS, ["Webhelp", "Agadir", 1, 2013], [None]):
        hidden.append(row)
    hidden.row_dimensions[2].hidden = hidden.row_dimensions[3].hidden = True
    answer = run(file, f"sheet: caché\n{SOURCE}{PLEDGE}")
    assert len(made(answer)) == 1
    assert answer.err.splitlines()[:2] == [
        "sheet.xlsx: the sheet Caché is hidden; it is read",
        "sheet.xlsx: hidden rows are read: 2",
    ]


def test_the_sheet_must_be_named_where_there_are_several() -> None:
    file = book(COLUMNS)
    file.create_sheet("Zwei")
    assert run(file).err == "ocdb: sheet.xlsx has several sheets: Sheet, Zwei\n  Say sheet: in the mapping.\n"
    assert (
        run(file, f"sheet: Zwie\n{SOURCE}{PLEDGE}").err == "ocdb: sheet.xlsx has no sheet Zwie\n  Did you mean Zwei?\n"
    )


plain_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).map(str.strip)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(plain_texts, st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6), st.dates(date(1901, 1, 1))),
        max_size=4,
    )
)
def test_cells_are_read_as_they_were_written(rows: list[tuple[str, float, date]]) -> None:
    book(["a", "b", "c"], *([text, number, day] for text, number, day in rows)).save("any.xlsx")
    for (text, number, day), row in zip(rows, values("any.xlsx")[1:], strict=True):
        if not text.startswith(("=", "#")) and "_x" not in text:
            assert row[0] == (text or None)
        assert float(shown(row[1])) == pytest.approx(number, rel=1e-14)
        assert row[2] == Day(day.isoformat())


def test_days_may_be_counted_from_1904() -> None:
    file = book(["a"], [date(2020, 2, 29)])
    file.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    file.save("mac.xlsx")
    assert values("mac.xlsx") == [["a"], [Day("2020-02-29")]]


def test_a_worksheet_that_few_programs_write_is_read() -> None:
    far = b'<row r="1048576"><c r="ALL1048576"><v>1</v></c></row>'
    odd = b'<row><c t="b"><v>1</v></c><c t="d"><v>2020-01-02T00:00:00</v></c><c t="d"><v>04:05:06</v></c></row>'
    text = b'<row><c t="inlineStr"><is><r><t>a_x000D_</t></r><r><t>b</t></r></is></c></row>'
    for rows, wanted in (
        (far, [None] * 999 + [1]),
        (odd, ["true", Day("2020-01-02"), Unusable("04:05:06", "it is a time", WHOLE)]),
        (text, ["a\rb"]),
        (b'<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>', [1]),
    ):
        edited("odd.xlsx", {SHEET: sheet_of(rows)})
        assert values("odd.xlsx")[1] == wanted
    assert values("odd.xlsx")[2] == [2]  # none of two rows with one number is lost


def test_formatted_empty_rows_dont_count() -> None:
    file = book(COLUMNS, ["Webhelp", "Agadir", 1, 2013])
    for row in range(3, 60):
        active(file).cell(row, 1).number_format = "0.00"
    answer = run(file, SOURCE + PLEDGE, "--max-rows", "1")
    assert (answer.code, answer.err) == (0, "1 row read, 57 empty, 1 record made, 0 rows refused\n")
    answer = run(HEADER + GOOD + ",,,\n" * 57, SOURCE + PLEDGE, "--max-rows", "1")
    assert (answer.code, answer.err.splitlines()[-1]) == (0, "1 row read, 57 empty, 1 record made, 0 rows refused")
    active(file).append(["Webhelp", "Agadir", 2, 2013])
    answer = run(file, SOURCE + PLEDGE, "--max-rows", "1")
    assert answer.err == "ocdb: sheet.xlsx has more than 1 rows\n  Split it, or allow more with --max-rows.\n"


def test_control_characters_of_a_cell_are_refused_and_written_out() -> None:
    text = b"Zo_x001B_[31m_xD800_\xe2\x80\xaex"
    edited("sheet.xlsx", {SHEET: sheet_of(b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % text)})
    answer = imported("sheet.xlsx", "--refused", "refused.csv")
    visible = r"Zo\x1b[31m\ud800\u202ex"
    assert f'Qui (A): "{visible}": it contains invisible characters: {visible}.' in refusals(answer)[0]
    rows = list(csv.reader(io.StringIO(Path("refused.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Qui", visible]


# --- files that are none ------------------------------------------------------------------------------------------


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def cut() -> bytes:
    file = io.BytesIO()
    book(COLUMNS, *([["Webhelp", "Agadir", 1, 2013]] * 50)).save(file)
    return file.getvalue()[:2000]


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
STRICT = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'


def test_a_file_that_is_no_sheet_is_told() -> None:
    for content, message in (
        (b"", "sheet.csv is empty"),
        (b" \n\n", "sheet.csv is empty"),
        (b"\n" + GOOD.encode(), "sheet.csv: row 1 is empty; it should name the columns"),
        (b"Qui,Combien,qui\na,b,c\n", "sheet.csv: the columns A and C are both called qui"),
        (OLE + b"x" * 600, "sheet.csv is in the old format of Excel (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "sheet.csv is protected by a password"),
        (b"<html><table>", "sheet.csv is a web page or XML, whatever its name says"),
        (b"%PDF-1.7 ", "sheet.csv isn't a spreadsheet"),
        (cut(), "sheet.csv is a broken XLSX file: File is not a zip file"),
        (zipped(a=b"b"), "sheet.csv is a ZIP archive, not XLSX"),
        (zipped(**{"content.xml": b"<a/>", "mimetype": b"x"}), "sheet.csv is an OpenDocument file, not XLSX"),
        (
            zipped(**{"xl__workbook.bin": b"", "_rels__.rels": b"<a/>"}),
            "sheet.csv is in the binary format of Excel (.xlsb)",
        ),
        (zipped(**{"xl__workbook.xml": STRICT}), "sheet.csv is in the strict form of XLSX"),
        (
            zipped(**{"xl__workbook.xml": b"<workbook"}),
            "sheet.csv is a broken XLSX file: \"There is no item named '[Content_Types].xml' in the archive\"",
        ),
    ):
        answer = run(content)
        assert (answer.code, answer.out) == (5, ""), message
        assert answer.err.splitlines()[0] == f"ocdb: {message}"
        assert len(answer.err.splitlines()) == 2, message


def test_a_broken_workbook_is_told_in_a_line() -> None:
    for broken, reason in (
        (b'<?xml version="1.0" encoding="foo"?><a/>', "unknown encoding: foo"),
        (
            b'<?xml version="1.0" encoding="rot13"?><a/>',
            "'rot13' is not a text encoding; use codecs",
        ),
        (sheet_of(b"<row>"), "mismatched tag: line 1, column"),
        (sheet_of(b'<row><c t="s"><v>7</v></c></row>'), "list index out of range"),
        (sheet_of(b'<row><c r="ZZZZ2"><v>7</v></c></row>'), ""),
        (sheet_of(b'<row r="x"/>'), "could not convert string to float: 'x'"),
        (sheet_of(b'<row><c s="9"><v>7</v></c></row>'), "list index out of range"),
        (sheet_of(b"<row><c><v>%s</v></c></row>" % (b"9" * 5000)), "Exceeds the limit (4300 digits)"),
    ):
        edited("sheet.xlsx", {SHEET: broken})
        # As the process that reads a workbook answers; the next test starts one.
        told = child._answer(workbook.Request("sheet.xlsx", None, 100_000, 0, 0), xlsx.read)  # noqa: SLF001
        assert isinstance(told, SheetError)
        assert str(told).startswith(f"sheet.xlsx is a broken XLSX file: {reason}")
        assert "\n" not in str(told)


@pytest.mark.usefixtures("own_process")
def test_a_broken_compression_is_told() -> None:
    edited("sheet.xlsx", {}, method=zipfile.ZIP_LZMA)
    with zipfile.ZipFile("sheet.xlsx") as archive:
        entry = archive.getinfo(SHEET)
    data = bytearray(Path("sheet.xlsx").read_bytes())
    start = entry.header_offset + 30 + len(SHEET) + 14
    data[start : start + 10] = b"\xff" * 10
    Path("sheet.xlsx").write_bytes(data)
    answer = imported("sheet.xlsx", "--refused", "refused.csv")
    assert (answer.code, answer.err.splitlines()[0]) == (
        5,
        "ocdb: sheet.xlsx is a broken XLSX file: Corrupt input data",
    )
    assert not Path("refused.csv").exists()


# --- bounds -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("own_process")
@pytest.mark.slow
def test_a_workbook_may_not_take_more_than_so_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("the system bounds no memory")
    monkeypatch.setattr(workbook, "MEMORY", 100_000_000)
    assert len(made(run(book(COLUMNS, ["Webhelp", "Agadir", 1, 2013])))) == 1
    text = b"x" * 50_000_000
    edited("sheet.xlsx", {SHEET: sheet_of(b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % text)})
    assert Path("sheet.xlsx").stat().st_size < 200_000
    answer = imported()
    message = "ocdb: sheet.xlsx takes more than 100 MB of memory to read\n  Split it, or save it as CSV.\n"
    assert (answer.code, answer.err) == (5, message)


@pytest.mark.slow
@pytest.mark.usefixtures("own_process")
def test_a_workbook_may_not_take_longer_than_so_much_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SECONDS", 1)
    edited("sheet.xlsx", {SHEET: sheet_of(b"<row/>" * 3_000_000)})
    answer = imported()
    remedy = "Open it in a spreadsheet and save it again, or save it as CSV."
    assert (answer.code, answer.err) == (5, f"ocdb: sheet.xlsx takes more than 1 s to read\n  {remedy}\n")


def test_far_cells_and_texts_that_are_used_again_and_again_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    edited("sheet.xlsx", {SHEET: sheet_of(b'<row r="7"><c r="ALM7"><v>1</v></c></row>')})
    assert imported().err.startswith("ocdb: sheet.xlsx: ALM7 is beyond the 1,000 columns that are read\n")
    monkeypatch.setattr(xlsx, "TEXT", 100)
    edited("sheet.xlsx", {SHEET: sheet_of(b'<row><c t="str"><v>0123456789</v></c></row>' * 10)})
    with pytest.raises(SheetError, match=r"sheet\.xlsx has more than 100 characters"):
        values("sheet.xlsx")


@pytest.mark.usefixtures("own_process")
def test_without_openpyxl_the_way_to_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("openpyxl.py").write_text("raise ImportError", "utf-8")
    file = book(COLUMNS, ["Webhelp", "Agadir", 1, 2013])
    assert run(file).code == 0  # what lies in the working directory is no library
    monkeypatch.setenv("PYTHONPATH", ".")
    assert run(file).err == (
        "ocdb: sheet.xlsx is XLSX, and openpyxl isn't installed\n"
        "  Install it with: pip install 'ocdb-africa[import]' - or save the sheet as CSV.\n"
    )


@pytest.mark.usefixtures("own_process")
def test_a_reader_that_stops_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("openpyxl.py").write_text("import os; os.abort()", "utf-8")
    monkeypatch.setenv("PYTHONPATH", ".")
    answer = run(book(COLUMNS))
    assert answer.err.startswith("ocdb: sheet.xlsx can't be read: the program that reads it stopped (-6)\n")
