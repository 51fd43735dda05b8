"""Senders that are killed lose no letter, and senders at the same time send none twice."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from app import queries, services
from app.domain.letter import LetterKind
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
