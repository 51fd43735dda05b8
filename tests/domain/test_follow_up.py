"""A follow-up's path, its date, its owner, and how it stands."""

from datetime import date, timedelta

import pytest

from app.domain.errors import RuleBroken
from app.domain.follow_up import MOVES, FollowUpStatus, due_after, is_overdue, move, one_owner, stands
from app.domain.standing import Tone

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
OPEN, WAITING, DONE = FollowUpStatus.OPEN, FollowUpStatus.WAITING, FollowUpStatus.DONE


@pytest.mark.parametrize("status", FollowUpStatus)
@pytest.mark.parametrize("to", FollowUpStatus)
def test_only_the_steps_of_the_path_are_taken(status, to):
    if to in MOVES[status]:
        assert move(status, to, "Because.") is to
    else:
        with pytest.raises(RuleBroken) as broken:
            move(status, to, "Because.")
        assert broken.value.field == "status"


@pytest.mark.parametrize("to", [FollowUpStatus.WAITING, FollowUpStatus.DONE, FollowUpStatus.DROPPED])
def test_every_step_but_the_first_says_why(to):
    with pytest.raises(RuleBroken) as broken:
        move(OPEN, to, " ")
    assert broken.value.field == "word"
    assert move(OPEN, FollowUpStatus.UNDER_WAY, "") is FollowUpStatus.UNDER_WAY


def test_the_date_does_not_lie_before_its_meeting():
    assert due_after(TODAY, TODAY) == TODAY
    assert due_after(None, TODAY) is None
    assert due_after(YESTERDAY, None) == YESTERDAY
    with pytest.raises(RuleBroken) as broken:
        due_after(YESTERDAY, TODAY)
    assert broken.value.field == "due"
    assert "23 November 2026" in broken.value.message


def test_a_step_has_one_owner():
    for officer, unit in (("abc", ""), ("", "CERT"), ("", ""), ("abc", "  ")):
        one_owner(officer, unit)
    with pytest.raises(RuleBroken) as broken:
        one_owner("abc", "CERT")
    assert broken.value.field == "owner_unit"


@pytest.mark.parametrize(
    ("status", "due", "word", "tone"),
    [
        (OPEN, YESTERDAY, "1 day late", Tone.LATE),
        (WAITING, YESTERDAY, "1 day late", Tone.LATE),
        (WAITING, None, "waiting on partner", Tone.ASK),
        (OPEN, TODAY, "open, due soon", Tone.SOON),
        (OPEN, TODAY + timedelta(days=15), "open", Tone.PLAIN),
        (OPEN, None, "open", Tone.PLAIN),
        (DONE, YESTERDAY, "done", Tone.KEPT),
        (FollowUpStatus.DROPPED, YESTERDAY, "dropped", Tone.PLAIN),
    ],
)
def test_how_it_stands(status, due, word, tone):
    found = stands(status, due, TODAY)
    assert (found.word, found.tone) == (word, tone)
    assert is_overdue(status, due, TODAY) is (tone is Tone.LATE)
