"""The options that several commands share, declared once, with completion from the database's own names."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Optional

import typer

from ocdb.cli.session import reading

Form = Literal["table", "tsv", "csv", "json", "jsonl", "md"]
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


# --- completion -------------------------------------------------------------------------------------------------


def _asked(context: typer.Context, sql: str, parameters: Mapping[str, str]) -> Candidates:
    from ocdb.errors import OcdbError

    try:
        with reading(context) as reader:
            return [(row[0], row[1]) for row in reader.rows(sql, parameters).rows]
    except OcdbError:  # completion stays silent
        return []


def _begun(sql: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by a query of value and help, for values that begin as typed."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        return _asked(ctx, sql, {"begun": f"{incomplete}%"})

    return complete


def _named(kind: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by slug or by any name, with case and accents or without."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        from ocdb.text import fold

        sql = """
            SELECT entity, min(name) FROM v_names
            WHERE kind = :kind AND (entity LIKE :slug OR folded LIKE :name)
            GROUP BY entity ORDER BY entity
        """
        return _asked(ctx, sql, {"kind": kind, "slug": f"{incomplete}%", "name": f"{fold(incomplete)}%"})

    return complete


def _code(ctx: typer.Context, incomplete: str) -> Candidates:
    """Complete a kind or status of the list that is being asked for."""
    from ocdb.read.lists import LISTINGS

    codes = LISTINGS[ctx.params.get("kind_of_record") or "timeline"].codes.values()
    lists = [code for code in codes if isinstance(code, str)] or ["event_kind", "event_status"]
    marks = ", ".join(f"'{name}'" for name in lists)
    sql = f"SELECT code, label_en FROM v_codes WHERE list IN ({marks}) AND code LIKE :begun ORDER BY list, position"
    fixed = [(word, "") for code in codes if not isinstance(code, str) for word in code if word.startswith(incomplete)]
    return fixed + _asked(ctx, sql, {"begun": f"{incomplete}%"})


complete_anything = _begun("SELECT id, title FROM v_search WHERE id LIKE :begun ORDER BY id")

# --- options ----------------------------------------------------------------------------------------------------

Words = Optional[list[str]]  # noqa: UP045  Typer wants it so


def _several(flag: str, metavar: str, text: str, complete: Callable[..., Candidates]) -> Any:
    return Annotated[Words, typer.Option(flag, metavar=metavar, help=text, autocompletion=complete)]


def _one(flag: str, metavar: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=text)]


COUNTRY = {"country": _several("--country", "COUNTRY", "Code or name: TG, TGO, Togo, Ivory Coast.", _named("country"))}
PLACE = {"place": _several("--place", "PLACE", "Region, city, district or park, with all in it.", _named("place"))}
OPERATOR = {
    "operator": _several(
        "--operator", "NAME", "Slug, or any name it ever bore; case and accents don't matter.", _named("operator")
    )
}
SOURCE = {
    "source": _several(
        "--source",
        "SLUG",
        "Slug of an article.",
        _begun("SELECT id, coalesce(title, publisher) FROM v_sources WHERE id LIKE :begun ORDER BY id"),
    )
}
FILTERS = {
    **COUNTRY,
    **PLACE,
    **OPERATOR,
    "institution": _several("--institution", "NAME", "Slug or name of an institution.", _named("institution")),
    "official": _several("--official", "NAME", "Slug or name of a person.", _named("official")),
    "kind": _several("--kind", "KIND", "As in opening; for pledges and statistics the measure.", _code),
    "status": _several("--status", "STATUS", "As in planned, happened, open.", _code),
    **SOURCE,
    "since": _one("--since", "DATE", "What could be on or after: 2020, 2020-07 or 2020-07-10."),
    "until": _one("--until", "DATE", "What could be on or before."),
}
SHAPE = {
    "sort": _one("--sort", "COLUMNS", "Columns to sort by, with commas; -column turns the order."),
    "limit": Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="The most rows to print.")],
    "columns": _one("--columns", "COLUMNS", "Columns to print, with commas; a table shows a choice by default."),
}
OUTPUT = {
    "form": Annotated[
        Form | None, typer.Option("-f", "--format", help="Default: a table on a terminal, TSV in a pipe.")
    ],
    "output": Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", dir_okay=False, help="Write to a file; its ending tells the format."
        ),
    ],
}
