"""The site as files: every page that a server would show, for any web host; what didn't change isn't written again."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from ocdb.answers.dossier import identify
from ocdb.curation.progress import Progress, unseen
from ocdb.curation.workers import cores
from ocdb.errors import NotFoundError, OcdbError
from ocdb.opening.reader import open_reader
from ocdb.store.address import Address as Database
from ocdb.store.reader.remembering import Remembering
from ocdb.store.reader.rows import Reader
from ocdb.store.temporary import directory
from ocdb.web import indexing, surround, worker
from ocdb.web.addresses import FILES, HOME, RECORDS, Address, data_path, path
from ocdb.web.feeds import WHOLE
from ocdb.web.folder import Folder, Mark, Writer, hashed, opened
from ocdb.web.making import FEED, Made, Maker, Order
from ocdb.web.page import Site
from ocdb.web.publishing import shared
from ocdb.web.standing import made_of
from ocdb.words.language import LANGUAGES, _, language

# Fewer addresses are made sooner than processes start; so many of them go together, and wait for each process.
MANY, TOGETHER, AHEAD = 400, 8, 3
_PAGES = tuple(path(HOME, wanted) for wanted in LANGUAGES)
_RECORDS = """
    SELECT DISTINCT kind, entity FROM v_names WHERE kind IN ('operator', 'institution', 'official', 'place')
    UNION SELECT kind, id FROM v_claims
    UNION SELECT 'source', id FROM v_sources
    UNION SELECT kind, id FROM v_countries WHERE sources > 0
"""


@dataclass
class Built:
    """What a build did.

    Attributes:
        files: by name the hashes of all files.
        written: how many of them were written, as they weren't there already.
        removed: how many that are no longer a part of it were removed.
        dead: the addresses that pages lead to although there is nothing.
    """

    files: dict[str, str] = field(default_factory=dict)
    written: int = 0
    removed: int = 0
    dead: list[Address] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """Return how many pages the site has, in both languages."""
        return sum(name.endswith(".html") and name.startswith(_PAGES) for name in self.files)


class Makers(Protocol):
    """What makes some addresses, and tells later what was made."""

    def submit(self, orders: Sequence[Order]) -> "Future[list[Made]]":
        """Begin to make some addresses."""


def build(
    database: Database, directory: Path, site: Site, progress: Progress = unseen, processes: int | None = None
) -> Built:
    """Write a site, or bring one up to date: pages and data of all records, all that they lead to, and what is around.

    Args:
        database: what it shows; nobody should load into it meanwhile.
        directory: a new or an empty one, or one that was built before.
        site: what all pages share.
        progress: is told how many addresses are made.
        processes: how many make them; by default one a core, where there are many.

    Raises:
        UsageError: the directory is another's or can't be written.
        OcdbError: the database can't be read.
    """
    indexing.program()
    with opened(directory) as folder, closing(Remembering(open_reader(database))) as reader:
        standing = made_of(database, reader, site)
        if standing and standing == folder.made_of and folder.stands():
            return Built(dict(folder.files))
        orders = _orders(reader, folder)
        count = processes or (cores() if len(orders) > MANY else 1)
        with _makers(reader, database, site, folder.path, count) as makers:
            found = _Found(folder)
            for made in _crawl(makers, orders, folder, AHEAD * count, progress):
                found.take(made)
        built, writer = found.built, Writer(folder.path)
        for name, content in _around(shared(site, reader), found):
            _put(built, folder, writer, name, content)
        _search(found, folder, writer)
        # Of links that lead nowhere each build warns.
        built.removed = folder.finish(built.files, found.marks, "" if built.dead else standing)
        return built


class _Found:
    """What was made so far."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.built = Built()
        self.marks: dict[str, Mark] = {}
        self.listed: dict[Address, str] = {}
        self.searched: set[str] = set()

    def take(self, made: Made) -> None:
        """Add what was made of an address."""
        if made.missing:
            self.built.dead.append(made.address)
        self.built.files |= made.files
        self.built.written += made.written
        if made.mark:
            self.marks[_mark_of(made.address)] = made.mark
        if made.searched:
            self.searched.add(made.address[0])
        if made.listed:
            self.listed[made.address] = made.mark[1] if made.mark else ""


def _mark_of(address: Address) -> str:
    return data_path(address, "")


def _orders(reader: Reader, folder: Folder) -> list[Order]:
    """Return where a crawl begins: at the first page, each record, and what was retired."""
    records = [(kind, key) for kind, key in reader.rows(_RECORDS).rows if kind in RECORDS]
    claims = {row[0] for row in reader.rows("SELECT DISTINCT kind FROM v_claims").rows}
    pages: list[Address] = [HOME, *((FEED, name) for name in WHOLE)]
    orders = [_order(address, folder) for address in [*pages, *sorted(records)]]
    orders += [Order(("claim", key), leads=(kind, key)) for kind, key in sorted(records) if kind in claims]
    for retired in sorted(row[0] for row in reader.rows("SELECT id FROM v_retired").rows):
        try:
            target = identify(reader, retired)
        except (NotFoundError, OcdbError):
            continue
        orders.append(Order((target[0], retired), leads=target))
        orders += [Order(("claim", retired), leads=target)] if target[0] in claims else []
    return orders


def _order(address: Address, folder: Folder) -> Order:
    return Order(address, folder.marks.get(_mark_of(address)))


def _crawl(makers: Makers, orders: Iterable[Order], folder: Folder, ahead: int, progress: Progress) -> Iterator[Made]:
    """Yield what is made of some addresses, and of all that they lead to."""
    waiting = deque(orders)
    known, done = {order.address for order in waiting}, 0
    running: set[Future[list[Made]]] = set()
    while waiting or running:
        while waiting and len(running) < ahead:
            chunk = [waiting.popleft() for _number in range(min(TOGETHER, len(waiting)))]
            folder.begin(name for order in chunk for name in order.names)
            running.add(makers.submit(chunk))
        finished, running = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            for made in future.result():
                new = sorted(made.led_to - known)
                known.update(new)
                waiting.extend(_order(address, folder) for address in new)
                done += 1
                progress("pages", done, len(known))
                yield made


@contextmanager
def _makers(reader: Remembering, database: Database, site: Site, root: Path, count: int) -> Iterator[Makers]:
    """Give what makes addresses: this process, or some others.

    Raises:
        OcdbError: one of them ended before its work was done.
    """
    if count == 1:
        yield _Here(Maker(reader, site, Writer(root)))
        return
    with directory() as drawings:
        start = (database, reader.today, site, root, drawings, language())
        pool = ProcessPoolExecutor(count, get_context("spawn"), worker.begin, start)
        try:
            yield _There(pool)
        except BrokenProcessPool as error:
            hint = _("Memory may have run short. Run it again: what is written already stays.")
            raise OcdbError(_("a process that makes pages stopped"), hint) from error
        finally:
            pool.shutdown(cancel_futures=True)


class _Here:
    def __init__(self, maker: Maker) -> None:
        self.maker = maker

    def submit(self, orders: Sequence[Order]) -> "Future[list[Made]]":
        """Make some addresses at once."""
        future: Future[list[Made]] = Future()
        future.set_result(self.maker.make(orders))
        return future


class _There:
    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self.pool = pool

    def submit(self, orders: Sequence[Order]) -> "Future[list[Made]]":
        """Let another process make some addresses."""
        return self.pool.submit(worker.make, orders)


def _around(site: Site, found: _Found) -> Iterator[tuple[str, bytes]]:
    """Yield what stands around the pages."""
    yield from surround.static()
    yield "index.html", surround.entry(site).encode()
    yield "404.html", surround.absent(site).encode()
    yield "robots.txt", surround.robots(site).encode()
    if offered := site.downloads:
        for file in offered.files:
            yield FILES + file.name, (offered.folder / file.name).read_bytes()
    for name, text in surround.sitemaps(site, found.listed) if site.address else ():
        yield name, text.encode()


def _search(found: _Found, folder: Folder, writer: Writer) -> None:
    """Make the index of the search, where a page differs from those that it was made of."""
    built = found.built
    pages = {name: value for name, value in built.files.items() if name.endswith(".html")}
    before = {name: value for name, value in folder.files.items() if name.endswith(".html")}
    index = {name: value for name, value in folder.files.items() if name.startswith(f"{indexing.PLACE}/")}
    if index and pages == before and not folder.begun and all((folder.path / name).is_file() for name in index):
        built.files |= index
        return
    for name, content in indexing.index(folder.path, found.searched):
        _put(built, folder, writer, name, content)


def _put(built: Built, folder: Folder, writer: Writer, name: str, content: bytes) -> None:
    folder.begin([name])
    built.written += writer.put(name, content)
    built.files[name] = hashed(content)
