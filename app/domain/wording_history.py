"""The history of a phrase over texts: since when it stands whole, in how many of whose, who dropped which word when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from app.domain.whose_text import Whose
from app.domain.wording import Found


class Dated(Protocol):
    """What is told of a text: whose words, and of which day."""

    @property
    def whose(self) -> Whose: ...

    @property
    def said_on(self) -> date | None: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True)
class Standing(Generic[T]):
    """A text, and where the phrase stands in it; None if it does not."""

    text: T
    found: Found | None

    @property
    def whole(self) -> bool:
        """True if no word of the phrase is missing."""
        return self.found is not None and self.found.whole


@dataclass(frozen=True)
class Dropped(Generic[T]):
    """Words that a text lacks and that the same side's text before had; no words if the phrase is gone altogether."""

    text: T
    words: tuple[str, ...]
    before: T


@dataclass(frozen=True)
class History(Generic[T]):
    """`since` is the first text with the whole phrase; `counts` has for each side (texts with it whole, all texts)."""

    since: T | None
    counts: dict[Whose, tuple[int, int]]
    dropped: tuple[Dropped[T], ...]


def history(standings: Sequence[Standing[T]]) -> History[T]:
    """What became of the phrase; the texts are given in their order, the oldest first.

    A joint text is each side's, so that a word of a joint statement can be dropped by either side in its own text.
    """
    counts: dict[Whose, tuple[int, int]] = {}
    for one in standings:
        whole, all_of_them = counts.get(one.text.whose, (0, 0))
        counts[one.text.whose] = (whole + one.whole, all_of_them + 1)
    since = next((one.text for one in standings if one.whole), None)
    return History(since, counts, tuple(drops(standings)))


def drops(standings: Sequence[Standing[T]]) -> list[Dropped[T]]:
    """Each text that lacks words which the last text of one of its sides that has the phrase had; or that lacks the
    whole phrase, which the text just before had. Where both sides lost something, the one that lost more.
    """
    last: dict[Whose, Standing[T]] = {}
    having: dict[Whose, Standing[T]] = {}
    found: list[Dropped[T]] = []
    for one in standings:
        sides = (Whose.OURS, Whose.THEIRS) if one.text.whose is Whose.JOINT else (one.text.whose,)
        before = last if one.found is None else having
        lost = [each for side in sides if side in before and (each := dropped(before[side], one))]
        if lost:
            found.append(max(lost, key=lambda each: len(each.words)))
        last.update(dict.fromkeys(sides, one))
        if one.found is not None:
            having.update(dict.fromkeys(sides, one))
    return found


def dropped(before: Standing[T], now: Standing[T]) -> Dropped[T] | None:
    """What the text now lacks of what the one before had."""
    if before.found is None:
        return None
    if now.found is None:
        return Dropped(now.text, (), before.text)
    words = tuple(word for word in now.found.missing if word not in before.found.missing)
    return Dropped(now.text, words, before.text) if words else None
