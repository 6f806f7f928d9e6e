"""What is to be known before an export is used: what it is, of which edition, what a row means; in both languages."""

from collections.abc import Iterator, Mapping

from ocdb import release
from ocdb.answers.chosen import undated
from ocdb.answers.coverage import read_in_all, unread
from ocdb.answers.editions import edition
from ocdb.answers.filters import Filters, in_a_line, whom_told, with_kin
from ocdb.export.content import Content
from ocdb.render.citation import write as cited
from ocdb.render.citation.notes import colon
from ocdb.render.citation.text import edition_in_words
from ocdb.text import visible
from ocdb.words.dates import in_words
from ocdb.words.figures import number
from ocdb.words.language import LANGUAGES, N_, Language, _, both, language, ngettext, speaking
from ocdb.words.nouns import counted

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
ABOUT = N_(
    "Facts about call centres and outsourced services in Africa that curators read in press articles: who promised how"
    " many jobs, where and by when; who opened, moved, cut or closed what; who said so, in which article; and what"
    " became of it."
)
_LICENCE = N_(
    "{licence}, {address}: use the data for what you like, name the source, and say what you changed. Coordinates of"
    " places are from GeoNames, under the same licence. The articles belong to their publishers and aren't included."
)
_FILTERED = N_(
    "The claims that fit the filters, and all that these refer to: their sources, parties, places and sites, the claims"
    " that they are linked with, later news and verdicts on them. Totals are those of the scopes that the filters name."
    " Totals, and counts in a column (sources, sites, pledges), are of the whole database."
)
# What a row means, and what must not be done with it.
_MEANING = (
    (N_("Coverage"), N_(
        "What isn't here may not have been searched for or read yet; that isn't to say that it didn't happen. The table"
        " coverage_years has what was found and read, by country and year."
    )),
    (N_("Rows"), N_(
        "A claim is something that at least one article states, in our own words. Each kind of claim has a table of its"
        " own under the same id; claims has what they share. The table citations says which article, and which"
        " paragraph of it, supports or contradicts each claim."
    )),
    (N_("Plans"), N_(
        "A plan isn't a fact. The status tells what is planned, announced or promised from what happened; a ceremony or"
        " an announcement doesn't prove that a site works."
    )),
    (N_("Totals"), N_(
        "Never add up rows of pledges, losses or reports: some are parts of others, newer versions of them, or another"
        " outlet's figure for the same thing. The tables totals and loss_totals count no job twice; lines of a total"
        " are never added to each other."
    )),
    (N_("Verdicts"), N_(
        "Silence is no_evidence, never a miss. A verdict is of the day on which the export was made; while_open and"
        " once_due are those up to the due day and after it. The table ledger_evidence has what each rests on."
    )),
    (N_("Dates"), N_(
        "Dates are EDTF, as precise as the source: 2011-10, 2012~, 2020-07/2020-09. Their first and last day stand"
        " beside them, as in date_from and date_to; use those to sort and compare."
    )),
    (N_("Empty values"), N_("An empty value means that no source tells. It is never zero, and never no.")),
)  # fmt: skip
Line = tuple[str, str]


def read_first(content: Content, wanted: Language, notes: tuple[str, ...] = ()) -> list[Line]:
    """Return what is to be known of an export, each with its heading; the first is what it is called.

    Args:
        content: of the export.
        wanted: the language.
        notes: what is to be known of its format, in English, marked for the catalogue.
    """
    with speaking(wanted):
        meaning = [(_(heading), _(text)) for heading, text in (*_MEANING, *((N_("Format"), note) for note in notes))]
        lines = [*_identity(content), *_extent(content), *meaning]
    return [(heading, visible(text)) for heading, text in lines]


def markdown(content: Content, notes: tuple[str, ...] = ()) -> str:
    """Return what is to be known of an export as a document in both languages."""
    parts = []
    for wanted in LANGUAGES:
        (_heading, name), *lines = read_first(content, wanted, notes)
        with speaking(wanted):
            mark = colon()
        parts.append(f"# {name}\n\n" + "\n".join(f"- **{heading}{mark}** {text}" for heading, text in lines) + "\n")
    return "\n".join(parts)


def joined(content: Content, notes: tuple[str, ...] = ()) -> dict[str, dict[str, str]]:
    """Return what is to be known of an export by language and heading; what is under one heading is one text."""
    found: dict[str, dict[str, str]] = {}
    for wanted in LANGUAGES:
        texts = found.setdefault(wanted, {})
        for heading, text in read_first(content, wanted, notes):
            texts[heading] = f"{texts[heading]} {text}" if heading in texts else text
    return found


def titles() -> Mapping[str, str]:
    """Return what the data are called, in each language."""
    return dict(zip(LANGUAGES, both(release.TITLE), strict=True))


def _identity(content: Content) -> Iterator[Line]:
    """Yield what the data are, whose, and of which edition."""
    held = edition(content.reader)
    citation = cited([held], "text", language()).strip()
    yield _("Data"), _(release.TITLE)
    yield _("What this is"), _(ABOUT)
    yield _("Edition"), edition_in_words(held)
    yield _("Licence"), _(_LICENCE).format(licence=release.LICENCE, address=LICENCE_ADDRESS)
    text = _("{citation} Name the article that states the fact as well.")
    yield _("How to cite"), text.format(citation=citation)


def _extent(content: Content) -> Iterator[Line]:
    """Yield what the export has of the database, and what that has of the world."""
    # Whom an operator takes in is told in the language that is spoken now.
    filters = with_kin(content.reader, content.filters)
    asked = in_a_line(content.reader, content.wording, "claims", filters)
    if content.as_of:
        known = _("what could be known on {day}").format(day=in_words(content.as_of))
        asked = ", ".join(filter(None, (asked, known)))
    yield _("Filters"), asked or _("none: everything that the database has")
    yield from ((_("Filters"), told) for told in (*whom_told(filters), *_narrowed(content, filters)))
    yield _("Size"), _("; ").join(counted(kind, content.count(kind)) for kind in ("claims", "sources"))
    countries, places, areas = (content.scopes.get(kind, []) for kind in ("country", "place", "area"))
    known_of = unread(content.reader, content.wording, [*areas, *countries], places) or [read_in_all(content.reader)]
    yield from ((_("Coverage"), told) for told in known_of)


def _narrowed(content: Content, filters: Filters) -> Iterator[str]:
    """Yield what filters mean for an export, where there are any."""
    if content.kept:
        yield _(_FILTERED)
    if filters.since or filters.until:
        left_out = undated(content.reader, filters)
        text = ngettext(
            "{count} claim without a date isn't in it.", "{count} claims without a date aren't in it.", left_out
        )
        yield text.format(count=number(left_out))
