"""`ocdb draft`: from an article to a fixture that is to be finished by hand."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_to_overwrite, refuse_twice, save
from ocdb.cli.options import unharmed
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.intake.draft.article import Article


def draft(
    article: Annotated[
        Path,
        typer.Argument(
            metavar="ARTICLE",
            parser=as_path,
            autocompletion=complete_path,
            help="A text file, an HTML page, or - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            callback=unharmed,
            help="Write the fixture there.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing files.")] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Publication date (EDTF), as in 2009-01-21 or 2011-06?."),
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="The outlet.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title, exactly as printed.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    registers: Annotated[
        list[Path] | None,
        typer.Option(
            "--registers",
            metavar="DIR",
            parser=as_path,
            autocompletion=complete_path,
            help="Operators, institutions, officials and places of your own, beside those of ocdb. Repeatable.",
        ),
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option(
            "--text",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            callback=unharmed,
            help="Keep the text as it was hashed there, for ocdb verify.",
        ),
    ] = None,
    guide: Annotated[
        bool, typer.Option("--guide", help="A prompt for a language model: how to draft, the article, this draft.")
    ] = False,
) -> None:
    """Draft a fixture from an article, in French or English, offline.

    Finds known names, figures with their measure, dates calculated from the publication date, and unknown names. No
    record is loaded until a curator has compared it with the article and confirmed it. With --guide a language model
    can go on: the prompt has the article by paragraphs, and is for you alone.

    \b
    Examples:
      ocdb draft article.txt --published 2009-01-21 --publisher "Cio Mag" -o draft.yaml
      ocdb draft page.html -o draft.yaml --text article.txt
      pdftotext article.pdf - | ocdb draft -
      ocdb draft article.txt --guide --text articles/article.txt -o prompt.md
    """
    from ocdb.cli.printing import write as put
    from ocdb.curation.corpus import gather
    from ocdb.intake.draft.claims import propose
    from ocdb.intake.draft.findings import find
    from ocdb.intake.draft.imprint import Imprint
    from ocdb.intake.draft.mentions import Names
    from ocdb.intake.draft.write import write
    from ocdb.settings import resource

    refuse_twice([article], [output, text])
    refuse_to_overwrite([output, text], force=force)
    _check_date(published)
    read = _read(article)
    corpus = gather(registers or [resource("seeds")], around=[resource("seeds")])
    found = find(read, Names(corpus), published)
    fixture = write(found, propose(found), Imprint(publisher=publisher, title=title, url=url))
    if guide:
        from ocdb.curation.guide import guide as rules_of
        from ocdb.intake.draft.prompt import prompt

        fixture = prompt(rules_of(corpus), found, fixture)
    if text:
        save("\n".join(read.paragraphs) + "\n", text)
    put(fixture, output)


def _read(path: Path) -> "Article":
    from ocdb.intake.draft.article import MAX_BYTES, read, understand

    if str(path) == "-":
        return understand(sys.stdin.buffer.read(MAX_BYTES + 1), _("standard input"))
    return read(path)


def _check_date(published: str | None) -> None:
    from pydantic import TypeAdapter, ValidationError

    from ocdb.curation.fields import Date
    from ocdb.errors import UsageError

    if published is None:
        return
    try:
        TypeAdapter(Date).validate_python(published)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise UsageError(
            f"--published: {wrong.get('ctx', {}).get('error', wrong['msg'])}",
            _("Write a day, a month or a year: 2009-01-21, 2009-01, 2009?."),
        ) from error
