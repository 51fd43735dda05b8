"""Invitations from the list of guests to a real mail server: the right number of the right letters, none lost."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar
from sqlalchemy import select

from app import post, queries, services
from app.domain.delegation import Side
from app.domain.errors import RuleBroken
from app.domain.guest import Answer, GuestFacts
from app.domain.letter import LetterState
from app.domain.meeting import Standing
from app.domain.sitting import MoveFacts
from app.domain.sitting_acts import SittingAct
from app.domain.stated_date import read_date
from app.models.guest import Guest
from app.models.outbox import Message
from tests import a
from tests.documents.rfc5545 import read
from tests.house_for_tests import today
from tests.mail import mail_server, posted_to

TANAKA, ANNA = (
    GuestFacts("田中 Hiroshi", "tanaka@mofa.example"),
    GuestFacts('Anna; "x"', "anna@ministry.example"),
)
SOON = today() + timedelta(days=30)


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, posted_to(controller, secret_key="k" * 40)


@pytest.fixture
def planned(house):
    """A house at this moment, an officer, and a meeting in Tokyo at ten in a month, with two guests on its list."""
    house.now = datetime.now(UTC)
    officer = house.officer()
    dialogue = a.dialogue(house)
    wall = datetime.combine(SOON, datetime.min.time()).replace(hour=10)
    meeting = a.meeting(
        house, dialogue, on=SOON, title="Cyber, dialogue", standing=Standing.PLANNED, city="Tokyo", place="Room 4",
        zone="Asia/Tokyo", starts_wall=wall, ends_wall=wall + timedelta(hours=2),
        starts_at=(wall - timedelta(hours=9)).replace(tzinfo=UTC),
        ends_at=(wall - timedelta(hours=7)).replace(tzinfo=UTC),
    )  # fmt: skip
    with house.work(house.viewer(officer)) as work:
        services.guests.add(work, "meetings", meeting.ref, Side.THEIRS, [TANAKA])
        services.guests.add(work, "meetings", meeting.ref, Side.OURS, [ANNA])
    return house, officer, meeting


def invite(house, officer, meeting):
    with house.work(house.viewer(officer)) as work:
        refs = [guest.ref for guest in work.all(queries.guests.of_sitting(meeting))]
        return services.guests.send(work, "meetings", meeting.ref, refs, outside_meant=True)


def deliver(house, mail):
    """Empty the outbox; the new letters."""
    before = len(mail[0].letters)
    post.empty(mail[1], house.system, 100)
    return mail[0].letters[before:]


def acted(house, officer, verb, *args, **more):
    with house.work(house.viewer(officer)) as work:
        return verb(work, *args, **more)


def part_of(letter, kind="text/calendar"):
    [part] = [part for part in letter.walk() if part.get_content_type() == kind]
    return part


def object_in(letter):
    """The calendar object of a letter, read by three readers that agree."""
    body = part_of(letter).get_payload(decode=True)
    read(body)
    event = Calendar.from_ical(body).walk("VEVENT")[0]
    assert vobject.readOne(body.decode()).vevent.summary.value == str(event["SUMMARY"])
    return Calendar.from_ical(body), event


def titles_of(letters):
    return sorted(
        (letter["To"].addresses[0].addr_spec, part_of(letter).get_param("method")) for letter in letters
    )


BOTH = [("anna@ministry.example", "REQUEST"), ("tanaka@mofa.example", "REQUEST")]


def test_invited_corrected_moved_one_removed_cancelled(planned, mail):
    house, officer, meeting = planned
    assert invite(house, officer, meeting) == 2
    first = deliver(house, mail)
    assert titles_of(first) == BOTH

    revise(house, officer, meeting, title="Cyber dialogue")
    corrected = deliver(house, mail)
    assert titles_of(corrected) == BOTH

    move(house, officer, meeting, SOON + timedelta(days=7))
    moved = deliver(house, mail)
    assert titles_of(moved) == BOTH

    acted(house, officer, services.guests.take_off, ref_of(house, "tanaka@mofa.example"))
    removed = deliver(house, mail)
    assert titles_of(removed) == [("anna@ministry.example", "REQUEST"), ("tanaka@mofa.example", "CANCEL")]

    acted(
        house, officer, services.steps.put_off, "meetings", meeting.ref, SittingAct.CANCEL, "Typhoon.", None
    )
    cancelled = deliver(house, mail)
    assert titles_of(cancelled) == [("anna@ministry.example", "CANCEL")]
    assert deliver(house, mail) == []

    for address in ("anna@ministry.example", "tanaka@mofa.example"):
        life = [
            object_in(letter)[1]
            for letter in mail[0].letters
            if letter["To"].addresses[0].addr_spec == address
        ]
        assert len({str(event["UID"]) for event in life}) == 1
        assert len({str(event["ORGANIZER"]) for event in life}) == 1
        sequences = [int(event["SEQUENCE"]) for event in life]
        assert sequences == sorted(sequences)
        assert sequences[-1] > sequences[0]
        stamps = [event["DTSTAMP"].dt for event in life]
        assert stamps == sorted(stamps)
        assert str(life[-1]["STATUS"]) == "CANCELLED"
    ids = [letter["Message-ID"] for letter in mail[0].letters]
    assert len(ids) == len(set(ids)) == 9


def ref_of(house, email):
    with house.system() as work:
        return work.one(select(Guest).where(Guest.email == email)).ref


def revise(house, officer, meeting, **columns):
    with house.work(house.viewer(officer)) as work:
        row = work.one(queries.meetings.by_ref(meeting.ref))
        work.act(services.guests.Action.REVISE_MEETING, on=row)
        from app.services.sittings import rewrite

        rewrite(work, row, columns)


def move(house, officer, meeting, day, because=""):
    facts = MoveFacts(
        read_date(f"{day.day} {day:%B %Y}", SOON),
        datetime.min.time().replace(hour=10), datetime.min.time().replace(hour=12), "Asia/Tokyo",
        city="Tokyo", place="Room 4", because=because,
    )  # fmt: skip
    acted(house, officer, services.steps.move, "meetings", meeting.ref, facts, None)


def test_mip_01_mip_02_mip_04_mip_05_mip_06_mip_11_an_invitation_is_one_that_calendar_programs_take(
    planned, mail
):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    [letter] = [each for each in deliver(house, mail) if "tanaka" in str(each["To"])]
    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip
    part = part_of(letter)
    calendar, event = object_in(letter)
    assert part.get_param("method") == str(calendar["METHOD"]) == "REQUEST"
    assert part.get_content_charset() == "utf-8"
    assert part["Content-Transfer-Encoding"] == "base64"
    assert part.get_content_disposition() is None
    assert part_of(letter, "application/ics").get_payload(decode=True) == part.get_payload(decode=True)
    assert part_of(letter, "application/ics").get_filename() == "invite.ics"
    assert str(event["ORGANIZER"]) == "mailto:desk@ministry.example"
    assert letter["From"].addresses[0].addr_spec == "desk@ministry.example"
    assert event["ATTENDEE"] == "mailto:tanaka@mofa.example"
    assert dict(event["ATTENDEE"].params) == {
        "CN": "田中 Hiroshi", "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
    }  # fmt: skip
    assert event["DTSTART"].params["TZID"] == "Asia/Tokyo"
    assert calendar.walk("VTIMEZONE")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"]
    assert letter["Bcc"] is None


def test_mip_08_a_letter_says_what_when_in_both_capitals_where_and_how_to_answer(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    [letter] = [each for each in deliver(house, mail) if "tanaka" in str(each["To"])]
    text = part_of(letter, "text/plain").get_content()
    assert "Dear 田中 Hiroshi" in text
    assert "Cyber, dialogue" in text
    assert f"{SOON:%A} {SOON.day} {SOON:%B %Y}" in text
    assert "10:00–12:00 Tokyo (UTC+9)" in text
    assert re.search(r"0[23]:00–0[45]:00 Brussels \(UTC\+[12]\)", text)
    assert "Room 4, Tokyo" in text
    assert "https://desk.example/answers/" in text
    page = part_of(letter, "text/html").get_content()
    assert "Cyber, dialogue" in page
    assert not re.search(r"src=|<link|@import|url\(", page)


def test_mip_03_nothing_of_one_guest_is_in_anothers_letter(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    move(house, officer, meeting, SOON + timedelta(days=7))
    for letter in deliver(house, mail):
        other = "anna@" if "tanaka" in str(letter["To"]) else "tanaka"
        name = "Anna" if other == "anna@" else "Hiroshi"
        whole = "".join(
            part.get_payload(decode=True).decode() for part in letter.walk() if not part.is_multipart()
        ) + str(letter)
        assert other not in whole
        assert name not in whole


def test_names_that_would_break_a_calendar_are_written_without_what_breaks_it(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    [letter] = [each for each in deliver(house, mail) if "anna" in str(each["To"])]
    _, event = object_in(letter)
    assert event["ATTENDEE"].params["CN"] == "Anna; x"


def test_mip_09_what_may_not_travel_by_mail_is_a_meeting_and_a_link(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    mark(house, meeting, 3)
    for letter in deliver(house, mail):
        whole = "".join(p.get_payload(decode=True).decode() for p in letter.walk() if not p.is_multipart())
        assert "Cyber, dialogue" not in whole
        assert "Room 4" not in whole
        assert "Room 4" not in str(letter)
        assert letter["Subject"].startswith("Invitation: A meeting")
        _, event = object_in(letter)
        assert str(event["SUMMARY"]) == "A meeting"
        assert "LOCATION" not in event


def mark(house, meeting, rank):
    with house.system() as work:
        row = work.one(queries.meetings.by_ref(meeting.ref))
        row.marking = rank
        for guest in work.all(queries.guests.of_sitting(row)):
            guest.marking = rank
        work.act(services.guests.Action.REVISE_MEETING, on=row)


def test_nobody_is_written_to_before_the_letters_were_seen_and_outside_was_meant(planned, mail):
    house, officer, meeting = planned
    assert deliver(house, mail) == []
    move(house, officer, meeting, SOON + timedelta(days=1))
    assert deliver(house, mail) == []
    with house.system() as work:
        refs = [guest.ref for guest in work.all(queries.guests.of_sitting(meeting))]
    for seen, meant, field in ((refs, False, "outside"), (refs[:1], True, ""), ([], True, "")):
        with pytest.raises(RuleBroken) as refused:
            acted(house, officer, services.guests.send, "meetings", meeting.ref, seen, outside_meant=meant)
        assert refused.value.field == field
    assert deliver(house, mail) == []


def test_what_did_not_leave_before_the_next_change_leaves_once_as_it_is_now(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    move(house, officer, meeting, SOON + timedelta(days=7))
    letters = deliver(house, mail)
    assert titles_of(letters) == BOTH
    assert all(int(object_in(letter)[1]["SEQUENCE"]) == 1 for letter in letters)
    assert all(letter["Subject"].startswith("Invitation:") for letter in letters)


def test_who_never_got_an_invitation_gets_no_cancellation(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    acted(house, officer, services.steps.put_off, "meetings", meeting.ref, SittingAct.CANCEL, "Off.", None)
    assert deliver(house, mail) == []


def test_what_is_postponed_leaves_calendars_and_comes_back_with_a_day(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    deliver(house, mail)
    acted(
        house,
        officer,
        services.steps.put_off,
        "meetings",
        meeting.ref,
        SittingAct.POSTPONE,
        "Elections.",
        None,
    )
    letters = deliver(house, mail)
    assert [method for _, method in titles_of(letters)] == ["CANCEL", "CANCEL"]
    assert all(letter["Subject"].startswith("Postponed:") for letter in letters)
    assert all("Elections." in part_of(letter, "text/plain").get_content() for letter in letters)
    revise(house, officer, meeting, summary="Our own words")
    assert deliver(house, mail) == []
    move(house, officer, meeting, SOON + timedelta(days=14), "A new day.")
    again = deliver(house, mail)
    assert titles_of(again) == BOTH
    assert all(int(object_in(letter)[1]["SEQUENCE"]) == 2 for letter in again)


def test_a_refused_address_is_shown_at_once_and_a_passing_trouble_is_tried_again(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)

    async def no_such_person(server, session, envelope, address, options):
        if address.startswith("tanaka"):
            return "550 5.1.1 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    mail[0].handle_RCPT = no_such_person
    mail[0].refuse = lambda letter: True
    assert deliver(house, mail) == []
    with house.system() as work:
        states = {letter.once.split(":")[2]: letter for letter in work.all(select(Message))}
        tanaka, anna = (
            work.one(select(Guest).where(Guest.email == each.email)).ref for each in (TANAKA, ANNA)
        )
        assert states[tanaka].state is LetterState.SET_ASIDE
        assert "No such person here" in states[tanaka].trouble
        assert states[anna].state is LetterState.WAITING
    mail[0].refuse = lambda letter: False
    house.now += timedelta(hours=1)
    assert titles_of(deliver(house, mail)) == [("anna@ministry.example", "REQUEST")]


def test_mip_07_hostile_titles_stay_titles(planned, mail):
    house, officer, meeting = planned
    revise(house, officer, meeting, title="x\r\nBcc: spy@evil.example", place="<script>alert(1)</script>")
    invite(house, officer, meeting)
    for letter in deliver(house, mail):
        assert letter["Bcc"] is None
        assert "Bcc: spy@evil.example" in letter["Subject"]
        assert "<script>" not in part_of(letter, "text/html").get_content()
        assert "spy" not in str(letter["To"])


def test_another_time_forgets_answers_and_another_title_keeps_them(planned, mail):
    house, officer, meeting = planned
    invite(house, officer, meeting)
    with house.system() as work:
        guest = work.one(queries.guests.by_ref(ref_of(house, TANAKA.email)))
        guest.answer, guest.answered_at = Answer.ACCEPTED, work.now
        work.act(services.guests.Action.ADD_GUESTS, on=guest)
    deliver(house, mail)
    revise(house, officer, meeting, title="Better title")
    [letter] = [each for each in deliver(house, mail) if "tanaka" in str(each["To"])]
    assert object_in(letter)[1]["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    move(house, officer, meeting, SOON + timedelta(days=7))
    [letter] = [each for each in deliver(house, mail) if "tanaka" in str(each["To"])]
    assert object_in(letter)[1]["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
