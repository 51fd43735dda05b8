"""Words of a date that mean the same whenever they are read again."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.errors import RuleBroken
from app.domain.stated_date import StatedDate, read_date, say

LATER = timedelta(days=400)
"""A day from which “yesterday”, “Friday” and “3 December” mean another day."""


def reads_as(when: StatedDate, today: date) -> bool:
    """True if the words mean these days, seen from `today`."""
    try:
        again = read_date(when.stated, today)
    except RuleBroken:
        return False
    return (again.start, again.end, again.precision) == (when.start, when.end, when.precision)


def lasting(when: StatedDate, today: date) -> StatedDate:
    """The same days; words that will mean others later (“yesterday”) give way to the date itself."""
    if when.start is None or reads_as(when, today + LATER):
        return when
    return replace(when, stated=say(when))


def written(when: StatedDate, today: date) -> str:
    """The date as it can be typed: in its own words where these still say it."""
    return when.stated if when.start is None or reads_as(when, today) else say(when)
