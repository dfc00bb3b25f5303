"""The files of the page, and what a browser may do with them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_SITE = Path(__file__).parent / "site"

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Only what comes from where the page does; nothing written into a page is ever run."""


def page_files() -> dict[str, bytes]:
    """Return every file of the page by its name."""
    return {file.name: file.read_bytes() for file in sorted(_SITE.iterdir()) if file.is_file()}
