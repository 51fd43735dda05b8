"""The vocabulary of dates: names of months and days, numbers in words, and the pieces of pattern made of them."""

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from app.domain.date_span import NoDate, Span, nearest


@dataclass(frozen=True)
class Seen:
    """From where a date is read: today, and whether only what is still to come can be meant."""

    today: date
    ahead: bool = False


Reading = Callable[[re.Match[str], Seen], Span]
Patterns = tuple[tuple[str, Reading], ...]

MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
DAYS = WEEKDAYS | {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINALS |= {"fifth": 5, "5th": 5, "last": 0, "latter": 0}


def any_of(words: dict[str, int]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(" + "|".join(sorted(words, key=len, reverse=True)) + ")"


MONTH = any_of(MONTHS) + r"\.?"
WEEKDAY = any_of(DAYS) + r"\.?"
NUMBER = r"(\d{1,3}|" + any_of(NUMBERS)[1:]
ORDINAL = any_of(ORDINALS)
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(\d{4})"
TO = r"\s*(?:-|–|—|to|until|and|&)\s*"
OF = r"(?:\s+of)?,?\s+"


def number_of(word: str) -> int:
    """3 or three."""
    return NUMBERS.get(word) or int(word)


def ordinal(word: str, most: int) -> int:
    """First to fourth, and last; NoDate if there are not so many."""
    number = ORDINALS[word] or most
    if number > most:
        raise NoDate(f"There is no {word} of {most}.")
    return number


def without_year(in_year: Callable[[int], Span], seen: Seen) -> Span:
    """A date without its year, in the year that brings it nearest to today; NoDate if it is in no year.

    The reach of eight years is for 29 February, which is missing that long around 1900 and 2100.
    """
    found = []
    for year in range(seen.today.year - 1, seen.today.year + 9):
        with suppress(NoDate):
            found.append(in_year(year))
    return nearest(found, seen.today, seen.ahead) if found else in_year(seen.today.year)
