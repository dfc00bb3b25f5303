"""`portfolio`: many sentra at once, a row of a table each."""
