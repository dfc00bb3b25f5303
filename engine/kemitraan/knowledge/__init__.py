"""The knowledge base: vocabulary, sources, assumptions, rules and guards, read from `rules/`."""
