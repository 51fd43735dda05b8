"""The ledger with a partner as a PDF: two columns, what we promised and what they promised."""

from collections.abc import Iterator, Sequence

from app.documents.sheet import typography
from app.documents.sheet.blocks import Block, Rule
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import TEXT_WIDTH, Surround
from app.documents.sheet.printing import Imprint, Rendered, print_sheet
from app.documents.sheet.style import ACCENT
from app.documents.sheet.typesetter import Typesetter
from app.domain.ledger import LedgerLine, LedgerSheet
from app.domain.stated_date import full

__all__ = ["render"]


def render(sheet: LedgerSheet) -> Rendered:
    """The ledger on A4, and the characters that no installed font can draw. Equal sheets give equal bytes.

    Raises FontMissing if a font package is not installed.
    """
    setter = Typesetter("en")
    title = f"Ledger: {sheet.partner}"
    foot = f"{sheet.office} · {full(sheet.dated)}"
    imprint = Imprint(title, " · ".join(part for part in (foot, sheet.marking) if part), "en", sheet.dated)
    return print_sheet(blocks(sheet, Compositor(setter)), setter, Surround(sheet.marking, foot), imprint)


def blocks(sheet: LedgerSheet, compose: Compositor) -> Iterator[Block]:
    """The head; what is open, side by side; what has ended, side by side."""
    yield compose.text(f"{sheet.office} · {full(sheet.dated)}", typography.EYEBROW, keeps_with_next=True)
    yield compose.text(
        f"Promises both ways: {sheet.partner}",
        typography.TITLE,
        before=6,
        keeps_with_next=True,
        role="H1",
    )
    if sheet.native:
        yield compose.text(sheet.native, typography.SUBTITLE, before=4, keeps_with_next=True)
    yield Rule(TEXT_WIDTH, 1.0, ACCENT, before=14, keeps_with_next=True)
    yield from pair(compose, "Open", sheet.ours.open, sheet.theirs.open)
    if sheet.ours.ended or sheet.theirs.ended:
        yield from pair(compose, "Ended", sheet.ours.ended, sheet.theirs.ended)
    if sheet.left_out:
        words = f"The list of commitments holds {sheet.left_out} more, older than these."
        yield compose.text(words, typography.SMALL, before=14)


def pair(
    compose: Compositor, heading: str, ours: Sequence[LedgerLine], theirs: Sequence[LedgerLine]
) -> Iterator[Block]:
    """Two columns under a heading, row by row, so that a page is cut between promises."""
    width = compose.column_width(2)
    yield compose.heading(heading, before=18)
    heads = [
        [
            compose.text(
                f"{who} ({len(lines)})", typography.SUBHEADING, width=width, keeps_with_next=True, role="H3"
            )
        ]
        for who, lines in (("We promised", ours), ("They promised", theirs))
    ]
    yield compose.side_by_side(heads, before=2)
    for number in range(max(len(ours), len(theirs), 1)):
        columns = [cell(compose, lines, number, width) for lines in (ours, theirs)]
        yield compose.side_by_side(columns, before=5 if number else 2)


def cell(compose: Compositor, lines: Sequence[LedgerLine], number: int, width: float) -> list[Block]:
    """One promise; “nothing” at the head of an empty column, and nothing further down."""
    if number >= len(lines):
        return [] if number or lines else [compose.text("Nothing on record.", typography.SMALL, width=width)]
    line = lines[number]
    return [
        compose.text(line.sentence, typography.CELL, width=width, keeps_with_next=True),
        compose.text(line.detail, typography.SMALL, width=width),
    ]
