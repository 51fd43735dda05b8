"""Stacking: blocks one below the other, cut where the room ends."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice

from app.documents.sheet.blocks import Block

_LONGEST_CHAIN = 6  # blocks that keep with the next, looked ahead


def fill(queue: deque[Block], room: float, starts_page: bool = True) -> list[Block]:
    """Take from the queue what fits into `room` points and return it; what does not fit stays queued.

    At a page's start something is always taken, even a block that is too high and cannot be cut: a page
    with too much on it is better than a paper that never ends.
    """
    taken: list[Block] = []
    while queue:
        block = queue[0]
        at_top = starts_page and not taken
        left = room - (0.0 if not taken else block.before)
        followed = block.keeps_with_next and not at_top
        if block.height <= left and (not followed or opening_height(queue) <= left):
            taken.append(queue.popleft())
            room = left - block.height
            continue
        parts = block.split(left) if not taken or not block.keeps_with_next else None
        if parts:
            taken.append(parts[0])
            queue[0] = parts[1]
        elif at_top:
            taken.append(queue.popleft())
        break
    return taken


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
        height += block.height
    return height
