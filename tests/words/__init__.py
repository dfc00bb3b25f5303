"""Texts in two languages, word by word."""
