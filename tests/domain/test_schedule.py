"""What a calendar may show: as far as the marking allows, as firm as it is, and never a made-up day."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.marking import Marking, ShownInFeed
from app.domain.meeting import Standing
from app.domain.schedule import (
    AHEAD_DAYS,
    BACK_DAYS,
    TOMBSTONE_DAYS,
    Entry,
    EntryStatus,
    entry_of,
    horizon,
    in_horizon,
)
from app.domain.stated_date import Precision

TODAY = date(2026, 11, 23)
URL = "https://desk.example/meetings/abc"
CLEAR = Marking(0, "clear", "TLP:CLEAR", "", "clear", True, ShownInFeed.FULL)
AMBER = Marking(2, "amber", "TLP:AMBER", "", "amber", True, ShownInFeed.FULL)
VAGUE = [p for p in Precision if p not in {Precision.DAY, Precision.SPAN, Precision.NONE}]


@dataclass
class Plain:
    """A round or meeting without a table: ten to noon in Tokyo."""

    uid: str = "11111111-2222-4333-8444-555555555555"
    revision: int = 3
    created_at: datetime = datetime(2026, 1, 5, 9, tzinfo=UTC)
    changed_at: datetime = datetime(2026, 11, 2, 9, tzinfo=UTC)
    title: str = "EU-Japan Cyber Dialogue"
    standing: Standing = Standing.CONFIRMED
    stated: str = "3 December 2026"
    precision: Precision = Precision.DAY
    starts_on: date | None = date(2026, 12, 3)
    ends_on: date | None = date(2026, 12, 3)
    starts_wall: datetime | None = datetime(2026, 12, 3, 10)
    ends_wall: datetime | None = datetime(2026, 12, 3, 12)
    zone: str = "Asia/Tokyo"
    city: str = "Tokyo"
    place: str = "Gaimusho"
    marking: int = 0
    summary: str = "Ms Sato said that the agenda is secret"
    because: str = "Mr Tanaka is ill"


def entry(shown: Plain, marking: Marking = CLEAR, ceiling: int = 9) -> Entry:
    """The entry of what has one."""
    found = entry_of(replace(shown, marking=marking.rank), marking, ceiling, URL)
    assert found is not None
    return found


def second_quarter(**changes: object) -> Plain:
    """A round in a quarter of a year."""
    quarter = Plain(
        stated="Q2 2026",
        precision=Precision.QUARTER,
        starts_on=date(2026, 4, 1),
        ends_on=date(2026, 6, 30),
        starts_wall=None,
        ends_wall=None,
    )
    return replace(quarter, **changes)


def test_a_confirmed_meeting_is_shown_whole():
    found = entry(Plain())
    assert (found.title, found.place, found.url) == ("EU-Japan Cyber Dialogue", "Gaimusho, Tokyo", URL)
    assert (found.starts, found.ends, found.zone) == (
        datetime(2026, 12, 3, 10),
        datetime(2026, 12, 3, 12),
        "Asia/Tokyo",
    )
    assert (found.status, found.busy, found.categories) == (EntryStatus.CONFIRMED, True, ())
    assert (found.uid, found.sequence) == ("11111111-2222-4333-8444-555555555555", 3)
    assert found.changed == datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_what_is_marked_says_so_in_its_title_and_its_category():
    found = entry(Plain(), AMBER)
    assert found.title == "[TLP:AMBER] EU-Japan Cyber Dialogue"
    assert found.categories == ("TLP:AMBER",)


def test_title_only_has_no_place_and_no_link():
    found = entry(Plain(), replace(AMBER, may_go_in_feeds=ShownInFeed.TITLE))
    assert (found.title, found.place, found.url) == ("[TLP:AMBER] EU-Japan Cyber Dialogue", "", "")


def test_busy_tells_the_time_and_nothing_else():
    found = entry(Plain(), replace(AMBER, may_go_in_feeds=ShownInFeed.BUSY))
    assert (found.title, found.place, found.url, found.categories) == ("Busy", "", "", ())
    assert found.starts == datetime(2026, 12, 3, 10)
    assert found.busy


@pytest.mark.parametrize("vague_or_off", [{"standing": Standing.CANCELLED}, {"precision": Precision.WEEK}])
def test_where_nobody_is_busy_there_is_nothing_to_show_as_busy(vague_or_off):
    busy = replace(AMBER, may_go_in_feeds=ShownInFeed.BUSY)
    assert entry_of(Plain(marking=2, **vague_or_off), busy, 9, URL) is None


@pytest.mark.parametrize("marking", [replace(AMBER, may_go_in_feeds=ShownInFeed.ABSENT), AMBER, CLEAR])
@pytest.mark.parametrize("ceiling", [0, 1, 2, 3])
def test_nothing_above_the_ceiling_and_nothing_that_is_absent_from_feeds(marking, ceiling):
    found = entry_of(Plain(marking=marking.rank), marking, ceiling, URL)
    assert (found is None) == (marking.rank > ceiling or marking.may_go_in_feeds is ShownInFeed.ABSENT)


@pytest.mark.parametrize(
    ("standing", "status", "busy"),
    [
        (Standing.PROPOSED, EntryStatus.TENTATIVE, True),
        (Standing.PLANNED, EntryStatus.TENTATIVE, True),
        (Standing.CONFIRMED, EntryStatus.CONFIRMED, True),
        (Standing.HELD, EntryStatus.CONFIRMED, True),
        (Standing.CANCELLED, EntryStatus.CANCELLED, False),
    ],
)
def test_an_entry_is_as_firm_as_the_meeting(standing, status, busy):
    found = entry(Plain(standing=standing))
    assert (found.status, found.busy) == (status, busy)


def test_a_cancelled_meeting_says_so_in_its_title():
    assert entry(Plain(standing=Standing.CANCELLED), AMBER).title.startswith(
        "CANCELLED: [TLP:AMBER] EU-Japan"
    )


@pytest.mark.parametrize(
    "nothing",
    [
        Plain(standing=Standing.POSTPONED),
        Plain(precision=Precision.NONE),
        Plain(starts_on=None),
        Plain(ends_on=None),
    ],
)
def test_without_a_date_there_is_no_entry(nothing):
    assert entry_of(nothing, CLEAR, 9, URL) is None


@pytest.mark.parametrize("precision", VAGUE)
def test_a_vague_date_is_a_free_tentative_span_and_not_a_false_day(precision):
    clock = {"starts_wall": datetime(2026, 4, 1, 9), "ends_wall": datetime(2026, 6, 30, 17)}
    found = entry(second_quarter(precision=precision, **clock))
    assert found.title == "EU-Japan Cyber Dialogue, Q2 2026 (date to be agreed)"
    assert (found.status, found.busy, found.starts) == (EntryStatus.TENTATIVE, False, None)
    assert (found.first_day, found.last_day) == (date(2026, 4, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("standing", "status"),
    [(Standing.HELD, EntryStatus.CONFIRMED), (Standing.CANCELLED, EntryStatus.CANCELLED)],
)
def test_what_is_past_or_called_off_has_no_date_to_agree(standing, status):
    found = entry(second_quarter(standing=standing))
    assert found.title.endswith("EU-Japan Cyber Dialogue, Q2 2026")
    assert (found.status, found.busy) == (status, False)


def test_a_vague_date_without_its_words_is_said_in_ours():
    assert entry(second_quarter(stated="")).title.endswith(", second quarter of 2026 (date to be agreed)")


def test_two_days_without_a_time_are_two_free_days():
    found = entry(
        Plain(precision=Precision.SPAN, ends_on=date(2026, 12, 4), starts_wall=None, ends_wall=None)
    )
    assert (found.first_day, found.last_day, found.busy) == (date(2026, 12, 3), date(2026, 12, 4), False)


def test_days_in_the_wrong_order_are_one_day():
    found = entry(Plain(precision=Precision.SPAN, ends_on=date(2026, 12, 1), starts_wall=None))
    assert (found.first_day, found.last_day) == (date(2026, 12, 3), date(2026, 12, 3))


@pytest.mark.parametrize(
    "clock",
    [
        {"ends_wall": None},
        {"starts_wall": None},
        {"ends_wall": datetime(2026, 12, 3, 10)},
        {"ends_wall": datetime(2026, 12, 3, 9)},
        {"zone": ""},
    ],
)
def test_without_a_zone_a_beginning_and_a_later_end_it_is_a_whole_day(clock):
    found = entry(replace(Plain(), **clock))
    assert (found.starts, found.ends, found.zone, found.busy) == (None, None, "", False)


def test_an_end_that_a_change_of_law_put_before_the_beginning_makes_a_whole_day():
    over_the_gap = {"starts_wall": datetime(2027, 3, 28, 2, 30), "ends_wall": datetime(2027, 3, 28, 3, 0)}
    found = entry(replace(Plain(), zone="Europe/Brussels", **over_the_gap))
    assert (found.starts, found.ends) == (None, None)


@pytest.mark.parametrize(
    ("place", "city", "shown"),
    [
        ("Gaimusho", "Tokyo", "Gaimusho, Tokyo"),
        ("Embassy, Tokyo", "Tokyo", "Embassy, Tokyo"),
        ("", "Tokyo", "Tokyo"),
        ("Gaimusho", "", "Gaimusho"),
        ("", "", ""),
    ],
)
def test_a_city_is_said_once(place, city, shown):
    assert entry(Plain(place=place, city=city)).place == shown


def test_an_entry_always_has_words():
    assert entry(Plain(title="")).title == "Meeting"


@given(st.sampled_from(Standing), st.sampled_from(Precision), st.sampled_from(ShownInFeed), st.integers(0, 3))
def test_no_entry_speaks_of_people_or_of_the_agenda(standing, precision, how, rank):
    marking = replace(AMBER, rank=rank, may_go_in_feeds=how)
    found = entry_of(Plain(standing=standing, precision=precision, marking=rank), marking, 3, URL)
    text = " ".join(str(getattr(found, each.name)) for each in fields(found)) if found else ""
    assert not any(secret in text for secret in ("Sato", "Tanaka", "agenda"))
    if how is not ShownInFeed.FULL:
        assert not any(secret in text for secret in ("Gaimusho", "desk.example"))
    if how is ShownInFeed.BUSY:
        assert not any(secret in text for secret in ("Japan", "AMBER"))


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [
        (-BACK_DAYS, -BACK_DAYS, True),
        (-BACK_DAYS - 5, -BACK_DAYS, True),
        (-BACK_DAYS - 5, -BACK_DAYS - 1, False),
        (AHEAD_DAYS, AHEAD_DAYS + 5, True),
        (AHEAD_DAYS + 1, AHEAD_DAYS + 5, False),
        (-2000, 2000, True),
    ],
)
def test_a_feed_reaches_half_a_year_back_and_two_years_ahead(first, last, within):
    days = {"first_day": TODAY + timedelta(days=first), "last_day": TODAY + timedelta(days=last)}
    assert in_horizon(replace(entry(Plain()), **days), TODAY) is within


def test_the_horizon_can_be_set():
    assert horizon(TODAY, 1, 2) == (date(2026, 11, 22), date(2026, 11, 25))
    assert not in_horizon(entry(Plain()), TODAY, 1, 2)


@pytest.mark.parametrize(("days", "there"), [(0, True), (TOMBSTONE_DAYS, True), (TOMBSTONE_DAYS + 1, False)])
def test_a_cancelled_entry_stays_ninety_days_and_goes(days, there):
    cancelled = entry(Plain(standing=Standing.CANCELLED))
    assert in_horizon(cancelled, date(2026, 11, 2) + timedelta(days=days)) is there
