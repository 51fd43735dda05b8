"""The promises of the public record, end to end: carried across rounds, kept with evidence, overtaken."""

from datetime import date

import pytest

from app import queries, services
from app.domain.closing import Close, CloseFacts
from app.domain.commitment import CommitmentStatus, goes_to_the_head
from app.domain.meeting import Standing
from app.domain.public_record import seen_from
from app.reference import shelf
from tests import a

TODAY = date(2026, 11, 23)


@pytest.fixture
def record(sqlite_house):
    """Every series of the public record with its rounds and promises, and an officer who may know all of it."""
    house = sqlite_house
    promised, rounds = [], []
    for series in seen_from("EU", shelf.public_record().series, TODAY):
        dialogue = a.dialogue(house, name=series.our_name)
        for seen in series.rounds:
            facts = seen.facts
            row = a.round_(
                house,
                dialogue,
                number=None,
                title=facts.stated,
                on=facts.starts or TODAY,
                standing=Standing.HELD,
            )
            rounds.append(row)
            for one in seen.commitments:
                said = {"owed_by": one.owed_by, "agreed_on": facts.ends, "first_mover": "The desk"}
                promised.append(a.commitment(house, row, sentence=one.facts.text, **said))
    return house, house.officer(), rounds, promised


def again(house, row):
    with house.system() as work:
        return work.one(queries.commitments.by_ref(row.ref))


def decided_at(house, officer, round_):
    """Close a round as the record itself lets one: the next round that was promised took place, the rest goes on."""
    with house.work(house.viewer(officer)) as work:
        held = work.one(queries.rounds.by_ref(round_.ref))
        for item in services.closing.left(work, held):
            words = item.sentence.lower()
            if "next" in words:
                facts = CloseFacts(
                    Close.END, "It took place.", CommitmentStatus.KEPT, f"Round of {held.starts_on}"
                )
            elif "gge" in words:
                facts = CloseFacts(Close.END, "The group has ended.", CommitmentStatus.OVERTAKEN)
            else:
                facts = CloseFacts(Close.CARRY, "It goes on.")
            services.closing.decide(work, round_.ref, item.ref, facts, None)
        services.closing.close(work, round_.ref, None)
        work.keep()


def test_all_promises_of_the_record_live_to_their_end(record):
    house, officer, rounds, promised = record
    assert len(promised) == 82
    for round_ in sorted(rounds, key=lambda row: (row.starts_on, row.id)):
        decided_at(house, officer, round_)
    found = [again(house, row) for row in promised]
    carried = [row for row in found if row.times_carried]
    kept = [row for row in found if row.status is CommitmentStatus.KEPT]
    overtaken = [row for row in found if row.status is CommitmentStatus.OVERTAKEN]
    assert len(carried) > 10
    assert any(goes_to_the_head(row.times_carried) for row in carried)
    assert kept
    assert all(row.moves[-1].evidence for row in kept)
    assert overtaken
    for row in found:
        assert len(row.moves) >= row.times_carried
        assert row.sentence in {one.sentence for one in promised}
