"""Records behave as the frozen dataclasses they are, though their methods are written once."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any

import pytest

from kemitraan.record import Record


class Base(Record):
    name: str
    marks: tuple[str, ...] = ()


class More(Base):
    size: int
    seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


class Pair(Record, kw_only=False):
    left: int
    right: int = 0


def test_fields_are_inherited_and_defaults_filled_in() -> None:
    more = More(name="a", size=3)
    assert asdict(more) == {"name": "a", "marks": (), "size": 3, "seen": {}}
    assert [f.name for f in fields(more)] == ["name", "marks", "size", "seen"]
    assert More(name="b", size=1).seen is not more.seen
    assert replace(more, size=4) == More(name="a", size=4)


def test_a_record_made_by_position_is_matched_by_position() -> None:
    match Pair(1, right=2):
        case Pair(left, right):
            assert (left, right) == (1, 2)


@pytest.mark.parametrize(
    ("listed", "given"),
    [((), {}), ((1,), {"wrong": 2}), ((1, 2, 3), {}), ((), {"right": 1})],
)
def test_a_field_missing_or_unknown_is_refused(listed: Any, given: Any) -> None:
    with pytest.raises(TypeError):
        Pair(*listed, **given)


def test_nothing_changes_afterwards() -> None:
    pair: Any = Pair(1)
    with pytest.raises(FrozenInstanceError):
        pair.left = 2
    with pytest.raises(FrozenInstanceError):
        del pair.left


def test_equal_fields_of_one_class_are_equal() -> None:
    assert Pair(1, 2) == Pair(1, 2)
    assert len({Pair(1, 2), Pair(1, 2), Pair(2, 1)}) == 2
    assert Pair(1) != Base(name="1")
    assert More(name="a", size=1, seen={"x": 1}) == More(name="a", size=1)
    assert repr(More(name="a", size=1)) == "More(name='a', marks=(), size=1)"
