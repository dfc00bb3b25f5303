"""The recommendation: from the conclusions of an inference to what an advisor reads."""
