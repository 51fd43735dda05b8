"""Every zone of the world, on each day on which its clocks change, 2024 to 2035: written, and read back as meant."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from app.documents.calendar import feed
from app.domain.schedule import Entry, EntryStatus
from app.domain.wall_time import known_zones
from tests.documents.rfc5545 import instant_of, read

FIRST, LAST = 2024, 2035
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PARTS = 8


def changes(place: ZoneInfo) -> Iterator[datetime]:
    """The days (noon, UTC) before each change of the clocks, by the zone's own data."""
    day = datetime(FIRST, 1, 1, 12, tzinfo=UTC)
    while day.year <= LAST:
        if day.astimezone(place).utcoffset() != (day + DAY).astimezone(place).utcoffset():
            yield day
        day += DAY


def meant(zone: str) -> dict[str, datetime]:
    """Instants by identifier: each sixth hour of the day of each change, and a winter and a summer day of each year."""
    place = ZoneInfo(zone)
    found = [start + 6 * HOUR * n for start in changes(place) for n in range(5)]
    found += [datetime(year, month, 10, 9, tzinfo=UTC) for year in range(FIRST, LAST + 1) for month in (1, 7)]
    return {
        f"{number}-{zone}": instant for number, instant in enumerate(found) if first_of_two(instant, place)
    }


def first_of_two(instant: datetime, place: ZoneInfo) -> bool:
    """True but for the second of two equal wall times: a calendar cannot say it (RFC 5545, section 3.3.5)."""
    return instant.astimezone(place).fold == 0


def entry(uid: str, instant: datetime, zone: str) -> Entry:
    """A meeting of half an hour that begins at an instant."""
    starts, ends = (
        at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in (instant, instant + HOUR / 2)
    )
    return Entry(
        uid=uid, sequence=0, created=instant, changed=instant, title="Call", status=EntryStatus.CONFIRMED, busy=True,
        first_day=starts.date(), last_day=ends.date(), starts=starts, ends=ends, zone=zone,
    )  # fmt: skip


@pytest.mark.parametrize("part", range(PARTS))
def test_every_zone_on_every_day_of_a_change_comes_back_as_it_was_meant(part):
    seen = 0
    for zone in known_zones()[part::PARTS]:
        instants = meant(zone)
        body = feed("Calls", [entry(uid, instant, zone) for uid, instant in instants.items()])
        whole = read(body)
        by_the_rules = {
            event.value("UID"): instant_of(whole, event.all("DTSTART")[0]) for event in whole.named("VEVENT")
        }
        assert by_the_rules == instants, zone
        by_a_library = {
            str(event["UID"]): event["DTSTART"].dt.astimezone(UTC)
            for event in Calendar.from_ical(body).walk("VEVENT")
        }
        assert by_a_library == instants, zone
        seen += len(instants)
    assert seen > 1000
