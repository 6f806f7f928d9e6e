"""Finds what a user means: by slug, or by any name it ever bore, without regard to case and accents."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError, UsageError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext
from ocdb.words.missing import there_is_no
from ocdb.words.suggestions import did_you_mean, near_names

# Those who act: of their names a part will do, if it isn't shorter than this.
PARTIES = ("operator", "institution", "official")
SHORTEST = 3
# So many of those that a word may mean are named.
MOST = 6
LONGEST_CODE = 3
# What a question for a country finds too: an area larger than one.
WIDER = {"country": ("country", "area")}


@dataclass(frozen=True)
class Named:
    """Something with a name: its kind, its key and the name that lists show."""

    kind: str
    key: str
    name: str


def find(reader: Reader, kinds: Sequence[str], word: str) -> list[Named]:
    """Return what bears a slug or name, sorted by kind and key; a slug that fits goes before all names.

    A word that is nobody's name may be a slug that is written like a name: with --as-of today's name isn't known yet.
    Else it may be a part of a name, as a surname is.
    """
    folded = fold(word)
    return (
        _bearing(reader, kinds, word.strip(), folded)
        or _bearing(reader, kinds, folded.replace(" ", "-"), folded)
        or _partly(reader, [kind for kind in kinds if kind in PARTIES], folded)
    )


def _partly(reader: Reader, kinds: Sequence[str], folded: str) -> list[Named]:
    """Return those who act and have all the words in one of their names."""
    words = folded.split()
    if not kinds or not words or max(map(len, words)) < SHORTEST:
        return []
    marks, parameters = _among(kinds)
    rows = reader.rows(f"SELECT kind, entity, name, folded FROM v_names WHERE kind IN ({marks})", parameters).rows
    bearing = {(kind, key): name for kind, key, name, known in sorted(rows) if {*words} <= {*known.split()}}
    return [Named(*key, name) for key, name in bearing.items()]


def _bearing(reader: Reader, kinds: Sequence[str], slug: str, folded: str) -> list[Named]:
    marks, parameters = _among(kinds)
    sql = f"""
        SELECT kind, entity, name, CASE WHEN entity = :word THEN 1 ELSE 0 END AS by_slug
        FROM v_names
        WHERE kind IN ({marks}) AND (entity = :word OR folded = :folded)
    """
    found = reader.rows(sql, {**parameters, "word": slug, "folded": folded}).rows
    best = [row for row in found if row[3]] or found
    # Of several names the first by code point: which one a server takes for the least, its locale decides.
    first = {(kind, key): name for kind, key, name, _ in sorted(best, key=lambda row: row[2], reverse=True)}
    return sorted((Named(*key, name) for key, name in first.items()), key=lambda named: (named.kind, named.key))


def _among(kinds: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return the marks of some kinds in a statement, and what stands there for each."""
    every = dict.fromkeys(one for kind in kinds for one in WIDER.get(kind, (kind,)))
    parameters = {f"kind{number}": kind for number, kind in enumerate(every)}
    return ", ".join(f":{name}" for name in parameters), parameters


def resolve(reader: Reader, kinds: Sequence[str], word: str) -> str:
    """Return the key of what bears a name.

    Raises:
        NotFoundError: nobody bears it; the message names the nearest.
        UsageError: several bear it; the message names their slugs.
    """
    found = find(reader, kinds, word)
    # A slug goes before all names, a retired one too.
    if not any(named.key == word.strip() for named in found) and (successor := _successor(reader, word.strip())):
        found = find(reader, kinds, successor) or found
    if not found:
        raise unknown(reader, kinds, word)
    if len(found) > 1:
        raise ambiguous(reader, word, found)
    return found[0].key


def ambiguous(reader: Reader, word: str, bearers: Sequence[Named]) -> UsageError:
    """Return the error for a name that several bear; what a country's code stands for is said."""
    wording = Wording(reader)
    keys = [
        _("{key} ({name})").format(key=named.key, name=wording.country(named.key))
        if named.kind == "country"
        else named.key
        for named in bearers
    ]
    if len(keys) > MOST:
        named = _("{keys} and others").format(keys=", ".join(keys[:MOST]))
    else:
        named = _("{keys} or {last}").format(keys=", ".join(keys[:-1]), last=keys[-1])
    return UsageError(_("{word} may be {keys}").format(word=word, keys=named), _("Use one of these."))


def apart(reader: Reader, kinds: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return names, also those that are written with commas, as in MA,TN; a name may have a comma itself.

    It has it where the name on record has it: without regard to commas, Webhelp,Maroc would be "Webhelp Maroc".
    """
    if not any("," in word for word in words):
        return list(words)
    marks, parameters = _among(kinds)
    sql = f"SELECT name FROM v_names WHERE kind IN ({marks}) AND folded IN ({{keys}})"
    runs = {run for word in words for run in _runs(word)}
    whole = {_between_commas(name) for (name,) in among(reader, sql, runs, **parameters).rows if "," in name}
    return [name for word in words for name in _names_in(word, whole)]


def _between_commas(text: str) -> tuple[str, ...]:
    return tuple(fold(part) for part in text.split(","))


def _parts(word: str) -> list[str]:
    return [part.strip() for part in word.split(",") if part.strip()]


def _runs(word: str) -> Iterator[str]:
    """Yield what the names between commas may be together, folded as names on record are."""
    parts = [fold(part) for part in _parts(word)]
    for start, end in combinations(range(len(parts) + 1), 2):
        if end - start > 1:
            yield " ".join(filter(None, parts[start:end]))


def _names_in(word: str, whole: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield the names between commas, the longest of those with commas first."""
    parts = _parts(word) or [word]
    while parts:
        ends = range(len(parts), 1, -1)
        end = next((end for end in ends if tuple(map(fold, parts[:end])) in whole), 1)
        yield ", ".join(parts[:end])
        parts = parts[end:]


# Where the name of a group stands.
_NAMES = {
    "operator": "SELECT id, name FROM v_operators WHERE id IN ({keys})",
    "country": "SELECT id, label FROM v_countries WHERE id IN ({keys})",
    "place": "SELECT id, label FROM v_places WHERE id IN ({keys})",
}


def group_names(reader: Reader, by: str, keys: Iterable[str]) -> dict[str, str]:
    """Return what to call groups: the names of operators, countries or places; of a year or basis itself."""
    return dict(among(reader, _NAMES[by], keys).rows) if by in _NAMES else {key: key for key in keys}


def countries_of(reader: Reader, places: Iterable[str]) -> dict[str, str]:
    """Return the country of each of some places."""
    return dict(among(reader, "SELECT id, country FROM v_places WHERE id IN ({keys})", places).rows)


# The continent that the record is about.
AFRICA = "africa"


def covered(reader: Reader, keys: Iterable[str]) -> list[str]:
    """Return countries, and of the areas among them all that lies in them: themselves, countries and smaller areas.

    This is what a country or an area means wherever a question is narrowed by it.
    """
    keys = [*keys]
    within = lying_in(reader, areas_among(keys))
    return [*dict.fromkeys(one for key in keys for one in within.get(key, (key,)))]


def lying_in(reader: Reader, areas: Collection[str]) -> dict[str, list[str]]:
    """Return by area what lies in some areas: themselves, countries and smaller areas, sorted by key."""
    within: dict[str, list[str]] = defaultdict(list)
    for area, key in sorted(among(reader, _WITHIN, areas).rows) if areas else ():
        within[area].append(key)
    return within


_WITHIN = "SELECT within, country FROM v_country_within WHERE within IN ({keys})"


def areas_among(keys: Iterable[str]) -> list[str]:
    """Return those of some countries and areas that are areas: slugs, and no codes in capitals."""
    return [key for key in keys if not key.isupper()]


def is_country(keys: Sequence[str]) -> bool:
    """Return whether some keys are that of one country: then a place needs no country beside it."""
    return len(keys) == 1 and not areas_among(keys)


def countries_in(reader: Reader, area: str) -> list[str]:
    """Return the countries that lie in an area, sorted by code."""
    return [key for key in covered(reader, [area]) if key.isupper()]


def meant(wording: Wording, kind: str, key: str) -> str:
    """Return what a question is narrowed to: ``Togo``, or for an area what it covers, ``Maghreb (5 countries)``.

    Args:
        wording: what things are called.
        kind: of NAMED, or another filter.
        key: what it is narrowed to.
    """
    name = wording.name(kind, key)
    area = kind == "country" and bool(areas_among([key]))
    count = len(countries_in(wording.reader, key)) if area and wording.reader else 0
    if not count:
        return name
    text = ngettext("{area} ({count} country)", "{area} ({count} countries)", count)
    return text.format(area=name, count=number(count))


def outside(reader: Reader, area: str) -> list[str]:
    """Return all countries and areas that don't lie in an area."""
    return sorted({key for (key,) in reader.rows("SELECT id FROM v_countries").rows} - {*covered(reader, [area])})


def split(words: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """Return words, and the parts between the commas of one that doesn't fit as a whole."""
    found = []
    for word in words:
        parts = _parts(word) if "," in word and not fits(word) else []
        found += parts or [word]
    return found


def unknown(reader: Reader, kinds: Sequence[str], word: str) -> NotFoundError:
    """Return the error for a name that nobody bears, with the nearest ones."""
    what = kinds[0] if len(kinds) == 1 else "record"
    return missing(there_is_no(what, word), nearest(reader, kinds, word), what)


def missing(message: str, hint: str, what: str = "record") -> NotFoundError:
    """Return the error for a name that nobody bears, with the hint at the nearest ones, or at what else to do."""
    if hint:
        return NotFoundError(message, hint)
    if what == "country":
        return NotFoundError(message, _("Write it as in TG, TGO or Togo."))
    otherwise = _("List them: {command}").format(command=f"ocdb list {what}s")
    if what == "record":
        otherwise = _("Try: ocdb search WORDS; another database is asked with --db.")
    return NotFoundError(message, otherwise, strange=True)


def nearest(reader: Reader, kinds: Sequence[str], word: str) -> str:
    """Return a hint with the names that are near to a word (`near`), or an empty text."""
    return did_you_mean(near(reader, kinds, word))


def near(reader: Reader, kinds: Sequence[str], word: str) -> list[str]:
    """Return the few names that are near to a word; no codes of countries, of which each is near to many."""
    marks, parameters = _among(kinds)
    rows = reader.rows(f"SELECT kind, entity, name, folded FROM v_names WHERE kind IN ({marks})", parameters).rows
    names = [
        (f"{kind} {key}", name, folded)
        for kind, key, name, folded in rows
        if kind != "country" or len(name) > LONGEST_CODE
    ]
    first = {f"{kind} {key}": (name, key) for kind, key, name, _folded in sorted(rows, reverse=True)}
    slugs = [(thing, name, fold(key)) for thing, (name, key) in first.items() if len(key) > LONGEST_CODE]
    return near_names(word, [*names, *slugs])


def _successor(reader: Reader, slug: str) -> str | None:
    """Return what a retired slug was replaced by."""
    rows = reader.rows("SELECT successor FROM v_retired WHERE id = :slug", {"slug": slug}).rows
    return rows[0][0] if rows else None
