"""The draft as a fixture in YAML: marked records, comments for the curator, and no sentence of the article."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ocdb.curation.json_schema import FILE_NAME
from ocdb.curation.records import CLAIMS
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.imprint import Imprint
from ocdb.intake.draft.proposals import Proposal, hint, slug
from ocdb.intake.writing import scalar
from ocdb.text import visible

INTRODUCTION = """\
A draft, found by rules and confirmed by nobody. Hold each record against its paragraph: correct it or remove it, then
delete its line "unconfirmed: true". Until then the file doesn't load. Write what the figures don't say (who promised,
what is planned, what a place or a sum was for) as further claims, in your own words. Then run: ocdb check"""
_YEAR = re.compile(r"\d{4}")
_TITLE_WORDS = 4
_MOST_CANDIDATES = 60


def write(found: Findings, proposals: Iterable[Proposal], imprint: Imprint) -> str:
    """Return the fixture; `imprint` is what the curator says about the publication, and wins over the page."""
    lines = [f"# yaml-language-server: $schema={FILE_NAME}", *(f"# {line}" for line in INTRODUCTION.splitlines())]
    lines += ["source:", *_source(found, imprint)]
    listed = list(proposals)
    for key in CLAIMS:
        of_kind = [one for one in listed if one.key == key]
        lines += ["", f"{key}:"] if of_kind else []
        for one in of_kind:
            lines += [*(f"# {visible(comment)}" for comment in one.comments), *_record(one.record), ""]
        while lines[-1] == "" and of_kind:
            lines.pop()
    for title, facts in _remainder(found):
        lines += ["", f"# {title}", *(f"# - {visible(fact)}" for fact in facts)]
    return "\n".join(lines) + "\n"


# --- the source -------------------------------------------------------------------------------------------------


def _source(found: Findings, given: Imprint) -> Iterator[str]:
    page = found.article.imprint
    publisher, title = given.publisher or page.publisher, given.title or page.title
    yield from _field("id", _source_id(found, publisher, title))
    yield from _field("unconfirmed", value=True)
    yield from _or_missing("publisher", publisher, "the outlet that published it")
    yield from _or_missing("title", title, "exactly as printed")
    yield from _or_missing("authors", list(given.authors or page.authors), "as printed")
    yield from _or_missing("url", given.url or page.url, "the address")
    yield from _or_missing("language", found.language, "neither French nor English for sure")
    if found.language and page.language not in (None, found.language):
        yield f"  # the page declares the language {visible(page.language or '')}"
    yield from _published(found)
    yield from _field("sha256", found.article.sha256)
    yield from _field("paragraphs", len(found.paragraphs))
    yield "  # note: which paragraphs are title, author, buttons, other articles, and are left out?"


def _published(found: Findings) -> Iterator[str]:
    if not found.published:
        yield "  # published: is missing; dates such as next month can't be reckoned: run again with --published DATE"
        return
    yield from _field("published", found.published.edtf)
    if found.weekday:
        yield from _field("published_weekday", found.weekday)
    if found.published_from == "given":
        yield "  # published_basis: stated or inferred? (inferred needs published_note)"
    else:
        yield from _field("published_basis", "stated")


def _source_id(found: Findings, publisher: str | None, title: str | None) -> str:
    date = slug(found.published.edtf) if found.published else "undated"
    subject = found.most_frequent("operator") or found.most_frequent("place") or ""
    subject = subject or "-".join(slug(title or "").split("-")[:_TITLE_WORDS])
    return "-".join(part for part in (slug(publisher or "").replace("-", ""), date, subject) if part)[:120].strip("-")


def _or_missing(name: str, value: Any, what: str) -> Iterator[str]:
    if value:
        yield from _field(name, value)
    else:
        yield f"  # {name}: is missing ({what})"


# --- YAML -------------------------------------------------------------------------------------------------------


def _record(record: dict[str, Any]) -> Iterator[str]:
    lines = [line for name, value in record.items() for line in _field(name, value)]
    yield f"- {lines[0].strip()}"
    yield from lines[1:]


def _field(name: str, value: Any) -> Iterator[str]:
    yield f"  {name}: {_value(value)}"


def _value(value: Any) -> str:
    """Return a value in one line of YAML, quoted where it could be read as something else."""
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_value(item)}' for key, item in value.items())}}}"
    # A year is written as a number.
    return str(value) if isinstance(value, str) and _YEAR.fullmatch(value) else scalar(value, top=False)


# --- what no claim holds ----------------------------------------------------------------------------------------


def _remainder(found: Findings) -> Iterator[tuple[str, list[str]]]:
    """Yield what was found and stands in no claim, so that nothing is dropped silently: a title, and the facts."""
    loose = [one for one in found.figures if not one.kind]
    if loose:
        yield (
            "Figures that no claim above holds:",
            [_passage(found, one.paragraph, one.start, one.end) for one in loose],
        )
    if found.horizons:
        yield (
            "Dates and horizons, as reckoned:",
            [
                f"{_passage(found, one.paragraph, one.start, one.end, exact=True)}: {one.edtf or 'no date'}"
                + (f" ({one.basis})" if one.basis else "")
                + (f", a {one.weekday}" if one.weekday else "")
                for one in found.horizons
            ],
        )
    if found.mentions:
        yield "Names of the registers:", list(_known(found))
    if found.candidates:
        yield (
            "Names that no register has; new operators, institutions, officials and places go into seeds/:",
            [
                f"{one.name} (paragraph {', '.join(map(str, one.paragraphs))}; {_times(one.times)})"
                for one in found.candidates[:_MOST_CANDIDATES]
            ]
            + (
                [f"and {len(found.candidates) - _MOST_CANDIDATES} more"]
                if len(found.candidates) > _MOST_CANDIDATES
                else []
            ),
        )


def _passage(found: Findings, paragraph: int, start: int, end: int, *, exact: bool = False) -> str:
    text = found.paragraphs[paragraph - 1]
    return f"paragraph {paragraph}: {hint(text[:end] if exact else text, start, end)}"


def _known(found: Findings) -> Iterator[str]:
    for kind, key in dict.fromkeys((one.kind, one.key) for one in found.mentions):
        where = sorted({one.paragraph for one in found.mentions if (one.kind, one.key) == (kind, key)})
        yield f"{kind} {key} (paragraph {', '.join(map(str, where))})"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
