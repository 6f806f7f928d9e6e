"""The tables of the first release: every one, with its columns, keys, checks and comments.

Revision 0100, the first that is kept; 2026-11-29. What previews of ocdb made before it is loaded anew.

A question mark after the name of a column: it may be empty.
"""

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0100"
down_revision = None
branch_labels = None
depends_on = None

CODE, SLUG, NAME, LONG_KEY = 40, 120, 300, 260
# Rows that are nothing but their key: SQLite keeps them in its order, and not twice.
KEY_ONLY = {"involved", "located", "at_site", "place_within", "country_within", "on_record"}
BOUND_FITS = (
    "(bound IN ('exact', 'about', 'nearly') AND low IS NOT NULL AND high IS NOT NULL AND low = high)"
    " OR (bound = 'at_least' AND low IS NOT NULL AND high IS NULL)"
    " OR (bound = 'at_most' AND low IS NULL AND high IS NOT NULL)"
    " OR (bound = 'range' AND low IS NOT NULL AND high IS NOT NULL AND low < high)"
)
CODE_LISTS = {
    "place_kind": "kinds of place",
    "name_kind": "kinds of name of a party or a place",
    "identifier_scheme": "outside registers whose identifiers a party bears",
    "institution_kind": "kinds of institution",
    "date_basis": "whether a date is stated, reckoned from another date, or inferred",
    "stance": "whether a citation supports or contradicts its claim",
    "claim_kind": "kinds of claim, one for each table of claims",
    "link_kind": "relations between two claims",
    "role": "roles of parties in claims",
    "place_role": "whether an event takes place at, leads from or leads to a place",
    "site_status": "states of a site",
    "event_category": "categories to which kinds of event belong",
    "event_status": "whether an event, a loss or an investment is planned, happened or was cancelled",
    "measure": "what a job figure counts; measures are never added to each other",
    "reading": "whether a job figure comes on top of what is there or includes it",
    "firmness": "how firmly somebody stands behind a figure about the future",
    "bound": "whether a figure is exact, approximate, a minimum, a maximum or a range",
    "basis": "who stands behind a figure",
    "directness": "whether a figure counts direct jobs, indirect jobs or both",
    "report_kind": "whether reported jobs are held or created",
    "loss_cause": "how jobs that are lost end",
    "outcome": "verdicts on a pledge",
    "statistic_measure": "what a market figure counts, with its unit in the definition",
    "period": "the time to which a rate refers",
    "investment_kind": "what an amount of money is for",
    "succession_kind": "ways in which one operator follows another",
    "succession_status": "how far a succession got",
    "topic": "subjects of statements",
    "maker": "how a claim came to be written",
    "extent": "how much of an article was read",
    "publisher_kind": "kinds of publisher",
    "coverage_method": "how thoroughly articles were searched",
}


def upgrade() -> None:
    for table_name, comment, parts in tables():
        op.create_table(table_name, *parts, comment=comment, sqlite_with_rowid=table_name not in KEY_ONLY)


def downgrade() -> None:
    for table_name, *_ in reversed(tables()):
        op.drop_table(table_name)


# --- what columns have in common ----------------------------------------------------------------------------------


def table(named: str, comment: str, *parts: Any, key: tuple[str, ...] = ("id",)) -> tuple[str, str, tuple[Any, ...]]:
    """Return what makes a table; its constraints and indexes are named by the convention of the models."""
    for part in parts:
        if isinstance(part, sa.Column) and part.name in key:
            part.primary_key = True
    return named, comment, parts


def code_list(named: str, content: str, *more: Any) -> tuple[str, str, tuple[Any, ...]]:
    return table(
        named,
        f"Code list: {content}",
        *more,
        word("id", "the code, as fixtures and views write it"),
        integer("position", "place in the list, from 1, in the order of seeds/codes.yaml"),
        name("label_en", "label in English"),
        name("label_fr", "label in French"),
        prose("definition", "when to choose this code"),
        prose("also?", "other words for it, in either language, joined by '; '"),
    )


def column(kind: Any, named: str, comment: str, *more: Any, **options: Any) -> Any:
    return sa.Column(named.removesuffix("?"), kind, *more, nullable=named.endswith("?"), comment=comment, **options)


def text(named: str, size: int, comment: str, **options: Any) -> Any:
    return column(sa.String(size), named, comment, **options)


slug, word, name = (partial(column, sa.String(size)) for size in (SLUG, CODE, NAME))
prose, integer, whole = partial(column, sa.Text()), partial(column, sa.Integer()), partial(column, sa.BigInteger())
octets = partial(column, sa.LargeBinary())
# By code points on every engine.
folded, ordered = (
    partial(column, sa.String(size).with_variant(sa.String(size, collation="C"), "postgresql")) for size in (NAME, SLUG)
)
real, truth, day = partial(column, sa.Double()), partial(column, sa.Boolean()), partial(column, sa.Date())


def ref(named: str, to: str, comment: str, *, size: int = SLUG, index: bool = True) -> Any:
    return column(sa.String(size), named, comment, sa.ForeignKey(f"{to}.id"), index=index)


def code(named: str, to: str, comment: str) -> Any:
    return ref(named, to, comment, size=CODE, index=False)


def check(named: str, condition: str) -> Any:
    return sa.CheckConstraint(condition, name=named)


def claim() -> Any:
    return ref("id", "claim", "slug of the claim", index=False)


def party() -> Any:
    return ref("id", "party", "slug of the party", index=False)


def site() -> Any:
    return ref("site_id?", "site", "the site concerned")


def event() -> Any:
    return ref("event_id?", "event", "the event that it belongs to")


def country(named: str = "country_id") -> Any:
    return ref(named, "country", "country, ISO 3166-1 alpha-2", size=CODE)


def located(*, somewhere: bool = True) -> tuple[Any, ...]:
    return country("country_id" if somewhere else "country_id?"), ref("place_id?", "place", "the closest place known")


def bound(named: str = "bound") -> Any:
    return code(named, "bound", "how exact the figure is")


def figure() -> tuple[Any, ...]:
    low = whole("low?", "lower end, in units of the measure; empty for at_most")
    return low, whole("high?", "upper end; empty for at_least"), bound()


def bilingual(named: str, comment: str, kind: Any = None) -> tuple[Any, ...]:
    kind, empty = kind or sa.Text(), "?" if named.endswith("?") else ""
    french = "the same in French, or as written where it has no French"
    return column(kind, named, comment), column(kind, f"{named.removesuffix('?')}_fr{empty}", french)


def note() -> tuple[Any, ...]:
    return bilingual("note?", "the curator's remarks, doubts and reasoning")


def behind() -> tuple[Any, ...]:
    """Return which totals a row stands behind, and on which days."""
    return (
        word("kind", "pledge, loss or delivery: totals of what"),
        word("scope_kind", "all, country, area or operator; of delivery what is grouped by"),
        slug("scope?", "code or slug of the scope; empty for all"),
        code("basis?", "basis", "whose figures; empty: of each"),
        day("from_day?", "first day on which this holds; empty: it always did"),
        day("to_day?", "last day; empty: it lasts"),
    )


def days(named: str, comment: str) -> tuple[Any, ...]:
    """Return a date as EDTF, with its first and last day."""
    base = named.removesuffix("?")
    first = day(f"{base}_from?", "first day of that date; empty: open or unknown", index=True)
    last = day(f"{base}_to?", "last day of that date; empty: open or unknown", index=True)
    return text(named, 60, comment), first, last


def dated(named: str, comment: str) -> tuple[Any, ...]:
    """Return a date with its days and how it is known."""
    base = named.removesuffix("?")
    basis = code(f"{base}_basis?", "date_basis", "how that date is known")
    return *days(named, comment), basis, *bilingual(f"{base}_note?", "how that date was reckoned or inferred")


# --- the tables, each after those that it refers to --------------------------------------------------------------


# fmt: off
def tables() -> list[tuple[str, str, tuple[Any, ...]]]:
    return [
    *(code_list(named, content) for named, content in CODE_LISTS.items()),
    code_list("event_kind", "kinds of event",
        code("category", "event_category", "category to which events of this kind belong")),
    table("country", "Countries of ISO 3166-1",
        word("id", "ISO 3166-1 alpha-2 code; slug of an area"),
        word("kind", "country, or area: larger than a country"),
        text("alpha3?", 3, "ISO 3166-1 alpha-3 code; empty for an area", unique=True),
        name("name_en", "name in English (Unicode CLDR)"),
        name("name_fr", "name in French (Unicode CLDR)"),
        truth("in_africa", "whether the country lies in Africa"),
        prose("definition_en?", "of an area: which countries lie in it, and by whom"),
        prose("definition_fr?", "the same in French"),
        check("kind", "kind = 'area' OR kind = 'country' AND alpha3 IS NOT NULL")),
    table("currency", "Currencies of ISO 4217",
        text("id", 3, "ISO 4217 code"),
        name("label_en", "name in English (Unicode CLDR)"),
        name("label_fr", "name in French (Unicode CLDR)"),
        integer("until?", "year in which it ceased to be money; empty: it is in use")),
    table("judgement", "Judgements that several slugs mean one party; one that was withdrawn has no effect",
        slug("id", "slug of the judgement"),
        *days("judged", "when it was judged (EDTF)"),
        *bilingual("reason", "why they are one"),
        *days("withdrawn?", "when it was taken back (EDTF)"),
        *bilingual("withdrawn_reason?", "why it was taken back")),
    table("party", "Operators, institutions and officials together; slugs are unique across the three",
        slug("id", "slug, as in webhelp"),
        word("kind", "operator, institution or official"),
        name("name", "the name that lists show"), *note(),
        check("kind", "kind IN ('operator', 'institution', 'official')")),
    table("retired_slug", "Slugs that are no longer in use, so that old links and notes stay findable",
        slug("id", "the old slug"),
        slug("successor?", "the slug to use instead, of whatever kind"),
        *bilingual("reason", "why it was retired")),
    table("search_entry", "Names, titles, summaries, notes and labels of codes, folded for search",
        ordered("id", "slug of the record"),
        word("kind", "kind of record"),
        *bilingual("title", "name, title or summary"),
        *bilingual("text", "other names, notes, reasons, authors, and whom the sources quote"),
        prose("labels", "its kinds, in both languages, with other words for them"),
        prose("folded_title", "slug, titles and other names without case and accents"),
        prose("folded_text", "texts and labels without case and accents"),
        key=("id", "kind")),
    table("stamp", "What the database was made from: version of ocdb, state of the data",
        name("id", "what the value tells"),
        prose("value", "the value")),
    table("claim", "Everything that a source states; one table a kind holds the rest of each row",
        slug("id", "slug, as in vipp-interstis-lome-2020-500"),
        code("kind", "claim_kind", "kind of claim"),
        prose("summary", "the claim in a line, in our own words"),
        prose("summary_fr", "the same in French"),
        *bilingual("preferred_because?", "of several claims in conflict this one is preferred, for this reason"),
        *note(),
        code("made_by?", "maker", "how it came to be written; empty: not recorded"),
        prose("confirmed_by?", "who compared it with the article, joined by '; '; empty: not recorded"),
        sa.Index("ix_claim_kind_id", "kind", "id")),
    table("country_within", "Each country and area with itself and with all areas that contain all of it",
        ref("country_id", "country", "the country or area", size=CODE, index=False),
        ref("within_id", "country", "an area that contains all of it, or itself", size=CODE),
        key=("country_id", "within_id")),
    table("country_name", "Names and codes under which a country is found, in any language",
        ref("country_id", "country", "the country", size=CODE, index=False),
        folded("folded", "the name without case and accents, for look-ups", index=True),
        name("name", "the name as written"), key=("country_id", "folded")),
    table("coverage", "Searches for articles: country, outlets, method, when",
        slug("id", "slug of the search"), country(),
        name("outlet", "the outlet or archive that was searched"),
        code("method", "coverage_method", "how thoroughly"),
        *days("searched", "when the search was made (EDTF)"),
        prose("words?", "the words that were searched for"),
        *note()),
    table("delivery", "Rates of delivery in the common scopes, for each span of days between due days (docs/ledger.md)",
        text("id", LONG_KEY, "scope, basis, line and first day in one"),
        word("scope_kind", "all, country, area, operator, year or area_year"),
        slug("scope?", "code or slug of the scope, or the year, or both", index=True),
        code("basis", "basis", "whose pledges"),
        day("from_day", "first day on which this holds", index=True),
        day("to_day?", "last day; empty: it lasts", index=True),
        word("line", "new_jobs, levels, hires, seats or trainees; never added to each other"),
        integer("pledges", "number of promises that were due and count"),
        integer("known", "of how many of them it is known what came"),
        integer("in_time", "how many were kept by the due day"),
        integer("late", "how many were kept only after it"),
        integer("reached", "how many were kept, nobody knows whether in time"),
        integer("missed", "how many weren't kept"),
        integer("cancelled", "how many were given up"),
        integer("no_figure", "how many were missed, nobody says by how much"),
        whole("promised", "promised for certain, at least"),
        whole("promised_high?", "promised at most; empty: open"),
        bound(),
        whole("promised_known", "the same of the promises behind rate_high"),
        whole("reported?", "what was there of it, at least; empty: no figure"),
        whole("kept", "how much of what was promised came, at least"),
        whole("kept_high", "the same at most, of the promises behind rate_high"),
        real("rate_low?", "per cent, if nothing came of the silent ones"),
        real("rate_high?", "per cent, of those of which something is known"),
        real("coverage?", "of how many in a hundred something is known"),
        sa.Index("ix_delivery_scope_kind_scope", "scope_kind", "scope")),
    table("judgement_party", "The slugs that a judgement holds to mean one party; the first stays",
        ref("judgement_id", "judgement", "slug of the judgement", index=False),
        integer("position", "place in the list, from 1"),
        slug("party", "a slug that means this party, in use or not", index=True),
        key=("judgement_id", "position")),
    table("loss_total", "Totals of losses in the common scopes, derived at each load (docs/losses.md)",
        text("id", LONG_KEY, "scope, basis, year and line in one"),
        word("scope_kind", "all, country, area, place or operator"),
        slug("scope?", "code or slug of the scope; empty for all", index=True),
        integer("year?", "only losses of this year; empty for all"),
        code("basis", "basis", "whose figures"),
        word("line", "happened or planned, for seats and trainees with that word before"),
        whole("low", "lower end of the total"),
        whole("high?", "upper end; empty where a part is open"),
        bound(),
        integer("losses", "number of losses that count"),
        sa.Index("ix_loss_total_scope_kind_scope", "scope_kind", "scope")),
    table("rests_on", "How many claims and articles the totals of a scope rest on, derived at each load",
        text("id", LONG_KEY, "kind, scope, basis and first day in one"),
        *behind(),
        integer("claims", "number of pledges or losses that count"),
        integer("articles", "number of sources behind them"),
        sa.Index("ix_rests_on_scope_kind_scope", "scope_kind", "scope")),
    table("left_out", "How many claims are left out of the totals of a scope, by reason, derived at each load",
        text("id", LONG_KEY, "kind, scope, basis and reason in one"),
        *behind(),
        word("line?", "of delivery the line on which they stand"),
        word("reason", "why they are left out: a code"),
        integer("claims", "number of pledges or losses"),
        sa.Index("ix_left_out_scope_kind_scope", "scope_kind", "scope")),
    table("denied", "Claims in the totals of a scope that a source denies, derived at each load",
        text("id", 400, "kind, scope, basis, claim and day in one"),
        *behind(),
        ref("claim_id", "claim", "the claim"),
        sa.Index("ix_denied_scope_kind_scope", "scope_kind", "scope")),
    table("official", "Named persons; their roles are in the table position",
        party()),
    table("operator", "Companies that run call centres or other outsourced services",
        party(),
        ref("home_country_id?", "country", "country of its head office", size=2),
        *days("founded?", "when it was founded (EDTF)")),
    table("party_identifier", "Identifiers of parties in outside registers",
        ref("party_id", "party", "slug of the party", index=False),
        code("scheme", "identifier_scheme", "the register that gave it"),
        name("value", "the identifier"), key=("party_id", "scheme", "value")),
    table("party_name", "Dated names of parties: legal, brand, former, acronym, misspelling",
        ref("party_id", "party", "slug of the party", index=False),
        name("name", "the name as written"),
        code("kind", "name_kind", "kind of name"),
        folded("folded", "the name without case and accents, for look-ups", index=True),
        *days("used?", "when the name was in use (EDTF)"),
        *bilingual("note?", "where the name was seen"), key=("party_id", "name")),
    table("place", "Regions, cities, districts and business parks",
        slug("id", "slug: country code and name, as in ma-agadir"),
        code("kind", "place_kind", "kind of place"),
        name("name", "name in use there, in Latin letters"),
        text("label", 620, "what lists call it: the name, of a place smaller than a city with that city's"),
        country(),
        ref("parent_id?", "place", "the next larger place that it lies in"),
        real("latitude?", "degrees north, WGS 84 (GeoNames)"),
        real("longitude?", "degrees east, WGS 84 (GeoNames)"),
        integer("geonames_id?", "identifier at geonames.org"),
        *note(),
        check("latitude", "latitude BETWEEN -90 AND 90"),
        check("longitude", "longitude BETWEEN -180 AND 180")),
    table("publisher", "The register of publishers: press, agencies, companies, governments",
        slug("id", "slug of the publisher"),
        name("name", "the name by which all its spellings are stored"),
        ref("country_id?", "country", "country where it appears; empty: none or unknown", size=CODE),
        code("kind?", "publisher_kind", "kind; empty: unknown"),
        *note()),
    table("publisher_name", "Spellings by which sources call a publisher, its name included",
        ref("publisher_id", "publisher", "the publisher", index=False),
        folded("folded", "the spelling without case and accents", index=True),
        name("name", "the spelling"), key=("publisher_id", "folded")),
    table("source", "Articles: bibliographic data and the hash of the text, never the text itself",
        slug("id", "slug: publisher, date and subject"),
        name("publisher", "the outlet that published it, by its name in the register", index=True),
        ref("publisher_id?", "publisher", "its record in the register; empty: it has none"),
        prose("title?", "title, exactly as printed"),
        prose("url?", "address"),
        text("language", 8, "language of the text, ISO 639-1"),
        *dated("published?", "date of publication (EDTF)"),
        name("credited_to?", "the outlet that the article itself names as its origin"),
        slug("syndicated_from?", "the text that it is a copy of: another source, or a text that wasn't held; copies are one voice"),
        text("sha256?", 64, "SHA-256 of the normalised text, where it was held (docs/evidence.md)", unique=True),
        integer("paragraphs?", "number of paragraphs of that text"),
        code("extent?", "extent", "how much of the article was read: whole or beginning; empty: not said"),
        *note()),
    table("total", "Totals of pledges in the common scopes, reckoned at each load (docs/totals.md)",
        text("id", LONG_KEY, "scope, due date, basis and measure in one"),
        word("scope_kind", "all, country, area, place or operator"),
        slug("scope?", "code or slug of the scope; empty for all", index=True),
        day("due_by?", "only pledges due by this day; empty for all"),
        code("basis", "basis", "whose pledges"),
        word("line", "new_jobs, levels, hires, seats or trainees; never added to each other"),
        whole("low", "promised for certain, at least"),
        whole("high?", "promised at most; empty where a part is open"),
        bound(),
        integer("pledges", "number of pledges that count"),
        whole("commitment", "how much of low is committed to"),
        whole("announcement", "how much of low is announced"),
        whole("ambition", "how much of low is aimed at"),
        whole("forecast", "how much of low is foreseen; none of operators"),
        whole("capacity", "how much of low there is room for; none of operators"),
        sa.Index("ix_total_scope_kind_scope", "scope_kind", "scope")),
    table("search", "Looks for articles by some words, and what came of each",
        slug("id", "slug of the search"),
        *days("searched", "when it was made (EDTF)"),
        prose("words", "the words that were searched for"),
        name("outlet", "the outlet, archive or corpus that was searched"),
        prose("languages?", "languages of the words, joined by '; '"),
        integer("hits?", "how many pages were found, read or not; empty: not counted"),
        *note()),
    table("search_country", "The countries that searches were about",
        ref("search_id", "search", "the search", index=False), country(), key=("search_id", "country_id")),
    table("search_source", "The articles that came of searches",
        ref("search_id", "search", "the search", index=False),
        ref("source_id", "source", "the article"), key=("search_id", "source_id")),
    table("search_pledge", "The promises of which searches were to show what became",
        ref("search_id", "search", "the search", index=False),
        ref("claim_id", "claim", "the promise"), key=("search_id", "claim_id")),
    table("citation", "Which source, which paragraph, and whether it supports or contradicts the claim",
        text("id", LONG_KEY, "claim, source and paragraph in one"),
        ref("claim_id", "claim", "the claim"),
        ref("source_id", "source", "the article"),
        integer("paragraph?", "number of the non-empty line, from 1; empty where the text was not held"),
        code("stance", "stance", "supports or contradicts"),
        *note(), check("paragraph", "paragraph >= 1")),
    table("claim_link", "Relations between claims: part_of and revises point up, conflicts_with goes both ways",
        ref("claim_id", "claim", "slug of the claim", index=False),
        code("kind", "link_kind", "kind of relation"),
        ref("other_id", "claim", "the claim that it relates to"),
        check("two_claims", "claim_id <> other_id"), key=("claim_id", "kind", "other_id")),
    table("claim_party", "Parties of a claim, each in a role, in the curator's order",
        ref("claim_id", "claim", "slug of the claim", index=False),
        ref("party_id", "party", "operator, institution or official"),
        code("role", "role", "what it does in the claim"),
        integer("position", "place in the list, from 1"),
        key=("claim_id", "party_id", "role")),
    table("claim_speaker", "Whom the sources quote for a claim, in the curator's order",
        ref("claim_id", "claim", "slug of the claim", index=False),
        ref("party_id", "party", "official, institution or operator"),
        integer("position", "place in the list, from 1"),
        key=("claim_id", "party_id")),
    table("conflict_member", "Claims that disagree with each other, or with what a source says, by group",
        ref("claim_id", "claim", "the claim", index=False),
        slug("conflict_id", "the first slug of the group", index=True),
        truth("settled", "whether a claim of the group is preferred"),
        key=("claim_id",)),
    table("coverage_year", "Articles found by a search, by year of publication; a year that wasn't searched has no row",
        ref("coverage_id", "coverage", "the search", index=False),
        integer("year", "year of publication", index=True),
        integer("found", "articles on the subject that were found, read or not"),
        check("found", "found >= 0"), key=("coverage_id", "year")),
    table("development", "New states of sites, events, losses, investments and successions, each from a later source",
        claim(),
        ref("concerns_id", "claim", "the site, event, loss, investment or succession"),
        word("status", "its state then, of the code list that fits what it concerns"),
        ref("operator_id?", "operator", "of a site: who runs it from then on; empty where nothing changes"),
        *dated("date?", "when it came into that state (EDTF)")),
    table("institution", "Ministries, investment centres, agencies, trade shows, funds, associations, clubs",
        party(),
        code("kind", "institution_kind", "kind of institution"),
        ref("country_id?", "country", "country in which it works", size=CODE),
        ref("place_id?", "place", "place for which it is competent")),
    table("operator_kin", "Which operators a question about an operator takes in, and through which successions",
        ref("operator_id", "operator", "who is asked about", index=False),
        ref("other_id", "operator", "who is taken in, itself included"),
        word("relation", "same: itself, under any of its names; successor: who followed it"),
        prose("successions?", "slugs of the successions between them, joined by '; '"),
        key=("operator_id", "other_id")),
    table("ownership", "Which operator belongs to whom, wholly or in part, and goes on under its own name",
        claim(),
        ref("owned_id", "operator", "who belongs to another"),
        ref("owner_id", "party", "the operator or fund that owns"),
        code("status", "succession_status", "announced, completed, abandoned"),
        real("low?", "lower end of the share, per cent; empty for at_most"),
        real("high?", "upper end of the share, per cent; empty for at_least"),
        bound("bound?"),
        *dated("held?", "since when, or from when to when (EDTF)"),
        check("bound_fits", f"bound IS NULL OR {BOUND_FITS}")),
    table("place_name", "Names that a place bears or bore, its main name included",
        ref("place_id", "place", "the place", index=False),
        name("name", "the name as written"),
        code("kind", "name_kind", "kind of name"),
        folded("folded", "the name without case and accents, for look-ups", index=True),
        key=("place_id", "name")),
    table("position", "Roles that officials held, and when",
        claim(), ref("official_id", "official", "the person"),
        ref("organisation_id?", "party", "operator or institution"),
        *bilingual("title", "the role, in English", sa.String(NAME)),
        *dated("held?", "when it was held, as far as the sources show (EDTF)")),
    table("site", "Centres that operators run or plan; one without a name is a normal record",
        claim(),
        name("name?", "name of the site, where it bears one"),
        ref("operator_id?", "operator", "who runs it; empty where the source doesn't say"),
        *located(),
        name("address?", "building or street, where the source gives it"),
        code("status", "site_status", "state, as of the latest source"),
        *dated("opened?", "when it opened or is to open (EDTF)"),
        *dated("closed?", "when it closed or is to close (EDTF)")),
    table("source_author", "Authors of articles, in the printed order",
        ref("source_id", "source", "the article", index=False),
        integer("position", "place in the list of authors, from 1"),
        name("name", "name as printed"), key=("source_id", "position")),
    table("statement", "Facts that no other table holds: reasons, services, rankings, policies",
        claim(), code("topic", "topic", "subject"), *located(somewhere=False)),
    table("succession", "Renames, mergers and acquisitions between operators",
        claim(),
        code("kind", "succession_kind", "rename, merger, acquisition ..."),
        code("status", "succession_status", "announced, completed, abandoned"),
        ref("predecessor_id", "operator", "who was there before"),
        ref("successor_id", "operator", "who follows"),
        *dated("date?", "when it took effect or is to (EDTF)")),
    table("event", "Openings, closures, relocations, agreements, trade shows, awards ...",
        claim(),
        code("kind", "event_kind", "kind of event"),
        code("status", "event_status", "planned, happened or cancelled, as of the latest source"),
        name("name?", "name of the event, where it bears one"),
        site(),
        ref("part_of_id?", "event", "the larger event during which it took place"),
        *dated("date?", "when (EDTF)"), sa.Index("ix_event_kind_id", "kind", "id")),
    table("job_report", "Job figures about the present or the past: held or created",
        claim(), code("kind", "report_kind", "held or created"),
        code("measure", "measure", "what is counted"),
        code("reading", "reading", "on top of what is there, or in all"),
        ref("baseline_id?", "job_report", "the report of how many were there before"),
        truth("baseline_none", "whether nobody was there before"),
        *figure(), code("basis", "basis", "whose figure it is"),
        code("directness", "directness", "direct or indirect jobs"),
        *located(), site(),
        *dated("as_of?", "on which date or during which time it held (EDTF)"),
        check("bound_fits", BOUND_FITS), check("low", "low >= 0 OR low IS NULL")),
    table("site_period", "States of sites over time, without gaps or overlaps, reckoned at each load",
        ref("site_id", "site", "the site", index=False),
        integer("position", "place in the order of time, from 1"),
        code("status", "site_status", "state during that time"),
        ref("operator_id?", "operator", "who runs it then; empty where no source says"),
        day("first_day?", "first day; empty: the beginning is open", index=True),
        day("last_day?", "last day; empty: it lasts", index=True),
        prose("evidence", "slugs of the claims behind it, joined by '; '"),
        day("last_evidence?", "last day of the time in which the latest source behind it appeared"),
        key=("site_id", "position")),
    table("site_period_reason", "Why sites are in their state during their periods, one row a reason",
        ref("site_id", "site", "the site", index=False),
        integer("position", "the period, by its place in the order of time"),
        integer("number", "place among the reasons of the period, from 1"),
        word("reason", "a reason: a code"),
        prose("reason_details?", "the parameters of that reason, as JSON"),
        key=("site_id", "position", "number")),
    table("event_place", "Where an event takes place, leads from or leads to",
        ref("event_id", "event", "the event", index=False),
        code("role", "place_role", "at, from or to"),
        integer("position", "place in the list, from 1"),
        *located(), key=("event_id", "role", "position")),
    table("investment", "Amounts of money, in whole units of their currency",
        claim(),
        code("kind", "investment_kind", "what the money is for"),
        code("status", "event_status", "planned, happened or cancelled, as of the latest source"),
        whole("low?", "lower end, in whole units of the currency"),
        whole("high?", "upper end, in whole units of the currency"),
        bound(),
        ref("currency_id", "currency", "ISO 4217 code", size=3, index=False),
        *located(), site(), event(), *dated("date?", "when it is spent (EDTF)"),
        check("bound_fits", BOUND_FITS)),
    table("job_loss", "Job losses, planned or happened: dismissals, closures, cuts",
        claim(),
        code("cause", "loss_cause", "how the jobs end"),
        code("status", "event_status", "planned, happened or cancelled, as its own source says"),
        code("measure", "measure", "what is counted"), *figure(),
        code("basis", "basis", "whose figure it is"),
        code("directness", "directness", "direct or indirect jobs"),
        integer("unnamed_operators", "operators in the figure that the source doesn't name"),
        *located(), site(), event(),
        *dated("date?", "when the jobs ended or are to end (EDTF)"),
        *dated("announced?", "when it was made known (EDTF)"),
        check("bound_fits", BOUND_FITS), check("low", "low >= 0 OR low IS NULL"),
        check("unnamed_operators", "unnamed_operators >= 0")),
    table("job_pledge", "Promised, targeted or projected job figures",
        claim(), code("measure", "measure", "what is counted"),
        code("reading", "reading", "on top of what is there, or in all"),
        ref("baseline_id?", "job_report", "the report of how many were there before"),
        truth("baseline_none", "whether nobody was there before"),
        code("firmness", "firmness", "from commitment to capacity"),
        *figure(), code("basis", "basis", "whose figure it is"),
        code("directness", "directness", "direct or indirect jobs"),
        integer("unnamed_operators", "operators in the figure that the source doesn't name"),
        *located(), site(), event(),
        *dated("announced?", "when it was made (EDTF)"),
        *dated("due?", "by when it is to be kept (EDTF)"),
        check("bound_fits", BOUND_FITS), check("low", "low >= 0 OR low IS NULL"),
        check("unnamed_operators", "unnamed_operators >= 0")),
    table("statistic", "Market figures: sites a year, vacancies a week, contacts a year, completion, premises",
        claim(),
        code("measure", "statistic_measure", "what is counted, in which unit"),
        real("low?", "lower end; empty for at_most"),
        real("high?", "upper end; empty for at_least"), bound(),
        ref("currency_id?", "currency", "of money: ISO 4217 code; low and high are in whole units of it", size=3, index=False),
        code("period?", "period", "for a rate: the time it refers to"),
        *located(somewhere=False), site(), event(),
        *dated("as_of?", "on which date or during which time it held (EDTF)"),
        check("bound_fits", BOUND_FITS)),
    table("ledger", "What became of each pledge, reckoned at each load (docs/ledger.md)",
        ref("pledge_id", "job_pledge", "the pledge", index=False),
        code("while_open", "outcome", "verdict up to the day it is due"),
        code("once_due", "outcome", "verdict once that day has passed"),
        word("verdict_basis", "of while_open: sourced by a source, or computed by a rule"),
        word("once_due_basis", "the same of once_due"),
        whole("shown?", "how much of the promised quantity was there by the due day, at least, as far as reports tell"),
        whole("shown_high?", "how much of it was there at most, where reports show a miss"),
        word("reason", "why that is the verdict once it is due: a code"),
        prose("reason_details?", "the parameters of that reason, as JSON"),
        word("open_reason", "why that is the verdict while it isn't due: a code"),
        prose("open_reason_details?", "the parameters of that reason, as JSON"),
        word("status", "how it stands: standing, cancelled, revised or disputed"),
        truth("counts", "whether it counts in the total of its country and basis"),
        word("line", "the line of a total on which it stands"),
        whole("adds_low?", "how much it adds to its line for certain, at least"),
        whole("adds_high?", "how much it adds to its line at most; empty: open"),
        whole("baseline_low?", "lower end of how many were there when it was made"),
        whole("baseline_high?", "upper end of the same"),
        code("baseline_bound?", "bound", "how exact the figure is"),
        day("baseline_from?", "first day of the time when those were counted"),
        day("made_from?", "first day of the time when it was made, doubt included"),
        day("made_to?", "last day of that time"), key=("pledge_id",)),
    table("ledger_evidence", "Reports, verdicts and other pledges that were looked at for a verdict, and what they show",
        ref("pledge_id", "job_pledge", "the pledge", index=False),
        ref("claim_id", "claim", "the report, verdict or other pledge"),
        word("bearing", "decides, shows, baseline or nothing"),
        whole("low?", "so much of what was promised is there, at least; empty: nothing"),
        whole("high?", "so much of it is there at most; empty: open"),
        day("since?", "first day of the time that it is of, doubt included"),
        day("until?", "last day of that time"),
        word("reason", "what it shows, or why it shows nothing: a code"),
        prose("reason_details?", "the parameters of that reason, as JSON"),
        key=("pledge_id", "claim_id")),
    table("verdict", "Sourced verdicts on pledges; computed ones are not stored",
        claim(), ref("pledge_id", "job_pledge", "the pledge"),
        code("outcome", "outcome", "what became of it"),
        *dated("as_of?", "on which date that held (EDTF)")),
    *facts(),
    ]


def facts() -> list[tuple[str, str, tuple[Any, ...]]]:
    return [
    table("fact", "Each claim with what its lists show of other tables, derived at each load",
        ref("claim_id", "claim", "slug of the claim", index=False),
        word("kind", "kind of claim"),
        octets("sort_key", "orders the claims of a kind as its list has them"),
        prose("figure?", "its figure as people write it: about 400"),
        word("measure?", "what the figure counts; of an investment the currency"),
        text("currency?", 3, "of an amount of money: ISO 4217 code"),
        text("date?", 60, "when, as it claims: of a pledge when it is due (EDTF)"),
        prose("operator?", "slugs of the operators in it, joined by '; '"),
        prose("operator_name?", "names of those operators"),
        prose("institution?", "slugs of the institutions in it, joined by '; '"),
        prose("institution_name?", "names of those institutions"),
        prose("official?", "slugs of the officials in it, joined by '; '"),
        prose("official_name?", "names of those officials"),
        prose("country?", "countries or areas where it is, joined by '; '"),
        prose("country_name?", "names of those in English"),
        prose("place?", "slugs of the closest places known, joined by '; '"),
        prose("place_name?", "names of those places"),
        prose("from_place?", "places that it leads from, or countries, joined by '; '"),
        prose("from_place_name?", "names of what it leads from"),
        prose("to_place?", "places that it leads to, or countries, joined by '; '"),
        prose("to_place_name?", "names of what it leads to"),
        prose("said_by?", "slugs of whom the sources quote for it, joined by '; '"),
        prose("said_by_name?", "names of those whom the sources quote"),
        prose("part_of?", "slugs of the claims that it is a part of, joined by '; '"),
        prose("revises?", "slugs of the claims that it replaces, joined by '; '"),
        prose("conflicts_with?", "slugs of the claims in conflict with it"),
        integer("sources", "number of sources that support it"),
        integer("voices", "number of independent texts among them"),
        integer("contradicted", "number of sources that deny it"),
        integer("denying_voices", "number of independent texts among those"),
        sa.Index("ix_fact_kind_sort_key", "kind", "sort_key"), key=("claim_id",)),
    table("state", "The latest state of what developments concern, derived at each load",
        ref("claim_id", "claim", "slug of the claim", index=False),
        word("status", "its latest state"),
        ref("operator_id?", "operator", "of a site: the operator that it passed to last", index=False),
        ref("told_id", "development", "the development that tells the state", index=False),
        ref("dated_id?", "development", "the one that dates it", index=False),
        ref("opening_id?", "development",
            "of a site: the development that dates its opening, done or planned", index=False),
        ref("closing_id?", "development", "of a site: the development that dates its closure", index=False),
        key=("claim_id",)),
    table("timeline_entry", "Everything that has a date, derived at each load (v_timeline)",
        text("id", 140, "slug of the claim, with a word for some"),
        ref("claim_id", "claim", "slug of the claim"),
        text("date?", 60, "when (EDTF)"),
        day("date_from?", "first day of that date; empty: open or unknown"),
        day("date_to?", "last day of that date; empty: open or unknown"),
        word("date_basis?", "how that date is known"),
        word("status", "planned, happened, promised, due, reported ..."),
        word("kind", "kind of event, or of another dated thing"),
        word("category?", "category of the event; gain or loss of other things"),
        ref("operator_id?", "operator", "whose it was then, where that is another one than now", index=False)),
    table("involved", "Who occurs in which claim, in which role, derived at each load",
        ref("claim_id", "claim", "slug of the claim", index=False),
        ref("party_id", "party", "the party that occurs in it"),
        word("role", "its role"), key=("claim_id", "party_id", "role")),
    table("located", "Where each claim is about, derived at each load",
        ref("claim_id", "claim", "slug of the claim", index=False),
        word("role", "at; for an event also from and to"),
        slug("spot", "the place, or the country where that is all"),
        *located(), key=("claim_id", "role", "spot")),
    table("at_site", "Which site each claim is about, derived at each load",
        ref("claim_id", "claim", "slug of the claim", index=False),
        ref("site_id", "site", "the site that it is about"), key=("claim_id", "site_id")),
    table("place_within", "Each place with itself and all that contain it, derived at each load",
        ref("place_id", "place", "the place", index=False),
        ref("within_id", "place", "a place that contains it, or itself"), key=("place_id", "within_id")),
    table("on_record", "How much is on record of parties and places, derived at each load",
        word("kind", "kind of party, place, country, or all"),
        slug("key", "its slug, or the code of the country; all for all"),
        integer("sites", "sites of an operator, or at the place or a place within it"),
        integer("pledges", "job pledges that name an operator as an employer, or for a country"),
        integer("reports", "job reports in which it occurs, or that are about it"),
        integer("sources", "sources that support claims in which it occurs; of all each source"),
        key=("kind", "key")),
    table("country_read", "How many articles stand behind the claims about a country, derived at each load",
        text("id", 50, "country and year in one"), country(),
        integer("year?", "year of publication; empty: undated"),
        integer("sources", "number of articles")),
    ]
# fmt: on
