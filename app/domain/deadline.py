"""Working days, and how far off a day is, in words."""

from collections.abc import Set
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, holidays: Set[date] = frozenset()) -> bool:
    """True from Monday to Friday, if it is no holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(day: date, number: int, holidays: Set[date] = frozenset()) -> date:
    """The day `number` working days later (earlier if negative); 0 gives the day itself or the next working one."""
    step = ONE_DAY if number >= 0 else -ONE_DAY
    while not is_working_day(day, holidays):
        day += step
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day, holidays):
            day += step
    return day


def working_days_between(start: date, end: date, holidays: Set[date] = frozenset()) -> int:
    """How many working days come after `start` up to and with `end`; negative if `end` is earlier."""
    if end < start:
        return -working_days_between(end, start, holidays)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)


def in_words(due: date, today: date) -> str:
    """today, tomorrow, in 9 days, yesterday, 3 days late."""
    away = (due - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(away) or (f"in {away} days" if away > 0 else f"{-away} days late")
