"""What holds in which worlds: profiles read into facts, for one world or over all combinations."""
