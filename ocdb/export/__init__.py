"""Writes the whole of a database, or what fits some filters, for other tools: one writer a format."""
