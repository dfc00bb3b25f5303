"""Sentra beside each other: what they share, where they differ."""
