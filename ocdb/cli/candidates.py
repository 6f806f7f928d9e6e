"""Values that complete a word: however case and accents are typed, what is on record first, and no more than one reads.

A shell puts what all candidates begin with in the place of what was typed, so that must not be shorter: where names and
slugs of different spelling fit, each is spelled as it was begun, which means the same to every question.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import typer

from ocdb.cli.session import session

if TYPE_CHECKING:
    from ocdb.store.reader.rows import Reader

Candidates = list[tuple[str, str]]
# How many are offered, and how much is said of each.
MOST, LONGEST = 100, 60
# The codes of countries have no more letters.
CODE = 3
# The keys of each kind of thing with what they mean; {begun} narrows them to those that may begin as typed.
KEYS = {
    # Of 249 countries those that something is said of; and the areas, which mean all that lies in them.
    "country": "SELECT id, label FROM v_countries AS known WHERE known.definition IS NOT NULL OR EXISTS"
    " (SELECT 1 FROM v_claim_places AS there WHERE there.country = known.id) ORDER BY id",
    "operator": "SELECT id, name FROM v_operators{begun} ORDER BY id",
    "place": "SELECT id, label FROM v_places{begun} ORDER BY id",
    "institution": "SELECT id, name FROM v_institutions{begun} ORDER BY id",
    "official": "SELECT id, name FROM v_officials{begun} ORDER BY id",
    "publisher": "SELECT name, name FROM v_publishers ORDER BY name",
    "source": "SELECT id, coalesce(title, publisher) FROM v_sources{begun} ORDER BY id",
    "site": "SELECT id, name FROM v_sites{begun} ORDER BY id",
    "record": "SELECT id, title FROM v_search{begun} ORDER BY id",
}
# What stands first where names of several kinds are taken.
_ON_RECORD = ("country", "operator", "place")
# The first column of what `list` and other questions take as the kind of record, where it isn't that of a list.
_LISTS = {"pledges": "ledger"}


class _Value(str):
    """A candidate that fits by `fitting`: Typer would drop what doesn't begin letter by letter as typed."""

    __slots__ = ()

    def startswith(self, *_begun: Any) -> bool:
        """Return that it fits."""
        return True


def fitting(begun: str, keys: Iterable[Sequence[Any]], names: Iterable[Sequence[Any]] = ()) -> Candidates:
    """Return the candidates that begin as typed, each with what it means.

    Args:
        begun: what was typed.
        keys: each with what it means.
        names: each with the key that it stands for; they don't repeat a key that is typed already.
    """
    from ocdb.text import fold, visible

    rows = [(str(value), str(text or ""), str(value)) for value, text, *_ in keys]
    named = [(str(name), str(key), str(key)) for name, key, *_ in names] if begun else []
    exact = [row for row in (*named, *rows) if row[0].startswith(begun)]
    known = {row[2] for row in exact}
    lower = begun.casefold()
    found = exact + [row for row in named if row[2] not in known and _begins(row[0], lower)]
    if not found and fold(begun):
        found = [row for row in (*named, *rows) if fold(row[0]).startswith(fold(begun))]
    values = {value: text for value, text, _key in found[:MOST]}
    if len({value[: len(begun)] for value in values}) > 1:
        values = {_spelled(value, begun): text for value, text in values.items()}
    return [(_Value(value), visible(text[:LONGEST])) for value, text in values.items()]


def _begins(name: str, lower: str) -> bool:
    """Return whether a name begins so in small letters; a code of a country in capitals is no name that one begins."""
    return name.casefold().startswith(lower) and not (len(name) <= CODE and name.isupper())


def _spelled(value: str, begun: str) -> str:
    """Return a value with its begin as it was typed."""
    from ocdb.text import fold

    fits = [place for place in range(len(value) + 1) if fold(value[:place]) == fold(begun)]
    if not fits:
        return value
    return begun + value[fits[-1 if begun[-1:] in " -" else 0] :]


def asked(context: typer.Context, begun: str, ask: Callable[["Reader"], tuple[Any, Any]]) -> Candidates:
    """Return the candidates among the keys and names that a database gives."""
    return answered(context, lambda reader: fitting(begun, *ask(reader)))


def listed(context: typer.Context, begun: str, ask: Callable[["Reader", str], tuple[Any, Any]]) -> Candidates:
    """Return the candidates for the last of several names with commas, after those that stand already.

    A name may have a comma itself: what begins as a whole as typed goes first.
    """

    def complete(reader: "Reader") -> Candidates:
        before, comma, last = begun.rpartition(",")
        if comma:
            whole = [[row for row in rows if "," in str(row[0])] for rows in ask(reader, begun)]
            if found := fitting(begun, *whole):
                return found
        name = last.lstrip()
        stands = before + comma + last[: len(last) - len(name)]
        return [(_Value(stands + value), text) for value, text in fitting(name, *ask(reader, name))]

    return answered(context, complete)


def answered(context: typer.Context, ask: Callable[["Reader"], Candidates]) -> Candidates:
    """Return the candidates that a database gives; none where there is no database to ask."""
    from ocdb.errors import OcdbError
    from ocdb.opening.reader import open_reader

    try:
        with closing(open_reader(session(context).for_questions().address())) as reader:
            return ask(reader)
    except OcdbError:  # completion stays silent, and makes no database
        return []


def of(kind: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by the keys of a kind of record."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        return asked(ctx, incomplete, lambda reader: (_keys(reader, kind, incomplete), ()))

    return complete


def named(kind: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by the keys of a kind of thing, and once something is typed by any name."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        from ocdb.answers.names import WIDER

        def ask(reader: "Reader", begun: str) -> tuple[Any, Any]:
            return _keys(reader, kind, begun), _names(reader, begun, WIDER.get(kind, [kind]), [kind])

        return listed(ctx, incomplete, ask)

    return complete


def anybody(*kinds: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion by names of some kinds: countries on record, operators and places first."""
    wanted = [kind for kind in _ON_RECORD if kind in kinds]
    others = [kind for kind in ("institution", "official") if kind in kinds]
    countries = ("country", "area") if "country" in kinds else ("area",)

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        def ask(reader: "Reader", begun: str) -> tuple[Any, Any]:
            keys = [row for kind in wanted for row in _keys(reader, kind, begun)]
            if begun:
                more = [row for kind in others for row in _keys(reader, kind, begun)]
                every = reader.rows("SELECT id, label, kind FROM v_countries").rows
                more += [(key, label) for key, label, kind in every if kind in countries]
                keys += sorted(more, key=lambda row: str(row[0]))
            return keys, _names(reader, begun, [*kinds, "area"], wanted)

        return listed(ctx, incomplete, ask)

    return complete


def anything(ctx: typer.Context, incomplete: str) -> Candidates:
    """Complete a name or a slug of any record; names once something is typed."""

    def ask(reader: "Reader") -> tuple[Any, Any]:
        kinds = (*_ON_RECORD, *(["record"] if incomplete else []))
        keys = [row for kind in kinds for row in _keys(reader, kind, incomplete)]
        return keys, _names(reader, incomplete, (), _ON_RECORD)

    return asked(ctx, incomplete, ask)


def _keys(reader: "Reader", kind: str, begun: str) -> list[tuple[Any, ...]]:
    """Return the rows of one of KEYS whose keys may begin as typed."""
    from ocdb.store.reader.batches import among
    from ocdb.text import fold

    sql = KEYS[kind]
    # Signs part the words of a name, and a dash those of a slug.
    condition, parameters = _beginning("id", fold(begun).replace(" ", "-"))
    if "{begun}" not in sql or not condition:
        return reader.rows(sql.replace("{begun}", "")).rows
    of_kind = "" if kind == "record" else f" AND kind = '{kind}'"
    slugs = [key for (key,) in reader.rows(f"SELECT id FROM v_search WHERE {condition}{of_kind}", parameters).rows]
    rows = among(reader, sql.replace("{begun}", " WHERE id IN ({keys})"), slugs).rows
    return sorted(rows, key=lambda row: str(row[0]))


def _beginning(column: str, begin: str) -> tuple[str, dict[str, str]]:
    """Return the condition that a column begins so, by code point, and its parameters; nothing where nothing is typed.

    An index has what begins alike beside each other.
    """
    if not begin or not begin.isprintable():
        return "", {}
    return f"{column} >= :begin AND {column} < :end", {"begin": begin, "end": begin + chr(sys.maxunicode)}


def _names(reader: "Reader", begun: str, kinds: Sequence[str], on_record: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the names of some kinds of thing, or of all, that begin as typed, each with its key.

    Those of what is on record alone, where there are any beside areas, which are always offered.

    Args:
        reader: the database.
        begun: what was typed.
        kinds: of what; empty for all.
        on_record: the kinds that stand first; of countries those that something is said of.
    """
    from ocdb.text import fold

    condition, parameters = _beginning("folded", fold(begun))
    sql = f"SELECT name, entity, kind FROM v_names WHERE {condition or '1 = 1'} ORDER BY name"
    every = reader.rows(sql, parameters).rows
    # Of names that are alike but for accents, v_names has one.
    every += reader.rows("SELECT name_fr, id, kind FROM v_countries ORDER BY name_fr").rows
    names = [row for row in every if (not kinds or row[2] in kinds) and fold(row[0]).startswith(fold(begun))]
    countries = {row[0] for row in reader.rows(KEYS["country"]).rows} if "country" in on_record else set()
    others = {*on_record} - {"country"}
    known = [row for row in names if row[2] in others or row[1] in countries]
    return known if any(row[2] != "area" for row in known) else names


def code(option: str) -> Callable[[typer.Context, str], Candidates]:
    """Return a completion of --kind, --category, --status or --verdict for the list that is being asked for."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        from ocdb.answers.filters import codes
        from ocdb.answers.listings import LISTINGS

        listing = LISTINGS[_list(ctx)]
        if option not in listing.codes:
            return []
        return answered(ctx, lambda reader: worded(incomplete, codes(reader, listing, option)))

    return complete


def worded(begun: str, known: Iterable[Sequence[str]]) -> Candidates:
    """Return the codes that begin as typed, in French by their French words; any of their words where none does."""
    from ocdb.words.choices import shown

    texts = list(known)
    keys = {shown(each): each[1] if each[1:] and shown(each) == each[0] else each[0] for each in texts}
    return fitting(begun, keys.items()) or fitting(begun, (), [(word, shown(each)) for each in texts for word in each])


def columns(ctx: typer.Context, incomplete: str) -> Candidates:
    """Complete the last of several columns of what is being listed; a dash before one turns the order."""
    from ocdb.answers.listings import LISTINGS

    before, comma, last = incomplete.rpartition(",")
    begin = before + comma + ("-" if last.startswith("-") else "")
    view = LISTINGS[_list(ctx)].view
    found = asked(
        ctx,
        last.removeprefix("-"),
        lambda reader: ([(name, "") for name in reader.rows(f"SELECT * FROM {view} LIMIT 0").columns], ()),
    )
    return [(_Value(begin + name), text) for name, text in found]


def _list(ctx: typer.Context) -> str:
    """Return what is being listed: a key of LISTINGS."""
    from ocdb.answers.listings import LISTINGS
    from ocdb.words.choices import RECORDS, code_of
    from ocdb.words.choices import listed as of_choices

    if ctx.info_name in _LISTS:
        return _LISTS[ctx.info_name]
    # An option without its value stops the parser before it comes to KIND; other commands are called by theirs.
    words = [ctx.params.get("kind_of_record"), *ctx.args, ctx.info_name]
    kinds = (word if word in LISTINGS else code_of(word, of_choices(RECORDS)) for word in words if word)
    return next((kind for kind in kinds if kind), "timeline")
