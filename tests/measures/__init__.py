"""What the rules have to say to profiles nobody has seen, in figures."""
