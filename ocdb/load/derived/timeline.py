"""The timeline: everything that has a date, and the events whose date no source gives.

What each row means says the view v_timeline.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from ocdb.load.derived.current import Current, Site, Span, current, current_site, span
from ocdb.load.derived.states import State
from ocdb.load.row import Row, Rows

# The states of successions and developments as the timeline calls them; the others are called the same there.
_OF_SUCCESSIONS = {"announced": "planned", "completed": "happened"}
_OF_DEVELOPMENTS = _OF_SUCCESSIONS | {"open": "happened", "closed": "happened", "unknown": "reported"}
_OF_SITES = {"planned": "gain", "open": "gain", "closed": "loss"}


def timeline(rows: Rows, latest: Mapping[str, State]) -> Iterator[Row]:
    """Yield a row for each dated thing.

    Args:
        rows: the tables of what curators wrote.
        latest: the latest states of claims (`states`).
    """
    return _Timeline(rows, latest).entries()


class _Timeline:
    """Makes the entries, a kind of claim at a time."""

    def __init__(self, rows: Rows, latest: Mapping[str, State]) -> None:
        self.rows = rows
        self.now: dict[str, Current] = {
            row["id"]: current(row, latest.get(row["id"]))
            for table in ("event", "job_loss", "investment", "succession")
            for row in rows.get(table, ())
        }
        self.sites: dict[str, Site] = {
            row["id"]: current_site(row, latest.get(row["id"])) for row in rows.get("site", ())
        }
        self.ended = {key for key, state in latest.items() if key in self.sites and state.closing}
        self.categories = {row["id"]: row["category"] for row in rows.get("event_kind", ())}
        self.events = {row["id"]: self.categories[row["kind"]] for row in rows.get("event", ())}
        # Of each site whether an event of a kind is on record, and whether one happened.
        self.told: dict[tuple[str, str], bool] = {}
        for row in rows.get("event", ()):
            if row["site_id"] and row["kind"] in ("opening", "closure"):
                key = row["kind"], row["site_id"]
                self.told[key] = self.told.get(key, False) or self.now[row["id"]].status == "happened"

    def entries(self) -> Iterator[Row]:
        for row in self.rows.get("event", ()):
            yield from self._event(row)
        for row in self.rows.get("job_pledge", ()):
            yield from _dated(row, span(row, "announced"), "promised", "pledge")
            yield from _dated(row, span(row, "due"), "due", "pledge_due", mark="due")
        for row in self.rows.get("job_loss", ()):
            yield from self._loss(row)
        for row in self.rows.get("job_report", ()):
            gain = "gain" if row["kind"] == "created" else None
            yield from _dated(row, span(row, "as_of"), "reported", "report", gain)
        for row in self.rows.get("investment", ()):
            now = self.now[row["id"]]
            yield from _dated(row, now.date, now.status, "investment")
        for row in self.rows.get("succession", ()):
            yield from self._succession(row)
        for row in self.rows.get("site", ()):
            yield from self._site(row)
        for row in self.rows.get("verdict", ()):
            yield from _dated(row, span(row, "as_of"), "reported", "verdict")
        for row in self.rows.get("development", ()):
            yield from self._development(row)

    def _event(self, row: Row) -> Iterator[Row]:
        now, category = self.now[row["id"]], self.events[row["id"]]
        yield _entry(row, now.date, now.status, row["kind"], category)
        if now.first and (row["status"] == "planned" or now.first.apart(now.date)):
            yield _entry(row, now.first, row["status"], row["kind"], category, mark="first")

    def _loss(self, row: Row) -> Iterator[Row]:
        now = self.now[row["id"]]
        yield from _dated(row, now.date, now.status, "loss", "loss")
        yield from _dated(row, span(row, "announced"), "announced", "loss_announced", "loss", mark="announced")
        if now.first and (row["status"] == "planned" or now.first.apart(now.date)):
            yield _entry(row, now.first, row["status"], "loss", "loss", mark="first")

    def _succession(self, row: Row) -> Iterator[Row]:
        if row["predecessor_id"] == row["successor_id"]:  # judged to be one company: nothing followed anything
            return
        now = self.now[row["id"]]
        yield from _dated(row, now.date, _OF_SUCCESSIONS.get(now.status, now.status), "succession")
        if now.first and (row["status"] == "announced" or now.first.apart(now.date)):
            status: str = row["status"]
            told = _OF_SUCCESSIONS.get(status, status)
            yield _entry(row, now.first, told, "succession", mark="first")

    def _site(self, row: Row) -> Iterator[Row]:
        now, key = self.sites[row["id"]], row["id"]
        if self._untold("opening", key, shown=now.changed and now.status != "planned"):
            state = row["status"] if now.status == "unknown" and now.changed else now.status
            told = "planned" if state == "planned" else "happened"
            yield from _dated(row, now.opened, told, "site_opening", "gain", mark="opened")
        if self._untold("closure", key, shown=now.changed and now.status == "closed"):
            ended = "closed" in (now.status, row["status"]) or key in self.ended
            told = "happened" if ended else "planned"
            yield from _dated(row, now.closed, told, "site_closing", "loss", mark="closed")
        yield from self._site_at_first(row, now)

    def _site_at_first(self, row: Row, now: Site) -> Iterator[Row]:
        first = span(row, "opened")
        if first.text == now.opened.text or ("opening", row["id"]) in self.told:
            return
        if row["status"] == "planned" or first.apart(now.opened):
            told = "planned" if row["status"] == "planned" else "happened"
            passed = row["operator_id"] if row["operator_id"] != now.operator else None
            entry = _dated(row, first, told, "site_opening", "gain", mark="first")
            yield from (one | {"operator_id": passed} for one in entry)

    def _untold(self, kind: str, site: str, *, shown: bool) -> bool:
        """Return whether no event tells of it: a planned one doesn't tell of what a later source of the site shows."""
        happened = self.told.get((kind, site))
        return happened is None or (not happened and shown)

    def _development(self, row: Row) -> Iterator[Row]:
        about, date = row["concerns_id"], span(row, "date")
        now, site = self.now.get(about), self.sites.get(about)
        shown = now is not None and (now.status, now.date.text) == (row["status"], date.text)
        if site:
            shown = date.text == (site.closed if row["status"] == "closed" else site.opened).text
            shown = shown and row["status"] in ("planned", "open", "closed")
        if date.text and not shown and about not in self._without_effect:
            status: str = row["status"]
            told = _OF_DEVELOPMENTS.get(status, status)
            yield _entry(row, date, told, "development", self._category(row))

    @cached_property
    def _without_effect(self) -> set[str]:
        """Return the successions between two names of one company."""
        found = self.rows.get("succession", ())
        return {row["id"] for row in found if row["predecessor_id"] == row["successor_id"]}

    def _category(self, row: Row) -> str | None:
        about = row["concerns_id"]
        if about in self.sites:
            return _OF_SITES.get(row["status"])
        return self.events.get(about) or ("loss" if about in self._losses else None)

    @cached_property
    def _losses(self) -> set[str]:
        return {row["id"] for row in self.rows.get("job_loss", ())}


def _dated(
    row: Row, date: Span, status: str, kind: str, category: str | None = None, *, mark: str = ""
) -> Iterator[Row]:
    """Yield an entry where there is a date."""
    if date.text:
        yield _entry(row, date, status, kind, category, mark=mark)


def _entry(row: Row, date: Span, status: str, kind: str, category: str | None = None, *, mark: str = "") -> Row:
    return {
        "id": f"{row['id']} {mark}".rstrip(),
        "claim_id": row["id"],
        "date": date.text,
        "date_from": date.first,
        "date_to": date.last,
        "date_basis": date.basis,
        "status": status,
        "kind": kind,
        "category": category,
        "operator_id": None,
    }
