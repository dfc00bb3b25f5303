"""The guide in two languages, and what builds it: `python -m docs`."""
