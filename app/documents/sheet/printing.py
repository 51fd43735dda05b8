"""Printing: blocks on numbered pages, in one PDF file whose bytes depend on nothing but the blocks."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.documents.sheet.bidi import RTL, direction_of
from app.documents.sheet.blocks import Block
from app.documents.sheet.imprint import PROGRAM, Imprint
from app.documents.sheet.page import HEIGHT, TEXT_HEIGHT, WIDTH, Surround, draw_page
from app.documents.sheet.pen import Pen
from app.documents.sheet.stacking import pages_of
from app.documents.sheet.typesetter import Typesetter

__all__ = ["Imprint", "Rendered", "print_sheet"]


@dataclass(frozen=True)
class Rendered:
    """A finished file, and the characters of its text that no installed font can draw."""

    pdf: bytes
    missing: frozenset[str]


class _BareCanvas(Canvas):
    """A canvas whose pages do not open by naming a font, since that one would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def print_sheet(
    blocks: Iterable[Block], setter: Typesetter, surround: Surround, imprint: Imprint
) -> Rendered:
    """The PDF with these blocks, as PDF/A-2u. It names no author, machine or path, and no clock is read."""
    file = io.BytesIO()
    imprint = imprint.tidied()
    canvas = _canvas(file, imprint)
    pen = Pen(canvas, mirrored=direction_of(imprint.language) == RTL)
    pages = pages_of(blocks, TEXT_HEIGHT)
    for number, on_page in enumerate(pages, start=1):
        draw_page(pen, setter, on_page, surround, number, len(pages))
        canvas.showPage()
    pen.finish()
    canvas.save()
    from app.documents.sheet.archival import archival  # what it needs is heavy, and few pages print

    return Rendered(archival(file.getvalue(), imprint), frozenset(setter.missing))


def _canvas(file: io.BytesIO, imprint: Imprint) -> Any:
    canvas: Any = _BareCanvas(
        file,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=0,  # the last step does it, and faster
        invariant=1,
        pdfVersion=(1, 7),
        lang=imprint.language,
    )
    # The file's identifier is made from this; reportlab would mix in a date from the environment.
    canvas._doc.signature = hashlib.sha256()
    canvas.setTitle(imprint.title)
    canvas.setSubject(imprint.subject)
    canvas.setAuthor("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    stamp = f"D:{imprint.dated:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: stamp)
    canvas._doc.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    return canvas
