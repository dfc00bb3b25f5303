"""The conversation: asks, reads a line, keeps the answer, says what it changed; until the end."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from kemitraan.fact import Slot
from kemitraan.faults import InputError
from kemitraan.interview import typed
from kemitraan.interview import words as w
from kemitraan.interview.answers import ACTORS, stated
from kemitraan.interview.asking import Asking
from kemitraan.interview.telling import Telling
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kemitraan.interview.answers import Answers
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.text import Lang, Text

WIDTH: Final = 80
REMOVE: Final = "-"


class Ended(Exception):  # noqa: N818  # ends the conversation, is no error of its own
    """The person stopped, or there is nothing more to read."""


class Session:
    """One interview. `read` returns a line typed, or raises `Ended`; `keep` writes a profile."""

    def __init__(
        self,
        base: RuleBase,
        answers: Answers,
        lang: Lang,
        *,
        read: Callable[[], str],
        write: Callable[[str], None],
        keep: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self.base = base
        self.asking = Asking(answers.case(base), answers)
        self.telling = Telling(lang)
        self.read, self.write, self.keep = read, write, keep
        self.before: list[tuple[Answers, Slot]] = []
        self.editing = False
        self.headed = not self.asking.open_heads
        self.asked: Slot | None = None
        """What was asked last; asked again, it is put shortly."""

    def run(self) -> None:
        """Ask until the person stops."""
        slot: Slot | None = None
        try:
            while True:
                slot = slot or self.asking.following()
                slot = self.turn(slot) if slot else self.at_end()
        except Ended:
            return

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, none wider than a terminal of the usual width."""
        for line in lines:
            indent = len(line) - len(line.lstrip())
            self.write(
                textwrap.fill(
                    line.strip(),
                    WIDTH,
                    initial_indent=" " * indent,
                    subsequent_indent=" " * (indent + 2 if indent else 0),
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                + "\n"
            )

    def t(self, text: Text, **fields: object) -> None:
        """Say one text."""
        self.say([self.telling.t(text, **fields)])

    # One question

    def turn(self, slot: Slot) -> Slot | None:
        """Ask one question and do what is answered; return the one to ask next, if that is sure."""
        if slot == self.asked:
            self.say([self.telling.briefly(self.asking, slot)])
        else:
            self.write("\n")
            if self.editing:
                self.t(w.CHANGING)
            else:
                self.say([self.telling.heading(self.asking, self.number)])
            self.say(self.telling.question(self.asking, slot, now=self.editing))
            self.t(w.COMMANDS)
        self.asked = slot
        line = self.line()
        if (found := typed.command(line)) is not None:
            return self.command(found, slot)
        if slot.attribute == KIND:
            return self.actor(slot, line)
        if not line and self.editing:
            return self.left()
        if not line:
            self.t(w.NOT_UNDERSTOOD)
            return slot
        return self.answer(slot, line)

    @property
    def number(self) -> int:
        """Return which question this is; naming the actors is one, however many there are."""
        return len(dict.fromkeys(slot for _, slot in self.before)) + 1

    def line(self) -> str:
        """Return the next line that is typed."""
        self.write("> ")
        return self.read().strip()

    def left(self) -> Slot | None:
        """End an edit that changes nothing: what settles most is asked next."""
        self.editing = False
        return None

    def answer(self, slot: Slot, line: str) -> Slot | None:
        """Keep an answer; one that cannot be read is asked for again."""
        words = self.base.vocabulary
        try:
            content = typed.content(line, slot.attribute, words, self.telling.lang)
        except typed.NoSuchNumberError as error:
            last = len(words.values_of(slot.attribute))
            self.t(w.NO_SUCH_NUMBER, n=error, last=last)
            if words.attributes[slot.attribute].figure:
                self.t(w.FIGURE_SO, n=error)
            return slot
        return self.took(slot, self.asking.answers.with_answer(words, slot, content))

    def took(self, slot: Slot, answers: Answers) -> Slot | None:
        """Go on with new answers: keep them, and say what they change."""
        try:
            now = Asking(answers.case(self.base), answers)
        except InputError as error:
            for fault in error.faults:
                parts = (fault.what, fault.why, fault.fix)
                told = (self.telling.t(part) for part in parts if part.id)
                self.say([" ".join(f"{part.rstrip('.?')}." for part in told)])
            return slot
        before = self.asking
        self.keep(answers.profile)
        self.before.append((before.answers, slot))
        self.asking, self.editing = now, False
        if slot.attribute != KIND:
            label = self.telling.label(now.case, slot)
            if said := self.telling.value(now.case, slot):
                self.t(w.NOTED, what=f"{label}: {said}")
            elif self.telling.value(before.case, slot):
                self.t(w.TAKEN_AWAY, what=label)
            else:
                self.t(w.UNKNOWN)
        if answers.profile != before.answers.profile:
            self.say(self.telling.changed(before, now, brief=slot.attribute == KIND))
        if not self.headed and not now.open_heads:
            self.t(w.HEADS_DONE)
            self.say(self.telling.standing(now))
        self.headed = not now.open_heads
        return None

    # Who takes part

    def actor(self, slot: Slot, line: str) -> Slot | None:
        """Add an actor, or put one right; an empty line ends the list."""
        words, answers = self.base.vocabulary, self.asking.answers
        if line.casefold() in typed.DONE:
            if slot == ACTORS and not answers.actors and not self.editing:
                return self.unknown(slot)
            return self.left()
        if line == REMOVE and slot != ACTORS:
            return self.took(slot, answers.without_actor(slot.subject))
        kinds = words.values_of(KIND)
        try:
            kind, name = typed.actor(line, words, kinds, KIND)
        except typed.NoSuchKindError:
            self.t(w.NO_SUCH_KIND, line=line)
            return slot
        if slot != ACTORS:
            return self.took(slot, answers.with_actor_as(slot.subject, kind, name))
        return self.took(slot, answers.with_actor(words, kind, name)[0]) or ACTORS

    # Commands

    def command(self, found: typed.Command, slot: Slot) -> Slot | None:
        """Do what a command says; return the question to ask next, if that is sure."""
        match found:
            case "unknown":
                return self.unknown(slot)
            case "back":
                return self.back(slot)
            case "edit":
                return self.edit(slot)
            case "why":
                self.say(self.telling.why(self.asking, slot))
            case "sofar":
                self.say(self.telling.so_far(self.asking))
            case "help":
                self.t(w.COMMANDS)
            case "stop":
                raise Ended
        return slot

    def unknown(self, slot: Slot) -> Slot | None:
        """Remember that a question was asked and nobody knows."""
        if slot.attribute == KIND and slot != ACTORS:
            self.t(w.ACTOR_AS)
            return slot
        if slot == ACTORS and self.asking.answers.actors:
            return self.left()
        return self.took(slot, self.asking.answers.with_unknown(self.base.vocabulary, slot))

    def back(self, slot: Slot | None) -> Slot | None:
        """Undo the last thing that was said, and ask it again; or leave an edit."""
        if self.editing:
            return self.left()
        if not self.before:
            self.t(w.NOTHING_BEFORE)
            return slot
        answers, asked = self.before.pop()
        self.keep(answers.profile)
        self.asking = Asking(answers.case(self.base), answers)
        self.headed = not self.asking.open_heads
        self.asked = None
        self.t(w.BACK)
        # An answer that was edited is there again; it is no open question.
        return asked if asked == ACTORS or asked in self.asking.open else None

    def edit(self, slot: Slot | None) -> Slot | None:
        """Let the person choose an answer; return its question."""
        answers, case = self.asking.answers, self.asking.case
        slots = stated(answers, self.base.vocabulary)
        slots += [Slot(KIND, actor) for actor in answers.actors]
        slots += sorted(answers.unknown - {ACTORS})
        slots.append(ACTORS)
        for number, one in enumerate(slots, 1):
            value = self.telling.value(case, one) if one != ACTORS else ""
            value = value or (self.telling.t(w.NOT_KNOWN) if one in answers.unknown else "")
            told = self.telling.label(case, one) + (f": {value}" if value and one != ACTORS else "")
            self.say([f"{number:>4} {told}"])
        while True:
            self.t(w.WHICH)
            line = self.line()
            if not line or typed.command(line) == "back":
                return slot
            if typed.command(line) == "stop":
                raise Ended
            if line.isdecimal() and 1 <= int(line) <= len(slots):
                self.editing, self.asked = True, None
                return slots[int(line) - 1]
            self.t(w.NO_SUCH_NUMBER, n=line, last=len(slots))

    def at_end(self) -> Slot | None:
        """Tell the result once no question is left, and let the person look back."""
        self.write("\n")
        self.t(w.ALL_DONE)
        self.say(self.telling.standing(self.asking))
        while True:
            self.t(w.AT_END)
            match typed.command(self.line()):
                case "stop":
                    raise Ended
                case "edit":
                    return self.edit(None)
                case "back":
                    return self.back(None)
                case "sofar":
                    self.say(self.telling.so_far(self.asking))
                case _:
                    continue
