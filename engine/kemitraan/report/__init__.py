"""Reports: what was concluded, as a person or a program reads it."""
