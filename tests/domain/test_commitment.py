"""A commitment's path, how it stands, and how often it was carried."""

from datetime import date, timedelta

import pytest

from app.domain.commitment import (
    ENDED,
    LIVE,
    MOVES,
    CommitmentStatus,
    OwedBy,
    carried_once_more,
    goes_to_the_head,
    is_overdue,
    move,
    stands,
)
from app.domain.errors import RuleBroken
from app.domain.standing import Tone

TODAY = date(2026, 11, 23)
YESTERDAY, LATER = TODAY - timedelta(days=1), TODAY + timedelta(days=40)
OPEN, KEPT = CommitmentStatus.OPEN, CommitmentStatus.KEPT


@pytest.mark.parametrize("status", CommitmentStatus)
@pytest.mark.parametrize("to", CommitmentStatus)
def test_only_the_steps_of_the_path_are_taken(status, to):
    if to in MOVES[status]:
        assert move(status, to, "Because.", "A note of 3 May.") is to
    else:
        with pytest.raises(RuleBroken) as broken:
            move(status, to, "Because.", "A note of 3 May.")
        assert broken.value.field == "status"


@pytest.mark.parametrize("ended", sorted(ENDED))
def test_what_has_ended_is_reopened_before_anything_else(ended):
    assert MOVES[ended] == {OPEN}


@pytest.mark.parametrize("word", ["", "   ", "\n"])
def test_every_step_says_why(word):
    with pytest.raises(RuleBroken) as broken:
        move(OPEN, CommitmentStatus.DROPPED, word)
    assert broken.value.field == "word"


@pytest.mark.parametrize("to", [KEPT, CommitmentStatus.PARTLY_KEPT])
@pytest.mark.parametrize("evidence", ["", " "])
def test_what_was_kept_needs_evidence(to, evidence):
    with pytest.raises(RuleBroken) as broken:
        move(OPEN, to, "It was sent.", evidence)
    assert broken.value.field == "evidence"


def test_a_promise_is_overdue_from_the_day_after_and_only_while_it_lives():
    assert is_overdue(OPEN, YESTERDAY, TODAY)
    assert not is_overdue(OPEN, TODAY, TODAY)
    assert not is_overdue(OPEN, None, TODAY)
    assert not is_overdue(KEPT, YESTERDAY, TODAY)


@pytest.mark.parametrize("status", sorted(LIVE))
def test_the_third_time_it_is_carried_it_goes_to_the_head(status):
    times, flagged = 0, []
    for _ in range(3):
        times = carried_once_more(status, times, "The partner asked for more time.")
        flagged.append(goes_to_the_head(times))
    assert (times, flagged) == (3, [False, False, True])


@pytest.mark.parametrize(("status", "reason", "field"), [(KEPT, "why", "status"), (OPEN, " ", "word")])
def test_only_what_is_live_is_carried_and_with_a_reason(status, reason, field):
    with pytest.raises(RuleBroken) as broken:
        carried_once_more(status, 0, reason)
    assert broken.value.field == field


@pytest.mark.parametrize(
    ("owed_by", "status", "due", "word", "tone"),
    [
        (OwedBy.OURS, OPEN, YESTERDAY, "1 day late", Tone.LATE),
        (OwedBy.THEIRS, OPEN, YESTERDAY, "ask: 1 day past the date", Tone.ASK),
        (OwedBy.OTHER, OPEN, YESTERDAY, "ask: 1 day past the date", Tone.ASK),
        (OwedBy.JOINT, OPEN, YESTERDAY, "1 day past the date", Tone.SOON),
        (OwedBy.OURS, OPEN, TODAY, "open, due soon", Tone.SOON),
        (OwedBy.OURS, OPEN, TODAY + timedelta(days=14), "open, due soon", Tone.SOON),
        (OwedBy.OURS, OPEN, TODAY + timedelta(days=15), "open", Tone.PLAIN),
        (OwedBy.THEIRS, OPEN, TODAY, "open", Tone.PLAIN),
        (OwedBy.OURS, OPEN, None, "open", Tone.PLAIN),
        (OwedBy.OURS, OPEN, LATER, "open", Tone.PLAIN),
        (OwedBy.OURS, KEPT, YESTERDAY, "kept", Tone.KEPT),
        (OwedBy.OURS, CommitmentStatus.NOT_KEPT, YESTERDAY, "not kept", Tone.PLAIN),
    ],
)
def test_how_it_stands_says_late_only_of_what_is_ours(owed_by, status, due, word, tone):
    found = stands(owed_by, status, due, TODAY)
    assert (found.word, found.tone) == (word, tone)
