"""What a model may read up: the views with their columns, the code book, and how to draft."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter

from mcp import types
from mcp.shared.exceptions import MCPError

from ocdb.api.database import Database
from ocdb.curation.corpus import gather
from ocdb.curation.guide import guide
from ocdb.settings import resource
from ocdb.store.views import documented

VIEWS, CODES, GUIDE = "ocdb://views", "ocdb://codes", "ocdb://guide"
RESOURCES = [
    types.Resource(
        uri=VIEWS, name="views", mime_type="text/markdown", description="The views that SQL may ask, column by column."
    ),
    types.Resource(
        uri=CODES, name="codes", mime_type="text/markdown", description="What each code means, list by list."
    ),
    types.Resource(
        uri=GUIDE, name="guide", mime_type="text/markdown", description="How a fixture is drafted from an article."
    ),
]
_CODES = "SELECT list, code, label_en, definition FROM v_codes ORDER BY list, position"


def read(opening: Callable[..., Database], uri: str) -> types.ReadResourceResult:
    """Return a resource as Markdown.

    Raises:
        MCPError: there is none of that address.
    """
    if uri == VIEWS:
        text = _views()
    elif uri == CODES:
        text = _codes(opening)
    elif uri == GUIDE:
        text = guide(gather([resource("seeds")]))
    else:
        raise MCPError(types.INVALID_PARAMS, f"there is no resource {uri[:200]}")
    contents = types.TextResourceContents(uri=uri, mime_type="text/markdown", text=text)
    return types.ReadResourceResult(contents=[contents])


def _views() -> str:
    parts = []
    for view in documented():
        columns = "".join(f"- {column.name}: {column.description}\n" for column in view.columns)
        parts.append(f"## {view.name}\n\n{view.description}\n\n{columns}")
    return "\n".join(parts)


def _codes(opening: Callable[..., Database]) -> str:
    with opening(None) as database:
        rows = database.sql(_CODES).rows
    parts = []
    for name, members in groupby(rows, itemgetter("list")):
        lines = "".join(f"- {row['code']} ({row['label_en']}): {row['definition']}\n" for row in members)
        parts.append(f"## {name}\n\n{lines}")
    return "\n".join(parts)
