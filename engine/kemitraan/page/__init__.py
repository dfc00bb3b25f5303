"""The page: what can be asked of it, how it is served, and the page itself (`site`)."""
