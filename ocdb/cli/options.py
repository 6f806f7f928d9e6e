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
from ocdb.words.options import TEXTS

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


def asked(given: Mapping[str, Any], *groups: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of some groups that were given, as questions take them."""
    wanted = {name for group in groups for name in group}
    return {
        name: value
        for name, value in given.items()
        if name in wanted and (value or (value == 0 and value is not False))  # --limit 0 asks for no rows
    }


def narrowed(reader: "Reader", given: Mapping[str, Any], command: str) -> dict[str, Any]:
    """Return the options with the names that were given without one put where they belong.

    Args:
        reader: the database.
        given: the options of the command, also those that weren't given: they say which names it takes.
        command: the command, as it is typed.
    """
    from ocdb.answers.listings import NAMED
    from ocdb.answers.questions.asked import named

    takes = [kind for kind in NAMED if kind in given]
    return {**given, **named(reader, command, given.get("names") or (), asked(given, given), takes)}


def confine(reader: "Reader", given: Mapping[str, Any], command: str, by: str | None = None) -> None:
    """Tell a database that is made for a question (--as-of) that all of it is about the names that it is narrowed by.

    Args:
        reader: the database.
        given: the options of the command.
        command: the command, as it is typed.
        by: what the answer is grouped by: whoever has a part in a joint promise is a group too, with all of its own.
    """

    def keys() -> Mapping[str, Sequence[str]]:
        from ocdb.answers.confining import keys_of

        chosen = narrowed(reader, given, command)
        return {} if by in ("operator", "place") and chosen.get(by) else keys_of(reader, chosen)

    # A site or an article may be one of another country: that has to be found, to be told from one that isn't there.
    if not (given.get("site") or given.get("source") or given.get("publisher")):
        reader.confine(keys)


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
        from ocdb.words.choices import one_of

        return one_of(flag, names, codes, text)

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


def kept(ctx: typer.Context, file: Path) -> Path:
    """Return where an export is to be written: never over a database, but perhaps over an earlier export.

    Raises:
        BadParameter: a database would be lost, or it is standard output.
    """
    from ocdb.store.sqlite import is_export

    if str(file) == "-":
        raise typer.BadParameter(_("an export can't be printed; name a file or a directory"))
    if is_export(file) and not any(same(file, one) for one in _own(ctx)):
        return file
    return unharmed(ctx, file) or file


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
        TEXTS["country"],
        candidates.named("country"),
    )
}
PLACE = {
    "place": _several(
        "--place",
        "PLACE",
        TEXTS["place"],
        candidates.named("place"),
    )
}
# In every question about an operator, with --operator.
KINSHIP = {
    "with_successors": Annotated[
        bool | None,
        typer.Option(
            "--with-successors/--as-named",
            help=TEXTS["with_successors"],
            show_default=False,
        ),
    ],
}
OPERATOR = {
    "operator": _several(
        "--operator",
        "NAME",
        TEXTS["operator"],
        candidates.named("operator"),
    ),
    **KINSHIP,
}
BASES = ("operator", "government", "federation", "analyst")
SOURCE = {
    "source": _several(
        "--source",
        "SLUG",
        TEXTS["source"],
        candidates.of("source"),
    )
}
# In every question that adds up, in the order of their helps.
SCOPE = {**OPERATOR, **COUNTRY, **PLACE, **SOURCE}
PUBLISHER = {
    "publisher": _several("--publisher", "NAME", TEXTS["publisher"], candidates.of("publisher")),
}
SITE = {
    "site": _several("--site", "SITE", TEXTS["site"], candidates.of("site")),
}
CLAIM_KIND = {
    "kind": _several("--kind", "KIND", TEXTS["conflicts.kind"], candidates.code("kind")),
}
FILTERS = {
    **COUNTRY,
    **PLACE,
    **OPERATOR,
    "institution": _several(
        "--institution",
        "NAME",
        TEXTS["institution"],
        candidates.named("institution"),
    ),
    "official": _several(
        "--official",
        "NAME",
        TEXTS["official"],
        candidates.named("official"),
    ),
    "kind": _several(
        "--kind",
        "KIND",
        TEXTS["kind"],
        candidates.code("kind"),
    ),
    "status": _several("--status", "STATUS", TEXTS["status"], candidates.code("status")),
    **SOURCE,
    **PUBLISHER,
    **SITE,
    "since": _one("--since", "DATE", TEXTS["since"]),
    "until": _one("--until", "DATE", TEXTS["until"]),
    "possible": Annotated[bool, typer.Option("--possible", help=TEXTS["possible"])],
}
CATEGORY = {
    "category": _several("--category", "CATEGORY", TEXTS["category"], candidates.code("category")),
}
SECTOR = {
    "sector": _several("--sector", "SECTOR", TEXTS["sector"], candidates.code("sector")),
}
AS_OF = {
    "as_of": _one("--as-of", "DATE", TEXTS["as_of"]),
}
SHAPE = {
    "sort": _columns("--sort", TEXTS["sort"]),
    "limit": Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help=TEXTS["limit"])],
    "columns": _columns("--columns", TEXTS["columns"]),
}


def _part(flag: str, text: str) -> Any:
    return Annotated[bool, typer.Option(flag, help=text)]


# What stands behind a total, printed on request.
BEHIND = {
    "counted": _part("--counted", TEXTS["counted"]),
    "left_out": _part("--left-out", TEXTS["left_out"]),
    "sources": _part("--sources", TEXTS["sources"]),
}
SOURCES_SHOWN = {"sources": BEHIND["sources"]}
PARTS_SHOWN = {**BEHIND, "reports": _part("--reports", TEXTS["reports"])}


def _names(text: str, *kinds: str) -> Any:
    complete = candidates.anybody(*kinds)
    return {
        "names": Annotated[Words, typer.Argument(metavar="[NAME]...", help=text, autocompletion=complete)],
    }


# Names without an option, before all others; those for which the question has options.
NAMES = _names(
    TEXTS["names"],
    "country",
    "place",
    "operator",
    "institution",
    "official",
)
NAMES_OF_SCOPE = _names(TEXTS["conflicts.names"], "country", "place", "operator")
NAMES_OF_COUNTRIES = _names(TEXTS["coverage.names"], "country")
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
