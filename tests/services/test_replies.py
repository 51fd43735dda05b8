"""Replies of mail programs: as the great ones send them, stale and odd ones, hostile ones (RSVP-02 to RSVP-11)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import queries, services
from app.documents.reply_in import Unreadable, read_reply
from app.domain.delegation import Side
from app.domain.guest import Answer, GuestFacts
from app.domain.meeting import Standing
from app.domain.reply import Verdict
from app.models.audit import AuditEntry
from app.models.guest import Guest, MailedReply
from app.models.round import Meeting
from app.services.sittings import rewrite
from tests import a
from tests.house_for_tests import today

OURS = "mx.ministry.example"
SOON = today() + timedelta(days=30)


def mail(uid, say="ACCEPTED", **change):
    """A mail as a program sends it; `change` are the parts that are otherwise."""
    said = {
        "sender": "Tanaka <tanaka@mofa.example>", "part": "text/calendar; method=REPLY; charset=utf-8", "method": "REPLY",
        "attendee": f"ATTENDEE;PARTSTAT={say};CN=Tanaka:mailto:tanaka@mofa.example", "sequence": "0",
        "stamp": f"{datetime.now(UTC) + timedelta(minutes=5):%Y%m%dT%H%M%SZ}", "more": "", "heads": "",
        "organizer": "ORGANIZER:mailto:desk@ministry.example", "results": f"{OURS}; dmarc=pass", "id": "<1@mofa.example>",
        "events": 1, **change,
    }  # fmt: skip
    event = "\r\n".join(
        line
        for line in (
            "BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{said['stamp']}", f"SEQUENCE:{said['sequence']}", said["organizer"],
            said["attendee"], said["more"], "END:VEVENT",
        )
        if line
    )  # fmt: skip
    heads = [
        f"From: {said['sender']}",
        "To: desk@ministry.example",
        f"Message-ID: {said['id']}",
        "MIME-Version: 1.0",
    ]
    if said["results"]:
        heads.append(f"Authentication-Results: {said['results']}")
    heads += [said["heads"]] if said["heads"] else []
    heads.append(f"Content-Type: {said['part']}")
    body = "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:x",
            f"METHOD:{said['method']}",
            *[event] * said["events"],
            "END:VCALENDAR",
            "",
        ]
    )
    return ("\r\n".join(heads) + "\r\n\r\n" + body).encode()


@pytest.fixture
def invited(house):
    """A meeting with an invited guest."""
    house.now = datetime.now(UTC)
    officer = house.officer()
    meeting = a.meeting(house, a.dialogue(house), on=SOON, title="Talks", standing=Standing.PLANNED)
    with house.work(house.viewer(officer)) as work:
        people = [GuestFacts("Tanaka", "tanaka@mofa.example"), GuestFacts("Sato", "sato@mofa.example")]
        guests = services.guests.add(work, "meetings", meeting.ref, Side.THEIRS, people)
        services.guests.send(work, "meetings", meeting.ref, [g.ref for g in guests], outside_meant=True)
    return house, officer, meeting


def taken(house, raw, own=OURS):
    with house.system() as work:
        return services.replies.take(work, raw, own)[0]


def answers(house):
    with house.system() as work:
        return {guest.name: guest.answer for guest in work.all(select(Guest))}


@pytest.mark.parametrize(
    ("say", "change", "answer"),
    [
        ("ACCEPTED", {}, Answer.ACCEPTED),
        ("DECLINED", {}, Answer.DECLINED),
        ("TENTATIVE", {"more": "COMMENT:Perhaps\\, with a colleague"}, Answer.TENTATIVE),
        ("ACCEPTED", {"organizer": ""}, Answer.ACCEPTED),  # outlook.com leaves the organiser out
        ("ACCEPTED", {"attendee": "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Tanaka@MOFA.example"}, Answer.ACCEPTED),
        ("ACCEPTED", {"part": 'application/ics; name="reply.ics"'}, Answer.ACCEPTED),
        ("ACCEPTED", {"more": "DTSTART;TZID=Tokyo Standard Time:20270101T100000"}, Answer.ACCEPTED),
        ("ACCEPTED", {"results": f"{OURS}; dkim=pass header.d=mofa.example; spf=none"}, Answer.ACCEPTED),
        ("ACCEPTED", {"sequence": "7"}, Answer.ACCEPTED),
    ],
)
def test_rsvp_04_rsvp_06_rsvp_09_what_the_great_programs_send_is_the_guests_answer_and_nothing_else(
    invited, say, change, answer
):
    house, _, meeting = invited
    assert taken(house, mail(meeting.uid, say, **change)) is Verdict.TAKEN
    assert answers(house) == {"Tanaka": answer, "Sato": Answer.NONE}
    with house.system() as work:
        after = work.one(select(Meeting))
        assert (after.title, after.starts_on, after.revision, after.version) == (
            "Talks",
            SOON,
            meeting.revision,
            meeting.version,
        )
        [entry] = [e for e in work.all(select(AuditEntry)) if e.action == "take a reply"]
        assert "<1@mofa.example> from tanaka@mofa.example (proved)" in entry.word


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"attendee": "ATTENDEE;PARTSTAT=ACCEPTED:mailto:crasher@evil.example", "sender": "crasher@evil.example"}, Verdict.STRANGER),
        ({"sender": "someone@evil.example"}, Verdict.REFUSED),
        ({"sender": "tanaka@mofa.example, other@evil.example"}, Verdict.REFUSED),
        ({"results": ""}, Verdict.UNVERIFIED),
        ({"results": "mx.evil.example; dmarc=pass"}, Verdict.UNVERIFIED),
        ({"results": f"{OURS}; dmarc=fail; dkim=pass"}, Verdict.UNVERIFIED),
        ({"method": "CANCEL", "part": "text/calendar; method=CANCEL"}, Verdict.REFUSED),
        ({"method": "REQUEST", "part": "text/calendar; method=REQUEST"}, Verdict.REFUSED),
        ({"method": "REQUEST"}, Verdict.REFUSED),
        ({"part": "text/calendar"}, Verdict.REFUSED),
        ({"method": "COUNTER", "part": "text/calendar; method=COUNTER"}, Verdict.PROPOSAL),
        ({"more": "ATTENDEE;PARTSTAT=ACCEPTED:mailto:sato@mofa.example"}, Verdict.REFUSED),
        ({"attendee": ""}, Verdict.REFUSED),
        ({"attendee": "ATTENDEE;PARTSTAT=<script>:mailto:tanaka@mofa.example"}, Verdict.REFUSED),
        ({"attendee": "ATTENDEE;PARTSTAT=DELEGATED:mailto:tanaka@mofa.example"}, Verdict.STRANGER),
        ({"more": "RRULE:FREQ=SECONDLY"}, Verdict.REFUSED),
        ({"events": 1000}, Verdict.REFUSED),
        ({"more": "COMMENT:" + "x" * 300_000}, Verdict.REFUSED),
        ({"sequence": "many"}, Verdict.REFUSED),
        ({"heads": "Auto-Submitted: auto-replied"}, Verdict.REFUSED),
        ({"heads": "List-Id: <x.example>"}, Verdict.REFUSED),
    ],
)  # fmt: skip
def test_rsvp_03_rsvp_07_rsvp_08_rsvp_10_what_is_stale_odd_or_hostile_changes_no_answer(
    invited, change, verdict
):
    house, _, meeting = invited
    assert taken(house, mail(meeting.uid, **change)) is verdict
    assert set(answers(house).values()) == {Answer.NONE}
    with house.system() as work:
        assert len(work.all(select(Guest))) == 2
        assert [e for e in work.all(select(AuditEntry)) if e.action == "take a reply"]


@pytest.mark.parametrize("raw", [b"", b"\x00\xff" * 50, b"Subject: hello\r\n\r\nno", b"x" * 6_000_001])
def test_what_is_no_mail_with_an_answer_is_refused(invited, raw):
    assert taken(invited[0], raw) is Verdict.REFUSED


def test_rsvp_11_nobody_is_told_that_an_identifier_exists(invited):
    house, _, _ = invited
    assert taken(house, mail("11111111-2222-3333-4444-555555555555")) is Verdict.NOT_OURS
    with house.system() as work:
        assert not work.all(select(MailedReply))


def test_rsvp_05_an_answer_to_an_earlier_time_or_overtaken_by_a_later_one_does_not_count(invited):
    house, officer, meeting = invited
    assert taken(house, mail(meeting.uid)) is Verdict.TAKEN
    old = f"{house.now - timedelta(hours=3):%Y%m%dT%H%M%SZ}"
    assert taken(house, mail(meeting.uid, "DECLINED", stamp=old, id="<2@x>")) is Verdict.OLDER
    assert taken(house, mail(meeting.uid, "DECLINED")) is Verdict.OLDER  # the same mail once more
    assert answers(house)["Tanaka"] is Answer.ACCEPTED
    with house.work(house.viewer(officer)) as work:
        row = work.one(queries.meetings.by_ref(meeting.ref))
        work.act(services.guests.Action.REVISE_MEETING, on=row)
        rewrite(work, row, {"city": "Kyoto"})
    assert taken(house, mail(meeting.uid, id="<3@x>", sequence="0")) is Verdict.EARLIER
    assert answers(house)["Tanaka"] is Answer.NONE
    assert taken(house, mail(meeting.uid, id="<4@x>", sequence="1")) is Verdict.TAKEN


def test_what_is_not_verified_counts_once_somebody_says_so_and_words_stay_words(invited):
    house, officer, meeting = invited
    word = "COMMENT:<b>Yes</b> =1+1"
    assert taken(house, mail(meeting.uid, results="", more=word)) is Verdict.UNVERIFIED
    assert (
        taken(
            house,
            mail(
                meeting.uid,
                sender="c@evil.example",
                attendee="ATTENDEE;PARTSTAT=ACCEPTED:mailto:c@evil.example",
                id="<9@x>",
            ),
        )
        is Verdict.STRANGER
    )
    browser = house.client(officer)
    page = f"/record/meetings/{meeting.ref}/guests"
    shown = browser.get(page).text
    assert "&lt;b&gt;Yes&lt;/b&gt; =1+1" in shown
    assert "c@evil.example" in shown
    believe = re.search(r"/record/replies/\w+/believe", shown)[0]
    assert browser.press(page, believe).status_code == 303
    assert answers(house)["Tanaka"] is Answer.ACCEPTED
    assert browser.press(page, believe).status_code == 404
    dismiss = re.search(r"/record/replies/\w+/dismiss", browser.get(page).text)[0]
    assert browser.press(page, dismiss).status_code == 303
    assert "Replies to look at" not in browser.get(page).text
    other = house.client(house.officer(desk="Europe desk"))
    token = other.carried("/account")["csrf_token"]
    assert other.post(dismiss, {"csrf_token": token}).status_code == 404


@given(st.integers(0, 600), st.binary(max_size=6))
@settings(max_examples=300)
def test_whatever_is_in_a_mail_it_is_a_reply_or_cannot_be_read(at, junk):
    raw = mail("11111111-2222-3333-4444-555555555555")
    try:
        found = read_reply(raw[:at] + junk + raw[at:], OURS)
    except Unreadable:
        return
    assert len(found.comment) <= 1000


def test_a_mail_server_pipes_a_mail_in(invited):
    house, _, meeting = invited
    done = house.app.test_cli_runner().invoke(args=["take-reply"], input=mail(meeting.uid))
    assert done.exit_code == 0, done.output
    assert "not verified" in done.output
