"""A paragraph with footnotes, which stand at the foot of the page on which their marks are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.documents.sheet import typography
from app.documents.sheet.blocks import TextBlock
from app.documents.sheet.cleaning import clean
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.typesetter import SetLine

_MOST_LINES = 24  # of the footnotes of one paragraph: with more it would find no page


def footed(
    compose: Compositor, block: TextBlock, marked: str, ends: Sequence[int], notes: Sequence[str]
) -> tuple[TextBlock, list[TextBlock]]:
    """The paragraph with its footnotes, and those that stand below it instead because they are too long.

    `block` was set from the text `marked`, in which the mark of each note ends at its place of `ends`.
    """
    feet = [
        compose.text(note, typography.FOOTNOTE, before=4.0, role="Note", within=block.element)
        for note in notes
    ]
    if sum(len(foot.lines) for foot in feet) > _MOST_LINES:
        return block, feet
    places = [_line_of(block.lines, len(clean(marked[:end]))) for end in ends]
    return replace(block, footnotes=tuple(zip(places, feet, strict=True))), []


def _line_of(lines: Sequence[SetLine], end: int) -> int:
    """The line in which the character before `end` of the whole cleaned text stands."""
    row_start = 0
    for number, (line, following) in enumerate(pairwise([*lines, None])):
        assert line is not None
        if end <= row_start + line.end:
            return number
        if following is not None and following.start == 0:
            row_start += len(line.paragraph.text) + 1
    return len(lines) - 1
