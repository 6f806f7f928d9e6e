"""The options of whoever publishes a site, which `ocdb serve` and `ocdb site` share."""

from pathlib import Path
from typing import Annotated

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path

Address = Annotated[
    str, typer.Option("--address", metavar="URL", help="Where readers find the site, for links that last.")
]
Contact = Annotated[
    str, typer.Option("--contact", metavar="MAIL", help="E-mail address to which readers report errors.")
]
Downloads = Annotated[
    Path | None,
    typer.Option(
        "--downloads",
        metavar="DIR",
        parser=as_path,
        autocompletion=complete_path,
        help="What `ocdb export DIR -f all` wrote: the page Data offers those files.",
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="DATABASE",
        parser=as_path,
        autocompletion=complete_path,
        help="The database of the edition before: shows what was corrected.",
    ),
]
