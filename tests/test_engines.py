"""Every question gives the same JSON on SQLite and on PostgreSQL, to the byte, whatever the locale of the server.

Two worlds: all that travels with ocdb, and a small one of names that locales sort in other ways than Unicode.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ocdb.answers.listings import LISTINGS
from ocdb.opening.reader import open_reader
from ocdb.store import views
from tests.cases import each
from tests.commands import loaded, ocdb, recorded
from tests.questions import is_argument, questions

TODAY = {"OCDB_TODAY": "2026-11-22"}
# Accents, ligatures, cases, digits, signs, scripts: French, German, Turkish and the order of bytes disagree on them.
NAMES = (
    *(
        "Zoé",
        "zèbre",
        "Éclair",
        "eclair",
        "Eclair",
        "École",
        "cote",
        "coté",
        "côte",
        "côté",
        "Ñandu",
        "Œuvre",
        "oeuvre",
    ),
    *(
        "Ångström",
        "Angle",
        "ß",
        "STRASSE",
        "Straße",
        "İzmir",
        "\u0131zgara",
        "Izmir",
        "الدار البيضاء",
        "電話",
        "10",
        "9",
        "2",
    ),
    *("L'Étoile", "L\u2019Étoile", "L Etoile", "A-B", "A B", "AB", "a_b", "Ab", "(C)", "% C", "e\u0301te", "été"),
)
# A locale may pass over the hyphen.
SLUGS = ("ab-c", "abc", "a-bc", "abd", "a-1", "a1", "a10", "a2", "a-b-d")

# Values for the options of all commands in the small world; an option that is missing here fails the tests.
VALUES = {
    "--theme": ["dark"],
    "--width": ["column"],
    "--of": ["sites", "events"],
    "--on": ["2021", "2019-06-01"],
    "--country": ["TG", "Côte d'Ivoire", "Togo"],
    "--place": ["tg-lome", "lomé"],
    "--operator": ["côté", "abc", "A-B"],
    "--institution": ["Zuständige Behörde"],
    "--official": ["Émile Zola"],
    "--kind": ["site", "opening"],
    "--category": ["gain", "perte"],
    "--status": ["open"],
    "--sector": ["bpo", "centres d'appels"],
    "--source": ["world-2020"],
    "--publisher": ["World"],
    "--site": ["world-1"],
    "--since": ["2020"],
    "--until": ["2021-03"],
    "--as-of": ["2020-06-01", "2019"],
    "--sort": ["name", "-name", "id"],
    "--limit": ["3"],
    "--columns": ["id"],
    "--due-by": ["2021-12-31"],
    "--verdict": ["no_evidence", "not_due"],
    "--months": ["6"],
    "--param": ["x=é"],
    "--line": ["new_jobs", "levels"],
    "--by": ["operator", "country", "place", "year", "basis"],
    "--basis": ["operator", "government", "federation", "analyst"],
    "--timeout": ["20"],
    "--memory": ["64"],
}
ARGUMENTS = {
    "show": [["côté"], ["ab-c"], ["world-1"], ["world-2020-1"], ["tg-lome"], ["Émile Zola"]],
    "compare": [["côté", "ab-c"], ["TG", "Côte d'Ivoire"]],
    "search": [["cote"], ["étoile"], ["10"]],
    "sql": [["SELECT :x AS x"]],
    "cite": [[], ["world-2020"], ["world-2020-1"]],
    "db views": [[], ["v_sites"]],
    "list": [[kind] for kind in LISTINGS if kind != "conflicts"],
}
# Options that don't go together, a name that nobody bears, a parameter without a value.
REFUSALS = {2, 4, 6}
# They tell of the place or of the program, or are tried for each answer.
LEFT_OUT = {"--format", "--output", "--file"}


def world(directory: Path) -> Path:
    """Write fixtures of odd names into a directory; return it."""
    operators = [*((f"op-{number}", name) for number, name in enumerate(NAMES, 1)), *((slug, slug) for slug in SLUGS)]
    record: dict[str, Any] = {
        "source": {"id": "world-2020", "publisher": "Été", "title": "Là-bas", "language": "fr", "published": "2020-05"},
        "institutions": [{"id": "authority", "name": "Zuständige Behörde", "kind": "government", "at": "TG"}],
        "officials": [{"id": "emile-zola", "name": "Émile Zola"}],
        "operators": [{"id": slug, "name": name, "names": []} for slug, name in operators],
        "sites": [
            {"id": f"world-{number}", "cite": 1, "operator": slug, "at": "tg-lome", "status": "open"}
            for number, (slug, _) in enumerate(operators, 1)
        ],
        "pledges": [
            {"id": f"world-2020-{number}", "cite": [2, 1], "operators": slug, "at": "TG", "site": f"world-{number}"}
            | {"figure": number, "measure": "jobs", "reading": "additional", "basis": "operator"}
            | {"announced": "2020-05", "due": "2021", "said_by": "emile-zola"}
            for number, (slug, _) in enumerate(operators, 1)
        ],
        "positions": [
            {"id": "zola-2020", "cite": 1, "official": "emile-zola", "organisation": "authority", "title": "Préfet"}
        ],
    }
    (directory / "world.yaml").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
    return directory


@pytest.fixture(scope="module")
def small(
    new_database_of: Callable[[Sequence[Path]], str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str]:
    """Give the URLs of the world of odd names on both engines."""
    directory = world(tmp_path_factory.mktemp("world"))
    return f"sqlite:///{loaded(directory, name='world')}", new_database_of([directory])


@pytest.fixture(scope="module")
def whole(new_recorded_database: Callable[[], str]) -> tuple[str, str]:
    """Give the URLs of all that travels with ocdb on both engines."""
    return f"sqlite:///{recorded()}", new_recorded_database()


def asked(name: str, arguments: list[str], urls: tuple[str, str]) -> None:
    """Ask on both engines; the answers must be the same to the byte, and JSON unless there is none."""
    form = "csl-json" if name == "cite" else "json"
    line = [*name.split(), "-f", form, *arguments]
    ours, theirs = (ocdb(*line, database=url, env=TODAY) for url in urls)
    assert theirs == ours, line
    if ours.code:
        assert ours.code in REFUSALS, (line, ours.err)
    else:
        json.loads(ours.out)


def lines(name: str, command: Any) -> Iterator[list[str]]:
    """Yield the arguments of a command: those that it needs, then each value of each of its options beside them."""
    bases = ARGUMENTS.get(name, [[]])
    yield from bases
    for one in command.params:
        option = one.opts[-1]
        if is_argument(one) or option in LEFT_OUT:
            continue
        if getattr(one, "is_flag", False):
            values = [[flag] for flag in (*one.opts, *one.secondary_opts)]
        else:
            values = [[option, str(value)] for value in getattr(one.type, "choices", None) or VALUES[option]]
        yield from ([*value, *bases[0]] for value in values)


QUESTIONS = {name: command for name, command in questions() if name != "db status"}


def test_no_question_is_forgotten() -> None:
    assert set(QUESTIONS) == {
        *("list", "jobs", "pledges", "delivery", "chart", "conflicts", "show", "compare", "timeline", "search", "sql"),
        *("losses", "review", "coverage", "evidence", "cite", "db views", "map"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", QUESTIONS)
def test_each_option_of_a_question_gives_the_same_json_to_the_byte(name: str, small: tuple[str, str]) -> None:
    for arguments in lines(name, QUESTIONS[name]):
        asked(name, arguments, small)


@each("kind", ARGUMENTS["list"])
def test_each_list_is_sorted_alike(kind: list[str], small: tuple[str, str]) -> None:
    asked("list", kind, small)


@pytest.mark.slow
@each("kind", ARGUMENTS["list"])
def test_each_list_of_all_that_travels_is_sorted_alike(kind: list[str], whole: tuple[str, str]) -> None:
    asked("list", kind, whole)


@pytest.mark.slow
@each(
    "question",
    [
        ["jobs"],
        ["jobs", "--by", "operator", "--country", "MA"],
        ["jobs", "--by", "place"],
        ["losses", "--by", "year", "--basis", "analyst"],
        ["pledges"],
        ["pledges", "--country", "MA", "--overdue"],
        ["delivery", "--by", "operator"],
        ["chart", "--by", "country"],
        ["map", "--of", "events"],
        ["map", "--on", "2012"],
        ["conflicts"],
        ["show", "Intelcia"],
        ["show", "Casablanca"],
        ["show", "Maroc"],
        ["show", "Webhelp"],
        ["show", "Foundever"],
        ["compare", "Maroc", "Tunisie"],
        ["compare", "Webhelp", "Foundever"],
        ["timeline"],
        ["timeline", "--operator", "Webhelp", "--with-successors"],
        ["search", "centre"],
        ["search", "élysée"],
        ["review"],
        ["coverage"],
        ["evidence"],
        ["list", "sites", "--country", "MA", "--as-of", "2012-01-01"],
        ["cite", "release", "axa-morocco-2006-1500"],
    ],
)
def test_all_that_travels_with_ocdb_gives_the_same_json_to_the_byte(
    question: list[str], whole: tuple[str, str]
) -> None:
    asked(question[0], question[1:], whole)


@pytest.mark.slow
@each("view", views.names())
def test_a_view_of_all_that_travels_has_the_same_rows(view: str, whole: tuple[str, str]) -> None:
    found = []
    for url in whole:
        reader = open_reader(url)
        rows = reader.rows(f"SELECT * FROM {view}")
        reader.close()
        found.append((rows.columns, sorted(rows.rows, key=repr)))
    assert found[0] == found[1]


def test_names_are_sorted_as_readers_expect_it(small: tuple[str, str]) -> None:
    for url in small:
        names = ocdb("list", "sites", "--sort", "operator_name", "--columns", "operator_name", database=url).lines[1:]
        assert names[:3] == ["% C", "10", "2"]
        found = [name for name in names if name.lower().startswith("c")]
        assert found == ["cote", "coté", "côte", "côté"]
