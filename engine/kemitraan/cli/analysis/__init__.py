"""Commands that ask further questions of a recommendation."""
