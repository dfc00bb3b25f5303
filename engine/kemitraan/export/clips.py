"""The rules as a file of CLIPS, with the facts of a profile: the same conclusions, elsewhere.

A fact is an ordered fact `(f:attribute subject value)`; the prefix keeps attributes clear of the
words that CLIPS reserves. An absence is decided once all that could fill it has fired: a lower
stratum has the higher salience. What guards withhold is no conclusion of the rules, and is not
left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.fact import Fact
from kemitraan.knowledge.language import IT, THIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.case import Case
    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.knowledge.language import Conclusion

PREFIX: Final = "f:"
"""What the name of every attribute begins with."""


def clips_file(case: Case) -> str:
    """Return the rules of a case as constructs of CLIPS, with the facts it starts from."""
    return "\n".join([*_header(case), "", *_rules(case), "", *_facts(case), ""])


def _header(case: Case) -> Iterator[str]:
    scenario, made = case.scenario, case.made_with
    yield f"; kemitraan, {len(case.base.rules)} aturan | rules, {made.rules}"
    yield f"; {_one_line(scenario.name)} ({scenario.id})"
    changed = [f"--set {s}" for s in made.settings]
    changed += [f"--assume {a.name}={a.choice}" for a in made.assumptions]
    changed += [f"--overlay {o}" for o in made.overlays] + [f"--without {r}" for r in made.without]
    if changed:
        yield f"; {_one_line(' '.join(changed))}"
    yield "; Jalankan | Run: clips, (load <file>) (reset) (run) (facts)"
    yield "; Fakta | Facts: (f:attribute subject value)"
    withheld, _ = case.withheld
    for fact in sorted(withheld):
        yield f"; ditahan pengaman | withheld by a guard: {asserted(fact)}"


def _rules(case: Case) -> Iterator[str]:
    rule = ""
    for clause in sorted(case.base.clauses, key=lambda clause: clause.order):
        if clause.rule != rule:
            rule, title = clause.rule, case.base.rule[clause.rule].title
            yield f"; {rule}: {_one_line(title.id)} | {_one_line(title.en)}"
        yield defrule(clause)


def _facts(case: Case) -> Iterator[str]:
    given = case.fact_base
    groups = (
        ("catalogue", (f for f in given.facts if f in given.fixed)),
        ("profile", (f for f in given.facts if f not in given.fixed)),
    )
    for name, facts in groups:
        yield f"(deffacts {name}"
        yield from (f"  {asserted(fact)}" for fact in facts)
        yield ")"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def asserted(fact: Fact) -> str:
    """Return a fact as CLIPS writes it."""
    return f"({PREFIX}{' '.join(fact)})"


def defrule(clause: Clause, note: str = "") -> str:
    """Return a clause as a rule of CLIPS.

    `note` is the name of a function to be called when it fires: with the order of the clause, what
    `this` is where the clause binds it, and subject and value of each fact that it matched.
    """
    captured = []
    lines = []
    for number, pattern in enumerate(clause.positive):
        subject = f"?{pattern.subject}" if pattern.subject in {THIS, IT} else f"?s{number}"
        value = f"?{THIS}" if pattern.variable else f"?v{number}"
        captured += [subject, value]
        lines.append(_pattern(pattern, f"{subject}&", f"{value}&") if note else _pattern(pattern))
    lines += [f"(not {_pattern(pattern)})" for pattern in clause.negative]
    this = [f"?{THIS}"] if binds_this(clause) else []
    call = f"({' '.join([note, str(clause.order), *this, *captured])}) " if note else ""
    heads = " ".join(_head(head) for head in clause.heads)
    return (
        f"(defrule {clause.name} (declare (salience {-clause.stratum})) "
        f"{' '.join(lines)} => {call}(assert {heads}))"
    )


def binds_this(clause: Clause) -> bool:
    """Tell whether a clause binds `this`."""
    return any(p.subject == THIS or p.variable for p in clause.positive)


def _pattern(pattern: Pattern, subject: str = "", value: str = "") -> str:
    """Return the pattern; `subject` and `value` capture what the constants match."""
    first = f"?{pattern.subject}" if pattern.subject in {THIS, IT} else subject + pattern.subject
    second = f"?{THIS}" if pattern.variable else value + "|".join(sorted(pattern.values))
    return f"({PREFIX}{pattern.attribute} {first} {second})"


def _head(head: Conclusion) -> str:
    words = (f"?{THIS}" if word == THIS else word for word in (head.subject, head.value))
    return f"({PREFIX}{head.attribute} {' '.join(words)})"


def read(facts: Iterable[object]) -> Iterator[Fact]:
    """Yield those of the facts of CLIPS, as it writes them, that are facts of ours."""
    for fact in map(str, facts):
        if fact.startswith(f"({PREFIX}"):
            yield Fact(*fact[1:-1].removeprefix(PREFIX).split())
