"""Golden outputs: what the command line prints, kept as files. `python -m tests.golden` rewrites."""
