"""The options that several commands share, declared once, with completion from the database's own names."""

import inspect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional

import typer

from ocdb.cli import candidates
from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import same
from ocdb.cli.session import session
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.store.reader.rows import Reader

Form = Literal["table", "tsv", "csv", "json", "jsonl", "md", "xlsx"]


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


def narrowed(reader: "Reader", given: Mapping[str, Any], command: str) -> dict[str, Any]:
    """Return the options with the names that were given without one put where they belong.

    Args:
        reader: the database.
        given: the options of the command, also those that weren't given: they say which names it takes.
        command: the command, as it is typed.
    """
    from ocdb.answers.bare_names import named
    from ocdb.answers.listings import NAMED

    more = named(reader, given.get("names") or (), command, [kind for kind in NAMED if kind in given])
    return {**given, **{kind: [*(given.get(kind) or ()), *keys] for kind, keys in more.items()}}


def choice(flag: str, names: str, codes: Sequence[str], text: str) -> Any:
    """Return an option whose values are codes, or words for them in either language.

    Args:
        flag: the option.
        names: what `ocdb.words.choices` calls the words.
        codes: those that the option takes.
        text: its help.
    """

    def known() -> list[tuple[str, ...]]:
        from ocdb.words import choices

        return [(code, *getattr(choices, names)[code]) for code in codes]

    def word(text: str) -> str:
        from ocdb.errors import NotFoundError, UsageError
        from ocdb.words.choices import chosen

        try:
            return chosen(flag, text, known())
        except NotFoundError as error:
            raise UsageError(str(error), error.hint) from error

    def complete(incomplete: str) -> candidates.Candidates:
        return candidates.worded(incomplete, known())

    return typer.Option(flag, metavar=f"[{'|'.join(codes)}]", help=text, parser=word, autocompletion=complete)


# --- files ------------------------------------------------------------------------------------------------------

# SQLite's log, index of the log and journal stand beside a file; what is written over one is lost to the database.
_PARTS = ("", "-wal", "-shm", "-journal")


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
    from ocdb.store.sqlite import begins_as_database

    try:
        return file.is_file() and begins_as_database(file)
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

Words = Optional[list[str]]  # noqa: UP045  Typer wants it so


def _several(flag: str, metavar: str, text: str, complete: Callable[..., candidates.Candidates]) -> Any:
    return Annotated[Words, typer.Option(flag, metavar=metavar, help=text, autocompletion=complete)]


def _one(flag: str, metavar: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=text)]


def _columns(flag: str, text: str) -> Any:
    option = typer.Option(flag, metavar="COLUMNS", help=text, autocompletion=candidates.columns)
    return Annotated[str | None, option]


COUNTRY = {
    "country": _several(
        "--country",
        "COUNTRY",
        "Code or name: TG, TGO, Togo, Ivory Coast; or an area: Africa.",
        candidates.named("country"),
    )
}
PLACE = {
    "place": _several(
        "--place",
        "PLACE",
        "Region, city, district or park, with everything in it.",
        candidates.named("place"),
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
        candidates.named("operator"),
    ),
    **KINSHIP,
}
BASES = ("operator", "government", "federation", "analyst")
SOURCE = {
    "source": _several(
        "--source",
        "SLUG",
        "Slug of an article.",
        candidates.of("source"),
    )
}
SITE = {
    "site": _several("--site", "SITE", "Slug or name of a site.", candidates.of("site")),
}
CLAIM_KIND = {
    "kind": _several("--kind", "KIND", "Kind of claim, as in pledge or report.", candidates.code("kind")),
}
FILTERS = {
    **COUNTRY,
    **PLACE,
    **OPERATOR,
    "institution": _several(
        "--institution",
        "NAME",
        "Slug or name of an institution.",
        candidates.named("institution"),
    ),
    "official": _several(
        "--official",
        "NAME",
        "Slug or name of a person.",
        candidates.named("official"),
    ),
    "kind": _several(
        "--kind",
        "KIND",
        "As in opening; for pledges and statistics the measure, for losses the cause.",
        candidates.code("kind"),
    ),
    "status": _several("--status", "STATUS", "As in planned, happened, open.", candidates.code("status")),
    **SOURCE,
    **SITE,
    "since": _one("--since", "DATE", "What is dated on or after: 2020, 2020-07 or 2020-07-10."),
    "until": _one("--until", "DATE", "What is dated on or before."),
    "possible": Annotated[
        bool, typer.Option("--possible", help="With --since and --until: also what could be in that time.")
    ],
}
CATEGORY = {
    "category": _several(
        "--category", "CATEGORY", "Of events: gain, loss, move, labour, deal ...", candidates.code("category")
    ),
}
AS_OF = {
    "as_of": _one("--as-of", "DATE", "What could be known on that day, from the sources published by then."),
}
SHAPE = {
    "sort": _columns("--sort", "Columns to sort by, separated by commas; -column reverses the order."),
    "limit": Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help="Maximum number of rows to print.")
    ],
    "columns": _columns("--columns", "Columns to print, separated by commas; by default a table shows a selection."),
}


def _part(flag: str, text: str) -> Any:
    return Annotated[bool, typer.Option(flag, help=text)]


# What stands behind a total, printed on request.
BEHIND = {
    "counted": _part("--counted", "Show everything that counts, however long the list."),
    "left_out": _part("--left-out", "Show what is left out, and why."),
    "sources": _part("--sources", "Show the articles that the answer rests on, with their addresses."),
}
SOURCES_SHOWN = {"sources": BEHIND["sources"]}
PARTS_SHOWN = {**BEHIND, "reports": _part("--reports", "Show what was reported in the same scope.")}


def _names(text: str, *kinds: str) -> Any:
    complete = candidates.anybody(*kinds)
    return {
        "names": Annotated[Words, typer.Argument(metavar="[NAME]...", help=text, autocompletion=complete)],
    }


# Names without an option, before all others; those for which the question has options.
NAMES = _names(
    "Countries, places, operators, institutions or people; as by their options.",
    "country",
    "place",
    "operator",
    "institution",
    "official",
)
NAMES_OF_SCOPE = _names("Countries, places or operators; as by their options.", "country", "place", "operator")
NAMES_OF_COUNTRIES = _names("Countries; as by --country.", "country")
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
