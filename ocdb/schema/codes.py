"""The code lists: small tables of kinds, with labels in English and French and a definition.

They are tables and no enums, so that a new kind is one line of YAML and no migration.
"""

from collections.abc import Iterator

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from ocdb.schema.base import Base

# Each list by the name that seeds/codes.yaml gives it, which is that of its table, with what it holds.
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
    "event_kind": "kinds of event",
    "event_status": "whether an event, a loss or an investment is planned, happened or was cancelled",
    "measure": "what a job figure counts; measures are never added to each other",
    "reading": "whether a job figure comes on top of what is there or includes it",
    "firmness": "how firmly somebody stands behind a figure about the future",
    "bound": "whether a figure is exact, approximate, a minimum, a maximum or a range",
    "basis": "who stands behind a figure",
    "directness": "whether a figure counts direct jobs, indirect jobs or both",
    "sector": "parts of the trade, as figures that name no employer count them",
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


def _code_list(name: str, content: str) -> None:
    """Add the table of a code list."""
    Table(
        name,
        Base.metadata,
        *_more(name),
        Column("id", String(40), primary_key=True, comment="the code, as fixtures and views write it"),
        Column(
            "position", Integer, nullable=False, comment="place in the list, from 1, in the order of seeds/codes.yaml"
        ),
        Column("label_en", String(300), nullable=False, comment="label in English"),
        Column("label_fr", String(300), nullable=False, comment="label in French"),
        Column("definition", Text, nullable=False, comment="when to choose this code"),
        Column("also", Text, comment="other words for it, in either language, joined by '; '"),
        comment=f"Code list: {content}",
    )


def _more(name: str) -> Iterator[Column[str]]:
    """Yield what a list has beyond the columns that all share."""
    if name == "event_kind":
        comment = "category to which events of this kind belong"
        yield Column("category", String(40), ForeignKey("event_category.id"), nullable=False, comment=comment)


# Nobody asks for their rows as objects: a class for each would be a third of all that SQLAlchemy maps at each start.
for _name, _content in CODE_LISTS.items():
    _code_list(_name, _content)
