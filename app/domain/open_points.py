"""The open points of a text under negotiation: one per bracket or choice, and which came or went between two texts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.domain.brackets import Bracket, Reading
from app.domain.joint_changes import likeness
from app.domain.joint_text import paragraph_at
from app.domain.sides_named import NOBODY, Sides, named_in

BETWEEN = re.compile(r"[^\S\n]*\n?[^\S\n]*(?:/|or|and/or|oder|ou|または)?[^\S\n]*\n?[^\S\n]*", re.I)
"""What may stand between the brackets of one choice."""
BLANK = re.compile(
    r"(?:[_?●•xX\s.]*|tb[acd]|to be (?:confirmed|determined|decided|added|completed)|"
    r"(?:the )?(?:date|place|names?|number|venue|month|year|day)(?: and (?:date|place|venue|time))?|"
    r"à confirmer|noch offen|blank)(?:\s*tb[acd])?",
    re.I,
)
WORDS_SLASH = re.compile(r"\w[\w'’-]*(?:/\w[\w'’-]*){1,3}")
LONGEST = 300
"""Characters of each option that are shown."""
MOST = 60
"""Points that are weighed against each other; of more, only those of the same words are found again."""
MOST_LISTED = 200
"""Points of one text that are told one by one."""
ALIKE = 0.6


class PointKind(StrEnum):
    """What is open."""

    TEXT = "not agreed"
    CHOICE = "a choice"
    BLANK = "to be filled in"


@dataclass(frozen=True)
class Option:
    """One wording: its words, the sides that it is attributed to as written, and whether these are us or them."""

    words: str
    by: tuple[str, ...] = ()
    whose: str = ""


@dataclass(frozen=True)
class Point:
    """Something open: where (“paragraph 3”, which begins at `begins`), its wordings, from and to which character.

    `depth` counts the open brackets around it, `key` is what it is compared by.
    """

    where: str
    begins: int
    kind: PointKind
    options: tuple[Option, ...]
    start: int
    end: int
    depth: int
    key: str

    @property
    def whose(self) -> str:
        """The sides as written, each once, as they stand in a list."""
        return ", ".join(dict.fromkeys(name for option in self.options for name in option.by))


@dataclass(frozen=True)
class PointChanges:
    """Between two texts: what was closed, what was opened, and what is still open in other words (before, after)."""

    closed: tuple[Point, ...]
    opened: tuple[Point, ...]
    reworded: tuple[tuple[Point, Point], ...]


def points_of(reading: Reading, sides: Sides = NOBODY) -> tuple[Point, ...]:
    """The open points in the order of the text, at most `MOST_LISTED` of them.

    Brackets that only a blank, a stroke or an “or” parts are one choice.
    """
    return tuple(point_of(reading, group, sides) for group in groups(reading)[:MOST_LISTED])


def how_many(reading: Reading) -> int:
    """How many points are open."""
    return len(groups(reading))


def groups(reading: Reading) -> list[list[Bracket]]:
    """The brackets, those of one choice together."""
    begun: dict[int, list[Bracket]] = {}
    found: list[list[Bracket]] = []
    for bracket in reading.brackets:
        before = begun.get(bracket.depth)
        if before and side_by_side(reading.text, before[-1].end, bracket.start):
            before.append(bracket)
        else:
            begun[bracket.depth] = [bracket]
            found.append(begun[bracket.depth])
    return found


def side_by_side(text: str, end: int, start: int) -> bool:
    """True if no more than a stroke or an “or” parts two brackets of one paragraph."""
    if text.count("\n", end, start) > 1:
        return False
    return 0 <= start - end <= 20 and BETWEEN.fullmatch(text, end, start) is not None


def point_of(reading: Reading, group: Sequence[Bracket], sides: Sides) -> Point:
    """One point."""
    first, last = group[0], group[-1]
    where = paragraph_at(reading.paragraphs, first.start)
    options = tuple(option for bracket in group for option in options_in(reading, bracket, sides))
    blank = len(options) == 1 and BLANK.fullmatch(options[0].words) is not None
    kind = PointKind.BLANK if blank else PointKind.CHOICE if len(options) > 1 else PointKind.TEXT
    key = " ".join(reading.text[first.start : min(last.end, first.start + 2_000)].casefold().split())
    name, begins = (where.name, where.start) if where is not None else ("the text", 0)
    return Point(name, begins, kind, options, first.start, last.end, first.depth, key)


def options_in(reading: Reading, bracket: Bracket, sides: Sides) -> Iterator[Option]:
    """The wordings in one bracket: parted by a stroke between blanks, or single words parted by strokes."""
    inside = reading.text[bracket.start + 1 : min(bracket.end - 1, bracket.start + 2_000)]
    first, begins = named_in(inside, sides)
    words = inside[begins:]
    plain = bracket.end - bracket.start <= 2_000 and not any(sign in words for sign in "[]［］")
    for place, part in enumerate(parted(words) if plain else [words]):
        own, at = named_in(part, sides) if place else ((), 0)
        by = own or first
        yield Option(shown(part[at:]), by, sides.whose(by))


def parted(words: str) -> list[str]:
    """The wordings of a choice; the words as they are where it is none (“and/or”, “N/A”)."""
    strokes = [part for part in re.split(r"\s/\s", words) if part.strip()]
    if len(strokes) > 1:
        return strokes
    single = words.strip()
    if WORDS_SLASH.fullmatch(single) and single.casefold() not in {"and/or", "n/a", "w/o"}:
        return single.split("/")
    return [words]


def shown(words: str) -> str:
    """The words in one line, shortened."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def changed(before: Sequence[Point], after: Sequence[Point]) -> PointChanges:
    """What became of the points: those of the same words stay, the rest is paired by likeness, in their order."""
    there, here = Counter(p.key for p in after), Counter(p.key for p in before)
    gone = [p for p in before if not taken(there, p.key)]
    came = [p for p in after if not taken(here, p.key)]
    reworded: list[tuple[Point, Point]] = []
    if max(len(gone), len(came)) <= MOST:
        for point in list(gone):
            found = max(came, key=partial(alike, point), default=None)
            if found is not None and alike(point, found) >= ALIKE:
                reworded.append((point, found))
                gone.remove(point)
                came.remove(found)
    return PointChanges(tuple(gone), tuple(came), tuple(reworded))


def taken(counted: Counter[str], key: str) -> bool:
    """True if one is left of it; it is one less then."""
    counted[key] -= 1
    return counted[key] >= 0


def alike(one: Point, other: Point) -> float:
    """How many words two points have in common, from 0 to 1."""
    return likeness(one.key[:400], other.key[:400])
