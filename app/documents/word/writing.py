"""Writing text into a paragraph of a word-processor file: its direction, its language, its fonts."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.documents.sheet import bidi
from app.documents.sheet.cleaning import clean
from app.documents.sheet.typesetter import Typesetter
from app.documents.word.house_style import complex_font, east_asian_font

_MOST_RUNS = 20_000  # of one text; what turns more often is left to the word processor's own reckoning
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
)


class Writer:
    """Writes cleaned texts; no text is read as markup or as a field, and none makes this raise."""

    def __init__(self, language: str) -> None:
        self._setter = Typesetter(language)
        self.language = self._setter.language
        self.turns_pages = bidi.direction_of(self._setter.language) == bidi.RTL

    def write(
        self,
        paragraph: Any,
        text: str,
        language: str = "",
        character_style: str = "",
        base: int | None = None,
        bold: bool = False,
    ) -> None:
        """Add a text to the paragraph, which turns to the direction that most of its letters have, or `base`."""
        cleaned = clean(text)
        base = bidi.leaning(cleaned) if base is None else base
        if base == bidi.RTL:
            turn(paragraph)
        tongue = self._setter.language_of(cleaned, language)
        # What never turns is one run: python-docx makes breaks of its line ends, faster than a run for each line.
        rows = cleaned.split("\n") if base == bidi.RTL or bidi.turns(cleaned) else [cleaned]
        directed = [list(_directed(row, base)) for row in rows]
        if sum(map(len, directed)) > _MOST_RUNS:
            directed = [[(cleaned, base == bidi.RTL)]]
        for i, parts in enumerate(directed):
            if i:
                paragraph.add_run().add_break()
            for part, rtl in parts:
                run = paragraph.add_run(part)
                if character_style:
                    run._r.style = character_style
                if bold:
                    run.bold = True
                self._speak(run, tongue, rtl)

    def to_the_edge(self, paragraph: Any, turned: bool = False) -> None:
        """On a page from right to left: the paragraph begins at the right, whatever its letters are.

        Letters from left to right keep their direction in it, unless it is to be `turned` all the same.
        """
        if not self.turns_pages:
            return
        if turned:
            turn(paragraph)
        elif paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _speak(self, run: Any, language: str, rtl: bool) -> None:
        """The run's language if it is not the document's, its fonts, and that it runs from right to left."""
        properties = run._r.get_or_add_rPr()
        if language and language != self._setter.language:
            fonts = properties.get_or_add_rFonts()
            fonts.set(qn("w:eastAsia"), east_asian_font(language))
            fonts.set(qn("w:cs"), complex_font(language))
        if rtl:
            properties.append(OxmlElement("w:rtl"))
        if language and language != self._setter.language:
            tongue = OxmlElement("w:lang")
            for place in ("val", "eastAsia", "bidi"):
                tongue.set(qn(f"w:{place}"), language)
            properties.append(tongue)


def turn(paragraph: Any) -> None:
    """Let the paragraph run from right to left. To turn it twice is the same as once."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _directed(text: str, base: int) -> Iterator[tuple[str, bool]]:
    """The parts of a line with whether each runs from right to left."""
    if not text:
        return
    for rtl, group in groupby(
        zip(text, bidi.levels(text, base), strict=True), key=lambda pair: pair[1] % 2 == 1
    ):
        yield "".join(character for character, _ in group), rtl
