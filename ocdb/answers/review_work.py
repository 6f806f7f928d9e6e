"""What waits for a curator: one function a kind of work, which yields its entries in no order (docs/review.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ocdb.answers.filters import Filters
from ocdb.answers.ledger import on_day
from ocdb.answers.lists import in_list_order, list_records
from ocdb.answers.search_words import Topic, article
from ocdb.answers.searched import in_vain
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.words.dates import in_words
from ocdb.words.language import LANGUAGES, N_, _, both, speaking

# What is planned, by kind: how it is listed, its state as a plan, the column that says what it is, and its code list.
PLANS = {
    "event": ("events", "planned", "kind", "event_kind"),
    "loss": ("losses", "planned", "cause", "loss_cause"),
    "investment": ("investments", "planned", "kind", "investment_kind"),
    "succession": ("successions", "announced", "kind", "succession_kind"),
}
# Events that change the state of a site.
ENDS = ("opening", "closure", "relocation")


# A line in English and in French.
Said = tuple[str, str]


@dataclass(frozen=True)
class Work:
    """Something to do.

    Attributes:
        kind: a key of FINDERS.
        id: slug of the claim or source; of a conflict its own.
        record: kind of claim, or source.
        what: what it is about, in a line, in English and in French.
        since: the day (ISO 8601) from which on it waits; None where that isn't known.
        topic: what to search for; of a source the words themselves.
        searched: the day (ISO 8601) on which somebody last searched for it lately, and in vain.
    """

    kind: str
    id: str
    record: str
    what: Said
    since: str | None
    topic: Topic | str
    searched: str | None = None


@dataclass
class Desk:
    """What the finders ask: the records that fit, the day, and when something was last heard of."""

    reader: Reader
    filters: Filters
    months: int
    _records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def today(self) -> str:
        """Return the reader's day (ISO 8601)."""
        return self.reader.today.isoformat()

    def records(self, listing: str) -> list[dict[str, Any]]:
        """Return the records of a listing that fit the filters."""
        if listing not in self._records:
            self._records[listing] = list_records(self.reader, listing, self.filters).rows.records()
        return self._records[listing]

    def among(self, sql: str, keys: Iterable[str | None], **parameters: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query about some keys."""
        return among(self.reader, sql, filter(None, keys), **parameters).rows

    @cached_property
    def sites(self) -> dict[str, dict[str, Any]]:
        """Return the sites that fit the filters, by slug."""
        return {site["id"]: site for site in self.records("sites")}

    def silent(self, news: str | None) -> bool:
        """Return whether nothing was heard for the months that may pass; what was heard then counts still."""
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415  10 ms that no other question needs

        return news is None or news < (self.reader.today - relativedelta(months=self.months)).isoformat()

    def news(self, claims: Iterable[str | None]) -> dict[str, str | None]:
        """Return the day on which the latest source about each claim appeared, news of what became of it included."""
        some = [*claims]
        later = self.among("SELECT concerns, id FROM v_developments WHERE concerns IN ({keys})", some)
        later += self.among("SELECT pledge, id FROM v_verdicts WHERE pledge IN ({keys})", some)
        return self._latest([*((claim, claim) for claim in some if claim), *later])

    def site_news(self, sites: Iterable[str | None]) -> dict[str, str | None]:
        """Return the day on which the latest source of any claim about each site appeared."""
        return self._latest(self.among("SELECT site, claim FROM v_claim_sites WHERE site IN ({keys})", sites))

    def _latest(self, pairs: Iterable[Sequence[str]]) -> dict[str, str | None]:
        """Return the latest day of publication for each subject of pairs of subject and claim."""
        about = [*pairs]
        sql = "SELECT claim, max(published_to) FROM v_citations WHERE claim IN ({keys}) GROUP BY claim"
        published = dict(self.among(sql, (claim for _subject, claim in about)))
        found: dict[str, str | None] = {}
        for subject, claim in about:
            found[subject] = max(found.get(subject) or "", published.get(claim) or "") or None
        return found

    def state(self, site: dict[str, Any]) -> str:
        """Return the state of a site on the reader's day."""
        return self._states.get(site["id"], "unknown")

    @cached_property
    def told(self) -> set[tuple[str, str]]:
        """Return what became of sites: each with the kinds of its events that happened or were given up, or closed."""
        events = "SELECT site, kind FROM v_events WHERE site IN ({keys}) AND status <> 'planned'"
        closed = "SELECT site, status FROM v_site_periods WHERE site IN ({keys})"
        closed += " AND status = 'closed' AND first_day <= :today"
        told = [*self.among(events, self.sites), *self.among(closed, self.sites, today=self.today)]
        return {(site, what) for site, what in told}

    @cached_property
    def _states(self) -> dict[str, str]:
        sql = "SELECT site, status FROM v_site_periods WHERE site IN ({keys})"
        sql += " AND (first_day IS NULL OR first_day <= :today) AND (last_day IS NULL OR last_day >= :today)"
        return dict(self.among(sql, self.sites, today=self.today))

    @cached_property
    def shown(self) -> "list[Work]":
        """Return the plans that other claims show to have happened."""
        return [*_missing_developments(self)]

    @cached_property
    def plans(self) -> "list[_Plan]":
        """Return the plans that nothing shows to have happened or to have been given up."""
        return _plans(self)


# --- promises and plans -------------------------------------------------------------------------------------------


def _overdue_pledges(desk: Desk) -> Iterator[Work]:
    """Yield the promises that are past their date and that no source has reported on."""
    overdue = [line for line in _silent_promises(desk) if line["overdue"]]
    looked = in_vain(desk.reader, [line["id"] for line in overdue])
    for line in overdue:
        day = looked.get(line["id"])
        lately = day if day and not desk.silent(day) else None
        what = _joined(_IN_VAIN, what=_said(line), date=_dated(day)) if day else _said(line)
        yield Work("overdue_pledge", line["id"], "pledge", what, line["due_to"], _promise(line), lately)


_IN_VAIN = N_("{what} (searched for on {date}: nothing found)")


def _dated(day: str) -> Said:
    """Return a day in words, in both languages."""
    texts = []
    for language in LANGUAGES:
        with speaking(language):
            texts.append(in_words(day))
    return texts[0], texts[1]


def _silent_promises(desk: Desk) -> Iterator[dict[str, Any]]:
    for record in desk.records("ledger"):
        line = on_day(record, desk.today)
        if line["verdict"] == "no_evidence" and line["status"] == "standing":
            yield line


def _promise(line: dict[str, Any]) -> Topic:
    return Topic(line["id"], ("measure", line["measure"]), line["announced_from"] or line["due_from"])


@dataclass(frozen=True)
class _Plan:
    """A plan of which no source tells that it came about or was given up.

    Attributes:
        record: kind of claim.
        row: its record, with id and summary.
        last: the last day (ISO 8601) on which it may come about; None where it has none.
    """

    record: str
    row: dict[str, Any]
    last: str | None
    topic: Topic


def _plans(desk: Desk) -> list[_Plan]:
    """Return the plans; of a site and the event that opens or closes it only the event."""
    recorded = {work.id for work in desk.shown}
    found = [
        _Plan(record, row, row["date_to"], _planned(record, row))
        for record, (listing, status, _, _) in PLANS.items()
        for row in desk.records(listing)
        if row["status"] == status and row.get("standing") != "superseded"  # a loss that came about has its own record
    ]
    planned = {plan.row["site"] for plan in found if plan.record == "event" and plan.row["kind"] in ENDS}
    sites = [site for site in desk.records("sites") if site["id"] not in planned]
    found += [
        _Plan("site", site, site["opened_to"], _site(site, "planned"))
        for site in sites
        if _only_planned(desk, site) and (site["id"], "opening") not in desk.told
    ]
    found += [
        _Plan("site", site, site["closed_to"], _site(site, "closed"))
        for site in sites
        if site["closed_to"]
        and not _only_planned(desk, site)
        and not {(site["id"], "closure"), (site["id"], "closed")} & desk.told
    ]
    return [plan for plan in found if plan.row["id"] not in recorded]


def _planned(record: str, row: dict[str, Any]) -> Topic:
    *_, column, codes = PLANS[record]
    return Topic(row["id"], (codes, row[column]), row["date_from"], together=record == "succession")


def _site(site: dict[str, Any], status: str, since: str | None = None) -> Topic:
    return Topic(site["id"], ("site_status", status), since or site["opened_from"])


def _only_planned(desk: Desk, site: dict[str, Any]) -> bool:
    """Return whether a site is a plan, also one whose date has passed, so that its state isn't known."""
    return site["status"] == "planned" and desk.state(site) in ("planned", "unknown")


def _passed_plans(desk: Desk) -> Iterator[Work]:
    """Yield the plans whose last day is over."""
    for plan in desk.plans:
        if plan.last and plan.last < desk.today:
            yield Work("passed_plan", plan.row["id"], plan.record, _said(plan.row), plan.last, plan.topic)


def _silent_plans(desk: Desk) -> Iterator[Work]:
    """Yield the plans and promises without a last day of which nothing was heard for a long time."""
    promises = [_Plan("pledge", line, None, _promise(line)) for line in _silent_promises(desk) if not line["due_to"]]
    plans = [plan for plan in (*promises, *desk.plans) if not plan.last]
    news = desk.news(plan.row["id"] for plan in plans if plan.record != "site")
    news |= desk.site_news(plan.row["id"] for plan in plans if plan.record == "site")
    for plan in plans:
        latest = news.get(plan.row["id"])
        if desk.silent(latest):
            yield Work("silent_plan", plan.row["id"], plan.record, _said(plan.row), latest, plan.topic)


def _missing_developments(desk: Desk) -> Iterator[Work]:
    """Yield the plans that other claims show to have happened.

    They are planned sites with staff, openings of open sites, and losses by an event that happened or at a closed site.
    """
    sites = desk.sites
    told: dict[str, dict[str, Any]] = {}
    planned = [key for key, site in sites.items() if _only_planned(desk, site)]
    reports = among(desk.reader, "SELECT * FROM v_reports WHERE site IN ({keys})", planned)
    for report in in_list_order(reports, "reports").records():  # the first in the order of time
        if report["kind"] == "held" and report["low"]:
            told.setdefault(report["site"], report)
    openings = [
        event
        for event in desk.records("events")
        if event["status"] == "planned" and event["kind"] == "opening" and event["site"] in sites
    ]
    news = desk.news([*(report["id"] for report in told.values()), *(event["id"] for event in openings)])
    for key, report in told.items():
        what = _joined(N_("{site}; {key}: {report}"), site=_said(sites[key]), key=report["id"], report=_said(report))
        since = report["as_of_to"] or news.get(report["id"])
        yield Work("missing_development", key, "site", what, since, _site(sites[key], "open"))
    for event in openings:
        if desk.state(sites[event["site"]]) == "open":
            what = _joined(N_("{what} ({site} is open)"), what=_said(event), site=event["site"])
            since = news.get(event["id"])
            yield Work("missing_development", event["id"], "event", what, since, _planned("event", event))
    yield from _missing_losses(desk)


def _missing_losses(desk: Desk) -> Iterator[Work]:
    planned = [loss for loss in desk.records("losses") if loss["status"] == "planned"]
    losses = [loss for loss in planned if loss["standing"] != "superseded"]
    sql = "SELECT id, summary, summary_fr FROM v_events WHERE id IN ({keys}) AND status = 'happened'"
    events = among(desk.reader, sql, filter(None, (loss["event"] for loss in losses))).records()
    happened = {event["id"]: _said(event) for event in events}
    sites = [key for key, site in desk.sites.items() if desk.state(site) == "closed"]
    closed = {site: _joined(N_("{site} is closed"), site=site) for site in sites}
    news, site_news = desk.news(loss["event"] for loss in losses), desk.site_news(loss["site"] for loss in losses)
    for loss in losses:
        by_site = closed.get(loss["site"]) if loss["cause"] == "closure" else None
        if shown := happened.get(loss["event"], by_site):
            since = news.get(loss["event"]) or site_news.get(loss["site"])
            what = _joined(N_("{loss} ({shown})"), loss=_said(loss), shown=shown)
            yield Work("missing_development", loss["id"], "loss", what, since, _planned("loss", loss))


# --- sites, conflicts, sources ------------------------------------------------------------------------------------


def _silent_sites(desk: Desk) -> Iterator[Work]:
    """Yield the sites that may be at work, and of which nothing was heard for a long time."""
    latest = desk.site_news(desk.sites)
    for site in desk.records("sites"):
        state, news = desk.state(site), latest.get(site["id"])
        if state in ("open", "unknown") and not _only_planned(desk, site) and desk.silent(news):
            yield Work("silent_site", site["id"], "site", _said(site), news, _site(site, state, news))


def _open_conflicts(desk: Desk) -> Iterator[Work]:
    """Yield the conflicts in which no claim is preferred, each once, since the day when the last of them appeared."""
    wanted = {claim["conflict"] for claim in desk.records("conflicts") if not claim["settled"]}
    members = defaultdict(list)
    found = among(desk.reader, "SELECT * FROM v_conflicts WHERE conflict IN ({keys})", wanted)
    for claim in in_list_order(found, "conflicts").records():
        members[claim["conflict"]].append(claim)
    kinds = dict(desk.among("SELECT id, kind FROM v_events WHERE id IN ({keys})", members))
    for conflict, claims in members.items():
        first = next(claim for claim in claims if claim["id"] == conflict)
        what = _apart(claims, first["contradicted_by"] if len(claims) == 1 else None)
        days = [claim["published_to"] for claim in claims if claim["published_to"]]
        topic = Topic(conflict, _matter(first, kinds))
        yield Work("open_conflict", conflict, first["kind"], what, max(days, default=None), topic)


def _apart(claims: list[dict[str, Any]], denied: str | None) -> Said:
    """Return the summaries of claims in conflict, each with its date where it isn't the same in all, or who denies."""
    differ = len({claim["date"] for claim in claims}) > 1
    lines = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            told = []
            for claim in claims:
                summary, date = _said(claim)[LANGUAGES.index(spoken)], in_words(claim["date"]) or _("no date")
                told.append(f"{summary} ({date})" if differ and date not in summary else summary)
            whole = " / ".join(told)
            lines.append(_("{what}, denied by {sources}").format(what=whole, sources=denied) if denied else whole)
    return lines[0], lines[1]


def _said(record: dict[str, Any]) -> Said:
    return record["summary"], record["summary_fr"] or record["summary"]


def _joined(message: str, **parts: str | Said) -> Said:
    """Return a message in both languages, with what stands in it in the same one."""
    english, french = (
        text.format(**{name: part if isinstance(part, str) else part[place] for name, part in parts.items()})
        for place, text in enumerate(both(message))
    )
    return english, french


def _matter(claim: dict[str, Any], events: dict[str, str]) -> tuple[str, str]:
    """Return the list and code that say what a claim is about."""
    if claim["kind"] in ("pledge", "report"):
        return "measure", claim["measure"]
    if claim["kind"] == "statistic":
        return "statistic_measure", claim["measure"]
    if claim["kind"] == "site":
        return "site_status", "unknown"
    return ("event_kind", events[claim["id"]]) if claim["kind"] == "event" else ("claim_kind", claim["kind"])


def _undated_sources(desk: Desk) -> Iterator[Work]:
    """Yield the sources without a day until which they appeared."""
    for source in desk.records("sources"):
        if not source["published_to"]:
            yield _source("undated_source", source)


def _unhashed_sources(desk: Desk) -> Iterator[Work]:
    """Yield the sources whose text isn't held, so that no citation can be verified."""
    for source in desk.records("sources"):
        if not source["sha256"]:
            yield _source("unhashed_source", source)


def _source(kind: str, source: dict[str, Any]) -> Work:
    named = source["title"] or source["url"]
    what = _joined(N_("{who}: {named}"), who=source["publisher"], named=named or _joined(N_("without a title")))
    words = article(source["publisher"], source["title"], source["url"])
    return Work(kind, source["id"], "source", what, source["published_to"], words)


# The kinds of work, in the order in which they are told.
FINDERS: dict[str, Callable[[Desk], Iterator[Work]]] = {
    "overdue_pledge": _overdue_pledges,
    "missing_development": lambda desk: iter(desk.shown),
    "passed_plan": _passed_plans,
    "silent_plan": _silent_plans,
    "silent_site": _silent_sites,
    "open_conflict": _open_conflicts,
    "undated_source": _undated_sources,
    "unhashed_source": _unhashed_sources,
}
