"""`python -m kemitraan`: the command line."""

from kemitraan.cli import main

main()
