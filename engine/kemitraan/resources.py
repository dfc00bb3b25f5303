"""Where the shipped rules and scenarios lie: inside the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    packaged = _PACKAGE / name
    return (
        packaged
        if packaged.is_dir() and any(packaged.glob("**/*.yaml"))
        else (_PACKAGE.parent.parent / name)
    )


def rules_folder() -> Path:
    """Return the folder of the shipped knowledge base."""
    return _folder("rules")


def scenarios_folder() -> Path:
    """Return the folder of the shipped scenarios."""
    return _folder("scenarios")
