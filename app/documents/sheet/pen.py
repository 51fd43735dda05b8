"""The pen: everything that is drawn on a page goes through it."""

from typing import Any

from app.documents.sheet import bidi
from app.documents.sheet.glyphs import FontBook
from app.documents.sheet.line_operators import line_operators, number
from app.documents.sheet.style import Align, Colour, Style
from app.documents.sheet.typesetter import SetLine


class Pen:
    """Draws on the page that the canvas has open. Measures are points from the lower left corner."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._book = FontBook(canvas._doc)
        self._bookmarks = 0

    def line(self, line: SetLine, style: Style, x: float, top: float, width: float) -> None:
        """A line of text whose leading hangs from `top`, between `x` and `x + width`."""
        free = width - line.paragraph.width(line.start, line.end)
        align = style.align
        if align is Align.START:
            align = Align.LEFT if line.paragraph.base == bidi.LTR else Align.RIGHT
        indent = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
        baseline = top - style.drop
        pieces = line.paragraph.pieces(line.start, line.end)
        if pieces:
            self._put(line_operators(pieces, self._book, style.size, style.colour, x + indent, baseline))

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A horizontal line, as a filled box whose upper edge is `y`. Readers aloud pass over it."""
        shade = f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"
        box = f"{number(x)} {number(y - thickness)} {number(width)} {number(thickness)} re f"
        self._put(f"/Artifact BMC {shade} {box} EMC")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the outline that leads to this height of this page."""
        self._bookmarks += 1
        key = f"entry-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def _put(self, operators: str) -> None:
        self._canvas._code.append(operators)  # reportlab has no public way to add operators of one's own
