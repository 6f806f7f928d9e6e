"""The rules: totals, verdicts, states of sites, kinship; pure functions on plain values, without a database."""
