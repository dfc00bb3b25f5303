"""The rule base under all profiles: what no profile can bring about, and what some profile does."""
