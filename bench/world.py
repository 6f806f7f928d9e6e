"""Write a world of any size, shaped like the real fixtures, by a seed.

It is the fixtures that come with ocdb, and clones of them with their registers. A clone has keys, names, years and
figures of its own, and lies in other countries: never in Togo, and often in Morocco. So what is asked about Togo or
about Webhelp has the same answer in a world of any size, while Morocco and Africa grow.

  python -m bench.world 10000 world --format yaml     a directory of files, as curators write them
  python -m bench.world 1000000 world.jsonl           a line a file, as JSON
"""

import argparse
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.template import Gaps, Template, count, dumped, fixtures, seeds, templates
from ocdb.settings import resource

FIXED = "TG"
GROWING = "MA"
EARLIEST = 6  # years
MOST_MORE = 20  # per cent that are added to the figures of a clone
HALVES = [a + b + c + d for a in "bdfglmnprstvz" for b in "aeiou" for c in "dfgklmnprstvz" for d in "aeiou"]
WORDS = len(HALVES) ** 2
STEP = 2_654_437  # has no divisor in common with WORDS: the words of a clone are distinct


class Clones:
    """What stands in the gaps of each clone.

    Attributes:
        claims: how many claims a clone has.
    """

    def __init__(self, seed: int, form: str) -> None:
        self.seed = seed
        gaps = Gaps()
        self.templates = templates(gaps, form)
        self.claims = sum(template.claims for template in self.templates)
        self.keys = list(gaps.numbers)
        named = {country["id"]: country for country in seeds()["countries"]}
        self.countries = {key: country for key, country in named.items() if _harmless(country["name_en"] + key)}
        self.used = [key for key in named if any(what == key for kind, what in self.keys if kind in _OF_COUNTRIES)]
        self.african = {key for key, country in named.items() if country["in_africa"]}

    def files(self, number: int) -> Iterator[tuple[Template, str]]:
        """Yield the files of a clone: the template of each, and what the clone makes of it."""
        values = self._values(number)
        for template in self.templates:
            yield template, template.fill(values)

    def _values(self, number: int) -> list[str]:
        chance = random.Random(f"{self.seed}/{number}")  # noqa: S311  no secret
        moved = self._moved(chance)
        earlier, more = chance.randrange(EARLIEST + 1), 100 + chance.randrange(MOST_MORE + 1)
        starts = [chance.randrange(WORDS) for _ in range(3)]
        plain: dict[str, Callable[[str], str]] = {
            "clone": lambda _what: f"x{number}",
            "year": lambda what: str(int(what) - earlier),
            "figure": lambda what: str(int(what) * more // 100),  # grows with what it is made of: no order changes
            "country": lambda what: moved[what],
            "prefix": lambda what: moved[what].lower(),
            "name_en": lambda what: self.countries[moved[what]]["name_en"],
            "name_fr": lambda what: self.countries[moved[what]]["name_fr"],
        }
        values = []
        for place, (kind, what) in enumerate(self.keys):
            if kind == "word":
                values.append(_word(starts[0] + place * STEP))
            elif kind == "name":
                words = (_word(start + place * STEP) for start in starts[1:])
                values.append(" ".join(word.capitalize() for word in words))
            else:
                values.append(plain[kind](what))
        return values

    def _moved(self, chance: random.Random) -> dict[str, str]:
        """Return to which country each one moves; those of Africa stay in Africa."""
        moved = {GROWING: GROWING} if chance.random() < 0.5 else {}  # noqa: PLR2004  one clone in two
        for inside in (True, False):
            own = [key for key in self.used if (key in self.african) == inside and key not in moved]
            free = [key for key in self.countries if (key in self.african) == inside and key not in (FIXED, *moved)]
            moved |= zip(own, chance.sample(free, len(own)), strict=True)
        return moved


_OF_COUNTRIES = ("country", "prefix", "name_en", "name_fr")


def _harmless(word: str) -> bool:
    """Return whether a word needs no quotes in YAML, in any place; NO is false there."""
    return bool(re.fullmatch(r"[\w .-]+", word)) and not word.endswith("NO")


def _word(number: int) -> str:
    first, second = divmod(number % WORDS, len(HALVES))
    return HALVES[first] + HALVES[second]


def files(claims: int, seed: int, form: str) -> Iterator[tuple[str, int, str]]:
    """Yield the files of a world of at least so many claims: path without ending, number of claims, contents."""
    made = 0
    for path, data in fixtures():
        made += count(data)
        original = (resource("fixtures") / f"{path}.yaml").read_text(encoding="utf-8") if form == "yaml" else ""
        yield f"real/{path}", count(data), original or dumped(data, form)
    clones, number = Clones(seed, form), 0
    while made < claims:
        number += 1
        made += clones.claims
        for template, text in clones.files(number):
            yield f"x{number}/{template.path}", template.claims, text


def write(target: Path, claims: int, seed: int, form: str) -> tuple[int, int]:
    """Write a world in place of what was there, and return how many files and claims it has."""
    made, total = 0, 0
    if form == "jsonl":
        with target.open("w", encoding="utf-8") as file:
            for _path, own, text in files(claims, seed, form):
                file.write(text)
                made, total = made + 1, total + own
        return made, total
    shutil.rmtree(target, ignore_errors=True)
    for path, own, text in files(claims, seed, form):
        place = target / f"{path}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        made, total = made + 1, total + own
    return made, total


def main() -> None:
    """Write the world that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, help="how many claims it has at least; it ends with a whole clone")
    parser.add_argument("target", type=Path, help="the file, or the directory, that it is written to")
    parser.add_argument("--format", choices=("yaml", "jsonl"), help="by default jsonl for a target with that ending")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    form = given.format or ("jsonl" if given.target.suffix == ".jsonl" else "yaml")
    made, claims = write(given.target, given.claims, given.seed, form)
    print(f"{claims} claims in {made} files", file=sys.stderr)


if __name__ == "__main__":
    main()
