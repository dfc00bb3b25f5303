"""`rules list`, `show`, `check` and `coverage`: the knowledge base."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kemitraan.analysis.check.command import check
from kemitraan.command.options import Format, FormatOption, LangOption, language, reported, write

if TYPE_CHECKING:
    from kemitraan.report.parts import Part

app = typer.Typer(
    help="Basis aturan | The rule base.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)
FolderOption = Annotated[
    Path | None,
    typer.Option("--rules", metavar="FOLDER", help="Folder aturan lain. | Another rule folder."),
]


@app.command("list")
@reported
def listed(
    lang: LangOption = None, form: FormatOption = Format.TABLE, folder: FolderOption = None
) -> None:
    """Daftar aturan | List the rules."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.data import as_json
    from kemitraan.report.rules import list_parts, rule_data

    base = load_rulebase(folder)
    if form == Format.JSON:
        write(as_json([rule_data(r) for r in base.all_rules]))
    else:
        _show(list_parts(base, language(lang)), form)


@app.command("show")
@reported
def show(
    rule: Annotated[str, typer.Argument(help="Nomor aturan, asumsi atau sumber. | Id to show.")],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    folder: FolderOption = None,
) -> None:
    """Satu aturan atau sumber | One rule, assumption or source."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.data import as_json
    from kemitraan.report.rules import find, show_parts

    base = load_rulebase(folder)
    found = find(base, rule)
    if form == Format.JSON:
        write(as_json(found.data))
    else:
        _show(show_parts(found, language(lang)), form)


app.command("check")(check)


@app.command("coverage")
@reported
def coverage(
    lang: LangOption = None, form: FormatOption = Format.TABLE, folder: FolderOption = None
) -> None:
    """Nasib pernyataan studi | What became of each statement."""
    from kemitraan.knowledge.coverage import coverage as covered
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report.data import as_json
    from kemitraan.report.rules import coverage_parts

    base = load_rulebase(folder)
    found = covered(base)
    if form == Format.JSON:
        write(as_json(found))
    else:
        _show(coverage_parts(found, language(lang)), form)


def _show(parts: list[Part], form: Format) -> None:
    from kemitraan.report.parts import as_markdown, as_text, width_of_output

    write(as_markdown(parts) if form == Format.MARKDOWN else as_text(parts, width_of_output()))
