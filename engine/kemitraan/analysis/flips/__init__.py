"""What every single change flips, and what flips only together."""
