"""Reasons: every code has words, and tables, views and data formats hold codes where people read sentences."""

import ast
import json
from pathlib import Path

from ocdb import rules
from ocdb.rules.reasons import Reason
from ocdb.words.reasons import CODES, sentence, worded


def test_every_code_that_a_rule_writes_out_has_words() -> None:
    written = set()
    for path in sorted(Path(rules.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Reason", "Reason.of"):
                written |= {one.value for one in node.args[:1] if isinstance(one, ast.Constant)}
    assert {"joint", "run_by"} <= written
    assert written <= CODES


def test_several_values_of_a_parameter_are_a_list() -> None:
    reason = Reason.of("joint", operators=("alpha", "beta"), unnamed=2)
    assert json.loads(reason.stored or "") == {"operators": ["alpha", "beta"], "unnamed": 2}
    assert sentence(reason.code, json.loads(reason.stored or "")) == "joint with alpha, beta, 2 unnamed"


def test_a_row_with_several_reasons_has_them_all_in_words() -> None:
    details = [{"reason": "opened", "details": {"date": "2011"}}, {"reason": "run_by", "details": {"operator": "beta"}}]
    row = ("site", "opened; run_by", json.dumps(details))
    assert worded(("id", "reason", "reason_details"), row) == ("site", "opened 2011; run by beta", row[2])
