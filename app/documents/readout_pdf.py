"""The readout as a PDF: from the plain paper to the sheet that is handed over."""

from collections.abc import Iterator, Sequence

from app.documents.readout_outline import eyebrow, foot, whole_title
from app.documents.readout_section import section_blocks
from app.documents.readout_tables import commitment_block, delegation_blocks
from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, Rule
from app.documents.sheet.compositor import Compositor, Note
from app.documents.sheet.letterhead import letterhead
from app.documents.sheet.page import TEXT_WIDTH, Surround
from app.documents.sheet.printing import Imprint, Rendered, print_sheet
from app.documents.sheet.style import ACCENT
from app.documents.sheet.typesetter import Typesetter
from app.domain.fixed_words import fixed_words
from app.domain.paper import Paper

__all__ = ["Rendered", "render"]


def render(paper: Paper) -> Rendered:
    """The paper as a PDF on A4, and the characters in it that no installed font can draw.

    Equal papers give equal bytes. No text is read as markup, and none makes this raise: what cannot be set is
    left out, what has no glyph is drawn as a sign that says so. Raises FontMissing if a font package is not
    installed, and PictureRefused for an emblem that is no picture.
    """
    setter = Typesetter(paper.language)
    said = foot(paper)
    subject = " · ".join(part for part in (said, paper.marking) if part)
    imprint = Imprint(whole_title(paper), subject, paper.language, paper.dated)
    return print_sheet(_blocks(paper, Compositor(setter)), setter, Surround(paper.marking, said), imprint)


def _blocks(paper: Paper, compose: Compositor) -> Iterator[Block]:
    yield from _head(paper, compose)
    if paper.delegations:
        yield compose.heading(fixed_words(paper.language).delegations)
        yield from delegation_blocks(paper.delegations, compose)
    first_footnote = 1
    for section in paper.sections:
        yield from section_blocks(section, compose, first_footnote)
        first_footnote += sum(len(paragraph.footnotes) for paragraph in section.paragraphs)
    if paper.commitments:
        yield compose.heading(fixed_words(paper.language).commitments)
        yield commitment_block(paper.commitments, compose)
    yield from _sources(paper.sources, bool(paper.note), compose)
    if paper.note:
        yield Rule(TEXT_WIDTH, before=30, keeps_with_next=True)
        yield compose.text(paper.note, typography.SMALL, before=8)


def _head(paper: Paper, compose: Compositor) -> Iterator[Block]:
    head = paper.letterhead
    yield from letterhead(compose, head.lines, head.emblem, head.emblem_text)
    yield compose.text(eyebrow(paper), typography.EYEBROW, before=30, keeps_with_next=True)
    yield compose.text(paper.title, typography.TITLE, before=6, keeps_with_next=True, role="H1")
    if paper.subtitle:
        yield compose.text(paper.subtitle, typography.SUBTITLE, before=4, keeps_with_next=True)
    yield Rule(TEXT_WIDTH, 1.0, ACCENT, before=14, keeps_with_next=bool(paper.facts))
    for i, fact in enumerate(paper.facts):
        value = compose.text(fact.value, typography.ENTRY)
        yield compose.noted([Note(fact.label, typography.LABEL)], value, before=3 if i else 12)


def _sources(sources: Sequence[str], noted: bool, compose: Compositor) -> Iterator[Block]:
    """The list of sources; a note that follows does not stand on a page by itself."""
    if not sources:
        return
    yield compose.heading(fixed_words(compose.language).sources)
    for i, source in enumerate(sources):
        near_end = i >= len(sources) - 3
        yield compose.text(source, typography.SMALL, before=3 if i else 4, keeps_with_next=noted and near_end)
