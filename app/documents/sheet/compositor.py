"""The compositor: makes the blocks of a sheet, texts, headings, notes in the margin and columns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.documents.sheet import bidi, typography
from app.documents.sheet.bidi import turns
from app.documents.sheet.blocks import Block, TextBlock
from app.documents.sheet.cleaning import clean, clean_line
from app.documents.sheet.columns import Column, Row
from app.documents.sheet.page import NOTE_GAP, NOTE_WIDTH, TEXT_WIDTH
from app.documents.sheet.structure import Element
from app.documents.sheet.style import Style
from app.documents.sheet.typesetter import Bold, Typesetter

_BETWEEN = 18.0  # points between two columns
_RIGHT_TO_LEFT = "\u200f"  # unseen: puts the full stop on the other side of a number
_NUMBER_WIDTH = 22.0  # of a paragraph's own number
_LONGEST_BOOKMARK = 120  # characters


class Note(NamedTuple):
    """A word in the left margin."""

    text: str
    style: Style


class Compositor:
    """Makes blocks as wide as the page's text, or as told. No text is ever read as markup."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter

    @property
    def direction(self) -> int:
        """The direction of the page, bidi.LTR or bidi.RTL."""
        return bidi.direction_of(self._setter.language)

    @property
    def language(self) -> str:
        """The language of the document (BCP 47)."""
        return self._setter.language

    def ordinal(self, number: str, direction: int | None = None) -> str:
        """A number with its full stop, which stands behind it in the direction of the page or as told."""
        turned = (self.direction if direction is None else direction) == bidi.RTL
        return f"{_RIGHT_TO_LEFT if turned else ''}{number}."

    def text(
        self,
        text: str,
        style: Style,
        *,
        width: float = TEXT_WIDTH,
        before: float = 0.0,
        keeps_with_next: bool = False,
        language: str = "",
        role: str = "P",
        within: Element | None = None,
        bold: Bold | None = None,
    ) -> TextBlock:
        """A text in one style; line ends in it are kept. For `role` and `within` see the structure, for `bold` the
        typesetter.
        """
        lines = self._setter.lines(text, style, width, language, bold)
        tongue = self._setter.language_of(text, language)
        reads = clean(text) if turns(text) else ""
        element = Element(role, "" if tongue == self._setter.language else tongue, within, reads)
        return TextBlock(lines, style, width, keeps_with_next, before, element=element)

    def heading(self, text: str, number: str = "", before: float = 26.0) -> Row:
        """A heading that enters the outline, its number in the margin."""
        title = clean_line(text)
        block = replace(
            self.text(title, typography.HEADING, keeps_with_next=True, role="H2"),
            bookmark=(f"{number} {title}".strip()[:_LONGEST_BOOKMARK], 0),
        )
        return self.noted([Note(number, typography.NUMBER)], block, before=before, keeps_with_next=True)

    def noted(
        self,
        notes: Iterable[Note],
        block: Block,
        before: float = 0.0,
        keeps_with_next: bool = False,
        number: Note | None = None,
    ) -> Row:
        """A block with notes in the margin beside its first lines; its own number stands nearest to it."""
        columns = [Column(0.0, [block])]
        width = NOTE_WIDTH
        if number:
            width -= _NUMBER_WIDTH
            text = self.text(number.text, number.style, width=_NUMBER_WIDTH)
            columns.insert(0, Column(-NOTE_GAP - _NUMBER_WIDTH, [text]))
        shown = [self.text(note.text, note.style, width=width) for note in notes if note.text]
        return Row([Column(-NOTE_GAP - NOTE_WIDTH, shown), *columns], before, keeps_with_next)

    def side_by_side(self, stacks: Sequence[Sequence[Block]], before: float = 0.0) -> Row:
        """Stacks of blocks in columns of equal width, which is `column_width` of their number."""
        step = self.column_width(len(stacks)) + _BETWEEN
        return Row([Column(i * step, stack) for i, stack in enumerate(stacks)], before)

    @staticmethod
    def column_width(count: int) -> float:
        """The width of each of so many columns side by side."""
        return (TEXT_WIDTH - (count - 1) * _BETWEEN) / count
