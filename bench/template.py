"""The real fixtures and registers as texts with gaps: whatever a clone of them says in its own way."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocdb.curation import records, registers
from ocdb.curation.claims import Claim
from ocdb.curation.fields import OneOf, Record, Ref
from ocdb.curation.mentions import marks
from ocdb.settings import resource

REGISTERS = ("operators", "institutions", "officials", "places")
DATES = {"published", "opened", "closed", "date", "announced", "due", "as_of", "held", "used", "founded"}
SLUGS = {"id", "successor", "syndicated_from"}
LISTS = {("searches", "used")}  # of slugs, under the name of a date elsewhere
# Figures that a clone varies; shares and rates it leaves.
COUNTS = {("pledges", "figure"), ("losses", "figure"), ("reports", "figure"), ("investments", "amount")}
# A clone has no text of its own that could be hashed, no coordinates in its new country, and weekdays of other years.
DROPPED = {"sha256", "latitude", "longitude", "geonames_id", "published_weekday", "date_weekday"}
KEPT = {"url", "language", "publisher", "authors", "credited_to", "currency"}
LENGTH = 8  # of the words that stand for those of names
LONGEST = 110  # a slug has 120 letters at most, and that of a clone the number of the clone
NATIONALS = ("Togolese", "togolaises", "togolaise", "togolais")  # a search for Togo finds these too

Key = tuple[str, str]  # what stands in a gap: ("year", "2019"), ("country", "MA"), ("word", "webhelp") ...


class Gaps:
    """The gaps of all templates, numbered as they come up."""

    def __init__(self) -> None:
        self.numbers: dict[Key, int] = {}

    def text(self, kind: str, what: str) -> str:
        """Return the mark of a gap that texts fill."""
        return f"xq{self.numbers.setdefault((kind, what), len(self.numbers))}q"

    def number(self, value: int) -> str:
        """Return the mark of a gap that a number fills, which JSON doesn't quote."""
        return f"xn{self.numbers.setdefault(('figure', str(value)), len(self.numbers))}n"


@dataclass(frozen=True)
class Template:
    """A file with gaps: its texts, each but the last followed by the gap of the same place."""

    path: str
    claims: int
    texts: list[str]
    gaps: list[int]

    def fill(self, values: list[str]) -> str:
        """Return the file, with the value of each gap in its place."""
        parts = [""] * (len(self.texts) + len(self.gaps))
        parts[::2], parts[1::2] = self.texts, [values[gap] for gap in self.gaps]
        return "".join(parts)


def plain(path: Path) -> Any:
    """Return what a YAML file says, dates as texts."""
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  a loader that is safe


class _Loader(yaml.CSafeLoader):
    """Reads dates as texts, and "on", "off", "yes" and "no" too, as ocdb does: a search has a day under "on"."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp" and (tag != "tag:yaml.org,2002:bool" or first in "tTfF")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def fixtures() -> list[tuple[str, Any]]:
    """Return the fixtures that come with ocdb, but for bounds of totals: path without its ending, and what they say."""
    root = resource("fixtures")
    paths = sorted(root.rglob("*.yaml"))
    files = [(path.relative_to(root).with_suffix("").as_posix(), plain(path)) for path in paths]
    return [(path, data) for path, data in files if "expected" not in data]  # a world has totals of its own


@cache
def seeds() -> dict[str, Any]:
    """Return the registers that come with ocdb, by their keys in files."""
    found: dict[str, Any] = {}
    for path in sorted(resource("seeds").glob("*.yaml")):
        found |= plain(path)
    return found


def count(data: Any) -> int:
    """Return how many claims a file makes."""
    return sum(len(data.get(key) or ()) for key in records.CLAIMS)


def dumped(data: Any, form: str) -> str:
    """Return a file as one line of JSON, or as YAML."""
    if form == "jsonl":
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=10**6)


def templates(gaps: Gaps, form: str) -> list[Template]:
    """Return the registers that a clone needs, and the fixtures, as templates."""
    known, articles = seeds(), fixtures()
    opening = _Opening(gaps, known, [data for _path, data in articles])
    files = [("registers", {key: known[key] for key in REGISTERS}), *articles]
    return [_split(path, count(data), dumped(opening.opened(data), form)) for path, data in files]


def _split(path: str, claims: int, text: str) -> Template:
    # A number has quotes around its mark in JSON, and needs none.
    parts = re.split(r"xq(\d+)q|\"?xn(\d+)n\"?", text)
    gaps = [int(one or other) for one, other in zip(parts[1::3], parts[2::3], strict=True)]
    return Template(path, claims, parts[::3], gaps)


@cache
def _fields(mark: type[Ref | OneOf]) -> frozenset[str]:
    """Return the names of fields that mention records, or codes."""
    shapes: list[type[Record]] = [registers.Source, registers.Citation, registers.OtherName, *Claim.__subclasses__()]
    shapes += records.REGISTERS.values()
    return frozenset(
        field.alias or name
        for shape in shapes
        for name, field in shape.model_fields.items()
        if any(isinstance(one, mark) for one in marks(shape, name))
    )


class _Opening:
    """Puts gaps where clones differ."""

    def __init__(self, gaps: Gaps, known: dict[str, Any], articles: list[Any]) -> None:
        self.gaps = gaps
        self.countries = {country["id"] for country in known["countries"]}
        self.slugs = {record["id"] for key in REGISTERS for record in known[key]}
        self.words = {word for slug in self.slugs for word in slug.split("-") if not word.isdigit()}
        self.words |= {"togo", "lome", "maroc", "morocco"}
        self.places = {place["id"] for place in known["places"]}
        for data in articles:
            self.slugs |= {record["id"] for records_ in data.values() for record in _listed(records_) if "id" in record}
            self.slugs.add(data.get("source", {}).get("syndicated_from", ""))
        self.names = dict(_names(known))
        self.names = {name.upper(): gap for name, gap in self.names.items()} | self.names  # as in headlines
        ordered = sorted(self.names, key=len, reverse=True)
        self.pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")

    def opened(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return a file with the marks of gaps."""
        return {key: self._value(key, key, records_) for key, records_ in data.items()}

    def _value(self, kind: str, field: str, value: Any) -> Any:
        if isinstance(value, dict):
            inner = (lambda _key: field) if field in {"parties", "figure", "amount"} else (lambda key: key)
            return {key: self._value(kind, inner(key), one) for key, one in value.items() if key not in DROPPED}
        if isinstance(value, list):
            return [self._value(kind, field, one) for one in value]
        if (kind, field) in COUNTS:
            return self.gaps.number(int(value))
        if field in DATES and (kind, field) not in LISTS:
            early = str(value).replace("02-29", "02-28")  # the clone's year may have no 29 February
            return re.sub(r"\b(?:19|20)\d\d\b", lambda year: self.gaps.text("year", year[0]), early)
        return self._text(field, value) if isinstance(value, str) else value

    def _text(self, field: str, value: str) -> str:
        if field in SLUGS or field in _fields(Ref):
            return self._slug(value)
        if field in KEPT or field in _fields(OneOf):
            return value
        return self.pattern.sub(lambda name: self.gaps.text(*self.names[name[0]]), value)

    def _slug(self, slug: str) -> str:
        if slug in self.countries:
            return self.gaps.text("country", slug)
        if slug not in self.slugs:  # an area, or the word for no baseline
            return slug
        first, *rest = slug.split("-")
        clone = self.gaps.text("clone", "")
        if sum(max(len(word), LENGTH) + 1 for word in (first, *rest)) > LONGEST:
            return f"{self.gaps.text('word', slug)}-{clone}"
        start = self.gaps.text("prefix", first.upper()) if slug in self.places else self._word(first)
        return "-".join([start, *map(self._word, rest), clone])

    def _word(self, word: str) -> str:
        return self.gaps.text("word", word) if word in self.words else word


def _names(known: dict[str, Any]) -> Iterator[tuple[str, Key]]:
    """Yield each name of a country, party or place that texts may mention, with the gap that it becomes."""
    for country in known["countries"]:
        for name in country.get("names", ()):
            yield name, ("name_en", country["id"])
        yield from ((country[language], (language, country["id"])) for language in ("name_fr", "name_en"))
    yield from ((name, ("name_en", "TG")) for name in NATIONALS)
    for key in REGISTERS:
        for record in known[key]:
            for name in (record["name"], *(other["name"] for other in record.get("names", ()))):
                yield name, ("name", name)


def _listed(value: Any) -> list[Any]:
    """Return the records below a key: a list, one, or none where nothing stands there."""
    return value if isinstance(value, list) else [value] if value else []
