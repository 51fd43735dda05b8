"""Lines as Pango sets them, with HarfBuzz, through WeasyPrint's door to it. Imported where lines are compared."""

# mypy: ignore-errors
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi, pango, unicode_to_char_p
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from app.documents.sheet import bidi, fonts
from app.documents.sheet.fallback import Run

_UNIT = 0.75 / 1024  # points: Pango counts in 1/1024 of a pixel
_WORDS_THEN_LETTERS = 2  # PANGO_WRAP_WORD_CHAR
ffi.cdef("PangoAttribute * pango_attr_family_new (const char *family);")
ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);")


class Line(NamedTuple):
    """A line without the blanks at its end: its text, its width in points, its glyphs from left to right.

    Each glyph has its number, its width, and whether it is a blank, which may come from another font.
    """

    text: str
    width: float
    glyphs: tuple[tuple[int, float, bool], ...]


class PangoParagraph:
    """A paragraph in Pango's hands: each character from the font file from which the sheet takes it."""

    def __init__(self, text: str, language: str, size: float, runs: list[Run]) -> None:
        self._text = text
        self._runs = runs
        self._fonts = FontConfiguration()  # forgets the fonts when it goes
        direction = "rtl" if bidi.leaning(text) == bidi.RTL else "ltr"
        html = f'<p lang="{language}" dir="{direction}">{escape(text)}</p>'
        css = CSS(string=_css(size, runs), font_config=self._fonts)
        page = HTML(string=html).render(stylesheets=[css], font_config=self._fonts).pages[0]
        self._style = next(part.style for part in _within(page._page_box) if isinstance(part, boxes.TextBox))

    def lines(self, width: float, held: Iterable[int] = ()) -> list[Line]:
        """The lines of that many points. At the indices `held` none may start."""
        layout = Layout(self._style)
        pango.pango_layout_set_wrap(layout.layout, _WORDS_THEN_LETTERS)
        pango.pango_layout_set_width(layout.layout, int(width / _UNIT))
        layout.set_text(self._text)
        pango.pango_layout_set_attributes(layout.layout, self._attributes(held))
        content = self._text.encode()
        lines = []
        while (line := pango.pango_layout_get_line_readonly(layout.layout, len(lines))) != ffi.NULL:
            lines.append(_line(line, content))
        return lines

    def _attributes(self, held: Iterable[int]):
        """The font of each run, and where no line may start, as attributes of the text."""
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for run in self._runs:
            family, _ = unicode_to_char_p(f"X{_name(run)}")
            self._add(attributes, pango.pango_attr_family_new(family), run.start, run.end)
        self._add(attributes, pango.pango_attr_insert_hyphens_new(False), 0, len(self._text))
        for index in held:
            self._add(attributes, pango.pango_attr_allow_breaks_new(False), index - 1, index + 1)
        return attributes

    def _add(self, attributes, attribute, start: int, end: int) -> None:
        attribute.start_index = len(self._text[:start].encode())
        attribute.end_index = len(self._text[:end].encode())
        pango.pango_attr_list_insert(attributes, attribute)


def _css(size: float, runs: list[Run]) -> str:
    """A family for each font file."""
    names = dict.fromkeys(_name(run) for run in runs)
    faces = []
    for name in names:
        address = fonts._file_of(fonts._PACKAGE_OF[name], name).as_uri()
        faces.append(f'@font-face {{ font-family: "X{name}"; font-weight: 400; src: url("{address}") }}')
    page = "@page { size: 90000pt 400pt; margin: 0 }"
    font = f'p {{ font: 400 {size}pt/15.5pt "X{next(iter(names))}"; font-variation-settings: "wght" 400 }}'
    return f"{' '.join(faces)} {page} {font}"


def _name(run: Run) -> str:
    """The font's name in the sheet's list, "NotoSansJP" of "NotoSansJP-Regular"."""
    return run.typeface.name.rsplit("-", 1)[0]


def _within(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from _within(child)


def _line(line, content: bytes) -> Line:
    text = content[line.start_index : line.start_index + line.length].decode().rstrip(" ")
    end = line.start_index + len(text.encode())
    glyphs = []
    run = line.runs
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        for i in range(string.num_glyphs):
            place = item.offset + string.log_clusters[i]
            info = string.glyphs[i]
            if place < end and info.glyph != pango.PANGO_GLYPH_EMPTY:
                blank = content[place : place + 1] == b" "
                glyphs.append((info.glyph, info.geometry.width * _UNIT, blank))
        run = run.next
    return Line(text, sum(width for _, width, _ in glyphs), tuple(glyphs))
