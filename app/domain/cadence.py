"""How often a dialogue is to meet, and whether it does: kept, slipped, dormant, always with the rule in words."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DORMANT_MONTHS = 36
"""Without a round for so long a dialogue counts as dormant, whatever its cadence."""
GRACE_MONTHS = 3
"""So much later than the cadence says is still kept: calendars are full."""

MONTHS_BY_PATTERN: tuple[tuple[str, int | None], ...] = (
    (r"\bbi-?annual", None),  # twice a year to some, every two years to others
    (r"\bbi-?ennial|every (two|second|other) years?|every 2 years", 24),
    (r"twice (a|per|each) year|two times a year|semi-?annual|half-?yearly|every six months", 6),
    (r"quarterly|every (three|3) months", 3),
    (r"every (three|3) years|triennial", 36),
    (r"\bannual|every year|once (a|per) year|yearly", 12),
    (r"monthly|every month", 1),
)


def read_cadence(stated: str) -> int | None:
    """The months between rounds that a text states; None if it states none or can be read two ways."""
    for pattern, months in MONTHS_BY_PATTERN:
        if re.search(pattern, stated.lower()):
            return months
    return None


class Rhythm(StrEnum):
    """How a dialogue stands against its cadence."""

    KEPT = "kept"
    SLIPPED = "slipped"
    DORMANT = "dormant"
    NOT_STATED = "no cadence stated"
    NOT_YET = "no round yet"


@dataclass(frozen=True)
class Pulse:
    """How a dialogue stands, the sentence that says why, and the day by which the next round was to be held."""

    rhythm: Rhythm
    rule: str
    expected_by: date | None = None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last if it has no such day."""
    ahead = day.month - 1 + months
    year, month = day.year + ahead // 12, ahead % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def pulse(
    held: Sequence[date], planned: Sequence[date], months: int | None, stated: str, today: date
) -> Pulse:
    """The rhythm of a dialogue from the days of its rounds held and planned, and its cadence (in months, as stated)."""
    words = f"stated: {stated}; " if stated else ""
    if not held:
        return Pulse(Rhythm.NOT_YET, f"{words}no round on record")
    last = max(held)
    said = f"{words}last held {last.day} {last:%B} {last.year}"
    ahead = [day for day in planned if day >= today]
    if not ahead and today > months_after(last, DORMANT_MONTHS):
        return Pulse(Rhythm.DORMANT, f"{said}; dormant: none for {DORMANT_MONTHS // 12} years, none planned")
    if months is None:
        return Pulse(Rhythm.NOT_STATED, said)
    due = months_after(last, months)
    by = f"{said}; the next expected by {due:%B} {due.year}"
    late = months_after(due, GRACE_MONTHS)
    if today <= late or (ahead and min(ahead) <= late):
        return Pulse(Rhythm.KEPT, by, due)
    return Pulse(Rhythm.SLIPPED, f"{by}, with {GRACE_MONTHS} months' grace", due)
