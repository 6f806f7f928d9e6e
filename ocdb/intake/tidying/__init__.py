"""Brings fixtures into the style of the house, and writes out what their authors left to be filled in."""
