"""A report as a PDF: its figures with the rule behind each, its tables of numbers, and the method at the end."""

from collections.abc import Iterator

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, Rule
from app.documents.sheet.chart import bar_block
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.number_table import number_table
from app.documents.sheet.numbered_table import TableColumn, numbered_table
from app.documents.sheet.page import TEXT_WIDTH, Surround
from app.documents.sheet.printing import Imprint, Rendered, print_sheet
from app.documents.sheet.style import ACCENT
from app.documents.sheet.typesetter import Typesetter
from app.domain.report_sheet import PrintedFigure, PrintedGrid, PrintedTable, ReportSheet
from app.domain.stated_date import full

WORDS_AT_ONCE = 4
LABEL_WIDTH = 90.0
"""Columns of words beside their labels, and the room for the labels in points."""

COLUMNS_AT_ONCE = 8
"""So many columns of numbers fit beside their labels; a wider table goes on below."""


def render(sheet: ReportSheet) -> Rendered:
    """The report on A4. Equal sheets give equal bytes. Raises FontMissing if a font package is not installed."""
    setter = Typesetter("en")
    foot = f"{sheet.office} · as of {full(sheet.dated)}"
    subject = " · ".join(part for part in (foot, sheet.narrowed_to, sheet.marking) if part)
    imprint = Imprint(sheet.title, subject, "en", sheet.dated)
    return print_sheet(blocks(sheet, Compositor(setter)), setter, Surround(sheet.marking, foot), imprint)


def blocks(sheet: ReportSheet, compose: Compositor) -> Iterator[Block]:
    """The head, the figures, the tables, the method."""
    eyebrow = f"{sheet.office} · as of {full(sheet.dated)}"
    yield compose.text(eyebrow, typography.EYEBROW, keeps_with_next=True)
    yield compose.text(sheet.title, typography.TITLE, before=6, keeps_with_next=True, role="H1")
    yield compose.text(sheet.narrowed_to, typography.SUBTITLE, before=4, keeps_with_next=True)
    yield Rule(TEXT_WIDTH, 1.0, ACCENT, before=14, keeps_with_next=True)
    for figure in sheet.figures:
        yield from figure_blocks(figure, compose)
    for table in sheet.tables:
        yield from table_blocks(table, compose)
    for grid in sheet.grids:
        yield from grid_blocks(grid, compose)
    yield compose.heading("How this was counted")
    for sentence in sheet.method:
        yield compose.text(sentence, typography.SMALL, before=4)


def figure_blocks(figure: PrintedFigure, compose: Compositor) -> Iterator[Block]:
    """A figure: what it is, the number, its parts as bars, its rule."""
    yield compose.text(figure.title, typography.SUBHEADING, before=20, keeps_with_next=True, role="H2")
    yield compose.text(figure.said, typography.FIGURE, before=2, keeps_with_next=True)
    there = [(label, number) for label, number in figure.parts if number]
    if there:
        yield bar_block(compose, there, before=4)
    none = ", ".join(f"0 {label}" for label, number in figure.parts if not number)
    if none:
        yield compose.text(none, typography.SMALL, before=4, keeps_with_next=True)
    yield compose.text(figure.rule, typography.SMALL, before=5)


def table_blocks(table: PrintedTable, compose: Compositor) -> Iterator[Block]:
    """A table of numbers, so many columns at once."""
    for start in range(0, max(len(table.columns), 1), COLUMNS_AT_ONCE):
        part = slice(start, start + COLUMNS_AT_ONCE)
        caption = table.caption if not start else f"{table.caption}, continued"
        yield compose.heading(caption, before=22)
        columns = table.columns[part]
        rows = [(label, every, numbers[part]) for label, every, numbers in table.rows]
        yield number_table(compose, columns, rows, (table.foot[0], table.foot[1][part]), table.most)


def grid_blocks(grid: PrintedGrid, compose: Compositor) -> Iterator[Block]:
    """A table of words, so many columns at once that each has room."""
    for start in range(0, max(len(grid.columns), 1), WORDS_AT_ONCE):
        part = slice(start, start + WORDS_AT_ONCE)
        caption = grid.caption if not start else f"{grid.caption}, continued"
        yield compose.heading(caption, before=22)
        heads = grid.columns[part]
        width = (TEXT_WIDTH - LABEL_WIDTH) / max(len(heads), 1)
        columns = [
            TableColumn(grid.corner, LABEL_WIDTH, typography.CELL_SMALL),
            *(TableColumn(head, width, typography.CELL_SMALL) for head in heads),
        ]
        rows = [(label, *words[part]) for label, words in grid.rows]
        if rows:
            yield numbered_table(compose, columns, rows, before=4)
