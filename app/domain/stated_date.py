"""A date with its precision: as somebody stated it, and the days that it can mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.date_span import NoDate, Span
from app.domain.date_words import understood
from app.domain.errors import RuleBroken


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    SPAN = "span"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True)
class StatedDate:
    """The words, and the first and last day that they can mean (both None if they name no date)."""

    stated: str
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE

    @property
    def working_date(self) -> date | None:
        """The day to work towards: the last one that the words allow."""
        return self.end


def read_date(text: str, today: date, *, ahead: bool = False) -> StatedDate:
    """What a date means that somebody wrote, seen from `today` (the writer's own day).

    Without a year it is the one nearest to `today`; with `ahead`, and after "by", "before" or "until", it is the next.
    A day of the week is the coming one ("Friday" and "next Friday" alike), unless it is the last. Words that name no
    date ("next round", "on a mutually convenient date") are kept with precision none: a wrong date is worse than
    none. What is clearly meant as a date and cannot be one raises RuleBroken on `date`.
    """
    stated = " ".join(text.split())
    try:
        span = understood(stated, today, ahead=ahead)
    except NoDate as fault:
        raise RuleBroken(
            "date", f"{fault} Write a date like 3 December 2026, 12–14 May 2026, or May 2026."
        ) from fault
    if span is None:
        return StatedDate(stated)
    return StatedDate(stated, span.start, span.end, Precision(span.precision))


def say(when: StatedDate) -> str:
    """The date in British style: 3 December 2026, 12–14 May 2026, May 2026, second quarter of 2026."""
    if when.start is None or when.end is None:
        return when.stated or "no date"
    return SAYINGS[when.precision](Span(when.start, when.end, when.precision.value))


def full(day: date) -> str:
    """3 December 2026."""
    return f"{day.day} {day:%B} {day.year}"


def say_span(span: Span) -> str:
    """12–14 May 2026; 30 June – 2 July 2026; 30 December 2026 – 2 January 2027."""
    first, last = span.start, span.end
    if first == last:
        return full(first)
    if first.year != last.year:
        return f"{full(first)} – {full(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} – {full(last)}"
    return f"{first.day}–{full(last)}"


ORDINALS = ("first", "second", "third", "fourth")
SAYINGS = {
    Precision.DAY: say_span,
    Precision.SPAN: say_span,
    Precision.WEEK: lambda span: f"week of {full(span.start)}",
    Precision.MONTH: lambda span: f"{span.start:%B} {span.start.year}",
    Precision.QUARTER: lambda span: f"{ORDINALS[(span.start.month - 1) // 3]} quarter of {span.start.year}",
    Precision.HALF_YEAR: lambda span: f"{ORDINALS[span.start.month > 6]} half of {span.start.year}",
    Precision.YEAR: lambda span: str(span.start.year),
    Precision.NONE: say_span,
}
