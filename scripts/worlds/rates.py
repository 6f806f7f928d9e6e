"""Holds what is shown of promises, what they add to totals, and the rates of delivery, against the truth."""

from collections.abc import Iterator

from ocdb.load.row import Row, Rows
from scripts.worlds.making import Made
from scripts.worlds.promised import Outcome, Promise
from scripts.worlds.totals import FIRM, Question, Truth
from scripts.worlds.truth import LEVELS
from scripts.worlds.verdicts import Violation, features


def false_quantities(made: Made, rows: Rows) -> Iterator[Violation]:
    """Yield what is more than ever was there, or what a promise adds that isn't what it is of."""
    promises = made.press.promises()
    for row in rows["ledger"]:
        promise = promises[row["pledge_id"]]
        outcome = Outcome(made.world, promise)
        most = max(_came(outcome, on_top=promise.additional))
        if (row["shown"] or 0) > max(most, 0):
            detail = f"{row['shown']} shown, never more than {most}"
            yield Violation("shown", features(made, promise), promise.key, detail)
        if "adds_low" in row and not _adds(row, promise):
            detail = f"{row['adds_low']} to {row['adds_high']} on {row['line']}, truly {promise.number}"
            yield Violation("adds", features(made, promise), promise.key, detail)


def _came(outcome: Outcome, *, on_top: bool) -> list[int]:
    """Return by month since the announcement how much was there: on top of the baseline, or in all."""
    levels = outcome.levels[outcome.start :]
    if not on_top:
        return levels
    created = outcome.created[outcome.start :] if outcome.promise.people else [0] * len(levels)
    return [max(level - outcome.baseline, new) for level, new in zip(levels, created, strict=True)]


def _adds(row: Row, promise: Promise) -> bool:
    """Return whether a promise adds what it is of: all of it, or of a level what lies above what was there before."""
    number = promise.number
    if row["line"] == "new_jobs" and not promise.additional and promise.measure in LEVELS:
        if promise.older:  # it may go by what was there before the first version
            return bool((row["adds_low"] or 0) <= promise.number)
        number = promise.increase
    high = row["adds_high"]
    return bool((row["adds_low"] or 0) <= number and (high is None or number <= high))


def false_rates(made: Made, rows: Rows) -> Iterator[Violation]:
    """Yield the rates of operators' promises by which more was kept than ever came of them."""
    truth = Truth(made, strict=False)
    for row in rows.get("delivery", ()):
        if row["basis"] == "operator" and row["to_day"] is None and row["scope_kind"] not in ("year", "area_year"):
            promises = [one for one in made.press.promises().values() if _due(one, row) and _in(truth, one, row)]
            most = sum(_kept(made, one, row["line"]) for one in promises)
            if row["kept"] > most:
                subject = f"{row['scope_kind']} {row['scope']} {row['line']}"
                yield Violation("kept", row["line"], subject, f"{row['kept']} kept, never more than {most}")


def _due(promise: Promise, row: Row) -> bool:
    firm = promise.basis == "operator" and promise.firmness in FIRM
    return bool(firm and promise.printed_due and promise.printed_due.last < row["from_day"])


def _in(truth: Truth, promise: Promise, row: Row) -> bool:
    question = Question(row["scope_kind"], row["scope"], None)
    return truth.lies_in(promise, question) and row["line"] in truth.lines(promise)


def _kept(made: Made, promise: Promise, line: str) -> int:
    """Return how much of a promise ever came, and no more than was promised."""
    on_top = promise.additional or (line == "new_jobs" and promise.measure in LEVELS)
    promised = promise.increase if on_top and not promise.additional else promise.number
    return min(max(0, *_came(Outcome(made.world, promise), on_top=on_top)), promised)
