"""Many sentra at once: the table in, the advice row by row, and the table out."""
