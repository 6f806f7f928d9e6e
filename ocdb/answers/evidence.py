"""How much of the record can be verified: claims and citations by what was kept of the text, by country and publisher.

A citation can be verified where it names a paragraph of a text whose hash is kept: `ocdb verify` holds it against the
text of whoever has it. A claim can be where one of its citations can. That it was verified is another matter.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.columns import count, country, text
from ocdb.answers.names import apart, covered, meant, resolve
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext, pgettext

# From the best evidence to none: a paragraph of a whole text, one of a beginning, one of a text that nobody hashed.
STATES = ("whole", "beginning", "unhashed", "none")
VERIFIABLE = STATES[:2]
# So many publishers are shown where nobody asked for all of them.
FEW = 20
_COUNTED = ("count", *STATES, "rate")
_CITED = """
    SELECT claim, source, publisher, MAX(CASE WHEN paragraph IS NULL THEN 0 ELSE 1 END) AS numbered, held
    FROM v_citations
    {where}
    GROUP BY claim, source, publisher, held
"""
_PLACED = "SELECT DISTINCT claim, country FROM v_claim_places WHERE country {which}"


def answer(reader: Reader, countries: Sequence[str]) -> Answer:
    """Return which share of claims and citations can be verified, as an answer; of the claims about some countries.

    A citation is a claim in an article, however many of its paragraphs are named. A claim about several countries
    counts in each of them.

    Raises:
        NotFoundError: a country that isn't there.
    """
    keys = [resolve(reader, ["country"], word) for word in apart(reader, ["country"], countries)]
    placed = among(reader, _PLACED.format(which="IN ({keys})" if keys else "IS NOT NULL"), covered(reader, keys)).rows
    claims, publishers, articles = _read(reader, {claim for claim, _country in placed} if keys else None)
    wording = Wording(reader)
    found, citations = Counter(claims.values()), sum(publishers.values(), Counter[str]())
    whole = Rows(("what", *_COUNTED), [("claim", *_row(found)), ("citation", *_row(citations))])
    by_publisher = {(name, len(articles[name])): counted for name, counted in publishers.items()}
    sections = (
        Section("all", "", whole, (_what(), *_counts(_("In all")))),
        Section("country", _("Claims by country"), _by_country(claims, placed), (country(), *_counts(_("Claims")))),
        _publishers(_rows(("publisher", "articles"), by_publisher)),
    )
    names = ("all", "countries", "publishers")
    data = {name: section.rows.records() for name, section in zip(names, sections, strict=True)}
    return Answer(_title(found, wording, keys), sections, wording, _notes(), data)


def _read(
    reader: Reader, wanted: Collection[str] | None
) -> tuple[dict[str, str], dict[str, Counter[str]], Mapping[str, set[str]]]:
    """Return the best evidence of each claim that is wanted, that of citations by publisher, and the articles."""
    claims: dict[str, str] = {}
    publishers: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    cited = _CITED.format(where="" if wanted is None else "WHERE claim IN ({keys})")
    for claim, source, publisher, numbered, held in among(reader, cited, wanted or ()).rows:
        state = (held or "unhashed") if numbered else "none"
        claims[claim] = min(state, claims.get(claim, state), key=STATES.index)
        publishers[publisher][state] += 1
        articles[publisher].add(source)
    return claims, publishers, articles


def _by_country(claims: Mapping[str, str], placed: Iterable[tuple[str, str]]) -> Rows:
    found: dict[tuple[str], Counter[str]] = defaultdict(Counter)
    for claim, where in placed:
        if claim in claims:
            found[where,][claims[claim]] += 1
    return _rows(("country",), found)


def _rows(columns: tuple[str, ...], found: Mapping[Any, Counter[str]]) -> Rows:
    """Return a row for each key, the one with the most first."""
    keys = sorted(found, key=lambda key: (-found[key].total(), key))
    return Rows((*columns, *_COUNTED), [(*key, *_row(found[key])) for key in keys])


def _row(found: Counter[str]) -> tuple[int | None, ...]:
    """Return how many there are, how many of each state, and which share can be verified, in whole per cent."""
    return found.total(), *(found[state] for state in STATES), _rate(found)


def _rate(found: Counter[str]) -> int | None:
    return share(sum(found[state] for state in VERIFIABLE), found.total())


def share(part: int, whole: int) -> int | None:
    """Return a share in whole per cent; neither none nor all is said of a part. None where there is nothing."""
    if not whole or part in (0, whole):
        return 100 * part // whole if whole else None
    return min(max(round(100 * part / whole), 1), 99)


# --- for people -----------------------------------------------------------------------------------------------------


def _title(found: Counter[str], wording: Wording, countries: Iterable[str]) -> str:
    rate = _rate(found)
    if rate is None:
        return _("No claims are on record there")
    message = ngettext(
        "{part} of {count} claim can be verified ({rate} %)",
        "{part} of {count} claims can be verified ({rate} %)",
        found.total(),
    )
    part = sum(found[state] for state in VERIFIABLE)
    told = message.format(part=number(part), count=number(found.total()), rate=number(rate))
    where = ", ".join(meant(wording, "country", key) for key in countries)
    return _("{scope}: {what}").format(scope=where, what=told) if where else told


def _notes() -> tuple[str, ...]:
    return (
        _("Verifiable: a paragraph is cited, of a text whose hash is kept; whoever has the text can check it."),
        _("A beginning is as good for what it states; what it doesn't state may follow in the rest of the article."),
    )


def _publishers(rows: Rows) -> Section:
    columns = (text(_("Publisher"), "publisher"), count(_("Articles"), "articles"), *_counts(_("Citations")))
    more = len(rows.rows) - FEW
    further = ngettext("{count} more publisher: -f json", "{count} more publishers: -f json", more)
    return Section(
        "publisher", _("Citations by publisher"), rows, columns,
        brief=Rows(rows.columns, rows.rows[:FEW]) if more > 0 else None,
        further=further.format(count=number(more)) if more > 0 else "",
    )  # fmt: skip


def _counts(heading: str) -> tuple[Column, ...]:
    return (
        count(heading, "count"),
        count(pgettext("text", "Whole text"), "whole"),
        count(pgettext("text", "Beginning"), "beginning"),
        count(_("Without a hash"), "unhashed", wide=True),
        count(_("No paragraph"), "none"),
        count(_("Verifiable in %"), "rate"),
    )


def _what() -> Column:
    def cell(record: Record, _wording: Wording) -> Cell:
        return Cell(_("Claims") if record["what"] == "claim" else _("Citations"))

    return Column("what", "", cell)
