"""What kinds of record are called, with how many there are: ``1 site``, ``3 sites``."""

from ocdb.words.figures import number
from ocdb.words.language import N_, NN_, _, ngettext
from ocdb.words.surface import at_a_prompt

_NOUNS = {
    "operators": NN_("{count} operator", "{count} operators"),
    "institutions": NN_("{count} institution", "{count} institutions"),
    "officials": NN_("{count} person", "{count} people"),
    "places": NN_("{count} place", "{count} places"),
    "sites": NN_("{count} site", "{count} sites"),
    "events": NN_("{count} event", "{count} events"),
    "pledges": NN_("{count} promise", "{count} promises"),
    "losses": NN_("{count} job loss", "{count} job losses"),
    "reports": NN_("{count} report", "{count} reports"),
    "statistics": NN_("{count} other figure", "{count} other figures"),
    "investments": NN_("{count} investment", "{count} investments"),
    "positions": NN_("{count} position", "{count} positions"),
    "successions": NN_("{count} take-over or merger", "{count} take-overs and mergers"),
    "ownerships": NN_("{count} holding", "{count} holdings"),
    "developments": NN_("{count} development", "{count} pieces of later news"),
    "verdicts": NN_("{count} outcome given by a source", "{count} outcomes given by sources"),
    "statements": NN_("{count} statement", "{count} statements"),
    "claims": NN_("{count} claim", "{count} claims"),
    "sources": NN_("{count} article", "{count} articles"),
    "citations": NN_("{count} citation", "{count} citations"),
    "names": NN_("{count} name", "{count} names"),
    "conflicts": NN_("{count} statement in conflict", "{count} statements in conflict"),
    "timeline": NN_("{count} entry", "{count} entries"),
    "periods": NN_("{count} period", "{count} periods"),
    "evidence": NN_("{count} piece of evidence", "{count} pieces of evidence"),
    "parties": NN_("{count} other party", "{count} other parties"),
}
_NOUNS["ledger"] = _NOUNS["pledges"]
_NOUNS["sites on a day"] = _NOUNS["sites"]


_NOTHING = {
    "operators": N_("No operators are on record"),
    "institutions": N_("No institutions are on record"),
    "officials": N_("No people are on record"),
    "places": N_("No places are on record"),
    "sites": N_("No sites are on record"),
    "events": N_("No events are on record"),
    "pledges": N_("No promises are on record"),
    "losses": N_("No job losses are on record"),
    "reports": N_("No reports are on record"),
    "statistics": N_("No other figures are on record"),
    "investments": N_("No investments are on record"),
    "positions": N_("No positions are on record"),
    "successions": N_("No take-overs or mergers are on record"),
    "ownerships": N_("No holdings are on record"),
    "verdicts": N_("No outcomes are given by a source"),
    "statements": N_("No statements are on record"),
    "claims": N_("No claims are on record"),
    "sources": N_("No articles are on record"),
    "citations": N_("No citations are on record"),
    "conflicts": N_("No sources contradict each other"),
}
_NOTHING |= {"ledger": _NOTHING["pledges"], "sites on a day": _NOTHING["sites"]}


def nothing(kind: str, scope: str) -> str:
    """Return that no records of a kind are known in a scope: ``No sites are on record: Tunisia``."""
    text = _(_NOTHING[kind]) if kind in _NOTHING else _("Nothing is on record")
    return _("{what}: {scope}").format(what=text, scope=scope) if scope else text


def counted(kind: str, count: int) -> str:
    """Return how many records of a kind there are."""
    return ngettext(*_NOUNS[kind], count).format(count=number(count))


def cut(shown: int, count: int) -> tuple[str, ...]:
    """Return the note that --limit leaves some out; none where all are shown, or on a page, which leads on."""
    if shown >= count or not at_a_prompt():
        return ()
    return (_("Showing {shown} of {count}; see --limit").format(shown=number(shown), count=number(count)),)


_HEADINGS = {
    "operators": N_("Operators"), "institutions": N_("Institutions"), "officials": N_("People"),
    "places": N_("Places"), "sites": N_("Sites"), "events": N_("Events"), "pledges": N_("Promises"),
    "ledger": N_("Promises and their outcomes"), "losses": N_("Job losses"), "reports": N_("Reported figures"),
    "statistics": N_("Other figures"), "investments": N_("Investments"), "positions": N_("Positions"),
    "positions then": N_("Positions at that time"), "successions": N_("Take-overs and mergers"),
    "ownerships": N_("Holdings"), "developments": N_("Developments"), "verdicts": N_("Outcomes that sources give"),
    "statements": N_("Statements"), "claims": N_("Claims"), "sources": N_("Articles"), "citations": N_("Citations"),
    "names": N_("Names"), "conflicts": N_("Conflicts"), "conflict": N_("In conflict"), "periods": N_("Over time"),
    "evidence": N_("Evidence"), "parties": N_("Other participants"), "verdict": N_("Outcome"),
    "predecessors": N_("Predecessors"), "successors": N_("Successors"), "parents": N_("Owned by"),
    "owns": N_("Owns"), "searches": N_("Searches for what came of it"), "judgements": N_("Judged identical"),
}  # fmt: skip
_KINDS = {
    "operator": N_("operator"), "institution": N_("institution"), "official": N_("person"), "country": N_("country"),
    "area": N_("area"), "place": N_("place"), "source": N_("article"), "site": N_("site"), "event": N_("event"),
    "pledge": N_("promise"), "verdict": N_("outcome"), "loss": N_("job loss"), "report": N_("reported figure"),
    "investment": N_("investment"), "statistic": N_("figure"), "position": N_("position"),
    "succession": N_("take-over or merger"), "ownership": N_("holding"), "development": N_("development"),
    "statement": N_("statement"),
}  # fmt: skip


# Parts of answers that have no title where they are printed, for the sheets of a workbook.
_PARTS = {
    "row": N_("Results"), "hit": N_("Results"), "record": N_("Overview"), "kind": N_("Overview"),
    "entry": N_("Work list"), "total": N_("Totals"), "group": N_("Totals by group"), "line": N_("Comparison"),
    "year": N_("Coverage"), "timeline": N_("Timeline"), "sites on a day": N_("Sites"), "source": N_("Articles"),
    "name": N_("Names"), "ledger": N_("Outcomes of promises"),
}  # fmt: skip


def part_name(name: str) -> str:
    """Return what a part of an answer is called, without how much is in it; nothing where its title says it."""
    parts = {"conflict": ""} | _PARTS
    known = parts.get(name, _HEADINGS.get(name, ""))
    return _(known) if known else ""


def heading(kind: str, count: int) -> str:
    """Return the title of a list, with how long it is: ``Sites (12)``."""
    return _("{title} ({count})").format(title=_(_HEADINGS[kind]), count=number(count))


def plural(kind: str) -> str:
    """Return what several records of a kind are called: ``Sites``."""
    return _(_HEADINGS[kind])


def kind_name(kind: str) -> str:
    """Return what one record of a kind is called."""
    return _(_KINDS[kind])


def of_newest(shown: int, count: int) -> str:
    """Return that of a list the newest rows are shown, and where the others are: a page has its data beside it."""
    return _("The newest {shown} of {count}; the data of this page have all.").format(
        shown=number(shown), count=number(count)
    )


def of_first(shown: int, count: int) -> str:
    """Return that of a list the first rows are shown, and where the others are."""
    return _("The first {shown} of {count}; the data of this page have all.").format(
        shown=number(shown), count=number(count)
    )
