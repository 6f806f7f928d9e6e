"""Citations as BibTeX, for classic styles (year, month) and for biblatex (date, in EDTF)."""

import re
from collections.abc import Iterator, Sequence

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Work
from ocdb.render.citation.notes import licence, line, of_article, of_claim, of_edition
from ocdb.words.dates import phrase, read

Field = tuple[str, str]

# A brace that is only escaped still counts when BibTeX looks for the end of a field.
_ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGES = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}


def write(works: Sequence[Work]) -> str:
    """Return an entry a work, with an empty line between two."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    if isinstance(work, Article):
        kind, fields = "article", _article(work)
    else:
        kind, fields = "misc", _claim(work) if isinstance(work, Claim) else _edition(work)
    lines = [f"  {name} = {value},\n" for name, value in fields]
    return f"@{kind}{{{work.id},\n{''.join(lines)}}}\n"


def _article(article: Article) -> Iterator[Field]:
    # As printed: which part of a name is the family's isn't known, so nothing is left to BibTeX's guess.
    if article.authors:
        yield "author", _braced(" and ".join(f"{{{_escaped(name)}}}" for name in article.authors))
    else:
        yield "key", _braced(_escaped(article.publisher))
    if article.title:
        yield "title", _braced(_protected(article.title))
    yield "journal", _braced(_escaped(article.publisher))
    yield from _dated(article.published)
    if article.url:
        yield "url", _braced(line(article.url).translate(_IN_ADDRESSES))
    if article.language in _LANGUAGES:
        yield "langid", _braced(_LANGUAGES[article.language])
    yield from _noted(of_article(article))


def _claim(claim: Claim) -> Iterator[Field]:
    yield "author", _braced(f"{{{release.AUTHOR}}}")
    yield "title", _braced(_protected(claim.title))
    yield "howpublished", _braced(_escaped(release.TITLE))
    yield "version", _braced(_escaped(claim.edition.version))
    yield from _dated(claim.edition.date)
    yield from _noted(of_claim(claim))


def _edition(edition: Edition) -> Iterator[Field]:
    yield "author", _braced(f"{{{release.AUTHOR}}}")
    yield "title", _braced(_protected(release.TITLE))
    yield "version", _braced(_escaped(edition.version))
    yield from _dated(edition.date)
    yield from _noted([*of_edition(edition), licence()])


def _dated(edtf: str | None) -> Iterator[Field]:
    """Yield year and month as far as they are known, a doubtful year in words, and the whole date as EDTF."""
    when = read(edtf) if edtf else None
    if when:
        yield "year", _braced(phrase(when.years()) + ("?" if when.uncertain else ""))
    if when and len(when.shared) > 1:
        yield "month", _MONTHS[when.shared[1] - 1]
    if edtf:
        yield "date", _braced(edtf)


def _noted(notes: Sequence[str] | Iterator[str]) -> Iterator[Field]:
    text = ". ".join(notes)
    if text:
        yield "note", _braced(_escaped(text))


def _braced(value: str) -> str:
    return f"{{{value}}}"


def _escaped(text: str) -> str:
    return line(text).translate(_ESCAPES)


def _protected(text: str) -> str:
    """Return a title escaped, its words with capitals in braces: styles would make them small."""
    return re.sub(r"\S+", _word, line(text))


def _word(found: re.Match[str]) -> str:
    word = found[0].translate(_ESCAPES)
    if not any(letter.isupper() for letter in found[0]):
        return word
    # A group that begins with a backslash is a special character, whose letters styles do make small.
    return f"{{{{{word}}}}}" if word.startswith("\\") else f"{{{word}}}"
