"""By when something is due: the words as stated, the days that they can mean, and the day to work towards."""

from dataclasses import dataclass
from datetime import date

from app.domain.errors import RuleBroken
from app.domain.stated_date import StatedDate, full, read_date


@dataclass(frozen=True)
class Due:
    """A date as stated, and the working date: the last day that the words allow, or another that we chose."""

    stated: StatedDate
    working: date | None = None


def read_at(text: str, day: date, field: str) -> StatedDate:
    """What a date means that was stated on a day; RuleBroken on `field` for one that cannot be."""
    try:
        return read_date(text, day)
    except RuleBroken as broken:
        raise RuleBroken(field, broken.message) from broken


def read_due(stated: str, working: str, said_on: date | None, today: date) -> Due:
    """The due date from its words, which are meant from the day on which they were said, and from ours if given.

    Words without a date ("next round") stay without one. Raises RuleBroken on `due` for a date that cannot be or
    that lies before the day on which it was said, on `working` for a working date that names no day.
    """
    said = read_at(stated, said_on or today, "due")
    if said.end is not None and said_on is not None and said.end < said_on:
        raise RuleBroken("due", f"This is before the day on which it was said ({full(said_on)}).")
    ours = read_at(working, today, "working")
    if working.strip() and ours.end is None:
        raise RuleBroken(
            "working", "A working date is a date: write it like 3 December 2026, or leave it out."
        )
    return Due(said, ours.working_date or said.working_date)
