"""The typesetter: from any text to measured lines, keeping note of characters that no font has."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.documents.sheet.cleaning import clean
from app.documents.sheet.fallback import Fallback, Mixed, fallback, script_of
from app.documents.sheet.fonts import BOLD
from app.documents.sheet.paragraph import Paragraph
from app.documents.sheet.style import Style

_SHORT = 80  # characters
_MOST_KNOWN = 4096

_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


Bold = Callable[[str], Sequence[tuple[int, int]]]
"""From a text to the stretches of it that are heavy."""


class SetLine(NamedTuple):
    """One line of a paragraph: its characters from `start` up to `end`."""

    paragraph: Paragraph
    start: int
    end: int


def well_formed(language: str) -> str:
    """The language tag (BCP 47) if it can be one, else an empty string."""
    return language if _LANGUAGE.fullmatch(language) else ""


class Typesetter:
    """Sets the texts of one document, whose language (BCP 47) decides where a text does not show its own."""

    def __init__(self, language: str) -> None:
        self.language = well_formed(language)
        self.missing: set[str] = set()
        self._known: dict[tuple[str, Style, float, str], Sequence[SetLine]] = {}

    def lines(
        self, text: str, style: Style, width: float, language: str = "", bold: Bold | None = None
    ) -> Sequence[SetLine]:
        """The lines of a text at most `width` points wide. Whatever the text is, this does not raise.

        `bold` says of the cleaned text from where to where it is heavy; these stretches are in order.
        """
        cleaned = clean(text)
        tongue = self.language_of(cleaned, language)
        fonts = fallback(style.family, style.weight, tongue)
        self.missing |= fonts.missing(set(cleaned) - {"\n"})
        heavy = bold(cleaned) if bold is not None else ()
        strong = fallback(style.family, BOLD, tongue) if heavy else fonts
        self.missing |= strong.missing(set(cleaned) - {"\n"}) if heavy else set()
        set_lines: list[SetLine] = []
        begun = 0
        for row in cleaned.split("\n"):
            if not heavy:
                set_lines += self._row(row, fonts, style, width, tongue)
                continue
            here = [(start - begun, end - begun) for start, end in heavy]
            paragraph = Paragraph(row, Mixed(fonts, strong, here), style.size, tongue)
            begun += len(row) + 1
            set_lines += (SetLine(paragraph, start, end) for start, end in paragraph.lines(width))
        return set_lines

    def _row(self, row: str, fonts: Fallback, style: Style, width: float, tongue: str) -> Sequence[SetLine]:
        """The lines of a text without line ends; short ones recur, and are set once."""
        key = (row, style, width, tongue)
        if key in self._known:
            return self._known[key]
        paragraph = Paragraph(row, fonts, style.size, tongue)
        lines = [SetLine(paragraph, start, end) for start, end in paragraph.lines(width)]
        if len(row) <= _SHORT and len(self._known) < _MOST_KNOWN:
            self._known[key] = lines
        return lines

    def language_of(self, text: str, language: str = "") -> str:
        """The language that a text shows by its letters, else the one given for it, else the document's."""
        return _shown_language(text) or well_formed(language) or self.language


def _shown_language(text: str) -> str:
    """The language that a text shows by its letters: Japanese by kana, Korean by Hangul; else empty."""
    for character in text if max(text, default="") >= "\u1100" else "":
        if tongue := _language_of_letter(character):
            return tongue
    return ""


@lru_cache(maxsize=65536)
def _language_of_letter(character: str) -> str:
    if character < "\u1100":
        return ""
    if script_of(character) == "HANGUL":
        return "ko"
    return "ja" if "\u3041" <= character <= "\u30ff" and script_of(character) == "CJK" else ""
