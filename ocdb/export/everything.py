"""Every format once in a directory, as files that a browser can load: directories are packed, and a list names all."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ocdb.answers.editions import edition
from ocdb.errors import UsageError
from ocdb.export.content import Content
from ocdb.export.formats import ALL, FORMATS, LIST, is_directory
from ocdb.export.formats import write as write_one
from ocdb.store.reader.rows import Reader
from ocdb.words.language import _


@dataclass(frozen=True)
class File:
    """A file to load.

    Attributes:
        name: of the file.
        form: of FORMATS; empty for what only comes with another file.
        size: in bytes.
        sha256: of its content.
    """

    name: str
    form: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Downloads:
    """What an export of every format has.

    Attributes:
        folder: where the files are.
        version: of the data.
        data: a fingerprint of the data, as `fingerprint` returns it.
        day: of the verdicts, in ISO 8601.
        files: all but the list itself, those of a format first and in its order.
    """

    folder: Path
    version: str
    data: str
    day: str
    files: tuple[File, ...]


def write(content: Content, folder: Path) -> None:
    """Write every format into a directory, and a list of the files.

    Raises:
        UsageError: what a format needs isn't installed.
        OSError: a file can't be written.
    """
    folder.mkdir()
    for form, entry in FORMATS.items():
        _write(content, form, folder / entry.file)
    about = {
        "version": edition(content.reader).version,
        "data": fingerprint(content.reader),
        "day": content.reader.today.isoformat(),
        "files": [asdict(file) for file in _files(folder)],
    }
    (folder / LIST).write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def fingerprint(reader: Reader) -> str:
    """Return what tells the data of one database from those of another, wherever it stands."""
    rows = [row for row in reader.rows("SELECT id, value FROM v_stamp").rows if row[0] != "fingerprint"]
    return sha256(repr(sorted(rows)).encode()).hexdigest()


def downloads(folder: Path) -> Downloads:
    """Return what a directory that was exported with every format has.

    Raises:
        UsageError: it isn't one, or one of its files was changed.
    """
    hint = _("Make it with: {command}").format(command=f"ocdb export {folder} -f {ALL}")
    try:
        found = json.loads((folder / LIST).read_bytes())
        files = tuple(File(**file) for file in found["files"])
        made = Downloads(folder, str(found["version"]), str(found["data"]), str(found["day"]), files)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(_("{directory} isn't an export of every format").format(directory=folder), hint) from error
    for file in files:
        path = folder / file.name
        if Path(file.name).name != file.name or not path.is_file() or digest(path) != file.sha256:
            message = _("{file} isn't as it was exported").format(file=path)
            raise UsageError(message, hint)
    return made


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _write(content: Content, form: str, target: Path) -> None:
    if not is_directory(form):
        write_one(content, form, target)
        return
    folder = target.with_suffix("")
    write_one(content, form, folder)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = ZipInfo(f"{folder.name}/{file.name}")  # without the time of day: the same data are the same bytes
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            with file.open("rb") as stream, archive.open(entry, "w", force_zip64=True) as packed:
                while part := stream.read(1 << 20):
                    packed.write(part)
            file.unlink()
    folder.rmdir()


def _files(folder: Path) -> Iterator[File]:
    forms = {entry.file: form for form, entry in FORMATS.items()}
    names = {file.name for file in folder.iterdir()}
    for name in [*forms, *sorted(names - forms.keys())]:
        path = folder / name
        yield File(name, forms.get(name, ""), path.stat().st_size, digest(path))
