"""A tree of lines: drawn with its branches for a screen, as a nested list in Markdown."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The room left to the text of a deep line, and to its longest word, however narrow the page.
_NARROWEST = 24
_GETTING_NARROW = 4
_HANG = "│ "


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
    least = min(max(_NARROWEST, _longest(node)), width - len(_HANG))
    return "\n".join(_lines(node, width, least, "", ""))


def _longest(node: Node) -> int:
    own = max(map(len, node.text.split()), default=0)
    return max(own, *map(_longest, node.below), 0)


def _lines(node: Node, width: int, least: int, first: str, rest: str) -> Iterable[str]:
    hang = rest + (_HANG if node.below else "  ") if first else rest
    room = width - len(first) - len(_HANG)
    wrapped = textwrap.wrap(node.text, room, break_on_hyphens=False) or [""]
    yield first + wrapped[0]
    for line in wrapped[1:]:
        yield hang + line
    # Deep down the branches are drawn closer, and at last not further in, so that there is room
    # left for words.
    room = width - len(rest) - len(_HANG)
    if room - 1 < least:
        for child in node.below:
            yield from _lines(child, width, least, rest, rest)
        return
    gap = 2 if room - 3 >= least + _GETTING_NARROW else 0
    for index, child in enumerate(node.below):
        last = index == len(node.below) - 1
        yield from _lines(
            child,
            width,
            least,
            rest + ("└" if last else "├") + ("─ " if gap else ""),
            rest + (" " if last else "│") + " " * gap,
        )


def nested(node: Node, depth: int = 0) -> str:
    """Return a tree as a nested Markdown list."""
    lines = [f"{'  ' * depth}- {node.text}"]
    lines.extend(nested(child, depth + 1) for child in node.below)
    return "\n".join(lines)
