"""The promise tracker: what became of all promises, and the addresses that narrow it.

A facet is an address of its own: a place, then a verdict or what is overdue, then a sector, each with or without the
others, so that it works without scripts, as a link to share, and as a file.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from ocdb.answers.filters import Filters, codes
from ocdb.answers.ledger import Standing, standings
from ocdb.answers.ledger import answer as ledger
from ocdb.answers.listings import LISTINGS
from ocdb.answers.names import areas_among, covered
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.addresses import Address
from ocdb.web.facets import EVERY, Choice, Facet, narrowed, on_record, where
from ocdb.web.figures import by_year, yearly
from ocdb.web.page import Page
from ocdb.web.paging import in_place, list_page, paged, titled
from ocdb.words.language import _, pgettext

NAME, OVERDUE = "pledges", "overdue"


@dataclass(frozen=True)
class Narrowed:
    """What an address of the tracker narrows it to.

    Attributes:
        place: a country or an area.
        verdict: the code of one, or OVERDUE.
        sector: the code of one.
    """

    place: str | None = None
    verdict: str | None = None
    sector: str | None = None

    @property
    def address(self) -> Address:
        """Return the address: of two that mean the same, the one that pages link to."""
        return narrowed(NAME, self.place, self.verdict, self.sector)

    @property
    def filters(self) -> Filters:
        """Return the filters of the ledger."""
        return Filters(country=[self.place] if self.place else [], sector=[self.sector] if self.sector else [])

    @property
    def judged(self) -> Mapping[str, Any]:
        """Return what the ledger takes beside its filters."""
        if self.verdict == OVERDUE:
            return {"overdue": True}
        return {"verdicts": [self.verdict]} if self.verdict else {}

    def fits(self, one: Standing) -> bool:
        """Return whether a promise has the verdict and the sector."""
        judged = one.overdue if self.verdict == OVERDUE else self.verdict in (None, one.verdict)
        return judged and self.sector in (None, one.sector)


def narrowing(reader: Reader, keys: Sequence[str]) -> Narrowed:
    """Return what the keys of an address narrow the tracker to.

    Raises:
        NotFoundError: they name no verdict and no sector, or two of one.
    """
    found = Narrowed(place=keys[0] if keys and keys[0] != EVERY else None)
    for key in keys[1:]:
        if key in (OVERDUE, *_known(reader, "status")) and not found.verdict:
            found = replace(found, verdict=key)
        elif key in _known(reader, "sector") and not found.sector:
            found = replace(found, sector=key)
        else:
            raise NotFoundError(_("there is no such page"))
    return found


def tracker(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the promise tracker: of everywhere or a place, with any verdict or one, of all sectors or one."""
    keys, at = paged(rest)
    asked = narrowing(reader, keys)
    in_place(reader, asked.place)
    whole = ledger(reader, asked.filters, **asked.judged)
    labels = [
        _("overdue") if asked.verdict == OVERDUE else whole.wording.label(asked.verdict, "outcome"),
        whole.wording.label(asked.sector, "sector"),
    ]
    title = ", ".join(filter(None, [titled(reader, NAME, asked.place), *labels]))
    facets = _facets(reader, asked, whole.sections[0].rows.records())
    found = list_page(reader, NAME, asked.address[1:], at, whole, title, facets, intro=whole.title)
    found = found.showing(browse=_browsing(asked))
    if asked.verdict or asked.sector or at > 1:  # the chart is of all promises
        return found
    return found.showing(figure=by_year(reader, asked.place), chart=yearly(asked.place))


def _browsing(asked: Narrowed) -> str:
    """Return what the table browser is asked for the same promises, and to count; an area is no value of a cell."""
    chosen = {
        "country": "" if asked.place and areas_among([asked.place]) else asked.place,
        "verdict": "" if asked.verdict == OVERDUE else asked.verdict,
        "sector": asked.sector,
    }
    counted = [("_facet", name) for name in chosen]
    return urlencode([*((name, code) for name, code in chosen.items() if code), *counted])


def _facets(reader: Reader, asked: Narrowed, lines: Iterable[Mapping[str, Any]]) -> list[Facet]:
    """Return the facets: each offers what some promises have that fit what the others have chosen."""
    counts: Mapping[str, int]
    if asked.verdict or asked.sector:
        every = standings(reader)
        inside = {*covered(reader, [asked.place])} if asked.place else None
        there = [one for one in every if inside is None or one.country in inside]
        counts = Counter(one.country or "" for one in every if asked.fits(one))
    else:
        there, counts = standings(reader, lines), on_record(reader, NAME)
    of_sector = [one for one in there if replace(asked, verdict=None).fits(one)]
    verdicts = Counter(one.verdict for one in of_sector) | {OVERDUE: sum(one.overdue for one in of_sector)}
    sectors = Counter(one.sector for one in there if one.sector and replace(asked, sector=None).fits(one))
    wording = Wording(reader)
    judged = [*((code, wording.label(code, "outcome")) for code in _known(reader, "status")), (OVERDUE, _("overdue"))]
    counting = [(code, wording.label(code, "sector")) for code in _known(reader, "sector")]
    return [
        *where(reader, NAME, asked.place, counts, asked.verdict, asked.sector, numbered=True),
        (_("Verdict"), _choices(asked, "verdict", judged, verdicts, len(of_sector))),
        (_("Sector (no employer named)"), _choices(asked, "sector", counting, sectors, None)),
    ]


def _choices(
    asked: Narrowed, name: str, known: Sequence[tuple[str, str]], counts: Mapping[str, int], total: int | None
) -> list[Choice]:
    """Return the values of a facet that something has, or that is chosen, and all; what else is chosen stays."""
    chosen = getattr(asked, name)
    return [
        Choice(pgettext("choice", "all"), replace(asked, **{name: None}).address, total, not chosen),
        *(
            Choice(text, replace(asked, **{name: code}).address, counts.get(code, 0), code == chosen)
            for code, text in known
            if counts.get(code) or code == chosen
        ),
    ]


def _known(reader: Reader, name: str) -> list[str]:
    """Return the codes of a filter of the ledger, in the order of their list."""
    return [texts[0] for texts in codes(reader, LISTINGS["ledger"], name)]
