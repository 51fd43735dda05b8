"""A blank word-processor file: the library's template without its many styles."""

from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_KEPT = frozenset(
    {
        *("Normal", "Default Paragraph Font", "Normal Table", "No List", "header", "footer"),
        *("Title", "Subtitle", "heading 1", "heading 2", "List Bullet", "List Number"),
    }
)


def blank() -> Any:
    """A new document with the few styles that are set later."""
    document = Document()
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.name_val not in _KEPT:
            styles.remove(style)
        for link in style.findall(qn("w:link")):  # to a style that is gone
            style.remove(link)
    return document


def add_paragraph(document: Any, style: str) -> Paragraph:
    """A paragraph at the end in a style, given by its identifier: the library looks for names slowly."""
    paragraph: Paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def identifier(name: str) -> str:
    """The identifier of a style by its name, as the library makes it."""
    return name.replace(" ", "")
