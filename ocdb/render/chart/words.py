"""What a chart says in words: what its bars are called, and all of it to those who don't see it."""

from ocdb.answers.chart import Chart, Group, Stripe
from ocdb.text import visible
from ocdb.words.figures import number
from ocdb.words.language import N_, _, ngettext

# So many groups are read aloud; the table beside the chart has them all.
ALOUD = 12
_NAMES = {"promised": N_("promised"), "reported": N_("reported"), "lost": N_("lost"), "planned": N_("to be lost")}
_LEGEND = {"reported": N_("reported, at least"), "planned": N_("planned, not known to have happened")}
_SPOKEN = {
    "promised": N_("{name}, promised: {figure}"),
    "reported": N_("{name}, reported: {figure}"),
    "lost": N_("{name}, lost: {figure}"),
    "planned": N_("{name}, to be lost: {figure}"),
}
_KINDS = {
    "promised": N_("Bar chart, with a bar for what was promised and one for what was reported in each group."),
    "lost": N_("Bar chart, with a bar for jobs lost and one for planned job losses in each group."),
}


def bar_name(series: str) -> str:
    """Return what a bar of a group is called."""
    return _(_NAMES[series])


def legend(series: str) -> str:
    """Return what a bar of a group is called in the key of a chart."""
    return _(_LEGEND.get(series, _NAMES[series]))


def alternative(chart: Chart) -> str:
    """Return a chart in a paragraph, for its alternative text: what is drawn, and the numbers of the first groups."""
    if not chart.bars:
        return " ".join(chart.subtitle)
    groups = [_("; ").join(told(bar, chart).values()) for bar in chart.bars]
    more = len(groups) - ALOUD
    kind = "promised" if "promised" in chart.series else "lost"
    lines = [_(_KINDS[kind]), *(f"{group}." for group in groups[:ALOUD])]
    if more > 0:
        text = ngettext("{count} more group is in the table.", "{count} more groups are in the table.", more)
        lines.append(text.format(count=number(more)))
    return visible(" ".join(lines))


def told(group: Group, chart: Chart) -> dict[str, str]:
    """Return by name what the bars of a group show; of an empty one a line: ``2014, promised: nothing due``."""
    name, stripes = visible(group.name), group.stripes or [Stripe(chart.series[0], None, None, _("nothing due"))]
    return {stripe.name: _(_SPOKEN[stripe.name]).format(name=name, figure=stripe.told) for stripe in stripes}
