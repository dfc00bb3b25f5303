"""The knowledge base as a report: its rules, one rule, what became of each statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.knowledge.coverage import coverage
from kemitraan.knowledge.language import Layer, Rule
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.where_used import Uses
from kemitraan.published import Data, Published
from kemitraan.report import words as w
from kemitraan.report.conditions import Words
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.report.sources import said
from kemitraan.report.tables import table_parts
from kemitraan.report.terms import READ_BY, term_rows, terms_named, use_rows
from kemitraan.text import Lang, Text, same, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kemitraan.knowledge.coverage import Covered
    from kemitraan.knowledge.language import Table
    from kemitraan.knowledge.rulebase import RuleBase


BESIDE = Text("{name} ({said})", "{name} ({said})")
SPAN = Text("{first} …", "{first} …")
TABLE = Text("{title} ({id}; {n} baris)", "{title} ({id}; rows: {n})")
ALL_ROWS = Text(
    "Tabel dengan semua barisnya: tambahkan --full. Satu aturan: kemitraan rules show ID.",
    "Tables with all their rows: add --full. One rule: kemitraan rules show ID.",
)
ONE_OF = Text("Sebut salah satu: {ids}", "Name one of them: {ids}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo(Data):
    """A rule in short; `table` is the decision table it is a row of, if of one."""

    id: str
    table: str | None
    title: Text
    layer: Layer
    each: str | None
    because: Text
    sources: tuple[str, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RulesList(Published):
    """All rules, in their order, with the digest of the rule base they are of."""

    kind: ClassVar[str] = "rules-list"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {"rules": ("id", "title", "layer", "file")}

    digest: str
    rules: tuple[RuleInfo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Data):
    """A line about something: its name, and what is said."""

    name: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RulesShow(Published):
    """Something with an id: its title, and what is told of it; `rule` where it is one."""

    kind: ClassVar[str] = "rules-show"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {"told": ("name", "text")}

    id: str
    sort: Literal["rule", "retired", "assumption", "source", "term"]
    title: Text
    told: tuple[Told, ...]
    rule: RuleInfo | None = None


def overview_parts(base: RuleBase, lang: Lang) -> list[Part]:
    """Return what rules there are, file by file: a line for each, one for a whole table."""
    parts: list[Part] = []
    for file, found in _by_file(base).items():
        rows = [
            (one.id, _title(one)[lang])
            if isinstance(one, Rule)
            else (
                SPAN.format(first=one.rows[0].rule)[lang],
                TABLE.format(title=one.title, id=one.id, n=str(len(one.rows)))[lang],
            )
            for one in found
        ]
        parts += [Heading(file), Grid(tuple(rows))]
    return [*parts, Lines((ALL_ROWS[lang],))]


def list_parts(base: RuleBase, lang: Lang) -> list[Part]:
    """Return all rules, file by file as they stand there: a line for each, tables as tables."""
    parts: list[Part] = []
    for file, found in _by_file(base).items():
        parts.append(Heading(file))
        rows: list[tuple[str, str]] = []
        for one in found:
            if isinstance(one, Rule):
                rows.append((one.id, _title(one)[lang]))
                continue
            parts += [Grid(tuple(rows)), *table_parts(one, base.vocabulary, lang)]
            rows = []
        parts.append(Grid(tuple(rows)))
    return [part for part in parts if not isinstance(part, Grid) or part.rows]


def _by_file(base: RuleBase) -> Mapping[str, Sequence[Rule | Table]]:
    """Return the rules that stand by themselves, and the tables, as they stand in each file."""
    in_file: dict[str, list[Rule | Table]] = defaultdict(list)
    listed: list[Rule | Table] = [r for r in base.all_rules if r.id not in base.table_of]
    for one in sorted([*listed, *base.tables], key=lambda one: one.place):
        in_file[one.place.file].append(one)
    return in_file


def _title(rule: Rule) -> Text:
    """Return the title of a rule, marked where it is of the practice layer."""
    layer = w.LAYER[rule.layer]
    return rule.title if rule.layer == "paper" else BESIDE.format(name=rule.title, said=layer)


def rules_list(base: RuleBase | None = None) -> RulesList:
    """Return all rules of a knowledge base; of the shipped one, if None."""
    base = base or load_rulebase()
    return RulesList(digest=base.digest, rules=tuple(_info(base, r) for r in base.all_rules))


def _info(base: RuleBase, rule: Rule) -> RuleInfo:
    return RuleInfo(
        id=rule.id,
        table=base.table_of[rule.id].id if rule.id in base.table_of else None,
        title=rule.title,
        layer=rule.layer,
        each=rule.each,
        because=rule.because,
        sources=rule.source,
        file=rule.place.file,
        line=rule.place.line,
    )


def _told(rows: Iterable[tuple[Text, Text]]) -> tuple[Told, ...]:
    return tuple(Told(name=name, text=text) for name, text in rows)


def rules_show(word: str, base: RuleBase | None = None) -> RulesShow:
    """Return what has this id: a rule, an assumption, a statement, a reference, a term.

    An assumption is found by its name too, a term of the vocabulary by its label.

    Raises:
        InputError: nothing has it.
    """
    base = base or load_rulebase()
    key = word.strip().upper()
    if key in base.rule:
        return _rule(base, base.rule[key])
    if assumption := base.assumption(word.strip()):
        default = assumption.alternative(assumption.default)
        others = (a for a in assumption.alternatives if a.id != assumption.default)
        rows = [
            (w.NAME, same(assumption.name)),
            (w.DEFAULT_WORD, titled(default.id, default.label)),
            *((w.ALTERNATIVE, titled(a.id, a.label)) for a in others),
            (w.BECAUSE, assumption.reason),
            *(((w.NO_EFFECT, assumption.no_effect),) if assumption.no_effect else ()),
            (w.SOURCES, _listed(assumption.source)),
            *use_rows(base, assumption.name),
        ]
        title = titled(assumption.id, assumption.label)
        return RulesShow(id=assumption.id, sort="assumption", title=title, told=_told(rows))
    if key in base.retired:
        gone = base.retired[key]
        rows = [(w.RETIRED, gone.because)]
        if gone.by:
            rows.append((w.REPLACED_BY, _listed(gone.by)))
        return RulesShow(id=key, sort="retired", title=same(key), told=_told(rows))
    if text := said(base, key):
        users = (
            next(c.used_by for c in coverage(base) if c.id == key)
            if key in base.statements
            else tuple(r.id for r in base.all_rules if key in r.source)
        )
        rows = [(w.STATEMENT, text)]
        if users:
            rows.append((w.USED_BY, _listed(users)))
        return RulesShow(id=key, sort="source", title=same(key), told=_told(rows))
    terms = terms_named(base, word.strip())
    if len(terms) == 1:
        title, rows = term_rows(base, terms[0])
        return RulesShow(id=terms[0], sort="term", title=title, told=_told(rows))
    if terms:
        several = Text(f"'{word}' menyebut beberapa hal", f"'{word}' names more than one thing")
        raise InputError([Fault(Place(word), several, fix=ONE_OF.format(ids=", ".join(terms)))])
    known = [*base.rule, *base.assumptions, *base.statements, *base.practice]
    known += [*base.vocabulary.attributes, *base.vocabulary.entries]
    what = Text(f"tidak ada '{word}'", f"there is no '{word}'")
    every = Text("Lihat `kemitraan rules list`", "See `kemitraan rules list`")
    raise InputError([Fault(Place(word), what, fix=meant(key, known, every))])


def _rule(base: RuleBase, rule: Rule) -> RulesShow:
    words = Words(base.vocabulary)
    rows: list[tuple[Text, Text]] = []
    if rule.each:
        rows.append((w.IF, w.EVERY.format(kind=base.vocabulary.kinds[rule.each].label)))
    rows.extend((w.IF, words.condition(c)) for c in rule.conditions)
    rows.extend((w.THEN, words.holds(c.attribute, c.subject, (c.value,))) for c in rule.conclusions)
    rows.append((w.BECAUSE, rule.because))
    rows.extend(
        (w.SOURCES, titled(source, text)) for source in rule.source if (text := said(base, source))
    )
    rows.extend(_readers(base, rule))
    if table := base.table_of.get(rule.id):
        rows.append((w.TABLE, BESIDE.format(name=table.title, said=table.id)))
    rows.extend([(w.LAYER_WORD, w.LAYER[rule.layer]), (w.FILE, same(str(rule.place)))])
    return RulesShow(
        id=rule.id,
        sort="rule",
        title=titled(rule.id, rule.title),
        told=_told(rows),
        rule=_info(base, rule),
    )


def _readers(base: RuleBase, rule: Rule) -> Iterator[tuple[Text, Text]]:
    """Yield the line that tells which other rules read what a rule concludes."""
    found = {
        reader: None
        for attribute in dict.fromkeys(c.attribute for c in rule.conclusions)
        for reader in base.where_used.get(attribute, Uses()).read_by
    }
    if found:
        yield READ_BY, _listed([*found])


def _listed(items: Sequence[str]) -> Text:
    return same(", ".join(items))


def show_parts(found: RulesShow, lang: Lang) -> list[Part]:
    """Return one rule, assumption or source in words."""
    rows = tuple((one.name[lang], one.text[lang]) for one in found.told)
    return [Heading(found.title[lang], 1), Grid(rows)]


def coverage_parts(found: Sequence[Covered], lang: Lang) -> list[Part]:
    """Return the coverage as a table, with the count below."""
    rows = tuple(
        (c.id, c.gloss[lang], ", ".join(c.used_by) or (c.reason[lang] if c.reason else ""))
        for c in found
    )
    used = sum(bool(c.used_by) for c in found)
    count = w.COVERED.format(used=used, all=len(found), unused=len(found) - used)
    headers = (w.STATEMENT[lang], w.MEANING[lang], w.USED_BY[lang])
    return [Grid(rows, headers), Lines((count[lang],))]
