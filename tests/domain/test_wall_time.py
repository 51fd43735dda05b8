"""Wall time, zone and instant."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.wall_time import city_of, in_zone, known_zones, read_time, to_utc


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("15:00", 15, 0),
        ("3 pm", 15, 0),
        ("9.30", 9, 30),
        ("1500", 15, 0),
        ("12am", 0, 0),
        ("12:30 p.m.", 12, 30),
        ("8", 8, 0),
        ("15h30", 15, 30),
        ("15:00 hrs", 15, 0),
        ("Noon", 12, 0),
        ("midnight", 0, 0),
    ],
)
def test_times_as_people_write_them(text, hour, minute):
    assert read_time(text) == time(hour, minute)


@pytest.mark.parametrize(
    "text", ["25:00", "9:75", "13 pm", "noonish", "", "0 am", "24:00", "15:00:00", "١٥:٠٠x"]
)
def test_what_is_no_time_of_day(text):
    with pytest.raises(RuleBroken) as broken:
        read_time(text)
    assert broken.value.field == "time"


def test_ten_in_tokyo_is_two_in_brussels_in_winter_and_three_in_summer():
    winter, summer = (
        to_utc(datetime(2026, 12, 3, 10), "Asia/Tokyo"),
        to_utc(datetime(2026, 7, 3, 10), "Asia/Tokyo"),
    )
    assert in_zone(winter, "Europe/Brussels").hour == 2
    assert in_zone(summer, "Europe/Brussels").hour == 3


def test_a_time_that_the_clocks_leave_out_is_refused_with_both_neighbours():
    with pytest.raises(RuleBroken, match=r"02:30 does not exist in Brussels.*01:30 or 03:30"):
        to_utc(datetime(2027, 3, 28, 2, 30), "Europe/Brussels")


def test_a_neighbour_on_another_day_is_named_with_its_day():
    with pytest.raises(RuleBroken, match=r"Choose 23:30 on 23 April or 01:30\."):
        to_utc(datetime(2026, 4, 24, 0, 30), "Africa/Cairo")


def test_a_time_that_comes_twice_asks_which():
    wall = datetime(2026, 10, 25, 2, 30)
    with pytest.raises(RuleBroken, match="comes twice"):
        to_utc(wall, "Europe/Brussels")
    assert to_utc(wall, "Europe/Brussels", 1) - to_utc(wall, "Europe/Brussels", 0) == timedelta(hours=1)


def test_half_an_hour_of_change_on_lord_howe():
    with pytest.raises(RuleBroken, match="01:45 or 02:45"):
        to_utc(datetime(2026, 10, 4, 2, 15), "Australia/Lord_Howe")


def changes_of_the_clock(zone):
    """The hours (UTC) in which a zone's offset changes, from 2024 to 2035."""
    place, at, week = ZoneInfo(zone), datetime(2024, 1, 1, tzinfo=UTC), timedelta(weeks=1)
    while at.year < 2036:
        if at.astimezone(place).utcoffset() != (at + week).astimezone(place).utcoffset():
            low, high = at, at + week
            while high - low > timedelta(hours=1):
                middle = low + (high - low) / 2
                same = middle.astimezone(place).utcoffset() == at.astimezone(place).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            yield low.replace(minute=0, second=0, microsecond=0)
        at += week


def test_there_and_back_around_every_change_of_the_clock_in_every_zone():
    seen_zones = 0
    for zone in known_zones():
        changes = list(changes_of_the_clock(zone))
        seen_zones += bool(changes)
        for change in changes:
            for minutes in range(-120, 181, 30):
                instant = change + timedelta(minutes=minutes)
                seen = in_zone(instant, zone)
                assert to_utc(seen.replace(tzinfo=None, fold=0), zone, seen.fold) == instant, (zone, instant)
    assert seen_zones > 100


@given(st.sampled_from(known_zones()), st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)))
@settings(max_examples=500)
def test_there_and_back_in_every_zone(zone, instant):
    instant = instant.replace(tzinfo=UTC)
    seen = in_zone(instant, zone)
    assert to_utc(seen.replace(tzinfo=None, fold=0), zone, seen.fold) == instant


def test_an_instant_needs_its_zone():
    with pytest.raises(ValueError, match="without its zone"):
        in_zone(datetime(2026, 1, 1), "Europe/Brussels")


@pytest.mark.parametrize(
    "name", ["Europe/Atlantis", "", "Europe", "../etc/passwd", "/etc/localtime", "Europe/Brussels\0"]
)
def test_what_is_no_zone_is_said_to_be_none(name):
    with pytest.raises(RuleBroken) as broken:
        to_utc(datetime(2026, 1, 1), name)
    assert broken.value.field == "zone"


def test_zones_are_known_by_their_place():
    assert "Europe/Kyiv" in known_zones()
    assert city_of("America/New_York") == "New York"
    assert known_zones()[0] == "UTC"
    assert not [zone for zone in known_zones() if zone.startswith("Etc/")]
