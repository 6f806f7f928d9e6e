"""Figures as people write them."""

_BOUNDS = {
    "exact": "{low}",
    "about": "about {low}",
    "nearly": "nearly {low}",
    "at_least": "at least {low}",
    "at_most": "at most {high}",
}


def figure(low: float | None, high: float | None, bound: str) -> str:
    """Return a figure as people write it: ``500``, ``about 400``, ``at least 3000``, ``300 to 400``.

    A sum has ends that are certain: "about 400" lies between 360 and 440, "nearly 400" between 360 and 399.
    """
    pattern = _BOUNDS.get(bound, "{low} to {high}")
    if low is not None and high is not None and low != high:
        if bound == "about":
            low = round((low + high) / 2)
        elif bound == "nearly":
            low = high + 1
    return pattern.format(low=number(low), high=number(high))


def number(value: float | None) -> str:
    """Return a number without a needless fraction and without separators, so that it can be pasted."""
    return "" if value is None else f"{value:g}" if value != int(value) else str(int(value))
