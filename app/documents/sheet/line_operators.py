"""The operators that draw a line of glyphs on a PDF page (PDF 32000-1, 9.4), and what they read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from app.documents.sheet.glyphs import DrawnWord, EmbeddedFont, FontBook
from app.documents.sheet.harfbuzz import Glyph
from app.documents.sheet.shaping import Piece
from app.documents.sheet.style import Colour

_UNSEEN = 0.5  # thousandths of the font's size; a smaller shift is not written
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


class Stretch(NamedTuple):
    """A text object. `reads` is what is written there, if its glyphs alone do not tell it."""

    operators: str
    reads: str | None


class _Placed(NamedTuple):
    word: DrawnWord
    x: float


def stretches(
    pieces: Sequence[Piece], book: FontBook, size: float, colour: Colour, x: float, y: float
) -> Iterator[Stretch]:
    """The pieces of a line that stand from left to right from `x` on the baseline `y`, in points.

    Right-to-left text is drawn from left to right as well: that is what programs that read pages expect.
    """
    placed = []
    for piece in pieces:
        word = _word(piece, book, size)
        placed.append(_Placed(word, x))
        x += word.width
    shade = _shade(colour)
    for told, group in _as_told(placed):
        for parts in [group] if told else ([part] for part in group):
            drawn = " ".join(_drawn(parts, size, y))
            yield Stretch(f"BT {shade} {drawn} ET", None if told else parts[0].word.piece.text)


def number(value: float) -> str:
    """A number as PDF writes it, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _as_told(placed: list[_Placed]) -> Iterator[tuple[bool, list[_Placed]]]:
    """The words that follow each other and are told by their glyphs, or are not; most lines are of one kind."""
    if placed and all(part.word.told for part in placed):
        yield True, placed
        return
    for told, group in groupby(placed, key=lambda part: part.word.told):
        yield told, list(group)


@lru_cache(maxsize=64)
def _shade(colour: Colour) -> str:
    return f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"


def _word(piece: Piece, book: FontBook, size: float) -> DrawnWord:
    """The word as it is drawn at a size. Words recur: each is worked out once for a document."""
    known = book.words.get((id(piece), size))
    if known:
        return known
    sources = _sources(piece)
    # Right-to-left text is always left to its glyphs, since some readers turn its ActualText round.
    told = piece.rtl or ("".join(sources) == piece.text and all(sources))
    font = book.embedded(piece.typeface)
    operators = " ".join(_glyphs(piece.glyphs, sources, font, size))
    word = DrawnWord(piece, font, operators, told, piece.width * size / 1000)
    if piece.recurs:
        book.words[id(piece), size] = word
    return word


def _drawn(parts: Sequence[_Placed], size: float, y: float) -> Iterator[str]:
    yield f"1 0 0 1 {number(parts[0].x)} {number(y)} Tm"
    current = None
    for word, _ in parts:
        if word.font is not current:
            yield f"/{word.font.resource} {number(size)} Tf"
            current = word.font
        if word.operators:
            yield word.operators


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


def _glyphs(
    glyphs: Sequence[Glyph], sources: Sequence[str], font: EmbeddedFont, size: float
) -> Iterator[str]:
    """The glyphs in arrays that TJ draws; a glyph raised from the line gets an array of its own."""
    lefts = list(accumulate((glyph.advance for glyph in glyphs), initial=0.0))
    items: list[str] = []
    at = rise = 0.0
    for glyph, left, source in zip(glyphs, lefts, sources, strict=False):
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
