"""The classes of commands and groups: they take plain arguments as the parser found them.

typer has pydantic convert every argument, and loading it takes longer than a recommendation.
A text and a valid choice need no conversion; all else, with every fault, is left to typer.
"""

from __future__ import annotations

from enum import EnumType
from functools import partial
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable


class QuickCommand(TyperCommand):
    """A command that does not load pydantic to read a text as a text."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, each reading its argument by `_taken`."""
        return _quick(super().get_params(ctx))


class QuickGroup(TyperGroup):
    """A group of commands that does not load pydantic for its own options."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, each reading its argument by `_taken`."""
        return _quick(super().get_params(ctx))


def _quick(params: list[Any]) -> list[Any]:
    for param in params:
        # Older versions of typer do not describe types so, and need no pydantic either.
        described = getattr(param, "type_descriptor", None)
        if described is not None and "process_value" not in vars(param):
            param.process_value = partial(_taken, described.annotation, param, param.process_value)
    return params


def _taken(
    kind: Any, param: Any, usual: Callable[[Any, Any], Any], context: Any, value: Any
) -> Any:
    """Return the value of a parameter of this kind, as typer would (`usual`)."""
    if value is None and not param.required:
        taken: Any = () if param.multiple else None
    elif (kind is str and isinstance(value, str)) or (kind is bool and isinstance(value, bool)):
        taken = value
    elif kind == list[str] and isinstance(value, list | tuple) and value:
        taken = list(value)
    elif isinstance(kind, EnumType) and value in set(kind):
        taken = kind(value)
    else:
        return usual(context, value)
    return param.callback(context, param, taken) if param.callback else taken
