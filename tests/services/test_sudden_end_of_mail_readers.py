"""Readers of the mailbox that are killed lose no answer and take none twice, nor do several at the same time."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select

from app import services
from app.domain.delegation import Side
from app.domain.guest import Answer, GuestFacts
from app.domain.meeting import Standing
from app.models.audit import AuditEntry
from app.models.guest import Guest, MailedReply
from tests import a
from tests.conftest import CI
from tests.mailbox_server import PASSWORD, USER, mailbox_server
from tests.services.test_replies import OURS, mail

MAILS = 40


@pytest.fixture
def full(house):
    """A meeting with many guests, and a mailbox with an answer of each, and some junk."""
    officer, dialogue = house.officer(), a.dialogue(house)
    meeting = a.meeting(house, dialogue, on=date(2030, 1, 15), standing=Standing.PLANNED)
    people = [GuestFacts(f"Guest {n}", f"guest{n}@partner.example") for n in range(MAILS)]
    with house.work(house.viewer(officer)) as work:
        guests = services.guests.add(work, "meetings", meeting.ref, Side.THEIRS, people)
        services.guests.send(
            work, "meetings", meeting.ref, [guest.ref for guest in guests], outside_meant=True
        )
    with mailbox_server() as server:
        answers = [answer_of(meeting, number) for number in range(MAILS)]
        server.put("INBOX", *answers, *[b"Subject: lunch\r\n\r\nAt one?"] * (MAILS // 10))
        yield house, server


def answer_of(meeting, number):
    address = f"guest{number}@partner.example"
    said = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}"
    return mail(meeting.uid, attendee=said, sender=address, id=f"<{number}@partner.example>")


def run(house, server, *told):
    """The readers, on this house's database; what they print."""
    config = house.app.config["HOUSE"]
    settings = {
        "DATA": str(config.data),
        "DATABASE_URL": config.database_url,
        "SECRET_KEY": config.secret_key,
        "IMAP_HOST": "127.0.0.1",
        "IMAP_PORT": str(server.port),
        "IMAP_USER": USER,
        "IMAP_PASSWORD": PASSWORD,
        "IMAP_SECURITY": "none",
        "REPLIES_VOUCHED_BY": OURS,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.mail_readers", *told],
        env=os.environ | {f"RAPPORTEUR_{name}": value for name, value in settings.items()},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    return int(done.stdout.split()[-1])


def each_was_taken_once(house, server):
    with house.system() as work:
        answers = Counter(guest.answer for guest in work.all(select(Guest)))
        kept = Counter(reply.message_id for reply in work.all(select(MailedReply)))
        words = Counter(e.word for e in work.all(select(AuditEntry)) if e.action == "take a reply")
    assert answers == {Answer.ACCEPTED: MAILS}, words
    assert kept == {f"<{number}@partner.example>": 1 for number in range(MAILS)}
    junk = words.pop("refused: there is no calendar object in it")
    assert (junk, set(words.values()), len(words)) == (MAILS // 10, {1}, MAILS)
    assert Counter(server.flags("INBOX")) == {"\\Seen": MAILS, "\\Flagged": MAILS // 10}


def test_killed_readers_lose_no_answer_and_take_none_twice(full):
    house, server = full
    kills = 40 if CI else 20
    assert run(house, server, "killed", str(kills)) > kills / 4  # otherwise nothing was tried
    each_was_taken_once(house, server)


def test_readers_at_the_same_time_take_none_twice_though_nobody_holds_the_place(full):
    house, server = full
    run(house, server, "together", "3")
    each_was_taken_once(house, server)
