"""The data behind a page: the answer of the same question as JSON or CSV, as the command line writes it."""

from collections.abc import Callable, Sequence

from ocdb.answers import conflicts, coverage, losses
from ocdb.answers.answer import Answer
from ocdb.answers.dossier_answer import show
from ocdb.answers.filters import Filters
from ocdb.answers.ledger import answer as ledger
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import listing
from ocdb.answers.totals import Asked
from ocdb.errors import NotFoundError
from ocdb.render.answers import data
from ocdb.store.reader.rows import Reader
from ocdb.web.addresses import RECORDS, Address
from ocdb.web.lists import EVERY, OVERDUE, PLAIN
from ocdb.words.language import _, speaking

FORMATS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
_QUESTIONS: dict[str, Callable[[Reader, Sequence[str]], Answer]] = {
    "losses": lambda reader, countries: losses.losses(reader, Asked(country=countries)),
    "coverage": coverage.answer,
    "conflicts": lambda reader, countries: conflicts.answer(reader, Filters(country=countries)),
}


def as_data(reader: Reader, address: Address, form: str) -> str:
    """Return what stands behind a page: the same in both languages.

    Args:
        reader: the database.
        address: of the page.
        form: of FORMATS.

    Raises:
        NotFoundError: there is no such page, or it has no data.
    """
    with speaking("en"):
        return "".join(data(asked(reader, address), form))


def asked(reader: Reader, address: Address) -> Answer:
    """Return the answer behind a page, in the language that is spoken, in which its data are the same.

    Raises:
        NotFoundError: there is no such page, or it has no data.
    """
    name, *keys = address
    if name in RECORDS and len(keys) == 1:
        return show(reader, keys[0], whole=True)
    countries = [key for key in keys[:1] if key != EVERY]
    if name == "pledges" and len(keys) <= 2:  # noqa: PLR2004  a country and a verdict
        other = keys[1:]
        wanted = [one for one in other if one != OVERDUE]
        return ledger(reader, Filters(country=countries), verdicts=wanted, overdue=OVERDUE in other)
    if name == "timeline" and len(keys) <= 2:  # noqa: PLR2004  a country and a category
        return listing(reader, name, Filters(country=countries, category=keys[1:]))
    if name in _QUESTIONS and len(keys) <= 1:
        return _QUESTIONS[name](reader, countries)
    if name in PLAIN and name in LISTINGS and len(keys) <= 1:
        return listing(reader, name, Filters(country=countries))
    raise NotFoundError(_("there is no such page"))
