"""The days that a stretch of the calendar has: a day, a week, a month, a quarter, from today or of a year."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = 1900, 2200
"""Years that a dialogue can mean; another is a slip of the finger."""


class NoDate(Exception):
    """What was written is meant as a date and cannot be one; the message says why in a sentence."""


@dataclass(frozen=True)
class Span:
    """First and last day, and how exactly they are known (a word of `Precision`)."""

    start: date
    end: date
    precision: str


def last_day(year: int, month: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(year, month)[1]


def day_of(year: int, month: int, day: int) -> date:
    """The day; NoDate if the calendar has none."""
    if not 1 <= month <= 12:
        raise NoDate(f"There is no month {month}.")
    if not EARLIEST <= year <= LATEST:
        raise NoDate(f"The year {year} is out of reach.")
    if not 1 <= day <= last_day(year, month):
        raise NoDate(f"{calendar.month_name[month]} {year} has no day {day}.")
    return date(year, month, day)


def one(day: date) -> Span:
    """One day; NoDate if its year is out of reach."""
    day_of(day.year, day.month, day.day)
    return Span(day, day, "day")


def spanned(first: date, last: date) -> Span:
    """Several days in a row; NoDate if they are the wrong way round."""
    if last < first:
        raise NoDate("The last day is before the first.")
    return one(first) if first == last else Span(first, last, "span")


def months(year: int, first: int, last: int, precision: str) -> Span:
    """Whole months of a year, from the first to the last; NoDate if the year has no such months."""
    return Span(day_of(year, first, 1), day_of(year, last, 1).replace(day=last_day(year, last)), precision)


def month(year: int, number: int) -> Span:
    """A month of a year."""
    return months(year, number, number, "month")


def quarter(year: int, number: int) -> Span:
    """A quarter of a year, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, "quarter")


def half(year: int, number: int) -> Span:
    """A half of a year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number, "half-year")


def whole_year(year: int) -> Span:
    """A year."""
    return months(year, 1, 12, "year")


def week_with(day: date) -> Span:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6), "week")


def week_of_year(year: int, number: int) -> Span:
    """A numbered week (ISO 8601: week 1 holds the first Thursday); NoDate if the year has no such week."""
    day_of(year, 1, 1)
    try:
        return week_with(date.fromisocalendar(year, number, 1))
    except ValueError as none:
        raise NoDate(f"{year} has no week {number}.") from none


def ending(span: Span) -> Span:
    """The last day of a stretch: what "by the end of May" allows."""
    return one(span.end)


def months_on(day: date, number: int) -> date:
    """The same day so many months later or earlier, or the month's last if it has no such day."""
    ahead = day.year * 12 + day.month - 1 + number
    year, number_of_month = ahead // 12, ahead % 12 + 1
    day_of(year, number_of_month, 1)
    return date(year, number_of_month, min(day.day, last_day(year, number_of_month)))


def nearest(candidates: Iterable[Span], today: date, ahead: bool) -> Span:
    """Of the same words read in several years the one nearest to today, the coming one if they are equally near.

    With `ahead` only those count that are not over: a promise is not made for the past.
    """
    spans = [span for span in candidates if not (ahead and span.end < today)]
    return min(spans, key=lambda span: (distance(span, today), -span.start.toordinal()))


def distance(span: Span, today: date) -> int:
    """Days from today to the stretch; 0 within it."""
    return max((span.start - today).days, (today - span.end).days, 0)


def coming(weekday: int, today: date) -> date:
    """The next such day of the week (Monday is 0), today not counted."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def past(weekday: int, today: date) -> date:
    """The last such day of the week (Monday is 0), today not counted."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
