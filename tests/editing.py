"""Small worlds of files, and random edits of them, as curators make them."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ocdb.recall import files

Data = dict[str, Any]
# The files of a world: what is in each, by name.
World = dict[str, Data]

OPERATORS = ("alpha", "beta", "gamma", "delta", "omega")
NAMES = ("Alpha Contact", "Beta Phone", "Gamma Line", "Delta Voice", "Omega Desk", "Alpha Contacts", "Sigma", "Rho")
OFFICIALS = ("minister", "director")
PLACES = ("ma-one", "ma-two", "ma-three", "MA", "MA")
FIGURES = (*range(100, 900, 17), 5000, {"about": 300}, {"at_least": 200}, {"range": [100, 400]})
DATES = ("2010", "2012-05", "2014-06-01", "2015", "2016/2018")
PUBLISHED = ("2019-02-03", "2019-02-10", "2020-07-01", "2021-12-24")
SECTORS = ("call_centres", "offshore_call_centres")
LINKED = {"pledge": "pledges", "loss": "losses"}


def counting(home: Path, patch: pytest.MonkeyPatch, many: ModuleType, room: ModuleType, name: str) -> Counter[str]:
    """Let small worlds be remembered too; return how often a function looked at some files, and how often at all.

    Args:
        home: what is remembered is kept there.
        patch: undoes it.
        many: the module that asks, beside `recall.files`, whether there are many files.
        room: the module of the function, which returns None where all has to be looked at.
        name: of the function.
    """
    patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    patch.setattr(many, "MANY", 0)
    patch.setattr(files, "MANY", 0)
    found: Counter[str] = Counter()
    real = getattr(room, name)

    def counted(*given: object) -> object:
        answer = real(*given)
        found["all" if answer is None else "some"] += 1
        return answer

    patch.setattr(room, name, counted)
    return found


class Worlds:
    """Makes a world and edits it, by a seed."""

    def __init__(self, seed: int, articles: int = 8) -> None:
        self.chance = random.Random(seed)  # noqa: S311  no secret
        self.made = 0
        self.world: World = {"registers.yaml": _registers()}
        for _number in range(articles):
            self.add_file()
        self.keep()

    def write(self, directory: Path) -> None:
        """Write all files into a directory, and remove others."""
        directory.mkdir(exist_ok=True)
        for path in directory.iterdir():
            if path.name not in self.world:
                path.unlink()
        for name, data in self.world.items():
            text = json.dumps(data, indent=1)
            path = directory / name
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")

    # --- edits ---

    def undo(self) -> None:
        """Take the last edits back."""
        self.world = json.loads(self.before)

    def keep(self) -> None:
        """Have the next edits begin here."""
        self.before = json.dumps(self.world)

    def edit(self) -> str:
        """Change something, and return what."""
        edits: list[Callable[[], object]] = [
            self.change_figure, self.change_figure, self.add_claim, self.add_claim, self.remove_claim, self.link,
            self.link, self.unlink, self.add_file, self.remove_file, self.rename_operator, self.rename_slug,
            self.change_date, self.change_place, self.cite, self.change_source, self.change_register, self.add_party,
            self.add_search,
        ]  # fmt: skip
        chosen = self.chance.choice(edits)
        chosen()
        return chosen.__name__

    def add_file(self) -> None:
        """Add an article with some claims."""
        self.made += 1
        source = {
            "id": f"paper-{self.made}",
            "publisher": "Paper",
            "language": "fr",
            "published": self.chance.choice(PUBLISHED),
        }
        name = f"{self.chance.randrange(100):02}-{self.made}.yaml"
        self.world[name] = {"source": source}
        for _number in range(self.chance.randrange(1, 5)):
            self.add_claim(name)

    def remove_file(self) -> None:
        if len(self._articles()) > 2:
            del self.world[self.chance.choice(self._articles())]

    def add_claim(self, name: str = "") -> None:
        name = name or self.chance.choice(self._articles())
        kinds = (self._pledge, self._pledge, self._report, self._loss, self._site, self._other, self._other)
        key, claim = self.chance.choice(kinds)()
        self.made += 1
        self.world[name].setdefault(key, []).append({"id": f"claim-{self.made}", "cite": 1, **claim})

    def remove_claim(self) -> None:
        if found := list(self._claims()):
            listed, claim = self.chance.choice(found)
            listed.remove(claim)

    def change_figure(self) -> None:
        if found := [claim for _list, claim in self._claims() if "figure" in claim]:
            self.chance.choice(found)["figure"] = self.chance.choice(FIGURES)

    def change_date(self) -> None:
        if found := [(claim, key) for _list, claim in self._claims() for key in claim if claim[key] in DATES]:
            claim, key = self.chance.choice(found)
            claim[key] = self.chance.choice(DATES)

    def change_place(self) -> None:
        if found := [claim for _list, claim in self._claims() if "at" in claim]:
            self.chance.choice(found)["at"] = self.chance.choice(PLACES)

    def link(self) -> None:
        key = self.chance.choice(("pledges", "pledges", "losses"))
        found = [claim for data in self.world.values() for claim in data.get(key, ())]
        if len(found) > 1:
            one, other = sorted(self.chance.sample(found, 2), key=lambda claim: str(claim["figure"]))
            name = self.chance.choice(("part_of", "revises", "conflicts_with"))
            if name == "part_of" and self.chance.random() < 0.3:
                one, other, name = other, one, "contains"
            one.setdefault(name, []).append(other["id"])
            if name == "conflicts_with" and self.chance.random() < 0.8:
                one["preferred_because"] = {"en": "It is later.", "fr": "Il est plus récent."}

    def unlink(self) -> None:
        names = ("part_of", "revises", "conflicts_with", "contains", "site")
        found = [(claim, name) for _list, claim in self._claims() for name in names if name in claim]
        if found:
            claim, name = self.chance.choice(found)
            del claim[name]
            claim.pop("preferred_because", None)

    def cite(self) -> None:
        if slugs := self._slugs():
            stance = self.chance.choice(("supports", "contradicts"))
            citation = {"claim": self.chance.choice(slugs), "cite": 2, "stance": stance}
            self.world[self.chance.choice(self._articles())].setdefault("citations", []).append(citation)

    def change_source(self) -> None:
        source = self.world[self.chance.choice(self._articles())]["source"]
        source["published"] = self.chance.choice(PUBLISHED)
        source["language"] = self.chance.choice(("en", "fr"))

    def rename_slug(self) -> None:
        """Give a claim another slug: in its file alone, or wherever it is named."""
        found = [(name, claim) for name in self._articles() for _list, claim in self._claims(name)]
        if found:
            name, claim = self.chance.choice(found)
            self.made += 1
            old, new = f'"{claim["id"]}"', f'"claim-{self.made}"'
            for one in [name] if self.chance.random() < 0.3 else list(self.world):
                self.world[one] = json.loads(json.dumps(self.world[one]).replace(old, new))

    def rename_operator(self) -> None:
        party = self.chance.choice(self.world["registers.yaml"]["operators"])
        party["name"] = self.chance.choice(NAMES) + self.chance.choice(("", " Two", f" {self.made}"))

    def add_party(self) -> None:
        self.made += 1
        name = self.chance.choice(("Gamma Lines", f"Company {self.made * 977}"))
        self.world["registers.yaml"]["operators"].append({"id": f"party-{self.made}", "name": name})

    def add_search(self) -> None:
        """Note a search for articles, or that one more of it was of use."""
        registers, pledges = self.world["registers.yaml"], self._slugs("pledges")
        searches = registers.setdefault("searches", [])
        if searches and self.chance.random() < 0.3:
            searches[-1]["hits"] += 1
            return
        self.made += 1
        told = {"id": f"search-{self.made}", "on": "2026-11-01", "words": "alpha", "where": "the web", "hits": 1}
        told |= {"languages": ["en"], "countries": ["MA"]}
        searches.append(told | {"for": self.chance.sample(pledges, min(len(pledges), 1))})

    def change_register(self) -> None:
        """Change what all rests on: a place, or a judgement."""
        registers = self.world["registers.yaml"]
        if self.chance.random() < 0.5:
            registers["places"][2]["parent"] = self.chance.choice(("ma-one", "ma-two"))
        else:
            judgement = {"id": "one", "same": ["alpha", "omega"], "judged": "2020-01-01", "reason": "Same address."}
            registers["judgements"] = [] if registers.get("judgements") else [judgement]

    # --- what there is ---

    def _articles(self) -> list[str]:
        return sorted(name for name in self.world if name != "registers.yaml")

    def _claims(self, name: str = "") -> Iterator[tuple[list[Data], Data]]:
        for one in [name] if name else self._articles():
            for key, listed in self.world[one].items():
                if key not in ("source", "citations"):
                    yield from ((listed, claim) for claim in listed)

    def _slugs(self, key: str = "") -> list[str]:
        found = [(one, claim["id"]) for data in self.world.values() for one in data for claim in _of(data, one)]
        return sorted(slug for one, slug in found if one == key or not key)

    # --- claims ---

    def _figure(self) -> Data:
        chance = self.chance
        told: Data = {
            "operators": chance.sample(OPERATORS, chance.choice((0, 1, 1, 1, 2))),
            "at": chance.choice(PLACES),
            "figure": chance.choice(FIGURES),
            "measure": chance.choice(("jobs", "jobs", "headcount", "seats")),
            "basis": chance.choice(("operator", "operator", "government")),
        }
        if chance.random() < 0.3 and (sites := self._slugs("sites")):
            told["site"] = chance.choice(sites)
            told["at"] = next(claim["at"] for _list, claim in self._claims() if claim["id"] == told["site"])
        elif not told["operators"] and chance.random() < 0.5:
            told["sector"] = chance.choice(SECTORS)
        return told

    def _pledge(self) -> tuple[str, Data]:
        chance = self.chance
        told = self._figure() | {"announced": "2009", "due": chance.choice(DATES)}
        told["reading"] = chance.choice(("additional", "total", "unclear"))
        told["firmness"] = chance.choice(("announcement", "commitment", "forecast"))
        return "pledges", told

    def _report(self) -> tuple[str, Data]:
        return "reports", self._figure() | {"kind": "held", "as_of": self.chance.choice(DATES)}

    def _loss(self) -> tuple[str, Data]:
        status = self.chance.choice(("planned", "happened"))
        figure = {key: value for key, value in self._figure().items() if key != "sector"}  # a loss has none
        return "losses", figure | {"status": status, "date": self.chance.choice(DATES), "cause": "dismissal"}

    def _site(self) -> tuple[str, Data]:
        chance = self.chance
        told = {"at": chance.choice(PLACES), "status": chance.choice(("open", "planned"))}
        told["opened"] = chance.choice(DATES)
        return "sites", told | {"operator": chance.choice(OPERATORS)}

    def _other(self) -> tuple[str, Data]:
        chance = self.chance
        words = {"en": f"Told {self.made}.", "fr": f"Dit {self.made}."}
        made: list[tuple[str, Data]] = [
            ("statements", {"topic": chance.choice(("training", "market")), "summary": words}),
            ("positions", {"official": chance.choice(OFFICIALS), "title": words, "held": chance.choice(DATES)}),
        ]
        one, other = chance.sample(OPERATORS, 2)
        succession = {"kind": chance.choice(("rename", "acquisition")), "status": "completed", "date": "2015"}
        made.append(("successions", {**succession, "predecessor": one, "successor": other}))
        if pledges := self._slugs("pledges"):
            outcome = chance.choice(("delivered", "missed", "superseded"))
            made.append(("verdicts", {"pledge": chance.choice(pledges), "outcome": outcome, "as_of": "2016"}))
        if sites := self._slugs("sites"):
            told = {"status": chance.choice(("open", "closed")), "date": chance.choice(DATES)}
            made.append(("developments", {"concerns": chance.choice(sites), **told}))
            event = {"kind": chance.choice(("opening", "closure")), "status": "happened", "date": "2013"}
            made.append(("events", {**event, "site": chance.choice(sites), "summary": words}))
        key, claim = chance.choice(made)
        if chance.random() < 0.3:
            claim["said_by"] = chance.choice(OFFICIALS)
        return key, claim


def _of(data: Data, key: str) -> list[Data]:
    others = ("source", "citations", "operators", "officials", "places", "judgements", "searches")
    return [] if key in others else data[key]


def _registers() -> Data:
    return {
        "operators": [{"id": key, "name": name} for key, name in zip(OPERATORS, NAMES, strict=False)],
        "officials": [{"id": key, "name": key.title()} for key in OFFICIALS],
        "places": [
            {"id": "ma-one", "kind": "region", "name": "Oneland", "country": "MA"},
            {"id": "ma-two", "kind": "city", "name": "Twotown", "country": "MA", "parent": "ma-one"},
            {"id": "ma-three", "kind": "district", "name": "Threeside", "country": "MA", "parent": "ma-two"},
        ],
    }
