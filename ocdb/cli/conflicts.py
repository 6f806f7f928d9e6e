"""`ocdb conflicts`: claims that disagree, side by side."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.options import AS_OF, CLAIM_KIND, COUNTRY, OPERATOR, OUTPUT, PLACE, SOURCE, options
from ocdb.cli.session import chosen, hint, put_rows, put_sections, reading

if TYPE_CHECKING:
    from ocdb.answers.conflicts import Conflict
    from ocdb.render.tables import Section
    from ocdb.store.reader.rows import Rows

FILTERS = {**COUNTRY, **PLACE, **OPERATOR, **SOURCE, **CLAIM_KIND}
# What stands in the lines of a conflict; those in which no claim has anything are left out.
COMPARED = (
    "status", "preferred_because", "figure", "measure", "currency", "date", "summary", "said_by_name", "published",
    "publisher", "source", "sources", "voices", "contradicted_by", "denying_voices", "operator_name", "country", "note",
)  # fmt: skip
DENIED = ("claim", "source", "publisher", "published", "paragraph", "note")


@options(FILTERS, AS_OF, OUTPUT)
def conflicts(
    ctx: typer.Context,
    only_open: Annotated[bool, typer.Option("--open", help="Only those of which no claim is preferred.")] = False,
    **given: Any,
) -> None:
    """Show claims that disagree side by side, with their sources, and which one is preferred and why.

    A claim that a source denies is a conflict too. A conflict is open as long as none of its claims is preferred. It
    is shown whole when one of its claims fits all filters. Copies of one text are one voice: voices counts the
    independent texts among the sources.

    \b
    Examples:
      ocdb conflicts
      ocdb conflicts --country MA --open
      ocdb conflicts --kind pledge -f csv
      ocdb conflicts --operator "VIPP Interstis" -f json
    """
    from ocdb.answers.conflicts import conflicts as ask
    from ocdb.answers.lists import Filters

    filters = Filters(**{name: given[name] for name in FILTERS if given[name]})
    with reading(ctx, given["as_of"]) as reader:
        found = ask(reader, filters, only_open=only_open)
    form = chosen(given["form"], given["output"])
    if form in ("table", "md", "json"):
        groups = found.groups()
        sections = [section for group in groups for section in _sections(group)]
        put_sections(sections, {"groups": [_whole(group) for group in groups]}, form, given["output"])
    else:
        put_rows(found.claims, (), form, given["output"])
    if not found.claims.rows:
        hint("no conflicts match")
    for line in found.told:
        hint(line)


def _whole(group: "Conflict") -> dict[str, Any]:
    return {
        "conflict": group.id,
        "settled": group.settled,
        "claims": group.claims.records(),
        "denials": group.denials.records(),
    }


def _sections(group: "Conflict") -> "list[Section]":
    from ocdb.render.tables import Section

    sections = [Section("conflict", _title(group), _side_by_side(group.claims))]
    if group.denials.rows:
        sections.append(Section("denial", "Denied by", group.denials, DENIED))
    return sections


def _title(group: "Conflict") -> str:
    """Return what a conflict is in a line: ``alpha-2020-500: 2 pledges and 1 denial, open``."""
    kinds = {record["kind"] for record in group.claims.records()}
    claims = _counted(len(group.claims.rows), kinds.pop() if len(kinds) == 1 else "claim")
    denials = len({record["source"] for record in group.denials.records()})
    voices = max(record["denying_voices"] for record in group.claims.records())
    alike = f" with {_counted(voices, 'voice')}" if voices < denials and len(group.claims.rows) == 1 else ""
    against = f" and {_counted(denials, 'denial')}{alike}" if denials else ""
    return f"{group.id}: {claims}{against}, {'settled' if group.settled else 'open'}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _side_by_side(claims: "Rows") -> "Rows":
    """Return a line a field and a column a claim."""
    from ocdb.store.reader.rows import Rows

    records = claims.records()
    lines = [(name, *(record.get(f"{name}_name", record[name]) for record in records)) for name in COMPARED]
    return Rows(
        ("field", *(record["id"] for record in records)),
        [line for line in lines if any(line[1:])],
    )
