"""What every page of a word-processor file says: its marking, which paper it is, page x of y."""

import re
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.documents.sheet.cleaning import clean_line
from app.documents.word.writing import Writer
from app.domain.fixed_words import fixed_words

TEXT_WIDTH = Mm(210 - 2 * 28)
_LONGEST = 200  # characters of a marking or a foot
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def lay_page(document: Any) -> None:
    """A4 with generous margins."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin = section.bottom_margin = Mm(30)
    section.header_distance, section.footer_distance = Mm(14), Mm(12)


def surround(document: Any, writer: Writer, marking: str, foot: str) -> None:
    """The marking above and below the text, and at the foot which paper this is and the page's number."""
    section = document.sections[0]
    marked = clean_line(marking[:_LONGEST])
    above = section.header.paragraphs[0]
    above.style = document.styles["Marking"]
    writer.write(above, marked)
    line = section.footer.paragraphs[0]
    line.style = document.styles["Detail"]
    line.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.space_after = Pt(6)
    writer.write(line, clean_line(foot[:_LONGEST]))
    line.add_run("\t")
    for part in re.split("({.*?})", fixed_words(writer.language).page):
        if part in _FIELDS:
            _field(line, _FIELDS[part])
        elif part:
            line.add_run(part)
    if marked:
        below = section.footer.add_paragraph(style=document.styles["Marking"])
        writer.write(below, marked)


def _field(paragraph: Any, name: str) -> None:
    """A number that the word processor reckons (ECMA-376, 17.16.18)."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
