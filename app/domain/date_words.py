"""What a phrase in which somebody wrote a date can mean."""

import re
from datetime import date

from app.domain.calendar_words import DAY, MONTH, YEAR, Seen
from app.domain.date_span import NoDate, Span, ending, week_with
from app.domain.named_date import NAMED
from app.domain.relative_date import RELATIVE

LEADING = re.compile(
    r"^(?:(on|in|during|from|between|over|as of)|(by|before|until|till|no later than|not later than))"
    r"\s+(?:the\s+)?"
)
"""Words before a date; those of the second group are said of what is still to come."""

END_OF = re.compile(r"(?:the )?(?:end|close)(?: of |-| )(.+)")
THE_PRESENT = re.compile(r"^the (?=(?:week|month|quarter|year)$)")
WEEK_OF = re.compile(r"(?:the )?week (?:of|beginning|starting) (.+)")
REIWA = re.compile(r"令和\s*(元|\d{1,2})\s*(?=年)")
REIWA_BEFORE_FIRST = 2018

SHORT_YEAR = re.compile(rf"\d{{1,2}}([./-])\d{{1,2}}\1\d{{2}}|{DAY}\s+{MONTH},?\s+['’]?\d{{2}}")
MEANT_AS_DATE = re.compile(
    rf"\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}|{YEAR}-\d{{1,2}}|\d+(?:st|nd|rd|th)?\s+{MONTH},?\s+\d+"
)


PATTERNS = tuple((re.compile(pattern), reading) for pattern, reading in (*RELATIVE, *NAMED))


def understood(stated: str, today: date, *, ahead: bool = False) -> Span | None:
    """The days that a phrase can mean, None if it names no date.

    A date without a year is the one nearest to `today`, or with `ahead` (and after "by", "before", "until") the
    next one. NoDate if the phrase is meant as a date and cannot be one.
    """
    phrase = REIWA.sub(western_year, " ".join(stated.split()).rstrip(".,;").lower())
    leading = LEADING.match(phrase)
    seen = Seen(today, ahead or bool(leading and leading[2]))
    tried = (phrase, phrase[leading.end() :]) if leading else (phrase,)
    for words in tried:
        span = composed(words, seen) or matched(words, seen)
        if span is not None:
            return span
    if SHORT_YEAR.fullmatch(tried[-1]):
        raise NoDate("The year needs its four digits.")
    if MEANT_AS_DATE.fullmatch(tried[-1]):
        raise NoDate(f"“{stated[:60]}” is no date.")
    return None


def western_year(found: re.Match[str]) -> str:
    """The year of the Reiwa era (from May 2019) in the common count; its first is written 元."""
    return str(REIWA_BEFORE_FIRST + (1 if found[1] == "元" else int(found[1])))


def matched(words: str, seen: Seen) -> Span | None:
    """The first pattern that fits the whole of the words."""
    for pattern, reading in PATTERNS:
        if found := pattern.fullmatch(words):
            return reading(found, seen)
    return None


def composed(words: str, seen: Seen) -> Span | None:
    """The end of a longer time, and the week that holds a day."""
    if found := END_OF.fullmatch(words):
        inner = matched(THE_PRESENT.sub("this ", found[1]), seen)
        return ending(inner) if inner is not None and inner.precision not in {"day", "span"} else None
    if found := WEEK_OF.fullmatch(words):
        inner = matched(found[1].removeprefix("the "), seen)
        if inner is not None and inner.precision == "day":
            return week_with(inner.start)
    return None
