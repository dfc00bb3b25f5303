"""Rewrites the outputs shown in the documentation, and the catalogue of messages."""

from tests.command import ROOT
from tests.docs.blocks import FILES, refreshed
from tests.docs.catalogue import FOLDER, compiled

for file in FILES:
    (ROOT / file).write_text(refreshed(file), "utf-8", newline="\n")
(FOLDER / "messages.mo").write_bytes(compiled())
