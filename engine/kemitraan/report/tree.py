"""A tree of lines: drawn with its branches for a screen, as a nested list in Markdown."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The room left to the text of a deep line, however narrow the page.
_NARROWEST = 12
_GETTING_NARROW = 9


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree and what stands below it."""

    text: str
    below: tuple[Node, ...] = ()

    def each(self, change: Callable[[str], str]) -> Node:
        """Return the tree with the texts of its lines changed."""
        return Node(change(self.text), tuple(node.each(change) for node in self.below))


def drawn(node: Node, width: int) -> str:
    """Return a tree as text: every line drawn with its branches and wrapped to the width."""
    return "\n".join(_lines(node, width, "", ""))


def _lines(node: Node, width: int, first: str, rest: str) -> Iterable[str]:
    room = max(_NARROWEST, width - len(first))
    hang = rest + ("│ " if node.below else "  ") if first else rest
    wrapped = textwrap.wrap(node.text, room - 2, break_on_hyphens=False) or [""]
    yield first + wrapped[0]
    for line in wrapped[1:]:
        yield hang + line
    # Deep down the branches are drawn closer, and at last not further in, so that there is room
    # left for words.
    if width - len(rest) <= _NARROWEST:
        for child in node.below:
            yield from _lines(child, width, rest, rest)
        return
    gap = 2 if width - len(rest) >= _NARROWEST + _GETTING_NARROW else 0
    for index, child in enumerate(node.below):
        last = index == len(node.below) - 1
        yield from _lines(
            child,
            width,
            rest + ("└" if last else "├") + ("─ " if gap else ""),
            rest + (" " if last else "│") + " " * gap,
        )


def nested(node: Node, depth: int = 0) -> str:
    """Return a tree as a nested Markdown list."""
    lines = [f"{'  ' * depth}- {node.text}"]
    lines.extend(nested(child, depth + 1) for child in node.below)
    return "\n".join(lines)
