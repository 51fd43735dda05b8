"""Dates counted from today: yesterday, last Tuesday, in two weeks, next month."""

from datetime import date, timedelta

from app.domain.calendar_words import DAYS, NUMBER, WEEKDAY, Patterns, number_of
from app.domain.date_span import Span, coming, month, months_on, one, past, quarter, week_with, whole_year

UNIT = r"(days?|weeks?|fortnights?|months?|years?)"
PART_OF_DAY = r"(?: morning| afternoon| evening)?"
WHICH = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
WHICH_ONE = "(" + "|".join(sorted(WHICH, key=len, reverse=True)) + ")"


def days_on(number: int, today: date) -> Span:
    """So many days after today (before, if negative)."""
    return one(today + timedelta(days=number))


def counted(number: int, unit: str, today: date) -> Span:
    """So many days, weeks, months or years after today; a month after the 31st ends with the shorter month."""
    bare = unit.rstrip("s")
    if bare in {"month", "year"}:
        return one(months_on(today, number * (12 if bare == "year" else 1)))
    return days_on(number * {"day": 1, "week": 7, "fortnight": 14}[bare], today)


def whole(which: int, unit: str, today: date) -> Span:
    """The last (-1), this (0) or the next (1) week, month, quarter or year."""
    if unit == "week":
        return week_with(today + timedelta(weeks=which))
    if unit == "year":
        return whole_year(today.year + which)
    first = months_on(today.replace(day=1), which * (3 if unit == "quarter" else 1))
    return (
        quarter(first.year, (first.month + 2) // 3) if unit == "quarter" else month(first.year, first.month)
    )


RELATIVE: Patterns = (
    (r"today|tonight|this (?:morning|afternoon|evening)", lambda m, seen: one(seen.today)),
    (rf"yesterday{PART_OF_DAY}|last night", lambda m, seen: days_on(-1, seen.today)),
    (rf"tomorrow{PART_OF_DAY}", lambda m, seen: days_on(1, seen.today)),
    (r"(?:the )?day after tomorrow", lambda m, seen: days_on(2, seen.today)),
    (r"(?:the )?day before yesterday", lambda m, seen: days_on(-2, seen.today)),
    (rf"last {WEEKDAY}{PART_OF_DAY}", lambda m, seen: one(past(DAYS[m[1]], seen.today))),
    (
        rf"(?:(?:this|next|this coming)\s+)?{WEEKDAY}{PART_OF_DAY}",
        lambda m, seen: one(coming(DAYS[m[1]], seen.today)),
    ),
    (
        rf"(?:in|within)(?: the next)? {NUMBER} {UNIT}(?:['’] time)?",
        lambda m, seen: counted(number_of(m[1]), m[2], seen.today),
    ),
    (rf"{NUMBER} {UNIT} ago", lambda m, seen: counted(-number_of(m[1]), m[2], seen.today)),
    (
        rf"(?:the )?{WHICH_ONE} (week|month|quarter|year)",
        lambda m, seen: whole(WHICH[m[1]], m[2], seen.today),
    ),
)
"""A pattern of the whole phrase in lower case, and what it means."""
