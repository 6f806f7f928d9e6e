"""Guesses at a sheet for which there is no mapping yet: where its header is, and what its columns may hold."""

import re
import zipfile
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from ocdb.intake.sheets.opening import opener
from ocdb.intake.sheets.sheets import Day, Layout, Sheet, SheetError, Value, shown
from ocdb.intake.sheets.workbook import visible_sheets
from ocdb.text import fold, visible
from ocdb.words.language import _

ROWS = 1000  # that are looked at
SAMPLES = 5
LONGEST = 30
HEADERS = 10  # rows in which the names of the columns are looked for

# What the words of a header speak for, folded; the first line that fits wins.
_WORDS = {
    "published": "date de publication|publie le|paru le|parution|published|publication date|date article",
    "due": "echeance|due|horizon|deadline|d ici|a l horizon|target date",
    "measure": "unite|unit|mesure|measure|type d emplois",
    "figure": "emplois|emploi|postes|effectif|effectifs|jobs|headcount|seats|positions|recrutements|hires|nombre",
    "amount": "montant|investissement|amount|investment|capex",
    "currency": "devise|monnaie|currency",
    "status": "statut|status|etat|ouvert|open",
    "url": "lien|link|url|adresse web|site web",
    "publisher": "source|journal|media|publisher|outlet|organe",
    "title": "titre|title|headline",
    "language": "langue|language",
    "operator": "operateur|operateurs|operator|entreprise|societe|groupe|company|firm|employeur|employer",
    "country": "pays|country",
    "at": "ville|city|lieu|place|localite|location|region|commune",
    "announced": "date d annonce|annonce|announced|announcement|date",
    "note": "remarque|remarques|remark|remarks|note|notes|commentaire|commentaires|comment|observation|observations",
}


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its name, some distinct values, and what its name speaks for."""

    index: int
    name: str
    values: list[Value]
    guess: str | None

    def samples(self) -> str:
        """Return a few values in a line."""
        cut = [visible(" ".join(shown(value).split()))[:LONGEST] for value in self.values[:SAMPLES]]
        if len(self.values) > SAMPLES:
            cut.append(_("... {count} different values").format(count=len(self.values)))
        return " | ".join(cut)


def find_sheet(path: Path) -> tuple[Sheet, Layout, list[str]]:
    """Return the sheet to begin with, how it can be read, and the names of the sheets that were not chosen.

    Raises:
        SheetError: it can't be read.
    """
    names = visible_sheets(path) if zipfile.is_zipfile(path) else []
    layout = Layout(sheet=names[0] if len(names) > 1 else None, max_rows=HEADERS + ROWS)
    try:
        return *_with_header(path, layout), names[1:]
    except SheetError as error:
        if not isinstance(error.__cause__, UnicodeError):
            raise
    return *_with_header(path, replace(layout, encoding="cp1252")), names[1:]


def _with_header(path: Path, layout: Layout) -> tuple[Sheet, Layout]:
    """Return the sheet with the first row that names at least half as many columns as the widest of the first ones."""
    open_with = opener(path, layout)
    found: dict[int, tuple[Sheet, Layout]] = {}
    widths: dict[int, int] = {}
    problem: SheetError | None = None
    for number in range(1, HEADERS + 1):
        try:
            found[number] = open_with(at := replace(layout, header=number)), at
        except SheetError as error:
            if isinstance(error.__cause__, UnicodeError):
                raise
            problem = problem or error
            continue
        names = found[number][0].columns
        widths[number] = sum(bool(name) and not re.fullmatch(r"[\d.,/ -]+", name) for name in names)
    if not widths:
        raise problem or SheetError(_("{file} has no columns").format(file=path), _("Name another file."))
    widest = max(widths.values())
    return found[next(number for number, width in widths.items() if width >= max(1, widest / 2))]


def find_columns(sheet: Sheet) -> list[Column]:
    """Return the columns with the values of the first rows; no two are guessed to be the same field."""
    distinct: list[dict[str, Value]] = [{} for _ in sheet.columns]
    for row in islice(sheet.below(), ROWS):
        for index, value in enumerate(row.values[: len(distinct)]):
            if value is not None:
                distinct[index].setdefault(shown(value), value)
    taken: set[str] = set()
    found = []
    for index, name in enumerate(sheet.columns):
        guess = _guess(name)
        guess = None if guess in taken else guess
        taken |= {guess} if guess else set()
        found.append(Column(index, name, list(distinct[index].values()), guess))
    return found


def _guess(name: str) -> str | None:
    words = f" {' '.join(re.findall(r'[a-z0-9]+', fold(name)))} "
    return next((one for one, known in _WORDS.items() if any(f" {word} " in words for word in known.split("|"))), None)


def date_forms(values: list[Value]) -> tuple[list[str], list[str]]:
    """Return the forms that the dates are in, and those of which the values don't tell which one it is."""
    texts = [shown(value) for value in values if not isinstance(value, Day)]
    parts = [match.groups() for text in texts if (match := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2\d{4}", text))]
    others = sorted({f"MM{match[1]}YYYY" for text in texts if (match := re.fullmatch(r"\d{1,2}([/.-])\d{4}", text))})
    years = ["YYYY"] if any(re.fullmatch(r"\d{4}", text) for text in texts) else []
    day_first, month_first = any(int(one[0]) > 12 for one in parts), any(int(one[2]) > 12 for one in parts)  # noqa: PLR2004
    orders = [*["DD{0}MM{0}YYYY"] * day_first, *["MM{0}DD{0}YYYY"] * month_first]
    signs = sorted({one[1] for one in parts})
    unclear = [order.format(signs[0]) for order in ("DD{0}MM{0}YYYY", "MM{0}DD{0}YYYY")] if parts and not orders else []
    return [order.format(sign) for order in orders for sign in signs] + others + years, unclear


def thousands(values: list[Value]) -> tuple[list[str], list[str]]:
    """Return the signs between thousands, and those that might part decimals as well."""
    texts = [re.sub("[\u00a0\u202f]", " ", shown(value)) for value in values]
    found = [match[0] for text in texts for match in re.finditer(r"\d[\d.,' ]*\d", text)]
    sure = {match[1] for text in found if (match := re.fullmatch(r"\d{1,3}([ '])\d{3}(?:\1\d{3})*", text))}
    unsure = {match[1] for text in found if (match := re.fullmatch(r"\d{1,3}([.,])\d{3}", text))}
    return sorted(sure), sorted(unsure)
