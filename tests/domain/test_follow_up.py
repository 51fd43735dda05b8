"""What a follow-up may become, whose it is, and what a review looks at."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.follow_up import LIVE, MOVES, FollowUpStatus, due_after, move, one_owner, stands
from app.domain.review import Decision, Exceptional, Verdict, check, rule_of, title_of, why_looked_at
from app.domain.standing import Tone

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
S = FollowUpStatus


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("to", S)
def test_a_status_moves_only_along_its_paths(status, to):
    if to in MOVES[status]:
        assert move(status, to, "Because.") is to
    else:
        with pytest.raises(RuleBroken):
            move(status, to, "Because.")


def test_only_beginning_needs_no_word():
    assert move(S.OPEN, S.UNDER_WAY, "") is S.UNDER_WAY
    for to in (S.WAITING, S.DONE, S.DROPPED):
        with pytest.raises(RuleBroken) as broken:
            move(S.OPEN, to, " ")
        assert broken.value.field == "word"


def test_a_step_is_not_due_before_the_meeting_that_it_comes_out_of():
    assert due_after(TODAY, TODAY) == TODAY
    assert due_after(None, TODAY) is None
    with pytest.raises(RuleBroken) as broken:
        due_after(TODAY - DAY, TODAY)
    assert broken.value.field == "due"


@pytest.mark.parametrize(
    ("officer", "unit"), [("", ""), ("abc", ""), ("", "Interior ministry"), ("abc", "  ")]
)
def test_a_step_belongs_to_one(officer, unit):
    one_owner(officer, unit)


def test_a_step_does_not_belong_to_two():
    with pytest.raises(RuleBroken) as broken:
        one_owner("abc", "Interior ministry")
    assert broken.value.field == "owner_unit"


@pytest.mark.parametrize(
    ("status", "due", "word", "tone"),
    [
        (S.OPEN, TODAY - DAY, "1 day late", Tone.LATE),
        (S.WAITING, TODAY - 2 * DAY, "2 days late", Tone.LATE),
        (S.WAITING, TODAY + DAY, "waiting on partner", Tone.ASK),
        (S.OPEN, TODAY, "open, due soon", Tone.SOON),
        (S.OPEN, TODAY + 15 * DAY, "open", Tone.PLAIN),
        (S.OPEN, None, "open", Tone.PLAIN),
        (S.DONE, TODAY - DAY, "done", Tone.KEPT),
        (S.DROPPED, TODAY - DAY, "dropped", Tone.PLAIN),
    ],
)
def test_a_step_is_ours_so_a_day_that_is_past_is_late(status, due, word, tone):
    found = stands(status, due, TODAY)
    assert (found.word, found.tone) == (word, tone)


@dataclass
class Step:
    status: S = S.OPEN
    due: date | None = None
    is_owned: bool = True
    waiting_since: date | None = None
    moved_at: datetime = NOW
    reviewed_at: datetime | None = None


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (Step(due=TODAY - DAY), Exceptional.OVERDUE),
        (Step(due=TODAY - DAY, is_owned=False), Exceptional.OVERDUE),
        (Step(due=TODAY), Exceptional.SOON),
        (Step(due=TODAY + 14 * DAY), Exceptional.SOON),
        (Step(due=TODAY + 15 * DAY), None),
        (Step(status=S.WAITING, waiting_since=TODAY - 61 * DAY), Exceptional.WAITING),
        (Step(status=S.WAITING, waiting_since=TODAY - 60 * DAY), None),
        (Step(waiting_since=TODAY - 99 * DAY), None),
        (Step(is_owned=False), Exceptional.NO_OWNER),
        (Step(is_owned=True), None),
        (Step(moved_at=NOW - 31 * DAY), Exceptional.STILL),
        (Step(moved_at=NOW - 31 * DAY, reviewed_at=NOW - DAY), None),
        (Step(moved_at=NOW - 90 * DAY, reviewed_at=NOW - 31 * DAY), Exceptional.STILL),
        (Step(moved_at=NOW - 29 * DAY), None),
        (Step(status=S.DONE, due=TODAY - DAY), None),
        (Step(status=S.DROPPED, is_owned=False), None),
    ],
)
def test_a_follow_up_is_looked_at_under_the_first_rule_that_it_meets(step, why):
    assert why_looked_at(step, TODAY, NOW) is why


@given(st.builds(Step, status=st.sampled_from(list(S)), due=st.none() | st.just(TODAY - DAY)))
def test_what_has_ended_is_not_looked_at(step):
    if step.status not in LIVE:
        assert why_looked_at(step, TODAY, NOW) is None


def test_every_list_has_its_title_and_its_rule_in_words():
    assert all(title_of(why).strip() and rule_of(why).strip() for why in Exceptional)


@pytest.mark.parametrize(
    ("decision", "status", "has_officer", "field"),
    [
        (Decision(Verdict.CLOSE), S.OPEN, True, "word"),
        (Decision(Verdict.DROP, word=" "), S.OPEN, True, "word"),
        (Decision(Verdict.NUDGE), S.OPEN, False, "word"),
        (Decision(Verdict.REASSIGN), S.OPEN, True, "owner"),
        (Decision(Verdict.SET_DATE), S.OPEN, True, "due"),
        (Decision(Verdict.SEEN), S.DONE, True, "word"),
    ],
)
def test_a_decision_needs_what_it_needs(decision, status, has_officer, field):
    with pytest.raises(RuleBroken) as broken:
        check(decision, status, has_officer)
    assert broken.value.field == field


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Verdict.SEEN),
        Decision(Verdict.NUDGE),
        Decision(Verdict.REASSIGN, owner_unit="CERT"),
        Decision(Verdict.SET_DATE, due="tomorrow"),
        Decision(Verdict.CLOSE, word="Sent."),
    ],
)
def test_a_decision_that_has_it_is_taken(decision):
    check(decision, S.OPEN, True)
