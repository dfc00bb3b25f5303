"""`change`: the smallest changes that bring a conclusion about, or remove it."""

from __future__ import annotations

from typing import Annotated

import typer

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def change(
    asked: Asked,
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
) -> None:
    """Perubahan terkecil | What would bring a conclusion about."""
    if (to is None) == (remove is None):
        raise typer.BadParameter("beri --to atau --from | give either --to or --from")
    from kemitraan.analysis.change.report import change_parts
    from kemitraan.analysis.change.smallest_changes import smallest_changes

    found = smallest_changes(
        asked.case,
        to=to,
        remove=remove,
        attributes=[name.strip() for name in (attributes or "").split(",") if name.strip()],
        assumptions=assumptions,
    )
    asked.answer(found, lambda: change_parts(asked.case, found, asked.lang, asked.name))
