"""The entities of FollowTheMoney for who: articles, companies, institutions, persons."""

from collections.abc import Iterator

from ocdb import release
from ocdb.export.content import Content, Record
from ocdb.export.evidence import iso
from ocdb.export.ftm_entity import LANGUAGES, Entity, country, entity, key_of, party
from ocdb.export.graph_things import PUBLIC
from ocdb.text import several

# By kind of name the property that holds it; all others are an alias.
_NAMES = {"former": "previousName", "misspelling": "weakAlias"}
# By outside register the property that holds its identifiers; of all others the registration number.
_IDENTIFIERS = {"wikidata": "wikidataId", "lei": "leiCode"}
_OF_PERSONS = {"wikidata": "wikidataId"}


def articles(content: Content) -> Iterator[Entity]:
    """Yield the articles."""
    for sources in content.records("sources"):
        for source in sources:
            yield entity(
                "Article",
                key_of("source", source["id"]),
                name=source["title"] or source["publisher"],
                title=source["title"],
                author=several(source["authors"]),
                publisher=source["publisher"],
                publishedAt=iso(source["published"]),
                language=LANGUAGES.get(source["language"]),
                sourceUrl=source["url"],
                notes=[source["note"], source["note_fr"]],
            )


def companies(content: Content) -> Iterator[Entity]:
    """Yield the operators; each with the addresses of its open sites."""
    for operators in content.records("operators"):
        addresses = _addresses(content, operators)
        for operator, own in _named(content, "operator", operators, _IDENTIFIERS):
            yield entity(
                "Company",
                str(party(operator["id"])),
                name=operator["name"],
                mainCountry=country(operator["home_country"]),
                incorporationDate=iso(operator["founded"]),
                addressEntity=addresses.get(operator["id"]),
                **own,
            )


def _addresses(content: Content, operators: list[Record]) -> dict[str, list[str]]:
    """Return the entities of the open sites of operators, as far as the export has them."""
    found = {}
    for operator, sites in content.beside("v_sites", "operator", (one["id"] for one in operators)).items():
        there = content.among("sites", (site["id"] for site in sites if site["status"] == "open"))
        found[operator] = [key_of("claim", site) for site in there]
    return found


def institutions(content: Content) -> Iterator[Entity]:
    """Yield the institutions: those that are a part of the state as public bodies."""
    for some in content.records("institutions"):
        for institution, own in _named(content, "institution", some, _IDENTIFIERS):
            yield entity(
                "PublicBody" if institution["kind"] in PUBLIC else "Organization",
                str(party(institution["id"])),
                name=institution["name"],
                country=country(institution["country"]),
                classification=list(content.labels(institution["kind"], "institution_kind").values()),
                **own,
            )


def persons(content: Content) -> Iterator[Entity]:
    """Yield the officials."""
    for officials in content.records("officials"):
        for official, own in _named(content, "official", officials, _OF_PERSONS):
            yield entity("Person", str(party(official["id"])), name=official["name"], **own)


def _named(
    content: Content, kind: str, parties: list[Record], registers: dict[str, str]
) -> Iterator[tuple[Record, dict[str, list[str]]]]:
    """Yield each of some parties with the properties of its further names, its identifiers and its notes."""
    keys = [one["id"] for one in parties]
    names = content.beside("v_names", "entity", keys)
    identifiers = content.beside("v_identifiers", "party", keys)
    for one in parties:
        own: dict[str, list[str]] = {"publisher": [release.AUTHOR], "notes": [one["note"], one["note_fr"]]}
        for row in names.get(one["id"], []):
            if row["kind"] == kind and row["name"] != one["name"]:
                own.setdefault(_NAMES.get(row["name_kind"], "alias"), []).append(row["name"])
        for row in identifiers.get(one["id"], []):
            fallback = "registrationNumber" if registers is _IDENTIFIERS else "idNumber"
            own.setdefault(registers.get(row["scheme"], fallback), []).append(row["value"])
        yield one, own
