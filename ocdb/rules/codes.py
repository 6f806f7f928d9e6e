"""The code lists to which rules are attached: what a new member of them means, only a change of the rules could say.

All other lists take new members by a line of YAML.
"""

# By the name of the list; tests hold them against seeds/codes.yaml and against what the rules tell apart.
CLOSED: dict[str, tuple[str, ...]] = {
    "basis": ("operator", "government", "federation", "analyst"),
    "bound": ("exact", "about", "nearly", "at_least", "at_most", "range"),
    "claim_kind": (
        "site", "event", "pledge", "verdict", "loss", "report", "investment", "statistic", "position", "succession",
        "ownership", "development", "statement",
    ),
    "coverage_method": ("systematic", "sample", "single"),
    "directness": ("direct", "indirect", "both", "unstated"),
    "event_status": ("planned", "happened", "cancelled"),
    "extent": ("whole", "beginning"),
    "firmness": ("commitment", "announcement", "ambition", "forecast", "capacity"),
    "link_kind": ("part_of", "revises", "conflicts_with"),
    "maker": ("person", "assistant", "rules", "spreadsheet"),
    "measure": ("jobs", "headcount", "hires", "seats", "trainees"),
    "outcome": (
        "not_due", "no_evidence", "partly_delivered", "delivered", "exceeded", "reached", "late", "missed",
        "cancelled", "superseded",
    ),
    "place_role": ("at", "from", "to"),
    "reading": ("additional", "total", "unclear"),
    "report_kind": ("held", "created"),
    "site_status": ("planned", "open", "closed", "unknown"),
    "stance": ("supports", "contradicts"),
    "succession_kind": ("rename", "merger", "acquisition"),
    "succession_status": ("announced", "completed", "abandoned"),
}  # fmt: skip
# What these wrote stays out of a load until somebody has confirmed it.
DRAFTING = ("assistant", "rules")
