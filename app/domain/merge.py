"""Two edits of one text: brought together where they do not touch, both kept where they do."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Merged:
    """The text that comes out, and whether the two edits touched the same lines (then `text` is mine)."""

    text: str
    conflict: bool


def hunks(base: list[str], other: list[str]) -> list[tuple[int, int, list[str]]]:
    """What `other` changes in `base`: (first line, line after the last, the lines that stand there now)."""
    matcher = difflib.SequenceMatcher(a=base, b=other, autojunk=False)
    return [(a, b, other[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def touch(one: tuple[int, int, list[str]], two: tuple[int, int, list[str]]) -> bool:
    """True if two changes overlap or meet at the same place, so that their order would be a guess."""
    return one[0] <= two[1] and two[0] <= one[1]


def merge(base: str, mine: str, theirs: str) -> Merged:
    """My edit and theirs of one base, line by line."""
    if mine in (base, theirs):
        return Merged(theirs, False)
    if theirs == base:
        return Merged(mine, False)
    lines = base.split("\n")
    ours, others = hunks(lines, mine.split("\n")), hunks(lines, theirs.split("\n"))
    others = [hunk for hunk in others if hunk not in ours]
    if any(touch(one, two) for one in ours for two in others):
        return Merged(mine, True)
    for start, end, new in sorted([*ours, *others], key=lambda hunk: hunk[:2], reverse=True):
        lines[start:end] = new
    return Merged("\n".join(lines), False)


def merge_values(
    base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Field by field: the values to show, and for each field that both changed the pair (mine, theirs)."""
    shown: dict[str, str] = {}
    conflicts: dict[str, tuple[str, str]] = {}
    for name, my_text in mine.items():
        their_text = theirs.get(name, my_text)
        merged = merge(base.get(name, their_text), my_text, their_text)
        shown[name] = merged.text
        if merged.conflict:
            conflicts[name] = (my_text, their_text)
    return shown, conflicts
