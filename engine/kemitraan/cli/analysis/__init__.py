"""The commands of the analyses, one file each."""
