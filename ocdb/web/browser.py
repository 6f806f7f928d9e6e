"""The table browser: Datasette, confined to reading, over the views; it looks like our pages and has no inline code."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from ocdb import release
from ocdb.kinds import CLAIMS
from ocdb.store.statements.sqlite import confine
from ocdb.store.views import View, documented
from ocdb.text import shortened, visible
from ocdb.web.addresses import HOME, RECORDS, feed_path, path
from ocdb.web.linking import COUNTRIES, KEYS, NAMES
from ocdb.web.page import POLICY, Page, Site, around_pages, globals_of_templates
from ocdb.words.language import _, speaking

PREFIX = "/tables"
DATABASE = "ocdb"
TEMPLATES = Path(__file__).with_name("templates_tables")
# Of one statement, and of one answer as a file.
SECONDS, ROWS, MEGABYTES = 1, 1000, 20
SETTINGS = {
    "sql_time_limit_ms": SECONDS * 1000,
    "max_returned_rows": ROWS,
    "max_csv_mb": MEGABYTES,
    "suggest_facets": False,  # it would count by every column, to see which have few values
    "allow_download": False,
    "num_sql_threads": 3,
}
# Of a value, a pattern, a statement and its columns: unlike `ocdb sql` it runs in the process of the site.
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 250,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
# Functions by which a short statement makes SQLite fall over its own depth, and those that make bytes of nothing.
REFUSED = ("json_set", "json_insert", "json_replace", "json_patch", "zeroblob", "randomblob")
# Where the data were loaded from is nobody's business; the bytes by which lists are sorted tell nobody anything.
HIDDEN_TABLES, HIDDEN_VIEWS = ("stamp",), ("v_stamp", "v_order")
# Of what kind the records of a view are, where its columns `id` hold their keys.
_OF_VIEW = {
    "v_operators": "operator", "v_institutions": "institution", "v_officials": "official", "v_places": "place",
    "v_countries": "country", "v_sources": "source",
} | {kind.view: "claim" for kind in CLAIMS} | {"v_claims": "claim", "v_ledger": "claim"}  # fmt: skip
# Of what kind the keys in a column are.
_OF_COLUMN = (
    {column: kind for column, kind in NAMES.values() if kind}
    | KEYS
    | dict.fromkeys(COUNTRIES, "country")
    | {"claim": "claim"}
)  # fmt: skip
# What Datasette answers errors with.
_IN_PLACE_OF = "datasette.handle_exception"


class Tables(Datasette):  # type: ignore[misc]
    """Datasette over one SQLite file that doesn't change.

    Args:
        file: the database.
        site: what all pages share.
    """

    def __init__(self, file: Path, site: Site) -> None:
        root = urlsplit(site.address).path or "/"
        self.views = {view.name: view for view in documented() if view.name not in HIDDEN_VIEWS}
        super().__init__(
            metadata=_metadata(self.views),
            template_dir=str(TEMPLATES),
            settings=SETTINGS
            | {"base_url": f"{root.rstrip('/')}{PREFIX}/", "force_https_urls": site.address.startswith("https")},
            # Nothing is counted at the start, and nothing read through for a checksum.
            inspect_data={DATABASE: {"tables": {}, "size": file.stat().st_size, "hash": DATABASE}},
        )
        self.remove_database("_memory")
        self.add_database(_File(self, str(file.absolute()), is_mutable=False), name=DATABASE)
        self._dress(site, root)

    async def permission_allowed(
        self,
        actor: Any,  # noqa: ARG002  nobody is known
        action: str,
        resource: Any = None,
        default: bool = False,  # noqa: ARG002
    ) -> bool:
        """Return whether something may be done: look at our views, and ask the database in SQL."""
        if action == "view-table":
            return resource[0] == DATABASE and resource[1] in self.views
        return action == "view-instance" or (action in ("view-database", "execute-sql") and resource == DATABASE)

    def columns(self, path_: str) -> tuple[str, ...]:
        """Return the columns of the view that an address is of; none where it is of none."""
        view = self.views.get(path_.rpartition("/")[2].partition(".")[0])
        return tuple(column.name for column in view.columns) if view else ()

    async def overview(self) -> str:
        """Return the first page: the views, and where to write SQL."""
        template = self.jinja_env.get_template("overview.html")
        return str(await template.render_async({"urls": self.urls, "database": DATABASE}))

    async def refresh_schemas(self) -> None:
        """Leave the database of databases empty: nobody may see it."""

    def _prepare_connection(self, conn: sqlite3.Connection, database: str) -> None:
        super()._prepare_connection(conn, database)
        if database == DATABASE:
            confine(conn, LIMITS, actions=(sqlite3.SQLITE_PRAGMA,), functions=REFUSED, tables=HIDDEN_TABLES)

    def _dress(self, site: Site, root: str) -> None:
        """Let templates draw our head and foot, whose links begin at the root of the site."""
        environment = self.jinja_env
        environment.loader = ChoiceLoader(
            [PrefixLoader({"site": PackageLoader("ocdb.web")}, delimiter=":"), environment.loader]
        )
        environment.filters["visible"] = visible
        environment.filters["shown"] = lambda value: visible(value) if isinstance(value, str) else value
        with speaking("en"):
            around = around_pages("en", root, "", site.edition, site.day, tables=site.tables)
        environment.globals |= globals_of_templates() | {
            "page": Page(HOME, "", ""),
            "site": site,
            "language": "en",
            "link": lambda *address: root + path(address, "en"),
            "file": lambda name: root + name,
            "others": [],
            "feed": feed_path,
            "here": PREFIX.strip("/") + "/",
            "policy": POLICY,
            "menu": around.menu,
            "foot": around.foot,
            "described": self.views,
            "limits": {"seconds": SECONDS, "rows": ROWS},
            "record": lambda view, column, key: _record(root, view, column, key),
        }

    def close(self) -> None:
        """Let go of the file, and of the threads that read it."""
        self.executor.shutdown(wait=True)
        for database in self.databases.values():
            database.close()


class _File(Database):  # type: ignore[misc]
    """A file that is never changed in place; its path may have any letters."""

    def connect(self, write: bool = False) -> sqlite3.Connection:  # noqa: ARG002  as Datasette calls it
        connection = sqlite3.connect(f"{Path(self.path).as_uri()}?immutable=1", uri=True, check_same_thread=False)
        self._all_file_connections.append(connection)
        return connection


def _metadata(views: Mapping[str, View]) -> dict[str, Any]:
    """Return what Datasette's data say of the views."""
    tables = {
        name: {"description": view.description, "columns": {one.name: one.description for one in view.columns}}
        for name, view in views.items()
    }
    return {
        "title": release.TITLE,
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "source": release.AUTHOR,
        "databases": {DATABASE: {"tables": tables}},
    }


def _record(root: str, view: str, column: str, key: Any) -> str:
    """Return where the record stands whose key is in a cell; nothing where the cell holds none, or several."""
    kind = _OF_VIEW.get(view, "") if column == "id" else _OF_COLUMN.get(column, "")
    if not kind or not isinstance(key, str) or not key or "; " in key:
        return ""
    return root + path((kind, key), "en") if kind in RECORDS or kind == "claim" else ""


class _Errors:
    """Says what went wrong: as plain text in JSON, without a word on standard output."""

    __name__ = _IN_PLACE_OF  # Datasette asks plugins for it, as they are modules as a rule

    @hookimpl  # type: ignore[untyped-decorator]
    def handle_exception(self, datasette: Datasette, request: Any, exception: Exception) -> Any:
        """Return the answer of an error."""

        async def answered() -> Response:
            status, title, message = _explained(exception)
            if request.path.endswith(".json"):
                return Response.json({"ok": False, "error": message, "status": status, "title": title}, status=status)
            template = datasette.jinja_env.get_template("error.html")
            values = {"title": title, "error": message, "urls": datasette.urls}
            return Response.html(await template.render_async(values), status=status)

        return answered


def _explained(exception: Exception) -> tuple[int, str | None, str]:
    """Return the code, the title and the text of an error; of a fault of ours it says nothing more."""
    if isinstance(exception, DatasetteError):
        message = exception.message
        if exception.message_is_html:
            message = _("The statement took longer than {seconds} s, and was stopped: ask for less.").format(
                seconds=SECONDS
            )
        status = 400 if exception.status == 500 else exception.status  # noqa: PLR2004  it says so of a wrong column
        return status, exception.title, shortened(str(message), 1000)
    if isinstance(exception, Base400):
        return exception.status, None, shortened(str(exception.args[0] if exception.args else ""), 1000)
    if isinstance(exception, ValueError | LookupError | TypeError | sqlite3.Error):
        return 400, None, "An address that Datasette doesn’t understand."
    raise exception


pm.unregister(name=_IN_PLACE_OF)
pm.register(_Errors(), _IN_PLACE_OF)
