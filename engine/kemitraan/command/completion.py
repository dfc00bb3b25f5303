"""What a shell offers when the next word of a command is asked for (Tab).

Each function gets the word as far as it is typed and returns words with what they mean; typer
keeps those that begin so. What cannot be read yet offers nothing: a shell is no place for faults.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kemitraan.faults import InputError
from kemitraan.text import default_lang

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase

Offered = list[tuple[str, str]]
"""Words, each with its meaning."""


def scenarios(incomplete: str) -> Offered:
    """Offer the shipped scenarios, and files."""
    from kemitraan.scenario.shipped import shipped

    return [(name, "") for name in shipped()] + files(incomplete)


def overlays(incomplete: str) -> Offered:
    """Offer the shipped overlays, and files."""
    from kemitraan.scenario.shipped import shipped_overlays

    return [(name, "") for name in shipped_overlays()] + files(incomplete)


def settings(ctx: typer.Context, incomplete: str) -> Offered:
    """Offer what can be stated: `attribute=value` of the sentra, `actor.attribute=value` too."""
    from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
    from kemitraan.scenario.claims import statable

    base = _rules()
    if base is None:
        return []
    lang, words = default_lang(), base.vocabulary
    keys = {word: word for word in sorted(set(statable(words, SENTRA).values()))}
    for actor in _actors(ctx, base) if "." in incomplete else ():
        keys |= {f"{actor}.{word}": word for word in sorted(set(statable(words, ACTOR).values()))}
    labels: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for key, word in keys.items():
        attribute = words.shorthand(word) or word
        entry = words.entries.get(word)
        labels[key] = (entry[1] if entry else words.attributes[attribute]).label[lang]
        values[key] = {
            value: label[lang] if (label := words.label_of_value(attribute, value)) else ""
            for value in words.values_of(attribute)
        }
    return _pairs(incomplete, labels, values)


def assumptions(incomplete: str) -> Offered:
    """Offer the assumptions by name, each with its alternatives."""
    base = _rules()
    if base is None:
        return []
    lang = default_lang()
    listed = base.assumptions.values()
    return _pairs(
        incomplete,
        {a.name: a.label[lang] for a in listed},
        {a.name: {one.id: one.label[lang] for one in a.alternatives} for a in listed},
    )


def rules(incomplete: str) -> Offered:
    """Offer the rules by id."""
    base = _rules()
    lang = default_lang()
    return [
        (rule.id, rule.title[lang])
        for rule in (base.all_rules if base else ())
        if rule.id.startswith(incomplete)
    ]


def numbers(incomplete: str) -> Offered:
    """Offer all that has a number of its own: rules, assumptions, sources."""
    base, lang = _rules(), default_lang()
    if base is None:
        return []
    assumptions = [(a.id, a.label[lang]) for a in base.assumptions.values()]
    known = (*base.statements, *base.practice)
    sources = [(s, gloss[lang] if (gloss := base.gloss(s)) else "") for s in known]
    return rules(incomplete) + assumptions + sources


def case_of(ctx: typer.Context) -> "Case | None":
    """Return the case of what is typed so far, None where it cannot be examined."""
    from kemitraan.command.cases import cases
    from kemitraan.command.options import LayerChoice

    given, named = ctx.params, _scenario(ctx)
    if named is None:
        return None
    try:
        return cases(
            [named],
            given.get("assume"),
            given.get("settings"),
            given.get("layer") or LayerChoice.ALL,
            given.get("overlays"),
            given.get("without"),
        )[0]
    except (InputError, OSError):
        return None


def _rules() -> "RuleBase | None":
    from kemitraan.knowledge.load import load_rulebase

    try:
        return load_rulebase()
    except (InputError, OSError):
        return None


def _scenario(ctx: typer.Context) -> str | None:
    """Return the scenario typed so far; where an option still lacks its value, it is left over."""
    typed = [ctx.params.get("scenario"), *(ctx.params.get("scenarios") or ()), *ctx.args]
    return next(filter(None, typed), None)


def _actors(ctx: typer.Context, base: "RuleBase") -> tuple[str, ...]:
    """Return the actors of the scenario typed so far."""
    from kemitraan.scenario.read import load_scenario

    named = _scenario(ctx)
    try:
        return tuple(a.id for a in load_scenario(named, base).actors) if named else ()
    except (InputError, OSError):
        return ()


def _pairs(
    incomplete: str, labels: "Mapping[str, str]", values: "Mapping[str, Mapping[str, str]]"
) -> Offered:
    """Offer names; once a single one is left, offer it with each of its values."""
    typed, equals, _ = incomplete.partition("=")
    left = [name for name in labels if name == typed or (not equals and name.startswith(typed))]
    if not equals and len(left) > 1:
        return [(f"{name}=", labels[name]) for name in left]
    return [(f"{name}={value}", label) for name in left for value, label in values[name].items()]


def files(incomplete: str) -> Offered:
    """Offer the YAML files in the folder typed so far; folders are left to the shell."""
    folder, _, begun = incomplete.rpartition("/")
    prefix = f"{folder}/" if "/" in incomplete else ""
    try:
        found = sorted(
            path.name
            for path in Path(prefix or ".").iterdir()
            if path.suffix in {".yaml", ".yml"} and path.name.startswith(begun)
        )
    except OSError:
        return []
    return [(prefix + name, "") for name in found]
