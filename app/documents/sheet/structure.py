"""Structure: what is a heading, a paragraph or a cell of a table, for programs that read a page aloud.

The logical structure of a tagged PDF (PDF 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

_TREE = "structure-tree"
_LONGEST_READ = 16_000  # characters: twice as many bytes are the most in a string (ISO 19005-2, 6.1.13)


@dataclass(eq=False)
class Element:
    """A part of the text. `role` is a standard type: H1 to H6, P, Note, L, LI, Lbl, LBody, Table, TR, TH, TD,
    Figure. `shows` says what a figure shows, and `box` where it stands: left, bottom, right, top in points.

    `language` is BCP 47, empty if it is the document's. `reads` is the whole text in the order of reading,
    for a text that is drawn in another. What the element holds is noted as it is drawn.
    """

    role: str
    language: str = ""
    parent: Element | None = None
    reads: str = ""
    shows: str = ""
    box: tuple[float, float, float, float] | None = None
    children: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def drawn(self) -> bool:
        """Whether some of the element stands on a page."""
        return bool(self.marks)


class Structure:
    """The tree of a document's elements, in the order in which they are first drawn."""

    def __init__(self) -> None:
        self._root = Element("Document")
        self._names: dict[Element, str] = {self._root: "structure-0"}
        self._on_page: dict[int, list[Element]] = {}

    def mark(self, element: Element, page: int) -> int:
        """The number of a new stretch of the element's content on a page (counted from 1)."""
        self._place(element)
        on_page = self._on_page.setdefault(page, [])
        on_page.append(element)
        element.marks.append((page, len(on_page) - 1))
        return len(on_page) - 1

    def write(self, document: Any) -> None:
        """Put the tree into the document, whose pages are all drawn. Once only."""
        parents: list[Any] = []
        for page, elements in sorted(self._on_page.items()):
            _number_page(document.idToObject[f"Page{page}"], page)
            parents += [page, document.Reference(pdfdoc.PDFArray([self._link(e) for e in elements]))]
        for element, name in self._names.items():
            document.Reference(self._entry(element), name)
        tree = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": self._link(self._root),
            "ParentTree": pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(parents)}),
        }
        document.Catalog.StructTreeRoot = document.Reference(pdfdoc.PDFDictionary(tree), _TREE)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _place(self, element: Element) -> None:
        """Hang the element, and those that it is in, into the tree."""
        if element in self._names:
            return
        self._names[element] = f"structure-{len(self._names)}"
        element.parent = element.parent or self._root
        self._place(element.parent)
        element.parent.children.append(element)

    def _entry(self, element: Element) -> Any:
        first = element.marks[0][0] if element.marks else 0  # most elements stand on one page
        parts = [number if page == first else _content(page, number) for page, number in element.marks]
        parts += [self._link(child) for child in element.children]  # as a footnote after its paragraph
        above = self._link(element.parent) if element.parent else pdfdoc.PDFObjectReference(_TREE)
        entry = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName(element.role),
            "P": above,
            "K": pdfdoc.PDFArray(parts),
        }
        if first:
            entry["Pg"] = pdfdoc.PDFObjectReference(f"Page{first}")
        if element.language:
            entry["Lang"] = pdfdoc.PDFString(element.language)
        if element.reads and len(element.reads) <= _LONGEST_READ:
            entry["ActualText"] = pdfdoc.PDFString(element.reads)
        if element.shows:
            entry["Alt"] = pdfdoc.PDFString(element.shows)
        if element.role == "Note":
            entry["ID"] = pdfdoc.PDFString(self._names[element])
        if attributes := _attributes(element):
            entry["A"] = pdfdoc.PDFDictionary(attributes)
        return pdfdoc.PDFDictionary(entry)

    def _link(self, element: Element) -> Any:
        return pdfdoc.PDFObjectReference(self._names[element])


def _attributes(element: Element) -> dict[str, Any]:
    """What a head of a column stands over; where a figure stands."""
    if element.role == "TH":
        return {"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName("Column")}
    if element.box:
        box = pdfdoc.PDFArray(list(element.box))
        return {"O": pdfdoc.PDFName("Layout"), "Placement": pdfdoc.PDFName("Block"), "BBox": box}
    return {}


def _content(page: int, number: int) -> Any:
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("MCR"),
            "Pg": pdfdoc.PDFObjectReference(f"Page{page}"),
            "MCID": number,
        }
    )


def _number_page(page: Any, number: int) -> None:
    """Tell a page its place in the parent tree; reportlab writes only entries that it is told of."""
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = pdfdoc.PDFName("S")
