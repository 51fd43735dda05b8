"""Times offered to guests: read from lines, told in numbers, the one that suits most first."""

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.meeting import Standing
from app.domain.poll import Tally, Vote, best_first, can_be_offered, read_slots, tally_of

TODAY = date(2026, 11, 27)


def test_times_are_read_one_a_line_in_order_and_each_once():
    found = read_slots("3 December 15:00\n\n2 December 10:00\n3 December 15:00", 90, "Asia/Tokyo", TODAY)
    assert [(slot.starts_wall, slot.ends_wall) for slot in found] == [
        (datetime(2026, 12, 2, 10), datetime(2026, 12, 2, 11, 30)),
        (datetime(2026, 12, 3, 15), datetime(2026, 12, 3, 16, 30)),
    ]
    assert found[0].starts_at == datetime(2026, 12, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "minutes", "field", "says"),
    [
        ("", 60, "slots", "at least one time"),
        ("3 December", 60, "slots", "no time is said"),
        ("December 2026", 60, "slots", "“December 2026”"),
        ("20 November 2026 10:00", 60, "slots", "this day is over"),
        ("28 March 2027 02:30", 60, "slots", "does not exist"),
        ("31 October 2027 02:30", 60, "slots", "comes twice"),
        ("3 December 25:00", 60, "slots", "3 December 25:00"),
        ("3 December 10:00", 4, "minutes", "5 minutes"),
        ("3 December 10:00", 721, "minutes", "12 hours"),
        ("\n".join(f"3 December {hour}:00" for hour in range(10, 24)) * 2, 60, "slots", ""),
    ],
)
def test_what_is_no_time_to_offer_is_refused_with_its_line(text, minutes, field, says):
    with pytest.raises(RuleBroken) as refused:
        read_slots(text, minutes, "Europe/Brussels", TODAY)
    assert refused.value.field == field
    assert says in refused.value.message


@given(st.text(max_size=200))
def test_no_text_is_a_fault(text):
    with suppress(RuleBroken):
        assert read_slots(text, 60, "Europe/Brussels", TODAY)


def test_answers_are_told_in_numbers():
    assert tally_of([Vote.YES, Vote.YES, Vote.NO], 4) == Tally(2, 0, 1, 1)
    assert Tally(2, 1, 0, 1).said == "2 yes, 1 if need be, 1 no answer"
    assert Tally(0, 0, 0, 0).said == "nobody was asked yet"


def test_the_time_that_nobody_has_to_refuse_goes_before_the_one_that_most_like():
    tallies = {1: Tally(3, 0, 1, 0), 2: Tally(1, 3, 0, 0), 3: Tally(2, 2, 0, 0), 4: Tally(2, 2, 0, 0)}
    assert best_first(tallies, [1, 2, 3, 4]) == [3, 4, 2, 1]


@pytest.mark.parametrize("standing", [Standing.HELD, Standing.CANCELLED])
def test_what_is_over_or_off_needs_no_time(standing):
    with pytest.raises(RuleBroken):
        can_be_offered(standing)


@pytest.mark.parametrize("standing", [Standing.PROPOSED, Standing.PLANNED, Standing.POSTPONED])
def test_what_lies_ahead_may_look_for_one(standing):
    can_be_offered(standing)
