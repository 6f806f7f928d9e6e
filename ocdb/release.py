"""What a release is called and what a citation of it says: the facts that must travel in the wheel."""

from ocdb import __version__
from ocdb.words.language import N_

# What is installed and published; the command and the package are called ocdb: docs/adr/0017.
DISTRIBUTION = "ocdb-africa"
# As in CITATION.cff.
VERSION = __version__
DATE = "2026-12-01"
TITLE = N_("ocdb: the open database of offshoring and call centres in Africa")
AUTHOR = "The ocdb maintainers"
LICENCE = "CC-BY-4.0"


def install(extra: str) -> str:
    """Return the command that installs what only some need; it adds to an ocdb that came from a checkout as well."""
    return f"pip install '{DISTRIBUTION}[{extra}]'"
