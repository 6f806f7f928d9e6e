"""Mutations of a file's data: YAML without a flaw whose values, references and shapes are wrong, or only unusual."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import yaml

from scripts.fuzzing.hostile import LARGEST, LONGEST, LONGEST_NUMBERS, value_for

Step = str | int
Pool = dict[str, list[Any]]
Change = Callable[[Any, tuple[Step, ...], Pool, random.Random], None]
# Fields that lead to records of the same kind: where a circle can be made.
UPWARDS = (
    "part_of",
    "revises",
    "conflicts_with",
    "parent",
    "same",
    "concerns",
    "successor",
    "predecessor",
    "owner",
    "owned",
)


def places(data: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Yield the path of each value inside some data, outer ones first."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


def pool(documents: list[Any]) -> Pool:
    """Return the values that stand under each key of some files, and under each key of each of their parts."""
    found: Pool = {}
    for data in documents:
        for path in places(data):
            if isinstance(path[-1], str):
                for name in (path[-1], f"{path[0]}.{path[-1]}"):
                    found.setdefault(name, []).append(at(data, path))
    return found


def at(data: Any, path: tuple[Step, ...]) -> Any:
    """Return the value at a path."""
    for step in path:
        data = data[step]
    return data


def reshape(data: Any, known: Pool, luck: random.Random) -> Any:
    """Return a copy of a file's data with a mutation.

    Args:
        data: of a file.
        known: what stands under each key of this and other files.
        luck: chooses.
    """
    changed = deepcopy(data)
    paths = list(places(changed))
    if paths:
        luck.choice(CHANGES)(changed, _chosen(paths, luck), known, luck)
    return changed


def _chosen(paths: list[tuple[Step, ...]], luck: random.Random) -> tuple[Step, ...]:
    """Return one of some paths: mostly each field has the same chance, however often it stands in the file."""
    if luck.random() < 0.3:  # noqa: PLR2004  seldom
        return luck.choice(paths)
    name = luck.choice(sorted({_name(path) for path in paths}))
    return luck.choice([path for path in paths if _name(path) == name])


def _name(path: tuple[Step, ...]) -> str:
    """Return the key under which a value stands, or its list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _put(data: Any, path: tuple[Step, ...], value: Any) -> None:
    at(data, path[:-1])[path[-1]] = value


def _distort(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    _put(data, path, value_for(_name(path), luck))


def _stretch(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    """Put in the most that may fit: what check takes and an engine may not."""
    value = at(data, path)
    if isinstance(value, str):
        _put(data, path, luck.choice(LARGEST.get(_name(path), LONGEST)))
    elif isinstance(value, int) and not isinstance(value, bool):
        _put(data, path, luck.choice(LONGEST_NUMBERS))


def _borrow(data: Any, path: tuple[Step, ...], known: Pool, luck: random.Random) -> None:
    """Put in what stands under the same key elsewhere, mostly in a record of the same kind."""
    like = known.get(f"{path[0]}.{path[-1]}") if luck.random() < 0.8 else None  # noqa: PLR2004  mostly
    _put(data, path, deepcopy(luck.choice(like or known.get(_name(path)) or [None])))


def _drop(data: Any, path: tuple[Step, ...], _known: Pool, _luck: random.Random) -> None:
    del at(data, path[:-1])[path[-1]]


def _transplant(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    _put(data, path, deepcopy(at(data, luck.choice(list(places(data))))))


def _wrap(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    value = at(data, path)
    _put(data, path, luck.choice(([value], {_name(path): value}, str(value))))


def _double(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    """Put an item into its list once more, mostly under another slug; a key into a mapping under another one."""
    inner = next((path[:end] for end in range(len(path), 0, -1) if isinstance(path[end - 1], int)), path)
    holder, step = at(data, inner[:-1]), inner[-1]
    twin = deepcopy(holder[step])
    if isinstance(twin, dict) and "id" in twin and luck.random() < 0.9:  # noqa: PLR2004  mostly
        twin["id"] = f"{twin['id']}-{luck.randrange(100)}"
    if isinstance(holder, list):
        holder.insert(int(step), twin)
    else:
        holder[f"{step}{luck.choice(('', '_note', 's', '2'))}"] = twin


def _link(data: Any, _path: tuple[Step, ...], known: Pool, luck: random.Random) -> None:
    """Let a record lead to any record: of another kind, of another file, or to itself."""
    holders = [at(data, path[:-1]) for path in places(data) if path[-1] == "id"]
    if not holders:
        return
    holder, other = luck.choice(holders), luck.choice(holders)
    target = luck.choice((other["id"], other["id"], luck.choice(known["id"])))
    used = [name for name in UPWARDS if name in holder]
    holder[luck.choice(used or UPWARDS)] = luck.choice((target, [target], [target, holder["id"]]))


def _add_field(data: Any, path: tuple[Step, ...], known: Pool, luck: random.Random) -> None:
    """Give a record a field that others of its kind have."""
    names = [name for name in known if name.startswith(f"{path[0]}.")]
    record = next((one for one in (at(data, path[:2]), at(data, path[:1])) if isinstance(one, dict)), None)
    if record is not None and names:
        name = luck.choice(sorted(names))
        record[name.partition(".")[2]] = deepcopy(luck.choice(known[name]))


def _turn(data: Any, path: tuple[Step, ...], _known: Pool, luck: random.Random) -> None:
    """Reverse what has an order; change a number or a word a little."""
    value = at(data, path)
    if isinstance(value, list):
        value.reverse()
    elif isinstance(value, bool) or value is None:
        _put(data, path, not value)
    elif isinstance(value, int):
        _put(data, path, luck.choice((value + 1, value * 10, -value, value * 10**9, value + 2**31)))
    elif isinstance(value, str) and value:
        spot = luck.randrange(len(value))
        letter = luck.choice("aZ0-9 \u00e9\u0301\u202e\ufdfa\"'#:")
        _put(data, path, value[:spot] + letter + value[spot + luck.randrange(2) :])


CHANGES: tuple[Change, ...] = (
    *(
        _distort,
        _distort,
        _stretch,
        _stretch,
        _stretch,
        _stretch,
        _borrow,
        _borrow,
        _borrow,
        _borrow,
        _drop,
        _double,
        _double,
    ),
    *(_drop, _double, _double, _link, _add_field, _add_field, _transplant, _wrap, _turn, _turn, _turn),
)


def written(data: Any, luck: random.Random) -> bytes:
    """Return data as YAML, in one of the styles that writers of YAML have."""
    text = yaml.safe_dump(
        data,
        sort_keys=luck.random() < 0.1,  # noqa: PLR2004  seldom
        allow_unicode=luck.random() < 0.8,  # noqa: PLR2004  mostly
        default_flow_style=luck.choice((False, False, None, True)),
        width=luck.choice((80, 116, 10_000)),
    )
    return text.encode("utf-8", "surrogatepass")
