"""Time zones as calendars tell them: every place on earth, read by the rules alone and held against its own clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Timezone

from app.documents.time_zones import component, is_regular
from app.domain.wall_time import known_zones
from tests.documents.rfc5545 import Component, offset_at, read

WRAPPED = b"BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n"
FIXED = [
    "Europe/Brussels",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Sao_Paulo",
    "America/Santiago",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Kyiv",
    "Asia/Jerusalem",
    "Pacific/Chatham",
]


def told(zone: str, first_year: int, last_year: int) -> Component:
    """A zone as it is written, read back by the rules."""
    return read(WRAPPED % component(zone, first_year, last_year).to_ical()).parts[0]


def on_the_wall(zone: str, instant: datetime) -> datetime:
    """An instant as the clock there shows it: naive, the first of two."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def true_offset(zone: str, wall: datetime) -> timedelta:
    """The offset by the zone's own data."""
    offset = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset


@pytest.mark.parametrize("zone", FIXED)
@pytest.mark.parametrize("year", range(2024, 2030))
def test_cal_24_each_quarter_of_an_hour_about_each_change_is_told_rightly(zone, year):
    if not is_regular(zone, year, year + 1):
        assert zone in {"Africa/Casablanca", "Africa/Cairo", "America/Santiago", "Asia/Jerusalem"}
        return
    tells, place = told(zone, year, year), ZoneInfo(zone)
    days = [datetime(year, 1, 2, tzinfo=UTC) + timedelta(hours=n) for n in range(0, 24 * 363, 24)]
    for before, after in zip(days, days[1:], strict=False):
        if before.astimezone(place).utcoffset() != after.astimezone(place).utcoffset():
            for quarter in range(96):
                wall = on_the_wall(zone, before + timedelta(minutes=15 * quarter))
                assert offset_at(tells, wall) == true_offset(zone, wall), wall
    for instant in days[::7]:
        assert offset_at(tells, on_the_wall(zone, instant)) == true_offset(zone, on_the_wall(zone, instant))


@pytest.mark.parametrize("part", range(8))
def test_cal_24_every_zone_of_the_world_is_told_rightly_or_not_at_all(part):
    for zone in sorted(available_timezones())[part::8]:
        if is_regular(zone, 2026, 2026):
            tells = told(zone, 2026, 2026)
            for day in range(1, 365, 28):
                wall = on_the_wall(zone, datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day))
                assert offset_at(tells, wall) == true_offset(zone, wall), (zone, wall)


@given(
    st.sampled_from(known_zones()),
    st.integers(2024, 2029),
    st.integers(0, 1),
    st.integers(0, 365 * 24 * 4 - 1),
)
@settings(max_examples=100)
@example("Africa/Cairo", 2026, 0, 0)
@example("Asia/Jerusalem", 2026, 1, 20_000)
def test_cal_24_any_instant_in_any_zone_over_any_years(zone, first_year, more, quarter):
    if is_regular(zone, first_year, first_year + more + 1):
        wall = on_the_wall(zone, datetime(first_year, 1, 2, tzinfo=UTC) + timedelta(minutes=15 * quarter))
        assert offset_at(told(zone, first_year, first_year + more), wall) == true_offset(zone, wall)


@pytest.mark.parametrize(
    "zone", ["Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"]
)
def test_cal_24_a_library_that_believes_the_calendar_reads_the_same(zone):
    tells = Timezone.from_ical(component(zone, 2026, 2027).to_ical()).to_tz(lookup_tzid=False)
    for day in range(0, 730, 9):
        instant = datetime(2026, 1, 2, 12, tzinfo=UTC) + timedelta(days=day)
        assert instant.astimezone(tells).utcoffset() == instant.astimezone(ZoneInfo(zone)).utcoffset()


def test_cal_24_daylight_is_the_half_of_the_year_in_which_clocks_are_ahead():
    offsets = {part.name: part.value("TZOFFSETTO") for part in told("Europe/Dublin", 2026, 2026).parts}
    assert offsets == {"STANDARD": "+0000", "DAYLIGHT": "+0100"}


def test_cal_25_morocco_has_no_yearly_rule_in_any_years_ahead():
    assert not any(is_regular("Africa/Casablanca", year, year + 1) for year in range(2024, 2034))


def test_cal_25_a_change_of_law_within_the_years_leaves_no_rule():
    assert not is_regular("America/Sao_Paulo", 2018, 2020)
    assert is_regular("America/Sao_Paulo", 2020, 2030)
