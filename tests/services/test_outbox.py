"""Letters: one cause one letter, none lost whatever crashes, and none that is not true any more."""

from datetime import timedelta

import pytest

from app import post, queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.follow_up import FollowUpStatus
from app.domain.letter import MOST_TRIES, LetterKind, LetterState, wait_after
from app.models.officer import Leave
from app.services.letters import NotNeeded
from tests import a
from tests.mail import mail_server, posted_to


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, posted_to(controller)


@pytest.fixture
def record(house):
    """A house, an officer, and the officer's follow-up with Japan."""
    dialogue = a.dialogue(house)
    officer = house.officer()
    return house, officer, a.follow_up(house, dialogue, officer, text="Send the paper: 期限")


def write(house, officer, row, cause="assigned:1", kind=LetterKind.ASSIGNED, word="Нагадування"):
    with house.system() as work:
        return services.outbox.queue(work, once=cause, kind=kind, officer_id=officer.id, about=row, word=word)


def empty(house, mail):
    return post.empty(mail[1], house.system, 100)


def found(house, message):
    with house.system() as work:
        return work.one(queries.outbox.by_id(message.id))


def change(house, row, **columns):
    with house.system() as work:
        there = work.one(queries.follow_ups.by_ref(row.ref))
        for name, value in columns.items():
            setattr(there, name, value)
        work.act(Action.LOAD_RECORD, on=there)


def test_one_cause_makes_one_letter(record, mail):
    house, officer, row = record
    assert write(house, officer, row) is not None
    assert write(house, officer, row) is None
    assert write(house, officer, row, "assigned:2") is not None
    assert empty(house, mail) == (2, 0)
    assert empty(house, mail) == (0, 0)
    first, second = mail[0].letters
    assert (first["Message-ID"], first["To"]) == ("<assigned.1@rapporteur>", officer.email)
    assert "Send the paper: 期限" in first.get_content()
    assert "Нагадування" in first.get_content()
    assert f"https://desk.example/follow-ups/{row.ref}" in second.get_content()


def test_a_poisoned_letter_waits_longer_each_time_and_is_set_aside_and_the_others_go_on(record, mail):
    house, officer, row = record
    mail[0].refuse = lambda letter: letter["Message-ID"] == "<assigned.1@rapporteur>"
    message = write(house, officer, row)
    for tried in range(MOST_TRIES):
        write(house, officer, row, f"other:{tried}")
        assert empty(house, mail) == (1, 1)
        assert empty(house, mail) == (0, 0)  # it waits
        house.now += timedelta(hours=7)
    there = found(house, message)
    assert (there.state, "451" in there.trouble) == (LetterState.SET_ASIDE, True)
    assert empty(house, mail) == (0, 0)


def test_a_letter_that_cannot_be_written_is_set_aside_too(record, mail):
    house, officer, row = record
    with house.system() as work:
        work.one(queries.officers.by_id(officer.id)).email = "a@b.example\r\nBcc: spy@evil.example"
        work.act(Action.LOAD_RECORD, on=services.office.OFFICE)
    message = write(house, officer, row)
    assert empty(house, mail) == (0, 1)
    assert mail[0].letters == []
    assert "ValueError" in found(house, message).trouble


def test_a_sender_that_dies_while_sending_loses_nothing(record, mail):
    house, officer, row = record
    message = write(house, officer, row)
    with house.system() as work:
        assert services.outbox.claim(work) == message.id  # this sender dies here
    assert empty(house, mail) == (1, 0)
    assert found(house, message).tries == 2


def test_a_letter_that_kills_each_sender_is_set_aside_as_well(record, mail):
    house, officer, row = record
    message = write(house, officer, row)
    for _ in range(MOST_TRIES):
        with house.system() as work:
            services.outbox.claim(work)
    assert empty(house, mail) == (0, 0)
    assert found(house, message).state is LetterState.SET_ASIDE


def test_no_letter_is_to_blame_for_a_server_that_is_not_there(record, mail):
    house, officer, row = record
    message = write(house, officer, row)
    nowhere = posted_to(type("Gone", (), {"port": 1}))
    for _ in range(MOST_TRIES + 1):
        with pytest.raises(post.NoServer):
            post.empty(nowhere, house.system, 100)
    assert (found(house, message).tries, found(house, message).state) == (0, LetterState.WAITING)
    assert empty(house, mail) == (1, 0)


def test_a_session_that_breaks_between_two_letters_is_opened_again(record, mail):
    house, officer, row = record
    write(house, officer, row)
    write(house, officer, row, "assigned:2")
    with post.Session(mail[1]) as session:
        assert post.one(house.system, session, post.next_of(house.system)) is post.Went.OUT
        session.server.sock.close()
        assert post.one(house.system, session, post.next_of(house.system)) is post.Went.OUT
    assert len(mail[0].letters) == 2


def test_a_letter_is_queued_with_what_it_announces_or_not_at_all(record):
    house, officer, row = record
    with pytest.raises(ZeroDivisionError), house.system() as work:  # noqa: PT012
        services.outbox.queue(work, once="x", kind=LetterKind.DIGEST, officer_id=officer.id)
        raise ZeroDivisionError
    with house.system() as work:
        assert services.outbox.claim(work) is None


def test_a_clock_that_went_wrong_holds_no_letter_back(record, mail):
    house, officer, row = record
    noon = house.now
    house.now = noon + timedelta(days=365)
    mail[0].refuse = lambda letter: True
    write(house, officer, row)
    assert empty(house, mail) == (0, 1)  # and is to wait until next year
    house.now, mail[0].refuse = noon, lambda letter: False
    assert empty(house, mail) == (1, 0)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"status": FollowUpStatus.DONE}, "has ended"),
        ({"owner_id": None, "owner_unit": "CERT"}, "somebody else"),
        ({"marking": 3}, "may not know"),
    ],
)
def test_what_does_not_hold_any_more_is_not_said(record, mail, columns, why):
    house, officer, row = record
    message = write(house, officer, row)
    change(house, row, **columns)
    assert empty(house, mail) == (0, 0)
    there = found(house, message)
    assert (there.state, why in there.trouble) == (LetterState.NOT_NEEDED, True)


def test_nobody_writes_to_a_closed_account(record):
    house, officer, row = record
    message = write(house, officer, row)
    with house.system() as work:
        work.one(queries.officers.by_id(officer.id)).closed_at = house.now
        work.act(Action.LOAD_RECORD, on=services.office.OFFICE)
    with house.system() as work, pytest.raises(NotNeeded, match="closed"):
        services.letters.worded(work, message.id, "https://desk.example")


@pytest.mark.parametrize("may_know", [True, False])
def test_during_leave_the_deputy_who_may_know_it_is_written_to(record, mail, may_know):
    house, officer, row = record
    deputy = house.officer(Role.HEAD_OF_DESK) if may_know else house.officer(desk="Elsewhere")
    with house.system() as work:
        day = work.today
        work.add(Leave(officer_id=officer.id, deputy_id=deputy.id, first_day=day, last_day=day))
        work.act(Action.LOAD_RECORD, on=services.office.OFFICE)
    write(house, officer, row, kind=LetterKind.NUDGED)
    assert empty(house, mail) == (1, 0)
    [letter] = mail[0].letters
    assert letter["To"] == (deputy if may_know else officer).email
    assert ("who is on leave" in letter.get_content()) == may_know


def test_the_wait_grows_to_six_hours():
    waits = [wait_after(tries) for tries in range(1, 20)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=5)
    assert waits[-1] == timedelta(hours=6)
    assert sum(waits[: MOST_TRIES - 1], timedelta()) > timedelta(hours=3)
