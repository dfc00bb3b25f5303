"""The check of a rule base: what is seen on its own, and what no profile, or some, brings about."""
