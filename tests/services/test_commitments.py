"""Commitments: filed, revised, moved and carried over, each with its act; nothing else is kept."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.policy import Action
from tests import a

FACTS = CommitmentFacts(
    "We will share the draft.", OwedBy.OURS, marking=0, due="March 2027", topics=("norms",)
)


def facts(**changes):
    """The usual facts with some changes."""
    return CommitmentFacts(**{**FACTS.__dict__, **changes})


@pytest.fixture
def record(house):
    """A house with a dialogue, its desk officer's viewer, and a round held on 28 January 2026."""
    officer = house.officer()
    dialogue = a.dialogue(house)
    return house, house.viewer(officer), dialogue, a.round_(house, dialogue)


def agreed(house, viewer, round_, given=FACTS):
    with house.work(viewer) as work:
        return services.commitments.agree(work, "round", round_.ref, given).ref


def one(house, ref):
    with house.system() as work:
        row = work.one(queries.commitments.by_ref(ref))
        return row, list(row.moves)


def test_a_commitment_is_filed_with_the_day_of_its_round_and_the_first_line_of_its_history(record):
    house, viewer, dialogue, round_ = record
    row, [first] = one(house, agreed(house, viewer, round_))
    assert (row.dialogue_id, row.round_id, row.meeting_id) == (dialogue.id, round_.id, None)
    assert (row.agreed_on, row.due_stated, row.due) == (date(2026, 1, 28), "March 2027", date(2027, 3, 31))
    assert (first.was, first.became, first.by_id) == (None, CommitmentStatus.OPEN, viewer.officer_id)
    with house.system() as work:
        [entry] = work.all(queries.audit.of_record("commitment", row.ref))
    assert entry.action is Action.AGREE_COMMITMENT


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due": "31 February 2027"}, "due"),
        ({"due": "3 January 2026"}, "due"),
        ({"working": "soon"}, "working"),
        ({"said_on": "31 June 2026"}, "said_on"),
        ({"marking": 99}, "marking"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(record, changes, field):
    house, viewer, _, round_ = record
    with pytest.raises(RuleBroken) as broken:
        agreed(house, viewer, round_, facts(**changes))
    assert broken.value.field == field
    with house.system() as work:
        assert work.count(queries.commitments.listed(queries.commitments.Asked(house.now.date()))) == 0


def test_a_part_is_marked_no_lower_than_its_round(house):
    round_ = a.round_(house, a.dialogue(house), marking=2)
    viewer = house.viewer(house.officer())
    with pytest.raises(RuleBroken) as broken:
        agreed(house, viewer, round_)
    assert broken.value.field == "marking"


def test_a_reader_may_not_file_and_another_desk_finds_nothing(record):
    house, _, _, round_ = record
    with pytest.raises(Refused):
        agreed(house, house.viewer(house.officer(Role.READER)), round_)
    with pytest.raises(Missing):
        agreed(house, house.viewer(house.officer(desk="Europe desk")), round_)


def test_only_a_joint_promise_keeps_who_moves_first(record):
    house, viewer, _, round_ = record
    joint, _ = one(house, agreed(house, viewer, round_, facts(owed_by=OwedBy.JOINT, first_mover="Anna")))
    ours, _ = one(house, agreed(house, viewer, round_, facts(first_mover="Anna")))
    assert (joint.first_mover, ours.first_mover) == ("Anna", "")


def test_a_revision_keeps_the_old_words_in_the_log_and_takes_the_parts_along(record):
    house, viewer, _, round_ = record
    ref = agreed(house, viewer, round_)
    row, _ = one(house, ref)
    step = a.follow_up(house, round_, commitment_id=row.id)
    with house.work(viewer) as work:
        services.commitments.revise(work, ref, facts(sentence="We share it.", marking=1), row.version)
    row, moves = one(house, ref)
    assert (row.sentence, row.marking, {move.marking for move in moves}) == ("We share it.", 1, {1})
    with house.system() as work:
        assert work.one(queries.follow_ups.by_ref(step.ref)).marking == 1
        entry = work.all(queries.audit.of_record("commitment", ref))[0]
    said = [c["columns"]["sentence"] for c in entry.changes if "sentence" in c["columns"]]
    assert said == [["We will share the draft.", "We share it."]]


def test_a_step_is_kept_with_who_when_why_and_the_evidence(record):
    house, viewer, _, round_ = record
    ref = agreed(house, viewer, round_)
    with house.work(viewer) as work:
        services.commitments.take_step(
            work, ref, CommitmentStatus.KEPT, "It was sent.", "Note of 3 May", None
        )
    row, moves = one(house, ref)
    last = moves[-1]
    assert row.status is CommitmentStatus.KEPT
    assert (last.was, last.word, last.evidence, last.by_id) == (
        CommitmentStatus.OPEN, "It was sent.", "Note of 3 May", viewer.officer_id,
    )  # fmt: skip


def test_a_step_without_evidence_leaves_everything_as_it_was(record):
    house, viewer, _, round_ = record
    ref = agreed(house, viewer, round_)
    with pytest.raises(RuleBroken), house.work(viewer) as work:
        services.commitments.take_step(work, ref, CommitmentStatus.KEPT, "It was sent.", "", None)
    row, moves = one(house, ref)
    assert (row.status, len(moves)) == (CommitmentStatus.OPEN, 1)


def test_the_third_time_that_it_is_carried_is_flagged(record):
    house, viewer, _, round_ = record
    ref = agreed(house, viewer, round_)
    flagged = []
    for _ in range(3):
        with house.work(viewer) as work:
            flagged.append(services.commitments.carry_over(work, ref, "They asked for more time.", None))
    row, moves = one(house, ref)
    assert (flagged, row.times_carried, len(moves)) == ([False, False, True], 3, 4)


@pytest.mark.parametrize("act", ["revise", "step", "carry"])
def test_who_comes_late_is_told_so(record, act):
    house, viewer, _, round_ = record
    ref = agreed(house, viewer, round_)
    acts = {
        "revise": lambda work: services.commitments.revise(work, ref, FACTS, 99),
        "step": lambda work: services.commitments.take_step(
            work, ref, CommitmentStatus.UNDER_WAY, "Begun.", "", 99
        ),
        "carry": lambda work: services.commitments.carry_over(work, ref, "Later.", 99),
    }
    with pytest.raises(Stale), house.work(viewer) as work:
        acts[act](work)
