"""The entities of FollowTheMoney for what articles state: positions, sites, events, successions, ownerships."""

from collections.abc import Iterator
from typing import Any

from ocdb.export.content import Content, Record
from ocdb.export.evidence import evidence, in_both, iso
from ocdb.export.ftm_entity import Entity, country, documentations, entity, key_of, party, provenance
from ocdb.export.spots import Spot, precision, spots

# The state of a succession or an ownership that is a fact.
DONE = "completed"


def positions(content: Content) -> Iterator[Entity]:
    """Yield each role, and that its official held it."""
    for some in content.records("positions"):
        cited = evidence(content, (position["id"] for position in some))
        for position in some:
            origin = provenance(cited.get(position["id"], []))
            post = key_of("post", position["id"])
            titles = [position["title"], position["title_fr"]]
            body = party(position["organisation"])
            yield entity("Position", post, name=titles, organization=body, **origin)
            yield entity(
                "Occupancy",
                key_of("claim", position["id"]),
                holder=party(position["official"]),
                post=post,
                date=iso(position["held"]),
                description=in_both(content, position["held"], lasted=True),
                summary=[position["summary"], position["summary_fr"]],
                **origin,
            )


def sites(content: Content) -> Iterator[Entity]:
    """Yield each site as an address, its link with its operator, and the articles behind it."""
    for some in content.records("sites"):
        cited = evidence(content, (site["id"] for site in some))
        where = spots(content, (site["place"] for site in some))
        for site in some:
            passages = cited.get(site["id"], [])
            yield _address(content, site, where.get(site["place"]), provenance(passages))
            if site["operator"]:
                yield _link(site, provenance(passages))
            yield from documentations(site["id"], passages)


def _address(content: Content, site: Record, spot: Spot | None, origin: dict[str, list[str]]) -> Entity:
    full = ", ".join(filter(None, (site["address"], site["place_name"], site["country_name"])))
    labels = content.labels(site["status"], "site_status").values()
    located: dict[str, Any] = {}
    if spot:
        located = {"latitude": spot.latitude, "longitude": spot.longitude}
        located |= {"city": spot.label} if spot.kind == "city" else {}
    return entity(
        "Address",
        key_of("claim", site["id"]),
        name=[site["name"], site["name_fr"]],
        full=full,
        street=site["address"],
        country=country(site["country"]),
        remarks=[*labels, *(precision(content, spot).values() if spot else ())],
        summary=[site["summary"], site["summary_fr"]],
        notes=[site["note"], site["note_fr"]],
        **located,
        **origin,
    )


def _link(site: Record, origin: dict[str, list[str]]) -> Entity:
    """Return the link of a site with its operator; dates only of what happened."""
    there = site["status"] in ("open", "closed")
    return entity(
        "UnknownLink",
        key_of("run", site["id"]),
        subject=party(site["operator"]),
        object=key_of("claim", site["id"]),
        role=f"{site['status']} site",
        status=site["status"],
        startDate=iso(site["opened"]) if there else None,
        endDate=iso(site["closed"]) if site["status"] == "closed" else None,
        summary=[site["summary"], site["summary_fr"]],
        **origin,
    )


def events(content: Content) -> Iterator[Entity]:
    """Yield each event and the articles behind it; the name of one that didn't happen says so."""
    for some in content.records("events"):
        keys = [event["id"] for event in some]
        cited = evidence(content, keys)
        parties = content.beside("v_claim_parties", "claim", keys)
        places = content.beside("v_claim_places", "claim", keys)
        for event in some:
            passages = cited.get(event["id"], [])
            there, who = places.get(event["id"], []), parties.get(event["id"], [])
            yield _event(content, event, there, who, provenance(passages))
            yield from documentations(event["id"], passages)


def _event(
    content: Content, event: Record, places: list[Record], parties: list[Record], origin: dict[str, list[str]]
) -> Entity:
    labels = content.labels(event["status"], "event_status")
    happened = event["status"] == "happened"
    names = [(event["name"] or event[column]).rstrip(".") for column in ("summary", "summary_fr")]
    return entity(
        "Event",
        key_of("claim", event["id"]),
        name=names if happened else [f"{name} ({labels[wanted]})" for name, wanted in zip(names, labels, strict=True)],
        summary=[event["summary"], event["summary_fr"]],
        date=iso(event["date"]),
        description=in_both(content, event["date"]),
        country=[country(row["country"]) for row in places],
        location=event["place_name"],
        organizer=[party(row["party"]) for row in parties if row["role"] == "organiser"],
        involved=[party(row["party"]) for row in parties],
        keywords=[event["kind"], event["category"], event["status"]],
        notes=[event["note"], event["note_fr"]],
        **origin,
    )


def successions(content: Content) -> Iterator[Entity]:
    """Yield each take-over, merger and renaming; one that isn't completed as a link that says so."""
    for some in content.records("successions"):
        cited = evidence(content, (succession["id"] for succession in some))
        for succession in some:
            pair = party(succession["predecessor"]), party(succession["successor"])
            names = ("predecessor", "successor") if succession["status"] == DONE else ("subject", "object")
            yield entity(
                "Succession" if succession["status"] == DONE else "UnknownLink",
                key_of("claim", succession["id"]),
                **dict(zip(names, pair, strict=True)),
                date=iso(succession["date"]),
                description=in_both(content, succession["date"]),
                role=_role(succession["status"], succession["kind"]),
                status=succession["status"],
                summary=[succession["summary"], succession["summary_fr"]],
                **provenance(cited.get(succession["id"], [])),
            )


def ownerships(content: Content) -> Iterator[Entity]:
    """Yield each ownership; one that isn't completed as a link that says so."""
    for some in content.records("ownerships"):
        cited = evidence(content, (ownership["id"] for ownership in some))
        for ownership in some:
            done = ownership["status"] == DONE
            pair = party(ownership["owner"]), party(ownership["owned"])
            names = ("owner", "asset") if done else ("subject", "object")
            yield entity(
                "Ownership" if done else "UnknownLink",
                key_of("claim", ownership["id"]),
                **dict(zip(names, pair, strict=True)),
                date=iso(ownership["held"]),
                description=in_both(content, ownership["held"], lasted=True),
                role=_role(ownership["status"], "ownership"),
                status=ownership["status"],
                **({"percentage": _share(ownership)} if done else {}),
                summary=[ownership["summary"], ownership["summary_fr"]],
                **provenance(cited.get(ownership["id"], [])),
            )


def _role(status: str, kind: str) -> str:
    return kind if status == DONE else f"{status} {kind}"


def _share(ownership: Record) -> str | None:
    """Return a share in per cent, with how exact it is: ``51``, ``at least 51``, ``50-60``."""
    ends = [f"{end:g}" for end in (ownership["share_low"], ownership["share_high"]) if end is not None]
    if not ends:
        return None
    if ownership["share_bound"] == "range":
        return "-".join(ends)
    return ends[0] if ownership["share_bound"] == "exact" else f"{ownership['share_bound'].replace('_', ' ')} {ends[0]}"
