"""What a citation of the whole says: the facts of CITATION.cff that must travel in the wheel."""

from ocdb import __version__

VERSION = __version__
DATE = "2026-11-22"
TITLE = "ocdb: the open database of offshoring and call centres in Africa"
AUTHOR = "The ocdb maintainers"
LICENCE = "CC-BY-4.0"
