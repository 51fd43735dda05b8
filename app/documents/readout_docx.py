"""The readout as a word-processor file: the same paper for those who will work on its text."""

import io
from typing import Any

from docx.shared import Mm, Pt

from app.documents.readout_grid import Grid
from app.documents.readout_outline import Kind, Line, foot, grouped, outline, whole_title
from app.documents.sheet.bidi import leaning
from app.documents.sheet.cleaning import clean, clean_line
from app.documents.sheet.imprint import Imprint
from app.documents.sheet.picture import fitted, read_picture
from app.documents.word.blank import add_paragraph, blank, identifier
from app.documents.word.finishing import finished
from app.documents.word.house_style import house_styles
from app.documents.word.notes import Footnotes
from app.documents.word.numbering import into_list, new_list
from app.documents.word.surround import lay_page, surround
from app.documents.word.table import write_table
from app.documents.word.writing import Writer
from app.domain.brackets import stretches
from app.domain.footnotes import pieces
from app.domain.paper import Letterhead, Paper

_STYLES = {
    Kind.EYEBROW: "Eyebrow",
    Kind.TITLE: "Title",
    Kind.SUBTITLE: "Subtitle",
    Kind.FACT: "Fact",
    Kind.HEADING: "Heading 1",
    Kind.SIDE: "Heading 2",
    Kind.PERSON: "Person",
    Kind.NATIVE: "Native Name",
    Kind.DETAIL: "Detail",
    Kind.PARAGRAPH: "Normal",
    Kind.BULLET: "List Bullet",
    Kind.ORDERED: "List Number",
    Kind.SOURCE: "Detail",
    Kind.NOTE: "Closing Note",
}
_RUNNING = (Kind.PARAGRAPH, Kind.BULLET, Kind.ORDERED)  # which begin at the side of their own letters
_HANGING = Mm(11)
_FACT_LABEL = Mm(36)
_EMBLEM = (70.0, 52.0)  # points that it fits into


def render(paper: Paper) -> bytes:
    """The paper as DOCX. Equal papers give equal bytes. No text is read as markup or field, and none makes this
    raise. Raises PictureRefused for an emblem that is no picture.
    """
    document = blank()
    said = foot(paper)
    subject = " · ".join(part for part in (said, paper.marking) if part)
    imprint = Imprint(whole_title(paper), subject, paper.language, paper.dated)
    writing = _Writing(document, Writer(paper.language))
    house_styles(document, imprint.tidied().language)
    lay_page(document)
    surround(document, writing.writer, paper.marking, said)
    writing.letterhead(paper.letterhead)
    for group in grouped(outline(paper)):
        if isinstance(group, Grid):
            write_table(document, writing.writer, group.heads, group.rows)
        elif group[0].kind is not Kind.LETTERHEAD:
            writing.lines(group)
    return finished(document, imprint)


class _Writing:
    """One document while it is written."""

    def __init__(self, document: Any, writer: Writer) -> None:
        self._document = document
        self.writer = writer
        self._footnotes = Footnotes(document, writer)

    def letterhead(self, head: Letterhead) -> None:
        """The emblem, and below it the lines."""
        if head.emblem:
            picture = read_picture(head.emblem)
            width, height = fitted(picture, *_EMBLEM)
            paragraph = add_paragraph(self._document, "Letterhead")
            paragraph.paragraph_format.space_after = Pt(6)
            drawn = paragraph.add_run().add_picture(io.BytesIO(picture.png), Pt(width), Pt(height))
            self.writer.to_the_edge(paragraph)
            for side in ("distT", "distB", "distL", "distR"):
                drawn._inline.set(side, "0")
            drawn._inline.docPr.set("descr", clean_line(head.emblem_text) or "Emblem")
        for i, line in enumerate(line for line in head.lines if line):
            style = "LetterheadLine" if i else "Letterhead"
            written = add_paragraph(self._document, style)
            self.writer.write(written, clean_line(line))
            self.writer.to_the_edge(written)

    def lines(self, group: list[Line]) -> None:
        """Lines of one kind; a list begins at one."""
        kind = group[0].kind
        in_list = new_list(self._document, _STYLES[kind]) if kind in (Kind.BULLET, Kind.ORDERED) else None
        for line in group:
            self._line(line, in_list)

    def _line(self, line: Line, in_list: int | None) -> None:
        """One line of the outline; who speaks and how sensitive it is stand above a paragraph."""
        if line.voice or line.marking:
            above = add_paragraph(self._document, "Voice")
            self.writer.write(above, " · ".join(part for part in (line.voice, line.marking) if part))
            self.writer.to_the_edge(above)
        paragraph = add_paragraph(self._document, identifier(_STYLES[line.kind]))
        if in_list is not None:
            into_list(paragraph, in_list)
        elif line.kind is Kind.FACT:
            _hang(paragraph, _FACT_LABEL)
            self.writer.write(paragraph, clean_line(line.label), character_style="FactLabel")
            paragraph.add_run("\t")
        elif line.label:
            _hang(paragraph, _HANGING)
            paragraph.add_run(f"{line.label}\t")
        base = leaning(clean(line.text))
        if line.open_before is not None and not line.footnotes:
            for each in stretches(clean(line.text), line.open_before):
                self.writer.write(paragraph, each.text, line.language, base=base, bold=each.open)
            return
        for text, footnote in pieces(line.text, line.footnotes):
            self.writer.write(paragraph, text, line.language, base=base)
            if footnote:
                self._footnotes.add(paragraph, footnote.text)
        if line.kind not in _RUNNING:
            self.writer.to_the_edge(paragraph, turned=bool(line.label))


def _hang(paragraph: Any, width: Any) -> None:
    """What stands before the tab hangs in front of the text."""
    paragraph.paragraph_format.left_indent = width
    paragraph.paragraph_format.first_line_indent = -width
    paragraph.paragraph_format.tab_stops.add_tab_stop(width)
