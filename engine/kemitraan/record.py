"""The record: the frozen dataclass that files are read into and recommendations are made of."""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Record:
    """Base of frozen dataclasses that are compared and shown by their fields.

    A subclass is a dataclass by inheriting; it needs no decorator. It is made by keyword, or with
    `kw_only=False` also by position. `dataclass` would write out the methods below for every
    class anew, which took a tenth of the time of a short command.
    """

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        super().__init_subclass__()
        dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)

    def __init__(self, *listed: Any, **given: Any) -> None:
        fields = self.__dataclass_fields__
        if listed:
            given |= zip(fields, listed, strict=False)
        held = vars(self)
        for name in fields:
            if name in given:
                held[name] = given.pop(name)
            elif (known := fields[name]).default is not MISSING:
                held[name] = known.default
            elif known.default_factory is not MISSING:
                held[name] = known.default_factory()
            else:
                raise TypeError(f"{type(self).__name__}: no '{name}' is given")
        if given or len(listed) > len(fields):
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)} and nothing else")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        mine, others = vars(self), vars(other)
        fields = self.__dataclass_fields__.values()
        return all(mine[f.name] == others[f.name] for f in fields if f.compare)

    def __hash__(self) -> int:
        held = vars(self)
        compared = [held[f.name] for f in self.__dataclass_fields__.values() if f.compare]
        return hash((type(self), *compared))

    def __repr__(self) -> str:
        held = vars(self)
        fields = self.__dataclass_fields__.values()
        shown = ", ".join(f"{f.name}={held[f.name]!r}" for f in fields if f.repr)
        return f"{type(self).__name__}({shown})"
