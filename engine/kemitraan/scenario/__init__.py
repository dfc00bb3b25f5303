"""Scenarios: what people state of a sentra, and how it becomes facts under the assumptions."""
