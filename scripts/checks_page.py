"""The page docs/reference/checks.md: what `ocdb check` looks for, with a good and a bad example each."""

from collections.abc import Iterator
from pathlib import Path

from ocdb.curation.checks import CHECKS, check
from ocdb.curation.corpus import gather
from ocdb.curation.problems import SHAPE_CODES
from ocdb.load import expected
from ocdb.settings import resource
from scripts.reference_pages import grid, page

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "checks"
INTRODUCTION = """\
What [`ocdb check`](commands.md#ocdb-check) looks for, by code. An error stops a load, a warning doesn't. What the
fields mean: [fixtures](fixtures.md); how values are written: [curating](../curating.md#values). The examples are
invented; they stand in `docs/checks/`, and the tests are made from them. A line that is wrong bears the mark `# <-`.\
"""
NO_TEXT = "No text of a YAML file shows it."
OF_THE_WHOLE = """\
It says something of the whole record, so it is held only where the file with the bounds is checked too, and stops no
load: [how much there is](../curating.md#how-much-there-is).\
"""


def checks_page() -> str:
    """Return the page: a table of all codes, then each with its examples."""
    found = list(_checks())
    rows = ((f"[`{code}`](#{code})", severity, sentence) for code, severity, sentence in found)
    parts = ("\n\n".join(_section(*one)) for one in found)
    return page("Checks", INTRODUCTION, [grid(("code", "severity", "what must hold"), rows), *parts])


def _checks() -> Iterator[tuple[str, str, str]]:
    """Yield code, severity and what must hold: files and shapes first, then what must hold between records."""
    for code, sentence in SHAPE_CODES.items():
        yield code, "error", sentence
    for one in CHECKS.values():
        yield one.code, one.severity, (one.find.__doc__ or "").partition("\n")[0]
    yield expected.CODE, "error", expected.HOLDS


def _section(code: str, severity: str, sentence: str) -> Iterator[str]:
    yield f"## {code}"
    yield f"{sentence} {'An error.' if severity == 'error' else 'A warning.'}"
    good, bad = (EXAMPLES / f"{code}.{kind}.yaml" for kind in ("good", "bad"))
    if not bad.exists():
        yield OF_THE_WHOLE if code == expected.CODE else NO_TEXT
        return
    yield f"This holds:\n\n```yaml\n{good.read_text('utf-8')}```"
    yield f"This doesn't:\n\n```yaml\n{bad.read_text('utf-8')}```"
    yield f"`ocdb check` prints:\n\n```text\n{_printed(bad)}\n```"


def _printed(path: Path) -> str:
    """Return what a check prints of a file, with paths as in the repository: a message may name another file too."""
    root = EXAMPLES.parent.parent
    problems = check(gather([path], around=[resource("seeds"), resource("fixtures")]))
    return "\n".join(str(problem).replace(f"{EXAMPLES}/", "").replace(f"{root}/", "") for problem in problems)
