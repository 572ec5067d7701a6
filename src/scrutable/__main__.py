"""`python -m scrutable` is the command `scrutable`."""

from scrutable.cli import main

main()
