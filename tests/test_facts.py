"""What a load prepares for lists: the order of claims, and one row a claim that agrees with its view."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from ocdb.answers.lists import in_list_order, list_records
from ocdb.kinds import CLAIMS
from ocdb.opening.reader import open_reader
from ocdb.store.reader.rows import Reader
from tests.commands import recorded


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with closing(open_reader(recorded())) as one:
        yield one


@pytest.mark.parametrize("kind", [kind.plural for kind in CLAIMS] + ["claims"])
def test_the_engine_orders_a_list_as_people_read_it(reader: Reader, kind: str) -> None:
    listed = list_records(reader, kind).rows
    assert listed.rows == in_list_order(listed, kind).rows
    assert len(listed.rows) > 1 or kind in ("ownerships", "verdicts")  # of these the record of the tests has one


@pytest.mark.parametrize("kind", ["sites", "events", "claims"])
def test_a_list_that_is_cut_has_the_first_rows_and_tells_of_all(reader: Reader, kind: str) -> None:
    whole, cut = list_records(reader, kind), list_records(reader, kind, limit=3)
    assert cut.rows.rows == whole.rows.rows[:3]
    assert cut.total == whole.total == len(whole.rows.rows)
