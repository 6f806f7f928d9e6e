"""A user's own statement: it only reads, within bounds of time and memory, in a process of its own (docs/adr/0019)."""
