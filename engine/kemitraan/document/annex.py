"""The annexes: proofs, what changes the advice, gaps, assumptions, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.change.report import change_parts
from kemitraan.analysis.change.smallest_changes import change
from kemitraan.analysis.changes_in_words import LEGEND, change_text, told
from kemitraan.analysis.flips.flips import flips
from kemitraan.analysis.flips.report import DECIDING, DECIDING_HEADING, NO_FLIP, SHARE
from kemitraan.analysis.why.report import ProofReport
from kemitraan.document import words as d
from kemitraan.document.drawn import aspect_profile, flip_bars, plan_sequence, proof_picture
from kemitraan.document.front import checklist
from kemitraan.document.preparation import preparation
from kemitraan.faults import InputError
from kemitraan.logic.proof import explain
from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.made_with import made_with
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.report.recommendation import RecommendationReport
from kemitraan.report.sources import assumptions_of, sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.document.front import Front
    from kemitraan.logic.proof import Proof


class Annex:
    """Writes what stands behind the front pages of one case."""

    def __init__(self, front: Front) -> None:
        self.front, self.case, self.lang, self.t = front, front.case, front.lang, front.t
        shown = self.case.base.shown
        order = {one.type: place for place, one in enumerate(self.front.r.partnership_types)}
        facts = sorted(
            (f for f in self.case.admitted if f.attribute in shown),
            key=lambda f: (shown.rank[f.attribute], order.get(f.subject, 0)),
        )
        self.proofs = [explain(self.case.inference, fact) for fact in facts]

    def parts(self) -> list[Part]:
        """Return every annex that has something to tell, numbered."""
        found = (
            (d.ALL_QUESTIONS, self.asked()),
            (d.SEQUENCE, self.sequence()),
            (d.POTENTIAL, self.potential()),
            (d.DAK, preparation(self.front)),
            (d.FLIPS, self.flipping()),
            (d.TOWARDS, self.towards()),
            (d.GAPS, self.gaps()),
            (d.PROOFS, self.reasons()),
            (d.ASSUMPTIONS, self.assumptions()),
            (d.SOURCES, self.sources()),
            (d.MADE, self.made()),
        )
        parts: list[Part] = [Heading(self.t(d.ANNEXES, sentra=self.front.r.sentra.name), 1)]
        told = ((what, annex) for what, annex in found if annex)
        for number, (what, annex) in enumerate(told, 1):
            parts += [Heading(self.t(d.ANNEX, n=number, what=what)), *annex]
        return parts

    def asked(self) -> list[Part]:
        """Return every open question, by whom to ask."""
        asked = self.front.r.questions
        parts: list[Part] = []
        for whom in dict.fromkeys(one.informants for one in asked):
            own = [one for one in asked if one.informants == whom]
            parts += [Heading(whom[self.lang], 3), checklist(self.front, own, whom=False)]
        return parts

    def sequence(self) -> list[Part]:
        """Return the plan as a picture."""
        picture = plan_sequence(self.front)
        return [picture] if picture else []

    def potential(self) -> list[Part]:
        """Return the levels of the aspects as a picture."""
        picture = aspect_profile([self.front.r], self.lang)
        return [picture] if picture.behind.rows else []

    def flipping(self) -> list[Part]:
        """Return what single changes alter."""
        found = flips(self.case, together=1)
        deciding = [flip for flip in found.flips if flip.aspects & set(DECIDING)]
        rows = [
            (
                change_text(flip.change, self.lang),
                told(flip.differences, self.lang, aspects=DECIDING, counted=True),
            )
            for flip in deciding
        ]
        return [
            flip_bars(found, self.lang),
            Lines((self.t(SHARE),)),
            Heading(self.t(DECIDING_HEADING), 3),
            *(table((d.TO_CHANGE, d.EFFECT), rows, self.lang) if rows else ()),
            Lines((self.t(LEGEND) if rows else self.t(NO_FLIP),)),
        ]

    def towards(self) -> list[Part]:
        """Return the smallest changes that make the sentra as ready as can be."""
        attribute = self.case.base.shown.filling("readiness", "partnership")
        best = self.case.base.vocabulary.values_of(attribute)[-1]
        try:
            found = change(self.case, to=f"{attribute}={best}")
        except InputError as error:
            return [Lines(tuple(fault.what[self.lang] for fault in error.faults))]
        told = change_parts(self.case, found.changes, self.lang, self.front.reference)
        return _below(told[1:])

    def gaps(self) -> list[Part]:
        """Return what no programme answers, and what to beware of."""
        report = RecommendationReport(self.front.r, self.lang, self.front.reference)
        found = [*report.gaps(), *report.warnings()]
        return _below(found) or [Lines((self.t(d.NO_GAP),))]

    def reasons(self) -> list[Part]:
        """Return every proof; what was told in one is not told again in the next."""
        parts: list[Part] = [Lines((self.t(d.PROOFS_NOTE),))]
        heads = [proof for proof in self.proofs if self.headline(proof)]
        pictures = [proof_picture(self.case, proof, self.lang) for proof in heads]
        # What rests on nothing stated has nothing to draw.
        parts += [picture for picture in pictures if picture.behind.rows]
        report = ProofReport(self.case, self.lang)
        section_of = self.case.base.shown.section_of
        for section in dict.fromkeys(section_of.values()):
            own = [p for p in self.proofs if section_of[p.fact.attribute] == section]
            trees = [report.premise(proof) for proof in own]
            # What only says that it was told above says nothing here.
            trees = [tree for tree in trees if tree.below]
            if trees:
                parts += [Heading(self.t(w.SECTION[section]), 3), *trees]
        return parts

    def headline(self, proof: Proof) -> bool:
        """Tell whether a proof is that of a verdict or of readiness."""
        shown = self.case.base.shown
        heads = (
            shown.filling("partnership_types", "verdict"),
            shown.filling("readiness", "partnership"),
        )
        return proof.fact.attribute in heads

    def assumptions(self) -> list[Part]:
        """Return the assumptions that something told rests on."""
        found = {one.id: one for proof in self.proofs for one in assumptions_of(self.case, proof)}
        rows = [
            (
                f"{one.id} {one.label[self.lang]}",
                one.choice_label[self.lang],
                self.case.base.assumptions[one.name].reason[self.lang],
            )
            for _, one in sorted(found.items())
        ]
        return table((d.ASSUMPTION, d.CHOSEN, d.REASON), rows, self.lang) if rows else []

    def sources(self) -> list[Part]:
        """Return what each source says that something told rests on."""
        rows = [
            (source, text[self.lang]) for source, text in sources_of(self.case, self.proofs).items()
        ]
        return table((d.SOURCE, d.SAYS), rows, self.lang) if rows else []

    def made(self) -> list[Part]:
        """Return with what the report was made."""
        lines = made_with(self.front.r.base, self.lang, self.front.reference)
        return [Lines((*lines, self.t(d.MADE_NOTE)))]


def _below(parts: Sequence[Part]) -> list[Part]:
    """Return parts whose headings stand below that of an annex."""
    return [Heading(p.text, 3) if isinstance(p, Heading) else p for p in parts]
