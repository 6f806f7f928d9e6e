"""What FollowTheMoney's schema says of the few schemata that `ocdb export` uses, in our own words.

From https://followthemoney.tech and followthemoney/schema/*.yaml of github.com/opensanctions/followthemoney (as read in
2026): which schemata there are, what each extends, which properties it has, of which type, and to what a
property of type entity leads. Only what we use is written down, so a property that isn't here fails a test.
"""

import re
from collections.abc import Iterator
from typing import Any

# By schema: what it extends, its properties with their types (of an entity "-> schema"), and those that are required.
SCHEMATA: dict[str, tuple[tuple[str, ...], dict[str, str], tuple[str, ...]]] = {
    "Thing": (
        (),
        {
            "name": "name", "alias": "name", "previousName": "name", "weakAlias": "name", "country": "country",
            "summary": "text", "notes": "text", "description": "text", "sourceUrl": "url", "publisher": "string",
            "wikidataId": "identifier", "keywords": "string", "addressEntity": "-> Address", "proof": "-> Document",
        },
        ("name",),
    ),
    "Interval": (
        (),
        {
            "startDate": "date", "endDate": "date", "date": "date", "summary": "text", "description": "text",
            "sourceUrl": "url", "publisher": "string", "proof": "-> Document",
        },
        (),
    ),
    "Interest": (("Interval",), {"role": "string", "status": "string"}, ()),
    "LegalEntity": (
        ("Thing",),
        {
            "classification": "string", "registrationNumber": "identifier", "idNumber": "identifier",
            "incorporationDate": "date", "mainCountry": "country", "leiCode": "identifier",
        },
        ("name",),
    ),
    "Organization": (("LegalEntity",), {}, ("name",)),
    "PublicBody": (("Organization",), {}, ("name",)),
    "Asset": (("Thing",), {}, ()),
    "Company": (("Organization", "Asset"), {}, ("name",)),
    "Person": (("LegalEntity",), {}, ("name",)),
    "Position": (("Thing",), {"organization": "-> Organization"}, ("name",)),
    "Occupancy": (("Interval",), {"holder": "-> Person", "post": "-> Position"}, ("holder", "post")),
    "Address": (
        ("Thing",),
        {
            "full": "address", "remarks": "string", "street": "string", "city": "string", "latitude": "number",
            "longitude": "number",
        },
        (),
    ),
    "Event": (
        ("Interval", "Thing"),
        {"location": "address", "organizer": "-> LegalEntity", "involved": "-> LegalEntity"},
        ("name",),
    ),
    "Succession": (
        ("Interest",),
        {"predecessor": "-> LegalEntity", "successor": "-> LegalEntity"},
        ("predecessor", "successor"),
    ),
    "Ownership": (
        ("Interest",),
        {"owner": "-> LegalEntity", "asset": "-> Asset", "percentage": "string"},
        ("owner", "asset"),
    ),
    "UnknownLink": (("Interest",), {"subject": "-> Thing", "object": "-> Thing"}, ("subject", "object")),
    "Documentation": (("Interest",), {"document": "-> Document", "entity": "-> Thing"}, ("document", "entity")),
    "Document": (
        ("Thing",),
        {"title": "string", "author": "string", "language": "language", "publishedAt": "date"},
        (),
    ),
    "Article": (("Document",), {}, ()),
}  # fmt: skip
ABSTRACT = {"Thing", "Interval", "Interest", "Asset"}
_TYPES = {
    "date": r"\d{4}(-\d\d(-\d\d)?)?",
    "country": r"[a-z]{2}",
    "language": r"[a-z]{3}",
    "number": r"-?\d+(\.\d+)?",
    "url": r"https?://\S+",
}
_ID = r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?"


def kinds(schema: str) -> set[str]:
    """Return a schema with all that it extends."""
    return {schema}.union(*(kinds(parent) for parent in SCHEMATA[schema][0]))


def faults(entities: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what of some entities, which are a whole, doesn't fit the schema."""
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    if len(schemata) < len(entities):
        yield "an id is there twice"
    for entity in entities:
        schema, name = entity["schema"], entity["id"]
        if schema in ABSTRACT or not re.fullmatch(_ID, name):
            yield f"{name}: {schema}"
        known = {key: kind for parent in kinds(schema) for key, kind in SCHEMATA[parent][1].items()}
        required = {key for parent in kinds(schema) for key in SCHEMATA[parent][2]}
        if missing := required - entity["properties"].keys():
            yield f"{name} lacks {missing}"
        for key, values in entity["properties"].items():
            if key not in known:
                yield f"{name}: {schema} has no {key}"
            else:
                yield from (f"{name}: {key} {value}" for value in values if not _fits(value, known[key], schemata))


def _fits(value: str, kind: str, schemata: dict[str, str]) -> bool:
    if kind.startswith("-> "):
        return value in schemata and kind.removeprefix("-> ") in kinds(schemata[value])
    return bool(value) and bool(re.fullmatch(_TYPES.get(kind, r"(?s).+"), value))
