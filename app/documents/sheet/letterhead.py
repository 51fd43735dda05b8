"""The letterhead: the emblem of a house in the margin, and beside it its name and further lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block
from app.documents.sheet.cleaning import clean_line
from app.documents.sheet.columns import Column, Row
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH
from app.documents.sheet.pen import Pen, Place
from app.documents.sheet.picture import Picture, fitted, read_picture
from app.documents.sheet.stacking import stacked_height
from app.documents.sheet.structure import Element

_EMBLEM_HEIGHT = 52.0
_UNNAMED = "Emblem"


@dataclass(frozen=True)
class PictureBlock:
    """A picture, which is not cut."""

    picture: Picture
    width: float
    height: float
    element: Element
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
        """With its upper left corner there."""
        pen.picture(self.picture, Place(x, top, self.width), self.height, self.element)


def letterhead(compose: Compositor, lines: Sequence[str], emblem: bytes, shows: str) -> Iterator[Row]:
    """The letterhead, or nothing if there is none. Raises PictureRefused for an emblem that is no picture."""
    if not (emblem or any(lines)):
        return
    texts = [
        compose.text(line, typography.SMALL if i else typography.LETTERHEAD, before=1.0 if i else 0.0)
        for i, line in enumerate(line for line in lines if line)
    ]
    columns = [Column(0.0, texts)]
    if emblem:
        picture = read_picture(emblem)
        width, height = fitted(picture, NOTE_WIDTH, _EMBLEM_HEIGHT)
        block = PictureBlock(picture, width, height, Element("Figure", shows=clean_line(shows) or _UNNAMED))
        columns.insert(0, Column(-NOTE_GAP - width, [block]))
        columns[1] = Column(0.0, _in_the_middle(texts, height))
    yield Row(columns, keeps_with_next=True)


def _in_the_middle(texts: Sequence[Block], height: float) -> list[Block]:
    """The lines pushed down so that they stand beside the middle of the emblem."""
    free = height - stacked_height(texts)
    return [Gap(free / 2), *texts] if free > 0 and texts else list(texts)


@dataclass(frozen=True)
class Gap:
    """Nothing, so high."""

    height: float
    before: float = 0.0
    keeps_with_next: bool = True
    feet: Sequence[Block] = ()

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> None:
        """Never cut."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing is drawn."""
