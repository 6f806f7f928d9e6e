"""The nodes of JSON-LD for who and where: countries, places, organisations, persons, articles."""

from collections.abc import Iterator

from ocdb.export.content import Content, Record
from ocdb.export.evidence import iso
from ocdb.export.nodes import Node, coded, known, name, of_both, other_names, reference
from ocdb.text import several

# Institutions that are a part of the state; the others are plain organisations.
PUBLIC = ("ministry", "government", "investment_agency", "employment_agency")
_WIKIDATA = "http://www.wikidata.org/entity/"


def nodes(content: Content) -> Iterator[Node]:
    """Yield the nodes of countries, places, operators, institutions, officials and articles."""
    for countries in content.records("countries"):
        yield from (_country(country) for country in countries)
    for places in content.records("places"):
        named = other_names(content, "place", places)
        yield from (_place(content, place) | known({"alternateName": named.get(place["id"])}) for place in places)
    for table in ("operators", "institutions"):
        for parties in content.records(table):
            same, named = _same(content, parties), other_names(content, table.removesuffix("s"), parties)
            for party in parties:
                node = _organization(content, party, same.get(party["id"], []))
                yield node | known({"alternateName": named.get(party["id"])})
    for officials in content.records("officials"):
        named = other_names(content, "official", officials)
        yield from (person(official, named.get(official["id"], [])) for official in officials)
    for sources in content.records("sources"):
        yield from (article(source) for source in sources)


def _country(country: Record) -> Node:
    return known(
        {
            "@id": name("country", country["id"]),
            "@type": "Country" if country["kind"] == "country" else "Place",
            "name": of_both(country, "name"),
            "identifier": country["id"],
        }
    )


def _place(content: Content, place: Record) -> Node:
    geo = {"@type": "GeoCoordinates", "latitude": place["latitude"], "longitude": place["longitude"]}
    return known(
        {
            "@id": name("place", place["id"]),
            "@type": "Place",
            "name": place["name"],
            "additionalType": coded(content, place["kind"], "place_kind"),
            "containedInPlace": reference("place", place["parent"]) or reference("country", place["country"]),
            "geo": geo if place["latitude"] is not None else None,
            "sameAs": place["geonames_id"] and f"https://sws.geonames.org/{place['geonames_id']}/",
        }
    )


def _same(content: Content, parties: list[Record]) -> dict[str, list[Node | str]]:
    """Return for each of some parties what outside registers call it: addresses where they have one."""
    rows = content.beside("v_identifiers", "party", (party["id"] for party in parties))
    return {
        party: [
            f"{_WIKIDATA}{row['value']}"
            if row["scheme"] == "wikidata"
            else {"@type": "PropertyValue", "propertyID": row["scheme"], "value": row["value"]}
            for row in identifiers
        ]
        for party, identifiers in rows.items()
    }


def type_of(party: Record) -> str:
    """Return what an operator or an institution is."""
    return "GovernmentOrganization" if party.get("kind") in PUBLIC else "Organization"


def _organization(content: Content, party: Record, same: list[Node | str]) -> Node:
    country, place = party.get("home_country") or party.get("country"), party.get("place")
    return known(
        {
            "@id": name("party", party["id"]),
            "@type": type_of(party),
            "name": party["name"],
            "additionalType": coded(content, party.get("kind"), "institution_kind"),
            "foundingDate": iso(party.get("founded")),
            "location": [one for one in (reference("place", place), reference("country", country)) if one],
            "sameAs": [one for one in same if isinstance(one, str)],
            "identifier": [one for one in same if not isinstance(one, str)],
        }
    )


def person(official: Record, names: list[str]) -> Node:
    """Return the node of a person, who is called by some other names, too."""
    return known(
        {
            "@id": name("party", official["id"]),
            "@type": "Person",
            "name": official["name"],
            "alternateName": names,
        }
    )


def article(source: Record) -> Node:
    """Return the node of an article: of a date without a day its year or month, of a doubtful one none."""
    return known(
        {
            "@id": name("source", source["id"]),
            "@type": "NewsArticle",
            "headline": source["title"],
            "author": [{"@type": "Person", "name": author} for author in several(source["authors"])],
            "publisher": {"@type": "Organization", "name": source["publisher"]},
            "datePublished": iso(source["published"]),
            "ocdb:published": source["published"],
            "url": source["url"],
            "inLanguage": source["language"],
        }
    )
