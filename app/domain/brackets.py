"""Bracketed text: what is not agreed yet in a text under negotiation, read without ever changing the text.

`[text]` is open, `[EU: text]` is open and one side's, `[...]`, `[sic]` and footnote marks are not open.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.joint_text import JointParagraph, paragraph_at, paragraphs

OPENS, CLOSES = "[［", "]］"
SIGN = re.compile(r"[\[\]［］]")
EDITORIAL = re.compile(
    r"(?:\.\s?\.\s?\.|…|⋯|sic!?|!|\*{1,3}|recte\b.*|emphasis (?:added|in original))", re.I | re.S
)
"""What an editor puts into somebody’s words: an omission, a doubt."""
NUMBER = re.compile(r"\d{1,3}")
AFTER_MARK = re.compile(r"[^\S\n]*(?:[.,;:!?)。、]|\n|$)")
NOTE_TEXT = re.compile(r"(?:^|\n)[\[［](\d{1,3})[\]］]")
LINK = re.compile(r"\((?:https?:|mailto:|/)")
AROUND = 40
"""Characters shown around a place."""
MOST_TOLD = 20
"""Signs without their other that are told with their place."""


@dataclass(frozen=True)
class Bracket:
    """An open bracket: from its sign up to and with the other; `depth` is how many open ones it lies in."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True)
class Trouble:
    """A bracket sign without its other: where, and in a sentence."""

    at: int
    sentence: str


@dataclass(frozen=True)
class Reading:
    """A text as read: its paragraphs, the open brackets in order, and signs without their other."""

    text: str
    paragraphs: tuple[JointParagraph, ...]
    brackets: tuple[Bracket, ...]
    troubles: tuple[Trouble, ...]
    unclosed: tuple[int, ...] = ()
    stray: tuple[int, ...] = ()

    def inside(self, bracket: Bracket) -> str:
        """What stands between the two signs."""
        return self.text[bracket.start + 1 : bracket.end - 1]

    @property
    def balanced(self) -> bool:
        """True if every sign has its other."""
        return not self.unclosed and not self.stray

    def open_before(self) -> list[int]:
        """How many brackets are open where each paragraph begins."""
        begun = sorted([*(b.start for b in self.brackets), *self.unclosed])
        closed = sorted(b.end for b in self.brackets)
        return [bisect_left(begun, p.start) - bisect_right(closed, p.start) for p in self.paragraphs]


@dataclass(frozen=True)
class Stretch:
    """Some of a text, and whether it stands in an open bracket (its signs with it)."""

    text: str
    open: bool


def open_spans(text: str, open_before: int = 0) -> list[tuple[int, int]]:
    """Where the stretches in open brackets begin and end."""
    place, found = 0, []
    for each in stretches(text, open_before):
        if each.open:
            found.append((place, place + len(each.text)))
        place += len(each.text)
    return found


def shown(reading: Reading) -> tuple[tuple[JointParagraph, tuple[Stretch, ...]], ...]:
    """Each paragraph of a text with what stands in open brackets in it."""
    begun = reading.open_before()
    return tuple((p, stretches(p.text, depth)) for p, depth in zip(reading.paragraphs, begun, strict=True))


def read(text: str) -> Reading:
    """The brackets of a text; whatever the text is, this does not raise."""
    blocks = paragraphs(text)
    marks = {int(found[1]) for found in NOTE_TEXT.finditer(text)}
    stack: list[int] = []
    spans: list[tuple[int, int]] = []
    stray: list[int] = []
    for found in SIGN.finditer(text):
        if found[0] in OPENS:
            stack.append(found.start())
        elif stack:
            spans.append((stack.pop(), found.end()))
        else:
            stray.append(found.start())
    plain = [span for span in spans if not is_editorial(text, *span, marks)]
    lost = sorted(
        [
            *((at, "closes that was not opened") for at in stray),
            *((at, "opens that is not closed") for at in stack),
        ]
    )
    troubles = [Trouble(at, told(text, blocks, at, f"a bracket {what}")) for at, what in lost[:MOST_TOLD]]
    return Reading(text, blocks, tuple(nested(sorted(plain))), tuple(troubles), tuple(stack), tuple(stray))


def nested(spans: list[tuple[int, int]]) -> Iterator[Bracket]:
    """The spans, which lie apart or in each other, each with how many it lies in."""
    around: list[int] = []
    for start, end in spans:
        while around and around[-1] <= start:
            around.pop()
        yield Bracket(start, end, len(around))
        around.append(end)


def is_editorial(text: str, start: int, end: int, marks: set[int]) -> bool:
    """True for what is no open text: an omission, “sic”, a link, the mark of a footnote.

    A number marks a footnote where the text has a footnote of that number, or where it is joined to the word before it,
    begins a line, or ends a phrase; “within [3] months” is open.
    """
    inside = text[start + 1 : min(end - 1, start + 200)].strip()
    if end - start <= 200 and EDITORIAL.fullmatch(inside):
        return True
    if LINK.match(text, end):
        return True
    if not NUMBER.fullmatch(inside):
        return False
    before = text[start - 1] if start else "\n"
    return int(inside) in marks or before == "\n" or not before.isspace() or bool(AFTER_MARK.match(text, end))


def told(text: str, blocks: tuple[JointParagraph, ...], at: int, what: str) -> str:
    """A sentence with the place: the paragraph, and the words around it."""
    where = paragraph_at(blocks, at)
    name = where.name if where is not None else "the text"
    return f"{name[0].upper()}{name[1:]}: {what}, at “{around(text, at)}”."


def around(text: str, at: int) -> str:
    """The words around a place, in one line."""
    start, end = max(0, at - AROUND), min(len(text), at + 1 + AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def stretches(text: str, open_before: int = 0) -> tuple[Stretch, ...]:
    """The text cut where open brackets begin and end; joined again it is the same text.

    `open_before` is how many brackets are open where it begins, for a paragraph of a longer text.
    """
    found = read(text)
    steps = [0] * (len(text) + 1)
    spans = [(b.start, b.end) for b in found.brackets if not b.depth]
    spans += [(start, len(text)) for start in found.unclosed]
    closing = found.stray[:open_before]
    spans += [(0, place + 1) for place in closing] + [
        (place, place + 1) for place in found.stray[open_before:]
    ]
    if open_before > len(closing):
        spans.append((0, len(text)))
    for start, end in spans:
        steps[start] += 1
        steps[end] -= 1
    cut: list[Stretch] = []
    begun = depth = 0
    for place in range(len(text)):
        now = depth + steps[place]
        if place and (now > 0) != (depth > 0):
            cut.append(Stretch(text[begun:place], depth > 0))
            begun = place
        depth = now
    if text:
        cut.append(Stretch(text[begun:], depth > 0))
    return tuple(cut)
