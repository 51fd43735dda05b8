"""What a report counts is what its reader may know, counted by hand; and a past day stays as it was."""

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Viewer, may_see
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.coverage import Across, By, Counted, counted_records, table
from app.domain.figures import figures
from app.domain.follow_up import FollowUpStatus
from app.domain.house_rules import USUAL
from app.domain.report import Scope, narrowed
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round
from tests import a
from tests.random_record import TOPICS, plant

DAY = timedelta(days=1)


def viewers(dialogues, seed, many=12):
    """Random viewers: cleared for this much, read in to these."""
    dice = random.Random(seed)
    for number in range(many):
        known = frozenset(d.id for d in dialogues if dice.random() < 0.6)
        yield Viewer(officer_id=100 + number, clearance=dice.choice([0, 1, 2, 3]), read_in=known)


def counted_by_hand(house, viewer):
    """The numbers of all records of each kind that the viewer may know, with the dialogue that they are of."""
    with house.system() as work:
        known = {d.id for d in work.all(select(Dialogue)) if may_see(viewer, d)}
        return {
            kind.__tablename__: [
                r for r in work.all(select(kind)) if may_see(viewer, r) and r.dialogue_id in known
            ]
            for kind in (Commitment, FollowUp, Round, Meeting)
        }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_viewer_gets_the_numbers_of_what_they_may_know(house, seed):
    dialogues = plant(house, seed)
    seen = 0
    for viewer in viewers(dialogues, seed):
        by_hand = counted_by_hand(house, viewer)
        with house.work(viewer, writes=False) as work:
            found = services.snapshots.snapshot(work, work.today)
        promises = {c.id for c in by_hand["commitment"] if c.status is not CommitmentStatus.JOINED}
        assert {p.item.number for p in found.promises} == promises
        live = {FollowUpStatus.OPEN, FollowUpStatus.UNDER_WAY, FollowUpStatus.WAITING}
        assert {s.item.number for s in found.steps} == {
            f.id for f in by_hand["follow_up"] if f.status in live
        }
        sat = {("round", r.id) for r in by_hand["round"]}
        sat |= {("meeting", m.id) for m in by_hand["meeting"] if m.round_id is None}
        assert {s.item for s in found.sittings} == sat
        ours = {c.id for c in by_hand["commitment"] if c.owed_by is OwedBy.OURS} & promises
        figure = next(f for f in figures(found, Scope(), USUAL) if f.code == "promised")
        kept = {s.item.number for s in narrowed(found, Scope()).series}
        there = {c.id for c in by_hand["commitment"] if c.dialogue_id in kept}
        assert {item.number for item in figure.part("ours").items} == ours & there
        seen += len(promises)
    assert seen > 20


@pytest.mark.parametrize("seed", [4, 5])
def test_every_cell_holds_the_promises_that_name_its_term_and_opens_to_them(house, seed):
    dialogues = plant(house, seed)
    for viewer in viewers(dialogues, seed, 6):
        by_hand = counted_by_hand(house, viewer)["commitment"]
        with house.work(viewer, writes=False) as work:
            found = services.snapshots.snapshot(work, work.today)
            records = counted_records(found, Counted.PROMISES)
            partners = {p.partner_id for p in records}
            shown = table(records, By.TOPIC, Across.PARTNER, Scope(), terms=(), columns=())
            for topic in TOPICS:
                for partner in partners:
                    of_partner = {d.id for d in dialogues if d.partner_id == partner}
                    wanted = {
                        c.id for c in by_hand
                        if topic in c.topics and c.dialogue_id in of_partner and c.status is not CommitmentStatus.JOINED
                    }  # fmt: skip
                    cell = shown.at(topic, str(partner))
                    assert {item.number for item in cell} == wanted
                    assert len(cell) == len(wanted)
                    opened = services.reports.opened(work, cell, 1)
                    assert [row.id for row in opened.rows] == [item.number for item in cell]
                    assert opened.total == len(wanted)


def test_a_past_day_gives_the_same_numbers_when_it_is_asked_for_again(house):
    round_ = a.round_(house, a.dialogue(house), on=date(2026, 11, 1))
    officer = house.officer()
    row = a.commitment(house, round_, due=date(2026, 11, 10), agreed_on=date(2026, 11, 1), topics=["norms"])
    then = house.now.date()
    before = told(house, officer, then)
    house.now += 3 * DAY
    with house.work(house.viewer(officer)) as work:
        services.commitments.take_step(work, row.ref, CommitmentStatus.KEPT, "Sent.", "Our letter", None)
    a.commitment(house, round_, agreed_on=date(2026, 11, 1))
    a.follow_up(house, round_, officer)
    house.now += 365 * DAY
    assert told(house, officer, then) == before
    later = told(house, officer, house.now.date())
    assert (before["due"], later["due"]) == ("0 of 1 kept", "1 of 1 kept")
    assert (before["promised"], later["promised"]) == ("1", "2")
    assert (before["owned"], later["owned"]) == ("none live", "1 of 1")


def told(house, officer, day):
    """Each figure as of a day."""
    with house.work(house.viewer(officer), writes=False) as work:
        found = services.snapshots.snapshot(work, day)
    return {each.code: each.said for each in figures(found, Scope(), USUAL)}


def test_an_owner_whose_account_was_closed_later_owned_it_then(house):
    owner, other = house.officer(), house.officer()
    a.follow_up(house, a.dialogue(house), owner)
    then = house.now.date()
    house.now += 2 * DAY
    with house.system() as work:
        work.one(queries.officers.by_id(owner.id)).closed_at = house.now
        work.act(services.office.Action.CLOSE_OFFICER, on=services.office.OFFICE)
    assert told(house, other, then)["owned"] == "1 of 1"
    assert told(house, other, house.now.date())["owned"] == "0 of 1"


def test_a_corrected_sentence_names_other_organisations_from_then_on(house):
    officer = house.officer()
    row = a.commitment(house, a.dialogue(house), sentence="Work together in the OSCE.")
    then = house.now.date()
    house.now += 2 * DAY
    with house.system() as work:
        work.one(queries.commitments.by_ref(row.ref)).sentence = "Work together in the UN."
        work.act(services.office.Action.LOAD_RECORD, on=row)

    def named(day):
        with house.work(house.viewer(officer), writes=False) as work:
            [promise] = services.snapshots.snapshot(work, day).promises
            return promise.tags.organisations

    assert (named(then), named(house.now.date())) == ({"OSCE"}, {"UN"})


def test_the_day_ends_at_midnight_of_the_office(house):
    officer, dialogue = house.officer(), a.dialogue(house)
    house.now = house.now.replace(hour=22, minute=59)  # 23:59 in Brussels
    a.commitment(house, dialogue)
    house.now += timedelta(minutes=2)  # 00:01 of the next day
    a.commitment(house, dialogue)
    assert told(house, officer, date(2026, 11, 23))["promised"] == "1"
    assert told(house, officer, date(2026, 11, 24))["promised"] == "2"


def test_four_statements_whatever_the_size(house):
    officer = house.viewer(house.officer())

    def asked():
        with house.work(officer, writes=False) as work, house.statements() as seen:
            services.snapshots.snapshot(work, work.today)
        return len(seen)

    plant(house, 1, 1)
    few = asked()
    plant(house, 2, 4)
    assert asked() == few == 4
