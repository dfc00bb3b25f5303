"""Lays overlays on a profile and its knowledge base; whatever they say differently is refused.

No overlay comes before another: what two of them say of one thing must be the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.fact import Slot
from kemitraan.faults import Fault, Place, meant
from kemitraan.knowledge.patch import anywhere, patched_rules
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.read import in_order
from kemitraan.scenario.typed import SET
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Actor, Claim, Scenario, Setting
    from kemitraan.scenario.overlay import Overlay


def choice_of(base: RuleBase, overlays: Sequence[Overlay] = ()) -> dict[str, str]:
    """Return the alternative of every assumption: the defaults, and what overlays choose."""
    return {a.name: a.default for a in base.assumptions.values()} | chosen(overlays)


def chosen(overlays: Sequence[Overlay]) -> dict[str, str]:
    """Return the alternatives of assumptions that overlays choose."""
    return {name: made for o in overlays for name, (made, _) in o.choices.items()}


def patched(base: RuleBase, overlays: Sequence[Overlay], faults: list[Fault]) -> RuleBase:
    """Return the base with the rules switched off and added; their faults are appended."""
    off = {rule for o in overlays for rule in o.without}
    added = {rule.id: rule for o in reversed(overlays) for rule in o.rules}
    return patched_rules(base, off, list(added.values()), faults)


def laid_on(
    scenario: Scenario, overlays: Sequence[Overlay], base: RuleBase, faults: list[Fault]
) -> Scenario:
    """Return the scenario with what overlays say of its sentra and actors; faults are appended."""
    actors = _actors(scenario, overlays, faults)
    ids = {fold(a.id): a.id for a in actors}
    claims = list(scenario.claims)
    replaced: set[Slot] = set()
    for setting in (s for o in overlays for s in o.settings):
        subject = ids.get(fold(setting.subject), setting.subject)
        slot = Slot(setting.attribute, subject)
        if not setting.beside and slot not in replaced:
            claims = [c for c in claims if c.slot != slot]
        replaced.add(slot)
        claims.extend(replace(c, subject=subject) for c in setting.claims)
    return in_order(replace(scenario, claims=tuple(claims), actors=tuple(actors)), base.vocabulary)


def _actors(scenario: Scenario, overlays: Sequence[Overlay], faults: list[Fault]) -> list[Actor]:
    """Return the actors of the scenario, and those that overlays add to it."""
    found = {fold(a.id): a for a in scenario.actors}
    for actor in (a for o in overlays for a in o.actors):
        known = found.setdefault(fold(actor.id), actor)
        found[fold(actor.id)] = replace(
            known, name=actor.name or known.name, kind=known.kind or actor.kind
        )
    there = [a.id for a in found.values() if a.kind]
    for actor in (a for a in found.values() if not a.kind):
        if actor.place == SET:
            what = Text(f"aktor '{actor.id}' tidak ada", f"there is no actor '{actor.id}'")
            listed = ", ".join(there) or "–"
            fix = Text(f"Yang ada: {listed}", f"Known: {listed}")
        else:
            what = Text(
                f"aktor '{actor.id}' tidak ada di profil {scenario.id}",
                f"there is no actor '{actor.id}' in the profile {scenario.id}",
            )
            fix = Text("Tambahkan kind: agar ia ditambahkan", "Add kind: to have it added")
        faults.append(Fault(actor.place, what, fix=meant(actor.id, there, fix, faults)))
    return list(found.values())


def disagreements(overlays: Sequence[Overlay], base: RuleBase) -> Iterator[Fault]:
    """Yield a fault for each thing that an overlay says otherwise than the first to speak of it."""
    first: dict[Hashable, tuple[object, Place]] = {}
    for key, name, said, place in _said(overlays, base):
        before, there = first.setdefault(key, (said, place))
        if before != said:
            what = Text(
                "'{name}' ditulis berbeda di {there}", "'{name}' is written differently at {there}"
            )
            fix = Text(
                "Pakai salah satu saja, atau samakan isinya",
                "Use one of the two, or make them agree",
            )
            yield Fault(place, what.format(name=name, there=str(there)), fix=fix)


def _said(
    overlays: Sequence[Overlay], base: RuleBase
) -> Iterator[tuple[Hashable, Text, object, Place]]:
    """Yield everything that overlays say: of what, its name, what is said, and where."""
    for overlay in overlays:
        for setting in overlay.settings:
            # What is added beside the profile does not stand against what another one adds.
            said = "beside" if setting.beside else _content(setting.claims)
            key = (setting.attribute, fold(setting.subject))
            yield key, _named(setting, base), said, setting.place
        for name, (choice, place) in overlay.choices.items():
            yield name, base.assumptions[name].label, choice, place
        for rule in overlay.rules:
            yield rule.id, same(rule.id), anywhere(rule), rule.place
        for actor in overlay.actors:
            if actor.name:
                yield ("name", fold(actor.id)), same(actor.id), actor.name, actor.place


def _content(claims: Iterable[Claim]) -> tuple[tuple[object, ...], ...]:
    """Return what claims say, in one order, without who said it and where it stands."""
    said = {(c.value, c.figure, c.words, c.basis, c.on, c.potential) for c in claims}
    return tuple(sorted(said, key=repr))


def _named(setting: Setting, base: RuleBase) -> Text:
    attribute = base.vocabulary.attributes[setting.attribute]
    label = attribute.label
    if base.vocabulary.shorthand(setting.subject) == setting.attribute:
        return base.vocabulary.entries[setting.subject][1].label
    if setting.subject == attribute.of:
        return label
    return Text(f"{setting.subject}, {label.id}", f"{setting.subject}, {label.en}")
