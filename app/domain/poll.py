"""Several times offered to guests: what each can do, and which of them suits most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.meeting import AHEAD, Standing
from app.domain.quick_log import read_when
from app.domain.stated_date import Precision
from app.domain.wall_time import to_utc

MOST_SLOTS = 20
LONGEST = 12 * 60
"""Minutes that an offered time may last; what takes days is planned by its dates."""


class Vote(StrEnum):
    """What a guest says of an offered time."""

    YES = "yes"
    IF_NEED_BE = "if need be"
    NO = "no"


@dataclass(frozen=True)
class SlotFacts:
    """A time that is offered: on the wall in `zone` (an IANA name), and as instants (UTC)."""

    starts_wall: datetime
    ends_wall: datetime
    zone: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Tally:
    """How the guests answered for one time: numbers of yes, if need be, no, and of those who said nothing."""

    yes: int
    if_need_be: int
    no: int
    silent: int

    @property
    def said(self) -> str:
        """In words: “3 yes, 1 if need be, 1 no answer”."""
        parts = (
            (self.yes, "yes"), (self.if_need_be, "if need be"), (self.no, "no"), (self.silent, "no answer"),
        )  # fmt: skip
        return ", ".join(f"{number} {word}" for number, word in parts if number) or "nobody was asked yet"


def read_slots(text: str, minutes: int, zone: str, today: date) -> list[SlotFacts]:
    """The times on a list, one a line (“3 December 10:00”), in order; RuleBroken on `slots` or `minutes`.

    Each has to lie ahead, on a known day, at a time that the clocks there show once.
    """
    if not 5 <= minutes <= LONGEST:
        raise RuleBroken("minutes", f"Give a length from 5 minutes to {LONGEST // 60} hours.")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise RuleBroken("slots", "Give at least one time, such as 3 December 10:00.")
    if len(lines) > MOST_SLOTS:
        raise RuleBroken("slots", f"These are more than {MOST_SLOTS} times. Nobody looks through so many.")
    found = {slot.starts_at: slot for slot in (read_slot(line, minutes, zone, today) for line in lines)}
    return [found[at] for at in sorted(found)]


def read_slot(line: str, minutes: int, zone: str, today: date) -> SlotFacts:
    """One time; RuleBroken on `slots` says which line is wrong, and why."""
    try:
        day, clock = read_when(line, today)
        if day.start is None or day.precision is not Precision.DAY:
            raise RuleBroken("slots", "no day is said.")
        if clock is None:
            raise RuleBroken("slots", "no time is said.")
        if day.start < today:
            raise RuleBroken("slots", "this day is over.")
        starts = datetime.combine(day.start, clock)
        ends = starts + timedelta(minutes=minutes)
        return SlotFacts(starts, ends, zone, to_utc(starts, zone), to_utc(ends, zone))
    except RuleBroken as broken:
        if broken.field == "zone":
            raise
        raise RuleBroken("slots", f"“{line[:60]}”: {broken.message}") from broken


def can_be_offered(standing: Standing) -> None:
    """RuleBroken (without a field) for what needs no time any more."""
    if standing not in AHEAD and standing is not Standing.POSTPONED:
        raise RuleBroken("", f"This is {standing}: there is no time to find.")


def tally_of(votes: Iterable[Vote], guests: int) -> Tally:
    """The answers for one time, of so many guests."""
    said = list(votes)
    yes, perhaps, no = (said.count(vote) for vote in (Vote.YES, Vote.IF_NEED_BE, Vote.NO))
    return Tally(yes, perhaps, no, max(0, guests - len(said)))


def best_first(tallies: Mapping[int, Tally], order: Sequence[int]) -> list[int]:
    """The times (by number) that suit most first: the fewest who cannot, then the most who can, then the earliest."""
    place = {number: at for at, number in enumerate(order)}

    def key(number: int) -> tuple[int, int, int, int]:
        tally = tallies[number]
        return tally.no, -tally.yes, -tally.if_need_be, place[number]

    return sorted(order, key=key)
