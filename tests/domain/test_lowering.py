"""Markings lowered by two: what may be proposed, what is decided once, what a paragraph keeps of its marking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.lowered_passages import agreed, held_up, waiting, with_reasons
from app.domain.lowering import LoweringFacts, Outcome, check_proposal, decided, lower_choices, not_lowered
from app.domain.redaction import Passage
from tests.domain.test_marking import SCHEME


@pytest.mark.parametrize(
    ("before", "after", "kept"), [(1, 1, True), (1, 2, True), (2, 1, False), (1, 0, False)]
)
def test_one_person_raises_a_marking_and_does_not_lower_it(before, after, kept):
    if kept:
        not_lowered(before, after)
        return
    with pytest.raises(RuleBroken) as broken:
        not_lowered(before, after)
    assert broken.value.field == "marking"


@pytest.mark.parametrize(("marking", "least", "ranks"), [(2, 0, [0, 1]), (2, 1, [1]), (1, 1, []), (0, 0, [])])
def test_a_record_is_lowered_no_further_than_what_it_belongs_to(marking, least, ranks):
    assert [each.rank for each in lower_choices(SCHEME, marking, least)] == ranks


@pytest.mark.parametrize(
    ("to", "because", "field"),
    [(2, "x", "to"), (0, "x", "to"), (7, "x", "to"), (1, "  ", "because"), (1, "x", "")],
)
def test_a_proposal_names_a_lower_marking_and_a_reason(to, because, field):
    facts = LoweringFacts(to, because)
    if not field:
        check_proposal(facts, SCHEME, 2, 1)
        return
    with pytest.raises(RuleBroken) as broken:
        check_proposal(facts, SCHEME, 2, 1)
    assert broken.value.field == field


def test_a_proposal_is_decided_once_and_a_no_has_a_reason():
    assert decided(Outcome.WAITING, Outcome.LOWERED, "") is Outcome.LOWERED
    assert decided(Outcome.WAITING, Outcome.TAKEN_BACK, "") is Outcome.TAKEN_BACK
    with pytest.raises(RuleBroken, match="why"):
        decided(Outcome.WAITING, Outcome.LEFT, " ")
    for outcome in set(Outcome) - {Outcome.WAITING}:
        with pytest.raises(RuleBroken, match="already"):
            decided(outcome, Outcome.LOWERED, "yes")


def one(marking, key="a", text="They met.", **more):
    return Passage("", "summary", text, marking, key=key, **more)


def test_a_paragraph_that_is_lowered_needs_a_reason_and_keeps_what_it_was():
    with pytest.raises(RuleBroken, match="a paragraph"):
        with_reasons([one(2)], [one(0)], " ")
    [lower] = with_reasons([one(2)], [one(0)], "It was in the press.")
    assert (lower.marking, lower.origin, lower.because, lower.held) == (0, 2, "It was in the press.", 2)
    assert held_up([lower]) == 2
    assert waiting([lower]) == [lower]
    [settled] = agreed([lower])
    assert held_up([settled]) == 0
    assert waiting([settled]) == []


def test_a_second_save_asks_for_no_second_reason_and_a_raise_takes_it_back():
    first = with_reasons([one(2)], [one(1)], "Because.")
    [again] = with_reasons(first, [one(1)], "")
    assert (again.origin, again.because) == (2, "Because.")
    [up] = with_reasons(first, [one(2)], "")
    assert (up.origin, up.because) == (2, "")


def test_the_same_words_typed_into_a_new_paragraph_are_the_same_words():
    with pytest.raises(RuleBroken):
        with_reasons([one(2)], [one(0, key="", text="they  MET.")], "")


def test_what_was_agreed_is_asked_again_when_it_is_lowered_further():
    settled = agreed(with_reasons([one(2)], [one(1)], "Because."))
    [further] = with_reasons(settled, [one(0)], "Now all of it.")
    assert (further.held, further.because) == (1, "Now all of it.")


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=6))
def test_no_way_of_saving_lets_a_draft_fall_below_what_nobody_else_agreed_to(saves):
    """Whatever is saved, a draft counts as the highest rank since somebody else last agreed."""
    now, least = [one(saves[0][0])], saves[0][0]
    for marking, approve in saves:
        now = with_reasons(now, [one(marking)], "Because.")
        least = max(least, marking)
        if approve:
            now, least = agreed(now), marking
        assert held_up(now) == least
