"""Follow-ups: added, revised, moved, given to somebody who is written to; each with its act."""

from datetime import date

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.follow_up import FollowUpFacts, FollowUpStatus
from app.domain.policy import Action
from tests import a

FACTS = FollowUpFacts("Send the paper.", marking=0, due="3 December 2026")


def address_of(ref):
    return f"https://desk.example/follow-ups/{ref}"


def facts(**changes):
    return FollowUpFacts(**{**FACTS.__dict__, **changes})


@pytest.fixture
def record(house):
    """A house, its desk officer, a colleague, and a round held on 28 January 2026."""
    dialogue = a.dialogue(house)
    officer, colleague = house.officer(), house.officer()
    return house, officer, colleague, a.round_(house, dialogue)


def added(house, officer, whole, given=FACTS, kind="round"):
    with house.work(house.viewer(officer)) as work:
        return services.follow_ups.add(work, kind, whole.ref, given, address_of).ref


def one(house, ref):
    with house.system() as work:
        row = work.one(queries.follow_ups.by_ref(ref))
        return row, list(row.moves)


def letters(house):
    with house.system() as work:
        return work.all(queries.outbox.due(house.now, 100))


def test_a_step_out_of_a_commitment_names_it_and_its_round(record):
    house, officer, _, round_ = record
    promise = a.commitment(house, round_)
    row, [first] = one(house, added(house, officer, promise, kind="commitment"))
    assert (row.commitment_id, row.round_id, row.due) == (promise.id, round_.id, date(2026, 12, 3))
    assert (first.was, first.became) == (None, FollowUpStatus.OPEN)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due": "27 January 2026"}, "due"),
        ({"due": "31 February 2027"}, "due"),
        ({"owner_ref": "aaaaaaaaaaaa"}, "owner"),
        ({"marking": 99}, "marking"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(record, changes, field):
    house, officer, _, round_ = record
    with pytest.raises(RuleBroken) as broken:
        added(house, officer, round_, facts(**changes))
    assert broken.value.field == field


def test_two_owners_are_one_too_many(record):
    house, officer, colleague, round_ = record
    with pytest.raises(RuleBroken) as broken:
        added(house, officer, round_, facts(owner_ref=colleague.ref, owner_unit="CERT"))
    assert broken.value.field == "owner_unit"


@pytest.mark.parametrize(
    "who",
    [
        {"desk": "Europe desk"},
        {"clearance": 0},
        {"role": Role.READER},
        {"role": Role.ADMINISTRATOR, "desk": None},
    ],
    ids=["another desk", "not cleared", "reader", "administrator"],
)
def test_nobody_owns_what_they_may_not_know_or_do(record, who):
    house, officer, _, round_ = record
    stranger = house.officer(**who)
    with pytest.raises(RuleBroken) as broken:
        added(house, officer, round_, facts(owner_ref=stranger.ref, marking=1))
    assert broken.value.field == "owner"


def test_a_new_owner_gets_one_letter_and_nobody_writes_to_themselves(record):
    house, officer, colleague, round_ = record
    added(house, officer, round_, facts(owner_ref=officer.ref))
    assert letters(house) == []
    ref = added(house, officer, round_, facts(owner_ref=colleague.ref))
    [letter] = letters(house)
    assert letter.to_address == colleague.email
    assert "Send the paper." in letter.body
    assert address_of(ref) in letter.body
    assert "paper" not in letter.subject


def test_what_may_not_travel_by_mail_stays_out_of_the_letter(record):
    house, officer, colleague, round_ = record
    closed = next(m for m in house.app.config["SCHEME"].choices() if not m.may_travel_by_mail)
    for person in (officer, colleague):
        with house.system() as work:
            work.one(queries.officers.by_id(person.id)).clearance = closed.rank
            work.act(Action.CHANGE_OFFICER, on=round_)
    added(house, officer, round_, facts(owner_ref=colleague.ref, marking=closed.rank))
    [letter] = letters(house)
    assert "paper" not in letter.body
    assert "Japan" not in letter.body


def test_a_reader_may_not_add_and_another_desk_finds_nothing(record):
    house, _, _, round_ = record
    with pytest.raises(Refused):
        added(house, house.officer(Role.READER), round_)
    with pytest.raises(Missing):
        added(house, house.officer(desk="Europe desk"), round_)


def test_since_when_we_wait_on_the_partner_is_remembered_and_forgotten(record):
    house, officer, _, round_ = record
    ref = added(house, officer, round_)
    found = []
    for to in (FollowUpStatus.WAITING, FollowUpStatus.UNDER_WAY):
        with house.work(house.viewer(officer)) as work:
            found.append(services.follow_ups.take_step(work, ref, to, "Sent.", None).waiting_since)
    row, moves = one(house, ref)
    assert found == [date(2026, 11, 23), None]
    assert [move.became for move in moves] == [FollowUpStatus.OPEN, FollowUpStatus.WAITING, row.status]


def test_it_is_given_to_a_unit_outside_and_the_history_says_so(record):
    house, officer, _, round_ = record
    ref = added(house, officer, round_, facts(owner_ref=officer.ref))
    with house.work(house.viewer(officer)) as work:
        services.follow_ups.assign(work, ref, "", "Interior ministry", "Theirs to do.", None, address_of)
    row, moves = one(house, ref)
    assert (row.owner_id, row.owner_unit) == (None, "Interior ministry")
    assert moves[-1].word == "Given to Interior ministry. Theirs to do."


def test_a_revision_raises_the_history_with_the_marking(record):
    house, officer, _, round_ = record
    ref = added(house, officer, round_)
    with house.work(house.viewer(officer)) as work:
        services.follow_ups.revise(work, ref, facts(text="Send both papers.", marking=2), None, address_of)
    row, moves = one(house, ref)
    assert (row.text, {move.marking for move in moves}) == ("Send both papers.", {2})


@pytest.mark.parametrize("act", ["revise", "step", "assign"])
def test_who_comes_late_is_told_so(record, act):
    house, officer, _, round_ = record
    ref = added(house, officer, round_)
    acts = {
        "revise": lambda work: services.follow_ups.revise(work, ref, FACTS, 99, address_of),
        "step": lambda work: services.follow_ups.take_step(work, ref, FollowUpStatus.DONE, "Sent.", 99),
        "assign": lambda work: services.follow_ups.assign(work, ref, "", "CERT", "", 99, address_of),
    }
    with pytest.raises(Stale), house.work(house.viewer(officer)) as work:
        acts[act](work)
