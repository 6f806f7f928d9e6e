"""Citations: the formats, and which works each of them lists."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal, get_args

from ocdb.answers.works import Article, Claim, Work
from ocdb.words.language import Language, speaking

Format = Literal["text", "bibtex", "csl-json", "ris"]
FORMATS: tuple[str, ...] = get_args(Format)


def write(works: Sequence[Work], form: str, language: Language = "en") -> str:
    """Return the citations in a format, ending with a line break.

    Plain text has a line a work. The other formats have an entry a work, a claim followed by its articles, and no
    entry twice.
    """
    with speaking(language):
        return _writer(form)(works if form == "text" else entries(works))


def entries(works: Iterable[Work]) -> list[Work]:
    """Return the works and the articles of the claims among them, each once, with all its passages."""
    found: dict[str, Work] = {}
    for work in works:
        for entry in (work, *(work.articles if isinstance(work, Claim) else ())):
            before = found.get(entry.id)
            if isinstance(before, Article) and isinstance(entry, Article):
                passages = dict.fromkeys(before.passages + entry.passages)
                found[entry.id] = replace(before, passages=tuple(passages))
            else:
                found[entry.id] = entry
    return list(found.values())


def _writer(form: str) -> Callable[[Sequence[Work]], str]:
    """Return the function that writes a format, importing that one alone."""
    if form == "bibtex":
        from ocdb.render.citation import bibtex as module  # noqa: PLC0415
    elif form == "csl-json":
        from ocdb.render.citation import csl as module  # type: ignore[no-redef]  # noqa: PLC0415
    elif form == "ris":
        from ocdb.render.citation import ris as module  # type: ignore[no-redef]  # noqa: PLC0415
    else:
        from ocdb.render.citation import text as module  # type: ignore[no-redef]  # noqa: PLC0415
    return module.write
