"""`web`: the page in the browser, served by this machine to itself; `page`: it to be handed on."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command.options import LangOption
from kemitraan.command.output import tell, write
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang

_HERE = Text(
    "Halaman ada di {address} (hanya di komputer ini). Ctrl-C untuk berhenti.",
    "The page is at {address} (on this machine only). Ctrl-C ends it.",
)
_ENDED = Text("Selesai.", "Ended.")
_WRITTEN = Text("Ditulis ke folder {folder}.", "Written to the folder {folder}.")
_NOWHERE = Text("ke mana ditulis belum disebut", "it is not said where to write")
_NAME_IT = Text(
    "Sebut -o BERKAS (satu berkas) atau --folder FOLDER (untuk situs web)",
    "Name -o FILE (one file) or --folder FOLDER (for a web site)",
)


def web(
    no_open: Annotated[
        bool,
        typer.Option("--no-open", help="Jangan buka peramban. | Do not open the browser."),
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            "--port",
            min=0,
            max=65535,
            metavar="PORT",
            help="Porta, paling tinggi 65535; 0: yang bebas. | Port, 65535 at most; 0: a free one.",
        ),
    ] = 0,
    lang: LangOption = None,
) -> None:
    """Halaman di peramban: coba-coba, tanya jawab, alasan. Tidak ada yang keluar dari komputer ini.

    The page in the browser: what if, interview, reasons. Nothing leaves this machine.
    """
    from kemitraan.page.web import PageServer

    chosen = lang or default_lang()
    try:
        server = PageServer(port)
    except OSError:
        what = Text("porta {port} sudah dipakai", "port {port} is taken").format(port=port)
        fix = Text("Hapus --port: porta yang bebas dipilih sendiri",
                   "Drop --port: a free one is then chosen")  # fmt: skip
        raise InputError([Fault(Place("--port"), what, fix=fix)]) from None
    try:
        with server:
            address = f"{server.address}#lang={chosen}"
            tell([_HERE.format(address=address)[chosen]])
            if not no_open:
                webbrowser.open(address)
            server.serve_forever()
    except KeyboardInterrupt:
        tell([_ENDED[chosen]])


def page(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Berkas .html yang ditulis. | The .html file to write.",
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            metavar="FOLDER",
            help="Folder yang ditulis, untuk situs web. | The folder to write, for a web site.",
        ),
    ] = None,
    pyodide: Annotated[
        Path,
        typer.Option(
            "--pyodide",
            metavar="FOLDER",
            envvar="KEMITRAAN_PYODIDE",
            show_envvar=False,
            help="Folder paket npm pyodide yang sudah dibuka; boleh juga di KEMITRAAN_PYODIDE. | "
            "Folder of npm's package pyodide, unpacked; KEMITRAAN_PYODIDE may name it too.",
        ),
    ] = Path("package"),
    lang: LangOption = None,
) -> None:
    """Halaman itu sebagai satu berkas (klik ganda, tanpa internet) atau folder untuk situs web.

    The page as one file (double click, no network) or as a folder for a web site.
    """
    from kemitraan.page.build import single_page
    from kemitraan.page.folder import check_folder, folder_page, save_folder

    if output is None and folder is None:
        raise InputError([Fault(Place("page"), _NOWHERE, fix=_NAME_IT)])
    if folder:
        check_folder(folder)
        save_folder(folder_page(pyodide), folder)
        tell([_WRITTEN.format(folder=folder)[lang or default_lang()]])
    if output:
        write(single_page(pyodide), output)
