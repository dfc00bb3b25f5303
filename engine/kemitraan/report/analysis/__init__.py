"""Reports of what the analyses find."""
