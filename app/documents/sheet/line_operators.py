"""The operators that draw one line of glyphs on a PDF page (PDF 32000-1, 9.4), and say what it reads."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.documents.sheet.glyphs import EmbeddedFont, FontBook
from app.documents.sheet.harfbuzz import Glyph
from app.documents.sheet.paragraph import Piece
from app.documents.sheet.style import Colour
from app.documents.sheet.unicode_map import hexadecimal

_UNSEEN = 0.5  # thousandths of the font's size; a smaller shift is not written


def line_operators(
    pieces: Sequence[Piece], book: FontBook, size: float, colour: Colour, x: float, y: float
) -> str:
    """A text object with the pieces from left to right, starting at `x` on the baseline `y`, in points."""
    operators = ["BT", f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"]
    operators.append(f"1 0 0 1 {number(x)} {number(y)} Tm")
    current = None
    for piece in pieces:
        font = book.embedded(piece.typeface)
        if font is not current:
            operators.append(f"/{font.resource} {number(size)} Tf")
            current = font
        operators += _piece_operators(piece, font, size)
    return " ".join([*operators, "ET"])


def number(value: float) -> str:
    """A number as PDF writes it, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _piece_operators(piece: Piece, font: EmbeddedFont, size: float) -> Iterator[str]:
    """The piece, with its ActualText where glyphs alone do not tell what is written.

    Only from left to right: readers turn the letters of a right-to-left stretch round by themselves, and some
    would turn an ActualText round as well.
    """
    sources = _sources(piece)
    told = "".join(sources) == piece.text and all(sources)
    if told or piece.rtl:
        yield from _placed(piece.glyphs, sources, font, size)
        return
    yield f"/Span << /ActualText <FEFF{hexadecimal(piece.text)}> >> BDC"
    yield from _placed(piece.glyphs, sources, font, size)
    yield "EMC"


def _sources(piece: Piece) -> list[str]:
    """For each glyph the characters it stands for: a cluster's go to its widest glyph, to others none.

    Readers guess blanks from the gaps between glyphs that tell something, so it must not be a mark.
    """
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    text_of = {start: piece.text[start:end] for start, end in pairwise([*starts, len(piece.text)])}
    widest: dict[int, int] = {}
    for i, glyph in enumerate(piece.glyphs):
        if glyph.advance > piece.glyphs[widest.setdefault(glyph.cluster, i)].advance:
            widest[glyph.cluster] = i
    return [text_of[g.cluster] if widest[g.cluster] == i else "" for i, g in enumerate(piece.glyphs)]


def _placed(
    glyphs: Sequence[Glyph], sources: Sequence[str], font: EmbeddedFont, size: float
) -> Iterator[str]:
    """Glyphs in arrays that TJ draws; a glyph raised from the line gets an array of its own."""
    items: list[str] = []
    rise = 0.0
    for glyph, source in zip(glyphs, sources, strict=True):
        if abs(glyph.y_offset - rise) > _UNSEEN:
            yield from _shown(items)
            items = []
            rise = glyph.y_offset
            yield f"{number(rise * size / 1000)} Ts"
        items += _moved(-glyph.x_offset)
        items.append(f"<{font.code(glyph.number, source):04X}>")
        items += _moved(round(font.typeface.advance(glyph.number)) - glyph.advance + glyph.x_offset)
    yield from _shown(items)
    if rise:
        yield "0 Ts"


def _shown(items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"[{' '.join(items).replace('> <', '')}] TJ"


def _moved(back: float) -> list[str]:
    """A shift to the left inside an array, in thousandths of the font's size."""
    return [number(back)] if abs(back) > _UNSEEN else []
