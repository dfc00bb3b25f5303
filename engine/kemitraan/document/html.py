"""Writes a document as one HTML file that fetches nothing and prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kemitraan.document.paper import MARGIN, shares
from kemitraan.document.words import BLANK
from kemitraan.report.parts import Box, Grid, Heading, Lines, Picture, as_line
from kemitraan.report.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.document.paper import Paper
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_PAGE: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
{body}
</body>
</html>
"""
_STYLE: Final = """\
@page {{ size: {width}mm {height}mm; margin: {margin}mm;
  @bottom-right {{ content: counter(page); font: 8pt Arial, sans-serif; }} }}
body {{ font: 10pt/1.4 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #000;
  max-width: {inner}mm; margin: 0 auto; padding: 4mm; }}
h1 {{ font-size: 17pt; line-height: 1.2; margin: 0 0 3mm; }}
h1.later {{ break-before: page; margin-top: 12mm; }}
h2 {{ font-size: 13pt; margin: 7mm 0 2mm; border-bottom: 1pt solid #000; }}
h3 {{ font-size: 10.5pt; margin: 4mm 0 1.5mm; }}
h1, h2, h3 {{ break-after: avoid; }}
p {{ margin: 0 0 2mm; }}
p.strong {{ font-weight: bold; }}
ul {{ margin: 0 0 2mm; padding-left: 5mm; }}
ul.tree ul {{ padding-left: 3.5mm; border-left: 0.5pt solid #999; margin: 0; list-style: none; }}
ul.tree {{ font-size: 9pt; line-height: 1.3; list-style: none; padding-left: 0; }}
ul.tree li {{ padding-left: 1.5mm; }}
ul.tree b {{ font-size: 9.5pt; }}
table {{ border-collapse: collapse; width: 100%; margin: 0 0 3mm; table-layout: fixed;
  font-size: 9pt; line-height: 1.3; }}
.wide {{ overflow-x: auto; }}
.wide table {{ min-width: 150mm; }}
thead {{ display: table-header-group; }}
tr, dl div, figure {{ break-inside: avoid; }}
th, td {{ text-align: left; vertical-align: top; padding: 1mm 1.5mm; overflow-wrap: break-word;
  border-bottom: 0.5pt solid #999; }}
td.blank {{ height: 7mm; }}
thead th {{ border-bottom: 1pt solid #000; }}
.box {{ border: 2pt solid #000; padding: 3mm 4mm 2mm; margin: 0 0 4mm; }}
.box h2 {{ margin: 0 0 2mm; }}
.box td, .box th {{ border: 0; padding: 0.7mm 1.5mm 0.7mm 0; font-size: 10pt; }}
.box tr.next > * {{ border-top: 0.5pt solid #999; }}
dl div {{ border-bottom: 0.5pt solid #999; padding: 1mm 0; font-size: 9pt; line-height: 1.3; }}
dl p {{ margin: 0; }}
figure {{ margin: 2mm 0 3mm; }}
figure svg {{ display: block; width: 100%; height: auto; max-height: {tall}mm; }}
figcaption {{ font-size: 9pt; font-weight: bold; margin-bottom: 1mm; }}
@media print {{ body {{ max-width: none; padding: 0; }}
  .wide {{ overflow: visible; }} h1.later {{ margin-top: 0; }} }}"""
_HEADING_ROOM: Final = 25


def as_html(parts: Sequence[Part], title: str, lang: Lang, paper: Paper) -> str:
    """Return the parts as one HTML file for a size of paper; texts in it are only ever text."""
    width, height = paper.size
    style = _STYLE.format(
        width=width,
        height=height,
        margin=MARGIN,
        inner=width - 2 * MARGIN,
        tall=height - 2 * MARGIN - _HEADING_ROOM,
    )
    body = "\n".join(_pieces(part.each(as_line) for part in parts))
    return _PAGE.format(lang=lang.value, title=escape(as_line(title)), style=style, body=body)


def _pieces(parts: Iterable[Part]) -> Iterable[str]:
    first = True
    for part in parts:
        match part:
            case Heading(text, level):
                later = ' class="later"' if level == 1 and not first else ""
                yield f"<h{level}{later}>{escape(text)}</h{level}>"
                first = False
            case Lines(lines, bulleted, strong):
                yield _lines(lines, bulleted=bulleted, strong=strong)
            case Grid():
                yield _table(part)
            case Node():
                top = f"<b>{escape(part.text)}</b><ul>{''.join(map(_tree, part.below))}</ul>"
                yield f'<ul class="tree"><li>{top}</li></ul>'
            case Box(title, rows):
                yield f'<section class="box"><h2>{escape(title)}</h2>{_framed(rows)}</section>'
            case Picture(caption, svg, behind):
                drawn = f"<figcaption>{escape(caption)}</figcaption>{svg}"
                yield f"<figure>{drawn}</figure>\n{_table(behind)}"


def _lines(lines: Sequence[str], *, bulleted: bool, strong: bool) -> str:
    if bulleted:
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
    mark = ' class="strong"' if strong else ""
    return "\n".join(f"<p{mark}>{escape(line)}</p>" for line in lines)


def _table(grid: Grid) -> str:
    """Return a table; where its words do not fit side by side, a list of its rows."""
    if not grid.rows:
        return ""
    widths = shares(grid)
    if widths is None:
        return _listed(grid)
    columns = "".join(f'<col style="width:{100 * width:.1f}%">' for width in widths)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in grid.headers)
    top = f"<thead><tr>{head}</tr></thead>" if head else ""
    rows = "\n".join(_row(row, named=not grid.headers) for row in grid.rows)
    table = f"<table><colgroup>{columns}</colgroup>{top}<tbody>\n{rows}\n</tbody></table>"
    return f'<div class="wide">{table}</div>'


def _row(cells: Sequence[str], *, named: bool) -> str:
    first, *others = cells
    start = f'<th scope="row">{escape(first)}</th>' if named else f"<td>{escape(first)}</td>"
    return f"<tr>{start}{''.join(map(_cell, others))}</tr>"


def _cell(text: str) -> str:
    # On paper the cell itself is room to write.
    return '<td class="blank"></td>' if text == BLANK else f"<td>{escape(text)}</td>"


def _listed(grid: Grid) -> str:
    rows = []
    for row in grid.rows:
        heads = grid.headers or ("",) * len(row)
        said = [
            f"<p><b>{escape(head)}:</b> {escape(cell)}</p>" if head else f"<p>{escape(cell)}</p>"
            for head, cell in zip(heads, row, strict=True)
            if cell
        ]
        rows.append(f"<div>{''.join(said)}</div>")
    return f"<dl>{''.join(rows)}</dl>"


def _framed(rows: Sequence[tuple[str, str]]) -> str:
    """Return the rows of a box; a row without a name goes on with the one before."""
    told = []
    for number, (name, said) in enumerate(rows):
        mark = ' class="next"' if name and number else ""
        told.append(f'<tr{mark}><th scope="row">{escape(name)}</th><td>{escape(said)}</td></tr>')
    body = "\n".join(told)
    return f'<table><colgroup><col style="width:25mm"><col></colgroup><tbody>{body}</tbody></table>'


def _tree(node: Node) -> str:
    below = f"<ul>{''.join(map(_tree, node.below))}</ul>" if node.below else ""
    return f"<li>{escape(node.text)}{below}</li>"
