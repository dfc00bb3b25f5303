"""Why something was not concluded: the nearest rules, and what they lack."""
