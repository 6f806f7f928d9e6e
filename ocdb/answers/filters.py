"""What narrows a question: names, codes, slugs and dates as people write them, resolved to keys and SQL conditions."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ocdb.answers.kin import Kin, kin
from ocdb.answers.listings import LISTINGS, NAMED, Listing
from ocdb.answers.names import Named, ambiguous, apart, covered, meant, resolve, split
from ocdb.answers.wording import Wording
from ocdb.dates import day_span, recorded
from ocdb.errors import NotFoundError, UsageError
from ocdb.store.reader.remembering import once
from ocdb.store.reader.rows import Reader, Table
from ocdb.text import fold, several
from ocdb.words.choices import chosen
from ocdb.words.dates import in_words, span
from ocdb.words.language import _
from ocdb.words.missing import there_is_no
from ocdb.words.states import state_names
from ocdb.words.suggestions import suggest

_LIST_PUBLISHERS = "ocdb list sources --columns publisher"
CODED = ("kind", "category", "status", "sector")


@dataclass(frozen=True)
class Filters:
    """What narrows a list; several values of one filter are alternatives, several filters all hold.

    Attributes:
        country: countries, and areas larger than one: each with all that lies in it.
        as_a_whole: whether an area is only what is said of it as a whole.
        on: the day on which sites are looked at; of a date with several days the last.
        operator: names; or whom they take in, where that is known (`with_kin`).
        possible: whether --since and --until take what could be in that time, and not only what names a day in it.
        with_successors: whether an operator takes in those who followed it, and not only all its names.
    """

    country: Sequence[str] = ()
    place: Sequence[str] = ()
    operator: Sequence[str] | Kin = ()
    institution: Sequence[str] = ()
    official: Sequence[str] = ()
    kind: Sequence[str] = ()
    category: Sequence[str] = ()
    status: Sequence[str] = ()
    sector: Sequence[str] = ()
    source: Sequence[str] = ()
    publisher: Sequence[str] = ()
    site: Sequence[str] = ()
    basis: Sequence[str] = ()
    on: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    possible: bool = False
    with_successors: bool = False
    as_a_whole: bool = False


def with_kin(reader: Reader, filters: Filters) -> Filters:
    """Return the filters with whom their operators take in, so that several lists look for them once.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear.
    """
    if isinstance(filters.operator, Kin):
        return filters
    return replace(filters, operator=kin(reader, filters.operator, with_successors=filters.with_successors))


def whom_told(filters: Filters) -> tuple[str, ...]:
    """Return for each operator that was asked for a line that says whom it takes in, and why."""
    return filters.operator.told if isinstance(filters.operator, Kin) else ()


def beside_a_sector(filters: Filters) -> str:
    """Return why nothing fits a sector beside an operator or a site; nothing where these weren't asked for together."""
    operators = filters.operator.asked if isinstance(filters.operator, Kin) else filters.operator
    if not (filters.sector and (operators or filters.site)):
        return ""
    return _("Only figures that name no employer have a sector: leave out the operator, the site or the sector")


def conditions_of(reader: Reader, kind: str, listing: Listing, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    """Return the SQL conditions of the filters but for dates, and their parameters.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter doesn't fit the kind.
    """
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    for name, keys in resolved(reader, kind, listing, filters):
        values = covered(reader, keys) if name == "country" and not filters.as_a_whole else keys
        marks = ", ".join(f":{name}{number}" for number in range(len(values)))
        conditions.append(listing.filters[name].replace("{values}", marks))
        parameters |= {f"{name}{number}": value for number, value in enumerate(values)}
    return conditions, parameters


def resolved(reader: Reader, kind: str, listing: Listing, filters: Filters) -> Iterator[tuple[str, list[str]]]:
    """Yield each filter that is set, but for the dates, with the keys and codes that its words stand for."""
    filters = with_kin(reader, filters)
    for name in (*NAMED, *CODED, "source", "publisher", "site", "basis", "on"):
        words = getattr(filters, name)
        if isinstance(words, Kin):
            words = words.keys
        if not words:
            continue
        if name not in listing.filters:
            fitting = [*listing.filters, *(("since", "until") if listing.dated else ())]
            options = ", ".join(f"--{fit}" for fit in fitting)
            raise UsageError(
                _("--{option} doesn't fit {kind}").format(option=name, kind=kind),
                _("Options that apply: {options}.").format(options=options),
            )
        yield name, _values(reader, listing, name, words)


def _values(reader: Reader, listing: Listing, name: str, words: Sequence[str]) -> list[str]:
    """Return the keys or codes that the words of a filter stand for, also of those that are written with commas."""

    def fits(word: str) -> bool:
        try:
            return bool(_value(reader, listing, name, word))
        except NotFoundError:
            return False

    every = apart(reader, [name], words) if name in NAMED else split(words, fits)
    return [_value(reader, listing, name, word) for word in every]


def in_a_line(reader: Reader, wording: Wording, kind: str, filters: Filters) -> str:
    """Return what was asked for in words: ``Togo, open, since 2015``; an empty text for everything."""
    listing = LISTINGS[kind]
    parts = []
    for name, values in resolved(reader, kind, listing, filters):
        asked = filters.operator.asked if name == "operator" and isinstance(filters.operator, Kin) else values
        parts += [_called(wording, listing, name, value) for value in asked]
    parts.append(span(filters.since, filters.until))
    return ", ".join(filter(None, parts))


def as_options(reader: Reader, kind: str, filters: Filters) -> str:
    """Return filters but for dates as options of a command: ``--country MA --status closed``."""
    options = []
    for name, values in resolved(reader, kind, LISTINGS[kind], filters):
        asked = filters.operator.asked if name == "operator" and isinstance(filters.operator, Kin) else values
        options += [f"--{name} {value}" for value in asked]
    return " ".join([*options, *(["--with-successors"] if filters.with_successors else [])])


def _called(wording: Wording, listing: Listing, name: str, value: str) -> str:
    if name in CODED:
        return wording.label(value, *listing.codes[name])
    if name == "basis":
        return wording.label(value, "basis")
    if name == "on":
        return in_words(value)
    return meant(wording, name, value)


def _value(reader: Reader, listing: Listing, name: str, word: str) -> str:
    """Return the key or code that a filter's word stands for."""
    if name == "operator":  # a slug already, of one that is taken in
        return word
    if name in NAMED:
        return resolve(reader, [name], word)
    if name in _KEYS:
        return _KEYS[name](reader, word)
    if name == "on":
        return str(day_span(word, "on")[1])
    return chosen(f"--{name}", word, codes(reader, listing, name))


def codes(reader: Reader, listing: Listing, name: str) -> list[tuple[str, ...]]:
    """Return what a filter of CODED may be: each code, then its labels and other words, in list order."""
    members = once(reader, "codes", lambda: _members(reader))
    return [texts for word in listing.codes[name] for texts in members.get(word, [(word, *state_names(word))])]


def _members(reader: Reader) -> dict[str, list[tuple[str, ...]]]:
    """Return the codes of each list, with their labels and other words."""
    rows = reader.rows("SELECT list, code, label_en, label_fr, also FROM v_codes ORDER BY position").rows
    members: dict[str, list[tuple[str, ...]]] = {}
    for listed, code, english, french, also in rows:
        members.setdefault(listed, []).append((code, english, french, *several(also)))
    return members


def source_key(reader: Reader, word: str) -> str:
    """Return the slug of a source, of its slug or its address.

    Raises:
        NotFoundError: there is no such source; the message names the nearest.
    """
    if key := article(reader, word):
        return key
    keys = [row[0] for row in reader.rows("SELECT id FROM v_sources").rows]
    hint = suggest(word, {fold(key): key for key in keys}) or _("List them: {command}")
    raise NotFoundError(there_is_no("source", word), hint.format(command="ocdb list sources"))


def source_keys(reader: Reader, words: Sequence[str]) -> list[str]:
    """Return the slugs of sources, also of those that are written with commas, which an address may have itself."""
    return [source_key(reader, word) for word in split(words, lambda word: bool(article(reader, word)))]


def article(reader: Reader, word: str) -> str:
    """Return the slug of the article with a slug or an address; nothing where there is none."""
    if found := reader.rows("SELECT id FROM v_sources WHERE id = :word", {"word": word}).rows:
        return str(found[0][0])
    page = _page(word) if "." in word else ""
    if not page:
        return ""
    # Addresses of one page differ in their beginnings and ends: what none can lack is its host.
    host = "%" + re.split(r"[/?]", page)[0].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    alike = "SELECT id, url FROM v_sources WHERE LOWER(url) LIKE :host ESCAPE '\\' ORDER BY id"
    addresses = reader.rows(alike, {"host": host}).rows
    return next((str(key) for key, address in addresses if page == _page(address)), "")


def _page(address: str) -> str:
    """Return what two addresses of one page have in common, however it was come to.

    That is: without scheme, www, closing slash, fragment, and the parameters that tell a publisher of the way (utm_*).
    """
    whole = re.sub(r"^[a-z]+://", "", address.strip(), flags=re.IGNORECASE).partition("#")[0]
    path, _mark, query = whole.partition("?")
    host, slash, rest = path.partition("/")
    asked = "&".join(part for part in query.split("&") if part and not part.lower().startswith("utm_"))
    page = f"{host.lower().removeprefix('www.')}{slash}{rest}".rstrip("/")
    return f"{page}?{asked}" if asked else page


def publisher(reader: Reader, word: str) -> str:
    """Return the name of a publisher, of any of its spellings in the register, or of its name in the sources.

    Raises:
        NotFoundError: nobody is called so; the message names the nearest.
    """
    exact = "SELECT publisher FROM v_sources WHERE publisher = :word LIMIT 1"
    if found := reader.rows(exact, {"word": word}).rows:
        return str(found[0][0])
    spelled = reader.rows("SELECT name, other_names FROM v_publishers").rows
    known: dict[str, str] = {fold(one): name for name, others in spelled for one in (name, *several(others))}
    if fold(word) not in known:
        names = [name for (name,) in reader.rows("SELECT DISTINCT publisher FROM v_sources").rows]
        known = {fold(name): name for name in names} | known
    if name := known.get(fold(word)):
        return name
    hint = suggest(word, known) or _("List them: {command}")
    raise NotFoundError(there_is_no("publisher", word), hint.format(command=_LIST_PUBLISHERS))


def site_key(reader: Reader, word: str) -> str:
    """Return the slug of a site, of its slug, a retired one or its name.

    Raises:
        NotFoundError: there is no such site; the message names the nearest.
        UsageError: several bear that name; the message names their slugs.
    """
    by_slug = """
        SELECT id FROM v_sites
        WHERE id = :word OR id IN (SELECT successor FROM v_retired WHERE id = :word)
        ORDER BY CASE WHEN id = :word THEN 1 ELSE 0 END
    """
    if exact := reader.rows(by_slug, {"word": word}).rows:
        return str(exact[0][0])
    names = dict(reader.rows("SELECT id, name FROM v_sites").rows)
    found = sorted(key for key, name in names.items() if fold(name) == fold(word))
    if not found:
        known = {fold(key): key for key in names} | {fold(name): key for key, name in names.items()}
        hint = suggest(word, known) or _("List them: {command}").format(command="ocdb list sites")
        raise NotFoundError(there_is_no("site", word), hint)
    if len(found) > 1:
        raise ambiguous(reader, word, [Named("site", key, names[key]) for key in found])
    return str(found[0])


# How the words of filters that name neither a place nor a party are read.
_KEYS: Mapping[str, Callable[[Reader, str], str]] = {
    "source": source_key, "publisher": publisher, "site": site_key,
}  # fmt: skip


def in_order(since: str | None, until: str | None) -> None:
    """Check that the time between two dates isn't empty.

    Raises:
        UsageError: the first is after the last, or one is no date.
    """
    if since and until and day_span(since, "since")[0] > day_span(until, "until")[1]:
        raise UsageError(
            _("--since {since} is later than --until {until}").format(since=since, until=until),
            _("Exchange the two dates."),
        )


def date_conditions(listing: Listing, kind: str, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of --since and --until that SQL can check: the date could overlap with that time."""
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    if (filters.since or filters.until) and not listing.dated:
        raise UsageError(
            _("--since and --until don't fit {kind}: they have no date").format(kind=kind), _("Leave them out.")
        )
    in_order(filters.since, filters.until)
    for name, text in (("since", filters.since), ("until", filters.until)):
        if not text:
            continue
        span = day_span(text, name)
        column = f"{listing.dated}_to" if name == "since" else f"{listing.dated}_from"
        sign = ">=" if name == "since" else "<="
        day = span[0] if name == "since" else span[1]
        conditions.append(f"{listing.dated} IS NOT NULL AND ({column} IS NULL OR {column} {sign} :{name})")
        parameters[name] = day
    return conditions, parameters


def dated_within(found: Table, dated: str, days: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows whose date names a time that overlaps with the time asked for."""
    index = found.columns.index(dated)
    since, until = days.get("since", ""), days.get("until", "9999-12-31")
    for batch in found.batches():
        for row in batch:
            first, last = recorded(row[index])
            if last.isoformat() >= since and first.isoformat() <= until:
                yield row
