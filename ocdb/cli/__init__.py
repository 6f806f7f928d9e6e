"""The command line: parse, call, render. Modules import Typer and the standard library at their head, no more."""
