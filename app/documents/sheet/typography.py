"""Typography: the few styles of text that a sheet uses, so that all papers look like one house."""

from app.documents.sheet.fonts import Family
from app.documents.sheet.style import ACCENT, MUTED, Align, Style

TITLE = Style(21, 27, bold=True, align=Align.LEFT)
SUBTITLE = Style(12.5, 18, colour=MUTED, align=Align.LEFT)
HEADING = Style(13, 18, bold=True, align=Align.LEFT)
NUMBER = Style(13, 18, colour=MUTED, align=Align.RIGHT)
SUBHEADING = Style(10.5, 15, bold=True, align=Align.LEFT)
BODY = Style(10.5, 15.5)
ENTRY = Style(10.5, 15.5, align=Align.LEFT)
NATIVE = Style(9.5, 13.5, colour=MUTED, align=Align.LEFT)
SMALL = Style(8.5, 12, Family.SANS, colour=MUTED, align=Align.LEFT)
CELL = Style(9.5, 13.5, align=Align.LEFT)
CELL_SMALL = Style(8.5, 13.5, Family.SANS, align=Align.LEFT, beside=CELL)
COLUMN_HEAD = Style(8, 11, Family.SANS, bold=True, colour=MUTED, align=Align.LEFT)

FOOTNOTE = Style(8.5, 11.5)
LIST_LABEL = Style(10.5, 15.5, colour=MUTED, align=Align.RIGHT)
LIST_LABEL_TURNED = Style(10.5, 15.5, colour=MUTED, align=Align.LEFT)
LETTERHEAD = Style(12, 16, bold=True, align=Align.LEFT)

# In the margin, the first line on the baseline of the text beside it.
LABEL = Style(8, 11, Family.SANS, colour=MUTED, align=Align.RIGHT, beside=BODY)
VOICE = Style(8, 11, Family.SANS, bold=True, colour=ACCENT, align=Align.RIGHT, beside=BODY)
PARAGRAPH_NUMBER = Style(9, 15.5, Family.SANS, colour=MUTED, align=Align.RIGHT, beside=BODY)
PORTION = Style(7, 11, Family.SANS, bold=True, colour=MUTED, align=Align.RIGHT, beside=BODY)
ORDINAL = Style(8.5, 13.5, Family.SANS, colour=MUTED, align=Align.RIGHT, beside=CELL)
EYEBROW = Style(8.5, 12, Family.SANS, bold=True, colour=ACCENT, align=Align.LEFT)
FIGURE = Style(17, 22, align=Align.LEFT)
