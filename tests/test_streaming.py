"""Rows that are written as they come: the same text as one by one, in little memory, and errors on the way are told."""

import csv as library
import io
import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.errors import DatabaseError
from ocdb.opening.reader import open_reader
from ocdb.render.delimited import csv, tsv
from ocdb.render.objects import lines
from ocdb.render.rows import FORMATS, written
from ocdb.render.values import is_number, plain
from ocdb.store.reader.rows import BATCH, Rows, Stream, Verbatim
from ocdb.store.statements.isolated import Limits, answered
from ocdb.text import inert, json_escaped, visible
from tests.cases import each
from tests.commands import ocdb

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
# Letters that something happens to in one format or the other, among others to which nothing does.
LETTERS = "ab =+-@;,'\"\\\t\n\r\x00\x1b\xa0é\u2019%{}\uff1d\u202f\u202e\x85\ud800😀"
TEXTS = st.text(LETTERS, max_size=6)
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.booleans(),
    st.binary(max_size=3),
    st.sampled_from([Verbatim("-5"), Verbatim('{"a": 1}'), Verbatim("=1")]),
)
# Columns of one type are the usual ones, and are written in a quicker way.
COLUMNS = st.one_of(
    st.lists(st.one_of(st.none(), TEXTS), min_size=4, max_size=4),
    st.lists(TEXTS, min_size=4, max_size=4),
    st.lists(st.one_of(st.none(), st.integers()), min_size=4, max_size=4),
    st.lists(VALUES, min_size=4, max_size=4),
)


def one_by_one(value: Any) -> str:
    """Return a value as a cell."""
    text = visible(plain(value))
    return inert(text) if isinstance(value, str) and not is_number(value) else text


def as_json(value: Any) -> str:
    if isinstance(value, Verbatim):
        return json_escaped(value)
    if isinstance(value, bytes) or (isinstance(value, float) and value - value != 0):
        value = plain(value)
    return json_escaped(json.dumps(value, ensure_ascii=False))


@given(st.lists(COLUMNS, min_size=1, max_size=4))
def test_many_rows_are_written_as_one_by_one(columns: list[list[Any]]) -> None:
    names = tuple(f'{number}%"é' for number in range(len(columns)))
    rows = Rows(names, list(zip(*columns, strict=True)))
    cells = [[one_by_one(value) for value in row] for row in (names, *rows.rows)]
    assert "".join(tsv(rows)) == "".join("\t".join(row) + "\n" for row in cells)
    expected = io.StringIO()
    library.writer(expected, lineterminator="\n").writerows(cells)
    assert "".join(csv(rows)) == expected.getvalue()
    assert "".join(lines(rows)) == "".join(
        f"{{{', '.join(f'{as_json(name)}: {as_json(value)}' for name, value in zip(names, row, strict=True))}}}\n"
        for row in rows.rows
    )


@each("form", FORMATS)
def test_a_stream_is_written_as_the_same_rows_at_once(form: str) -> None:
    rows = Rows(("id", "text"), [(number, "a, b") for number in range(3 * BATCH)])
    stream = Stream(rows.columns, rows.batches())
    assert "".join(written(stream, form)) == "".join(written(rows, form))
    assert stream.count == 3 * BATCH


@each("form", FORMATS)
def test_a_stream_takes_little_memory(form: str) -> None:
    def batches() -> Iterator[list[tuple[Any, ...]]]:
        for number in range(60):
            yield [(number, "words " * 50)] * 100

    "".join(written(Stream(("id",), [[(1,)]]), form))  # imports what it needs
    tracemalloc.start()
    length = sum(map(len, written(Stream(("id", "text"), batches()), form)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < length // 5


def test_a_reader_gives_the_rows_of_a_query_as_they_come(loaded: Path) -> None:
    sql = "SELECT id, country FROM v_sites WHERE country <> :country ORDER BY id"
    with closing(open_reader(loaded)) as reader:
        whole = reader.rows(sql, {"country": "TG"})
        stream = reader.stream(sql, {"country": "TG"})
        assert stream.columns == whole.columns
        assert list(stream) == whole.rows
        many = reader.stream(f"{ENDLESS} LIMIT {2 * BATCH + 1}")
        assert [len(batch) for batch in many.batches()] == [BATCH, BATCH, 1]
        # Nothing is read before it is asked for, and others may ask meanwhile.
        endless = iter(reader.stream(ENDLESS))
        assert [next(endless), reader.rows("SELECT 7").rows[0], next(endless)] == [(1,), (7,), (2,)]
        with pytest.raises(DatabaseError):
            reader.stream("SELECT * FROM nothing")
        with pytest.raises(DatabaseError):
            list(reader.stream("SELECT abs(-9223372036854775808 + x) FROM (SELECT 1 AS x UNION SELECT 0)"))


# --- a user's own statement -------------------------------------------------------------------------------------------


def test_a_statement_whose_rows_come_may_have_more_of_them_than_memory_holds() -> None:
    sql = f"SELECT printf('%.*c', 1000, 'a') AS a FROM ({ENDLESS} LIMIT 3000)"
    answer = ocdb("sql", sql, "--memory", "1")
    assert (answer.code, answer.out) == (0, "a\n" + ("a" * 1000 + "\n") * 3000)
    assert "needs more than 1 MB" in ocdb("sql", sql, "--memory", "1", "-f", "md").err


def test_an_error_after_the_first_rows_is_told() -> None:
    sql = f"SELECT x, CASE WHEN x > 5000 THEN abs(-9223372036854775808) END AS y FROM ({ENDLESS})"
    answer = ocdb("sql", sql)
    assert (answer.code, answer.err.partition("\n")[0]) == (6, "ocdb: integer overflow")
    assert answer.lines[:2] == ["x\ty", "1\t"]
    assert ocdb("sql", "SELECT abs(-9223372036854775808)").out == ""


def test_a_file_stays_as_it_was_where_an_error_comes_after_the_first_rows(tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    file.write_text("former")
    sql = f"SELECT x, CASE WHEN x > 5000 THEN abs(-9223372036854775808) END AS y FROM ({ENDLESS})"
    assert ocdb("sql", sql, "-o", file).code == 6
    assert (file.read_text(), os.listdir(tmp_path)) == ("former", ["answer.csv"])  # noqa: PTH208
    assert ocdb("sql", f"{ENDLESS} LIMIT 3", "-o", file).code == 0
    assert file.read_text() == "x\n1\n2\n3\n"


def test_the_time_of_a_statement_stands_still_while_nobody_takes_its_rows(loaded: Path) -> None:
    sql = f"SELECT printf('%.*c', 1000, 'a') FROM ({ENDLESS} LIMIT 2000)"
    with answered(loaded, sql, {}, Limits(seconds=0.3, whole=False)) as answer:
        rows = iter(answer)
        next(rows)
        time.sleep(0.5)
        assert len(list(rows)) == 1999


def test_of_no_rows_it_is_said_that_there_are_none() -> None:
    answer = ocdb("sql", "SELECT 1 AS a WHERE 0", "-f", "csv")
    assert (answer.code, answer.out, answer.err) == (0, "a\n", "no rows\n")


def test_a_pipe_that_is_closed_ends_an_endless_answer_in_silence(loaded: Path) -> None:
    program = f"{sys.executable} -m ocdb --db {loaded} sql '{ENDLESS}'"
    answer = subprocess.run(["sh", "-c", f"{program} | head -n 2"], capture_output=True, text=True, check=False)
    assert (answer.stdout, answer.stderr) == ("x\n1\n", "")
