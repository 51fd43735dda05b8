"""When a digest is due: at the chosen hour of chosen days, working days only, once, whatever the clock does."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import DaysOff
from app.domain.digest import days_in_words, due_day, moment_of

EIGHT = time(8)
ZONE = "Europe/Brussels"
NEW_YEAR = DaysOff(frozenset({date(2027, 1, 1)}))
ZONES = (
    "Europe/Brussels", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Kiritimati",
    "Pacific/Pago_Pago", "America/Santiago", "Africa/Casablanca", "Asia/Tehran", "Asia/Kathmandu",
    "Atlantic/Azores", "America/St_Johns",
)  # fmt: skip
MONDAY = date(2026, 11, 23)


def local(day, hour, zone=ZONE):
    return datetime.combine(day, hour, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("days", "now", "found"),
    [
        ([0], local(MONDAY, time(7, 59)), None),
        ([0], local(MONDAY, EIGHT), MONDAY),
        ([0], local(MONDAY, time(23, 59)), MONDAY),
        ([0], local(MONDAY + timedelta(1), time(7)), None),
        ([0], local(MONDAY, time(13, 59)), MONDAY),
        ([0], local(MONDAY + timedelta(3), EIGHT), MONDAY),  # nothing ran for three days
        ([0, 3], local(MONDAY + timedelta(3), EIGHT), MONDAY + timedelta(3)),
        ([0], local(MONDAY + timedelta(5), time(12)), None),  # never on a Saturday
        ([5], local(MONDAY + timedelta(7), EIGHT), MONDAY + timedelta(7)),  # Saturday counts for Monday
        ([4], local(date(2027, 1, 1), time(12)), None),
        ([4], local(date(2027, 1, 4), EIGHT), date(2027, 1, 4)),  # Friday was New Year
        ([], local(MONDAY, time(12)), None),
    ],
)
def test_the_latest_day_that_is_due(days, now, found):
    assert due_day(days, EIGHT, ZONE, now, NEW_YEAR) == found


@pytest.mark.parametrize("zone", ZONES)
@given(st.sampled_from([time(0), time(2, 30), time(8), time(23, 59)]), st.integers(0, 365))
def test_each_day_has_one_moment_also_when_clocks_change(zone, at, number):
    day = date(2026, 1, 1) + timedelta(days=number)
    moment = moment_of(day, at, zone).astimezone(UTC)
    off = DaysOff(weekend=frozenset())
    assert due_day(list(range(7)), at, zone, moment + timedelta(minutes=70), off) == day
    assert due_day(list(range(7)), at, zone, moment - timedelta(minutes=1), off) != day


@given(
    st.lists(st.integers(0, 6), max_size=7),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
)
def test_what_is_due_is_a_working_day_not_ahead(days, now):
    found = due_day(days, EIGHT, ZONE, now, NEW_YEAR)
    if found is not None:
        assert found.weekday() < 5
        assert found not in NEW_YEAR.holidays
        assert moment_of(found, EIGHT, ZONE) <= now


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "never"),
        ([0], "Mondays"),
        ([3, 0], "Mondays and Thursdays"),
        ([0, 2, 4], "Mondays, Wednesdays and Fridays"),
    ],
)
def test_the_days_in_words(days, words):
    assert days_in_words(days) == words
