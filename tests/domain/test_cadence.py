"""How often a dialogue is to meet, and whether it does."""

from dataclasses import dataclass
from datetime import date

import pytest

from app.domain.cadence import Rhythm, doubt_about, pulse, read_cadence
from app.domain.meeting import Standing
from app.domain.next_round import month_in_turn, rounds_ahead
from app.domain.stated_date import Precision, StatedDate

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("stated", "months"),
    [
        ("annual", 12),
        ("annual (stated in 2020)", 12),
        ("annual, or as determined", 12),
        ("each year", 12),
        ("once a year", 12),
        ("once yearly", 12),
        ("every 12 months", 12),
        ("biennial", 24),
        ("every two years", 24),
        ("once every two years", 24),
        ("every other year", 24),
        ("Every second year", 24),
        ("triennial", 36),
        ("every five years", 60),
        ("every 18 months", 18),
        ("twice a year", 6),
        ("twice yearly", 6),
        ("two times per year", 6),
        ("semi-annual", 6),
        ("half-yearly", 6),
        ("three times a year", 4),
        ("quarterly", 3),
        ("every quarter", 3),
        ("every other month", 2),
        ("monthly", 1),
        ("each month", 1),
        ("mutually convenient date", None),
        ("regularly", None),
        ("not annual", None),
        ("every 0 months", None),
        ("", None),
    ],
)
def test_a_stated_cadence(stated, months):
    assert read_cadence(stated) == months
    assert doubt_about(stated) == ""


@pytest.mark.parametrize(
    ("stated", "unit"), [('"bi-annual" (stated in 2012)', "year"), ("biannual", "year"), ("biyearly", "year"), ("bimonthly", "month")]
)  # fmt: skip
def test_a_cadence_that_can_be_read_two_ways_gives_no_months_but_a_reason(stated, unit):
    assert read_cadence(stated) is None
    assert doubt_about(stated) == f"which can mean twice a {unit} or every two {unit}s"


def on(days):
    return [StatedDate("", day, day, Precision.DAY) for day in days]


@pytest.mark.parametrize(
    ("held", "planned", "months", "rhythm"),
    [
        ([date(2026, 1, 28)], [], 12, Rhythm.KEPT),
        ([date(2024, 3, 1), date(2026, 1, 28)], [], 12, Rhythm.KEPT),
        ([date(2025, 8, 23)], [], 12, Rhythm.KEPT),
        ([date(2025, 8, 22)], [], 12, Rhythm.SLIPPED),
        ([date(2025, 1, 28)], [], 12, Rhythm.SLIPPED),
        ([date(2025, 1, 28)], [date(2026, 12, 15)], 12, Rhythm.SLIPPED),
        ([date(2025, 10, 1)], [date(2026, 12, 15)], 12, Rhythm.KEPT),
        ([date(2025, 8, 1)], [date(2026, 10, 1)], 12, Rhythm.SLIPPED),
        ([date(2020, 1, 28)], [], 12, Rhythm.DORMANT),
        ([date(2023, 11, 22)], [], None, Rhythm.DORMANT),
        ([date(2023, 11, 23)], [], None, Rhythm.NOT_STATED),
        ([date(2022, 1, 28)], [], 60, Rhythm.KEPT),
        ([date(2021, 1, 28)], [], 60, Rhythm.DORMANT),
        ([date(2020, 1, 28)], [date(2027, 2, 1)], None, Rhythm.NOT_STATED),
        ([], [], 12, Rhythm.NOT_YET),
    ],
)
def test_the_rhythm_of_a_dialogue(held, planned, months, rhythm):
    assert pulse(on(held), on(planned), months, "as stated" if months else "", TODAY).rhythm is rhythm


@pytest.mark.parametrize(
    ("held", "planned", "months", "stated", "rule"),
    [
        (
            [date(2026, 3, 12)], [], 12, "annual",
            "stated: annual; last held 12 March 2026; expected by March 2027, with 3 months’ grace",
        ),
        (
            [date(2025, 3, 12)], [date(2026, 12, 3)], 12, "annual",
            "stated: annual; last held 12 March 2025; expected by March 2026, with 3 months’ grace; "
            "the next planned for 3 December 2026",
        ),
        (
            [date(2020, 3, 12)], [], 12, "annual",
            "stated: annual; last held 12 March 2020; none for more than 36 months, and none planned",
        ),
        (
            [date(2024, 3, 12)], [], None, "bi-annual",
            "stated: bi-annual, which can mean twice a year or every two years; last held 12 March 2024",
        ),
        ([date(2024, 3, 12)], [], None, "", "last held 12 March 2024"),
        ([], [date(2027, 1, 1)], 12, "annual", "stated: annual; no round on record"),
    ],
)  # fmt: skip
def test_the_rhythm_says_its_rule(held, planned, months, stated, rule):
    assert pulse(on(held), on(planned), months, stated, TODAY).rule == rule


def test_the_day_by_which_the_next_was_to_be_held():
    assert pulse(on([date(2024, 2, 29)]), [], 12, "annual", TODAY).expected_by == date(2025, 2, 28)
    assert pulse(on([date(2020, 2, 29)]), [], 12, "annual", TODAY).expected_by is None


def test_a_date_is_said_no_finer_than_it_was_stated():
    held = StatedDate("December 2023", date(2023, 12, 1), date(2023, 12, 31), Precision.MONTH)
    ahead = StatedDate("second quarter of 2027", date(2027, 4, 1), date(2027, 6, 30), Precision.QUARTER)
    rule = pulse([held], [ahead], None, "", TODAY).rule
    assert rule == "last held December 2023; the next planned for second quarter of 2027"


@pytest.mark.parametrize(
    ("last", "months", "month"),
    [
        (date(2026, 3, 31), 12, "March 2027"),
        (date(2026, 1, 31), 1, "December 2026"),  # the month in turn has gone by
        (date(2026, 8, 31), 6, "February 2027"),
        (date(2020, 5, 5), 12, "December 2026"),
        (date(2026, 3, 31), None, ""),
        (None, 12, ""),
    ],
)
def test_the_cadence_says_in_which_month_the_next_round_is_and_never_on_which_day(last, months, month):
    assert month_in_turn(last, months, date(2026, 11, 27)) == month


@dataclass
class Held:
    """A round as the rule reads it."""

    number: int | None
    city: str
    standing: Standing = Standing.HELD


def test_rounds_ahead_count_on_take_turns_and_keep_the_cadence():
    before = [Held(6, "Tokyo"), Held(5, "Brussels")]
    ahead = rounds_ahead(before, date(2026, 10, 14), 6, TODAY, 3)
    assert [(one.number, one.month, one.city) for one in ahead] == [
        (7, "April 2027", "Brussels"),
        (8, "October 2027", "Tokyo"),
        (9, "April 2028", "Brussels"),
    ]


def test_rounds_ahead_of_a_dialogue_long_asleep_begin_next_month():
    [first, second] = rounds_ahead([Held(None, "")], date(2019, 1, 31), 12, TODAY, 2)
    assert (first.number, first.month, first.city) == (None, "December 2026", "")
    assert second.month == "December 2027"


@pytest.mark.parametrize(("last", "months"), [(None, 12), (date(2026, 1, 1), None), (None, None)])
def test_without_a_cadence_or_a_last_round_no_month_is_made_up(last, months):
    assert [one.month for one in rounds_ahead([], last, months, TODAY, 2)] == ["", ""]
