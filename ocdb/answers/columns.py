"""Columns for people: how a field of a record is written, and what it means."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ocdb.answers.answer import Cell, Column, Record, Tone
from ocdb.answers.wording import Wording
from ocdb.rules.lines import FIRM
from ocdb.words.articles import article_name
from ocdb.words.dates import in_words, lapsed, lasting
from ocdb.words.figures import amount, between, figure, number
from ocdb.words.language import _, language
from ocdb.words.places import called
from ocdb.words.reasons import sentence, sentences

# What codes mean, by their list; those of no list say how a promise, a side of a conflict or a line of the timeline is.
TONES: Mapping[str, Mapping[str, Tone]] = {
    "outcome": {
        "delivered": "good", "exceeded": "good", "reached": "good", "late": "doubtful", "partly_delivered": "doubtful",
        "not_due": "doubtful", "missed": "bad", "cancelled": "bad", "no_evidence": "silent", "superseded": "silent",
    },
    "site_status": {"open": "good", "planned": "doubtful", "closed": "bad", "unknown": "silent"},
    "event_status": {"planned": "doubtful", "cancelled": "bad"},
    "succession_status": {"completed": "good", "announced": "doubtful", "abandoned": "bad"},
    "stance": {"contradicts": "bad"},
    "": {
        "open": "doubtful", "set_aside": "bad", "disputed": "doubtful", "revised": "silent", "superseded": "silent",
        "announced": "doubtful", "abandoned": "bad", "cancelled": "bad",
    },
}  # fmt: skip


def tone(code: str, lists: Iterable[str]) -> Tone:
    """Return what a code means by the first of some lists that says it, else by the states of no list."""
    return next((TONES[one][code] for one in (*lists, "") if code in TONES.get(one, ())), "")


def text(heading: str, name: str, *, wide: bool = False) -> Column:
    """Return a column of a text as it is."""
    return Column(name, heading, lambda record, _words: Cell(str(record[name] or "")), wide=wide)


def names(heading: str, name: str, *, wide: bool = False) -> Column:
    """Return a column of names that stand in one field, joined by semicolons: one name a line would be too tall."""
    return Column(name, heading, lambda record, _words: Cell((record[name] or "").replace("; ", ", ")), wide=wide)


def operator(heading: str) -> Column:
    """Return a column of the operators of what is always somebody's: where none is on record, no source names it."""

    def cell(record: Record, _wording: Wording) -> Cell:
        return Cell(who.replace("; ", ", ")) if (who := record["operator_name"]) else _nobody()

    return Column("operator_name", heading, cell)


def _nobody() -> Cell:
    return Cell(_("not named"), "silent")


def whose(heading: str) -> Column:
    """Return a column of whose figure it is: the operators and how many more aren't named, else the institution."""

    def cell(record: Record, _wording: Wording) -> Cell:
        who = (record["operator_name"] or record.get("institution_name") or "").replace("; ", ", ")
        unnamed = record["unnamed_operators"]
        more = _("{count} unnamed").format(count=number(unnamed)) if unnamed else ""
        return Cell(", ".join(filter(None, [who, more]))) if who or more else _nobody()

    return Column("operator_name", heading, cell)


def count(heading: str, name: str, *, wide: bool = False, zero: bool = True) -> Column:
    """Return a column of a number; zero is nothing where it needn't be said."""

    def cell(record: Record, _wording: Wording) -> Cell:
        return numbered(record[name] if zero else record[name] or None)

    return Column(name, heading, cell, right=True, wide=wide)


def numbered(value: float | None) -> Cell:
    """Return the cell of a number."""
    return Cell(number(value), value=value)


def date(heading: str, name: str, *, wide: bool = False) -> Column:
    """Return a column of a date in words."""
    return Column(name, heading, lambda record, _words: Cell(in_words(record[name])), wide=wide)


def time(heading: str, name: str, *, wide: bool = False) -> Column:
    """Return a column of a time that lasted, in words."""
    return Column(name, heading, lambda record, _words: Cell(lasting(record[name])), wide=wide)


def label(heading: str, name: str, *lists: str, wide: bool = False) -> Column:
    """Return a column of a code, by its label in the first list that has it; its tone says what it means."""

    def cell(record: Record, wording: Wording) -> Cell:
        return Cell(wording.label(record[name], *lists), tone(record[name] or "", lists))

    return Column(name, heading, cell, wide=wide)


def planned(code_list: str, name: str = "date", *, alone: bool = False) -> Column:
    """Return a column of the state of something that may be a plan; of one whose day has passed it says so.

    What is stored stays: only a later source makes a plan something that happened.

    Args:
        code_list: of the states.
        name: the date of the plan.
        alone: whether the state names the date, which stands beside it in a list.
    """
    plain = label(_("Status"), "status", code_list)

    def cell(record: Record, wording: Wording) -> Cell:
        last = record[f"{name}_to"] if record["status"] == "planned" else None
        if last and wording.reader and last < wording.reader.today.isoformat():
            return Cell(lapsed(record[name]) if alone else _("planned, unconfirmed"), "doubtful")
        return plain.cell(record, wording)

    return replace(plain, cell=cell)


def standing() -> Column:
    """Return a column of how a promise, or a side of a conflict, stands: the same words for both.

    Data call a promise disputed whether or not another figure is preferred, and a side open where none is.
    """

    def cell(record: Record, wording: Wording) -> Cell:
        code = record["status"]
        if code in ("disputed", "open"):
            code = "set_aside" if wording.is_set_aside(record["id"]) else "disputed"
        return Cell(wording.label(code), tone(code or "", ()))

    return Column("status", _("Status"), cell)


def country(heading: str = "", name: str = "country", *, wide: bool = False) -> Column:
    """Return a column of a country or an area, by its name."""
    return Column(name, heading or _("Country"), lambda record, words: Cell(words.country(record[name])), wide=wide)


def where(*, wide: bool = False) -> Column:
    """Return a column of place and country: ``Lomé, Togo``; a place smaller than a city with its city."""

    def cell(record: Record, wording: Wording) -> Cell:
        return Cell(", ".join(filter(None, [called(record["place_name"] or ""), wording.country(record["country"])])))

    return Column("place", _("Where"), cell, wide=wide)


def place() -> Column:
    """Return a column of the place without its country, where that is said already; of the country for no place."""

    def cell(record: Record, wording: Wording) -> Cell:
        return Cell(called(record["place_name"] or "") or wording.country(record["country"]))

    return Column("place", _("Where"), cell)


def counted(heading: str, *, measure: str = "measure", prefix: str = "") -> Column:
    """Return a column of a figure with what it counts: ``about 400 seats``."""

    def cell(record: Record, wording: Wording) -> Cell:
        low, high, bound = (record[f"{prefix}{name}"] for name in ("low", "high", "bound"))
        return marked(record, wording, amount(low, high, bound, record[measure]), single(low, high, bound))

    return Column("figure", heading, cell)


def single(low: float | None, high: float | None, bound: str | None = "exact") -> float | None:
    """Return the number that a figure is; none of a range, nor of what is about, at least or at most a number."""
    return low if low == high and bound == "exact" else None


def marked(record: Record, wording: Wording, words: str, value: float | None = None) -> Cell:
    """Return a cell of a figure, with the sector that it counts where it names no employer.

    One that lost a conflict, or that promises nothing, is marked wherever it stands.
    """
    if sector := record.get("sector"):
        words = _("{figure}, {sector}").format(figure=words, sector=wording.label(sector, "sector"))
    if wording.is_set_aside(record.get("id")):
        return Cell(_("{figure} (set aside)").format(figure=words), "bad")
    if (firmness := record.get("firmness")) and firmness not in FIRM:  # it binds nobody
        told = wording.label(firmness, "firmness")
        return Cell(_("{figure} ({status})").format(figure=words, status=told), "silent", value=value)
    return Cell(words, value=value)


def sized(heading: str, low: str = "low", high: str = "high", bound: str | None = "bound") -> Column:
    """Return a column of a figure alone, set to the right."""

    def cell(record: Record, _wording: Wording) -> Cell:
        ends = record[low], record[high]
        return Cell("") if ends == (None, None) else sized_(*ends, record[bound] if bound else None)

    return Column(low, heading, cell, right=True)


def sized_(low: float | None, high: float | None, bound: str | None = None) -> Cell:
    """Return the cell of a figure; without a bound of its ends."""
    if bound:
        return Cell(figure(low, high, bound), value=single(low, high, bound))
    return Cell(between(low, high), value=single(low, high))


def reason(heading: str, code: str = "reason", details: str = "reason_details") -> Column:
    """Return a column of a reason in words."""

    def cell(record: Record, wording: Wording) -> Cell:
        if record[code] is None:
            return Cell("")
        from json import loads  # noqa: PLC0415  for reasons only

        parameters = loads(record[details]) if record[details] else {}
        several = isinstance(parameters, list)
        words = sentences(parameters, wording.label) if several else sentence(record[code], parameters, wording.label)
        return Cell(words)

    return Column(code, heading, cell, below=True)


def summary(heading: str, name: str = "summary", *, below: bool = False) -> Column:
    """Return a column of a text that is stored in both languages; a remark stands below its row."""

    def cell(record: Record, _wording: Wording) -> Cell:
        return Cell(spoken(record, name))

    return Column(name, heading, cell, below=below)


def spoken(record: Record, name: str) -> str:
    """Return a text of a record in the language that is spoken, else in the other one."""
    french = record.get(f"{name}_fr") if language() == "fr" else None
    return french or record.get(name) or ""


def address() -> Column:
    """Return a column of the address of an article, which leads there."""
    return Column(
        "url", _("Address"), lambda record, _words: Cell(record["url"] or "", link=record["url"] or ""), wide=True
    )


def source(*, only_titled: bool = False) -> Column:
    """Return a column of the title of an article, which leads to its address; one without a title is named quietly.

    Args:
        only_titled: whether nothing stands for one without a title, where all about it stands beside.
    """

    def cell(record: Record, _wording: Wording) -> Cell:
        if record["title"]:
            return Cell(record["title"], link=record["url"] or "")
        if only_titled:
            return Cell("")
        return Cell(article_name(None, record["publisher"], record["published"]), "silent", link=record["url"] or "")

    return Column("title", _("Title"), cell)


def key(name: str = "id") -> Column:
    """Return the column of the keys: last and dim."""
    return Column(name, _("Key"), lambda record, _words: Cell(str(record[name] or ""), "key"), key=True)
