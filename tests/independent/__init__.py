"""A second reading of the YAML, from its text to its conclusions, that shares nothing with ours."""
