"""A table of texts, its rows numbered in the margin and parted by thin lines."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from app.documents.sheet.columns import Column, Row, Table
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH, TEXT_WIDTH
from app.documents.sheet.structure import Element
from app.documents.sheet.style import Style
from app.documents.sheet.typography import COLUMN_HEAD, ORDINAL
from app.domain.fixed_words import fixed_words

_CELL_GAP = 10.0  # points
_KEPT_WHOLE_BELOW = 200.0


class TableColumn(NamedTuple):
    """A column of a table: its head, its width in points and the style of its cells."""

    head: str
    width: float
    style: Style


def numbered_table(
    compose: Compositor, columns: Sequence[TableColumn], rows: Sequence[Sequence[str]], before: float = 0.0
) -> Table:
    """The table; its head returns on each page. With no word in any column's head it has none.

    `rows` must not be empty, and each has a text for every column.
    """
    table = Element("Table")
    heads = [(column.head, column.width, COLUMN_HEAD) for column in columns]
    has_head = any(column.head for column in columns)
    head = Row(_cells(compose, fixed_words(compose.language).ordinal, heads, "TH", table), padding=3)
    body = []
    for number, row in enumerate(rows, start=1):
        cells = [(text, column.width, column.style) for text, column in zip(row, columns, strict=True)]
        rule = TEXT_WIDTH if has_head or number > 1 else 0.0
        parts = _cells(compose, str(number), cells, "TD", table)
        body.append(Row(parts, padding=5, rule=rule, kept_whole_below=_KEPT_WHOLE_BELOW))
    return Table([head] if has_head else [], body, before)


def _cells(
    compose: Compositor, number: str, cells: Sequence[tuple[str, float, Style]], role: str, table: Element
) -> list[Column]:
    """The columns of one row, that in the margin first."""
    within = Element("TR", parent=table)
    of_head = replace(COLUMN_HEAD, align=ORDINAL.align)
    ordinal = compose.text(
        number, of_head if role == "TH" else ORDINAL, width=NOTE_WIDTH, role=role, within=within
    )
    offsets = accumulate((width for _, width, _ in cells), initial=0.0)
    texts = [
        Column(offset, [compose.text(text, style, width=width - _CELL_GAP, role=role, within=within)])
        for offset, (text, width, style) in zip(offsets, cells, strict=False)
    ]
    return [Column(-NOTE_GAP - NOTE_WIDTH, [ordinal]), *texts]
