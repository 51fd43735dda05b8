"""Events that come in as a calendar file, and what became of each."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.stated_date import Precision, StatedDate, say

LARGEST_CALENDAR = 1_000_000
MOST_EVENTS = 500
MOST_LINES = 40_000
"""An honest calendar of the largest size has a third of this; more only takes time to read."""
LONGEST_UID = 255


@dataclass(frozen=True)
class ReadSeason:
    """An event of a calendar file: whole days, the last included."""

    uid: str
    name: str
    starts_on: date
    ends_on: date
    city: str = ""
    confirmed: bool = True
    cancelled: bool = False

    @property
    def when(self) -> StatedDate:
        """Its days, in words that last."""
        precision = Precision.DAY if self.starts_on == self.ends_on else Precision.SPAN
        found = StatedDate("", self.starts_on, self.ends_on, precision)
        return StatedDate(say(found), found.start, found.end, precision)


@dataclass(frozen=True)
class ReadCalendar:
    """The events of a calendar file, and in a sentence each what is left out or simplified, and why."""

    events: tuple[ReadSeason, ...]
    skipped: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class TakenIn:
    """What became of a calendar file."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
