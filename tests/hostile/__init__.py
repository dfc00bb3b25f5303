"""What comes from strangers: files, texts, rules and a cache folder that mean harm."""
