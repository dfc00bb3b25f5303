"""Puts overlays together and lays them on a profile; whatever they say differently is refused.

No overlay comes before another: what two of them write on the same thing must be the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.fact import Slot
from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.knowledge.patch import anywhere, patched_rules
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario
from kemitraan.scenario.overlay import known_rule, load_overlay
from kemitraan.text import Text, nearest, same

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.overlay import Overlay, Write


@dataclass(frozen=True, slots=True)
class Patch:
    """Overlays sorted by id, and rules switched off besides; `base` is the one to change."""

    base: RuleBase
    overlays: tuple[Overlay, ...]
    without: tuple[str, ...]

    @property
    def writes(self) -> tuple[Write, ...]:
        """Return everything said of facts."""
        return tuple(w for o in self.overlays for w in o.writes)

    @property
    def choices(self) -> list[str]:
        """Return the alternatives chosen, as `name=alternative`."""
        return sorted({f"{name}={o.choices[name][0]}" for o in self.overlays for name in o.choices})

    def rules(self, faults: list[Fault]) -> RuleBase:
        """Return the base with the rules switched off and added; their faults are appended."""
        off = {*self.without, *(rule for o in self.overlays for rule in o.without)}
        added = {rule.id: rule for o in reversed(self.overlays) for rule in o.rules}
        return patched_rules(self.base, off, list(added.values()), faults)

    def laid_on(self, scenario: Scenario, faults: list[Fault]) -> Scenario:
        """Return the scenario with what the overlays say of its sentra and actors."""
        actors = self.actors(scenario, faults)
        ids = {fold(a.id): a.id for a in actors}
        claims = list(scenario.claims)
        replaced: set[Slot] = set()
        for w in self.writes:
            subject = ids.get(fold(w.subject), w.subject)
            thing = Slot(w.attribute, subject)
            if not w.beside and thing not in replaced:
                claims = [c for c in claims if c.slot != thing]
            replaced.add(thing)
            claims.extend(replace(c, subject=subject) for c in w.claims)
        kinds = {c.subject: c.value for c in claims if c.attribute == KIND}
        claims.extend(Claim(KIND, a.id, a.kind, a.place) for a in actors if a.id not in kinds)
        order = {kind: rank for rank, kind in enumerate(self.base.vocabulary.values_of(KIND))}
        placed = [replace(a, kind=kinds.get(a.id) or a.kind) for a in actors]
        placed.sort(key=lambda a: (order.get(a.kind, len(order)), a.id))
        return replace(scenario, claims=tuple(claims), actors=tuple(placed))

    def actors(self, scenario: Scenario, faults: list[Fault]) -> list[Actor]:
        """Return the actors of the scenario, and those that overlays add to it."""
        found = {fold(a.id): a for a in scenario.actors}
        for actor in (a for o in self.overlays for a in o.actors):
            known = found.setdefault(fold(actor.id), actor)
            found[fold(actor.id)] = replace(
                known, name=actor.name or known.name, kind=known.kind or actor.kind
            )
        for actor in found.values():
            if not actor.kind:
                near = did_you_mean(nearest(actor.id, [a.id for a in scenario.actors]))
                what = Text(
                    f"aktor '{actor.id}' tidak ada di profil {scenario.id}",
                    f"there is no actor '{actor.id}' in the profile {scenario.id}",
                )
                add = Text("Tambahkan kind: agar ia ditambahkan", "Add kind: to have it added")
                faults.append(Fault(actor.place, what, fix=near if near.id else add))
        return list(found.values())

    def overruled(self, before: Scenario, after: Scenario) -> Iterator[Fault]:
        """Yield a fault for each thing that a setting then made differ from what overlays say."""
        ids = {fold(a.id): a.id for a in before.actors}
        for w in self.writes:
            thing = Slot(w.attribute, ids.get(fold(w.subject), w.subject))
            if _said(before, thing) != _said(after, thing):
                yield _differing(_named(w, self.base), Place("--set"), w.place)

    def outvoted(self, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Fault]:
        """Yield a fault for each choice of an overlay that is then made differently."""
        for overlay in self.overlays:
            for name, (_, place) in overlay.choices.items():
                if before[name] != after[name]:
                    label = self.base.assumptions[name].label
                    yield _differing(label, Place("--assume"), place)


def patch_of(
    overlays: Sequence[str | Path], without: Sequence[str], base: RuleBase, faults: list[Fault]
) -> Patch:
    """Return the overlays of these names or paths as one patch, with rules switched off by id.

    Appended are the faults of each, and one for each thing they write differently.
    """
    found: dict[tuple[str, str], Overlay] = {}
    for name in overlays:
        try:
            overlay = load_overlay(name, base)
        except InputError as error:
            faults.extend(error.faults)
        else:
            found[overlay.id, overlay.file] = overlay
    place = Place("--without")
    off = {rule for word in without if (rule := known_rule(word, base, place, faults))}
    patch = Patch(base, tuple(found[key] for key in sorted(found)), tuple(sorted(off)))
    faults.extend(_disagreements(patch))
    return patch


def _disagreements(patch: Patch) -> Iterator[Fault]:
    first: dict[Hashable, tuple[object, Place]] = {}
    for key, what, said, place in _written(patch):
        before, there = first.setdefault(key, (said, place))
        if before != said:
            yield _differing(what, there, place)


def _written(patch: Patch) -> Iterator[tuple[Hashable, Text, object, Place]]:
    """Yield everything the overlays write: the thing, its name, what is said of it, and where."""
    for w in patch.writes:
        # What is added beside the profile does not stand against what another one adds.
        said = "beside" if w.beside else _content(w.claims)
        yield (w.attribute, fold(w.subject)), _named(w, patch.base), said, w.place
    for overlay in patch.overlays:
        for name, (chosen, place) in overlay.choices.items():
            yield name, patch.base.assumptions[name].label, chosen, place
        for rule in overlay.rules:
            yield rule.id, same(rule.id), anywhere(rule), rule.place
        for actor in overlay.actors:
            if actor.name:
                yield ("name", fold(actor.id)), same(actor.id), actor.name, actor.place


def _differing(what: Text, there: Place, place: Place) -> Fault:
    said = Text("'{what}' ditulis berbeda di {there}", "'{what}' is written differently at {there}")
    fix = Text(
        "Pakai salah satu saja, atau samakan isinya", "Use one of the two, or make them agree"
    )
    return Fault(place, said.format(what=what, there=str(there)), fix=fix)


def _content(claims: Iterable[Claim]) -> tuple[tuple[object, ...], ...]:
    """Return what claims say, in one order, without who said it and where it stands."""
    said = {(c.value, c.figure, c.words, c.basis, c.on, c.potential) for c in claims}
    return tuple(sorted(said, key=repr))


def _said(scenario: Scenario, thing: Slot) -> tuple[tuple[object, ...], ...]:
    return _content(c for c in scenario.claims if c.slot == thing)


def _named(w: Write, base: RuleBase) -> Text:
    attribute = base.vocabulary.attributes[w.attribute]
    label = attribute.label
    found = base.vocabulary.entries.get(w.subject)
    if found is not None and found[0].shorthand == w.attribute:
        return found[1].label
    if w.subject == attribute.of:
        return label
    return Text(f"{w.subject}, {label.id}", f"{w.subject}, {label.en}")
