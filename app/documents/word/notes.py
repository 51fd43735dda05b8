"""Footnotes of a word-processor file, which its library does not write (ECMA-376, 17.11)."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from app.documents.word.writing import Writer

_TEXT, _REFERENCE = "footnotetext", "footnotereference"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class Footnotes:
    """The footnotes of one document, numbered by the word processor in the order of their marks."""

    def __init__(self, document: Any, writer: Writer) -> None:
        self._document = document
        self._writer = writer
        self._root: Any = None
        self._count = 0

    def add(self, paragraph: Any, text: str) -> None:
        """A mark at the end of what the paragraph holds so far, and its footnote."""
        if self._root is None:
            self._root = self._part()
        self._count += 1
        mark = self._referring("w:footnoteReference")
        mark[-1].set(qn("w:id"), str(self._count))
        paragraph._p.append(mark)
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(self._count))
        self._root.append(note)
        element = OxmlElement("w:p")
        note.append(element)
        written = Paragraph(element, paragraph._parent)
        element.style = _TEXT
        element.append(self._referring("w:footnoteRef"))
        written.add_run(" ")
        self._writer.write(written, text)

    def _referring(self, tag: str) -> Any:
        """A run in the style of footnote marks that holds one element."""
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), _REFERENCE)
        properties.append(style)
        run.extend([properties, OxmlElement(tag)])
        return run

    def _part(self) -> Any:
        """The part of the package that holds them, made when the first is added."""
        package = self._document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), _CONTENT, parse_xml(_EMPTY), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        return part.element
