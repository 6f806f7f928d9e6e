"""What `ocdb check` accepts, `ocdb load` takes: small corpora of every kind of record, made from their shapes."""

import json
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from ocdb import database
from ocdb.curation import records
from ocdb.curation.checks import check
from ocdb.curation.corpus import FAMILIES, code_lists, gather
from ocdb.curation.problems import Problem
from ocdb.curation.records import CLAIMS, REGISTERS, Citation, Figure, OneOf, Record, Ref, Source, kind_of
from ocdb.errors import FixtureError
from ocdb.load.run import load
from ocdb.rules.codes import CLOSED
from ocdb.settings import resource
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
"""
FIXTURE = """\
source: {id: seeded-source, publisher: The Invented Herald, language: en, published: 2019-03-04}
operators:
- {id: travelling, name: Travelling}
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
successions:
- {id: base-succession, cite: [], kind: rename, status: announced, predecessor: base-one, successor: base-two}
"""
# What is there of each kind, in the seeds and in that file.
THERE = {
    "country": ["TG", "MA"],
    "currency": ["MAD"],
    "place": ["tg-lome"],
    "operator": ["seeded", "base-one", "base-two"],
    "institution": ["base-three"],
    "official": ["base-four", "base-five"],
    "site": ["base-site"],
    "event": ["base-event"],
    "pledge": ["base-pledge"],
    "succession": ["base-succession"],
}
# What a kind may be called; most are called by a letter, and now and then two by the same.
CALLED = {
    "country": tuple(f"X{letter}" for letter in "ABCDEFGHIJKL") + ("TG",),
    "currency": tuple(f"XA{letter}" for letter in "ABCDEFGHIJKL") + ("MAD",),
    "place": tuple(f"tg-{letter}" for letter in "abcdefghijkl") + ("ma-c", "tg-lome"),
}
LETTERS = (*"abcdefghijklmnop", "seeded", "travelling", "travels")
DATES = ("2019", "2019-03", "2020-02-29", "2019~", "2021?", "../2018", "2020/..", "0001", "9999-12-31", "2019/2023")
TEXTS = ("Lomé", "x", "A. B", "<b>", "=1+1", "Seeded", "ß" * 40, "no: 1")
PATTERNS = {"^[a-z]{2}$": "fr", "^[A-Z]{3}$": "XKX"}
WEEKDAYS = records.Weekday.__args__  # type: ignore[attr-defined]
CODES = {
    code: [{"id": code, "label_en": "x", "label_fr": "y", "definition": "z"}] for code in ("jobs", "opening", "odd")
}


@pytest.fixture(scope="module", autouse=True)
def _world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the seeds be few: they are read for each example."""
    package = tmp_path_factory.mktemp("package")
    (package / "seeds").mkdir()
    (package / "fixtures").mkdir()
    shutil.copy(resource("seeds") / "codes.yaml", package / "seeds")
    (package / "seeds" / "others.yaml").write_text(SEEDS, "utf-8")
    (package / "fixtures" / "one.yaml").write_text(FIXTURE, "utf-8")
    for name in ("migrations", "sql"):
        (package / name).symlink_to(Path(resource("migrations")).parent / ("ocdb/sql" if name == "sql" else name))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocdb.settings._PACKAGE", package)
        yield


# --- corpora, made from the shapes ----------------------------------------------------------------------------------


class Maker:
    """Draws the values of fields, by what stands in their annotations."""

    def __init__(self, draw: Any, known: dict[str, list[str]], codes: dict[str, list[str]]) -> None:
        self.draw, self.known, self.codes = draw, known, codes
        self.own: str | None = None

    def record(self, shape: type[Record], slug: str | None = None) -> dict[str, Any]:
        hints = get_type_hints(shape, include_extras=True)
        values: dict[str, Any] = {}
        self.own = slug
        for name, field in shape.model_fields.items():
            if name == "id" and slug:
                values["id"] = slug
            elif name != "unconfirmed" and (field.is_required() or self.draw(st.integers(0, 4)) == 0):
                value = self.value(hints[name], name)
                if value is not None:
                    values[field.alias or name] = value
        if "sha256" in values and not self.rarely():
            values["paragraphs"] = 2**31 - 1
        return values

    def rarely(self) -> bool:
        return bool(self.draw(st.integers(0, 15)) == 15)

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def value(self, annotation: Any, name: str) -> Any:  # noqa: C901, PLR0911  one branch a kind of annotation
        origin, arguments = get_origin(annotation), get_args(annotation)
        if annotation == records.Date:
            return self.pick(*DATES)
        if origin is Annotated:
            if marks := [mark for mark in arguments[1:] if isinstance(mark, Ref | OneOf)]:
                return self.word(marks[0])
            if pattern := next((one.pattern for one in arguments[1:] if getattr(one, "pattern", None)), None):
                return "a" * 64 if "64" in pattern else PATTERNS.get(pattern) or self.pick(*LETTERS)
            return self.value(arguments[0], name)
        if origin in (Union, UnionType):
            return self.value(next(one for one in arguments if one is not NoneType), name)
        if origin is list:
            least = 4 if name == "box" else 2 if name == "same" else 0
            values = [self.value(arguments[0], name) for _ in range(self.draw(st.integers(least, max(least, 2))))]
            return (
                values
                if name == "box"
                else [one for number, one in enumerate(values) if one and one not in values[:number]]
            )
        if origin is dict:
            pairs = [
                (self.value(arguments[0], name), self.value(arguments[1], name)) for _ in range(self.pick(0, 1, 2))
            ]
            return {key: value for key, value in pairs if value}
        if origin is Literal:
            return self.pick(*arguments)
        if annotation is Figure:
            return self.pick(1, 500, {"about": 400}, {"at_least": 3000}, {"at_most": 9}, {"range": [300, 400]})
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self.record(annotation)
        return self.pick(
            *{str: TEXTS, int: (1, 2, 2000, 2**31 - 1), float: (6, "6.25"), bool: (True, False)}[annotation]
        )

    def word(self, mark: Ref | OneOf) -> str | None:
        if isinstance(mark, OneOf):
            return str(self.pick(*(code for name in mark.code_lists for code in self.codes[name])))
        kinds = [kind for family in mark.kinds for kind in FAMILIES.get(family, (family,))]
        slugs = [slug for kind in kinds for slug in self.known[kind] if slug != self.own or self.rarely()]
        return str(self.pick(*slugs)) if slugs else None


def called(draw: Any, kind: str, number: int) -> str:
    """Return the slug of a record: most have one of their own."""
    slugs = CALLED.get(kind, LETTERS)
    return slugs[number % len(slugs)] if draw(st.integers(0, 15)) < 15 else draw(st.sampled_from(slugs))


@st.composite
def corpora(draw: Any) -> list[str]:
    """Return the texts of a few files; many are wrong, in every way that a curator may be."""
    listed = {name: list(entries) for name, entries in gather([resource("seeds")]).codes.items()}
    shapes: dict[str, type[Record]] = CLAIMS | REGISTERS
    files = [
        [(key, called(draw, kind_of(shapes[key]), 4 * number + place)) for place, key in enumerate(keys)]
        for number, keys in enumerate(
            draw(st.lists(st.lists(st.sampled_from(sorted(shapes)), max_size=4), min_size=1, max_size=3))
        )
    ]
    known: dict[str, list[str]] = defaultdict(list, {kind: list(slugs) for kind, slugs in THERE.items()})
    for key, slug in (one for file in files for one in file):
        known[kind_of(shapes[key])].append(slug)
    lists = st.sampled_from(sorted(code_lists() - set(CLOSED)) * 9 + sorted(CLOSED))
    extra = [draw(st.dictionaries(lists, st.sampled_from(sorted(CODES)), max_size=1)) for _ in files]
    for name, code in (pair for one in extra for pair in one.items()):
        listed[name].append(code)
    maker = Maker(draw, known, listed)
    texts = [BASE]
    for number, (file, codes) in enumerate(zip(files, extra, strict=True)):
        data: dict[str, Any] = {}
        if codes:
            data["codes"] = {name: CODES[code] for name, code in codes.items()}
        if any(key in CLAIMS for key, _ in file) or draw(st.booleans()):
            data["source"] = maker.record(Source, draw(st.sampled_from([f"s{number}"] * 9 + ["s0", "seeded-source"])))
            if draw(st.integers(0, 3)) == 0:
                data["citations"] = [maker.record(Citation)]
        for key, slug in file:
            data.setdefault(key, []).append(maker.record(shapes[key], slug))
        texts.append(json.dumps(data, ensure_ascii=False))  # which is YAML too
    return texts


# --- the property ---------------------------------------------------------------------------------------------------


def written(directory: Path, texts: list[str]) -> list[Path]:
    shutil.rmtree(directory, ignore_errors=True)
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
        return str(error) + error.hint
    return ""


@given(corpora())
@settings(max_examples=int(os.environ.get("N", "60")), suppress_health_check=list(HealthCheck))
def test_what_check_accepts_load_takes(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        files = written(Path(home) / "files", texts)
        accepted = not errors(files)
        refused = refusal(Path(home), files)
        event(f"accepted: {accepted}")
        # What refers to fixtures that travel with ocdb needs them, and says so.
        if accepted and "Name those too" in refused:
            refused = refusal(Path(home), [*files, resource("fixtures")])
        assert not (accepted and refused), "\n---\n".join([*texts, refused])
