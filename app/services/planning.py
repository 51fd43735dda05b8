"""Finding a time: what is known of places and people, put together for the rule that ranks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app import queries
from app.domain.planner import merged
from app.domain.season import SeasonKind
from app.domain.wanted_time import Person, Place, Span, Taken
from app.models.officer import Officer
from app.models.round import Meeting, Round
from app.services.days_off import of_side
from app.services.unit_of_work import UnitOfWork

KEPT_FREE = frozenset({SeasonKind.SESSION, SeasonKind.WEEK})


def place(
    work: UnitOfWork, name: str, zone: str, side: str, hours: tuple[time, time], days: tuple[date, date]
) -> Place:
    """A place with its hours and its days of rest."""
    rests = of_side(work, side, days[0] - timedelta(days=1), days[1] + timedelta(days=1))
    unknown = () if rests.known else (name,)
    return Place(name, zone, *hours, holidays=rests.holidays, weekend=rests.weekend, unknown=unknown)


def shared(here: Place, there: Place, partner: str) -> Place:
    """One place where both sides have the same clocks: it rests when either does, and opens when both do."""
    return replace(
        here,
        opens=max(here.opens, there.opens),
        closes=min(here.closes, there.closes),
        holidays={**there.holidays, **here.holidays},
        weekend=frozenset(here.weekend | there.weekend),
        unknown=(*here.unknown, *([partner] if there.unknown else [])),
    )


def taken(work: UnitOfWork, first: date, last: date) -> tuple[Taken, ...]:
    """Sessions and weeks of the multilateral calendar between two days."""
    return tuple(
        Taken(row.name, row.starts_on, row.ends_on)
        for row in work.all(queries.seasons.between(first, last, cancelled=False))
        if row.kind in KEPT_FREE and row.starts_on is not None and row.precision.value in {"day", "span"}
    )


def people(work: UnitOfWork, officers: Sequence[Officer], first: date, last: date) -> tuple[Person, ...]:
    """Officers with the times at which they are busy: their own, their leave, what they lead, what they are invited to.

    Of rounds and meetings only those count that the viewer may know. The questions do not grow with the people.
    """
    zone = work.office_zone
    start = datetime.combine(first, time(), zone).astimezone(UTC) - timedelta(days=1)
    end = datetime.combine(last, time(), zone).astimezone(UTC) + timedelta(days=2)
    ids = [officer.id for officer in officers]
    busy: dict[int, list[Span]] = {number: [] for number in ids}
    for row in work.all(queries.own_times.busy(ids, start, end)):
        busy[row.officer_id].append((row.starts_at, row.ends_at))
    for leave in work.all(queries.own_times.leaves(ids, first, last)):
        busy[leave.officer_id].append(whole_days(leave.first_day, leave.last_day, zone))
    for kind in (Round, Meeting):
        for sitting in work.all(queries.own_times.sittings(kind, start, end)):
            note(busy, sitting.dialogue.lead_officer_id, sitting)
    by_address = {officer.email_key: officer.id for officer in officers}
    for guest in work.all(queries.own_times.invited(list(by_address), start, end)):
        note(busy, by_address[guest.email_key], guest.meeting or guest.round)
    return tuple(Person(officer.name, merged(busy[officer.id])) for officer in officers)


def note(busy: dict[int, list[Span]], officer_id: int | None, sitting: Any) -> None:
    """An officer is busy during a round or meeting."""
    if officer_id in busy and sitting is not None and sitting.starts_at and sitting.ends_at:
        busy[officer_id].append((sitting.starts_at, sitting.ends_at))


def whole_days(first: date, last: date, zone: ZoneInfo) -> Span:
    """Days, the last included, as a span (UTC)."""
    return (
        datetime.combine(first, time(), zone).astimezone(UTC),
        datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC),
    )
