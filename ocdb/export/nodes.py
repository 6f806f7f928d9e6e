"""The parts that nodes of JSON-LD are made of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ocdb import release
from ocdb.answers.works import Edition
from ocdb.export.content import Content, Record
from ocdb.export.evidence import Passage, articles
from ocdb.export.read_first import LICENCE_ADDRESS

Node = dict[str, Any]


def known(node: Mapping[str, Any]) -> Node:
    """Return a node without what isn't known."""
    return {name: value for name, value in node.items() if value not in (None, [], {}, "")}


def data_set(held: Edition, name_: Any, description: Any) -> Node:
    """Return the whole as a data set.

    Args:
        held: which edition it is.
        name_: what it is called, as a text or in several languages.
        description: what it is, likewise.
    """
    return known(
        {
            "@type": "Dataset",
            "name": name_,
            "description": description,
            "license": LICENCE_ADDRESS,
            "version": held.version,
            "datePublished": held.date,
            "creator": {"@type": "Organization", "name": release.AUTHOR},
            "inLanguage": ["en", "fr"],
            "isAccessibleForFree": True,
            "spatialCoverage": "Africa",
        }
    )


def reference(kind: str, key: str | None) -> Node | None:
    """Return a reference to a node: to a party, place, claim, source or country."""
    return {"@id": name(kind, key)} if key else None


def name(kind: str, key: str) -> str:
    """Return the name of a node: ``ocdb:claim:vipp-interstis-lome``."""
    return f"ocdb:{kind}:{key}"


def texts(spoken: Mapping[str, str | None]) -> list[Node]:
    """Return a text in several languages, each marked with its own; those that are alike once, without a mark."""
    if len({*spoken.values()}) == 1:
        return [{"@value": text} for text in [*spoken.values()][:1] if text]
    return [{"@value": text, "@language": wanted} for wanted, text in spoken.items() if text]


def of_both(record: Record, column: str) -> list[Node]:
    """Return a text that has a column a language."""
    return texts({"en": record[column], "fr": record[f"{column}_fr"]})


def coded(content: Content, code: str | None, *lists: str) -> Node | None:
    """Return a code with what it is called in each language."""
    if not code:
        return None
    return {"@type": "DefinedTerm", "termCode": code, "name": texts(content.labels(code, *lists))}


def other_names(content: Content, kind: str, records: Sequence[Record]) -> dict[str, list[str]]:
    """Return for each of some records of a kind, as in operator or place, the names that aren't its first."""
    first = {record["id"]: record["name"] for record in records}
    return {
        key: list(dict.fromkeys(row["name"] for row in rows if row["kind"] == kind and row["name"] != first[key]))
        for key, rows in content.beside("v_names", "entity", first).items()
    }


def passages(cited: Iterable[Passage]) -> list[Node]:
    """Return the passages behind a claim: article, paragraph, and whether it supports or contradicts."""
    return [
        known(
            {
                "ocdb:article": reference("source", passage["source"]),
                "ocdb:paragraph": passage.get("paragraph"),
                "ocdb:stance": passage["stance"],
            }
        )
        for passage in cited
    ]


def supported_by(cited: Iterable[Passage]) -> list[Node | None]:
    """Return references to the articles that support a claim."""
    return [reference("source", passage["source"]) for passage in articles(cited, "supports")]
