"""Readers of the embedded database, a file or a server, as of a day."""
