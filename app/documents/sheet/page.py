"""The page: A4 with generous margins, and what stands on each page around the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.sheet.blocks import FOOT_GAP, Block, feet_height
from app.documents.sheet.cleaning import clean_line
from app.documents.sheet.fonts import Family
from app.documents.sheet.pen import Pen, Place
from app.documents.sheet.style import INK, LINE, MUTED, Align, Style
from app.documents.sheet.typesetter import Typesetter
from app.domain.fixed_words import fixed_words

WIDTH, HEIGHT = 595.276, 841.89  # A4 in points
LEFT, RIGHT = 128.0, 68.0
TOP, BOTTOM = 88.0, 88.0
TEXT_WIDTH = WIDTH - LEFT - RIGHT
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM
NOTE_WIDTH, NOTE_GAP = 68.0, 14.0  # the column for notes in the left margin, and its distance from the text

_MARKING = Style(9.5, 13, Family.SANS, bold=True, colour=INK, align=Align.CENTRE)
_FOOT_LEFT = Style(7.5, 11, Family.SANS, colour=MUTED, align=Align.LEFT)
_FOOT_RIGHT = Style(7.5, 11, Family.SANS, colour=MUTED, align=Align.RIGHT)
_EDGE = LEFT - NOTE_GAP - NOTE_WIDTH
_FULL_WIDTH = WIDTH - _EDGE - RIGHT
_FOOT_RULE_WIDTH = 96.0
_LONGEST = 200  # characters of a marking or of a foot that are looked at


@dataclass(frozen=True)
class Surround:
    """What every page says: its marking, top and bottom, and at the foot which paper this is."""

    marking: str
    foot: str


def draw_page(
    pen: Pen, setter: Typesetter, blocks: list[Block], surround: Surround, page: int, pages: int
) -> None:
    """Draw one page: the blocks from the top down, then the surround."""
    top = HEIGHT - TOP
    for i, block in enumerate(blocks):
        top -= block.before if i else 0.0
        block.draw(pen, LEFT, top)
        top -= block.height
    _draw_feet(pen, [foot for block in blocks for foot in block.feet])
    for top_of_line in (HEIGHT - 40, 43):
        _line(pen, setter, surround.marking, _MARKING, top_of_line)
    pen.rule(_EDGE, 66, _FULL_WIDTH, 0.5, LINE)
    _line(pen, setter, surround.foot, _FOOT_LEFT, 61)
    said = fixed_words(setter.language).page.format(page=page, pages=pages)
    _line(pen, setter, said, _FOOT_RIGHT, 61)


def _draw_feet(pen: Pen, feet: Sequence[Block]) -> None:
    """Footnotes, the last of them on the bottom of the text, under a short line."""
    top = BOTTOM + feet_height(feet)
    if feet:
        pen.rule(LEFT, top + 5, _FOOT_RULE_WIDTH, 0.5, LINE)
    for foot in feet:
        top -= FOOT_GAP
        foot.draw(pen, LEFT, top)
        top -= foot.height


def _line(pen: Pen, setter: Typesetter, text: str, style: Style, top: float) -> None:
    """The first line of a text across the page; what is longer than that is no marking or reference."""
    left, width = (RIGHT, WIDTH - 2 * RIGHT) if style.align is Align.CENTRE else (_EDGE, _FULL_WIDTH)
    lines = setter.lines(clean_line(text[:_LONGEST]), style, width)
    pen.lines(lines[:1], style, Place(left, top, width))
