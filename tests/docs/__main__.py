"""Rewrites the outputs shown in the documentation."""

from tests.command import ROOT
from tests.docs.blocks import FILES, refreshed

for file in FILES:
    (ROOT / file).write_text(refreshed(file), "utf-8", newline="\n")
