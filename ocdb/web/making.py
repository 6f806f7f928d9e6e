"""What is made of an address: its files in both languages, its data, and the addresses that it leads to."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from ocdb.answers.answer import Answer
from ocdb.answers.dossier_answer import show
from ocdb.errors import NotFoundError, UsageError
from ocdb.memory import paused
from ocdb.render.answers import data
from ocdb.store.reader.remembering import Remembering
from ocdb.web import feeds, records
from ocdb.web.addresses import RECORDS, Address, data_path, feed_path, path
from ocdb.web.data import FORMATS, asked
from ocdb.web.files import file_content
from ocdb.web.folder import Mark, Writer, file_of, hashed
from ocdb.web.formats import file_path, offered
from ocdb.web.page import Page, Site, html
from ocdb.web.publishing import shared
from ocdb.web.routes import page as page_of
from ocdb.web.surround import moved
from ocdb.web.tables import PART
from ocdb.words.language import LANGUAGES, Language, language, speaking
from ocdb.words.surface import on_a_page

# Makes the feed of a name, and no page.
FEED = "feed"


@dataclass(frozen=True)
class Order:
    """An address that is to be made.

    Attributes:
        address: of a page, or of a feed.
        mark: of what it showed at the last build; None where it wasn't there.
        leads: where it leads, if there is no page under it but a pointer to another.
    """

    address: Address
    mark: Mark | None = None
    leads: Address | None = None

    @property
    def names(self) -> list[str]:
        """Return the names of all files that may be written for it."""
        if self.address[:1] == (FEED,):
            return [feed_path(self.address[1], wanted) for wanted in LANGUAGES]
        pages = [file_of(path(self.address, wanted)) for wanted in LANGUAGES]
        if self.leads or not self.address:
            return pages
        data = [data_path(self.address, f".{form}") for form in FORMATS]
        for form in offered(self.address, live=False):
            data += [file_path(self.address, form, spoken) for spoken in LANGUAGES]
        return [*pages, *map(file_of, data)]


@dataclass
class Made:
    """What was made of an address.

    Attributes:
        address: as it was ordered.
        files: by name their hashes.
        written: how many of them were written, and not there already.
        mark: of what it shows now; None of what has no data.
        led_to: the addresses that its pages lead to.
        missing: whether there is no such page.
        listed: whether search engines may list it.
        searched: whether the search of the files finds it.
    """

    address: Address
    files: dict[str, str] = field(default_factory=dict)
    written: int = 0
    mark: Mark | None = None
    led_to: set[Address] = field(default_factory=set)
    missing: bool = False
    listed: bool = False
    searched: bool = False


class Maker:
    """Makes addresses from one database, into one directory."""

    def __init__(self, reader: Remembering, site: Site, writer: Writer) -> None:
        self.reader = reader
        self.site = site
        self.writer = writer
        self._shared: dict[Language, Site] = {}

    def make(self, orders: Sequence[Order]) -> list[Made]:
        """Return what was made of some addresses.

        Raises:
            OcdbError: the database can't be read, or a file not written.
        """
        with paused():  # for all of them: pages leave little garbage, and to look for it after each takes its time
            return [self._made(order) for order in orders]

    def _made(self, order: Order) -> Made:
        made = Made(order.address)
        if order.address[:1] == (FEED,):
            self._feed(made)
        elif order.leads:
            self._pointer(made, order.leads)
        else:
            self._page(made, order.mark)
        self.reader.forget()
        return made

    def _page(self, made: Made, before: Mark | None) -> None:
        try:
            for wanted in LANGUAGES:
                with speaking(wanted):
                    page, contents = self._asked(made.address, data_too=wanted == "en")
                    if page.address != made.address:
                        self._pointer(made, page.address)
                        return
                    if page.data and wanted == "en":
                        made.mark = self._data(made, contents, before)
                    made.listed, made.searched = page.listed, page.searched
                    made.led_to |= {(FEED, page.feed)} if page.feed else set()
                    changed = made.mark[1] if made.mark else ""
                    page = replace(page, changed=changed, files=tuple(self._files(made)))
                    if wanted not in self._shared:
                        self._shared[wanted] = shared(self.site, self.reader)
                    text = html(page, self._shared[wanted], led_to=made.led_to)
                    self._put(made, file_of(page.path), text)
        except NotFoundError:
            made.missing = True

    def _asked(self, address: Address, *, data_too: bool) -> tuple[Page, Iterator[tuple[str, str]]]:
        """Return a page, and the data behind it: of a record both are made of what is asked once."""
        if len(address) == 2 and address[0] in RECORDS:  # noqa: PLR2004  a kind and a key
            with on_a_page():
                answer = show(self.reader, address[1], whole=True, newest=PART)
                page = records.of(self.reader, answer)
            if data_too and not _for_pages(answer):
                return page, _written(answer)
        else:
            page = page_of(self.reader, address, {}, self.site.changes)
        if not (page.data and data_too):
            return page, iter(())
        return page, _written(asked(self.reader, address))

    def _data(self, made: Made, contents: Iterator[tuple[str, str]], before: Mark | None) -> Mark:
        """Write the data behind a page, and return its mark: they changed on the day on which it does."""
        fingerprint = ""
        for form, text in contents:
            name = file_of(data_path(made.address, f".{form}"))
            self._put(made, name, text)
            fingerprint = fingerprint or made.files[name]
        if before is None:
            return fingerprint, ""
        return before if before[0] == fingerprint else (fingerprint, self.reader.today.isoformat())

    def _files(self, made: Made) -> Iterator[str]:
        """Write what can be taken away of a page in the language that is spoken, and yield its formats."""
        for form in offered(made.address, live=False):
            with suppress(UsageError):  # too large for a workbook, or nothing here draws
                content = file_content(self.reader, made.address, form, self.site.address)
                self._put(made, file_of(file_path(made.address, form, language())), content)
                yield form

    def _pointer(self, made: Made, target: Address) -> None:
        for wanted in LANGUAGES:
            with speaking(wanted):
                self._put(
                    made, file_of(path(made.address, wanted)), moved(path(made.address, wanted), target, self.site)
                )

    def _feed(self, made: Made) -> None:
        for wanted in LANGUAGES:
            with speaking(wanted):
                text = feeds.feed(self.reader, made.address[1], self.site)
                self._put(made, file_of(feed_path(made.address[1], language())), text)

    def _put(self, made: Made, name: str, text: str | bytes) -> None:
        content = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        made.written += self.writer.put(name, content)
        made.files[name] = hashed(content)


def _for_pages(answer: Answer) -> bool:
    """Return whether data have more than a page: rows that it cuts off, or commands, which can't be typed there."""
    cut = any(len(section.rows.rows) >= PART for section in answer.sections)
    return cut or "taken_in" in (answer.data or {})


def _written(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield the data of an answer in each format."""
    for form in FORMATS:
        yield form, "".join(data(answer, form))
