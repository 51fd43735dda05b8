"""Working days, and how far off a day is, in words."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
WEEKEND = frozenset({5, 6})
"""Saturday and Sunday (Monday is 0); some partners rest on Friday and Saturday."""


@dataclass(frozen=True)
class DaysOff:
    """When a side rests: its public holidays, as far as they are known, and the weekdays of its weekend."""

    holidays: Set[date] = frozenset()
    weekend: Set[int] = WEEKEND


def is_working_day(day: date, holidays: Set[date] = frozenset(), weekend: Set[int] = WEEKEND) -> bool:
    """True for a day outside the weekend, if it is no holiday."""
    return day.weekday() not in weekend and day not in holidays


def add_working_days(
    day: date, number: int, holidays: Set[date] = frozenset(), weekend: Set[int] = WEEKEND
) -> date:
    """The day `number` working days after `day` (before, if negative); 0 gives the day or the next working one."""
    step = -ONE_DAY if number < 0 else ONE_DAY
    for _ in range(abs(number)):
        day = working_day_from(day + step, step, holidays, weekend)
    return day if number else working_day_from(day, step, holidays, weekend)


def working_day_from(day: date, step: timedelta, holidays: Set[date], weekend: Set[int]) -> date:
    """The day itself, or the first working day in the direction of `step`."""
    while not is_working_day(day, holidays, weekend):
        day += step
    return day


def working_days_between(
    start: date, end: date, holidays: Set[date] = frozenset(), weekend: Set[int] = WEEKEND
) -> int:
    """How many working days come after `start` up to and with `end`; negative if `end` is earlier."""
    if end < start:
        return -working_days_between(end, start, holidays, weekend)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays, weekend) for day in days)


def in_words(due: date, today: date) -> str:
    """today, tomorrow, in 9 days, yesterday, 3 days late."""
    away = (due - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(away) or (f"in {away} days" if away > 0 else f"{-away} days late")
