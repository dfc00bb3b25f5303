"""The plan in a report: its phases in one order, what is kept, and the study's table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.recommendation.model import Labelled, StrategyEntry
    from kemitraan.report.recommendation import RecommendationReport

SHOWN_ANSWERS = 2
_ANSWERS = Text("Menjawab", "Answers")
_AND_MORE = Text("dan {n} lagi", "and {n} more")
_GAINS = Text("untuk {who}", "for {who}")
_MARKS = Text(
    "Tanda: studi = langkah studi sendiri (pelaksana dan ukurannya bisa dari kami); turunan = kami "
    "turunkan dari temuan studi; praktik = aturan dan pengalaman di luar studi; tentatif = langkah "
    "wajar yang belum ada buktinya.",
    "Marks: study = the study's own step (lead and measure may be ours); derived = derived here "
    "from its findings; practice = regulation and experience beside the study; tentative = a "
    "sensible step without evidence of its own.",
)
_TERMS = Text("Waktu; biaya", "Time; cost")
_KEY_STRATEGY = Text("Strategi kunci: program", "Key strategy: programme")
_BY_ACTOR = Text("Pemangku kepentingan (peran)", "Stakeholder (role)")
_CROSS_ACTOR = Text("Lintas aktor: semua pemangku kepentingan", "Cross-actor: all stakeholders")
_OUTPUT = Text("Hasil; indikator", "Output; indicator")
_FUNDING = Text("Pembiayaan (periksa tahun berjalan)", "Funding (check the current year)")


def plan(report: RecommendationReport) -> list[Part]:
    """Return the plan: a table for each phase, then what is reached."""
    steps = report.r.strategies
    if not steps:
        return []
    found: list[Part] = [*report.section("strategies", on=steps), Lines((report.t(_MARKS),))]
    for phase, heading in w.PHASE.items():
        own = [step for step in steps if step.phase == phase]
        if own:
            found += [Heading(report.t(heading), 3), *_phase(report, own)]
    done = [step for step in steps if step.phase == "done"]
    if done:
        lines = tuple(_kept(report, step) for step in done)
        found += [Heading(report.t(w.KEEP), 3), Lines(lines, bulleted=True)]
    return found


def _kept(report: RecommendationReport, step: StrategyEntry) -> str:
    # Whoever reached it is not known where no actor is named.
    who = f"{report.who(step)}: " if step.actor else ""
    return f"{who}{step.programme[report.lang]}{_ruled(report, step)}"


def strategy_table(report: RecommendationReport) -> list[Part]:
    """Return the study's strategy table, whole and in its own terms."""
    rows = []
    for row in report.r.strategy_table:
        who = report.t(row.kind.label if row.kind else _CROSS_ACTOR)
        role = f" ({row.role.label[report.lang]})" if row.role else ""
        rows.append(
            (
                who + role,
                f"{row.strategy[report.lang]}: {row.label[report.lang]}",
                f"{row.output[report.lang]}; {row.indicator[report.lang]}",
            )
        )
    if not rows:
        return []
    heads = (_BY_ACTOR, _KEY_STRATEGY, _OUTPUT)
    return report.section("baseline", *table(heads, rows, report.lang))


def _phase(report: RecommendationReport, steps: Sequence[StrategyEntry]) -> list[Part]:
    waits = any(step.after for step in steps)
    heads: list[Text] = [w.WHO, w.WHAT]
    heads += [w.WHEN] if waits or report.full else []
    heads += [_ANSWERS] if not waits or report.full else []
    heads += [w.OUTPUT, _TERMS, _FUNDING, w.BASIS] if report.full else [w.MEASURE, w.BASIS]
    rows = [_step(report, step, waits=waits) for step in steps]
    return table(tuple(heads), rows, report.lang)


def _step(report: RecommendationReport, step: StrategyEntry, *, waits: bool) -> tuple[str, ...]:
    lang = report.lang
    who = report.who(step)
    if step.together_with:
        others = ", ".join(k.label[lang] for k in step.together_with)
        who += f", {report.t(w.WITH, others=others)}"
    cells = [who, step.programme[lang]]
    cells += [report.when(step)] if waits or report.full else []
    cells += [_answers(report, step)] if not waits or report.full else []
    if report.full:
        terms = [x.label[lang] for x in (step.takes, step.cost) if x]
        funding = step.funding[lang] if step.funding else ""
        output = f"{step.output[lang]}; {step.indicator[lang]}"
        cells += [output, "; ".join(terms), funding]
    else:
        cells.append(step.indicator[lang])
    return (*cells, f"{step.mark.label[lang]}{_ruled(report, step)}")


def _answers(report: RecommendationReport, step: StrategyEntry) -> str:
    shown = step.answers if report.full else step.answers[:SHOWN_ANSWERS]
    said = report.names(shown)
    if len(shown) < len(step.answers):
        said += f"; {report.t(_AND_MORE, n=len(step.answers) - len(shown))}"
    if report.full and step.gains:
        gains = report.t(_GAINS, who=_listed(report, step.gains))
        said = f"{said}; {gains}" if said else gains
    return said


def _listed(report: RecommendationReport, items: Sequence[Labelled]) -> str:
    return ", ".join(item.label[report.lang] for item in items)


def _ruled(report: RecommendationReport, step: StrategyEntry) -> str:
    basis = report.basis(step)
    return f" ({basis})" if basis else ""
