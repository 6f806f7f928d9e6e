"""From an article to a fixture that a curator finishes: what a text names, counts and dates, and the claims in it."""
