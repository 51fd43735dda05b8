"""Days on which an officer is away, and who looks after their follow-ups meanwhile."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.errors import RuleBroken

LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class LeaveFacts:
    """Who is away from when until when, both days included, and whose eyes are on their follow-ups."""

    officer_ref: str
    first_day: date | None
    last_day: date | None
    deputy_ref: str = ""


def check_days(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """The two days, if they can be a leave; RuleBroken on `first` or `last` otherwise."""
    if first is None:
        raise RuleBroken("first", "Give the first day, such as 21 December 2026.")
    if last is None:
        raise RuleBroken("last", "Give the last day, such as 3 January 2027.")
    if last < first:
        raise RuleBroken("last", "The last day is before the first.")
    if last < today:
        raise RuleBroken("last", "These days are past.")
    if last - first > LONGEST:
        raise RuleBroken("last", "A leave of more than a year is a handover: hand the follow-ups over.")
    return first, last
