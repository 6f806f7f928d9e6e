"""Reasons: every code has words, and tables, views and data formats hold codes where people read sentences."""

import ast
import json
from pathlib import Path

from ocdb import rules
from ocdb.answers.columns import reason
from ocdb.answers.wording import Wording
from ocdb.rules.reasons import Reason
from ocdb.words.reasons import _LEFT_OUT, _SHORT, CODES, sentence, sentences


def test_every_code_that_a_rule_writes_out_has_words() -> None:
    written = set()
    for path in sorted(Path(rules.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Reason", "Reason.of"):
                written |= {one.value for one in node.args[:1] if isinstance(one, ast.Constant)}
    assert {"joint", "run_by"} <= written
    assert written <= CODES


def test_several_values_of_a_parameter_are_a_list() -> None:
    joint = Reason.of("joint", operators=("alpha", "beta"), unnamed=2)
    assert json.loads(joint.stored or "") == {"operators": ["alpha", "beta"], "unnamed": 2}
    assert sentence(joint.code, json.loads(joint.stored or "")) == "joint with alpha, beta, 2 unnamed"


def test_a_row_with_several_reasons_has_them_all_in_words() -> None:
    details = [{"reason": "opened", "details": {"date": "2011"}}, {"reason": "run_by", "details": {"operator": "beta"}}]
    assert sentences(details) == "opened 2011; run by beta"
    cell = reason("Why").cell({"reason": "opened; run_by", "reason_details": json.dumps(details)}, Wording())
    assert cell.text == "opened 2011; run by beta"


def test_every_reason_that_leaves_something_out_has_a_word_for_the_count() -> None:
    assert _LEFT_OUT.keys() | {"joint", "happened"} == _SHORT.keys()


def test_a_figure_of_another_directness_is_compared_with_direct_jobs_where_nobody_says_which() -> None:
    words = sentence("other_directness", {"counted": "indirect", "promised": "unstated"}, lambda code, *_lists: code)
    assert words == "not the same kind of jobs: reported indirect, promised direct"
