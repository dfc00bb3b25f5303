"""Outputs shown in the documentation are real. `python -m tests.docs` rewrites them."""
