"""The table of RFC 4791, section 9.9: what touches a span of time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.schedule import Entry, EntryStatus
from app.domain.step_entry import Todo
from app.domain.time_range import EARLIEST, LATEST, Span, entry_touches, todo_touches

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BRUSSELS, HONOLULU = ZoneInfo("Europe/Brussels"), ZoneInfo("Pacific/Honolulu")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def span(start, end):
    return Span(at(start) if start else EARLIEST, at(end) if end else LATEST)


def entry(first, last=None, starts=None, ends=None, zone=""):
    return Entry(
        "u", 0, LONG_AGO, LONG_AGO, "t", EntryStatus.CONFIRMED, True,
        first_day=date.fromisoformat(first), last_day=date.fromisoformat(last or first),
        starts=starts and datetime.fromisoformat(starts), ends=ends and datetime.fromisoformat(ends), zone=zone,
    )  # fmt: skip


TIMED = entry(
    "2026-07-01", starts="2026-07-01T09:30", ends="2026-07-01T11:00", zone="Europe/Brussels"
)  # 07:30-09:00 Z
WINTER = entry(
    "2026-12-01", starts="2026-12-01T09:30", ends="2026-12-01T11:00", zone="Europe/Brussels"
)  # 08:30 Z
FLOATING = entry("2026-07-01", starts="2026-07-01T09:30", ends="2026-07-01T11:00")
ONE_DAY = entry("2026-07-01")
THREE_DAYS = entry("2026-07-01", "2026-07-03")


@pytest.mark.parametrize(
    ("event", "floating", "start", "end", "touches"),
    [
        (TIMED, BRUSSELS, "2026-07-01T07:30", "2026-07-01T09:00", True),
        (TIMED, BRUSSELS, "2026-07-01T08:00", "2026-07-01T08:01", True),
        (TIMED, BRUSSELS, "2026-07-01T06:00", "2026-07-01T07:30", False),  # ends as it begins
        (TIMED, BRUSSELS, "2026-07-01T06:00", "2026-07-01T07:31", True),
        (TIMED, BRUSSELS, "2026-07-01T09:00", "2026-07-01T10:00", False),  # begins as it ends
        (TIMED, BRUSSELS, "2026-07-01T08:59", "", True),
        (TIMED, BRUSSELS, "2026-07-01T09:00", "", False),
        (TIMED, BRUSSELS, "", "2026-07-01T07:30", False),
        (TIMED, BRUSSELS, "", "2026-07-01T07:31", True),
        (TIMED, HONOLULU, "2026-07-01T07:30", "2026-07-01T07:31", True),  # it has a zone of its own
        (WINTER, BRUSSELS, "2026-12-01T07:30", "2026-12-01T08:30", False),
        (WINTER, BRUSSELS, "2026-12-01T08:30", "2026-12-01T08:31", True),
        (FLOATING, BRUSSELS, "2026-07-01T07:30", "2026-07-01T07:31", True),
        (FLOATING, HONOLULU, "2026-07-01T07:30", "2026-07-01T07:31", False),
        (FLOATING, HONOLULU, "2026-07-01T19:30", "2026-07-01T19:31", True),
        (ONE_DAY, BRUSSELS, "2026-06-30T22:00", "2026-06-30T22:01", True),  # midnight in Brussels
        (ONE_DAY, BRUSSELS, "2026-06-30T21:00", "2026-06-30T22:00", False),
        (ONE_DAY, BRUSSELS, "2026-07-01T21:59", "2026-07-01T22:30", True),
        (ONE_DAY, BRUSSELS, "2026-07-01T22:00", "2026-07-02T22:00", False),  # its end is not in it
        (ONE_DAY, HONOLULU, "2026-07-01T10:00", "2026-07-01T10:01", True),
        (ONE_DAY, HONOLULU, "2026-07-01T09:00", "2026-07-01T10:00", False),
        (THREE_DAYS, BRUSSELS, "2026-07-03T21:00", "2026-07-05T00:00", True),
        (THREE_DAYS, BRUSSELS, "2026-07-03T22:00", "2026-07-05T00:00", False),
    ],
)
def test_an_event_touches_a_span(event, floating, start, end, touches):
    assert entry_touches(span(start, end), event, floating) is touches


def todo(due=None, created="2026-05-01T12:00", completed=None):
    return Todo(
        "u", 0, at(created), at(created), "t", "NEEDS-ACTION", 0,
        due=due and date.fromisoformat(due), completed=completed and at(completed),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("thing", "start", "end", "touches"),
    [
        (todo("2026-07-01"), "2026-06-30T21:00", "2026-06-30T22:00", True),  # it ends exactly when it is due
        (todo("2026-07-01"), "2026-06-30T22:00", "2026-07-01T22:00", False),  # it must begin before
        (todo("2026-07-01"), "2026-06-01T00:00", "2026-08-01T00:00", True),
        (todo("2026-07-01"), "2026-06-01T00:00", "2026-06-30T21:59", False),
        (
            todo("2026-07-01"),
            "2026-05-01T00:00",
            "2026-05-02T00:00",
            False,
        ),  # when it was made does not count then
        (todo(completed="2026-06-01T12:00"), "2026-05-31T00:00", "2026-06-02T00:00", True),
        (todo(completed="2026-06-01T12:00"), "2026-05-02T00:00", "2026-05-03T00:00", True),  # between the two
        (todo(completed="2026-06-01T12:00"), "2026-06-01T12:01", "2026-07-01T00:00", False),
        (todo(completed="2026-06-01T12:00"), "2026-04-01T00:00", "2026-05-01T11:59", False),
        (todo(), "2026-04-01T00:00", "2026-05-01T12:00", False),
        (todo(), "2026-04-01T00:00", "2026-05-01T12:01", True),
        (todo(), "2026-08-01T00:00", "2026-09-01T00:00", True),
    ],
)
def test_a_thing_to_do_touches_a_span(thing, start, end, touches):
    assert todo_touches(span(start, end), thing, BRUSSELS) is touches
