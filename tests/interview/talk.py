"""An interview whose lines are typed by a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.interview.session import Ended, Session
from kemitraan.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.interview.answers import Answers
    from kemitraan.knowledge.rulebase import RuleBase


class Talk:
    """What is said in an interview: `told` to the person, and every profile `kept`."""

    def __init__(self, base: RuleBase, answers: Answers, lang: Lang = Lang.EN) -> None:
        self.told = ""
        self.kept: list[Mapping[str, Any]] = []
        self.session = Session(
            base, answers, lang, read=self.line, write=self.hear, keep=self.kept.append
        )
        self.lines: Iterable[str] = ()

    def typed(self, *lines: str) -> str:
        """Type some lines, then end; return what is told from there on."""
        self.lines = iter(lines)
        start = len(self.told)
        self.session.run()
        return self.told[start:]

    def line(self) -> str:
        """Return the next line."""
        for line in self.lines:
            self.told += f"{line}\n"
            return line
        raise Ended

    def hear(self, text: str) -> None:
        """Take what is told."""
        self.told += text
