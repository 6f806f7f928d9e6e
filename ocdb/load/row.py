"""What a row is on its way into a table: asked for where the machinery that makes rows isn't needed."""

from typing import Any

# The columns by name.
Row = dict[str, Any]
# The rows of each table.
Rows = dict[str, list[Row]]
