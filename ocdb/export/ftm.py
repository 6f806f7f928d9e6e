"""FollowTheMoney: entities as JSON lines, which Aleph, OpenAleph and the tools of OpenSanctions read.

The schemata are those of https://followthemoney.tech. A plan is no fact, and readers of this format look at no state:
so an operator has an address only where its site is open, and a succession or ownership that is only announced, or was
abandoned, is a link that says so. Figures have no place in the format; they are in the others, under the same slugs.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from ocdb.export import ftm_claims, ftm_parties
from ocdb.export.content import Content
from ocdb.export.formats import beside
from ocdb.export.ftm_entity import Entity
from ocdb.export.read_first import markdown
from ocdb.text import json_escaped
from ocdb.words.language import N_

NOTE = N_(
    "FollowTheMoney: an entity a line. Sites are addresses with a link to their operator; openings, strikes and the"
    " like are events. Figures (promises, reports, losses) have no place in this format: take them from another export,"
    " under the same slugs."
)
_ENTITIES: tuple[Callable[[Content], Iterator[Entity]], ...] = (
    ftm_parties.articles, ftm_parties.companies, ftm_parties.institutions, ftm_parties.persons,
    ftm_claims.positions, ftm_claims.sites, ftm_claims.events, ftm_claims.successions, ftm_claims.ownerships,
)  # fmt: skip


def write(content: Content, file: Path) -> None:
    """Write an export as entities of FollowTheMoney, and beside them what to read first.

    Raises:
        OSError: it can't be written.
    """
    with file.open("w", encoding="utf-8") as stream:
        for entities in _ENTITIES:
            stream.writelines(f"{json_escaped(json.dumps(one, ensure_ascii=False))}\n" for one in entities(content))
    (readme,) = beside("ftm", file)
    readme.write_text(markdown(content, (NOTE,)), "utf-8")
