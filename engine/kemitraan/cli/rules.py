"""`rules list`, `show`, `check`, `coverage` and `export`: the knowledge base."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.analysis.check.command import check
from kemitraan.command import completion
from kemitraan.command.cases import answer
from kemitraan.command.options import FormatOption, LangOption, OutputOption
from kemitraan.export.command import export
from kemitraan.text import default_lang

app = typer.Typer(help="Basis aturan.\n\nThe rule base.", no_args_is_help=True)
FolderOption = Annotated[
    Path | None,
    typer.Option("--rules", metavar="FOLDER", help="Folder aturan lain. | Another rule folder."),
]


@app.command("list")
def listed(
    lang: LangOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    folder: FolderOption = None,
    full: Annotated[
        bool,
        typer.Option("--full", help="Tabel dengan semua barisnya. | Tables with all their rows."),
    ] = False,
) -> None:
    """Daftar aturan, berkas demi berkas; satu baris untuk tiap aturan atau tabel keputusan.

    All rules, file by file; a line for each rule or decision table.
    """
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.rules import list_parts, overview_parts, rules_list

    base = load_rulebase(folder)
    parts = list_parts if full else overview_parts
    answer(form, output, rules_list(base), lambda: parts(base, lang or default_lang()))


@app.command("show")
def show(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Nomor aturan, asumsi atau sumber; atribut. "
            "| Id of a rule, an assumption or a source; an attribute.",
            autocompletion=completion.numbers,
        ),
    ],
    lang: LangOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Satu aturan, asumsi, sumber atau atribut, selengkapnya, dan di mana dipakai.

    One rule, assumption, source or attribute, in full, and where it is used.
    """
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.rules import rules_show, show_parts

    base = load_rulebase(folder)
    found = rules_show(rule, base)
    answer(form, output, found, lambda: show_parts(found, lang or default_lang()))


app.command("check")(check)


@app.command("coverage")
def coverage(
    lang: LangOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Apa yang terjadi dengan tiap pernyataan studi.

    What became of each statement of the study.
    """
    from kemitraan.knowledge.coverage import rules_coverage
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.rules import coverage_parts

    found = rules_coverage(load_rulebase(folder))
    answer(form, output, found, lambda: coverage_parts(found.statements, lang or default_lang()))


app.command("export")(export)
