"""Finding a time: every beginning within some weeks, judged for each place and each person, the best ones first."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.errors import RuleBroken
from app.domain.planner_words import at_night, clock_change, minutes_outside, said_outside, why_rest
from app.domain.wanted_time import Person, Proposal, Span, Wanted

STEP = timedelta(minutes=30)
LONGEST_SEARCH = 56
"""Days that are looked through: eight weeks."""
A_DAY = 2
"""So many proposals of one day; a person wants to see other days too."""


def checked(wanted: Wanted) -> None:
    """RuleBroken on `until`, `minutes` or `partner` for what cannot be looked for."""
    if wanted.last < wanted.first:
        raise RuleBroken("until", "The last day is before the first.")
    if (wanted.last - wanted.first).days >= LONGEST_SEARCH:
        raise RuleBroken("until", "Look through eight weeks at the most.")
    if not 15 <= wanted.minutes <= 12 * 60:
        raise RuleBroken("minutes", "Give a length from 15 minutes to 12 hours.")
    if not wanted.places:
        raise RuleBroken("partner", "Say at least one place.")


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one: so that each can be looked up quickly."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def is_busy(person: Person, start: datetime, end: datetime) -> bool:
    """True if one of the person's spans touches this one."""
    at = bisect_right(person.busy, (end, end)) - 1
    while at >= 0 and person.busy[at][0] >= end:
        at -= 1
    return at >= 0 and person.busy[at][1] > start


def proposals(wanted: Wanted, now: datetime, limit: int = 12) -> list[Proposal]:
    """The best times, best first: nobody busy before everything else, then nobody's day of rest or night, then the
    fewest minutes outside working hours; of equals the earliest. `now` is an aware instant: nothing before it.
    """
    checked(wanted)
    judged = sorted(
        (judge(wanted, start, now) for start in beginnings(wanted) if start > now),
        key=lambda each: (each.weight, each.starts_at),
    )
    judged = [each for each in judged if each.weight[0] == judged[0].weight[0]]
    found: list[Proposal] = []
    days: dict[date, int] = {}
    for each in judged:
        if days.get(each.day, 0) < A_DAY:
            days[each.day] = days.get(each.day, 0) + 1
            found.append(each)
        if len(found) == limit:
            break
    return found


def beginnings(wanted: Wanted) -> Iterator[datetime]:
    """Every half hour of the first place's wall, as instants; what its clocks skip is left out, what comes twice is
    meant the first time.
    """
    zone = ZoneInfo(wanted.places[0].zone)
    wall = datetime.combine(wanted.first, time())
    end = datetime.combine(wanted.last, time()) + timedelta(days=1)
    while wall < end:
        instant = wall.replace(tzinfo=zone).astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == wall:
            yield instant
        wall += STEP


def judge(wanted: Wanted, start: datetime, now: datetime) -> Proposal:
    """One time with everything that speaks for and against it."""
    end = start + timedelta(minutes=wanted.minutes)
    walls, against, for_it = [], [], []
    rests = nights = outside = 0
    for place in wanted.places:
        zone = ZoneInfo(place.zone)
        here, until = start.astimezone(zone), end.astimezone(zone)
        walls.append(f"{here:%H:%M} {place.name}")
        rest = why_rest(place, here.date()) or why_rest(place, (until - timedelta(microseconds=1)).date())
        rests += bool(rest)
        late = minutes_outside(place, here, until)
        nights += bool(late) and at_night(here)
        outside += late
        against += [sentence for sentence in (rest, said_outside(place, here, until, late)) if sentence]
        for_it += [sentence for sentence in (clock_change(place, here, now),) if sentence]
    day = start.astimezone(ZoneInfo(wanted.places[0].zone)).date()
    touched = [taken.name for taken in wanted.taken if taken.first <= day <= taken.last]
    against += [f"falls into {name}" for name in touched]
    busy = tuple(person.name for person in wanted.people if is_busy(person, start, end))
    return Proposal(
        start, end, tuple(walls), day, busy, tuple(against), tuple(for_it),
        bool(rests), (len(busy), rests + nights, outside + 120 * len(touched)),
    )  # fmt: skip
