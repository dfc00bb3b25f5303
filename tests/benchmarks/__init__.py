"""Benchmarks: `python -m tests.benchmarks` runs all side by side and prints ratios.

`python -m tests.benchmarks experta` runs the part about experta alone.
"""
