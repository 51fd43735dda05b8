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
    ],
)
def test_times_as_people_write_them(text, hour, minute):
    assert read_time(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["25:00", "9:75", "13 pm", "noonish", "", "0 am", "١٥:٠٠x"])
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


def test_a_time_that_comes_twice_asks_which():
    wall = datetime(2026, 10, 25, 2, 30)
    with pytest.raises(RuleBroken, match="comes twice"):
        to_utc(wall, "Europe/Brussels")
    assert to_utc(wall, "Europe/Brussels", 1) - to_utc(wall, "Europe/Brussels", 0) == timedelta(hours=1)


def test_half_an_hour_of_change_on_lord_howe():
    with pytest.raises(RuleBroken, match="01:45 or 02:45"):
        to_utc(datetime(2026, 10, 4, 2, 15), "Australia/Lord_Howe")


@given(st.sampled_from(known_zones()), st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)))
@settings(max_examples=500)
def test_there_and_back_in_every_zone(zone, instant):
    instant = instant.replace(tzinfo=UTC)
    seen = in_zone(instant, zone)
    assert to_utc(seen.replace(tzinfo=None, fold=0), zone, seen.fold) == instant


def test_zones_are_known_by_their_place():
    assert "Europe/Kyiv" in known_zones()
    assert city_of("America/New_York") == "New York"
    with pytest.raises(RuleBroken) as broken:
        to_utc(datetime(2026, 1, 1), "Europe/Atlantis")
    assert broken.value.field == "zone"
    assert ZoneInfo(known_zones()[5])
