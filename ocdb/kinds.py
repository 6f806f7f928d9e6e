"""The kinds of claim, each declared once: checks, loading, lists and dossiers take what they need from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of claim.

    Attributes:
        name: its code in the list claim_kind.
        states: the code list of its states, where a later source may change its state; empty for the others.
        order: the columns by which a list of it is sorted before its slug; of a date its first day, or where that is
            open its last.
        at_site: whether it may name the site that it is about.
        own_plural: its plural, where that isn't the name with an s.
        own_table: its table, where that isn't the name.
    """

    name: str
    order: tuple[str, ...]
    states: str = ""
    at_site: bool = False
    own_plural: str = ""
    own_table: str = ""

    @property
    def plural(self) -> str:
        """Return what lists of it are called: the key of a fixture, and what `ocdb list` takes."""
        return self.own_plural or f"{self.name}s"

    @property
    def view(self) -> str:
        """Return the name of its view."""
        return f"v_{self.plural}"

    @property
    def table(self) -> str:
        """Return the name of the table that holds what is its own."""
        return self.own_table or self.name


# In the order in which fixtures, templates and dossiers have them.
CLAIMS = (
    Kind("site", ("country_name", "place_name", "operator_name"), states="site_status"),
    Kind("event", ("date_from",), states="event_status", at_site=True),
    Kind("pledge", ("announced_from",), at_site=True, own_table="job_pledge"),
    Kind("verdict", ("as_of_from",)),
    Kind(
        "loss",
        ("date_from", "announced_from"),
        states="event_status",
        at_site=True,
        own_plural="losses",
        own_table="job_loss",
    ),
    Kind("report", ("as_of_from",), at_site=True, own_table="job_report"),
    Kind("investment", ("date_from",), states="event_status", at_site=True),
    Kind("statistic", ("as_of_from",), at_site=True),
    Kind("position", ("official_name", "held_from")),
    Kind("succession", ("date_from",), states="succession_status"),
    Kind("ownership", ("held_from",)),
    Kind("development", ("date_from",)),
    Kind("statement", ("topic",)),
)
# What a later source may tell a new state of: by kind the code list of its states.
STATES = {kind.name: kind.states for kind in CLAIMS if kind.states}
# The kinds that may name a site.
AT_SITE = tuple(kind.name for kind in CLAIMS if kind.at_site)
