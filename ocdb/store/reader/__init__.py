"""Reads a database, on both engines, and never writes."""
