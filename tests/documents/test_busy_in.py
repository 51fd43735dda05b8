"""Calendars of people, read for nothing but when they are busy; whatever is in them is no fault."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.busy_in import read_busy
from app.domain.errors import RuleBroken

START = datetime(2026, 11, 27, tzinfo=UTC)
END = START + timedelta(days=366)
HEAD, TAIL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", "END:VCALENDAR\r\n"


def busy(*lines, uid="1"):
    event = "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT", ""])
    return read_busy((HEAD + event + TAIL).encode(), START, END, "Europe/Brussels")[0]


def test_times_are_instants_floating_ones_are_meant_here_and_durations_count():
    nine = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert busy("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z") == [(nine, nine + timedelta(hours=1))]
    assert busy("DTSTART:20261201T100000", "DURATION:PT90M") == [(nine, nine + timedelta(minutes=90))]
    assert busy("DTSTART;TZID=Asia/Tokyo:20261201T180000", "DTEND;TZID=Asia/Tokyo:20261201T183000") == [
        (nine, nine + timedelta(minutes=30))
    ]


@pytest.mark.parametrize(
    "free",
    [
        ("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "TRANSP:TRANSPARENT"),
        ("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "STATUS:CANCELLED"),
        ("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        ("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"),
        ("DTSTART:20251201T090000Z", "DTEND:20251201T100000Z"),
        ("DTSTART:20261201T090000Z", "DTEND:20261201T090000Z"),
    ],
)
def test_what_is_free_cancelled_over_or_nothing_takes_no_time(free):
    assert busy(*free) == []


def test_series_are_followed_with_what_is_struck_out_of_them():
    lines = (
        "DTSTART:20261201T090000Z",
        "DTEND:20261201T100000Z",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE:20261202T090000Z",
    )
    assert [start.day for start, _ in busy(*lines)] == [1, 3, 4]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=HOURLY;COUNT=3", "FREQ=DAILY;BYHOUR=1,2,3", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5", "FREQ=MONTHLY;BYDAY=99MO", "FREQ=WEEKLY;INTERVAL=0", "FREQ=YEARLY;BYWEEKNO=53",
        "FREQ=YEARLY;BYYEARDAY=400", "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=31",
    ],
)  # fmt: skip
def test_of_a_series_that_is_not_followed_the_first_date_counts(rule):
    assert len(busy("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", f"RRULE:{rule}")) == 1


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("FREQ=DAILY", 361), ("FREQ=WEEKLY;BYDAY=TU,TH;WKST=MO", 104), ("FREQ=WEEKLY;INTERVAL=2", 26),
        ("FREQ=MONTHLY;BYDAY=1TU", 12), ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 12), ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", 12),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30", 1), ("FREQ=MONTHLY;BYDAY=5FR", 5), ("FREQ=DAILY;COUNT=4", 4), ("FREQ=MONTHLY;BYMONTHDAY=-1", 13), ("FREQ=YEARLY", 1), ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", 2),
    ],
)  # fmt: skip
def test_series_that_programs_write_are_followed(rule, number):
    found = busy("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", f"RRULE:{rule}")
    assert abs(len(found) - number) <= 2


def test_series_that_began_long_ago_are_bounded():
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:19000101T090000Z\r\nDTEND:19000101T100000Z\r\n"
        "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
        for n in range(300)
    )
    with pytest.raises(RuleBroken):
        read_busy((HEAD + events + TAIL).encode(), START, END, "UTC")


def test_a_large_file_is_refused_before_it_is_read():
    with pytest.raises(RuleBroken) as refused:
        read_busy(b"BEGIN:VCALENDAR\r\n" + b"x" * 2_000_001, START, END, "UTC")
    assert refused.value.field == "file"


@given(st.lists(st.sampled_from([
    "DTSTART:20261201T090000Z", "DTSTART;TZID=Nowhere/At All:20261201T090000", "DTSTART:junk", "DTEND:20261201T080000Z",
    "DURATION:-PT1H", "RRULE:FREQ=YEARLY;BYDAY=99MO", "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=DAILY;UNTIL=99999999",
    "RDATE:20261203T090000Z", "EXDATE:junk", "RECURRENCE-ID:20261201T090000Z", "TRANSP:", "STATUS:\u202e", "SUMMARY:x",
]), max_size=7))  # fmt: skip
@settings(max_examples=300)
def test_whatever_is_in_a_calendar_it_is_read_or_refused_with_a_sentence(lines):
    try:
        found = busy(*lines)
    except RuleBroken as refused:
        found = refused.message
        if not found.endswith("."):
            raise
    assert isinstance(found, list | str)


def test_series_that_ended_long_ago_take_no_time_and_how_many_were_not_followed_is_told():
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20160104T090000Z\r\nDTEND:20160104T100000Z\r\n"
        f"RRULE:{rule}\r\nEND:VEVENT\r\n"
        for n, rule in enumerate(
            ["FREQ=DAILY;UNTIL=20170101T000000Z"] * 100
            + ["FREQ=WEEKLY"] * 100
            + ["FREQ=YEARLY;BYWEEKNO=53"] * 3
        )
    )
    found, not_followed = read_busy((HEAD + events + TAIL).encode(), START, END, "UTC")
    assert len(found) in range(5_200, 5_400)
    assert not_followed == 3


def test_a_zone_that_a_file_defines_is_its_own():
    """Somebody's “Custom Time” is not everybody's."""

    def calendar(offset):
        zone = (
            "BEGIN:VTIMEZONE\r\nTZID:Custom Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
            f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        )
        event = (
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Custom Time:20261201T180000\r\n"
            'DTEND;TZID="Custom Time":20261201T190000\r\nEND:VEVENT\r\n'
        )
        return (HEAD + zone + event + TAIL).encode()

    hours = [
        read_busy(calendar(offset), START, END, "UTC")[0][0][0].hour for offset in ("+0900", "+0100", "+0900")
    ]
    assert hours == [9, 17, 9]
