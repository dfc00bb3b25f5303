"""The reports of the analyses, one file each, with their phrases."""
