"""What a commitment may become, when it goes to the head of desk, and whose lateness is called so."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    who_moves_first,
)
from app.domain.due import read_at, read_due
from app.domain.errors import RuleBroken
from app.domain.standing import Tone

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
S = CommitmentStatus


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("to", S)
def test_a_status_moves_only_along_its_paths(status, to):
    if to in MOVES[status]:
        assert move(status, to, "Because.", "A link.") is to
    else:
        with pytest.raises(RuleBroken) as broken:
            move(status, to, "Because.", "A link.")
        assert broken.value.field == "status"


def test_what_has_ended_can_only_be_reopened():
    assert all(MOVES[ended] == {S.OPEN} for ended in ENDED)


@pytest.mark.parametrize("word", ["", "  \n"])
def test_every_move_says_why(word):
    with pytest.raises(RuleBroken) as broken:
        move(S.OPEN, S.UNDER_WAY, word)
    assert broken.value.field == "word"


@pytest.mark.parametrize(("to", "needed"), [(S.KEPT, True), (S.PARTLY_KEPT, True), (S.NOT_KEPT, False)])
def test_what_is_kept_needs_evidence(to, needed):
    if not needed:
        assert move(S.OPEN, to, "Because.") is to
        return
    with pytest.raises(RuleBroken) as broken:
        move(S.OPEN, to, "Because.", " ")
    assert broken.value.field == "evidence"


def test_the_third_time_it_is_carried_it_goes_to_the_head_of_desk():
    counts = [carried_once_more(S.OPEN, times, "No session yet.") for times in range(4)]
    assert counts == [1, 2, 3, 4]
    assert [goes_to_the_head(count) for count in counts] == [False, False, True, True]


@pytest.mark.parametrize(("status", "reason", "field"), [(S.KEPT, "x", "status"), (S.OPEN, " ", "word")])
def test_only_what_is_live_is_carried_and_with_a_reason(status, reason, field):
    with pytest.raises(RuleBroken) as broken:
        carried_once_more(status, 0, reason)
    assert broken.value.field == field


@pytest.mark.parametrize(
    ("owed_by", "due", "word", "tone"),
    [
        (OwedBy.OURS, TODAY - DAY, "1 day late", Tone.LATE),
        (OwedBy.OURS, TODAY - 19 * DAY, "19 days late", Tone.LATE),
        (OwedBy.THEIRS, TODAY - 19 * DAY, "ask: 19 days past the date", Tone.ASK),
        (OwedBy.OTHER, TODAY - DAY, "ask: 1 day past the date", Tone.ASK),
        (OwedBy.JOINT, TODAY - DAY, "1 day past the date", Tone.SOON),
        (OwedBy.OURS, TODAY, "open, due soon", Tone.SOON),
        (OwedBy.JOINT, TODAY + 14 * DAY, "open, due soon", Tone.SOON),
        (OwedBy.OURS, TODAY + 15 * DAY, "open", Tone.PLAIN),
        (OwedBy.THEIRS, TODAY + DAY, "open", Tone.PLAIN),
        (OwedBy.OURS, None, "open", Tone.PLAIN),
    ],
)
def test_late_is_only_what_is_ours_and_others_are_asked(owed_by, due, word, tone):
    found = stands(owed_by, S.OPEN, due, TODAY)
    assert (found.word, found.tone) == (word, tone)


@given(
    st.sampled_from(list(OwedBy)),
    st.sampled_from(list(S)),
    st.none() | st.dates(date(2020, 1, 1), date(2032, 1, 1)),
)
def test_red_means_overdue_and_ours_and_nothing_else(owed_by, status, due):
    red = stands(owed_by, status, due, TODAY).tone is Tone.LATE
    assert red == (owed_by is OwedBy.OURS and is_overdue(status, due, TODAY))


def test_what_has_ended_is_never_late():
    for status in ENDED:
        assert stands(OwedBy.OURS, status, TODAY - DAY, TODAY).word == status
        assert not is_overdue(status, TODAY - DAY, TODAY)
    assert all(is_overdue(status, TODAY - DAY, TODAY) for status in LIVE)


def test_a_date_is_meant_from_the_day_on_which_it_was_said():
    found = read_due("next year", "", date(2024, 11, 6), TODAY)
    assert (found.stated.start, found.stated.end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert found.working == date(2025, 12, 31)


def test_our_working_date_stands_beside_the_stated_one():
    found = read_due("2027", "1 June 2027", None, TODAY)
    assert (found.stated.stated, found.stated.end, found.working) == (
        "2027",
        date(2027, 12, 31),
        date(2027, 6, 1),
    )


def test_words_without_a_date_stay_without_one():
    found = read_due("at the next round", "", TODAY, TODAY)
    assert (found.stated.stated, found.working) == ("at the next round", None)


@pytest.mark.parametrize(
    ("stated", "working", "said_on", "field"),
    [
        ("31 February 2027", "", None, "due"),
        ("1 May 2026", "", date(2026, 6, 1), "due"),
        ("2027", "sometime", None, "working"),
        ("2027", "32 May 2027", None, "working"),
    ],
)
def test_a_date_that_cannot_be_is_said_at_its_field(stated, working, said_on, field):
    with pytest.raises(RuleBroken) as broken:
        read_due(stated, working, said_on, TODAY)
    assert broken.value.field == field


def test_a_fault_in_any_date_names_the_field_that_was_asked():
    with pytest.raises(RuleBroken) as broken:
        read_at("31 June 2026", TODAY, "said_on")
    assert broken.value.field == "said_on"


def test_the_drawing_in_the_documentation_is_the_table_of_moves():
    page = (Path(__file__).parents[2] / "docs" / "life-of-a-commitment.md").read_text(encoding="utf-8")
    names = dict(re.findall(r'state "([^"]+)" as (\w+)', page))
    called = {alias: word for word, alias in names.items()}
    drawn = {
        (called.get(was, was), called.get(to, to))
        for was, to in re.findall(r"^    (\w+) --> (\w+)$", page, re.MULTILINE)
    }
    assert drawn == {(was.value, to.value) for was, tos in MOVES.items() for to in tos}


@pytest.mark.parametrize(
    ("said", "kept"), [("CERT-EU", "CERT-EU"), ("nobody yet", ""), (" Nobody ", ""), ("–", "")]
)
def test_joint_asks_who_moves_first_and_nobody_yet_is_an_answer(said, kept):
    assert who_moves_first(OwedBy.JOINT, said) == kept
    assert who_moves_first(OwedBy.OURS, said) == ""


def test_silence_is_no_answer_to_who_moves_first():
    with pytest.raises(RuleBroken) as broken:
        who_moves_first(OwedBy.JOINT, "  ")
    assert broken.value.field == "first_mover"
