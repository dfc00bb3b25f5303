"""The interview in the terminal: one question after another, until the answer is settled."""
