"""A question about something looks up what concerns it: it reads no big table whole, however much else is on record.

All questions with all their filters are asked, and of each statement both engines say how they would answer it.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from ocdb.answers.listings import KINDS
from ocdb.store import database
from ocdb.store.reader.letters import MAY_HAVE
from ocdb.store.searching import ON_SERVER
from tests.cases import each
from tests.commands import ocdb, recorded
from tests.plans import Statement, multiply, recording, whole_on_server, whole_on_sqlite, work
from tests.questions import is_argument, questions

# What narrows a question to what hangs together with one thing.
NARROWING = {
    "--country": ["MA", "MA,TN"], "--place": ["ma-casablanca"], "--operator": ["intelcia"],
    "--institution": ["club-offshoring-oriental"], "--official": ["karim-bernoussi"],
    "--source": ["aujourdhui-2011-webhelp-agadir"], "--site": ["axa-morocco-platform"],
    "--publisher": ["Cio Mag"],
}  # fmt: skip
# What narrows it further, beside a country. Alone a code or a span of time fits a good part of all there is, which is
# read; no index has less of it to read than the list itself.
FURTHER = {
    "--on": ["2015"], "--since": ["2010"], "--until": ["2020"], "--due-by": ["2020"], "--category": ["gain"],
    "--status": ["open", "happened", "completed", "standing"], "--verdict": ["no_evidence"], "--as-of": [],
    "--kind": ["opening", "jobs", "merger", "dismissal", "held", "site", "pledge", "event", "city", "headcount"],
    "--line": ["new_jobs", "levels"], "--by": ["operator", "country", "place", "year", "basis"], "--limit": ["3"],
    "--basis": ["operator", "government", "analyst"], "--sector": ["call_centres"], "--sort": ["id"],
    "--columns": ["id"], "--months": [], "--format": [], "--output": [], "--file": [], "--param": [],
    "--timeout": [], "--memory": [], "--theme": [], "--width": [], "--of": ["sites", "events"],
}  # fmt: skip
# Questions about what is named by arguments: each kind of party and place, and each kind of claim.
NAMED: dict[str, list[str | tuple[str, ...]]] = {
    "show": [
        *("intelcia", "webhelp", "club-offshoring-oriental", "karim-bernoussi", "Maroc", "africa", "ma-casablanca"),
        *("aujourdhui-2011-webhelp-agadir", "amazon-cape-town-open-2010", "aer-phone-agadir-closure"),
        *("aegis-south-africa-investment-2009", "dell-casablanca-cuts-2025-200", "axa-services-maroc-axa"),
        *("aegis-durban-2013-300", "adam-soule-zoumarou-minister", "aegis-durban-150-2013", "axa-morocco-platform"),
        *("aegis-durban-clients-2013", "agadir-new-sites-2011", "arvato-crm-majorel-2018"),
        *("teletech-cape-town-2007-2500-given-up", "webhelp-morocco-2015-10000", "vipp-interstis-benin-opening-2018"),
    ],
    "cite": ["aujourdhui-2011-webhelp-agadir", "aegis-durban-2013-300"],
    "compare": [("webhelp", "intelcia"), ("MA", "TN")],
    "jobs": ["MA", "intelcia", "Côte d'Ivoire"],
    "coverage": ["MA"],
    "evidence": ["MA"],
}  # fmt: skip
# What no index can serve, each with a question that needs it. A database as of a day is made of the whole first.
UNSERVED = {
    "words of which no three letters are known": ["search", "ma"],
    "a part of a name": ["show", "Bernoussi"],
    "a title, as long as a page": ["show", "Des centres d'appels rapatriés en France"],
    "names near to one that nobody bears": ["list", "sites", "--operator", "Foundeverr"],
    "an address, however it is written": ["list", "claims", "--source", "http://www.example.org/nothing"],
    "the name of a site, which is made of those of its operator and place": ["list", "claims", "--site", "Nowhere"],
}
# What is asked of the whole database, and stored: a table has what counts, JSON the promises behind it too.
STORED = [
    *(["jobs", "--by", by] for by in ("operator", "country", "place", "year")), ["jobs"], ["jobs", "--country", "MA"],
    *(["losses", "--by", by] for by in ("operator", "country", "place", "year")),
    *(["delivery", "--by", by] for by in ("operator", "country", "year", "basis")),
    *(["delivery", "--by", by, "--basis", "government"] for by in ("operator", "basis")),
    *(["chart", "--by", by] for by in ("operator", "country", "year")),
]  # fmt: skip
# Words and parts of them, anywhere in a text.
SOUGHT = [["search", "webhelp"], ["search", "ebhel", "ma"], ["search", "Tanger", "recrute"]]
# Words that are being typed.
BEGUN = [
    ["jobs", "--operator", "Webh"], ["list", "sites", "--place", "tetou"], ["list", "events", "--official", "kar"],
    ["list", "claims", "--source", "aujourd"], ["list", "claims", "--site", "axa-"], ["show", "Webh"], ["jobs", "Maro"],
]  # fmt: skip
# They answer nothing about one thing.
OTHERS = {"sql", "search", "db status", "db views"}
# Options and words that don't go together, and a name that isn't there.
REFUSED = {2, 4}
# Only the names of its columns are wanted of it: it reads nothing, though its plan says so.
NOTHING = "WHERE 1 = 0"


def lines() -> Iterator[list[str]]:
    """Yield all filtered questions: with each filter, and with each other option beside a country."""
    for name, command in questions():
        for words in NAMED.get(name, ()):
            yield [name, *([words] if isinstance(words, str) else words)]
        if name not in OTHERS:
            for base in [["list", kind] for kind in KINDS] if name == "list" else [[name]]:
                yield from _filtered(base, [one for one in command.params if not is_argument(one)])


def _filtered(base: list[str], options: list[Any]) -> Iterator[list[str]]:
    names = [one.opts[-1] for one in options]
    for name in names:
        yield from ([*base, name, value] for value in NARROWING.get(name, ()))
    if "--country" not in names:
        return
    for one, name in zip(options, names, strict=True):
        if getattr(one, "is_flag", False):
            whom = ["--operator", "webhelp"] if name == "--with-successors" else ["--country", "MA"]
            yield [*base, *whom, name]
        elif name not in NARROWING:
            yield from ([*base, "--country", "MA", name, value] for value in FURTHER[name])


# The lines that were answered, as they are asked.
ANSWERED: list[list[str]] = []


@cache
def asked(step: int = 1) -> Mapping[str, tuple[Statement, list[str]]]:
    """Return the statements of all filtered questions, of those that are stored and of completion, each with one.

    Args:
        step: of so many filtered questions one is asked.
    """
    every: dict[str, tuple[Statement, list[str]]] = {}
    for form, some in (("json", islice(lines(), 0, None, step)), ("json", SOUGHT), ("table", STORED)):
        for line in some:
            for key, statement in _statements(line, {0, *REFUSED}, form).items():
                every.setdefault(key, (statement, line))
    for line in BEGUN:
        for key, statement in _completing(line).items():
            every.setdefault(key, (statement, line))
    return every


def _completing(line: list[str]) -> dict[str, Statement]:
    statements: dict[str, Statement] = {}
    words = f"ocdb --db {recorded()} {' '.join(line)}"
    typed = {"_OCDB_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    with recording(statements):
        assert ocdb(database="", env=typed).lines, line
    return statements


def _statements(line: list[str], codes: set[int], form: str = "json") -> dict[str, Statement]:
    statements: dict[str, Statement] = {}
    with recording(statements):
        answer = ocdb(*line, *([] if line[0] == "cite" else ["-f", form]), database=recorded())
    assert answer.code in codes, (line, answer.err)
    if answer.code == 0:
        ANSWERED.append(line)
    return {key: statement for key, statement in statements.items() if not key.endswith(NOTHING)}


@pytest.mark.slow
def test_the_statements_of_all_questions_are_looked_at() -> None:
    assert len(asked()) > 400  # a recording that hears nothing finds no fault
    assert {line[0] for _statement, line in asked().values()} > {"show", "list", "jobs", "timeline", "conflicts"}


@pytest.mark.slow
def test_each_value_narrows_some_question() -> None:
    assert asked()
    values = {(name, value) for name, some in (NARROWING | FURTHER).items() for value in some}
    assert values - {tuple(line[-2:]) for line in ANSWERED} == set()


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.slow)])
def test_no_filtered_question_reads_a_big_table_whole(step: int) -> None:
    with closing(sqlite3.connect(recorded())) as connection:
        whole = {
            key: (line, tables)
            for key, (statement, line) in asked(step).items()
            if (tables := whole_on_sqlite(connection, statement))
        }
    assert not whole, "\n".join(f"{k} {v}" for k, v in whole.items())


def test_no_filtered_question_has_a_server_read_a_big_table_whole(new_recorded_database: Callable[[], str]) -> None:
    whole = {}

    def explain(connection: Connection) -> None:
        multiply(connection.exec_driver_sql, 12)  # with fewer a kind of which few are on record is as soon read whole
        connection.exec_driver_sql("ANALYZE")
        for key, ((sql, parameters), line) in asked().items():
            if line in SOUGHT and "v_search" in sql and not has_letters(connection):
                continue
            # A server finds its index of letters by the words themselves.
            statement = (
                sql.replace(MAY_HAVE, "1 = 1"),
                {name: parameters[name] for name in parameters if name != "letters"},
            )
            if tables := whole_on_server(connection, statement):
                whole[key] = line, tables

    database.connect(new_recorded_database(), explain)
    assert not whole, "\n".join(f"{k} {v}" for k, v in whole.items())


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.slow)])
def test_a_filtered_question_works_no_more_where_more_is_on_record_elsewhere(step: int, tmp_path: Path) -> None:
    """A part of an index may be as long as a table: of that the plan says nothing, but SQLite's work does."""
    path = Path(shutil.copy(recorded(), tmp_path / "many.sqlite"))
    with closing(sqlite3.connect(recorded())) as few, closing(sqlite3.connect(path)) as many:
        multiply(many.execute, 4)
        for key, (statement, line) in asked(step).items():
            if "v_countries AS known" in key or (line in STORED and {*line} & {"operator", "country", "place"}):
                continue  # there is a row more for each
            if line in SOUGHT:
                continue  # the copies have these words too: tests/test_search_index.py adds others
            answers = [one.execute(*statement).fetchall() for one in (few, many)]
            assert answers[0] == answers[1], line
            once, more = work(few, statement), work(many, statement)
            assert more <= 1.02 * once + 5, (line, key, once, more)


def has_letters(connection: Connection) -> bool:
    """Return whether a server has the index of a search: the one that comes along lacks the extension."""
    return connection.exec_driver_sql(f"SELECT to_regclass('{ON_SERVER}')").scalar() is not None


@each("reason", UNSERVED)
def test_what_no_index_serves_is_still_read_whole(reason: str) -> None:
    with closing(sqlite3.connect(recorded())) as connection:
        statements = _statements(UNSERVED[reason], {0, 4}).values()
        assert any(whole_on_sqlite(connection, statement) for statement in statements)
