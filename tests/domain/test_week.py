"""A week on the clocks of one place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.week import OnWeek, monday_of, name_of, placed, week_named

MONDAY = date(2026, 11, 23)


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def shown(things, zone="Europe/Brussels", monday=MONDAY):
    return [[(one.item, one.hours, one.goes_on) for one in day] for day in placed(things, monday, zone)]


def test_an_hour_in_tokyo_stands_on_the_day_that_it_is_here():
    call = OnWeek("call", date(2026, 11, 25), date(2026, 11, 25), at(24, 23, 30), at(25, 0, 30))
    assert shown([call])[2] == [("call", "00:30–01:30", False)]
    assert shown([call], "America/New_York")[1] == [("call", "18:30–19:30", False)]
    assert shown([call], "Asia/Tokyo")[2] == [("call", "08:30–09:30", False)]


def test_whole_days_come_first_and_then_the_hours():
    things = [
        OnWeek("late", MONDAY, MONDAY, at(23, 15), at(23, 16)),
        OnWeek("early", MONDAY, MONDAY, at(23, 8), at(23, 9)),
        OnWeek("week", MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)),
    ]
    assert shown(things)[0] == [
        ("week", "", True),
        ("early", "09:00–10:00", False),
        ("late", "16:00–17:00", False),
    ]
    assert shown(things)[1] == [("week", "", True)]
    assert shown(things)[2] == []


@pytest.mark.parametrize(
    ("ends", "days"),
    [
        (at(25, 16), {1: "09:00", 2: ""}),  # two days: its hours on the first only
        (at(24, 23), {1: "09:00–00:00"}),  # midnight in Brussels ends the day, and begins none
        (None, {1: "09:00"}),
    ],
)
def test_what_lasts_longer_goes_on(ends, days):
    found = shown([OnWeek("round", date(2026, 11, 24), date(2026, 11, 25), at(24, 8), ends)])
    assert {number: day[0][1] for number, day in enumerate(found) if day} == days


@pytest.mark.parametrize(
    ("name", "monday"),
    [
        ("2026-W48", MONDAY), ("2026-W53", date(2026, 12, 28)), ("2027-W53", None), ("2026-W00", None), ("2026-11", None),
        ("", None), ("2026-W", None), ("２０２６-W48", None), ("99999-W01", None), ("1212-W01", None), ("2026-W048", None),
    ],
)  # fmt: skip
def test_the_name_of_a_week(name, monday):
    assert week_named(name) == monday


@given(st.dates(date(1991, 1, 1), date(2199, 12, 31)))
def test_a_week_is_found_again_under_its_name(day):
    assert week_named(name_of(day)) == monday_of(day) <= day < monday_of(day) + timedelta(days=7)
