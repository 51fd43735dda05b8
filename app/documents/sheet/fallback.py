"""Fallback: which font draws which character, and where a text changes font or script."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.documents.sheet import fonts
from app.documents.sheet.fonts import Family
from app.documents.sheet.harfbuzz import Typeface

_GUILLEMETS = frozenset("«»‹›")
# Letters whose Unicode name does not begin with their script.
_SCRIPTS = {
    "HIRAGANA": "CJK",
    "KATAKANA": "CJK",
    "KATAKANA-HIRAGANA": "CJK",
    "IDEOGRAPHIC": "CJK",
    "FULLWIDTH": "CJK",
    "HALFWIDTH": "CJK",
    "MODIFIER": "",
}


class Run(NamedTuple):
    """A stretch of a text, from `start` up to `end`, in one font and one script."""

    typeface: Typeface
    start: int
    end: int


class Fallback:
    """A row of fonts, asked in turn for each character and opened only when reached."""

    def __init__(self, names: tuple[str, ...], weight: int) -> None:
        self._names = names
        self._weight = weight
        self._known: dict[str, Typeface | None] = {}

    @property
    def first(self) -> Typeface:
        """The font of first choice, whose empty box stands for a character that no font has."""
        return fonts.typeface(self._names[0], self._weight)

    def missing(self, characters: set[str]) -> set[str]:
        """Those characters that no font has and that ought to be seen."""
        return {c for c in characters if self.font_of(c) is None and not invisible(c)}

    def font_of(self, character: str) -> Typeface | None:
        """The first font that has the character, or None."""
        if character not in self._known:
            candidates = (fonts.typeface(name, self._weight) for name in self._names)
            self._known[character] = next((font for font in candidates if font.has(character)), None)
        return self._known[character]

    def runs(self, text: str) -> Iterator[Run]:
        """The text cut where font or script change; blanks, marks and most signs stay with what is before."""
        if alone := self._only_font(text):
            yield Run(alone, 0, len(text))
            return
        current, script, start = None, "", 0
        for i, character in enumerate(text):
            own = script_of(character)
            if not own and current is not None and _stays(character, current):
                continue
            chosen = self.font_of(character) or self.first
            if chosen is current and (not own or not script or own == script):
                script = script or own
                continue
            if current is not None:
                yield Run(current, start, i)
            current, script, start = chosen, own, i
        if current is not None:
            yield Run(current, start, len(text))

    def _only_font(self, text: str) -> Typeface | None:
        """The font of a text that needs no more than one, and has letters of one script at most."""
        found = {(self.font_of(character), script_of(character)) for character in set(text)}
        typefaces = {font for font, _ in found}
        if len(typefaces) == 1 and len({script for _, script in found} - {""}) <= 1:
            return typefaces.pop()
        return None


class Mixed:
    """Fonts of two weights for one text: the heavy ones in these stretches of it, which are in order."""

    def __init__(self, plain: Fallback, heavy: Fallback, stretches: Sequence[tuple[int, int]]) -> None:
        self._plain, self._heavy, self._stretches = plain, heavy, stretches

    def runs(self, text: str) -> Iterator[Run]:
        """The text cut where font, script or weight change."""
        done = 0
        for start, end in (*self._stretches, (len(text), len(text))):
            start, end = min(max(start, done), len(text)), min(max(end, done), len(text))
            yield from _moved(self._plain, text, done, start)
            yield from _moved(self._heavy, text, start, end)
            done = end


def _moved(fonts: Fallback, text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of a part of a text, at their places in the whole."""
    for run in fonts.runs(text[start:end]) if end > start else ():
        yield Run(run.typeface, run.start + start, run.end + start)


def _stays(character: str, typeface: Typeface) -> bool:
    """Whether a blank, sign or mark is drawn by the font of what stands before it.

    A sign of ASCII is not, lest brackets round a foreign word come from two fonts; nor are guillemets.
    """
    if (character.isascii() or character in _GUILLEMETS) and character != " ":
        return False
    return invisible(character) or typeface.has(character)


@lru_cache(maxsize=256)
def fallback(family: Family, weight: int, language: str) -> Fallback:
    """The fonts for a family and a language, kept for the life of the program."""
    return Fallback(fonts.fonts_for(family, language), weight)


def invisible(character: str) -> bool:
    """Whether a character only steers others: joiners, direction marks, variation selectors."""
    return unicodedata.category(character) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, "")


@lru_cache(maxsize=65536)
def script_of(character: str) -> str:
    """A letter's or number's script by the first word of its Unicode name; empty for all other characters.

    The kana, Han letters and their full and half-width forms are set together and count as one script.
    """
    if unicodedata.category(character)[0] in "ZPMSC":
        return ""
    if character.isascii():
        return "LATIN"
    first = unicodedata.name(character, "?").split(" ", 1)[0]
    return _SCRIPTS.get(first, first)
