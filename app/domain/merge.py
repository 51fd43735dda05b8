"""Two edits of one text: brought together where they do not touch, both kept where they do."""

import difflib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

MOST_PAIRS = 1_000_000
"""Equal pairs of lines that may be weighed against each other (about half a second); beyond, people compare."""

Hunk = tuple[int, int, list[str]]
"""What was changed in a text: first line, line after the last, and the lines that stand there now."""


@dataclass(frozen=True)
class Merged:
    """The text that comes out, and whether the two edits touched the same lines (then `text` is mine alone)."""

    text: str
    conflict: bool


class TooAlike(Exception):
    """So many lines are equal (blank ones, say) that comparing them would take too long."""


def merge(base: str, mine: str, theirs: str) -> Merged:
    """My edit and theirs of one base, line by line. With a conflict the caller shows `theirs` beside the text."""
    if mine in (base, theirs):
        return Merged(theirs, False)
    if theirs == base:
        return Merged(mine, False)
    lines = base.split("\n")
    try:
        ours, others = hunks(lines, mine.split("\n")), hunks(lines, theirs.split("\n"))
    except TooAlike:
        return Merged(mine, True)
    others = [hunk for hunk in others if hunk not in ours]
    if any(touch(one, two) for one in ours for two in others):
        return Merged(mine, True)
    for start, end, new in sorted([*ours, *others], key=lambda hunk: hunk[:2], reverse=True):
        lines[start:end] = new
    return Merged("\n".join(lines), False)


def hunks(base: list[str], other: list[str]) -> list[Hunk]:
    """What `other` changes in `base`; TooAlike if that would take too long to find."""
    start = shared(base, other)
    end = shared(base[start:][::-1], other[start:][::-1])
    before, after = base[start : len(base) - end], other[start : len(other) - end]
    counts = Counter(after)
    if sum(counts[line] for line in before) > MOST_PAIRS:
        raise TooAlike
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    return [(start + a, start + b, after[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def shared(one: list[str], two: list[str]) -> int:
    """How many lines two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def touch(one: Hunk, two: Hunk) -> bool:
    """True if two changes overlap or meet at the same place, so that their order would be a guess."""
    return one[0] <= two[1] and two[0] <= one[1]


def merge_values(
    base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Field by field: the values to show, and for each field that both changed the pair (mine, theirs).

    A field of which the base is unknown counts as changed by both, so that nothing is overwritten unseen.
    """
    shown: dict[str, str] = {}
    conflicts: dict[str, tuple[str, str]] = {}
    for name in (*mine, *(name for name in theirs if name not in mine)):
        pair = mine.get(name, theirs.get(name, "")), theirs.get(name, mine.get(name, ""))
        merged = merge(base[name], *pair) if name in base else Merged(pair[0], pair[0] != pair[1])
        shown[name] = merged.text
        if merged.conflict:
            conflicts[name] = pair
    return shown, conflicts
