"""Faults of YAML itself in plain words, and how reading goes on after one.

The parser stops at the first fault, and tells it in its own English. Here each kind of fault has
its words in both languages, and the line it stands on is mended or left out, so that the rest of
the file can be read and all other faults be told as well.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from kemitraan.text import Text

MOST = 20
"""So many faults of YAML are told of one file; after them the rest is not read."""

_PAIR = re.compile(r"(\s*)([^\s:#{}\[\],&*!|>'\"%@`-][^:#{}\[\]]*):(\s.*)?")
_GLUED = re.compile(r"(\s*(?:- )?)([\w ]+):([^\s/:].*)")
_TWO_COLONS = re.compile(r"\w: [^,:{}\[\]'\"]*: ")
_KEY = re.compile(r"(\s*)([\w][\w ]*):(?:\s|$)")


class Trouble(NamedTuple):
    """One fault of YAML: its line (from 0), what is wrong, what to do, and the line mended.

    `mended` is None where nothing of the line can be kept.
    """

    line: int
    what: Text
    fix: Text
    mended: str | None


def trouble(error: Any, lines: list[str]) -> Trouble:
    """Return the fault that an error of the parser tells of the text of these lines."""
    said = f"{error.context or ''} {error.problem or ''}".lower()
    begun, met = error.context_mark, error.problem_mark
    at = min((met or begun).line if met or begun else 0, max(len(lines) - 1, 0))
    start = min(begun.line if begun else at, at)
    here = lines[at] if lines else ""
    if (glued := _glued(lines, start, at)) is not None:
        line, key, content, indent = glued
        what = Text(f"spasi sesudah '{key}:' tidak ada", f"there is no space after '{key}:'")
        fix = Text(f"Tulis `{key}: {content}`", f"Write `{key}: {content}`")
        return Trouble(line, what, fix, f"{indent}{key}: {content}")
    if "\t" in here[: len(here) - len(here.lstrip())] or "tab" in said or "'\\t'" in said:
        what = Text("baris ini dimulai dengan tab", "this line begins with a tab")
        fix = Text("Ganti tab dengan spasi", "Use spaces in its place")
        return Trouble(at, what, fix, here.replace("\t", "  "))
    opened = _open_quote(lines, at)
    if "escape" not in said and ("quoted scalar" in said or opened is not None):
        return _kept(
            start if opened is None else opened,
            lines,
            Text("tanda kutip pembuka tanpa penutup", "a quotation mark is opened and not closed"),
            Text(
                "Tambahkan tanda kutip di akhir teks itu",
                "Put the quotation mark at the end of that text",
            ),
        )
    if "escape" in said:
        return _kept(
            at,
            lines,
            Text(
                "garis miring terbalik (\\) di antara tanda kutip ganda",
                "a backslash (\\) between double quotation marks",
            ),
            Text("Pakai tanda kutip tunggal: '…'", "Use single quotation marks: '…'"),
        )
    flow = "flow mapping" in said or "flow sequence" in said
    if flow and lines[start].lstrip()[:1] in ("{", "[") and not any(map(str.strip, lines[:start])):
        what = Text("JSON ini tidak lengkap atau tidak sah", "this JSON is incomplete or not valid")
        fix = Text(
            "Periksa kurung dan komanya, atau isi formulir dari `kemitraan scenario new`",
            "Check its brackets and commas, or fill in a form of `kemitraan scenario new`",
        )
        return Trouble(start, what, fix, None)
    if flow and _TWO_COLONS.search(lines[start]):
        return _kept(start, lines, *_COLON)
    if flow:
        mark = "}" if "mapping" in said else "]"
        opening = "{" if mark == "}" else "["
        return _kept(
            start,
            lines,
            Text(
                f"kurung '{opening}' tidak ditutup dengan benar",
                f"the bracket '{opening}' is not closed properly",
            ),
            Text(
                f"Pisahkan isinya dengan koma dan tutup dengan '{mark}' di baris itu",
                f"Separate its parts by commas and close it with '{mark}' in that line",
            ),
        )
    if "mapping values are not allowed" in said:
        if here.count(": ") + here.rstrip().endswith(":") > 1:
            return _kept(at, lines, *_COLON)
        return Trouble(at, *_INDENT, None)
    if here.rstrip().endswith(" ?") or here.strip() == "?":
        return _kept(
            at,
            lines,
            Text("tanda tanya saja bukan isi", "a bare question mark is no content"),
            Text(
                "Kosongkan bagian setelah titik dua bila belum diketahui",
                "Leave the part after the colon blank where it is unknown",
            ),
        )
    if "simple key" in said or "could not find expected ':'" in said:
        word = lines[start].strip() if lines else ""
        return _kept(
            start,
            lines,
            Text(
                f"titik dua tidak ada setelah '{word[:40]}'",
                f"there is no colon after '{word[:40]}'",
            ),
            Text("Tulis `kunci: isi`", "Write `key: value`"),
        )
    if "cannot start any token" in said:
        found = re.search(r"[:,\[{]\s+([%@`])", here)
        mark = found[1] if found else "%"
        return _kept(
            at,
            lines,
            Text(
                f"isi tidak boleh dimulai dengan '{mark}'", f"content must not begin with '{mark}'"
            ),
            Text("Beri tanda kutip pada isi itu", "Put the content in quotation marks"),
        )
    if "block" in said or "expected key" in said or "indicator" in said or "indent" in said:
        return Trouble(at, *_INDENT, None)
    return _kept(
        at,
        lines,
        Text("baris ini tidak dapat dibaca", "this line cannot be read"),
        Text(
            "Periksa titik dua, tanda kutip dan spasi di baris ini dan sebelumnya",
            "Check colons, quotes and spaces in this line and the one before",
        ),
    )


_COLON = (
    Text("titik dua kedua dalam satu isian", "a second colon in one entry"),
    Text(
        "Beri tanda kutip pada teks yang memuat titik dua",
        "Put the text with the colon in quotation marks",
    ),
)
_INDENT = (
    Text("awal baris ini tidak sejajar dengan baris lain", "this line is not in line with others"),
    Text(
        "Samakan jumlah spasi di awalnya dengan baris yang setingkat",
        "Begin it with as many spaces as the lines of its level",
    ),
)


def _glued(lines: list[str], start: int, at: int) -> tuple[int, str, str, str] | None:
    """Return line, key, content and indent of a pair without a space after its colon."""
    for line in (start, at, at - 1):
        if 0 <= line < len(lines) and not _PAIR.fullmatch(lines[line]):
            found = _GLUED.fullmatch(lines[line])
            if found:
                return line, found[2], found[3].strip(), found[1]
    return None


def _open_quote(lines: list[str], last: int) -> int | None:
    """Return the first line up to `last` on which a double quotation mark is left open.

    The parser reads on to the next mark, and stumbles over what comes after that one.
    """
    for line in range(min(last + 1, len(lines))):
        written = lines[line]
        if not written.lstrip().startswith("#") and written.replace('\\"', "").count('"') % 2:
            return line
    return None


def _kept(line: int, lines: list[str], what: Text, fix: Text) -> Trouble:
    """Return a fault after which the key of the line is kept, without its content."""
    found = _KEY.match(lines[line]) if line < len(lines) else None
    return Trouble(line, what, fix, f"{found[1]}{found[2]}:" if found else None)


def without(lines: list[str], fault: Trouble) -> tuple[list[str], set[int]]:
    """Return the lines to read on with, and the numbers (from 1) of those that say less now.

    What stands below a line that is left out belongs to it, and is left out as well.
    """
    mended, changed = list(lines), {fault.line + 1}
    if fault.line >= len(lines):
        return mended, changed
    kept_whole = fault.mended is not None and not fault.mended.rstrip().endswith(":")
    # A line that was mended already is left out.
    whole = fault.mended is None or fault.mended == lines[fault.line]
    mended[fault.line] = "" if whole else fault.mended or ""
    if kept_whole and not whole:
        return mended, set()
    depth = len(lines[fault.line]) - len(lines[fault.line].lstrip())
    for number in range(fault.line + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        mended[number] = ""
        if line.strip():
            changed.add(number + 1)
    return mended, changed
