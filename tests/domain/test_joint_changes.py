"""Two texts paragraph by paragraph: what belongs together stands together, and both can be read out again."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.domain.joint_changes import changes, paired
from app.domain.word_changes import How, Piece

PARAGRAPHS = st.lists(st.text("abc ", min_size=1, max_size=12), max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
def test_each_paragraph_of_both_stands_once_and_in_order(before, after):
    pairs = list(paired(before, after))
    assert [was for was, _ in pairs if was is not None] == before
    assert [now for _, now in pairs if now is not None] == after


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_can_be_read_out_of_the_words(before, after):
    found = changes(before, after)
    assert "".join(p.text for c in found for p in c.pieces if p.how is not How.NEW) == "".join(before)
    assert "".join(p.text for c in found for p in c.pieces if p.how is not How.GONE) == "".join(after)


def test_a_changed_paragraph_stands_beside_itself_though_one_came_before_it():
    before = ["The sides met in Tokyo.", "They will train experts together by 2027."]
    after = [
        "The sides met in Tokyo.",
        "Ransomware is a threat.",
        "They will train fifty experts together by 2028.",
    ]
    assert list(paired(before, after))[1:] == [
        (None, "Ransomware is a threat."), (before[1], after[2]),
    ]  # fmt: skip


def test_very_many_changed_paragraphs_are_paired_by_their_place():
    before, after = [f"a{n}" for n in range(200)], [f"b{n}" for n in range(201)]
    pairs = list(paired(before, after))
    assert (pairs[0], pairs[-1]) == (("a0", "b0"), (None, "b200"))


def test_where_very_much_changed_the_rest_is_shown_whole():
    before = [" ".join(f"a{n}" for n in range(900))] * 8
    after = [f"{text} more" for text in before]
    found = changes(before, after)
    assert len(found[0].pieces) == 2  # what stayed, and what came
    assert found[-1].pieces == (Piece(How.GONE, before[-1]), Piece(How.NEW, after[-1]))


def test_a_text_of_one_paragraph_again_and_again_takes_no_time():
    before, after = ["a."] * 20_000, ["a."] * 19_990 + ["b."]
    begun = time.monotonic()
    assert [now for _, now in paired(before, after) if now is not None] == after
    assert time.monotonic() - begun < 10
