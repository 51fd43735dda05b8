"""What speaks for and against a time, in words: hours of work, days of rest, clocks that change, who is free."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.wanted_time import Place, Proposal, Wanted

NIGHT = (time(22), time(6))
NO_HOLIDAY = "no holiday"


def why_rest(place: Place, day: date) -> str:
    """Why a place rests on a day; "" if it works."""
    if day in place.holidays:
        return f"{place.holidays[day]} in {place.name}"
    return f"weekend in {place.name}" if day.weekday() in place.weekend else ""


def minutes_outside(place: Place, here: datetime, until: datetime) -> int:
    """How many of its minutes lie before the place opens or after it closes (times on its wall)."""
    day = here.replace(tzinfo=None).date()
    opens, closes = datetime.combine(day, place.opens), datetime.combine(day, place.closes)
    start = here.replace(tzinfo=None)
    end = start + (until.replace(tzinfo=None) - start)
    inside = max(timedelta(0), min(end, closes) - max(start, opens))
    return max(0, round((end - start - inside).total_seconds() / 60))


def at_night(wall: datetime) -> bool:
    """True if people sleep."""
    return wall.time() >= NIGHT[0] or wall.time() < NIGHT[1]


def said_outside(place: Place, here: datetime, until: datetime, late: int) -> str:
    """In words that it is early, late, both, or at night there (times on its wall); "" within working hours."""
    if not late:
        return ""
    if at_night(here):
        return f"at night in {place.name}"
    early = here.time() < place.opens
    long = until.date() > here.date() or until.time() > place.closes
    when = " and ".join(word for word, so in (("early", early), ("late", long)) if so) or "late"
    return f"{when} in {place.name}, {late} minutes outside working hours"


def clock_change(place: Place, here: datetime, now: datetime) -> str:
    """In words that the clocks there change before then; "" if they do not."""
    then, today = here.utcoffset(), now.astimezone(ZoneInfo(place.zone)).utcoffset()
    if then is None or today is None or then == today:
        return ""
    return f"the clocks in {place.name} go {'forward' if then > today else 'back'} before then"


def said(proposal: Proposal, wanted: Wanted) -> str:
    """A proposal in one line: “09:00 Brussels · 17:00 Tokyo; Friday 4 December; no holiday; three of three free”."""
    day = f"{proposal.day:%A} {proposal.day.day} {proposal.day:%B %Y}"
    rests = no_holiday(wanted)
    if proposal.rests and rests == NO_HOLIDAY:
        rests = ""
    return "; ".join(
        part
        for part in (
            " · ".join(proposal.walls),
            day,
            *proposal.against,
            rests,
            free(proposal, wanted),
            *proposal.for_it,
        )
        if part
    )


def no_holiday(wanted: Wanted) -> str:
    """That nobody rests, or of whom it is not known."""
    unknown = [name for place in wanted.places for name in place.unknown]
    return f"no public holidays are known for {' and '.join(unknown)}" if unknown else NO_HOLIDAY


def free(proposal: Proposal, wanted: Wanted) -> str:
    """How many of the people are free, and who is not."""
    if not wanted.people:
        return ""
    number = len(wanted.people) - len(proposal.busy)
    busy = f" ({', '.join(proposal.busy)} busy)" if proposal.busy else ""
    return f"{number} of {len(wanted.people)} free{busy}"
