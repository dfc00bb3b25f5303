"""`change`: the smallest changes that bring a conclusion about, or remove it."""

from __future__ import annotations

from typing import Annotated

import typer

from kemitraan.cli.cases import cases, written
from kemitraan.cli.options import (
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


@reported
def change(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    to: Annotated[
        str | None,
        typer.Option("--to", help="Kesimpulan yang dituju. | Conclusion to bring about."),
    ] = None,
    remove: Annotated[
        str | None,
        typer.Option("--from", help="Kesimpulan yang dihapus. | Conclusion to remove."),
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
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Perubahan terkecil | What would bring a conclusion about."""
    if (to is None) == (remove is None):
        raise typer.BadParameter("beri --to atau --from | give either --to or --from")
    from kemitraan.analysis.change import smallest_changes
    from kemitraan.report.analysis.change import change_parts
    from kemitraan.report.data import as_json

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = smallest_changes(
        case,
        to=to,
        remove=remove,
        attributes=[name.strip() for name in (attributes or "").split(",") if name.strip()],
        assumptions=assumptions,
    )
    write(
        as_json(found)
        if form == Format.JSON
        else written(change_parts(case, found, language(lang), scenario), form)
    )
