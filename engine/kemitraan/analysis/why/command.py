"""`why`: the reasons of a conclusion, or the list of conclusions that have some."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force
from kemitraan.command import options
from kemitraan.command.output import write
from kemitraan.command.request import request
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text

_OF_WHAT = Text("kesimpulannya belum disebut", "the conclusion is missing")
_NAME_ONE = Text(
    "Sebut satu kesimpulan; tanpa --prov, perintah ini mendaftarkannya",
    "Name one conclusion; without --prov, this command lists them",
)


def why(
    scenario: options.ScenarioArgument,
    conclusion: Annotated[
        str | None,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan; kosong: daftarnya. | Conclusion; none: the list.",
            autocompletion=in_force,
        ),
    ] = None,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
    prov: Annotated[
        Path | None,
        typer.Option(
            "--prov",
            metavar="FILE",
            help="Tulis alasannya sebagai JSON-LD dengan istilah PROV. "
            "| Write the proof as JSON-LD in terms of PROV.",
        ),
    ] = None,
) -> None:
    """Alasan suatu kesimpulan, sampai ke sumbernya; tanpa kesimpulan: daftarnya.

    Why something was concluded, down to its sources; without a conclusion: their list.
    """
    from kemitraan.analysis.why.prov import as_prov
    from kemitraan.analysis.why.report import proof_parts, reasons_parts
    from kemitraan.analysis.why.report_data import as_data, told_conclusions
    from kemitraan.analysis.why.why import why as proofs_of

    if prov is not None and conclusion is None:
        raise InputError([Fault(Place("--prov"), _OF_WHAT, fix=_NAME_ONE)])
    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    case = asked.case
    if conclusion is None:
        listed = told_conclusions(case)
        asked.answer(listed, lambda: reasons_parts(case.base.shown, listed.conclusions, asked.lang))
        return
    proofs = proofs_of(case, conclusion)
    if prov is not None:
        write(as_prov(as_data(case, proofs)), prov)
        return
    asked.answer(
        as_data(case, proofs),
        lambda: proof_parts(case, proofs, asked.lang),
    )
