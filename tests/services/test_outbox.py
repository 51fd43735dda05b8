"""Letters: one cause one letter, and none lost whatever crashes."""

import re
import socket
from collections import Counter
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller

from app import cli, post, services
from app.domain.letter import wait_after
from app.models.outbox import Message
from config import Config
from tests import a


class Box:
    """What a real mail server received."""

    def __init__(self):
        self.letters, self.refuse = [], False

    async def handle_DATA(self, server, session, envelope):
        if self.refuse:
            return "451 try again later"
        self.letters.append(envelope.content.decode("utf-8"))
        return "250 OK"


@pytest.fixture
def mail(house):
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    config = Config(
        smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", mail_from="desk@ministry.example"
    )
    yield box, config
    controller.stop()


def write(house, dialogue, number):
    with house.system() as work:
        return services.outbox.queue(
            work,
            once=f"assigned:{number}",
            to="anna@ministry.example",
            subject="A follow-up for you: 期限",
            body="Нагадування\n",
            of=dialogue,
        )


def test_one_cause_makes_one_letter(house, mail):
    box, config = mail
    dialogue = a.dialogue(house)
    assert write(house, dialogue, 1) is not None
    assert write(house, dialogue, 1) is None
    assert write(house, dialogue, 2) is not None
    with house.app.app_context():
        assert post.empty(config, cli.work_of_the_system, 100) == (2, 0)
        assert post.empty(config, cli.work_of_the_system, 100) == (0, 0)
    assert len(box.letters) == 2
    assert "Message-ID: <assigned.1@rapporteur>" in box.letters[0]


def test_a_letter_that_is_refused_waits_longer_each_time_and_is_set_aside(house, mail):
    box, config = mail
    box.refuse = True
    message = write(house, a.dialogue(house), 1)
    for _ in range(services.outbox.GIVE_UP_AFTER):
        with house.app.app_context():
            assert post.empty(config, cli.work_of_the_system, 100) == (0, 1)
            assert post.empty(config, cli.work_of_the_system, 100) == (0, 0)  # it waits
        with house.system() as work:
            row = work.one(services.outbox.queries.outbox.by_id(message.id))
            row.not_before = row.not_before - timedelta(days=1)
    with house.system() as work:
        row = work.one(services.outbox.queries.outbox.by_id(message.id))
        assert (row.state, "451" in row.trouble) == ("set aside", True)


def test_a_worker_that_dies_while_sending_loses_nothing(house, mail):
    box, config = mail
    write(house, a.dialogue(house), 1)
    with house.system() as work:
        [held] = services.outbox.claim(work, 5)  # this worker dies here
    with house.system() as work:
        assert services.outbox.claim(work, 5) == []
        work.now = work.now + services.outbox.LEASE + timedelta(seconds=1)
        [again] = services.outbox.claim(work, 5)
    assert again.message_id == held.message_id


def test_a_letter_is_written_with_what_it_announces_or_not_at_all(house):
    dialogue = a.dialogue(house)
    with pytest.raises(ZeroDivisionError), house.system() as work:  # noqa: PT012
        services.outbox.queue(work, once="x", to="a@b.example", subject="s", body="b", of=dialogue)
        raise ZeroDivisionError
    with house.system() as work:
        assert services.outbox.claim(work, 5) == []
        assert Message.__tablename__ == "message"


def test_a_line_break_in_a_header_is_refused(house, mail):
    box, config = mail
    with house.system() as work:
        services.outbox.queue(
            work,
            once="x",
            to="a@b.example",
            subject="s\r\nBcc: spy@evil.example",
            body="b",
            of=a_dialogue(house),
        )
    with house.app.app_context():
        assert post.empty(config, cli.work_of_the_system, 5) == (0, 1)
    assert not Counter(re.findall("spy", "".join(box.letters)))


def a_dialogue(house):
    """Anything that a letter can be about."""
    from app.domain.access import OFFICE

    return OFFICE


def test_the_wait_grows_to_six_hours():
    waits = [wait_after(tries) for tries in range(1, 20)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=1)
    assert waits[-1] == timedelta(hours=6)
