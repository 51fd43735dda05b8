"""The review of follow-ups: five lists of exceptions, each with its rule, and what may be decided on a row."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.domain.errors import RuleBroken
from app.domain.follow_up import LIVE, FollowUpStatus, is_overdue
from app.domain.house_rules import USUAL, HouseRules, days
from app.domain.standing import within

SHOWN = 20
"""So many rows of a list stand on the page of the review; the whole list is one click away."""


class Exceptional(StrEnum):
    """Why a follow-up is looked at, in the order of the review; each is looked at once, under the first that holds."""

    OVERDUE = "overdue"
    SOON = "soon"
    WAITING = "waiting"
    NO_OWNER = "without-owner"
    STILL = "still"


def title_of(why: Exceptional, rules: HouseRules = USUAL) -> str:
    """The heading of a list."""
    return {
        Exceptional.OVERDUE: "Overdue",
        Exceptional.SOON: f"Due within {days(rules.soon_days)}",
        Exceptional.WAITING: "Waiting on the partner for long",
        Exceptional.NO_OWNER: "Without an owner",
        Exceptional.STILL: "Without movement",
    }[why]


def rule_of(why: Exceptional, rules: HouseRules = USUAL) -> str:
    """The rule of a list in words."""
    return {
        Exceptional.OVERDUE: "live, ours, and its day is past",
        Exceptional.SOON: f"live, and due today or within {days(rules.soon_days)}",
        Exceptional.WAITING: f"waiting on the partner for more than {days(rules.waiting_days)}, and in no list above",
        Exceptional.NO_OWNER: "live, with neither a unit nor an officer whose account is open, and in no list above",
        Exceptional.STILL: f"live, nothing moved or reviewed for {days(rules.still_days)}, and in no list above",
    }[why]


class Step(Protocol):
    """What the rule reads of a follow-up; instants are aware."""

    @property
    def status(self) -> FollowUpStatus: ...
    @property
    def due(self) -> date | None: ...
    @property
    def is_owned(self) -> bool: ...
    @property
    def waiting_since(self) -> date | None: ...
    @property
    def moved_at(self) -> datetime: ...
    @property
    def reviewed_at(self) -> datetime | None: ...


def why_looked_at(step: Step, today: date, now: datetime, rules: HouseRules = USUAL) -> Exceptional | None:
    """The first list that a follow-up belongs to, if any."""
    if step.status not in LIVE:
        return None
    still = now - timedelta(days=rules.still_days)
    held = {
        Exceptional.OVERDUE: is_overdue(step.status, step.due, today),
        Exceptional.SOON: step.due is not None and today <= step.due <= within(today, rules.soon_days),
        Exceptional.WAITING: step.status is FollowUpStatus.WAITING
        and step.waiting_since is not None
        and step.waiting_since < within(today, -rules.waiting_days),
        Exceptional.NO_OWNER: not step.is_owned,
        Exceptional.STILL: step.moved_at < still and (step.reviewed_at is None or step.reviewed_at < still),
    }
    return next((why for why in Exceptional if held[why]), None)


class Verdict(StrEnum):
    """What a head of desk decides on a row."""

    SEEN = "seen"
    NUDGE = "nudge"
    REASSIGN = "reassign"
    SET_DATE = "date"
    CLOSE = "close"
    DROP = "drop"


ENDS = {Verdict.CLOSE: FollowUpStatus.DONE, Verdict.DROP: FollowUpStatus.DROPPED}


@dataclass(frozen=True)
class Decision:
    """A verdict with what it needs: a sentence, a new owner, a new date as stated."""

    verdict: Verdict
    word: str = ""
    owner_ref: str = ""
    owner_unit: str = ""
    due: str = ""


def check(decision: Decision, status: FollowUpStatus, has_officer: bool) -> None:
    """RuleBroken if the verdict does not fit the follow-up, or lacks what it needs."""
    if status not in LIVE:
        raise RuleBroken("word", f"This follow-up is {status} already. Reopen it first.")
    if decision.verdict in ENDS and not decision.word.strip():
        raise RuleBroken("word", "Say in a sentence why it ends.")
    if decision.verdict is Verdict.NUDGE and not has_officer:
        raise RuleBroken(
            "word", "Nobody with an account owns it, so nobody can be written to. Reassign it first."
        )
    if decision.verdict is Verdict.REASSIGN and not (decision.owner_ref or decision.owner_unit.strip()):
        raise RuleBroken("owner", "Choose an officer, or name a unit.")
    if decision.verdict is Verdict.SET_DATE and not decision.due.strip():
        raise RuleBroken("due", "Give the new date.")
