"""Closing a round: item by item, with who and why; the next round begins with what is open."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.closing import Close, CloseFacts
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.errors import Missing, Refused, RuleBroken
from app.domain.meeting import Standing
from app.domain.sitting import RoundFacts
from tests import a

WHEN = date(2026, 11, 20)


@pytest.fixture
def closing(house):
    """A dialogue with a round that was held, and three open promises from before it."""
    dialogue = a.dialogue(house)
    before = a.round_(house, dialogue, number=1, on=date(2025, 5, 1))
    round_ = a.round_(house, dialogue, number=2, on=WHEN)
    rows = [
        a.commitment(house, before, sentence=sentence, owed_by=owed_by, agreed_on=date(2025, 5, 1))
        for sentence, owed_by in (("Theirs", OwedBy.THEIRS), ("Ours", OwedBy.OURS), ("Joint", OwedBy.JOINT))
    ]
    return house, house.officer(), dialogue, round_, rows


def work_of(house, officer):
    return house.work(house.viewer(officer))


def decide(house, officer, round_, row, facts):
    with work_of(house, officer) as work:
        flagged = services.closing.decide(work, round_.ref, row.ref, facts, None)
        work.keep()
        return flagged


def again(house, row):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(row.ref))


def sentences_left(house, officer, round_):
    with work_of(house, officer) as work:
        return [
            row.sentence for row in services.closing.left(work, work.one(queries.rounds.by_ref(round_.ref)))
        ]


def test_the_walk_shows_what_is_open_from_before_and_not_what_was_promised_there(closing):
    house, officer, dialogue, round_, _ = closing
    a.commitment(house, round_, sentence="New", agreed_on=WHEN)
    a.commitment(house, dialogue, sentence="Ended", status=CommitmentStatus.KEPT, agreed_on=date(2025, 5, 1))
    other = a.round_(house, a.dialogue(house, "KR"), number=1, on=WHEN)
    a.commitment(house, other, sentence="Of another series")
    assert sentences_left(house, officer, round_) == ["Ours", "Joint", "Theirs"]


def test_each_decision_is_kept_with_its_round_and_takes_the_item_off_the_walk(closing):
    house, officer, _, round_, (theirs, ours, joint) = closing
    decide(
        house, officer, round_, ours, CloseFacts(Close.END, "Sent.", CommitmentStatus.KEPT, "Letter of 3 May")
    )
    decide(house, officer, round_, joint, CloseFacts(Close.CARRY, "Not ready."))
    decide(house, officer, round_, theirs, CloseFacts(Close.DROP, "No longer needed.", who="Both heads"))
    assert sentences_left(house, officer, round_) == []
    assert [again(house, row).status for row in (ours, joint, theirs)] == ["kept", "open", "dropped"]
    assert again(house, joint).times_carried == 1
    assert again(house, theirs).moves[-1].word == "Dropped by Both heads. No longer needed."
    with house.system() as work:
        assert len(work.all(queries.closing.decisions(work.one(queries.rounds.by_ref(round_.ref))))) == 3


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (CloseFacts(Close.END, "Sent.", CommitmentStatus.KEPT), "evidence"),
        (CloseFacts(Close.END, "", CommitmentStatus.OVERTAKEN), "word"),
        (CloseFacts(Close.END, "x", CommitmentStatus.JOINED), "status"),
        (CloseFacts(Close.CARRY, " "), "word"),
        (CloseFacts(Close.DROP, "why"), "who"),
    ],
)
def test_a_decision_without_what_it_needs_is_refused_at_its_field(closing, facts, field):
    house, officer, _, round_, (_, ours, _) = closing
    with pytest.raises(RuleBroken) as broken, work_of(house, officer) as work:
        services.closing.decide(work, round_.ref, ours.ref, facts, None)
    assert broken.value.field == field
    assert again(house, ours).status == "open"


def test_the_third_time_it_goes_to_the_head_of_desk(closing):
    house, officer, dialogue, round_, (_, ours, _) = closing
    later = [a.round_(house, dialogue, number=n, on=date(2026, 11, 20 - n)) for n in (3, 4)]
    facts = CloseFacts(Close.CARRY, "Still not ready.")
    assert [decide(house, officer, each, ours, facts) for each in (round_, *later)] == [False, False, True]


def test_an_item_is_decided_once_at_a_close(closing):
    house, officer, _, round_, (_, ours, _) = closing
    decide(house, officer, round_, ours, CloseFacts(Close.CARRY, "Not ready."))
    with pytest.raises(Missing):
        decide(house, officer, round_, ours, CloseFacts(Close.CARRY, "Not ready."))
    assert again(house, ours).times_carried == 1


def test_a_round_is_closed_when_nothing_is_left_and_can_be_opened_again(closing):
    house, officer, _, round_, rows = closing
    with pytest.raises(RuleBroken, match="3 open items"), work_of(house, officer) as work:
        services.closing.close(work, round_.ref, None)
    for row in rows:
        decide(house, officer, round_, row, CloseFacts(Close.CARRY, "Not ready."))
    with work_of(house, officer) as work:
        services.closing.close(work, round_.ref, None)
        work.keep()
    with house.system() as work:
        assert work.one(queries.rounds.by_ref(round_.ref)).closed_by_id == officer.id
    with work_of(house, officer) as work:
        services.closing.reopen(work, round_.ref, None)
        work.keep()


def test_what_one_may_not_know_holds_nobody_up_and_is_not_told(closing):
    house, officer, dialogue, round_, rows = closing
    a.commitment(house, dialogue, sentence="Secret", marking=3, agreed_on=date(2025, 5, 1))
    low = house.officer(clearance=1)
    assert "Secret" not in sentences_left(house, low, round_)
    for row in rows:
        decide(house, low, round_, row, CloseFacts(Close.CARRY, "Not ready."))
    with work_of(house, low) as work:
        services.closing.close(work, round_.ref, None)
        work.keep()
    high = house.officer(clearance=3)
    assert sentences_left(house, high, round_) == ["Secret"]


def test_a_reader_closes_nothing(closing):
    house, _, _, round_, (_, ours, _) = closing
    reader = house.officer(Role.READER)
    with pytest.raises(Refused), work_of(house, reader) as work:
        services.closing.decide(work, round_.ref, ours.ref, CloseFacts(Close.CARRY, "x"), None)
    with pytest.raises(Refused), work_of(house, reader) as work:
        services.closing.close(work, round_.ref, None)


def test_the_next_round_begins_with_the_follow_up_of_the_last_one(closing):
    house, officer, dialogue, round_, _ = closing
    facts = RoundFacts(title="", number=9, standing=Standing.PLANNED)
    with work_of(house, officer) as work:
        made = services.rounds.plan(work, dialogue.ref, facts, copy_agenda=True, bring_open=True)
        work.keep()
        agenda = work.all(queries.substance.agenda_of(made))
        assert agenda[0].title == "Follow-up of last round"
        under = work.rows(queries.closing.under_items([agenda[0].id]))
        assert [row.sentence for _, row in under] == ["Ours", "Joint", "Theirs"]
    with work_of(house, officer) as work:
        facts = RoundFacts(title="", number=10, standing=Standing.PLANNED)
        following = services.rounds.plan(work, dialogue.ref, facts, copy_agenda=True, bring_open=True)
        work.keep()
        titles = [item.title for item in work.all(queries.substance.agenda_of(following))]
        assert titles.count("Follow-up of last round") == 1
