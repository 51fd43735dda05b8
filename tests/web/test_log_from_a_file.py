"""An invitation fills the log: as a calendar file, as a mail, from Outlook or Google; and what is neither is refused."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.documents.event_in import read_event
from app.domain.errors import RuleBroken
from app.models.round import Meeting
from tests.house_for_tests import today

DAY = today() + timedelta(days=30)
EVENT = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
SUMMARY:Cyber talks with Japan\\, second call
DTSTART;TZID=Asia/Tokyo:{DAY:%Y%m%d}T100000
DTEND;TZID=Asia/Tokyo:{DAY:%Y%m%d}T110000
LOCATION:Kasumigaseki\\; room 4
ORGANIZER;CN="Tanaka Hiroshi":mailto:tanaka@mofa.example
ATTENDEE;CN=Officer:MAILTO:somebody@ministry.example
ATTENDEE:mailto:sato@nco.example
CONFERENCE;VALUE=URI:https://video.example/1
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
MAIL = (
    "From: tanaka@mofa.example\r\nTo: x@ministry.example\r\nSubject: =?utf-8?q?Invitation?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n'
    f"--b\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n{EVENT}\r\n--b--\r\n"
)


def value(page, name):
    tag = re.search(rf'<(?:input|select)[^>]*name="{name}"[^>]*>', page)[0]
    found = re.search(r'value="([^"]*)"', tag)
    return (
        found[1]
        if found
        else re.search(rf'name="{name}".*?<option[^>]*selected[^>]*value="([^"]*)"', page, re.S)[1]
    )


@pytest.mark.parametrize("raw", [EVENT, MAIL, "\ufeff" + EVENT], ids=["file", "mail", "with a mark"])
def test_an_invitation_fills_the_form_and_somebody_saves_it(house, raw):
    browser = house.client(house.officer())
    page = browser.submit("/log/from-file", {"file": (BytesIO(raw.encode()), "invite")})
    assert page.status_code == 200
    assert value(page.text, "title") == "Cyber talks with Japan, second call"
    assert value(page.text, "when") == f"{DAY.day} {DAY:%B %Y} 10:00"
    assert value(page.text, "partner") == "Japan"
    assert value(page.text, "place") == "Kasumigaseki; room 4"
    assert value(page.text, "link") == "https://video.example/1"
    assert value(page.text, "theirs") == "Tanaka Hiroshi; sato@nco.example"
    assert value(page.text, "ours") == "Officer"
    with house.system() as work:
        assert not work.all(select(Meeting))
    assert 'action="/log"' in page.text
    carried = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page.text))
    sent = {
        name: value(page.text, name)
        for name in ("title", "when", "partner", "place", "link", "theirs", "ours")
    }
    kept = browser.post("/log", {**carried, **sent, "zone": "Asia/Tokyo", "marking": "0", "kind": "call", "format": "video",
                                 "level": "not stated", "owed_by": "ours"})  # fmt: skip
    assert kept.status_code == 303, kept.text
    with house.system() as work:
        [meeting] = work.all(select(Meeting))
        assert meeting.starts_at == datetime(DAY.year, DAY.month, DAY.day, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "raw",
    [b"", b"%PDF-1.7", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"Subject: hello\r\n\r\nno", b"\x00" * 50],
)
def test_what_holds_no_meeting_is_refused_with_a_sentence(house, raw):
    browser = house.client(house.officer())
    answer = browser.submit("/log/from-file", {"file": (BytesIO(raw), "x.ics")})
    assert answer.status_code == 422
    assert "no meeting in this file" in answer.text


def test_a_title_that_is_marked_too_high_does_not_come_in(house):
    browser = house.client(house.officer())
    raw = EVENT.replace("Cyber talks", "TLP:RED Cyber talks").encode()
    answer = browser.submit("/log/from-file", {"file": (BytesIO(raw), "x.ics")})
    assert answer.status_code in {200, 422}
    if answer.status_code == 422:
        assert "TLP:RED" in answer.text


def test_times_without_a_zone_or_in_one_that_nobody_knows_are_ours():
    floating = read_event(EVENT.replace(";TZID=Asia/Tokyo", "").encode(), "Europe/Brussels").starts
    assert (floating.hour, floating.tzinfo.key) == (10, "Europe/Brussels")
    utc = read_event(
        EVENT.replace(";TZID=Asia/Tokyo", "").replace("T100000", "T100000Z").encode(), "Asia/Tokyo"
    ).starts
    assert (utc.hour, utc.tzinfo.key) == (19, "Asia/Tokyo")


@given(st.integers(0, len(EVENT) - 1), st.binary(max_size=4))
@settings(max_examples=200)
def test_a_broken_file_is_read_or_refused_and_nothing_else(at, junk):
    raw = EVENT.encode()
    try:
        found = read_event(raw[:at] + junk + raw[at + len(junk) :], "Europe/Brussels")
    except RuleBroken as refused:
        if refused.field != "file":
            raise
    else:
        assert found.starts
