"""Rewrites fixtures of the old style: `# extent:` becomes a field, what it says is no note, and all is tidied.

    python -m scripts.new_style                 # the fixtures of this checkout
    python -m scripts.new_style fixtures/ma     # some of them
    python -m scripts.new_style --check         # changes nothing; exits with 1 where something would change

It may run at any time, on files of either style and more than once. No claim changes: `ocdb diff` between the old and
the new files shows the field `extent` of sources and notes that it made needless, and nothing else.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ocdb.curation.comments import comments_of
from ocdb.curation.document import Document
from ocdb.curation.reading import find, is_lines, parse
from ocdb.intake.tidying.run import meaning
from ocdb.intake.tidying.sorting import sorted_
from ocdb.intake.writing import dump

ROOT = Path(__file__).resolve().parent.parent
# As curators wrote it before there was the field.
_COMMENT = re.compile(r"^(  )#[ ]*extent:[ ]*(whole|beginning)[ ]*$", re.MULTILINE)
_FIELD = re.compile(r"^  extent:", re.MULTILINE)
# What notes said of a beginning; what else a sentence says is kept by _REST.
_ENGLISH = re.compile(
    r"(?:The text was read|Read) in a stored copy of (?:the page's beginning|the beginning of the page)"
    r"(?:, (?P<more>without its title|which holds no title(?: and no author)?|at [^;,.]+))?"
    r"(?:, and|; the text) isn't kept here\.\s*"
)
_FRENCH = re.compile(
    r"(?:Texte lu|Lu) dans une copie archivée du début de la page"
    r"(?:,? (?P<more>sans (?:son )?titre(?: ni auteur)?|chez [^;,.]+?))?"
    r"\s*; (?:il|le texte) n[’']est pas conservé ici\.\s*"
)
_REST = {
    "without its title": "The copy has no title.",
    "which holds no title": "The copy has no title.",
    "which holds no title and no author": "The copy has no title and no author.",
    "sans titre": "La copie n’a pas de titre.",
    "sans son titre": "La copie n’a pas de titre.",
    "sans titre ni auteur": "La copie n’a ni titre ni auteur.",
}


def rewritten(text: str, file: str) -> str:
    """Return the text of a fixture in the new style.

    Raises:
        ValueError: it isn't YAML, or its meaning or a comment would be lost.
    """
    if not _FIELD.search(text):
        text = _COMMENT.sub(r"\1extent: \2", text, count=1)
    document = parse(text, Document(file))
    if document.problems or not isinstance(document.data, dict):
        raise ValueError(f"{file} can't be read: {'; '.join(map(str, document.problems))}")
    data: dict[str, Any] = document.data
    _say_extent(data.get("source"))
    comments = comments_of(text)
    ordered, moved = sorted_(data, comments)
    after = dump(ordered, comments=moved)
    if meaning(parse(after, Document(file)).data) != meaning(data) or comments_of(after).every() != comments.every():
        raise ValueError(f"{file} would lose something")
    return after


def _say_extent(source: Any) -> None:
    """Let the field say that only a beginning was read, and drop what a note says of it."""
    note = source.get("note") if isinstance(source, dict) else None
    if not isinstance(note, dict) or source.get("extent", "beginning") != "beginning":
        return
    texts = {language: str(note.get(language, "")) for language in ("en", "fr")}
    found = {"en": _ENGLISH.search(texts["en"]), "fr": _FRENCH.search(texts["fr"])}
    if None in found.values():
        return
    source["extent"] = "beginning"
    kept = {language: _without(texts[language], match) for language, match in found.items() if match}
    if all(kept.values()):
        source["note"] = kept
    elif not any(kept.values()):
        del source["note"]


def _without(text: str, match: re.Match[str]) -> str:
    more = match["more"] or ""
    rest = _REST.get(more, "")
    if more.startswith(("at ", "chez ")):
        rest = f"Read {more}." if more.startswith("at ") else f"Lu {more.strip()}."
    parts = (text[: match.start()].strip(), rest, text[match.end() :].strip())
    return " ".join(part for part in parts if part)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (one for one in find(path)[0] if not is_lines(one))


def main() -> None:
    """Rewrite what is named, or all fixtures; with --check only tell what would change."""
    named = [Path(word) for word in sys.argv[1:] if word != "--check"]
    counts: Counter[str] = Counter()
    for path in _files(named or [ROOT / "fixtures"]):
        before = path.read_text("utf-8")
        after = rewritten(before, str(path))
        counts["files"] += 1
        counts["changed"] += before != after
        counts["extent"] += bool(_FIELD.search(after)) and not _FIELD.search(before)
        if before != after and "--check" not in sys.argv:
            path.write_text(after, "utf-8")
    sys.stdout.write(
        "{changed} of {files} files changed, {extent} with a new extent\n".format_map(
            {name: counts[name] for name in ("changed", "files", "extent")}
        )
    )
    sys.exit(bool(counts["changed"]) if "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
