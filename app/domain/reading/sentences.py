"""A text cut into sentences and the points of its lists, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "‑": "-", "\t": " "})
"""Other writings of one character, so that places in the text stay what they are."""

SHORT = (
    r"(?:H\.\s?E|Mr|Mrs|Ms|Dr|Prof|Amb|Hon|Gen|Col|Sen|Rep|St|Art|Arts|No|Nos|cf|vs|e\.g|i\.e|incl|approx|"
    r"Rev|para|paras|"
    r"Res|Vol|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|D\.C|E\.U|z\.B|bzw|u\.a|Nr|ca|"
    r"M|Mme|MM|n°|ст|р|рр|ім|м|п|\b[A-Z])"
)
"""Abbreviations whose full stop ends no sentence; a single capital is an initial."""

END = re.compile(r"[。！？]|[.!?]+[\"”»')\]]*(?=\s|$)")
ABBREVIATED = re.compile(rf"(?:^|[\s(/-]){SHORT}$")
DAY_OF_MONTH = re.compile(r"(?:^|[\s(])\d{1,2}$")
NEXT_LOWER = re.compile(r"\s+[a-zäöüéèàа-яіїєґ,;]")
NEXT_MONTH = re.compile(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)
POINT = re.compile(
    r"[ ]*(?:[•·▪●◦■□○◆◇➢➤✓※‣*–—-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|[①-⑳]|"
    r"[（(][0-9０-９一二三四五六七八九十ア-ン]{1,2}[)）]|[1-9１-９](?=[ 　]))"
)
"""How a point of a list begins."""

BREAK = re.compile(r"\n\s*\n|\n")
SENTENCE_OVER = re.compile(r"[.!?:;。！？”\"»)]\s*$")
HEADING_LENGTH = 60
LONGEST = 1500
"""No sentence is longer (in characters): what goes on without an end is cut, so that reading stays quick."""

GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|the|in|on|of|at|by|to|for|and|or|with|from|will|be|their|its|our|as|that|de|la|le|"
    r"les|des|et|und|der|die|das|den|im|in))\s*$"
)
"""A line that ends so was wrapped, however short it is."""


@dataclass(frozen=True)
class Piece:
    """A sentence, a heading or a point of a list: its words on one line, where they stand, and of which list it is.

    `text` has the length of what stands in the source from `start` to `end`. `point` is true for one that begins as
    a point of a list; `paragraph` counts from nought.
    """

    text: str
    start: int
    end: int
    point: bool
    paragraph: int


def flattened(text: str) -> str:
    """The text with one writing of spaces and apostrophes, of the same length."""
    return text.translate(SAME_LENGTH)


def pieces(text: str) -> Iterator[Piece]:
    """The sentences of a text in their order; a point of a list is cut like a paragraph of its own."""
    flat = flattened(text)
    for number, (start, end) in enumerate(blocks(flat)):
        point = POINT.match(flat, start, end)
        begin = point.end() if point else start
        one_line = flat[:end].replace("\n", " ")
        for first, last in sentences(one_line, begin, end):
            yield Piece(one_line[first:last], first, last, bool(point) and first == begin, number)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs, headings and points of lists of a text begin and end."""
    return list(blocks(flattened(text)))


def blocks(flat: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs and points of lists begin and end; a line that was only wrapped goes on in the next."""
    start = 0
    for found in BREAK.finditer(flat):
        if found.start() >= start and ends_here(flat, start, found):
            yield from trimmed(flat, start, found.start())
            start = found.end()
    yield from trimmed(flat, start, len(flat))


def ends_here(flat: str, start: int, found: re.Match[str]) -> bool:
    """True if the line break ends a paragraph, a heading or a point of a list."""
    if found[0].count("\n") > 1 or POINT.match(flat, found.end()):
        return True
    line_start = max(start, flat.rfind("\n", 0, found.start()) + 1)
    line = flat[line_start : found.start()]
    if SENTENCE_OVER.search(line):
        return True
    after = flat[found.end() : found.end() + 1]
    return (
        len(line.strip()) < HEADING_LENGTH
        and not GOES_ON.search(line)
        and (after.isupper() or after.isdigit())
    )


def trimmed(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the white space around it; nothing if there is nothing else."""
    while start < end and flat[start].isspace():
        start += 1
    while end > start and flat[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def sentences(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of one paragraph begin and end."""
    at = start
    for found in END.finditer(line, start, end):
        if found.start() < at or not is_end(line, found, end):
            continue
        yield from trimmed(line, at, found.end())
        at = found.end()
    while end - at > LONGEST:
        cut = line.find(" ", at + LONGEST, end)
        cut = at + LONGEST if cut < 0 else cut
        yield from trimmed(line, at, cut)
        at = cut
    yield from trimmed(line, at, end)


def is_end(line: str, found: re.Match[str], end: int) -> bool:
    """False for the full stop of an abbreviation, an initial, or a date written the German way."""
    if found[0][0] in "。！？!?" or found.end() >= end:
        return True
    before = line[max(0, found.start() - 8) : found.start()]
    if NEXT_LOWER.match(line, found.end()):
        return False
    if DAY_OF_MONTH.search(before) and NEXT_MONTH.match(line, found.end()):
        return False
    return not ABBREVIATED.search(before)
