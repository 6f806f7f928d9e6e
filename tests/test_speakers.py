"""Who is quoted: a claim names one or several speakers, and is found by each of them."""

import json
from functools import cache
from pathlib import Path

import pytest

from ocdb.intake.sheets.fields import fields
from tests.commands import five_articles, flat, loaded_text, ocdb

# Each kind of claim that can be quoted: two speakers, not in the order of their slugs, and one where a word may stand.
QUOTED = """
source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}
operators:
- {id: alpha, name: Alpha}
- {id: beta, name: Bêta}
institutions:
- {id: bureau, name: Bureau, kind: ministry, at: TG}
officials:
- {id: zoe, name: Zoé}
- {id: ada, name: Ada}
sites:
- {id: alpha-lome, cite: 1, said_by: [zoe, ada], operator: alpha, at: tg-lome, status: open, opened: 2019}
events:
- {id: pact, cite: 1, said_by: [zoe, ada], kind: agreement, status: happened, summary: They sign., date: 2020-01,
   at: tg-lome, parties: {signatory: [alpha, bureau], participant: zoe}}
pledges:
- {id: alpha-500, cite: 2, said_by: [zoe, ada, zoe], operators: alpha, at: tg-lome, figure: 500, measure: jobs,
   basis: operator, announced: 2020-02, due: 2021, conflicts_with: alpha-400, preferred_because: It came later.}
- {id: alpha-400, cite: 2, said_by: alpha, operators: alpha, at: tg-lome, figure: 400, measure: jobs, basis: operator,
   announced: 2020-02, due: 2021}
verdicts:
- {id: alpha-500-kept, cite: 3, said_by: [zoe, ada], pledge: alpha-500, outcome: delivered, as_of: 2021}
reports:
- {id: alpha-held, cite: 3, said_by: [zoe, ada], operators: alpha, at: tg-lome, kind: held, figure: 500, measure: jobs,
   basis: operator, as_of: 2021}
investments:
- {id: alpha-spends, cite: 3, said_by: [zoe, ada], kind: site, status: planned, amount: 9, currency: XOF, at: TG}
statistics:
- {id: sites-9, cite: 3, said_by: [zoe, ada], measure: sites, figure: 9, at: TG}
positions:
- {id: zoe-alpha, cite: 3, said_by: [zoe, ada], official: zoe, organisation: alpha, title: Director, held: 2019/..}
successions:
- {id: alpha-beta, cite: 4, said_by: [zoe, ada], kind: merger, status: announced, predecessor: alpha, successor: beta}
ownerships:
- {id: alpha-bureau, cite: 4, said_by: [zoe, ada], owned: alpha, owner: bureau, status: completed}
developments:
- {id: alpha-lome-shut, cite: 5, said_by: [zoe, ada], concerns: alpha-lome, status: closed, date: 2022}
statements:
- {id: first, cite: 5, said_by: [zoe, ada], topic: distinction, summary: It is the first., at: TG}
"""
BY_VIEW = {
    "sites": "alpha-lome", "events": "pact", "pledges": "alpha-500", "verdicts": "alpha-500-kept",
    "reports": "alpha-held", "investments": "alpha-spends", "statistics": "sites-9", "positions": "zoe-alpha",
    "successions": "alpha-beta", "ownerships": "alpha-bureau", "developments": "alpha-lome-shut",
    "statements": "first", "claims": "first",
}  # fmt: skip


@cache
def quoted() -> Path:
    """Return a database in which two people are quoted for everything."""
    return loaded_text(QUOTED)


def ids(*arguments: str) -> list[str]:
    answer = ocdb(*arguments, "-f", "json", database=quoted())
    assert answer.code == 0, answer.err
    return [row["id"] for row in json.loads(answer.out)]


def test_the_list_of_every_kind_shows_all_whom_the_source_quotes_in_the_curator_s_order() -> None:
    for kind, key in BY_VIEW.items():
        answer = ocdb("list", kind, "--columns", "id,said_by,said_by_name", "--official", "ada", database=quoted())
        assert [key, "zoe; ada", "Zoé; Ada"] in answer.rows, kind
    for command in ("pledges", "conflicts"):
        answer = ocdb(command, "-f", "jsonl", database=quoted())
        assert '"said_by_name": "Zoé; Ada"' in answer.out, command


def test_a_claim_is_found_by_each_of_those_whom_it_quotes() -> None:
    for person in ("Zoé", "Ada"):
        assert ids("list", "events", "--official", person) == ["pact"]
        assert set(ids("list", "claims", "--official", person)) == set(BY_VIEW.values())
        assert "pact" in ids("timeline", "--official", person)
        assert "first" in ids("search", person)
        shown = json.loads(ocdb("show", person, "-f", "json", database=quoted()).out)
        assert [row["id"] for row in shown["statements"]] == ["first"]
    assert set(ids("list", "pledges", "--operator", "alpha")) == {"alpha-400", "alpha-500"}
    assert "alpha-500" in ocdb("conflicts", "--operator", "alpha", database=quoted()).out


def test_each_speaker_stands_among_the_parties_under_the_role_said_by() -> None:
    sql = "SELECT party FROM v_claim_parties WHERE claim = 'alpha-500' AND role = 'said_by' ORDER BY party"
    assert ocdb("sql", sql, database=quoted()).lines == ["party", "ada", "zoe"]


def test_show_of_an_event_lists_who_took_part_in_which_role() -> None:
    found = json.loads(ocdb("show", "pact", "-f", "json", database=quoted()).out)
    assert list(flat(found["parties"], "party_name", "role")) == [
        ("Zoé", "participant"),
        ("Alpha", "signatory"),
        ("Bureau", "signatory"),
    ]
    assert "parties" not in json.loads(ocdb("show", "alpha-lome", "-f", "json", database=quoted()).out)


def test_a_cell_of_a_spreadsheet_may_name_several() -> None:
    assert all(fields(kind)["said_by"].many for kind in ("pledge", "report", "event", "statement"))


@pytest.mark.parametrize("kind", ["events", "pledges"])
def test_one_who_is_quoted_alone_is_shown_as_before(kind: str) -> None:
    answer = ocdb("list", kind, "--columns", "said_by", database=five_articles())
    assert ";" not in answer.out
