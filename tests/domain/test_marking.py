"""Markings have an order, a ceiling and a door."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.marked_text import ReadText
from app.domain.marking import ELSEWHERE, LOWEST, Marking, Scheme, ShownInFeed, highest, no_lower_than


def marking(rank: int, label: str, *writings: str, alone: tuple[str, ...] = ()) -> Marking:
    return Marking(rank, label, label, "", "grey", False, ShownInFeed.BUSY, writings, alone)


OPEN = marking(0, "OPEN", alone=("OPEN",))
HOUSE = marking(1, "HOUSE ONLY", "HOUSE ONLY")
GUARDED = marking(2, "GUARDED", "GUARDED PAPER")
SEALED = marking(3, "SEALED", "SEALED PAPER")
FOREIGN = marking(ELSEWHERE, "ULTRA", "ULTRA PAPER", alone=("ULTRA",))
SCHEME = Scheme("house", "House rules", (OPEN, HOUSE, GUARDED, SEALED), HOUSE, GUARDED, (FOREIGN,))


def test_markings_stand_in_the_order_of_their_ranks():
    for lower, higher in combinations(SCHEME.markings, 2):
        assert lower < higher
        assert higher > lower
        assert lower <= higher
        assert not lower >= higher


def test_a_record_may_carry_what_is_not_above_the_ceiling():
    assert SCHEME.choices() == (OPEN, HOUSE, GUARDED)


@pytest.mark.parametrize("wanted", SCHEME.markings)
def test_a_marking_is_found_by_rank_and_by_code(wanted):
    assert SCHEME.of(wanted.rank) is wanted
    assert SCHEME.by_code(wanted.code) is wanted


@pytest.mark.parametrize("rank", [-1, 4, ELSEWHERE])
def test_a_rank_that_the_scheme_has_not_is_not_found(rank):
    with pytest.raises(LookupError):
        SCHEME.of(rank)


def test_a_code_that_the_scheme_has_not_is_not_found():
    with pytest.raises(LookupError):
        SCHEME.by_code("ULTRA")


@pytest.mark.parametrize("allowed", [OPEN, HOUSE, GUARDED])
def test_the_door_lets_in_what_is_not_above_the_ceiling(allowed):
    assert SCHEME.door(allowed.rank) is allowed


def test_the_door_refuses_what_is_above_the_ceiling_and_says_why():
    with pytest.raises(RuleBroken) as broken:
        SCHEME.door(SEALED.rank)

    assert broken.value.field == "marking"
    assert broken.value.message == (
        "SEALED is above the ceiling of this system (GUARDED): keep it in an accredited system."
    )


@pytest.mark.parametrize("rank", [-1, 4, ELSEWHERE])
def test_the_door_refuses_a_rank_that_the_scheme_has_not(rank):
    with pytest.raises(RuleBroken) as broken:
        SCHEME.door(rank, "ceiling")

    assert broken.value.field == "ceiling"


def test_a_lower_ceiling_takes_the_default_down_with_it():
    low = SCHEME.with_ceiling("OPEN")

    assert (low.ceiling, low.default) == (OPEN, OPEN)
    assert low.choices() == (OPEN,)


def test_a_higher_ceiling_leaves_the_default_where_it_was():
    high = SCHEME.with_ceiling("SEALED")

    assert (high.ceiling, high.default) == (SEALED, HOUSE)
    assert high.door(SEALED.rank) is SEALED


def test_a_ceiling_that_the_scheme_has_not_is_not_found():
    with pytest.raises(LookupError):
        SCHEME.with_ceiling("ULTRA")


def test_a_scheme_may_have_another_default_but_none_above_its_ceiling():
    assert SCHEME.with_default("GUARDED").default is GUARDED
    with pytest.raises(RuleBroken):
        SCHEME.with_default("SEALED")


def test_a_text_shows_the_highest_of_its_markings():
    assert SCHEME.marked_text("HOUSE ONLY\nOne thing.\nGUARDED PAPER\nAnother.") is GUARDED


def test_a_text_without_a_marking_shows_none():
    assert SCHEME.marked_text("The sides met in an open house and guarded their papers.") is None


@pytest.mark.parametrize("text", ["", "Plain words.", "HOUSE ONLY\nFor us.", "GUARDED PAPER"])
def test_the_door_lets_a_text_in_that_shows_nothing_above_the_ceiling(text):
    SCHEME.text_door(text)


@pytest.mark.parametrize(
    ("text", "label"), [("SEALED PAPER\nBurn it.", "SEALED"), ("It came.\n— ULTRA —\n", "ULTRA")]
)
def test_the_door_refuses_a_text_that_shows_a_higher_marking_and_says_which(text, label):
    with pytest.raises(RuleBroken) as broken:
        SCHEME.text_door(text, "notes")

    assert broken.value.field == "notes"
    assert broken.value.message == (
        f"The text is marked {label}, which is above the ceiling of this system (GUARDED): "
        "keep it in an accredited system."
    )


@given(st.lists(st.integers(LOWEST, 9), min_size=1))
def test_a_whole_is_marked_as_high_as_its_highest_part(ranks):
    assert highest(ranks) in ranks
    assert all(rank <= highest(ranks) for rank in ranks)


def test_a_whole_without_parts_is_marked_lowest():
    assert highest([]) == LOWEST


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_part_is_refused_exactly_if_it_is_marked_lower_than_its_whole(parent, child):
    if child >= parent:
        no_lower_than(parent, child, "marking")
    else:
        with pytest.raises(RuleBroken) as broken:
            no_lower_than(parent, child, "note")
        assert broken.value.field == "note"


pieces = st.sampled_from(
    [
        "HOUSE ONLY",
        "house only",
        "GUARDED  PAPER",
        "SEALED-PAPER",
        "ULTRA",
        "Ultra",
        "a word",
        "\n",
        " ",
        "(",
        "*",
        "ULTRA PAPERS",
    ]
)


@given(st.lists(pieces, max_size=6).map(" ".join))
def test_the_one_look_at_all_writings_misses_none_that_a_look_at_each_would_find(text):
    read = ReadText(text)
    each = any(read.shows(m.writings, m.alone) for m in (*SCHEME.markings, *SCHEME.elsewhere))
    assert (SCHEME.marked_text(text) is not None) == each
