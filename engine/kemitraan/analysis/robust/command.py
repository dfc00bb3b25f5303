"""`robust`: in how many combinations of what is assumed or unknown conclusions hold."""

from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force
from kemitraan.analysis.robust.scopes import Over
from kemitraan.command import options
from kemitraan.command.request import request


def robust(
    scenario: options.ScenarioArgument,
    conclusion: Annotated[
        str | None,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan; kosong: inti anjuran. | Conclusion; none: the core.",
            autocompletion=in_force,
        ),
    ] = None,
    over: Annotated[
        list[Over] | None,
        typer.Option(
            "--over",
            help="Yang diragamkan; boleh berulang; standar: assumptions. | "
            "What is varied; repeatable; default: assumptions.",
            **options.one_of(Over, "--over"),
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
) -> None:
    """Dalam berapa banyak gabungan asumsi atau hal yang belum diketahui kesimpulan berlaku.

    In how many combinations of what is assumed or unknown conclusions hold.
    """
    from kemitraan.analysis.firm import headlines
    from kemitraan.analysis.robust.report import robust_parts
    from kemitraan.analysis.robust.robustness import robustness

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = robustness(asked.case, conclusion, over or [Over.ASSUMPTIONS])
    firm = headlines(asked.case) if conclusion is None else ()
    asked.answer(found, lambda: robust_parts(found, firm, asked.lang, asked.name, full=asked.full))
