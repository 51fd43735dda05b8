"""The commitments of two texts side by side: in both, with the words and dates that differ, or in one alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.commitment import OwedBy
from app.domain.likeness import SAME, fingerprint, words_alike
from app.domain.marked_words import Stretch, lacking
from app.domain.stated_date import StatedDate

MOST = 100
"""Commitments of each text that are compared."""


@dataclass(frozen=True)
class Promised:
    """A commitment as a text says it: its words, who owes it, and by when."""

    text: str
    owed_by: OwedBy
    when: StatedDate


@dataclass(frozen=True)
class Pair:
    """A commitment in both texts, or with None in one alone."""

    ours: Promised | None
    theirs: Promised | None

    @property
    def in_both(self) -> bool:
        """True if both mention it."""
        return self.ours is not None and self.theirs is not None

    @property
    def words(self) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
        """The words of both, marked those that the other lacks; nothing is marked where one has none."""
        mine, yours = (one.text if one else "" for one in (self.ours, self.theirs))
        if not (mine and yours):
            return (Stretch(mine),) if mine else (), (Stretch(yours),) if yours else ()
        return lacking(mine, yours), lacking(yours, mine)

    @property
    def differ_in(self) -> tuple[str, ...]:
        """In what both differ, in words: the words, the date, who owes it."""
        if self.ours is None or self.theirs is None:
            return ()
        found = {
            "words": any(each.marked for side in self.words for each in side),
            "date": days(self.ours) != days(self.theirs),
            "who owes it": self.ours.owed_by is not self.theirs.owed_by,
        }
        return tuple(name for name, differs in found.items() if differs)


def days(one: Promised) -> tuple[object, object] | str:
    """By when, as far as it can be compared: the days, or the words where no day is known."""
    return (one.when.start, one.when.end) if one.when.end else one.when.stated.casefold()


def promises_beside(ours: Sequence[Promised], theirs: Sequence[Promised]) -> tuple[Pair, ...]:
    """The commitments in both, in the order of ours, then those of ours alone, then those of theirs alone."""
    ours, theirs = ours[:MOST], theirs[:MOST]
    mine, yours = [fingerprint(one.text) for one in ours], [fingerprint(one.text) for one in theirs]
    scored = []
    for a, one in enumerate(ours):
        for b, other in enumerate(theirs):
            found = words_alike(mine[a], yours[b])
            if found >= SAME and {one.owed_by, other.owed_by} != {OwedBy.OURS, OwedBy.THEIRS}:
                scored.append(((-found, *sorted((one.text, other.text))), a, b))
    paired: dict[int, int] = {}
    for _, a, b in sorted(scored):
        if a not in paired and b not in paired.values():
            paired[a] = b
    left = set(range(len(theirs))) - set(paired.values())
    return (
        *(Pair(ours[a], theirs[b]) for a, b in sorted(paired.items())),
        *(Pair(one, None) for a, one in enumerate(ours) if a not in paired),
        *(Pair(None, theirs[b]) for b in sorted(left)),
    )
