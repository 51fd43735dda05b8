"""A drawing of plain shapes on paper: the same that a page shows as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, TextBlock
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import TEXT_WIDTH
from app.documents.sheet.pen import Pen
from app.documents.sheet.style import ACCENT
from app.domain.drawing import Ink, Shape, bars

_SCALE = 0.72  # of a page's pixels: bars on paper stand closer
_ABOVE = 9.0  # points from the top of a line of text to its baseline


@dataclass(frozen=True)
class Chart:
    """Boxes, and texts at their places; it is not cut."""

    shapes: Sequence[tuple[Shape, TextBlock | None]]
    height: float
    width: float = TEXT_WIDTH
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
        """Draw each shape from the upper left corner down."""
        for shape, text in self.shapes:
            left = x + shape.x / 100 * self.width + shape.dx * _SCALE
            down = top - shape.y * _SCALE
            if text is not None:
                text.draw(pen, left, down + _ABOVE)
            elif shape.width:
                width = shape.width / 100 * self.width
                pen.rule(left, down, width, shape.height * _SCALE, ACCENT)


def bar_block(compose: Compositor, rows: Sequence[tuple[str, int]], before: float = 0.0) -> Chart:
    """Bars with their labels and numbers."""
    drawing = bars(rows)
    shapes = [
        (
            shape,
            compose.text(shape.text, STYLES[shape.ink], width=TEXT_WIDTH * (100 - shape.x) / 100)
            if shape.text
            else None,
        )
        for shape in drawing.shapes
    ]
    return Chart(shapes, drawing.height * _SCALE, before=before)


STYLES = {Ink.LABEL: typography.SMALL, Ink.NUMBER: typography.SMALL}
