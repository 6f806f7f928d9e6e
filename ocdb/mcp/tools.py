"""The tools: the questions of `ocdb.open()`, what they may be asked with, and two for curators."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, create_model

from ocdb.answers.questions.asked import Date, Names, words
from ocdb.api.database import Database
from ocdb.errors import UsageError
from ocdb.mcp.curating import check_fixture, verify_text
from ocdb.mcp.reply import FEW, MANY, fitting, reply
from ocdb.text import visible
from ocdb.words.language import _
from ocdb.words.options import TEXTS, as_keywords, text

# The tool of each method; where the name of a method says too little to a model, another one.
QUESTIONS = {
    "search": "search", "show": "show", "list_records": "list", "jobs": "jobs", "losses": "losses", "ledger": "ledger",
    "delivery": "delivery", "timeline": "timeline", "compare": "compare", "conflicts": "conflicts",
    "coverage": "coverage", "evidence": "evidence", "review": "review",
}  # fmt: skip
# What only chooses what a table shows: here the data have all of it, and citations in any case.
_SHOWN = {"counted", "left_out", "reports", "sources"}
_Text = Annotated[str, StringConstraints(max_length=1_000)]
_Long = Annotated[str, StringConstraints(max_length=1_000_000)]
_Texts = Annotated[list[_Text], Field(max_length=100)]
_KINDS: dict[Any, Any] = {Names: _Text | _Texts, Date: _Text | int, str: _Text}
_LIMIT = Annotated[int, Field(ge=1, le=MANY)]


@dataclass(frozen=True)
class Tool:
    """A tool.

    Attributes:
        name: as models call it.
        description: what it is for.
        takes: its arguments.
        answer: gives its reply, from a way to open the database, and the arguments.
    """

    name: str
    description: str
    takes: type[BaseModel]
    answer: Callable[[Callable[..., Database], dict[str, Any]], dict[str, Any]]

    def call(self, opening: Callable[..., Database], arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the reply to a call.

        Args:
            opening: opens the database, as of a day where one is named.
            arguments: as the model wrote them.

        Raises:
            UsageError: they aren't those of the tool.
            OcdbError: what the question says.
        """
        try:
            given = self.takes.model_validate(arguments)
        except ValidationError as error:
            raise self._unfit(error) from error
        return self.answer(opening, {name: getattr(given, name) for name in given.model_fields_set})

    def _unfit(self, error: ValidationError) -> UsageError:
        """Return what is wrong with arguments: which, and why; what was given isn't repeated, it may be a page."""
        wrong: dict[str, dict[str, None]] = {}
        for one in error.errors(include_url=False, include_context=False, include_input=False):
            wrong.setdefault(visible(str(one["loc"][0]))[:100], {})[one["msg"]] = None
        listed = "; ".join(f"{name}: {' / '.join(why)}" for name, why in [*wrong.items()][:10])
        hint = _("It takes: {names}.").format(names=", ".join(self.takes.model_fields))
        return UsageError(f"{self.name}: {listed}", hint)


def tools() -> list[Tool]:
    """Return all tools, those that answer questions first."""
    return [
        *(_question(tool, method) for tool, method in QUESTIONS.items()),
        Tool("views", _described(Database.views), _arguments("views", Database.views), _views),
        Tool("sql", _SQL, _Statement, _sql),
        Tool("check_fixture", _described(check_fixture), _Fixture, _without_database(check_fixture)),
        Tool("verify_text", _described(verify_text), _Verified, _without_database(verify_text)),
    ]


def _described(function: Callable[..., Any]) -> str:
    """Return what a function is for: its docstring up to what only programmers need."""
    told = re.split(r"\n\s*(?:Args|Raises|Returns):\n", inspect.getdoc(function) or "")[0].strip()
    return re.sub(r"(?<!\n)\n(?!\n)", " ", told)


# --- questions ----------------------------------------------------------------------------------------------------


def _question(tool: str, method: str) -> Tool:
    asked = getattr(Database, method)
    own = "limit" in inspect.signature(asked).parameters

    def answer(opening: Callable[..., Database], given: dict[str, Any]) -> dict[str, Any]:
        limit = given.pop("limit", FEW)
        names = [*words("names", given.pop("names", None)), *words("phrase", given.pop("phrase", None))]
        with opening(given.pop("as_of", None)) as database:
            first = [given.pop(name) for name in ("kind_of_record", "name") if name in given]
            found = asked(database, *first, *names, **given, **({"limit": limit} if own else {}))
            return reply(database, found, limit)

    return Tool(tool, _described(asked), _arguments(method, asked), answer)


def _arguments(method: str, asked: Callable[..., Any]) -> type[BaseModel]:
    """Return the arguments of a method: those of the function, a limit, and a day."""
    fields: dict[str, Any] = {}
    for name, parameter in [*inspect.signature(asked).parameters.items()][1:]:
        if name in _SHOWN:
            continue
        several = parameter.kind is parameter.VAR_POSITIONAL
        kind = _Text | _Texts if several else _kind(parameter.annotation)
        required = parameter.default is parameter.empty and (not several or method in ("compare", "search"))
        fields[name] = (kind, Field(... if required else _default(parameter), description=_meaning(method, name)))
    if method != "views":
        text_ = _("The most records of each list in the answer.")
        fields["limit"] = (_LIMIT, Field(FEW, description=text_))
        fields["as_of"] = (_kind(Date | None), Field(None, description=text(method, "as_of")))
    return create_model(method, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _kind(annotation: Any) -> Any:
    """Return the type of an argument as JSON has it."""
    for ours, kind in _KINDS.items():
        if annotation in (ours, ours | None):
            return kind if annotation == ours else kind | None
    return annotation


def _default(parameter: inspect.Parameter) -> Any:
    return None if parameter.default is parameter.empty else parameter.default


def _meaning(method: str, name: str) -> str:
    """Return what an argument means: as the option of the command."""
    if (method, name) == ("views", "view"):
        return _("Show the columns of this view.")
    return as_keywords(text(method, name))


# --- SQL ----------------------------------------------------------------------------------------------------------

_SQL = (
    "Run one SELECT on the views (their names begin with v_; the tool views lists them with their columns). "
    "No other statement is accepted; time and memory are bounded. Rows carry no citations: join v_citations for "
    "publisher, date and paragraph. Never add up figures of v_pledges, v_losses or v_reports: jobs and losses do that "
    "without counting a job twice."
)
_SECONDS, _MEGABYTES = 20.0, 128


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Statement(_Closed):
    statement: Annotated[str, StringConstraints(max_length=100_000)] = Field(description="One SELECT.")
    parameters: dict[str, str | int | float | None] = Field({}, description="Values of :name in the statement.")
    limit: _LIMIT = Field(FEW, description="The most rows in the answer.")
    as_of: _Text | int | None = Field(None, description=TEXTS["as_of"])


def _sql(opening: Callable[..., Database], given: dict[str, Any]) -> dict[str, Any]:
    with opening(given.get("as_of")) as database:
        asked = given["statement"], given.get("parameters")
        found = database.sql(*asked, timeout=_SECONDS, memory=_MEGABYTES)
        return reply(database, found, given.get("limit", FEW))


def _views(opening: Callable[..., Database], given: dict[str, Any]) -> dict[str, Any]:
    with opening(None) as database:
        found = database.views(**given)
    return fitting(found.title, [], found.data)


# --- for curators -------------------------------------------------------------------------------------------------


class _Fixture(_Closed):
    fixture: _Long = Field(description="The text of a fixture, in YAML.")


class _Verified(_Fixture):
    text: _Long = Field(description="The whole text of the article, a paragraph a line.")


def _without_database(
    look: Callable[..., dict[str, Any]],
) -> Callable[[Callable[..., Database], dict[str, Any]], dict[str, Any]]:
    return lambda _opening, given: fitting(**look(**given))
