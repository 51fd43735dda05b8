"""Style: how a text stands on the sheet. All measures are in points (1/72 inch)."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from app.documents.sheet.fonts import BOLD, REGULAR, Family


class Colour(NamedTuple):
    """Red, green and blue, each from 0 to 1."""

    red: float
    green: float
    blue: float


INK = Colour(0.09, 0.10, 0.12)
MUTED = Colour(0.34, 0.37, 0.41)  # 7:1 on white
ACCENT = Colour(0.11, 0.23, 0.40)
LINE = Colour(0.74, 0.76, 0.79)

_HALF_CAPITAL = 0.36  # of the size: half the height of a capital letter


class Align(Enum):
    """At which edge a line stands; START is left, or right where the text runs from right to left."""

    START = "start"
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class Style:
    """Family, size and distance from line to line of a text."""

    size: float
    leading: float
    family: Family = Family.SERIF
    bold: bool = False
    colour: Colour = INK
    align: Align = Align.START
    beside: "Style | None" = None

    @property
    def drop(self) -> float:
        """From the top of a line down to its baseline: the line's capitals stand in the middle.

        A style that is set `beside` another one shares that one's baseline.
        """
        if self.beside:
            return self.beside.drop
        return self.leading / 2 + self.size * _HALF_CAPITAL

    @property
    def weight(self) -> int:
        """The weight on the scale of variable fonts, 400 or 700."""
        return BOLD if self.bold else REGULAR
