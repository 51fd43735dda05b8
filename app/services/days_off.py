"""When a side rests: public holidays as a package knows them, with their names, and those that the house keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.deadline import WEEKEND, DaysOff
from app.domain.errors import RuleBroken
from app.models.own_time import DayOff
from app.services.unit_of_work import UnitOfWork

SOON = timedelta(days=62)
SIDES_KNOWN = 64
"""So many sides and years are remembered."""


@dataclass(frozen=True)
class Rests:
    """A side's public holidays by their day, the weekdays of its weekend (Monday is 0), and whether any are known."""

    holidays: dict[date, str] = field(default_factory=dict)
    weekend: frozenset[int] = WEEKEND
    known: bool = False


def of_own_side(work: UnitOfWork) -> DaysOff:
    """The public holidays of our own side, last year's to next year's, and its weekend."""
    year = work.today.year
    side = work.one(queries.officers.office()).own_side
    rests = of_side(work, side, date(year - 1, 1, 1), date(year + 1, 12, 31))
    return DaysOff(frozenset(rests.holidays), rests.weekend)


def of_side(work: UnitOfWork, side: str, first: date, last: date) -> Rests:
    """When a side rests between two days: the package's calendar, and what the house keeps beside it."""
    known = by_the_package(side, first.year, last.year)
    own = {row.day: row.name for row in work.all(queries.own_times.days_off(side, first, last))}
    within = {day: name for day, name in known.holidays.items() if first <= day <= last}
    return Rests({**within, **own}, known.weekend, known.known or bool(own))


def next_of(work: UnitOfWork, side: str) -> tuple[date, str] | None:
    """A side's next public holiday within two months; None where none is known."""
    ahead = of_side(work, side, work.today, work.today + SOON).holidays
    return min(ahead.items()) if ahead else None


def of_sides(work: UnitOfWork, sides: Mapping[str, str], first: date, last: date) -> dict[date, list[str]]:
    """The holidays between two days of several sides (code: name), each as “Japan: New Year's Day”; one question."""
    own = [row for row in work.all(queries.own_times.days_off("", first, last)) if row.side in sides]
    found: dict[date, dict[str, str]] = {}
    for side in sides:
        for day, name in by_the_package(side, first.year, last.year).holidays.items():
            if first <= day <= last:
                found.setdefault(day, {})[side] = name
    for row in own:
        found.setdefault(row.day, {})[row.side] = row.name
    return {day: [f"{sides[side]}: {name}" for side, name in names.items()] for day, names in found.items()}


@lru_cache(SIDES_KNOWN)
def by_the_package(side: str, first_year: int, last_year: int) -> Rests:
    """When a side rests in these years. The European Union keeps the days of its central bank (TARGET, six a year).

    Of a side that the package does not know only the usual weekend is told. One that it knows without a single day
    (a state at war may have none by law) is not known either: nobody should read that as “no holiday”.
    """
    import holidays  # slow to load, and few pages need it

    years = range(first_year, last_year + 1)
    try:
        found: Any = (
            holidays.financial_holidays("ECB", years=years)
            if side == "EU"
            else holidays.country_holidays(side, years=years, language="en_US")
        )
    except NotImplementedError:
        return Rests()
    return Rests(dict(found.items()), frozenset(found.weekend), bool(found))


def add(work: UnitOfWork, side: str, day: date, name: str) -> DayOff:
    """Keep a day off of a side; RuleBroken on `day` if it is kept already."""
    work.act(Action.KEEP_DAYS_OFF, on=OFFICE, word=f"{side} {day}")
    if work.find(queries.own_times.days_off(side, day, day)) is not None:
        raise RuleBroken("day", "This day is kept already.")
    return work.add(DayOff(side=side, day=day, name=name))


def remove(work: UnitOfWork, ref: str) -> None:
    """Keep a day off no more."""
    row = work.one(queries.own_times.day_off_by_ref(ref))
    work.act(Action.KEEP_DAYS_OFF, on=OFFICE, word=f"not {row.side} {row.day}")
    work.remove(row)
