"""Scenarios and overlays: what people state of a sentra, read with every fault."""
