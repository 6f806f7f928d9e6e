"""The views and their columns, with what they mean: what a user's own SQL may ask."""

from ocdb.answers.answer import Answer, of_rows
from ocdb.answers.columns import text
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Rows
from ocdb.store.views import documented
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.suggestions import suggest


def answer(view: str | None = None) -> Answer:
    """Return the views by name, or the columns of one in their order, each with what it means, in English.

    Raises:
        NotFoundError: there is no such view; the hint names the nearest.
    """
    found = {one.name: one for one in documented()}
    if view is None:
        rows = Rows(("view", "description"), [(one.name, one.description) for one in found.values()])
    elif view in found:
        rows = Rows(("column", "description"), [(one.name, one.description) for one in found[view].columns])
    else:
        hint = suggest(view, {fold(name): name for name in found}) or _("List them: {command}")
        raise NotFoundError(_("there is no view {name}").format(name=view), hint.format(command="ocdb db views"))
    headings = {"view": _("View"), "column": _("Column"), "description": _("Description (in English)")}
    return of_rows(rows, columns=[text(headings[name], name) for name in rows.columns])
