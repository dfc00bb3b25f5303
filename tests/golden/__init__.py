"""Outputs of the command line, kept as files. `python -m tests.golden` rewrites them."""
