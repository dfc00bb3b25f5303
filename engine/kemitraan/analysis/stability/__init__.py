"""How firmly each actor stands in its group, and what moves with the map."""
