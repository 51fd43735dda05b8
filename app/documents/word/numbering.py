"""Numbered lists of a word-processor file, each of which begins again at one (ECMA-376, 17.9)."""

from typing import Any

from docx.oxml.ns import qn


def new_list(document: Any, style: str) -> int:
    """The number of a new list in a style of lists, which begins at one."""
    (kept,) = document.styles[style].element.iter(qn("w:numId"))
    numbering = document.part.numbering_part.element
    (like,) = [num for num in numbering.num_lst if num.numId == kept.val]
    made = numbering.add_num(like.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def into_list(paragraph: Any, number: int) -> None:
    """Make the paragraph an item of that list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
