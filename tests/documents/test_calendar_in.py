"""Calendar files that come in: whatever is in them, an answer and no fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.calendar_in import read_calendar
from app.domain.errors import RuleBroken
from app.domain.season_import import MOST_EVENTS

HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
TAIL = b"END:VCALENDAR\r\n"
WHOLE = (
    HEAD
    + b"BEGIN:VTIMEZONE\r\nTZID:Far/Away\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
    b"TZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:one\r\nSUMMARY;LANGUAGE=en:A \\, thing\r\n"
    b"DTSTART;TZID=Far/Away:20270101T090000\r\nDTEND;TZID=Far/Away:20270103T000000\r\nLOCATION:X\r\nEND:VEVENT\r\n"
    b"BEGIN:VEVENT\r\nUID:two\r\nSUMMARY:B\r\nDTSTART;VALUE=DATE:20270501\r\nDURATION:P2D\r\nEND:VEVENT\r\n"
    + TAIL
)
PIECES = (
    b"\r\n", b":", b";", b"=", b"\\", b'"', b"T", b"Z", b"\x00", b"\xff", b"20271332", b"P1W", b"VALUE=PERIOD", b"TZID=",
    b"-P9999999999D", b"BEGIN:VEVENT", b"END:VEVENT", b"DTSTART:20270101/P1D", b"SUMMARY:", b"20270101,20270102",
)  # fmt: skip


def test_a_whole_calendar_is_read():
    one, two = read_calendar(b"\xef\xbb\xbf" + WHOLE).events
    assert (one.name, one.when.stated, one.city) == ("A , thing", "1–2 January 2027", "X")
    assert two.when.stated == "1–2 May 2027"


@given(
    st.lists(
        st.tuples(st.integers(30, len(WHOLE)), st.integers(0, 12), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    )
)
def test_a_damaged_calendar_is_read_in_part_or_refused_with_a_sentence(damage):
    raw = WHOLE
    for place, lost, put in damage:
        raw = raw[:place] + put + raw[place + lost :]
    found = outcome(raw)
    if isinstance(found, RuleBroken):
        assert found.field == "file"
        assert found.message.endswith(".")
    else:
        assert all(each.endswith(".") for each in (*found.skipped, *found.remarks))
        assert all(each.starts_on <= each.ends_on for each in found.events)


def outcome(raw):
    try:
        return read_calendar(raw)
    except RuleBroken as broken:
        return broken


@pytest.mark.parametrize(
    "inside",
    [
        b"BEGIN:X\r\n" * 100_000,
        b"BEGIN:VEVENT\r\n" + b"X:1\r\n" * 100_000 + b"END:VEVENT\r\n",
        b"BEGIN:VEV\r\n ENT\r\nEND:VEVENT\r\n" * (MOST_EVENTS + 1),
    ],
    ids=["deep", "many lines", "hidden events"],
)
def test_what_only_takes_time_is_refused(inside):
    with pytest.raises(RuleBroken) as broken:
        read_calendar(HEAD + inside + TAIL)
    assert broken.value.field == "file"
