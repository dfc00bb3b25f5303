"""`portfolio`: a table or folder of sentra in, the same with its advice out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import options
from kemitraan.text import default_lang


class Form(StrEnum):
    """In which form the table is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


def portfolio(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE",
            help="Tabel sentra: .csv, .xlsx atau .parquet; atau folder profil. | "
            "Table of sentra: .csv, .xlsx or .parquet; or a folder of profiles.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Tulis tabelnya beserta anjuran: .csv, .xlsx, .parquet, .json atau .jsonl. | "
            "Write the table with its advice: .csv, .xlsx, .parquet, .json or .jsonl.",
        ),
    ] = None,
    lang: options.LangOption = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="Bentuk hasil di layar. | Form of the result on the screen.",
            **options.one_of(Form, "--format"),
        ),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(
            "--where",
            metavar="CONDITION",
            help="Hanya baris yang memenuhi syarat ini, misalnya "
            '"kesiapan >= siap bersyarat dan kecamatan = Komodo". | '
            'Only rows of which this holds, such as "readiness >= conditional and '
            'district = Komodo".',
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="COLUMNS",
            help="Kolom yang ditulis, dipisah koma. | Columns that are written, parted by commas.",
        ),
    ] = None,
    summary: Annotated[
        Path | None,
        typer.Option(
            "--summary",
            metavar="FILE",
            help="Tulis rangkumannya dengan gambar: .html, .docx, .xlsx atau .md. | "
            "Write what the rows come to, with pictures: .html, .docx, .xlsx or .md.",
        ),
    ] = None,
    row: Annotated[
        int | None,
        typer.Option(
            "--row",
            metavar="N",
            help="Tulis baris ini saja sebagai profil (.yaml), untuk kemitraan why dan lainnya. | "
            "Write this row alone as a profile (.yaml), for kemitraan why and others.",
        ),
    ] = None,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="Tanpa kepastian dan pertanyaan, yang dihitung profil demi profil. | "
            "Without certainty and questions, which are worked out profile by profile.",
        ),
    ] = False,
    force: options.ForceOption = False,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> int:
    """Banyak sentra sekaligus: tabel masuk, tabel yang sama beserta anjurannya keluar.

    Many sentra at once: a table in, the same table with its advice out.
    """
    from kemitraan.portfolio.start import Request, start

    return start(
        Request(
            table=table,
            output=output,
            lang=lang or default_lang(),
            form=form,
            summary=summary,
            row=row,
            quick=quick,
            where=where,
            select=tuple(select or ()),
            force=force,
            assume=tuple(assume or ()),
            settings=tuple(settings or ()),
            paper=layer == options.LayerChoice.PAPER,
            overlays=tuple(overlays or ()),
            without=tuple(without or ()),
        )
    )
