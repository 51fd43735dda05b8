"""Two records of the same promise: joined without losing a source, and separated again; steps that serve several."""

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.commitment import CommitmentStatus
from app.domain.errors import Missing, Refused, RuleBroken
from tests import a


@pytest.fixture
def two(house):
    """Two records of one promise, from both sides' readouts, each with a follow-up."""
    dialogue, officer = a.dialogue(house), house.officer()
    one = a.commitment(house, dialogue, sentence="Exchange contact points", source="Our readout")
    other = a.commitment(house, dialogue, sentence="Exchange points of contact", source="Their readout")
    for row in (one, other):
        a.follow_up(house, dialogue, officer, commitment_id=row.id, text=f"Ask about: {row.sentence}")
    return house, officer, one, other


def act(house, officer, verb, *args):
    with house.work(house.viewer(officer)) as work:
        found = verb(work, *args)
        work.keep()
        return found


def again(house, row):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(row.ref))


def steps(house, row):
    with house.system() as work:
        return {step.text for step in work.all(queries.follow_ups.of_commitments([row.id]))}


def test_joined_one_counts_and_both_sources_stay(two):
    house, officer, one, other = two
    act(house, officer, services.joining.join, one.ref, other.ref, None)
    joined = again(house, other)
    assert joined.status is CommitmentStatus.JOINED
    assert joined.joined_to_id == one.id
    assert (joined.sentence, joined.source) == ("Exchange points of contact", "Their readout")
    assert len(steps(house, one)) == 2
    with house.system() as work:
        assert [row.ref for row in work.all(queries.commitments.joined_to(one.id))] == [other.ref]
        listed = work.all(queries.commitments.of_dialogue(one.dialogue_id))
    assert [row.ref for row in listed] == [one.ref]


def test_separated_it_has_its_old_status_again(two):
    house, officer, one, other = two
    act(
        house,
        officer,
        services.commitments.take_step,
        other.ref,
        CommitmentStatus.UNDER_WAY,
        "Begun.",
        "",
        None,
    )
    act(house, officer, services.joining.join, one.ref, other.ref, None)
    act(house, officer, services.joining.separate, other.ref, None)
    found = again(house, other)
    assert (found.status, found.joined_to_id) == (CommitmentStatus.UNDER_WAY, None)


def test_what_cannot_be_joined_is_refused(two):
    house, officer, one, other = two
    foreign = a.commitment(house, a.dialogue(house, "KR"), sentence="Exchange contact points")
    for wrong in (one, foreign):
        with pytest.raises(RuleBroken):
            act(house, officer, services.joining.join, one.ref, wrong.ref, None)
    act(house, officer, services.joining.join, one.ref, other.ref, None)
    third = a.commitment(house, a.dialogue(house, "IN"), sentence="x")
    for pair in ((other, one), (one, other)):
        with pytest.raises(RuleBroken):
            act(house, officer, services.joining.join, *(row.ref for row in pair), None)
    with pytest.raises(RuleBroken):
        act(house, officer, services.joining.separate, third.ref, None)


def test_a_joined_record_moves_nowhere_by_itself(two):
    house, officer, one, other = two
    act(house, officer, services.joining.join, one.ref, other.ref, None)
    with pytest.raises(RuleBroken):
        act(house, officer, services.commitments.take_step, other.ref, CommitmentStatus.OPEN, "x", "", None)


def test_a_reader_joins_nothing(two):
    house, _, one, other = two
    with pytest.raises(Refused):
        act(house, house.officer(Role.READER), services.joining.join, one.ref, other.ref, None)


def test_a_step_serves_several_and_serves_one_less(two):
    house, officer, one, other = two
    third = other
    with house.system() as work:
        step = work.all(queries.follow_ups.of_commitments([one.id]))[0]
    act(house, officer, services.follow_ups.serve, step.ref, third.ref)
    act(house, officer, services.follow_ups.serve, step.ref, third.ref)
    assert step.text in steps(house, third)
    assert len(steps(house, third)) == 2
    act(house, officer, services.follow_ups.serve_no_more, step.ref, third.ref)
    assert step.text not in steps(house, third)


def test_a_step_serves_nothing_of_another_dialogue(two):
    house, officer, one, _ = two
    foreign = a.commitment(house, a.dialogue(house, "KR"), sentence="x")
    with house.system() as work:
        step = work.all(queries.follow_ups.of_commitments([one.id]))[0]
    with pytest.raises(Missing):
        act(house, officer, services.follow_ups.serve, step.ref, foreign.ref)
