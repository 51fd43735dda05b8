"""The door to HarfBuzz: a font instance that shapes text and gives a subset of itself.

HarfBuzz has no type stubs; this is the only file that sees it, and what it hands out is typed.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz

_hb: Any = uharfbuzz  # a compiled module without stubs

# Tables that a font inside a PDF has no use for: the page carries glyph numbers, already placed.
_DROPPED = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "OS/2", "STAT"),
    *("avar", "cmap", "gasp", "name", "post", "prep", "vhea", "vmtx"),
)


class Glyph(NamedTuple):
    """A glyph of shaped text, from left to right. Measures are in thousandths of the font's size.

    `cluster` is the index in the text of the first character that the glyph stands for.
    """

    number: int
    cluster: int
    advance: float
    x_offset: float
    y_offset: float


class Subset(NamedTuple):
    """A font file with only the glyphs asked for, and the number that each has there."""

    font_file: bytes
    numbers: dict[int, int]


class Typeface:
    """A font at one weight. The file is mapped, not read; equal typefaces are the same object."""

    def __init__(self, name: str, path: Path, weight: int) -> None:
        self.name = name
        self._face = _face(path)
        axes = {axis.tag: axis.default_value for axis in self._face.axis_infos}
        if "wght" in axes:  # pinned by hand: the default of some Noto fonts is Thin
            axes["wght"] = weight
        self._axes: dict[str, float] = axes
        self._font = _hb.Font(self._face)
        self._font.set_variations(axes)
        self._to_thousandths = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        # Glyph 0 would do for a missing one, but what archives keep must not show it (ISO 19005-2, 6.2.11.8).
        self._replacement: int = self._font.get_nominal_glyph(0xFFFD) or 0
        self.glyph_count: int = self._face.glyph_count
        self._advances: dict[int, float] = {}
        self.ascender: float = extents.ascender * self._to_thousandths
        self.descender: float = extents.descender * self._to_thousandths

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for this character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def advance(self, glyph: int) -> float:
        """The glyph's own width, in thousandths of the font's size."""
        if glyph not in self._advances:
            self._advances[glyph] = self._font.get_glyph_h_advance(glyph) * self._to_thousandths
        return self._advances[glyph]

    def shape(self, text: str, rtl: bool, language: str) -> tuple[Glyph, ...]:
        """The glyphs of a text in one script and direction, the replacement sign where one is missing."""
        buffer = _hb.Buffer()
        buffer.not_found_glyph = self._replacement
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        if language:
            buffer.language = language
        _hb.shape(self._font, buffer)
        unit = self._to_thousandths
        return tuple(
            Glyph(g.codepoint, g.cluster, p.x_advance * unit, p.x_offset * unit, p.y_offset * unit)
            for g, p in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """The font at this weight with these glyphs and glyph 0 alone."""
        wanted = _hb.SubsetInput()
        for tag, value in self._axes.items():
            wanted.pin_axis_location(self._face, tag, value)
        wanted.flags = _hb.SubsetFlags.NO_HINTING | _hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.sets(_hb.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
        tags = (int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED)
        wanted.sets(_hb.SubsetInputSets.DROP_TABLE_TAG).update(tags)
        plan = _hb.SubsetPlan(self._face, wanted)
        numbers = dict(plan.old_to_new_glyph_mapping)
        return Subset(bytes(plan.execute().blob.data), numbers)


@cache
def _face(path: Path) -> Any:  # a HarfBuzz face, shared by the weights of one file
    return _hb.Face(_hb.Blob.from_file_path(str(path)))
