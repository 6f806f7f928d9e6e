"""What of promises and losses lies outside Africa, in a sentence: totals of the continent leave it out."""

from ocdb.answers.loss_totals import lost
from ocdb.answers.names import AFRICA
from ocdb.answers.scopes import Asked
from ocdb.answers.totals import totals
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.words.language import _
from ocdb.words.lines import line_amount


def beyond(reader: Reader, *, promises: bool = True, losses: bool = True) -> str:
    """Return what lies outside Africa or is worldwide, and where; nothing where nothing does.

    Args:
        reader: the database.
        promises: whether new jobs that operators promised are named.
        losses: whether jobs that were lost or are to be lost are.
    """
    asked = Asked(outside=AFRICA)
    amounts, keys = [], set()
    if promises:
        rolled_up = totals(reader, asked).result
        amounts += [
            line_amount(one.line, one.low, one.high, one.bound) for one in rolled_up.totals if one.line == "new_jobs"
        ]
        keys |= {pledge.country for pledge in rolled_up.counted if pledge.line == "new_jobs"}
    if losses:
        added = lost(reader, asked).result
        amounts += [line_amount(one.line, one.low, one.high, one.bound) for one in added.lines]
        keys |= {loss.country for loss in added.counted}
    if not amounts:
        return ""
    wording = Wording(reader)
    where = ", ".join(sorted(wording.country(key) for key in keys))
    text = _("Outside Africa or worldwide, and not in these numbers: {amounts} ({where}).")
    return text.format(amounts=_("; ").join(amounts), where=where)
