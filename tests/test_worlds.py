"""A short run of the simulation: nothing that a load says may be false of the truth; `make worlds` is the long one."""

from pathlib import Path

import pytest

from ocdb.load.row import Rows
from scripts.worlds.curating import fixtures
from scripts.worlds.databases import differences, write
from scripts.worlds.judging import judge, violations
from scripts.worlds.loading import Loaded, load
from scripts.worlds.loss_totals import false_losses
from scripts.worlds.making import Made, make
from scripts.worlds.rates import false_quantities, false_rates
from scripts.worlds.run import smallest
from scripts.worlds.totals import false_totals
from scripts.worlds.verdicts import SILENT, false_evidence, false_verdicts

# The checker of `make worlds`, checked.
pytestmark = pytest.mark.slow

# The first worlds of this seed; other seeds and more of them are for `make worlds`.
SEED, COUNT = 7, 60
VERDICTS = ("delivered", "exceeded", "reached", "late", "missed", "partly_delivered", "cancelled", "superseded")


def loaded(made: Made) -> Loaded:
    return load(fixtures(made.world, made.press))


def with_rows(result: Loaded, table: str, **values: object) -> Rows:
    """Return the rows of a load, with values put into each row of a table."""
    return result.rows | {table: [row | values for row in result.rows[table]]}


def test_nothing_is_false_of_simulated_worlds() -> None:
    wrong = [
        (judged.number, one) for number in range(COUNT) for judged in [judge(SEED, number)] for one in judged.violations
    ]
    assert wrong == []


def test_seed_and_number_decide_about_a_world() -> None:
    one, same, other = (make(*given) for given in ((SEED, 3), (SEED, 3), (SEED, 4)))
    assert fixtures(one.world, one.press) == fixtures(same.world, same.press) != fixtures(other.world, other.press)


def test_a_false_verdict_is_seen_and_silence_never_is() -> None:
    seen = set()
    for number in range(8):
        made = make(SEED, number)
        result = loaded(made)
        for verdict in (*VERDICTS, *SILENT):
            lying = with_rows(result, "ledger", while_open=verdict, once_due=verdict)
            seen |= {verdict for _ in false_verdicts(made, lying)}
    assert seen == set(VERDICTS)


def test_bounds_that_leave_the_truth_out_are_seen() -> None:
    kinds = set()
    for number in range(8):
        made = make(SEED, number)
        for low, high in ((10**6, None), (None, -1)):
            lying = with_rows(loaded(made), "ledger_evidence", bearing="shows", low=low, high=high)
            kinds |= {violation.kind for violation in false_evidence(made, lying)}
    assert kinds == {"evidence low", "evidence high"}


def test_figures_of_two_sectors_taken_for_one_are_seen_and_those_of_one_decide() -> None:
    kinds, decided = set(), set()
    for number in range(60):
        made = make(SEED, number)
        files = fixtures(made.world, made.press)
        targets = {one.key for one in made.promises if one.scope.sector and made.world.places[one.scope.place].large}
        decided |= {row["once_due"] for row in load(files).rows["ledger"] if row["pledge_id"] in targets}
        for record in (record for file in files for key in ("pledges", "reports") for record in file.get(key, ())):
            record.update({"sector": "ict"} if "sector" in record else {})
        kinds |= {violation.kind for violation in false_evidence(made, load(files).rows)}
    assert kinds == {"evidence low", "evidence high"}
    assert {"delivered", "exceeded", "reached", "missed"} <= decided


def test_totals_that_are_too_high_or_too_low_are_seen() -> None:
    kinds = set()
    for number in range(20):
        made = make(SEED, number)
        result = loaded(made)
        for rows in (with_rows(result, "total", low=10**6, high=None), result.rows | {"total": []}):
            kinds |= {violation.kind for violation in false_totals(made, rows)}
    lines = ("new_jobs", "levels", "hires", "seats", "trainees")
    assert kinds == {f"total {end} {line}" for end in ("low", "high") for line in lines}


def test_more_shown_added_or_kept_than_ever_was_there_is_seen() -> None:
    kinds = set()
    for number in range(12):
        made = make(SEED, number)
        result = loaded(made)
        lying = with_rows(result, "ledger", shown=10**6, adds_low=10**6) | {
            "delivery": [row | {"kept": 10**6} for row in result.rows["delivery"]]
        }
        kinds |= {violation.kind for violation in (*false_quantities(made, lying), *false_rates(made, lying))}
    assert kinds == {"shown", "adds", "kept"}


def test_totals_of_losses_that_are_too_high_or_too_low_are_seen() -> None:
    kinds = set()
    for number in range(25):
        made = make(SEED, number)
        result = loaded(made)
        for rows in (with_rows(result, "loss_total", low=10**6, high=None), result.rows | {"loss_total": []}):
            kinds |= {violation.kind for violation in false_losses(made, rows)}
    lines = ("happened", "planned", "seats_happened", "seats_planned")
    assert kinds == {f"losses {end} {line}" for end in ("low", "high") for line in lines}


def test_a_world_shrinks_to_what_shows_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def liars(made: Made, result: Loaded, **_: object) -> list[object]:
        return list(false_verdicts(made, with_rows(result, "ledger", once_due="missed")))

    monkeypatch.setattr("scripts.worlds.judging.violations", liars)
    monkeypatch.setattr("scripts.worlds.shrinking.violations", liars)
    number, before = next((one, judge(SEED, one)) for one in range(20) if judge(SEED, one).size > 12)
    small = smallest(SEED, number, "once_due missed")
    assert small
    assert len(list(small[0].press.items())) < before.size / 2
    assert small[1].subject in small[0].press.promises()


def test_a_world_comes_out_of_a_database_as_without_one(empty_url: str, tmp_path: Path) -> None:
    made = make(SEED, 5)
    files = fixtures(made.world, made.press)
    assert list(differences(empty_url, write(files, tmp_path / "fixtures"), load(files).rows)) == []


def test_what_is_curated_passes_the_checks() -> None:
    made = make(SEED, 6)
    assert [one for one in violations(made, loaded(made)) if one.kind.startswith("curation")] == []
