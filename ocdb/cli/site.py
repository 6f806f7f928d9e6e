"""`ocdb site`: the pages as files for any web host."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.progress import progress
from ocdb.cli.publishing import Address, Contact, Downloads, Since
from ocdb.cli.session import hint, reading, report, session
from ocdb.words.language import _, ngettext

if TYPE_CHECKING:
    from ocdb.store.reader.rows import Reader
    from ocdb.web.build import Built
    from ocdb.web.page import Site


def site(
    ctx: typer.Context,
    directory: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", parser=as_path, autocompletion=complete_path, help="A new directory, or one built before."
        ),
    ],
    address: Address = "",
    contact: Contact = "",
    downloads: Downloads = None,
    since: Since = None,
) -> None:
    """Write all pages as files into a directory, for any web server or web host.

    The same pages as `ocdb serve` shows, with data, feeds and a search, in English and French; links are relative. Run
    it again after each load: only files that differ are written, and what is gone is removed. DIR must be new, empty,
    or have been built before.

    \b
    Examples:
      ocdb site public
      ocdb site public --address https://example.org/ocdb/ --contact desk@example.org
      ocdb site public --since last-year.sqlite --downloads downloads
    """
    _installed()
    with reading(ctx) as reader:
        made = _site(reader, address, contact, downloads, since)
    from ocdb.web.build import build

    with progress() as told:
        built = build(session(ctx).for_questions().address(), directory, made, told)
    _tell(built)


def _site(reader: "Reader", address: str, contact: str, downloads: Path | None, since: Path | None) -> "Site":
    """Return what all pages share.

    Raises:
        UsageError: the files are of other data.
    """
    from dataclasses import replace

    from ocdb.errors import UsageError
    from ocdb.web.publishing import changes_since, shared, site_at

    site = site_at(address, contact, files=downloads)
    if downloads and not shared(site, reader).downloads:
        message = _("{directory} was exported from other data than these").format(directory=downloads)
        raise UsageError(
            message, _("Make it with: {command}").format(command=f"ocdb export {downloads} -f all --force")
        )
    return replace(site, changes=changes_since(since, reader)) if since else site


def _tell(built: "Built") -> None:
    from ocdb.words.figures import number

    text = ngettext("{count} page in {files} files", "{count} pages in {files} files", built.pages)
    done = _("{written} written, {removed} removed") if built.written or built.removed else _("nothing changed")
    report(
        text.format(count=number(built.pages), files=number(len(built.files))),
        done.format(written=number(built.written), removed=number(built.removed)),
    )
    if built.dead:
        text = ngettext("{count} link leads nowhere: {links}", "{count} links lead nowhere: {links}", len(built.dead))
        hint(text.format(count=number(len(built.dead)), links=", ".join("/".join(one) for one in built.dead[:5])))


def _installed() -> None:
    """Refuse to begin without what draws pages.

    Raises:
        UsageError: it isn't installed.
    """
    try:
        import jinja2  # noqa: F401
    except ImportError as error:
        from ocdb.errors import UsageError
        from ocdb.release import install

        message = _("the site needs {library}, which isn't installed").format(library=error.name)
        raise UsageError(message, _("Install it with: {command}").format(command=install("web"))) from error
