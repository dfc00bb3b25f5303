"""How far long work has come: told to whoever listens, to nobody by default."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_Part = tuple["Callable[[float], None]", float, float]
_under_way: ContextVar[_Part | None] = ContextVar("under_way", default=None)


@contextmanager
def heard_by(listener: Callable[[float], None]) -> Iterator[None]:
    """Tell the listener the share done, from 0 to 1, of the work inside."""
    before = _under_way.set((listener, 0.0, 1.0))
    try:
        yield
    finally:
        _under_way.reset(before)


def steps(items: Iterable[T], count: int) -> Iterator[T]:
    """Yield the items of a piece of work, each an equal part of it; `count` is how many."""
    work = _under_way.get()
    if work is None or not count:
        yield from items
        return
    listener, start, width = work
    own = width / count
    for number, item in enumerate(items):
        # What has steps of its own inside this one fills its part.
        _under_way.set((listener, start + number * own, own))
        listener(start + number * own)
        try:
            yield item
        finally:
            _under_way.set(work)
