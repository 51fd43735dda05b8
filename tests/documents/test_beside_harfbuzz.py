"""Each line of the sheet, shaped word by word, beside HarfBuzz shaping each run of the line as a whole."""

from itertools import groupby

import pytest
import uharfbuzz

from app.documents.sheet import bidi
from app.documents.sheet.fallback import fallback
from app.documents.sheet.fonts import REGULAR, Family
from app.documents.sheet.harfbuzz import Typeface
from app.documents.sheet.paragraph import Paragraph
from tests.documents.ten_scripts import PARAGRAPHS

SIZE = 10.5
Run = tuple[Typeface, int, str]


def runs(text: str, language: str, start: int, end: int, base: int) -> list[Run]:
    """The stretches of a line in one font, script and direction, from left to right."""
    levels = bidi.levels(text, base)
    on_line = levels[start:end]
    bidi.end_at_base(on_line, text[start:end], base)
    found = []
    for number, run in enumerate(fallback(Family.SERIF, REGULAR, language).runs(text)):
        places = range(max(run.start, start), min(run.end, end))
        for (level, _), group in groupby(places, key=lambda i: (on_line[i - start], number)):
            found.append((run.typeface, level, "".join(text[i] for i in group)))
    return [found[i] for i in bidi.reorder([level for _, level, _ in found])]


def by_harfbuzz(run: Run, language: str) -> list[tuple[int, float]]:
    typeface, level, text = run
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = language
    uharfbuzz.shape(typeface._font, buffer)
    unit = 1000 / typeface._face.upem
    return [
        (info.codepoint, round(place.x_advance * unit, 3))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@pytest.mark.parametrize(("script", "language", "text"), PARAGRAPHS)
@pytest.mark.parametrize("width", [90, 180, 320])
def test_a_line_has_the_glyphs_that_harfbuzz_gives_for_the_whole_of_it(script, language, text, width):
    paragraph = Paragraph(text, fallback(Family.SERIF, REGULAR, language), SIZE, language)
    for start, end in paragraph.lines(width):
        end = paragraph.visible_end(start, end)
        ours = [
            (glyph.number, round(glyph.advance, 3))
            for piece in paragraph.pieces(start, end)
            for glyph in piece.glyphs
        ]
        whole = runs(text, language, start, end, paragraph.base)
        assert ours == [glyph for run in whole for glyph in by_harfbuzz(run, language)]


@pytest.mark.parametrize(("script", "language", "text"), PARAGRAPHS)
def test_a_line_is_as_wide_as_it_was_measured_but_for_a_kern_at_its_end(script, language, text):
    paragraph = Paragraph(text, fallback(Family.SERIF, REGULAR, language), SIZE, language)
    for width in range(60, 400, 23):
        for start, end in paragraph.lines(width):
            end = paragraph.visible_end(start, end)
            drawn = sum(piece.width for piece in paragraph.pieces(start, end)) * SIZE / 1000
            assert drawn == pytest.approx(paragraph.width(start, end), abs=0.05 * SIZE)
