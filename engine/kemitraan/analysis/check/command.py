"""`rules check`: a rule base by itself, and under all profiles."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion
from kemitraan.command.cases import data_written
from kemitraan.command.options import FormatOption, LangOption, OutputOption, form_of
from kemitraan.command.output import tell, write
from kemitraan.text import Lang, default_lang


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER",
            help="Folder aturan; kosong: bawaan. | Rule folder; none: the shipped one.",
        ),
    ] = None,
    lang: LangOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
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
            autocompletion=completion.rules,
        ),
    ] = None,
) -> None:
    """Periksa basis aturan; semua temuan sekaligus.

    Check the rule base; every finding at once.
    """
    from kemitraan.analysis.check.plain import check_rules
    from kemitraan.faults import InputError
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w

    chosen = form_of(form, output)
    file = output.file if output else None
    if chosen.for_programs:
        from kemitraan.analysis.check.data import rules_check

        told = rules_check(folder, deep=deep, rules=rules)
        write(data_written(told, chosen), file)
        if not told.good:
            raise typer.Exit(2)
        return
    if found := check_rules(folder):
        raise InputError(found)
    if deep or rules:
        _check_deep(folder, rules, lang or default_lang(), file)
    else:
        count = len(load_rulebase(folder).all_rules)
        write(w.NO_FINDING.format(n=count)[lang or default_lang()] + "\n", file)


def _check_deep(
    folder: Path | None, rules: list[str] | None, lang: Lang, file: Path | None
) -> None:
    from kemitraan.analysis.check.deep import check_deep
    from kemitraan.analysis.check.report import accepted_text, findings_text
    from kemitraan.knowledge.load import load_rulebase

    found = check_deep(load_rulebase(folder), rules=rules)
    if found.findings or found.undecided or found.stale:
        tell(findings_text(found, lang).splitlines())
        raise typer.Exit(2)
    write(accepted_text(found, lang), file)
