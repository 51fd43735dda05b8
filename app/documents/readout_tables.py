"""The tables of a readout on the sheet: delegations side by side, commitments in numbered rows."""

from collections.abc import Iterator, Sequence

from app.documents.readout_grid import commitment_grid
from app.documents.readout_outline import office
from app.documents.sheet import typography
from app.documents.sheet.blocks import Block
from app.documents.sheet.columns import Table
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.numbered_table import TableColumn, numbered_table
from app.documents.sheet.page import TEXT_WIDTH
from app.domain.fixed_words import people
from app.domain.paper import CommitmentLine, DelegationSheet, Person

_WIDTHS = (66.0, 86.0, 62.0)  # of who owes a commitment, by when and how it stands, in points


def delegation_blocks(sheets: Sequence[DelegationSheet], compose: Compositor) -> Iterator[Block]:
    """Two side by side, in the order given; further ones below."""
    for i in range(0, len(sheets), 2):
        pair = sheets[i : i + 2]
        width = compose.column_width(len(pair))
        columns = [list(_delegation(sheet, compose, width)) for sheet in pair]
        yield compose.side_by_side(columns, before=18 if i else 8)


def _delegation(sheet: DelegationSheet, compose: Compositor, width: float) -> Iterator[Block]:
    yield compose.text(sheet.side_name, typography.SUBHEADING, width=width, keeps_with_next=True, role="H3")
    if sheet.head_count is not None:
        yield compose.text(people(sheet.head_count, compose.language), typography.SMALL, width=width)
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


def commitment_block(commitments: Sequence[CommitmentLine], compose: Compositor) -> Table:
    """The table of commitments; it breaks over pages between its rows."""
    grid = commitment_grid(commitments, compose.language)
    narrow = [
        TableColumn(head, _WIDTHS[detail], typography.CELL_SMALL)
        for head, detail in zip(grid.heads[1:], grid.details, strict=True)
    ]
    rest = TEXT_WIDTH - sum(column.width for column in narrow)
    columns = [TableColumn(grid.heads[0], rest, typography.CELL), *narrow]
    return numbered_table(compose, columns, grid.rows, before=4)
