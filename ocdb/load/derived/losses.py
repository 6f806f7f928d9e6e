"""The totals of losses in the common scopes, by the rule of ocdb.rules.losses, and what stands behind them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ocdb.load.derived.behind import Behind, Rowed
from ocdb.load.derived.collecting import collect
from ocdb.load.derived.kin import kinship
from ocdb.load.derived.places import upwards
from ocdb.load.derived.scopes import Areas, Concerned, bases_of, by_basis, scope_of, scopes
from ocdb.load.derived.states import State, states
from ocdb.load.derived.whereabouts import areas_of
from ocdb.load.row import Row, Rows
from ocdb.rules.kinship import Kinship
from ocdb.rules.losses import ALWAYS, Line, Links, Loss, add_up, in_year


def losses(rows: Rows, kin: Kinship) -> list[Loss]:
    """Return the losses among the rows as the rule takes them: their latest state, each operator's present slug."""
    links = defaultdict(list)
    for link in rows.get("claim_link", ()):
        links[link["claim_id"], link["kind"]].append(link["other_id"])
    employers = collect(rows, "claim_party", "claim_id", "party_id", role="employer")
    operators = {row["id"] for row in rows.get("operator", ())}
    sources = collect(rows, "citation", "claim_id", "source_id", stance="supports")
    preferred = {row["id"] for row in rows.get("claim", ()) if row["preferred_because"]}
    parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
    denied = {row["claim_id"] for row in rows.get("citation", ()) if row["stance"] == "contradicts"}
    latest = states(rows)
    return [
        Loss(
            **{key: row[key] for key in ("id", "measure", "basis", "low", "high", "bound", "unnamed_operators")},
            **_now(row, latest.get(row["id"])),
            country=row["country_id"],
            operators=tuple(dict.fromkeys(kin.newest(slug) for slug in employers[row["id"]] if slug in operators)),
            places=frozenset(upwards(row["place_id"], parents)),
            at=row["place_id"] or row["country_id"],
            announced=row["announced_to"],
            sources=frozenset(sources[row["id"]]),
            part_of=tuple(links[row["id"], "part_of"]),
            revises=tuple(links[row["id"], "revises"]),
            conflicts_with=tuple(links[row["id"], "conflicts_with"]),
            preferred=row["id"] in preferred,
            denied=row["id"] in denied - preferred,
        )
        for row in rows.get("job_loss", ())
    ]


def _now(row: Row, state: State | None) -> Row:
    """Return state and days of a loss, as the view v_losses has them."""
    dated = state.dated if state and state.dated else row
    came_about = state is not None and not state.dated and (row["status"], state.status) == ("planned", "happened")
    return {
        "status": state.status if state else row["status"],
        "first": None if came_about else dated["date_from"],
        "last": None if came_about else dated["date_to"],
    }


def loss_totals(rows: Rows) -> Iterator[Rowed]:
    """Yield the rows of loss_total, and of what stands behind it, each with the name of its table."""
    kin, areas = kinship(rows), areas_of(rows)
    everything = losses(rows, kin)
    links = Links(everything)
    for scope in scopes(everything, kin, areas):
        yield from loss_totals_of(scope, links, areas)


def loss_totals_of(concerned: Concerned[Loss], links: Links, areas: Areas) -> Iterator[Rowed]:
    """Yield the rows of one scope: a total for each basis and line, and again for each year in which losses lie wholly.

    Args:
        concerned: the scope, and what concerns it.
        links: how all losses hang together.
        areas: what lies in each area.
    """
    kind, key, names, every = concerned
    for basis, some in by_basis(every):
        scope = scope_of(kind, key, basis, areas)
        for year, losses_then in _by_year(some):
            lines = add_up(losses_then, scope, in_year(year) if year else ALWAYS, links).lines
            yield from (("loss_total", _row(kind, name, basis, year, line)) for line in lines for name in names)
    for basis in bases_of(kind, every):
        whole = add_up(every, scope_of(kind, key, basis, areas), ALWAYS, links)
        behind = Behind("loss", kind, names, basis)
        yield from behind.rests_on(
            len(whole.counted), len(frozenset[str]().union(*(loss.sources for loss in whole.counted)))
        )
        yield from behind.left_out(Counter(why.code for _loss, why in whole.left_out))
        yield from behind.denied(loss.id for loss in whole.denied)


def _by_year(some: list[Loss]) -> Iterator[tuple[int | None, list[Loss]]]:
    """Yield all losses, and then those of each year in which one ends: what ends in no year lies wholly in none."""
    yield None, some
    ended: dict[int, list[Loss]] = defaultdict(list)
    for loss in some:
        if loss.last:
            ended[loss.last.year].append(loss)
    yield from sorted(ended.items())


def _row(kind: str, key: str | None, basis: str, year: int | None, line: Line) -> Row:
    parts = (kind, key, basis, str(year) if year else None, line.line)
    return {
        "id": ":".join(part for part in parts if part),
        "scope_kind": kind,
        "scope": key,
        "year": year,
        "basis": basis,
        **{name: getattr(line, name) for name in ("line", "low", "high", "bound", "losses")},
    }
