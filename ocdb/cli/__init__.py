"""The command line: parse, call, render. Modules import Typer and the standard library at their head, no more."""

import gc

# A start makes many objects and hardly any garbage: collecting less often saves 5 % of it.
gc.set_threshold(100_000)
