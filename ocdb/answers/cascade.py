"""From what was promised to what came: promised, due, known, come, each a range with what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from ocdb.answers.captions import range_told
from ocdb.answers.rates import delivery
from ocdb.answers.scopes import Asked
from ocdb.answers.totals import totals
from ocdb.store.reader.rows import Reader
from ocdb.words.figures import between, figure, number
from ocdb.words.language import _, ngettext

# The line that a cascade is of: the others are never added to it.
LINE = "new_jobs"


@dataclass(frozen=True)
class Step:
    """A step of a cascade.

    Attributes:
        name: promised, due, known or came.
        title: what people call it.
        low: its low end, in jobs; None where nothing is known, which isn't zero.
        high: its high end; None where it is open.
        text: the figure in words; empty where nothing is known.
        note: what it rests on.
    """

    name: str
    title: str
    low: int | None
    high: int | None
    text: str
    note: str


def cascade(reader: Reader, asked: Asked) -> list[Step]:
    """Return how new jobs that were promised went on: four steps, none where none was promised.

    Promised is what counts in the scope, due that of it whose day has passed, known the part of which some report
    tells, and come what reports show of it.

    Raises:
        NotFoundError: a name that nobody bears.
    """
    return [*_steps(reader, asked)]


def _steps(reader: Reader, asked: Asked) -> Iterator[Step]:
    whole = next((total for total in totals(reader, asked).totals if total.line == LINE), None)
    if whole is None:
        return
    yield Step(
        "promised", _("Promised"), whole.low, whole.high, figure(whole.low, whole.high, whole.bound),
        _in_promises(whole.pledges),
    )  # fmt: skip
    rate = next((line for line in delivery(reader, asked, "country").whole if line["line"] == LINE), None)
    if rate is None:
        yield Step("due", _("Due so far"), 0, 0, number(0), _("no promise was due"))
        return
    low, high = rate["promised"], rate["promised_high"]
    yield Step("due", _("Due so far"), low, high, figure(low, high, rate["bound"]), _in_promises(rate["pledges"]))
    known, outcomes = rate["promised_known"], _of(rate["known"], rate["pledges"])
    if not rate["known"]:
        yield Step("known", _("Outcome known"), 0, 0, number(0), outcomes)
        yield Step("came", _("Known to have come"), None, None, "", _("no report shows it"))
        return
    yield Step("known", _("Outcome known"), known, None, figure(known, None, "at_least"), outcomes)
    came = rate["kept"], rate["kept_high"]
    yield Step("came", _("Known to have come"), *came, between(*came), range_told(rate))


def _in_promises(count: int) -> str:
    return ngettext("in {count} promise", "in {count} promises", count).format(count=number(count))


def _of(known: int, count: int) -> str:
    text = ngettext("of {known} of {count} promise", "of {known} of {count} promises", count)
    return text.format(known=number(known), count=number(count))
