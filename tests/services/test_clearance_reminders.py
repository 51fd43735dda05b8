"""Whoever has not answered is reminded once before the deadline; the author is told once when it has passed."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from app import post, queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.clearance import Said
from app.domain.house_rules import HouseRules
from app.domain.leave import LeaveFacts
from app.domain.readout import Audience
from app.models.clearance import Clearing
from app.models.outbox import Message
from app.services.clearances import ToAsk
from tests import a
from tests.mail import mail_server, posted_to

DEADLINE = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
"""A Monday, 17:00 in Brussels; the house's clock starts on Monday, 23 November, 12:00 UTC."""
FRIDAY = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
"""The working day before it, 08:00 in Brussels: the hour at which digests usually come."""
SECOND = timedelta(seconds=1)
SOON = "A clearance falls due"
OVER = "The time for a clearance is over"


@pytest.fixture
def mail():
    with mail_server() as (box, controller):
        yield box, posted_to(controller)


class Desk:
    """A house with a readout in clearance: its author, one who is asked, a head; and its letters."""

    def __init__(self, house, mail):
        self.house, (self.box, self.config) = house, mail
        self.author, self.asked, self.head = (
            house.officer(),
            house.officer(),
            house.officer(Role.HEAD_OF_DESK),
        )
        self.dialogue = a.dialogue(house)

    def draft(self, marking=0, title="Readout of the talks"):
        meeting = a.meeting(self.house, self.dialogue, summary="The two sides met.", marking=marking)
        with self.house.work(self.house.viewer(self.author)) as work:
            return services.readouts.draft(work, "meetings", meeting.ref, title, Audience.INTERNAL).ref

    def ask(self, ref, *officers, due=DEADLINE, silence=False, units=()):
        with self.house.work(self.house.viewer(self.author)) as work:
            wanted = ToAsk([one.ref for one in officers or (self.asked,)], units, due, silence)
            return [row.ref for row in services.clearances.ask(work, ref, wanted)]

    def say(self, who, ref, said, word=""):
        with self.house.work(self.house.viewer(who)) as work:
            services.clearances.say(work, ref, said, word)

    def letters(self, now, queue=True):
        """What leaves at this moment, as (to, subject, text)."""
        self.house.now = now
        self.box.letters.clear()
        if queue:
            with self.house.system() as work:
                services.clearance_reminders.queue_due(work)
        post.empty(self.config, self.house.system, 100)
        return [(one["To"], one["Subject"], one.get_content()) for one in self.box.letters]

    def about(self, subject, now):
        return [(to, text) for to, said, text in self.letters(now) if said == subject]

    def change(self, officer, **columns):
        with self.house.system() as work:
            row = work.one(queries.officers.by_id(officer.id))
            for name, value in columns.items():
                setattr(row, name, value)
            work.act(Action.CHANGE_OFFICER, on=services.office.OFFICE)


@pytest.fixture
def desk(house, mail):
    return Desk(house, mail)


@pytest.mark.parametrize(
    ("silence", "words"), [(True, "it counts as cleared"), (False, "silence does not clear it")]
)
def test_one_working_day_before_at_the_hour_of_their_digest_and_once(desk, silence, words):
    ref = desk.draft()
    desk.ask(ref, silence=silence)
    assert [subject for _, subject, _ in desk.letters(desk.house.now)] == [
        "A readout waits for your clearance"
    ]
    assert desk.letters(FRIDAY - SECOND) == []
    [(to, text)] = desk.about(SOON, FRIDAY)
    assert to == desk.asked.email
    for said in (
        words,
        "Readout of the talks",
        "Monday 30 November 2026, 17:00 (Brussels)",
        f"/readouts/{ref}",
    ):
        assert said in text
    assert desk.letters(FRIDAY + timedelta(hours=3)) == []


def test_our_own_holidays_and_the_hour_and_place_of_the_officer_count(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    desk.change(desk.asked, zone="Asia/Tokyo", digest_at=time(7, 30))
    with desk.house.system() as work:
        services.days_off.add(work, "EU", FRIDAY.date(), "A day of rest")
    thursday = datetime(
        2026, 11, 25, 22, 30, tzinfo=UTC
    )  # 07:30 on the 26th in Tokyo, where the 30th is the 1st
    assert desk.about(SOON, thursday - SECOND) == []
    # in Tokyo the deadline falls on Tuesday, 1 December, 01:00: the working day before is Monday
    assert desk.about(SOON, datetime(2026, 11, 29, 22, 30, tzinfo=UTC) - SECOND) == []
    assert len(desk.about(SOON, datetime(2026, 11, 29, 22, 30, tzinfo=UTC))) == 1


def test_a_holiday_of_ours_moves_the_reminder_to_the_working_day_before_it(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    with desk.house.system() as work:
        services.days_off.add(work, "EU", FRIDAY.date(), "A day of rest")
    thursday = FRIDAY - timedelta(days=1)
    assert desk.about(SOON, thursday - SECOND) == []
    assert len(desk.about(SOON, thursday)) == 1


def test_the_lead_is_a_rule_of_the_house(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    with desk.house.system() as work:
        services.office.change_rules(work, HouseRules(clearance_days=3), None)
        work.sit_in(work.one(queries.officers.office()))
        work.now = FRIDAY - timedelta(days=2)
        assert services.clearance_reminders.queue_due(work) == 1


def test_whoever_was_asked_after_that_hour_is_not_reminded(desk):
    desk.house.now = FRIDAY + SECOND
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    assert desk.about(SOON, FRIDAY + timedelta(hours=2)) == []


@pytest.mark.parametrize("how", ["answered", "taken back", "answered while it waited"])
def test_nobody_is_reminded_of_what_is_settled(desk, how):
    ref = desk.draft()
    [row] = desk.ask(ref)
    desk.letters(desk.house.now)
    if how == "answered while it waited":
        desk.house.now = FRIDAY
        with desk.house.system() as work:
            assert services.clearance_reminders.queue_due(work) == 1
    if how == "taken back":
        with desk.house.work(desk.house.viewer(desk.author)) as work:
            services.clearances.ask_no_more(work, row, "Settled")
    else:
        desk.say(desk.asked, row, Said.NOT_CLEARED, "No.")
    assert desk.letters(FRIDAY) == []
    assert desk.letters(DEADLINE + SECOND) == []


def test_a_reminder_that_waited_past_the_deadline_is_not_sent_any_more(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    desk.house.now = FRIDAY
    with desk.house.system() as work:
        assert services.clearance_reminders.queue_due(work) == 1
    assert desk.letters(DEADLINE + SECOND, queue=False) == []


def test_the_author_is_told_once_who_is_late_and_whose_silence_counts(desk):
    ref = desk.draft()
    desk.ask(ref, units=["The CERT"])
    desk.ask(ref, desk.head, silence=True)
    desk.letters(desk.house.now)
    desk.letters(FRIDAY)
    assert desk.about(OVER, DEADLINE - SECOND) == []
    [(to, text)] = desk.about(OVER, DEADLINE)
    assert to == desk.author.email
    late, silent = text.split("Nothing was said")
    for name in (desk.asked.name, "The CERT"):
        assert name in late
    assert desk.head.name in silent
    assert desk.letters(DEADLINE + timedelta(hours=5)) == []


def test_the_author_is_not_told_when_everybody_answered_meanwhile(desk):
    [row] = desk.ask(desk.draft())
    desk.letters(desk.house.now)
    desk.letters(FRIDAY)
    desk.house.now = DEADLINE
    with desk.house.system() as work:
        assert services.clearance_reminders.queue_due(work) == 1
    desk.say(desk.asked, row, Said.CLEARED)
    assert desk.letters(DEADLINE + SECOND, queue=False) == []


def test_a_deadline_long_past_is_left_to_the_page(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    assert desk.letters(DEADLINE + timedelta(days=8)) == []


def test_during_leave_the_deputy_is_reminded_and_told(desk):
    deputy = desk.house.officer()
    for who in (desk.asked, desk.author):
        with desk.house.work(desk.house.viewer(desk.head)) as work:
            days = FRIDAY.date(), DEADLINE.date()
            services.leaves.note(work, LeaveFacts(who.ref, *days, deputy.ref))
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    [(to, text)] = desk.about(SOON, FRIDAY)
    assert to == deputy.email
    assert f"{desk.asked.name}, for whom you stand in," in text
    [(to, text)] = desk.about(OVER, DEADLINE)
    assert to == deputy.email
    assert f"a readout by {desk.author.name}, for whom you stand in," in text


def test_what_may_not_travel_by_mail_is_not_named(desk):
    for one in (desk.author, desk.asked):
        desk.change(one, clearance=3)
    desk.ask(desk.draft(marking=3))
    desk.letters(desk.house.now)
    for found in (desk.about(SOON, FRIDAY), desk.about(OVER, DEADLINE)):
        [(_, text)] = found
        assert "Readout of the talks" not in text
        assert "/readouts/" in text


def test_whoever_may_not_know_it_any_more_is_not_written_to(desk):
    desk.ask(desk.draft(marking=2))
    desk.letters(desk.house.now)
    desk.change(desk.asked, clearance=0)
    assert desk.about(SOON, FRIDAY) == []


def test_after_a_change_of_the_text_they_are_reminded_anew(desk):
    ref = desk.draft()
    [row] = desk.ask(ref)
    desk.letters(desk.house.now)
    desk.say(desk.asked, row, Said.CLEARED)
    revise(desk, ref, "The two sides met again.")
    assert len(desk.letters(desk.house.now)) == 1
    assert len(desk.about(SOON, FRIDAY)) == 1


def test_silence_does_not_clear_a_text_that_was_changed_after_the_deadline(desk):
    ref = desk.draft()
    [row] = desk.ask(ref, silence=True)
    desk.letters(desk.house.now)
    desk.say(desk.asked, row, Said.CLEARED)
    desk.house.now = DEADLINE + timedelta(hours=1)
    revise(desk, ref, "The two sides met again.")
    [(to, subject, text)] = desk.letters(desk.house.now)
    assert (to, subject) == (desk.asked.email, "A readout waits for your clearance")
    assert "its text was changed after it was cleared" in text
    assert "Silence does not clear it." in text
    with desk.house.system() as work:
        assert work.one(select(Clearing)).silence is False


def revise(desk, ref, text):
    """Another text in its first paragraph."""
    with desk.house.work(desk.house.viewer(desk.author)) as work:
        readout = work.one(queries.readouts.by_ref(ref))
        first, *others = services.readout_texts.passages_of(readout)
        changed = [
            type(first)(first.heading, first.voice, text, first.marking, first.kept, first.key),
            *others,
        ]
        services.readouts.revise(work, ref, readout.title, "", changed, readout.version)


def test_queued_again_after_a_sudden_end_it_is_sent_once(desk):
    desk.ask(desk.draft())
    desk.letters(desk.house.now)
    desk.house.now = FRIDAY
    for _ in range(2):  # queued, and the sender stops before it sends
        with desk.house.system() as work:
            services.clearance_reminders.queue_due(work)
    desk.box.letters.clear()
    post.empty(desk.config, desk.house.system, 100)
    post.empty(desk.config, desk.house.system, 100)
    assert [one["Subject"] for one in desk.box.letters] == [SOON]
    with desk.house.system() as work:
        assert len(work.all(select(Message))) == 2


def test_it_asks_as_often_for_many_as_for_one(desk):
    def counted():
        desk.house.now = FRIDAY
        with desk.house.statements() as seen, desk.house.system() as work:
            services.clearance_reminders.queue_due(work)
        return len(seen)

    start = desk.house.now
    desk.ask(desk.draft())
    counted()
    few = counted()
    desk.house.now = start
    for number in range(12):
        desk.ask(desk.draft(title=f"Readout {number}"))
    counted()
    assert counted() == few
