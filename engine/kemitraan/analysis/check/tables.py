"""What is asked of decision tables: do two rows hold at once, do values go without a row."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from kemitraan.analysis.check.finding import DeepFinding
from kemitraan.analysis.check.solver import Undecided
from kemitraan.knowledge.language import THIS, Conclusion, Rule
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.logic.literals import FALSE
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kemitraan.analysis.check.questions import Asking
    from kemitraan.case import Case
    from kemitraan.knowledge.language import Table
    from kemitraan.logic.literals import Literal

    BySubject = Mapping[str | None, Literal]

_AT_ONCE = Text(
    "{first} dan {second} berlaku sekaligus di tabel '{table}'",
    "{first} and {second} hold at once in the table '{table}'",
)
_UNIQUE = Text(
    "Di tabel dengan hit: unique hanya satu baris boleh berlaku ({first}: {place})",
    "In a table with hit: unique one row may hold at a time ({first}: {place})",
)
_GAP = Text(
    "tabel '{table}': ada nilai kolom yang tidak punya baris",
    "the table '{table}' has no row for some values of its columns",
)
_COMPLETE = Text(
    "Tabel ini harus lengkap; jika memang tidak, tulis complete: false",
    "It is to be complete; where it is not meant to be, write complete: false",
)


def asked_of(table: Table) -> Rule:
    """Return a rule that concludes a mark wherever a complete table must have a row."""
    subject = THIS if table.each else SENTRA
    return Rule(
        id=table.id,
        title=table.title,
        layer="paper",
        each=table.each,
        conditions=table.asked,
        conclusions=(Conclusion(f"{table.id}#0", subject, "yes"),),
        because=table.title,
        source=(),
        place=table.place,
    )


def overlaps(asking: Asking, table: Table) -> Iterator[DeepFinding]:
    """Yield each two rows of a table that hold at once of one subject."""
    graph, base = asking.model.graph, asking.base
    fires = {row.rule: _by_subject(asking, row.rule) for row in table.rows}
    together: dict[tuple[str, str], Literal] = {}
    for first, second in combinations(sorted(fires), 2):
        shared = [fires[first][t] & fires[second][t] for t in fires[first] if t in fires[second]]
        both = graph.any_of(shared)
        if both != FALSE:
            together[first, second] = both
    try:
        at_once = partial(_two_at_once, [*together])
        if not asking.finder.possible(graph.any_of(together.values()), at_once):
            return
    except Undecided:
        pass  # which of them was not settled is told one by one
    for (first, second), both in together.items():
        asked = DeepFinding(
            kind="overlap",
            about=f"{first}+{second}",
            place=base.rule[second].place,
            what=_AT_ONCE.format(first=first, second=second, table=table.id),
            why=_UNIQUE.format(first=first, place=str(base.rule[first].place)),
        )
        yield from asking.shown_by(asked, both, partial(_two_at_once, [(first, second)]))


def gaps(asking: Asking, table: Table) -> Iterator[DeepFinding]:
    """Yield that a complete table has no row for some values of its columns."""
    graph = asking.model.graph
    rows: dict[str | None, list[Literal]] = defaultdict(list)
    for row in table.rows:
        for this, formula in _by_subject(asking, row.rule).items():
            rows[this].append(formula)
    without = [
        wanted & ~graph.any_of(rows[this]) for this, wanted in _by_subject(asking, table.id).items()
    ]
    asked = DeepFinding(
        kind="gap",
        about=table.id,
        place=table.place,
        what=_GAP.format(table=table.id),
        why=_COMPLETE,
    )
    yield from asking.shown_by(asked, graph.any_of(without), partial(_no_row, table))


def _by_subject(asking: Asking, rule: str) -> BySubject:
    """Return the profiles in which a rule fires, by the subject at hand."""
    return {one.this: formula for one, formula in asking.model.instances.get(rule, ())}


def _fired(case: Case) -> set[tuple[str, str | None]]:
    every = (d for found in case.inference.derivations.values() for d in found)
    return {(d.clause.rule, d.this) for d in every if d.clause.choice is None}


def _two_at_once(pairs: list[tuple[str, str]], case: Case) -> bool:
    fired = _fired(case)
    return any(
        (second, this) in fired for first, second in pairs for rule, this in fired if rule == first
    )


def _no_row(table: Table, case: Case) -> bool:
    fired = _fired(case)
    rows = {this for row in table.rows for rule, this in fired if rule == row.rule}
    return any(this not in rows for rule, this in fired if rule == table.id)
