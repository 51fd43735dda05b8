"""A table of a word-processor file: numbered rows parted by thin lines, its head again on each page."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm

from app.documents.word.blank import add_paragraph
from app.documents.word.surround import TEXT_WIDTH
from app.documents.word.writing import Writer
from app.domain.fixed_words import fixed_words

_NUMBER_WIDTH, _DETAIL_WIDTH = Mm(10), Mm(27)
_AFTER_BIDI_VISUAL = ("w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblLook")
_LINES = f"""<w:tblBorders {nsdecls("w")}>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="BDC2C9"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BDC2C9"/>
</w:tblBorders>"""


def write_table(document: Any, writer: Writer, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The table. With no word in any head it has none. `rows` has a text for each head in every row."""
    widths = [_NUMBER_WIDTH, _rest(len(heads)), *(_DETAIL_WIDTH for _ in heads[1:])]
    lines = [[fixed_words(writer.language).ordinal, *heads]] if any(heads) else []
    lines += [[f"{number}", *row] for number, row in enumerate(rows, start=1)]
    table = document.add_table(rows=len(lines), cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    table._tbl.tblPr.insert_element_before(
        parse_xml(_LINES), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )
    if writer.turns_pages:
        table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_BIDI_VISUAL)
    for grid_column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        grid_column.w = width
    for number, (row, line) in enumerate(zip(table._tbl.tr_lst, lines, strict=True)):
        is_head = bool(any(heads)) and number == 0
        _keep_whole(row, is_head)
        for cell, width, text in zip(row.tc_lst, widths, line, strict=True):
            cell.width = width
            paragraph = add_paragraph(document, "CellHead" if is_head else "Cell")
            cell.replace(cell.p_lst[0], paragraph._p)
            writer.write(paragraph, text)
            writer.to_the_edge(paragraph)


def _rest(columns: int) -> Length:
    return Length(TEXT_WIDTH - _NUMBER_WIDTH - (columns - 1) * _DETAIL_WIDTH)


def _keep_whole(row: Any, is_head: bool) -> None:
    """A row is not cut at a page's end; the head returns on each page."""
    properties = row.get_or_add_trPr()
    for tag in ("w:cantSplit", "w:tblHeader") if is_head else ("w:cantSplit",):
        properties.append(OxmlElement(tag))
