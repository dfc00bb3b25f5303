"""Tests of the inference: experta's faults, agreement with CLIPS, proofs."""
