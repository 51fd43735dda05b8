"""The operators that draw a line of glyphs on a PDF page (PDF 32000-1, 9.4), and what they read."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from app.documents.sheet.glyphs import EmbeddedFont, FontBook
from app.documents.sheet.paragraph import Piece
from app.documents.sheet.style import Colour

_UNSEEN = 0.5  # thousandths of the font's size; a smaller shift is not written
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


class Stretch(NamedTuple):
    """A text object. `reads` is what is written there, if its glyphs alone do not tell it."""

    operators: str
    reads: str | None


class _Placed(NamedTuple):
    piece: Piece
    x: float
    sources: list[str]

    @property
    def told(self) -> bool:
        """Whether the glyphs alone tell what is written.

        Right-to-left text is always left to its glyphs, since some readers turn its ActualText round.
        """
        return self.piece.rtl or ("".join(self.sources) == self.piece.text and all(self.sources))


def stretches(
    pieces: Sequence[Piece], book: FontBook, size: float, colour: Colour, x: float, y: float
) -> Iterator[Stretch]:
    """The pieces of a line that stand from left to right from `x` on the baseline `y`, in points.

    Right-to-left text is drawn from left to right as well: that is what programs that read pages expect.
    """
    ends = accumulate((piece.width * size / 1000 for piece in pieces), initial=x)
    placed = [_Placed(piece, left, _sources(piece)) for piece, left in zip(pieces, ends, strict=False)]
    shade = f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"
    for told, group in groupby(placed, key=lambda part: part.told):
        for parts in [list(group)] if told else ([part] for part in group):
            drawn = " ".join(_drawn(parts, book, size, y))
            yield Stretch(f"BT {shade} {drawn} ET", None if told else parts[0].piece.text)


def number(value: float) -> str:
    """A number as PDF writes it, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _drawn(parts: Sequence[_Placed], book: FontBook, size: float, y: float) -> Iterator[str]:
    yield f"1 0 0 1 {number(parts[0].x)} {number(y)} Tm"
    current = None
    for part in parts:
        font = book.embedded(part.piece.typeface)
        if font is not current:
            yield f"/{font.resource} {number(size)} Tf"
            current = font
        yield from _glyphs(part, font, size)


def _sources(piece: Piece) -> list[str]:
    """For each glyph the characters it stands for: a cluster's go to its widest glyph, to others none.

    Readers guess blanks from the gaps between glyphs that tell something, so it must not be a mark. They also
    take a bracket for what it looks like, so one that was mirrored tells its mirror image.
    """
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    text = piece.text.translate(_MIRRORED) if piece.rtl else piece.text
    text_of = {start: text[start:end] for start, end in pairwise([*starts, len(text)])}
    widest: dict[int, int] = {}
    for i, glyph in enumerate(piece.glyphs):
        if glyph.advance > piece.glyphs[widest.setdefault(glyph.cluster, i)].advance:
            widest[glyph.cluster] = i
    return [text_of[g.cluster] if widest[g.cluster] == i else "" for i, g in enumerate(piece.glyphs)]


def _glyphs(part: _Placed, font: EmbeddedFont, size: float) -> Iterator[str]:
    """The glyphs in arrays that TJ draws; a glyph raised from the line gets an array of its own."""
    glyphs = part.piece.glyphs
    lefts = list(accumulate((glyph.advance for glyph in glyphs), initial=0.0))
    items: list[str] = []
    at = rise = 0.0
    for glyph, left, source in zip(glyphs, lefts, part.sources, strict=False):
        if abs(glyph.y_offset - rise) > _UNSEEN:
            yield from _shown(items)
            items, rise = [], glyph.y_offset
            yield f"{number(rise * size / 1000)} Ts"
        at = _move(items, at, left + glyph.x_offset)
        items.append(f"<{font.code(glyph.number, source):04X}>")
        at += round(font.typeface.advance(glyph.number))
    _move(items, at, lefts[-1])
    yield from _shown(items)
    if rise:
        yield "0 Ts"


def _move(items: list[str], at: float, to: float) -> float:
    """Write a shift from one place on the line to another, unless too small to see; where it leads."""
    if abs(at - to) <= _UNSEEN:
        return at
    items.append(number(at - to))
    return to


def _shown(items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"[{' '.join(items).replace('> <', '')}] TJ"
