"""What a chart says in words to those who don't see it."""

from ocdb.answers.chart import Bar, Chart
from ocdb.text import visible
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

# So many groups are read aloud; the table beside the chart has them all.
ALOUD = 12


def alternative(chart: Chart) -> str:
    """Return a chart in a paragraph, for its alternative text: what is drawn, and the numbers of the first groups."""
    if not chart.bars:
        return " ".join(chart.subtitle)
    groups = [_("; ").join(told(bar)) for bar in chart.bars]
    more = len(groups) - ALOUD
    kind = _("Bar chart, with a bar for what was promised and one for what was reported in each group.")
    lines = [kind, *(f"{group}." for group in groups[:ALOUD])]
    if more > 0:
        text = ngettext("{count} more group is in the table.", "{count} more groups are in the table.", more)
        lines.append(text.format(count=number(more)))
    return visible(" ".join(lines))


def told(bar: Bar) -> list[str]:
    """Return what both bars of a group show; where nothing was due, one line: ``2014, promised: nothing due``."""
    name, what = visible(bar.name), bar.figure if bar.pledges else _("nothing due")
    promised = _("{name}, promised: {figure}").format(name=name, figure=what)
    return [promised, _("{name}, reported: {figure}").format(name=name, figure=bar.told)] if bar.pledges else [promised]
