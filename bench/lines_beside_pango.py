"""Compares the lines of the sheet with those of Pango, which shapes with HarfBuzz. By hand.

PYTHONPATH=FOLDER .venv/bin/python -m bench.lines_beside_pango

Both get the same paragraphs, size, measure and direction, and each character from the same font file at the
same weight; nothing is hyphenated. Compared are the characters of each line, its width, and its glyphs with
their advances from left to right. In a second pass Pango is told where the sheet keeps together what the
standard would part (see `held`), so that only what nobody meant is left. FOLDER has WeasyPrint, through which Pango is reached; see README.md.
"""

# mypy: ignore-errors
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest

from app.documents.sheet.fallback import fallback
from app.documents.sheet.fonts import REGULAR, Family
from app.documents.sheet.paragraph import Paragraph
from bench.pango_lines import Line, PangoParagraph
from tests.documents.ten_scripts import PARAGRAPHS

HEAD = (
    "| script | lines | same text | same rules, same text | same glyphs | widest difference, pt |\n"
    "| --- | --: | --: | --: | --: | --: |"
)
SIZE = 10.5
WIDTHS = (90, 110, 130, 155, 180, 210, 240, 280, 320, 360, 399)
_SEEN = 0.05  # points; Pango counts in 1/1024 of a pixel and rounds each glyph to it
_NOTHING = Line("", 0.0, ())
_HANGUL = "[\uac00-\ud7a3]"
# Where UAX #14 would start a line and the sheet, knowingly, does not: inside Korean words, after a hyphen
# between capitals, after an en dash, after a slash before a number.
_HELD = re.compile(
    f"(?<={_HANGUL})(?=\\S)|(?<=\\S)(?={_HANGUL})|(?<=[A-Z]-)(?=[A-Z])|(?<=–)(?=\\S)|(?<=/)(?=\\d)"
)


def ours(text: str, language: str, width: float) -> list[Line]:
    """The lines of the sheet."""
    paragraph = Paragraph(text, fallback(Family.SERIF, REGULAR, language), SIZE, language)
    lines = []
    for start, end in paragraph.lines(width):
        end = paragraph.visible_end(start, end)
        glyphs = tuple(
            (glyph.number, glyph.advance * SIZE / 1000, piece.text[glyph.cluster] == " ")
            for piece in paragraph.pieces(start, end)
            for glyph in piece.glyphs
        )
        lines.append(Line(text[start:end], paragraph.width(start, end), glyphs))
    return lines


def same_glyphs(one: Line, other: Line) -> bool:
    """Whether two lines show the same glyphs in the same places; a blank may come from another font."""
    pairs = zip_longest(one.glyphs, other.glyphs, fillvalue=(-1, 0.0, False))
    return all(a[2] and b[2] or (a[0] == b[0] and abs(a[1] - b[1]) < _SEEN) for a, b in pairs)


def held(text: str) -> list[int]:
    """The indices at which the sheet knowingly starts no line."""
    return [found.start() for found in _HELD.finditer(text) if found.start()]


def main() -> None:
    """The table, and below it the first deviation of each paragraph at each width."""
    counts = defaultdict(lambda: [0, 0, 0, 0, 0.0])
    told = []
    for script, language, text in PARAGRAPHS:
        pango = PangoParagraph(
            text, language, SIZE, list(fallback(Family.SERIF, REGULAR, language).runs(text))
        )
        for width in WIDTHS:
            mine, row = ours(text, language, width), counts[script]
            row[0] += len(mine)
            row[1] += sum(a.text == b.text for a, b in zip(mine, pango.lines(width), strict=False))
            told += compared(f"{script}, {width} pt", mine, pango.lines(width, held(text)), row)
    print(HEAD)
    for script, (lines, plain, texts, glyphs, apart) in counts.items():
        print(f"| {script} | {lines} | {plain} | {texts} | {glyphs} | {apart:.3f} |")
    print("\n" + "\n".join(told))


def compared(where: str, mine: list[Line], theirs: list[Line], row: list[float]) -> Iterator[str]:
    """Count the lines that are equal; what is told of the first that is not, and of glyphs that differ."""
    parted = False
    for one, other in zip_longest(mine, theirs, fillvalue=_NOTHING):
        if one.text == other.text:
            row[2] += 1
            row[3] += same_glyphs(one, other)
            row[4] = max(row[4], abs(one.width - other.width))
            if not same_glyphs(one, other):
                yield f"- {where}, glyphs: `{one.text}`"
        elif not parted:
            parted = True
            yield f"- {where}: `{one.text}` / `{other.text}`"


if __name__ == "__main__":
    main()
