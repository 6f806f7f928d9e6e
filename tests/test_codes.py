"""Code lists: those to which rules are attached refuse a new member, all others take one and answer with it."""

from itertools import product
from pathlib import Path

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.mentions import code_lists
from ocdb.rules.codes import CLOSED
from ocdb.settings import resource
from tests.commands import loaded_text, ocdb

OPEN = (
    "date_basis", "event_category", "event_kind", "identifier_scheme", "institution_kind", "investment_kind",
    "loss_cause", "name_kind", "period", "place_kind", "publisher_kind", "role", "sector", "statistic_measure",
    "topic",
)  # fmt: skip
SOURCE = "source: {id: herald, publisher: The Invented Herald, language: en, published: 2019-03-04}\n"
# Records with a code of each open list that the seeds don't have.
NOVEL = """\
operators: [{id: exemplia, name: Exemplia, names: [{name: Exem, kind: novel}], identifiers: {novel: "12"}}]
institutions: [{id: fair, name: Fair, kind: novel}]
places: [{id: tg-novel, kind: novel, name: Novel, country: TG}]
events:
- {id: day, cite: [], kind: novel, status: happened,
   summary: {en: A novel day., fr: Un jour inédit.}, at: tg-novel, date: 2019, date_basis: novel,
   parties: {novel: exemplia}}
losses: [{id: cut, cite: [], cause: novel, status: happened, figure: 9, measure: jobs, basis: operator, at: TG,
   operators: exemplia}]
investments: [{id: money, cite: [], kind: novel, status: planned, amount: 9, currency: XOF, at: TG}]
statistics: [{id: number, cite: [], figure: 9, measure: novel, period: novel, at: TG}]
reports: [{id: held, cite: [], kind: held, figure: 9, measure: jobs, basis: federation, sector: novel, at: TG}]
statements: [{id: fact, cite: [], topic: novel, summary: {en: It is so., fr: C'est ainsi.}, at: TG}]
"""


def codes(*names: str) -> str:
    fields = "id: novel, label_en: novel, label_fr: inédit, definition: Chosen in no other case."
    more = {"event_kind": ", category: novel"}
    return "codes:\n" + "".join(f"  {name}:\n  - {{{fields}{more.get(name, '')}}}\n" for name in names)


def told(tmp_path: Path, text: str) -> list[str]:
    """Return what `ocdb check` prints of a file, without the name of the file."""
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    return [str(one).removeprefix(f"{path}:") for one in check(gather([path], around=[resource("seeds")]))]


def test_the_seeds_have_the_codes_that_the_rules_know_and_no_others() -> None:
    found = gather([resource("seeds")]).codes
    assert {name: sorted(found[name]) for name in CLOSED} == {name: sorted(known) for name, known in CLOSED.items()}


def test_every_code_list_is_closed_or_open() -> None:
    assert sorted([*CLOSED, *OPEN]) == sorted(code_lists())


def test_a_new_code_is_refused_where_rules_are_attached_to_its_list(tmp_path: Path) -> None:
    for name, known in CLOSED.items():
        problem = f"codes.{name}[1].id: rules depend on the codes of {name}: a new one needs a change of ocdb"
        expected = f"3:6: error closed-code-list: {problem}. The codes are {', '.join(known)}."
        assert told(tmp_path, codes(name)) == [expected], name


def test_a_new_code_of_any_other_list_is_taken_and_answers_show_it(tmp_path: Path) -> None:
    text = codes(*OPEN) + SOURCE + NOVEL
    assert told(tmp_path, text) == []
    database = loaded_text(text)
    for question in (
        ("show", "exemplia"),
        ("show", "day"),
        ("list", "institutions", "--kind", "novel"),
        ("list", "places", "--country", "TG"),
        ("list", "events", "--kind", "novel"),
        ("list", "investments", "--kind", "novel"),
        ("list", "statistics", "--kind", "novel"),
        ("list", "statements", "--kind", "novel"),
        ("list", "reports"),
        ("show", "held"),
        ("timeline", "--country", "TG"),
        ("cite", "day"),
    ):
        answer = ocdb(*question, database=database)
        assert (answer.code, "ovel" in answer.out) == (0, True), (question, answer.err)


def combined(key: str, pattern: str, *lists: str) -> str:
    """Return records with all combinations of the codes of some lists, which stand for {1}, {2} ... in a pattern."""
    found = product(*(CLOSED[name] for name in lists))
    lines = (pattern.format(number, *codes) for number, codes in enumerate(found))
    return f"{key}:\n" + "".join(f"- {{id: {key}-{line}}}\n" for line in lines)


def test_every_combination_of_the_codes_that_rules_tell_apart_can_be_loaded() -> None:
    jobs = "cite: [], operators: exemplia, at: TG, basis: operator"
    parts = (
        SOURCE.replace("2019", "2023"),
        "operators:\n- {id: exemplia, name: Exemplia}\n- {id: other, name: Wholly Another}\n",
        combined("sites", "{1}, cite: [], at: TG, status: {1}, opened: 2015", "site_status"),
        combined(
            "pledges",
            f"{{0}}, {jobs}, figure: 9, measure: {{1}}, directness: {{2}}, reading: {{3}}, announced: 2019, due: 2020",
            *("measure", "directness", "reading"),
        ),
        combined(
            "reports",
            f"{{0}}, {jobs}, figure: 8, measure: {{1}}, directness: {{2}}, kind: {{3}}, as_of: 2021",
            *("measure", "directness", "report_kind"),
        ),
        combined("verdicts", "{0}, cite: [], pledge: pledges-{0}, outcome: {1}", "outcome"),
        combined("developments", "{0}, cite: [], concerns: sites-{1}, status: {2}", "site_status", "site_status"),
        combined(
            "events",
            "{0}, cite: [], kind: opening, summary: It opens., site: sites-{1}, status: {2}, date: 2019",
            *("site_status", "event_status"),
        ),
        combined(
            "successions",
            "{0}, cite: [], kind: {1}, status: {2}, predecessor: exemplia, successor: other",
            *("succession_kind", "succession_status"),
        ),
    )
    database = loaded_text("".join(parts))
    for question in ("jobs", "pledges", "delivery", "timeline", "conflicts", "show exemplia", "list sites"):
        assert ocdb(*question.split(), database=database).code == 0, question
