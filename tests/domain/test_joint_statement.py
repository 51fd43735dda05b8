"""The life of a joint statement: which step is open where, what each needs, and the line on its paper."""

from datetime import date

import pytest

from app.domain.brackets import read
from app.domain.errors import RuleBroken
from app.domain.joint_statement import (
    MOVES,
    NEEDED,
    OPEN,
    Move,
    MoveFacts,
    State,
    after,
    balanced,
    may_be_agreed,
    needs,
    not_ahead,
    standing_line,
)

DAY = date(2026, 11, 20)
NAMES = ("European Union", "Japan")
PATHS = {
    State.DRAFTED: {"drafted", "sent", "received", "break-off"},
    State.WITH_PARTNER: {"drafted", "sent", "received", "agree-ad-referendum", "agree", "break-off"},
    State.WITH_US: {"drafted", "sent", "received", "agree-ad-referendum", "agree", "break-off"},
    State.AD_REFERENDUM: {"agree", "go-back", "break-off"},
    State.AGREED: set(),
    State.BROKEN_OFF: {"take-up"},
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("move", list(Move))
def test_every_step_is_open_or_refused_with_a_sentence(state, move):
    assert {str(each) for each in MOVES[state]} == PATHS[state]
    if move.value in PATHS[state]:
        assert after(state, move) in State
    else:
        with pytest.raises(RuleBroken) as refused:
            after(state, move)
        assert refused.value.message.endswith(".")


@pytest.mark.parametrize("state", sorted(set(State) - OPEN))
def test_a_text_that_is_settled_takes_no_version(state):
    with pytest.raises(RuleBroken):
        after(state, Move.DRAFT)


def test_what_the_partner_never_had_is_not_agreed():
    with pytest.raises(RuleBroken, match="does not have this draft"):
        after(State.DRAFTED, Move.AGREE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a] b", "1 point is"),
        ("[a], [b].", "2 points are"),
        ("a ] b", "was not opened"),
        ("a [ b", "not closed"),
    ],
)
def test_only_a_text_without_brackets_is_agreed(text, message):
    with pytest.raises(RuleBroken, match=message):
        may_be_agreed(read(text))
    may_be_agreed(read("We act [...] as agreed.[1]"))


def test_a_text_of_ours_has_both_halves_of_each_bracket():
    balanced(read("[a] [b]"))
    with pytest.raises(RuleBroken) as refused:
        balanced(read("a ] b ] c ] d ] e ]"))
    assert refused.value.field == "text"
    assert refused.value.message.endswith("There are 2 more.")


@pytest.mark.parametrize(("move", "field"), [(m, f) for m, fields in NEEDED.items() for f in fields])
def test_what_a_step_needs_is_asked_for_at_its_field(move, field):
    whole = {"on": DAY, "for_us": "Anna", "for_them": "Tanaka", "waits_for": "Tokyo", "word": "So."}
    needs(move, MoveFacts(**whole))
    for nothing in {"on": [None]}.get(field, ["", "  "]):
        with pytest.raises(RuleBroken) as refused:
            needs(move, MoveFacts(**{**whole, field: nothing}))
        assert refused.value.field == field


def test_nothing_is_recorded_ahead_of_its_day():
    assert not_ahead(DAY, DAY) == DAY
    assert not_ahead(None, DAY) is None
    with pytest.raises(RuleBroken, match="still to come"):
        not_ahead(DAY, date(2026, 11, 19))


@pytest.mark.parametrize(
    ("state", "how", "agreed", "line"),
    [
        (State.DRAFTED, Move.DRAFT, None, "Draft 3, drafted by European Union, not agreed"),
        (State.WITH_PARTNER, Move.SEND, None, "Draft 3, sent to Japan on 20 November 2026, not agreed"),
        (State.WITH_US, Move.RECEIVE, None, "Draft 3, received from Japan on 20 November 2026, not agreed"),
        (
            State.BROKEN_OFF, Move.SEND, None,
            "Draft 3, sent to Japan on 20 November 2026, not agreed; talks broken off",
        ),
        (
            State.AD_REFERENDUM, Move.SEND, MoveFacts(DAY, waits_for="Tokyo"),
            "Agreed ad referendum on 20 November 2026 (version 3), subject to confirmation by Tokyo",
        ),
        (State.AGREED, Move.SEND, MoveFacts(DAY), "Agreed on 20 November 2026 (version 3)"),
    ],
)  # fmt: skip
def test_the_line_on_top_of_the_paper(state, how, agreed, line):
    on = None if how is Move.DRAFT else DAY
    assert standing_line(state, 3, how, on, NAMES, agreed) == line
