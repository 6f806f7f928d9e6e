"""An article as it was handed in, a text or a page: its paragraphs and the publisher's data."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from ocdb.curation.evidence import digest, paragraphs
from ocdb.errors import FixtureError, UsageError
from ocdb.intake.draft.imprint import Imprint
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.system import because

MAX_BYTES = 5_000_000
_HEAD = 4096  # bytes within which a page says what it is and how it is encoded
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SUFFIXES = (".html", ".htm", ".xhtml")
# Soft hyphens and signs without width part words; pdftotext leaves ligatures as they were printed.
_UNSEEN = str.maketrans(
    {
        **dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff", None),
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        # Digits as Arabic writes them.
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        "\u066b": ".",
        "\u066c": ",",
    }
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Article:
    """A text by paragraphs, counted from 1 in fixtures and from 0 here, its hash, and its imprint."""

    text: str
    imprint: Imprint = field(default_factory=Imprint)

    @property
    def paragraphs(self) -> list[str]:
        """Return the non-empty lines, normalised."""
        return list(paragraphs(self.text))

    @property
    def readable(self) -> list[str]:
        """Return the paragraphs as they are read: without signs that nobody sees, in letters and digits as ours."""
        return [unicodedata.normalize("NFC", text.translate(_UNSEEN)) for text in self.paragraphs]

    @property
    def sha256(self) -> str:
        """Return the hash of the normalised text."""
        return digest(self.text)


def read(path: Path) -> Article:
    """Return the article of a file.

    Raises:
        UsageError: there is no such file, it is a directory, or it can't be read.
        FixtureError: it is empty, no text, too large, or in an encoding that can't be told.
    """
    try:
        with path.open("rb") as file:  # what it says of its size isn't always true: /dev/zero
            raw = file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise UsageError(_("{file} is a directory").format(file=path), _("Name the file of one article.")) from error
    except FileNotFoundError as error:
        message = _("the file {file} doesn't exist").format(file=path)
        raise UsageError(message, _("Check the path, or write - for standard input.")) from error
    except OSError as error:
        message = _("{file} can't be read: {reason}").format(file=path, reason=because(error))
        raise UsageError(message, _("Check the path and your rights.")) from error
    return understand(raw, str(path))


def understand(raw: bytes, name: str) -> Article:
    """Return the article that some bytes hold, a text or a page; `name` stands in what goes wrong."""
    if len(raw) > MAX_BYTES:
        message = _("{file} is larger than {limit} bytes").format(file=name, limit=number(MAX_BYTES))
        raise FixtureError(message, _("Draft from the article alone."))
    if not raw.strip():
        raise FixtureError(_("{file} is empty").format(file=name), _("Provide the text of an article, or its page."))
    page = bool(_PAGE.search(raw[:_HEAD])) or name.lower().endswith(_SUFFIXES)
    text = _decode(raw, name, page=page)
    if page:
        from ocdb.intake.draft.page import read_page  # noqa: PLC0415  trafilatura costs 300 ms

        article = Article(*read_page(text, name))
    else:
        article = Article(text)
    if not article.paragraphs:
        raise FixtureError(_("{file} is empty").format(file=name), _("Provide the text of an article, or its page."))
    return article


def _decode(raw: bytes, name: str, *, page: bool) -> str:
    """Return the text: by its byte order mark, as UTF-8 where it is that, else as the page declares."""
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if not marked and b"\0" in raw:
        raise FixtureError(
            _("{file} isn't a text: it has NUL bytes").format(file=name), _("Provide plain text or HTML.")
        )
    declared = _CHARSET.search(raw[:_HEAD]) if page else None
    named = declared[1].decode("ascii", "replace").lower() if declared else ""
    # Browsers read Latin-1 as Windows-1252, and so its pages are written.
    named = "cp1252" if named in ("iso-8859-1", "latin-1", "latin1") else named
    for encoding in filter(None, (marked, "utf-8", named)):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    message = _("{file} isn't in UTF-8, and its encoding is unknown")
    if named:
        message = _("{file} is neither in {encoding} nor in UTF-8, and its encoding is unknown")
    raise FixtureError(message.format(file=name, encoding=named), _("Save it as UTF-8."))
