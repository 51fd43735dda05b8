"""The compositor: makes the blocks of a sheet, from single texts to tables."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, TextBlock
from app.documents.sheet.cleaning import clean_line
from app.documents.sheet.columns import Column, Row, Table
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH, TEXT_WIDTH
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
    ) -> TextBlock:
        """A text in one style; line ends in it are kept."""
        lines = self._setter.lines(text, style, width, language)
        return TextBlock(lines, style, width, keeps_with_next, before)

    def heading(self, text: str, number: str = "", before: float = 26.0) -> Row:
        """A heading that enters the outline, its number in the margin."""
        title = clean_line(text)
        lines = self._setter.lines(title, typography.HEADING, TEXT_WIDTH)
        bookmark = (f"{number} {title}".strip()[:_LONGEST_BOOKMARK], 0)
        block = TextBlock(lines, typography.HEADING, TEXT_WIDTH, True, bookmark=bookmark)
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

    def table(
        self, columns: Sequence[TableColumn], rows: Sequence[Sequence[str]], before: float = 0.0
    ) -> Table:
        """A table whose rows are numbered in the margin and whose head returns on each page.

        With no word in any column's head the table has none. `rows` must not be empty.
        """
        offsets = list(accumulate((column.width for column in columns), initial=0.0))
        heads = [
            Column(offset, [self.text(column.head, typography.COLUMN_HEAD, width=column.width - _CELL_GAP)])
            for offset, column in zip(offsets, columns, strict=False)
        ]
        shown = [Row(heads, padding=3)] if any(column.head for column in columns) else []
        body = [
            self._table_row(columns, offsets, number, cells, ruled=bool(shown) or number > 1)
            for number, cells in enumerate(rows, start=1)
        ]
        return Table(shown, body, before)

    def _table_row(
        self,
        columns: Sequence[TableColumn],
        offsets: Sequence[float],
        number: int,
        cells: Sequence[str],
        ruled: bool,
    ) -> Row:
        ordinal = self.text(str(number), typography.ORDINAL, width=NOTE_WIDTH)
        parts = [Column(-NOTE_GAP - NOTE_WIDTH, [ordinal])]
        for offset, column, cell in zip(offsets, columns, cells, strict=False):
            parts.append(Column(offset, [self.text(cell, column.style, width=column.width - _CELL_GAP)]))
        rule = TEXT_WIDTH if ruled else 0.0
        return Row(parts, padding=5, rule=rule, kept_whole_below=_ROW_KEPT_WHOLE_BELOW)
