"""`rules check`: a rule base by itself, and under all profiles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kemitraan.command.options import LangOption, language, reported, write

if TYPE_CHECKING:
    from kemitraan.text import Lang


@reported
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder aturan; kosong: bawaan. | Rule folder.")
    ] = None,
    lang: LangOption = None,
    deep: Annotated[
        bool,
        typer.Option(
            "--deep",
            help="Juga di bawah semua profil: syarat yang bertentangan, dua nilai sekaligus, "
            "aturan tanpa pengaruh. | Under all profiles too: conditions that contradict each "
            "other, two values at once, rules without effect.",
        ),
    ] = False,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="RULE",
            help="Seperti --deep, hanya tentang aturan ini; boleh berulang. | "
            "Like --deep, about this rule only; repeatable.",
        ),
    ] = None,
) -> None:
    """Periksa basis aturan | Check the rule base."""
    from kemitraan.analysis.check.plain import check_rules
    from kemitraan.faults import InputError
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.recommendation.build import SHOWN
    from kemitraan.report import words as w

    if found := check_rules(folder, shown=SHOWN):
        raise InputError(found)
    if deep or rules:
        _check_deep(folder, rules, language(lang))
    else:
        count = len(load_rulebase(folder).all_rules)
        write(w.NO_FINDING.format(n=count)[language(lang)] + "\n")


def _check_deep(folder: Path | None, rules: list[str] | None, lang: Lang) -> None:
    from kemitraan.analysis.check.deep import check_deep
    from kemitraan.analysis.check.report import accepted_text, findings_text
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.recommendation.build import SHOWN

    found = check_deep(load_rulebase(folder), shown=SHOWN, rules=rules)
    if found.findings or found.undecided or found.stale:
        sys.stderr.write(findings_text(found, lang))
        raise typer.Exit(2)
    write(accepted_text(found, lang))
