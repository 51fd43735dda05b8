"""Clearance: who was asked, until when, what they said, and whether a readout may go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from app.domain.deadline import DaysOff, add_working_days
from app.domain.digest import moment_of
from app.domain.errors import RuleBroken


class Said(StrEnum):
    """What somebody said who was asked to clear."""

    NOTHING = "asked"
    CLEARED = "cleared"
    WITH_CHANGES = "cleared with changes"
    NOT_CLEARED = "not cleared"


ANSWERS = (Said.CLEARED, Said.WITH_CHANGES, Said.NOT_CLEARED)
BY_SILENCE = "cleared by silence"
LATE = "late"
MOST_ASKED = 30
LOOKED_AHEAD = timedelta(days=45)
"""Deadlines within so long are looked at for reminders: more than the most working days, holidays included."""
LOOKED_BACK = timedelta(days=7)
"""A deadline that passed longer ago, while nothing ran, is not told any more: the page says it."""


class Asked(Protocol):
    """What the rules read of one that was asked."""

    @property
    def said(self) -> Said: ...

    @property
    def due_at(self) -> datetime: ...

    @property
    def silence(self) -> bool: ...

    @property
    def withdrawn_at(self) -> datetime | None: ...


@dataclass(frozen=True)
class Stands:
    """How one answer stands at a moment, in a word, and whether it lets the text pass."""

    word: str
    passes: bool
    stops: bool = False


def stands(asked: Asked, now: datetime) -> Stands:
    """How it stands at `now` (an aware instant). Silence clears only where it was chosen, and only after its time."""
    if asked.said is not Said.NOTHING:
        refused = asked.said is Said.NOT_CLEARED
        return Stands(asked.said.value, not refused, refused)
    if now < asked.due_at:
        return Stands(Said.NOTHING.value, False)
    return Stands(BY_SILENCE, True) if asked.silence else Stands(LATE, False)


def outstanding(everybody: Iterable[Asked], now: datetime) -> list[Asked]:
    """Those that still keep a text from being approved: silent ones, and those that did not clear."""
    return [one for one in everybody if one.withdrawn_at is None and not stands(one, now).passes]


def may_pass(everybody: Iterable[Asked], now: datetime) -> None:
    """Lets a text be approved: RuleBroken (without a field) while somebody who was asked has not cleared it."""
    waiting = outstanding(everybody, now)
    refused = [one for one in waiting if stands(one, now).stops]
    if refused:
        raise RuleBroken(
            "", "Somebody did not clear it. Settle that with them, or ask them no more and say why."
        )
    if waiting:
        number = len(waiting)
        raise RuleBroken(
            "", f"{number} of those asked {'has' if number == 1 else 'have'} not cleared it yet."
        )


def remind_at(due: datetime, working_days: int, at: time, zone: str, off: DaysOff) -> datetime:
    """When somebody who has not answered is reminded: so many working days before the deadline, at their own hour.

    `due` is an aware instant; its day, and the hour `at`, are those of `zone`, where they are; `off` is when they rest.
    """
    day = due.astimezone(ZoneInfo(zone)).date()
    return moment_of(add_working_days(day, -working_days, off.holidays, off.weekend), at, zone)


def needs_word(said: Said, word: str) -> None:
    """RuleBroken on `word` where changes or a refusal come without saying which."""
    if said in {Said.WITH_CHANGES, Said.NOT_CLEARED} and not word.strip():
        raise RuleBroken("word", "Say what has to change.")


def must_lie_ahead(due: datetime, now: datetime) -> None:
    """RuleBroken on `day` for a deadline that is past."""
    if due <= now:
        raise RuleBroken("day", "The deadline has to lie ahead.")
