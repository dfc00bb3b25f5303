"""`recommend`, `why` and `compare`: what a sentra should do, for what reasons, beside which."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kemitraan.command.cases import cases, written
from kemitraan.command.options import (
    AssumeOption,
    Format,
    FormatOption,
    LangOption,
    LayerChoice,
    LayerOption,
    OverlayOption,
    SetOption,
    WithoutOption,
    language,
    reported,
    write,
)

Scenarios = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO...",
        help="Berkas profil, atau nama profil bawaan. | Profile file, or name of a shipped one.",
    ),
]


@reported
def recommend(
    scenarios: Scenarios,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Anjuran bagi sentra | Recommendation for one or several."""
    examined = cases(scenarios, assume, settings, layer, overlays, without)
    if form == Format.JSON:
        from kemitraan.report.data import as_json

        found = [case.recommendation for case in examined]
        write(as_json(found[0] if len(found) == 1 else found))
        return
    from kemitraan.report.marks import marked_parts

    if len(examined) > 1:
        from kemitraan import api

        # What the study demands of several together: different profiles, different strategies.
        for warning in api.compare(examined).warnings:
            print(f"{warning.id}: {warning.label[language(lang)]}", file=sys.stderr)
    for number, (name, case) in enumerate(zip(scenarios, examined, strict=True)):
        depends = None
        if form == Format.MARKDOWN:
            from kemitraan.analysis.certain.certainty import dependences

            depends = dependences(case)
        parts = marked_parts(case.recommendation, language(lang), name, depends)
        write(("\n" if number else "") + written(parts, form))


@reported
def why(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    conclusion: Annotated[
        str | None,
        typer.Argument(help="Kesimpulan; kosong: daftarnya. | Conclusion; none: the list."),
    ] = None,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Alasan kesimpulan | Why: the proof, down to its sources."""
    from kemitraan import api
    from kemitraan.analysis.why.report import proof_parts
    from kemitraan.analysis.why.report_data import proofs_as_data
    from kemitraan.analysis.why.report_list import reasons_parts
    from kemitraan.report.data import as_json

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    chosen = language(lang)
    if conclusion is None:
        listed = api.conclusions(case)
        write(
            as_json(listed) if form == Format.JSON else written(reasons_parts(listed, chosen), form)
        )
        return
    proofs = api.why(case, conclusion)
    if form == Format.JSON:
        write(as_json(proofs_as_data(case, proofs)))
        return
    from kemitraan.report.parts import width_of_output

    markdown = form == Format.MARKDOWN
    write(written(proof_parts(case, proofs, chosen, width_of_output(), markdown=markdown), form))


@reported
def compare(
    scenarios: Scenarios,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Bandingkan sentra | What sentra share, where they differ."""
    from kemitraan import api
    from kemitraan.analysis.compare.report import comparison_parts
    from kemitraan.report.data import as_json

    if len(scenarios) < 2:
        raise typer.BadParameter("sebut sedikitnya dua profil | name at least two profiles")
    comparison = api.compare(cases(scenarios, assume, settings, layer, overlays, without))
    write(
        as_json(comparison)
        if form == Format.JSON
        else written(comparison_parts(comparison, language(lang)), form)
    )
