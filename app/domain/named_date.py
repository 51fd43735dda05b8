"""Dates that name their day, month, quarter or year, as people write them; the day comes before the month."""

import re
from datetime import date

from app.domain.calendar_words import (
    DAY,
    DAYS,
    MONTH,
    MONTHS,
    OF,
    ORDINAL,
    TO,
    WEEKDAY,
    YEAR,
    Patterns,
    Seen,
    ordinal,
    without_year,
)
from app.domain.date_span import (
    NoDate,
    Span,
    day_of,
    half,
    month,
    one,
    quarter,
    spanned,
    week_of_year,
    whole_year,
)


def in_figures(found: re.Match[str], seen: Seen) -> Span:
    """3/12/2026: day first; NoDate where only month first would do."""
    day, number, year = int(found[1]), int(found[2]), int(found[3])
    if number > 12 >= day:
        raise NoDate(f"There is no month {number}: the day is written before the month.")
    return one(day_of(year, number, day))


def figures_to(found: re.Match[str], seen: Seen) -> Span:
    """2026-05-12 to 2026-05-14."""
    days = [date_in_order(*(int(part) for part in re.split(r"[-./]", found[n]))) for n in (1, 2)]
    return spanned(*days)


def date_in_order(first: int, second: int, third: int) -> date:
    """Year, month, day if the first is a year, else day, month, year."""
    return day_of(first, second, third) if first > 31 else day_of(third, second, first)


def one_day(weekday: str | None, day: str, name: str, year: str | None, seen: Seen) -> Span:
    """A day by its month's name; NoDate if it falls on another day of the week than was written."""
    number, of_month = MONTHS[name], int(day)
    if year:
        span = one(day_of(int(year), number, of_month))
    else:
        span = without_year(lambda in_year: one(day_of(in_year, number, of_month)), seen)
    if weekday and DAYS[weekday] != span.start.weekday():
        raise NoDate(f"{span.start.day} {span.start:%B %Y} is a {span.start:%A}.")
    return span


def days(first: tuple[str, str], last: tuple[str, str], year: str | None, seen: Seen) -> Span:
    """From (day, month's name) to (day, month's name); the year is that of the last day."""
    months = MONTHS[first[1]], MONTHS[last[1]]

    def in_year(number: int) -> Span:
        start = day_of(number - (months[0] > months[1]), months[0], int(first[0]))
        return spanned(start, day_of(number, months[1], int(last[0])))

    return in_year(int(year)) if year else without_year(in_year, seen)


def a_month(name: str, year: str | None, seen: Seen) -> Span:
    """A month by its name."""
    return month(int(year), MONTHS[name]) if year else without_year(lambda y: month(y, MONTHS[name]), seen)


def a_quarter(number: str, year: str | None, seen: Seen) -> Span:
    """Q2, or Q2 2026."""
    return quarter(int(year), int(number)) if year else without_year(lambda y: quarter(y, int(number)), seen)


IN_YEAR = rf"(?:,?\s+{YEAR})?"
FIGURES = r"(\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[-/]\d{1,2}[-/]\d{1,2})"
EAST_ASIAN = r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]"

NAMED: Patterns = (
    (r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", lambda m, seen: one(day_of(int(m[1]), int(m[2]), int(m[3])))),
    (r"(\d{4})-(\d{1,2})", lambda m, seen: month(int(m[1]), int(m[2]))),
    (r"(\d{1,2})[./](\d{1,2})[./](\d{4})", in_figures),
    (rf"{FIGURES}(?:\s+(?:-|–|—)\s+|–|\s+(?:to|until|and)\s+){FIGURES}", figures_to),
    (EAST_ASIAN + r"\s*(\d{1,2})\s*[日号일]", lambda m, seen: one(day_of(int(m[1]), int(m[2]), int(m[3])))),
    (EAST_ASIAN, lambda m, seen: month(int(m[1]), int(m[2]))),
    (rf"(?:{WEEKDAY},?\s+)?{DAY}{OF}{MONTH}{IN_YEAR}", lambda m, seen: one_day(m[1], m[2], m[3], m[4], seen)),
    (rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}{IN_YEAR}", lambda m, seen: one_day(m[1], m[3], m[2], m[4], seen)),
    (
        rf"{DAY}(?:{TO}|/){DAY}{OF}{MONTH}{IN_YEAR}",
        lambda m, seen: days((m[1], m[3]), (m[2], m[3]), m[4], seen),
    ),
    (
        rf"{DAY}{OF}{MONTH}{TO}{DAY}{OF}{MONTH}{IN_YEAR}",
        lambda m, seen: days((m[1], m[2]), (m[3], m[4]), m[5], seen),
    ),
    (
        rf"{DAY}{OF}{MONTH},?\s+{YEAR}{TO}{DAY}{OF}{MONTH},?\s+{YEAR}",
        lambda m, seen: spanned(
            day_of(int(m[3]), MONTHS[m[2]], int(m[1])), day_of(int(m[6]), MONTHS[m[5]], int(m[4]))
        ),
    ),
    (rf"{MONTH}\s+{DAY}{TO}{DAY}{IN_YEAR}", lambda m, seen: days((m[2], m[1]), (m[3], m[1]), m[4], seen)),
    (
        rf"{MONTH}\s+{DAY}{TO}{MONTH}\s+{DAY}{IN_YEAR}",
        lambda m, seen: days((m[2], m[1]), (m[4], m[3]), m[5], seen),
    ),
    (rf"{MONTH}(?:,?{OF}{YEAR})?", lambda m, seen: a_month(m[1], m[2], seen)),
    (rf"q([1-4])(?:[ /-]*{YEAR})?", lambda m, seen: a_quarter(m[1], m[2], seen)),
    (rf"{YEAR}[ /-]*q([1-4])", lambda m, seen: quarter(int(m[1]), int(m[2]))),
    (rf"(?:the\s+)?{ORDINAL}\s+quarter{OF}{YEAR}", lambda m, seen: quarter(int(m[2]), ordinal(m[1], 4))),
    (rf"(?:the\s+)?{ORDINAL}\s+half{OF}{YEAR}", lambda m, seen: half(int(m[2]), ordinal(m[1], 2))),
    (rf"h([12])[ /-]*{YEAR}", lambda m, seen: half(int(m[2]), int(m[1]))),
    (rf"{YEAR}[ /-]*h([12])", lambda m, seen: half(int(m[1]), int(m[2]))),
    (rf"(?:week|w)\s*(\d{{1,2}}){OF}{YEAR}", lambda m, seen: week_of_year(int(m[2]), int(m[1]))),
    (rf"{YEAR}-?w(\d{{1,2}})", lambda m, seen: week_of_year(int(m[1]), int(m[2]))),
    (rf"(?:(?:the )?(?:course of|year) )?{YEAR}", lambda m, seen: whole_year(int(m[1]))),
)
"""A pattern of the whole phrase in lower case, and what it means."""
