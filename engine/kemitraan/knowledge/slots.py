"""Slots in the texts of a catalogue, for what a profile names."""

import re
from typing import Final

SLOT: Final = re.compile(r"\{(?P<attribute>\w+)\.(?P<text>\w+)\|(?P<otherwise>[^{}|]+)\}")
"""`{product_lines.checked|the quality asked for}`: that text of each value that the sentra's
attribute has, or what stands behind the bar where it has none."""
