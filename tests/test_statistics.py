"""Statistics of money and of shares: turnover, the value of a contract, the size of a market, a share in per cent."""

from functools import cache
from pathlib import Path

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.settings import resource
from tests.cases import each
from tests.commands import loaded_text, ocdb

SOURCE = "source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}\n"
FIGURES = """
operators:
- {id: alpha, name: Alpha}
statistics:
- {id: alpha-turnover, cite: 1, parties: {subject: alpha}, measure: turnover, figure: {about: 3000000000},
   currency: MAD, period: year, as_of: 2021, conflicts_with: alpha-turnover-euros,
   preferred_because: The company gives it.}
- {id: alpha-turnover-euros, cite: 1, parties: {subject: alpha}, measure: turnover, figure: 200000000, currency: EUR,
   period: year, as_of: 2021}
- {id: alpha-contract, cite: 2, parties: {subject: alpha}, measure: contract_value, figure: {at_least: 9000000},
   currency: MAD}
- {id: morocco-market, cite: 3, measure: market_size, figure: 12000000000, currency: MAD, at: MA, as_of: 2021}
- {id: morocco-french, cite: 3, measure: share, figure: 62.5, at: MA, summary: Work for clients in France.}
- {id: morocco-share, cite: 3, measure: share, figure: {about: 40}, at: MA}
"""


@cache
def world() -> Path:
    return loaded_text(SOURCE + FIGURES)


def test_money_is_listed_with_its_currency() -> None:
    answer = ocdb("list", "statistics", "--columns", "id,figure,currency,currency_name,measure", database=world())
    assert sorted(answer.rows) == [
        ["alpha-contract", "at least 9000000", "MAD", "Moroccan Dirham", "contract_value"],
        ["alpha-turnover", "about 3000000000", "MAD", "Moroccan Dirham", "turnover"],
        ["alpha-turnover-euros", "200000000", "EUR", "Euro", "turnover"],
        ["morocco-french", "62.5", "", "", "share"],
        ["morocco-market", "12000000000", "MAD", "Moroccan Dirham", "market_size"],
        ["morocco-share", "about 40", "", "", "share"],
    ]


def test_a_summary_names_the_unit() -> None:
    answer = ocdb("list", "statistics", "--columns", "id,summary", database=world())
    told = dict(answer.rows)
    assert told["alpha-turnover"] == "Alpha: about 3,000,000,000 MAD turnover a year"
    assert told["morocco-share"] == "about 40% share in Morocco"


def test_two_turnovers_in_conflict_are_told_apart_by_their_currency() -> None:
    sql = "SELECT id, measure, currency FROM v_conflicts ORDER BY id"
    assert ocdb("sql", sql, database=world()).rows == [
        ["alpha-turnover", "turnover", "MAD"],
        ["alpha-turnover-euros", "turnover", "EUR"],
    ]


def test_an_amount_in_pesetas_loads_and_shows_that_they_are_gone() -> None:
    pesetas = (
        "investments:\n- {id: old, cite: 1, kind: site, status: planned, amount: {about: 760000000}, currency: ESP,"
    )
    path = loaded_text(f"{SOURCE}{pesetas} at: ES, date: 2000}}\n")
    listed = ocdb("list", "investments", "--columns", "figure,currency,currency_name", database=path)
    assert listed.rows == [["about 760000000", "ESP", "Spanish Peseta"]]
    assert ocdb("sql", "SELECT until FROM v_currencies WHERE id IN ('ESP', 'EUR') ORDER BY id", database=path).rows == [
        ["2002"],
        [""],
    ]


@each(
    ("fields", "problem"),
    [
        ("measure: turnover, figure: 9", ("currency", "turnover is an amount of money, but has no currency")),
        ("measure: market_size, figure: 9, currency: MAD", None),
        ("measure: share, figure: 9.5", None),
        ("measure: sites, figure: 9, currency: MAD", ("currency", "sites isn't an amount of money")),
        ("measure: contract_value, figure: 4.25, currency: MAD", ("figure", "an amount of money is a whole number")),
        ("measure: turnover, figure: 9, currency: DEM, as_of: 2002", None),
        (
            "measure: turnover, figure: 9, currency: DEM, as_of: 2003",
            ("currency", "DEM ended in 2002, but this is dated 2003"),
        ),
        ("measure: turnover, figure: 9, currency: DIRHAM", ("currency", "there is no currency DIRHAM")),
    ],
)
def test_an_amount_of_money_needs_a_currency_and_nothing_else_has_one(
    fields: str, problem: tuple[str, str] | None, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text(f"{SOURCE}statistics:\n- {{id: one, cite: 1, {fields}}}\n", "utf-8")
    found = check(gather([tmp_path], around=[resource("seeds")]))
    wanted = [(f"statistics[1].{problem[0]}", problem[1])] if problem else []
    assert [(one.field, one.message) for one in found] == wanted
