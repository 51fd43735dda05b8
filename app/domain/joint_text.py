"""The text of a joint statement in paragraphs: which are headings, and which number each has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

OWN_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
LIST_MARK = re.compile(r"\s*(?:[-•*–—]|\(?[a-z0-9]{1,3}[.)])\s")
LONGEST_HEADING = 90
"""Characters of a line that can be a heading."""
ENDS = tuple(".;:,!?…。；：，、")


@dataclass(frozen=True)
class JointParagraph:
    """A paragraph or a heading; `start` is its place in the whole text (characters), `number` counts paragraphs from 1.

    Where a text numbers its paragraphs itself, `number` is what it says, and `text` begins after it.
    """

    text: str
    start: int
    number: int | None = None
    heading: bool = False

    @property
    def name(self) -> str:
        """How one says where something stands."""
        if self.heading:
            words = self.text if len(self.text) <= 60 else self.text[:59] + "…"
            return f"heading “{words}”"
        return f"paragraph {self.number}"


def paragraphs(text: str) -> tuple[JointParagraph, ...]:
    """The paragraphs in order.

    A heading begins with “#”, or is one short line without a full stop, a bracket or a list mark, and something
    follows it.
    """
    blocks = list(blocks_of(text))
    headed = [is_heading(block, last=place == len(blocks)) for place, (block, _) in enumerate(blocks, 1)]
    running = [block for (block, _), heading in zip(blocks, headed, strict=True) if not heading]
    numbered = bool(running) and all(OWN_NUMBER.match(block) for block in running)
    numbers, found = count(1), []
    for (block, start), heading in zip(blocks, headed, strict=True):
        if heading:
            words = block.lstrip("# \t")
            found.append(JointParagraph(words, start + len(block) - len(words), heading=True))
        elif numbered and (own := OWN_NUMBER.match(block)):
            found.append(JointParagraph(block[own.end() :], start + own.end(), int(own[1])))
        else:
            found.append(JointParagraph(block, start, next(numbers)))
    return tuple(found)


def blocks_of(text: str) -> Iterator[tuple[str, int]]:
    """Lines in a row, with the place where they begin; a blank line parts two blocks."""
    lines: list[str] = []
    begun = place = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            begun = begun if lines else place
            lines.append(line)
        elif lines:
            yield "\n".join(lines), begun
            lines = []
        place += len(line) + 1


def is_heading(block: str, last: bool) -> bool:
    """True for a block that stands above others; `last` if nothing follows it."""
    if "\n" in block:
        return False
    if block.startswith("#"):
        return bool(block.strip("# \t"))
    bare = not any(sign in block for sign in "[]［］") and not LIST_MARK.match(block)
    return bare and not last and len(block) <= LONGEST_HEADING and not block.rstrip().endswith(ENDS)


def paragraph_at(found: tuple[JointParagraph, ...], place: int) -> JointParagraph | None:
    """The paragraph in which a place of the text lies, or the one before it; None before the first."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].start <= place:
            low = middle + 1
        else:
            high = middle
    return found[low - 1] if low else (found[0] if found else None)
