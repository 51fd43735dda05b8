"""Stacking: blocks one below the other, cut where the room ends."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice

from app.documents.sheet.blocks import Block, feet_height

_LONGEST_CHAIN = 6  # blocks that keep with the next, looked ahead

FOOT_RULE = 16.0
"""Points that the line above the first footnote of a page takes."""


def fill(queue: deque[Block], room: float, starts_page: bool = True) -> list[Block]:
    """Take from the queue what fits into `room` points and return it; what does not fit stays queued.

    At a page's start something is always taken, even a block that is too high and cannot be cut: a page
    with too much on it is better than a paper that never ends. What is part of a block that is itself filled
    into a page does not start one, and leaves the line above the footnotes to that.
    """
    taken: list[Block] = []
    footed = not starts_page
    while queue:
        block = queue[0]
        at_top = starts_page and not taken
        left = room - (0.0 if not taken else block.before)
        if block.feet and not footed:
            left -= FOOT_RULE
        followed = block.keeps_with_next and not at_top
        if whole_height(block) <= left and (not followed or opening_height(queue) <= left):
            taken.append(queue.popleft())
            room = left - whole_height(block)
            footed = footed or bool(block.feet)
            continue
        parts = block.split(left) if not taken or not block.keeps_with_next else None
        if parts:
            taken.append(parts[0])
            queue[0] = parts[1]
        elif at_top:
            taken.append(queue.popleft())
        break
    return taken


def whole_height(block: Block) -> float:
    """What a block takes of its page: its own height, and its footnotes."""
    return block.height + feet_height(block.feet)


def stacked_height(blocks: Sequence[Block]) -> float:
    """The height of blocks one below the other."""
    return sum(block.height for block in blocks) + sum(block.before for block in blocks[1:])


def pages_of(blocks: Iterable[Block], room: float) -> list[list[Block]]:
    """The blocks of each page, `room` points high."""
    queue = deque(blocks)
    pages = []
    while queue:
        pages.append(fill(queue, room))
    return pages or [[]]


def opening_height(blocks: Iterable[Block]) -> float:
    """The height of the least that may stand of these blocks: what keeps with the next, and some of that."""
    height = 0.0
    for i, block in enumerate(islice(blocks, _LONGEST_CHAIN)):
        height += block.before if i else 0.0
        if not block.keeps_with_next:
            return height + block.least
        height += whole_height(block)
    return height
