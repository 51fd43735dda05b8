"""The compositor: makes the blocks of a sheet, from single texts to tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from app.documents.sheet import typography
from app.documents.sheet.bidi import turns
from app.documents.sheet.blocks import Block, TextBlock
from app.documents.sheet.cleaning import clean, clean_line
from app.documents.sheet.columns import Column, Row, Table
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH, TEXT_WIDTH
from app.documents.sheet.structure import Element
from app.documents.sheet.style import Style
from app.documents.sheet.typesetter import Typesetter

_BETWEEN = 18.0  # points between two columns
_CELL_GAP = 10.0
_LONGEST_BOOKMARK = 120  # characters
_ROW_KEPT_WHOLE_BELOW = 200.0


class Note(NamedTuple):
    """A word in the left margin."""

    text: str
    style: Style


class TableColumn(NamedTuple):
    """A column of a table: its head, its width in points and the style of its cells."""

    head: str
    width: float
    style: Style


Columns = Sequence[TableColumn]


class Compositor:
    """Makes blocks as wide as the page's text, or as told. No text is ever read as markup."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter

    def text(
        self,
        text: str,
        style: Style,
        *,
        width: float = TEXT_WIDTH,
        before: float = 0.0,
        keeps_with_next: bool = False,
        language: str = "",
        role: str = "P",
        within: Element | None = None,
    ) -> TextBlock:
        """A text in one style; line ends in it are kept. For `role` and `within` see the structure."""
        lines = self._setter.lines(text, style, width, language)
        tongue = self._setter.language_of(text, language)
        reads = clean(text) if turns(text) else ""
        element = Element(role, "" if tongue == self._setter.language else tongue, within, reads)
        return TextBlock(lines, style, width, keeps_with_next, before, element=element)

    def heading(self, text: str, number: str = "", before: float = 26.0) -> Row:
        """A heading that enters the outline, its number in the margin."""
        title = clean_line(text)
        block = replace(
            self.text(title, typography.HEADING, keeps_with_next=True, role="H2"),
            bookmark=(f"{number} {title}".strip()[:_LONGEST_BOOKMARK], 0),
        )
        return self.noted([Note(number, typography.NUMBER)], block, before=before, keeps_with_next=True)

    def noted(
        self, notes: Iterable[Note], block: Block, before: float = 0.0, keeps_with_next: bool = False
    ) -> Row:
        """A block with notes in the margin beside its first lines."""
        shown = [self.text(note.text, note.style, width=NOTE_WIDTH) for note in notes if note.text]
        margin = Column(-NOTE_GAP - NOTE_WIDTH, shown)
        return Row([margin, Column(0.0, [block])], before, keeps_with_next)

    def side_by_side(self, stacks: Sequence[Sequence[Block]], before: float = 0.0) -> Row:
        """Stacks of blocks in columns of equal width, which is `column_width` of their number."""
        step = self.column_width(len(stacks)) + _BETWEEN
        return Row([Column(i * step, stack) for i, stack in enumerate(stacks)], before)

    @staticmethod
    def column_width(count: int) -> float:
        """The width of each of so many columns side by side."""
        return (TEXT_WIDTH - (count - 1) * _BETWEEN) / count

    def table(self, columns: Columns, rows: Sequence[Sequence[str]], before: float = 0.0) -> Table:
        """A table whose rows are numbered in the margin and whose head returns on each page.

        With no word in any column's head the table has none. `rows` must not be empty.
        """
        offsets = list(accumulate((column.width for column in columns), initial=0.0))
        table = Element("Table")
        has_head = any(column.head for column in columns)
        heads = [(column.head, typography.COLUMN_HEAD) for column in columns]
        head = Row(self._cells(columns, offsets, heads, "TH", Element("TR", parent=table)), padding=3)
        body = [
            Row(
                self._numbered(number, columns, offsets, row, Element("TR", parent=table)),
                padding=5,
                rule=TEXT_WIDTH if has_head or number > 1 else 0.0,
                kept_whole_below=_ROW_KEPT_WHOLE_BELOW,
            )
            for number, row in enumerate(rows, start=1)
        ]
        return Table([head] if has_head else [], body, before)

    def _numbered(
        self, number: int, columns: Columns, offsets: Sequence[float], row: Sequence[str], within: Element
    ) -> list[Column]:
        ordinal = self.text(str(number), typography.ORDINAL, width=NOTE_WIDTH, role="TD", within=within)
        cells = [(cell, column.style) for cell, column in zip(row, columns, strict=True)]
        margin = Column(-NOTE_GAP - NOTE_WIDTH, [ordinal])
        return [margin, *self._cells(columns, offsets, cells, "TD", within)]

    def _cells(
        self,
        columns: Columns,
        offsets: Sequence[float],
        cells: Iterable[tuple[str, Style]],
        role: str,
        within: Element,
    ) -> list[Column]:
        return [
            Column(
                offset,
                [self.text(text, style, width=column.width - _CELL_GAP, role=role, within=within)],
            )
            for offset, column, (text, style) in zip(offsets, columns, cells, strict=False)
        ]
