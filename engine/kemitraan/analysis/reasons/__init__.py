"""Which stated facts force a conclusion."""
