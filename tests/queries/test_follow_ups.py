"""Each question about follow-ups against a small record, and the review's rules as the domain says them."""

import itertools
from datetime import date, timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.action import Action
from app.domain.commitment import OwedBy
from app.domain.follow_up import FollowUpStatus
from app.domain.review import Exceptional, why_looked_at
from app.models.commitment import FollowUp
from app.queries.follow_ups import Asked
from tests import a

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def record(house):
    """Follow-ups of two officers of two desks, of a unit and of nobody."""
    anna, bruno = house.officer(desk="Asia desk"), house.officer(desk="Americas desk")
    japan = a.dialogue(house, "JP")
    a.follow_up(house, japan, anna, text="anna late", due=TODAY - DAY)
    a.follow_up(house, japan, anna, text="anna done", status=FollowUpStatus.DONE, due=TODAY - DAY)
    a.follow_up(house, japan, bruno, text="bruno", due=TODAY + DAY)
    a.follow_up(house, japan, text="unit", owner_unit="Interior ministry")
    a.follow_up(house, japan, text="nobody", marking=2)
    return house, japan, anna, bruno


def found(house, officer, question):
    with house.work(house.viewer(officer), writes=False) as work:
        return [row.text for row in work.all(question)]


def test_a_list_is_narrowed_to_what_is_asked(record):
    house, _, anna, bruno = record
    table = [
        ({}, {"anna late", "anna done", "bruno", "unit", "nobody"}),
        ({"owner_id": anna.id}, {"anna late", "anna done"}),
        ({"owner_id": anna.id, "state": "live"}, {"anna late"}),
        ({"state": "done"}, {"anna done"}),
        ({"state": "ended"}, {"anna done"}),
        ({"overdue": True}, {"anna late"}),
        ({"unowned": True}, {"nobody"}),
        ({"desk_id": anna.desk_id}, {"anna late", "anna done", "unit", "nobody"}),
        ({"desk_id": bruno.desk_id}, {"bruno"}),
    ]
    for asked, texts in table:
        assert set(found(house, anna, queries.follow_ups.listed(Asked(TODAY, **asked)))) == texts, asked


def test_what_is_due_first_stands_first_and_what_has_no_date_last(record):
    house, _, anna, _ = record
    rows = found(house, anna, queries.follow_ups.listed(Asked(TODAY, state="live")))
    assert rows[:2] == ["anna late", "bruno"]


def test_a_follow_up_may_be_owned_by_whoever_may_know_it(record):
    house, japan, anna, bruno = record
    head, low = house.officer(Role.HEAD_OF_DESK), house.officer(clearance=1)
    house.officer(Role.READER)
    with house.system() as work:
        owners = {o.id for o in work.all(queries.follow_ups.possible_owners(japan.id, 2))}
    assert owners == {anna.id, head.id}
    assert not owners & {bruno.id, low.id}


def test_those_of_a_commitment_are_counted_while_they_live(record):
    house, japan, anna, _ = record
    commitment = a.commitment(house, japan)
    for status in (FollowUpStatus.OPEN, FollowUpStatus.WAITING, FollowUpStatus.DONE):
        a.follow_up(house, japan, anna, commitment_id=commitment.id, status=status, text=status.value)
    assert found(house, anna, queries.follow_ups.of_commitments([commitment.id]))[-1] == "done"
    with house.work(house.viewer(anna), writes=False) as work:
        assert dict(work.rows(queries.follow_ups.counted_for([commitment.id]))) == {commitment.id: 2}


def test_the_review_of_the_database_and_of_the_domain_agree(house):
    """Every mixture of status, date, owner and age falls into the same list by both."""
    japan, anna = a.dialogue(house, "JP"), house.officer()
    ages = (timedelta(0), 31 * DAY)
    mixtures = itertools.product(
        FollowUpStatus,
        (None, TODAY - DAY, TODAY, TODAY + 14 * DAY, TODAY + 15 * DAY),
        ((anna.id, ""), (None, "CERT"), (None, "")),
        (None, TODAY - 60 * DAY, TODAY - 61 * DAY),
        ((ages[0], None), (ages[1], None), (ages[1], ages[0]), (ages[1], ages[1])),
    )
    with house.system() as work:
        work.add_all(
            [
                FollowUp(
                    dialogue_id=japan.id, marking=0, text="x", status=status, due=due, owner_id=owner,
                    owner_unit=unit, waiting_since=waiting, created_at=house.now, moved_at=house.now - moved,
                    reviewed_at=None if reviewed is None else house.now - reviewed,
                )
                for status, due, (owner, unit), waiting, (moved, reviewed) in mixtures
            ]
        )  # fmt: skip
        work.act(Action.LOAD_RECORD, on=japan)
    with house.system() as work:
        rows = work.all(queries.follow_ups.listed(Asked(TODAY)))
        counts = dict(work.rows(queries.review.counts(TODAY, house.now)))
        for one in Exceptional:
            listed = {r.id for r in work.all(queries.review.listed(one, TODAY, house.now, since=house.now))}
            assert listed == {r.id for r in rows if why_looked_at(r, TODAY, house.now) is one}, one
            assert counts[one.value] == len(listed) > 0, one


def test_what_was_reviewed_today_stands_last(house):
    japan, anna = a.dialogue(house, "JP"), house.officer()
    a.follow_up(house, japan, anna, text="seen", due=TODAY - 9 * DAY, reviewed_at=house.now)
    a.follow_up(house, japan, anna, text="unseen", due=TODAY - DAY)
    question = queries.review.listed(Exceptional.OVERDUE, TODAY, house.now, since=house.now - DAY)
    assert found(house, anna, question) == ["unseen", "seen"]


def test_partners_are_asked_about_what_is_theirs_live_and_past(house):
    japan, anna = a.dialogue(house, "JP"), house.officer()
    late = {"owed_by": OwedBy.THEIRS, "due": TODAY - DAY}
    asked = a.commitment(house, japan, **late)
    a.commitment(house, japan, owed_by=OwedBy.OURS, due=TODAY - DAY)
    a.commitment(house, japan, **(late | {"status": "kept"}))
    a.commitment(house, japan, **(late | {"due": TODAY}))
    elsewhere = house.desk("Americas desk")
    a.commitment(house, a.dialogue(house, "BR", desk=elsewhere), **late)
    with house.work(house.viewer(anna), writes=False) as work:
        for desk_id in (None, anna.desk_id):
            assert [c.id for c in work.all(queries.review.to_ask_about(TODAY, desk_id))] == [asked.id]
        assert not work.all(queries.review.to_ask_about(TODAY, elsewhere.id))
