"""Digests: one letter at the hour that each chose, with what is theirs and may be said, once whatever happens."""

from datetime import date, time, timedelta

import pytest

from app import errands, post, queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.commitment import OwedBy
from app.domain.errors import RuleBroken
from app.domain.leave import LeaveFacts
from app.services.days_off import by_the_package
from tests import a
from tests.mail import mail_server, posted_to

TODAY = date(2026, 11, 23)
"""A Monday; the house's clock stands at 12:00 UTC."""
DAY = timedelta(days=1)


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, posted_to(controller)


@pytest.fixture
def record(house):
    """A dialogue with Japan, an officer with something late and something soon, and the head of the desk."""
    dialogue = a.dialogue(house)
    officer, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    a.follow_up(house, dialogue, officer, text="Send the paper", due=TODAY - 20 * DAY)
    a.follow_up(house, dialogue, officer, text="Book the room", due=TODAY + 3 * DAY)
    a.follow_up(house, dialogue, officer, text="Far away", due=TODAY + 300 * DAY)
    return house, dialogue, officer, head


def queue(house):
    with house.system() as work:
        return services.digests.queue_due(work)


def sent(house, mail):
    mail[0].letters.clear()
    queue(house)
    post.empty(mail[1], house.system, 100)
    return list(mail[0].letters)


def of(letters, officer):
    return next((letter.get_content() for letter in letters if letter["To"] == officer.email), None)


def change(house, officer, **columns):
    with house.system() as work:
        row = work.one(queries.officers.by_id(officer.id))
        for name, value in columns.items():
            setattr(row, name, value)
        work.act(Action.CHANGE_OFFICER, on=services.office.OFFICE)


def test_one_letter_with_what_is_late_first(record, mail):
    house, _, officer, _ = record
    body = of(sent(house, mail), officer)
    assert body.index("Overdue (1)") < body.index("Send the paper") < body.index("Due within 14 days (1)")
    assert "20 days late" in body
    assert "Book the room" in body
    assert "Far away" not in body
    assert "https://desk.example/follow-ups/" in body
    assert sent(house, mail) == []  # asked twice, sent once


def test_the_head_is_told_what_is_late_for_long_and_what_was_carried_too_often(record, mail):
    house, dialogue, officer, head = record
    a.commitment(house, dialogue, sentence="Carried thrice", times_carried=3, owed_by=OwedBy.OURS)
    body = of(sent(house, mail), head)
    assert "late by more than 14 days (1)" in body
    assert f"20 days late; {officer.name}" in body
    assert "Carried thrice" in body
    assert "Book the room" not in body


def test_late_for_long_is_what_the_office_says(record, mail, monkeypatch):
    house, _, _, head = record
    with house.system() as work:
        work.one(queries.officers.office()).late_days = 30
        work.act(Action.CHANGE_OFFICE, on=services.office.OFFICE)
    with house.system() as work:
        work.sit_in(work.one(queries.officers.office()))
        assert services.digests.of_officer(work, work.one(queries.officers.by_id(head.id))) is None


def test_nothing_to_say_is_not_said(house, mail):
    officer = house.officer()
    assert queue(house) == 1
    assert sent(house, mail) == []
    with house.system() as work:
        [letter] = work.all(queries.outbox.listed())
    assert (letter.officer_id, letter.state) == (officer.id, "not needed any more")


def test_what_somebody_may_not_know_is_in_no_digest_of_theirs(record, mail):
    house, dialogue, officer, head = record
    a.follow_up(house, dialogue, officer, text="Above clearance", due=TODAY - 30 * DAY, marking=2)
    change(house, officer, clearance=1)
    change(house, head, clearance=1)
    letters = sent(house, mail)
    assert "Overdue (1)" in of(letters, officer)
    assert "more than 14 days (1)" in of(letters, head)
    assert "Above clearance" not in of(letters, officer) + of(letters, head)


def test_what_may_not_travel_by_mail_is_only_counted(record, mail):
    house, dialogue, officer, _ = record
    scheme = house.app.config["SCHEME"]
    ranks = [m.rank for m in scheme.choices() if not m.may_travel_by_mail]
    if not ranks:
        pytest.skip("Every marking of this scheme may travel.")
    change(house, officer, clearance=ranks[0])
    row = a.follow_up(house, dialogue, officer, text="Secret", due=TODAY - 40 * DAY, marking=ranks[0])
    body = of(sent(house, mail), officer)
    assert "Secret" not in body
    assert row.ref not in body
    assert "Overdue (2)" in body
    assert "one that may not travel by mail" in body


def test_three_days_without_a_mail_server_make_one_digest(record, mail):
    house, _, officer, _ = record
    change(house, officer, digest_days=[0, 1, 2, 3, 4])
    for _ in range(3):
        queue(house)
        house.now += DAY
    assert len([letter for letter in sent(house, mail) if letter["To"] == officer.email]) == 1


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(hours=1), -DAY, 365 * DAY])
def test_a_clock_that_steps_sends_none_twice_and_skips_none(record, mail, step):
    house, _, officer, _ = record
    change(house, officer, digest_days=[0, 1, 2, 3, 4], digest_at=time(13))  # now, in Brussels
    start, causes = house.now, []
    for moment in (start, start + step, start + timedelta(minutes=5), start + DAY):
        house.now = moment
        causes += [letter["Message-ID"] for letter in sent(house, mail) if letter["To"] == officer.email]
    assert len(causes) == len(set(causes))
    assert {f"<digest.{officer.ref}.2026-11-{day}@rapporteur>" for day in (23, 24)} <= set(causes)


def test_a_change_of_days_brings_no_second_digest_for_a_day_that_is_past(record, mail):
    house, _, officer, _ = record
    assert of(sent(house, mail), officer)
    house.now += DAY
    change(house, officer, digest_days=[4])  # last Friday was before the digest of Monday
    assert of(sent(house, mail), officer) is None
    house.now += 3 * DAY
    assert of(sent(house, mail), officer)


def test_during_leave_the_deputy_is_told_and_the_rest_waits_for_the_officer(record, mail):
    house, dialogue, officer, _ = record
    deputy = house.officer(clearance=1)
    a.follow_up(house, dialogue, officer, text="Not for the deputy", due=TODAY - DAY, marking=2)
    with house.work(house.viewer(officer)) as work:
        services.leaves.note(work, LeaveFacts(officer.ref, TODAY, TODAY + 7 * DAY, deputy.ref))
    letters = sent(house, mail)
    assert "on leave until 30 November 2026: overdue (1)" in of(letters, deputy)
    assert "Send the paper" in of(letters, deputy)
    assert "Not for the deputy" not in of(letters, deputy)
    assert "Not for the deputy" in of(letters, officer)
    assert "Send the paper" not in of(letters, officer)


def test_a_deputy_on_leave_is_no_deputy(record, mail):
    house, _, officer, _ = record
    deputy = house.officer()
    with house.system() as work:
        for one, other in ((officer, deputy), (deputy, officer)):
            services.leaves.note(work, LeaveFacts(one.ref, TODAY, TODAY, other.ref))
    letters = sent(house, mail)
    assert "Send the paper" in of(letters, officer)
    assert of(letters, deputy) is None


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (None, TODAY, "first"),
        (TODAY, None, "last"),
        (TODAY, TODAY - DAY, "last"),
        (date(2020, 1, 1), date(2020, 1, 2), "last"),
        (TODAY, TODAY + 900 * DAY, "last"),
    ],
)
def test_days_that_cannot_be_a_leave(house, first, last, field):
    officer = house.officer()
    with house.work(house.viewer(officer)) as work, pytest.raises(RuleBroken) as broken:
        services.leaves.note(work, LeaveFacts(officer.ref, first, last))
    assert broken.value.field == field


def test_nobody_is_away_twice_on_a_day_nor_stands_in_for_themselves(house):
    officer = house.officer()
    later = TODAY + 9 * DAY
    with house.work(house.viewer(officer)) as work:
        services.leaves.note(work, LeaveFacts(officer.ref, TODAY, TODAY))
        with pytest.raises(RuleBroken, match="already"):
            services.leaves.note(work, LeaveFacts(officer.ref, TODAY, TODAY + 3 * DAY))
        with pytest.raises(RuleBroken, match="themselves"):
            services.leaves.note(work, LeaveFacts(officer.ref, later, later, officer.ref))


def test_a_head_who_wants_no_digest_is_told_why_not(house):
    head = house.officer(Role.HEAD_OF_DESK)
    with house.work(house.viewer(head)) as work, pytest.raises(RuleBroken, match="late for long"):
        services.officers.choose_digests(work, [], time(8), None)


def test_holidays_are_those_of_our_own_side():
    assert date(2026, 7, 14) in by_the_package("FR", 2026, 2026).holidays
    assert date(2026, 4, 6) in by_the_package("EU", 2026, 2026).holidays
    assert by_the_package("IL", 2026, 2026).weekend == {4, 5}
    assert by_the_package("XX", 2026, 2026).holidays == {}


def test_without_a_mail_server_nothing_is_queued(house):
    house.officer()
    assert errands.run(house.app.config["HOUSE"]) == errands.Done()
    with house.system() as work:
        assert work.all(queries.outbox.listed()) == []
