"""Sources, and the registers of who and where: a class a kind of record, with its fields."""

from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    StringConstraints,
    model_validator,
)

from ocdb import kinds
from ocdb.curation.fields import (
    MOST_COUNTED,
    NONE_LISTED,
    NONE_MAPPED,
    Date,
    FrenchName,
    HowKnown,
    MadeBy,
    Name,
    OneOf,
    OrOne,
    Prose,
    Record,
    Ref,
    Signature,
    Slug,
    Text,
    Weekday,
    Where,
)
from ocdb.rules.lines import LINES
from ocdb.words.language import _


class Source(Record):
    """An article: bibliographic data, and the hash of its text where the text was held."""

    id: Slug
    """Slug: publisher, date and subject."""
    publisher: Name
    """The outlet that published it, in any spelling of seeds/publishers.yaml."""
    title: Text | None = None
    """Title, exactly as printed."""
    authors: list[Name] = NONE_LISTED
    """Authors as printed, in their order."""
    url: Text | None = None
    """Address."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """Language of the text, ISO 639-1: fr."""
    published: Date | None = None
    """Date of publication."""
    published_weekday: Weekday | None = None
    """Weekday that the article prints; it must fit the date."""
    published_basis: HowKnown | None = None
    """How published is known."""
    published_note: Prose | None = None
    """How published was reckoned or inferred."""
    credited_to: Name | None = None
    """The outlet that the article itself names as its origin."""
    syndicated_from: Slug | None = None
    """The text that this one is a copy of: slug of another source, or one of your own for an agency's text not held."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the normalised text, where you held it, or its beginning."""
    paragraphs: Annotated[int, Field(ge=1, le=MOST_COUNTED)] | None = None
    """Number of its non-empty lines."""
    extent: Annotated[str, OneOf("extent")] | None = None
    """How much of the article you read; paragraphs and sha256 are those of what you read."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Citation(Record):
    """A passage of this source about a claim that another file declares."""

    claim: Annotated[str, Ref("claim")]
    """Slug of the claim, which another file declares."""
    cite: Annotated[list[Annotated[int, Field(ge=1, le=MOST_COUNTED)]], OrOne()]
    """Number of the paragraph that states it, or a list; paragraphs are the non-empty lines, from 1."""
    stance: Annotated[str, OneOf("stance")] = "supports"
    """Supports or contradicts."""
    implied: Annotated[list[Annotated[str, Ref("party", "place", "country", "area")]], OrOne()] = NONE_LISTED
    """Slugs that you identified although the cited paragraphs don't name them; ocdb verify doesn't look for them."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""
    made_by: MadeBy | None = None
    """How the record came to be written: by a person, an assistant, rules or from a spreadsheet; mostly a default."""
    confirmed_by: Annotated[list[Signature], OrOne()] = NONE_LISTED
    """Who compared it with the article, or a list; what assistant or rules made loads only with such a name."""


# --- registers and reference data -------------------------------------------------------------------------------


class OtherName(Record):
    """A further name."""

    name: Name
    """The name as written."""
    kind: Annotated[str, OneOf("name_kind")]
    """Kind of name."""
    used: Date | None = None
    """When it was in use (EDTF)."""
    note: Prose | None = None
    """Where it was seen."""


class Party(Record):
    """What operators, institutions and officials share."""

    id: Slug
    """Slug: small letters, digits and hyphens; never changed later."""
    name: Name
    """The name that lists show."""
    names: list[OtherName] = NONE_LISTED
    """Further names."""
    identifiers: dict[Annotated[str, OneOf("identifier_scheme")], Name] = NONE_MAPPED
    """Identifiers in outside registers, by scheme."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Operator(Party):
    """A company that runs call centres or other outsourced services."""

    home_country: Annotated[str, Ref("country")] | None = None
    """Country of its head office, as a source states it."""
    founded: Date | None = None
    """When it was founded (EDTF)."""


class Institution(Party):
    """Any other body that takes part."""

    kind: Annotated[str, OneOf("institution_kind")]
    """Kind of institution."""
    at: Where | None = None
    """Place, country or larger area for which it is competent."""


class Official(Party):
    """A named person in a public or company role."""


class Place(Record):
    """A region, city, district or park."""

    id: Slug
    """Slug: country code and name, as in ma-agadir."""
    kind: Annotated[str, OneOf("place_kind")]
    """Kind of place."""
    name: Name
    """Name in use there, in Latin letters."""
    country: Annotated[str, Ref("country")]
    """Country code."""
    parent: Annotated[str, Ref("place")] | None = None
    """Slug of the next larger place that it lies in."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north, WGS 84."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east, WGS 84."""
    geonames_id: Annotated[int, Field(ge=1, le=MOST_COUNTED)] | None = None
    """Identifier at geonames.org."""
    names: list[OtherName] = NONE_LISTED
    """Further names."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Country(Record):
    """A country of ISO 3166-1."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    """ISO 3166-1 alpha-2 code."""
    alpha3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """ISO 3166-1 alpha-3 code."""
    name_en: Name
    """Name in English."""
    name_fr: Name
    """Name in French."""
    in_africa: bool
    """Whether it lies in Africa."""
    box: Annotated[list[int], Field(min_length=4, max_length=4)] | None = None
    """Around its towns, with some room: south, west, north, east in whole degrees, WGS 84."""
    names: list[Name] = NONE_LISTED
    """Further names by which it is found."""


class Area(Record):
    """An area larger than a country, for what is given only at that level, and the countries that lie in it."""

    id: Slug
    """Slug: africa."""
    name_en: Name
    """Name in English."""
    name_fr: Name
    """Name in French."""
    names: list[Name] = NONE_LISTED
    """Further names by which it is found."""
    definition_en: Text | None = None
    """Which countries lie in it, and by whom, in English."""
    definition_fr: Text | None = None
    """The same in French."""
    countries: list[Annotated[str, Ref("country")]] = NONE_LISTED
    """Codes of the countries that lie in it; none where nobody says which."""


class Publisher(Record):
    """An outlet or a body that publishes articles: all its spellings are stored as its name."""

    id: Slug
    """Slug: small letters, digits and hyphens."""
    name: Name
    """The name that lists show, and by which every spelling is stored."""
    names: list[Name] = NONE_LISTED
    """Other spellings, and former names, by which sources may call it."""
    country: Annotated[str, Ref("country")] | None = None
    """Code of the country where it appears, where it has one."""
    kind: Annotated[str, OneOf("publisher_kind")] | None = None
    """Kind of publisher, where it is known."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Currency(Record):
    """A currency of ISO 4217, in use or former."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code."""
    label_en: Name
    """Name in English."""
    label_fr: FrenchName
    """Name in French."""
    until: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Of a former currency: the year in which it ceased to be money."""


class Code(Record):
    """A member of a code list."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
    """The code: small letters, digits and underscores."""
    label_en: Name
    """Name in English."""
    label_fr: FrenchName
    """Name in French."""
    definition: Text
    """When to choose this code, and when its neighbour."""
    also: list[Name] = NONE_LISTED
    """Other words for it, in either language, by which records with this code are found."""


class EventKind(Code):
    """A member of the code list event_kind."""

    category: Annotated[str, OneOf("event_category")]
    """Category to which events of this kind belong."""


class StatisticMeasure(Code):
    """A member of the code list statistic_measure."""

    money: bool = False
    """Whether it is an amount of money, which needs a currency."""


class Retired(Record):
    """A slug that is no longer in use."""

    id: Slug
    """The slug that is no longer used."""
    successor: Slug | None = None
    """The slug to use instead."""
    reason: Prose
    """Why it was retired."""


class Judgement(Record):
    """That several slugs mean one party: an opinion of a curator, which can be taken back."""

    id: Slug
    """Slug of the judgement."""
    same: Annotated[list[Annotated[str, Ref("party")]], Field(min_length=2)]
    """Slugs that mean the same operator, institution or official; the first stays, the others lead to it."""
    judged: Date
    """When it was judged (EDTF)."""
    reason: Prose
    """Why they are one, with the sources that show it."""
    withdrawn: Date | None = None
    """When it was taken back (EDTF); from then on they are apart again."""
    withdrawn_reason: Prose | None = None
    """Why it was taken back."""


class Coverage(Record):
    """A search for articles about a country."""

    id: Slug
    """Slug of the search."""
    country: Annotated[str, Ref("country")]
    """Country code."""
    outlet: Name
    """The outlet or archive that was searched."""
    method: Annotated[str, OneOf("coverage_method")]
    """How thoroughly."""
    searched: Date
    """When the search was made (EDTF)."""
    words: Text | None = None
    """The words that were searched for."""
    found: dict[Annotated[int, Field(ge=1900, le=2100)], Annotated[int, Field(ge=0, le=MOST_COUNTED)]]
    """Articles found, by year of publication; 0 where there were none, no key for a year that wasn't searched."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Search(Record):
    """A look for articles by some words, be it for what came of promises: that it found nothing is a finding too."""

    id: Slug
    """Slug of the search: its day, and words of it."""
    on: Date
    """When it was made (EDTF)."""
    words: Text
    """The words that were searched for."""
    where: Name
    """The outlet, archive or corpus that was searched."""
    languages: list[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]] = NONE_LISTED
    """Languages of the words, ISO 639-1."""
    countries: Annotated[list[Annotated[str, Ref("country", "area")]], OrOne()] = NONE_LISTED
    """Codes of the countries that it was about."""
    hits: Annotated[int, Field(ge=0, le=MOST_COUNTED)] | None = None
    """How many pages were found, read or not."""
    used: Annotated[list[Annotated[str, Ref("source")]], OrOne()] = NONE_LISTED
    """Slugs of the sources that came of it; none where nothing of use was found."""
    for_: Annotated[list[Annotated[str, Ref("pledge")]], OrOne(), Field(alias="for")] = NONE_LISTED
    """Slugs of the pledges of which it was to show what became."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


Countable = Literal[
    "claims", "sources", "sites", "events", "pledges", "verdicts", "losses", "reports", "investments", "statistics",
    "positions", "successions", "ownerships", "developments", "statements",
]  # fmt: skip
Line = Literal["new_jobs", "levels", "hires", "seats", "trainees"]
# One list each, seen by the type checker too.
assert set(Countable.__args__) == {"claims", "sources", *(one.plural for one in kinds.CLAIMS)}  # type: ignore[attr-defined]  # noqa: S101
assert Line.__args__ == LINES  # type: ignore[attr-defined]  # noqa: S101


class Expectation(Record):
    """A bound on how much is on record: ocdb check names each that doesn't hold."""

    id: Slug
    """Slug of the bound: ma-new-jobs."""
    count: Countable | None = None
    """What is counted: claims, sources, or a kind of claim."""
    total: Line | None = None
    """In place of count: the line of ocdb jobs whose low end is held."""
    country: Annotated[str, Ref("country", "area")] | None = None
    """Code of the country that it is about; without country, place and operator all that is on record."""
    place: Annotated[str, Ref("place")] | None = None
    """Slug of the place that it is about, with those in it."""
    operator: Annotated[str, Ref("operator")] | None = None
    """Of a total: slug of the operator that it is about."""
    basis: Annotated[str, OneOf("basis")] = "operator"
    """Of a total: whose promises."""
    at_least: Annotated[int, Field(ge=0, le=MOST_COUNTED)] | None = None
    """The lower bound."""
    at_most: Annotated[int, Field(ge=0, le=MOST_COUNTED)] | None = None
    """The upper bound."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""

    @model_validator(mode="after")
    def _one_thing_in_one_scope(self) -> Self:
        """Refuse a bound that can't be told whether it holds.

        Raises:
            ValueError: it counts nothing or two things, is about several scopes, or has no bound that can hold.
        """
        if (self.count is None) == (self.total is None):
            raise ValueError(_("a bound is on a count or on a total, one of the two"))
        if sum(scope is not None for scope in (self.country, self.place, self.operator)) > 1:
            raise ValueError(_("a bound is about one country, place or operator"))
        if self.count is not None and self.operator is not None:
            raise ValueError(_("a count is of a country or a place; of an operator there are totals"))
        if self.at_least is None and self.at_most is None:
            raise ValueError(_("a bound has at_least, at_most or both"))
        if None not in (self.at_least, self.at_most) and (self.at_least or 0) > (self.at_most or 0):
            raise ValueError(_("at_least is more than at_most"))
        return self
