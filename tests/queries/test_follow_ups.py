"""What a list of follow-ups holds, and who may own one."""

from datetime import date, timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.follow_up import FollowUpStatus
from tests import a

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def record(house):
    """Two officers of two desks, and five follow-ups named by public identifier."""
    asia, europe = a.dialogue(house), a.dialogue(house, "IN", desk=house.desk("Europe desk"))
    anna, bruno = house.officer(), house.officer(desk="Europe desk")
    rows = {
        "anna's": a.follow_up(house, asia, anna, due=YESTERDAY),
        "anna's done": a.follow_up(house, asia, anna, due=YESTERDAY, status=FollowUpStatus.DONE),
        "nobody's": a.follow_up(house, asia, due=TOMORROW),
        "unit's": a.follow_up(house, asia, owner_unit="CERT"),
        "bruno's": a.follow_up(house, europe, bruno, due=TODAY),
    }
    return house, {row.ref: name for name, row in rows.items()}, anna, asia


def found(record, question):
    house, names, *_ = record
    with house.system() as work:
        return [names[row.ref] for row in work.all(question)]


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({}, ["anna's", "anna's done", "bruno's", "nobody's", "unit's"]),
        ({"state": "live"}, ["anna's", "bruno's", "nobody's", "unit's"]),
        ({"state": "ended"}, ["anna's done"]),
        ({"state": "done"}, ["anna's done"]),
        ({"overdue": True}, ["anna's"]),
        ({"unowned": True}, ["nobody's"]),
        ({"partner_ref": "none"}, []),
    ],
    ids=str,
)
def test_a_list_is_narrowed(record, narrowed, expected):
    assert found(record, queries.follow_ups.listed(queries.follow_ups.Asked(TODAY, **narrowed))) == expected


def test_mine_and_my_desks(record):
    _, _, anna, _ = record
    mine = queries.follow_ups.Asked(TODAY, owner_id=anna.id)
    desks = queries.follow_ups.Asked(TODAY, desk_id=anna.desk_id)
    assert found(record, queries.follow_ups.listed(mine)) == ["anna's", "anna's done"]
    assert found(record, queries.follow_ups.listed(desks)) == [
        "anna's", "anna's done", "nobody's", "unit's",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [("due", "anna's", "unit's"), ("oldest", "anna's", "bruno's"), ("partner", "bruno's", "unit's"),
     ("moved", "bruno's", "anna's")],
)  # fmt: skip
def test_a_list_stands_in_each_order(record, order, first, last):
    names = found(record, queries.follow_ups.listed(queries.follow_ups.Asked(TODAY), order))
    assert (names[0], names[-1]) == (first, last)


def test_the_live_ones_that_serve_a_commitment_are_counted(record):
    house, _, _, asia = record
    promise, other = a.commitment(house, asia), a.commitment(house, asia)
    a.follow_up(house, asia, commitment_id=promise.id)
    a.follow_up(house, asia, commitment_id=promise.id, status=FollowUpStatus.DROPPED)
    with house.system() as work:
        serving = work.all(queries.follow_ups.of_commitments([promise.id, other.id]))
        counts = [tuple(row) for row in work.rows(queries.follow_ups.counted_for([promise.id, other.id]))]
    assert [row.status for row in serving] == [FollowUpStatus.OPEN, FollowUpStatus.DROPPED]
    assert counts == [(promise.id, 1)]


def test_only_cleared_staff_who_are_read_in_may_own_one(record):
    house, _, anna, asia = record
    head = house.officer(Role.HEAD_OF_DESK)
    low = house.officer(clearance=0)
    house.officer(Role.READER)
    with house.system() as work:
        owners = {o.id for o in work.all(queries.follow_ups.possible_owners(asia.id, 1))}
        lower = {o.id for o in work.all(queries.follow_ups.possible_owners(asia.id, 0))}
    assert owners == {anna.id, head.id}
    assert lower == {anna.id, head.id, low.id}
