"""What a fixture claims, a class a kind of claim: its fields, what each means, and what it may hold."""

from typing import Annotated

from pydantic import (
    Field,
)

from ocdb import kinds
from ocdb.curation.fields import (
    MOST_COUNTED,
    NONE_LISTED,
    NONE_MAPPED,
    AnyFigure,
    Baseline,
    Date,
    HowKnown,
    MadeBy,
    Name,
    OneOf,
    OrOne,
    Parties,
    Prose,
    Record,
    Ref,
    Role,
    Share,
    Signature,
    Slug,
    SomeFigure,
    Weekday,
    Where,
    WholeFigure,
)


class Claim(Record):
    """What all claims share: a slug, the paragraphs that state it, who is quoted, and links to other claims."""

    id: Slug
    """Slug of the claim, as in vipp-interstis-lome-2020-500; never changed later."""
    cite: Annotated[list[Annotated[int, Field(ge=1, le=MOST_COUNTED)]], OrOne()]
    """Number of the paragraph that states it, or a list; paragraphs are the non-empty lines, from 1."""
    summary: Prose | None = None
    """The claim in a line of your own words: {en: ..., fr: ...}; made from other fields where it may be left out."""
    said_by: Annotated[list[Annotated[str, Ref("party")]], OrOne()] = NONE_LISTED
    """Slug of the party that the article quotes for it, or a list."""
    parties: Parties = NONE_MAPPED
    """Who takes part, by role: {organiser: [siccam]}."""
    implied: Annotated[list[Annotated[str, Ref("party", "place", "country", "area")]], OrOne()] = NONE_LISTED
    """Slugs that you identified although the cited paragraphs don't name them; ocdb verify doesn't look for them."""
    conflicts_with: Annotated[list[Annotated[str, Ref("claim")]], OrOne()] = NONE_LISTED
    """Slugs of claims that can't be true beside this one."""
    preferred_because: Prose | None = None
    """Of the claims in conflict this one counts, for this reason: {en: ..., fr: ...}."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""
    made_by: MadeBy | None = None
    """How the record came to be written: by a person, an assistant, rules or from a spreadsheet; mostly a default."""
    confirmed_by: Annotated[list[Signature], OrOne()] = NONE_LISTED
    """Who compared it with the article, or a list; what assistant or rules made loads only with such a name."""


class Site(Claim):
    """A centre that an operator runs or plans at a place."""

    name: Name | None = None
    """Name of the site, where it bears one."""
    operator: Annotated[str, Ref("operator")] | None = None
    """Slug of the operator that runs it; leave out where the source doesn't say."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    address: Name | None = None
    """Building or street, where the source gives it."""
    status: Annotated[str, OneOf("site_status")]
    """State at the time of the article."""
    opened: Date | None = None
    """When it opened or is to open (EDTF)."""
    opened_basis: HowKnown | None = None
    """How opened is known."""
    opened_note: Prose | None = None
    """How opened was reckoned or inferred."""
    closed: Date | None = None
    """When it closed or is to close (EDTF)."""
    closed_basis: HowKnown | None = None
    """How closed is known."""
    closed_note: Prose | None = None
    """How closed was reckoned or inferred."""


class Event(Claim):
    """Something that happened or is planned at a time."""

    kind: Annotated[str, OneOf("event_kind")]
    """Kind of event."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled: an announced opening is planned."""
    summary: Prose
    """What happened or is planned, in a line of your own words: {en: ..., fr: ...}."""
    name: Name | None = None
    """Name of the event, where it bears one."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    part_of: Annotated[str, Ref("event")] | None = None
    """Slug of the larger event during which it took place."""
    at: Annotated[list[Where], OrOne()] = NONE_LISTED
    """Where it takes place."""
    from_: Annotated[list[Where], OrOne(), Field(alias="from")] = NONE_LISTED
    """What place it leads from."""
    to: Annotated[list[Where], OrOne()] = NONE_LISTED
    """What place it leads to."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_weekday: Weekday | None = None
    """Weekday that the article prints; it must fit the date."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Pledge(Claim):
    """A figure about the future that somebody committed to, targeted or projected."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = NONE_LISTED
    """Slugs of the employers."""
    unnamed_operators: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0
    """How many employers the source counts without naming them."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event at which it was made."""
    figure: SomeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure")]
    """What is counted."""
    reading: Annotated[str, OneOf("reading")] = "unclear"
    """On top of what is there, or in all."""
    baseline: Baseline | None = None
    """How many were there when it was made: the slug of a report, or none for a site or an employer that is new."""
    firmness: Annotated[str, OneOf("firmness")] = "announcement"
    """How firm it is: commitment, announcement, ambition, forecast or capacity."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    sector: Annotated[str, OneOf("sector")] | None = None
    """Which part of the trade a figure counts that names no employer, by the source's own words."""
    announced: Date | None = None
    """When it was made (EDTF)."""
    announced_basis: HowKnown | None = None
    """How announced is known."""
    announced_note: Prose | None = None
    """How announced was reckoned or inferred."""
    due: Date | None = None
    """By when it is to be kept (EDTF)."""
    due_basis: HowKnown | None = None
    """How due is known."""
    due_note: Prose | None = None
    """How due was reckoned or inferred."""
    part_of: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = NONE_LISTED
    """Slug of the pledge of which this is a tranche or one party's share."""
    contains: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = NONE_LISTED
    """Slugs of older pledges that this one takes in, where they can't say so themselves: the other side of part_of."""
    revises: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = NONE_LISTED
    """Slug of the older version of the same promise."""


class Verdict(Claim):
    """What a source shows to have become of a pledge."""

    pledge: Annotated[str, Ref("pledge")]
    """Slug of the pledge."""
    outcome: Annotated[str, OneOf("outcome")]
    """What became of it."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Loss(Claim):
    """Jobs that end or are to end: dismissals, closures, cuts. Who is only at risk, on strike or in court is none."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = NONE_LISTED
    """Slugs of the employers."""
    unnamed_operators: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0
    """How many employers the source counts without naming them."""
    at: Where
    """Place slug, country code, or an area such as africa, where the jobs are lost: the closest that is stated."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to, as a closure."""
    cause: Annotated[str, OneOf("loss_cause")] = "unclear"
    """How the jobs end."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled at the time of the article."""
    figure: WholeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure", without=("hires",))]
    """What is counted."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    date: Date | None = None
    """When the jobs ended or are to end (EDTF)."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""
    announced: Date | None = None
    """When it was made known (EDTF)."""
    announced_basis: HowKnown | None = None
    """How announced is known."""
    announced_note: Prose | None = None
    """How announced was reckoned or inferred."""
    part_of: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = NONE_LISTED
    """Slug of the loss of which this is a part."""
    contains: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = NONE_LISTED
    """Slugs of older losses that this one takes in, where they can't say so themselves: the other side of part_of."""
    revises: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = NONE_LISTED
    """Slug of the older version of the same loss, as the plan that came about with another figure."""


class Report(Claim):
    """A job figure about the present or the past."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = NONE_LISTED
    """Slugs of the employers."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    kind: Annotated[str, OneOf("report_kind")]
    """Held or created; jobs that were lost are a loss."""
    figure: WholeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure")]
    """What is counted."""
    reading: Annotated[str, OneOf("reading")] = "unclear"
    """On top of what is there, or in all."""
    baseline: Baseline | None = None
    """What the source compares it with: the slug of an earlier report, or none where it began from nothing."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    sector: Annotated[str, OneOf("sector")] | None = None
    """Which part of the trade a figure counts that names no employer, by the source's own words."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Investment(Claim):
    """An amount of money spent or to be spent, in whole units of its currency."""

    kind: Annotated[str, OneOf("investment_kind")]
    """What the money is for."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled."""
    amount: SomeFigure
    """How much, in whole units of the currency, written like a figure."""
    currency: Annotated[str, Ref("currency")]
    """ISO 4217 code: MAD."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Statistic(Claim):
    """A market figure."""

    figure: AnyFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("statistic_measure")]
    """What is counted, in which unit."""
    currency: Annotated[str, Ref("currency")] | None = None
    """ISO 4217 code, as in MAD, where the measure is money; the figure is in whole units of it."""
    period: Annotated[str, OneOf("period")] | None = None
    """For a rate: the time it refers to."""
    at: Where | None = None
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Position(Claim):
    """A role that an official held at an organisation."""

    official: Annotated[str, Ref("official")]
    """Slug of the person."""
    organisation: Annotated[str, Ref("operator", "institution")] | None = None
    """Slug of the operator or institution."""
    title: Role
    """The role: {en: ..., fr: ...}."""
    held: Date | None = None
    """When it was held, as far as the source shows (EDTF)."""
    held_basis: HowKnown | None = None
    """How held is known."""
    held_note: Prose | None = None
    """How held was reckoned or inferred."""


class Succession(Claim):
    """A rename, merger or acquisition between operators."""

    kind: Annotated[str, OneOf("succession_kind")]
    """Rename, merger or acquisition."""
    status: Annotated[str, OneOf("succession_status")]
    """Announced, completed or abandoned."""
    predecessor: Annotated[str, Ref("operator")]
    """Slug of the operator before."""
    successor: Annotated[str, Ref("operator")]
    """Slug of the operator after."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Development(Claim):
    """What a later source says of a site, event, loss, investment or succession that is on record: its new state."""

    concerns: Annotated[str, Ref(*kinds.STATES)]
    """Slug of the site, event, loss, investment or succession."""
    status: Annotated[str, OneOf(*dict.fromkeys(kinds.STATES.values()))]
    """Its state at the time of this article, from the code list that fits what it concerns."""
    operator: Annotated[str, Ref("operator")] | None = None
    """For a site: slug of the operator that runs it from then on; leave out where it stays the same."""
    date: Date | None = None
    """When it came into that state (EDTF): when it opened, happened, closed."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Ownership(Claim):
    """That a company belongs to another one, wholly or in part, and goes on under its own name."""

    owned: Annotated[str, Ref("operator")]
    """Slug of the operator that belongs to another."""
    owner: Annotated[str, Ref("operator", "institution")]
    """Slug of the company or fund that owns it."""
    status: Annotated[str, OneOf("succession_status")]
    """Announced, completed or abandoned."""
    share: Share | None = None
    """Per cent of the capital, written like a figure: 65, {at_least: 50}."""
    held: Date | None = None
    """Since when, or from when to when (EDTF): 2016-05/.."""
    held_basis: HowKnown | None = None
    """How held is known."""
    held_note: Prose | None = None
    """How held was reckoned or inferred."""


class Statement(Claim):
    """A fact that no other kind holds; its summary is the fact, in our own words."""

    topic: Annotated[str, OneOf("topic")]
    """What it is about."""
    summary: Prose
    """The fact, in a line of your own words: {en: ..., fr: ...}."""
    at: Where | None = None
    """Place slug, country code, or an area such as africa: the closest that the source states."""
