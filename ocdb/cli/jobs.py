"""`ocdb jobs`: promised jobs in a scope, none counted twice, with what was left out and why."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ocdb.cli.options import AS_OF, COUNTRY, OPERATOR, OUTPUT, PLACE, SOURCE, options
from ocdb.cli.session import chosen, hint, put_sections, reading

if TYPE_CHECKING:
    from ocdb.answers.totals import Answer
    from ocdb.render.tables import Section
    from ocdb.rules.reasons import Reason
    from ocdb.store.reader.rows import Rows

Basis = Literal["operator", "government", "federation", "analyst"]
Grouping = Literal["operator", "country", "place", "year"]
SHOWN = ("id", "figure", "line", "adds_low", "operator_name", "due")
REPORTED = ("id", "figure", "measure", "kind", "operator_name", "country", "as_of")


@options(OPERATOR, COUNTRY, PLACE, SOURCE, AS_OF, OUTPUT)
def jobs(
    ctx: typer.Context,
    due_by: Annotated[
        str | None, typer.Option("--due-by", metavar="DATE", help="Only what is promised by the end of this date.")
    ] = None,
    basis: Annotated[
        Basis, typer.Option("--basis", help="Whose promises: operators', or targets of others.")
    ] = "operator",
    by: Annotated[Grouping | None, typer.Option("--by", help="A total for each of these as well.")] = None,
    **given: Any,
) -> None:
    """Add up promised jobs; no job counts twice.

    A promise counts when it lies wholly in the scope and is neither part of another one that counts, nor revised,
    contradicted or cancelled; a forecast promises nothing. New jobs, levels (people already there may be included),
    hires (some replace people who leave), seats and trainees are lines that are never added to each other. All that
    is left out is listed with its reason, and what was reported stands beside.

    \b
    Examples:
      ocdb jobs --country TG
      ocdb jobs --country TG --due-by 2021-12-31
      ocdb jobs --country TG --basis government
      ocdb jobs --operator Webhelp -f json
      ocdb jobs --by country
      ocdb jobs --country MA --as-of 2012-12-31
    """
    from ocdb.answers.captions import denied_told
    from ocdb.answers.totals import Asked, answer, grouped

    asked = Asked(
        operator=given["operator"] or (),
        country=given["country"] or (),
        place=given["place"] or (),
        source=given["source"] or (),
        due_by=due_by,
        basis=basis,
        with_successors=given["with_successors"],
    )
    with reading(ctx, given["as_of"]) as reader:
        found = answer(reader, asked)
        groups = grouped(reader, asked, by) if by else None
    put_sections(_sections(found, groups, by), _whole(found, groups), given["form"], given["output"])
    titled = chosen(given["form"], given["output"]) in ("table", "md")  # the title says that nothing counts
    if not (titled or found.result.counted or found.result.left_out or found.reports.rows):
        hint("no promise and no report is known in this scope")
    for line in (*found.told, *denied_told([pledge.id for pledge in found.result.denied])):
        hint(line)


def _reason(reason: "Reason") -> dict[str, Any]:
    return {"reason": reason.code, "reason_details": dict(reason.details)}


def _whole(found: "Answer", groups: "Rows | None") -> dict[str, Any]:
    """Return the answer as one object; the groups are in it where they are asked for."""
    from ocdb.answers.totals import TOTAL, total_row

    whole = {
        "scope": found.scope,
        "taken_in": list(found.told),
        "denied": [pledge.id for pledge in found.result.denied],
        "totals": [dict(zip(TOTAL, total_row(total), strict=True)) for total in found.result.totals],
        "counted": [found.pledges[pledge.id] for pledge in found.result.counted],
        "left_out": [found.pledges[pledge.id] | _reason(reason) for pledge, reason in found.result.left_out],
        "reports": found.reports.records(),
    }
    return whole | ({"groups": groups.records()} if groups else {})


def _sections(found: "Answer", groups: "Rows | None", by: str | None) -> "list[Section]":
    from ocdb.answers.totals import TOTAL, total_row
    from ocdb.render.tables import Section
    from ocdb.store.reader.rows import Rows

    totals = Rows(TOTAL, [total_row(total) for total in found.result.totals])
    columns = tuple(next(iter(found.pledges.values()), {"id": None}))
    counted = Rows(columns, [tuple(found.pledges[pledge.id].values()) for pledge in found.result.counted])
    left_out = Rows(
        (*columns, "reason", "reason_details"),
        [(*found.pledges[key.id].values(), reason.code, reason.stored) for key, reason in found.result.left_out],
    )
    sections = [
        Section("total", _headline(found), totals, _telling(totals)),
        Section("counted", f"Counted: {len(counted.rows)}", counted, SHOWN if counted.rows else ()),
        Section("left_out", f"Left out: {len(left_out.rows)}", left_out, ("id", "figure", "measure", "reason")),
        Section("report", f"Reported: {len(found.reports.rows)}", found.reports, REPORTED),
    ]
    if groups:
        sections.insert(
            1, Section("group", f"By {by}; the lines need not add up to the whole", groups, _telling(groups))
        )
    return sections


def _telling(totals: "Rows") -> tuple[str, ...]:
    """Return the columns of totals that people see: of each firmness only where some of a total is of it."""
    from ocdb.rules.lines import FIRMNESS

    zero = {name for name in FIRMNESS if not any(row[totals.columns.index(name)] for row in totals.rows)}
    return tuple(name for name in totals.columns if name not in zero) if totals.rows else ()


def _headline(found: "Answer") -> str:
    """Return scope and totals in a line: ``Promised by operators, country TG: 500 jobs``."""
    from ocdb.words.figures import figure
    from ocdb.words.lines import LINES

    scope = dict(found.scope)
    basis = {"operator": "operators", "government": "governments", "federation": "federations"}.get(scope.pop("basis"))
    parts = [
        f"{name.replace('_', ' ')} {', '.join(value) if isinstance(value, list) else value}"
        for name, value in scope.items()
        if value
    ]
    totals = [f"{figure(total.low, total.high, total.bound)} {LINES[total.line]}" for total in found.result.totals]
    first, *others = totals or ["nothing that counts"]
    more = f"; beside them {'; '.join(others)}" if others else ""
    return f"Promised by {', '.join([basis or 'analysts', *parts])}: {first}{more}"
