"""The page about the JSON interface: what its description says, in both languages."""

from collections.abc import Sequence
from urllib.parse import quote

from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.interface import MOST, PREFIX, Question, routes
from ocdb.web.page import Page, page_name
from ocdb.words.language import N_, _
from ocdb.words.nouns import kind_name, plural

# What shows how a question is asked.
EXAMPLES = (
    "jobs?country=Togo", "list/sites?country=TG&status=open", "ledger?verdict=missed&limit=10", "operator/webhelp",
    "compare?of=MA&of=TN", "search?q=agadir", "codes/outcome", "openapi.json",
)  # fmt: skip
# What several routes are alike in, in one line.
_ALIKE = {"list": N_("Records of a kind"), "record": N_("One record with all that is said of it")}


def about(_reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the page."""
    if rest:
        raise NotFoundError(_("there is no such page"))
    values = {
        "prefix": PREFIX,
        "examples": EXAMPLES,
        "most": MOST,
        "questions": [question for question in routes() if question.parameters and not _alike(question)],
        "lists": [(question, plural(question.path.removeprefix("list/"))) for question in _of("list")],
        "records": [(question, kind_name(question.path.partition("/")[0])) for question in _of("record")],
        "alike": {name: _(text) for name, text in _ALIKE.items()},
        "filters": _filters(),
        "quoted": quote,
    }
    return Page(("api",), page_name("api"), "interface.html", values)


def _alike(question: Question) -> str:
    """Return which of the groups of routes a question is of, if it is."""
    if question.path.startswith("list/"):
        return "list"
    return "record" if question.path.endswith("/{name}") else ""


def _of(group: str) -> list[Question]:
    return [question for question in routes() if _alike(question) == group]


def _filters() -> list[tuple[str, str, int]]:
    """Return what lists are narrowed by, what it means, and how many of them take it, in the order of the first."""
    found: dict[str, tuple[str, int]] = {}
    for question in _of("list"):
        for parameter in question.parameters:
            count = found.get(parameter.name, ("", 0))[1]
            found[parameter.name] = (parameter.meaning, count + 1)
    return [(name, meaning, count) for name, (meaning, count) in found.items()]
