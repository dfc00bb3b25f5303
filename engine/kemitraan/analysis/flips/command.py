"""`flips`: which single changes, and which together, change what is recommended."""

from __future__ import annotations

from typing import Annotated

import typer

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def flips(
    asked: Asked,
    triples: Annotated[
        bool,
        typer.Option("--triples", help="Juga tiga perubahan sekaligus. | Triples of changes, too."),
    ] = False,
    of: Annotated[
        list[str] | None,
        typer.Option(
            "--of",
            metavar="SORT",
            help="fact, unknown, actor, assumption, rule; boleh berulang. | Repeatable.",
        ),
    ] = None,
) -> None:
    """Perubahan yang membalik anjuran | What flips the advice."""
    from kemitraan.analysis.flips.flips import flips as find_flips
    from kemitraan.analysis.flips.report import flips_parts

    found = find_flips(asked.case, together=3 if triples else 2, of=of or ())
    asked.answer(found, lambda: flips_parts(found, asked.lang, full=asked.full))
