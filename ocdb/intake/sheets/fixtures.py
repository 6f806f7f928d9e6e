"""The fixtures that an import makes: one a source, with the new operators that it needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocdb.curation import inheriting, records
from ocdb.curation.mentions import references
from ocdb.intake.sheets.fields import SHAPES
from ocdb.intake.sheets.makes import Made, Makes
from ocdb.intake.sheets.rows import Maker
from ocdb.intake.sheets.sheets import Row
from ocdb.intake.writing import dump, in_both
from ocdb.text import visible
from ocdb.words.language import N_, _

NOTE = N_("Named in {file}, row {number}; not checked yet.")
SPREADSHEET = "spreadsheet"  # code of the code list maker
_PLACE = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?.*")


@dataclass
class Fixture:
    """A file to be written.

    Attributes:
        name: slug of its source; "" where it holds registers only.
        text: the YAML.
        records: how many records rows made in it.
        operators: the new operators in it.
        origins: the row that made each record, by key and position in the file, from 0.
    """

    name: str
    text: str = ""
    records: int = 0
    operators: list[dict[str, Any]] = field(default_factory=list)
    origins: dict[tuple[str, int], tuple[Row, Made]] = field(default_factory=dict)

    def origin(self, path: str) -> tuple[Row, Made, str] | None:
        """Return the row that made what stands at a path such as ``pledges[2].due``, the record, and its field."""
        place = _PLACE.fullmatch(path)
        found = self.origins.get((place[1], int(place[2]) - 1)) if place else None
        return (*found, place[3] or "") if place and found else None


def fixtures(file: str, maker: Maker, makes: list[Makes]) -> list[Fixture]:
    """Return the fixtures of some rows, in the order in which their sources are first named."""
    grouped: dict[str, list[Makes]] = {}
    for one in makes:
        grouped.setdefault(one.source["id"] if one.source else "", []).append(one)
    written: set[str] = set()
    return [_fixture(file, maker, slug, rows, written) for slug, rows in grouped.items()]


def _fixture(file: str, maker: Maker, slug: str, makes: list[Makes], written: set[str]) -> Fixture:
    made = Fixture(slug)
    data: dict[str, Any] = {key: [] for key in (*records.REGISTERS, *records.CLAIMS, "citations")}
    made.operators = list(_operators(file, maker, makes, written))
    data["operators"] += made.operators
    for one in makes:
        for record in one.made:
            key = records.KEYS.get(record.kind, "citations")
            made.origins[key, len(data[key])] = (one.row, record)
            data[key].append(record.record)
            made.records += 1
    source = {"source": maker.sources[slug], inheriting.KEY: {"made_by": SPREADSHEET}} if slug else {}
    whole = source | {key: found for key, found in data.items() if found}
    comment = _("Made by ocdb import from {file}; review it before it is loaded.").format(file=_name(file))
    made.text = dump(whole, comment)
    return made


def _operators(file: str, maker: Maker, makes: list[Makes], written: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the new operators that rows refer to and no file holds yet, in the order of the rows."""
    for one in makes:
        for record in (made for made in one.made if made.kind in SHAPES):
            for _path, mark, word in references(SHAPES[record.kind].model_validate(record.record)):
                kinds = getattr(mark, "kinds", ())
                if "operator" in kinds and word in maker.operators and word not in written:
                    written.add(word)
                    note = in_both(NOTE, file=_name(file), number=str(one.row.number))
                    yield {"id": word, "name": maker.operators[word], "note": note}


def _name(file: str) -> str:
    """Return the name of a file without the directories of this machine."""
    return visible(Path(file).name)
