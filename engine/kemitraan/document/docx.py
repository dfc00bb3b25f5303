"""Writes a document as Word: into the office's letterhead, or on blank paper."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from kemitraan.command.repeatable import ONCE, same_each_time
from kemitraan.document.docx_tables import boxed, table_of
from kemitraan.document.paper import MARGIN, Paper
from kemitraan.document.plain import plain
from kemitraan.faults import Fault, InputError, Place
from kemitraan.report.parts import Box, Grid, Heading, Lines, Picture
from kemitraan.report.tree import Node
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_MOST_BYTES: Final = 100_000_000
_FONT: Final = "Arial"
_SIZES: Final = {1: 17, 2: 13, 3: 10.5}
_BODY, _SMALL = 10, 8.5
_DEEPEST: Final = 14
"""Levels of a tree that are set further in; deeper ones stay below these."""
_DOTS: Final = 2200
"""Dots across a picture: 300 in an inch of a page."""
_HEADING_ROOM: Final = 30
_BROKEN = Text(
    "bukan dokumen Word (.docx) yang dapat dibaca", "no Word document (.docx) that can be read"
)
_SAVE = Text("Simpan kop surat sebagai .docx dari Word", "Save the letterhead as .docx from Word")
_LANGUAGES: Final = {"id": "id-ID", "en": "en-GB"}


def as_docx(
    parts: Sequence[Part], title: str, lang: Lang, paper: Paper | None, template: Path | None
) -> bytes:
    """Return the parts as a Word document.

    Into a letterhead they are written behind what stands there; its paper stays as it is, unless
    another one is asked for.

    Raises:
        InputError: the letterhead is no Word document.
    """
    document = _letterhead(template) if template else docx.Document()
    writer = _Writer(document, lang, own=template is None)
    writer.page(paper)
    for part in parts:
        writer.write(part.each(plain))
    writer.about(plain(title))
    made = io.BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _letterhead(file: Path) -> Document:
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                raise ValueError(file)
        return docx.Document(str(file))
    except Exception:  # whatever a broken archive makes of the library
        raise InputError([Fault(Place(str(file)), _BROKEN, fix=_SAVE)]) from None


class _Writer:
    """Writes parts at the end of a document."""

    def __init__(self, document: Document, lang: Lang, *, own: bool) -> None:
        self.document, self.lang, self.own = document, lang, own
        self.section = document.sections[-1]
        self.styles = {style.name for style in document.styles}
        self.first = True

    @property
    def inner(self) -> int:
        """Return the width between the margins, in Word's units."""
        wide = self.section.page_width or Mm(210)
        return wide - (self.section.left_margin or 0) - (self.section.right_margin or 0)

    def page(self, paper: Paper | None) -> None:
        """Set the paper, and on a page of our own margins, typeface and number."""
        if self.own or paper is not None:
            width, height = (paper or Paper.F4).size
            self.section.page_width, self.section.page_height = Mm(width), Mm(height)
        if not self.own:
            return
        self.section.left_margin = self.section.right_margin = Mm(MARGIN)
        self.section.top_margin = self.section.bottom_margin = Mm(MARGIN)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(_BODY)
        fonts = normal.element.get_or_add_rPr()
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), _LANGUAGES[self.lang])
        fonts.append(spoken)
        number = self.section.footer.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        number._p.append(field)  # noqa: SLF001 – the library has no fields

    def about(self, title: str) -> None:
        """Set what the file says of itself."""
        told = self.document.core_properties
        told.title, told.language = title, _LANGUAGES[self.lang]
        told.author = told.last_modified_by = told.comments = ""
        told.created = told.modified = ONCE
        told.revision = 1

    def write(self, part: Part) -> None:
        """Write one part."""
        match part:
            case Heading(text, level):
                self.heading(text, level)
            case Lines(lines, bulleted, strong):
                for line in lines:
                    self.line(line, bulleted=bulleted, strong=strong)
            case Grid():
                self.grid(part)
            case Node():
                self.tree(part, 0)
            case Box(title, rows):
                self.append(boxed(title, rows, self.inner // 635))
                self.paragraph("", _SMALL)
            case Picture(caption, svg, behind):
                self.picture(caption, svg)
                self.grid(behind)

    def paragraph(
        self, text: str, size: float, style: str = "", *, strong: bool = False
    ) -> Paragraph:
        """Write a paragraph, in a style where the document has it."""
        paragraph = self.document.add_paragraph(style=style if style in self.styles else None)
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), strong or None
        paragraph.paragraph_format.space_after = Pt(4)
        return paragraph

    def heading(self, text: str, level: int) -> None:
        paragraph = self.paragraph(text, _SIZES[level], f"Heading {level}", strong=True)
        paragraph.runs[0].font.color.rgb = RGBColor(0, 0, 0)
        paragraph.runs[0].font.name = _FONT if self.own else None
        form = paragraph.paragraph_format
        form.keep_with_next, form.space_before = True, Pt(14 if level == 2 else 8)
        form.page_break_before = level == 1 and not self.first
        self.first = False

    def line(self, text: str, *, bulleted: bool, strong: bool) -> None:
        style = "List Bullet" if bulleted else ""
        mark = "• " if bulleted and style not in self.styles else ""
        paragraph = self.paragraph(mark + text, _BODY, style, strong=strong)
        if bulleted:
            paragraph.paragraph_format.space_after = Pt(1)

    def grid(self, grid: Grid) -> None:
        if grid.rows:
            self.append(table_of(grid, self.inner // 635))
            self.paragraph("", _SMALL)

    def append(self, table: BaseOxmlElement) -> None:
        self.section._sectPr.addprevious(table)  # noqa: SLF001 – the end of the body

    def tree(self, node: Node, depth: int) -> None:
        paragraph = self.paragraph(f"– {node.text}" if depth else node.text, _SMALL)
        form = paragraph.paragraph_format
        form.left_indent = Mm(4 * min(depth, _DEEPEST) + 3)
        form.first_line_indent = Mm(-3)
        form.space_after = Pt(1)
        for child in node.below:
            self.tree(child, depth + 1)

    def picture(self, caption: str, svg: str) -> None:
        """Draw a picture as sharp dots, with its words for who cannot see it."""
        import resvg_py

        named = self.paragraph(caption, _BODY, strong=True)
        named.paragraph_format.keep_with_next = True
        drawn = resvg_py.svg_to_bytes(svg_string=svg, width=_DOTS, background="white")
        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=self.inner)
        high = (self.section.page_height or Mm(297)) - 2 * Mm(MARGIN) - Mm(_HEADING_ROOM)
        if shape.height > high:
            shape.width = Emu(shape.width * high // shape.height)
            shape.height = Emu(high)
        inline = shape._inline  # noqa: SLF001 – the library has no such text, nor these margins
        inline.docPr.set("descr", caption)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
