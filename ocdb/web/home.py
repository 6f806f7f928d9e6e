"""The first page: what this is, how much was promised and how much is known to have come, and what is new."""

from collections.abc import Callable
from typing import Any

from ocdb.answers import delivery, losses
from ocdb.answers.answer import Record, Section
from ocdb.answers.beyond import beyond
from ocdb.answers.cascade import cascade
from ocdb.answers.editions import edition
from ocdb.answers.filters import Filters
from ocdb.answers.ledger import ledger
from ocdb.answers.lists import Listed, list_records
from ocdb.answers.map import map_of
from ocdb.answers.names import AFRICA
from ocdb.answers.scopes import Asked
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.render.citation.text import write
from ocdb.store.reader.rows import Reader, Rows
from ocdb.web.addresses import HOME
from ocdb.web.figures import by_year, placed
from ocdb.web.linking import Links
from ocdb.web.page import Page
from ocdb.web.tables import Table, table
from ocdb.words.language import _
from ocdb.words.nouns import counted

NEWEST = 8


def home(reader: Reader) -> Page:
    """Return the first page."""
    held = edition(reader)
    africa = Asked(country=[AFRICA])
    overdue = ledger(reader, Filters(country=[AFRICA]), overdue=True)
    there = overdue.rows.records()
    rows = sorted(there, key=lambda row: row["due_to"], reverse=True)[:NEWEST]
    cut = type(overdue)("ledger", Rows(overdue.rows.columns, [tuple(row.values()) for row in rows]))
    found = map_of(reader, "sites", Filters())
    rates = delivery.answer(reader, africa, "country")
    lost = losses.losses(reader, africa)
    links = Links()
    links.learn(reader, rates.sections[:1])
    values = {
        "cascade": cascade(reader, africa),
        "figure": by_year(reader),
        "losses": by_year(reader, losses=True),
        "map": lambda link: placed(found, link),
        "rate": rates,
        "lost": lost.title,
        "beyond": beyond(reader),
        "by_country": table(rates.sections[0], rates.wording, links),
        "overdue": _shown(reader, cut, ("announced", "verdict", "reason")),
        "overdue_count": len(there),
        "newest": _latest(
            reader, "events", Filters(country=[AFRICA], status=["happened"]), NEWEST,
            newest=lambda row: (row["date_from"] or row["date_to"] or "", row["id"]), without=("status",),
        ),
        "counts": [counted(kind, count) for kind, count in _counts(reader)],
        "citation": write([held]).strip(),
        "held": held,
    }  # fmt: skip
    return Page(HOME, _("ocdb: promised jobs in Africa’s call centres, and what became of them"), "home.html", values)


def _counts(reader: Reader) -> list[tuple[str, int]]:
    views = {"sources": "v_sources", "claims": "v_claims", "operators": "v_operators", "pledges": "v_pledges"}
    return [(kind, reader.rows(f"SELECT count(*) FROM {view}").rows[0][0]) for kind, view in views.items()]


def _latest(
    reader: Reader, kind: str, filters: Filters, most: int, *, newest: Callable[[Record], Any],
    without: tuple[str, ...] = (),
) -> Table | None:  # fmt: skip
    """Return the newest rows of a list as a table."""
    listed = list_records(reader, kind, filters)
    rows = sorted(listed.rows.records(), key=newest, reverse=True)[:most]
    part = Listed(kind, Rows(listed.rows.columns, [tuple(row.values()) for row in rows]))
    return _shown(reader, part, without)


def _shown(reader: Reader, listed: Listed, without: tuple[str, ...] = ()) -> Table | None:
    """Return a list as a narrow table without numbers of articles, or what is on every line of it."""
    section = Section(listed.kind, "", listed.rows, columns(listed.kind, without))
    links = Links()
    links.learn(reader, [section])
    return table(section, Wording(reader), links, narrow=True)
