"""The shapes of records as curators write them, declared once; checks, loading and documents follow them.

A file of fixtures holds one source and what it states. Files of seeds hold registers: operators, institutions,
officials, places, and the reference data.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ocdb.dates import WEEKDAYS, parse


class Record(BaseModel):
    """A record: unknown keys are errors, values don't change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Ref:
    """Marks a field that names another record, by its kinds."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class OneOf:
    """Marks a field that names a code of a code list."""

    def __init__(self, code_list: str) -> None:
        self.code_list = code_list


def _as_text(value: Any) -> Any:
    """Let a year written without quotes be a date."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _known_date(value: str) -> str:
    parse(value)
    return value


def _listed(value: Any) -> Any:
    """Let a single value stand for a list of one."""
    return value if isinstance(value, list | tuple) or value is None else [value]


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Edtf = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(max_length=60), Field(json_schema_extra={"format": "edtf"})
]
Date = Annotated[Edtf, BeforeValidator(lambda value: _known_date(value) if isinstance(value, str) else value)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
assert Weekday.__args__ == WEEKDAYS  # type: ignore[attr-defined]  # noqa: S101  one list, seen by the type checker too

Where = Annotated[str, BeforeValidator(_as_text), Ref("place", "country")]
HowKnown = Annotated[str, OneOf("date_basis")]
Parties = dict[Annotated[str, OneOf("role")], Annotated[list[Annotated[str, Ref("party")]], BeforeValidator(_listed)]]


class Figure(Record):
    """A number or two, and how exact they are."""

    low: Decimal | None
    high: Decimal | None
    bound: Literal["exact", "about", "at_least", "at_most", "range"]


def _as_figure(value: Any) -> Any:
    """Read ``500``, ``{about: 400}``, ``{at_least: 3000}``, ``{at_most: 9}`` or ``{range: [300, 400]}``."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        number = _number(value)
        return Figure(low=number, high=number, bound="exact")
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError("a figure is a number, or one of about, at_least, at_most, range with its number")
    ((bound, number),) = value.items()
    if bound == "range":
        if not isinstance(number, list) or len(number) != 2 or _number(number[0]) >= _number(number[1]):  # noqa: PLR2004
            raise ValueError("a range is two numbers, the smaller one first, as in {range: [300, 400]}")
        return Figure(low=_number(number[0]), high=_number(number[1]), bound="range")
    if bound not in ("about", "at_least", "at_most"):
        raise ValueError(f"{bound!r} is no bound; use about, at_least, at_most or range")
    amount = _number(number)
    return Figure(low=None if bound == "at_most" else amount, high=None if bound == "at_least" else amount, bound=bound)


def _number(value: Any) -> Decimal:
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else None
    except ArithmeticError:
        number = None
    if number is None or not number.is_finite() or number < 0:
        raise ValueError(f"{value!r} is no number; write it without spaces or commas, as in 3500 or 4.28")
    return number


def _whole(figure: Figure) -> Figure:
    if any(number is not None and number != int(number) for number in (figure.low, figure.high)):
        raise ValueError("a count of jobs or an amount of money is a whole number")
    return figure


AnyFigure = Annotated[
    Figure,
    BeforeValidator(
        _as_figure,
        json_schema_input_type=int | str | dict[Literal["about", "at_least", "at_most", "range"], Any],
    ),
]
WholeFigure = Annotated[AnyFigure, Field(), BeforeValidator(lambda value: _whole(_as_figure(value)))]


# --- what a source states ---------------------------------------------------------------------------------------


class Source(Record):
    """An article: bibliographic data, and the hash of its text where the text was held."""

    id: Slug
    publisher: Name
    title: Text | None = None
    authors: list[Name] = []
    url: Text | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    published: Date | None = None
    published_weekday: Weekday | None = None
    published_basis: HowKnown | None = None
    published_note: Text | None = None
    credited_to: Name | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    paragraphs: Annotated[int, Field(ge=1)] | None = None
    note: Text | None = None


class Claim(Record):
    """What all claims share: a slug, the paragraphs that state it, who is quoted, and links to other claims."""

    id: Slug
    cite: Annotated[list[Annotated[int, Field(ge=1)]], BeforeValidator(_listed)]
    summary: Text | None = None
    said_by: Annotated[str, Ref("party")] | None = None
    parties: Parties = {}
    conflicts_with: Annotated[list[Annotated[str, Ref("claim")]], BeforeValidator(_listed)] = []
    preferred_because: Text | None = None
    note: Text | None = None


class Site(Claim):
    """A centre that an operator runs or plans at a place."""

    name: Name | None = None
    operator: Annotated[str, Ref("operator")] | None = None
    at: Where
    address: Name | None = None
    status: Annotated[str, OneOf("site_status")]
    opened: Date | None = None
    opened_basis: HowKnown | None = None
    opened_note: Text | None = None
    closed: Date | None = None
    closed_basis: HowKnown | None = None
    closed_note: Text | None = None


class Event(Claim):
    """Something that happened or is planned at a time."""

    kind: Annotated[str, OneOf("event_kind")]
    status: Annotated[str, OneOf("event_status")]
    summary: Text
    name: Name | None = None
    site: Annotated[str, Ref("site")] | None = None
    part_of: Annotated[str, Ref("event")] | None = None
    at: Annotated[list[Where], BeforeValidator(_listed)] = []
    from_: Annotated[list[Where], BeforeValidator(_listed), Field(alias="from")] = []
    to: Annotated[list[Where], BeforeValidator(_listed)] = []
    date: Date | None = None
    date_weekday: Weekday | None = None
    date_basis: HowKnown | None = None
    date_note: Text | None = None


class Pledge(Claim):
    """A figure about the future that somebody committed to, targeted or projected."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], BeforeValidator(_listed)] = []
    unnamed_operators: Annotated[int, Field(ge=0)] = 0
    at: Where
    site: Annotated[str, Ref("site")] | None = None
    event: Annotated[str, Ref("event")] | None = None
    figure: WholeFigure
    measure: Annotated[str, OneOf("measure")]
    reading: Annotated[str, OneOf("reading")] = "unclear"
    basis: Annotated[str, OneOf("basis")]
    directness: Annotated[str, OneOf("directness")] = "unstated"
    announced: Date | None = None
    announced_basis: HowKnown | None = None
    announced_note: Text | None = None
    due: Date | None = None
    due_basis: HowKnown | None = None
    due_note: Text | None = None
    part_of: Annotated[list[Annotated[str, Ref("pledge")]], BeforeValidator(_listed)] = []
    revises: Annotated[list[Annotated[str, Ref("pledge")]], BeforeValidator(_listed)] = []


class Verdict(Claim):
    """What a source shows to have become of a pledge."""

    pledge: Annotated[str, Ref("pledge")]
    outcome: Annotated[str, OneOf("outcome")]
    as_of: Date | None = None
    as_of_basis: HowKnown | None = None
    as_of_note: Text | None = None


class Report(Claim):
    """A job figure about the present or the past."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], BeforeValidator(_listed)] = []
    at: Where
    site: Annotated[str, Ref("site")] | None = None
    kind: Annotated[str, OneOf("report_kind")]
    figure: WholeFigure
    measure: Annotated[str, OneOf("measure")]
    reading: Annotated[str, OneOf("reading")] = "unclear"
    basis: Annotated[str, OneOf("basis")]
    directness: Annotated[str, OneOf("directness")] = "unstated"
    as_of: Date | None = None
    as_of_basis: HowKnown | None = None
    as_of_note: Text | None = None


class Investment(Claim):
    """An amount of money spent or to be spent, in whole units of its currency."""

    kind: Annotated[str, OneOf("investment_kind")]
    status: Annotated[str, OneOf("event_status")]
    amount: WholeFigure
    currency: Annotated[str, Ref("currency")]
    at: Where
    site: Annotated[str, Ref("site")] | None = None
    event: Annotated[str, Ref("event")] | None = None
    date: Date | None = None
    date_basis: HowKnown | None = None
    date_note: Text | None = None


class Statistic(Claim):
    """A market figure."""

    figure: AnyFigure
    measure: Annotated[str, OneOf("statistic_measure")]
    period: Annotated[str, OneOf("period")] | None = None
    at: Where | None = None
    site: Annotated[str, Ref("site")] | None = None
    event: Annotated[str, Ref("event")] | None = None
    as_of: Date | None = None
    as_of_basis: HowKnown | None = None
    as_of_note: Text | None = None


class Position(Claim):
    """A role that an official held at an organisation."""

    official: Annotated[str, Ref("official")]
    organisation: Annotated[str, Ref("operator", "institution")] | None = None
    title: Name
    held: Date | None = None
    held_basis: HowKnown | None = None
    held_note: Text | None = None


class Succession(Claim):
    """A rename, merger or acquisition between operators."""

    kind: Annotated[str, OneOf("succession_kind")]
    status: Annotated[str, OneOf("succession_status")]
    predecessor: Annotated[str, Ref("operator")]
    successor: Annotated[str, Ref("operator")]
    date: Date | None = None
    date_basis: HowKnown | None = None
    date_note: Text | None = None


class Statement(Claim):
    """A fact that no other kind holds; its summary is the fact, in our own words."""

    topic: Annotated[str, OneOf("topic")]
    summary: Text
    at: Where | None = None


class Citation(Record):
    """A passage of this source about a claim that another file declares."""

    claim: Annotated[str, Ref("claim")]
    cite: Annotated[list[Annotated[int, Field(ge=1)]], BeforeValidator(_listed)]
    stance: Annotated[str, OneOf("stance")] = "supports"
    note: Text | None = None


# --- registers and reference data -------------------------------------------------------------------------------


class OtherName(Record):
    """A further name."""

    name: Name
    kind: Annotated[str, OneOf("name_kind")]
    used: Date | None = None
    note: Text | None = None


class Party(Record):
    """What operators, institutions and officials share."""

    id: Slug
    name: Name
    names: list[OtherName] = []
    identifiers: dict[Annotated[str, OneOf("identifier_scheme")], Name] = {}
    note: Text | None = None


class Operator(Party):
    """A company that runs call centres or other outsourced services."""

    home_country: Annotated[str, Ref("country")] | None = None
    founded: Date | None = None


class Institution(Party):
    """Any other body that takes part."""

    kind: Annotated[str, OneOf("institution_kind")]
    at: Where | None = None


class Official(Party):
    """A named person in a public or company role."""


class Place(Record):
    """A region, city, district or park."""

    id: Slug
    kind: Annotated[str, OneOf("place_kind")]
    name: Name
    country: Annotated[str, Ref("country")]
    parent: Annotated[str, Ref("place")] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    geonames_id: Annotated[int, Field(ge=1)] | None = None
    names: list[OtherName] = []
    note: Text | None = None


class Country(Record):
    """A country of ISO 3166-1."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    alpha3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    name_en: Name
    name_fr: Name
    in_africa: bool
    names: list[Name] = []


class Currency(Record):
    """A currency of ISO 4217."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    label_en: Name
    label_fr: Name


class Code(Record):
    """A member of a code list."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
    label_en: Name
    label_fr: Name
    definition: Text


class Retired(Record):
    """A slug that is no longer in use."""

    id: Slug
    successor: Slug | None = None
    reason: Text


# The keys of a file whose lists hold claims, and the shape of each; a claim's kind is its shape's name.
CLAIMS: dict[str, type[Claim]] = {
    "sites": Site,
    "events": Event,
    "pledges": Pledge,
    "verdicts": Verdict,
    "reports": Report,
    "investments": Investment,
    "statistics": Statistic,
    "positions": Position,
    "successions": Succession,
    "statements": Statement,
}
# The keys of a file whose lists hold registers and reference data.
REGISTERS: dict[str, type[Record]] = {
    "operators": Operator,
    "institutions": Institution,
    "officials": Official,
    "places": Place,
    "countries": Country,
    "currencies": Currency,
    "retired": Retired,
}


def kind_of(shape: type[Record]) -> str:
    """Return the kind of record that a shape describes: its name in small letters."""
    return shape.__name__.lower()
