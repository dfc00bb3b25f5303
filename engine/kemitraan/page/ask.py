"""One function between page and engine: a verb and its arguments in, the text of JSON out.

A verb that is a command answers what the command prints, to the byte. The rest is what a page has
to know besides: every input (`form`), what is said (`facts`), the next question of an interview
(`next`), what to aim at (`goals`), the profiles in a file of any kind (`open`), the profile with
its changes as a file (`profile`) and as a form in Excel (`form-new`), the report for a meeting as
a page (`report`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.findings import Finding, finding
from kemitraan.page.given import Given, base_of, file_of
from kemitraan.published import Data, as_json
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.published import Published

Answered = Callable[[Given], "Data | Published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults(Data):
    """What stands in place of an answer where something was given wrongly."""

    kind: str = "faults"
    faults: tuple[Finding, ...]


def ask(verb: str, arguments: Mapping[str, Any]) -> str:
    """Return the answer to a question as JSON; whatever is given wrongly is answered as faults.

    Args:
        verb: one of `VERBS`.
        arguments: `scenario` (the name of a shipped profile, or a file: `{"file": …, "text": …}`,
            or with `"base64"` where it is no text) and the changes to it: `settings`, `assume`,
            `overlays`, `without`, lists as on the command line; then what the verb needs, under
            the name of the option.
    """
    try:
        answered = VERBS.get(verb)
        if answered is None:
            listed = ", ".join(VERBS)
            what = Text(f"'{verb}' tidak dikenal", f"'{verb}' is unknown")
            fix = meant(verb, VERBS, Text(f"Pilih: {listed}", f"Choose: {listed}"))
            raise InputError([Fault(Place("verb"), what, fix=fix)])
        return as_json(answered(Given(arguments)))
    except InputError as error:
        return as_json(Faults(faults=tuple(finding(fault) for fault in error.faults)))


# Each function imports what it needs: the page is there before the analyses are.


def _recommend(given: Given) -> Published:
    return given.case().recommendation


def _whatif(given: Given) -> Published:
    from kemitraan.analysis.whatif.whatif import whatif

    return whatif(given.before(), given.case())


def _why(given: Given) -> Published:
    from kemitraan.analysis.why.report_data import told_conclusions, told_why

    conclusion = given.word("conclusion")
    return told_conclusions(given.case()) if not conclusion else told_why(given.case(), conclusion)


def _why_not(given: Given) -> Published:
    from kemitraan.analysis.why_not.report_data import told_why_not

    return told_why_not(given.case(), given.needed("conclusion"))


def _compare(given: Given) -> Published:
    from kemitraan.analysis.compare.comparison import compare

    return compare(given.cases())


def _certain(given: Given) -> Published:
    from kemitraan.analysis.certain.certainty import certainty

    return certainty(given.case())


def _questions(given: Given) -> Published:
    from kemitraan.analysis.questions.open_questions import open_questions

    return open_questions(given.case())


def _flips(given: Given) -> Published:
    from kemitraan.analysis.flips.flips import flips

    together = given.arguments.get("together", 2)
    if together not in (1, 2, 3):
        raise given.wrong("together")
    return flips(given.case(), together=together, of=given.words("of"))


def _change(given: Given) -> Published:
    from kemitraan.analysis.change.smallest_changes import change

    to, from_ = given.word("to"), given.word("from")
    if (to is None) == (from_ is None):
        raise given.wrong("--to, --from")
    return change(
        given.case(),
        to=to,
        from_=from_,
        attributes=given.words("attributes"),
        assumptions=given.truth("assumptions"),
    )


def _robust(given: Given) -> Published:
    from kemitraan.analysis.robust.robustness import robustness

    over = given.words("over") or ["assumptions"]
    return robustness(given.case(), given.word("conclusion"), over)


def _stability(given: Given) -> Published:
    from kemitraan.analysis.stability.stability import stability

    return stability(given.case())


def _thresholds(given: Given) -> Published:
    from kemitraan.analysis.thresholds.thresholds import thresholds

    return thresholds(given.case())


def _assumptions(given: Given) -> Published:
    from kemitraan.analysis.assumptions.assumptions import assumptions

    return assumptions(given.case() if "scenario" in given.arguments else None)


def _scenario_list(given: Given) -> Published:
    from kemitraan.scenario.check import scenario_list

    del given
    return scenario_list(base_of())


def _scenario_check(given: Given) -> Published:
    from kemitraan.scenario.check import check_document, checked
    from kemitraan.scenario.document import document_of

    sent = file_of(given.arguments.get("scenario"), "scenario")
    if sent is None:
        raise given.wrong("scenario")
    faults: list[Fault] = []
    document = document_of(sent[1], sent[0], base_of(), faults, on=True)
    if document is not None:
        check_document(document, base_of(), faults)
    return checked(1, faults)


def _rules_show(given: Given) -> Published:
    from kemitraan.report.rules import rules_show

    return rules_show(given.needed("id"))


def _rules_map(given: Given) -> Data:
    from kemitraan.page.rule_map import rule_map

    del given
    return rule_map(base_of())


def _form(given: Given) -> Data:
    from kemitraan.page.form import form

    del given
    return form(base_of())


def _facts(given: Given) -> Data:
    from kemitraan.page.facts import facts

    return facts(given.case())


def _next(given: Given) -> Data:
    from kemitraan.page.following import following

    return following(given.case(), given.words("unknown"))


def _goals(given: Given) -> Data:
    from kemitraan.page.goals import goals

    return goals(given.case())


def _profile(given: Given) -> Data:
    from kemitraan.page.profile import profile

    return profile(given)


def _report(given: Given) -> Data:
    from kemitraan.page.profile import report

    return report(given)


def _open(given: Given) -> Data:
    from kemitraan.page.workbooks import opened

    return opened(given)


def _form_new(given: Given) -> Data:
    from kemitraan.page.workbooks import filled

    return filled(given)


VERBS: Final[Mapping[str, Answered]] = {
    "recommend": _recommend,
    "whatif": _whatif,
    "why": _why,
    "why-not": _why_not,
    "compare": _compare,
    "certain": _certain,
    "questions": _questions,
    "flips": _flips,
    "change": _change,
    "robust": _robust,
    "stability": _stability,
    "thresholds": _thresholds,
    "assumptions": _assumptions,
    "scenario-list": _scenario_list,
    "scenario-check": _scenario_check,
    "rules-show": _rules_show,
    "rules-map": _rules_map,
    "form": _form,
    "facts": _facts,
    "next": _next,
    "goals": _goals,
    "profile": _profile,
    "report": _report,
    "open": _open,
    "form-new": _form_new,
}
"""What can be asked."""
