"""Columns: blocks side by side, and a table whose head returns on each page."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.documents.sheet.blocks import Block
from app.documents.sheet.pen import Pen
from app.documents.sheet.stacking import fill, opening_height, stacked_height, whole_height
from app.documents.sheet.style import LINE

_HAIRLINE = 0.5
_FEWEST_ROWS = 2  # of a table, alone at the foot or the head of a page


@dataclass(frozen=True)
class Column:
    """Blocks one below the other, `offset` points from the left edge of the row."""

    offset: float
    blocks: Sequence[Block]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the blocks from `top` down."""
        for i, block in enumerate(self.blocks):
            top -= block.before if i else 0.0
            block.draw(pen, x + self.offset, top)
            top -= block.height

    def cut(self, room: float) -> tuple[Column, Column]:
        """What fits into `room` points, and the rest; either may be empty."""
        queue = deque(self.blocks)
        taken = fill(queue, room, starts_page=False)
        return replace(self, blocks=taken), replace(self, blocks=list(queue))


@dataclass(frozen=True)
class Row:
    """Columns side by side, as high as the highest, `padding` points from the row's upper and lower edge.

    A row lower than `kept_whole_below` is not cut. With a `rule` that wide, a thin line runs along its top.
    """

    columns: Sequence[Column]
    before: float = 0.0
    keeps_with_next: bool = False
    kept_whole_below: float = 0.0
    padding: float = 0.0
    rule: float = 0.0

    @cached_property
    def feet(self) -> Sequence[Block]:
        return [foot for column in self.columns for block in column.blocks for foot in block.feet]

    @cached_property
    def height(self) -> float:
        highest = max((stacked_height(column.blocks) for column in self.columns), default=0.0)
        return highest + 2 * self.padding

    @property
    def least(self) -> float:
        if self.height <= self.kept_whole_below:
            return whole_height(self)
        openings = (opening_height(column.blocks) for column in self.columns)
        return max(openings, default=0.0) + 2 * self.padding

    def split(self, room: float) -> tuple[Row, Row] | None:
        if self.height <= self.kept_whole_below:
            return None
        halves = [column.cut(room - 2 * self.padding) for column in self.columns]
        if any(rest.blocks and not upper.blocks for upper, rest in halves):
            return None  # a note would part from its text
        upper = replace(self, columns=[half[0] for half in halves])
        return upper, replace(self, columns=[half[1] for half in halves], before=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.rule:
            pen.rule(x, top, self.rule, _HAIRLINE, LINE)
        for column in self.columns:
            column.draw(pen, x, top - self.padding)


@dataclass(frozen=True)
class Table:
    """Rows under a head that is drawn again at the top of each page."""

    head: Sequence[Block]
    rows: Sequence[Block]
    before: float = 0.0
    keeps_with_next: bool = False

    @cached_property
    def feet(self) -> Sequence[Block]:
        return [foot for row in self.rows for foot in row.feet]

    @cached_property
    def height(self) -> float:
        return stacked_height([*self.head, *self.rows])

    @property
    def least(self) -> float:
        """The head with two rows, or with as much of them as may stand there."""
        return stacked_height(self.head) + sum(row.least for row in self.rows[:_FEWEST_ROWS])

    def split(self, room: float) -> tuple[Table, Table] | None:
        queue = deque(self.rows)
        taken = fill(queue, room - stacked_height(self.head), starts_page=False)
        if len(queue) == 1 and len(taken) > _FEWEST_ROWS:
            queue.appendleft(taken.pop())
        if not taken:
            return None
        return replace(self, rows=taken), replace(self, rows=list(queue), before=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        Column(0.0, [*self.head, *self.rows]).draw(pen, x, top)
