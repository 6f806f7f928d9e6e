"""The formats of exports: which one a name means, which files come of it, and the writer of each."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args

from ocdb.errors import UsageError
from ocdb.export.content import Content
from ocdb.export.tables import TABLES
from ocdb.words.language import N_, _

Name = Literal["sqlite", "csv", "xlsx", "parquet", "datapackage", "geojson", "jsonld", "ftm", "all"]
README = "README.md"


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes:
        module: of this room, whose ``write`` writes it.
        suffixes: the ends of names that mean it, the usual one first.
        table: of a directory the end of the name of a table's file; empty for a single file.
        more: of a directory its other files; of a single file the ends of the names of those that come with it, which
            take the place of its own.
        file: where every format is written into one directory, the name of the file that it is there; a directory is
            packed.
        title: what it is, in English, marked for the catalogue.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    table: str = ""
    more: tuple[str, ...] = ()
    file: str = ""
    title: str = ""


FORMATS: dict[str, Format] = {
    "sqlite": Format(
        "sqlite", (".sqlite", ".sqlite3", ".db"), more=(".metadata.json",),
        file="ocdb.sqlite", title=N_("SQLite, ready for Datasette"),
    ),
    "csv": Format(
        "csv", (".csv",), table=".csv", more=(README, "columns.csv"),
        file="ocdb-csv.zip", title=N_("CSV, a file for each table"),
    ),
    "xlsx": Format("xlsx", (".xlsx",), file="ocdb.xlsx", title=N_("Excel, a sheet for each table")),
    "parquet": Format(
        "parquet", (".parquet",), table=".parquet", more=(README,),
        file="ocdb-parquet.zip", title=N_("Parquet, for DuckDB, pandas, R and Spark"),
    ),
    "datapackage": Format(
        "datapackage", (), table=".csv", more=(README, "datapackage.json"),
        file="ocdb-datapackage.zip", title=N_("Data Package: CSV with every field described"),
    ),
    "geojson": Format("geojson", (".geojson",), file="ocdb.geojson", title=N_("GeoJSON: sites and events on a map")),
    "jsonld": Format("jsonld", (".jsonld",), file="ocdb.jsonld", title=N_("JSON-LD in the words of schema.org")),
    "ftm": Format(
        "ftm", (".ftm.json", ".ftm"), more=(".README.md",),
        file="ocdb.ftm.json", title=N_("FollowTheMoney, for Aleph and OpenSanctions"),
    ),
}  # fmt: skip
# Every format once, in a directory with a list of its files.
ALL, LIST = "all", "downloads.json"
NAMES: tuple[str, ...] = get_args(Name)


def chosen(form: str | None, target: Path) -> str:
    """Return the format: as asked, or as the end of the name says.

    Raises:
        UsageError: the name says none, or another one than is asked for.
    """
    named = _named(target)
    if not (form or named):
        raise UsageError(
            _("the name {file} doesn't say which format it is to have").format(file=target),
            _("Name a file that ends in one of {suffixes}, or choose a format with -f: {formats}.").format(
                suffixes=", ".join(entry.suffixes[0] for entry in FORMATS.values() if entry.suffixes),
                formats=", ".join(NAMES),
            ),
        )
    fitting = {form, None} if form != "xlsx" else {form}  # Excel opens no workbook under another name
    if form == "datapackage":
        fitting.add("csv")
    if form and named not in fitting:
        hint = _("Name a file that ends in .{format}, or leave out -f.").format(format=form)
        raise UsageError(_("{file} doesn't fit the format {format}").format(file=target, format=form), hint)
    return form or str(named)


def _named(target: Path) -> str | None:
    """Return the format that the end of a name means, the longest first."""
    known = {suffix: name for name, entry in FORMATS.items() for suffix in entry.suffixes}
    fitting = [suffix for suffix in known if target.name.lower().endswith(suffix) and target.name.lower() != suffix]
    return known[max(fitting, key=len)] if fitting else None


def is_directory(form: str) -> bool:
    """Return whether a format is a directory with a file a table."""
    return form == ALL or bool(FORMATS[form].table)


def beside(form: str, target: Path) -> tuple[Path, ...]:
    """Return the files that come with a single file, in the same directory; none of a directory."""
    if is_directory(form):
        return ()
    entry = FORMATS[form]
    return tuple(target.with_name(stem(form, target) + end) for end in entry.more)


def stem(form: str, target: Path) -> str:
    """Return the name of a file without the end that means its format."""
    ends = (suffix for suffix in FORMATS[form].suffixes if target.name.lower().endswith(suffix))
    return target.name[: len(target.name) - len(next(ends, ""))]


def is_own(form: str, name: str) -> bool:
    """Return whether a directory that is exported has a file of that name: another one isn't ours to replace."""
    if form == ALL:
        files = {Path(entry.file): one for one, entry in FORMATS.items()}
        return name == LIST or name in {file.name for one in files for file in (one, *beside(files[one], one))}
    entry = FORMATS[form]
    return name in entry.more or name in {f"{table.name}{entry.table}" for table in TABLES}


def write(content: Content, form: str, target: Path) -> None:
    """Write an export; a directory is made, and the files of `beside` come with a single file.

    Raises:
        UsageError: what the format needs isn't installed.
        OSError: a file can't be written.
    """
    name = "everything" if form == ALL else FORMATS[form].module
    import_module(f"ocdb.export.{name}").write(content, target)
