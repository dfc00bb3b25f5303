"""Reports: content, width, and no word of the other language."""
