"""What was answered so far: a profile as it is written, and what nobody could answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from kemitraan.case import examine
from kemitraan.fact import Slot
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.claims import NAME, statable
from kemitraan.scenario.model import KIND
from kemitraan.scenario.values import is_stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Vocabulary

ACTORS: Final = Slot(KIND, "")
"""The question which actors there are: it is answered by naming none any more."""

_OTHER = re.compile(r"\W+")


@dataclass(frozen=True)
class Answers:
    """A profile as a file would say it, and the questions asked that nobody could answer.

    `unknown` is never written: what is not known is no answer. Nothing is changed in place, so
    that any earlier state can be returned to.
    """

    profile: Mapping[str, Any]
    unknown: frozenset[Slot] = field(default_factory=frozenset)

    def with_answer(self, words: Vocabulary, slot: Slot, content: Any) -> Answers:
        """Return the answers with this one in place of what was said of the same thing."""
        section, key = self._found(words, slot)
        return self._written(slot, {**section, key: content}, self.unknown - {slot})

    def with_unknown(self, words: Vocabulary, slot: Slot) -> Answers:
        """Return the answers without one to this question, which is not asked again."""
        if slot == ACTORS:
            return replace(self, unknown=self.unknown | {slot})
        section, key = self._found(words, slot)
        rest = {name: said for name, said in section.items() if name != key}
        return self._written(slot, rest, self.unknown | {slot})

    def said(self, words: Vocabulary, slot: Slot) -> Any:
        """Return what is written of a thing; None where nothing is."""
        section, key = self._found(words, slot)
        return section.get(key)

    def with_actor(self, words: Vocabulary, kind: str, name: str) -> tuple[Answers, str]:
        """Return the answers with one more actor, and the id it got."""
        taken = {fold(key) for key in self.actors}
        stem = fold(_OTHER.sub(" ", name)) or kind
        number, actor = 1, stem
        while actor in taken or actor == SENTRA or (actor != kind and actor in words.entries):
            number += 1
            actor = f"{stem}_{number}"
        said = {KIND: kind} | ({NAME: name} if name else {})
        return self._with_actors({**self.actors, actor: said}), actor

    def with_actor_as(self, actor: str, kind: str, name: str) -> Answers:
        """Return the answers with another kind and name of an actor; all else said of it stays."""
        rest = {k: v for k, v in self._about(actor).items() if k not in (KIND, NAME)}
        said = {KIND: kind} | ({NAME: name} if name else {}) | rest
        return self._with_actors({**self.actors, actor: said})

    def without_actor(self, actor: str) -> Answers:
        """Return the answers without an actor and all that was said of it."""
        rest = {key: said for key, said in self.actors.items() if key != actor}
        unknown = frozenset(slot for slot in self.unknown if slot.subject != actor)
        return replace(self._with_actors(rest), unknown=unknown)

    @property
    def actors(self) -> dict[str, Any]:
        """Return what is said of each actor, by its id."""
        return dict(self.profile.get("actors") or {})

    def case(self, base: RuleBase) -> Case:
        """Return what follows from the answers.

        Raises:
            InputError: an answer cannot be read.
        """
        return examine(self.profile, base=base)

    def _about(self, actor: str) -> dict[str, Any]:
        return dict(self.actors.get(actor) or {})

    def _with_actors(self, actors: dict[str, Any]) -> Answers:
        return replace(self, profile={**self.profile, "actors": actors})

    def _found(self, words: Vocabulary, slot: Slot) -> tuple[dict[str, Any], str]:
        """Return where a thing is written, and under which key: as it stands there, or its id."""
        of_actor = words.attributes[slot.attribute].of == ACTOR
        section = self._about(slot.subject) if of_actor else dict(self.profile.get(SENTRA) or {})
        bare = words.shorthand(slot.subject) == slot.attribute
        key = slot.subject if bare else slot.attribute
        known = statable(words, ACTOR if of_actor else SENTRA)
        return section, next((k for k in section if known.get(fold(k)) == key), key)

    def _written(self, slot: Slot, section: dict[str, Any], unknown: frozenset[Slot]) -> Answers:
        if slot.subject in self.actors:
            return replace(self._with_actors({**self.actors, slot.subject: section}),
                           unknown=unknown)  # fmt: skip
        return replace(self, profile={**self.profile, SENTRA: section}, unknown=unknown)


def stated(answers: Answers, words: Vocabulary) -> list[Slot]:
    """Return everything that is answered, in the order in which it is written."""
    found = []
    for key, content in (answers.profile.get(SENTRA) or {}).items():
        name = statable(words, SENTRA)[fold(key)]
        if is_stated(content):
            bare = words.shorthand(name)
            found.append(Slot(bare, name) if bare else Slot(name, SENTRA))
    for actor, said in answers.actors.items():
        for key, content in (said or {}).items():
            known = statable(words, ACTOR).get(fold(key), KIND)
            if known != KIND and is_stated(content):
                found.append(Slot(known, actor))
    return found
