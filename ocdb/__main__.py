"""`python -m ocdb`: the command line."""

from ocdb.cli.main import main

main()
