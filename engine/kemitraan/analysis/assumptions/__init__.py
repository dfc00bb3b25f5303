"""The assumptions: what each stands for, and which of them change the advice of a sentra."""
