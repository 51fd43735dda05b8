"""Working days, days in words, and the rhythm of a dialogue."""

from datetime import date

import pytest

from app.domain.cadence import Rhythm, pulse, read_cadence
from app.domain.deadline import add_working_days, in_words, working_days_between

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
TODAY = date(2026, 11, 23)


def test_working_days_pass_over_weekends_and_holidays():
    assert add_working_days(FRIDAY, 1) == MONDAY
    assert add_working_days(FRIDAY, 1, {MONDAY}) == date(2026, 12, 1)
    assert add_working_days(MONDAY, -1) == FRIDAY
    assert add_working_days(date(2026, 11, 28), 0) == MONDAY
    assert working_days_between(FRIDAY, MONDAY) == 1
    assert working_days_between(MONDAY, FRIDAY) == -1


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 12, 2), "in 9 days"),
        (date(2026, 11, 20), "3 days late"),
    ],
)
def test_days_in_words(due, words):
    assert in_words(due, TODAY) == words


@pytest.mark.parametrize(
    ("stated", "months"),
    [("annual (stated in 2020)", 12), ("annual, or as determined", 12), ('"bi-annual" (stated in 2012)', None), ("biennial", 24),
     ("twice a year", 6), ("every two years", 24), ("quarterly", 3), ("mutually convenient date", None)],
)  # fmt: skip
def test_a_stated_cadence(stated, months):
    assert read_cadence(stated) == months


@pytest.mark.parametrize(
    ("held", "planned", "months", "rhythm"),
    [
        ([date(2026, 1, 28)], [], 12, Rhythm.KEPT),
        ([date(2025, 1, 28)], [], 12, Rhythm.SLIPPED),
        ([date(2025, 1, 28)], [date(2026, 12, 15)], 12, Rhythm.SLIPPED),
        ([date(2025, 10, 1)], [date(2026, 12, 15)], 12, Rhythm.KEPT),
        ([date(2020, 1, 28)], [], 12, Rhythm.DORMANT),
        ([date(2020, 1, 28)], [date(2027, 2, 1)], None, Rhythm.NOT_STATED),
        ([], [], 12, Rhythm.NOT_YET),
    ],
)
def test_the_rhythm_says_its_rule(held, planned, months, rhythm):
    found = pulse(held, planned, months, "annual" if months else "", TODAY)
    assert found.rhythm is rhythm
    assert found.rule
