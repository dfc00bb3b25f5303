"""A report to take to a meeting: written once as parts, then as a page, a document or sheets."""
