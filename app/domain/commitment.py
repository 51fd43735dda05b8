"""A commitment: who owes it, how firm it is, and the path that its status takes."""

from datetime import date
from enum import StrEnum

from app.domain.errors import RuleBroken


class OwedBy(StrEnum):
    """Who undertook it."""

    OURS = "ours"
    THEIRS = "theirs"
    JOINT = "joint"
    OTHER = "other"


class Strength(StrEnum):
    """How firmly it was said."""

    FIRM = "firm"
    CONTINUING = "continuing"
    POLITICAL = "political"
    EXPLORATORY = "exploratory"
    INTENTION = "intention"
    OFFER = "offer"
    PLEDGE = "pledge"


class CommitmentStatus(StrEnum):
    """Where a commitment stands."""

    AD_REFERENDUM = "agreed ad referendum"
    OPEN = "open"
    UNDER_WAY = "under way"
    KEPT = "kept"
    PARTLY_KEPT = "partly kept"
    NOT_KEPT = "not kept"
    OVERTAKEN = "overtaken"
    DROPPED = "dropped"


LIVE = frozenset({CommitmentStatus.AD_REFERENDUM, CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY})
ENDED = frozenset(CommitmentStatus) - LIVE
NEEDS_EVIDENCE = frozenset({CommitmentStatus.KEPT, CommitmentStatus.PARTLY_KEPT})
ESCALATE_AFTER = 2
"""Carried more often than this, a commitment goes to the head of desk."""

MOVES: dict[CommitmentStatus, frozenset[CommitmentStatus]] = {
    CommitmentStatus.AD_REFERENDUM: frozenset(
        {
            CommitmentStatus.OPEN,
            CommitmentStatus.UNDER_WAY,
            CommitmentStatus.DROPPED,
            CommitmentStatus.OVERTAKEN,
        }
    ),
    CommitmentStatus.OPEN: frozenset({CommitmentStatus.UNDER_WAY}) | ENDED,
    CommitmentStatus.UNDER_WAY: frozenset({CommitmentStatus.OPEN}) | ENDED,
    **{ended: frozenset({CommitmentStatus.OPEN}) for ended in ENDED},
}


def move(status: CommitmentStatus, to: CommitmentStatus, word: str, evidence: str = "") -> CommitmentStatus:
    """The new status, if the path allows it and what it needs is there.

    Every move says why (`word`); *kept* and *partly kept* need a word of evidence or a link.
    Raises RuleBroken on `status`, `word` or `evidence`.
    """
    if to not in MOVES[status]:
        raise RuleBroken("status", f"A commitment that is {status} cannot become {to}.")
    if not word.strip():
        raise RuleBroken("word", "Say in a sentence why the status changes.")
    if to in NEEDS_EVIDENCE and not evidence.strip():
        raise RuleBroken("evidence", "Give a word of evidence or a link: how do we know that it was kept?")
    return to


def is_overdue(status: CommitmentStatus, due: date | None, today: date) -> bool:
    """True for a live commitment whose working date is past."""
    return status in LIVE and due is not None and due < today
