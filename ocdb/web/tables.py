"""Sections of an answer as the tables of a page: cells that lead on, and numbered references behind each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.wording import Wording
from ocdb.render.people import as_they_are
from ocdb.store.reader.rows import Rows
from ocdb.web.linking import TELLING, Links, Piece
from ocdb.words.nouns import of_first

# So many rows of one of several lists stand on a page, and so many lists: a country may have thousands of events.
PART, PARTS = 30, 50
# The passages behind some claims.
CITED = "SELECT * FROM v_citations WHERE claim IN ({keys})"


@dataclass(frozen=True)
class Shown:
    """A cell as a page shows it: its text in pieces, what it means, and the address elsewhere that it leads to."""

    pieces: Sequence[Piece]
    tone: str
    address: str
    right: bool

    @property
    def text(self) -> str:
        """Return its text as a whole."""
        return "".join(text for text, _kind, _key in self.pieces)


@dataclass(frozen=True)
class Row:
    """A row: its cells, the sentences below it, its key where no row above has it, the numbers of its references."""

    cells: Sequence[Shown]
    below: Sequence[tuple[str, Shown]]
    anchor: str
    references: Sequence["Reference"]


@dataclass(frozen=True)
class Table:
    """A table with a title.

    Attributes:
        name: of its section.
        title: what people call it.
        columns: those that stand in its rows.
        rows: of which at least one isn't empty.
        notes: what stands below it, a line each.
        record: whether it is about one thing, a line a field.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    notes: Sequence[str] = ()
    record: bool = False

    @property
    def referred(self) -> bool:
        """Return whether a row has numbers of articles."""
        return any(row.references for row in self.rows)


@dataclass(frozen=True)
class Reference:
    """Where a row is stated: the number of an article on the page, and the paragraphs; whether it contradicts."""

    number: int
    paragraphs: tuple[int, ...] = ()
    contradicts: bool = False


@dataclass(frozen=True)
class Cited:
    """An article on a page: its number, its record, and how many of the page's statements rest on it."""

    number: int
    record: Record


@dataclass
class References:
    """The numbered references of a page, in the order in which its rows name them."""

    citations: dict[str, list[Record]] = field(default_factory=dict)
    articles: dict[str, Cited] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Rows) -> "References":
        """Return the references of a page from rows of v_citations."""
        found = cls()
        for record in rows.records():
            found.citations.setdefault(record["claim"], []).append(record)
        return found

    def behind(self, claim: str) -> list[Reference]:
        """Return what a claim rests on; an article is numbered when it is first named."""
        own: dict[tuple[str, bool], list[int]] = {}
        records = {}
        for record in self.citations.get(claim, ()):
            paragraphs = own.setdefault((record["source"], record["stance"] == "contradicts"), [])
            paragraphs += [record["paragraph"]] if record["paragraph"] else []
            records[record["source"]] = record
        return [
            Reference(self._numbered(records[source]), tuple(sorted(paragraphs)), against)
            for (source, against), paragraphs in own.items()
        ]

    def _numbered(self, record: Record) -> int:
        article = self.articles.setdefault(record["source"], Cited(len(self.articles) + 1, record))
        return article.number


def table(
    section: Section, wording: Wording, links: Links, references: References | None = None, *,
    title: str = "", name: str = "", narrow: bool = False,
) -> Table | None:  # fmt: skip
    """Return a section as a table, without empty columns; None where it has no rows.

    Args:
        section: of an answer.
        wording: of the answer.
        links: which have learned what the keys of the section are.
        references: number what its rows rest on, in place of a column of articles.
        title: what to call it, where that isn't the title of the section.
        name: what tells it from the other tables of a page, where that isn't the name of the section.
        narrow: whether to leave out the columns that are left out where there is little room.
    """
    records = section.rows.records()
    if not records:
        return None
    columns = [one for one in section.columns or as_they_are(section.rows) if not one.key or not section.columns]
    columns = [one for one in columns if not ((narrow and one.wide) or (references and one.name == "source"))]
    cells = [[column.cell(record, wording) for column in columns] for record in records]
    filled = [at for at in range(len(columns)) if any(row[at].text for row in cells)]
    flat = [at for at in filled if not columns[at].below or section.record]
    leading = _leading([columns[at].name for at in flat], section)
    rows: list[Row] = []
    seen = {""}
    for record, line in zip(records, cells, strict=True):
        own = links.own(section, record) if not section.record else ("", "")
        shown = {at: _shown(line[at], columns[at], record, wording, links) for at in filled}
        if own[1] and leading is not None:
            at = flat[leading]
            shown[at] = Shown([(line[at].text or "→", *own)], shown[at].tone, "", shown[at].right)
        below = [(columns[at].heading, shown[at]) for at in filled if at not in flat and line[at].text]
        behind = references.behind(own[1]) if references else ()
        rows.append(Row([shown[at] for at in flat], below, "" if own[1] in seen else own[1], behind))
        seen.add(own[1])
    heads = [columns[at] for at in flat]
    return Table(name or section.name, title or section.title, heads, rows, section.notes, section.record)


def _leading(names: Sequence[str], section: Section) -> int | None:
    """Return the place of the column that leads to the record of a row: the one that says best what it is."""
    if section.record:
        return None
    if section.name in ("operators", "institutions", "officials", "places") and "name" in names:
        return names.index("name")
    return next((names.index(name) for name in TELLING if name in names), None)


def _shown(cell: Cell, column: Column, record: Record, wording: Wording, links: Links) -> Shown:
    tone = cell.tone if cell.tone != "key" else ""
    return Shown(links.pieces(cell, column, record, wording), tone, cell.address, column.right)


def tables(
    answer: Answer,
    sections: Sequence[Section],
    links: Links,
    references: References | None = None,
    *,
    narrow: bool = False,
) -> Iterator[Table]:
    """Yield the tables of some sections of an answer that have rows."""
    for section in sections:
        if found := table(section, answer.wording, links, references, narrow=narrow):
            yield found


def keys_of(sections: Sequence[Section]) -> set[str]:
    """Return the keys of the records that the rows of some sections are of."""
    places = [(one, at) for one in sections for at, name in enumerate(one.rows.columns) if name in ("id", "claim")]
    return {str(row[at]) for one, at in places for row in one.rows.rows if row[at]}


def cut(section: Section, most: int = PART) -> Section:
    """Return a section with no more rows than stand on a page, and a note where there are more."""
    rows = section.rows
    if len(rows.rows) <= most:
        return section
    note = of_first(most, len(rows.rows))
    return replace(section, rows=Rows(rows.columns, rows.rows[:most]), notes=(*section.notes, note))
