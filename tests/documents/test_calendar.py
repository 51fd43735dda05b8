"""Subscriptions as programs read them: sound by every rule, the same bytes each time, the right instant everywhere."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from time import process_time
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.documents.calendar import COLOURS, ended, feed
from app.domain.schedule import Entry, EntryStatus
from tests.documents.calendar_rules import faults
from tests.documents.rfc5545 import Component, instant_of, read

TOKYO = Entry(
    uid="11111111-2222-4333-8444-555555555555",
    sequence=3,
    created=datetime(2026, 1, 5, 9, tzinfo=UTC),
    changed=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    title="EU-Japan Cyber Dialogue",
    status=EntryStatus.CONFIRMED,
    busy=True,
    first_day=date(2026, 12, 3),
    last_day=date(2026, 12, 3),
    starts=datetime(2026, 12, 3, 10),
    ends=datetime(2026, 12, 3, 12),
    zone="Asia/Tokyo",
    place="Gaimusho; north wing, Tokyo",
    url="https://desk.example/meetings/abc",
    categories=("TLP:AMBER",),
)
TWO_DAYS = replace(
    TOKYO,
    uid="22222222-2222-4333-8444-555555555555",
    status=EntryStatus.TENTATIVE,
    busy=False,
    last_day=date(2026, 12, 4),
    starts=None,
    ends=None,
    zone="",
)
CANCELLED = replace(
    TOKYO,
    uid="33333333-2222-4333-8444-555555555555",
    title="CANCELLED: EU-Japan Cyber Dialogue",
    status=EntryStatus.CANCELLED,
    busy=False,
)
IN_UTC = replace(TOKYO, uid="44444444-2222-4333-8444-555555555555", zone="UTC")
ALL = [TOKYO, TWO_DAYS, CANCELLED, IN_UTC]
HOSTILE = [
    "Round\r\nATTENDEE:mailto:a@desk.example",
    "Round\nEND:VEVENT\nBEGIN:VEVENT",
    "NUL\x00 bell\x07 escape\x1b next line\x85 separators\u2028\u2029 end",
    'Quotes " and ^ and \\n and \\ and ; and ,',
    "日本語のサイバー対話" * 30,
    "Український кібердіалог " * 30,
    "👩‍👩‍👧‍👦" * 40,
    "half a character \ud800 and none \uffff",
    "\u202egnitsaF\u202c",
    "x" * 5000,
]


def at(zone: str, *wall: int, hours: int = 2, number: int = 0) -> Entry:
    """A meeting of some hours at that wall time."""
    starts = datetime(*wall)
    ends = starts + timedelta(hours=hours)
    uid = f"{number:08x}-2222-4333-8444-555555555555"
    days = {"first_day": starts.date(), "last_day": ends.date()}
    return replace(TOKYO, uid=uid, zone=zone, starts=starts, ends=ends, **days)


def only_event(body: bytes) -> Component:
    """The one event of a calendar."""
    [event] = read(body).named("VEVENT")
    return event


def starts_of(body: bytes) -> list[datetime]:
    """When events start in UTC: read by the rules alone, and by three libraries that must agree."""
    calendar = read(body)
    found = sorted(instant_of(calendar, event.all("DTSTART")[0]) for event in calendar.named("VEVENT"))
    parsed = Calendar.from_ical(body)
    assert not any(part.errors for part in parsed.walk())
    assert sorted(event.start.astimezone(UTC) for event in parsed.events) == found
    span = (found[0] - timedelta(days=2), found[-1] + timedelta(days=2))
    assert sorted(e.start.astimezone(UTC) for e in recurring_ical_events.of(parsed).between(*span)) == found
    other = vobject.readOne(StringIO(body.decode()))
    assert sorted(event.dtstart.value.astimezone(UTC) for event in other.vevent_list) == found
    return found


def test_cal_40_and_every_other_rule_holds_for_every_sort_of_entry():
    assert faults(feed("Cyber dialogues", ALL, colour="navy")) == []


def test_cal_05_cal_07_cal_09_the_calendar_names_itself_and_says_how_often_to_ask():
    calendar = read(feed("Cyber dialogues", ALL, colour="navy"))
    assert {each.name: each.value for each in calendar.properties} == {
        "VERSION": "2.0",
        "PRODID": "-//Rapporteur//Calendar//EN",
        "CALSCALE": "GREGORIAN",
        "NAME": "Cyber dialogues",
        "X-WR-CALNAME": "Cyber dialogues",
        "REFRESH-INTERVAL": "PT1H",
        "X-PUBLISHED-TTL": "PT1H",
        "COLOR": "navy",
        "X-APPLE-CALENDAR-COLOR": COLOURS["navy"],
    }


def test_cal_07_without_a_colour_or_a_name_nothing_is_made_up_but_a_name():
    calendar = read(feed(" \x00", ALL))
    assert not calendar.all("COLOR")
    assert not calendar.all("X-APPLE-CALENDAR-COLOR")
    assert calendar.value("NAME") == "Calendar"


def test_cal_10_an_empty_calendar_has_one_harmless_entry():
    body = feed("Cyber dialogues", [])
    assert faults(body) == []
    event = only_event(body)
    assert (event.value("SUMMARY"), event.value("DTSTART")) == ("Nothing planned", "20200101")
    assert (event.value("TRANSP"), event.value("DTSTAMP")) == ("TRANSPARENT", "20200101T000000Z")
    assert only_event(feed("Cyber dialogues", [], notice="All quiet")).value("SUMMARY") == "All quiet"


def test_cal_59_an_ended_link_says_so_on_the_day_on_which_it_ended():
    body = ended("Cyber dialogues", date(2026, 11, 23))
    assert faults(body) == []
    event = only_event(body)
    assert event.value("SUMMARY").startswith("This calendar link has ended")
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20261123", "20261124")
    assert not event.all("LAST-MODIFIED")


def test_cal_21_the_same_entries_in_any_order_give_the_same_bytes():
    assert feed("n", ALL) == feed("n", ALL[::-1]) == feed("n", [replace(entry) for entry in ALL])


def test_entries_stand_in_the_order_of_their_beginning_and_then_of_their_identifier():
    later = at("Asia/Tokyo", 2026, 12, 3, 11)
    events = read(feed("n", [later, *ALL])).named("VEVENT")
    assert [event.value("UID")[:8] for event in events] == [
        "22222222", "11111111", "33333333", "44444444", "00000000",
    ]  # fmt: skip


def test_cal_20_cal_21_cal_22_identifier_revision_and_last_change_are_the_records():
    event = only_event(feed("n", [TOKYO]))
    assert event.value("UID") == TOKYO.uid
    assert event.value("SEQUENCE") == "3"
    assert event.value("CREATED") == "20260105T090000Z"
    assert event.value("DTSTAMP") == event.value("LAST-MODIFIED") == "20261102T093000Z"
    moved = replace(TOKYO, sequence=4, starts=datetime(2026, 12, 3, 9))
    assert only_event(feed("n", [moved])).value("DTSTART") == "20261203T090000"


def test_cal_27_whole_days_end_on_the_day_after():
    event = only_event(feed("n", [TWO_DAYS]))
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20261203", "20261205")


@pytest.mark.parametrize(
    ("entry", "status", "transparency", "busy"),
    [
        (TOKYO, "CONFIRMED", "OPAQUE", "BUSY"),
        (replace(TOKYO, status=EntryStatus.TENTATIVE), "TENTATIVE", "OPAQUE", "TENTATIVE"),
        (TWO_DAYS, "TENTATIVE", "TRANSPARENT", "FREE"),
        (CANCELLED, "CANCELLED", "TRANSPARENT", "FREE"),
    ],
)
def test_cal_31_cal_32_how_firm_and_how_busy(entry, status, transparency, busy):
    event = only_event(feed("n", [entry]))
    found = tuple(event.value(name) for name in ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"))
    assert found == (status, transparency, busy)


def test_cal_03_cal_35_cal_36_place_link_and_marking_come_back_as_they_were():
    [event] = Calendar.from_ical(feed("n", [replace(TOKYO, categories=("TLP:AMBER", "a, b; c"))])).events
    assert str(event["LOCATION"]) == TOKYO.place
    assert str(event["URL"]) == TOKYO.url
    assert [str(category) for category in event.categories] == ["TLP:AMBER", "a, b; c"]


@pytest.mark.parametrize("text", HOSTILE)
def test_cal_01_cal_02_cal_03_hostile_words_stay_words(text):
    entry = replace(TOKYO, title=text, place=text, categories=(text,))
    body = feed(text, [entry])
    assert faults(body) == []
    [event] = Calendar.from_ical(body).events
    assert str(event["SUMMARY"]) == str(event["LOCATION"]) == str(event.categories[0])
    assert len(vobject.readOne(StringIO(body.decode())).vevent_list) == 1


@given(st.text(), st.text(), st.text())
@settings(max_examples=100)
def test_cal_03_no_text_breaks_a_calendar(name, title, place):
    assert faults(feed(name, [replace(TOKYO, title=f"x{title}", place=place, categories=(place,))])) == []


def test_cal_23_ten_in_tokyo_is_one_in_the_night_in_utc_the_whole_year():
    days = [(2026, 3, 28), (2026, 3, 30), (2026, 7, 1), (2026, 10, 24), (2026, 10, 26), (2026, 12, 3)]
    body = feed("n", [at("Asia/Tokyo", *day, 10, number=n) for n, day in enumerate(days)])
    assert faults(body) == []
    assert starts_of(body) == [datetime(*day, 1, tzinfo=UTC) for day in days]


@pytest.mark.parametrize(
    ("zone", "day", "hour_in_utc"),
    [
        ("Europe/Brussels", (2026, 3, 28), 8),
        ("Europe/Brussels", (2026, 3, 29), 7),
        ("Europe/Brussels", (2026, 10, 24), 7),
        ("Europe/Brussels", (2026, 10, 25), 8),
        ("America/New_York", (2026, 3, 7), 14),
        ("America/New_York", (2026, 3, 8), 13),
        ("America/New_York", (2026, 10, 29), 13),
        ("America/New_York", (2026, 10, 31), 13),
        ("America/New_York", (2026, 11, 1), 14),
    ],
)
def test_cal_24_nine_in_the_morning_on_each_side_of_a_change_of_the_clocks(zone, day, hour_in_utc):
    body = feed("n", [at(zone, *day, 9)])
    assert faults(body) == []
    assert starts_of(body) == [datetime(*day, hour_in_utc, tzinfo=UTC)]


def test_cal_24_a_meeting_over_the_new_year_and_one_ten_years_on_share_a_sound_zone():
    body = feed(
        "n", [at("Europe/Brussels", 2026, 12, 31, 23, number=1), at("Europe/Brussels", 2036, 7, 1, 9)]
    )
    assert faults(body) == []
    assert starts_of(body)[1] == datetime(2036, 7, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza"])
def test_cal_25_a_zone_without_a_yearly_rule_is_told_in_utc(zone):
    body = feed("n", [at(zone, 2026, 3, 30, 9)])
    assert faults(body) == []
    assert read(body).named("VTIMEZONE") == []
    assert starts_of(body) == [datetime(2026, 3, 30, 9, tzinfo=ZoneInfo(zone)).astimezone(UTC)]


def test_cal_41_two_thousand_entries_are_small_and_written_again_at_once():
    zones = ("Europe/Brussels", "Asia/Tokyo", "America/New_York", "UTC")
    entries = [at(zones[n % 4], 2026, 1 + n % 12, 1 + n % 28, 9, number=n) for n in range(2000)]
    body = feed("Everything", entries)
    begun = process_time()
    assert feed("Everything", entries) == body
    assert process_time() - begun < 0.5
    assert faults(body) == []


def test_cal_36_how_to_join_stands_as_a_conference_and_where_there_is_no_place_as_the_place():
    video = replace(TOKYO, join_at="https://video.example/1?a=b,c;d", place="")
    body = feed("x", [video])
    assert faults(body) == []
    event = Calendar.from_ical(body).walk("VEVENT")[0]
    assert str(event["CONFERENCE"]) == str(event["LOCATION"]) == "https://video.example/1?a=b,c;d"
    assert only_event(body).all("CONFERENCE")[0].parameters["VALUE"] == "URI"
    room = Calendar.from_ical(feed("x", [replace(video, place="Room 4")])).walk("VEVENT")[0]
    assert str(room["LOCATION"]) == "Room 4"
