"""The code lists: small tables of kinds, with labels in English and French and a definition.

They are tables and no enums, so that a new kind is one line of YAML and no migration.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import Base, Code, Name, Prose


class CodeList:
    """The columns of a code list."""

    id: Mapped[Code] = mapped_column(primary_key=True, comment="the code, as fixtures and views write it")
    position: Mapped[int] = mapped_column(comment="place in the list, from 1, in the order of seeds/codes.yaml")
    label_en: Mapped[Name] = mapped_column(comment="label in English")
    label_fr: Mapped[Name] = mapped_column(comment="label in French")
    definition: Mapped[Prose] = mapped_column(comment="when to choose this code")


class PlaceKind(CodeList, Base):
    """Kinds of place."""

    __tablename__ = "place_kind"
    __table_args__ = {"comment": "Code list: kinds of place"}


class NameKind(CodeList, Base):
    """Kinds of name."""

    __tablename__ = "name_kind"
    __table_args__ = {"comment": "Code list: kinds of name of a party or a place"}


class IdentifierScheme(CodeList, Base):
    """Registers outside ocdb that give identifiers."""

    __tablename__ = "identifier_scheme"
    __table_args__ = {"comment": "Code list: outside registers whose identifiers a party bears"}


class InstitutionKind(CodeList, Base):
    """Kinds of institution."""

    __tablename__ = "institution_kind"
    __table_args__ = {"comment": "Code list: kinds of institution"}


class DateBasis(CodeList, Base):
    """How a date is known."""

    __tablename__ = "date_basis"
    __table_args__ = {"comment": "Code list: whether a date is stated, reckoned from another date, or inferred"}


class Stance(CodeList, Base):
    """What a passage does to a claim."""

    __tablename__ = "stance"
    __table_args__ = {"comment": "Code list: whether a citation supports or contradicts its claim"}


class ClaimKind(CodeList, Base):
    """Kinds of claim."""

    __tablename__ = "claim_kind"
    __table_args__ = {"comment": "Code list: kinds of claim, one for each table of claims"}


class LinkKind(CodeList, Base):
    """How one claim relates to another."""

    __tablename__ = "link_kind"
    __table_args__ = {"comment": "Code list: relations between two claims"}


class Role(CodeList, Base):
    """What a party does in a claim."""

    __tablename__ = "role"
    __table_args__ = {"comment": "Code list: roles of parties in claims"}


class PlaceRole(CodeList, Base):
    """What a place is to an event."""

    __tablename__ = "place_role"
    __table_args__ = {"comment": "Code list: whether an event takes place at, leads from or leads to a place"}


class SiteStatus(CodeList, Base):
    """States of a site."""

    __tablename__ = "site_status"
    __table_args__ = {"comment": "Code list: states of a site"}


class EventCategory(CodeList, Base):
    """Categories of kinds of event."""

    __tablename__ = "event_category"
    __table_args__ = {"comment": "Code list: categories to which kinds of event belong"}


class EventKind(CodeList, Base):
    """Kinds of event."""

    __tablename__ = "event_kind"
    __table_args__ = {"comment": "Code list: kinds of event"}

    category: Mapped[Code] = mapped_column(
        ForeignKey("event_category.id"), comment="category to which events of this kind belong"
    )


class EventStatus(CodeList, Base):
    """Whether something is planned or happened."""

    __tablename__ = "event_status"
    __table_args__ = {
        "comment": "Code list: whether an event, a loss or an investment is planned, happened or was cancelled"
    }


class Measure(CodeList, Base):
    """What a job figure counts."""

    __tablename__ = "measure"
    __table_args__ = {"comment": "Code list: what a job figure counts; measures are never added to each other"}


class Reading(CodeList, Base):
    """Additional or in all."""

    __tablename__ = "reading"
    __table_args__ = {"comment": "Code list: whether a job figure comes on top of what is there or includes it"}


class Firmness(CodeList, Base):
    """How firm a promise is."""

    __tablename__ = "firmness"
    __table_args__ = {"comment": "Code list: how firmly somebody stands behind a figure about the future"}


class Bound(CodeList, Base):
    """How exact a figure is."""

    __tablename__ = "bound"
    __table_args__ = {"comment": "Code list: whether a figure is exact, approximate, a minimum, a maximum or a range"}


class Basis(CodeList, Base):
    """Whose figure it is."""

    __tablename__ = "basis"
    __table_args__ = {"comment": "Code list: who stands behind a figure"}


class Directness(CodeList, Base):
    """Direct or indirect jobs."""

    __tablename__ = "directness"
    __table_args__ = {"comment": "Code list: whether a figure counts direct jobs, indirect jobs or both"}


class ReportKind(CodeList, Base):
    """What a job report tells."""

    __tablename__ = "report_kind"
    __table_args__ = {"comment": "Code list: whether reported jobs are held or created"}


class LossCause(CodeList, Base):
    """How jobs end."""

    __tablename__ = "loss_cause"
    __table_args__ = {"comment": "Code list: how jobs that are lost end"}


class Outcome(CodeList, Base):
    """What became of a pledge."""

    __tablename__ = "outcome"
    __table_args__ = {"comment": "Code list: verdicts on a pledge"}


class StatisticMeasure(CodeList, Base):
    """What a market figure counts."""

    __tablename__ = "statistic_measure"
    __table_args__ = {"comment": "Code list: what a market figure counts, with its unit in the definition"}


class Period(CodeList, Base):
    """The time that a rate refers to."""

    __tablename__ = "period"
    __table_args__ = {"comment": "Code list: the time to which a rate refers"}


class InvestmentKind(CodeList, Base):
    """Kinds of spending."""

    __tablename__ = "investment_kind"
    __table_args__ = {"comment": "Code list: what an amount of money is for"}


class SuccessionKind(CodeList, Base):
    """How one operator follows another."""

    __tablename__ = "succession_kind"
    __table_args__ = {"comment": "Code list: ways in which one operator follows another"}


class SuccessionStatus(CodeList, Base):
    """How far a succession got."""

    __tablename__ = "succession_status"
    __table_args__ = {"comment": "Code list: how far a succession got"}


class Topic(CodeList, Base):
    """What a statement is about."""

    __tablename__ = "topic"
    __table_args__ = {"comment": "Code list: subjects of statements"}


class CoverageMethod(CodeList, Base):
    """How thoroughly somebody searched."""

    __tablename__ = "coverage_method"
    __table_args__ = {"comment": "Code list: how thoroughly articles were searched"}


# Every list under the name that seeds/codes.yaml gives it: the name of its table.
CODE_LISTS: dict[str, type[CodeList]] = {
    model.__tablename__: model for model in Base.__subclasses__() if issubclass(model, CodeList)
}
