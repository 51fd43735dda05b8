"""What speaks against a day: rooms, heads of delegation, public holidays."""

from datetime import UTC, date, datetime

import pytest

from app.domain.clash import Sat, at_once, clashes, rests_then

DAY, NEXT = date(2026, 12, 3), date(2026, 12, 4)


def sat(title="Other", first=DAY, last=None, starts=None, ends=None, **more):
    clock = [datetime(2026, 12, 3, hour, tzinfo=UTC) if hour else None for hour in (starts, ends)]
    return Sat(title, first, last or first, *clock, **more)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (sat(), sat(), True),
        (sat(), sat(first=NEXT), False),
        (sat(last=NEXT), sat(first=NEXT), True),
        (sat(starts=9, ends=10), sat(starts=10, ends=11), False),
        (sat(starts=9, ends=11), sat(starts=10, ends=12), True),
        (sat(starts=9, ends=10), sat(), True),
    ],
)
def test_two_are_at_once_by_the_minute_or_by_the_day(one, other, both):
    assert at_once(one, other) is both
    assert at_once(other, one) is both


def test_a_room_and_a_head_are_had_once():
    one = sat("", city="Brussels", place="Room 4", heads=frozenset({"Anna Lind"}))
    others = [
        sat("Cables", city="brussels", place="room 4"),
        sat("Elsewhere", city="Tokyo", place="Room 4"),
        sat("Norms", heads=frozenset({"ANNA LIND", "Sato"})),
        sat("Tomorrow", first=NEXT, city="Brussels", place="Room 4", heads=frozenset({"Anna Lind"})),
    ]
    assert clashes(one, others) == [
        "Room 4 is taken then: Cables.",
        "Anna Lind heads a delegation elsewhere then: Norms.",
    ]
    assert clashes(sat(""), [sat("No room, no head")]) == []


def test_holidays_are_named_three_at_the_most():
    week = [date(2026, 12, day) for day in range(21, 28)]
    holidays = dict.fromkeys(week, "Rest")
    assert rests_then("Japan", {DAY: "Day"}, [DAY, NEXT]) == [
        "Public holiday in Japan: Day (3 December 2026)."
    ]
    assert len(rests_then("Japan", holidays, week)) == 3
