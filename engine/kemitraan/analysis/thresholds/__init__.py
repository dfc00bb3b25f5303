"""How far measured figures and their cut-offs can move."""
