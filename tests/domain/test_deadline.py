"""Working days, and days in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.deadline import add_working_days, in_words, is_working_day, working_days_between

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
HOLIDAYS = st.frozensets(st.dates(date(2024, 1, 1), date(2035, 12, 31)), max_size=20)


@pytest.mark.parametrize(
    ("day", "number", "holidays", "expected"),
    [
        (FRIDAY, 1, set(), MONDAY),
        (FRIDAY, 1, {MONDAY}, date(2026, 12, 1)),
        (SATURDAY, 1, set(), MONDAY),
        (FRIDAY, 0, set(), FRIDAY),
        (SATURDAY, 0, set(), MONDAY),
        (SATURDAY, 0, {MONDAY}, date(2026, 12, 1)),
        (MONDAY, -1, set(), FRIDAY),
        (SATURDAY, -1, set(), FRIDAY),
        (date(2026, 12, 23), 5, {date(2026, 12, 25), date(2027, 1, 1)}, date(2026, 12, 31)),
    ],
)
def test_working_days_pass_over_weekends_and_holidays(day, number, holidays, expected):
    assert add_working_days(day, number, holidays) == expected


def test_a_partner_may_rest_on_other_days():
    friday_and_saturday = frozenset({4, 5})
    assert add_working_days(date(2026, 11, 26), 1, weekend=friday_and_saturday) == date(2026, 11, 29)
    assert working_days_between(date(2026, 11, 26), date(2026, 11, 30), weekend=friday_and_saturday) == 2


@pytest.mark.parametrize(
    ("start", "end", "number"), [(FRIDAY, MONDAY, 1), (MONDAY, FRIDAY, -1), (FRIDAY, SATURDAY, 0), (MONDAY, MONDAY, 0)]
)  # fmt: skip
def test_working_days_between_two_days(start, end, number):
    assert working_days_between(start, end) == number


@given(DAYS, st.integers(1, 60), HOLIDAYS)
@settings(max_examples=200)
def test_so_many_working_days_later_are_so_many_working_days_between(day, number, holidays):
    later = add_working_days(day, number, holidays)
    assert is_working_day(later, holidays)
    assert working_days_between(day, later, holidays) == number


@pytest.mark.parametrize(
    ("away", "words"),
    [(0, "today"), (1, "tomorrow"), (2, "in 2 days"), (9, "in 9 days"), (-1, "yesterday"), (-2, "2 days late"), (-3, "3 days late")],
)  # fmt: skip
def test_days_in_words(away, words):
    assert in_words(TODAY + timedelta(days=away), TODAY) == words
