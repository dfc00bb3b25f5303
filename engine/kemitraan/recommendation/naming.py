"""By which words people name conclusions: the exact word, an id, or a label in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import fold
from kemitraan.recommendation.view import conclusion_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.fact import Fact
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text


def named(view: View, word: str, facts: Sequence[Fact], shown: Sequence[Fact]) -> list[Fact]:
    """Return the facts that a word names, in order; none where it names none.

    `attribute=value` or `subject.attribute=value` names one among `facts`; an id or a label
    stands for every one of `shown` about it or with it as value.
    """
    folded = fold(word.replace(":", "=").replace(" = ", "="))
    if exact := [f for f in facts if fold(conclusion_word(f)) == folded]:
        return exact
    found = [f for f in shown if folded in words_of_fact(view, f)]
    # The value of a fact says more than its subject: `supply_chain` means the type concluded.
    return [f for f in found if folded in _words_of_value(view, f)] or found


def known_words(view: View, shown: Iterable[Fact]) -> set[str]:
    """Return every word that names one of these facts."""
    listed = list(shown)
    words = {w for f in listed for w in words_of_fact(view, f)}
    return words | {conclusion_word(f) for f in listed}


def words_of_fact(view: View, fact: Fact) -> set[str]:
    """Return the ids and labels, folded, that stand for a fact."""
    labels = [view.describe(fact)]
    words = {fact.attribute, f"{fact.subject}.{fact.attribute}"}
    for part in (fact.subject, fact.value):
        if part in view.vocabulary.entries or part in view.actors:
            words.add(part)
            labels.append(view.label(part))
        elif part == fact.value and part not in {"yes", "no"}:
            return _folded(words, labels) | _words_of_value(view, fact)
    return _folded(words, labels)


def _words_of_value(view: View, fact: Fact) -> set[str]:
    label = view.vocabulary.label_of_value(fact.attribute, fact.value) or view.label(fact.value)
    return _folded([fact.value], [label])


def _folded(words: Iterable[str], labels: Iterable[Text]) -> set[str]:
    return {fold(w) for w in words} | {fold(t) for x in labels for t in (x.id, x.en)}
