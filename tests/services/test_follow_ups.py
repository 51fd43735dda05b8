"""Follow-ups are added, given to owners who may know them, moved, and decided on in the review."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.domain.follow_up import FollowUpFacts, FollowUpStatus
from app.domain.letter import LetterKind
from app.domain.review import Decision, Verdict
from app.models.outbox import Message
from tests import a

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(house):
    """A meeting with Japan, a colleague of the desk, and the head of it."""
    dialogue = a.dialogue(house, "JP")
    return house, a.meeting(house, dialogue), house.officer(), house.officer(Role.HEAD_OF_DESK)


def letters(house):
    with house.system() as work:
        return work.all(select(Message).order_by(Message.id))


def in_words(house, letter):
    with house.system() as work:
        return services.letters.worded(work, letter.id, "https://desk.example")


def again(house, ref):
    with house.system() as work:
        return work.one(queries.follow_ups.by_ref(ref))


def add(house, officer, of, kind="meeting", **facts):
    with house.work(house.viewer(officer)) as work:
        given = FollowUpFacts(**{"text": "Send the paper", "marking": of.marking, **facts})
        return services.follow_ups.add(work, kind, of.ref, given)


def test_a_step_is_noted_with_its_owner_and_date(desk):
    house, meeting, officer, head = desk
    row = again(house, add(house, head, meeting, owner_ref=officer.ref, due="in two weeks").ref)
    assert (row.owner_id, row.due_stated, row.due) == (officer.id, "in two weeks", date(2026, 12, 7))
    assert [m.word for m in row.moves] == ["Noted."]
    [letter] = letters(house)
    assert (letter.officer_id, letter.kind) == (officer.id, LetterKind.ASSIGNED)
    worded = in_words(house, letter)
    assert worded.to_address == officer.email
    assert f"https://desk.example/follow-ups/{row.ref}" in worded.body
    assert "Send the paper" in worded.body


def test_a_step_towards_a_commitment_knows_its_meeting_too(desk):
    house, meeting, officer, _ = desk
    commitment = a.commitment(house, meeting)
    row = add(house, officer, commitment, kind="commitment")
    assert (row.commitment_id, row.meeting_id) == (commitment.id, meeting.id)


def test_nobody_is_written_to_about_what_they_take_themselves(desk):
    house, meeting, officer, _ = desk
    add(house, officer, meeting, owner_ref=officer.ref)
    assert not letters(house)


def test_a_unit_outside_owns_a_step_without_a_letter(desk):
    house, meeting, officer, _ = desk
    assert add(house, officer, meeting, owner_unit="Interior ministry").owner_unit == "Interior ministry"
    assert not letters(house)


def test_above_what_may_travel_the_letter_says_nothing_of_it(desk):
    house, meeting, officer, head = desk
    add(house, head, meeting, owner_ref=officer.ref, marking=2, text="Mention the incident")
    scheme = house.app.config["SCHEME"]
    [letter] = letters(house)
    assert ("Mention the incident" in in_words(house, letter).body) == scheme.of(2).may_travel_by_mail


@pytest.mark.parametrize("stranger", ["other desk", "too low", "reader"])
def test_an_owner_is_somebody_who_may_know_it(desk, stranger):
    house, meeting, officer, _ = desk
    owner = {
        "other desk": lambda: house.officer(desk="Americas desk"),
        "too low": lambda: house.officer(clearance=1),
        "reader": lambda: house.officer(Role.READER),
    }[stranger]()
    with pytest.raises(RuleBroken) as broken:
        add(house, officer, meeting, owner_ref=owner.ref, marking=2)
    assert broken.value.field == "owner"
    assert not letters(house)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"due": "19 November 2026"}, "due"),
        ({"due": "31 June 2027"}, "due"),
        ({"marking": 3}, "marking"),
        ({"owner_ref": "x", "owner_unit": "CERT"}, "owner_unit"),
    ],
)
def test_a_broken_rule_keeps_nothing(desk, facts, field):
    house, meeting, officer, _ = desk
    with pytest.raises(RuleBroken) as broken:
        add(house, officer, meeting, **facts)
    assert broken.value.field == field
    with house.system() as work:
        assert not work.all(queries.follow_ups.of_sitting(meeting))


def test_a_new_owner_gets_one_letter_and_the_old_one_none(desk):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting, head)
    with house.work(house.viewer(head)) as work:
        services.follow_ups.assign(work, row.ref, officer.ref, "", "You know the file.", row.version)
    [letter] = letters(house)
    worded = in_words(house, letter)
    assert (worded.to_address, "You know the file." in worded.body) == (officer.email, True)
    assert again(house, row.ref).moves[-1].word == f"Given to {officer.name}. You know the file."
    with house.work(house.viewer(head)) as work:  # the same owner again: nothing new to be told
        services.follow_ups.assign(work, row.ref, officer.ref, "", "", None)
    assert len(letters(house)) == 1


def test_revising_may_change_the_owner_too(desk):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting)
    with house.work(house.viewer(head)) as work:
        facts = FollowUpFacts("Send both papers", 0, owner_ref=officer.ref, due="1 December 2026")
        services.follow_ups.revise(work, row.ref, facts, row.version)
    found = again(house, row.ref)
    assert (found.text, found.owner_id, found.due) == ("Send both papers", officer.id, date(2026, 12, 1))
    assert len(letters(house)) == 1


def test_since_when_we_wait_is_remembered_while_we_wait(desk):
    house, meeting, officer, _ = desk
    row = a.follow_up(house, meeting, officer)
    for to, since in ((FollowUpStatus.WAITING, TODAY), (FollowUpStatus.UNDER_WAY, None)):
        with house.work(house.viewer(officer)) as work:
            services.follow_ups.take_step(work, row.ref, to, "Asked them.", None)
        assert again(house, row.ref).waiting_since == since


def decide(house, head, row, verdict, **said):
    with house.work(house.viewer(head)) as work:
        services.review.decide(work, row.ref, Decision(verdict, **said), None)
    return again(house, row.ref)


@pytest.mark.parametrize(
    ("verdict", "said", "status", "minute"),
    [
        (Verdict.SEEN, {}, "open", "Seen, left as it is."),
        (Verdict.NUDGE, {"word": "How far?"}, "open", "Owner nudged. How far?"),
        (Verdict.SET_DATE, {"due": "in a week"}, "open", "New date: in a week."),
        (Verdict.CLOSE, {"word": "It was sent."}, "done", "Closed. It was sent."),
        (Verdict.DROP, {"word": "Overtaken."}, "dropped", "Dropped. Overtaken."),
        (Verdict.REASSIGN, {"owner_unit": "CERT"}, "open", "Given to CERT."),
    ],
)
def test_what_is_decided_is_done_marked_and_in_the_minutes(desk, verdict, said, status, minute):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting, officer, moved_at=house.now - timedelta(days=40))
    found = decide(house, head, row, verdict, **said)
    assert (found.status, found.reviewed_at) == (status, house.now)
    assert (found.moved_at == house.now) == (verdict not in {Verdict.SEEN, Verdict.NUDGE})
    with house.work(house.viewer(head), writes=False) as work:
        assert [(m.follow_up.ref, m.decided) for m in services.review.minutes(work)] == [(row.ref, minute)]


def test_minutes_are_of_today_and_of_whoever_reviewed(desk):
    house, meeting, officer, head = desk
    decide(house, head, a.follow_up(house, meeting, officer), Verdict.SEEN)
    other = house.viewer(house.officer(Role.HEAD_OF_DESK))
    with house.work(other, writes=False) as work:
        assert services.review.minutes(work) == []
    house.now += timedelta(days=1)
    with house.work(house.viewer(head), writes=False) as work:
        assert services.review.minutes(work) == []


def test_a_nudge_writes_to_the_owner_once_a_day(desk):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting, officer)
    decide(house, head, row, Verdict.NUDGE)
    with pytest.raises(RuleBroken, match="today already"):
        decide(house, head, row, Verdict.NUDGE)
    assert [letter.officer_id for letter in letters(house)] == [officer.id]
    house.now += timedelta(days=7)
    decide(house, head, row, Verdict.NUDGE)
    assert [letter.officer_id for letter in letters(house)] == [officer.id] * 2


def test_reassigning_in_the_review_writes_to_the_new_owner(desk):
    house, meeting, officer, head = desk
    found = decide(house, head, a.follow_up(house, meeting), Verdict.REASSIGN, owner_ref=officer.ref)
    assert found.owner_id == officer.id
    assert [letter.officer_id for letter in letters(house)] == [officer.id]


def test_a_date_in_words_that_name_none_is_no_date(desk):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting, officer)
    with pytest.raises(RuleBroken) as broken:
        decide(house, head, row, Verdict.SET_DATE, due="at the next round")
    assert broken.value.field == "due"
    assert again(house, row.ref).reviewed_at is None


@pytest.mark.parametrize(
    ("role", "refusal"), [(Role.DESK_OFFICER, Refused), (Role.READER, Refused), (Role.ADMINISTRATOR, Missing)]
)
def test_only_heads_decide(desk, role, refusal):
    house, meeting, officer, _ = desk
    row = a.follow_up(house, meeting, officer)
    with pytest.raises(refusal):
        decide(house, house.officer(role), row, Verdict.SEEN)


def test_readers_change_nothing_and_old_versions_overwrite_nothing(desk):
    house, meeting, officer, _ = desk
    row = a.follow_up(house, meeting, officer)
    facts = FollowUpFacts("x", 0)
    acts = (
        lambda work, seen: services.follow_ups.revise(work, row.ref, facts, seen),
        lambda work, seen: services.follow_ups.take_step(work, row.ref, FollowUpStatus.DONE, "x", seen),
        lambda work, seen: services.follow_ups.assign(work, row.ref, "", "", "", seen),
    )
    for act in acts:
        with pytest.raises(Refused), house.work(house.viewer(house.officer(Role.READER))) as work:
            act(work, row.version)
        with pytest.raises(Stale), house.work(house.viewer(officer)) as work:
            act(work, row.version - 1)


def test_the_act_is_on_the_follow_up(desk):
    house, meeting, officer, head = desk
    row = a.follow_up(house, meeting, officer)
    decide(house, head, row, Verdict.SEEN)
    with house.system() as work:
        entry = work.all(queries.audit.in_order())[-1]
    assert (entry.action, entry.record_kind, entry.record_ref) == (
        Action.REVIEW_FOLLOW_UP,
        "follow_up",
        row.ref,
    )
