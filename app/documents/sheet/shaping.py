"""Shaping: a text cut into words of one font and direction, and the glyphs of each."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.documents.sheet.fallback import Fallback, Mixed, Run, invisible
from app.documents.sheet.harfbuzz import Glyph, Typeface

_WORD = re.compile(r"\S*\s+|\S+")
_REMEMBERED = 40  # characters; words recur, long stretches without a blank do not
_LONGEST = 400  # characters shaped at once, so that no text makes the shaper slow
_LONGEST_CLUSTER = 40


class Word(NamedTuple):
    """What is shaped at once: `text[start:end]` with the blanks after it, in one font and at one level."""

    typeface: Typeface
    level: int
    start: int
    end: int


def words(text: str, levels: Sequence[int], fallback: Fallback | Mixed) -> Iterator[Word]:
    """The words of a text in logical order."""
    for run in fallback.runs(text):
        for start, end in _same_level(run, levels):
            for found in _WORD.finditer(text, start, end):
                left, right = found.span()
                if right - left <= _LONGEST:
                    yield Word(run.typeface, levels[left], left, right)
                    continue
                for piece_start, piece_end in _bounded(text, left, right):
                    yield Word(run.typeface, levels[piece_start], piece_start, piece_end)


class Piece(NamedTuple):
    """A word as it stands on a line: its text, its font and its glyphs from left to right.

    `advances` is what each character adds, all of a cluster's at its first, and `width` all of them, in
    thousandths of the font's size; `starts` is 1 where a cluster starts.
    """

    typeface: Typeface
    text: str
    rtl: bool
    glyphs: tuple[Glyph, ...]
    advances: tuple[float, ...]
    width: float
    starts: bytes

    @property
    def recurs(self) -> bool:
        """Whether the piece is kept, so that equal words are one and the same object."""
        return len(self.text) <= _REMEMBERED


def piece(typeface: Typeface, text: str, rtl: bool, language: str) -> Piece:
    """A word shaped; short words are shaped once."""
    if len(text) <= _REMEMBERED:
        return _remembered(typeface, text, rtl, language)
    return _shaped(typeface, text, rtl, language)


@lru_cache(maxsize=16384)
def _remembered(typeface: Typeface, text: str, rtl: bool, language: str) -> Piece:
    return _shaped(typeface, text, rtl, language)


def _shaped(typeface: Typeface, text: str, rtl: bool, language: str) -> Piece:
    glyphs = typeface.shape(text, rtl, language)
    advances = [0.0] * len(text)
    starts = bytearray(len(text))
    for glyph in glyphs:
        advances[glyph.cluster] += glyph.advance
        starts[glyph.cluster] = 1
    width = sum(glyph.advance for glyph in glyphs)
    return Piece(typeface, text, rtl, glyphs, tuple(advances), width, bytes(starts))


def _same_level(run: Run, levels: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = run.start
    if len(set(levels[run.start : run.end])) == 1:
        yield run.start, run.end
        return
    for i in range(run.start + 1, run.end):
        if levels[i] != levels[i - 1]:
            yield start, i
            start = i
    yield start, run.end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in parts that are not too long, cut before a letter or sign that starts a cluster."""
    while end - start > _LONGEST:
        cut = start + _LONGEST
        while cut > start + _LONGEST - _LONGEST_CLUSTER and _continues(text[cut]):
            cut -= 1
        yield start, cut
        start = cut
    yield start, end


def _continues(character: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a joiner, a variation selector."""
    return unicodedata.category(character)[0] == "M" or invisible(character)
