"""The review asks the database what the rule says: the two agree on every follow-up."""

import itertools
from datetime import timedelta

import pytest

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.follow_up import FollowUpStatus
from app.domain.review import Exceptional, why_looked_at
from tests import a

DAYS = (None, -1, 0, 14, 15)
STATUSES = (FollowUpStatus.OPEN, FollowUpStatus.WAITING, FollowUpStatus.DONE)


@pytest.fixture
def every_kind(house):
    """A follow-up of every kind that the rules tell apart."""
    dialogue, officer, left = a.dialogue(house), house.officer(), house.officer()
    with house.system() as work:
        work.one(queries.officers.by_id(left.id)).closed_at = house.now
        work.act(Action.CLOSE_OFFICER, on=OFFICE)
    today, now = house.now.date(), house.now
    rows = [
        a.follow_up(
            house,
            dialogue,
            {"officer": officer, "left": left}.get(owned),
            status=status,
            due=None if due is None else today + timedelta(days=due),
            waiting_since=today - timedelta(days=waited) if waited else None,
            moved_at=now - timedelta(days=moved),
            reviewed_at=now - timedelta(days=reviewed) if reviewed else None,
        )
        for status, due, owned, waited, (moved, reviewed) in itertools.product(
            STATUSES, DAYS, ("officer", "left", ""), (None, 60, 61), ((1, None), (31, None), (31, 2))
        )
        if (status is FollowUpStatus.WAITING) or not waited
    ]
    return house, rows


def test_the_lists_hold_what_the_rule_says_each_once(every_kind):
    house, planted = every_kind
    today, now = house.now.date(), house.now
    with house.system() as work:
        rows = work.all(queries.follow_ups.by_refs([row.ref for row in planted]))
    expected = {why: {r.ref for r in rows if why_looked_at(r, today, now) is why} for why in Exceptional}
    assert all(expected.values())
    with house.system() as work:
        found = {
            why: [r.ref for r in work.all(queries.review.listed(why, today, now, since=now))]
            for why in Exceptional
        }
        counts = dict(work.rows(queries.review.counts(today, now)))
    for why in Exceptional:
        assert sorted(found[why]) == sorted(expected[why])
        assert counts[why.value] == len(expected[why])
    silent = [r for r in rows if r.status is not FollowUpStatus.DONE and why_looked_at(r, today, now) is None]
    assert counts[""] == len(silent)


def test_what_was_reviewed_today_goes_to_the_end_of_its_list(house):
    dialogue = a.dialogue(house)
    day, now = house.now.date(), house.now
    first, second, third = (
        a.follow_up(house, dialogue, due=day - timedelta(days=n), reviewed_at=reviewed)
        for n, reviewed in ((9, now), (3, now - timedelta(days=2)), (1, None))
    )
    with house.system() as work:
        question = queries.review.listed(Exceptional.OVERDUE, day, now, since=now - timedelta(hours=3))
        assert [row.ref for row in work.all(question)] == [second.ref, third.ref, first.ref]


def test_partners_are_asked_only_about_what_is_theirs_and_past(house):
    dialogue = a.dialogue(house)
    other = a.dialogue(house, "IN", desk=house.desk("Europe desk"))
    day = house.now.date()
    late = a.commitment(house, dialogue, owed_by="theirs", due=day - timedelta(days=9))
    a.commitment(house, dialogue, owed_by="theirs", due=day)
    a.commitment(house, dialogue, owed_by="ours", due=day - timedelta(days=9))
    a.commitment(house, dialogue, owed_by="theirs", due=day - timedelta(days=9), status="kept")
    theirs = a.commitment(house, other, owed_by="theirs", due=day - timedelta(days=1))
    with house.system() as work:
        assert [r.ref for r in work.all(queries.review.to_ask_about(day))] == [late.ref, theirs.ref]
        mine = work.all(queries.review.to_ask_about(day, dialogue.lead_desk_id))
        assert [row.ref for row in mine] == [late.ref]
