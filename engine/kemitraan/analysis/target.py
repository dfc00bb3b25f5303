"""What a word names as a conclusion: one that holds, or one to aim at whether it holds or not.

People name conclusions by the exact word, by an id, or by a label in either language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.faults import NOTHING, Fault, InputError, Place, meant
from kemitraan.knowledge.vocabulary import SENTRA, fold
from kemitraan.logic.program import Instance, instances_for
from kemitraan.recommendation.view import conclusion_word
from kemitraan.scenario.overlay import retired_rule
from kemitraan.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kemitraan.case import Case
    from kemitraan.recommendation.view import View


def targets(case: Case, word: str) -> tuple[Fact, ...]:
    """Return the facts a word names that some rule could conclude, whether they hold or not.

    `attribute=value` or `subject.attribute=value` names one fact of any derived attribute; an
    id or a label stands for every conclusion a recommendation can show about it or with it as
    value. Rules of a layer switched off count as well.

    Raises:
        InputError: the word names nothing, or only what no rule concludes.
    """
    allowed = _allowed(case)
    shown = [fact for fact in allowed if fact.attribute in case.base.shown]
    found = _named(case.view, word, allowed, shown)
    possible = tuple(fact for fact in found if can_be_concluded(case, fact))
    if not possible:
        _not_retired(case, word)
        raise InputError([_impossible(case, found) if found else _unknown(case, word)])
    return possible


def reachable(case: Case, *, core: bool = False) -> list[Fact]:
    """Return every fact a recommendation can show that some rule could conclude in this case.

    `core`: only those of the core of a recommendation.
    """
    told = case.base.shown
    shown = (
        fact
        for fact in _allowed(case)
        if fact.attribute in told and (told[fact.attribute].core or not core)
    )
    return [fact for fact in shown if can_be_concluded(case, fact)]


def holding(case: Case, word: str) -> tuple[Fact, ...]:
    """Return the facts a word names among what was concluded and is not withheld.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    shown = [fact for fact in case.admitted if fact.attribute in case.base.shown]
    if found := _named(case.view, word, case.admitted, shown):
        return tuple(found)
    _not_retired(case, word)
    place = Place(case.scenario.file)
    allowed = _allowed(case)
    possible = [fact for fact in allowed if fact.attribute in case.base.shown]
    if missed := _named(case.view, word, allowed, possible):
        raise InputError([_not_concluded(case, word, missed, place)])
    what = Text(
        f"tidak ada kesimpulan '{word}' untuk sentra ini",
        f"nothing named '{word}' was concluded for this sentra",
    )
    every = Text(
        "Jalankan `kemitraan why` tanpa kesimpulan untuk melihat daftarnya",
        "Run `kemitraan why` without a conclusion to see the list",
    )
    fix = meant(word, _known_words(case.view, [*shown, *possible]), every)
    raise InputError([Fault(place, what, fix=fix)])


def _not_concluded(case: Case, word: str, missed: Sequence[Fact], place: Place) -> Fault:
    """Return the fault of asking for the reasons of what does not hold: what holds in its place."""
    slots = {fact.slot for fact in missed}
    instead = [case.view.describe(fact) for fact in case.admitted if fact.slot in slots]
    what = Text(f"'{word}' tidak disimpulkan", f"'{word}' is not concluded")
    why = Text("Yang berlaku: {what}", "What holds: {what}").format(what=joined(instead))
    fix = Text("Apa yang kurang: kemitraan why-not PROFIL {word}",
               "What it lacks: kemitraan why-not SCENARIO {word}")  # fmt: skip
    quoted = f'"{word}"' if " " in word else word
    return Fault(place, what, why if instead else NOTHING, fix.format(word=quoted))


def _not_retired(case: Case, word: str) -> None:
    """Refuse the id of a rule that is no longer there, with what is in its place."""
    identifier = word.strip().upper()
    if identifier in case.base.retired:
        place = Place(case.scenario.file)
        raise InputError([retired_rule(identifier, case.base, place)])


def can_be_concluded(case: Case, fact: Fact) -> bool:
    """Tell whether some rule, of any layer, has this fact as a conclusion."""
    return any(True for _ in concluding(case, fact))


def concluding(case: Case, fact: Fact) -> Iterator[Instance]:
    """Return the instances of the clauses of all layers that conclude this fact, by rule."""
    return instances_for(case.base.concluding.get(fact.attribute, ()), fact, case.subjects)


def _allowed(case: Case) -> list[Fact]:
    """Return every fact of a derived attribute that the vocabulary allows in this case."""
    words = case.base.vocabulary
    return [
        Fact(attribute.id, subject, value)
        for attribute in words.attributes.values()
        if attribute.role == "derived"
        for subject in case.subjects[attribute.of]
        for value in words.values_of(attribute.id) or case.subjects[attribute.scale]
    ]


def _impossible(case: Case, found: Sequence[Fact]) -> Fault:
    """Return the fault of naming what no rule concludes, with what rules conclude instead."""
    first = found[0]
    others = [
        conclusion_word(fact)
        for fact in _allowed(case)
        if fact.slot == first.slot and can_be_concluded(case, fact)
    ]
    label = case.view.describe(first)
    listed = ", ".join(others)
    return Fault(
        Place(case.scenario.file),
        Text(f"tidak ada aturan yang menyimpulkan '{label.id}'", f"no rule concludes '{label.en}'"),
        Text(
            "Perubahan profil apa pun tidak menghasilkannya",
            "No change of a profile brings it about",
        ),
        Text(f"Yang dapat disimpulkan: {listed}", f"What can be concluded: {listed}")
        if others
        else Text("", ""),
    )


def _unknown(case: Case, word: str) -> Fault:
    place = Place(case.scenario.file)
    name = word.replace(":", "=").partition("=")
    if name[1] and fold(name[0]) in case.base.vocabulary.inputs(SENTRA):
        return Fault(
            place,
            Text(
                f"'{word}' dinyatakan dalam profil, bukan disimpulkan",
                f"'{word}' is stated in a profile, not concluded",
            ),
            fix=Text(f"Untuk mencobanya: --set {word}", f"To try it: --set {word}"),
        )
    what = Text(
        f"tidak ada kesimpulan yang bernama '{word}'", f"no conclusion goes by the name '{word}'"
    )
    every = Text(
        "Daftar kesimpulan yang kini berlaku: `kemitraan why PROFIL`",
        "The conclusions that hold now: `kemitraan why SCENARIO`",
    )
    return Fault(place, what, fix=meant(word, _known_words(case.view, reachable(case)), every))


def _named(view: View, word: str, facts: Sequence[Fact], shown: Sequence[Fact]) -> list[Fact]:
    """Return the facts that a word names, in order; none where it names none.

    `attribute=value` or `subject.attribute=value` names one among `facts`; an id or a label
    stands for every one of `shown` about it or with it as value.
    """
    folded = fold(word.replace(":", "=").replace(" = ", "="))
    if exact := [f for f in facts if fold(conclusion_word(f)) == folded]:
        return exact
    found = [f for f in shown if folded in _words_of_fact(view, f)]
    # A subject alone may mean one value of it; else the value of a fact says more than its subject.
    meant = [
        f
        for f in found
        if view.base.shown[f.attribute].meant == f.value
        and folded in _folded([f.subject], [view.label(f.subject)])
    ]
    return meant or [f for f in found if folded in _words_of_value(view, f)] or found


def _known_words(view: View, shown: Iterable[Fact]) -> set[str]:
    """Return every word that names one of these facts."""
    listed = list(shown)
    words = {w for f in listed for w in _words_of_fact(view, f)}
    return words | {conclusion_word(f) for f in listed}


def _words_of_fact(view: View, fact: Fact) -> set[str]:
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
    return _folded([fact.value], [view.value_label(fact.attribute, fact.value)])


def _folded(words: Iterable[str], labels: Iterable[Text]) -> set[str]:
    return {fold(w) for w in words} | {fold(t) for x in labels for t in (x.id, x.en)}
