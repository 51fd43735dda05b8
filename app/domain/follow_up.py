"""A follow-up: our next step, its owner, its date, and the path that its status takes."""

from datetime import date
from enum import StrEnum

from app.domain.errors import RuleBroken


class FollowUpStatus(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    UNDER_WAY = "under way"
    WAITING = "waiting on partner"
    DONE = "done"
    DROPPED = "dropped"


LIVE = frozenset({FollowUpStatus.OPEN, FollowUpStatus.UNDER_WAY, FollowUpStatus.WAITING})
SOON_DAYS = 14
WAITING_DAYS = 60
STALE_DAYS = 30

MOVES: dict[FollowUpStatus, frozenset[FollowUpStatus]] = {
    status: frozenset(FollowUpStatus) - {status} for status in LIVE
} | {
    FollowUpStatus.DONE: frozenset({FollowUpStatus.OPEN}),
    FollowUpStatus.DROPPED: frozenset({FollowUpStatus.OPEN}),
}


def move(status: FollowUpStatus, to: FollowUpStatus, word: str) -> FollowUpStatus:
    """The new status; every move but the first step to *under way* says why (RuleBroken on `status` or `word`)."""
    if to not in MOVES[status]:
        raise RuleBroken("status", f"A follow-up that is {status} cannot become {to}.")
    if to is not FollowUpStatus.UNDER_WAY and not word.strip():
        raise RuleBroken("word", "Say in a sentence why the status changes.")
    return to


def due_after(due: date | None, meeting_on: date | None, field: str = "due") -> date | None:
    """The due date, if it does not lie before the meeting that it comes out of (RuleBroken on `field`)."""
    if due is not None and meeting_on is not None and due < meeting_on:
        raise RuleBroken(field, f"The due date is before the meeting ({meeting_on:%-d %B %Y}).")
    return due


def is_overdue(status: FollowUpStatus, due: date | None, today: date) -> bool:
    """True for a live follow-up whose due date is past."""
    return status in LIVE and due is not None and due < today
