"""Past states: each change is remembered, today's marking hides the past, and what was does not change."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.commitment import CommitmentStatus
from app.domain.follow_up import FollowUpStatus
from app.models.database import Base
from app.models.past import PastState
from app.services.recording import plain
from tests import a

DAY = timedelta(days=1)


def states(house, kind, number):
    with house.system() as work:
        return work.all(
            select(PastState)
            .where(PastState.record_kind == kind, PastState.record_id == number)
            .order_by(PastState.id)
        )


@pytest.fixture
def record(house):
    round_ = a.round_(house, a.dialogue(house))
    return house, house.officer(), round_


def test_each_move_is_a_state_that_ends_where_the_next_begins(record):
    house, officer, round_ = record
    row = a.commitment(house, round_, due=date(2027, 1, 1))
    began = house.now
    house.now += DAY
    with house.work(house.viewer(officer)) as work:
        services.commitments.take_step(work, row.ref, CommitmentStatus.UNDER_WAY, "Begun.", "", None)
    first, second = states(house, "commitment", row.id)
    assert (first.since, first.until, first.state["status"]) == (began, house.now, "open")
    assert (second.since, second.until, second.state["status"]) == (house.now, None, "under way")
    assert second.state["due"] == "2027-01-01"


def test_what_no_report_counts_is_no_new_state(record):
    house, officer, round_ = record
    row = a.follow_up(house, round_, officer)
    house.now += DAY
    with house.system() as work:
        work.one(queries.follow_ups.by_ref(row.ref)).text = "In other words"
        work.act(services.office.Action.LOAD_RECORD, on=row)
    assert len(states(house, "follow_up", row.id)) == 1


def test_a_marking_that_was_raised_hides_the_past_too(record):
    house, officer, round_ = record
    row = a.follow_up(house, round_, officer)
    house.now += DAY
    with house.work(house.viewer(officer)) as work:
        services.follow_ups.take_step(work, row.ref, FollowUpStatus.UNDER_WAY, "Begun.", None)
    with house.system() as work:
        work.one(queries.follow_ups.by_ref(row.ref)).marking = 2
        work.act(services.office.Action.LOAD_RECORD, on=row)
    assert [state.marking for state in states(house, "follow_up", row.id)] == [2, 2]
    with house.work(house.viewer(house.officer(clearance=1)), writes=False) as work:
        question = select(PastState).where(PastState.record_kind == "follow_up")
        assert work.all(question) == []


def test_a_clock_that_was_set_back_leaves_no_state_that_ends_before_it_began(record):
    house, officer, round_ = record
    row = a.follow_up(house, round_, officer)
    house.now -= DAY
    with house.work(house.viewer(officer)) as work:
        services.follow_ups.take_step(work, row.ref, FollowUpStatus.UNDER_WAY, "Begun.", None)
    [state] = states(house, "follow_up", row.id)
    assert (state.until, state.state["status"]) == (None, "under way")


def test_the_present_state_is_what_the_record_is(record):
    """Over the whole invented record, whatever made it."""
    house, _, _ = record
    kinds = [k for k in (m.class_ for m in Base.registry.mappers) if hasattr(k, "remembered")]
    assert len(kinds) == 7
    with house.system() as work:
        for kind in kinds:
            present = {
                state.record_id: state
                for state in work.all(
                    select(PastState).where(
                        PastState.record_kind == kind.__tablename__, PastState.until.is_(None)
                    )
                )
            }
            rows = work.all(select(kind))
            assert {row.id for row in rows} == set(present)
            for row in rows:
                state = present[row.id]
                assert state.state == {name: plain(getattr(row, name)) for name in kind.remembered}
                assert (state.marking, state.dialogue_id) == (row.marking, row.dialogue_id)
