"""What people call the lines of a total, and how they read in a sentence."""

from ocdb.words.figures import figure
from ocdb.words.language import N_, _

_NAMES = {
    "new_jobs": N_("new jobs"),
    "levels": N_("jobs as levels"),
    "hires": N_("hires"),
    "seats": N_("seats"),
    "trainees": N_("trainees"),
    "happened": N_("jobs lost"),
    "planned": N_("jobs to be lost"),
    "seats_happened": N_("seats lost"),
    "seats_planned": N_("seats to be lost"),
    "trainees_happened": N_("trainees dismissed"),
    "trainees_planned": N_("trainees to be dismissed"),
}
# With what has to be said beside a total.
_AMOUNTS = {
    "new_jobs": N_("{figure} new jobs"),
    "levels": N_("{figure} jobs as levels, in which people already there may be included"),
    "hires": N_("{figure} hires, some of which replace people who leave"),
    "seats": N_("{figure} seats"),
    "trainees": N_("{figure} trainees"),
    "happened": N_("{figure} jobs lost"),
    "planned": N_("{figure} jobs to be lost"),
    "seats_happened": N_("{figure} seats lost"),
    "seats_planned": N_("{figure} seats to be lost"),
    "trainees_happened": N_("{figure} trainees dismissed"),
    "trainees_planned": N_("{figure} trainees to be dismissed"),
}
# Whose promises are added up.
_PROMISED_BY = {
    "operator": N_("promised by operators"),
    "government": N_("targets of governments"),
    "federation": N_("targets of federations"),
    "analyst": N_("forecasts of analysts"),
}
# Whose figures of job losses are added up, where it isn't the operators'.
_COUNTED_BY = {
    "government": N_("figures of governments"),
    "federation": N_("figures of federations"),
    "analyst": N_("figures of analysts"),
}


def line_name(line: str) -> str:
    """Return what a line is called."""
    return _(_NAMES[line])


def line_amount(line: str, low: float | None, high: float | None, bound: str) -> str:
    """Return a line in words: ``at least 3,000 new jobs``, with what has to be said of it."""
    return _(_AMOUNTS[line]).format(figure=figure(low, high, bound))


def promised_by(basis: str) -> str:
    """Return whose promises a total adds up."""
    return _(_PROMISED_BY[basis])


def counted_by(basis: str) -> str:
    """Return whose figures of job losses a total adds up; nothing for those of the operators."""
    return _(_COUNTED_BY[basis]) if basis in _COUNTED_BY else ""
