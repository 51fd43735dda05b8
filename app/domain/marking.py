"""Handling markings: their order, and the ceiling above which nothing may come in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, total_ordering

from app.domain.errors import RuleBroken
from app.domain.marked_text import ReadText, Writings

LOWEST = 0
"""The rank of the lowest marking in every scheme."""

ELSEWHERE = 99
"""The rank of a marking that belongs to another system: above every marking of a scheme."""


class ShownInFeed(StrEnum):
    """How much of a meeting a calendar feed may show; a feed is stored wherever its reader's calendar is."""

    FULL = "full"
    TITLE = "title"
    BUSY = "busy"
    ABSENT = "absent"


@total_ordering
@dataclass(frozen=True)
class Marking:
    """One level of a scheme; markings compare by rank.

    `colour` is a token (clear, green, amber, red, blue, grey). `writings` are the ways in which texts
    write the marking; `alone` are plain words that count as one only when alone on a line.
    """

    rank: int
    code: str
    label: str
    gist: str
    colour: str
    may_travel_by_mail: bool
    may_go_in_feeds: ShownInFeed
    writings: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    def __lt__(self, other: "Marking") -> bool:
        return self.rank < other.rank


@dataclass(frozen=True)
class Scheme:
    """The markings of one house in rising order, the one a new record gets, and the highest that may be kept.

    `elsewhere` are markings of other systems: recognised in a text, and refused.
    """

    name: str
    title: str
    markings: tuple[Marking, ...]
    default: Marking
    ceiling: Marking
    elsewhere: tuple[Marking, ...] = ()

    def of(self, rank: int) -> Marking:
        """The marking of that rank; LookupError if the scheme has none."""
        for marking in self.markings:
            if marking.rank == rank:
                return marking
        raise LookupError(f"The scheme {self.name} has no marking of rank {rank}.")

    def by_code(self, code: str) -> Marking:
        """The marking of that code; LookupError if the scheme has none."""
        for marking in self.markings:
            if marking.code == code:
                return marking
        raise LookupError(f"The scheme {self.name} has no marking {code!r}.")

    def choices(self) -> tuple[Marking, ...]:
        """The markings that a record may carry here, in rising order."""
        return tuple(marking for marking in self.markings if marking <= self.ceiling)

    def with_ceiling(self, code: str) -> "Scheme":
        """The same scheme under another ceiling (LookupError if unknown); the default never lies above."""
        ceiling = self.by_code(code)
        return replace(self, ceiling=ceiling, default=min(self.default, ceiling))

    def with_default(self, code: str) -> "Scheme":
        """The same scheme with another default: LookupError if unknown, RuleBroken if above the ceiling."""
        return replace(self, default=self.door(self.by_code(code).rank))

    def door(self, rank: int, field: str = "marking") -> Marking:
        """The marking of that rank, if it may be kept here; RuleBroken on `field` otherwise."""
        known = {marking.rank: marking for marking in self.markings}
        if rank not in known:
            raise RuleBroken(field, "Choose one of the markings of this system.")
        if known[rank] > self.ceiling:
            raise RuleBroken(field, f"{known[rank].label} is {self._above()}")
        return known[rank]

    def marked_text(self, text: str) -> Marking | None:
        """The highest marking that a text shows, of this scheme or of another system; None if none."""
        read = ReadText(text)
        if not self._writings.in_(read):
            return None
        return max(
            (m for m in (*self.markings, *self.elsewhere) if read.shows(m.writings, m.alone)), default=None
        )

    @cached_property
    def _writings(self) -> Writings:
        every = (*self.markings, *self.elsewhere)
        return Writings([w for m in every for w in m.writings], [w for m in every for w in m.alone])

    def text_door(self, text: str, field: str = "text") -> None:
        """Lets a text in unless it shows a marking that may not be kept here: RuleBroken on `field`."""
        shown = self.marked_text(text)
        if shown is not None and shown > self.ceiling:
            raise RuleBroken(field, f"The text is marked {shown.label}, which is {self._above()}")

    def _above(self) -> str:
        return f"above the ceiling of this system ({self.ceiling.label}): keep it in an accredited system."


def highest(ranks: Iterable[int]) -> int:
    """The marking of a whole: the highest rank among its parts, the lowest of all if it has none."""
    return max(ranks, default=LOWEST)


def no_lower_than(parent_rank: int, child_rank: int, field: str = "marking") -> None:
    """A part is marked no lower than the whole that it belongs to; RuleBroken on `field` otherwise."""
    if child_rank < parent_rank:
        raise RuleBroken(field, "This cannot be marked lower than what it belongs to.")
