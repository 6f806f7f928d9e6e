"""YAML read in one pass over the events of the parser is what composed nodes give: data, places and problems."""

from pathlib import Path
from unittest.mock import patch

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ocdb.curation import yaml_text
from ocdb.curation.yaml_text import MAX_DEPTH, Marks, read
from ocdb.settings import resource
from tests import composing
from tests.cases import each
from tests.composing import composed

ROOT = Path(__file__).resolve().parent.parent


def agree(text: str) -> None:
    """Hold both ways of reading against each other."""
    marks: Marks = {}
    data, problems = read(text, "f.yaml", marks)
    expected = composed(text, "f.yaml")
    assert problems == expected.problems
    assert repr(data) == repr(expected.data)  # 1 isn't True, and keys have an order
    if expected.data is not None:
        assert marks == expected.marks
    assert read(text, "f.yaml") == (data, problems)  # without places


@each("directory", [resource("fixtures"), resource("seeds"), ROOT / "docs"])
def test_all_files_are_read_alike(directory: Path) -> None:
    for path in sorted(directory.rglob("*.yaml")):
        agree(path.read_text("utf-8"))


DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["", "NO", "12:30", "2011-10"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
)


@given(DOCUMENTS, st.sampled_from([None, True, False]), st.booleans())
def test_random_documents_are_read_alike(document: object, flow: bool | None, unicode: bool) -> None:
    agree(yaml.safe_dump(document, default_flow_style=flow, allow_unicode=unicode))


# What makes and breaks YAML: it comes in any order.
PIECES = (
    "a", "b", "é", "1", "-7", "0012", "1234567890123456", "true", "~", "null", '"x"', "'y'", '"\\0"', "|\n  z\n",
    ">-\n  w\n",
    ": ", ":", "? ", "- ", ", ", "[", "]", "{", "}", "&x ", "*x", "! ", "!!str ", "!!int ", "!mine ", "<<", "#c\n",
    "%",     "\n", "\n  ", "\n    ", " ", "\t", "---\n", "...\n", "\ufeff", "\x07", "\x85",
    "\u2028", "\U0001f600", "a: 1\n", "- a\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_nobody_should_write_is_read_alike(text: str) -> None:
    agree(text)


@given(st.text(max_size=60))
def test_any_text_is_read_alike(text: str) -> None:
    if text.isprintable() or text.encode("utf-8", "ignore").decode() == text:
        agree(text)


# So many values are too many here: to read as many as may be takes seconds.
FEW = 2_000
HOSTILE = {
    "a bomb of aliases": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
    "an anchor in a key that appears twice": "a: 1\na: &x 2\n",
    "an anchor on a key": "&x a: 1\n",
    "an alias for a key": "*x : 1\n",
    "an anchor in a key that is no word": "? [&x a]\n: b\n",
    "an anchor after the first document": "a: 1\n---\nb: &x 2\n",
    "broken after the first document": "a: 1\n---\nb: [\n",
    "tags within what appears twice": "a: 1\na: !mine {b: 1, b: 2}\n",
    "tags within what has no word for a key": "? [!mine a]\n: !mine b\n",
    "a tag, and broken later": "a: !mine 1\nb: [\n",
    "keys twice at several depths": "a: {b: 1, b: 2}\nc: [{d: 1, d: {e: 1, e: 2}}]\na: 3\n",
    "keys that are no words": "{[a]: 1, {b: c}: 2, d: {[e]: 3}}",
    "the deepest list": "[" * MAX_DEPTH + "]" * MAX_DEPTH,
    "a list that is too deep": "[" * (MAX_DEPTH + 1),
    "too deep in a key": "? " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n: 1\n",
    "too deep in what appears twice": "a: 1\na: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
    "too deep after the first document": "a\n---\n" + "[" * (MAX_DEPTH + 1),
    "200,000 deep": "[" * 200_000,
    "as many values as may be": "- a\n" * (FEW - 7),
    "too many values": "- a\n" * FEW,
    "too many values that are empty": "{" + "a," * FEW + "}",
    "a number of 5,000 digits": "a: " + "9" * 5_000,
    "a key of 5,000 letters": "? " + "x" * 5_000 + "\n: 1\n",
    "merge keys": "<<: {a: 1}\n<<: 2\n",
    "nothing": "",
    "only an end": "...\n",
    "two empty documents": "---\n---\n",
}


@each("name", HOSTILE)
def test_what_is_hostile_is_read_alike(name: str) -> None:
    with patch.object(yaml_text, "MAX_VALUES", FEW), patch.object(composing, "MAX_VALUES", FEW):
        agree(HOSTILE[name])
