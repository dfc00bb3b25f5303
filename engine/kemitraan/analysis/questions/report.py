"""What to find out first, as a report: how much is left to ask, then the questions in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.report import words as w
from kemitraan.report.counts import figure
from kemitraan.report.firm import ABOUT_UNKNOWN, firm_parts
from kemitraan.report.kit import cut, table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.questions.open_questions import OpenQuestion, OpenQuestions
    from kemitraan.recommendation.model import Labelled
    from kemitraan.report.firm import Firm
    from kemitraan.text import Lang
    from kemitraan.worlds.question_order import Effort

ROWS: Final = 10
NAMES: Final = 3
"""How many rows, and names in a row, a report that is not full has."""

TITLE = Text("Yang perlu ditanyakan dahulu: {sentra}", "What to find out first: {sentra}")
UNDECIDED = Text("Belum pasti", "Undecided")
UNDECIDED_SAID = Text(
    "{n} kesimpulan bergantung pada {asked} dari {unknown} hal yang belum diketahui",
    "{n} conclusions hang on {asked} of the {unknown} things not known",
)
NOTHING = Text(
    "0 pertanyaan: tidak ada kesimpulan yang bergantung pada jawaban.",
    "0 questions: no conclusion hangs on an answer.",
)
TYPE = Text(
    "Pertanyaan sampai jenis kemitraan pasti", "Questions until the partnership type is settled"
)
WHOLE = Text("Pertanyaan sampai seluruh anjuran pasti", "Questions until all the advice is settled")
SETTLED = Text("0: sudah pasti", "0: it is settled")
EXACT = Text(
    "{best} bila jawabannya langsung menentukan, paling banyak {worst} dengan urutan terbaik "
    "(eksak)",
    "{best} if the answers decide at once, at most {worst} in the best order (exact)",
)
GREEDY = Text(
    "{best} dengan jawaban yang paling menentukan, {worst} dengan jawaban yang paling sedikit "
    "menentukan (perkiraan: setiap kali ditanyakan yang paling banyak memastikan)",
    "{best} with the answers that settle most, {worst} with those that settle least (estimate: "
    "each time the question is asked that settles most)",
)
SETTLES = Text("Rata-rata memastikan", "Settles on average")
FROM_TO = Text("{mean} ({worst}–{best})", "{mean} ({worst}–{best})")
WHAT = Text("Memastikan", "May settle")
RULES = Text("Aturan yang menunggu", "Rules that wait")
MORE_ROWS = Text(
    "… dan {n} pertanyaan lagi (semua ada di --format markdown dan json)",
    "… and {n} more questions (all are in --format markdown and json)",
)
NOTE = Text(
    "'{settles}': banyaknya kesimpulan belum pasti yang menjadi pasti atau hilang, rata-rata atas "
    "semua jawaban yang dihitung sama; dalam kurung jawaban yang paling sedikit dan paling banyak "
    "memastikan. Ini bukan peluang. Bila gabungan jawabannya sangat banyak, tiap jawaban dihitung "
    "sendiri. Pertanyaan yang sama tentang beberapa pihak dihitung untuk setiap pihak.",
    "'{settles}': how many undecided conclusions become certain or drop out, on average over all "
    "answers, each counted alike; in brackets the answers that settle least and most. This is no "
    "probability. Where answers combine in very many ways, each counts alone. The same question "
    "about several subjects counts for each of them.",
)
SAMPLED = Text(
    "Sebagian dihitung dari contoh acak {n} kombinasi.",
    "Part of it is counted over a random sample of {n} combinations.",
)


def questions_parts(
    found: OpenQuestions, firm: Sequence[Firm], lang: Lang, *, full: bool = False
) -> list[Part]:
    """Return the report; `full` lists every question, all it may settle, and its rules."""
    title = Heading(TITLE.format(sentra=found.sentra.label)[lang], 1)
    head = [title, *firm_parts(firm, lang), Lines((ABOUT_UNKNOWN[lang],))]
    if not found.questions:
        return [*head, Lines((NOTHING[lang],))]
    said = UNDECIDED_SAID.format(
        n=found.undecided, asked=len(found.questions), unknown=found.unknown
    )
    answer = Grid(
        (
            (TYPE[lang], _effort(found.verdicts, lang)),
            (WHOLE[lang], _effort(found.whole, lang)),
            (UNDECIDED[lang], said[lang]),
        )
    )
    # The same question about several actors, worth the same, is one line.
    alike: dict[tuple[object, ...], list[OpenQuestion]] = {}
    for question in found.questions:
        key = (question.question, question.mean, question.worst, question.best)
        alike.setdefault(key, []).append(question)
    groups = list(alike.values())
    shown = groups if full else groups[:ROWS]
    heads = (w.QUESTION, w.ASK_OF, SETTLES, WHAT, *([RULES] if full else []))
    rows = [_row(group, lang, full=full) for group in shown]
    rest = sum(len(group) for group in groups[len(shown) :])
    more = [Lines((MORE_ROWS.format(n=rest)[lang],))] if rest else []
    lines = [NOTE.format(settles=SETTLES)[lang]]
    if found.sample:
        lines.append(SAMPLED.format(n=found.sample)[lang])
    asked = [Heading(w.QUESTION[lang]), *table(heads, rows, lang), *more]
    return [*head, answer, *asked, Lines(tuple(lines))]


def _effort(effort: Effort, lang: Lang) -> str:
    if not effort.worst:
        return SETTLED[lang]
    said = EXACT if effort.method == "exact" else GREEDY
    return said.format(best=effort.best, worst=effort.worst)[lang]


def _row(group: Sequence[OpenQuestion], lang: Lang, *, full: bool) -> tuple[str, ...]:
    first = group[0]
    question = first.question[lang]
    if len(group) > 1 or first.about is not None:
        subjects = "; ".join(q.about.label[lang] for q in group if q.about)
        question = w.ALSO_ABOUT.format(question=question, subjects=subjects)[lang]
    settles = _about([s for q in group for s in q.settles], lang)
    mean = figure(round(first.mean, 1))[lang]
    worth = FROM_TO.format(mean=mean, worst=first.worst, best=first.best)[lang]
    rules = sorted({rule for q in group for rule in q.rules})
    return (
        question,
        first.informants[lang],
        worth if first.worst != first.best else mean,
        cut(settles, None if full else NAMES, lang),
        *([", ".join(rules)] if full else []),
    )


def _about(settles: Sequence[Labelled], lang: Lang) -> list[str]:
    """Return what is settled, in words; of several values of one thing, the thing alone."""
    values: dict[str, list[str]] = {}
    for conclusion in settles:
        values.setdefault(conclusion.id.partition("=")[0], []).append(conclusion.label[lang])
    return [
        labels[0] if len(labels) == 1 else labels[0].rpartition(": ")[0]
        for labels in values.values()
    ]
