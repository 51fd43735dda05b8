"""Two edits of one text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.merge import merge, merge_values

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=6).map("\n".join)


def test_edits_of_different_lines_come_together():
    assert merge("one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE").text == "ONE\ntwo\nTHREE"


def test_edits_of_the_same_line_are_a_conflict_and_mine_is_shown():
    merged = merge("one", "mine", "theirs")
    assert (merged.text, merged.conflict) == ("mine", True)


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_who_changes_nothing_gets_the_others_text(base, other):
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other


@given(TEXTS, st.text("xyz\n", max_size=8), st.text("uvw\n", max_size=8))
@settings(max_examples=300)
def test_without_a_conflict_no_added_line_is_lost(base, added, others):
    mine, theirs = f"{added}\n{base}", f"{base}\n{others}"
    merged = merge(base, mine, theirs)
    if not merged.conflict:
        for line in {*added.split("\n"), *others.split("\n")}:
            assert line in merged.text.split("\n")


def test_field_by_field():
    shown, conflicts = merge_values(
        {"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "1", "c": "2"}, {"a": "1", "b": "3", "c": "3"}
    )
    assert shown == {"a": "2", "b": "3", "c": "2"}
    assert conflicts == {"c": ("2", "3")}
