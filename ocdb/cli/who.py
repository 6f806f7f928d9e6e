"""`ocdb who`: names, owners, predecessors and successors of a company; positions of a person."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.options import AS_OF, OUTPUT, complete_anything, options
from ocdb.cli.session import put_sections, reading

if TYPE_CHECKING:
    from ocdb.answers.who import Who
    from ocdb.render.tables import Section

SUCCESSION = ("step", "kind", "status", "predecessor_name", "successor_name", "date", "sources", "voices", "id")
SHOWN = {
    "names": ("slug", "name", "kind", "used", "note"),
    "positions": ("title", "organisation_name", "held", "sources", "voices", "id"),
    "parents": ("owner_name", "share", "held", "status", "sources", "voices", "id"),
    "owns": ("owned_name", "share", "held", "status", "sources", "voices", "id"),
    "predecessors": SUCCESSION,
    "successors": SUCCESSION,
    "judgements": ("judgement", "same", "judged", "reason", "withdrawn", "withdrawn_reason"),
}


@options(AS_OF, OUTPUT)
def who(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Slug or name.", autocompletion=complete_anything)],
    **given: Any,
) -> None:
    """Tell who an operator, institution or official is, and was.

    Names over time; parents and what it owns itself; the companies before and after it, step by step, through renames,
    mergers and acquisitions that were announced, completed or abandoned; judgements that several slugs mean one; the
    positions of a person. JSON has the passages behind each.

    \b
    Examples:
      ocdb who Webhelp
      ocdb who "Cina Lawson"
      ocdb who intelcia -f json
    """
    from ocdb.answers.who import who as ask

    with reading(ctx, given["as_of"]) as reader:
        found = ask(reader, name)
    whole = {"kind": found.kind, "id": found.key, "name": found.name, "slugs": list(found.slugs), **found.sections}
    put_sections(_sections(found), whole, given["form"], given["output"], facts=True)


def _sections(found: "Who") -> "list[Section]":
    from ocdb.render.tables import FACTS, Section
    from ocdb.store.reader.rows import Rows

    facts = [("id", found.key), ("name", found.name), ("slugs", "; ".join(found.slugs))]
    sections = [Section("record", found.kind.capitalize(), Rows(FACTS, [*facts]))]
    for title, records in found.sections.items():
        if records:
            columns = tuple(column for column in records[0] if column != "citations")
            rows = [tuple(_plain(record[column]) for column in columns) for record in records]
            shown = SHOWN[title] if len(found.slugs) > 1 else tuple(name for name in SHOWN[title] if name != "slug")
            sections.append(Section(title, f"{title.capitalize()}: {len(rows)}", Rows(columns, rows), shown))
    return sections


def _plain(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value
