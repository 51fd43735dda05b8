"""Finding a time for several places and people: ranked, with reasons, over changes of the clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.planner import is_busy, judge, merged, proposals
from app.domain.planner_words import said
from app.domain.wall_time import known_zones
from app.domain.wanted_time import Person, Place, Taken, Wanted

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
BRUSSELS, TOKYO = Place("Brussels", "Europe/Brussels"), Place("Tokyo", "Asia/Tokyo")
HONOLULU = Place("Honolulu", "Pacific/Honolulu")


def wanted(*places, people=(), days=5, minutes=60, first=MONDAY, taken=()):
    return Wanted(
        places or (BRUSSELS, TOKYO),
        tuple(people),
        first,
        first + timedelta(days=days - 1),
        minutes,
        tuple(taken),
    )


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), UTC)


def test_the_hour_that_both_capitals_share_is_proposed_with_its_reason():
    asked = wanted(people=[Person("Anna"), Person("Bruno"), Person("Clara")], days=1)
    best = proposals(asked, NOW)[0]
    assert (
        said(best, asked) == "09:00 Brussels · 17:00 Tokyo; Monday 30 November 2026; no holiday; 3 of 3 free"
    )
    assert best.weight == (0, 0, 0)


def test_who_is_busy_moves_it_to_another_day():
    busy = Person("Anna", merged([(at(MONDAY, 0), at(MONDAY, 23))]))
    asked = wanted(people=[busy])
    best = proposals(asked, NOW)[0]
    assert best.day == MONDAY + timedelta(days=1)
    assert not best.busy


def test_where_somebody_is_always_busy_it_is_said():
    busy = Person("Anna", merged([(at(MONDAY, 0) - timedelta(days=1), at(MONDAY, 0) + timedelta(days=9))]))
    asked = wanted(people=[busy, Person("Bruno")])
    assert "1 of 2 free (Anna busy)" in said(proposals(asked, NOW)[0], asked)


def test_where_no_hour_is_shared_the_least_bad_is_proposed_and_says_why():
    asked = wanted(BRUSSELS, HONOLULU, days=1)
    best = proposals(asked, NOW)[0]
    line = said(best, asked)
    assert "in Brussels" in line or "in Honolulu" in line
    assert not any("at night" in reason for reason in best.against)
    assert "no holiday" in line


def test_holidays_and_weekends_of_each_side_come_last_and_are_named():
    resting = Place("Tokyo", "Asia/Tokyo", holidays={MONDAY: "Labour Thanksgiving Day"})
    asked = wanted(BRUSSELS, resting, days=2)
    assert proposals(asked, NOW)[0].day == MONDAY + timedelta(days=1)
    only = wanted(BRUSSELS, resting, days=1)
    assert "Labour Thanksgiving Day in Tokyo" in said(proposals(only, NOW)[0], only)
    gulf = Place("Riyadh", "Asia/Riyadh", weekend=frozenset({4, 5}))
    friday = wanted(BRUSSELS, gulf, days=1, first=date(2026, 12, 4))
    assert "weekend in Riyadh" in said(proposals(friday, NOW)[0], friday)


@pytest.mark.parametrize(("minutes", "touches"), [(60, False), (61, True), (8 * 60, True)])
def test_a_call_over_midnight_touches_the_holiday_that_it_runs_into(minutes, touches):
    tuesday = MONDAY + timedelta(days=1)
    resting = replace(HONOLULU, holidays={tuesday: "Day of the desk"})
    eleven = at(tuesday, 9)  # 23:00 on Monday in Honolulu
    judged = judge(wanted(resting, days=1, minutes=minutes), eleven, NOW)
    assert judged.walls == ("23:00 Honolulu",)
    assert ("Day of the desk in Honolulu" in judged.against) is touches


@pytest.mark.parametrize(
    ("hour", "minutes", "words"),
    [
        (6, 60, "early in Brussels, 60 minutes"),
        (16, 180, "late in Brussels, "),
        (6, 720, "early and late in Brussels, "),
        (22, 60, "at night in Brussels"),
    ],
)
def test_it_is_said_when_it_is_early_late_or_both_and_by_how_much(hour, minutes, words):
    against = judge(wanted(BRUSSELS, days=1, minutes=minutes), at(MONDAY, hour), NOW).against
    assert [each for each in against if each.startswith(words)]


def test_of_whom_no_holidays_are_known_that_is_said_and_not_that_there_are_none():
    asked = wanted(BRUSSELS, Place("Kyiv", "Europe/Kyiv", unknown=("Kyiv",)))
    line = said(proposals(asked, NOW)[0], asked)
    assert "no public holidays are known for Kyiv" in line
    assert "no holiday;" not in line


def test_weeks_to_stay_away_from_are_named():
    week = Taken("the UN high-level week", MONDAY, MONDAY + timedelta(days=3))
    asked = wanted(days=5, taken=[week])
    assert proposals(asked, NOW)[0].day == MONDAY + timedelta(days=4)
    only = wanted(days=1, taken=[week])
    assert "falls into the UN high-level week" in said(proposals(only, NOW)[0], only)


def test_a_change_of_the_clocks_before_then_is_told_and_reckoned_with():
    spring = date(2027, 3, 29)  # the day after Brussels goes forward
    asked = wanted(days=1, first=spring)
    best = proposals(asked, NOW)[0]
    assert best.walls == ("09:00 Brussels", "16:00 Tokyo")
    assert best.for_it == ("the clocks in Brussels go forward before then",)


def test_a_time_that_no_clock_shows_is_not_proposed():
    sunday = wanted(BRUSSELS, days=1, first=date(2027, 3, 28), minutes=30)
    walls = {each.walls[0] for each in proposals(sunday, NOW, limit=99)}
    assert not walls & {"02:00 Brussels", "02:30 Brussels"}


def test_two_of_a_day_at_the_most_and_nothing_that_is_over():
    found = proposals(wanted(days=5), NOW, limit=12)
    assert len(found) == 10
    assert max(sum(each.day == day for each in found) for day in {each.day for each in found}) == 2
    late = datetime(2026, 11, 30, 9, 10, tzinfo=UTC)
    assert min(each.starts_at for each in proposals(wanted(days=1), late)) > late


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"days": 0}, "until"),
        ({"days": 57}, "until"),
        ({"minutes": 5}, "minutes"),
        ({"minutes": 721}, "minutes"),
    ],
)
def test_what_cannot_be_looked_for_is_said_at_its_field(changes, field):
    with pytest.raises(RuleBroken) as refused:
        proposals(wanted(**changes), NOW)
    assert refused.value.field == field


def test_spans_that_touch_are_one_and_empty_ones_none():
    one, two, three = at(MONDAY, 9), at(MONDAY, 10), at(MONDAY, 11)
    assert merged([(two, three), (one, two), (three, one), (one, one)]) == ((one, three),)


HOURS = st.integers(0, 24 * 6).map(lambda hours: at(MONDAY, 0) + timedelta(hours=hours))
SPANS = st.lists(st.tuples(HOURS, HOURS), max_size=8).map(merged)


@given(SPANS, HOURS, st.integers(15, 300))
def test_busy_is_what_some_span_touches(spans, start, minutes):
    end = start + timedelta(minutes=minutes)
    assert is_busy(Person("x", spans), start, end) == any(a < end and b > start for a, b in spans)


@given(
    st.lists(st.sampled_from(known_zones()), min_size=1, max_size=3, unique=True),
    st.lists(SPANS, max_size=3),
    st.dates(date(2026, 12, 1), date(2030, 12, 1)),
    st.integers(1, 4),
    st.sampled_from([15, 60, 90, 240]),
)
@settings(max_examples=60)
def test_every_proposal_is_within_its_days_true_on_each_wall_and_none_is_busy_if_one_is_free(
    zones, busy, first, days, minutes
):
    places = tuple(Place(zone, zone) for zone in zones)
    people = tuple(Person(f"P{n}", spans) for n, spans in enumerate(busy))
    asked = Wanted(places, people, first, first + timedelta(days=days - 1), minutes)
    found = proposals(asked, NOW)
    assert found
    assert [each.weight for each in found] == sorted(each.weight for each in found)
    for each in found:
        assert asked.first <= each.starts_at.astimezone(ZoneInfo(zones[0])).date() <= asked.last
        assert each.ends_at - each.starts_at == timedelta(minutes=minutes)
        for place, wall in zip(places, each.walls, strict=True):
            assert wall == f"{each.starts_at.astimezone(ZoneInfo(place.zone)):%H:%M} {place.name}"
        assert set(each.busy) == {p.name for p in people if is_busy(p, each.starts_at, each.ends_at)}
    assert len({len(each.busy) for each in found}) == 1
    assert found == proposals(asked, NOW)
