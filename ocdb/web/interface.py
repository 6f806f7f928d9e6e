"""The JSON interface: the questions of the command line under addresses, each described by its own signature.

A route, its parameters, the description in OpenAPI and the page about it follow from `routes`; what a parameter means
stands in `ocdb.words.options`, and what a column holds in the view.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from inspect import Parameter as Keyword
from typing import Any, Literal, get_args, get_origin
from urllib.parse import unquote, urlencode

from ocdb.answers.answer import Answer, of_rows
from ocdb.answers.listings import KINDS, LISTINGS
from ocdb.answers.questions import records, sums
from ocdb.answers.questions.parameters import signature
from ocdb.errors import NotFoundError, UsageError
from ocdb.render.answers import data
from ocdb.store.reader.rows import Reader, Rows
from ocdb.web.addresses import RECORDS
from ocdb.words.figures import number
from ocdb.words.language import LANGUAGES, N_, _, speaking
from ocdb.words.options import as_keywords, text

VERSION = "v1"
PREFIX = f"api/{VERSION}/"
# Rows of an answer, and how many may stand before them: who wants all takes the data as files.
MOST, USUAL, DEEPEST = 1000, 100, 100_000
# Values of one parameter, and letters of one.
MOST_VALUES, LONGEST = 50, 300
# What only a printed answer is narrowed by, and names without an option, which an address has no place for.
_PRINTED = ("counted", "left_out", "reports", "sources", "names", "kind_of_record")
# The words that some questions are asked with, by what an address calls them.
_WORDS = {"search": ("phrase", "q"), "compare": ("names", "of")}
_OWN = {
    "lang": N_("Language of the title and the notes: en or fr."),
    "limit": N_("Most rows of an answer."),
    "offset": N_("Rows before those of this answer; `next` leads on."),
    "list": N_("Name of a code list, as in event_kind."),
}


@dataclass(frozen=True)
class Parameter:
    """What a question may be asked with.

    Attributes:
        name: in the address.
        question: whose it is, by its name in `ocdb.words.options`.
        schema: of its value, as JSON Schema.
        keyword: what the question itself calls it.
        needed: whether there is no question without it.
        in_path: whether it is a part of the path.
    """

    name: str
    question: str
    schema: Mapping[str, Any]
    keyword: str = ""
    needed: bool = False
    in_path: bool = False

    @property
    def meaning(self) -> str:
        """Return what it means, in the language that is spoken."""
        if self.name in _OWN and not self.keyword:
            return _(_OWN[self.name])
        return as_keywords(text(self.question, self.keyword or self.name))

    def read(self, values: Sequence[str]) -> Any:
        """Return the value that some texts of an address stand for.

        Raises:
            UsageError: they stand for none.
        """
        if self.schema["type"] == "array":
            if len(values) <= MOST_VALUES and all(0 < len(value) <= LONGEST for value in values):
                return list(values)
        elif len(values) == 1 and (value := _read(values[0], self.schema)) is not None:
            return value
        shown = ", ".join(values)[:LONGEST]
        raise UsageError(
            _("{name}: {value} isn't what it takes").format(name=self.name, value=shown), _in_words(self.schema)
        )


@dataclass(frozen=True)
class Question:
    """A route of the interface.

    Attributes:
        path: after PREFIX; what stands in curly brackets is a parameter.
        title: what it answers, to be translated.
        ask: answers it.
        told: what is to be known about it, in English.
        parameters: what it may be asked with.
        view: whose rows it returns, if they are those of one.
        paged: whether it returns a part of many rows.
    """

    path: str
    title: str
    ask: Callable[..., Answer]
    told: str
    parameters: tuple[Parameter, ...]
    view: str = ""
    paged: bool = False


@cache
def routes() -> tuple[Question, ...]:
    """Return all questions: those that add up, lists, records, code lists."""
    asked: dict[str, tuple[Callable[..., Answer], str]] = {
        "jobs": (sums.jobs, N_("Promised jobs, none counted twice")),
        "losses": (sums.losses, N_("Lost jobs, none counted twice")),
        "delivery": (sums.delivery, N_("How much of what was promised came")),
        "ledger": (records.ledger, N_("Promises, and what became of each")),
        "timeline": (records.timeline, N_("The timeline")),
        "conflicts": (records.conflicts, N_("Claims that disagree")),
        "coverage": (records.coverage, N_("Where somebody looked")),
        "evidence": (records.evidence, N_("How much can be verified")),
        "compare": (records.compare, N_("Countries, operators or places side by side")),
        "search": (records.search, N_("Records that contain some words")),
    }
    found = [_question(name, *what) for name, what in asked.items()]
    found += [_list(kind) for kind in KINDS]
    found += [_record(kind) for kind in RECORDS]
    return (*found, *_code_lists())


def answered(reader: Reader, asked: str, given: Sequence[tuple[str, str]], base: str) -> str:
    """Return the answer to a question, as JSON.

    Args:
        reader: the database.
        asked: the path after PREFIX, as it was sent.
        given: the parameters of the address, in their order.
        base: the address that PREFIX stands under.

    Raises:
        NotFoundError: there is no such question, or nothing bears a name.
        UsageError: a parameter is wrong.
    """
    question, values = _routed(asked)
    values |= _values(question, given)
    with speaking(values.pop("lang", "en")):
        if not question.paged:
            answer = question.ask(reader, **_keywords(question, values))
            return _written(*_bounded(answer))
        limit, offset = values.pop("limit", USUAL), values.pop("offset", 0)
        answer = question.ask(reader, **_keywords(question, values), limit=offset + limit + 1)
        rows = json.loads("".join(data(_part(answer, offset, limit), "json")))
        more = len(answer.sections[0].rows.rows) > offset + limit
        return _written(
            answer, rows, answer.notes, _next(base + PREFIX + asked, given, limit, offset) if more else None
        )


def _written(answer: Answer, what: Any, notes: Sequence[str], following: str | None = None) -> str:
    whole: dict[str, Any] = {"title": answer.title, "notes": list(notes), "data": what}
    if isinstance(what, list):
        whole["next"] = following
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _bounded(answer: Answer) -> tuple[Answer, Any, list[str]]:
    """Return an answer with its data, of whose lists no more than MOST records are there, and notes that say so."""
    whole = json.loads("".join(data(answer, "json")))
    notes = list(answer.notes)
    for name, part in whole.items() if isinstance(whole, dict) else ():
        if isinstance(part, list) and len(part) > MOST:
            whole[name] = part[:MOST]
            cut = _("{name}: the first {shown} of {count}; narrow the question, or ask for the list")
            notes.append(cut.format(name=name, shown=number(MOST), count=number(len(part))))
    return answer, whole, notes


def _part(answer: Answer, offset: int, limit: int) -> Answer:
    rows = answer.sections[0].rows
    return of_rows(Rows(rows.columns, rows.rows[offset : offset + limit]))


def _next(path: str, given: Sequence[tuple[str, str]], limit: int, offset: int) -> str | None:
    """Return the address of the rows that follow; none where it would lie too deep."""
    if offset + limit > DEEPEST:
        return None
    kept = [(name, value) for name, value in given if name not in ("limit", "offset")]
    return f"{path}?{urlencode([*kept, ('limit', limit), ('offset', offset + limit)])}"


def _routed(asked: str) -> tuple[Question, dict[str, Any]]:
    """Return the question of a path, and what the path says of it."""
    parts = [unquote(part) for part in asked.split("/")]
    for question in routes():
        own = question.path.split("/")
        if len(own) == len(parts) and own[0] == parts[0]:
            named = [parameter for parameter in question.parameters if parameter.in_path]
            if named:
                return question, {named[0].name: named[0].read([parts[1]])}
            if own == parts:
                return question, {}
    raise NotFoundError(_("there is no such question"), _("All of them: {path}").format(path=f"/{PREFIX}openapi.json"))


def _values(question: Question, given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    texts: dict[str, list[str]] = {}
    for name, value in given:
        texts.setdefault(name, []).append(value)
    known = {parameter.name: parameter for parameter in question.parameters if not parameter.in_path}
    if wrong := [name for name in texts if name not in known]:
        hint = _("It takes: {names}.").format(names=", ".join(known))
        raise UsageError(_("there is no parameter {name} here").format(name=wrong[0][:LONGEST]), hint)
    if missing := [name for name, parameter in known.items() if parameter.needed and name not in texts]:
        raise UsageError(_("{name} is missing").format(name=missing[0]), known[missing[0]].meaning)
    return {name: known[name].read(values) for name, values in texts.items()}


def _keywords(question: Question, values: Mapping[str, Any]) -> dict[str, Any]:
    names = {parameter.name: parameter.keyword or parameter.name for parameter in question.parameters}
    return {names[name]: value for name, value in values.items()}


# --- values -------------------------------------------------------------------------------------------------------


def _read(value: str, schema: Mapping[str, Any]) -> Any:
    """Return the value of a text; None where it is none."""
    kind = schema["type"]
    if kind == "boolean":
        return {"true": True, "false": False}.get(value)
    if kind == "integer":
        whole = int(value) if value.isascii() and value.isdigit() and len(value) <= len(str(DEEPEST)) else -1
        return whole if schema["minimum"] <= whole <= schema["maximum"] else None
    fits = value in schema["enum"] if "enum" in schema else 0 < len(value) <= LONGEST
    return value if fits else None


def _in_words(schema: Mapping[str, Any]) -> str:
    """Return what a parameter takes."""
    if "enum" in schema:
        return _("One of: {values}.").format(values=", ".join(schema["enum"]))
    if schema["type"] == "integer":
        text_ = _("Write a number from {least} to {most}.")
        return text_.format(least=schema["minimum"], most=schema["maximum"])
    if schema["type"] == "boolean":
        return _("One of: {values}.").format(values="true, false")
    return _("Write a text of at most {count} letters.").format(count=LONGEST)


_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST}
_SEVERAL = {"type": "array", "items": _TEXT, "maxItems": MOST_VALUES}
_LIMIT = {"type": "integer", "minimum": 1, "maximum": MOST}
_LANG = Parameter("lang", "", {"type": "string", "enum": list(LANGUAGES), "default": "en"})
_PAGES = (
    Parameter("limit", "", _LIMIT | {"default": USUAL}),
    Parameter("offset", "", {"type": "integer", "minimum": 0, "maximum": DEEPEST, "default": 0}),
)


def _schema(keyword: Keyword) -> dict[str, Any]:
    """Return the schema of a parameter by what the question says of it."""
    kinds = [keyword.annotation, *get_args(keyword.annotation)]
    if choices := [get_args(kind) for kind in kinds if get_origin(kind) is Literal]:
        found: dict[str, Any] = {"type": "string", "enum": list(choices[0])}
    elif any(get_origin(kind) is Iterable for kind in kinds):
        return _SEVERAL
    elif dt.date not in kinds and bool in kinds:
        found = {"type": "boolean"}
    elif dt.date not in kinds and int in kinds:
        found = dict(_LIMIT)
    else:
        found = dict(_TEXT)
    return found | ({"default": keyword.default} if keyword.default not in (None, Keyword.empty) else {})


# --- questions ----------------------------------------------------------------------------------------------------


def _parameters(name: str, ask: Callable[..., Answer], fits: Callable[[str], bool] = bool) -> Iterator[Parameter]:
    """Yield what a question takes that an address can say."""
    words, called = _WORDS.get(name, ("", ""))
    for keyword in signature(ask).parameters.values():
        if keyword.name == words:
            yield Parameter(called, name, _SEVERAL | {"minItems": 1}, words, needed=True)
        elif keyword.name not in _PRINTED and fits(keyword.name):
            yield Parameter(keyword.name, name, _schema(keyword), keyword.name)


def _told(ask: Callable[..., Answer]) -> str:
    """Return what the documentation of a question says, without its errors."""
    lines = (ask.__doc__ or "").partition("Raises:")[0].split("\n\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _question(name: str, ask: Callable[..., Answer], title: str) -> Question:
    paged = name in LISTINGS and name in ("ledger", "timeline")
    fits = partial(_fits, name) if paged else bool
    parameters = (*_parameters(name, ask, fits), *(_PAGES if paged else ()), _LANG)
    called = ask
    if words := _WORDS.get(name):

        def called(reader: Reader, **given: Any) -> Answer:
            return ask(reader, *given.pop(words[0]), **given)

    return Question(name, title, called, _told(ask), parameters, f"v_{name}" if paged else "", paged=paged)


def _fits(kind: str, name: str) -> bool:
    """Return whether a list can be narrowed by an option."""
    listing = LISTINGS[kind]
    if name in ("since", "until", "possible"):
        return listing.dated is not None
    if name == "with_successors":
        return "operator" in listing.filters
    if name == "on":
        return kind == "sites"
    shape = ("sort", "columns", "verdict", "overdue", "basis")
    return name in shape or (name in listing.filters and name != "limit")


def _list(kind: str) -> Question:
    parameters = (*_parameters("list", records.list_, partial(_fits, kind)), *_PAGES, _LANG)
    title = N_("Records of a kind: {kind}")
    told = f"The rows of {LISTINGS[kind].view} that fit all filters; several values of one filter are alternatives."
    return Question(f"list/{kind}", title, partial(_listed, kind), told, parameters, LISTINGS[kind].view, paged=True)


def _listed(kind: str, reader: Reader, /, **given: Any) -> Answer:
    return records.list_(reader, kind, **given)


def _record(kind: str) -> Question:
    name = Parameter("name", "show", _TEXT, "name", needed=True, in_path=True)
    more = _parameters("show", records.show, lambda one: one == "with_successors" and kind == "operator")
    title = N_("One record with all that is said of it: {kind}")
    return Question(f"{kind}/{{name}}", title, partial(_shown, kind), _told(records.show), (name, *more, _LANG))


def _shown(kind: str, reader: Reader, /, name: str, **given: Any) -> Answer:
    answer = records.show(reader, name, **given)
    own = (answer.data or {})["kind"]
    if own != kind:
        right = f"/{PREFIX}{own}/{(answer.data or {})['record']['id']}"
        raise NotFoundError(
            _("{name} is of another kind").format(name=name), _("It stands at {path}").format(path=right)
        )
    return answer


def _code_lists() -> Iterator[Question]:
    told = "What each code means, in English and French, in the order of its list."
    listed = Parameter("list", "", _TEXT, needed=True, in_path=True)
    yield Question("codes", N_("Code lists"), _codes, told, (_LANG,), "v_codes")
    yield Question("codes/{list}", N_("A code list"), _codes, told, (listed, _LANG), "v_codes")


def _codes(reader: Reader, list: str | None = None) -> Answer:  # noqa: A002  as the address calls it
    where = "" if list is None else " WHERE list = :list"
    rows = reader.rows(f"SELECT * FROM v_codes{where}", {"list": list}).ordered("list", "position")
    if not rows.rows:
        raise NotFoundError(_("there is no such code list"), _("All of them: {path}").format(path=f"/{PREFIX}codes"))
    return of_rows(rows)
