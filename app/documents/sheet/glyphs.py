"""Glyphs in a PDF: each font embedded as a subset, with the text that each of its glyphs stands for.

A composite font (PDF 32000-1, 9.7) with two-byte codes. A code stands for a glyph together with the
characters that it was shaped from, so one glyph may have several codes and each reads back as it was written.
"""

import zlib
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from app.documents.sheet.harfbuzz import Typeface
from app.documents.sheet.shaping import Piece
from app.documents.sheet.unicode_map import unicode_map

_LAST_CODE = 0xFFFF
_LONGEST_SOURCE = 32  # characters; a longer cluster is told by its ActualText alone


class EmbeddedFont:
    """One typeface in one document: gives out codes while pages are drawn, then writes itself."""

    def __init__(self, typeface: Typeface, number: int) -> None:
        self.typeface = typeface
        self.resource = f"G{number}"
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}

    def code(self, glyph: int, source: str) -> int:
        """The code for a glyph that stands for the characters `source` (empty: for none of its own)."""
        crowded = len(self._codes) + self.typeface.glyph_count >= _LAST_CODE
        if len(source) > _LONGEST_SOURCE or crowded:
            source = ""
        return self._codes.setdefault((glyph, source), len(self._codes))

    def addObjects(self, document: Any) -> None:  # noqa: N802 - the name that reportlab calls before it saves
        """Put the font's objects into the document; called once, when all pages are drawn."""
        subset = self.typeface.subset(glyph for glyph, _ in self._codes)
        name = f"{_tag(subset.font_file)}+{self.typeface.name}"
        reference = document.Reference
        font_file = reference(_stream(subset.font_file, Length1=len(subset.font_file)))
        descriptor = reference(self._descriptor(name, font_file))
        to_glyph = b"".join(subset.numbers[glyph].to_bytes(2, "big") for glyph, _ in self._codes)
        descendant = reference(self._descendant(name, descriptor, reference(_stream(to_glyph))))
        sources = {code: source for (_, source), code in self._codes.items()}
        font = _dictionary(
            Type="Font",
            Subtype="Type0",
            BaseFont=name,
            Encoding="Identity-H",
            DescendantFonts=pdfdoc.PDFArray([descendant]),
            ToUnicode=reference(_stream(unicode_map(sources))),
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.resource] = reference(font)

    def _descriptor(self, name: str, font_file: Any) -> Any:
        ascent, descent = round(self.typeface.ascender), round(self.typeface.descender)
        return _dictionary(
            Type="FontDescriptor",
            FontName=name,
            FontFile2=font_file,
            Flags=4,
            FontBBox=pdfdoc.PDFArray([-1000, descent, 3000, ascent]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=ascent,
            StemV=80,
        )

    def _descendant(self, name: str, descriptor: Any, to_glyph: Any) -> Any:
        widths = [round(self.typeface.advance(glyph)) for glyph, _ in self._codes]
        return _dictionary(
            Type="Font",
            Subtype="CIDFontType2",
            BaseFont=name,
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            CIDToGIDMap=to_glyph,
            DW=1000,
            W=pdfdoc.PDFArray([0, pdfdoc.PDFArray(widths)]),
            FontDescriptor=descriptor,
        )


class DrawnWord(NamedTuple):
    """A word of one document: its glyphs as operators that draw them, and its width in points.

    `told` is whether the glyphs alone tell what is written.
    """

    piece: Piece
    font: EmbeddedFont
    operators: str
    told: bool
    width: float


class FontBook:
    """The fonts of one document, embedded when first used, and the words that were drawn with them."""

    def __init__(self, document: Any) -> None:
        self.words: dict[
            tuple[int, float], DrawnWord
        ] = {}  # by a piece, which each of them keeps, and a size
        self._document = document
        self._fonts: dict[Typeface, EmbeddedFont] = {}

    def embedded(self, typeface: Typeface) -> EmbeddedFont:
        """The typeface as this document knows it."""
        if typeface not in self._fonts:
            font = self._fonts[typeface] = EmbeddedFont(typeface, len(self._fonts) + 1)
            self._document.delayedFonts.append(font)
        return self._fonts[typeface]


def _tag(font_file: bytes) -> str:
    """The six capitals that mark a subset (9.6.4), from the subset's own bytes."""
    number = zlib.crc32(font_file)
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def _dictionary(**entries: Any) -> Any:
    """A PDF dictionary; plain strings in it are names."""
    named = {
        key: pdfdoc.PDFName(value) if isinstance(value, str) else value for key, value in entries.items()
    }
    return pdfdoc.PDFDictionary(named)


def _stream(content: bytes, **entries: int) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return stream
