"""What to find out first, and how many questions remain."""
