"""Full-text search over names, titles, summaries and notes, without regard to case and accents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Any

from ocdb.answers.answer import Answer, Cell, Column, Record, Section
from ocdb.answers.columns import key, spoken
from ocdb.answers.names import near
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext
from ocdb.words.nouns import cut, kind_name
from ocdb.words.suggestions import did_you_mean

COLUMNS = ("kind", "id", "title", "title_fr", "text", "text_fr", "labels")
# What a word is worth: as a whole word of a title, within a title, as a whole word elsewhere, anywhere.
TITLE_WORD, TITLE_PART, TEXT_WORD, TEXT_PART = 8, 4, 2, 1
# Two words side by side, as in "plan social", mean more than the same two apart.
PHRASE = 8
MOST_WORDS, LONGEST_WORD = 50, 200
# So many words stand on each side of a hit.
AROUND = 6
# Those who act and where are more often meant than what is said of them.
ENTITIES = {"country": 4, "area": 4, "operator": 3, "institution": 3, "official": 3, "place": 3, "source": 1}
# What is called just so, before what bears the name of a country as a part of its own.
EXACT = 20
# Those whose names are tried where nothing is found.
NEAR = ("operator", "institution", "official", "country", "place")
# Countries of which there is something to show. They have no entry in the index: nothing is said in them but names.
_COUNTRIES = "SELECT id, kind, name, name_fr FROM v_countries WHERE in_africa = 1 OR sources > 0"
_UNREAD = """
    SELECT name FROM v_names WHERE kind = 'country' AND entity IN (
        SELECT id FROM v_countries WHERE in_africa = 0 AND sources = 0
    )
"""
# Asked for by their kind, engines would go through the names of all parties.
_NAMES = "SELECT kind, entity, folded FROM v_names WHERE entity IN ({keys})"


def search(reader: Reader, words: Sequence[str], limit: int | None = None) -> tuple[Rows, int]:
    """Return the records in which all words occur, the best first: COLUMNS; and how many they are without the limit.

    Only those that are wanted stay in memory: a word may be in a million of them.
    """
    folded = [word for phrase in words for word in fold(phrase).split()]
    if not folded:
        return Rows(COLUMNS, []), 0
    count = 0

    def counted() -> Iterator[tuple[Any, ...]]:
        nonlocal count
        for row in chain(_entries(reader, folded), _countries(reader, folded)):
            count += 1
            yield row

    def order(row: tuple[Any, ...]) -> tuple[Any, ...]:
        # Of equals the one that bears little more than these words.
        return -_score(folded, row), len(row[-2]), row[0], row[1]

    every = counted()
    found = sorted(every, key=order) if limit is None else nsmallest(limit, every, order)
    count += sum(1 for _row in every)  # where none is wanted none was read
    return Rows(COLUMNS, [row[:-2] for row in found]), count


def _entries(reader: Reader, folded: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the index in which all words occur: COLUMNS, and the folded title and text."""
    # No engine takes a statement of a thousand words, or a word of a whole page: of the rest Python asks.
    asked = [word for word in dict.fromkeys(folded) if len(word) <= LONGEST_WORD][:MOST_WORDS]
    condition = " AND ".join(
        f"(folded_title LIKE :w{number} ESCAPE '!' OR folded_text LIKE :w{number} ESCAPE '!')"
        for number in range(len(asked))
    )
    parameters = {f"w{number}": f"%{_escaped(word)}%" for number, word in enumerate(asked)}
    narrowing, letters = reader.narrowed(asked)
    sql = f"SELECT {', '.join(COLUMNS)}, folded_title, folded_text FROM v_search WHERE {narrowing}"
    rest = [word for word in dict.fromkeys(folded) if word not in asked]
    for row in reader.stream(f"{sql} AND {condition or '1 = 1'}", parameters | letters):
        if all(word in row[-2] or word in row[-1] for word in rest):
            yield row


def _countries(reader: Reader, words: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the countries and areas that have all the words in one of their names, as rows of the index."""
    rows = reader.rows(_COUNTRIES).rows
    names: dict[str, list[str]] = defaultdict(list)
    for kind, bearer, name in among(reader, _NAMES, (row[0] for row in rows)).rows:
        if kind in ("country", "area"):
            names[bearer].append(name)
    return [
        (kind, country, english, french, "", "", "", " ".join(names[country]), "")
        for country, kind, english, french in rows
        if any({*words} <= {*name.split()} for name in names[country])
    ]


def suggestions(reader: Reader, words: Sequence[str]) -> list[str]:
    """Return the names that somebody may have meant who wrote some words, of countries only those that are read of."""
    phrase = " ".join(words)
    if not re.search(r"\w{3}", phrase):  # what has no word is near to too many
        return []
    unread = {name for (name,) in reader.rows(_UNREAD).rows}
    return [name for name in near(reader, NEAR, phrase) if name not in unread]


def answer(reader: Reader, words: Sequence[str], limit: int | None = None) -> Answer:
    """Return what is found, as an answer: `search` says what may be asked."""
    found, count = search(reader, words, limit)
    phrase = " ".join(words)
    hint = ""
    if not count:
        title = _("No results for {words}").format(words=phrase)
        hint = did_you_mean(suggestions(reader, words))
    else:
        text = ngettext("{count} record for {words}", "{count} records for {words}", count)
        title = text.format(count=number(count), words=phrase)
    hits = (
        Column("kind", _("Kind"), lambda record, _wording: Cell(kind_name(record["kind"]))),
        Column("title", _("Title"), lambda record, _wording: Cell(spoken(record, "title"))),
        Column("text", _("Passage"), lambda record, _wording: Cell(_hit(record, words)), below=True),
        key(),
    )
    notes = (*filter(None, [hint]), *cut(len(found.rows), count))
    return Answer(title, (Section("hit", "", found, hits),), Wording(reader), notes)


def _hit(record: Record, words: Sequence[str]) -> str:
    """Return the words around a hit that isn't in the title, or what the record is called that it is found by."""
    wanted = [word for phrase in words for word in fold(phrase).split()]
    title = fold(spoken(record, "title"))
    missing = [word for word in wanted if word not in title]
    if not missing:
        return ""
    labels = (record["labels"] or "").split("; ")
    # The reader's own language first, unless another text has more of the words.
    passages: list[str] = [_around(spoken(record, "text"), missing), *labels]
    passages += [_around(record[column] or "", missing) for column in ("text", "title")]
    return max(passages, key=lambda passage: sum(word in fold(passage) for word in missing))


def _around(text: str, missing: Sequence[str]) -> str:
    """Return some words on each side of the first that is missing; nothing where there is none."""
    pieces = text.split()
    place = next((place for place, piece in enumerate(pieces) if any(word in fold(piece) for word in missing)), None)
    if place is None:
        return ""
    first, last = max(place - AROUND, 0), place + AROUND + 1
    return f"{'… ' if first else ''}{' '.join(pieces[first:last])}{' …' if last < len(pieces) else ''}"


def _escaped(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _score(words: Sequence[str], row: tuple[Any, ...]) -> int:
    """Return how well a row of the index fits: every word where it stands best."""
    kind, _key, *called = row[:4]
    title, text = row[-2:]
    in_title, in_text = set(title.split()), set(text.split())
    phrase = " ".join(words)
    score = ENTITIES.get(kind, 0)
    if phrase in title and phrase in map(fold, dict.fromkeys(filter(None, called))):
        score += EXACT
    if len(words) > 1 and (phrase in title or phrase in text):
        score += PHRASE
    for word in words:
        if word in in_title:
            score += TITLE_WORD
        elif word in title:
            score += TITLE_PART
        else:
            score += TEXT_WORD if word in in_text else TEXT_PART
    return score
