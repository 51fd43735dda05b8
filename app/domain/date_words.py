"""How people write dates: the patterns, tried one after the other, and the days that each can mean."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


class NoDate(Exception):
    """What was written is meant as a date and cannot be one; the message says why in a sentence."""


@dataclass(frozen=True)
class Span:
    """First and last day, and how exactly they are known (a word of `Precision`)."""

    start: date
    end: date
    precision: str


MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])}
MONTHS["sept"] = 9
DAYS = {name.lower(): n for n in range(7) for name in (calendar.day_name[n], calendar.day_abbr[n])}
DAYS |= {"tues": 1, "thur": 3, "thurs": 3}
NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
NUMBERS |= {"a": 1, "an": 1}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
}

MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
WEEKDAY = "(" + "|".join(sorted(DAYS, key=len, reverse=True)) + r")\.?"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(\d{4})"
TO = r"\s*(?:-|–|—|to|until|and)\s*"
OF = r"(?:\s+of)?,?\s+"


def day_of(year: int, month: int, day: int) -> date:
    """The day; NoDate if the calendar has none."""
    if not 1 <= month <= 12:
        raise NoDate(f"There is no month {month}.")
    if not 1900 <= year <= 2200:
        raise NoDate(f"The year {year} is out of reach.")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NoDate(f"{calendar.month_name[month]} {year} has no day {day}.")
    return date(year, month, day)


def one(day: date) -> Span:
    """One day."""
    return Span(day, day, "day")


def spanned(first: date, last: date) -> Span:
    """Several days in a row; NoDate if they are the wrong way round."""
    if last < first:
        raise NoDate("The last day is before the first.")
    return one(first) if first == last else Span(first, last, "span")


def months(year: int, first: int, last: int, precision: str) -> Span:
    """Whole months of a year, from the first to the last."""
    return Span(day_of(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), precision)


def nearest(month: int, day: int, today: date) -> date:
    """A day without a year: in this year, or in the next if that is more than half a year past."""
    this = day_of(today.year, month, day)
    return day_of(today.year + 1, month, day) if (today - this).days > 183 else this


def coming(weekday: int, today: date) -> date:
    """The next such day of the week, today not counted."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def past(weekday: int, today: date) -> date:
    """The last such day of the week, today not counted."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def week(monday: date) -> Span:
    """A week from Monday to Sunday."""
    return Span(monday, monday + timedelta(days=6), "week")


def in_a_while(number: int, unit: str, today: date) -> Span:
    """So many days, weeks, months or years from today; a month from the 31st ends with the shorter month."""
    if unit.startswith("day"):
        return one(today + timedelta(days=number))
    if unit.startswith("week"):
        return one(today + timedelta(weeks=number))
    ahead = today.month - 1 + number * (12 if unit.startswith("year") else 1)
    year, month = today.year + ahead // 12, ahead % 12 + 1
    return one(date(year, month, min(today.day, calendar.monthrange(year, month)[1])))


def number_of(word: str) -> int:
    """3 or three."""
    return NUMBERS.get(word) or int(word)


Reading = Callable[[re.Match[str], date], Span]
PATTERNS: tuple[tuple[str, Reading], ...] = (
    (r"today", lambda m, now: one(now)),
    (r"yesterday", lambda m, now: one(now - timedelta(days=1))),
    (r"tomorrow", lambda m, now: one(now + timedelta(days=1))),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", lambda m, now: one(day_of(int(m[1]), int(m[2]), int(m[3])))),
    (r"(\d{4})-(\d{1,2})", lambda m, now: months(int(m[1]), int(m[2]), in_year(int(m[2])), "month")),
    (r"(\d{1,2})[./](\d{1,2})[./](\d{4})", lambda m, now: one(day_of(int(m[3]), int(m[2]), int(m[1])))),
    (
        rf"(?:{WEEKDAY},?\s+)?{DAY}{OF}{MONTH},?\s+{YEAR}",
        lambda m, now: one(day_of(int(m[4]), MONTHS[m[3]], int(m[2]))),
    ),
    (rf"(?:{WEEKDAY},?\s+)?{DAY}{OF}{MONTH}", lambda m, now: one(nearest(MONTHS[m[3]], int(m[2]), now))),
    (rf"{MONTH}\s+{DAY},?\s+{YEAR}", lambda m, now: one(day_of(int(m[3]), MONTHS[m[1]], int(m[2])))),
    (
        rf"{DAY}{TO}{DAY}{OF}{MONTH},?\s+{YEAR}",
        lambda m, now: spanned(
            day_of(int(m[4]), MONTHS[m[3]], int(m[1])), day_of(int(m[4]), MONTHS[m[3]], int(m[2]))
        ),
    ),
    (
        rf"{DAY}{OF}{MONTH}{TO}{DAY}{OF}{MONTH},?\s+{YEAR}",
        lambda m, now: spanned(
            day_of(int(m[5]), MONTHS[m[2]], int(m[1])), day_of(int(m[5]), MONTHS[m[4]], int(m[3]))
        ),
    ),
    (
        rf"{DAY}{OF}{MONTH},?\s+{YEAR}{TO}{DAY}{OF}{MONTH},?\s+{YEAR}",
        lambda m, now: spanned(
            day_of(int(m[3]), MONTHS[m[2]], int(m[1])), day_of(int(m[6]), MONTHS[m[5]], int(m[4]))
        ),
    ),
    (
        rf"{MONTH}\s+{DAY}{TO}{DAY},?\s+{YEAR}",
        lambda m, now: spanned(
            day_of(int(m[4]), MONTHS[m[1]], int(m[2])), day_of(int(m[4]), MONTHS[m[1]], int(m[3]))
        ),
    ),
    (rf"(?:the\s+)?week of (.+ {YEAR})", lambda m, now: the_week_of(m[1], now)),
    (rf"{MONTH},?{OF}{YEAR}", lambda m, now: months(int(m[2]), MONTHS[m[1]], MONTHS[m[1]], "month")),
    (
        rf"q([1-4])[ /-]*{YEAR}|{YEAR}[ /-]*q([1-4])",
        lambda m, now: quarter(int(m[1] or m[4]), int(m[2] or m[3])),
    ),
    (rf"(?:the\s+)?(\w+)\s+quarter{OF}{YEAR}", lambda m, now: quarter(ordinal(m[1], 4), int(m[2]))),
    (rf"(?:the\s+)?(\w+)\s+half{OF}{YEAR}", lambda m, now: half(ordinal(m[1], 2), int(m[2]))),
    (rf"h([12])[ /-]*{YEAR}", lambda m, now: half(int(m[1]), int(m[2]))),
    (rf"(?:the\s+)?end{OF}{YEAR}", lambda m, now: one(date(int(m[1]), 12, 31))),
    (rf"(?:in\s+)?(?:the course of\s+)?{YEAR}", lambda m, now: months(in_reach(int(m[1])), 1, 12, "year")),
    (r"next year", lambda m, now: months(now.year + 1, 1, 12, "year")),
    (r"this year", lambda m, now: months(now.year, 1, 12, "year")),
    (
        r"next month",
        lambda m, now: months(now.year + now.month // 12, now.month % 12 + 1, now.month % 12 + 1, "month"),
    ),
    (r"this month", lambda m, now: months(now.year, now.month, now.month, "month")),
    (r"next week", lambda m, now: week(now - timedelta(days=now.weekday() - 7))),
    (r"this week", lambda m, now: week(now - timedelta(days=now.weekday()))),
    (rf"last {WEEKDAY}", lambda m, now: one(past(DAYS[m[1]], now))),
    (rf"(?:(?:this|next|on)\s+)?{WEEKDAY}", lambda m, now: one(coming(DAYS[m[1]], now))),
    (
        r"in (\d{1,3}|" + "|".join(NUMBERS) + r") (days?|weeks?|months?|years?)",
        lambda m, now: in_a_while(number_of(m[1]), m[2], now),
    ),
)
COMPILED = tuple((re.compile(pattern), reading) for pattern, reading in PATTERNS)
LEADING = re.compile(r"^(?:on|by|before|until|from|in|during)\s+(?:the\s+)?")
MEANT_AS_DATE = re.compile(
    rf"\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}|{DAY}\s+{MONTH}(?:\s+{YEAR})?|{YEAR}-\d{{1,2}}"
)


def understood(stated: str, today: date) -> Span | None:
    """The days that a phrase can mean; None if it names no date; NoDate if it is meant as one and cannot be."""
    whole = stated.strip().strip(".").lower()
    for phrase in dict.fromkeys((whole, LEADING.sub("", whole))):
        for pattern, reading in COMPILED:
            match = pattern.fullmatch(phrase)
            if match:
                return reading(match, today)
        if MEANT_AS_DATE.fullmatch(phrase):
            raise NoDate(f"“{stated[:60]}” is no date.")
    return None


def in_year(month: int) -> int:
    """The month, if the year has it."""
    day_of(2000, month, 1)
    return month


def in_reach(year: int) -> int:
    """The year, if it can be meant."""
    return day_of(year, 1, 1).year


def quarter(number: int, year: int) -> Span:
    """A quarter of a year."""
    return months(year, 3 * number - 2, 3 * number, "quarter")


def half(number: int, year: int) -> Span:
    """A half of a year."""
    return months(year, 6 * number - 5, 6 * number, "half-year")


def ordinal(word: str, most: int) -> int:
    """First to fourth, and last; NoDate otherwise."""
    number = most if word == "last" else ORDINALS.get(word, 0)
    if not 1 <= number <= most:
        raise NoDate(f"“{word[:20]}” is none of {most}.")
    return number


def the_week_of(words: str, today: date) -> Span:
    """The week that holds a day."""
    inner = understood(words, today)
    if inner is None or inner.precision != "day":
        raise NoDate("Name a day of that week.")
    return week(inner.start - timedelta(days=inner.start.weekday()))
