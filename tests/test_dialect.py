"""Our statements are written for SQLite; a server takes them with the same rows."""

import pytest

from ocdb.store.reader.dialect import for_server


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("SELECT id FROM a ORDER BY id COLLATE BINARY", 'SELECT id FROM a ORDER BY id COLLATE "C"'),
        ("id IN (SELECT a FROM b)", "id = ANY (ARRAY(SELECT a FROM b))"),
        ("id IN (\n  SELECT a FROM b\n) AND c", "id = ANY (ARRAY(\n  SELECT a FROM b\n)) AND c"),
        (
            "a IN (SELECT b FROM c WHERE d IN (SELECT e)) OR a IN (SELECT f)",
            "a = ANY (ARRAY(SELECT b FROM c WHERE d = ANY (ARRAY(SELECT e)))) OR a = ANY (ARRAY(SELECT f))",
        ),
        ("id IN (SELECT a FROM b WHERE c <> ')')", "id = ANY (ARRAY(SELECT a FROM b WHERE c <> ')'))"),
        ("id NOT IN (SELECT a FROM b)", "id NOT IN (SELECT a FROM b)"),
        ("id IN (:a, :b)", "id IN (:a, :b)"),
    ],
)
def test_what_a_sub_select_finds_is_an_array_on_a_server(ours: str, theirs: str) -> None:
    assert for_server(ours) == theirs
