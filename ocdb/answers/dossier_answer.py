"""A dossier as an answer: the first few lines of each part on a terminal, and the commands that print the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Answer, Column, Record, Section
from ocdb.answers.columns import spoken
from ocdb.answers.coverage import unread
from ocdb.answers.dossier import COUNTRIES, ENTITIES, OF_SITE, PLURALS, SECTIONS, Dossier, dossier
from ocdb.answers.dossier_tables import columns, names_of, of_record, passages
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import Listed
from ocdb.answers.searched import told
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.articles import article_name
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.nouns import heading, kind_name, of_newest
from ocdb.words.surface import at_a_prompt

# Of a longer list than this people see so many rows: no single row is left out for a line that says so.
SHORT, FEW = 7, 5
# The column of the sections that would repeat on every line what the dossier is about.
SUBJECT = {
    "operator": "operator_name",
    "official": "official_name",
    "country": "country",
    "area": "country",
    "source": "source",
}
# What people read elsewhere in the dossier: promises in the ledger, the others in the chains of a party.
TOLD_OTHERWISE = {
    "operator": ("positions", "successions", "ownerships", "pledges", "verdicts", "developments"),
    "institution": ("ownerships", "pledges", "verdicts", "developments"),
    "official": ("pledges", "verdicts", "developments"),
    "country": ("pledges",),
    "area": ("pledges",),
    "place": ("pledges",),
    "source": ("pledges", "sources"),
}
# Lists whose rows stand in others of the dossier too.
RETOLD = {
    "pledges": ("ledger",),
    "ownerships": ("parents", "owns"),
    "successions": ("predecessors", "successors"),
}
# What says whether a row is one of the few that are shown, where it isn't the date of the list: the highest are.
TELLING = {"ledger": "announced", "sites": "sources", "statements": "sources"}
# The roles in which a record names those who take part itself.
OWN_ROLES = ("employer", "promisor", "subject")


def show(
    reader: Reader,
    word: str,
    *,
    with_successors: bool = False,
    whole: bool = False,
    articles: bool = False,
    newest: int | None = None,
) -> Answer:
    """Return all that is known of what a slug or a name means, as an answer: `dossier` says what may be asked.

    People see the latest few rows of a long list, of sites and statements those with the most articles; data have all.

    Args:
        reader: the database.
        word: slug, name or title.
        with_successors: of an operator: whether the sections take in those who followed it.
        whole: whether people see all rows of all lists.
        articles: whether they see all articles, with their addresses.
        newest: the most rows of each list of a party, a place or an article, also in data; all by default.
    """
    found = dossier(reader, word, with_successors=with_successors, newest=newest)
    wording = Wording(reader)
    record = Rows(tuple(found.record), [tuple(found.record.values())])
    command = _Commands(found, with_successors)
    lists = [_names(found), *(_chain(name, records) for name, records in found.chains.items())]
    # Whose a line is stands in it where others than the one that the dossier is about are taken in.
    subject = "" if with_successors else SUBJECT.get(found.kind, "")
    records = {name: listed.rows.records() for name, listed in found.sections.items()}
    lists += [_section(found, name, listed, records[name], subject) for name, listed in found.sections.items()]
    if not whole:
        lists = [_shortened(section, command) for section in lists]
    if articles:
        lists = [*(section for section in lists if section.name != "sources"), _articles(reader, found)]
    more = [command.elsewhere(section) for section in lists if section.name == "citations" and not section.shown]
    return Answer(
        _title(wording, found),
        (
            Section("record", "", record, of_record(PLURALS[found.kind], found.record), record=True),
            *(section for section in lists if section.rows.rows),
        ),
        wording,
        (*found.kin.told, *_of_whom(reader, wording, found)),
        _whole(found, records),
        facts=True,
        more=tuple(more),
    )


def _of_whom(reader: Reader, wording: Wording, found: Dossier) -> Iterator[str]:
    """Yield how much about a country has been read; of an area that the lists have what is said of it as a whole."""
    if found.kind == "country":
        yield from unread(reader, wording, [found.record["id"]])
    if found.kind == "area":
        area = wording.country(found.record["id"])
        text = _("The lists have what is said of {area} as a whole; totals have all that lies in it.")
        if at_a_prompt():
            text = _("This is what is said of {area} as a whole. All that lies in it: {command}")
        yield text.format(area=area, command=f"ocdb list claims --country {found.record['id']}")


def _whole(found: Dossier, records: Mapping[str, Sequence[Record]]) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": found.kind, "record": found.record, "names": found.names.records()}
    data |= found.chains | {**records}
    data |= {"slugs": list(found.slugs)} if found.slugs else {}
    return data | ({"taken_in": list(found.kin.english)} if found.kin.told else {})


def _names(found: Dossier) -> Section:
    """Return the names of a thing, which aren't printed where the title says the only one."""
    records = found.names.records()
    alone = len(records) == 1 and not any(record["used"] or record["note"] for record in records)
    said = alone and records[0]["name"] == found.record.get("name")
    return Section("name", heading("names", len(records)), found.names, names_columns(found), shown=not said)


def names_columns(found: Dossier) -> tuple[Column, ...]:
    """Return the columns of the names: with the slug where several mean the same."""
    several = len(found.slugs) > 1
    return tuple(column for column in names_of(found.kind) if several or column.name != "slug")


def _chain(name: str, records: list[dict[str, Any]]) -> Section:
    """Return a chain of a party as a section, without the passages, which are among the citations."""
    names = tuple(column for column in records[0] if column != "citations")
    rows = Rows(names, [tuple(_joined(record[column]) for column in names) for record in records])
    return Section(name, heading(name, len(records)), rows, columns(name))


def _joined(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value


def _section(found: Dossier, name: str, listed: Listed, records: Sequence[Record], subject: str) -> Section:
    """Return a list of what is said of a thing, without the column that would repeat what the dossier is about.

    That of a joint promise, or of one under another name, says more.
    """
    title, rows = heading(listed.kind, max(len(listed.rows.rows), listed.total)), listed.rows
    notes = (of_newest(len(rows.rows), listed.total),) if listed.total > len(rows.rows) else ()
    if {record.get(subject) for record in records} - {None, found.record.get("name")}:
        subject = ""
    if found.kind in ENTITIES:
        shown = name not in (*TOLD_OTHERWISE[found.kind], "citations")
        return Section(
            name, title, rows, columns(listed.kind, (subject,)), shown, notes=notes, retold=RETOLD.get(name, ())
        )
    if name == "citations":
        return Section(name, title, rows, passages(several=len({record["claim"] for record in records}) > 1))
    if name == "searches":
        return Section(name, title, rows, columns(listed.kind), notes=told(records))
    said = name == "parties" and all(_said(found.record, party) for party in records)
    return Section(name, title, rows, columns(listed.kind), shown=not said)


def _said(record: Record, party: Record) -> bool:
    """Return whether the record itself says that somebody takes part, and in no role of its own."""
    own = (record.get(party["party_kind"]) or "").split("; ")
    return party["role"] in OWN_ROLES and party["party"] in own


def _shortened(section: Section, command: "_Commands") -> Section:
    """Return a section of which people see the most telling rows, and the command that prints all."""
    rows = section.rows.rows
    if len(rows) <= SHORT:
        return section
    listing = LISTINGS.get(section.name)
    by = TELLING.get(section.name) or (listing and listing.dated) or ""
    ranks = [_rank(record, by) for record in section.rows.records()]
    highest = set(sorted(range(len(rows)), key=ranks.__getitem__, reverse=True)[:FEW])
    title = "{heading}" if len(set(ranks)) == 1 else _("{heading}: the latest")
    title = _("{heading}: in the most articles") if by == "sources" and title != "{heading}" else title
    return replace(
        section,
        title=title.format(heading=section.title),
        brief=Rows(section.rows.columns, [row for index, row in enumerate(rows) if index in highest]),
        further=_("{count} more: {command}").format(count=number(len(rows) - FEW), command=command.of(section)),
    )


def _rank(record: Record, by: str) -> Any:
    """Return what a row is ranked by: its date, how many articles it has, or nothing, which keeps the order."""
    if by == "sources":
        return record[by]
    return (record[f"{by}_from"] or record[f"{by}_to"] or "") if by else ""


def _articles(reader: Reader, found: Dossier) -> Section:
    """Return all articles of a dossier, with their addresses."""
    if "sources" in found.sections:
        rows = found.sections["sources"].rows
    else:
        cited = {record["source"] for record in _records(found, "citations")}
        keys = {f"source{place}": key for place, key in enumerate(sorted(cited))}
        wanted = ", ".join(f":{name}" for name in keys) or "NULL"
        rows = reader.rows(f"SELECT * FROM v_sources WHERE id IN ({wanted})", keys).ordered("published_from", "id")
    return Section("sources", heading("sources", len(rows.rows)), rows, columns("articles"))


def _records(found: Dossier, name: str) -> list[dict[str, Any]]:
    return found.sections[name].rows.records() if name in found.sections else []


class _Commands:
    """The commands that print what a dossier leaves out."""

    def __init__(self, found: Dossier, with_successors: bool) -> None:
        self.found = found
        self.kin = " --with-successors" if with_successors else ""

    def of(self, section: Section) -> str:
        """Return the command that prints a section: its list, where there is one, else the whole dossier."""
        key = self.found.record["id"]
        if section.name == "sources":
            return f"ocdb show {key} --sources{self.kin}"
        lists = (*SECTIONS, "ledger") if self.found.kind in ENTITIES else OF_SITE if self.found.kind == "site" else ()
        if section.name not in lists or self.found.kind == "area":
            return f"ocdb show {key} --all{self.kin}"
        option = f"--{self.found.kind} {key}{self.kin}"
        return f"ocdb pledges {option}" if section.name == "ledger" else f"ocdb list {section.name} {option}"

    def elsewhere(self, section: Section) -> str:
        """Return which command lists what the dossier only has in data."""
        return _("{what}: {command}").format(what=section.title.partition(":")[0].rstrip(), command=self.of(section))


def _title(wording: Wording, found: Dossier) -> str:
    """Return what a dossier is about: ``Intelcia (operator)``."""
    name = called(wording, found.kind, found.record)
    return _("{name} ({kind})").format(name=name, kind=kind_name(found.kind))


def called(wording: Wording, kind: str, record: Record) -> str:
    """Return what the record of a dossier is called, in the language that is spoken."""
    if kind in COUNTRIES:
        return wording.country(record["id"])
    if kind == "source":
        return article_name(record["title"], record["publisher"], record["published"])
    # A site is called by its name of today: its summary is as its first source had it.
    return record.get("name") or spoken(record, "summary").rstrip(".") or record["id"]
