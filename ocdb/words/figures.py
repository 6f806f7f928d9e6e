"""Figures as people write them: 1,500, about 400, at least 3,000 jobs; in French 1 500, environ 400."""

from ocdb.words.language import N_, NN_, _, language, ngettext

_GROUPS = {"en": ",", "fr": "\N{NARROW NO-BREAK SPACE}"}
_DECIMAL = {"en": ".", "fr": ","}
MEGABYTE = 1_000_000
_BOUNDS = {
    "exact": N_("{low}"),
    "about": N_("about {low}"),
    "nearly": N_("nearly {low}"),
    "at_least": N_("at least {low}"),
    "at_most": N_("at most {high}"),
    "range": N_("{low} to {high}"),
}
# What a figure counts, after it.
_COUNTED = {
    "jobs": NN_("{figure} job", "{figure} jobs"),
    "headcount": NN_("{figure} staff", "{figure} staff"),
    "hires": NN_("{figure} hire", "{figure} hires"),
    "seats": NN_("{figure} seat", "{figure} seats"),
    "trainees": NN_("{figure} trainee", "{figure} trainees"),
}


def figure(low: float | None, high: float | None, bound: str) -> str:
    """Return a figure: ``500``, ``about 400``, ``at least 3,000``, ``300 to 400``.

    A sum has ends that are certain: "about 400" lies between 360 and 440, "nearly 400" between 360 and 399.
    """
    if low is not None and high is not None and low != high:
        if bound == "about":
            low = round((low + high) / 2)
        elif bound == "nearly":
            low = high + 1
    return _(_BOUNDS.get(bound, _BOUNDS["range"])).format(low=number(low), high=number(high))


def amount(low: float | None, high: float | None, bound: str, measure: str) -> str:
    """Return a figure with what it counts: ``about 400 seats``."""
    one = (high if low is None else low) or 0
    return ngettext(*_COUNTED[measure], one if bound == "exact" else 2).format(figure=figure(low, high, bound))


def number(value: float | None) -> str:
    """Return a number with its thousands apart and without a needless fraction; nothing for none."""
    if value is None:
        return ""
    text = f"{int(value):,}" if value == int(value) else f"{value:,}"
    whole, point, fraction = text.partition(".")
    spoken = language()
    return whole.replace(",", _GROUPS[spoken]) + (_DECIMAL[spoken] + fraction if point else "")


def memory(size: int) -> str:
    """Return a number of bytes as people write it: ``850 kB``, ``3.5 MB``."""
    if size < MEGABYTE:
        return _("{size} kB").format(size=number(max(round(size / 1000), 1)))
    return _("{size} MB").format(size=number(round(size / MEGABYTE, 1)))


def between(low: float | None, high: float | None) -> str:
    """Return a range whose ends are certain: ``300 to 400``, ``500``, ``at least 300`` where it is open."""
    bound = "at_least" if high is None else "at_most" if low is None else "exact" if low == high else "range"
    return figure(low, high, bound)
