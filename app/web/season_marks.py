"""The multilateral calendar as months and lists show it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from flask import g, url_for

from app import queries
from app.domain.meeting import AHEAD
from app.domain.schedule import TO_THE_DAY
from app.domain.season import UNDER_A_MONTH, falls_into, falls_words, is_exact, is_short, touches
from app.web.filters import when

Marked = tuple[str, str, str, str]
"""An entry of a month: its label, address, kind, and the words on it."""


class Marks(NamedTuple):
    """Events by where a month shows them: on their days, as a line above, as a line below."""

    on_days: list[Any]
    above: list[Any]
    below: list[Any]


def seasons_between(first: date, last: date) -> Sequence[Any]:
    """The events that touch these days; one question."""
    found: Sequence[Any] = g.work.all(queries.seasons.between(first, last))
    return found


def marks(seasons: Iterable[Any], first: date, last: date) -> Marks:
    """Where each stands in the month from first to last, whose squares may begin earlier and end later."""
    found = Marks([], [], [])
    for season in seasons:
        if is_short(season):
            found.on_days.append(season)
        elif touches(season, first, last):
            if is_exact(season):
                found.above.append(season)
            elif season.precision in UNDER_A_MONTH:
                found.below.append(season)
    return found


def address(season: Any) -> str:
    """Where it stands in the list of events."""
    return url_for("seasons.index", _anchor=season.ref)


def entry(season: Any) -> Marked:
    """An event in a square."""
    firm = "" if season.confirmed else "to be confirmed"
    hover = " · ".join(p for p in (season.kind.value, when(season), season.city, firm) if p)
    return season.name, address(season), "season", hover


def falls_of(sitting: Any) -> list[str]:
    """The sessions and weeks into which a round or meeting ahead falls, as sentences; one question."""
    if sitting.standing not in AHEAD or sitting.precision not in TO_THE_DAY or sitting.starts_on is None:
        return []
    first, last = sitting.starts_on, sitting.ends_on or sitting.starts_on
    return [falls_words(season) for season in falls_into(seasons_between(first, last), first, last)]
