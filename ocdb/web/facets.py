"""What narrows a page: each value is an address of its own, so that it works without scripts, and as a file."""

from dataclasses import dataclass

from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.addresses import Address
from ocdb.words.language import pgettext


@dataclass(frozen=True)
class Choice:
    """A value of a facet: what it is called, where it leads, how many rows it has, and whether it is chosen."""

    text: str
    address: Address
    count: int | None
    chosen: bool


def by_country(reader: Reader, name: str, chosen: str | None) -> list[Choice]:
    """Return the African countries of which something was read, each as the part of a page that is about it."""
    wording = Wording(reader)
    keys = [key for (key,) in reader.rows("SELECT id FROM v_countries WHERE in_africa = 1 AND sources > 0").rows]
    keys.sort(key=lambda key: fold(wording.country(key)))
    return [
        Choice(pgettext("choice", "all"), (name,), None, chosen is None),
        *(Choice(wording.country(key), (name, key), None, key == chosen) for key in keys),
    ]
