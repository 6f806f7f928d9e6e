"""The data behind a page: the answer of the same question as JSON or CSV, as the command line writes it."""

from collections.abc import Callable, Sequence

from ocdb.answers import conflicts, coverage, evidence, losses
from ocdb.answers.answer import Answer
from ocdb.answers.dossier_answer import show
from ocdb.answers.filters import Filters
from ocdb.answers.ledger import answer as ledger
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import listing
from ocdb.answers.map import map_of
from ocdb.answers.scopes import Asked
from ocdb.errors import NotFoundError
from ocdb.render.answers import data
from ocdb.store.reader.rows import Reader
from ocdb.web.addresses import RECORDS, Address
from ocdb.web.facets import EVERY
from ocdb.web.figures import charted
from ocdb.web.paging import PLAIN
from ocdb.web.timeline import in_timeline
from ocdb.web.tracker import narrowing
from ocdb.words.language import _, speaking

FORMATS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
Keys = Sequence[str]


def _tracked(reader: Reader, keys: Keys) -> Answer:
    asked = narrowing(reader, keys)
    return ledger(reader, asked.filters, **asked.judged)


def _mapped(reader: Reader, keys: Keys) -> Answer:
    kind, year = (*keys, *("sites", None)[len(keys) :])[:2]
    return map_of(reader, str(kind), Filters(), year).answer()


def _countries(keys: Keys) -> list[str]:
    return [key for key in keys[:1] if key != EVERY]


# The questions behind pages, by the least and the most keys that narrow them.
_QUESTIONS: dict[str, tuple[int, int, Callable[[Reader, Keys], Answer]]] = {
    "pledges": (0, 3, _tracked),
    "timeline": (
        0, 2,
        lambda reader, keys: listing(reader, "timeline", in_timeline(Filters(country=_countries(keys)), *keys[1:])),
    ),
    "chart": (1, 3, lambda reader, keys: charted(reader, keys).answer()),
    "map": (0, 2, _mapped),
    "losses": (0, 1, lambda reader, keys: losses.losses(reader, Asked(country=_countries(keys)))),
    "coverage": (0, 1, lambda reader, keys: coverage.answer(reader, _countries(keys))),
    "evidence": (0, 1, lambda reader, keys: evidence.answer(reader, _countries(keys))),
    "conflicts": (0, 1, lambda reader, keys: conflicts.answer(reader, Filters(country=_countries(keys)))),
}  # fmt: skip


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
    if name in PLAIN and name in LISTINGS and len(keys) <= 1:
        return listing(reader, name, Filters(country=_countries(keys)))
    least, most, ask = _QUESTIONS.get(name, (1, 0, None))
    if ask and least <= len(keys) <= most:
        return ask(reader, keys)
    raise NotFoundError(_("there is no such page"))
