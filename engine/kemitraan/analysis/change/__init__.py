"""The smallest changes that bring a conclusion about, or remove it."""
