"""The rules, a proof and their pictures for other programs and for the eye."""
