"""Charts as plain shapes: the same drawing on a page (SVG) and on paper (PDF); look and feel, section 6."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

BAR_STEP = 40
LONGEST_BAR = 88.0
"""Of a hundred, so that the number after the longest bar has room."""


class Ink(StrEnum):
    """What a shape is; the style sheet and the paper say how that looks."""

    BAR = "bar-shape"
    LABEL = "bar-label"
    NUMBER = "bar-number"


@dataclass(frozen=True)
class Shape:
    """A box, or a text whose baseline stands at `y`. `x` and `width` are hundredths of the drawing's width.

    `y`, `height` and `dx` (a step to the right) are points on paper and pixels on a page, from the upper edge down.
    """

    ink: Ink
    x: float
    y: float
    width: float = 0.0
    height: float = 0.0
    text: str = ""
    dx: float = 0.0


@dataclass(frozen=True)
class Drawing:
    """Shapes, and how high they stand."""

    height: float
    shapes: tuple[Shape, ...]


def bars(rows: Sequence[tuple[str, int]]) -> Drawing:
    """A bar for each (label, number): the label above, so that it may be long, and the number behind."""
    most = max((number for _, number in rows), default=0) or 1
    shapes: list[Shape] = []
    for place, (label, number) in enumerate(rows):
        top, long = place * BAR_STEP, round(number / most * LONGEST_BAR, 1)
        shapes += [
            Shape(Ink.LABEL, 0, top + 14, text=label),
            Shape(Ink.BAR, 0, top + 20, width=long, height=10),
            Shape(Ink.NUMBER, long, top + 30, text=str(number), dx=8),
        ]
    return Drawing(len(rows) * BAR_STEP, tuple(shapes))


HEATS = 4
"""So many shades from little to most."""


def heat(number: int, most: int) -> int:
    """The shade of a number: 0 for none, the darkest for the most."""
    return -(-number * HEATS // most) if most else 0
