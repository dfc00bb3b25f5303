"""`change`: the smallest changes that bring a conclusion about, or remove it."""

from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force, not_in_force
from kemitraan.command import options
from kemitraan.command.request import request
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text


def change(
    scenario: options.ScenarioArgument,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="CONCLUSION",
            help="Kesimpulan yang dituju. | Conclusion to bring about.",
            autocompletion=not_in_force,
        ),
    ] = None,
    remove: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="CONCLUSION",
            help="Kesimpulan yang dihapus. | Conclusion to remove.",
            autocompletion=in_force,
        ),
    ] = None,
    attributes: Annotated[
        str | None,
        typer.Option(
            "--attributes",
            metavar="A,B,...",
            help="Hanya ini yang boleh berubah. | Only these may change.",
        ),
    ] = None,
    assumptions: Annotated[
        bool,
        typer.Option("--assumptions", help="Asumsi boleh berubah. | Assumptions may change, too."),
    ] = False,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Perubahan terkecil yang menghasilkan suatu kesimpulan, atau menghapusnya.

    The smallest changes that bring a conclusion about, or remove it.
    """
    from kemitraan.analysis.change.report import change_parts
    from kemitraan.analysis.change.smallest_changes import change as smallest

    if (to is None) == (remove is None):
        what = Text("beri --to atau --from, salah satu", "give either --to or --from")
        raise InputError([Fault(Place("--to, --from"), what)])
    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = smallest(
        asked.case,
        to=to,
        from_=remove,
        attributes=[name.strip() for name in (attributes or "").split(",") if name.strip()],
        assumptions=assumptions,
    )
    asked.answer(found, lambda: change_parts(asked.case, found.changes, asked.lang, asked.name))
