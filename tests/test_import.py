"""From a spreadsheet to fixtures: what a mapping says, which rows are refused and why, and which files are none."""

import csv
import io
import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.document import Document
from ocdb.curation.reading import parse, read
from ocdb.intake.sheets.dates import read_date
from ocdb.intake.sheets.figures import read_figure
from ocdb.intake.sheets.mapping import FieldMap, Mapping, Numbers, RecordMap
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.intake.writing import dump
from ocdb.settings import resource
from tests.cases import each
from tests.commands import loaded, ocdb
from tests.imports import GOOD, HEADER, PLEDGE, SOURCE, book, made, only, refusals, run

# The checks read what travels with ocdb too: the five articles are enough, and last.
pytestmark = pytest.mark.usefixtures("five_travel")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "examples" / "import"
TUTORIAL = (ROOT / "docs" / "import.md").read_text("utf-8")

PRESS = ("import", EXAMPLES / "press.csv", "--map", EXAMPLES / "press-mapping.yaml")

CORRECT = "Correct the cell, map it under values:, or add it to the registers"
APART = "let id: tell them apart"


@pytest.fixture(autouse=True)
def _work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# --- the tutorial -------------------------------------------------------------------------------------------------


def sessions() -> list[tuple[str, str]]:
    """Return the commands of the tutorial, each with what it shows."""
    blocks = re.findall(r"^```text\n(\$ .*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_the_tutorial_shows_what_the_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Path(shutil.copytree(EXAMPLES, tmp_path / "work"))
    monkeypatch.chdir(work)
    assert len(sessions()) > 3
    for command, shown in sessions():
        if command.startswith("cat "):
            printed = Path(command.removeprefix("cat ")).read_text("utf-8").removeprefix("\ufeff")
        else:
            answer = ocdb(*command.removeprefix("ocdb ").split(), database="")
            printed = answer.out + answer.err
        assert printed == shown, command


def test_the_tutorial_shows_the_mapping_and_the_sheet_of_the_example() -> None:
    assert f"```yaml\n{(EXAMPLES / 'mapping.yaml').read_text('utf-8')}```" in TUTORIAL
    assert f"```text\n{(EXAMPLES / 'announcements.csv').read_text('utf-8')}```" in TUTORIAL


def test_the_tutorial_explains_every_key_of_a_mapping() -> None:
    keys = [key for shape in (Mapping, RecordMap, FieldMap) for key in shape.model_fields]
    assert [key for key in keys if f"`{key}`" not in TUTORIAL] == []


def test_what_an_import_writes_is_valid_and_loads(tmp_path: Path) -> None:
    sheet, mapping = EXAMPLES / "announcements.csv", EXAMPLES / "mapping.yaml"
    assert ocdb("import", sheet, "--map", mapping, "-o", "made.yaml", database="").code == 5
    assert (
        ocdb(
            "import", EXAMPLES / "press.csv", "--map", EXAMPLES / "press-mapping.yaml", "-o", "press", database=""
        ).code
        == 0
    )
    for path in (tmp_path / "made.yaml", tmp_path / "press"):
        errors = [one for one in check(gather([resource("seeds"), path])) if one.severity == "error"]
        assert errors == []
    rows = ocdb("list", "pledges", "--columns", "id,figure,measure,place", database=loaded(tmp_path / "made.yaml")).rows
    assert rows == [
        ["exemplia-agadir-2021-1200", "1200", "jobs", "ma-agadir"],
        ["fictacall-lome-2021-150", "about 150", "seats", "tg-lome"],
    ]


def test_importing_twice_gives_the_same_bytes() -> None:
    arguments = (*PRESS, "-o", "fixtures", "--beside", "fixtures")
    Path("fixtures").mkdir()
    assert ocdb(*arguments, database="").code == 0
    first = {path.name: path.read_bytes() for path in Path("fixtures").iterdir()}
    assert ocdb(*arguments, database="").code == 0  # and no --force is needed
    assert {path.name: path.read_bytes() for path in Path("fixtures").iterdir()} == first


# --- records ------------------------------------------------------------------------------------------------------


def test_a_row_becomes_a_record_in_the_style_of_the_fixtures() -> None:
    answer = run(HEADER + GOOD)
    assert answer.out == (
        "# Made by ocdb import from sheet.csv; review it before it is loaded.\n"
        "source:\n  id: sheet-2022\n  publisher: Observatoire inventé\n  language: fr\n  published: 2022-06-30\n\n"
        "defaults:\n  made_by: spreadsheet\n\n"
        "pledges:\n- id: webhelp-agadir-2013-400\n  cite: []\n  operators: webhelp\n  at: ma-agadir\n  figure: 400\n"
        "  measure: jobs\n  basis: operator\n  announced: 2013-08\n"
    )
    assert answer.err == "sheet.csv: delimiter: comma\n1 row read, 1 record made, 0 rows refused\n"


@pytest.mark.parametrize("name", ["webhelp", "WEBHELP", "Wébhelp"])
def test_a_name_is_found_by_slug_or_name_whatever_its_case_and_accents(name: str) -> None:
    assert made(run(HEADER + GOOD.replace("Webhelp", name)))[0]["operators"] == "webhelp"


def test_an_unknown_name_is_refused_with_the_nearest_ones() -> None:
    assert only(run(HEADER + GOOD.replace("Webhelp", "Webhlep"))) == (
        'Qui (A): "Webhlep": there is no operator Webhlep. Did you mean Webhelp? '
        "Correct the cell, map it under values:, add it to the registers, or set new_operators: true."
    )


def test_unknown_operators_become_register_entries_where_the_mapping_says_so() -> None:
    answer = run(HEADER + GOOD.replace("Webhelp", "Webhlep"), f"new_operators: true\n{SOURCE}{PLEDGE}")
    (operator,) = made(answer, "operators")
    note = operator.pop("note")
    assert (operator, note["en"]) == (
        {"id": "webhlep", "name": "Webhlep"},
        "Named in sheet.csv, row 2; not checked yet.",
    )
    assert "new operator webhlep: Webhlep; or is it Webhelp?" in answer.err.splitlines()


def test_a_refused_row_leaves_no_operator_behind() -> None:
    answer = run(HEADER + GOOD + "Exemplia,Atlantis,3,2013\n", f"new_operators: true\n{SOURCE}{PLEDGE}")
    assert only(answer).startswith('Où (B): "Atlantis": there is no place, country or area Atlantis.')
    assert "operators" not in parse(answer.out, Document("out")).data


def test_a_place_may_be_held_against_its_country() -> None:
    mapping = SOURCE + PLEDGE.replace("at: Où", "at: {column: Où, within: Pays}")
    rows = "Webhelp,Agadir,1,2013,Maroc\nWebhelp,,2,2013,Togo\nWebhelp,Lomé,3,2013,Maroc\nWebhelp,Lomé,4,2013,Togoo\n"
    rows += "Webhelp,,5,2013,Afrique\n"
    answer = run("Qui,Où,Combien,Quand,Pays\n" + rows, mapping)
    assert [one["at"] for one in parse(answer.out, Document("out")).data["pledges"]] == ["ma-agadir", "TG", "africa"]
    assert refusals(answer) == [
        (
            'sheet.csv:4: Où (B): "Lomé": there is no place Lomé in MA. '
            "There is tg-lome; correct the place or the country."
        ),
        f'sheet.csv:5: Pays (E): "Togoo": there is no country Togoo. Did you mean Togo or Tonga? {CORRECT}.',
    ]


def test_codes_are_found_by_their_labels_and_by_what_the_mapping_says() -> None:
    mapping = SOURCE + PLEDGE.replace(
        "{constant: jobs}", "{column: Unité, values: {postes de travail: seats, '': jobs}}"
    )
    rows = "".join(
        f"Webhelp,Agadir,{n},2013,{unit}\n"
        for n, unit in enumerate(["Emplois", "positions", "Postes de travail", "hires", ""], 1)
    )
    answer = run("Qui,Où,Combien,Quand,Unité\n" + rows, mapping)
    assert [one["measure"] for one in made(answer)] == ["jobs", "seats", "seats", "hires", "jobs"]
    assert only(run("Qui,Où,Combien,Quand,Unité\nWebhelp,Agadir,3,2013,tables\n", mapping)) == (
        'Unité (E): "tables": it isn\'t in the code list measure. '
        "The codes are jobs, headcount, hires, seats, trainees. "
        "Under values: say what it stands for."
    )


def test_several_values_in_a_cell_are_split_where_the_mapping_says_so() -> None:
    mapping = SOURCE + PLEDGE.replace("operators: Qui", "operators: {column: Qui, split: ' / '}")
    assert made(run(HEADER + GOOD.replace("Webhelp", "Webhelp / Intelcia"), mapping))[0]["operators"] == [
        "webhelp",
        "intelcia",
    ]


def test_patterns_make_texts_and_slugs() -> None:
    fields = "    note: {pattern: 'Dans {Où}, {Quand}'}\n    site: {pattern: '{operator}-{at}'}\n"
    site = (
        "- {record: site, id: '{operator}-{at}', once: true, fields: {operator: Qui, at: Où, status: Où en est-on}}\n"
    )
    site = site.replace("Où en est-on", "{constant: planned}")
    answer = run(HEADER + GOOD + GOOD.replace("400", "500"), SOURCE + PLEDGE + fields + site)
    assert made(answer)[0] == {
        "id": "webhelp-agadir-2013-400", "cite": [], "operators": "webhelp", "at": "ma-agadir",
        "site": "webhelp-agadir", "figure": 400, "measure": "jobs", "basis": "operator", "announced": "2013-08",
        "note": "Dans Agadir, 2013-08",
    }  # fmt: skip
    assert [one["id"] for one in made(answer, "sites")] == ["webhelp-agadir"]


def test_parties_in_roles_make_a_block() -> None:
    mapping = (
        SOURCE
        + """
records:
- record: event
  id: "opening-{at}"
  when: Quoi
  fields: {kind: Quoi, status: {constant: planned}, summary: {pattern: "{Qui} opens."}, at: Où, parties.subject: Qui}
- record: statistic
  id: "sites-{as_of}"
  when: Combien
  fields: {figure: {column: Combien, unit: "%"}, measure: {constant: completion}, as_of: Quand}
"""
    )
    answer = run("Qui,Où,Combien,Quand,Quoi\nWebhelp,Agadir,,2013,opening\n,,62.5 %,2013,\n,,,2012,\n",
                 "numbers: {decimal: .}\n" + mapping)  # fmt: skip
    assert only(answer) == "it makes no record, because this is empty: Quoi, Combien. Fill it, or skip: the row."
    assert answer.out.partition("\n\n")[2] == (
        "defaults:\n  made_by: spreadsheet\n\n"
        "events:\n- id: opening-agadir\n  cite: []\n  kind: opening\n  status: planned\n  summary: Webhelp opens.\n"
        "  at: ma-agadir\n  parties:\n    subject: webhelp\n\n"
        "statistics:\n- id: sites-2013\n  cite: []\n  figure: '62.5'\n  measure: completion\n  as_of: 2013\n"
    )


def test_a_text_in_two_languages_is_made_of_a_column_or_a_pattern_each() -> None:
    start = "records: [{record: statement, id: 'fact-{row}', fields: {topic: {constant: market}"
    texts = (
        ("summary.en: {pattern: '{Qui} grows.'}, summary.fr: Dit", {"en": "Webhelp grows.", "fr": "Webhelp croît."}),
        ("summary: {pattern: '{Qui} grows.'}, summary.fr: Dit", {"en": "Webhelp grows.", "fr": "Webhelp croît."}),
        ("summary.fr: Dit, summary: {pattern: '{Qui} grows.'}", {"en": "Webhelp grows.", "fr": "Webhelp croît."}),
        ("summary.fr: Dit", {"fr": "Webhelp croît."}),
        ("summary: Dit", "Webhelp croît."),
    )
    for fields, summary in texts:
        answer = run("Qui,Dit\nWebhelp,Webhelp croît.\n", f"{SOURCE}\n{start}, {fields}}}}}]\n")
        assert [one["summary"] for one in made(answer, "statements")] == [summary], fields
    assert "no such field" in run("Qui,Dit\nA,b\n", f"{SOURCE}\n{start}, summary.de: Dit}}}}]\n").err


def test_registers_need_no_source() -> None:
    mapping = "records: [{record: operator, id: '{name}', fields: {name: Qui, home_country: Pays}}]"
    assert made(run("Qui,Pays\nExemplia S.A.,Maroc\n", mapping), "operators") == [
        {"id": "exemplia-s-a", "name": "Exemplia S.A.", "home_country": "MA"}
    ]
    assert only(run("Qui,Pays\nWebhelp,France\n", mapping)).startswith("webhelp exists already, in ")


def test_two_rows_with_one_slug_are_one_record_and_a_refusal() -> None:
    assert only(run(HEADER + GOOD + GOOD)) == (
        "webhelp-agadir-2013-400 exists already, in row 2. "
        f"Remove a row that says the same; otherwise {APART} or say once: true."
    )


def test_a_slug_of_other_fixtures_is_refused() -> None:
    mapping = SOURCE + PLEDGE.replace('"{operator}-{at}-{year}-{figure}"', "webhelp-agadir-2013-400")
    Path("other").mkdir()
    other = run(HEADER + GOOD, mapping).out.replace("sheet-2022", "other-2022")
    Path("other/other.yaml").write_text(other, "utf-8")
    answer = run(HEADER + GOOD, mapping, "--beside", "other")
    assert only(answer).startswith("webhelp-agadir-2013-400 exists already, in other/other.yaml.")
    assert (answer.out, answer.err.splitlines()[-1]) == ("", "nothing was written")


def test_rows_that_disagree_on_a_shared_record_are_refused() -> None:
    mapping = (
        SOURCE
        + """
records:
- {record: site, once: true, id: "{operator}-{at}", fields: {operator: Qui, at: Où, status: État}}
"""
    )
    answer = run("Qui,Où,État\nWebhelp,Agadir,open\nWebhelp,Agadir,open\nWebhelp,Agadir,closed\n", mapping)
    assert only(answer) == (
        f'État (C): "closed": webhelp-agadir has another status in row 2: open. Correct one of them, or {APART}.'
    )


def test_what_the_checks_find_is_told_by_row_and_what_hangs_on_it_too() -> None:
    fields, gone = "    due: Échéance\n    part_of: Partie de\n", "webhelp-lome-2013-9"
    near = "Did you mean webhelp-lome-2013-5 or webhelp-agadir-2013-400 or webhelp-agadir-2011-400"
    rows = f"Webhelp,Agadir,400,2013-08,2014,\nWebhelp,Lomé,9,2013-08,2010,\nWebhelp,Lomé,5,2013-08,,{gone}\n"
    answer = run("Qui,Où,Combien,Quand,Échéance,Partie de\n" + rows, SOURCE + PLEDGE + fields)
    assert refusals(answer) == [
        'sheet.csv:3: Échéance (E): "2010": due: due is 2010, but announced is 2013-08. One of the two dates is wrong.',
        f'sheet.csv:4: Partie de (F): "{gone}": part_of: there is no pledge {gone}. {near}?',
    ]
    assert [one["id"] for one in parse(answer.out, Document("out")).data["pledges"]] == ["webhelp-agadir-2013-400"]


# --- sources by row -----------------------------------------------------------------------------------------------

SOURCES = (
    """
sources:
  id: "{publisher}-{published}"
  fields: {publisher: Journal, published: Paru, title: Titre, language: {constant: fr}}
"""
    + PLEDGE
)


def test_each_source_gets_a_file() -> None:
    ends = ("1,2013,Gazette,2013-02,Un", "2,2013,Courrier,2013-03,Deux", "3,2013,Gazette,2013-02,")
    rows = "".join(f"Webhelp,Agadir,{end}\n" for end in ends)
    sheet = "Qui,Où,Combien,Quand,Journal,Paru,Titre\n" + rows
    answer = run(sheet, SOURCES, "-o", "out")
    assert (answer.code, answer.out) == (0, "")
    assert sorted(path.name for path in Path("out").iterdir()) == ["courrier-2013-03.yaml", "gazette-2013-02.yaml"]
    assert len(read(Path("out/gazette-2013-02.yaml")).data["pledges"]) == 2
    answer = run(sheet, SOURCES)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(
        "ocdb: the sheet names 2 sources, but a fixture holds only one\n  Name a directory with -o.\n"
    )


def test_a_source_is_the_same_in_all_its_rows() -> None:
    rows = "Webhelp,Agadir,1,2013,Gazette,2013-02,Un\nWebhelp,Agadir,2,2013,Gazette,2013-02,Deux\n"
    assert only(run("Qui,Où,Combien,Quand,Journal,Paru,Titre\n" + rows, SOURCES)) == (
        f'Titre (G): "Deux": gazette-2013-02 has another title in a row above: Un. Correct one of them, or {APART}.'
    )


SAY_DATES = "Say in the mapping how dates are written, as in dates: DD/MM/YYYY"
FOUR = "Write the year with four digits."
KEEP = "In dates: keep only the form of this column."
UNSAID = f"the mapping doesn't say how to read this date. {SAY_DATES}"
# --- dates --------------------------------------------------------------------------------------------------------


def test_dates_are_read_by_the_forms_of_the_sheet_or_of_their_column() -> None:
    rows, fields = "Webhelp,Agadir,1,03/04/2021,12/2022\n", "    due: {column: Pour, dates: MM/YYYY}\n"
    answer = run("Qui,Où,Combien,Quand,Pour\n" + rows, f"dates: [DD/MM/YYYY, YYYY]\n{SOURCE}{PLEDGE}{fields}")
    assert (made(answer)[0]["announced"], made(answer)[0]["due"]) == ("2021-04-03", "2022-12")
    assert only(run(HEADER + "Webhelp,Agadir,1,03/04/2021\n")) == f'Quand (D): "03/04/2021": {UNSAID}'


@each(
    ("forms", "text", "wanted"),
    [
        ("DD/MM/YYYY", "03/04/2021", "2021-04-03"),
        ("DD/MM/YYYY", "3/4/2021", "2021-04-03"),
        ("MM/DD/YYYY", "03/04/2021", "2021-03-04"),
        ("DD.MM.YYYY, MM/YYYY", "04/2021", "2021-04"),
        ("YYYY", "2021", 2021),
        ("YYYYMMDD", "20210403", "2021-04-03"),
        ("DD MONTH YYYY", "1er août 2021", "2021-08-01"),
        ("MONTH YYYY", "févr. 2021", "2021-02"),
        ("MONTH DD YYYY", "April 3 2021", "2021-04-03"),
        ("DD/MM/YYYY", "2021-04-03", "2021-04-03"),
        ("", "2020-07-10/2020-07-11", "2020-07-10/2020-07-11"),
        ("", "2012~", "2012~"),
    ],
)
def test_dates_are_read_as_the_mapping_says(forms: str, text: str, wanted: str | int) -> None:
    assert read_date(text, forms.split(", ") if forms else []) == wanted


@each(
    ("forms", "text", "reason"),
    [
        ("", "03/04/2021", UNSAID),
        ("DD/MM/YYYY, MM/DD/YYYY", "03/04/2021", f"it may be 2021-03-04 or 2021-04-03. {KEEP}"),
        ("DD/MM/YYYY", "31/02/2021", "the calendar has no such day. Correct the date."),
        ("DD/MM/YYYY", "00/02/2021", "the calendar has no such day. Correct the date."),
        ("DD/MM/YYYY", "3/4/21", f"its year has two digits, so its century is unknown. {FOUR}"),
        ("DD/MM/YYYY", "bientôt", "it isn't a date in the form DD/MM/YYYY. Correct it, or add its form to dates:."),
        ("YYYY", "4000", "4000 isn't a likely year. Check that the columns haven't shifted."),
    ],
)  # fmt: skip
def test_a_date_is_never_guessed(forms: str, text: str, reason: str) -> None:
    with pytest.raises(UnfitError) as caught:
        read_date(text, forms.split(", ") if forms else [])
    assert f"{caught.value.reason}. {caught.value.remedy}" == reason


REWRITE = "Write a number, alone or with a word such as environ, au moins, jusqu'à, at least."
SAY_NUMBERS = 'Say in the mapping how numbers are written, as in numbers: {decimal: ",", thousands: " "}'
# --- numbers ------------------------------------------------------------------------------------------------------


@each(
    ("numbers", "text", "wanted"),
    [
        (Numbers(), "3500", 3500),
        (Numbers(thousands=" "), "3 500", 3500),
        (Numbers(thousands=" "), "3\u202f500", 3500),
        (Numbers(thousands=".", decimal=","), "1.234.567", 1234567),
        (Numbers(), "environ 400", {"about": 400}),
        (Numbers(), "près de 400", {"about": 400}),
        (Numbers(), "~400", {"about": 400}),
        (Numbers(), "plus de 3000", {"at_least": 3000}),
        (Numbers(), "3000+", {"at_least": 3000}),
        (Numbers(), "Jusqu'à 90", {"at_most": 90}),
        (Numbers(), "≤ 90", {"at_most": 90}),
        (Numbers(), "300-400", {"range": [300, 400]}),
        (Numbers(), "entre 300 et 400", {"range": [300, 400]}),
    ],
)
def test_figures_keep_their_bound(numbers: Numbers, text: str, wanted: Any) -> None:
    assert read_figure(text, FieldMap(column="Combien"), numbers) == wanted


@each(
    ("numbers", "text", "reason"),
    [
        (Numbers(), "1.000", f"the mapping doesn't say which sign in 1.000 separates the decimals. {SAY_NUMBERS}"),
        (Numbers(thousands=" "), "1 00", "it isn't written as numbers: says. Correct the number, or the mapping."),
        (Numbers(), "beaucoup", f"it isn't a number. {REWRITE}"),
        (Numbers(), "400 kg", f"kg beside the number isn't understood. {REWRITE} If kg is a unit, say unit: kg."),
        (Numbers(), "-5", f"- beside the number isn't understood. {REWRITE} If - is a unit, say unit: -."),
        (Numbers(), "200 puis 400", f"it contains several numbers. {REWRITE}"),
    ],
)  # fmt: skip
def test_a_number_is_never_guessed(numbers: Numbers, text: str, reason: str) -> None:
    with pytest.raises(UnfitError) as caught:
        read_figure(text, FieldMap(column="Combien"), numbers)
    assert f"{caught.value.reason}. {caught.value.remedy}" == reason


def test_a_figure_that_is_a_number_may_still_not_fit_its_record() -> None:
    assert only(run(HEADER + "Webhelp,Agadir,2.5,2013\n", f"numbers: {{decimal: .}}\n{SOURCE}{PLEDGE}")) == (
        'Combien (C): "2.5": figure: a count of jobs or an amount of money is a whole number. Correct it.'
    )


def test_amounts_may_be_counted_in_millions() -> None:
    mapping = (
        SOURCE
        + """
records:
- record: investment
  id: "{at}-{amount}"
  fields:
    kind: {constant: site}
    status: {constant: planned}
    amount: {column: Combien, unit: MDH, times: 1000000, numbers: {decimal: ","}}
    currency: {constant: MAD}
    at: Où
"""
    )
    assert made(run('Où,Combien\nAgadir,"2,5 MDH"\n', mapping), "investments")[0]["amount"] == 2500000


# --- CSV ----------------------------------------------------------------------------------------------------------


def test_encodings() -> None:
    text = HEADER + "Webhelp,Fès,1,2013\n"
    assert made(run(text.encode("utf-8-sig")))[0]["at"] == "ma-fes"
    assert made(run(text.encode("utf-16")))[0]["at"] == "ma-fes"
    assert made(run(text.encode("cp1252"), f"encoding: cp1252\n{SOURCE}{PLEDGE}"))[0]["at"] == "ma-fes"
    answer = run(text.encode("cp1252"))
    assert answer.code == 5
    assert answer.err == (
        "ocdb: sheet.csv:1: byte 0xf9 isn't in the encoding UTF-8\n  Say encoding: in the mapping, as in cp1252.\n"
    )


@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
def test_the_delimiter_is_found_and_said(delimiter: str, name: str) -> None:
    answer = run((HEADER + GOOD).replace(",", delimiter))
    assert answer.err.splitlines()[0] == f"sheet.csv: delimiter: {name}"


def test_a_delimiter_that_could_be_two_is_asked_for() -> None:
    sheet = "Qui,Où;Combien,Quand\nWebhelp,Agadir;1,2013\n"
    answer = run(sheet)
    assert answer.err == "ocdb: sheet.csv: the delimiter may be comma or semicolon\n  Say delimiter: in the mapping.\n"
    assert "delimiter" not in run(sheet, f'delimiter: ";"\n{SOURCE}{PLEDGE}').err.splitlines()[0]


def test_a_broken_quote_is_told_with_its_line() -> None:
    answer = run(HEADER + GOOD + 'Webhelp,"Agadir,1,2013\n' + GOOD)
    assert (answer.code, answer.out) == (5, "")
    assert answer.err.startswith("ocdb: sheet.csv:3: the row that begins here is broken: unexpected end of data\n")


def test_rows_are_counted_by_line_even_where_cells_hold_line_breaks() -> None:
    mapping = SOURCE + PLEDGE + "    note: Note\n"
    answer = run('Qui,Où,Combien,Quand,Note\nWebhelp,Agadir,1,2013,"un\ndeux"\nWebhelp,Agadir,x,2013,\n', mapping)
    assert refusals(answer)[0].startswith('sheet.csv:4: Combien (C): "x": it isn\'t a number.')
    assert parse(answer.out, Document("out")).data["pledges"][0]["note"] == "un deux"


def test_a_row_that_is_too_long_is_refused() -> None:
    assert only(run(HEADER + "Webhelp,Agadir,1 000,2013,oops\n", f"delimiter: ','\n{SOURCE}{PLEDGE}")) == (
        "it has 5 cells, the header has 4. Quote a cell that contains the delimiter."
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("We\x07bhelp", r"it contains invisible characters: We\x07bhelp. Remove them from the cell."),
        ("We\u200bbhelp", r"it contains invisible characters: We\u200bbhelp. Remove them from the cell."),
        ("=A1", "it is a formula, not its result. Write the result."),
    ],
)
def test_cells_that_hide_something_are_refused(cell: str, reason: str) -> None:
    assert only(run(HEADER + GOOD.replace("Webhelp", cell))).endswith(reason)


def test_empty_and_skipped_rows_are_counted() -> None:
    answer = run(HEADER + ",,,\n" + GOOD + "Total,,400,\n\nx,,,\n", f"skip: [4, 6-7]\n{SOURCE}{PLEDGE}")
    assert answer.err.splitlines()[-1] == "1 row read, 2 empty, 2 skipped, 1 record made, 0 rows refused"


def test_signs_for_nothing_are_nothing() -> None:
    answer = run(HEADER + "n.c.,Agadir,1,-\n", f"empty: [N.C., '-']\n{SOURCE}{PLEDGE}")
    assert made(answer)[0] == {
        "id": "agadir-1",
        "cite": [],
        "at": "ma-agadir",
        "figure": 1,
        "measure": "jobs",
        "basis": "operator",
    }


def test_columns_that_are_not_read_are_named() -> None:
    answer = run("Qui,Où,Combien,Quand,Prix,\nWebhelp,Agadir,1,2013,3,x\n")
    assert only(answer) == "it has 6 cells, the header has 5. Quote a cell that contains the delimiter."
    answer = run("Qui,Où,Combien,,Quand,Prix\nWebhelp,Agadir,1,x,2013,3\n")
    assert "sheet.csv: not read: column D, without a name, Prix" in answer.err.splitlines()


# --- refused rows -------------------------------------------------------------------------------------------------


def test_refused_rows_go_to_a_file_with_their_reasons() -> None:
    sheet = (HEADER + GOOD + "@cmd,Agadir,x,2013\n").replace(",", ";")
    answer = run(sheet, SOURCE + PLEDGE, "--refused", "refused.csv")
    assert answer.code == 5
    assert answer.err.splitlines()[-1] == "2 rows read, 1 record made, 1 row refused"
    text = Path("refused.csv").read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == [
        ["Qui", "Où", "Combien", "Quand", "row", "reason"],
        ["'@cmd", "Agadir", "x", "2013", "3", "Qui (A): there is no operator @cmd | Combien (C): it isn't a number"],
    ]


def test_refused_rows_are_as_harmless_as_any_csv_and_read_back_as_they_were() -> None:
    cells = {
        "\uff1d1+1": "'\uff1d1+1",
        "=1+1": "'=1+1",
        "a;=1": "a;'=1",
        "+ de 300": "'+ de 300",
        "-1 500": "'-1 500",
        "-300": "-300",
        "Zo\x1b[31m\u202e": r"Zo\x1b[31m\u202e",
    }
    sheet = '"=Qui",Où,Combien,Quand\n' + "".join(f"{cell},Agadir,x,2013\n" for cell in cells)
    mapping = SOURCE + PLEDGE.replace("operators: Qui", "operators: '=Qui'")
    run(sheet, mapping, "--refused", "refused.csv")
    rows = list(csv.reader(io.StringIO(Path("refused.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in rows] == ["'=Qui", *cells.values()]
    run(Path("refused.csv").read_bytes(), mapping, "--refused", "again.csv")
    again = list(csv.reader(io.StringIO(Path("again.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in again] == ["'=Qui", *cells.values()]
    corrected = "'+ de 300,Agadir,'+ de 300,'-\n"
    mapping = f"empty: '-'\nnew_operators: true\n{SOURCE}{PLEDGE}"
    assert made(run(HEADER + corrected, mapping))[0]["figure"] == {"at_least": 300}
    assert made(run(HEADER + corrected, mapping), "operators")[0]["name"] == "+ de 300"


def test_line_breaks_in_refused_rows_become_spaces_as_the_import_reads_them() -> None:
    run(HEADER + '"Web\nhelp",Agadir,x,2013\n', SOURCE + PLEDGE, "--refused", "refused.csv")
    assert Path("refused.csv").read_text("utf-8-sig").splitlines()[1].startswith("Web help,Agadir,x,2013,2,")


def test_a_flood_of_refusals_is_cut_and_counted() -> None:
    answer = run(HEADER + "Webhelp,Agadir,x,2013\n" * 60)
    assert len(refusals(answer)) == 50
    assert "and 10 more; to see them all, write them to a file with --refused" in answer.err.splitlines()


def test_nothing_is_overwritten_unasked() -> None:
    Path("out.yaml").write_text("mine", "utf-8")
    answer = run(HEADER + GOOD, SOURCE + PLEDGE, "-o", "out.yaml")
    assert answer.code == 2
    assert answer.err.splitlines()[-2:] == [
        "ocdb: out.yaml already exists, and differs",
        "  Name another file, or add --force to overwrite it.",
    ]
    assert Path("out.yaml").read_text("utf-8") == "mine"
    assert run(HEADER + GOOD, SOURCE + PLEDGE, "-o", "out.yaml", "--force").code == 0
    assert run(HEADER + GOOD, SOURCE + PLEDGE, "-o", "sheet.csv", "--force").err == (
        "ocdb: sheet.csv is read, so it can't be written\n  Name another file.\n"
    )


WRONG = "error wrong-mapping: records[1].fields."
SAY_SOURCE = "Write source: where all rows have the same, sources: where rows differ."
# --- mappings -----------------------------------------------------------------------------------------------------


@each(
    ("mapping", "problem"),
    [
        ("recods: []", "1:1: error unknown-field: recods: mapping has no such field. Did you mean records?"),
        (SOURCE + PLEDGE.replace("record: pledge", "record: pledg"),
         "5:3: error wrong-value: records[1].record: there is no kind of record pledg. Did you mean pledge or place?"),
        (SOURCE + PLEDGE.replace("at: Où", "at: {colum: Où}"),
         "9:10: error unknown-field: records[1].fields.at.colum: mapping has no such field. Did you mean column?"),
        (SOURCE + PLEDGE.replace("at: Où", "at: {}"),
          ("9:5: error wrong-value: records[1].fields.at: exactly one of column, constant and pattern is needed. "
           "Correct it.")),
        (SOURCE + PLEDGE.replace("at: Où", "att: Où"),
         f"9:5: {WRONG}att: pledge has no such field. Did you mean at?"),
        (SOURCE + PLEDGE.replace("at: Où", "at: Ou est"),
         f"9:5: {WRONG}at.column: the sheet has no column Ou est. Row 1 has Qui, Où, Combien, Quand."),
        (SOURCE + PLEDGE.replace("at: Où", "at: Combienn"),
         f"9:5: {WRONG}at.column: the sheet has no column Combienn. Did you mean Combien?"),
        (SOURCE + PLEDGE.replace("{constant: jobs}", "{constant: job}"),
         f"11:15: {WRONG}measure.constant: job isn't in the code list measure. Did you mean jobs?"),
        (SOURCE + PLEDGE.replace("operators: Qui", "operators: {constant: Webhelp}"),
         f"8:17: {WRONG}operators.constant: Webhelp is a name, not a slug. Write webhelp."),
        (SOURCE + PLEDGE.replace("announced: Quand", "announced: {constant: 2013-13}"),
         f'13:17: {WRONG}announced.constant: "2013-13" isn\'t a date. Write it as 2011, 2011-10, 2011-10-05, 2011-10?'),
        (SOURCE + PLEDGE.replace("    figure: Combien\n", ""),
         "7:3: error wrong-mapping: records[1].fields: pledge needs figure. Give its column or a constant."),
        (SOURCE + PLEDGE.replace("{figure}", "{figur}"),
         "6:3: error wrong-mapping: records[1].id: there is no field figur to make the slug of. Did you mean figure?"),
        ("dates: MM/DD/YY\n" + SOURCE + PLEDGE,
         "1:1: error wrong-value: dates[1]: MM/DD/YY isn't a form of a date; the forms are DD/MM/YYYY,"),
        ("numbers: {decimal: ',', thousands: ','}\n" + SOURCE + PLEDGE,
         "1:1: error wrong-value: numbers: the signs before decimals and between thousands must differ. Correct it."),
        ("skip: [4, x]\n" + SOURCE + PLEDGE,
         "1:11: error wrong-value: skip[2]: x isn't a row. Write 4, or 120-130 for several."),
        (PLEDGE, f"2:1: error wrong-value: sources: the source is missing. {SAY_SOURCE}"),
        (SOURCE.replace("language: fr, ", "") + PLEDGE,
         "2:1: error missing-field: source.language: this field is missing. Add it."),
    ],
)  # fmt: skip
def test_a_mapping_with_a_mistake_is_told_with_its_line(mapping: str, problem: str) -> None:
    answer = run(HEADER + GOOD, mapping)
    assert (answer.code, answer.out) == (5, "")
    lines = answer.err.replace("ocdb: ", "").splitlines()
    assert any(line.strip().startswith(f"map.yaml:{problem}") for line in lines), answer.err
    assert lines[-1].strip().endswith("in the mapping; nothing was imported")


def test_without_a_mapping_the_way_to_one_is_shown() -> None:
    Path("sheet.csv").write_text(HEADER + GOOD, "utf-8")
    answer = ocdb("import", "sheet.csv", database="")
    assert answer.err == (
        "ocdb: there is no mapping\n  Start with this: ocdb import sheet.csv --suggest -o mapping.yaml\n"
    )


def test_a_sheet_that_is_not_there_is_told_before_what_its_mapping_lacks() -> None:
    for arguments in ((), ("--map", "mapping.yaml")):
        answer = ocdb("import", "nowhere.csv", *arguments, database="")
        assert answer.err.startswith("ocdb: nowhere.csv can't be read: No such file or directory\n"), arguments


# --- suggestions --------------------------------------------------------------------------------------------------


def test_a_suggestion_names_columns_samples_and_guesses() -> None:
    sheet = "Company,City,Jobs announced,Announcement date,Due,Unit,Remarks,Link,Source\nExemplia,Lomé,1.500,03/04/2021,2023,jobs,x,https://example.org,Gazette\n"
    Path("sheet.csv").write_text(sheet, "utf-8")
    answer = ocdb("import", "sheet.csv", "--suggest", database="")
    assert answer.code == 0
    assert answer.out.partition("\nheader")[0] == (
        "# A mapping for sheet.csv, to be corrected: guesses are marked.\n"
        "# Format: docs/import.md. The columns, with some of their values:\n"
        "#   A  Company: Exemplia\n#   B  City: Lomé\n#   C  Jobs announced: 1.500\n"
        "#   D  Announcement date: 03/04/2021\n#   E  Due: 2023\n#   F  Unit: jobs\n#   G  Remarks: x\n"
        "#   H  Link: https://example.org\n#   I  Source: Gazette"
    )
    assert answer.out.partition("\nheader")[2] == (
        ": 1\n"
        "# dates: DD/MM/YYYY  # or MM/DD/YYYY? The values fit both: find out.\n"
        "# numbers: {thousands: .}  # or {decimal: .}? The values fit both: find out.\n\n"
        "sources:  # guess: each row names its own\n"
        '  id: "{publisher}"\n  fields:\n    publisher: Source  # guess\n    # title:\n    url: Link  # guess\n'
        "    # published:\n    # language:\n\n"
        "# new_operators: true  # let unknown names become operators, written into the fixture\n\n"
        "records:\n- record: pledge  # guess\n"
        '  id: "{operator}-{at}-{year}-{figure}"\n  fields:\n    operators: Company  # guess\n    at: City  # guess\n'
        "    figure: Jobs announced  # guess\n    announced: Announcement date  # guess\n    due: Due  # guess\n"
        "    measure: Unit  # guess\n    note: Remarks  # guess\n"
        "    # basis: {constant: }  # one of operator, government, federation, analyst\n"
    )


def test_a_suggestion_is_yaml_for_any_workbook() -> None:
    file = book(["# Ville: [x]", "Statut\nactuel", None, "Devise"], ["Agadir", "zu", 3, "MAD"])
    file.create_sheet("Zwei")
    file.save("sheet.xlsx")
    answer = ocdb("import", "sheet.xlsx", "--suggest", database="")
    document = parse(answer.out, Document("out"))
    assert document.problems == []
    assert document.data["sheet"] == "Sheet"
    assert document.data["records"][0]["fields"]["at"] == "# Ville: [x]"
    assert "    # status: {column: Statut actuel, values: {zu: }}" in answer.lines


# --- limits -------------------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_told() -> None:
    Path("map.yaml").write_text(SOURCE + PLEDGE, "utf-8")
    answer = ocdb("import", "none.csv", "--map", "map.yaml", database="")
    assert answer.err == "ocdb: none.csv can't be read: No such file or directory\n  Check the path and your rights.\n"
    answer = ocdb("import", ".", "--map", "map.yaml", database="")
    assert answer.err == "ocdb: . can't be read: Is a directory\n  Check the path and your rights.\n"
    os.mkfifo("pipe")  # it can be read but once, and reading waits for somebody to write
    answer = ocdb("import", "pipe", "--map", "map.yaml", database="")
    assert answer.err == "ocdb: pipe isn't a file\n  Write what it returns to a file, and name that.\n"


def test_a_sheet_may_not_have_more_rows_than_a_limit() -> None:
    answer = run(HEADER + GOOD * 3, SOURCE + PLEDGE, "--max-rows", "2")
    assert answer.err == "ocdb: sheet.csv has more than 2 rows\n  Split it, or allow more with --max-rows.\n"


@pytest.mark.slow
def test_a_fixture_that_would_be_too_large_to_read_is_refused() -> None:
    rows = "".join(f'Webhelp,Agadir,{number},2013,"{"x" * 2000}"\n' for number in range(3000))
    answer = run("Qui,Où,Combien,Quand,Note\n" + rows, SOURCE + PLEDGE + "    note: Note\n")
    assert (answer.code, answer.out) == (5, "")
    assert re.fullmatch(
        r"ocdb: the fixture sheet-2022 would have [\d,]+ bytes, but 5,000,000 is the maximum",
        answer.err.splitlines()[0],
    )


# --- writing ------------------------------------------------------------------------------------------------------

HARD = [
    "NO",
    "yes",
    "y",
    "12:30",
    "2020",
    "2020-01-02",
    "a: b",
    "x #y",
    "- a",
    "'",
    '"',
    "~",
    "",
    "null",
    "=",
    "<<",
    "a\n b",
    " x",
]
texts = st.sampled_from(HARD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200
)
scalars = texts | st.integers(-(10**13), 10**14) | st.booleans() | st.none()
keys = st.text("abc_", min_size=1, max_size=5)
bounds = st.fixed_dictionaries({"range": st.lists(st.integers(0, 9), min_size=2, max_size=2)})
flat = st.dictionaries(keys, scalars, max_size=3)
inner = scalars | st.lists(scalars, max_size=3) | flat | bounds | st.lists(flat, max_size=2)
recordlike = st.dictionaries(keys, inner, min_size=1, max_size=4)


@given(st.dictionaries(keys, recordlike | st.lists(recordlike, max_size=3), max_size=3))
def test_what_is_written_reads_back_as_it_was(data: dict[str, Any]) -> None:
    document = parse(dump(data, "A comment."), Document("any"))
    assert document.problems == []
    assert (document.data or {}) == data


@given(texts)
def test_a_text_is_a_text_for_other_readers_of_yaml_too(text: str) -> None:
    found = yaml.safe_load(dump({"a": text}))["a"]
    assert found == text or (isinstance(found, date) and re.match(r"\d{4}-\d", text))


@each("path", sorted(resource("fixtures").rglob("*.yaml")))
def test_the_fixtures_read_back_as_they_were(path: Path) -> None:
    data = read(path).data
    assert parse(dump(data), Document("again")).data == data


def test_the_house_style() -> None:
    data = {
        "source": {"id": "a", "title": "L'un : l'autre", "published": "2013-06?/2013-08?", "authors": ["A b", "C, d"]},
        "pledges": [
            {"id": "b", "cite": [1, 2], "figure": {"about": 400}, "at": "NO", "due": 2013, "parties": {"subject": "c"}},
            {"id": "c", "cite": [], "announced": "2013-08-15", "names": [{"name": "C", "kind": "former"}]},
            {"id": "d", "note": "word " * 30 + "end"},
        ],
    }
    assert (
        dump(data, "An example.")
        == f"""# An example.
source:
  id: a
  title: "L'un : l'autre"
  published: 2013-06?/2013-08?
  authors: [A b, 'C, d']

pledges:
- id: b
  cite: [1, 2]
  figure: {{about: 400}}
  at: 'NO'
  due: 2013
  parties:
    subject: c

- id: c
  cite: []
  announced: 2013-08-15
  names:
  - {{name: C, kind: former}}

- id: d
  note: >-
    {" ".join(["word"] * 22)}
    {"word " * 8}end
"""
    )


def test_what_yaml_has_no_word_for_is_not_written() -> None:
    with pytest.raises(TypeError, match=r"0\.5 can't be written"):
        dump({"a": 0.5})
