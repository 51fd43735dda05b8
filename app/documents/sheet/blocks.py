"""Blocks: what stands on a page one below the other, and where it may be cut at a page's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.documents.sheet.pen import Pen, Place
from app.documents.sheet.span import Span
from app.documents.sheet.structure import Element
from app.documents.sheet.style import LINE, Colour, Style
from app.documents.sheet.typesetter import SetLine

_FEWEST_LINES = 2  # of a paragraph, alone at the foot or the head of a page


FOOT_GAP = 3.0
"""Points above each footnote."""


class Block(Protocol):
    """A piece of the page. Measures are in points."""

    @property
    def height(self) -> float:
        """The whole height, without the space before."""

    @property
    def before(self) -> float:
        """The space above, which a page's top swallows."""

    @property
    def least(self) -> float:
        """The height of the smallest part that may stand at a page's end, with its footnotes."""

    @property
    def keeps_with_next(self) -> bool:
        """Whether the block must not be the last on its page."""

    @property
    def feet(self) -> Sequence[Block]:
        """The footnotes of the block, which stand at the foot of its page and are no part of its height."""

    def split(self, room: float) -> tuple[Block, Block] | None:
        """The part that fits into `room` and the rest, or None if nothing fits."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block with its upper left corner at `x` and `top`."""


def feet_height(feet: Sequence[Block]) -> float:
    """What footnotes take of the foot of a page, without the line above them."""
    return sum(foot.height + FOOT_GAP for foot in feet)


@dataclass(frozen=True)
class TextBlock:
    """Lines of text in one style. With a `bookmark` (title and level, from 0) it enters the outline.

    An element that is drawn a second time and not `continued`, as a table's head is, is no part of the text.
    `footnotes` are given with the line, counted from 0, in which their mark stands.
    """

    lines: Sequence[SetLine]
    style: Style
    width: float
    keeps_with_next: bool = False
    before: float = 0.0
    bookmark: tuple[str, int] | None = None
    element: Element | None = None
    continued: bool = False
    footnotes: tuple[tuple[int, Block], ...] = ()

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def feet(self) -> Sequence[Block]:
        return [foot for _, foot in self.footnotes]

    @property
    def least(self) -> float:
        count = len(self.lines)
        return self._taken(count if count < 2 * _FEWEST_LINES else _FEWEST_LINES)

    def split(self, room: float) -> tuple[TextBlock, TextBlock] | None:
        count = min(int(room / self.style.leading + 1e-6), len(self.lines) - _FEWEST_LINES)
        while count >= _FEWEST_LINES and self._taken(count) > room + 1e-6:
            count -= 1
        if count < _FEWEST_LINES:
            return None
        here = tuple((line, foot) for line, foot in self.footnotes if line < count)
        later = tuple((line - count, foot) for line, foot in self.footnotes if line >= count)
        upper, lower = Span(self.lines, 0, count), Span(self.lines, count, len(self.lines))
        rest = replace(self, lines=lower, before=0.0, bookmark=None, continued=True, footnotes=later)
        return replace(self, lines=upper, footnotes=here), rest

    def _taken(self, count: int) -> float:
        """What the first lines take of a page, with their footnotes."""
        feet = [foot for line, foot in self.footnotes if line < count]
        return count * self.style.leading + feet_height(feet)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.bookmark:
            pen.bookmark(*self.bookmark, top + self.style.leading)
        repeated = self.element is not None and self.element.drawn and not self.continued
        element = None if repeated else self.element
        pen.lines(self.lines, self.style, Place(x, top, self.width), element)


@dataclass(frozen=True)
class Rule:
    """A thin line across."""

    width: float
    thickness: float = 0.5
    colour: Colour = LINE
    before: float = 0.0
    keeps_with_next: bool = False
    feet: Sequence[Block] = ()

    @property
    def height(self) -> float:
        return self.thickness

    @property
    def least(self) -> float:
        return self.thickness

    def split(self, room: float) -> None:
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top, self.width, self.thickness, self.colour)
