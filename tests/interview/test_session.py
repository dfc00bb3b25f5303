"""The conversation: what is asked, what each command does, and that nothing said is lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.interview.answers import ACTORS, Answers, stated
from kemitraan.interview.asking import Asking
from kemitraan.interview.session import Ended, Session
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.model import KIND
from kemitraan.text import Lang
from tests.interview.talk import Talk
from tests.thorough import few

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.fact import Slot
    from kemitraan.knowledge.rulebase import RuleBase

NEW = {"id": "mete", "name": "Sentra Mete", "assessed_on": "2026"}
KNOWN = {**NEW, "sentra": {"product_character": "food", "product_lines": "other_food"}}


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


@pytest.mark.slow
def test_new_sentra_is_asked_for_the_product_then_the_actors(base: RuleBase) -> None:
    talk = Talk(base, Answers(NEW))
    told = talk.typed("5", "4 Bank Sultra", "", "tt", "h")
    assert told.index("product lines are") < told.index("the parties")
    assert told.count("the parties around") == 1
    assert "+ Bank Sultra (strategic)" in told
    assert "Creative economy and cultural tourism: open → not suited" in told
    assert "Answered 1, not known 1" in told
    assert talk.kept[-1] == {
        **NEW,
        "sentra": {"product_lines": "other processed food"},
        "actors": {"bank_sultra": {"kind": "financial_institution", "name": "Bank Sultra"}},
    }


@pytest.mark.slow
def test_bad_input_gets_a_sentence_and_the_question_again(base: RuleBase) -> None:
    talk = Talk(base, Answers(KNOWN, frozenset({ACTORS})), Lang.ID)
    told = talk.typed("99", "entah", "", "m", "bantuan", "k")
    assert "Tidak ada jawaban nomor 99; pilih 1 sampai" in told
    assert "'entah' tidak dikenal" in told
    assert "Ketik jawaban atau perintah." in told
    assert "Jawabannya dapat memastikan" in told
    assert "Aturan yang menunggu" in told
    assert "Tidak ada yang dapat dibatalkan." in told
    assert talk.kept == []
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.slow
def test_answer_known_later_is_given_by_editing(base: RuleBase) -> None:
    talk = Talk(base, Answers(KNOWN, frozenset({ACTORS})))
    talk.typed("dk")
    assert len(talk.session.asking.answers.unknown) == 2
    told = talk.typed("e", "3", "1")
    assert talk.session.asking.answers.unknown == {ACTORS}
    told += talk.typed("e", "1", "", "e", "1", "dk")
    assert "not known" in told
    assert "(empty: leave it)" in told
    assert "Answer taken away: product character" in told
    assert "product_character" not in talk.kept[-1]["sentra"]
    assert len(talk.kept[-1]["sentra"]) == 2


@pytest.mark.slow
def test_actor_can_be_put_right_and_removed(base: RuleBase) -> None:
    talk = Talk(base, Answers({**KNOWN, "actors": {"bank": {"kind": "bank", "interest": "high"}}}))
    talk.typed("e", "4", "1 Dinas")
    assert talk.kept[-1]["actors"] == {
        "bank": {"kind": "local_government", "name": "Dinas", "interest": "high"}
    }
    talk.typed("e", "4", "-")
    assert talk.kept[-1]["actors"] == {}


class _Walk:
    """Types at random, keeps its own account of what was said, and holds the interview to it."""

    def __init__(self, base: RuleBase, seed: int, steps: int) -> None:
        self.base, self.steps = base, steps
        self.random = random.Random(seed)
        self.answers: dict[Slot, str] = {}
        self.unknown: set[Slot] = {ACTORS}
        self.past: list[tuple[dict[Slot, str], set[Slot], Slot]] = []
        self.kept: Mapping[str, Any] = KNOWN
        self.again: Slot | None = None
        self.choosing: int | None = None
        self.done: set[str] = set()
        self.session = Session(
            base, self.anew(), Lang.EN, read=self.read, write=lambda _: None, keep=self.keep
        )

    def keep(self, profile: Mapping[str, Any]) -> None:
        self.kept = profile

    def anew(self) -> Answers:
        """Return the state of answering the present answers anew, in another order."""
        answers = Answers(KNOWN)
        for slot in sorted(self.answers):
            answers = answers.with_answer(self.base.vocabulary, slot, self.answers[slot])
        for slot in self.unknown:
            answers = answers.with_unknown(self.base.vocabulary, slot)
        return answers

    def read(self) -> str:
        if self.choosing is not None:
            number, self.choosing = self.choosing, None
            return str(number)
        slot = self.session.asked
        assert slot is not None
        self.hold(slot)
        self.steps -= 1
        if self.steps < 0:
            raise Ended
        return self.act(slot)

    def hold(self, slot: Slot) -> None:
        """Check that all said is kept, and that what is asked is what would be asked anew."""
        anew = self.anew()
        assert _flat(self.kept) == _flat(anew.profile)
        assert self.session.asking.answers.unknown == anew.unknown
        if self.session.editing:
            return
        asking = Asking(anew.case(self.base), anew)
        assert slot in asking.open
        assert slot == (self.again if self.again in asking.open else asking.following())

    def act(self, slot: Slot) -> str:
        words = self.base.vocabulary
        editing = self.session.editing
        choices = ["answer"] * 4 + ["unknown", "back", *([] if editing else ["edit"])]
        action = self.random.choice(choices)
        self.done.add(action)
        if action == "edit":
            self.choosing = self.random.randint(
                1, len(stated(self.anew(), self.base.vocabulary)) + len(self.unknown - {ACTORS})
            )
            return "e"
        self.again = None
        if action == "back":
            if not editing and self.past:
                self.answers, self.unknown, self.again = self.past.pop()
            elif not editing:
                self.again = slot
            return "b"
        self.past.append((dict(self.answers), set(self.unknown), slot))
        if action == "unknown":
            self.answers.pop(slot, None)
            self.unknown.add(slot)
            return "dk"
        self.unknown.discard(slot)
        values = words.values_of(slot.attribute)
        if words.takes_words(slot.attribute):
            self.answers[slot] = "said so"
            return "said so"
        number = self.random.randint(1, len(values))
        self.answers[slot] = words.word_for(slot.attribute, values[number - 1]).en
        return str(number)


def _flat(profile: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**profile, "sentra": dict(profile.get("sentra") or {})}


@pytest.mark.slow
@pytest.mark.parametrize("seed", few(range(2), 1))
def test_any_walk_ends_where_answering_the_present_answers_anew_does(
    base: RuleBase, seed: int
) -> None:
    walk = _Walk(base, seed, 15)
    walk.session.run()
    assert walk.done == {"answer", "unknown", "back", "edit"}
    assert KIND not in {slot.attribute for slot in walk.answers}
