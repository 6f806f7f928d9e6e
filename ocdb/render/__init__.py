"""Draws answers: tables, data formats, charts, citations."""
