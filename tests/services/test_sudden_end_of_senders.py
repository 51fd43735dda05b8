"""Senders that are killed lose no letter, and senders at the same time send none twice."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from app import queries, services
from app.domain.delegation import Side
from app.domain.guest import GuestFacts
from app.domain.letter import LetterKind
from app.domain.meeting import Standing
from tests import a
from tests.conftest import CI
from tests.mail import mail_server

KILLS = 40 if CI else 20


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, controller.port


def waiting(house, number):
    """So many letters about follow-ups; their Message-IDs."""
    dialogue, officer = a.dialogue(house), house.officer()
    row = a.follow_up(house, dialogue, officer)
    with house.system() as work:
        return {
            services.outbox.queue(
                work, once=f"assigned:{n}", kind=LetterKind.ASSIGNED, officer_id=officer.id, about=row
            ).message_id
            for n in range(number)
        }


def run(house, port, *told):
    """The senders, on this house's database; what they print."""
    config = house.app.config["HOUSE"]
    settings = {
        "DATA": str(config.data),
        "DATABASE_URL": config.database_url,
        "SECRET_KEY": config.secret_key,
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(port),
        "SMTP_SECURITY": "none",
        "MAIL_FROM": "desk@ministry.example",
    }
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "tests.senders", *told],
        env=os.environ | {f"RAPPORTEUR_{name}": value for name, value in settings.items()},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    return int(done.stdout.split()[-1])


def states(house):
    with house.system() as work:
        return Counter(str(letter.state) for letter in work.all(queries.outbox.listed()))


def test_killed_senders_lose_nothing_and_repeat_no_more_than_they_held(house, mail):
    box, port = mail
    box.slow = 0.02
    causes = waiting(house, 200)
    hit = run(house, port, "killed", str(KILLS))
    arrived = Counter(letter["Message-ID"] for letter in box.letters)
    assert set(arrived) == causes
    assert states(house) == {"sent": 200}
    assert hit > KILLS / 4  # otherwise nothing was tried
    assert sum(arrived.values()) - len(arrived) <= hit


def test_senders_at_the_same_time_send_none_twice(house, mail):
    box, port = mail
    causes = waiting(house, 120)
    run(house, port, "together", "3")
    assert Counter(letter["Message-ID"] for letter in box.letters) == dict.fromkeys(causes, 1)
    assert states(house) == {"sent": 120}


def invited(house, number):
    """So many guests invited to a meeting; the Message-IDs of their letters."""
    dialogue, officer = a.dialogue(house), house.officer()
    meeting = a.meeting(house, dialogue, on=date(2030, 1, 15), standing=Standing.PLANNED)
    people = [GuestFacts(f"Guest {n}", f"guest{n}@partner.example") for n in range(number)]
    with house.work(house.viewer(officer)) as work:
        guests = services.guests.add(work, "meetings", meeting.ref, Side.THEIRS, people)
        refs = [guest.ref for guest in guests]
        services.guests.send(work, "meetings", meeting.ref, refs, outside_meant=True)
    with house.system() as work:
        return {letter.message_id for letter in work.all(queries.outbox.listed())}


def test_mip_10_no_invitation_is_lost_however_often_the_sender_is_killed(house, mail):
    box, port = mail
    box.slow = 0.02
    causes = invited(house, 120)
    hit = run(house, port, "killed", str(50 if CI else 20))
    arrived = Counter(letter["Message-ID"] for letter in box.letters)
    assert set(arrived) == causes
    assert states(house) == {"sent": 120}
    assert hit
    assert sum(arrived.values()) - len(arrived) <= hit
    assert {len(box.to(letter["To"])) for letter in box.letters if arrived[letter["Message-ID"]] == 1} == {1}
