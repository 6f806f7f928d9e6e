"""Names of codes that no code list has: how a promise stands, what a line of the timeline is."""

from ocdb.words.language import N_, _, both

_STATES = {
    # How a promise stands.
    "standing": N_("in force"),
    "revised": N_("revised"),
    "superseded": N_("superseded"),
    "disputed": N_("disputed"),
    "cancelled": N_("cancelled"),
    # Lines of the timeline.
    "promised": N_("promised"),
    "due": N_("due"),
    "announced": N_("announced"),
    "reported": N_("reported"),
    "abandoned": N_("abandoned"),
    "pledge": N_("promise"),
    "pledge_due": N_("promise due"),
    "loss": N_("job loss"),
    "loss_announced": N_("job loss announced"),
    "report": N_("report"),
    "investment": N_("investment"),
    "succession": N_("take-over or merger"),
    "site_opening": N_("opening of a site"),
    "site_closing": N_("closure of a site"),
    "development": N_("development"),
    "verdict": N_("outcome reported"),
    # Sides of a conflict.
    "open": N_("open"),
    "preferred": N_("preferred"),
    "set_aside": N_("set aside"),
    "contradicted": N_("contradicted"),
    # How a verdict is known.
    "sourced": N_("reported"),
    "computed": N_("calculated"),
    # Evidence of a verdict.
    "decides": N_("decisive"),
    "shows": N_("indicative"),
    "baseline": N_("baseline"),
    "nothing": N_("not relevant"),
    "none": N_("none: nobody worked there before"),
    # Whether a position was held at a time.
    "held_then": N_("held then"),
    "perhaps": N_("perhaps: the dates overlap"),
    "one_of_several": N_("one of several at that time"),
    "event_undated": N_("unknown: the event has no date"),
    "position_undated": N_("unknown: the position has no date"),
    "none_then": N_("no position at that time is on record"),
    "no_position": N_("no position is on record"),
    # Names of a country.
    "name": N_("name"),
    # Evidence of a state.
    "direct": N_("reported"),
    "indirect": N_("indirect"),
    "contradictory": N_("contradictory"),
}


def state(code: str) -> str:
    """Return what a code is called; one that has no name as words."""
    return _(_STATES[code]) if code in _STATES else code.replace("_", " ")


def state_names(code: str) -> tuple[str, ...]:
    """Return what a code is called in each language."""
    return both(_STATES[code]) if code in _STATES else (code.replace("_", " "),)
