"""`ocdb losses`: jobs lost in a scope, none counted twice, with what was left out and why."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ocdb.cli.options import AS_OF, COUNTRY, OPERATOR, OUTPUT, PLACE, SOURCE, options
from ocdb.cli.session import chosen, hint, put_sections, reading

if TYPE_CHECKING:
    from ocdb.answers.losses import Answer
    from ocdb.render.tables import Section
    from ocdb.rules.losses import Line
    from ocdb.store.reader.rows import Rows

Basis = Literal["operator", "government", "federation", "analyst"]
Grouping = Literal["operator", "country", "place", "year"]
SHOWN = ("id", "figure", "rest", "measure", "cause", "status", "operator_name", "country", "date")
LEFT_OUT = ("id", "figure", "measure", "status", "reason")


@options(OPERATOR, COUNTRY, PLACE, SOURCE, AS_OF, OUTPUT)
def losses(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what lies wholly on or after this date.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what lies wholly up to the end of this date.")
    ] = None,
    basis: Annotated[
        Basis, typer.Option("--basis", help="Whose figures: the operators' own, or those of others.")
    ] = "operator",
    by: Annotated[Grouping | None, typer.Option("--by", help="A total for each of these as well.")] = None,
    **given: Any,
) -> None:
    """Add up jobs that were lost; no job counts twice.

    A loss counts by the rule of promises: it lies wholly in the scope and is neither part of another one that counts,
    nor revised, contradicted or cancelled. What happened and what is still planned are two lines that are never added
    to each other; a plan counts less what has happened of it. Seats and trainees have lines of their own. A loss is
    never taken off a promise. All that is left out is listed with its reason.

    \b
    Examples:
      ocdb losses --country MA
      ocdb losses --operator Dell
      ocdb losses --country CM --basis federation
      ocdb losses --since 2023 --until 2024
      ocdb losses --by year
      ocdb losses --by country -f json
    """
    from ocdb.answers.losses import answer, grouped
    from ocdb.answers.totals import Asked

    asked = Asked(
        operator=given["operator"] or (),
        country=given["country"] or (),
        place=given["place"] or (),
        source=given["source"] or (),
        basis=basis,
        with_successors=given["with_successors"],
    )
    with reading(ctx, given["as_of"]) as reader:
        found = answer(reader, asked, since, until)
        groups = grouped(reader, asked, by, since, until) if by else None
    put_sections(_sections(found, groups, by), _whole(found, groups), given["form"], given["output"])
    titled = chosen(given["form"], given["output"]) in ("table", "md")  # the title says that nothing counts
    if not (titled or found.result.counted or found.result.left_out):
        hint("no loss is known in this scope")
    _tell(found)


def _tell(found: "Answer") -> None:
    """Say beside the answer whom it takes in, what others count, and what a source denies."""
    for line in found.told:
        hint(line)
    others = found.of_others()
    if others:
        whose = ", ".join(f"{count} {basis}" for basis, count in sorted(others.items()))
        hint(f"{others.total()} left out as figures of others ({whose}); ask for them with --basis")
    denied = sorted(loss.id for loss in found.result.denied)
    if denied:
        hint(f"Denied by a source: {', '.join(denied)}; totals count {'it' if len(denied) == 1 else 'them'}.")


def _whole(found: "Answer", groups: "Rows | None") -> dict[str, Any]:
    """Return the answer as one object; the groups are in it where they are asked for."""
    from ocdb.answers.losses import TOTAL, total_row

    whole = {
        "scope": found.scope,
        "taken_in": list(found.told),
        "denied": [loss.id for loss in found.result.denied],
        "totals": [dict(zip(TOTAL, total_row(line), strict=True)) for line in found.result.lines],
        "counted": found.counted().records(),
        "left_out": [
            found.losses[loss.id] | {"reason": reason.code, "reason_details": dict(reason.details)}
            for loss, reason in found.result.left_out
        ],
    }
    return whole | ({"groups": groups.records()} if groups else {})


def _sections(found: "Answer", groups: "Rows | None", by: str | None) -> "list[Section]":
    from ocdb.answers.losses import TOTAL, total_row
    from ocdb.render.tables import Section
    from ocdb.store.reader.rows import Rows

    counted, left_out = found.counted(), found.left_out()
    sections = [
        Section("total", _headline(found), Rows(TOTAL, [total_row(line) for line in found.result.lines])),
        Section("counted", f"Counted: {len(counted.rows)}", counted, SHOWN if counted.rows else ()),
        Section("left_out", f"Left out: {len(left_out.rows)}", left_out, LEFT_OUT if left_out.rows else ()),
    ]
    if groups:
        sections.insert(1, Section("group", f"By {by}; the lines need not add up to the whole", groups))
    return sections


def _headline(found: "Answer") -> str:
    """Return scope and totals in a line: ``Job losses, country TG: 450 jobs lost, at least 300 more planned``."""
    scope = dict(found.scope)
    basis = scope.pop("basis")
    parts = [
        f"{name} {', '.join(value) if isinstance(value, list) else value}" for name, value in scope.items() if value
    ]
    parts += [f"figures of {basis}s"] if basis != "operator" else []
    return f"{', '.join(['Job losses', *parts])}: {_amounts(found.result.lines) or 'nothing that counts'}"


def _amounts(lines: "list[Line]") -> str:
    """Return the lines in words, those of one unit together."""
    from ocdb.words.figures import figure

    by_unit: dict[str, list[str]] = {}
    for line in lines:
        unit, _, status = line.line.rpartition("_")
        state = "lost" if status == "happened" else status
        told = by_unit.setdefault(unit, [])
        told.append(f"{figure(line.low, line.high, line.bound)} {'more' if told else unit or 'jobs'} {state}")
    return "; ".join(", ".join(told) for told in by_unit.values())
