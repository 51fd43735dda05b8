"""The readout as a PDF: from the plain paper to the sheet that is handed over."""

from collections.abc import Iterator, Sequence

from app.documents.readout_outline import commitment_grid, eyebrow, foot, office, people
from app.documents.readout_section import section_blocks
from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, Rule
from app.documents.sheet.compositor import Compositor, Note
from app.documents.sheet.letterhead import letterhead
from app.documents.sheet.numbered_table import TableColumn, numbered_table
from app.documents.sheet.page import TEXT_WIDTH, Surround
from app.documents.sheet.printing import Imprint, Rendered, print_sheet
from app.documents.sheet.style import ACCENT
from app.documents.sheet.typesetter import Typesetter
from app.domain.paper import CommitmentLine, DelegationSheet, Paper, Person

__all__ = ["Rendered", "render"]

_WIDTHS = {"Owed by": 66.0, "Due": 86.0, "Status": 62.0}  # of a commitment's details, in points


def render(paper: Paper) -> Rendered:
    """The paper as a PDF on A4, and the characters in it that no installed font can draw.

    Equal papers give equal bytes. No text is read as markup, and none makes this raise: what cannot be set is
    left out, what has no glyph is drawn as a sign that says so. Raises FontMissing if a font package is not
    installed, and PictureRefused for an emblem that is no picture.
    """
    setter = Typesetter(paper.language)
    said = foot(paper)
    subject = " · ".join(part for part in (said, paper.marking) if part)
    imprint = Imprint(paper.title, subject, paper.language, paper.dated)
    return print_sheet(_blocks(paper, Compositor(setter)), setter, Surround(paper.marking, said), imprint)


def _blocks(paper: Paper, compose: Compositor) -> Iterator[Block]:
    yield from _head(paper, compose)
    yield from _delegations(paper.delegations, compose)
    first_footnote = 1
    for section in paper.sections:
        yield from section_blocks(section, compose, first_footnote)
        first_footnote += sum(len(paragraph.footnotes) for paragraph in section.paragraphs)
    yield from _commitments(paper.commitments, compose)
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


def _delegations(sheets: Sequence[DelegationSheet], compose: Compositor) -> Iterator[Block]:
    """Two side by side, in the order given; further ones below."""
    if not sheets:
        return
    yield compose.heading("Delegations")
    for i in range(0, len(sheets), 2):
        pair = sheets[i : i + 2]
        width = compose.column_width(len(pair))
        columns = [list(_delegation(sheet, compose, width)) for sheet in pair]
        yield compose.side_by_side(columns, before=18 if i else 8)


def _delegation(sheet: DelegationSheet, compose: Compositor, width: float) -> Iterator[Block]:
    yield compose.text(sheet.side_name, typography.SUBHEADING, width=width, keeps_with_next=True, role="H3")
    if sheet.head_count is not None:
        yield compose.text(people(sheet.head_count), typography.SMALL, width=width)
    for person in sheet.people:
        yield from _person(person, sheet.language, compose, width)
    for body in sheet.bodies:
        yield compose.text(body, typography.CELL, width=width, before=5)


def _person(person: Person, language: str, compose: Compositor, width: float) -> Iterator[Block]:
    lines = [
        (person.name, typography.CELL),
        (person.native_name, typography.NATIVE),
        (office(person), typography.SMALL),
    ]
    shown = [(text, style) for text, style in lines if text]
    for i, (text, style) in enumerate(shown):
        yield compose.text(
            text,
            style,
            width=width,
            before=0 if i else 7,
            keeps_with_next=i < len(shown) - 1,
            language=language,
        )


def _commitments(commitments: Sequence[CommitmentLine], compose: Compositor) -> Iterator[Block]:
    if not commitments:
        return
    grid = commitment_grid(commitments)
    narrow = [TableColumn(head, _WIDTHS[head], typography.CELL_SMALL) for head in grid.heads[1:]]
    rest = TEXT_WIDTH - sum(column.width for column in narrow)
    columns = [TableColumn(grid.heads[0], rest, typography.CELL), *narrow]
    yield compose.heading("Commitments")
    yield numbered_table(compose, columns, grid.rows, before=4)


def _sources(sources: Sequence[str], noted: bool, compose: Compositor) -> Iterator[Block]:
    """The list of sources; a note that follows does not stand on a page by itself."""
    if not sources:
        return
    yield compose.heading("Sources")
    for i, source in enumerate(sources):
        near_end = i >= len(sources) - 3
        yield compose.text(source, typography.SMALL, before=3 if i else 4, keeps_with_next=noted and near_end)
