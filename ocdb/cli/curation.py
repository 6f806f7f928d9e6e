"""`ocdb new source`, `schema`, `coverage` and `evidence`: what a curator begins with, and what the record rests on."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.help import SETTINGS, Command, Group
from ocdb.cli.options import AS_OF, COUNTRY, NAMES_OF_COUNTRIES, OUTPUT, asked, options, written
from ocdb.cli.printing import put, write
from ocdb.cli.session import reading
from ocdb.words.language import _

new = typer.Typer(cls=Group, **SETTINGS, help="Start a new file.")

Target = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        parser=as_path,
        autocompletion=complete_path,
        callback=written,
        help="Write to a new file.",
    ),
]


@new.command("source", cls=Command)
def source(
    slug: Annotated[
        str, typer.Argument(metavar="SLUG", help="Publisher, date and subject, as in press-2020-01-30-lome.")
    ],
    output: Target = None,
    every: Annotated[bool, typer.Option("--all", help="Every kind of claim with every field.")] = False,
) -> None:
    """Print the commented template of a fixture, to be filled in.

    It has what one article needs, and says what each field means; with --all it has every field of every kind. The
    first line lets an editor with a YAML language server complete and check as you type, once the schema is next to
    the file: ocdb schema -o ocdb.schema.json

    \b
    Examples:
      ocdb new source ciomag-2020-01-30-vipp-interstis
      ocdb new source press-2021-05-oujda -o press-2021-05-oujda.yaml
      ocdb new source press-2021-05-oujda --all
    """
    import re

    from ocdb.curation.corpus import gather
    from ocdb.curation.template import short, template
    from ocdb.errors import UsageError
    from ocdb.settings import resource

    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise UsageError(
            _('"{slug}" isn\'t a slug').format(slug=slug), _("Use lower-case letters, digits and hyphens.")
        )
    if output and output.exists():
        raise UsageError(_("{file} already exists").format(file=output), _("Name another file."))
    write((template if every else short)(slug, gather([resource("seeds")])), output)


def schema(
    output: Target = None,
    guide: Annotated[
        bool, typer.Option("--guide", help="The prompt for a language model: rules, fields and codes.")
    ] = False,
) -> None:
    """Print the JSON Schema of fixtures, for editors that complete and check as you type.

    With --guide it is a prompt with which any language model drafts a fixture from an article, in your language. What
    it drafts isn't loaded before somebody confirms it: ocdb verify --confirm.

    \b
    Examples:
      ocdb schema
      ocdb schema -o ocdb.schema.json
      ocdb schema --guide -o prompt.md
    """
    from ocdb.curation.corpus import gather
    from ocdb.settings import resource

    corpus = gather([resource("seeds")])
    if guide:
        from ocdb.curation.guide import guide as prompt

        write(prompt(corpus), output)
    else:
        import json

        from ocdb.curation.json_schema import json_schema

        write(json.dumps(json_schema(corpus), ensure_ascii=False, indent=2) + "\n", output)


@options(NAMES_OF_COUNTRIES, COUNTRY, AS_OF, OUTPUT)
def coverage(ctx: typer.Context, **given: Any) -> None:
    """Show the coverage: what was searched, found and read, by country and year.

    A line for each country: how many articles were read, and how many are known; for countries that are named also a
    line for each year. An absence means something only after a systematic search.

    \b
    Examples:
      ocdb coverage
      ocdb coverage Morocco Togo
      ocdb coverage -f csv
    """
    from ocdb.answers.questions.records import coverage as ask

    with reading(ctx, given["as_of"]) as reader:
        put(ask(reader, *given["names"] or (), **asked(given, COUNTRY)), given)


@options(NAMES_OF_COUNTRIES, COUNTRY, AS_OF, OUTPUT)
def evidence(ctx: typer.Context, **given: Any) -> None:
    """Show which share of the claims and citations can be verified against a text, by country and publisher.

    Verifiable is a citation with a paragraph of a text whose hash is kept, of the whole article or of its beginning:
    whoever has the text can check it with ocdb verify. A claim is verifiable if one of its citations is.

    \b
    Examples:
      ocdb evidence
      ocdb evidence Morocco Togo
      ocdb evidence -f json
    """
    from ocdb.answers.questions.records import evidence as ask

    with reading(ctx, given["as_of"]) as reader:
        put(ask(reader, *given["names"] or (), **asked(given, COUNTRY)), given)
