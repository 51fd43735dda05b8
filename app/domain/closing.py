"""Closing a round: every open item of the series is ended, carried over or dropped, in the order of embarrassment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.errors import RuleBroken
from app.domain.meeting import Standing

FOLLOW_UP_OF_LAST_ROUND = "Follow-up of last round"
"""What the first item of the next agenda is called."""


class Close(StrEnum):
    """What is decided on an open item at the close of a round."""

    END = "end"
    CARRY = "carry"
    DROP = "drop"


ENDS = (
    CommitmentStatus.KEPT,
    CommitmentStatus.PARTLY_KEPT,
    CommitmentStatus.NOT_KEPT,
    CommitmentStatus.OVERTAKEN,
)
"""How an item can end at the close; dropped is a decision of its own, because somebody takes it."""


@dataclass(frozen=True)
class CloseFacts:
    """What is decided, why, and what it needs: the status and evidence of an end, who decided to drop it."""

    close: Close
    word: str
    status: CommitmentStatus = CommitmentStatus.KEPT
    evidence: str = ""
    who: str = ""


class Item(Protocol):
    """What the order reads of a commitment."""

    @property
    def owed_by(self) -> OwedBy: ...

    @property
    def due(self) -> date | None: ...

    @property
    def agreed_on(self) -> date | None: ...


I = TypeVar("I", bound=Item)  # noqa: E741 - the item

RANKS = {OwedBy.OURS: 0, OwedBy.JOINT: 1, OwedBy.THEIRS: 2, OwedBy.OTHER: 3}


def in_order(items: Iterable[I], today: date) -> list[I]:
    """Ours overdue, ours open, joint ones likewise, then theirs overdue and theirs open; the oldest of each first."""

    def place(item: I) -> tuple[int, bool, date]:
        late = item.due is not None and item.due < today
        return RANKS[item.owed_by], not late, item.agreed_on or date.max

    return sorted(items, key=place)


def dropped_by(facts: CloseFacts) -> str:
    """The sentence of a dropped item, with who decided; RuleBroken on `who` if nobody is named."""
    if not facts.who.strip():
        raise RuleBroken("who", "Say who decided to drop it: a person or a body, on which side.")
    return f"Dropped by {facts.who.strip()}. {facts.word.strip()}"


def may_close(standing: Standing, left: Sequence[object], closed: bool) -> None:
    """RuleBroken (without a field) if the round was not held, is closed already, or items are left."""
    if closed:
        raise RuleBroken("", "This round is closed already.")
    if standing is not Standing.HELD:
        raise RuleBroken("", "Only a round that was held is closed. Mark it as held first.")
    if left:
        one = len(left) == 1
        items = "1 open item is" if one else f"{len(left)} open items are"
        raise RuleBroken(
            "", f"{items} not decided yet: end, carry over or drop {'it' if one else 'each'} first."
        )
