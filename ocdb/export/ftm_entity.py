"""The parts that entities of FollowTheMoney are made of."""

from collections.abc import Iterable
from typing import Any

from ocdb.export.evidence import Passage, articles

Entity = dict[str, Any]
# The format has languages by three letters.
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "pt": "por"}
_CODE_LENGTH = 2


def entity(schema: str, key: str, **properties: Any) -> Entity:
    """Return an entity; each property is a list of texts, without what isn't known and without repetitions.

    Args:
        schema: its name in FollowTheMoney.
        key: its id, by `key_of`.
        properties: a value each, or several.
    """
    several = {name: value if isinstance(value, list | tuple) else [value] for name, value in properties.items()}
    texts = {
        name: list(dict.fromkeys(str(value) for value in values if value not in (None, "")))
        for name, values in several.items()
    }
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in texts.items() if values},
        "datasets": ["ocdb"],
    }


def key_of(kind: str, *slugs: str) -> str:
    """Return the id of an entity, the same in each export: ``ocdb-party-webhelp``."""
    return f"ocdb-{kind}-{'.'.join(slugs)}"


def party(slug: str | None) -> str | None:
    """Return the id of an operator, institution or official."""
    return slug and key_of("party", slug)


def country(code: str | None) -> str | None:
    """Return a country as the format has it; an area larger than a country has no code there."""
    return code.lower() if code and len(code) == _CODE_LENGTH else None


def provenance(passages: Iterable[Passage]) -> dict[str, list[str]]:
    """Return where a claim is from: the addresses, the publishers and the entities of the articles that support it."""
    support = articles(passages, "supports")
    return {
        "sourceUrl": [passage["url"] for passage in support if "url" in passage],
        "publisher": [passage["publisher"] for passage in support],
        "proof": [key_of("source", passage["source"]) for passage in support],
    }


def documentations(claim: str, passages: list[Passage]) -> Iterable[Entity]:
    """Yield the links between a claim's entity and its articles, with the paragraphs that support or contradict it."""
    for stance in ("supports", "contradicts"):
        for article in articles(passages, stance):
            numbers = [
                passage["paragraph"]
                for passage in passages
                if (passage["source"], passage["stance"]) == (article["source"], stance) and "paragraph" in passage
            ]
            yield entity(
                "Documentation",
                key_of("evidence", claim, article["source"], stance),
                document=key_of("source", article["source"]),
                entity=key_of("claim", claim),
                role=stance,
                summary=[f"paragraph {number}" for number in sorted(numbers)],
                sourceUrl=article.get("url"),
                publisher=article["publisher"],
            )
