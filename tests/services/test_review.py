"""The review: one act per decision, the letters that follow, and the minutes."""

from datetime import date, timedelta

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.errors import Refused, RuleBroken, Stale
from app.domain.follow_up import FollowUpStatus
from app.domain.review import Decision, Verdict
from tests import a


@pytest.fixture
def record(house):
    """A house, its head of desk, a desk officer, and the officer's overdue follow-up."""
    round_ = a.round_(house, a.dialogue(house))
    head, officer = house.officer(Role.HEAD_OF_DESK), house.officer()
    row = a.follow_up(house, round_, officer, due=house.now.date() - timedelta(days=3))
    return house, head, officer, row


def decided(house, who, row, decision, version=None):
    with house.work(house.viewer(who)) as work:
        services.review.decide(work, row.ref, decision, version)
    with house.system() as work:
        found = work.one(queries.follow_ups.by_ref(row.ref))
        return found, list(found.moves), work.all(queries.outbox.due(house.now, 100))


def test_what_was_seen_is_marked_and_nothing_else_moves(record):
    house, head, _, row = record
    found, moves, letters = decided(house, head, row, Decision(Verdict.SEEN))
    assert (found.reviewed_at, found.moved_at, found.status) == (house.now, house.now, FollowUpStatus.OPEN)
    assert (moves, letters) == ([], [])


def test_a_nudge_is_a_letter_to_the_owner(record):
    house, head, officer, row = record
    _, moves, [letter] = decided(house, head, row, Decision(Verdict.NUDGE, word="How does it stand?"))
    assert (letter.officer_id, moves) == (officer.id, [])
    with house.system() as work:
        worded = services.letters.worded(work, letter.id, "https://desk.example")
    assert worded.to_address == officer.email
    assert "How does it stand?" in worded.body


def test_one_nudge_a_day_is_enough(record):
    house, head, officer, row = record
    decided(house, head, row, Decision(Verdict.NUDGE))
    with pytest.raises(RuleBroken, match="today already"):
        decided(house, head, row, Decision(Verdict.NUDGE))
    house.now += timedelta(days=1)
    _, _, letters = decided(house, head, row, Decision(Verdict.NUDGE))
    assert [one.officer_id for one in letters] == [officer.id, officer.id]


def test_an_owner_who_may_not_know_it_any_more_is_not_nudged(record):
    house, head, officer, row = record
    with house.system() as work:
        work.one(queries.officers.by_id(officer.id)).clearance = 0
        work.one(queries.follow_ups.by_ref(row.ref)).marking = 1
        work.act(Action.LOAD_RECORD, on=row)
    with pytest.raises(RuleBroken, match="may not know"):
        decided(house, head, row, Decision(Verdict.NUDGE))


def test_a_new_owner_is_written_to(record):
    house, head, _, row = record
    other = house.officer()
    found, [move], [letter] = decided(house, head, row, Decision(Verdict.REASSIGN, owner_ref=other.ref))
    assert (found.owner_id, letter.officer_id) == (other.id, other.id)
    assert other.name in move.word


def test_a_new_date_is_kept_as_it_was_said(record):
    house, head, _, row = record
    found, _, _ = decided(house, head, row, Decision(Verdict.SET_DATE, due="4 December 2026"))
    assert (found.due_stated, found.due) == ("4 December 2026", date(2026, 12, 4))


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.CLOSE, FollowUpStatus.DONE), (Verdict.DROP, FollowUpStatus.DROPPED)]
)
def test_it_ends_with_a_word(record, verdict, status):
    house, head, _, row = record
    found, [move], _ = decided(house, head, row, Decision(verdict, word="Sent in May."))
    assert found.status is status
    assert "Sent in May." in move.word


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (Decision(Verdict.CLOSE), "word"),
        (Decision(Verdict.SET_DATE, due="one day"), "due"),
        (Decision(Verdict.SET_DATE, due="27 January 2026"), "due"),
        (Decision(Verdict.REASSIGN), "owner"),
        (Decision(Verdict.REASSIGN, owner_ref="aaaaaaaaaaaa"), "owner"),
    ],
)
def test_what_a_decision_lacks_is_said_at_its_field_and_nothing_is_kept(record, decision, field):
    house, head, _, row = record
    with pytest.raises(RuleBroken) as broken:
        decided(house, head, row, decision)
    assert broken.value.field == field
    with house.system() as work:
        assert work.one(queries.follow_ups.by_ref(row.ref)).reviewed_at is None
        assert work.count(queries.audit.latest(Action.REVIEW_FOLLOW_UP)) == 0


@pytest.mark.parametrize("role", [Role.DESK_OFFICER, Role.READER])
def test_only_heads_decide(record, role):
    house, _, _, row = record
    with pytest.raises(Refused):
        decided(house, house.officer(role), row, Decision(Verdict.SEEN))


def test_who_comes_late_is_told_so(record):
    house, head, _, row = record
    with pytest.raises(Stale):
        decided(house, head, row, Decision(Verdict.SEEN), version=99)


def test_the_minutes_hold_what_this_head_decided_today_in_order(record):
    house, head, _, row = record
    other = house.officer(Role.HEAD_OF_DESK)
    house.now -= timedelta(days=1)
    decided(house, head, row, Decision(Verdict.SEEN))
    house.now += timedelta(days=1)
    decided(house, head, row, Decision(Verdict.NUDGE))
    decided(house, other, row, Decision(Verdict.SEEN))
    decided(house, head, row, Decision(Verdict.DROP, word="Overtaken."))
    with house.work(house.viewer(head), writes=False) as work:
        minutes = services.review.minutes(work)
        assert [(m.decided, m.follow_up.ref) for m in minutes] == [
            ("Owner nudged.", row.ref),
            ("Dropped. Overtaken.", row.ref),
        ]
