"""What is said of a table before its rows: columns that may mean more, or rest on an assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.text import Text, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.assumptions import Assumption
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.run import Run

_ASSUMED: Final = Text(
    "kolom {letter} '{heading}' dibaca menurut asumsi {name}: {choice}. Pilihan lain: "
    "--assume {id}={others}",
    "column {letter} '{heading}' is read by assumption {name}: {choice}. Other choices: "
    "--assume {id}={others}",
)


def notes(run: Run) -> Iterator[Text]:
    """Yield what is to be known of the columns of a table."""
    yield from run.headings.notes(run.columns)
    for column in run.columns:
        attribute = run.base.vocabulary.attributes.get(column.word)
        if column.role != "fact" or attribute is None or attribute.asked:
            continue
        for assumption in _reading(run.base, column.word):
            chosen = run.choice[assumption.name]
            yield _ASSUMED.format(
                letter=column.letter,
                heading=column.heading,
                name=titled(assumption.id, assumption.label),
                choice=assumption.alternative(chosen).label,
                id=assumption.name,
                others="|".join(a.id for a in assumption.alternatives if a.id != chosen),
            )


def _reading(base: RuleBase, attribute: str) -> list[Assumption]:
    """Return the assumptions under which alone an attribute has a part in anything."""
    read = [{p.attribute for p in (*clause.positive, *clause.negative)} for clause in base.clauses]
    having = [attributes for attributes in read if attribute in attributes]
    return [
        base.assumptions[name]
        for name in sorted(set.intersection(*having) if having else set())
        if name in base.assumptions
    ]
