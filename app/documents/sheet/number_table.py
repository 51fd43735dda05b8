"""A table of numbers: labels at the left, more is darker, the head returns on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, TextBlock
from app.documents.sheet.columns import Column, Row, Table
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH, TEXT_WIDTH
from app.documents.sheet.pen import Pen
from app.documents.sheet.structure import Element
from app.documents.sheet.style import ACCENT, Align, Colour, Style
from app.domain.drawing import HEATS, heat

_WIDE = TEXT_WIDTH + NOTE_GAP + NOTE_WIDTH  # such a table begins in the left margin
_LABEL = 168.0
_NUMBER = replace(typography.CELL_SMALL, align=Align.CENTRE, beside=None, leading=12)
_HEAD = replace(typography.COLUMN_HEAD, align=Align.CENTRE, size=7, leading=9)
_DARKEST = Style(_NUMBER.size, _NUMBER.leading, _NUMBER.family, colour=Colour(1, 1, 1), align=Align.CENTRE)


@dataclass(frozen=True)
class Shaded:
    """A number on a ground that darkens with it."""

    text: TextBlock
    shade: int
    width: float
    height: float = 15.0
    before: float = 0.0
    keeps_with_next: bool = False
    feet: Sequence[Block] = ()

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> None:
        """Never cut."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The ground, then the number."""
        if self.shade:
            pen.rule(x + 0.75, top, self.width - 1.5, self.height, tint(self.shade))
        self.text.draw(pen, x, top - (self.height - self.text.height) / 2)


def tint(shade: int) -> Colour:
    """The accent on white: the darkest is the accent itself."""
    strength = {1: 0.12, 2: 0.26, 3: 0.42}.get(shade, 1.0)
    return Colour(*(1 - (1 - part) * strength for part in ACCENT))


Numbers = tuple[str, int, Sequence[int]]


def number_table(
    compose: Compositor,
    columns: Sequence[str],
    rows: Sequence[Numbers],
    foot: tuple[int, Sequence[int]],
    most: int,
) -> Table:
    """Rows of (label, all, numbers) under their columns, and a foot with what was counted in each column."""
    table = Element("Table")
    width = (_WIDE - _LABEL) / (len(columns) + 1)
    lines = [*rows, ("All counted", foot[0], foot[1])]

    def texts(role: str, label: str, cells: Sequence[tuple[str, Style, int]]) -> list[Column]:
        within = Element("TR", parent=table)
        left = -NOTE_GAP - NOTE_WIDTH
        style = typography.COLUMN_HEAD if role == "TH" else typography.CELL_SMALL
        head = compose.text(label, style, width=_LABEL - 8, role="TH", within=within)
        blocks = [Column(left, [head])]
        for place, (said, styled, shade) in enumerate(cells):
            text = compose.text(said, styled, width=width, role=role, within=within)
            block = text if role == "TH" else Shaded(text, shade, width)
            blocks.append(Column(left + _LABEL + place * width, [block]))
        return blocks

    head = Row(texts("TH", "", [(each, _HEAD, 0) for each in ("All", *columns)]), padding=3)
    body = []
    for place, (label, every, numbers) in enumerate(lines):
        last = place == len(lines) - 1
        cells = [(str(every) if every or last else "never", _NUMBER, 0)]
        for number in numbers:
            shade = 0 if last else heat(number, most)
            style = _DARKEST if shade == HEATS else _NUMBER
            cells.append((str(number) if number or last else "·", style, shade))
        body.append(Row(texts("TD", label, cells), padding=1.5, rule=TEXT_WIDTH if last else 0.0))
    return Table([head], body, before=4)
