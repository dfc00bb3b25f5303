"""Inference: from clauses and facts to conclusions with every derivation (experta)."""
