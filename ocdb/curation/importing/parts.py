"""The parts of an XLSX archive: XML that streams by, without a tree and without entities."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any
from xml.parsers import expat

CHUNK = 65_536
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def parse(archive: zipfile.ZipFile, part: str, **handlers: Any) -> Iterator[None]:
    """Run a part through expat, pausing after each chunk.

    Raises:
        zipfile.BadZipFile: it is no XML, or defines entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
                yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise zipfile.BadZipFile(f"{part}: {error}") from error


def _refuse_doctype(*_: Any) -> None:
    raise zipfile.BadZipFile("it declares a document type, as no spreadsheet does")


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the elements of a part with their attributes, in their order, without prefixes."""
    found: list[tuple[str, Mapping[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((local(name), {local(key): value for key, value in attributes.items()}))

    for _ in parse(archive, part, StartElementHandler=start):
        yield from found
        found.clear()


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the part that each relation of a part leads to, by its id."""
    folder, _, name = part.rpartition("/")
    source = join(folder, "_rels", f"{name}.rels")
    if source not in archive.namelist():
        return {}
    found = {}
    for element, attributes in elements(archive, source):
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            where = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], where)
    return found


class Texts:
    """Collects the text of elements that may be written in runs of several styles; phonetic help is left out."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open = False
        self.phonetic = False

    def start(self, name: str) -> None:
        """Take note that an element begins."""
        if name == "rPh":
            self.phonetic = True
        elif name == "t":
            self.open = not self.phonetic

    def end(self, name: str) -> None:
        """Take note that an element ends."""
        if name == "rPh":
            self.phonetic = False
        elif name == "t":
            self.open = False

    def take(self) -> str:
        """Return the text so far, and begin anew."""
        text = "".join(self.parts)
        self.parts.clear()
        return unescaped(text)


def texts(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Yield the strings that the cells of a workbook share."""
    found: list[str] = []
    text = Texts()

    def start(name: str, _attributes: dict[str, str]) -> None:
        text.start(local(name))

    def end(name: str) -> None:
        text.end(local(name))
        if local(name) == "si":
            found.append(text.take())

    def data(characters: str) -> None:
        if text.open:
            text.parts.append(characters)

    for _ in parse(archive, part, StartElementHandler=start, EndElementHandler=end, CharacterDataHandler=data):
        yield from found
        found.clear()


def unescaped(text: str) -> str:
    """Return a text with the characters that XML can't hold, which XLSX writes as ``_x0007_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
