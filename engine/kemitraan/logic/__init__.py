"""From clauses and facts to conclusions: with every derivation (experta), or for sets of worlds."""
