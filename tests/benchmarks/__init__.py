"""Benchmarks: `python -m tests.benchmarks` runs all side by side and prints ratios."""
