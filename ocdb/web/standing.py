"""What a site is made of: where that is as it was at the last build, all files stay as they are."""

from dataclasses import replace
from hashlib import file_digest, sha256
from importlib.metadata import distributions
from pathlib import Path

import ocdb
from ocdb.store.address import Address as Database
from ocdb.store.address import located
from ocdb.store.reader.rows import Reader
from ocdb.web.page import Site
from ocdb.words.language import language


def made_of(database: Database, reader: Reader, site: Site) -> str:
    """Return a fingerprint of the data, the program, and what is said of a site; an empty text of data on a server.

    Raises:
        OSError: a file can't be read.
    """
    file = located(database)
    if not isinstance(file, Path):
        return ""
    said = replace(site, changes=dict(site.changes))
    package = Path(ocdb.__file__).parent
    code = (one for one in package.rglob("*") if "__pycache__" not in one.parts and one.is_file())
    parts = [
        *(_digest(one) for one in (file, *sorted(code))),
        *sorted(f"{one.name} {one.version}" for one in distributions()),
        reader.today.isoformat(),
        language(),  # of what stands above both languages
        repr(said),
    ]
    return sha256("\n".join(parts).encode()).hexdigest()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
