"""Searches for what came of promises: silence is a finding only where somebody looked."""

from collections.abc import Iterable, Mapping, Sequence

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.columns import count, country, date, names, text
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.dates import in_words
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

_OF = "SELECT * FROM v_searched_for WHERE pledge IN ({keys})"
_ORDER = ("searched_from", "search")
_FOLLOWED = """
    SELECT country, COUNT(*), COUNT(used), SUM(CASE WHEN used = 0 THEN 1 ELSE 0 END)
    FROM (
        SELECT country, (SELECT SUM(used) FROM v_searched_for WHERE pledge = promise.id) AS used
        FROM v_pledges AS promise
        WHERE country {which}
    ) AS promises
    GROUP BY country
"""


def searches_for(reader: Reader, pledges: Iterable[str]) -> Rows:
    """Return the searches for what came of some promises, the earliest first."""
    return among(reader, _OF, pledges).ordered(*_ORDER)


def columns() -> tuple[Column, ...]:
    """Return the columns in which people read the searches for one promise."""
    return (
        date(_("Searched"), "searched"), text(_("Words"), "words"), text(_("Where"), "outlet"),
        count(_("Hits"), "hits"), Column("used", _("Of use"), _used, right=True),
        names(_("Articles"), "sources", wide=True),
    )  # fmt: skip


def _used(record: Record, _wording: object) -> Cell:
    used = record["used"]
    return Cell(number(used), value=used) if used else Cell(_("nothing found"), "silent")


def told(records: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """Return in a line what the searches for one promise came to; nothing where nobody searched."""
    if not records:
        return ()
    fruitless = [record for record in records if not record["used"]]
    last = in_words(str(records[-1]["searched"]))
    if len(fruitless) == len(records):
        message = ngettext(
            "Searched for on {date}: nothing found", "Searched for {count} times, last on {date}: nothing found",
            len(records),
        )  # fmt: skip
    else:
        message = ngettext(
            "Searched for on {date}: articles of use were found",
            "Searched for {count} times, last on {date}: articles of use were found",
            len(records),
        )
    return (message.format(count=number(len(records)), date=last),)


def in_vain(reader: Reader, pledges: Iterable[str]) -> dict[str, str]:
    """Return the last day on which somebody searched for what came of some promises, where all was in vain."""
    found: dict[str, list[Record]] = {}
    for record in searches_for(reader, pledges).records():
        found.setdefault(record["pledge"], []).append(record)
    days = {key: [one["searched_to"] or "" for one in records] for key, records in found.items()}
    return {key: max(days[key]) for key, records in found.items() if not any(one["used"] for one in records)}


def followed(reader: Reader, countries: Sequence[str]) -> Section:
    """Return for how many promises of each country somebody searched for what came of them, and found nothing."""
    which = "IN ({keys})" if countries else "IS NOT NULL"
    found = among(reader, _FOLLOWED.format(which=which), countries).rows
    rows = sorted(found, key=lambda row: (-row[2], -row[1], row[0]))
    shown = Rows(("country", "promises", "searched", "nothing"), rows)
    return Section(
        "follow", _("Searches for what came of promises"), shown,
        (
            country(), count(_("Promises"), "promises"), count(_("Searched for"), "searched"),
            count(_("Nothing found"), "nothing"),
        ),
        shown=any(searched for _country, _promises, searched, _nothing in rows),
    )  # fmt: skip
