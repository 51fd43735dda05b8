"""Footnotes: where their marks stand, and how these are written."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.domain.paper import Footnote, Paper, PaperParagraph

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class MarkedText(NamedTuple):
    """A text with the marks of its footnotes in it; `ends` are the places just after each mark."""

    text: str
    ends: tuple[int, ...]


def raised(number: int) -> str:
    """A number as raised digits."""
    return str(number).translate(_RAISED)


def with_marks(
    text: str, footnotes: Sequence[Footnote], first: int, mark: Callable[[int], str] = raised
) -> MarkedText:
    """The text with the marks of its footnotes, numbered from `first` in the order in which they are given.

    A place outside the text is its end. Footnotes must be given in the order of their places; one that is
    not gets its mark where the one before it has its own.
    """
    parts: list[str] = []
    ends: list[int] = []
    done = length = 0
    for number, footnote in enumerate(footnotes, start=first):
        place = len(text) if footnote.after is None else min(max(footnote.after, 0), len(text))
        place = max(place, done)
        parts += [text[done:place], mark(number)]
        length += place - done + len(parts[-1])
        ends.append(length)
        done = place
    return MarkedText("".join([*parts, text[done:]]), tuple(ends))


def numbered(paper: Paper) -> Iterator[tuple[int, PaperParagraph]]:
    """Each paragraph of the sections in order, with the number that its first footnote has or would have."""
    number = 1
    for section in paper.sections:
        for paragraph in section.paragraphs:
            yield number, paragraph
            number += len(paragraph.footnotes)
