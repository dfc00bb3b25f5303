"""Makes experta importable: it pins a frozendict that Python 3.10 broke, and sets up logging."""

from __future__ import annotations

import collections
import logging
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kemitraan.faults import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def importable() -> Iterator[None]:
    """Make experta importable for the length of the block, and leave no trace of that."""
    lent = not hasattr(collections, "Mapping")
    handlers = list(logging.root.handlers)
    if lent:
        collections.Mapping = Mapping  # type: ignore[attr-defined]  # what frozendict looks for
    try:
        yield
    except ImportError as error:
        raise EngineError(f"experta 1.9.4 (frozendict 1.2) cannot be imported: {error}") from error
    finally:
        if lent:
            del collections.Mapping  # type: ignore[attr-defined]  # lent above
        for handler in [h for h in logging.root.handlers if h not in handlers]:
            logging.root.removeHandler(handler)
