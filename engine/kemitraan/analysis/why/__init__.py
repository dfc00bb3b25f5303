"""Why something was concluded: its proof, down to who stated what."""
