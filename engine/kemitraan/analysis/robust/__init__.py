"""In how many combinations conclusions hold, what moves them, where they fail."""
