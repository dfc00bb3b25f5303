"""`report`: the advice as a document for a meeting."""

from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command import completion, options
from kemitraan.document.paper import Paper
from kemitraan.text import default_lang


def report(
    scenarios: options.ScenariosArgument,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Tulis ke berkas: .docx, .html, .md atau .xlsx. | "
            "Write to a file: .docx, .html, .md or .xlsx.",
        ),
    ],
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE.docx",
            help="Kop surat: dokumen Word yang diisi. | Letterhead: the Word document to fill.",
            autocompletion=completion.files,
        ),
    ] = None,
    paper: Annotated[
        Paper | None,
        typer.Option(
            "--paper",
            help="Ukuran kertas; tanpa ini F4, atau seperti kop surat. | "
            "Size of paper; without it F4, or as the letterhead.",
            **options.one_of(Paper, "--paper"),
        ),
    ] = None,
    lang: options.LangOption = None,
    force: options.ForceOption = False,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Laporan untuk rapat: keputusan, rencana, peta pemangku kepentingan, pertanyaan, lampiran.

    A report for a meeting: decision, plan, map of stakeholders, questions, annexes.
    """
    from kemitraan.command.cases import cases
    from kemitraan.document.files import checked, written

    checked(output, template, force=force)
    found = cases(scenarios, assume, settings, layer, overlays, without)
    named = tuple(zip(scenarios, found, strict=True))
    written(named, output, template, paper, lang or default_lang())
