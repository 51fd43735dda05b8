"""The reader of calendars finds what is wrong with one: each rule, tried with a calendar that breaks it."""

import pytest

from tests.documents.calendar_rules import faults

SOUND = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody//Something//EN
CALSCALE:GREGORIAN
NAME:Cyber dialogues
X-WR-CALNAME:Cyber dialogues
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:11111111-2222-4333-8444-555555555555
DTSTAMP:20260102T000000Z
LAST-MODIFIED:20260102T000000Z
SEQUENCE:1
SUMMARY:Round\\, with a comma
DTSTART;TZID=Europe/Brussels:20260330T093000
DTEND;TZID=Europe/Brussels:20260330T110000
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
CLASS:PRIVATE
URL:https://desk.example/meetings/1
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")
LATE_START = b"DTSTART;TZID=Europe/Brussels:20260330T093000"
LATE_END = b"DTEND;TZID=Europe/Brussels:20260330T110000"
A_DAY = b"DTSTART;VALUE=DATE:20260330"


def spoilt(*changes: tuple[bytes, bytes]) -> bytes:
    """The sound calendar with texts replaced; each must have been there."""
    body = SOUND
    for old, new in changes:
        assert old in body, old
        body = body.replace(old, new)
    return body


def test_a_sound_calendar_has_no_fault():
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("CAL-01", b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"),
        ("CAL-01", b"\r\n", b"\n"),
        ("CAL-01", b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
        ("CAL-01", b"END:VEVENT\r\n", b""),
        ("CAL-01", b"Round", b"Ro\x00und"),
        ("CAL-01", b"Round", b"Ro\nund"),
        ("CAL-02", b"Round", b"R" * 80),
        ("CAL-02", b"Round", "日".encode()[:1] + b"\r\n " + "日".encode()[1:]),
        ("CAL-03", b"comma", b"comma; and more"),
        ("CAL-03", b"comma", b"comma \\x"),
        ("CAL-03", b"comma", "comma\u2028".encode()),
        ("CAL-03", b"SUMMARY:Round\\, with a comma", b"SUMMARY: "),
        ("CAL-04", b"SUMMARY:", b"SUMMARY;CN=o^'clock:"),
        ("CAL-05", b"VERSION:2.0\r\n", b""),
        ("CAL-05", b"END:VCALENDAR", b"X-WR-TIMEZONE:UTC\r\nEND:VCALENDAR"),
        ("CAL-06", b"CALSCALE:", b"METHOD:PUBLISH\r\nCALSCALE:"),
        ("CAL-07", b"\r\nNAME:Cyber dialogues", b""),
        ("CAL-07", b"X-WR-CALNAME:Cyber", b"X-WR-CALNAME:Other"),
        ("CAL-07", b"CALSCALE:", b"COLOR:#000080\r\nCALSCALE:"),
        ("CAL-08", b"CALSCALE:", b"UID:1\r\nCALSCALE:"),
        ("CAL-09", b"TTL:PT1H", b"TTL:P1H"),
        ("CAL-09", b"TTL:PT1H", b"TTL:PT2H"),
        ("CAL-11", b"CALSCALE:", b"SOURCE:https://desk.example/feeds/secret.ics\r\nCALSCALE:"),
        ("CAL-20", b"UID:11111111", b"UID:meeting-1@desk.example-11111111"),
        ("CAL-21", b"DTSTAMP:20260102T000000Z", b"DTSTAMP:20260102T000000"),
        ("CAL-21", b"LAST-MODIFIED:20260102T000000Z", b"LAST-MODIFIED:20260102"),
        ("CAL-22", b"SEQUENCE:1\r\n", b""),
        ("CAL-23", b"TZID:Europe/Brussels", b"TZID:Europe/Paris"),
        ("CAL-23", LATE_START, b"DTSTART:20260330T093000"),
        ("CAL-23", LATE_START, LATE_START + b"Z"),
        ("CAL-24", b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"RDATE:20260329T020000"),
        ("CAL-24", b"DTSTART:19700329T020000", b"DTSTART:20260329T020000"),
        ("CAL-26", b"Europe/Brussels", b"/Europe/Brussels"),
        ("CAL-28", LATE_END, LATE_START.replace(b"START", b"END")),
        ("CAL-28", LATE_END + b"\r\n", b""),
        ("CAL-30", b"SEQUENCE:1", b"SEQUENCE:1\r\nRRULE:FREQ=WEEKLY"),
        ("CAL-31", b"STATUS:CONFIRMED", b"STATUS:PLANNED"),
        ("CAL-31", b"TRANSP:OPAQUE", b"TRANSP:TRANSPARENT"),
        ("CAL-32", b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
        ("CAL-34", b"CLASS:PRIVATE\r\n", b""),
        ("CAL-36", b"meetings/1", b"meetings/ 1"),
        ("CAL-37", b"SEQUENCE:1", b"SEQUENCE:1\r\nATTENDEE;CN=A:mailto:a@desk.example"),
        ("CAL-38", b"END:VEVENT", b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT"),
        ("CAL-39", b"VEVENT", b"VTODO"),
    ],
)
def test_each_rule_is_minded(rule, old, new):
    assert any(fault.startswith(rule) for fault in faults(spoilt((old, new))))


def test_cal_10_a_calendar_without_events():
    start, end = SOUND.index(b"BEGIN:VTIMEZONE"), SOUND.index(b"END:VCALENDAR")
    assert faults(SOUND[:start] + SOUND[end:]) == ["CAL-10 no event"]


def test_cal_20_one_identifier_for_two_events():
    start, end = SOUND.index(b"BEGIN:VEVENT"), SOUND.index(b"END:VCALENDAR")
    assert faults(SOUND[:end] + SOUND[start:]) == ["CAL-20 11111111-2222-4333-8444-555555555555 twice"]


def test_cal_27_a_whole_day_of_no_length():
    zone = SOUND[SOUND.index(b"BEGIN:VTIMEZONE") : SOUND.index(b"BEGIN:VEVENT")]
    free = ((b"OPAQUE", b"TRANSPARENT"), (b"STATUS:BUSY", b"STATUS:FREE"))
    one_day = spoilt((zone, b""), (LATE_START, A_DAY), (LATE_END, b"DTEND;VALUE=DATE:20260331"), *free)
    no_day = spoilt((zone, b""), (LATE_START, A_DAY), (LATE_END, b"DTEND;VALUE=DATE:20260330"), *free)
    assert faults(one_day) == []
    assert faults(no_day) == ["CAL-27 ends 20260330, begins 20260330"]


def test_cal_31_a_whole_day_that_is_busy():
    zone = SOUND[SOUND.index(b"BEGIN:VTIMEZONE") : SOUND.index(b"BEGIN:VEVENT")]
    body = spoilt((zone, b""), (LATE_START, A_DAY), (LATE_END, b"DTEND;VALUE=DATE:20260331"))
    assert faults(body) == ["CAL-31 whole days that are busy"]


def test_cal_41_more_than_a_megabyte():
    filler = b"X-FILLER:" + b"x" * 60 + b"\r\n"
    body = spoilt((b"CALSCALE:", filler * 15_000 + b"CALSCALE:"))
    assert faults(body) == ["CAL-41 more than a megabyte"]
