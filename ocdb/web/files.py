"""Files of a page for whoever works on with what it shows: a workbook, its chart as a picture, its map as a layer."""

from ocdb.errors import NotFoundError, UsageError
from ocdb.render.chart.picture import png, svg
from ocdb.render.map.geojson import geojson
from ocdb.render.map.svg import png as map_png
from ocdb.render.map.svg import svg as map_svg
from ocdb.render.xlsx import workbook
from ocdb.store.reader.rows import Reader
from ocdb.web.addresses import Address, path
from ocdb.web.data import asked
from ocdb.web.figures import charted, mapped
from ocdb.web.formats import offered
from ocdb.words.figures import number
from ocdb.words.language import _, language
from ocdb.words.surface import on_a_page

# A workbook with more rows than these would keep a server busy for a quarter of a minute.
MOST_ROWS = 10_000


def file_content(reader: Reader, address: Address, form: str, root: str) -> bytes:
    """Return a file of a page, in the language that is spoken.

    Args:
        reader: the database.
        address: of the page.
        form: of FILES.
        root: the address that the site stands under, for the workbook to say where it is from.

    Raises:
        NotFoundError: there is no such page, or it has no such file.
        UsageError: it would be too large, or what draws isn't installed.
    """
    if form not in offered(address, live=True):
        raise NotFoundError(_("there is no such page"))
    with on_a_page():
        if form == "xlsx":
            return _workbook(reader, address, root)
        if address[0] == "chart":
            chart = charted(reader, address[1:])
            return png(chart) if form == "png" else svg(chart).encode()
        map_ = mapped(reader, address[1:])
        if form == "geojson":
            return geojson(map_).encode()
        return map_png(map_) if form == "png" else map_svg(map_).encode()


def _workbook(reader: Reader, address: Address, root: str) -> bytes:
    answer = asked(reader, address)
    rows = sum(len(section.rows.rows) for section in answer.sections)
    if rows > MOST_ROWS:
        raise UsageError(
            _("a workbook of {count} rows is too large for this site").format(count=number(rows)),
            _("Take CSV, or narrow the page to a country."),
        )
    return workbook(answer, root + path(address, language()))
