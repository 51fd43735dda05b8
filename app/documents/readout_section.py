"""A section of the readout on the sheet: its heading, paragraphs, lists and footnotes."""

from collections.abc import Iterator
from functools import partial

from app.documents.readout_tables import commitment_block, delegation_blocks
from app.documents.sheet import typography
from app.documents.sheet.blocks import Block
from app.documents.sheet.compositor import Compositor, Note
from app.documents.sheet.footnotes import footed
from app.documents.sheet.lists import listed
from app.domain.brackets import open_spans
from app.domain.footnotes import raised, with_marks
from app.domain.paper import PaperParagraph, Section

_KEPT_WITH_ITS_LIST = 4  # lines of a text before a list, which do not part from it


def section_blocks(section: Section, compose: Compositor, first_footnote: int) -> Iterator[Block]:
    """The section; its footnotes are numbered from `first_footnote`."""
    number = "" if section.number is None else str(section.number)
    if section.deeper:
        numbered = f"{number}  {section.heading}" if number else section.heading
        yield compose.text(numbered, typography.SUBHEADING, before=16, keeps_with_next=True, role="H3")
    elif section.heading or number:
        yield compose.heading(section.heading, number)
    yield from delegation_blocks(section.delegations, compose)
    voice = None
    for i, paragraph in enumerate(section.paragraphs):
        notes = list(_notes(paragraph, voice))
        voice = paragraph.voice
        yield from _paragraph(
            paragraph, notes, compose, first_footnote, before=8 if i else 5 if section.heading else 20
        )
        first_footnote += len(paragraph.footnotes)
    if section.commitments:
        yield commitment_block(section.commitments, compose)


def _paragraph(
    paragraph: PaperParagraph, notes: list[Note], compose: Compositor, first_footnote: int, before: float
) -> Iterator[Block]:
    marked, ends = with_marks(paragraph.text, paragraph.footnotes, first_footnote)
    open_before = paragraph.open_before if not paragraph.footnotes else None
    bold = partial(open_spans, open_before=open_before) if open_before is not None else None
    text = compose.text(marked, typography.BODY, language=paragraph.language, bold=bold)
    numbered = [
        f"{raised(number)} {footnote.text}"
        for number, footnote in enumerate(paragraph.footnotes, start=first_footnote)
    ]
    block, below = footed(compose, text, marked, ends, numbered)
    kept = bool(paragraph.items) and len(block.lines) <= _KEPT_WITH_ITS_LIST and not below
    number = None
    if paragraph.number is not None:
        number = Note(compose.ordinal(str(paragraph.number)), typography.PARAGRAPH_NUMBER)
    if marked or notes or number or not paragraph.items:
        yield compose.noted(notes, block, before, kept, number)
    yield from below
    yield from listed(compose, paragraph.items, paragraph.ordered, paragraph.language)


def _notes(paragraph: PaperParagraph, voice_before: str | None) -> Iterator[Note]:
    """Who speaks, if it is somebody else than before; how sensitive the paragraph is."""
    if paragraph.voice and paragraph.voice != voice_before:
        yield Note(paragraph.voice, typography.VOICE)
    if paragraph.marking:
        yield Note(paragraph.marking, typography.PORTION)
