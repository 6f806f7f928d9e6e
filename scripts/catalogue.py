"""Collect the messages of ocdb into its French catalogue, and compile it; with --check only say what is lacking.

New messages are added to ocdb/words/locale/fr/LC_MESSAGES/ocdb.po without a translation, those that are gone leave it.
Write the French there, and run this once more: it compiles what gettext reads.
"""

import datetime as dt
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ocdb.cli.commands import PANELS
from ocdb.cli.help import texts
from ocdb.cli.main import program
from ocdb.curation.template import texts as template_texts

ROOT = Path(__file__).resolve().parent.parent
FRENCH = ROOT / "ocdb" / "words" / "locale" / "fr" / "LC_MESSAGES" / "ocdb.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "NN_": (1, 2), "pgettext": ((1, "c"), 2)}
# The pages of the site ask in their templates, by the same names.
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2"), ("**/templates/**.xml", "jinja2")]
# No dates and no names: git knows them, and a catalogue that hasn't changed stays as it is.
HEADER = rb"""# The French messages of ocdb. scripts/catalogue.py collects them, and compiles what gettext reads.
msgid ""
msgstr ""
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
# Babel writes a date into what it compiles: without one, the same messages give the same file.
NO_DATE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
PLACEHOLDER = re.compile(r"\{(\w*)\}")
# An ordinary space where French has one that no line ends at.
BREAKING = re.compile(r" (?:[:;?!](?:\s|$)|»)|« ")


def main(arguments: list[str]) -> int:
    """Write the catalogue anew, or with --check tell what it lacks; return the exit code."""
    if arguments == ["--check"]:
        lacking = [*faults()]
        print("\n".join(lacking), file=sys.stderr)
        return int(bool(lacking))
    catalogue = french()
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    FRENCH.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO(HEADER)
    written.seek(0, io.SEEK_END)
    write_po(written, catalogue, width=120, omit_header=True, sort_output=True, ignore_obsolete=True, no_location=True)
    FRENCH.write_bytes(written.getvalue())
    FRENCH.with_suffix(".mo").write_bytes(compiled())
    return 0


def french() -> Catalog:
    """Return the French catalogue as it is written."""
    if not FRENCH.exists():
        return Catalog(locale="fr")
    with FRENCH.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    return catalogue


def compiled() -> bytes:
    """Return the French catalogue as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, french())
    return file.getvalue()


def template() -> Catalog:
    """Return all messages of the code and all help texts, without translations."""
    catalogue = Catalog(project="ocdb")
    for _file, _line, message, _comments, context in extract_from_dir(ROOT / "ocdb", METHODS, keywords=KEYWORDS):
        catalogue.add(message, context=context)
    for text in (*texts(program().whole()), *template_texts()):
        catalogue.add(" ".join(text.split()))
    for title in (*PANELS, "Examples:"):
        catalogue.add(title)
    return catalogue


def faults() -> Iterator[str]:
    """Yield what is wrong with the catalogue, a line each: nothing where all is said in French."""
    written = french()
    wanted = {_key(message): message for message in template() if message.id}
    have = {_key(message): message for message in written if message.id}
    yield from (f"{FRENCH.name}: no longer in the code: {key[1]!r}" for key in have.keys() - wanted.keys())
    for key in wanted:
        yield from _faults_of(key, have.get(key))
    if not FRENCH.exists() or FRENCH.with_suffix(".mo").read_bytes() != compiled():
        yield f"{FRENCH.name}: isn't compiled. Run: python scripts/catalogue.py"


def _faults_of(key: tuple[str | None, str], message: Message | None) -> Iterator[str]:
    string = message.string if message else None
    texts = [string] if isinstance(string, str) else [*(string or ())]
    if message is None or message.fuzzy or not texts or not all(texts):
        yield f"{FRENCH.name}: no French for {key[1]!r}"
        return
    named = {name for text in _texts(message) for name in PLACEHOLDER.findall(text)}
    for text in texts:
        if unknown := set(PLACEHOLDER.findall(text)) - named:
            yield f"{FRENCH.name}: {text!r} has {{{unknown.pop()}}}, which its English hasn't"
        if BREAKING.search(text):
            yield f"{FRENCH.name}: {text!r} may break before its punctuation: U+00A0 for : and «», U+202F for ; ? !"


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _texts(message)[0]


def _texts(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else [*message.id]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
