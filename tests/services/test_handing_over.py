"""Handing over: everything in one go to somebody who may know it, and a closed account loses nothing."""

import pytest

from app import queries, services
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.follow_up import FollowUpStatus
from app.domain.review import Exceptional
from tests import a


@pytest.fixture
def record(house):
    """An officer with three follow-ups with two partners, one of them above what the successor may know."""
    japan, india = a.dialogue(house, "JP"), a.dialogue(house, "IN")
    leaver, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    rows = [
        a.follow_up(house, japan, leaver, text="Send the paper"),
        a.follow_up(house, india, leaver, text="Book the room"),
        a.follow_up(house, india, leaver, text="Above", marking=2),
    ]
    a.follow_up(house, india, leaver, text="Ended", status=FollowUpStatus.DONE)
    return house, leaver, head, rows


def handed(house, who, leaver, to, word="Anna goes to Geneva."):
    with house.work(house.viewer(who)) as work:
        given, stays = services.handing_over.hand_over(work, leaver.ref, to.ref, word)
        return {row.text for row in given}, {row.text for row in stays}


def owned(house, officer):
    with house.system() as work:
        return {row.text for row in work.all(queries.loads.of_officer(officer.id))}


def test_all_goes_that_the_successor_may_know_and_the_rest_stays(record):
    house, leaver, head, _ = record
    successor = house.officer(clearance=1)
    assert handed(house, head, leaver, successor) == ({"Send the paper", "Book the room"}, {"Above"})
    assert owned(house, successor) == {"Send the paper", "Book the room"}
    assert owned(house, leaver) == {"Above"}


def test_each_history_says_so_and_one_letter_goes_out(record):
    house, leaver, head, rows = record
    successor = house.officer()
    handed(house, head, leaver, successor)
    with house.system() as work:
        moves = work.one(queries.follow_ups.by_ref(rows[0].ref)).moves
        letters = work.all(queries.outbox.listed())
        worded = services.letters.worded(work, letters[0].id, "https://desk.example")
    assert moves[-1].word == f"Handed over from {leaver.name} to {successor.name}. Anna goes to Geneva."
    assert [letter.officer_id for letter in letters] == [successor.id]
    assert "https://desk.example/follow-ups" in worded.body
    assert "paper" not in worded.body


def test_nobody_hands_over_what_they_may_not_know(record):
    house, leaver, _, _ = record
    colleague, successor = house.officer(clearance=1), house.officer()
    assert handed(house, colleague, leaver, successor)[0] == {"Send the paper", "Book the room"}
    assert owned(house, leaver) == {"Above"}


@pytest.mark.parametrize("whom", ["themselves", "nobody", "elsewhere", "reader"])
def test_a_successor_is_a_colleague_who_may_know_something_of_it(record, whom):
    house, leaver, head, _ = record
    others = {
        "themselves": leaver,
        "elsewhere": house.officer(desk="Elsewhere"),
        "reader": house.officer(Role.READER),
    }
    with house.work(house.viewer(head)) as work, pytest.raises(RuleBroken) as broken:
        services.handing_over.hand_over(
            work, leaver.ref, others[whom].ref if whom in others else "aaaaaaaaaaaa", ""
        )
    assert broken.value.field == "to"


def test_a_closed_account_loses_nothing(record):
    house, leaver, head, rows = record
    with house.system() as work:
        work.one(queries.officers.by_id(leaver.id)).closed_at = house.now
        work.act(Action.CLOSE_OFFICER, on=OFFICE)
    with house.work(house.viewer(head)) as work:
        without = queries.review.listed(Exceptional.NO_OWNER, work.today, work.now, since=work.now)
        assert {row.text for row in work.all(without)} == {row.text for row in rows}
        [left] = [load for load in services.handing_over.loads(work) if load.officer.id == leaver.id]
        assert left.open == 3
    handed(house, head, leaver, head)
    assert owned(house, head) == {row.text for row in rows}


def test_the_load_counts_only_what_the_viewer_may_know(record):
    house, leaver, _, _ = record
    for who, number in ((house.officer(clearance=1), 2), (house.officer(desk="Elsewhere"), 0)):
        with house.work(house.viewer(who), writes=False) as work:
            loads = {load.officer.id: load.open for load in services.handing_over.loads(work)}
        assert loads.get(leaver.id, 0) == number
