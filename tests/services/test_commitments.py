"""Commitments are filed, corrected, moved and carried: each act allowed, refused, recorded, or not kept."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy, Strength
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.stated_date import Precision
from tests import a

FACTS = CommitmentFacts(
    sentence="We shall share the draft by the end of May.",
    owed_by=OwedBy.OURS,
    marking=0,
    due="May 2027",
    hangs_on="the next round",
    strength=Strength.INTENTION,
    topics=("ransomware",),
)


@pytest.fixture
def desk(house):
    """A meeting with Japan, and whoever keeps its record."""
    dialogue = a.dialogue(house, "JP")
    return house, dialogue, a.meeting(house, dialogue), house.officer()


def last_entry(house):
    with house.system() as work:
        return work.all(queries.audit.in_order())[-1]


def again(house, ref):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(ref))


def test_what_was_promised_is_filed_as_it_was_said(desk):
    house, _, meeting, officer = desk
    with house.work(house.viewer(officer)) as work:
        ref = services.commitments.agree(work, "meeting", meeting.ref, FACTS).ref
    row = again(house, ref)
    assert (row.due_stated, row.due_from, row.due) == ("May 2027", date(2027, 5, 1), date(2027, 5, 31))
    assert (row.due_precision, row.agreed_on, row.meeting_id) == (
        Precision.MONTH,
        date(2026, 11, 20),
        meeting.id,
    )
    assert (row.status, row.strength, row.topics) == (
        CommitmentStatus.OPEN,
        Strength.INTENTION,
        ["ransomware"],
    )
    assert [(m.was, m.became, m.by_id) for m in row.moves] == [(None, CommitmentStatus.OPEN, officer.id)]
    assert (last_entry(house).action, last_entry(house).record_ref) == (Action.AGREE_COMMITMENT, ref)


def test_it_may_be_filed_in_a_round_or_a_dialogue_too(desk):
    house, dialogue, _, officer = desk
    round_ = a.round_(house, dialogue)
    with house.work(house.viewer(officer)) as work:
        in_round = services.commitments.agree(work, "round", round_.ref, FACTS)
        loose = services.commitments.agree(work, "dialogue", dialogue.ref, FACTS)
        assert (in_round.round_id, in_round.agreed_on) == (round_.id, date(2026, 1, 28))
        assert (loose.round_id, loose.meeting_id, loose.agreed_on) == (None, None, None)
        with pytest.raises(Missing):
            services.commitments.agree(work, "officer", officer.ref, FACTS)


def test_who_moves_first_is_kept_only_where_both_owe_it(desk):
    house, _, meeting, officer = desk
    with house.work(house.viewer(officer)) as work:
        for owed_by, kept in ((OwedBy.JOINT, "CERT"), (OwedBy.OURS, "")):
            facts = CommitmentFacts("x", owed_by, 0, first_mover="CERT")
            assert services.commitments.agree(work, "meeting", meeting.ref, facts).first_mover == kept


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"due": "1 May 2026"}, "due"), ({"marking": 3}, "marking"), ({"said_on": "31 June 2026"}, "said_on")],
)
def test_a_broken_rule_keeps_nothing(desk, changed, field):
    house, _, meeting, officer = desk
    facts = CommitmentFacts(**{"sentence": "x", "owed_by": OwedBy.OURS, "marking": 0, **changed})
    with pytest.raises(RuleBroken) as broken, house.work(house.viewer(officer)) as work:
        services.commitments.agree(work, "meeting", meeting.ref, facts)
    assert broken.value.field == field
    with house.system() as work:
        assert not work.all(queries.commitments.of_sitting(meeting))


def test_a_part_is_not_marked_lower_than_the_meeting(desk):
    house, dialogue, _, officer = desk
    meeting = a.meeting(house, dialogue, marking=2)
    with pytest.raises(RuleBroken) as broken, house.work(house.viewer(officer)) as work:
        services.commitments.agree(work, "meeting", meeting.ref, FACTS)
    assert broken.value.field == "marking"


def test_a_correction_keeps_what_was_stated_in_the_audit_log(desk):
    house, _, meeting, officer = desk
    row = a.commitment(house, meeting, due_stated="soon", sentence="We will share it.")
    with house.work(house.viewer(officer)) as work:
        services.commitments.revise(work, row.ref, FACTS, row.version)
    columns = {k: v for change in last_entry(house).changes for k, v in change["columns"].items()}
    assert columns["sentence"] == ["We will share it.", FACTS.sentence]
    assert columns["due_stated"] == ["soon", "May 2027"]


def test_a_higher_marking_takes_history_and_follow_ups_along(desk):
    house, dialogue, meeting, officer = desk
    with house.work(house.viewer(officer)) as work:
        ref = services.commitments.agree(work, "meeting", meeting.ref, FACTS).ref
    row = again(house, ref)
    step = a.follow_up(house, meeting, officer, commitment_id=row.id)
    higher = CommitmentFacts("We shall share it.", OwedBy.OURS, marking=2)
    with house.work(house.viewer(officer)) as work:
        services.commitments.revise(work, ref, higher, row.version)
    assert {m.marking for m in again(house, ref).moves} == {2}
    with house.system() as work:
        assert work.one(queries.follow_ups.by_ref(step.ref)).marking == 2


def test_every_step_of_its_status_is_kept_with_who_why_and_evidence(desk):
    house, _, meeting, officer = desk
    row = a.commitment(house, meeting)
    steps = [
        (CommitmentStatus.KEPT, "Handed over.", "Note 7"),
        (CommitmentStatus.OPEN, "It was the wrong draft.", ""),
    ]
    for to, word, evidence in steps:
        with house.work(house.viewer(officer)) as work:
            services.commitments.take_step(work, row.ref, to, word, evidence, None)
    moves = again(house, row.ref).moves
    assert [(m.was, m.became, m.word, m.evidence) for m in moves] == [
        (CommitmentStatus.OPEN, CommitmentStatus.KEPT, "Handed over.", "Note 7"),
        (CommitmentStatus.KEPT, CommitmentStatus.OPEN, "It was the wrong draft.", ""),
    ]
    assert last_entry(house).word == "It was the wrong draft."


def test_carrying_over_counts_and_flags_the_third_time(desk):
    house, _, meeting, officer = desk
    row = a.commitment(house, meeting)
    flagged = []
    for _ in range(3):
        with house.work(house.viewer(officer)) as work:
            flagged.append(services.commitments.carry_over(work, row.ref, "No session yet.", None))
    assert flagged == [False, False, True]
    found = again(house, row.ref)
    assert (found.times_carried, found.status) == (3, CommitmentStatus.OPEN)
    assert [m.word for m in found.moves] == ["Carried over. No session yet."] * 3


@pytest.mark.parametrize(
    "act",
    [
        lambda work, row: services.commitments.revise(work, row.ref, FACTS, row.version - 1),
        lambda work, row: services.commitments.take_step(work, row.ref, "dropped", "x", "", row.version - 1),
        lambda work, row: services.commitments.carry_over(work, row.ref, "x", row.version - 1),
    ],
)
def test_whoever_saw_an_older_version_overwrites_nothing(desk, act):
    house, _, meeting, officer = desk
    row = a.commitment(house, meeting)
    with pytest.raises(Stale), house.work(house.viewer(officer)) as work:
        act(work, row)


@pytest.mark.parametrize(("role", "refusal"), [(Role.READER, Refused), (Role.ADMINISTRATOR, Missing)])
def test_readers_may_look_and_administrators_not_even_that(desk, role, refusal):
    house, _, meeting, _ = desk
    row = a.commitment(house, meeting)
    viewer = house.viewer(house.officer(role))
    for act in (
        lambda work: services.commitments.agree(work, "meeting", meeting.ref, FACTS),
        lambda work: services.commitments.revise(work, row.ref, FACTS, None),
        lambda work: services.commitments.take_step(work, row.ref, CommitmentStatus.DROPPED, "x", "", None),
        lambda work: services.commitments.carry_over(work, row.ref, "x", None),
    ):
        with pytest.raises(refusal), house.work(viewer) as work:
            act(work)


def test_a_list_that_is_taken_along_is_recorded_without_its_words(desk):
    house, _, _, officer = desk
    with house.work(house.viewer(officer), writes=False) as work:
        written = services.lists.export(work, "commitments", ("Sentence",), [("=secret",)])
    assert b'"\'=secret"' in written
    entry = last_entry(house)
    assert (entry.action, entry.word, entry.officer_id) == (
        Action.EXPORT_LIST,
        "commitments: 1 row",
        officer.id,
    )
