"""The multilateral calendar: sessions, weeks, conferences and presidencies, and what follows from their dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from app.domain.due import read_at
from app.domain.errors import RuleBroken
from app.domain.lasting_date import lasting
from app.domain.schedule import TO_THE_DAY, Entry, EntryStatus
from app.domain.stated_date import Precision, StatedDate, full, say


class SeasonKind(StrEnum):
    """What sort of event it is."""

    SESSION = "session"
    WEEK = "week"
    CONFERENCE = "conference"
    PRESIDENCY = "presidency"


BUSY_KINDS = frozenset({SeasonKind.SESSION, SeasonKind.WEEK})
"""While these last the desks are elsewhere: a round had better not fall into them."""
SHORT = timedelta(days=14)
"""What lasts longer is one line above a month, and not an entry on each of its days."""
UNDER_A_MONTH = frozenset({Precision.WEEK, Precision.MONTH, Precision.QUARTER})
"""Known well enough to be named under a month; what is known to the half-year or year stands in the list only."""
WATCHED = ("name", "stated", "starts_on", "ends_on", "precision", "confirmed", "city")
"""What a calendar shows of it: a change of these is a new revision."""
FIRST_YEAR, LAST_YEAR = 1990, 2200


class Season(Protocol):
    """What the rules read of an event: a table row or a plain object will do."""

    uid: str
    name: str
    kind: SeasonKind
    stated: str
    starts_on: date
    ends_on: date
    precision: Precision
    confirmed: bool
    city: str
    cancelled: bool
    revision: int
    created_at: datetime
    changed_at: datetime


S = TypeVar("S", bound=Season)


@dataclass(frozen=True)
class SeasonFacts:
    """An event as somebody wrote it down; `when` is a date in words."""

    name: str
    kind: SeasonKind
    when: str
    body: str = ""
    confirmed: bool = False
    city: str = ""
    note: str = ""
    source: str = ""


def read_when(stated: str, today: date) -> StatedDate:
    """When it takes place, in words that last; RuleBroken on `when` for words that name no date."""
    found = read_at(stated, today, "when")
    if found.start is None or found.end is None:
        raise RuleBroken("when", "Give the date: 22–28 September 2026, July 2027, or 2027.")
    if found.start.year < FIRST_YEAR or found.end.year > LAST_YEAR:
        raise RuleBroken("when", f"Give a date between {FIRST_YEAR} and {LAST_YEAR}.")
    return lasting(found, today)


def date_of(season: Season) -> StatedDate:
    """When it takes place, with the words in which it was stated."""
    return StatedDate(season.stated, season.starts_on, season.ends_on, season.precision)


def is_exact(season: Season) -> bool:
    """True if it is known to the day."""
    return season.precision in TO_THE_DAY


def is_short(season: Season) -> bool:
    """True if it can stand on each of its days."""
    return is_exact(season) and season.ends_on - season.starts_on < SHORT


def touches(season: Season, first: date, last: date) -> bool:
    """True if it can take place on one of these days."""
    return season.starts_on <= last and season.ends_on >= first


def falls_into(seasons: Iterable[S], first: date, last: date) -> list[S]:
    """The sessions and weeks into which the days from first to last fall, the earliest first."""
    found = [
        season
        for season in seasons
        if season.kind in BUSY_KINDS
        and not season.cancelled
        and is_exact(season)
        and touches(season, first, last)
    ]
    return sorted(found, key=lambda season: (season.starts_on, season.ends_on, season.name))


def falls_words(season: Season) -> str:
    """The same as a sentence: “Falls into the UN high-level week (22–28 September 2026).”"""
    name = season.name.removeprefix("The ").removeprefix("the ")
    firm = "" if season.confirmed else ", to be confirmed"
    return f"Falls into the {name} ({say(date_of(season))}{firm})."


def due_by(season: Season) -> StatedDate:
    """When something is due by an event: its first day; where no day is known, the last on which that can be."""
    words = f"by {season.name}"[:200]
    if is_exact(season):
        return StatedDate(words, season.starts_on, season.starts_on, Precision.DAY)
    return StatedDate(words, season.starts_on, season.ends_on, season.precision)


def due_after_said(season: Season, said_on: date | None) -> StatedDate:
    """The same for what was said on a day; RuleBroken on `season` for an event that was over by then."""
    found = due_by(season)
    if said_on is not None and found.end is not None and found.end < said_on:
        raise RuleBroken("season", f"This is before the day on which it was said ({full(said_on)}).")
    return found


def entry_of_season(season: Season, url: str = "", *, with_place: bool = True) -> Entry:
    """What a calendar shows of it: whole days on which nobody is busy, firm only if its days are known and confirmed.

    Nothing in it is restricted: it is public.
    """
    return Entry(
        uid=season.uid,
        sequence=season.revision,
        created=season.created_at,
        changed=season.changed_at,
        title=title_of(season),
        status=status_of(season),
        busy=False,
        first_day=season.starts_on,
        last_day=season.ends_on,
        place=season.city if with_place else "",
        url=url,
        categories=(season.kind.value,),
    )


def status_of(season: Season) -> EntryStatus:
    """Confirmed only if its days are known."""
    if season.cancelled:
        return EntryStatus.CANCELLED
    firm = season.confirmed and is_exact(season)
    return EntryStatus.CONFIRMED if firm else EntryStatus.TENTATIVE


def title_of(season: Season) -> str:
    """Its name, safe to stand alone: with what is not known of its days, and the word CANCELLED."""
    if season.cancelled:
        return f"CANCELLED: {season.name}"
    if not is_exact(season):
        return f"{season.name}, {season.stated or say(date_of(season))} (dates to be confirmed)"
    return season.name if season.confirmed else f"{season.name} (to be confirmed)"
