"""Lines of a total: what kind of thing a promise is of, and how much it adds to its line (docs/totals.md)."""

from ocdb.rules.figures import Figure

# Never added to each other.
LINES = ("new_jobs", "levels", "hires", "seats", "trainees")
PEOPLE = ("jobs", "headcount")
# Kept by and by: they count who was hired or trained over a time, not who is there on a day.
FLOWS = ("hires", "trainees")
# How firmly somebody stands behind a figure; for operators a forecast promises nothing, and capacity promises no job.
FIRMNESS = ("commitment", "announcement", "ambition", "forecast", "capacity")
FIRM = ("commitment", "announcement", "ambition")
NOBODY = Figure(0, 0, "exact")


def line(measure: str, reading: str, baseline: Figure | None) -> str:
    """Return the line on which a promise stands, a member of LINES.

    Args:
        measure: what it counts.
        reading: ``additional``, ``total`` or ``unclear``.
        baseline: how many were there when it was made; NOBODY where the site or the employer is new.
    """
    if measure == "hires":
        return "new_jobs" if baseline == NOBODY else "hires"
    if measure in PEOPLE:
        return "new_jobs" if reading == "additional" or baseline is not None else "levels"
    return measure


def adds(figure: Figure, measure: str, reading: str, baseline: Figure | None) -> Figure:
    """Return how much a promise adds to its line, with ends that are certain: "about 400" adds 360 to 440.

    A level whose baseline is known adds what it lies above it. Where it isn't clear whether a figure is a level, it may
    also come on top.
    """
    least, most, bound = figure.least, figure.most, figure.bound
    if measure in PEOPLE and reading != "additional" and baseline not in (None, NOBODY):
        assert baseline is not None  # noqa: S101  for the type checker
        least = max(0, (least or 0) - (baseline.most or 0)) if baseline.most is not None else 0
        if most is not None and reading == "total":
            most = max(0, most - (baseline.least or 0))
        bound = "at_least" if most is None else "exact" if least == most else "range"
    return Figure(least, most, bound)
