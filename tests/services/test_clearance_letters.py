"""Whoever is asked to clear a readout is written to, at a real mail server, with no more than may travel."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app import post, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.clearance import Said
from app.domain.readout import Audience
from app.models.clearance import Clearing
from app.models.officer import Leave
from app.services.clearances import ToAsk
from tests import a
from tests.mail import mail_server, posted_to


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, posted_to(controller)


@pytest.fixture
def desk(house):
    """A house, the author of a readout, an officer who is to be asked, and a head; and how the readout is found."""
    author, asked, head = house.officer(), house.officer(), house.officer(Role.HEAD_OF_DESK)
    return house, author, asked, head


def drafted(desk, marking=0):
    house, author, _, _ = desk
    meeting = a.meeting(house, a.dialogue(house), summary="The two sides met.", marking=marking)
    with house.work(house.viewer(author)) as work:
        return services.readouts.draft(
            work, "meetings", meeting.ref, "Readout of the talks", Audience.INTERNAL
        ).ref


def ask(desk, ref, silence=False):
    house, author, asked, _ = desk
    with house.work(house.viewer(author)) as work:
        due = house.now + timedelta(days=3)
        [row] = services.clearances.ask(work, ref, ToAsk([asked.ref], [], due, silence))
        return row.ref


def sent(house, mail):
    post.empty(mail[1], house.system, 100)
    return mail[0].letters


@pytest.mark.parametrize(
    ("silence", "words"), [(True, "it counts as cleared"), (False, "silence does not clear it")]
)
def test_the_letter_says_until_when_and_what_silence_means(desk, mail, silence, words):
    house, author, asked, _ = desk
    ref = drafted(desk)
    ask(desk, ref, silence)
    [letter] = sent(house, mail)
    text = letter.get_content()
    assert letter["To"] == asked.email
    assert letter["Subject"] == "A readout waits for your clearance"
    for word in (
        f"{author.name} asks you",
        "26 November 2026, 13:00 (Brussels)",
        "Readout of the talks",
        words,
        f"/readouts/{ref}",
    ):
        assert word in text
    assert sent(house, mail) == [letter]  # once


def test_what_may_not_travel_by_mail_is_not_named(desk, mail):
    house, author, asked, _ = desk
    with house.system() as work:
        for one in (author, asked):
            work.one(services.officers.queries.officers.by_id(one.id)).clearance = 3
        work.act(Action.LOAD_RECORD, on=services.office.OFFICE)
    ask(desk, drafted(desk, marking=3))
    [letter] = sent(house, mail)
    assert "Readout of the talks" not in letter.get_content()
    assert "/readouts/" in letter.get_content()


def test_during_leave_the_deputy_is_written_to(desk, mail):
    house, _, asked, head = desk
    with house.system() as work:
        work.add(Leave(officer_id=asked.id, deputy_id=head.id, first_day=work.today, last_day=work.today))
        work.act(Action.LOAD_RECORD, on=services.office.OFFICE)
    ask(desk, drafted(desk))
    [letter] = sent(house, mail)
    assert letter["To"] == head.email
    assert f"{asked.name}, for whom you stand in," in letter.get_content()


def test_what_was_answered_or_is_asked_no_more_is_not_written_about(desk, mail):
    house, author, asked, _ = desk
    ref = drafted(desk)
    row = ask(desk, ref)
    with house.work(house.viewer(asked)) as work:
        services.clearances.say(work, row, Said.CLEARED, "")
    assert sent(house, mail) == []
    with house.work(house.viewer(author)) as work:
        services.clearances.ask_no_more(work, row, "Settled")
    with house.system() as work:
        assert work.one(select(Clearing)).withdrawn_because == "Settled"
