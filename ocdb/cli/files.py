"""The files that a user names: none is meant by an empty word, none is read and written at once, none is cut off."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import typer

from ocdb.words.language import _

# A file of these can't be replaced by another, and is written itself: a device, a pipe, what a process has open.
_NOT_REPLACED = ("/dev/", "/proc/")
# Where a directory lets nobody make a file, or a file is a mount: there, too, the file itself is written.
_NOT_BESIDE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV}


def path(text: str) -> Path:
    """Return the path that a word of the command line means; an empty one, as of an unset variable, means none.

    By the name of this function Typer knows what type of value it is.
    """
    if not text:
        raise typer.BadParameter(_("the path is empty"))
    return Path(text)


def same(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, by links of any kind too; of a file that isn't there by its name."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


def refuse_twice(inputs: Iterable[Path | None], outputs: Iterable[Path | None]) -> None:
    """Refuse to write to a file that is read, or that something else is written to.

    Raises:
        UsageError: an output is an input, or two outputs are one file.
    """
    from ocdb.errors import UsageError

    taken = [file for file in inputs if file]
    read = len(taken)
    for file in outputs:
        if file:
            place = next((index for index, other in enumerate(taken) if same(file, other)), None)
            if place is not None:
                message = _("{file} would be written twice")
                if place < read:
                    message = _("{file} is read, so it can't be written")
                raise UsageError(message.format(file=file), _("Name another file."))
            taken.append(file)


def refuse_to_overwrite(
    paths: Iterable[Path | None], *, force: bool, own: Callable[[str], bool] = lambda _name: False
) -> None:
    """Refuse to write over what is there, unless that is asked for; over a directory only where all in it is known.

    Args:
        paths: what is to be written.
        force: whether it may be written over.
        own: whether a file of that name, in a directory that is written as a whole, may be lost.

    Raises:
        UsageError: something would be lost.
    """
    from ocdb.errors import UsageError

    for path in paths:
        if not (path and path.exists()):
            continue
        if not force:
            message = _("{file} already exists").format(file=path)
            raise UsageError(message, _("Name another file, or add --force to overwrite it."))
        names = sorted(file.name for file in path.iterdir()) if path.is_dir() else []
        if strange := next((name for name in names if not own(name)), None):
            message = _("{directory} holds {file}, which would be lost").format(directory=path, file=strange)
            raise UsageError(message, _("Name another directory, or move the file elsewhere."))


def save_whole(make: Callable[[Path], None], target: Path, others: Sequence[Path] = ()) -> None:
    """Let something be made under another name, and put it in its place when it is whole; till then nothing changes.

    Args:
        make: makes a file or a directory of the name that it is given, and beside it the others.
        target: what it is to be.
        others: files that come with it, in the same directory.

    Raises:
        UsageError: it can't be written, or it takes the place of a file by a directory or the other way round.
    """
    from tempfile import TemporaryDirectory

    from ocdb.errors import UsageError
    from ocdb.words.system import because

    try:
        place = Path(os.path.realpath(target))  # a link stays one
        with TemporaryDirectory(prefix=".ocdb-", dir=place.parent) as work:
            make(Path(work) / target.name)
            for file, new in [
                *((other, Path(work) / other.name) for other in others),
                (place, Path(work) / target.name),
            ]:
                _place(new, file, Path(work))
    except OSError as error:
        message = _("{file} can't be written: {reason}").format(file=target, reason=because(error))
        raise UsageError(message, _("Name another file or directory.")) from error


def _place(new: Path, target: Path, work: Path) -> None:
    """Put what was made in its place; a directory that is there goes away with the working directory."""
    for file in sorted(new.iterdir()) if new.is_dir() else [new]:
        with file.open("rb") as stream:
            os.fsync(stream.fileno())
    if not new.is_dir():
        _take_after(new, target)
    elif target.exists():
        target.rename(work / "replaced")
    new.replace(target)


def save(content: str | bytes | Iterable[str], file: Path) -> None:
    """Write a text, which may come in parts, or a picture to a file; what was in it stays until all is on the disk.

    Raises:
        UsageError: it can't be written.
    """
    from ocdb.errors import UsageError
    from ocdb.words.system import because

    parts = [content] if isinstance(content, str | bytes) else content
    try:
        _save((part if isinstance(part, bytes) else part.encode("utf-8") for part in parts), file)
    except OSError as error:
        message = _("{file} can't be written: {reason}").format(file=file, reason=because(error))
        raise UsageError(message, _("Name another file with -o.")) from error


def _save(parts: Iterator[bytes], file: Path) -> None:
    if str(file).startswith(_NOT_REPLACED) or (file.exists() and not (file.is_file() and os.access(file, os.W_OK))):
        with file.open("wb") as stream:  # where that isn't allowed, the system says so
            stream.writelines(parts)
        return
    from tempfile import mkstemp

    target = Path(os.path.realpath(file))  # a link stays one
    try:
        handle, name = mkstemp(prefix=".ocdb-", dir=target.parent)
    except OSError as error:
        if error.errno not in _NOT_BESIDE:
            raise
        handle, name = mkstemp(prefix="ocdb-")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(handle)
        _replace(target, new)
    finally:
        new.unlink(missing_ok=True)


def _replace(target: Path, new: Path) -> None:
    """Put a new file in the place of the target, or its content where the target has to stay the file that it is."""
    from shutil import copyfile

    if new.parent != target.parent:
        copyfile(new, target)
        return
    try:
        _take_after(new, target)
        new.replace(target)
    except OSError as error:
        if error.errno not in _NOT_BESIDE:
            raise
        copyfile(new, target)


def _take_after(new: Path, target: Path) -> None:
    """Give a new file owner and rights of the one that it replaces, or the rights that any new file gets."""
    try:
        status = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
        return
    with suppress(OSError, AttributeError):  # only root may; Windows can't
        os.chown(new, status.st_uid, status.st_gid)
    new.chmod(status.st_mode & 0o777)
