"""The styles of a word-processor file: the sheet's, in fonts that every office machine has."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from app.documents.sheet.style import ACCENT, INK, MUTED, Colour

SERIF, SANS = "Cambria", "Calibri"
_EAST_ASIAN = {"ja": "Yu Mincho", "ko": "Batang", "zh": "SimSun"}
_TRADITIONAL = "PMingLiU"
_COMPLEX = {"hi": "Nirmala UI", "bn": "Nirmala UI", "ta": "Nirmala UI", "th": "Leelawadee UI"}
_DEFAULT_COMPLEX = "Times New Roman"

_Look = tuple[str, float, bool, Colour, str, float, float]
_HEADS: tuple[_Look, ...] = (
    ("Title", 22, True, INK, SERIF, 6, 2),
    ("Subtitle", 13, False, MUTED, SERIF, 0, 14),
    ("Heading 1", 14, True, INK, SERIF, 22, 4),
    ("Heading 2", 11, True, INK, SERIF, 12, 2),
)
_TEXTS: tuple[_Look, ...] = (
    ("Letterhead", 12, True, INK, SERIF, 0, 0),
    ("Letterhead Line", 9, False, MUTED, SANS, 0, 0),
    ("Eyebrow", 9, True, ACCENT, SANS, 18, 0),
    ("Fact", 11, False, INK, SERIF, 0, 2),
    ("Voice", 9, True, ACCENT, SANS, 8, 0),
    ("Native Name", 10, False, MUTED, SERIF, 0, 0),
    ("Detail", 9, False, MUTED, SANS, 0, 5),
    ("Person", 10, False, INK, SERIF, 2, 0),
    ("Marking", 10, True, INK, SANS, 0, 0),
    ("Cell", 10, False, INK, SERIF, 3, 3),
    ("Cell Head", 9, True, MUTED, SANS, 3, 3),
    ("Closing Note", 9, False, MUTED, SANS, 24, 0),
    ("footnote text", 9, False, INK, SERIF, 0, 2),
)  # name, size in points, bold, colour, font, points before and after


def house_styles(document: Any, language: str) -> None:
    """Set the styles of a new document, whose text is in a language (BCP 47, empty if unknown)."""
    styles = document.styles
    _dress(styles["Normal"], 11, False, INK, SERIF, 0, 6)
    styles["Normal"].paragraph_format.line_spacing = 1.25
    styles["Normal"].paragraph_format.widow_control = True
    for look in _HEADS:
        style = styles[look[0]]
        _plain(style)
        _dress(style, *look[1:])
        style.paragraph_format.keep_with_next = True
    for look in _TEXTS:
        style = styles.add_style(look[0], WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.hidden, style.quick_style = False, True
        _dress(style, *look[1:])
    for name in ("Letterhead", "Letterhead Line", "Eyebrow", "Voice", "Person", "Native Name", "Cell Head"):
        styles[name].paragraph_format.keep_with_next = True
    styles["Marking"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("List Bullet", "List Number"):
        _plain(styles[name])
        styles[name].paragraph_format.space_after = Pt(3)
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    label = styles.add_style("Fact Label", WD_STYLE_TYPE.CHARACTER)
    label.font.name, label.font.size, label.font.color.rgb = SANS, Pt(9), _rgb(MUTED)
    _speak(styles, language)


def east_asian_font(language: str) -> str:
    """The font for Han letters, kana and Hangul in a language; the Japanese one where it is none of theirs."""
    first, *rest = language.lower().split("-")
    if first == "zh" and {"hant", "tw", "hk", "mo"}.intersection(rest):
        return _TRADITIONAL
    return _EAST_ASIAN.get(first, _EAST_ASIAN["ja"])


def complex_font(language: str) -> str:
    """The font for scripts that join, stack or run from right to left."""
    return _COMPLEX.get(language.lower().split("-")[0], _DEFAULT_COMPLEX)


def _dress(
    style: Any, size: float, bold: bool, colour: Colour, font: str, before: float, after: float
) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = _rgb(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.font.cs_bold, style.font.cs_italic = bold, False
    properties = style.element.get_or_add_rPr()
    _set_complex_size(properties, size)
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):  # the template's theme fonts would win
        del fonts.attrib[name]
    for place in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{place}"), font)
    fonts.set(qn("w:eastAsia"), _EAST_ASIAN["ja"])
    fonts.set(qn("w:cs"), _DEFAULT_COMPLEX)


def _rgb(colour: Colour) -> RGBColor:
    return RGBColor(*(round(part * 255) for part in colour))


def _plain(style: Any) -> None:
    """Off with the lines and spacing of the template's own taste."""
    paragraph = style.element.get_or_add_pPr()
    run = style.element.get_or_add_rPr()
    for holder, names in ((paragraph, ("pBdr", "contextualSpacing")), (run, ("spacing", "kern"))):
        for name in names:
            for each in holder.findall(qn(f"w:{name}")):
                holder.remove(each)


def _speak(styles: Any, language: str) -> None:
    """The language of all that names none of its own."""
    if language:
        (properties,) = styles.element.iter(qn("w:rPrDefault"))
        for each in properties.iter(qn("w:lang")):
            for place in ("val", "eastAsia", "bidi"):
                each.set(qn(f"w:{place}"), language)


def _set_complex_size(properties: Any, size: float) -> None:
    """The size for scripts that join or stack, which the library has no word for; it follows the other one."""
    for each in properties.findall(qn("w:szCs")):
        properties.remove(each)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(element)
