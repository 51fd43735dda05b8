"""Two edits of one text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.merge import merge, merge_values

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=6).map("\n".join)


@st.composite
def edits(draw):
    """A base and two edits of it, each with lines of its own."""
    base = draw(st.lists(st.sampled_from("abcde"), max_size=8))

    def edited(own):
        lines = list(base)
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(lines)))
            lines[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(own), max_size=2))
        return "\n".join(lines)

    return "\n".join(base), edited(["m1", "m2", "same"]), edited(["t1", "t2", "same"])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text"),
    [
        ("one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE", "ONE\ntwo\nTHREE"),
        ("one\ntwo\nthree", "zero\none\ntwo\nthree", "one\ntwo\nthree\nfour", "zero\none\ntwo\nthree\nfour"),
        ("one\ntwo\nthree", "two\nthree", "one\ntwo\nTHREE", "two\nTHREE"),
        ("one\ntwo\nthree", "ONE\ntwo\nthree", "ONE\ntwo\nTHREE", "ONE\ntwo\nTHREE"),
    ],
)
def test_edits_of_different_lines_come_together(base, mine, theirs, text):
    merged = merge(base, mine, theirs)
    assert (merged.text, merged.conflict) == (text, False)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("one", "mine", "theirs"),
        ("one\ntwo", "ONE\ntwo", "one\nTWO"),
        ("one\ntwo", "one\nmine\ntwo", "one\ntheirs\ntwo"),
        ("one\ntwo", "two", "ONE\ntwo"),
        ("", "mine", "theirs"),
    ],
)
def test_edits_that_touch_are_a_conflict_and_mine_is_shown(base, mine, theirs):
    merged = merge(base, mine, theirs)
    assert (merged.text, merged.conflict) == (mine, True)


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_who_changes_nothing_gets_the_others_text(base, other):
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other


@given(edits())
@settings(max_examples=250)
def test_without_a_conflict_no_added_line_is_lost_and_no_other_is_invented(texts):
    base, mine, theirs = texts
    merged = merge(base, mine, theirs)
    if merged.conflict:
        return
    lines = [set(text.split("\n")) for text in (base, mine, theirs)]
    after = set(merged.text.split("\n"))
    assert (lines[1] | lines[2]) - lines[0] <= after
    assert after - {""} <= lines[1] | lines[2]


@given(edits())
@settings(max_examples=200)
def test_it_does_not_matter_who_saved_first(texts):
    base, mine, theirs = texts
    there, back = merge(base, mine, theirs), merge(base, theirs, mine)
    assert there.conflict == back.conflict
    assert there.conflict or there.text == back.text


def test_a_long_text_with_small_edits_comes_together():
    base = "line\n\n" * 20_000
    merged = merge(base, f"mine\n{base}", f"{base}theirs")
    assert (merged.text, merged.conflict) == (f"mine\n{base}theirs", False)


def test_texts_too_alike_to_compare_are_a_conflict_and_not_a_wait():
    base = "\n" * 50_000
    mine = "x" + "\n" * 49_000 + "y"
    assert merge(base, mine, f"\n\nz{base}\n\nz").conflict


def test_field_by_field():
    shown, conflicts = merge_values(
        {"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "1", "c": "2"}, {"a": "1", "b": "3", "c": "3"}
    )
    assert shown == {"a": "2", "b": "3", "c": "2"}
    assert conflicts == {"c": ("2", "3")}


def test_without_a_base_a_difference_is_a_conflict():
    shown, conflicts = merge_values({}, {"a": "mine", "b": "same"}, {"a": "theirs", "b": "same"})
    assert shown == {"a": "mine", "b": "same"}
    assert conflicts == {"a": ("mine", "theirs")}


def test_a_field_that_only_one_side_has_is_kept():
    assert merge_values({"a": "1", "b": "1"}, {"a": "2"}, {"b": "3"}) == ({"a": "2", "b": "3"}, {})
