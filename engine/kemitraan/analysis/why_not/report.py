"""Why something was not concluded, as a tree: the nearest rules and what each of them lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.why_not.report_checks import MARKS, MUST_NOT, CheckLines
from kemitraan.analysis.why_not.ways import bottom, followed
from kemitraan.recommendation.view import conclusion_word
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.report.sources import glosses, quoted
from kemitraan.report.tree import Node
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.analysis.why_not.ways import Check, Missing, Way
    from kemitraan.analysis.why_not.why_not import Attempt, WhyNot
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.text import Lang

LEGEND = Text(
    "✓ terpenuhi   ✗ tidak terpenuhi   ? belum diketahui", "✓ met   ✗ not met   ? not known"
)
TITLE = Text("Mengapa tidak: {what}", "Why not: {what}")
HOLDS = Text(
    "Kesimpulan ini berlaku. Alasannya: kemitraan why {sentra} {word}",
    "This conclusion holds. Its reasons: kemitraan why {sentra} {word}",
)
WITHHELD = Text(
    "Aturan menyimpulkannya, tetapi pengaman {guard} menahannya: {because}",
    "Rules conclude it, but the guard {guard} withholds it: {because}",
)
WITHHELD_OTHER = Text(
    "Ia hanya bertumpu pada '{what}', yang ditahan pengaman {guard}: {because}",
    "It rests only on '{what}', which the guard {guard} withholds: {because}",
)
INSTEAD = Text("Yang berlaku sekarang: {what}.", "What holds now: {what}.")
NEAREST = Text(
    "Yang kurang menurut aturan terdekat ({rule}):", "What the nearest rule ({rule}) lacks:"
)
ENOUGH = Text(
    "Bila itu terpenuhi dan yang lain tetap, kesimpulan ini berlaku (sudah dicoba).",
    "With that, all else unchanged, the conclusion holds (tried).",
)
BLOCKED = Text(
    "Selama yang tidak boleh berlaku itu masih berlaku, yang lain saja belum cukup (sudah dicoba).",
    "While what must not hold still does, the rest alone is not enough (tried).",
)
NOT_ENOUGH = Text(
    "Itu saja belum cukup: hal lain lalu menghalangi (sudah dicoba).",
    "That alone is not enough: something else then stands in the way (tried).",
)
CANNOT = Text(
    "Perubahan sentra tidak dapat memenuhinya: yang kurang sudah tetap.",
    "No change of the sentra can bring it about: what is missing is fixed.",
)
NO_RULE = Text(
    "tidak ada aturan yang dapat menyimpulkannya di sini", "no rule can conclude it here"
)
OTHER_RULES = Text("… atau lewat aturan {rules}", "… or by {rules}")
TOLD = Text("(sudah disebut di atas)", "(told above)")
LEFT_OUT = Text("lapisan praktik, sedang dimatikan", "practice layer, switched off")
DEEPER = Text(
    "… (lihat: kemitraan why-not {sentra} {word})", "… (see: kemitraan why-not {sentra} {word})"
)
MORE = Text(
    "… dan {n} kesimpulan lain bernama demikian: {words}",
    "… and {n} more conclusions of that name: {words}",
)

# How deep a tree goes before it points to a question of its own, and how many trees are shown.
_DEPTH = 5
_TREES = 3


def why_not_parts(
    case: Case, found: Sequence[WhyNot], name: str, lang: Lang, *, full: bool
) -> list[Part]:
    """Return the report, cut short unless `full`; `name` is the scenario as the user named it."""
    parts: list[Part] = []
    told = found if full else found[:_TREES]
    cited: set[str] = set()
    for one in told:
        report = _Report(case, name, lang)
        parts.append(Heading(report.t(TITLE, what=case.view.describe(one.fact)), 1))
        parts.append(Lines(tuple(report.answer(one))))
        lacking = dict.fromkeys(report.lacking(one))
        if lacking:
            parts.append(Lines(tuple(lacking), bulleted=True))
        if one.ways:
            parts.append(Lines((report.outcome(one.ways[0]), report.t(LEGEND))))
            parts.append(report.tree(one))
        cited |= report.cited
    if rest := found[len(told) :]:
        words = ", ".join(conclusion_word(one.fact) for one in rest)
        parts.append(Lines((MORE.format(n=len(rest), words=words)[lang],)))
    return [*parts, *quoted(glosses(case.base, cited), lang)]


class _Report(CheckLines):
    """Writes why one conclusion is missing, in one language."""

    def __init__(self, case: Case, name: str, lang: Lang) -> None:
        super().__init__(case, lang)
        self.name = name
        self._told: set[Fact] = set()

    # The answer first

    def answer(self, one: WhyNot) -> Iterator[str]:
        """Yield whether it holds, what withholds it, or by which rule it lacks what follows."""
        if one.holds:
            yield self.t(HOLDS, sentra=self.name, word=conclusion_word(one.fact))
        for guard, refused in one.guards:
            self.cited.update(guard.source)
            text = WITHHELD if refused == one.fact else WITHHELD_OTHER
            what = self.view.describe(refused)
            told = self.t(text, guard=guard.id, because=guard.because, what=what)
            yield f"{told} [{', '.join(guard.source)}]"
        if one.instead:
            held = ", ".join(map(self.proofs.described, one.instead))
            yield self.t(INSTEAD, what=held)
        if one.ways:
            yield self.t(NEAREST, rule=one.ways[0].way.rule)

    def lacking(self, one: WhyNot) -> Iterator[str]:
        """Yield what the nearest rule lacks at the bottom."""
        if not one.ways:
            return
        attempt = one.ways[0]
        self.still = attempt.still
        way = attempt.way
        for off in [way, *(m.way for m in followed(way) if m.way)]:
            if off.left_out:
                yield f"{MARKS['failed']} {off.rule}: {self.t(LEFT_OUT)}"
        for check in bottom(way):
            if not check.absent:
                yield self.line(check)
        for fact in attempt.still:
            yield f"{MARKS['failed']} {self.t(MUST_NOT, what=same(self.block(fact)))}"

    def outcome(self, attempt: Attempt) -> str:
        if attempt.way.unmet.fixed:
            return self.t(CANNOT)
        if attempt.enough:
            return self.t(ENOUGH)
        return self.t(BLOCKED if attempt.still else NOT_ENOUGH)

    # The tree

    def tree(self, one: WhyNot) -> Node:
        below = [self.attempt(attempt) for attempt in one.ways]
        if one.others:
            below.append(self.others(one.others))
        return Node(self.t(self.view.describe(one.fact)), tuple(below))

    def attempt(self, attempt: Attempt) -> Node:
        self.still = attempt.still
        return self.way(attempt.way, 0)

    def others(self, rules: Sequence[str]) -> Node:
        return Node(self.t(OTHER_RULES, rules=", ".join(rules)))

    def way(self, way: Way, depth: int) -> Node:
        rule = self.case.base.rule[way.rule]
        self.cited.update(rule.source)
        note = f", {self.t(LEFT_OUT)}" if way.left_out else ""
        head = f"{way.rule} {self.t(rule.title)} [{', '.join(rule.source)}{note}]"
        checks = (self.check(check, depth + 1) for check in way.checks)
        return Node(head, (Node(self.t(rule.because)), *checks))

    def check(self, check: Check, depth: int) -> Node:
        below = tuple(self.check(part, depth + 1) for part in check.parts)
        if check.nearest is not None and check.needed:
            below += self.missing(check.nearest, depth)
        return Node(self.line(check), below)

    def missing(self, missing: Missing, depth: int) -> tuple[Node, ...]:
        if missing.fact in self._told:
            return (Node(self.t(TOLD)),)
        self._told.add(missing.fact)
        if missing.way is None:
            return (Node(self.t(NO_RULE)),)
        if depth > _DEPTH:
            return (Node(self.t(DEEPER, sentra=self.name, word=conclusion_word(missing.fact))),)
        others = (self.others(missing.others),) if missing.others else ()
        return (self.way(missing.way, depth), *others)
