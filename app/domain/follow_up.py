"""A follow-up: our next step, its owner, its date, and the path that its status takes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.house_rules import USUAL, HouseRules
from app.domain.standing import Stands, Tone, past_by, within


class FollowUpStatus(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    UNDER_WAY = "under way"
    WAITING = "waiting on partner"
    DONE = "done"
    DROPPED = "dropped"


LIVE = frozenset({FollowUpStatus.OPEN, FollowUpStatus.UNDER_WAY, FollowUpStatus.WAITING})

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


@dataclass(frozen=True)
class FollowUpFacts:
    """What is said of a follow-up: the step, whose it is (an officer, or a unit without account), its date."""

    text: str
    marking: int
    owner_ref: str = ""
    owner_unit: str = ""
    due: str = ""


def one_owner(officer_ref: str, unit: str) -> None:
    """A step belongs to an officer or to a unit outside, not to both; RuleBroken on `owner_unit` otherwise."""
    if officer_ref and unit.strip():
        raise RuleBroken("owner_unit", "Choose an officer or name a unit, not both: one of them moves first.")


def stands(status: FollowUpStatus, due: date | None, today: date, rules: HouseRules = USUAL) -> Stands:
    """How it stands in a word and a tone: a follow-up is ours, so a day that is past is late."""
    if status not in LIVE:
        return Stands(str(status), Tone.KEPT if status is FollowUpStatus.DONE else Tone.PLAIN)
    if due is not None and due < today:
        return Stands(f"{past_by(due, today)} late", Tone.LATE)
    if status is FollowUpStatus.WAITING:
        return Stands(str(status), Tone.ASK)
    if due is not None and due <= within(today, rules.soon_days):
        return Stands(f"{status}, due soon", Tone.SOON)
    return Stands(str(status))
