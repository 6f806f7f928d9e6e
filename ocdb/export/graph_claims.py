"""The nodes of JSON-LD for what articles state: sites as places, events, roles, and all other claims as claims.

A plan isn't a fact: ocdb:status tells for each whether it is planned; schema.org has a word for that of events alone.
"""

from collections.abc import Iterator

from ocdb.export.content import Content, Record
from ocdb.export.evidence import Passage, articles, evidence, iso
from ocdb.export.nodes import Node, coded, known, name, of_both, passages, reference, supported_by
from ocdb.kinds import CLAIMS
from ocdb.text import several

# What is a thing of its own in schema.org, and not only something that is claimed.
THINGS = ("site", "event", "position")
_STATUS = {
    "planned": {"@id": "https://schema.org/EventScheduled"},
    "cancelled": {"@id": "https://schema.org/EventCancelled"},
}
# What of a claim's row is in words of ours, where it has it.
_FIGURES = (
    "figure", "measure", "reading", "low", "high", "amount_low", "amount_high", "share_low", "share_high", "bound",
    "currency", "firmness", "basis", "sector", "announced", "due", "as_of", "date", "held", "status", "outcome",
    "cause", "topic", "kind", "line",
)  # fmt: skip
# Parties and claims that a claim refers to in a column of its own.
_PARTIES = ("predecessor", "successor", "owned", "owner")
_CLAIMS = ("pledge", "concerns", "event", "site")


def nodes(content: Content) -> Iterator[Node]:
    """Yield the nodes of sites, events, positions and all other claims."""
    for sites in content.records("sites"):
        cited = evidence(content, (site["id"] for site in sites))
        yield from (_site(content, site, cited.get(site["id"], [])) for site in sites)
    for events in content.records("events"):
        yield from _events(content, events)
    for positions in content.records("positions"):
        cited = evidence(content, (position["id"] for position in positions))
        yield from (_position(position, cited.get(position["id"], [])) for position in positions)
    for kind in CLAIMS:
        if kind.name not in THINGS:
            for claims in content.records(kind.plural):
                yield from _claims(content, kind.name, claims)


def _site(content: Content, site: Record, cited: list[Passage]) -> Node:
    return known(
        {
            "@id": name("claim", site["id"]),
            "@type": "Place",
            "name": of_both(site, "name"),
            "description": of_both(site, "summary"),
            "address": site["address"],
            "containedInPlace": reference("place", site["place"]) or reference("country", site["country"]),
            "ocdb:operator": reference("party", site["operator"]),
            "ocdb:status": coded(content, site["status"], "site_status"),
            "ocdb:opened": site["opened"],
            "ocdb:closed": site["closed"],
            "subjectOf": supported_by(cited),
            "ocdb:evidence": passages(cited),
        }
    )


def _events(content: Content, events: list[Record]) -> Iterator[Node]:
    keys = [event["id"] for event in events]
    cited = evidence(content, keys)
    parties = content.beside("v_claim_parties", "claim", keys)
    places = content.beside("v_claim_places", "claim", keys)
    for event in events:
        passages_ = cited.get(event["id"], [])
        yield known(
            {
                "@id": name("claim", event["id"]),
                "@type": "Event",
                "name": event["name"] or of_both(event, "summary"),
                "description": of_both(event, "summary"),
                "additionalType": coded(content, event["kind"], "event_kind"),
                "eventStatus": _STATUS.get(event["status"]),
                "ocdb:status": coded(content, event["status"], "event_status"),
                "startDate": iso(event["date"]),
                "ocdb:date": event["date"],
                "location": [
                    reference("place", row["place"]) or reference("country", row["country"])
                    for row in places.get(event["id"], [])
                ],
                "superEvent": reference("claim", event["part_of"]),
                "organizer": _in_role(parties.get(event["id"], []), "organiser"),
                "ocdb:party": [
                    {"ocdb:role": row["role"], "ocdb:who": reference("party", row["party"])}
                    for row in parties.get(event["id"], [])
                ],
                "subjectOf": supported_by(passages_),
                "ocdb:evidence": passages(passages_),
            }
        )


def _position(position: Record, cited: list[Passage]) -> Node:
    return known(
        {
            "@id": name("claim", position["id"]),
            "@type": "OrganizationRole",
            "roleName": of_both(position, "title"),
            "member": reference("party", position["official"]),
            "memberOf": reference("party", position["organisation"]),
            "ocdb:held": position["held"],
            "ocdb:evidence": passages(cited),
        }
    )


def _in_role(parties: list[Record], role: str) -> list[Node | None]:
    return [reference("party", row["party"]) for row in parties if row["role"] == role]


def _claims(content: Content, kind: str, claims: list[Record]) -> Iterator[Node]:
    keys = [claim["id"] for claim in claims]
    cited = evidence(content, keys)
    parties = content.beside("v_claim_parties", "claim", keys)
    places = content.beside("v_claim_places", "claim", keys)
    for claim in claims:
        passages_ = cited.get(claim["id"], [])
        yield known(
            {
                "@id": name("claim", claim["id"]),
                "@type": "Claim",
                "additionalType": coded(content, kind, "claim_kind"),
                "name": of_both(claim, "summary"),
                "author": [reference("party", key) for key in several(claim["said_by"])],
                "appearance": supported_by(passages_),
                "ocdb:contradictedBy": [
                    reference("source", passage["source"]) for passage in articles(passages_, "contradicts")
                ],
                "spatialCoverage": [
                    reference("place", row["place"]) or reference("country", row["country"])
                    for row in places.get(claim["id"], [])
                ],
                "about": [
                    {"@id": key}
                    for key in dict.fromkeys(name("party", row["party"]) for row in parties.get(claim["id"], []))
                ],
                **{f"ocdb:{column}": claim.get(column) for column in _FIGURES},
                **{f"ocdb:{column}": reference("party", claim.get(column)) for column in _PARTIES},
                "ocdb:refersTo": [reference("claim", claim[column]) for column in _CLAIMS if claim.get(column)],
                "ocdb:evidence": passages(passages_),
            }
        )
