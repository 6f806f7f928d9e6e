"""What `ocdb check` accepts, `ocdb load` takes: a property over small corpora, made from the shapes of the records."""

import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from string import ascii_lowercase as letters
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from ocdb.curation import fields
from ocdb.curation.checks import check
from ocdb.curation.corpus import FAMILIES, gather
from ocdb.curation.fields import Figure, OneOf, Record, Ref
from ocdb.curation.mentions import code_lists
from ocdb.curation.problems import Problem
from ocdb.curation.records import CLAIMS, REGISTERS, kind_of
from ocdb.curation.registers import Citation, Source
from ocdb.errors import FixtureError
from ocdb.load.run import load
from ocdb.rules.codes import CLOSED
from ocdb.settings import resource, views
from ocdb.store import database
from tests.commands import empty

SEEDS = """\
countries:
- {id: TG, alpha3: TGO, name_en: Togo, name_fr: Togo, in_africa: true, box: [5, -1, 13, 3]}
- {id: MA, alpha3: MAR, name_en: Morocco, name_fr: Maroc, in_africa: true}
currencies:
- {id: MAD, label_en: Moroccan dirham, label_fr: dirham marocain}
places:
- {id: tg-lome, kind: city, name: Lomé, country: TG}
operators:
- {id: seeded, name: Seeded}
retired:
- {id: z, reason: It never existed.}
"""
TRAVELLING = """\
source: {id: travelling-source, publisher: The Invented Herald, language: en, published: 2019-03-04}
operators: [{id: travelling, name: Travelling}]
pledges:
- {id: travels, cite: [], operators: travelling, at: TG, figure: 9, measure: jobs, basis: operator, due: 2022}
"""
# A sound file, to which the others can refer.
BASE = """\
source: {id: base, publisher: The Invented Herald, language: en, published: 2019-03-04}
operators: [{id: base-one, name: Mimosa}, {id: base-two, name: Jacaranda}]
institutions: [{id: base-three, name: Acacia, kind: fund}]
officials: [{id: base-four, name: Ada Example}, {id: base-five, name: Jo Sample}]
sites: [{id: base-site, cite: [], operator: base-one, at: tg-lome, status: open}]
events: [{id: base-event, cite: [], kind: opening, status: planned, summary: It opens., at: MA}]
pledges: [{id: base-pledge, cite: [], operators: base-one, at: TG, figure: 90, measure: jobs, basis: operator}]
reports: [{id: base-report, cite: [], at: TG, kind: held, figure: 9, measure: jobs, basis: operator}]
successions:
- {id: base-succession, cite: [], kind: rename, status: announced, predecessor: base-one, successor: base-two}
"""
# What there is of each kind, in the seeds and in that file.
THERE = {
    "country": ["TG", "MA"],
    "currency": ["MAD"],
    "place": ["tg-lome"],
    "operator": ["seeded", "base-one", "base-two", "travelling"],
    "institution": ["base-three"],
    "official": ["base-four", "base-five"],
    "site": ["base-site"],
    "event": ["base-event"],
    "pledge": ["base-pledge", "travels"],
    "report": ["base-report"],
    "succession": ["base-succession"],
}
# What a record may be called; two are called alike now and then.
SLUGS = {
    "country": [*(f"X{letter.upper()}" for letter in letters), "TG"],
    "currency": [*(f"XA{letter.upper()}" for letter in letters), "MAD"],
    "place": [*(f"tg-{letter}" for letter in letters), "ma-a", "tg-lome"],
}
OTHER_SLUGS = [*letters, "seeded", "travelling", "travels"]
DATES = ("2019", "2019-03", "2020-02-29", "2019~", "2021?", "../2018", "2020/..", "0001", "9999-12-31", "2019/2023")
TEXTS = ("Lomé", "x", "A. B", "<b>", "=1+1", "Seeded", "ß" * 40, "no: 1")
FIGURES = (1, 500, {"about": 400}, {"at_least": 3000}, {"at_most": 9}, {"range": [300, 400]})
SIMPLE = {str: TEXTS, int: (1, 2, 2000, 2**31 - 1), float: (6, "6.25"), bool: (True, False)}
PATTERNED = {"^[a-z]{2}$": "fr", "^[A-Z]{3}$": "XKX", "^[0-9a-f]{64}$": "a" * 64}
OFTEN, SELDOM = 4, 15


def code(slug: str) -> dict[str, str]:
    return {"id": slug, "label_en": "x", "label_fr": "y", "definition": "z"}


@pytest.fixture(scope="module", autouse=True)
def _small_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let little travel with ocdb: it is read for each example."""
    package = tmp_path_factory.mktemp("package")
    for name, text in (("seeds", SEEDS), ("fixtures", TRAVELLING)):
        (package / name).mkdir()
        (package / name / "one.yaml").write_text(text, "utf-8")
    shutil.copy(resource("seeds") / "codes.yaml", package / "seeds")
    (package / "migrations").symlink_to(resource("migrations"))
    (package / "sql").symlink_to(views().parent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocdb.settings._PACKAGE", package)
        yield


# --- corpora, made from the shapes ----------------------------------------------------------------------------------


class Maker:
    """Draws values that fit the fields of a record, by their annotations.

    Attributes:
        known: the slugs of each kind.
        codes: the codes of each list.
    """

    def __init__(self, draw: Any, known: dict[str, list[str]], codes: dict[str, list[str]]) -> None:
        self.draw, self.known, self.codes = draw, known, codes
        self.own = ""

    def one_in(self, number: int) -> bool:
        return bool(self.draw(st.integers(0, number)) == number)

    def pick(self, choices: Any) -> Any:
        return self.draw(st.sampled_from(list(choices)))

    def record(self, shape: type[Record], slug: str = "") -> dict[str, Any]:
        """Return a record; the fields that it needn't have are mostly left out."""
        self.own = slug
        hints = get_type_hints(shape, include_extras=True)
        names = [name for name, field in shape.model_fields.items() if field.is_required() or self.one_in(OFTEN)]
        values = {name: self.value(hints[name], name) for name in names if name != "id"}
        values |= {"id": slug} if slug else {}
        values |= {"paragraphs": 2000, "extent": "whole"} if values.get("sha256") and not self.one_in(SELDOM) else {}
        aliases = {name: field.alias or name for name, field in shape.model_fields.items()}
        return {aliases[name]: value for name, value in values.items() if value is not None}

    def value(self, annotation: Any, name: str) -> Any:
        """Return a value of a type, or None where there is nothing to which it could refer."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.marked(annotation, name)
        if origin in (Union, UnionType):
            return self.value(next(one for one in arguments if one is not NoneType), name)
        if origin is list:
            return self.several(arguments[0], name)
        if origin is dict:
            pairs = [(self.value(arguments[0], name), self.value(arguments[1], name)) for _ in range(self.pick((0, 1)))]
            return {key: value for key, value in pairs if key and value is not None}
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self.pick(FIGURES) if annotation is Figure else self.record(annotation)
        return self.pick(arguments if origin is Literal else SIMPLE[annotation])

    def marked(self, annotation: Any, name: str) -> Any:
        """Return a value of an annotated type: of a date, of what refers to something, of what follows a pattern."""
        inner, *marks = get_args(annotation)
        if annotation == fields.Date:
            return self.pick(DATES)
        for mark in marks:
            if isinstance(mark, OneOf):
                return self.pick(code for listing in mark.code_lists for code in self.codes[listing])
            if isinstance(mark, Ref):
                kinds = [kind for family in mark.kinds for kind in FAMILIES.get(family, (family,))]
                slugs = [slug for kind in kinds for slug in self.known[kind] if slug != self.own or self.one_in(SELDOM)]
                return self.pick(slugs) if slugs else None
            if pattern := getattr(mark, "pattern", None):
                return PATTERNED.get(pattern) or self.pick(OTHER_SLUGS)
        return self.value(inner, name)

    def several(self, annotation: Any, name: str) -> list[Any]:
        least = {"box": 4, "same": 2}.get(name, 0)
        values = [self.value(annotation, name) for _ in range(self.draw(st.integers(least, max(least, 2))))]
        seen = [value for number, value in enumerate(values) if value not in values[:number]]
        return values if name == "box" else [value for value in seen if value is not None]


@st.composite
def corpora(draw: Any) -> list[str]:
    """Return the texts of some files; most are right, and the others wrong in any way in which a curator may be."""
    shapes: dict[str, type[Record]] = CLAIMS | REGISTERS
    keys = st.lists(st.sampled_from(sorted(shapes)), max_size=4)
    known: dict[str, list[str]] = defaultdict(list, {kind: list(slugs) for kind, slugs in THERE.items()})
    codes = {name: list(entries) for name, entries in gather([resource("seeds")]).codes.items()}
    maker = Maker(draw, known, codes)
    numbers = count()
    files = [
        [(key, _called(maker, kind_of(shapes[key]), next(numbers))) for key in draw(keys)]
        for _ in range(draw(st.integers(1, 3)))
    ]
    for key, slug in (pair for file in files for pair in file):
        known[kind_of(shapes[key])].append(slug)
    return [BASE, *(json.dumps(_file(maker, number, file), ensure_ascii=False) for number, file in enumerate(files))]


def _called(maker: Maker, kind: str, number: int) -> str:
    slugs = SLUGS.get(kind, OTHER_SLUGS)
    return str(maker.pick(slugs) if maker.one_in(SELDOM) else slugs[number])


def _file(maker: Maker, number: int, entries: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the data of a file, which is YAML when it is written as JSON."""
    shapes: dict[str, type[Record]] = CLAIMS | REGISTERS
    data: dict[str, Any] = defaultdict(list)
    if maker.one_in(OFTEN):
        name = maker.pick(sorted(CLOSED) if maker.one_in(OFTEN) else sorted(code_lists() - set(CLOSED)))
        data["codes"] = {name: [code(maker.pick(["odd", maker.codes[name][0]]))]}
        maker.codes[name] = [*dict.fromkeys([*maker.codes[name], data["codes"][name][0]["id"]])]
    if any(key in CLAIMS for key, _ in entries) or maker.one_in(1):
        odd = maker.one_in(SELDOM)
        data["source"] = maker.record(Source, maker.pick(["base", "travelling-source"]) if odd else f"source-{number}")
        data["citations"] = [maker.record(Citation)] if maker.one_in(OFTEN) else []
    for key, slug in entries:
        data[key].append(maker.record(shapes[key], slug))
    return data


# --- the property ---------------------------------------------------------------------------------------------------


def written(directory: Path, *texts: str) -> list[Path]:
    directory.mkdir()
    for number, text in enumerate(texts):
        (directory / f"{number}.yaml").write_text(text, "utf-8")
    return sorted(directory.iterdir())


def errors(files: list[Path]) -> list[Problem]:
    """Return what `ocdb check` finds that stops a load."""
    found = check(gather(files, around=[resource("seeds"), resource("fixtures")]))
    return [problem for problem in found if problem.severity == "error"]


def refusal(directory: Path, files: list[Path]) -> str:
    """Return why `ocdb load` doesn't take some files; nothing where it does."""
    path = Path(shutil.copy(empty(), directory / "loaded.sqlite"))
    try:
        database.connect(f"sqlite:///{path}", lambda connection: load(connection, files))
    except FixtureError as error:
        return f"{error}\n{error.hint}"
    return ""


@given(corpora())
@settings(suppress_health_check=list(HealthCheck))
def test_what_check_accepts_load_takes(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        files = written(Path(home) / "files", *texts)
        accepted, refused = not errors(files), refusal(Path(home), files)
        event(f"accepted: {accepted}")
        if accepted and "Name those too" in refused:  # the fixtures that travel with ocdb
            refused = refusal(Path(home), [*files, resource("fixtures")])
        assert not (accepted and refused), "\n---\n".join([*texts, refused])
