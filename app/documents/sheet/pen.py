"""The pen: everything that is drawn on a page goes through it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader

from app.documents.sheet import bidi
from app.documents.sheet.glyphs import FontBook
from app.documents.sheet.line_operators import Stretch, number, stretches
from app.documents.sheet.picture import Picture
from app.documents.sheet.structure import Element, Structure
from app.documents.sheet.style import Align, Colour, Style
from app.documents.sheet.typesetter import SetLine
from app.documents.sheet.unicode_map import hexadecimal

_OTHER_SIDE = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT}


class Place(NamedTuple):
    """Where a text stands: its left edge, the top of its first line and the width that it may take."""

    x: float
    top: float
    width: float


class Pen:
    """Draws on the page that the canvas has open. Measures are points from the lower left corner.

    A page that runs from right to left is drawn `mirrored`: what is placed at the left comes to stand at the
    right, in the same order. The letters themselves are not mirrored.
    """

    def __init__(self, canvas: Any, mirrored: bool = False) -> None:
        self._canvas = canvas
        self._mirrored = mirrored
        self._page_width: float = canvas._pagesize[0]
        self._book = FontBook(canvas._doc)
        self._structure = Structure()
        self._bookmarks = 0

    def lines(
        self,
        lines: Sequence[SetLine],
        style: Style,
        place: Place,
        element: Element | None = None,
    ) -> None:
        """Lines of text one below the other, part of an element; without one they are no part of the text.

        What is read otherwise than its glyphs tell is marked with its ActualText.
        """
        place = place._replace(x=self._left(place.x, place.width))
        drawn = (stretch for i, line in enumerate(lines) for stretch in self._line(line, style, place, i))
        for told, group in groupby(drawn, key=lambda stretch: stretch.reads is None):
            for stretches_ in [list(group)] if told else ([stretch] for stretch in group):
                self._put(self._opening(element, stretches_[0].reads))
                for stretch in stretches_:
                    self._put(stretch.operators)
                self._put("EMC")

    def _opening(self, element: Element | None, reads: str | None) -> str:
        """The operator that opens a marked stretch, which closes before the next: none is in another."""
        properties = ""
        if element is not None:
            properties += f"/MCID {self._structure.mark(element, self._canvas.getPageNumber())} "
        if reads is not None:
            properties += f"/ActualText <FEFF{hexadecimal(reads)}> "
        if not properties:
            return "/Artifact BMC"
        tag = "Span" if reads is not None or element is None else element.role
        return f"/{tag} << {properties}>> BDC"

    def finish(self) -> None:
        """Write down the structure of all that was drawn; call it once, after the last page."""
        self._structure.write(self._canvas._doc)

    def _line(self, line: SetLine, style: Style, place: Place, index: int) -> Iterator[Stretch]:
        """A line of text whose leading hangs from `index` lines below the place's top."""
        free = place.width - line.paragraph.width(line.start, line.end)
        align = style.align
        if align is Align.START:
            align = Align.LEFT if line.paragraph.base == bidi.LTR else Align.RIGHT
        elif self._mirrored:
            align = _OTHER_SIDE.get(align, align)
        indent = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
        baseline = place.top - index * style.leading - style.drop
        pieces = line.paragraph.pieces(line.start, line.end)
        return stretches(pieces, self._book, style.size, style.colour, place.x + indent, baseline)

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A horizontal line, as a filled box whose upper edge is `y`. Readers aloud pass over it."""
        shade = f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"
        x = self._left(x, width)
        box = f"{number(x)} {number(y - thickness)} {number(width)} {number(thickness)} re f"
        self._put(f"/Artifact BMC {shade} {box} EMC")

    def picture(self, picture: Picture, place: Place, height: float, element: Element) -> None:
        """A picture with its upper left corner at the place, `place.width` wide."""
        bottom = place.top - height
        x = self._left(place.x, place.width)
        element.box = (x, bottom, x + place.width, place.top)
        self._put(self._opening(element, None))
        self._canvas.drawImage(ImageReader(picture.pixels()), x, bottom, place.width, height)
        self._put("EMC")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the outline that leads to this height of this page."""
        self._bookmarks += 1
        key = f"entry-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def _left(self, x: float, width: float) -> float:
        """The left edge of what is so wide and placed there."""
        return self._page_width - x - width if self._mirrored else x

    def _put(self, operators: str) -> None:
        self._canvas._code.append(operators)  # reportlab has no public way to add operators of one's own
