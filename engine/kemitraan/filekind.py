"""What a file is that is no YAML: told by its first bytes, with what to do instead."""

from __future__ import annotations

from kemitraan.text import Text

_EXCEL = Text("buku kerja Excel", "an Excel workbook")
_WORD = Text("dokumen Word", "a Word document")
_ZIP = Text("arsip ZIP", "a ZIP archive")
_OFFICE = Text("berkas Office lama (.xls atau .doc)", "an old Office file (.xls or .doc)")
_PICTURE = Text("gambar", "a picture")
_FORM = Text(
    "Buat formulir dengan `kemitraan scenario new profil.yaml`, lalu salin isinya ke sana",
    "Make a form with `kemitraan scenario new profile.yaml` and copy the content into it",
)
_READ = Text(
    "Bila itu formulir, namai .xlsx; jadikan profil dengan `kemitraan form read FILE.xlsx`",
    "If it is a form, name it .xlsx; make it a profile by `kemitraan form read FILE.xlsx`",
)
_UNPACK = Text("Keluarkan dahulu profilnya (.yaml) dari arsip itu",
               "Take the profile (.yaml) out of it first")  # fmt: skip
_SAVE = Text(
    "Simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, UTF-8; PowerShell: "
    "`| Out-File -Encoding utf8`)",
    "Save it again as UTF-8 (Notepad: Save As, UTF-8; PowerShell: `| Out-File -Encoding utf8`)",
)
_BEGINNINGS = {
    b"%PDF": Text("berkas PDF", "a PDF file"),
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"{\\rtf": Text("dokumen RTF", "an RTF document"),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"<!DOCTYPE": Text("halaman web", "a web page"),
    b"<html": Text("halaman web", "a web page"),
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4_000
_SEPARATORS = ";,\t"


def foreign(raw: bytes) -> tuple[Text, Text] | None:
    """Return what a file is and what to do, where it cannot be YAML in UTF-8; else None."""
    if raw.startswith(b"PK\x03\x04"):
        kind = _EXCEL if b"xl/" in raw else _WORD if b"word/" in raw else _ZIP
        return _is(kind), {_EXCEL: _READ, _ZIP: _UNPACK}.get(kind, _FORM)
    for beginning, kind in _BEGINNINGS.items():
        if raw.startswith(beginning):
            return _is(kind), _FORM
    if raw.startswith(_UTF16):
        kind = Text("teks UTF-16, seperti yang ditulis PowerShell",
                    "UTF-16 text, as PowerShell writes it")  # fmt: skip
        return _is(kind), _SAVE
    if b"\0" in raw:
        return _is(Text("berkas biner, bukan teks", "a binary file, no text")), _FORM
    return None


def table(text: str) -> tuple[Text, Text] | None:
    """Return what a text is and what to do, where its first rows are those of a table."""
    rows = [row for row in text[:_LOOKED_AT].splitlines() if row.strip()][:2]
    if len(rows) < 2 or ":" in rows[0] or rows[0].lstrip()[0] in "-[{#":
        return None
    like_a_table = any(0 < rows[0].count(one) == rows[1].count(one) for one in _SEPARATORS)
    return (_is(Text("tabel CSV", "a CSV table")), _FORM) if like_a_table else None


def _is(kind: Text) -> Text:
    return Text("ini {kind}, bukan YAML", "this is {kind}, no YAML").format(kind=kind)
