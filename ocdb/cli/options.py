"""The options that several commands share, declared once, with completion from the database's own names."""

import inspect
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import same
from ocdb.cli.session import session
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.store.reader.rows import Reader

Form = Literal["table", "tsv", "csv", "json", "jsonl", "md", "xlsx"]
Candidates = list[tuple[str, str]]


def options(*groups: Mapping[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add groups of options to a command, which takes them as keywords; Typer sees them in its signature."""
    added = {name: kind for group in groups for name, kind in group.items()}

    def add(command: Callable[..., None]) -> Callable[..., None]:
        own = [one for one in inspect.signature(command).parameters.values() if one.kind is not one.VAR_KEYWORD]
        more = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for name, kind in added.items()
        ]
        command.__signature__ = inspect.Signature([*own, *more])  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in own} | added
        return command

    return add


def words(text: str | None) -> list[str]:
    """Return the words of a list with commas."""
    return [word.strip() for word in (text or "").split(",") if word.strip()]


def shape(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of SHAPE as questions take them."""
    return {"sort": words(given["sort"]), "limit": given["limit"], "columns": words(given["columns"])}


# --- completion -------------------------------------------------------------------------------------------------


def _asked(context: typer.Context, ask: Callable[["Reader"], Iterable[Sequence[str]]], begun: str) -> Candidates:
    """Return the values that begin as typed, each with a help text; none where there is no database to ask."""
    from ocdb.errors import OcdbError
    from ocdb.opening.reader import open_reader
    from ocdb.text import visible

    try:
        with closing(open_reader(session(context).for_questions().address())) as reader:
            found = [(value, text) for value, text, *_ in ask(reader) if value.startswith(begun)]
    except OcdbError:  # completion stays silent, and makes no database
        return []
    # Typer takes the help text for Rich markup.
    return [(value, visible(text).replace("[", "\\[")) for value, text in dict(found).items()]


def _of(sql: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by a query of value and help text."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        return _asked(ctx, lambda reader: reader.rows(sql).rows, incomplete)

    return complete


def _named(kind: str, keys: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by the keys that a query gives, and once something is typed by any name."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        def ask(reader: "Reader") -> list[tuple[str, str]]:
            names = "SELECT name, entity FROM v_names WHERE kind = :kind ORDER BY name"
            named = reader.rows(names, {"kind": kind}).rows if incomplete else []
            return [*named, *reader.rows(keys).rows]

        return _asked(ctx, ask, incomplete)

    return complete


def _named_anything(ctx: typer.Context, incomplete: str) -> Candidates:
    """Complete a name of whatever can narrow a question."""
    sql = "SELECT DISTINCT entity, name FROM v_names ORDER BY entity"
    names = "SELECT name, entity FROM v_names ORDER BY name"
    return _asked(ctx, lambda reader: [*reader.rows(sql).rows, *reader.rows(names).rows], incomplete)


def complete_anything(ctx: typer.Context, incomplete: str) -> Candidates:
    """Complete a name or a slug of any record; names once something is typed."""

    def ask(reader: "Reader") -> list[tuple[str, str]]:
        names = "SELECT name, entity FROM v_names ORDER BY name" if incomplete else "SELECT 1, 1 WHERE 1 = 0"
        return [*reader.rows(names).rows, *reader.rows("SELECT id, title FROM v_search ORDER BY id").rows]

    return _asked(ctx, ask, incomplete)


def narrowed(reader: "Reader", given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with the names that were given without one put where they belong."""
    from ocdb.answers.filters import named

    more = named(reader, given.get("names") or ())
    return {**given, **{kind: [*(given.get(kind) or ()), *keys] for kind, keys in more.items()}}


def _code(option: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion of --kind, --category or --status for the list that is being asked for."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        from ocdb.answers.filters import codes
        from ocdb.answers.listings import LISTINGS

        # An option without its value stops the parser before it comes to KIND; other commands are called by theirs.
        kinds = [ctx.params.get("kind_of_record"), *ctx.args, ctx.info_name]
        listing = LISTINGS[next((kind for kind in kinds if kind in LISTINGS), "timeline")]
        if option not in listing.codes:
            return []
        return _asked(ctx, lambda reader: [(*texts, "")[:2] for texts in codes(reader, listing, option)], incomplete)

    return complete


# --- files ------------------------------------------------------------------------------------------------------

# SQLite's log, index of the log and journal stand beside a file; what is written over one is lost to the database.
_PARTS = ("", "-wal", "-shm", "-journal")
_SQLITE = b"SQLite format 3\0"


def unharmed(ctx: typer.Context, file: Path | None) -> Path | None:
    """Return where an answer is to be written: never over a database, nor over what belongs to the one that is asked.

    Raises:
        BadParameter: it would be.
    """
    if file and not ctx.resilient_parsing and (_holds_a_database(file) or any(same(file, one) for one in _own(ctx))):
        text = _("{file} is a database or a part of one, and would be lost; name another file")
        raise typer.BadParameter(text.format(file=file))
    return file


def written(ctx: typer.Context, file: Path | None) -> Path | None:
    """Return the file where an answer is to be written; none, which is standard output, for ``-``.

    Raises:
        BadParameter: it is a directory, or a database would be lost.
    """
    if str(file) == "-":
        return None
    if file and os.path.isdir(file):  # noqa: PTH112  Path.is_dir raises where a directory above may not be searched
        raise typer.BadParameter(_("{file} is a directory").format(file=file))
    return unharmed(ctx, file)


def _holds_a_database(file: Path) -> bool:
    try:
        if not file.is_file():
            return False
        with file.open("rb") as begin:
            return begin.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def _own(ctx: typer.Context) -> Iterator[Path]:
    """Yield the file of the database that is asked, and of the replica, with what SQLite keeps beside them."""
    from ocdb.errors import OcdbError

    for asked in (session(ctx), session(ctx).for_questions()):
        with suppress(OcdbError):  # the question itself says what is wrong with it
            if own := asked.path():
                yield from (own.with_name(own.name + part) for part in _PARTS)


# --- options ----------------------------------------------------------------------------------------------------

# Of 249 countries, and of the areas, those that something is said of.
COUNTRIES = "SELECT id, label FROM v_countries WHERE id IN (SELECT country FROM v_claim_places) ORDER BY id"

Words = Optional[list[str]]  # noqa: UP045  Typer wants it so


def _several(flag: str, metavar: str, text: str, complete: Callable[..., Candidates]) -> Any:
    return Annotated[Words, typer.Option(flag, metavar=metavar, help=text, autocompletion=complete)]


def _one(flag: str, metavar: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=text)]


COUNTRY = {
    "country": _several(
        "--country",
        "COUNTRY",
        "Code or name: TG, TGO, Togo, Ivory Coast; or an area: Africa.",
        _named("country", COUNTRIES),
    )
}
PLACE = {
    "place": _several(
        "--place",
        "PLACE",
        "Region, city, district or park, with everything in it.",
        _named("place", "SELECT id, label FROM v_places ORDER BY id"),
    )
}
# In every question about an operator, with --operator.
KINSHIP = {
    "with_successors": Annotated[
        bool | None,
        typer.Option(
            "--with-successors/--as-named",
            help="Include successors by merger or acquisition; by default, only the operator under all its names.",
            show_default=False,
        ),
    ],
}
OPERATOR = {
    "operator": _several(
        "--operator",
        "NAME",
        "Slug, or any name it has ever had; case and accents don't matter.",
        _named("operator", "SELECT id, name FROM v_operators ORDER BY id"),
    ),
    **KINSHIP,
}
SOURCE = {
    "source": _several(
        "--source",
        "SLUG",
        "Slug of an article.",
        _of("SELECT id, coalesce(title, publisher) FROM v_sources ORDER BY id"),
    )
}
SITE = {
    "site": _several("--site", "SITE", "Slug or name of a site.", _of("SELECT id, name FROM v_sites ORDER BY id")),
}
CLAIM_KIND = {
    "kind": _several("--kind", "KIND", "Kind of claim, as in pledge or report.", _code("kind")),
}
FILTERS = {
    **COUNTRY,
    **PLACE,
    **OPERATOR,
    "institution": _several(
        "--institution",
        "NAME",
        "Slug or name of an institution.",
        _named("institution", "SELECT id, name FROM v_institutions ORDER BY id"),
    ),
    "official": _several(
        "--official",
        "NAME",
        "Slug or name of a person.",
        _named("official", "SELECT id, name FROM v_officials ORDER BY id"),
    ),
    "kind": _several(
        "--kind", "KIND", "As in opening; for pledges and statistics the measure, for losses the cause.", _code("kind")
    ),
    "status": _several("--status", "STATUS", "As in planned, happened, open.", _code("status")),
    **SOURCE,
    **SITE,
    "since": _one("--since", "DATE", "What is dated on or after: 2020, 2020-07 or 2020-07-10."),
    "until": _one("--until", "DATE", "What is dated on or before."),
    "possible": Annotated[
        bool, typer.Option("--possible", help="With --since and --until: also what could be in that time.")
    ],
}
CATEGORY = {
    "category": _several("--category", "CATEGORY", "Of events: gain, loss, move, labour, deal ...", _code("category")),
}
AS_OF = {
    "as_of": _one("--as-of", "DATE", "What could be known on that day, from the sources published by then."),
}
SHAPE = {
    "sort": _one("--sort", "COLUMNS", "Columns to sort by, separated by commas; -column reverses the order."),
    "limit": Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help="Maximum number of rows to print.")
    ],
    "columns": _one(
        "--columns", "COLUMNS", "Columns to print, separated by commas; by default a table shows a selection."
    ),
}


def _part(flag: str, text: str) -> Any:
    return Annotated[bool, typer.Option(flag, help=text)]


# What stands behind a total, printed on request.
BEHIND = {
    "counted": _part("--counted", "Show everything that counts, however long the list."),
    "left_out": _part("--left-out", "Show what is left out, and why."),
    "sources": _part("--sources", "Show the articles behind what counts, with their addresses."),
}
PARTS_SHOWN = {**BEHIND, "reports": _part("--reports", "Show what was reported in the same scope.")}
# Names without an option, before all others.
NAMES = {
    "names": Annotated[
        Words,
        typer.Argument(
            metavar="[NAME]...",
            help="Countries, places, operators, institutions or people; as by their options.",
            autocompletion=_named_anything,
        ),
    ],
}
OUTPUT = {
    "form": Annotated[
        Form | None, typer.Option("-f", "--format", help="Default: a table on a terminal, TSV in a pipe.")
    ],
    "output": Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            callback=written,
            help="Write to a file; its extension sets the format: .csv, .json, .xlsx ...",
        ),
    ],
    "bom": Annotated[bool, typer.Option("--bom", help="Mark CSV or TSV as UTF-8, for Excel.")],
}
