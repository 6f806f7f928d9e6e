"""The draft as a fixture in YAML: records to be confirmed, comments for the curator, and no sentence of the article."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from ocdb.curation import inheriting
from ocdb.curation.corpus import PARTIES
from ocdb.curation.json_schema import FILE_NAME
from ocdb.curation.records import CLAIMS
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.imprint import Imprint
from ocdb.intake.draft.proposals import Proposal, cited, hint
from ocdb.intake.writing import scalar
from ocdb.text import slug, visible
from ocdb.words.language import N_, _, ngettext

INTRODUCTION = N_(
    "A draft, made by rules and confirmed by nobody. Compare each record with its paragraph: correct it or remove it, "
    "then write your name below it, as in confirmed_by: Awa Ndiaye, or under defaults for all of them. Until then it "
    "isn't loaded. Write what the figures don't say (who promised, what is planned, what a place or a sum was for) as "
    "further claims, in your own words. Then run: ocdb check"
)
RULES = "rules"  # code of the code list maker
_WIDTH = 118
_YEAR = re.compile(r"\d{4}")
_TITLE_WORDS = 4
_MOST_CANDIDATES = 60


def write(found: Findings, proposals: Iterable[Proposal], imprint: Imprint) -> str:
    """Return the fixture; `imprint` is what the curator says about the publication, and wins over the page."""
    introduction = textwrap.wrap(_(INTRODUCTION), _WIDTH)
    lines = [f"# yaml-language-server: $schema={FILE_NAME}", *(f"# {line}" for line in introduction)]
    lines += ["source:", *_source(found, imprint)]
    lines += ["", f"{inheriting.KEY}:", *_field("made_by", RULES)]
    listed = list(proposals)
    for key in (*(f"{kind}s" for kind in PARTIES), "places", *CLAIMS):
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
    yield from _or_missing("publisher", publisher, _("the outlet that published it"))
    yield from _or_missing("title", title, _("exactly as printed"))
    yield from _or_missing("authors", list(given.authors or page.authors), _("as printed"))
    yield from _or_missing("url", given.url or page.url, _("the address"))
    yield from _or_missing("language", found.language, _("French, English or Arabic? That isn't clear."))
    if found.language and page.language not in (None, found.language):
        text = _("the page declares the language {language}").format(language=visible(page.language or ""))
        yield f"  # {text}"
    yield from _published(found)
    yield from _field("sha256", found.article.sha256)
    yield from _field("paragraphs", len(found.paragraphs))
    yield f"  extent: whole  # {_('beginning where the text breaks off')}"
    text = _("which paragraphs are title, author, buttons, other articles, and are left out?")
    yield f"  # note: {text}"


def _published(found: Findings) -> Iterator[str]:
    if not found.published:
        text = _("missing; dates such as next month can't be calculated: run again with --published DATE")
        yield f"  # published: {text}"
        return
    yield from _field("published", found.published.edtf)
    if found.weekday:
        yield from _field("published_weekday", found.weekday)
    if found.published_from == "given":
        text = _("stated or inferred? (inferred needs published_note)")
        yield f"  # published_basis: {text}"
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
        text = _("missing ({what})").format(what=what)
        yield f"  # {name}: {text}"


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
            _("Figures that no claim above contains:"),
            [_passage(found, one.paragraph, one.start, one.end) for one in loose],
        )
    if found.horizons:
        yield (
            _("Dates and horizons, as calculated:"),
            [
                f"{_passage(found, one.paragraph, one.start, one.end, exact=True)}: {one.edtf or _('no date')}"
                + (f" ({one.basis})" if one.basis else "")
                + (f", {one.weekday}" if one.weekday else "")
                for one in found.horizons
            ],
        )
    if found.mentions:
        yield _("Names of the registers:"), list(_known(found))
    if found.candidates:
        title = _("Names that no register has; new operators, institutions, officials and places go into seeds/:")
        yield title, list(_unknown(found))


def _passage(found: Findings, paragraph: int, start: int, end: int, *, exact: bool = False) -> str:
    text = found.paragraphs[paragraph - 1]
    return cited(paragraph, hint(text[:end] if exact else text, start, end))


def _known(found: Findings) -> Iterator[str]:
    for kind, key in dict.fromkeys((one.kind, one.key) for one in found.mentions):
        where = sorted({one.paragraph for one in found.mentions if (one.kind, one.key) == (kind, key)})
        yield _("{kind} {key} (paragraph {paragraphs})").format(
            kind=kind, key=key, paragraphs=", ".join(map(str, where))
        )


def _unknown(found: Findings) -> Iterator[str]:
    for one in found.candidates[:_MOST_CANDIDATES]:
        text = ngettext(
            "{name} (paragraph {paragraphs}; once)", "{name} (paragraph {paragraphs}; {count} times)", one.times
        )
        yield text.format(name=one.name, paragraphs=", ".join(map(str, one.paragraphs)), count=one.times)
    if len(found.candidates) > _MOST_CANDIDATES:
        yield _("and {count} more").format(count=len(found.candidates) - _MOST_CANDIDATES)
