"""Footnotes: where their marks stand, and how these are written."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.domain.paper import Footnote

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
    """The text with the marks of its footnotes, numbered from `first`."""
    parts: list[str] = []
    ends: list[int] = []
    for number, (piece, footnote) in enumerate(pieces(text, footnotes), start=first):
        parts.append(piece)
        if footnote:
            parts.append(mark(number))
            ends.append(sum(len(part) for part in parts[-2:]) + (ends[-1] if ends else 0))
    return MarkedText("".join(parts), tuple(ends))


def pieces(text: str, footnotes: Sequence[Footnote]) -> Iterator[tuple[str, Footnote | None]]:
    """The text cut at the marks of its footnotes, each piece with the footnote whose mark stands after it.

    A place outside the text is its end. Footnotes must be given in the order of their places; one that is
    not gets its mark where the one before it has its own. The last piece, which may be empty, has none.
    """
    done = 0
    for footnote in footnotes:
        place = len(text) if footnote.after is None else min(max(footnote.after, 0), len(text))
        place = max(place, done)
        yield text[done:place], footnote
        done = place
    yield text[done:], None
