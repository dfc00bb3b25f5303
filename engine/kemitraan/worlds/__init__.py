"""Every world at once: what the rules conclude over all combinations of what is left open."""
