"""The report of a run: the targets, what was measured, whether it was met, and the tables behind it."""

import math
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bench import targets
from bench.chart import draw
from bench.programs import OTHERS, OURS, SHELL, questions

REMARKS = Path(__file__).with_name("remarks.yaml")
HEAD = """# Results of the benchmarks

Written by `bench.scale`; what is measured and how is in [README](README.md), the data are made by a seed.
Processor time is that of the user and the system together, in seconds.
Questions are medians of runs in turn; what takes long is run once.
The letters behind `ocdb` are the hash of its code and data.
"""


def write(numbers: Mapping[str, Any], folder: Path, remarked: Path = REMARKS) -> None:
    """Write RESULTS.md and the chart from the numbers of a run."""
    remarks = yaml.safe_load(remarked.read_text(encoding="utf-8")) or {}
    draw(numbers, folder / "growth.svg")
    text = "\n".join([HEAD, *_made(numbers), *_targets(numbers, remarks), *_startup(numbers), *_tables(numbers)])
    (folder / "RESULTS.md").write_text(text.rstrip() + "\n", encoding="utf-8")


def _made(numbers: Mapping[str, Any]) -> Iterator[str]:
    """Yield when each part was measured, of which code: parts of several days are of several states of a machine."""
    parts: dict[str, list[str]] = {}
    for part, when in numbers.get("made", {}).items():
        parts.setdefault(when, []).append(part)
    yield from (f"- {when}: {', '.join(some)}" for when, some in parts.items())
    yield from (f"- {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors", "")


def _targets(numbers: Mapping[str, Any], remarks: Mapping[str, str]) -> Iterator[str]:
    found = list(targets.lines(numbers))
    yield from (
        "## Targets",
        "",
        "Ratios are of processor time; for the start, for loads and on PostgreSQL of the time that passed.",
        "Where other programs were at work meanwhile, what is said of loads and of --as-of is of processor time, too.",
        "What isn't here wasn't run.",
        "",
    )
    yield from ("| target | at most | measured | met |", "|---|---:|---:|---|")
    for line in found:
        if not line.claims:
            met = "not measured" if line.measured is None else "yes" if line.met else "**no**"
            yield f"| {line.what} | {line.most:g} | {_shown(line)} | {met} |"
    yield from _by_size([line for line in found if line.claims])
    if lost := list(dict.fromkeys(line.what for line in found if line.measured is not None and not line.met)):
        yield from ("", "Where it loses:", "")
        yield from (f"- {what}: {_remark(what, remarks)}" for what in lost)
    yield from ("", "![Time and memory by the number of claims](growth.svg)", "")


def _by_size(found: Sequence[targets.Line]) -> Iterator[str]:
    """Yield a table of the targets of questions: a row a target, a column a size; what isn't met is bold."""
    sizes = sorted({line.claims for line in found})
    rows: dict[tuple[str, float], dict[int, targets.Line]] = {}
    for line in found:
        rows.setdefault((line.what, line.most), {})[line.claims] = line
    yield from ("", "The targets of questions, by the number of claims; a bold number isn't met:", "")
    yield "| target | at most | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    yield "|---|---:|" + "---:|" * len(sizes)
    for (what, most), row in rows.items():
        cells = (_shown(row[size]) if size in row else "" for size in sizes)
        yield f"| {what} | {most:g} | " + " | ".join(cells) + " |"


def _shown(line: targets.Line) -> str:
    if line.measured is None:
        return ""
    if line.measured == math.inf:
        return "**no answer**"
    return f"{line.measured:.2f}" if line.met else f"**{line.measured:.2f}**"


def _remark(what: str, remarks: Mapping[str, str]) -> str:
    """Return the explanation of the longest name in bench/remarks.yaml with which a target begins."""
    fitting = [name for name in remarks if what.startswith(name)]
    return remarks[max(fitting, key=len)] if fitting else "not explained yet."


def _startup(numbers: Mapping[str, Any]) -> Iterator[str]:
    if table := numbers.get("startup", {}).get("table"):
        yield from ("## Start", "", *table, "")


def _tables(numbers: Mapping[str, Any]) -> Iterator[str]:
    for part, costs in numbers.items():
        kind, _, size = part.partition(" ")
        if kind == "questions":
            yield from (
                f"## Questions, {int(size):,} claims",
                "",
                *_table(costs, (OURS, SHELL, *OTHERS), "question"),
                "",
                *_unlike(costs),
            )
        elif kind == "server":
            yield from (
                f"## On PostgreSQL, {int(size):,} claims",
                "",
                *_table(costs, (OURS, "psql"), "question", passed=True),
                "",
            )
        elif kind == "streams":
            yield from (
                f"## A list of {int(size):,} claims",
                "",
                *_table(costs, (OURS, SHELL, OTHERS[0]), "format"),
                "",
            )
        elif kind == "as-of":
            yield from (f"## As of 2020, {int(size):,} claims", "", *_table(costs, (OURS,), "question"), "")
        elif kind == "loads":
            names = (OURS, "CSafeLoader", "json.loads", "executemany", "COPY")
            yield from ("## Loads and checks", "", *_table(costs, names, "", passed=True), "")
        elif kind == "parquet":
            yield from (f"## Jobs by country out of Parquet files, {int(size):,} claims", "", *_parquet(costs), "")


def _table(costs: Mapping[str, Any], programs: Sequence[str], head: str, *, passed: bool = False) -> Iterator[str]:
    """Yield a table: for each program processor time and memory, and the time that passed where both cores work."""
    order = [question.name for question in questions()]
    yield f"| {head} | " + " | ".join(programs) + " |"
    yield "|---|" + "---:|" * len(programs)
    for name in sorted(costs, key=lambda name: order.index(name) if name in order else len(order)):
        cells = (_cell(costs[name].get(program), passed=passed) for program in programs)
        yield f"| {name} | " + " | ".join(cells) + " |"


def _unlike(costs: Mapping[str, Any]) -> Iterator[str]:
    """Yield of which questions the SQL gives less than ocdb, and of which it should have given as many rows."""
    parts = [question.name for question in questions() if not question.same_rows and question.name in costs]
    if parts:
        yield from (f"The SQL by hand of these asks for a part of what ocdb prints: {'; '.join(parts)}.", "")
    for name, each in costs.items():
        if len(set(each.get("rows", ()))) > 1:
            mine, theirs = each["rows"]
            yield from (f"**{name}: ocdb has {mine:,} rows, the SQL {theirs:,}.**", "")


def _cell(cost: Any, *, passed: bool) -> str:
    if not isinstance(cost, dict):
        return "" if cost is None else f"none: {' '.join(cost.split())[-60:]}" if not cost.startswith("over") else cost
    time = f"{cost['processor']:.2f} s" + (f" ({cost['elapsed']:.1f} passed)" if passed else "")
    return time + (f", {math.ceil(cost['memory'])} MB" if cost["memory"] else "")


def _parquet(costs: Mapping[str, Any]) -> Iterator[str]:
    totals = costs["totals"]
    yield (
        f"ocdb has {totals['ocdb']} totals of countries, DuckDB {totals['duckdb']}; {totals['same']} are the same."
        " DuckDB reads two tables that its scanner of SQLite files wrote as Parquet (`bench/parquet.py`)."
    )
    yield from ("", *_table({"jobs by country": costs["costs"]}, (OURS, "duckdb"), "question"))
